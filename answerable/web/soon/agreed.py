"""To whom something she may need to know soon goes: said by the support group, or copied from its words (R66, R64)."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries.demands import Origin
from answerable.web.base import clock, pages
from answerable.web.base.copied import Act, FormPage
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.base.telling import members_of, readers_sentence, words_of
from answerable.web.soon.forms import AgreedForm, initial_of_agreed
from answerable.web.soon.page import agreement_of, back_to, support_is_here
from answerable.wording import names

READERS = (Role.CONTACT, Role.SUPPORT)


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def agreed(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Say to whom it goes, in which way and words; a contact member copies what the support group said."""
    is_copy = Role.SUPPORT not in opened.roles
    words, found = words_of(opened), opened.state.soon.agreed
    form = AgreedForm(
        request.POST or None,
        today=opened.today,
        is_copy=is_copy,
        from_whom=names.origin(Origin.SUPPORT, words),
        words=words,
        people=members_of(opened, Role.SUPPORT) if support_is_here(opened) else (),
        initial=initial_of_agreed(found.item.entry) if found else {},
    )
    if request.method == "POST" and form.is_valid():
        said = _("Kept for the contact group and the support group.")
        pages.keep(request, opened, (form.entry_id, form.to_entry(now=clock.now())), said=said)
        return pages.go("soon-agreed", alias=opened.alias)
    return pages.show(
        request, "base/form_page.html", _("New entry"), place="people", page=_page(opened, is_copy=is_copy), form=form
    )


def _page(opened: OpenProcess, *, is_copy: bool) -> FormPage:
    """Return what stands round the form."""
    agreement = agreement_of(opened)
    now = f"{agreement.text} {agreement.note}" if opened.state.soon.agreed else ""
    lines = (
        _("A threat, a plan to come near her, something about her that is to be published: whom do we tell?"),
        _("That person decides with her what reaches her, and how."),
        *(part for part in (now, agreement.reading.text) if part),
    )
    return FormPage(
        heading=_("Something she may need to know soon"),
        lead=_("Copy what the support group said.") if is_copy else _("To whom does it go?"),
        lines=lines,
        more=_("Words agreed beforehand, and how it came to you") if is_copy else _("Words agreed beforehand"),
        reads=readers_sentence(opened, READERS),
        actions=(Act(_("Keep this")), Act(_("Go back"), back_to(opened), plain=True)),
        afterwards=_("A second member reads it against its source. Until then it is used all the same.")
        if is_copy
        else "",
    )

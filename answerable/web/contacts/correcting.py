"""Correcting an entry by a new one; the older wording stays to be seen."""

from contextlib import suppress

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import structs

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import audiences
from answerable.core.state import Filed
from answerable.web.base import clock, pages
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.base.sources import readers_of_correction
from answerable.web.base.telling import words_of
from answerable.web.contacts.correction_forms import FORMS, ReachedForm, form_for
from answerable.web.contacts.finding import found, standing
from answerable.web.contacts.notes import asked_of
from answerable.web.contacts.page import Act, sections
from answerable.web.contacts.setting import setting_of


def may_correct(opened: OpenProcess, filed: Filed) -> bool:
    """Say whether this member may put other words in the place of these."""
    return audiences.may_correct(
        type(filed.entry),
        ours=filed.author == opened.user_id,
        own_words=not audiences.needs_second_reader(filed.entry, filed.author_roles),
        corrected=filed.author_roles,
        by=opened.roles,
    )


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show the form with the words that stand, and keep what is changed as a correction."""
    filed = standing(opened, found(opened, ident))
    if filed is None or type(filed.entry) not in FORMS or not may_correct(opened, filed):
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = form_for(filed.entry, posted, setting=setting_of(opened), asked=asked_of(opened))
    if posted is not None and form.is_valid():
        kept = {"at": clock.now(), "corrects": filed.entry_id, "meant_for": filed.entry.meant_for}
        corrected = structs.replace(form.to_entry(filed.entry), **kept)
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            record.correct(opened, form.entry_id, corrected, now=clock.now())
        request.visit.say(_("Corrected. The older words stay under a fold."))
        return pages.go("entry", alias=opened.alias, ident=ident)
    return pages.show(
        request,
        "contacts/again.html",
        _("New entry"),
        place="contacts",
        form=form,
        plain_fields=[field for field in form.visible_fields() if not _is_question(field.name)],
        sections=sections(form, words_of(opened)) if isinstance(form, ReachedForm) else (),
        readers=readers_of_correction(opened, filed.entry),
        actions=(Act(label=_("Keep the correction")),),
    )


def _is_question(name: str) -> bool:
    """Say whether a field belongs to the long list, which stands folded below."""
    return name[0] == "q" and name[1:2].isdigit()

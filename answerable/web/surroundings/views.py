"""People around X: the table, one label, and writing down who knows and what somebody confirms (R29, R35)."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import structs

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry
from answerable.web.base import clock, pages
from answerable.web.base.copied import Act, FormPage
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.sources import kept, sourced_readers
from answerable.web.base.telling import readers_sentence
from answerable.web.surroundings import one_page
from answerable.web.surroundings.around_form import AroundForm, initial_about, initial_confirming
from answerable.web.surroundings.finding import account_of, people_of, setting_of
from answerable.web.surroundings.page import around_page


@member(Role.CONTACT, action="read")
def around(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show who knows, from whom, with the letter or not."""
    return pages.show(request, "surroundings/list.html", _("People"), place="around", page=around_page(opened))


@member(Role.CONTACT, action="read")
def one(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show all that is known of one label."""
    page = one_page.build(opened, people_of(opened, ident))
    return pages.show(request, "surroundings/one.html", _("People"), place="around", page=page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down who knows, outside a contact."""
    form = AroundForm(posted(request), setting=setting_of(opened))
    return _noting(request, opened, form, heading=_("Who knows"), lead=_("A group or a person, and how you know it."))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def note(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down more about people who stand here."""
    about = people_of(opened, ident)
    form = AroundForm(posted(request), setting=setting_of(opened), initial=initial_about(about))
    return _noting(
        request, opened, form, heading=_("Write down more"), lead=_("What is newer counts. All of it stays.")
    )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def confirm(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down that somebody other than X confirmed an account; his stays beside it (R29, R65)."""
    account = account_of(opened, ident)
    initial = initial_confirming(account.entry, people_of(opened, ident))
    form = AroundForm(posted(request), setting=setting_of(opened), initial=initial, without_him=True)
    lead = _("From here on it is “seen”. His account stays beside it.")
    return _noting(request, opened, form, heading=_("Somebody confirms it"), lead=lead)


def posted(request: MemberRequest) -> object:
    """Return what was sent, or None where the form is only shown."""
    return request.POST if request.method == "POST" else None


def keep(request: MemberRequest, opened: OpenProcess, entry_id: bytes, entry: AnyEntry) -> HttpResponseBase:
    """Append an entry and show the table."""
    pages.keep(request, opened, (entry_id, entry), said=kept(entry))
    return pages.go("around", alias=opened.alias)


def frame(
    opened: OpenProcess, *, heading: str, lead: str, final: str = "", more: str = "", hints: tuple[str, ...] = ()
) -> FormPage:
    """Return what stands round a form of this area."""
    return FormPage(
        heading=heading,
        lead=lead,
        lines=hints,
        warnings=(final,) if final else (),
        more=more,
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(_("Save for the group")),),
    )


def _noting(
    request: MemberRequest, opened: OpenProcess, form: AroundForm, *, heading: str, lead: str
) -> HttpResponseBase:
    if form.is_bound and form.is_valid():
        return keep(request, opened, form.entry_id, form.to_entry(now=clock.now()))
    more = _("How they know him, since when, the letter, demands, who confirmed it, what they disagree with")
    page = frame(opened, heading=heading, lead=lead, final=form.final, more=more)
    page = structs.replace(page, reads=sourced_readers(opened, (Role.CONTACT,)))
    return pages.show(request, "surroundings/form.html", _("New entry"), place="around", form=form, page=page)

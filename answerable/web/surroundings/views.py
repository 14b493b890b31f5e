"""The table of people around X, adding one, confirming what he says, correcting."""

from contextlib import suppress
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import audiences
from answerable.core.circles import Role
from answerable.core.entries import ToldByX
from answerable.core.state import Item
from answerable.web.base import clock, pages
from answerable.web.base.forms import ident_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.surroundings.forms import ToldForm, initial_of
from answerable.web.surroundings.page import around_page


def account_of(opened: OpenProcess, ident: str) -> Item[ToldByX]:
    """Return the account of an id in a URL, or answer 404."""
    try:
        entry_id = ident_of(ident)
    except ValueError:
        raise Http404 from None
    for told in opened.state.told:
        for item in told.accounts:
            if entry_id in (item.entry_id, item.first_id):
                return item
    raise Http404


@member(Role.CONTACT, action="read")
def around(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show who knows, from whom, with the letter or not."""
    return pages.show(request, "surroundings/list.html", _("People"), place="around", page=around_page(opened))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down whom he told, outside a contact."""
    form = _form(request, opened)
    if form.is_bound and form.is_valid():
        return _keep(request, opened, form, form.to_entry(now=clock.now()))
    return _page(request, opened, form, heading=_("He told someone"), lead=_("Whom he told, and how you know it."))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def confirm(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down that somebody other than X confirmed an account; his stays beside it (R29, R65)."""
    item = account_of(opened, ident)
    initial = {"label": item.entry.label, "letter": item.entry.letter.value, "on": item.entry.on}
    form = _form(request, opened, initial=initial, without_him=True)
    if form.is_bound and form.is_valid():
        return _keep(request, opened, form, form.to_entry(now=clock.now()))
    lead = _("From here on it is “seen”. His account stays beside it.")
    return _page(request, opened, form, heading=_("Somebody confirms it"), lead=lead)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Correct an account by a new entry."""
    item = account_of(opened, ident)
    may = audiences.may_correct(
        ToldByX, ours=item.author == opened.user_id, own_words=True, corrected=item.author_roles, by=opened.roles
    )
    if not may:
        raise Http404
    form = _form(request, opened, initial=initial_of(item.entry))
    if form.is_bound and form.is_valid():
        entry = form.to_correction(item.entry, item.entry_id, now=clock.now())
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            record.correct(opened, form.entry_id, entry, now=clock.now())
        request.visit.say(_("Corrected. The older words stay under a fold."))
        return pages.go("around", alias=opened.alias)
    lead = _("A correction is a new entry. The older words stay, under a fold.")
    return _page(request, opened, form, heading=_("Correct it"), lead=lead)


def _form(request: MemberRequest, opened: OpenProcess, **more: Any) -> ToldForm:
    posted = request.POST if request.method == "POST" else None
    return ToldForm(posted, words=words_of(opened), today=opened.today, **more)


def _keep(request: MemberRequest, opened: OpenProcess, form: ToldForm, entry: ToldByX) -> HttpResponseBase:
    pages.keep(request, opened, (form.entry_id, entry), said=_("Kept. Sealed for the contact group."))
    return pages.go("around", alias=opened.alias)


def _page(request: MemberRequest, opened: OpenProcess, form: ToldForm, *, heading: str, lead: str) -> HttpResponseBase:
    return pages.show(
        request,
        "surroundings/form.html",
        _("New entry"),
        place="around",
        form=form,
        heading=heading,
        lead=lead,
        folded=[form[name] for name in ("on", "perspective", "confirmed_by")],
        unfold=any(form[name].errors for name in ("on", "perspective", "confirmed_by")),
        readers=readers_sentence(opened, (Role.CONTACT,)),
        actions=({"label": _("Save for the group"), "plain": False},),
    )

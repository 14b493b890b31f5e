"""The notes that name whoever looks: writing one down, how it was told, having it, putting it right (R66)."""

from collections.abc import Callable
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import structs

from answerable.actions import asides, record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError, append
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry
from answerable.core.state.soon import SoonNote
from answerable.web.base import clock, pages
from answerable.web.base.copied import Act, FormPage, Quote, link_to
from answerable.web.base.forms import EntryForm, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.base.telling import words_of
from answerable.web.soon.forms import AnswerForm, HandedOnForm, SoonAgainForm, SoonForm, initial_of
from answerable.web.soon.page import DANGER, agreement_of, back_to, found, may_correct, note_page, notes_page
from answerable.web.soon.setting import setting_of
from answerable.wording import soon


@member(*CONTACT_SUPPORT, action="read")
def notes(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """All notes that name whoever looks; others cannot tell that there is one."""
    page = notes_page(opened)
    return pages.show(request, "soon/list.html", _("Entries"), place="now", page=page, danger=DANGER, reads=_sealed())


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write it down for named people alone; nothing of it waits for anybody (R63)."""
    form = SoonForm(request.POST or None, setting=setting_of(opened))
    if request.method == "POST" and form.is_valid():
        note = form.to_entry(now=clock.now())
        if _kept(form, lambda: append(opened, (form.entry_id, note), now=clock.now())):
            readers = soon.only(note.named, words_of(opened))
            request.visit.say(_("Kept, sealed. %(readers)s No mail goes out.") % {"readers": readers})
            return pages.go("soon-note", alias=opened.alias, ident=text_of(form.entry_id))
    return pages.show(
        request,
        "soon/new.html",
        _("New entry"),
        place="now",
        form=form,
        danger=DANGER,
        reads=_sealed(),
        agreement=agreement_of(opened),
        readers=_("You, whom you choose of us, and the contacts you tick that have an account. Nobody else."),
        actions=(Act(_("Save for them alone")), Act(_("What was written before"), back_to(opened), plain=True)),
    )


def _sealed() -> str:
    """Return what the footer says here in place of the group."""
    return _("What you see here is sealed for the people it names.")


def _kept(form: EntryForm, deed: Callable[[], object]) -> bool:
    """Do what a valid form says; say so in the form where somebody it names has left meanwhile."""
    try:
        deed()
    except AlreadyWrittenError:
        return True  # sent twice, or by the back button: it stands once
    except asides.NotHereError:
        form.add_error(None, _("Somebody left meanwhile. Look at the names, then save it again."))
        return False
    return True


@member(*CONTACT_SUPPORT, action="read")
def one(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """One note, as those it names see it."""
    page = note_page(opened, found(opened, ident))
    return pages.show(
        request,
        "soon/one.html",
        _("Entry"),
        place="now",
        page=page,
        reads=_sealed(),
        answer=AnswerForm(),
        answer_url=link_to("soon-answer", opened, found(opened, ident).item.entry_id),
        back=back_to(opened),
    )


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def answer(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Say that one has it, with a word back for the same people."""
    note = found(opened, ident)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        entry = form.to_entry(note.item.first_id, _same_people(opened, note), now=clock.now())
        return _keep(request, opened, note, form.entry_id, entry, said=_("Kept for the same people."))
    lines = (_("Nobody has to answer."),)
    page = _form_page(opened, note, _("I have it"), lines, _("Save for the same people"))
    return pages.show(
        request, "base/form_page.html", _("New entry"), place="now", page=page, form=form, reads=_sealed()
    )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def handed_on(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down that it was told outside the software, as agreed or otherwise (R63)."""
    note = found(opened, ident)
    agreed = opened.state.soon.agreed
    way = agreed.item.entry.way if agreed else None
    initial = {"contact": note.item.entry.contacts[0]} if len(note.item.entry.contacts) == 1 else {}
    form = HandedOnForm(request.POST or None, setting=setting_of(opened), way=way, initial=initial)
    if request.method == "POST" and form.is_valid():
        entry = form.to_entry(note.item.first_id, _same_people(opened, note), now=clock.now())
        return _keep(request, opened, note, form.entry_id, entry, said=_("Noted for the same people."))
    lines = (_("By phone, by mail or in person, as it was agreed. If it was another way, write it down all the same."),)
    page = _form_page(opened, note, _("How it was told"), lines, _("Save for the same people"))
    return pages.show(
        request, "base/form_page.html", _("New entry"), place="now", page=page, form=form, reads=_sealed()
    )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Put one's own words right; the older ones stay for the same people."""
    note = found(opened, ident)
    if not may_correct(opened, opened.state.asides[note.item.entry_id]):
        raise Http404
    form = SoonAgainForm(request.POST or None, setting=setting_of(opened), initial=initial_of(note.item.entry))
    if request.method == "POST" and form.is_valid():
        changed = structs.replace(
            form.to_entry(now=clock.now()),
            corrects=note.item.entry_id,
            named=_same_people(opened, note),
            contacts=note.item.entry.contacts,
        )
        if _kept(form, lambda: record.correct(opened, form.entry_id, changed, now=clock.now())):
            request.visit.say(_("Corrected for the same people."))
            return pages.go("soon-note", alias=opened.alias, ident=text_of(form.entry_id))
    return pages.show(
        request,
        "soon/new.html",
        _("New entry"),
        place="now",
        form=form,
        danger=DANGER,
        reads=_sealed(),
        agreement=None,
        readers=soon.only(_same_people(opened, note), words_of(opened)),
        actions=(Act(_("Keep the correction")),),
    )


def _same_people(opened: OpenProcess, note: SoonNote) -> tuple[bytes, ...]:
    """Return for whom a further word is: those the note names who still have a place in the process."""
    return asides.still_here(opened, note.item.entry.named)


def _keep(
    request: MemberRequest, opened: OpenProcess, note: SoonNote, entry_id: bytes, entry: AnyEntry, *, said: str
) -> HttpResponseBase:
    pages.keep(request, opened, (entry_id, entry), said=said)
    return pages.go("soon-note", alias=opened.alias, ident=text_of(note.item.entry_id))


def _form_page(opened: OpenProcess, note: SoonNote, heading: str, lines: tuple[str, ...], button: str) -> FormPage:
    """Return what stands round a short form about a note."""
    entry = note.item.entry
    quote: Any = Quote(label=soon.sort(entry.sort, words_of(opened)), text=entry.text)
    return FormPage(
        heading=heading,
        lead=lines[0],
        quotes=(quote,),
        reads=soon.only(_same_people(opened, note), words_of(opened)),
        actions=(Act(button), Act(_("Go back"), link_to("soon-note", opened, note.item.entry_id), plain=True)),
    )

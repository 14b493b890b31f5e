"""What the pages about something she may need to know soon show; only those it names see one (R66)."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.core import audiences, marks
from answerable.core.calendar import day_of
from answerable.core.circles import Presence, Role
from answerable.core.entries import SoonNoted
from answerable.core.state import Filed
from answerable.core.state.soon import SoonNote
from answerable.web.base import clock
from answerable.web.base.copied import Act, link_to
from answerable.web.base.copies import Reading, reading_of
from answerable.web.base.forms import ident_of
from answerable.web.base.telling import telling_of, words_of
from answerable.wording import entries as wording
from answerable.wording import marks as mark_wording
from answerable.wording import soon
from answerable.wording.entry_words import EntryWords

DANGER = later("If somebody is in danger now, call the emergency number first. This page can wait.")
"""Above the page until urgent danger has one of its own (R48)."""


class Agreement(Struct, frozen=True, kw_only=True):
    """To whom it goes, as agreed; or who is to be asked."""

    text: str
    note: str
    reading: Reading
    url: str
    link: str


class Row(Struct, frozen=True, kw_only=True):
    """A note in the list of those it names."""

    day: str
    text: str
    about: str
    url: str


class NotesPage(Struct, frozen=True, kw_only=True):
    """All notes that name whoever looks, what was taken out of them, and to whom such a thing goes."""

    lead: str
    agreement: Agreement
    rows: tuple[Row, ...]
    gone: tuple[str, ...]
    acts: tuple[Act, ...]


class NotePage(Struct, frozen=True, kw_only=True):
    """One note, how it reached her contacts, and who reads it."""

    title: str
    written: str
    words: EntryWords
    marks: tuple[str, ...]
    reached: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    readers: str
    acts: tuple[Act, ...]
    may_answer: bool


def found(opened: OpenProcess, ident: str) -> SoonNote:
    """Return the note of an id in a URL. What does not exist and what is for others answer alike (404)."""
    try:
        entry_id = ident_of(ident)
    except ValueError:
        raise Http404 from None
    for note in opened.state.soon.notes:
        if entry_id in (note.item.entry_id, note.item.first_id):
            return note
    raise Http404


def agreement_of(opened: OpenProcess) -> Agreement:
    """Return to whom it goes; where nothing is agreed, whom to ask and where its words are copied (R64)."""
    words, agreed = words_of(opened), opened.state.soon.agreed
    url = link_to("soon-agreed", opened)
    if agreed is not None:
        entry = agreed.item.entry
        return Agreement(
            text=soon.goes_to(entry, words),
            note=soon.directly(entry, words),
            reading=reading_of(opened, agreed.item.entry_id),
            url=url,
            link=_("Change it") if Role.SUPPORT in opened.roles else _("Copy newer words"),
        )
    if Role.SUPPORT in opened.roles:
        text, link = _("You have not said yet to whom it goes."), _("Say to whom it goes")
    else:
        text = _("The support group has not said yet to whom it goes. Ask it, by the way you usually reach it.")
        link = _("Copy what it said")
    note = _("It can be written down all the same, and told by phone or mail.")
    return Agreement(text=text, note=note, reading=Reading(), url=url, link=link)


def notes_page(opened: OpenProcess) -> NotesPage:
    """Return the list."""
    rows = tuple(_row(opened, note) for note in reversed(opened.state.soon.notes))
    acts: tuple[Act, ...] = ()
    if Role.CONTACT in opened.roles:
        acts = (Act(_("Write it down"), link_to("soon-new", opened)),)
    lead = _("Threats, plans to come near her, something about her that is to be published.")
    return NotesPage(lead=lead, agreement=agreement_of(opened), rows=rows, gone=_gone(opened), acts=acts)


def _gone(opened: OpenProcess) -> tuple[str, ...]:
    """Return what was taken out of what named this member, and why (R60)."""
    telling = telling_of(opened)
    told = (wording.describe(stone.taken, telling) for stone in opened.state.soon.taken_out)
    return tuple(" ".join((one.sentence, *(part.text for part in one.parts))) for one in told)


def _row(opened: OpenProcess, note: SoonNote) -> Row:
    words, item = words_of(opened), note.item
    telling = telling_of(opened)
    return Row(
        day=telling.day(day_of(item.entry.at, opened.zone)),
        text=soon.sort(item.entry.sort, words),
        about=_("Written by %(name)s.") % {"name": words.name(item.author)},
        url=link_to("soon-note", opened, item.entry_id),
    )


def note_page(opened: OpenProcess, note: SoonNote) -> NotePage:
    """Return one note as somebody it names sees it."""
    telling, item = telling_of(opened), note.item
    words = wording.describe(item.entry, telling)
    filed = opened.state.asides[item.entry_id]
    written = _("Written by %(name)s on %(day)s.") % {
        "name": telling.name(item.author),
        "day": telling.day(day_of(item.entry.at, opened.zone)),
    }
    return NotePage(
        title=words.title,
        written=written,
        words=words,
        marks=tuple(mark_wording.mark(mark.code, telling.words) for mark in marks.marks(opened.state, filed)),
        reached=_reached(opened, note),
        answers=_answers(opened, note),
        readers=soon.only(item.entry.named, telling.words),
        acts=_acts(opened, note, filed),
        may_answer=_may_answer(opened, note),
    )


def _may_answer(opened: OpenProcess, note: SoonNote) -> bool:
    """Whether this member, who did not write it, has not said yet that she has it."""
    mine = opened.user_id
    return mine != note.item.author and not any(one.author == mine for one in note.answers)


def _reached(opened: OpenProcess, note: SoonNote) -> tuple[str, ...]:
    """Return how it reached her contacts: sealed here, and told outside the software; nobody is called silent."""
    telling, item = telling_of(opened), note.item
    here = [user for user in item.entry.named if user in opened.members(Role.SUPPORT)]
    lines = [_("%(name)s can read it here.") % {"name": telling.name(user)} for user in here]
    lines += [wording.describe(one.entry, telling).sentence for one in note.handed_on]
    if not lines:
        lines.append(_("It is kept here and has not been told yet, as far as this page knows."))
    return tuple(lines)


def _answers(opened: OpenProcess, note: SoonNote) -> tuple[tuple[str, str], ...]:
    telling = telling_of(opened)
    has_it = _("%(name)s has it, %(day)s.")
    return tuple(
        (
            has_it % {"name": telling.name(one.author), "day": telling.day(day_of(one.entry.at, opened.zone))},
            one.entry.text,
        )
        for one in note.answers
    )


def _acts(opened: OpenProcess, note: SoonNote, filed: Filed) -> tuple[Act, ...]:
    """Return what this member can do with it."""
    acts, ident = [], note.item.entry_id
    if Role.CONTACT in opened.roles:
        told = link_to("soon-handed-on", opened, ident)
        acts.append(Act(_("Write down how it was told"), told, plain=_may_answer(opened, note)))
    if may_correct(opened, filed):
        acts.append(Act(_("Correct it"), link_to("soon-again", opened, ident), plain=True))
    if any(one.entry_id == ident for one in record.can_take_out(opened, ident, now=clock.now())):
        acts.append(Act(_("Take out my words"), link_to("entry-out", opened, ident), plain=True))
    return tuple(acts)


def may_correct(opened: OpenProcess, filed: Filed) -> bool:
    """Whether these are one's own words, still of a member of the contact group."""
    return Role.CONTACT in opened.roles and audiences.may_correct(
        SoonNoted,
        ours=filed.author == opened.user_id,
        own_words=True,
        corrected=filed.author_roles,
        by=opened.roles,
    )


def support_is_here(opened: OpenProcess) -> bool:
    """Whether the support group has accounts here."""
    return opened.state.process.presence[Role.SUPPORT] is Presence.HERE and opened.has_circle(Role.SUPPORT)


def back_to(opened: OpenProcess) -> str:
    """Return the list."""
    return reverse("soon", kwargs={"alias": opened.alias})

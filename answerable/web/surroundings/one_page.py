"""The page of one label: what is said, what is confirmed, talks and asks, all that was written down."""

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import marks
from answerable.core.calendar import day_of
from answerable.core.entries import TalkNoted, ToldByX
from answerable.core.entries.around import Hearing
from answerable.core.state import Around
from answerable.core.state.around import Story
from answerable.web.base.copied import Act, link_to
from answerable.web.base.telling import telling_of, words_of
from answerable.web.surroundings.page import ask_url, confirm_url, mark_kind, suggestion
from answerable.web.surroundings.support import Support, says_about_demands, support_of
from answerable.wording import around as wording
from answerable.wording import entries as entry_wording
from answerable.wording import marks as mark_wording
from answerable.wording import names
from answerable.wording.entry_words import Part, Telling, shortened
from answerable.wording.lists import capital, joined
from answerable.wording.words import Words


class Line(Struct, frozen=True, kw_only=True):
    """One entry about them, with its words; accounts carry their mark."""

    day: str
    sentence: str
    parts: tuple[Part, ...]
    pairs: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    url: str


class Ask(Struct, frozen=True, kw_only=True):
    """Something asked of them without an answer yet, and where it is written down."""

    text: str
    url: str


class OnePage(Struct, frozen=True, kw_only=True):
    """All that is known of one label."""

    label: str
    under: tuple[str, ...]
    lead: str
    final: str
    suggestion: str
    talk_url: str
    open_lines: tuple[str, ...]
    asks: tuple[Ask, ...]
    acts: tuple[Act, ...]
    kind: str
    word: str
    knows: str
    pairs: tuple[tuple[str, str], ...]
    confirm_url: str
    support: Support
    story: tuple[Line, ...]


def build(opened: OpenProcess, one: Around) -> OnePage:
    """Return the page of one label."""
    words = words_of(opened)
    numbers = {demand.demand_id: demand.number for demand in opened.state.demands if not demand.withdrawn}
    wants_none = one.no_contact is not None
    return OnePage(
        label=one.label,
        under=tuple(line for line in (_kind(one, words), one.relation or "") if line),
        lead=_lead(one, words),
        final=wording.final(one, words),
        suggestion=suggestion(one),
        talk_url=link_to("around-talk-with", opened, one.around_id),
        open_lines=(*_told(one, words), *(() if wants_none else _open_lines(opened, one, numbers, words))),
        asks=() if wants_none else _asks(opened, one),
        acts=_acts(opened, one),
        kind=mark_kind(one),
        word=wording.known_word(one, words),
        knows=f"{wording.what_they_know(one, words)}." if one.know else "",
        pairs=tuple(_pairs(one, numbers, words)),
        confirm_url=confirm_url(opened, one),
        support=support_of(opened, one, words),
        story=_story(opened, one),
    )


def _open_lines(opened: OpenProcess, one: Around, numbers: dict[bytes, int], words: Words) -> tuple[str, ...]:
    """Return which new demands they were to hear of; beside what we tell stands the support group's answer."""
    lines = wording.open_hearings(one, numbers, words)
    ours = any(heard.hearing is Hearing.WE_TELL and not heard.done and heard.demand in numbers for heard in one.heard)
    return (*lines, says_about_demands(opened, one, words)) if ours else lines


def _told(one: Around, words: Words) -> tuple[str, ...]:
    """Return what we told them, and when (R44)."""
    line = wording.told_by_us(one, words)
    return (line,) if line else ()


def _kind(one: Around, words: Words) -> str:
    return "" if one.kind is None else names.around_kind(one.kind, words)


def _lead(one: Around, words: Words) -> str:
    """Return the newest talk, or what is known at all."""
    if talk := wording.talks_line(one, words):
        return talk
    return wording.from_whom_and_letter(one, words) or _("As far as we know, nobody has told them.")


def _asks(opened: OpenProcess, one: Around) -> tuple[Ask, ...]:
    """Return what was asked of them and has no answer yet."""
    return tuple(
        Ask(
            text=shortened(talk.item.entry.asked or "", 160),
            url=link_to("around-answer", opened, talk.item.entry_id),
        )
        for talk in one.talks
        if talk.waits
    )


def _acts(opened: OpenProcess, one: Around) -> tuple[Act, ...]:
    """Return what can be written down; where it is final, only what happened."""
    more = link_to("around-note", opened, one.around_id)
    talk = link_to("around-talk-with", opened, one.around_id)
    if one.no_contact is not None:
        return (Act(_("Write down what happened"), more, plain=True),)
    return (
        Act(_("Write down more"), more),
        Act(_("Write down a talk"), talk, plain=True),
        Act(_("Does this group need to know?"), ask_url(opened, one), plain=True),
        Act(_("They want no further contact"), link_to("around-over", opened, one.around_id), plain=True),
    )


def _pairs(one: Around, numbers: dict[bytes, int], words: Words) -> list[tuple[str, str]]:
    """Return what he says, and apart from it what others confirmed (R29)."""
    said = one.said
    pairs = []
    if one.know:
        pairs.append((_("From whom"), names.from_whom(one.from_whom, words) if one.from_whom else _("We do not know")))
        pairs.append((_("Letter"), capital(names.letter_word(one.letter, words))))
    if said is None:
        pairs.append((_("He says"), _("Nothing about them.")))
    else:
        what = _("that he told them") if isinstance(said.entry, ToldByX) else names.knows(said.entry.knows, words)
        pairs.append((_("He says"), f"{capital(what)}. {capital(names.letter(said.entry.letter, words))}."))
    pairs.append((_("Confirmed by"), wording.confirmed_by(one, words)))
    told = [str(numbers[demand]) for demand in one.demands if demand in numbers]
    if told:
        pairs.append((_("Demands they were told"), joined(told, words)))
    return pairs


def _story(opened: OpenProcess, one: Around) -> tuple[Line, ...]:
    """Return all entries about them, the newest first."""
    telling = telling_of(opened)
    return tuple(_line(opened, item, telling) for item in reversed(one.story))


def _line(opened: OpenProcess, item: Story, telling: Telling) -> Line:
    told = entry_wording.describe(item.entry, telling)
    found = marks.marks(opened.state, opened.state.entries[item.entry_id])
    return Line(
        day=telling.day(day_of(item.entry.at, opened.zone)),
        sentence=told.sentence,
        parts=told.parts,
        pairs=told.pairs if isinstance(item.entry, TalkNoted) else (),
        marks=tuple(mark_wording.mark(mark.code, telling.words) for mark in found),
        url=link_to("entry", opened, item.entry_id),
    )

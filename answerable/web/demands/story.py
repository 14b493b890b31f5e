"""The whole story of a demand or a decision, in order of time: each wording, each passing on, each answer (R2, R30)."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import marks
from answerable.core.calendar import day_of
from answerable.core.circles import Presence, Role
from answerable.core.entries import AnyEntry, DemandPassedOn, NoteKept, ReadAgainstSource
from answerable.core.entries.base import Copied, Source
from answerable.core.entries.demands import Origin
from answerable.core.going_back import Answered, answered, to_tell, told_back
from answerable.core.state import Decision, Demand, DemandVersion, Item, Passing
from answerable.web.base.copied import link_to
from answerable.web.base.copies import Reading, reading_of
from answerable.web.base.telling import words_of
from answerable.wording import days, names
from answerable.wording import demand_story as story
from answerable.wording import demands as wording
from answerable.wording.entry_words import shortened
from answerable.wording.lists import ended, sentences
from answerable.wording.marks import mark
from answerable.wording.words import Words


class Event(Struct, frozen=True, kw_only=True):
    """One thing that happened: `words` are his account where `his` is set; `word` is a state, where one was shown."""

    on: date
    seq: int
    day: str
    sentence: str
    words: str = ""
    his: bool = False
    pairs: tuple[tuple[str, str], ...] = ()
    reading: Reading = Reading()
    marks: tuple[str, ...] = ()
    after: str = ""
    after_url: str = ""
    url: str = ""
    objection_url: str = ""
    objecting: str = ""


def of_demand(opened: OpenProcess, demand: Demand) -> tuple[Event, ...]:
    """Return the story of a demand through all its wordings, the first thing first."""
    words = words_of(opened)
    ids: set[bytes] = set()
    events: list[Event] = []
    asked = 0
    for version in demand.versions:
        ids |= {version.item.entry_id, version.item.first_id}
        events += _wording(opened, version, words)
        for passing in version.passings:
            ids |= {passing.item.entry_id, passing.item.first_id}
            events.append(_passing(opened, passing, words, again=bool(asked)))
            asked += 1
        events += [_note(opened, note, words) for note in version.notes]
    if demand.withdrawal is not None:
        item = demand.withdrawal.item
        ids |= {item.entry_id, item.first_id}
        events.append(
            _said(opened, item, item.entry.said_on, story.withdrawn(item.entry, words), item.entry.copied, words)
        )
        events += _readings(opened, demand.withdrawal.readings, words)
    events += _told_back(opened, ids, words)
    events += _objections(opened, ids, words)
    return _in_order(events)


def of_decision(opened: OpenProcess, decision: Decision) -> tuple[Event, ...]:
    """Return the story of a decision of the parent process."""
    words = words_of(opened)
    item = decision.item
    ids = {item.entry_id, item.first_id}
    sentence = _("The parent process decided this.")
    events = [_said(opened, item, item.entry.said_on, sentence, item.entry.copied, words)]
    events += _readings(opened, decision.readings, words)
    for place, passing in enumerate(decision.passings):
        ids |= {passing.item.entry_id, passing.item.first_id}
        events.append(_passing(opened, passing, words, again=place > 0))
    events += _told_back(opened, ids, words)
    events += _objections(opened, ids, words)
    return _in_order(events)


def _in_order(events: list[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda one: (one.on, one.seq)))


def objecting(opened: OpenProcess) -> str:
    """Return what the link says by which somebody objects: a contact member only copies an objection that came."""
    return _("Copy an objection to this") if Role.CONTACT in opened.roles else _("Object to this")


def _wording(opened: OpenProcess, version: DemandVersion, words: Words) -> Iterator[Event]:
    item = version.item
    yield _said(opened, item, item.entry.said_on, story.raised(item.entry, words), item.entry.copied, words)
    yield from _readings(opened, version.readings, words)


def _said(
    opened: OpenProcess, item: Item[AnyEntry], said_on: date, sentence: str, copied: Copied | None, words: Words
) -> Event:
    """Return that something was said by those who ask: in which words, and where they come from."""
    pairs = () if copied is None else wording.copied(copied, item.author, words)
    if copied is None:
        pairs = ((_("Written by"), words.name(item.author)),)
    return Event(
        on=said_on,
        seq=item.seq,
        day=days.day(said_on, words),
        sentence=sentence,
        words=getattr(item.entry, "text", ""),
        pairs=pairs,
        reading=reading_of(opened, item.entry_id),
        url=link_to("entry", opened, item.entry_id),
        objection_url=link_to("objection-new", opened, item.entry_id),
        objecting=objecting(opened),
    )


def _readings(opened: OpenProcess, readings: Iterable[Item[ReadAgainstSource]], words: Words) -> Iterator[Event]:
    """Yield who read a copy against its source, and when: from then on it counts (R64)."""
    for item in readings:
        on = day_of(item.entry.at, opened.zone)
        sentence = wording.read_by((item.author,), words)
        yield Event(on=on, seq=item.seq, day=days.day(on, words), sentence=sentence)


def _passing(opened: OpenProcess, passing: Passing, words: Words, *, again: bool) -> Event:
    item = passing.item
    filed = opened.state.entries.get(item.entry_id)
    codes = marks.marks(opened.state, filed) if filed is not None and Role.CONTACT in opened.roles else ()
    after, after_url = _still_to_tell(opened, item)
    return Event(
        on=item.entry.on,
        seq=item.seq,
        day=days.day(item.entry.on, words),
        sentence=story.passed_on_in_story(passing, words, again=again),
        words=item.entry.answer.text if item.entry.answer else "",
        his=True,
        marks=tuple(mark(one.code, words) for one in codes),
        after=after,
        after_url=after_url,
        url=link_to("entry", opened, item.entry_id),
        objection_url=link_to("objection-new", opened, item.entry_id),
        objecting=objecting(opened),
    )


def _still_to_tell(opened: OpenProcess, item: Item[DemandPassedOn]) -> tuple[str, str]:
    """Return what is to be said about telling his answer back: they read it here, or were not told yet (R30)."""
    about = next((one for one in answered(opened.state) if one.item.entry_id == item.entry_id), None)
    if about is None or Role.CONTACT not in opened.roles:
        return "", ""
    if about.origin is Origin.SUPPORT and opened.state.process.support is Presence.HERE:
        return _("The support group reads it here."), ""
    if any(one.item.entry_id == item.entry_id for one in to_tell(opened.state, about.origin)):
        return story.not_told_yet(about.origin, words_of(opened)), link_to("answers-back", opened)
    return "", ""


def _note(opened: OpenProcess, note: Item[NoteKept], words: Words) -> Event:
    entry = note.entry
    word = names.demand_word(entry.shows.word, words) if entry.shows else ""
    shows = _("A note shows: %(word)s.") % {"word": word}
    return Event(
        on=entry.on,
        seq=note.seq,
        day=days.day(entry.on, words),
        sentence=sentences(shows, ended(names.source(entry.source, words))),
        words=entry.text,
        his=entry.source is Source.HE_SAID,
        url=link_to("entry", opened, note.entry_id),
    )


def _told_back(opened: OpenProcess, ids: set[bytes], words: Words) -> Iterator[Event]:
    """Yield when those who asked were told what he answered; the same word or update stands once."""
    done: set[bytes] = set()
    for one in _answers(opened, ids):
        for item in told_back(opened.state, one):
            if item.entry_id not in done:
                done.add(item.entry_id)
                on = item.entry.on
                yield Event(
                    on=on,
                    seq=item.seq,
                    day=days.day(on, words),
                    sentence=ended(story.told(item, words)),
                    url=link_to("entry", opened, item.entry_id),
                )


def _answers(opened: OpenProcess, ids: set[bytes]) -> Iterator[Answered]:
    """Yield the answers to these; where the support group reads along, nobody had to tell it."""
    here = opened.state.process.support is Presence.HERE
    for one in answered(opened.state):
        if one.item.entry_id in ids and not (here and one.origin is Origin.SUPPORT):
            yield one


def _objections(opened: OpenProcess, ids: set[bytes], words: Words) -> Iterator[Event]:
    """Yield the objections to anything in the story, and whether they were answered (R47)."""
    for one in opened.state.objections:
        if one.item.entry.entry in ids:
            on = day_of(one.item.entry.at, opened.zone)
            state = _("Answered.") if one.answers else _("No answer yet.")
            yield Event(
                on=on,
                seq=one.item.seq,
                day=days.day(on, words),
                sentence=sentences(_("An objection."), state),
                words=shortened(one.item.entry.text, 400),
                url=link_to("message", opened, one.item.first_id),
            )

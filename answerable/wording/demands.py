"""Demands and copied words in sentences: where each stands, how we know, who copied and who read."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from answerable.core.circles import Role
from answerable.core.entries import DemandPassedOn, NoteKept
from answerable.core.entries.base import Copied, Outcome, Source
from answerable.core.entries.demands import DemandWord, Origin
from answerable.core.state import Demand, DemandVersion, Item, Passing
from answerable.wording.days import day
from answerable.wording.lists import either, joined, named, sentences
from answerable.wording.names import by_medium, origin, source, the_role
from answerable.wording.words import Words

MARK_KINDS = {
    DemandWord.NOT_ASKED: "unknown",
    DemandWord.ASKED: "asked",
    DemandWord.SAID: "said",
    DemandWord.SEEN: "seen",
    DemandWord.REFUSED: "refused",
}
"""How the mark beside each word is drawn (mock, README)."""


class HowWeKnow(Struct, frozen=True):
    """Why a demand stands where it stands: one sentence, and words; `his` marks his account (R14)."""

    sentence: str
    words: str = ""
    his: bool = False


def how_we_know(version: DemandVersion, words: Words) -> HowWeKnow:
    """Return what shows where a wording stands: a passing on, his answer, or a note with its source (R65)."""
    shown = _what_shows(version)
    if shown is None:
        return HowWeKnow(words.gettext("Not passed on yet."))
    if isinstance(shown.entry, NoteKept):
        return _note_shows(shown.entry, words)
    return _passing_shows(shown.entry, words)


def _what_shows(version: DemandVersion) -> Item[DemandPassedOn] | Item[NoteKept] | None:
    """Return the newest passing on or note of the day on which the word of this wording was shown."""
    passings = [passing.item for passing in version.passings if passing.item.entry.on == version.shown_on]
    notes = [
        note
        for note in version.notes
        if note.entry.on == version.shown_on and note.entry.shows is not None and note.entry.shows.word is version.word
    ]
    if version.word is DemandWord.SEEN or (notes and not passings):
        return notes[-1] if notes else None
    return passings[-1] if passings else None


def _note_shows(note: NoteKept, words: Words) -> HowWeKnow:
    """Return what a note shows, with how we know it; what X said is his account (R14, R42)."""
    if note.source is Source.HE_SAID:
        sentence = words.gettext("{x} said it on {day}.").format(x=words.person_x, day=day(note.on, words))
        return HowWeKnow(sentence, note.text, his=True)
    return HowWeKnow(f"{source(note.source, words)}, {day(note.on, words)}.", note.text)


def _passing_shows(passing: DemandPassedOn, words: Words) -> HowWeKnow:
    """Return what came of a passing on."""
    facts = {"day": day(passing.on, words), "x": words.person_x}
    until = answer_by(passing.answer_by_on, words)
    if passing.answer is None:
        sentence = words.gettext("Asked on {day}. No answer yet.").format(**facts)
        return HowWeKnow(sentences(sentence, until))
    said = {
        Outcome.ANSWERED: words.gettext("{x} answered on {day}."),
        Outcome.EVADED: words.gettext("Asked on {day}. {x} evaded."),
        Outcome.REFUSED: words.gettext("Asked on {day}. {x} refused."),
    }[passing.answer.outcome].format(**facts)
    if passing.answer.outcome is Outcome.EVADED:
        said = sentences(said, until)
    return HowWeKnow(said, passing.answer.text, his=True)


def answer_by(until_on: date | None, words: Words) -> str:
    """Return until when an answer is asked for, or that the day has passed; nothing where no day was set (R26)."""
    if until_on is None:
        return ""
    open_yet = words.today <= until_on
    text = words.gettext("Answer by {day}.") if open_yet else words.gettext("The answer was asked for by {day}.")
    return text.format(day=day(until_on, words))


def passed_on(passing: Passing, words: Words) -> str:
    """Return one passing on as a sentence: who, when, how, in which words (R30)."""
    entry = passing.item.entry
    same = words.gettext("{names} passed it on {how} on {day}, in these words.")
    other = words.gettext("{names} passed it on {how} on {day}, in other words than these.")
    facts = {"names": named(entry.by, words), "day": day(entry.on, words), "how": by_medium(entry.medium, words)}
    return (same if passing.same_wording else other).format(**facts)


def answered(passing: Passing, words: Words) -> str:
    """Return what he did when it was passed on."""
    entry = passing.item.entry
    until = answer_by(entry.answer_by_on, words)
    if entry.answer is None:
        return sentences(words.gettext("No answer yet."), until)
    said = {
        Outcome.ANSWERED: words.gettext("He answered."),
        Outcome.EVADED: words.gettext("He evaded."),
        Outcome.REFUSED: words.gettext("He refused."),
    }[entry.answer.outcome]
    return sentences(said, until) if entry.answer.outcome is Outcome.EVADED else said


def whose(who: Origin, said_on: date, words: Words) -> str:
    """Return whose demand it is and since when: "Support group, 12 January"."""
    return f"{origin(who, words)}, {day(said_on, words)}"


def copied(copy: Copied, author: bytes, words: Words) -> tuple[tuple[str, str], ...]:
    """Return where copied words come from, as pairs of words (R64)."""
    pairs = (
        (words.gettext("From"), f"{copy.from_}, {day(copy.said_on, words)}"),
        (words.gettext("Copied from"), copy.source),
        (words.gettext("How it came"), copy.how),
        (words.gettext("Copied by"), words.name(author)),
    )
    return tuple((label, text) for label, text in pairs if text)


def waits_for_reader(author: bytes, readers: tuple[bytes, ...], words: Words, *, reader: bytes | None) -> str:
    """Return that a copy waits for its second reader and who can be that; `reader` is who looks, None for others."""
    if not readers:
        return words.gettext("It counts once a second member has read it against its source. Nobody else is here yet.")
    if reader == author:
        text = words.gettext("You copied this. It counts once somebody else has read it against its source: {any_of}.")
    elif reader in readers:
        text = words.gettext("Copied by {name}. It counts once you or another member have read it against its source.")
    else:
        text = words.gettext("Copied by {name}. It counts once a second member has read it against its source.")
    return text.format(name=words.name(author), any_of=either((words.name(one) for one in readers), words))


def read_by(readers: Iterable[bytes], words: Words) -> str:
    """Return who read a copy against its source."""
    return words.gettext("Read against its source by {names}.").format(names=named(readers, words))


def state_line(demand: Demand, words: Words) -> str:
    """Return the first sentence of a demand's page: whether it counts, stands, or is withdrawn."""
    if demand.withdrawn and demand.withdrawal is not None:
        withdrawn_on = day(demand.withdrawal.item.entry.said_on, words)
        return words.gettext("This demand was withdrawn. The day was {day}.").format(day=withdrawn_on)
    if not demand.counts:
        return words.gettext("This copy does not count yet: nobody else has read it against its source.")
    if demand.withdrawal is not None:
        return words.gettext("A withdrawal was copied. It counts once a second member has read it.")
    if demand.waiting is not None:
        return words.gettext("Newer words were copied. They count once a second member has read them.")
    if not demand.current.passings:
        return words.gettext("This demand stands. It was not passed on yet.")
    return words.gettext("This demand stands. It was passed on.")


def kept(roles: Iterable[Role], words: Words) -> str:
    """Return the one line after a save: for whom it was kept (C1)."""
    groups = joined((the_role(one, words) for one in roles), words)
    return words.gettext("Kept for {groups}, sealed.").format(groups=groups)

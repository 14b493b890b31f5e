"""Everything in order, in words: lines with what was searched for marked in them, and what can be asked for."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from answerable.core import searching
from answerable.core.calendar import day_of
from answerable.core.chronicle import Line, Matter, Span
from answerable.core.circles import Role
from answerable.core.entries import AroundNoted, Entry, ToldByX
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import MissedReason, PlaceKind, Reply, ToldNew
from answerable.core.entries.demands import Facet, Origin
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.steps import How
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.entries.texts import Leaf, leaves_of
from answerable.core.searching import Term
from answerable.core.state import Filed, Tombstone
from answerable.wording import days, entries, entry_words, kinds, names, steps
from answerable.wording.entry_words import EntryWords, Part, Telling, shortened
from answerable.wording.words import Words

BEGINNING = 160
BEFORE = 60
LONGEST_WHOLE = 4000

CHOICES: Mapping[type, Callable[[Any, Words], str]] = {
    DocumentSort: names.document_sort,
    Facet: names.facet,
    Kept: names.kept,
    LetterGiven: names.letter,
    Medium: names.by_medium,
    MissedReason: names.missed_reason,
    Origin: names.origin,
    Outcome: names.outcome,
    PlaceKind: names.place,
    Reply: names.reply,
    Role: names.role,
    How: steps.how,
    Source: names.source,
    ToldNew: entry_words.told_new,
}
"""How fixed choices are called where an entry is told: a search for "evaded" finds them too."""


class Piece(Struct, frozen=True):
    """A stretch of a text; `hit` marks what was searched for."""

    text: str
    hit: bool = False


class LineWords(Struct, frozen=True, kw_only=True):
    """A line in words: what it is, a sentence, a piece of its text with its heading, who wrote it, what was changed.

    `his` marks an account, `whose` names it where it is not X's own (R14).
    `whole` is the entry to be read in place, None where it is long or taken out.
    """

    title: tuple[Piece, ...]
    sentence: tuple[Piece, ...]
    text: tuple[Piece, ...] = ()
    heading: str = ""
    his: bool = False
    whose: str = ""
    by: tuple[Piece, ...]
    note: str = ""
    whole: EntryWords | None = None


def matter(one: Matter, words: Words) -> str:
    """Return what a matter is called as a choice."""
    return {
        Matter.CONTACT: words.gettext("Contact and notes"),
        Matter.DEMANDS: words.gettext("Demands and letters"),
        Matter.AGREEMENTS: words.gettext("Agreements"),
        Matter.AROUND: words.gettext("People around {x}").format(x=words.person_x),
        Matter.STEPS: words.gettext("Steps"),
        Matter.UPDATES: words.gettext("Updates and questions"),
        Matter.OURS: words.gettext("Ourselves"),
    }[one]


def span(one: Span, words: Words) -> str:
    """Return a year, or a quarter by its months."""
    whole = one.from_on.month != one.to_on.month - 2
    return f"{one.from_on.year}" if whole else days.span(one.from_on, one.to_on, words)


class Search:
    """One search by one reader: what is asked for, and the words that the entries' fixed parts have for her."""

    def __init__(self, asked: str, words: Words) -> None:
        self.terms: tuple[Term, ...] = searching.terms_of(asked)
        self._words = words
        self._said: dict[tuple[type, Leaf], str] = {}

    def finds(self, line: Line) -> bool:
        """Say whether a line, as this reader can read it, holds all that is asked for."""
        return searching.holds(self.terms, searching.folded(self._text(line)))

    def _text(self, line: Line) -> str:
        """Return all that a line says, each thing on a line of its own so that no phrase runs from one to the next."""
        if isinstance(line.what, Tombstone):
            said = [kinds.kind_of_code(line.what.taken.kind, self._words), line.what.taken.why]
        else:
            leaves = leaves_of(line.what.entry)
            said = [leaf if type(leaf) is str else self._fixed(leaf) for leaf in leaves]
        said.append(self._fixed(line.author))
        return "\0".join(said)

    def _fixed(self, leaf: Leaf) -> str:
        """Return the word for a choice or the name of a member; ids of entries have none."""
        key = (type(leaf), leaf)  # two lists may hold the same code
        found = self._said.get(key)
        if found is None:
            named = CHOICES.get(type(leaf))
            found = named(leaf, self._words) if named else ""
            if isinstance(leaf, bytes):
                found = self._words.names.get(leaf, "")
            self._said[key] = found
        return found


def told(line: Line, telling: Telling, terms: tuple[Term, ...], zone: str) -> LineWords:
    """Return a line in words, with the part that was searched for in sight and marked."""
    by = _by(line, telling)
    if isinstance(line.what, Tombstone):
        return _told_stone(line.what, telling, terms, by)
    words = entries.describe(line.what.entry, telling)
    sentence = pieces(terms, words.sentence)
    facts = _facts(line.what.entry, words, telling)
    part, text = _shown(terms, words, facts, found=any(piece.hit for piece in sentence))
    length = sum(len(one.text) for one in words.parts)
    return LineWords(
        title=pieces(terms, words.title),
        sentence=sentence,
        text=text,
        heading=_heading(part.label) if part else "",
        his=part.his if part else False,
        whose=part.whose if part else "",
        by=pieces(terms, by),
        note=_corrected(line.what, telling, zone) if line.corrected else "",
        whole=words if length <= LONGEST_WHOLE else None,
    )


def _told_stone(stone: Tombstone, telling: Telling, terms: tuple[Term, ...], by: str) -> LineWords:
    """Return what stays of words that were taken out: the kind, the day, why (R60)."""
    _ = telling.gettext
    sentence = _("The words of an entry about %(day)s were taken out.") % {"day": telling.day(stone.taken.day)}
    return LineWords(
        title=pieces(terms, kinds.kind_of_code(stone.taken.kind, telling.words)),
        sentence=pieces(terms, sentence),
        text=pieces(terms, stone.taken.why),
        by=pieces(terms, by),
    )


def _by(line: Line, telling: Telling) -> str:
    """Return the day of the deed and who wrote it."""
    return f"{telling.day(line.on)}, {telling.name(line.author)}"


def _corrected(filed: Filed, telling: Telling, zone: str) -> str:
    _ = telling.gettext
    return _("Corrected on %(day)s by %(name)s.") % {
        "day": telling.day(day_of(filed.entry.at, zone)),
        "name": telling.name(filed.author),
    }


def _heading(label: str) -> str:
    """Return what stands before a text on the same line."""
    return f"{label}:" if label and label[-1] not in ".?!" else label


def _facts(entry: Entry, words: EntryWords, telling: Telling) -> tuple[Part, ...]:
    """Return the small facts of an entry: what he or his friends said carries its tag, alone on a line too (R14)."""
    source = getattr(entry, "source", None)
    friends = source is Source.SOMEONE_CAME and isinstance(entry, ToldByX | AroundNoted)
    whose = telling.gettext("his friends’ account") if friends else ""
    his = friends or source is Source.HE_SAID
    return tuple(Part(label, text, his=his, whose=whose) for label, text in words.pairs)


def _shown(
    terms: tuple[Term, ...], words: EntryWords, facts: tuple[Part, ...], *, found: bool
) -> tuple[Part | None, tuple[Piece, ...]]:
    """Return the part of an entry that its line shows: the first that holds what is searched for, else the first."""
    for part in (*words.parts, *facts) if terms else ():
        places = searching.spans(terms, part.text)
        if places:
            return part, _around(part.text, places)
        if not found and searching.spans(terms, part.label):
            return part, (Piece(shortened(part.text, BEGINNING)),)
    first = words.parts[0] if words.parts else None
    return first, (Piece(shortened(first.text, BEGINNING)),) if first else ()


def _around(text: str, places: tuple[searching.Span, ...]) -> tuple[Piece, ...]:
    """Return the stretch of a text round the first place that was found, cut at words."""
    start = max(0, places[0][0] - BEFORE)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + BEGINNING + BEFORE)
    end = max(end, places[0][1])
    cut = text.find(" ", end)
    end = len(text) if cut < 0 else cut
    inside = tuple((one - start, min(other, end) - start) for one, other in places if one < end)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return (*((Piece(before),) if before else ()), *_cut(text[start:end], inside), *((Piece(after),) if after else ()))


def pieces(terms: tuple[Term, ...], text: str) -> tuple[Piece, ...]:
    """Return a text with what was searched for marked."""
    return _cut(text, searching.spans(terms, text) if terms else ())


def _cut(text: str, places: Iterable[searching.Span]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = 0
    for start, end in places:
        found += [Piece(text[at:start]), Piece(text[start:end], hit=True)]
        at = end
    found.append(Piece(text[at:]))
    return tuple(piece for piece in found if piece.text)

"""Everything in order: what stands in the record, the newest deed first, by matter, label and time."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core.calendar import day_of
from answerable.core.entries import AnyEntry, NoteKept, TakenOut
from answerable.core.entries.base import Entry
from answerable.core.entries.codec import KINDS
from answerable.core.state import Filed, State, Tombstone


class Matter(StrEnum):
    """What an entry is about."""

    CONTACT = "contact"
    DEMANDS = "demands"
    AGREEMENTS = "agreements"
    AROUND = "around"
    STEPS = "steps"
    UPDATES = "updates"
    OURS = "ours"


FAMILIES: Mapping[str, Matter] = {
    "agreements": Matter.AGREEMENTS,
    "around": Matter.AROUND,
    "contacts": Matter.CONTACT,
    "decisions": Matter.OURS,
    "demands": Matter.DEMANDS,
    "documents": Matter.DEMANDS,
    "indicators": Matter.DEMANDS,
    "letters": Matter.DEMANDS,
    "may_tell": Matter.AROUND,
    "members": Matter.OURS,
    "moves": Matter.AROUND,
    "outgoing": Matter.UPDATES,
    "parent": Matter.DEMANDS,
    "pauses": Matter.CONTACT,
    "process": Matter.OURS,
    "questions": Matter.UPDATES,
    "reach": Matter.UPDATES,
    "record": Matter.OURS,
    "sent": Matter.CONTACT,
    "soon": Matter.UPDATES,
    "steps": Matter.STEPS,
    "surroundings": Matter.AROUND,
    "telling": Matter.AROUND,
    "updates": Matter.UPDATES,
    "upkeep": Matter.OURS,
}
"""The matter of each family of kinds; a test sees that each family there is has one."""

_APART: Mapping[type[Entry], Matter] = {NoteKept: Matter.CONTACT}


def _matter(kind: type[Entry]) -> Matter:
    family = kind.__module__.rpartition(".")[2]
    return _APART.get(kind, FAMILIES.get(family, Matter.OURS))


_MATTERS: Mapping[type[Entry], Matter] = {kind: _matter(kind) for kind in KINDS}
_BY_CODE: Mapping[str, Matter] = {
    str(kind.__struct_config__.tag).partition("/")[0]: matter for kind, matter in _MATTERS.items()
}

_DAYS = ("on", "planned_on", "said_on", "dated_on")


def day_of_deed(entry: AnyEntry, zone: str) -> date:
    """Return the day of what an entry tells, else the day on which it was written."""
    for name in _DAYS:
        day = getattr(entry, name, None)
        if isinstance(day, date):
            return day
    return day_of(entry.at, zone)


class Line(Struct, frozen=True, kw_only=True):
    """One place of the record: `what` stands there, words or the tombstone where all were taken out.

    `corrected` tells that other words stood there before. `label` is the group or person around X it names, or "".
    """

    on: date
    seq: int
    author: bytes
    matter: Matter
    label: str = ""
    corrected: bool = False
    what: Filed | Tombstone


class Span(Struct, frozen=True, kw_only=True):
    """A year, or a quarter of one; `code` is what stands for it in a form."""

    code: str
    from_on: date
    to_on: date


class Narrowed(Struct, frozen=True, kw_only=True):
    """What of the record is asked for; nothing set asks for all of it."""

    matter: Matter | None = None
    label: str = ""
    span: Span | None = None


def lines(state: State) -> tuple[Line, ...]:
    """Return every place of the record that this reader can open, by the day of its deed, newest first.

    It is made of `state.timeline` alone: what her circles cannot open is not in it. Corrections stand at the place of
    what they correct; what does not fit stands apart (State.does_not_fit).
    """
    return tuple(sorted((*_standing(state), *_stones(state)), key=_place, reverse=True))


def _place(line: Line) -> tuple[date, int]:
    return line.on, line.seq


def _standing(state: State) -> Iterator[Line]:
    """Yield the places where words stand."""
    zone, entries, chains = state.process.zone, state.entries, state.corrected_by
    apart = {one.filed.entry_id for one in state.does_not_fit} | set(state.taken_out)
    chained = {entry_id for first, chain in chains.items() for entry_id in (first, *chain)}
    for filed in state.timeline:
        if filed.seq < 0 or filed.entry_id in apart or filed.entry_id in chained or isinstance(filed.entry, TakenOut):
            continue
        yield _line(filed, filed.seq, zone, corrected=False)
    for first, chain in chains.items():
        left = [entries[one] for one in (first, *chain) if one in entries and one not in apart]
        if left:
            yield _line(left[-1], left[0].seq, zone, corrected=left[-1].entry_id != first)


def _line(filed: Filed, seq: int, zone: str, *, corrected: bool) -> Line:
    entry = filed.entry
    return Line(
        on=day_of_deed(entry, zone),
        seq=seq,
        author=filed.author,
        matter=_MATTERS[type(entry)],
        label=_label(entry),
        corrected=corrected,
        what=filed,
    )


def _stones(state: State) -> Iterator[Line]:
    """Yield a tombstone for each act of taking out; words and their corrections go in one act (R60)."""
    acts: dict[tuple[bytes, int, str, date, str], Tombstone] = {}
    for stone in sorted(state.taken_out.values(), key=lambda one: one.seq):
        taken = stone.taken
        acts.setdefault((stone.taken_by, taken.at, taken.kind, taken.day, taken.why), stone)
    for stone in acts.values():
        matter = _BY_CODE.get(stone.taken.kind, Matter.OURS)
        yield Line(on=stone.taken.day, seq=stone.seq, author=stone.taken_by, matter=matter, what=stone)


def spans(found: Iterable[Line]) -> tuple[Span, ...]:
    """Return the years of these lines with their quarters, the newest first."""
    quarters = {(line.on.year, (line.on.month + 2) // 3) for line in found}
    result: list[Span] = []
    for year in sorted({year for year, _quarter in quarters}, reverse=True):
        result.append(Span(code=f"{year}", from_on=date(year, 1, 1), to_on=date(year, 12, 31)))
        result += [_quarter_of(*one) for one in sorted(quarters, reverse=True) if one[0] == year]
    return tuple(result)


def _quarter_of(year: int, quarter: int) -> Span:
    first = 3 * quarter - 2
    last_day = {3: 31, 6: 30, 9: 30, 12: 31}[first + 2]
    return Span(code=f"{year}-{quarter}", from_on=date(year, first, 1), to_on=date(year, first + 2, last_day))


def _label(entry: Entry) -> str:
    """Return the group or person that an entry names, also as those who may be told or not."""
    named = getattr(entry, "audience", entry)
    return getattr(named, "label", None) or ""


def labels(found: Iterable[Line]) -> tuple[str, ...]:
    """Return the labels of groups and people around X that these lines name, in the order of the alphabet."""
    return tuple(sorted({line.label for line in found if line.label}, key=lambda one: (one.casefold(), one)))


def matters(found: Iterable[Line]) -> tuple[Matter, ...]:
    """Return the matters that these lines are about."""
    there = {line.matter for line in found}
    return tuple(matter for matter in Matter if matter in there)


def narrow(found: Iterable[Line], asked: Narrowed) -> tuple[Line, ...]:
    """Return the lines that are asked for, in their order."""
    matter, label, span = asked.matter, asked.label, asked.span
    return tuple(
        line
        for line in found
        if (matter is None or line.matter is matter)
        and (not label or line.label == label)
        and (span is None or span.from_on <= line.on <= span.to_on)
    )

"""The parent process, as it stands: its decisions, when we heard from it, what was told back (R8, R30)."""

from collections.abc import Callable
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import AnswersReported, ParentDecided, ParentHeard, ReadAgainstSource
from answerable.core.entries.hashes import text_hash
from answerable.core.state.items import Filed, Item
from answerable.core.state.passings import Passing
from answerable.core.state.readings import Readings
from answerable.core.state.standing import item_of

ParentEntry = ParentDecided | ParentHeard | AnswersReported
PassingsOf = Callable[[bytes, bytes], tuple[Passing, ...]]


class Decision(Struct, frozen=True, kw_only=True):
    """A decision of the parent process; a copied one counts after a second member's reading (R2, R8).

    `counts_from` is the moment from which it counts, None while it does not; `counts_from_seq` is the place in the log
    of what made it count.
    """

    item: Item[ParentDecided]
    text: str
    text_hash: bytes
    readings: tuple[Item[ReadAgainstSource], ...]
    counts: bool
    counts_from: int | None
    counts_from_seq: int | None
    passings: tuple[Passing, ...]


class Parent(Struct, frozen=True, kw_only=True):
    """What came from the parent process, and what was told back to it or to the support circle."""

    decisions: tuple[Decision, ...]
    heard: tuple[Item[ParentHeard], ...]
    reported: tuple[Item[AnswersReported], ...]


class ParentBuilder:
    """Gathers decisions, signs of life, and what was told back."""

    def __init__(self) -> None:
        self.decided: dict[bytes, Item[ParentDecided]] = {}
        self.heard: list[Item[ParentHeard]] = []
        self.reported: list[Item[AnswersReported]] = []

    def add(self, filed: Filed, entry: ParentEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case ParentDecided():
                self.decided[first] = item_of(filed, entry, first, seq)
            case ParentHeard():
                self.heard.append(item_of(filed, entry, first, seq))
            case AnswersReported():
                self.reported.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self, readings: Readings, passings_of: PassingsOf) -> Parent:
        """Return the slice; decisions by the day on which they were made."""
        decisions = [_decision(item, readings, passings_of) for item in self.decided.values()]
        return Parent(
            decisions=tuple(sorted(decisions, key=lambda one: (one.item.entry.said_on, one.item.seq))),
            heard=tuple(self.heard),
            reported=tuple(self.reported),
        )


def _decision(item: Item[ParentDecided], readings: Readings, passings_of: PassingsOf) -> Decision:
    wording = text_hash(item.entry)
    counted = readings.of(item, wording)
    return Decision(
        item=item,
        text=item.entry.text,
        text_hash=wording,
        readings=counted.readings,
        counts=counted.counts,
        counts_from=counted.at,
        counts_from_seq=counted.seq,
        passings=passings_of(item.first_id, wording),
    )

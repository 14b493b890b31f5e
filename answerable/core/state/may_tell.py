"""Who may be told, and what reaches the person harmed, as they stand (R9, R10, R13)."""

from collections.abc import Iterable
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import (
    MayTellAsked,
    MayTellConfirmed,
    MayTellSet,
    MayTellStopped,
    ReachChosen,
    ReadAgainstSource,
)
from answerable.core.entries.hashes import text_hash
from answerable.core.entries.may_tell import MayTell
from answerable.core.entries.reach import Reach
from answerable.core.state.items import Filed, Item, Tombstone
from answerable.core.state.readings import Readings
from answerable.core.state.standing import item_of

MayTellEntry = MayTellSet | MayTellStopped | MayTellConfirmed | MayTellAsked | ReachChosen
SET = "may-tell-set"
_LEAST_FIRST = tuple(Reach)


class TellRule(Struct, frozen=True, kw_only=True):
    """One answer of the support circle; a copied yes counts once a second member read it, all else at once (R64).

    `counts_from_seq` is the place in the log of what made it count, None while it does not.
    """

    item: Item[MayTellSet]
    readings: tuple[Item[ReadAgainstSource], ...]
    counts_from_seq: int | None

    @property
    def counts(self) -> bool:
        """Whether it counts now."""
        return self.counts_from_seq is not None


class WhoMayKnow(Struct, frozen=True, kw_only=True):
    """All that was said about who may be told, each in the order of the log.

    `gone` are the places of answers whose words were taken out: nobody can know any more what they forbade.
    """

    rules: tuple[TellRule, ...]
    stops: tuple[Item[MayTellStopped], ...]
    confirmed: tuple[Item[MayTellConfirmed], ...]
    asked: tuple[Item[MayTellAsked], ...]
    gone: tuple[Tombstone, ...]


class ChosenReach(Struct, frozen=True, kw_only=True):
    """What reaches her: `current` is what counts, None where nothing was said; `chosen` is all that was said.

    A copied choice counts once a second member read it; one by which less reaches her counts at once (R64).
    """

    current: Item[ReachChosen] | None
    chosen: tuple[Item[ReachChosen], ...]
    waiting: tuple[Item[ReachChosen], ...]


class MayTellBuilder:
    """Gathers who may be told, and what reaches her."""

    def __init__(self) -> None:
        self.answers: list[Item[MayTellSet]] = []
        self.stops: list[Item[MayTellStopped]] = []
        self.confirmed: list[Item[MayTellConfirmed]] = []
        self.asked: list[Item[MayTellAsked]] = []
        self.chosen: list[Item[ReachChosen]] = []

    def add(self, filed: Filed, entry: MayTellEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case MayTellSet():
                self.answers.append(item_of(filed, entry, first, seq))
            case MayTellStopped():
                self.stops.append(item_of(filed, entry, first, seq))
            case MayTellConfirmed():
                self.confirmed.append(item_of(filed, entry, first, seq))
            case MayTellAsked():
                self.asked.append(item_of(filed, entry, first, seq))
            case ReachChosen():
                self.chosen.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self, readings: Readings, empty_places: Iterable[Tombstone]) -> WhoMayKnow:
        """Return who may be told; `empty_places` are the tombstones at whose place nothing stands."""
        return WhoMayKnow(
            rules=tuple(_rule(item, readings) for item in self.answers),
            stops=tuple(self.stops),
            confirmed=tuple(self.confirmed),
            asked=tuple(self.asked),
            gone=tuple(stone for stone in empty_places if stone.taken.kind == SET),
        )

    def freeze_reach(self, readings: Readings) -> ChosenReach:
        """Return what reaches her."""
        current: Item[ReachChosen] | None = None
        waiting: list[Item[ReachChosen]] = []
        for item in sorted(self.chosen, key=lambda item: (item.entry.said_on, item.seq)):
            counts = readings.of(item, text_hash(item.entry)).counts
            if not counts:
                waiting.append(item)
            if counts or _is_less(item, current):
                current = item
        return ChosenReach(current=current, chosen=tuple(self.chosen), waiting=tuple(waiting))


def _rule(item: Item[MayTellSet], readings: Readings) -> TellRule:
    found = readings.of(item, text_hash(item.entry))
    seq = found.seq if item.entry.answer is MayTell.YES else item.seq
    return TellRule(item=item, readings=found.readings, counts_from_seq=seq)


def _is_less(item: Item[ReachChosen], current: Item[ReachChosen] | None) -> bool:
    """Whether less reaches her by this choice than by the one that counts; without one, only the least is less."""
    counts = Reach.ON_REQUEST if current is None else current.entry.reach
    return _LEAST_FIRST.index(item.entry.reach) < _LEAST_FIRST.index(counts)

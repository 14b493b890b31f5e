"""Demands, as they stand."""

from collections.abc import Callable, Collection
from datetime import date
from typing import assert_never

from answerable.core.entries import (
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    NoteKept,
)
from answerable.core.entries.base import Outcome
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.hashes import text_hash
from answerable.core.state.items import Filed, Item
from answerable.core.state.passings import Passing
from answerable.core.state.readings import Readings
from answerable.core.state.shape import Demand, DemandVersion, Withdrawal
from answerable.core.state.standing import item_of

DemandEntry = DemandRaised | DemandReplaced | DemandWithdrawn | DemandPassedOn
FirstOf = Callable[[bytes], bytes]

_WORD_OF_ANSWER = {
    Outcome.ANSWERED: DemandWord.SAID,
    Outcome.EVADED: DemandWord.ASKED,
    Outcome.REFUSED: DemandWord.REFUSED,
}


class DemandsBuilder:
    """Gathers demands through their versions, and what was done with each."""

    def __init__(self, first_of: FirstOf) -> None:
        self._first_of = first_of
        self.rows: dict[bytes, list[Item[DemandRaised] | Item[DemandReplaced]]] = {}
        self.demand_of: dict[bytes, bytes] = {}
        self.withdrawals: list[Item[DemandWithdrawn]] = []
        self.passings: dict[bytes, list[Item[DemandPassedOn]]] = {}
        self.notes: dict[bytes, list[Item[NoteKept]]] = {}
        self.unplaced: list[bytes] = []

    def add(self, filed: Filed, entry: DemandEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case DemandRaised():
                self.rows[first] = [item_of(filed, entry, first, seq)]
                self.demand_of[first] = first
            case DemandReplaced():
                demand = self.demand_of.get(self._first_of(entry.replaces))
                if demand is None:
                    self.unplaced.append(filed.entry_id)
                else:
                    self.rows[demand].append(item_of(filed, entry, first, seq))
                    self.demand_of[first] = demand
            case DemandWithdrawn():
                self.withdrawals.append(item_of(filed, entry, first, seq))
            case DemandPassedOn():
                passing = item_of(filed, entry, first, seq)
                self.passings.setdefault(self._first_of(entry.demand), []).append(passing)
            case _:
                assert_never(entry)

    def add_note(self, item: Item[NoteKept], demand: bytes) -> None:
        """Take a note that shows something about a version of a demand (R65)."""
        self.notes.setdefault(self._first_of(demand), []).append(item)

    def passings_of(self, first: bytes, wording: bytes) -> tuple[Passing, ...]:
        """Return by day how the words that stand at this place were passed on; `wording` is their hash (R30)."""
        return tuple(
            Passing(item=passing, same_wording=passing.entry.text_hash == wording)
            for passing in sorted(self.passings.get(first, ()), key=lambda one: (one.entry.on, one.seq))
        )

    def freeze(
        self, readings: Readings, unplaced: list[bytes], *, beside: Collection[bytes] = ()
    ) -> tuple[Demand, ...]:
        """Return the demands by number, then by their place; `beside` are other words that are passed on (R8)."""
        unplaced += self.unplaced
        for version, passings in self.passings.items():
            if version not in self.demand_of and version not in beside:
                unplaced += [item.entry_id for item in passings]
        withdrawn: dict[bytes, Withdrawal] = {}
        for item in self.withdrawals:
            demand = self.demand_of.get(self._first_of(item.entry.withdraws))
            if demand is None:
                unplaced.append(item.entry_id)
            elif demand not in withdrawn or not withdrawn[demand].counts:
                withdrawn[demand] = _withdrawal(item, readings)
        demands = [self._demand(row, withdrawn.get(demand), readings) for demand, row in self.rows.items()]
        return tuple(sorted(demands, key=lambda demand: demand.number))

    def _demand(
        self,
        row: list[Item[DemandRaised] | Item[DemandReplaced]],
        withdrawal: Withdrawal | None,
        readings: Readings,
    ) -> Demand:
        versions = tuple(self._version(item, readings) for item in row)
        counting = [version for version in versions if version.counts]
        current = counting[-1] if counting else versions[0]
        newest = versions[-1]
        return Demand(
            demand_id=row[0].first_id,
            number=current.item.entry.number,
            facet=current.item.entry.facet,
            origin=current.item.entry.origin,
            versions=versions,
            current=current,
            waiting=newest if newest is not current and not newest.counts else None,
            withdrawal=withdrawal,
            counts=bool(counting),
            withdrawn=withdrawal is not None and withdrawal.counts,
            word=current.word,
        )

    def _version(self, item: Item[DemandRaised] | Item[DemandReplaced], readings: Readings) -> DemandVersion:
        wording = text_hash(item.entry)
        counted = readings.of(item, wording)
        passings = self.passings_of(item.first_id, wording)
        notes = tuple(self.notes.get(item.first_id, ()))
        word, shown_on = where_it_stands(passings, notes)
        return DemandVersion(
            item=item,
            text=item.entry.text,
            text_hash=wording,
            readings=counted.readings,
            counts=counted.counts,
            counts_from=counted.at,
            counts_from_seq=counted.seq,
            passings=passings,
            notes=notes,
            word=word,
            shown_on=shown_on,
        )


def where_it_stands(passings: tuple[Passing, ...], notes: tuple[Item[NoteKept], ...]) -> tuple[DemandWord, date | None]:
    """Return the word for a demand and the day of what shows it (R65).

    What comes later counts, but asking again changes nothing that is known, and his word does not undo what was seen.
    An evasion is no answer.
    """
    shown = [(one.item.entry.on, one.item.seq, _word_of_passing(one.item.entry)) for one in passings]
    shown += [(one.entry.on, one.seq, one.entry.shows.word) for one in notes if one.entry.shows is not None]
    word, shown_on = DemandWord.NOT_ASKED, None
    for on, _seq, new in sorted(shown):
        if new is DemandWord.ASKED and word is not DemandWord.NOT_ASKED:
            continue
        if new is DemandWord.SAID and word is DemandWord.SEEN:
            continue
        word, shown_on = new, on
    return word, shown_on


def _word_of_passing(entry: DemandPassedOn) -> DemandWord:
    return DemandWord.ASKED if entry.answer is None else _WORD_OF_ANSWER[entry.answer.outcome]


def _withdrawal(item: Item[DemandWithdrawn], readings: Readings) -> Withdrawal:
    wording = text_hash(item.entry)
    counted = readings.of(item, wording)
    return Withdrawal(item=item, text_hash=wording, readings=counted.readings, counts=counted.counts)

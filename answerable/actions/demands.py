"""Deeds on demands and decisions: raised or copied, replaced, withdrawn, passed on word for word (R2, R8, R30)."""

from collections.abc import Sequence

import msgspec

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import Writer, write
from answerable.core.circles import Role
from answerable.core.entries import DemandPassedOn, DemandRaised, DemandReplaced, DemandWithdrawn
from answerable.core.entries.demands import Facet
from answerable.core.entries.hashes import hash_of_parts
from answerable.core.state import Decision, Demand, State
from answerable.sealing.derivation import digest

LAST_NUMBER = 999


class NoSuchDemandError(Exception):
    """The demand is not there, or not for this member to read."""


class WithdrawnError(Exception):
    """The demand was withdrawn before, or a copied withdrawal waits for its second reader."""


class SameWordsError(Exception):
    """The new wording is word for word the one that stands."""


def next_free(state: State, *, taken: frozenset[int] = frozenset()) -> int:
    """Return the number after the highest ever given; where there is none left, the lowest that is free."""
    used = {demand.number for demand in state.demands} | taken
    highest = max(used, default=0)
    if highest < LAST_NUMBER:
        return highest + 1
    return next(number for number in range(1, LAST_NUMBER + len(used) + 2) if number not in used)


def demand_of(state: State, ident: bytes) -> Demand | None:
    """Return the demand to which an entry belongs: one of its versions, corrections or its withdrawal."""
    for demand in state.demands:
        ids = {one for version in demand.versions for one in (version.item.entry_id, version.item.first_id)}
        if demand.withdrawal is not None:
            ids |= {demand.withdrawal.item.entry_id, demand.withdrawal.item.first_id}
        ids |= {later for one in tuple(ids) for later in state.corrected_by.get(one, ())}
        if ident in ids:
            return demand
    return None


def decision_of(state: State, ident: bytes) -> Decision | None:
    """Return the decision of the parent process to which an entry belongs, or one of its corrections."""
    for decision in state.parent.decisions:
        item = decision.item
        if ident in (item.entry_id, item.first_id, *state.corrected_by.get(item.first_id, ())):
            return decision
    return None


def part_id(entry_id: bytes, *, of: bytes) -> bytes:
    """Return the id of one part of a save that can hold any number: the same part is never written twice."""
    return digest(b"row" + entry_id + of)[:16]


def row_id(entry_id: bytes, facet: Facet, text: str) -> bytes:
    """Return the id of a demand within the save of one form: by what it says, whatever its row or number."""
    return part_id(entry_id, of=hash_of_parts(facet, text))


def raise_demands(opened: OpenProcess, entry_id: bytes, demands: Sequence[DemandRaised], *, now: int) -> OpenProcess:
    """Append demands of one save; a number that somebody took meanwhile gives way to the next free one (R2).

    What this form wrote before is left out, so that sending it twice, or once more with a row added, is safe.
    """

    def build(writer: Writer) -> None:
        taken = {demand.number for demand in writer.opened.state.demands}
        for demand in demands:
            ident = row_id(entry_id, demand.facet, demand.text)
            if writer.ledger.has(ident):
                continue
            number = demand.number
            if number in taken:
                number = next_free(writer.opened.state, taken=frozenset(taken))
            taken.add(number)
            writer.entry(ident, msgspec.structs.replace(demand, number=number))

    return write(opened, build, now=now)


def replace_demand(opened: OpenProcess, entry_id: bytes, entry: DemandReplaced, *, now: int) -> OpenProcess:
    """Append a newer wording; the older one stays to be seen (R2).

    Raises AlreadyWrittenError, NoSuchDemandError, WithdrawnError, SameWordsError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id, text=entry.text, facet=entry.facet)
        demand = _standing(writer.opened.state, entry.replaces)
        if entry.text.split() == demand.versions[-1].text.split() and entry.facet is demand.facet:
            raise SameWordsError
        writer.entry(entry_id, entry)

    return write(opened, build, now=now)


def withdraw_demand(opened: OpenProcess, entry_id: bytes, entry: DemandWithdrawn, *, now: int) -> OpenProcess:
    """Append that a demand is no longer made (R2). Raises AlreadyWrittenError, NoSuchDemandError, WithdrawnError."""

    def build(writer: Writer) -> None:
        writer.once(entry_id, text=entry.text)
        demand = _standing(writer.opened.state, entry.withdraws)
        waiting = demand.withdrawal
        if waiting is not None and entry.copied is not None:
            raise WithdrawnError
        writer.entry(entry_id, entry)

    return write(opened, build, now=now)


def _standing(state: State, ident: bytes) -> Demand:
    demand = demand_of(state, ident)
    if demand is None:
        raise NoSuchDemandError
    if demand.withdrawn:
        raise WithdrawnError
    return demand


def pass_on(
    opened: OpenProcess, entry_id: bytes, passings: Sequence[DemandPassedOn], *, also: Sequence[Role] = (), now: int
) -> OpenProcess:
    """Append what was passed on in one go, each with the hash of the words used and his answer (R30).

    What happened is written whatever the demand's state: marks show what was not as agreed (R63). The same wording
    of the same save stands once. Raises NoSuchDemandError.
    """

    def build(writer: Writer) -> None:
        for passing in passings:
            state = writer.opened.state
            if demand_of(state, passing.demand) is None and decision_of(state, passing.demand) is None:
                raise NoSuchDemandError
            ident = part_id(entry_id, of=passing.demand)
            if not writer.ledger.has(ident):
                writer.entry(ident, passing, also=also)

    return write(opened, build, now=now)

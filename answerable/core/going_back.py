"""What goes back to those whose words were passed on, and when we last heard from the parent process (R8, R30)."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from answerable.core.calendar import add_months
from answerable.core.circles import Presence
from answerable.core.entries import AnswersReported, DemandPassedOn, UpdateHandedOver
from answerable.core.entries.base import Outcome
from answerable.core.entries.demands import Origin
from answerable.core.state import Item, State

THIN_AFTER_MONTHS = 8


class Answered(Struct, frozen=True, kw_only=True):
    """A passing on that X answered or refused, and whose words it was; `number` is None for a decision."""

    item: Item[DemandPassedOn]
    number: int | None
    origin: Origin


def answered(state: State) -> tuple[Answered, ...]:
    """Return what X answered or refused, in the order of the log; an evasion is no answer (R65)."""
    return tuple(sorted(_answered(state), key=lambda one: one.item.seq))


def _answered(state: State) -> Iterator[Answered]:
    for demand in state.demands:
        for version in demand.versions:
            for passing in version.passings:
                if _has_answer(passing.item.entry):
                    origin = version.item.entry.origin
                    yield Answered(item=passing.item, number=demand.number, origin=origin)
    for decision in state.parent.decisions:
        for passing in decision.passings:
            if _has_answer(passing.item.entry):
                yield Answered(item=passing.item, number=None, origin=Origin.PARENT_PROCESS)


def _has_answer(entry: DemandPassedOn) -> bool:
    return entry.answer is not None and entry.answer.outcome is not Outcome.EVADED


def told_back(state: State, one: Answered) -> tuple[Item[AnswersReported] | Item[UpdateHandedOver], ...]:
    """Return what told those who asked what X answered: a word of ours, or an update handed over since (R30, R64).

    An update goes to the support circle alone.
    """
    ids = {one.item.entry_id, one.item.first_id}
    found: list[Item[AnswersReported] | Item[UpdateHandedOver]] = [
        item
        for item in state.parent.reported
        if item.entry.to is one.origin and not ids.isdisjoint(item.entry.passings)
    ]
    if one.origin is Origin.SUPPORT:
        found += [item for item in state.updates.handed_over if item.seq > one.item.seq][:1]
    return tuple(sorted(found, key=lambda item: item.seq))


def to_tell(state: State, to: Origin) -> tuple[Answered, ...]:
    """Return which answers they were not told yet; a support circle that is here reads them itself (R30)."""
    if to is Origin.SUPPORT and state.process.support is not Presence.MAIL:
        return ()
    return tuple(one for one in answered(state) if one.origin is to and not told_back(state, one))


def tie_is_thin(state: State, today: date) -> bool:
    """Tell whether nothing was heard from the parent process for so long that the group asks itself about it (R8).

    A process that never heard of one has no tie to lose.
    """
    heard_on = last_heard_on(state)
    return heard_on is not None and add_months(heard_on, THIN_AFTER_MONTHS) <= today


def last_heard_on(state: State) -> date | None:
    """Return the newest day on which the parent process said something, None where nothing is known of it (R8)."""
    days = [item.entry.on for item in state.parent.heard]
    days += [decision.item.entry.said_on for decision in state.parent.decisions]
    for demand in state.demands:
        entries = [version.item.entry for version in demand.versions]
        days += [entry.said_on for entry in entries if entry.origin is Origin.PARENT_PROCESS]
        withdrawn = demand.withdrawal.item.entry if demand.withdrawal else None
        if withdrawn is not None and withdrawn.origin is Origin.PARENT_PROCESS:
            days.append(withdrawn.said_on)
    return max(days, default=None)

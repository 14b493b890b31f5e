"""Duties towards people around X: who hears of a new demand, and a talk for who disagrees (R35, R36)."""

from collections.abc import Iterator

from answerable.core.calendar import Clock
from answerable.core.duties.duty import ANSWER_WITHIN, Code, Duty, Facts, View
from answerable.core.state import Around, Demand, State


def who_could_hear(state: State, demand: Demand) -> tuple[Around, ...]:
    """Return who knew before this demand counted; who wants no further contact is not asked about (R35, R36)."""
    counts_from = demand.versions[0].counts_from_seq
    if counts_from is None or demand.withdrawn:
        return ()
    return tuple(
        one
        for one in state.surroundings.people
        if one.knows_from is not None and one.knows_from < counts_from and one.no_contact is None
    )


def who_hears_duties(view: View) -> Iterator[Duty]:
    """Yield once for each new demand: who of those who know hears of it? A quiet job without a day (R35)."""
    for demand in view.state.demands:
        people = who_could_hear(view.state, demand)
        if people and demand.demand_id not in view.state.surroundings.settled:
            facts = Facts(numbers=(demand.number,), count=len(people))
            yield view.duty(Code.WHO_HEARS, demand.demand_id.hex(), None, facts=facts, subjects=(demand.demand_id,))


def talk_duties(view: View) -> Iterator[Duty]:
    """Yield a talk for who disagrees: a suggestion, which gets a day only where a member takes it on (R36)."""
    for one in view.state.surroundings.people:
        reason = one.talk_to_offer
        if reason is None:
            continue
        code, anchor = Code.OFFER_TALK, reason.first_id.hex()
        taken_on = view.taken_on(f"{code.value}/{anchor}")
        clock = None if taken_on is None else Clock.on(taken_on + ANSWER_WITHIN)
        yield view.duty(code, anchor, clock, facts=Facts(label=one.label), subjects=(one.around_id,))

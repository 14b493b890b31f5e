"""Duties about one circle of people: a new look, a notice whose day is over, a plan that waits (R44, R46)."""

from collections.abc import Iterator
from datetime import date

from answerable.core import telling
from answerable.core.calendar import ONE_DAY, Clock
from answerable.core.duties.duty import Code, Duty, Facts, View
from answerable.core.gates import Open
from answerable.core.state.telling import Circle, Plan
from answerable.core.telling import Asks

OPEN, UNCONFIRMED, STILL = 0, 1, 2
"""How a plan that waits stands: it may be carried out, it waits for a second member, it stands still."""


def circle_duties(view: View) -> Iterator[Duty]:
    """Yield for each circle the day of the next look, what became of a notice, and the plan that waits."""
    for circle in view.state.telling.circles:
        on = _looked_at_on(circle)
        if on is not None:
            since_on = circle.told[-1].entry.on if circle.sheet is None else circle.sheet.entry.on
            facts = Facts(since_on=since_on, label=circle.label)
            anchor = f"{circle.circle_id.hex()}/{on.isoformat()}"
            yield view.duty(Code.CIRCLE_AGAIN, anchor, Clock.on(on), facts=facts, subjects=(circle.circle_id,))
        notice = circle.notice
        if notice is not None and notice.proof is None:
            entry, first = notice.item.entry, notice.item.first_id
            facts = Facts(since_on=entry.by_on, label=circle.label)
            clock = Clock.on(entry.by_on + ONE_DAY)
            yield view.duty(Code.NOTICE_OVER, first.hex(), clock, facts=facts, subjects=(first,))
        if circle.plan is not None:
            yield _plan_duty(view, circle, circle.plan)


def _looked_at_on(circle: Circle) -> date | None:
    """Return when the newest of it is looked at: what was told, or what the worksheet came to (R46)."""
    sheet = circle.sheet
    told = circle.told[-1] if circle.told else None
    if told is not None and (sheet is None or told.seq > sheet.seq):
        return told.entry.review_on
    if sheet is None:
        return None
    by_on = sheet.entry.he_tells_by_on
    if by_on is not None and circle.notice is None:
        return by_on + ONE_DAY
    return sheet.entry.look_again_on


def _plan_duty(view: View, circle: Circle, plan: Plan) -> Duty:
    asked = telling.plan_conditions(view.state, circle, plan, view.today)
    missing = [one.asks for one in asked if one.reason is not None]
    stands = OPEN if isinstance(telling.gate(asked), Open) else UNCONFIRMED if missing == [Asks.SECOND] else STILL
    entry, first = plan.item.entry, plan.item.first_id
    facts = Facts(since_on=entry.for_on, label=circle.label, count=stands)
    clock = Clock.on(entry.for_on if stands == OPEN else view.day(entry.at))
    return view.duty(Code.TELLING_PLAN, first.hex(), clock, facts=facts, subjects=(first,))

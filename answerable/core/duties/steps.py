"""Duties about not cooperating: a decision of the group, and a step to look at again (R38, R39, Fixed meanings)."""

from collections.abc import Iterator

from answerable.core import steps
from answerable.core.calendar import Clock
from answerable.core.duties.duty import DECIDE_WITHIN, Code, Duty, Facts, View
from answerable.core.state import Concern


def step_duties(view: View) -> Iterator[Duty]:
    """Yield what each open concern waits for; while a question about it is open, its views are what is due."""
    for concern in view.state.concerns:
        asked = any(one.is_open for one in steps.decisions_about(view.state, concern))
        if not asked:
            yield from _to_decide(view, concern)
        on = concern.look_again_on
        if on is not None:
            facts = Facts(since_on=concern.done[-1].entry.on, label=concern.label or "")
            anchor = f"{concern.concern_id.hex()}/{on.isoformat()}"
            yield view.duty(Code.STEP_AGAIN, anchor, Clock.on(on), facts=facts, subjects=(concern.concern_id,))


def _to_decide(view: View, concern: Concern) -> Iterator[Duty]:
    """Yield the decision that notes make due within 14 days; where the group talked on, from that day (R38)."""
    notes = steps.waiting_notes(view.state, concern)
    if not notes:
        return
    first = notes[0]
    noted_on = view.day(first.entry.at)
    outcomes = [one.outcome for one in steps.decisions_about(view.state, concern) if one.outcome is not None]
    talked = [one.entry.on for one in outcomes if one.seq > first.seq]
    clock = Clock.on(max((noted_on, *talked)) + DECIDE_WITHIN)
    facts = Facts(since_on=noted_on, count=len(notes), label=concern.label or "")
    yield view.duty(Code.DECIDE_STEP, first.first_id.hex(), clock, facts=facts, subjects=(concern.concern_id,))

"""Duties about decisions: a view that others wait for, an outcome to write down, a decision to look at again (R47)."""

from collections.abc import Iterator

from answerable.core.calendar import Clock
from answerable.core.duties.duty import Code, Duty, Facts, View


def decision_duties(view: View) -> Iterator[Duty]:
    """Yield what each decision waits for: views, then its outcome, and once it is made the day of the next look."""
    for decision in view.state.decisions:
        item = decision.item
        here = set(view.contact_members)
        waited = tuple(user for user in decision.deciding if user in here and user not in decision.positions)
        anchor, subjects = item.first_id.hex(), (item.first_id,)
        if decision.is_open:
            clock = Clock.on(item.entry.until_on)
            code = Code.GIVE_VIEW if waited else Code.WRITE_OUTCOME
            facts = Facts(since_on=item.entry.until_on, count=len(waited), people=waited)
            yield view.duty(code, anchor, clock, facts=facts, subjects=subjects)
        elif decision.look_again_on is not None and decision.outcome is not None:
            on = decision.look_again_on
            facts = Facts(since_on=decision.outcome.entry.on)
            yield view.duty(
                Code.DECISION_AGAIN, f"{anchor}/{on.isoformat()}", Clock.on(on), facts=facts, subjects=subjects
            )

"""Duties towards the contact with X: reaching him, his answers, what he agreed to, our mail."""

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.core.calendar import ONE_DAY, Clock, add_months
from answerable.core.duties.duty import (
    CONTACT_GRACE,
    DECIDE_WITHIN,
    LOOK_AGAIN_WITHIN,
    NOTHING_AHEAD,
    Code,
    Duty,
    Facts,
    View,
)
from answerable.core.entries.demands import DemandWord
from answerable.core.state import State


def contact_clock(view: View) -> Clock | None:
    """Return the clock of the next reached contact, from the last one or the opening; none if not taken on (R26)."""
    if not view.policy.contact_every_months:
        return None
    return Clock.on(add_months(contact_since_on(view.state), view.policy.contact_every_months), grace=CONTACT_GRACE)


def contact_since_on(state: State) -> date:
    """Return the day from which the time without a contact counts (R26)."""
    return state.contacts.last_reached_on or state.process.opened_on


def contact_duty(view: View) -> Iterator[Duty]:
    """Yield the next contact; an attempt never moves it (R26)."""
    clock = contact_clock(view)
    if clock is None:
        return
    since_on = contact_since_on(view.state)
    attempts = len(view.state.contacts.attempts_since_reached)
    facts = Facts(since_on=since_on, months=view.policy.contact_every_months, count=attempts)
    yield view.duty(Code.CONTACT, since_on.isoformat(), clock, facts=facts)


def _decide_by(answer_by_on: date) -> Clock:
    """Return what follows when his date has passed: soon from the next day, a decision due in 14 days (R38)."""
    return Clock(
        soon_on=answer_by_on + ONE_DAY,
        due_on=answer_by_on + DECIDE_WITHIN,
        last_on=answer_by_on + DECIDE_WITHIN,
    )


def his_answer_duties(view: View) -> Iterator[Duty]:
    """Yield what asked X for an answer by a day: messages, and demands passed on without an answer (R26, R30)."""
    for message in view.state.contacts.open_messages:
        if message.answer_by_on is not None:
            first = message.attempts[0].first_id
            facts = Facts(since_on=message.answer_by_on, count=message.new_dates)
            yield view.duty(
                Code.HIS_ANSWER, first.hex(), _decide_by(message.answer_by_on), facts=facts, subjects=(first,)
            )
    for demand in view.state.demands:
        passings = demand.current.passings
        if demand.withdrawn or not passings or demand.current.word is not DemandWord.ASKED:
            continue
        newest = passings[-1].item
        if newest.entry.answer_by_on is not None:
            facts = Facts(since_on=newest.entry.answer_by_on, numbers=(demand.number,))
            clock = _decide_by(newest.entry.answer_by_on)
            yield view.duty(
                Code.HIS_ANSWER, newest.first_id.hex(), clock, facts=facts, subjects=(newest.first_id, demand.demand_id)
            )


def agreement_duty(view: View) -> Iterator[Duty]:
    """Yield the agreements whose day has a date: asked about at the next contact after it (R31)."""
    dated = sorted(
        (agreement.item.entry.by_on, agreement.item.first_id)
        for agreement in view.state.agreements
        if agreement.is_open and agreement.item.entry.by_on is not None
    )
    if not dated:
        return
    past = tuple(first for by_on, first in dated if by_on < view.today) or (dated[0][1],)
    asked_from = dated[0][0] + ONE_DAY
    contact = contact_clock(view)
    due_on = max(asked_from, contact.due_on) if contact else asked_from
    clock = Clock(soon_on=asked_from, due_on=due_on, last_on=due_on + CONTACT_GRACE)
    facts = Facts(since_on=dated[0][0], count=len(past))
    yield view.duty(Code.AGREEMENTS, dated[0][1].hex(), clock, facts=facts, subjects=past)


def look_again_duty(view: View) -> Iterator[Duty]:
    """Yield another look at contact and surroundings after X moved or joined something, as one duty (R33).

    Its key follows the newest change, so that a look that was declined comes back when something changes again.
    """
    waiting = [(view.day(one.item.entry.at), one.item) for one in view.state.changes if not one.looked]
    if not waiting:
        return
    since_on = min(day for day, _ in waiting)
    facts = Facts(since_on=since_on, count=len(waiting))
    subjects = tuple(item.first_id for _, item in waiting)
    clock = Clock.on(since_on + LOOK_AGAIN_WITHIN)
    yield view.duty(Code.LOOK_AGAIN, subjects[-1].hex(), clock, facts=facts, subjects=subjects)


def mailbox_duty(view: View) -> Iterator[Duty]:
    """Yield the weekly look at the mail; it is never soon, so that a quiet week stays quiet (R55, R62)."""
    if not view.policy.mailbox_every_days:
        return
    since_on = view.state.upkeep.last_looked_on or view.state.process.opened_on
    due_on = since_on + timedelta(days=view.policy.mailbox_every_days)
    clock = Clock.on(due_on, ahead=NOTHING_AHEAD)
    yield view.duty(
        Code.MAILBOX,
        since_on.isoformat(),
        clock,
        facts=Facts(since_on=since_on, count=len(view.state.upkeep.looked_at)),
    )

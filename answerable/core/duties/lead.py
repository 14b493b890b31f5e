"""The one sentence of state that opens the first page, as facts (R26, R53)."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core.calendar import Clock, Standing, days_between
from answerable.core.duties.contact import contact_clock, contact_since_on
from answerable.core.duties.duty import UpdateStage, View
from answerable.core.duties.owed_outward import update_clock, update_stage
from answerable.core.entries.contacts import MissedReason, Reply
from answerable.core.entries.sent import HowAnswered
from answerable.core.state import State


class ContactCode(StrEnum):
    """Which sentence fits the contact with X."""

    NOT_TAKEN_ON = "not-taken-on"
    IN_TIME = "in-time"
    SOON = "soon"
    DUE = "due"
    LATE = "late"


class UpdateCode(StrEnum):
    """Which sentence fits the update."""

    NOT_TAKEN_ON = "not-taken-on"
    IN_TIME = "in-time"
    SOON = "soon"
    DUE = "due"
    LATE = "late"
    WAITS_FOR_READER = "waits-for-reader"
    READY = "ready"


class ContactLead(Struct, frozen=True, kw_only=True):
    """Contact with X in counts; the two forms of R26 are no `attempts` (we did not write), or some (no answer).

    `first` says that no contact was reached yet; `reply` is his newest reply that answered nothing; `missed` counts
    meetings that he did not come to, `ours` those that did not happen because of us (R34).
    """

    code: ContactCode
    clock: Clock | None
    first: bool
    days: int
    attempts: int
    reply: Reply
    missed: int
    ours: int


class Lead(Struct, frozen=True, kw_only=True):
    """The facts of the lead sentence; `paused_until_on` is the last day of a pause of ours, while it runs (R34)."""

    paused_until_on: date | None
    contact: ContactLead
    update: UpdateCode
    update_clock: Clock | None


_CONTACT_CODES = {
    Standing.NOT_YET: ContactCode.IN_TIME,
    Standing.SOON: ContactCode.SOON,
    Standing.DUE: ContactCode.DUE,
    Standing.LATE: ContactCode.LATE,
}
_UPDATE_CODES = {
    Standing.NOT_YET: UpdateCode.IN_TIME,
    Standing.SOON: UpdateCode.SOON,
    Standing.DUE: UpdateCode.DUE,
    Standing.LATE: UpdateCode.LATE,
}


def state_sentence(state: State, today: date) -> Lead:
    """Return which lead sentence fits today, and its counts."""
    view = View.of(state, today)
    clock = update_clock(view)
    pause = state.pauses.on(today)
    until_on = pause.span.until_on if pause and pause.span else None
    return Lead(paused_until_on=until_on, contact=_contact(view), update=_update(view, clock), update_clock=clock)


def _contact(view: View) -> ContactLead:
    """Return how contact stands: late sentences tell whether he did not answer or we did not write (R26)."""
    contacts = view.state.contacts
    clock = contact_clock(view)
    if clock is not None:
        clock = view.ours(clock)
    since_on = contact_since_on(view.state)
    missed = [item.entry.reason for item in contacts.missed if item.entry.planned_on > since_on]
    ours = missed.count(MissedReason.OURS)
    return ContactLead(
        code=ContactCode.NOT_TAKEN_ON if clock is None else _CONTACT_CODES[clock.standing(view.today)],
        clock=clock,
        first=contacts.last_reached_on is None,
        days=days_between(since_on, view.today),
        attempts=len(contacts.attempts_since_reached),
        reply=_newest_reply(view.state),
        missed=len(missed) - ours,
        ours=ours,
    )


def _newest_reply(state: State) -> Reply:
    """Return what last came back from him that answered nothing, since he was last reached (R26)."""
    last = state.contacts.last_reached_on
    replies = [
        (item.entry.on, item.seq, item.entry.reply)
        for item in state.contacts.attempts_since_reached
        if item.entry.reply is not Reply.NOTHING
    ]
    for sent in state.sent:
        entry = sent.sorted.entry
        if not entry.reached and (last is None or entry.on > last):
            asks = any(one.how is HowAnswered.ASKS_FOR_TIME for one in entry.answers)
            replies.append((entry.on, sent.sorted.seq, Reply.ASKS_FOR_TIME if asks else Reply.SOMETHING_ELSE))
    return max(replies)[2] if replies else Reply.NOTHING


def _update(view: View, clock: Clock | None) -> UpdateCode:
    """Return how the update stands; a draft that was begun is told before its day."""
    if clock is None:
        return UpdateCode.NOT_TAKEN_ON
    standing = view.ours(clock).standing(view.today)
    if standing is Standing.LATE:
        return UpdateCode.LATE
    stage = update_stage(view.state)
    if stage is UpdateStage.READ:
        return UpdateCode.READY
    return UpdateCode.WAITS_FOR_READER if stage is UpdateStage.DRAFTED else _UPDATE_CODES[standing]

"""What X was asked and has not answered, what he left open last time, whose turn it is: the next contact's list."""

from datetime import date

from msgspec import Struct

from answerable.core.entries.base import Outcome
from answerable.core.entries.contacts import Answer
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.sent import HowAnswered
from answerable.core.state import Agreement, Demand, OpenMessage, State

NEW_DATES_ALONE = 1
"""How many new dates the group may grant before it decides together (R26)."""


class OpenQuestions(Struct, frozen=True, kw_only=True):
    """What waits for his answer: messages, demands passed on, agreements whose day is over or was never set."""

    messages: tuple[OpenMessage, ...]
    demands: tuple[Demand, ...]
    agreements: tuple[Agreement, ...]


class LeftOpen(Struct, frozen=True, kw_only=True):
    """What he evaded, or answered in part, when he was last reached: a question of the list, or what was asked."""

    answers: tuple[tuple[bytes, Answer], ...]
    sorted: tuple[tuple[bytes, HowAnswered], ...]


class Turn(Struct, frozen=True, kw_only=True):
    """Who of us was there last, and who has not been there for longest; never a count, never a ranking (R19)."""

    last: tuple[bytes, ...]
    next: tuple[bytes, ...]


def open_questions(state: State, today: date) -> OpenQuestions:
    """Return what he was asked and has not answered (R26, R30, R31)."""
    return OpenQuestions(
        messages=state.contacts.open_messages,
        demands=tuple(one for one in state.demands if not one.withdrawn and one.current.word is DemandWord.ASKED),
        agreements=tuple(
            one
            for one in state.agreements
            if one.is_open and (one.item.entry.by_on is None or one.item.entry.by_on < today)
        ),
    )


def left_open(state: State) -> LeftOpen:
    """Return what he evaded or answered in part at the last contact, and in what he sent on that day or since (R26)."""
    last = state.contacts.last_reached_on
    if last is None:
        return LeftOpen(answers=(), sorted=())
    reached = [item for item in state.contacts.reached if item.entry.on == last]
    sent = [one.sorted for one in state.sent if one.sorted.entry.reached and one.sorted.entry.on == last]
    return LeftOpen(
        answers=tuple(
            (item.entry_id, answer)
            for item in reached
            for answer in item.entry.answers
            if answer.outcome is Outcome.EVADED
        ),
        sorted=tuple(
            (one.about, one.how)
            for item in sent
            for one in item.entry.answers
            if one.how in {HowAnswered.EVADED, HowAnswered.PARTLY}
        ),
    )


def to_decide(state: State) -> tuple[OpenMessage, ...]:
    """Return the messages with more new dates than the group grants without a decision (R26)."""
    return tuple(one for one in state.contacts.open_messages if one.new_dates > NEW_DATES_ALONE)


def whose_turn(state: State, members: tuple[bytes, ...]) -> Turn | None:
    """Return who of these members was there last, and who has not been for longest; None before the first contact."""
    if not state.contacts.reached:
        return None
    last = state.contacts.reached[-1].entry.by
    was_on: dict[bytes, tuple[date, int]] = {}
    for item in state.contacts.reached:
        was_on.update(dict.fromkeys(item.entry.by, (item.entry.on, item.seq)))
    never = (date.min, -1)
    others = sorted((user for user in members if user not in last), key=lambda user: (was_on.get(user, never), user))
    return Turn(last=last, next=tuple(others[: len(last)]))

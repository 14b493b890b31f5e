"""Which entries a draft rests on: so few that an update can name them, enough to draft it again from them."""

from collections.abc import Iterator

from answerable.core import may_tell
from answerable.core.drafting.sentences import new, outcome_since, since_last
from answerable.core.drafting.steps import is_news, told_apart
from answerable.core.entries import (
    AnyEntry,
    MemberLeft,
    MemberNamed,
    PauseEnded,
    PauseTaken,
    PolicySet,
    PresenceSet,
    ProcessOpened,
    QuorumSet,
    ReadAgainstSource,
    TakenOut,
)
from answerable.core.state import Item, State

_GROUND = (
    ProcessOpened,
    PresenceSet,
    PolicySet,
    QuorumSet,
    MemberNamed,
    MemberLeft,
    PauseTaken,
    PauseEnded,
    ReadAgainstSource,
    TakenOut,
)


def selected(state: State) -> tuple[bytes, ...]:
    """Return the ids of the entries that the next draft rests on, in the order of the log."""
    wanted = {filed.entry_id for filed in state.timeline if isinstance(filed.entry, _GROUND)}
    for item in (*_contacts(state), *_demands(state), *_others(state), *_steps(state), *_indicators(state)):
        wanted.update((item.first_id, item.entry_id, *state.corrected_by.get(item.first_id, ())))
    return tuple(filed.entry_id for filed in state.timeline if filed.entry_id in wanted)


def _contacts(state: State) -> Iterator[Item[AnyEntry]]:
    """Yield what happened with X since the last update, the last contact, and what he has not answered."""
    since = since_last(state)
    contacts = state.contacts
    yield from new(contacts.reached, since)
    yield from new(contacts.attempts, since)
    yield from new(contacts.missed, since)
    yield from (item for item in contacts.reached if item.entry.on == contacts.last_reached_on)
    for sent in state.sent:
        if sent.sorted.seq > since or sent.sorted.entry.on == contacts.last_reached_on:
            yield sent.sorted
            yield from () if sent.words is None else (sent.words,)
    for message in contacts.open_messages:
        yield from message.attempts


def _demands(state: State) -> Iterator[Item[AnyEntry]]:
    """Yield the demands in all their wordings, and all that shows where they stand."""
    for demand in state.demands:
        for version in demand.versions:
            yield version.item
            yield from (passing.item for passing in version.passings)
            yield from version.notes
        if demand.withdrawal is not None:
            yield demand.withdrawal.item
    for decision in state.parent.decisions:
        yield decision.item
        yield from (passing.item for passing in decision.passings)


def _indicators(state: State) -> Iterator[Item[AnyEntry]]:
    """Yield the list of indicators, where the group has it on, for the long version."""
    if state.indicators.taken_on:
        yield from state.indicators.changes
        yield from state.indicators.notes


def _steps(state: State) -> Iterator[Item[AnyEntry]]:
    """Yield what was noted, done or answered since the last update, and what it rests on (R38, R39)."""
    since = since_last(state)
    for concern in state.concerns:
        steps = [step for step in concern.steps if is_news(step, since)]
        moves, notes = new(concern.moves, since), new(concern.notes, since)
        if steps or moves or notes:
            yield from concern.notes
            yield from moves
        for step in steps:
            yield step.item
            yield from step.answers
    for circle, item in told_apart(state):
        yield item
        yield from circle.sheets[-1:]


def _others(state: State) -> Iterator[Item[AnyEntry]]:
    """Yield who knows, agreements that are open or newly answered, notes, open questions, and the last update."""
    since = since_last(state)
    for one in state.surroundings.people:
        yield from one.story
    for agreement in state.agreements:
        answered = new(agreement.answers, since)
        if agreement.is_open or answered:
            yield agreement.item
            yield from agreement.answers
    for decision in state.decisions:
        outcome = outcome_since(decision, since)
        if outcome is not None:
            yield decision.item
            yield outcome
            yield from decision.confirmed
    yield from new(state.notes, since)
    for question in state.questions:
        if not question.answers:
            yield question.item
    yield from may_tell.open_asks(state)
    yield from state.updates.handed_over[-1:]

"""Facts about steps for an update: what was taken and why, what came of it, that he does not cooperate (R38, R39)."""

from datetime import date

from answerable.core.drafting.facts import MoveFact, NotedFact, StepFact
from answerable.core.drafting.sentences import new, since_last
from answerable.core.entries import ConcernMoved, StepAnswered
from answerable.core.state import Concern, Item, State, TakenStep
from answerable.core.state.around import looks_like_one_person


def step_facts(state: State) -> tuple[StepFact | MoveFact, ...]:
    """Return what the fourth sentence says of steps since the last update: taken, answered, and what follows (R39)."""
    since = since_last(state)
    found: list[tuple[date, int, StepFact | MoveFact]] = []
    for concern in state.concerns:
        label = label_for_others(state, concern)
        steps = [step for step in concern.steps if is_news(step, since)]
        found += [(step.item.entry.on, step.item.seq, _step(step, label)) for step in steps]
        found += [(item.entry.on, item.seq, _move(item, label)) for item in new(concern.moves, since)]
    return tuple(fact for _on, _seq, fact in sorted(found, key=lambda one: one[:2]))


def is_news(step: TakenStep, since: int) -> bool:
    """Tell whether a step was taken or answered after this place."""
    return step.item.seq > since or bool(new(step.answers, since))


def step_answers(state: State) -> list[Item[StepAnswered]]:
    """Return what was answered to steps since the last update; its words stay with the group (R14)."""
    since = since_last(state)
    return [item for concern in state.concerns for step in concern.steps for item in new(step.answers, since)]


def label_for_others(state: State, concern: Concern) -> str:
    """Return the group a concern is about as others may read it; "" for none, and for a single person."""
    if concern.label is None or looks_like_one_person(concern.label):
        return ""
    around = state.surroundings.labelled(concern.label)
    return "" if around is not None and around.is_one_person else concern.label


def _step(step: TakenStep, label: str) -> StepFact:
    entry = step.item.entry
    return StepFact(
        step=entry.step,
        own_words=entry.own_words,
        on=entry.on,
        label=label,
        why=entry.why,
        people=len(entry.to),
        answered=step.answers[-1].entry.outcome if step.answers else None,
        look_again_on=entry.look_again_on,
    )


def _move(item: Item[ConcernMoved], label: str) -> MoveFact:
    entry = item.entry
    return MoveFact(
        sort=entry.sort, step=entry.step, on=entry.on, label=label, why=entry.why, look_again_on=entry.look_again_on
    )


def noted_facts(state: State) -> tuple[NotedFact, ...]:
    """Return by kind what was noted since the last update; the facts stay with the group (R38)."""
    since = since_last(state)
    return tuple(
        NotedFact(how=item.entry.how, on=item.entry.on, label=label_for_others(state, concern))
        for concern in state.concerns
        for item in new(concern.notes, since)
    )

"""Facts about steps for an update: what was taken and why, what came of it, that he does not cooperate (R38, R39)."""

from datetime import date

from answerable.core.defaults.steps import Step
from answerable.core.drafting.facts import MoveFact, NotedFact, StepFact
from answerable.core.drafting.sentences import new, since_last
from answerable.core.entries import ConcernMoved, NoticeGiven, PeopleTold, StepAnswered
from answerable.core.entries.around import AroundKind
from answerable.core.state import Concern, Item, State, TakenStep
from answerable.core.state.around import looks_like_one_person
from answerable.core.state.telling import Circle
from answerable.core.telling import step_of


def step_facts(state: State) -> tuple[StepFact | MoveFact, ...]:
    """Return what the fourth sentence says of steps since the last update: taken, answered, and what follows (R39)."""
    since = since_last(state)
    found: list[tuple[date, int, StepFact | MoveFact]] = []
    for concern in state.concerns:
        label = label_for_others(state, concern)
        steps = [step for step in concern.steps if is_news(step, since)]
        found += [(step.item.entry.on, step.item.seq, _step(step, label)) for step in steps]
        found += [(item.entry.on, item.seq, _move(item, label)) for item in new(concern.moves, since)]
    found += [(item.entry.on, item.seq, _apart(circle, item)) for circle, item in told_apart(state)]
    return tuple(fact for _on, _seq, fact in sorted(found, key=lambda one: one[:2]))


def told_apart(state: State) -> list[tuple[Circle, Item[NoticeGiven] | Item[PeopleTold]]]:
    """Return notices and tellings since the last update that belong to no concern: no step tells them (R44)."""
    since = since_last(state)
    found: list[tuple[Circle, Item[NoticeGiven] | Item[PeopleTold]]] = []
    for circle in state.telling.circles:
        notices = new((notice.item for notice in circle.notices), since)
        found += [(circle, item) for item in notices if item.entry.concern is None]
        found += [(circle, item) for item in new(circle.told, since) if item.entry.concern is None]
    return found


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
        people=0 if entry.step is Step.L6 else len(entry.to),  # a notice is given to X
        answered=step.answers[-1].entry.outcome if step.answers else None,
        look_again_on=entry.look_again_on,
    )


def _apart(circle: Circle, item: Item[NoticeGiven] | Item[PeopleTold]) -> StepFact:
    entry = item.entry
    alone = circle.kind is AroundKind.PERSON or looks_like_one_person(circle.label)
    return StepFact(
        step=step_of(entry.material) if isinstance(entry, PeopleTold) else Step.L6,
        own_words=None,
        on=entry.on,
        label="" if alone else circle.label,
        why=circle.sheet.entry.reasons if circle.sheet else "",
        people=int(isinstance(entry, PeopleTold)),
        answered=None,
        look_again_on=entry.review_on if isinstance(entry, PeopleTold) else None,
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

"""What X was asked and confronted with, as the record has it: worksheets and notices rest on it (R39, R43)."""

from datetime import date

from answerable.core.defaults.steps import Step
from answerable.core.entries import StepTaken
from answerable.core.labels import label_key
from answerable.core.state import Concern, Item, State
from answerable.core.state.steps import rank


def concerns_about(state: State, label: str, concern: bytes | None = None) -> tuple[Concern, ...]:
    """Return what is about these people, and what an entry about them says it belongs to, closed ones too."""
    key = label_key(label)
    return tuple(one for one in state.concerns if concern in one.ids or label_key(one.label or "") == key)


def milder_steps(state: State, label: str, concern: bytes | None = None) -> tuple[Item[StepTaken], ...]:
    """Return the steps below a notice that were taken, in the order of their days (R44)."""
    steps = (step.item for one in concerns_about(state, label, concern) for step in one.steps)
    return tuple(sorted((item for item in steps if rank(item.entry.step) < rank(Step.L6)), key=_day))


def confronted_on(state: State, label: str, today: date, concern: bytes | None = None) -> date | None:
    """Return the last day on which he was confronted; no other step is that, least of all to others (R43)."""
    steps = (item.entry for item in milder_steps(state, label, concern) if item.entry.step is Step.L3)
    return max((entry.on for entry in steps if entry.on <= today), default=None)


def _day(item: Item[StepTaken]) -> tuple[date, int]:
    return item.entry.on, item.seq

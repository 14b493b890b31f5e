"""Steps and concerns in words: kinds of not cooperating, names of steps, how a concern stands (R38, R39)."""

from answerable.core.defaults.steps import POSSIBLE_STEPS, Step, StepText
from answerable.core.entries.steps import How, MoveSort
from answerable.core.state import Concern
from answerable.wording.words import Words

TEXTS: dict[Step, StepText] = {one.step: one for one in POSSIBLE_STEPS}


def how(one: How, words: Words) -> str:
    """Return in which way he does not cooperate, as a choice."""
    return {
        How.SLOW_ANSWERS: words.gettext("He takes long to answer, or does not answer"),
        How.REFUSED_MEETING: words.gettext("He refuses to meet, or does not come"),
        How.REFUSED_WORK: words.gettext("He refuses perpetrator work"),
        How.POLITICS_WITHOUT_INFORMING: words.gettext("He joined something without informing them"),
        How.BROKEN_AGREEMENT: words.gettext("He did not keep an agreement"),
        How.MISLEADING_ACCOUNT: words.gettext("What he tells does not fit with what we know"),
        How.OTHER: words.gettext("Something else"),
    }[one]


def step(one: Step, words: Words, *, own: str | None = None) -> str:
    """Return the name of a step; `own` are the group's words for another one."""
    if one is Step.OWN and own:
        return own
    return TEXTS[one].name.in_language(words.language)


def move(one: MoveSort, words: Words) -> str:
    """Return how a concern goes on, in a line."""
    return {
        MoveSort.DOWN: words.gettext("A step down"),
        MoveSort.HELD: words.gettext("It stays as it is for now"),
        MoveSort.CLOSED: words.gettext("Closed"),
        MoveSort.OPENED_AGAIN: words.gettext("Opened again"),
    }[one]


def concern(one: Concern, words: Words) -> str:
    """Return what a concern is called: the circle of people it is about, or what was noted first."""
    return one.label or how(one.notes[0].entry.how, words)


def facts_given(sort: How, label: str | None, words: Words) -> str:
    """Return what was noted, in a line: of which kind, and about which circle of people."""
    return f"{how(sort, words)}: {label}" if label else how(sort, words)

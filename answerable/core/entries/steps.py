"""Task 3: that X does not cooperate, the steps we took, what was answered, and how it goes on (R38-R41, R63).

What belongs together is a *concern*: one strand of it, or one circle of people (Fixed meanings). Its id is that of the
note that opened it.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from answerable.core.defaults.steps import Step
from answerable.core.entries.base import Entry, EntryId, Line, Outcome, Source, Text, Whom, Words
from answerable.core.entries.decisions import Fact

Facts = Annotated[tuple[Fact, ...], Meta(min_length=1, max_length=20)]
RestsOn = Annotated[tuple[EntryId, ...], Meta(max_length=64)]
Labels = Annotated[tuple[Line, ...], Meta(max_length=64)]

TO_X = (Step.L0, Step.L1, Step.L2, Step.L3)
TO_PEOPLE_WHO_KNOW = (Step.L4, Step.L5)
TO_ONE_CIRCLE = (Step.L7A, Step.L7B)


class How(StrEnum):
    """In which way X does not cooperate (R38)."""

    SLOW_ANSWERS = "slow-answers"
    REFUSED_MEETING = "refused-meeting"
    REFUSED_WORK = "refused-work"
    POLITICS_WITHOUT_INFORMING = "politics-without-informing"
    BROKEN_AGREEMENT = "broken-agreement"
    MISLEADING_ACCOUNT = "misleading-account"
    OTHER = "other"


class MoveSort(StrEnum):
    """How a concern goes on other than by a step: down, held, closed, opened again (R39)."""

    DOWN = "down"
    HELD = "held"
    CLOSED = "closed"
    OPENED_AGAIN = "opened-again"


class NonCooperationNoted(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="non-cooperation-noted/1"):
    """That X does not cooperate: the facts, each with its source, and of which kind it is (R38, R42).

    `rests_on` are entries from which it follows. `label` is the circle of people it is about. `concern` is what it
    belongs to; None opens a new one. `x_may_learn`: whoever came to us allows that he learns how we know.
    """

    on: date
    how: How
    facts: Facts
    rests_on: RestsOn
    label: Line | None
    concern: EntryId | None
    x_may_learn: bool

    def __post_init__(self) -> None:
        """Refuse a leave that nobody gave."""
        if self.x_may_learn and all(one.source is not Source.SOMEONE_CAME for one in self.facts):
            raise ValueError("only who came to us can allow that X learns it")


class StepTaken(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="step-taken/1"):
    """A step that was taken: which, by whom, in which words, why this one and why not a milder one (R39, R41, R63).

    `own_words` is what the step is where it is none of the list. `to` are people by label, where it goes to others
    than X. `decision` is the proposal it rests on.
    """

    concern: EntryId
    step: Step
    on: date
    by: Whom
    own_words: Line | None
    words: Text
    to: Labels
    why: Words
    why_not_milder: Text
    answer_by_on: date | None
    look_again_on: date | None
    decision: EntryId | None

    def __post_init__(self) -> None:
        """Refuse a step of our own without its words, and words for one that has a name; people where none are told."""
        if (self.step is Step.OWN) is not (self.own_words is not None):
            raise ValueError("another step has its own words, the others have a name")
        if self.step in TO_PEOPLE_WHO_KNOW and not self.to:
            raise ValueError("who was asked or told")
        if self.step in TO_ONE_CIRCLE and len(self.to) != 1:
            raise ValueError("one circle of people")
        if self.step in TO_X and self.to:
            raise ValueError("this step goes to X")


class StepAnswered(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="step-answered/1"):
    """What was answered to a step: the account of X, or of his friends (`by_friends`), marked so (R14)."""

    step: EntryId
    on: date
    outcome: Outcome
    text: Text
    by_friends: bool


class ConcernMoved(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="concern-moved/1"):
    """A concern goes down to a milder step, is held, closed or opened again, with the reason (R39)."""

    concern: EntryId
    on: date
    sort: MoveSort
    step: Step | None
    why: Words
    look_again_on: date | None

    def __post_init__(self) -> None:
        """Refuse a step that is no step down, and a look at what is closed."""
        if (self.sort is MoveSort.DOWN) is not (self.step is not None):
            raise ValueError("down leads to a step")
        if self.sort is MoveSort.CLOSED and self.look_again_on is not None:
            raise ValueError("what is closed is not looked at again")

"""One example of every kind about steps."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.defaults.steps import Step
from answerable.core.entries import AnyEntry, ConcernMoved, NonCooperationNoted, StepAnswered, StepTaken
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.decisions import Fact
from answerable.core.entries.steps import How, MoveSort

SOME_ID = b"\x01" * 16
CONTACT = (Role.CONTACT,)


def examples(start: int, ada: bytes, bo: bytes) -> tuple[AnyEntry, ...]:
    """Return them, in the order of the table of kinds."""
    return (*_noted(start), *_taken(start, ada, bo), *_after(start))


def _noted(start: int) -> tuple[AnyEntry, ...]:
    return (
        NonCooperationNoted(
            at=start,
            meant_for=CONTACT,
            on=date(2026, 3, 2),
            how=How.POLITICS_WITHOUT_INFORMING,
            facts=(
                Fact(text="He sings in a choir.", source=Source.HE_SAID),
                Fact(text="Nobody there was told.", source=Source.SOMEONE_CAME),
            ),
            rests_on=(SOME_ID,),
            label="Choir",
            concern=None,
            x_may_learn=False,
        ),
    )


def _taken(start: int, ada: bytes, bo: bytes) -> tuple[AnyEntry, ...]:
    return (
        StepTaken(
            at=start,
            meant_for=CONTACT,
            concern=SOME_ID,
            step=Step.L3,
            on=date(2026, 3, 9),
            by=(ada, bo),
            own_words=None,
            words="You inform them by the end of the month.",
            to=(),
            why="He joined without a word to them.",
            why_not_milder="We wrote twice.",
            answer_by_on=date(2026, 3, 23),
            look_again_on=date(2026, 4, 9),
            decision=SOME_ID,
        ),
    )


def _after(start: int) -> tuple[AnyEntry, ...]:
    return (
        StepAnswered(
            at=start,
            meant_for=CONTACT,
            step=SOME_ID,
            on=date(2026, 3, 9),
            outcome=Outcome.EVADED,
            text="He will see.",
            by_friends=False,
        ),
        ConcernMoved(
            at=start,
            meant_for=CONTACT,
            concern=SOME_ID,
            on=date(2026, 4, 9),
            sort=MoveSort.DOWN,
            step=Step.L1,
            why="He told them.",
            look_again_on=date(2026, 6, 9),
        ),
    )

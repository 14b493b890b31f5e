"""One example of every kind about decisions."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import (
    AnyEntry,
    DecisionAbout,
    DecisionConfirmed,
    DecisionProposed,
    DecisionQuestioned,
    DecisionReached,
    PositionTaken,
)
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Dissent, Fact, Recused, Sort, Tally, ViewTaken

SOME_ID = b"\x01" * 16
EVERYBODY, CONTACT = (Role.CONTACT, Role.SUPERVISION, Role.SUPPORT), (Role.CONTACT,)


def examples(start: int, ada: bytes, bo: bytes) -> tuple[AnyEntry, ...]:
    """Return them, in the order of the table of kinds."""
    return (*_asked(start, ada, bo), *_made(start))


def _asked(start: int, ada: bytes, bo: bytes) -> tuple[AnyEntry, ...]:
    return (
        DecisionProposed(
            at=start,
            meant_for=EVERYBODY,
            question="Do we tell the choir?",
            options=("Tell them", "Wait"),
            facts=(Fact(text="He leads the warm-up.", source=Source.ORDINARY_LIFE),),
            protects="Those who sing there",
            asked=(ada, bo),
            recused=(Recused(user=bo, why="a friend of his"),),
            until_on=date(2026, 3, 1),
            at_meeting=False,
            follows=None,
        ),
        PositionTaken(
            at=start,
            meant_for=CONTACT,
            proposal=SOME_ID,
            member=bo,
            view=ViewTaken.CONCERNS,
            text="Three months are long.",
            with_name=False,
            told_how="on the phone",
        ),
    )


def _made(start: int) -> tuple[AnyEntry, ...]:
    return (
        DecisionReached(
            at=start,
            meant_for=EVERYBODY,
            proposal=SOME_ID,
            on=date(2026, 3, 1),
            sort=Sort.NOT_TO_ACT,
            decided="We do not tell the choir now.",
            reasons="He leaves it in spring.",
            protects="Those who sing there",
            tally=Tally(asked=3, agree=2, concerns=1, stand_aside=0, block=0),
            dissent=(Dissent(text="Three months are long.", user=None),),
            look_again_on=date(2026, 6, 1),
            tell="We looked at it and wait.",
        ),
        DecisionConfirmed(
            at=start,
            meant_for=EVERYBODY,
            decision=SOME_ID,
            on=date(2026, 6, 1),
            why="He has left.",
            look_again_on=date(2026, 9, 1),
        ),
        DecisionQuestioned(
            at=start,
            meant_for=CONTACT,
            decision=SOME_ID,
            on=date(2026, 6, 2),
            by="The choir",
            question="Why did you wait?",
            answer="Nobody new came.",
        ),
        DecisionAbout(at=start, meant_for=CONTACT, proposal=SOME_ID, about=SOME_ID),
    )

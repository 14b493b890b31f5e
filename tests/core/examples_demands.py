"""Examples of what follows from demands: the parent process, answers told back, agreements followed, moves."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import (
    AgreementFollowed,
    AnswersReported,
    AnyEntry,
    ChangeNoted,
    LookedAgain,
    ParentDecided,
    ParentHeard,
)
from answerable.core.entries.agreements import Follows
from answerable.core.entries.base import Source
from answerable.core.entries.demands import Origin
from answerable.core.entries.moves import ChangeSort

START = 1_767_600_000
ALL = (Role.CONTACT, Role.SUPERVISION, Role.SUPPORT)
SOME_ID = b"\x01" * 16


def day(month: int, day_of_month: int) -> date:
    """Return a day of the year in which the examples play."""
    return date(2026, month, day_of_month)


EXAMPLES: tuple[AnyEntry, ...] = (
    ParentDecided(at=START, meant_for=ALL, text="He does not come to the camp.", said_on=day(2, 20), copied=None),
    ParentHeard(at=START, meant_for=(Role.CONTACT, Role.SUPPORT), on=day(3, 3), text="A greeting by mail."),
    AnswersReported(
        at=START,
        meant_for=(Role.CONTACT, Role.SUPPORT),
        to=Origin.PARENT_PROCESS,
        passings=(SOME_ID,),
        on=day(3, 5),
        how="by mail",
    ),
    AgreementFollowed(at=START, meant_for=(Role.CONTACT,), agreement=SOME_ID, on=day(3, 12), follows=Follows.TOGETHER),
    ChangeNoted(
        at=START,
        meant_for=(Role.CONTACT,),
        on=day(3, 20),
        sort=ChangeSort.JOINS,
        text="a choir",
        source=Source.HE_SAID,
        x_may_learn=False,
    ),
    LookedAgain(
        at=START,
        meant_for=(Role.CONTACT,),
        changes=(SOME_ID,),
        on=day(3, 28),
        text="We ask him who in the choir knows.",
    ),
)

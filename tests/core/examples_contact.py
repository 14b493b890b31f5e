"""Examples of what he sent, second notes and pauses of ours."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, NoteBeside, PauseEnded, PauseTaken, SentByX, SentSorted
from answerable.core.entries.base import Medium
from answerable.core.entries.sent import HowAnswered, Sorted

START = 1_767_600_000
SOME_ID, OTHER_ID = b"\x01" * 16, b"\x02" * 16

EXAMPLES_OF_CONTACT: tuple[AnyEntry, ...] = (
    NoteBeside(
        at=START,
        meant_for=(Role.CONTACT,),
        contact=SOME_ID,
        account="He said the list is full.",
        text="I had the feeling that he was tired of us.",
    ),
    SentByX(
        at=START,
        meant_for=(Role.CONTACT,),
        from_on=date(2026, 2, 22),
        on=date(2026, 2, 25),
        medium=Medium.MAIL,
        messages=2,
        account="He asks whether a book would do.",
        made_her_topic=False,
    ),
    SentSorted(
        at=START,
        meant_for=(Role.CONTACT,),
        sent=SOME_ID,
        on=date(2026, 2, 25),
        medium=Medium.MAIL,
        answers=(
            Sorted(about=SOME_ID, how=HowAnswered.EVADED),
            Sorted(about=OTHER_ID, how=HowAnswered.ASKS_FOR_TIME),
        ),
    ),
    PauseTaken(
        at=START,
        meant_for=(Role.CONTACT, Role.SUPPORT),
        from_on=date(2026, 3, 1),
        until_on=date(2026, 3, 28),
        text="We are tired.",
    ),
    PauseEnded(at=START, meant_for=(Role.CONTACT, Role.SUPPORT), pause=SOME_ID, on=date(2026, 3, 15)),
)

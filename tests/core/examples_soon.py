"""One example of each kind about something she may need to know soon (R66)."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, AsideTakenOut, SoonAgreed, SoonAnswered, SoonHandedOn, SoonNoted
from answerable.core.entries.base import Source
from answerable.core.entries.soon import AgreedWords, SoonContact, SoonSort, Way

START = 1_767_600_000
NAMED = (b"A" * 16, b"S" * 16)
NOTE = b"\x01" * 16

SOON: tuple[AnyEntry, ...] = (
    SoonAgreed(
        at=START,
        meant_for=(Role.CONTACT, Role.SUPPORT),
        contacts=(SoonContact(label="Sol", user=b"S" * 16), SoonContact(label="Fern", user=None)),
        way=Way.CALL,
        words=(AgreedWords(sort=SoonSort.THREAT, text="There is something. Call us."),),
        directly=False,
    ),
    SoonNoted(
        at=START,
        meant_for=(),
        named=NAMED,
        sort=SoonSort.APPROACH,
        text="He says he will come to the fair.",
        source=Source.SOMEONE_CAME,
        x_may_learn=False,
        contacts=("Sol",),
    ),
    SoonHandedOn(
        at=START,
        meant_for=(),
        named=NAMED,
        note=NOTE,
        contact="Fern",
        on=date(2026, 2, 3),
        way=Way.CALL,
        by=(b"A" * 16,),
    ),
    SoonAnswered(at=START, meant_for=(), named=NAMED, note=NOTE, text="We told her together."),
)
SOON_TAKEN_OUT = AsideTakenOut(
    at=START, meant_for=(), named=NAMED, entry=NOTE, kind="soon-noted", day=date(2026, 2, 2), why="too much"
)

"""The list of indicators: taken on or put down, and what was noted about one of them (R65, content 10)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from answerable.core.entries.base import Entry, Text, UserId, Words

PAIR = 2
"""So many members have to have seen how he acts towards us before it rests on more than one person's impression."""


class Ground(StrEnum):
    """What a note about an indicator rests on, weakest first (content 10: E0 to E4)."""

    HIS_WORD = "his-word"
    HIS_PAPER = "his-paper"
    CONDUCT = "conduct"
    CONFIRMED = "confirmed"
    PROVIDER = "provider"


class Attendance(StrEnum):
    """What those who offer the work say of it; nothing more is asked (R57)."""

    STARTED = "started"
    GOES_ON = "goes-on"
    STOPPED = "stopped"
    ENDED = "ended"


class IndicatorsTakenOn(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="indicators-taken-on/1"):
    """The group takes the list of indicators on, or puts it down again; off until then (R65, R4)."""

    on: date
    taken_on: bool
    reason: Text | None


class IndicatorNoted(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="indicator-noted/1"):
    """What one indicator showed, and what that rests on (R65, content 10).

    `wording` is the indicator as it then stood in the list. `does` tells whether it shows that he does it, else that he
    refuses or does not. `by` are the members who saw it; `with_letter`: who confirms has the letter, or her perspective
    in another way; `x_may_learn`: who confirms lets him learn it (R42).
    """

    indicator: Annotated[int, Meta(ge=1, le=999)]
    list_version: Annotated[int, Meta(ge=1, le=1_000_000)]
    wording: Words
    on: date
    does: bool
    ground: Ground
    text: Words
    by: Annotated[tuple[UserId, ...], Meta(max_length=64)]
    with_letter: bool
    attendance: Attendance | None
    x_may_learn: bool

    def __post_init__(self) -> None:
        """Refuse what would let a note rest on more than it has."""
        if self.ground is Ground.CONDUCT and len(set(self.by)) < PAIR:
            raise ValueError("how he acts towards us is what at least two members saw")
        if self.ground is not Ground.CONFIRMED and (self.with_letter or self.x_may_learn):
            raise ValueError("only who confirms has the letter, and can let him learn it")
        if (self.ground is Ground.PROVIDER) != (self.attendance is not None):
            raise ValueError("those who offer the work say whether he started, goes on, stopped or ended")
        if self.attendance is Attendance.STOPPED and self.does:
            raise ValueError("who stopped does not do it")

"""The people of a process: names, terms, stance, invitations, leaving."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from answerable.core.circles import Role
from answerable.core.entries.base import Entry, Line, Text, UserId

Hours = Annotated[int, Meta(ge=0, le=744)]
SentenceNumber = Annotated[int, Meta(ge=1, le=1000)]
Version = Annotated[int, Meta(ge=1, le=1_000_000)]


class Stance(StrEnum):
    """Whether a member stands behind the commitment statement or wants to talk about it (R15)."""

    STANDS = "stands"
    TALK = "talk"


class MemberNamed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="member-named/1"):
    """A member says who she is here, until when, and roughly how many hours a month (R19, R20).

    A later one renews or shortens her term. `before` is the identity she had before she lost her keys.
    """

    user: UserId
    shown_name: Line
    joined_on: date
    until_on: date
    hours: Hours | None
    will_not: Text | None
    before: UserId | None


class StanceAffirmed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="stance-affirmed/1"):
    """A member stands behind a version of the commitment statement, or names sentences to talk about (R15)."""

    statement_version: Version
    stance: Stance
    sentences: tuple[SentenceNumber, ...]

    def __post_init__(self) -> None:
        """Refuse sentences to talk about from someone who stands behind all of them."""
        if self.stance is Stance.STANDS and self.sentences:
            raise ValueError("who stands behind the statement names no sentences")


class Invitation(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="invitation/1"):
    """A member invites someone into a circle; the code goes to them by another way."""

    circle: Role
    code: Annotated[bytes, Meta(min_length=16, max_length=16)]


class MemberLeft(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="member-left/1"):
    """A member left: the last day, what is handed over, and how the support circle was told (R21)."""

    user: UserId
    last_on: date
    handover: tuple[Line, ...]
    told_support: Text | None

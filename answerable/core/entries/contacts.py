"""Contact with X: reached, attempted, a meeting missed."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.entries.base import Entry, EntryId, Medium, Outcome, Text, Whom, Words


class PlaceKind(StrEnum):
    """What kind of place a meeting was at; never where (R27)."""

    PUBLIC = "public"
    OURS = "ours"
    HIS = "his"
    OTHER = "other"


class Reply(StrEnum):
    """What came back from X after an attempt, where it answered nothing that was asked (R26)."""

    NOTHING = "nothing"
    ASKS_FOR_TIME = "asks-for-time"
    SOMETHING_ELSE = "something-else"


class ToldNew(StrEnum):
    """Whether X says that he told anyone new since the last contact; whom stands in entries of their own (R28, R29)."""

    SOMEONE = "someone"
    NOBODY = "nobody"
    NOT_ASKED = "not-asked"


class MissedReason(StrEnum):
    """Why a meeting did not happen: his reason, accepted or not, or ours (R34)."""

    ACCEPTABLE = "acceptable"
    NOT_ACCEPTABLE = "not-acceptable"
    OURS = "ours"


class Answer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What X did with one question of a set, with the wording that was asked (R28): his account."""

    question: Annotated[int, Meta(ge=1, le=999)]
    set_version: Annotated[int, Meta(ge=1, le=1_000_000)]
    wording: Words
    outcome: Outcome
    text: Text


class ContactReached(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="contact-reached/1"):
    """X answered, evaded or refused at least one thing we asked; `account` is his account (R14, R26, R28)."""

    on: date
    medium: Medium
    by: Whom
    place: PlaceKind | None
    account: Text
    made_her_topic: bool
    answers: tuple[Answer, ...]
    told_new: ToldNew = ToldNew.NOT_ASKED

    def __post_init__(self) -> None:
        """Refuse a place for anything but a meeting, and two answers to one question."""
        if self.place is not None and self.medium is not Medium.IN_PERSON:
            raise ValueError("only a meeting in person has a kind of place")
        if len({answer.question for answer in self.answers}) != len(self.answers):
            raise ValueError("a question is answered once")


class ContactAttempted(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="contact-attempted/1"):
    """X was written to or called and was not reached (R26): resets no clock but its own.

    `new_date_for` is the earlier attempt whose answer-by date this one moves.
    """

    on: date
    medium: Medium
    by: Whom
    asked: Text | None
    answer_by_on: date | None
    reply: Reply
    new_date_for: EntryId | None


class MeetingMissed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="meeting-missed/1"):
    """A meeting that was planned did not happen (R34)."""

    planned_on: date
    reason: MissedReason
    note: Text


class NoteBeside(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="note-beside/1"):
    """What another member who was there writes about a contact; it stands beside the first, never over it (R28)."""

    contact: EntryId
    account: Text
    text: Text

"""What X sent us between two meetings, read together and classified once for each open question."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.entries.base import Entry, EntryId, Medium, Text

MessageCount = Annotated[int, Meta(ge=1, le=999)]


class HowAnswered(StrEnum):
    """What he did with one open question; a question that is not named had nothing about it (R26)."""

    ANSWERED = "answered"
    PARTLY = "partly"
    EVADED = "evaded"
    REFUSED = "refused"
    ASKS_FOR_TIME = "asks-for-time"
    SOMETHING_ELSE = "something-else"


REACHING = frozenset({HowAnswered.ANSWERED, HowAnswered.PARTLY, HowAnswered.EVADED, HowAnswered.REFUSED})
"""With one of these X was reached; asking for time, or writing about something else, moves nothing (Fixed meanings)."""


class Sorted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One open question, by the entry that asked it, and what he did with it."""

    about: EntryId
    how: HowAnswered


class SentByX(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="sent-by-x/1"):
    """Messages of X that were read together; `account` is his account, `on` the day of the newest (R14, R26)."""

    from_on: date
    on: date
    medium: Medium
    messages: MessageCount
    account: Text
    made_her_topic: bool

    def __post_init__(self) -> None:
        """Refuse a first message after the last one."""
        if self.on < self.from_on:
            raise ValueError("the first message came before the last one, or on its day")


class SentSorted(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="sent-sorted/1"):
    """What X did with each open question in what he sent; it holds no words, so the clocks keep it (R26, R60)."""

    sent: EntryId
    on: date
    medium: Medium
    answers: tuple[Sorted, ...]

    def __post_init__(self) -> None:
        """Refuse two answers to one question."""
        if len({one.about for one in self.answers}) != len(self.answers):
            raise ValueError("a question is classified once")

    @property
    def reached(self) -> bool:
        """Whether he answered, evaded or refused at least one thing that we asked (Fixed meanings)."""
        return any(one.how in REACHING for one in self.answers)

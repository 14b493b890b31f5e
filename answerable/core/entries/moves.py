"""X moves or joins something new, and the group looks again at contact and surroundings (R33)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from answerable.core.entries.base import Entry, EntryId, Line, Source, Words
from answerable.core.entries.surroundings import check_source


class ChangeSort(StrEnum):
    """What kind of change it is; never where (R33)."""

    MOVES = "moves"
    JOINS = "joins"
    WORK = "work"
    OTHER = "other"


class ChangeNoted(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="change-noted/1"):
    """X moves or joins something new, in a line, with how the group knows (R33, R42); no address, workplace, handle."""

    on: date
    sort: ChangeSort
    text: Line
    source: Source
    x_may_learn: bool

    def __post_init__(self) -> None:
        """Refuse a leave that nobody gave."""
        check_source(self.source, x_may_learn=self.x_may_learn)


class LookedAgain(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="looked-again/1"):
    """After changes the group looked again at contact and surroundings: what it looked at and agreed (R33)."""

    changes: Annotated[tuple[EntryId, ...], Meta(min_length=1, max_length=64)]
    on: date
    text: Words

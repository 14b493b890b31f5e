"""A pause of ours: taken with one honest sentence to the support circle, and ended before its day."""

from datetime import date

from answerable.core.entries.base import Entry, EntryId, Words


class PauseTaken(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="pause-taken/1"):
    """We pause from one day to another, both with it; `text` is what the support circle reads about it (R34)."""

    from_on: date
    until_on: date
    text: Words

    def __post_init__(self) -> None:
        """Refuse a pause that ends before it begins."""
        if self.until_on < self.from_on:
            raise ValueError("a pause ends on its first day or later")


class PauseEnded(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="pause-ended/1"):
    """We are back before the day that was said; `on` is the first day on which we are (R34)."""

    pause: EntryId
    on: date

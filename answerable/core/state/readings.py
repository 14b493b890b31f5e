"""Readings against the source, and whether a copy counts (R64)."""

from msgspec import Struct

from answerable.core.audiences import needs_second_reader
from answerable.core.entries import AnyEntry, ReadAgainstSource
from answerable.core.state.items import Item


class Counted(Struct, frozen=True, kw_only=True):
    """Who read this wording against its source, and from when on it counts: its moment and its place in the log."""

    readings: tuple[Item[ReadAgainstSource], ...]
    counts: bool
    at: int | None
    seq: int | None


class Readings:
    """All readings, by the place of what was read."""

    def __init__(self) -> None:
        self._by_first: dict[bytes, list[Item[ReadAgainstSource]]] = {}

    def add(self, item: Item[ReadAgainstSource], first: bytes) -> None:
        """Take a reading of what stands at the place `first`."""
        self._by_first.setdefault(first, []).append(item)

    def of(self, item: Item[AnyEntry], wording: bytes) -> Counted:
        """Return what counts for this wording: only readings of exactly it, by somebody other than who wrote it."""
        readings = tuple(
            reading
            for reading in self._by_first.get(item.first_id, ())
            if reading.entry.text_hash == wording and reading.author != item.author
        )
        if not needs_second_reader(item.entry, item.author_roles):
            return Counted(readings=readings, counts=True, at=item.entry.at, seq=item.seq)
        if not readings:
            return Counted(readings=(), counts=False, at=None, seq=None)
        return Counted(readings=readings, counts=True, at=readings[0].entry.at, seq=readings[0].seq)

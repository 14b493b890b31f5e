"""Pauses of ours, as they stand: on which days our duties do not become late (R34)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import assert_never

from msgspec import Struct

from answerable.core.calendar import Span, joined_spans
from answerable.core.entries import PauseEnded, PauseTaken
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

PauseEntry = PauseTaken | PauseEnded


class Pause(Struct, frozen=True, kw_only=True):
    """One pause; `span` is its days, cut where we came back before, None where we were back before it began."""

    item: Item[PauseTaken]
    ended: Item[PauseEnded] | None
    span: Span | None


class Pauses(Struct, frozen=True, kw_only=True):
    """All pauses in the order of their first days; `spans` are the days of all of them, none twice."""

    taken: tuple[Pause, ...]
    spans: tuple[Span, ...]

    def on(self, day: date) -> Pause | None:
        """Return the pause of a day, the one that lasts longest where there are several."""
        found = {
            (pause.span.until_on, pause.item.seq): pause
            for pause in self.taken
            if pause.span is not None and day in pause.span
        }
        return found[max(found)] if found else None


class PausesBuilder:
    """Gathers pauses, and what ended them before their day."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self.taken: dict[bytes, Item[PauseTaken]] = {}
        self.ended: dict[bytes, list[Item[PauseEnded]]] = {}

    def add(self, filed: Filed, entry: PauseEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case PauseTaken():
                self.taken[first] = item_of(filed, entry, first, seq)
            case PauseEnded():
                self.ended.setdefault(self._first_of(entry.pause), []).append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self, unplaced: list[bytes]) -> Pauses:
        """Return the slice; of several ends of one pause the earliest counts."""
        for pause, ends in self.ended.items():
            if pause not in self.taken:
                unplaced += [item.entry_id for item in ends]
        taken = tuple(sorted((self._pause(first, item) for first, item in self.taken.items()), key=_from))
        return Pauses(taken=taken, spans=joined_spans(pause.span for pause in taken if pause.span is not None))

    def _pause(self, first: bytes, item: Item[PauseTaken]) -> Pause:
        ends = self.ended.get(first, [])
        ended = min(ends, key=_back) if ends else None
        until_on = item.entry.until_on
        if ended is not None:
            until_on = min(until_on, ended.entry.on - timedelta(days=1))
        span = Span(item.entry.from_on, until_on) if until_on >= item.entry.from_on else None
        return Pause(item=item, ended=ended, span=span)


def _from(pause: Pause) -> tuple[date, int]:
    return (pause.item.entry.from_on, pause.item.seq)


def _back(item: Item[PauseEnded]) -> tuple[date, int]:
    return (item.entry.on, item.seq)

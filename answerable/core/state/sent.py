"""What X sent us, batch by batch, with what he did in it with each open question (R26)."""

from collections.abc import Callable
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import SentByX, SentSorted
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

SentEntry = SentByX | SentSorted


class Sent(Struct, frozen=True, kw_only=True):
    """Messages that were read together; `words` is None where they were taken out: what they did still counts."""

    words: Item[SentByX] | None
    sorted: Item[SentSorted]


class SentBuilder:
    """Gathers what X sent, and how it was sorted."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self.words: dict[bytes, Item[SentByX]] = {}
        self.sorted: list[Item[SentSorted]] = []

    def add(self, filed: Filed, entry: SentEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case SentByX():
                self.words[first] = item_of(filed, entry, first, seq)
            case SentSorted():
                self.sorted.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self) -> tuple[Sent, ...]:
        """Return the batches by the day of their newest message; one is there once it was sorted."""
        found = sorted(self.sorted, key=_place)
        return tuple(Sent(words=self.words.get(self._first_of(item.entry.sent)), sorted=item) for item in found)


def _place(item: Item[SentSorted]) -> tuple[object, int]:
    return (item.entry.on, item.seq)

"""Changes in X's life that ask for another look at contact and surroundings, as they stand (R33)."""

from collections.abc import Callable
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import ChangeNoted, LookedAgain
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

MoveEntry = ChangeNoted | LookedAgain


class Change(Struct, frozen=True, kw_only=True):
    """X moves or joins something new; `looked` are the looks of the group that named it."""

    item: Item[ChangeNoted]
    looked: tuple[Item[LookedAgain], ...]


class MovesBuilder:
    """Gathers changes and the looks after them."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self.changes: dict[bytes, Item[ChangeNoted]] = {}
        self.looks: list[Item[LookedAgain]] = []

    def add(self, filed: Filed, entry: MoveEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case ChangeNoted():
                self.changes[first] = item_of(filed, entry, first, seq)
            case LookedAgain():
                self.looks.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self, unplaced: list[bytes]) -> tuple[Change, ...]:
        """Return the changes in the order in which they were noted."""
        looked: dict[bytes, list[Item[LookedAgain]]] = {}
        for look in self.looks:
            about = {self._first_of(one) for one in look.entry.changes}
            if about.isdisjoint(self.changes):
                unplaced.append(look.entry_id)
            for first in about:
                looked.setdefault(first, []).append(look)
        return tuple(Change(item=item, looked=tuple(looked.get(first, ()))) for first, item in self.changes.items())

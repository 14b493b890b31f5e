"""What leaves, as it stands: the list of protected words and its hashes, the checks, who read what (R12)."""

from collections.abc import Callable, Mapping
from typing import assert_never

from msgspec import Struct

from answerable.core.audiences import is_copied
from answerable.core.entries import OutgoingRead, ProtectedHashes, ProtectedWords, TextChecked
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

OutgoingEntry = ProtectedWords | ProtectedHashes | TextChecked | OutgoingRead


class Outgoing(Struct, frozen=True, kw_only=True):
    """The newest list, for who can read it; what texts are checked against; all checks; readings by the entry read.

    `lists` are the newest that the support circle made, and what members copied since: a copy adds words, it never
    takes any away (R64).
    """

    words: Item[ProtectedWords] | None
    lists: tuple[Item[ProtectedHashes], ...]
    checks: tuple[Item[TextChecked], ...]
    readings: Mapping[bytes, tuple[Item[OutgoingRead], ...]]


class OutgoingBuilder:
    """Gathers lists, hashes, checks and readings."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self.words: Item[ProtectedWords] | None = None
        self.lists: list[Item[ProtectedHashes]] = []
        self.checks: list[Item[TextChecked]] = []
        self.readings: dict[bytes, list[Item[OutgoingRead]]] = {}

    def add(self, filed: Filed, entry: OutgoingEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case ProtectedWords():
                self.words = item_of(filed, entry, first, seq)
            case ProtectedHashes():
                if not is_copied(entry):
                    self.lists.clear()
                self.lists.append(item_of(filed, entry, first, seq))
            case TextChecked():
                self.checks.append(item_of(filed, entry, first, seq))
            case OutgoingRead():
                self.readings.setdefault(self._first_of(entry.entry), []).append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self) -> Outgoing:
        """Return the slice."""
        return Outgoing(
            words=self.words,
            lists=tuple(self.lists),
            checks=tuple(self.checks),
            readings={first: tuple(items) for first, items in self.readings.items()},
        )

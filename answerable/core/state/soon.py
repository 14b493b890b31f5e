"""Something she may need to know soon, as it stands for who may read it (R66)."""

from collections.abc import Callable, Iterable
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import AsideTakenOut, SoonAgreed, SoonAnswered, SoonHandedOn, SoonNoted
from answerable.core.entries.hashes import text_hash
from answerable.core.state.items import Filed, Item, Tombstone
from answerable.core.state.readings import Counted, Readings
from answerable.core.state.standing import item_of

SoonEntry = SoonAgreed | SoonNoted | SoonHandedOn | SoonAnswered
FirstOf = Callable[[bytes], bytes]


class Agreed(Struct, frozen=True, kw_only=True):
    """What is agreed with the support circle, and whether it counts: a copy does after a second reading (R64)."""

    item: Item[SoonAgreed]
    text_hash: bytes
    read: Counted


class SoonNote(Struct, frozen=True, kw_only=True):
    """One note, how it reached the named contacts outside the software, and who has it."""

    item: Item[SoonNoted]
    handed_on: tuple[Item[SoonHandedOn], ...]
    answers: tuple[Item[SoonAnswered], ...]


class Soon(Struct, frozen=True, kw_only=True):
    """What is agreed, the notes that name whoever reads this state, and what was taken out of those; no others."""

    agreed: Agreed | None
    notes: tuple[SoonNote, ...]
    taken_out: tuple[Tombstone, ...]


class SoonBuilder:
    """Gathers what is agreed, and notes with what became of them."""

    def __init__(self, first_of: FirstOf) -> None:
        self._first_of = first_of
        self.agreed: Item[SoonAgreed] | None = None
        self.notes: dict[bytes, Item[SoonNoted]] = {}
        self.handed_on: dict[bytes, list[Item[SoonHandedOn]]] = {}
        self.answers: dict[bytes, list[Item[SoonAnswered]]] = {}

    def add(self, filed: Filed, entry: SoonEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case SoonAgreed():
                self.agreed = item_of(filed, entry, first, seq)
            case SoonNoted():
                self.notes[first] = item_of(filed, entry, first, seq)
            case SoonHandedOn():
                item = item_of(filed, entry, first, seq)
                self.handed_on.setdefault(self._first_of(entry.note), []).append(item)
            case SoonAnswered():
                answer = item_of(filed, entry, first, seq)
                self.answers.setdefault(self._first_of(entry.note), []).append(answer)
            case _:
                assert_never(entry)

    def freeze(self, readings: Readings, taken: Iterable[Tombstone]) -> Soon:
        """Return the slice, notes in the order in which they were made."""
        return Soon(
            agreed=None if self.agreed is None else _agreed(self.agreed, readings),
            notes=tuple(
                SoonNote(
                    item=item,
                    handed_on=tuple(self.handed_on.get(first, ())),
                    answers=tuple(self.answers.get(first, ())),
                )
                for first, item in self.notes.items()
            ),
            taken_out=tuple(stone for stone in taken if isinstance(stone.taken, AsideTakenOut)),
        )


def _agreed(item: Item[SoonAgreed], readings: Readings) -> Agreed:
    wording = text_hash(item.entry)
    return Agreed(item=item, text_hash=wording, read=readings.of(item, wording))

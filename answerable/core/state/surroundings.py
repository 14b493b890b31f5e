"""Whom X told, and notes, as they stand."""

from typing import assert_never

from answerable.core.entries import NoteKept, ToldByX
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.surroundings import is_seen
from answerable.core.state.demands import DemandsBuilder
from answerable.core.state.items import Filed, Item
from answerable.core.state.shape import Told
from answerable.core.state.standing import item_of

SurroundingsEntry = ToldByX | NoteKept


class SurroundingsBuilder:
    """Gathers whom he told, and notes; what a note shows about a demand goes to the demand."""

    def __init__(self, demands: DemandsBuilder) -> None:
        self._demands = demands
        self.told: dict[str, list[Item[ToldByX]]] = {}
        self.notes: list[Item[NoteKept]] = []

    def add(self, filed: Filed, entry: SurroundingsEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case ToldByX():
                key = " ".join(entry.label.split()).casefold()
                self.told.setdefault(key, []).append(item_of(filed, entry, first, seq))
            case NoteKept():
                item = item_of(filed, entry, first, seq)
                self.notes.append(item)
                if entry.shows is not None:
                    self._demands.add_note(item, entry.shows.demand)
            case _:
                assert_never(entry)

    def freeze_told(self) -> tuple[Told, ...]:
        """Return what is known of each label, in the order in which they were first named."""
        return tuple(_told(accounts) for accounts in self.told.values())


def _told(accounts: list[Item[ToldByX]]) -> Told:
    seen = any(is_seen(item.entry) for item in accounts)
    return Told(
        label=accounts[-1].entry.label,
        accounts=tuple(accounts),
        newest=accounts[-1],
        word=DemandWord.SEEN if seen else DemandWord.SAID,
    )

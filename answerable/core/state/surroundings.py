"""Notes, as they stand."""

from answerable.core.entries import NoteKept
from answerable.core.state.demands import DemandsBuilder
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of


class NotesBuilder:
    """Gathers notes; what a note shows about a demand goes to the demand."""

    def __init__(self, demands: DemandsBuilder) -> None:
        self._demands = demands
        self.notes: list[Item[NoteKept]] = []

    def add(self, filed: Filed, entry: NoteKept, first: bytes, seq: int) -> None:
        """Take a note."""
        item = item_of(filed, entry, first, seq)
        self.notes.append(item)
        if entry.shows is not None:
            self._demands.add_note(item, entry.shows.demand)

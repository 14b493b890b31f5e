"""The list of indicators, as it stands: taken on or not, and what was noted (R65)."""

from typing import assert_never

from msgspec import Struct

from answerable.core.entries import IndicatorNoted, IndicatorsTakenOn
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

IndicatorEntry = IndicatorsTakenOn | IndicatorNoted


class Indicators(Struct, frozen=True, kw_only=True):
    """Whether the group has the list on now, how that came to be, and the notes by their day."""

    taken_on: bool
    changes: tuple[Item[IndicatorsTakenOn], ...]
    notes: tuple[Item[IndicatorNoted], ...]


class IndicatorsBuilder:
    """Gathers what was agreed about the list, and the notes."""

    def __init__(self) -> None:
        self.changes: list[Item[IndicatorsTakenOn]] = []
        self.notes: list[Item[IndicatorNoted]] = []

    def add(self, filed: Filed, entry: IndicatorEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case IndicatorsTakenOn():
                self.changes.append(item_of(filed, entry, first, seq))
            case IndicatorNoted():
                self.notes.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self) -> Indicators:
        """Return the slice; the newest word of the group counts, the list is off before any."""
        return Indicators(
            taken_on=bool(self.changes) and self.changes[-1].entry.taken_on,
            changes=tuple(self.changes),
            notes=tuple(sorted(self.notes, key=lambda item: (item.entry.on, item.seq))),
        )

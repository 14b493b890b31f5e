"""Updates, as they stand: drafts, readings by a second member, hand-overs (R53)."""

from collections.abc import Callable
from typing import assert_never

from answerable.core.entries import UpdateDrafted, UpdateHandedOver, UpdateRead
from answerable.core.entries.hashes import text_hash
from answerable.core.state.items import Filed, Item
from answerable.core.state.shape import Draft, Updates
from answerable.core.state.standing import item_of

UpdateEntry = UpdateDrafted | UpdateRead | UpdateHandedOver


class UpdatesBuilder:
    """Gathers drafts, readings and hand-overs."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self.drafts: dict[bytes, Item[UpdateDrafted]] = {}
        self.readings: dict[bytes, list[Item[UpdateRead]]] = {}
        self.handed_over: list[Item[UpdateHandedOver]] = []

    def add(self, filed: Filed, entry: UpdateEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case UpdateDrafted():
                self.drafts[first] = item_of(filed, entry, first, seq)
            case UpdateRead():
                self.readings.setdefault(self._first_of(entry.draft), []).append(item_of(filed, entry, first, seq))
            case UpdateHandedOver():
                self.handed_over.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self, unplaced: list[bytes]) -> Updates:
        """Return the slice."""
        for draft, readings in self.readings.items():
            if draft not in self.drafts:
                unplaced += [item.entry_id for item in readings]
        handed_over: dict[bytes, list[Item[UpdateHandedOver]]] = {}
        for item in self.handed_over:
            handed_over.setdefault(self._first_of(item.entry.draft), []).append(item)
        drafts = tuple(
            self._draft(first, item, tuple(handed_over.get(first, ()))) for first, item in self.drafts.items()
        )
        last = max((item.seq for item in self.handed_over), default=-1)
        waiting = [draft for draft in drafts if draft.item.seq > last and not draft.handed_over]
        return Updates(
            drafts=drafts,
            open_draft=waiting[-1] if waiting else None,
            handed_over=tuple(self.handed_over),
            last_handed_over_on=max((item.entry.on for item in self.handed_over), default=None),
            covered_until_on=max((item.entry.period.to_on for item in self.handed_over), default=None),
        )

    def _draft(self, first: bytes, item: Item[UpdateDrafted], handed_over: tuple[Item[UpdateHandedOver], ...]) -> Draft:
        """Return a draft; a reading of other words than its newest, or by who wrote them, is void."""
        wording = text_hash(item.entry)
        return Draft(
            item=item,
            text_hash=wording,
            readings=tuple(
                reading
                for reading in self.readings.get(first, ())
                if reading.entry.text_hash == wording and reading.author != item.author
            ),
            handed_over=handed_over,
        )

"""Agreements with X, as they stand: replaced, kept or not, and what follows (R31)."""

from collections.abc import Callable
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import AgreementAnswered, AgreementFollowed, AgreementMade
from answerable.core.entries.agreements import Follows, Kept
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

AgreementEntry = AgreementMade | AgreementAnswered | AgreementFollowed


class Agreement(Struct, frozen=True, kw_only=True):
    """An agreement with X; `replaced_times` counts the ones before it in its row (R31).

    `kept` is the newest word about it. `follows` is what the group said since then that follows.
    """

    item: Item[AgreementMade]
    answers: tuple[Item[AgreementAnswered], ...]
    followed: tuple[Item[AgreementFollowed], ...]
    replaced_by: bytes | None
    replaced_times: int
    is_open: bool

    @property
    def kept(self) -> Kept | None:
        """What became of it, None while nobody has said so."""
        return self.answers[-1].entry.kept if self.answers else None

    @property
    def is_broken(self) -> bool:
        """Whether it was not wholly kept, and nothing stands in its place."""
        return self.replaced_by is None and self.kept in (Kept.PARTLY, Kept.NOT_KEPT)

    @property
    def follows(self) -> Follows | None:
        """What follows, if the group has said so since the newest answer."""
        since = self.answers[-1].seq if self.answers else -1
        said = [item.entry.follows for item in self.followed if item.seq > since]
        return said[-1] if said else None

    @property
    def stays_on_list(self) -> bool:
        """Whether X is asked about it at the next contact: it is open, or it stays on the list."""
        return self.is_open or (self.is_broken and self.follows is Follows.STAYS)

    @property
    def lacks_what_follows(self) -> bool:
        """Whether it was not wholly kept and nobody has said yet what follows."""
        return self.is_broken and self.follows is None


class AgreementsBuilder:
    """Gathers agreements, what replaced them, what became of them and what follows."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self.made: dict[bytes, Item[AgreementMade]] = {}
        self.answers: dict[bytes, list[Item[AgreementAnswered]]] = {}
        self.followed: dict[bytes, list[Item[AgreementFollowed]]] = {}

    def add(self, filed: Filed, entry: AgreementEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case AgreementMade():
                self.made[first] = item_of(filed, entry, first, seq)
            case AgreementAnswered():
                answer = item_of(filed, entry, first, seq)
                self.answers.setdefault(self._first_of(entry.agreement), []).append(answer)
            case AgreementFollowed():
                said = item_of(filed, entry, first, seq)
                self.followed.setdefault(self._first_of(entry.agreement), []).append(said)
            case _:
                assert_never(entry)

    def freeze(self, unplaced: list[bytes]) -> tuple[Agreement, ...]:
        """Return the agreements in the order in which they were made."""
        for about in (self.answers, self.followed):
            for agreement, items in about.items():
                if agreement not in self.made:
                    unplaced += [item.entry_id for item in items]
        replaced_by: dict[bytes, bytes] = {}
        times: dict[bytes, int] = {}
        for first, item in self.made.items():
            earlier = None if item.entry.replaces is None else self._first_of(item.entry.replaces)
            times[first] = 0 if earlier is None else times.get(earlier, 0) + 1
            if earlier is not None:
                replaced_by[earlier] = first
        return tuple(
            Agreement(
                item=item,
                answers=tuple(self.answers.get(first, ())),
                followed=tuple(self.followed.get(first, ())),
                replaced_by=replaced_by.get(first),
                replaced_times=times[first],
                is_open=first not in replaced_by and first not in self.answers,
            )
            for first, item in self.made.items()
        )

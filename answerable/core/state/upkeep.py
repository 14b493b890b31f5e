"""The group's own work: the mail, and who has which duty."""

from types import MappingProxyType
from typing import assert_never

from answerable.core.entries import DutyDeclined, DutyTaken, MailboxLookedAt
from answerable.core.state.items import Filed, Item
from answerable.core.state.shape import Upkeep
from answerable.core.state.standing import item_of

UpkeepEntry = MailboxLookedAt | DutyTaken | DutyDeclined


class UpkeepBuilder:
    """Gathers looks at the mail, and duties taken and declined."""

    def __init__(self) -> None:
        self.looked: list[Item[MailboxLookedAt]] = []
        self.taken: list[Item[DutyTaken]] = []
        self.declined: list[Item[DutyDeclined]] = []
        self.owners: dict[str, bytes] = {}

    def add(self, filed: Filed, entry: UpkeepEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family; who declines a duty that another has taken leaves it with the other."""
        match entry:
            case MailboxLookedAt():
                self.looked.append(item_of(filed, entry, first, seq))
            case DutyTaken():
                self.taken.append(item_of(filed, entry, first, seq))
                self.owners[entry.duty] = filed.author
            case DutyDeclined():
                self.declined.append(item_of(filed, entry, first, seq))
                if self.owners.get(entry.duty) == filed.author:
                    del self.owners[entry.duty]
            case _:
                assert_never(entry)

    def freeze(self) -> Upkeep:
        """Return the slice."""
        return Upkeep(
            looked_at=tuple(self.looked),
            last_looked_on=max((item.entry.on for item in self.looked), default=None),
            taken=tuple(self.taken),
            declined=tuple(self.declined),
            owners=MappingProxyType(self.owners),
        )

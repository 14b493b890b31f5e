"""A log whose entries are written on chosen days: what rules about days are tried with."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from msgspec import structs

from answerable.core import protected
from answerable.core.circles import Presence, Role
from answerable.core.duties import Code, Duty, all_duties
from answerable.core.entries import (
    AnyEntry,
    BoundarySet,
    MemberNamed,
    PolicySet,
    PresenceSet,
    ProcessOpened,
    ProtectedHashes,
)
from answerable.core.entries.process import PolicyChange
from answerable.core.state import State
from tests.core.examples import ADA, BO, CAY, OPENED_ON, SOL
from tests.core.logbook import Log, example

NAMES = {ADA: "Ada", BO: "Bo", CAY: "Cay", b"E" * 16: "Eve", b"S" * 16: "Sol"}
NEXT_YEAR = date(2027, 1, 5)


@dataclass
class Datebook(Log):
    """A log of which each entry is written at noon of `today`."""

    today: date = OPENED_ON

    def write(self, author: bytes, entry: AnyEntry, *, roles: frozenset[Role] | None = None) -> bytes:
        """Append an entry as of today."""
        entry_id = super().write(author, entry, roles=roles)
        noon = datetime(self.today.year, self.today.month, self.today.day, 12, tzinfo=UTC)
        placed = self.filed[-1]
        self.filed[-1] = structs.replace(placed, entry=structs.replace(placed.entry, at=int(noon.timestamp())))
        return entry_id

    def join(self, *users: bytes, until_on: date = NEXT_YEAR) -> None:
        """Have members say who they are."""
        for user in users:
            self.add(
                user,
                MemberNamed,
                user=user,
                shown_name=NAMES[user],
                joined_on=self.today,
                until_on=until_on,
                before=None,
            )

    def policy(self, **values: int) -> None:
        """Have the group agree on something else from today."""
        self.add(ADA, PolicySet, change=PolicyChange(**values), from_on=self.today)

    def presence(self, role: Role, state: Presence) -> None:
        """Note that a circle is here, or how it is reached."""
        self.add(ADA, PresenceSet, role=role, state=state)


def opened(**fields: object) -> Datebook:
    """Return a process opened by Ada, without members, meetings held or a search for supervision."""
    book = Datebook()
    book.filed.clear()
    book.size = 0
    book.write(ADA, example(ProcessOpened, **{"supervision": Presence.MAIL, **fields}))
    return book


def settled(**fields: object) -> Datebook:
    """Return a process of three members who held their first meetings."""
    book = opened(**fields)
    book.join(ADA, BO, CAY)
    book.add(ADA, BoundarySet)
    return book


def found(state: State, code: Code, today: date) -> list[Duty]:
    """Return the duties of one rule on a day, near or not."""
    return [duty for duty in all_duties(state, today) if duty.code is code]


def the(state: State, code: Code, today: date) -> Duty:
    """Return the one duty of a rule."""
    (duty,) = found(state, code, today)
    return duty


def after(start: date, days: int) -> date:
    """Return a day so many days later."""
    return start + timedelta(days=days)


def protect(book: Datebook, *words: str) -> None:
    """Have Sol keep a list of protected words."""
    key = b"k" * 32
    tags = tuple(sorted(protected.tags_of(key, words)))
    book.add(SOL, ProtectedHashes, key=key, tags=tags, copied=None)

"""A log for tests of the core: who writes, and what stands in it."""

from dataclasses import dataclass, field
from typing import TypeVar

from msgspec import structs

from answerable.core.audiences import addressed
from answerable.core.circles import Role
from answerable.core.entries import (
    AnyEntry,
    Aside,
    ProcessOpened,
    ReadAgainstSource,
)
from answerable.core.entries.hashes import Worded, text_hash
from answerable.core.state import Filed, State, fold
from tests.core.examples import (
    ADA,
    EXAMPLES,
    ROLES,
    START,
)

EntryT = TypeVar("EntryT", bound=AnyEntry)


def example(kind: type[EntryT], /, **fields: object) -> EntryT:
    """Return the example of a kind with some fields changed."""
    found = next(entry for entry in EXAMPLES if isinstance(entry, kind))
    return structs.replace(found, **fields)


def out_of_log(entry_id: bytes, seq: int, author: bytes, roles: frozenset[Role], entry: AnyEntry) -> Filed:
    """Return an entry out of the log; one for named people came out of the aside of exactly these."""
    listed = frozenset(entry.named) if isinstance(entry, Aside) else None
    return Filed(entry_id, seq, author, roles, entry, listed)


@dataclass
class Log:
    """A log that grows by what the cast writes; ids and moments follow from the place."""

    filed: list[Filed] = field(default_factory=list)
    size: int = 0

    def __post_init__(self) -> None:
        """Open the process, as Ada does."""
        self.write(ADA, example(ProcessOpened))

    def write(self, author: bytes, entry: AnyEntry, *, roles: frozenset[Role] | None = None) -> bytes:
        """Append an entry and return its id."""
        seq = self.size
        self.size += 1
        entry_id = (seq + 1000).to_bytes(16, "big")
        placed = structs.replace(entry, at=START + 3600 * seq)
        self.filed.append(out_of_log(entry_id, seq, author, roles or ROLES[author], placed))
        return entry_id

    def add(self, author: bytes, kind: type[AnyEntry], /, **fields: object) -> bytes:
        """Append the example of a kind with some fields changed, addressed as the table says."""
        entry = example(kind, **fields)
        return self.write(author, addressed(entry, ROLES[author], of=entry.meant_for))

    def destroy(self, entry_id: bytes) -> dict[bytes, int]:
        """Drop the words of an entry, as a shredded body is; return its place as the log knows it."""
        lost = self.last(entry_id)
        self.filed.remove(lost)
        return {entry_id: lost.seq}

    def last(self, entry_id: bytes) -> Filed:
        """Return an entry by its id."""
        return next(one for one in self.filed if one.entry_id == entry_id)

    def hash_of(self, entry_id: bytes) -> bytes:
        """Return the hash of the wording of an entry."""
        entry = self.last(entry_id).entry
        assert isinstance(entry, Worded)
        return text_hash(entry)

    def read(self, author: bytes, entry_id: bytes) -> bytes:
        """Have somebody read a copy against its source."""
        return self.add(author, ReadAgainstSource, entry=entry_id, text_hash=self.hash_of(entry_id))

    def state(self) -> State:
        """Return what it all amounts to."""
        return fold(self.filed)

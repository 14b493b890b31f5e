"""What came out of the log and how it stands: entries at their place, what does not fit, what was taken out."""

from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, AsideTakenOut, TakenOut

EntryT_co = TypeVar("EntryT_co", bound=AnyEntry, covariant=True)


class Filed(Struct, frozen=True):
    """An entry as it came out of the log: where it stands, and who wrote it, with her circles at that place.

    `listed` are the people of the aside it came out of, None where it was sealed for circles.
    """

    entry_id: bytes
    seq: int
    author: bytes
    author_roles: frozenset[Role]
    entry: AnyEntry
    listed: frozenset[bytes] | None = None


class Item(Struct, Generic[EntryT_co], frozen=True):
    """An entry that counts now, at the place of the entry that it corrects, if it corrects one.

    `entry_id` is the entry whose words stand here; `first_id` and `seq` are those of the first of its corrections'
    chain, and stay the same when it is corrected. `author` and `author_roles` are those of the words.
    """

    entry_id: bytes
    first_id: bytes
    seq: int
    author: bytes
    author_roles: frozenset[Role]
    entry: EntryT_co


class Misfit(StrEnum):
    """Why an entry is not folded but listed apart; never an alarm (entries.md)."""

    CIRCLE = "circle"
    NOT_HERSELF = "not-herself"
    OWN_COPY = "own-copy"
    OWN_DRAFT = "own-draft"
    OWN_PLAN = "own-plan"
    OTHER_KIND = "other-kind"
    OTHERS_WORDS = "others-words"
    OWN_QUESTION = "own-question"
    OPENED_TWICE = "opened-twice"
    LASTING = "lasting"
    AUDIENCE = "audience"


class Unfit(Struct, frozen=True, kw_only=True):
    """An entry that does not fit the table of kinds, and why."""

    filed: Filed
    why: Misfit


class Tombstone(Struct, frozen=True, kw_only=True):
    """The place of an entry whose words were destroyed: what kind it was, the day of its deed, why, by whom (R60).

    `seq` is the place of the destroyed entry where the log names it (`gone`), else that of the taking out.
    """

    entry_id: bytes
    seq: int
    taken_by: bytes
    taken: TakenOut | AsideTakenOut

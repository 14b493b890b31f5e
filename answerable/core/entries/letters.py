"""What comes with a letter: who may receive it and in which form, and files, sealed apart (R3)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from answerable.core.entries.base import Copied, Entry, EntryId, Hash, Line, Text

MediaType = Annotated[str, Meta(pattern=r"^[a-z0-9.+-]+/[a-z0-9.+-]+\Z", max_length=100)]
FileKey = Annotated[bytes, Meta(min_length=32, max_length=32)]
FileSize = Annotated[int, Meta(ge=1, le=2**40)]


class LetterForm(StrEnum):
    """In which form a letter may reach somebody, from what leaves the least behind."""

    READ_ALOUD = "read-aloud"
    PRINT = "print"
    MAIL = "mail"


class CirculationSet(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="circulation-set/1"):
    """Who authorised these very words of a letter, who may receive them and in which form; without a name, nobody.

    The newest counts. It says something about the wording of `text_hash` alone: other words are not authorised (R3).
    """

    document: EntryId
    text_hash: Hash
    authorised_by: Line | None
    forms: tuple[LetterForm, ...]
    to_whom: Text
    said_on: date
    copied: Copied | None = None

    def __post_init__(self) -> None:
        """Refuse forms out of order or twice, and forms that nobody authorised."""
        if self.forms != tuple(one for one in LetterForm if one in self.forms):
            raise ValueError("forms stand in their order, each once")
        if (self.authorised_by is None) is not (not self.forms):
            raise ValueError("what is authorised has a name and a form")


class Details(StrEnum):
    """What became of what a file carries beside what it shows: names, places, devices."""

    NONE = "none"
    REMOVED = "removed"
    KEPT = "kept"


class FileAdded(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="file-added/1"):
    """A file, sealed apart under a key of its own, which is destroyed with this entry (R3, R60).

    `document` is the letter it belongs to, None where it stands for itself; `size` is in bytes, before sealing.
    """

    document: EntryId | None
    name: Line
    media_type: MediaType
    size: FileSize
    details: Details
    key: FileKey
    ciphertext_hash: Hash

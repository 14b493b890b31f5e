"""What leaves the circles: words that must not stand in it, checks against them, who read it before it goes (R12)."""

from typing import Annotated

from msgspec import Meta

from answerable.core.entries.base import Copied, Entry, EntryId, Hash, Line

Key = Annotated[bytes, Meta(min_length=32, max_length=32)]
Tag = Annotated[bytes, Meta(min_length=8, max_length=8)]
Tags = Annotated[tuple[Tag, ...], Meta(min_length=1, max_length=1024)]
Lines = Annotated[tuple[Line, ...], Meta(max_length=200)]
Found = Annotated[int, Meta(ge=0, le=20_000)]


class ProtectedWords(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="protected-words/1"):
    """The words that must not stand in what leaves; a newer list takes the place of an older one (R12)."""

    words: Lines


class ProtectedHashes(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="protected-hashes/1"):
    """What a text is checked against in place of such a list: a key drawn for it, and a keyed hash of each word (R12).

    Hashes drawn at random stand among them, so that they do not tell how many words there are.
    """

    key: Key
    tags: Tags
    copied: Copied | None = None

    def __post_init__(self) -> None:
        """Refuse hashes out of order or twice: their order would tell that of the words."""
        if list(self.tags) != sorted(set(self.tags)):
            raise ValueError("hashes stand in their own order, each once")


class TextChecked(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="text-checked/1"):
    """A text that leaves was checked against the protected words: how many it held, never which, nor which text."""

    found: Found


class OutgoingRead(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="outgoing-read/1"):
    """A member read words of an entry that leave, exactly these; of protected ones so many have to stay (R12)."""

    entry: EntryId
    text_hash: Hash
    stays: Found

"""The letter and other documents, and the reading of a copy against its source."""

from datetime import date
from enum import StrEnum

from answerable.core.entries.base import Copied, Entry, EntryId, Hash, LanguageTag, Line, Words


class DocumentSort(StrEnum):
    """What a document is (R1, R3)."""

    MANDATE_LETTER = "mandate-letter"
    SEMI_OPEN_LETTER = "semi-open-letter"
    OPEN_LETTER = "open-letter"
    OTHER = "other"


class DocumentAdded(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="document-added/1"):
    """A document in its own words; its day tells its versions apart (R3)."""

    sort: DocumentSort
    title: Line
    language: LanguageTag
    dated_on: date
    text: Words
    copied: Copied | None = None


class ReadAgainstSource(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="read-against-source/1"):
    """A second member compared a copy with its source, and this is the wording she saw (R64)."""

    entry: EntryId
    text_hash: Hash

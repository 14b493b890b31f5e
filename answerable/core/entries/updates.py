"""The update to the support circle: drafted, read by a second member, handed over."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.entries.base import Code, Entry, EntryId, Hash, Text, Words


class HandedOver(StrEnum):
    """How an update got to the support circle (R64)."""

    SEALED_HERE = "sealed-here"
    PRINTED = "printed"
    MAILED_LOCKED = "mailed-locked"
    READ_OUT = "read-out"


class Sentences(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The six sentences of an update (R53, content 8)."""

    contact: Text
    demands: Text
    who_knows: Text
    decisions: Text
    ourselves: Text
    we_ask: Text


class LongPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One section of the long version: a code of `defaults.update_sections`, and its words (R53, content 8)."""

    section: Code
    text: Words


LongParts = tuple[LongPart, ...]


def check_sections(sections: LongParts) -> None:
    """Refuse a section that stands twice."""
    if len({part.section for part in sections}) != len(sections):
        raise ValueError("a section stands once")


class Remark(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something left out of an update or missing from it: a code of `core.drafting`, and the entries it is about."""

    code: Code
    entries: tuple[EntryId, ...]


class Period(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days an update is about, both included."""

    from_on: date
    to_on: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.from_on > self.to_on:
            raise ValueError("a period ends after it begins")


class UpdateDrafted(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="update-drafted/2"):
    """A draft of an update, with the entries it was made from; each save is a new one (R53).

    `sections` are the long version, empty where there is none.
    """

    period: Period
    sentences: Sentences
    used: tuple[EntryId, ...]
    left_out: tuple[Remark, ...]
    missing: tuple[Remark, ...]
    sections: LongParts = ()

    def __post_init__(self) -> None:
        """Refuse a section that stands twice."""
        check_sections(self.sections)


class UpdateRead(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="update-read/1"):
    """A second member read a draft in exactly this wording (R12, R53)."""

    draft: EntryId
    text_hash: Hash


class UpdateHandedOver(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="update-handed-over/2"):
    """An update as the support circle got it, with the head of the log as it then was (R53)."""

    draft: EntryId
    period: Period
    sentences: Sentences
    how: HandedOver
    on: date
    size: Annotated[int, Meta(ge=0, le=2**48)]
    root: Hash
    sections: LongParts = ()

    def __post_init__(self) -> None:
        """Refuse a section that stands twice."""
        check_sections(self.sections)

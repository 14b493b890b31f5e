"""Something she may need to know soon: to whom it goes, what it is, how it reached them (R66)."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core.entries.base import Aside, Copied, Entry, EntryId, Line, Source, Text, UserId, Whom, Words


class SoonSort(StrEnum):
    """What it is about (R66)."""

    THREAT = "threat"
    APPROACH = "approach"
    PUBLISHING = "publishing"
    OTHER = "other"


class Way(StrEnum):
    """How it reaches the named contact outside the software, as agreed."""

    CALL = "call"
    MAIL = "mail"
    IN_PERSON = "in-person"


class SoonContact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named contact of the support circle: by name, and with her account where she has one here."""

    label: Line
    user: UserId | None


class AgreedWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words agreed beforehand for one sort of thing."""

    sort: SoonSort
    text: Words


class SoonAgreed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="soon-agreed/1"):
    """To whom something she may need to know soon goes, in which way and words; a newer one takes its place (R66).

    `directly`: she chose that it may reach her directly; nobody else can choose that for her (R13).
    """

    contacts: tuple[SoonContact, ...]
    way: Way | None
    words: tuple[AgreedWords, ...]
    directly: bool
    copied: Copied | None = None


class SoonNoted(Aside, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="soon-noted/1"):
    """Something she may need to know soon, and the named contacts it is for; readable by the people it names (R66)."""

    sort: SoonSort
    text: Words
    source: Source
    x_may_learn: bool
    contacts: tuple[Line, ...]


class SoonHandedOn(Aside, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="soon-handed-on/1"):
    """It reached a named contact outside the software: to whom, when, in which way, by whom (R66)."""

    note: EntryId
    contact: Line
    on: date
    way: Way
    by: Whom


class SoonAnswered(Aside, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="soon-answered/1"):
    """One of the people it names has it, with a word back if she wants (R66)."""

    note: EntryId
    text: Text

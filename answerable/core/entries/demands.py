"""Demands: raised, replaced, withdrawn, and passed on to X word for word."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.entries.base import Copied, Entry, EntryId, Hash, Medium, Outcome, Text, Whom, Words

DemandNumber = Annotated[int, Meta(ge=1, le=999)]


class Facet(StrEnum):
    """The side of taking responsibility that a demand is about (R2)."""

    REFLECT = "reflect"
    INFORM = "inform"
    STAY_ACCOUNTABLE = "stay-accountable"
    OTHER = "other"


class Origin(StrEnum):
    """Whose demand it is (R2, R8)."""

    SUPPORT = "support"
    PARENT_PROCESS = "parent-process"


class DemandWord(StrEnum):
    """The only words for where a demand stands (R65)."""

    NOT_ASKED = "not-asked"
    ASKED = "asked"
    SAID = "said"
    SEEN = "seen"
    REFUSED = "refused"


class HisAnswer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What X did with a demand when it was passed on, and his words: his account (R14, R30)."""

    outcome: Outcome
    text: Text


class DemandRaised(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="demand-raised/1"):
    """A demand in the words of those who make it (R2)."""

    number: DemandNumber
    facet: Facet
    text: Words
    said_on: date
    origin: Origin
    copied: Copied | None = None


class DemandReplaced(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="demand-replaced/1"):
    """A newer wording of a demand; the older one stays to be seen (R2)."""

    replaces: EntryId
    number: DemandNumber
    facet: Facet
    text: Words
    said_on: date
    origin: Origin
    copied: Copied | None = None


class DemandWithdrawn(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="demand-withdrawn/1"):
    """A demand is no longer made, in the words of those who made it (R2)."""

    withdraws: EntryId
    text: Text
    said_on: date
    origin: Origin
    copied: Copied | None = None


class DemandPassedOn(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="demand-passed-on/1"):
    """A version of a demand was passed on to X: the hash of the words used, and his answer (R30)."""

    demand: EntryId
    text_hash: Hash
    on: date
    medium: Medium
    by: Whom
    answer: HisAnswer | None
    answer_by_on: date | None

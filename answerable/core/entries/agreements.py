"""Agreements with X: made, replaced, kept or not, what follows. They are his tasks: no field names a member (R59)."""

from datetime import date
from enum import StrEnum

from answerable.core.entries.base import Entry, EntryId, Source, Text, Words


class Kept(StrEnum):
    """What became of an agreement (R31)."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not-kept"


class Follows(StrEnum):
    """What follows where an agreement was not wholly kept, other than a new one in its place (R31, R38)."""

    STAYS = "stays"
    TOGETHER = "together"
    NOTHING = "nothing"


class AgreementMade(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="agreement-made/1"):
    """What X will do and by when; it may replace an earlier one, never rewrite it (R31)."""

    on: date
    text: Words
    by_on: date | None
    replaces: EntryId | None


class AgreementAnswered(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="agreement-answered/1"):
    """Whether X kept an agreement, and how the group knows (R31, R42)."""

    agreement: EntryId
    on: date
    kept: Kept
    note: Text
    source: Source


class AgreementFollowed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="agreement-followed/1"):
    """What follows from an agreement that was not wholly kept; the newest word counts (R31)."""

    agreement: EntryId
    on: date
    follows: Follows

"""What the whole process rests on: its opening, who is here, its words, what was agreed, its boundaries."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.circles import Presence, Role
from answerable.core.defaults.text import Language
from answerable.core.defaults.vocabulary import Profile
from answerable.core.entries.base import Copied, Entry, Line, Text, Zone

Months = Annotated[int, Meta(ge=0, le=120)]
Days = Annotated[int, Meta(ge=0, le=3660)]
People = Annotated[int, Meta(ge=0, le=100)]


class ProfileChosen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The profile of words that a process uses in one language (content 12)."""

    language: Language
    profile: Profile


class PolicyChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The values that change, None where one stays; 0 means "we have not taken this on" (R4, R62)."""

    contact_every_months: Months | None = None
    update_every_months: Months | None = None
    mailbox_every_days: Days | None = None
    answer_within_days: Days | None = None
    term_months: Months | None = None
    minimum_members: People | None = None
    mail_kept_months: Months | None = None
    contact_texts_kept_months: Months | None = None
    labels_kept_months: Months | None = None


class ProcessOpened(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="process-opened/1"):
    """The process begins: its codename, what X is called, and which circles are here (R62, R64)."""

    codename: Line
    person_x: Line
    language: Language
    zone: Zone
    opened_on: date
    support: Presence
    supervision: Presence


class PresenceSet(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="presence-set/1"):
    """A circle came here, is reached another way, or is gone again (R64); the contact circle is always here."""

    role: Role
    state: Presence

    def __post_init__(self) -> None:
        """Refuse to send the contact circle away: its members are the ones who write."""
        if self.role is Role.CONTACT:
            raise ValueError("the contact circle is always here")


class WordsChosen(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="words-chosen/1"):
    """The words of this process, chosen by the support circle (C5)."""

    profiles: tuple[ProfileChosen, ...]
    copied: Copied | None = None


class PolicySet(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="policy-set/1"):
    """What the group agreed to do differently, from which day, and why (R4)."""

    change: PolicyChange
    from_on: date
    reason: Text | None


class BoundarySet(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="boundary-set/1"):
    """The whole list of what the group can, cannot and will not do; a newer one takes its place (R25)."""

    can: tuple[Line, ...]
    cannot: tuple[Line, ...]
    will_not: tuple[Line, ...]


class Quorum(StrEnum):
    """How many of those asked have to say how they stand before something is decided."""

    MORE_THAN_HALF = "more-than-half"
    TWO_THIRDS = "two-thirds"
    ALL = "all"


class QuorumSet(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="quorum-set/1"):
    """How many views a decision needs from a day on, and why; questions that are open stay as they were (R4, R47)."""

    quorum: Quorum
    from_on: date
    reason: Text | None

"""What the whole process rests on: its opening, who is here, its words, what was agreed, its boundaries."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.circles import Presence, Role
from answerable.core.defaults.policy import DEFAULT_POLICY, UnknownPolicyValueError
from answerable.core.entries.base import Code, Copied, Entry, Language, Line, Text, Zone


class Concept(StrEnum):
    """A concept for which a process chooses its word (C5, content 12)."""

    HARMED_PERSON = "harmed-person"
    PERSON_X = "person-x"
    GROUP = "group"
    HER_GROUP = "her-group"
    THIRD_GROUP = "third-group"
    PROCESS = "process"
    VIOLENCE = "violence"
    ACCOUNTABLE = "accountable"
    PROGRAMME = "programme"
    SURROUNDINGS = "surroundings"
    RESPONSE = "response"


class OwnWord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One word that differs from the chosen profile."""

    concept: Concept
    word: Line


class Terms(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one language: a profile that ships with the program, and what differs from it."""

    language: Language
    profile: Code
    own: tuple[OwnWord, ...]


class PolicyValue(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One agreed number, under its name in `core.defaults.policy`; 0 means "we have not taken this on" (R62)."""

    name: Annotated[str, Meta(pattern=r"^[a-z]+(_[a-z]+)*\Z", max_length=40)]
    number: Annotated[int, Meta(ge=0, le=1000)]


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

    terms: tuple[Terms, ...]
    copied: Copied | None = None


class PolicySet(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="policy-set/1"):
    """What the group agreed to do differently, from which day, and why (R4)."""

    changed: tuple[PolicyValue, ...]
    from_on: date
    reason: Text | None

    def __post_init__(self) -> None:
        """Refuse a number that this version does not know: it could not be followed."""
        try:
            DEFAULT_POLICY.changed((value.name, value.number) for value in self.changed)
        except UnknownPolicyValueError:
            raise ValueError("not a policy value") from None


class BoundarySet(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="boundary-set/1"):
    """The whole list of what the group can, cannot and will not do; a newer one takes its place (R25)."""

    can: tuple[Line, ...]
    cannot: tuple[Line, ...]
    will_not: tuple[Line, ...]

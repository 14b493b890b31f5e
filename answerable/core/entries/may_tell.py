"""Who may be told what: the support circle's answers, stopped, confirmed, asked for (R9, R10, R54)."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core.entries.base import Copied, Entry, Line, Text


class Scope(StrEnum):
    """How many an answer is for; the narrower wins (Fixed meanings)."""

    CATEGORY = "category"
    GROUP = "group"
    PERSON = "person"


class Category(StrEnum):
    """Kinds of people around X for whom one line can hold a standing rule (R9)."""

    LIVES_WITH = "lives-with"
    FRIENDS = "friends"
    CLOSE = "close"
    FAMILY = "family"
    POLITICAL = "political"
    OTHER_GROUPS = "other-groups"
    WORK = "work"


class Material(StrEnum):
    """What may be told, from the least on; a yes covers what stands before it (Fixed meanings)."""

    PROCESS = "process"
    DEMANDS = "demands"
    SEMI_OPEN_LETTER = "semi-open-letter"
    OPEN_LETTER = "open-letter"


class MayTell(StrEnum):
    """The support circle's answer."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


class Audience(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom an answer is for: a kind of people, or a group or one person by label (R9)."""

    scope: Scope
    category: Category | None = None
    label: Line | None = None

    def __post_init__(self) -> None:
        """Refuse a kind of people without its name, and a group or person without a label."""
        of_kind = self.scope is Scope.CATEGORY
        if (self.category is not None) is not of_kind or (self.label is None) is not of_kind:
            raise ValueError("a kind of people has a category, a group or person has a label")


class MayTellSet(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="may-tell-set/1"):
    """Whether these people may be told this; a yes can have a condition in words and a last day (R9)."""

    audience: Audience
    material: Material
    answer: MayTell
    condition: Text
    until_on: date | None
    said_on: date
    copied: Copied | None = None

    def __post_init__(self) -> None:
        """Refuse a last day where it would bring an older yes back."""
        if self.until_on is not None and self.answer is not MayTell.YES:
            raise ValueError("only a yes can end on a day")


class MayTellStopped(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="may-tell-stopped/1"):
    """Stop: nobody new is told anything from this day on. No reason is asked; anyone she trusts can say it (R10)."""

    said_on: date
    copied: Copied | None = None


class MayTellConfirmed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="may-tell-confirmed/1"):
    """The support circle looked at who may be told, and it still holds."""

    said_on: date
    copied: Copied | None = None


class MayTellAsked(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="may-tell-asked/1"):
    """The contact circle asks for a yes; silence stays no (R54)."""

    audience: Audience
    material: Material
    why: Text

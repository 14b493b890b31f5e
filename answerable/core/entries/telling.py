"""Does this group need to know? The worksheet, the notice with a date, and telling one circle of people (R43-R46)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.calendar import add_months
from answerable.core.entries.around import AroundKind
from answerable.core.entries.base import Code, Entry, EntryId, Line, Text, UserId, Whom, Words
from answerable.core.entries.decisions import Fact
from answerable.core.entries.letters import LetterForm
from answerable.core.entries.may_tell import Category, Material

LOOK_AGAIN_MONTHS = 3
"""The latest day of a new look after a circle was not told (R46)."""

Ticked = Annotated[tuple[Code, ...], Meta(max_length=20)]
Facts = Annotated[tuple[Fact, ...], Meta(max_length=20)]
Kinds = Annotated[tuple[Category, ...], Meta(max_length=20)]


class Judged(StrEnum):
    """What the group says to one of the two criteria; not to know is a full answer (R45)."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class SheetOutcome(StrEnum):
    """What comes of a worksheet; all are of equal rank (R46)."""

    WE_TELL = "we-tell"
    HE_TELLS = "he-tells"
    NOT_NOW = "not-now"
    ASK = "ask"
    SUPERVISION = "supervision"


class Proof(StrEnum):
    """Whether X showed by the day of a notice that he told them."""

    SHOWN = "shown"
    PARTLY = "partly"
    NOT_SHOWN = "not-shown"


class Criterion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the two criteria: the answer, its reasons, the questions of the list that led to it; no score (R45)."""

    answer: Judged
    why: Words
    ticked: Ticked = ()


class Weighing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether telling is in proportion: its aim, what is milder, who else it hits, the risks, why now (content 5)."""

    aim: Text = ""
    milder: Text = ""
    whom_else: Text = ""
    risks: Text = ""
    if_wrong: Text = ""
    why_now: Text = ""


class WorksheetKept(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="worksheet-kept/1"):
    """Does this circle need to know? Trust and power apart, his turn, the least that is enough, an outcome (R44-R46).

    The support circle's answer is no field: it is read from the record. `material` is the least that would be enough,
    None where nothing is to be told; `least` says why no less is. `accounts` are what others say, `facts` what is
    known and how (R42). `turn` is what X was asked and offered. `sequence` says who hears first, who supports them
    afterwards (R37).
    """

    concern: EntryId | None
    label: Line
    kind: AroundKind
    categories: Kinds
    list_version: int
    on: date
    trust: Criterion
    power: Criterion
    facts: Facts
    accounts: Text
    x_may_learn: bool
    turn: Text
    confronted_on: date | None
    weighing: Weighing
    material: Material | None
    least: Text
    sequence: Text
    outcome: SheetOutcome
    reasons: Words
    he_tells_by_on: date | None
    look_again_on: date | None

    def __post_init__(self) -> None:
        """Refuse "not now" without a new look within three months, and "he tells" without a day (R46)."""
        again = self.look_again_on
        if self.outcome is SheetOutcome.NOT_NOW and again is None:
            raise ValueError("not now has a day of the next look")
        if again is not None and not self.on <= again <= add_months(self.on, LOOK_AGAIN_MONTHS):
            raise ValueError("the next look is within three months")
        if (self.outcome is SheetOutcome.HE_TELLS) is not (self.he_tells_by_on is not None):
            raise ValueError("only where he tells he has a day")


class NoticeGiven(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="notice-given/1"):
    """X was told: you inform them by this day, else we may; in these words, with this proof he can give (L6, R43)."""

    concern: EntryId | None
    label: Line
    kind: AroundKind
    on: date
    by_on: date
    by: Whom
    words: Words
    proof: Words

    def __post_init__(self) -> None:
        """Refuse a day that leaves him none."""
        if self.by_on <= self.on:
            raise ValueError("the day of a notice comes after it")


class NoticeAnswered(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="notice-answered/1"):
    """Whether X showed that he told them; `account` is his account (R14)."""

    notice: EntryId
    on: date
    proof: Proof
    account: Text


class SupervisionAsked(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="supervision-asked/1"):
    """Supervision was asked in writing on a day, or nobody is there to ask: noted (R44).

    `about` is the worksheet it is about, `what` what was asked in words that supervision reads, `how` the way.
    """

    about: EntryId | None
    on: date
    in_writing: bool
    what: Words
    how: Text


class TellingPlanned(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="telling-planned/1"):
    """How one circle of people is to be told: by whom, on which day, exactly what; a second member confirms (R44).

    `document` is the version of the letter and `form` how it reaches them, as its circulation allows; None where none
    is given. `tried` is what of the milder steps was tried, `condition` the support circle's condition as it was
    confirmed, "" where it set none.
    """

    worksheet: EntryId
    label: Line
    kind: AroundKind
    material: Material
    for_on: date
    by: Whom
    words: Words
    document: EntryId | None
    form: LetterForm | None
    tried: Text
    condition: Text

    def __post_init__(self) -> None:
        """Refuse a letter without a form, and a form without a letter (R3)."""
        if (self.document is None) is not (self.form is None):
            raise ValueError("a letter is given in a form")


class TellingConfirmed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="telling-confirmed/1"):
    """A second member stands behind a plan in exactly these words; a correction of the plan is a new one."""

    plan: EntryId


class PeopleTold(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="people-told/1"):
    """One circle of people was told by us: on which day, by whom, exactly what, what they said to it (R44, R63).

    `words` is exactly what was said; `plan` is None where somebody told them out of turn. `reactions` are their account
    (R14). `basis` is the note on the legal basis (R60), `afterwards` who supports them, `review_on` the next look.
    """

    concern: EntryId | None
    plan: EntryId | None
    label: Line
    kind: AroundKind
    on: date
    by: Annotated[tuple[UserId, ...], Meta(max_length=64)]
    material: Material
    words: Words
    document: EntryId | None
    form: Text
    reactions: Text
    basis: Text
    afterwards: Text
    review_on: date | None

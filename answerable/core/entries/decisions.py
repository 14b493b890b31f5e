"""What the group decides: a proposal, a view of each who was asked, an outcome with its reasons, a later look."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.entries.base import Entry, EntryId, Line, Source, Text, UserId, Whom, Words

Count = Annotated[int, Meta(ge=0, le=64)]


class ViewTaken(StrEnum):
    """How a member stands to a proposal; who has not said yet has none."""

    AGREE = "agree"
    CONCERNS = "concerns"
    STAND_ASIDE = "stand-aside"
    BLOCK = "block"


class Sort(StrEnum):
    """What came of a proposal; not to act is of equal rank (R46), and talking on is an outcome too."""

    ACT = "act"
    NOT_TO_ACT = "not-to-act"
    TALK_ON = "talk-on"


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a decision rests on, and how the group knows it (R42, R47)."""

    text: Line
    source: Source


class Recused(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who takes no part in deciding, and why."""

    user: UserId
    why: Line


class Tally(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The views as they stood at the outcome, without names: of how many who were asked less those recused (R47)."""

    asked: Count
    agree: Count
    concerns: Count
    stand_aside: Count
    block: Count

    @property
    def given(self) -> int:
        """How many had said how they stand."""
        return self.agree + self.concerns + self.stand_aside + self.block


class Dissent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A concern or a block in its own words, unchanged; with a name only where its author wished (R24)."""

    text: Words
    user: UserId | None


class DecisionProposed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="decision-proposed/1"):
    """A question to decide together: what it rests on, what can be done, whom that protects, who is asked (R7, R47).

    Those asked stay the same from here on. `follows` is the proposal that is taken up once more. `at_meeting`: it was
    decided in one go at a meeting and written down afterwards (R63).
    """

    question: Words
    options: tuple[Line, ...]
    facts: tuple[Fact, ...]
    protects: Words
    asked: Whom
    recused: tuple[Recused, ...]
    until_on: date
    at_meeting: bool
    follows: EntryId | None


class PositionTaken(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="position-taken/1"):
    """How a member stands to a proposal; a newer one counts in its place. `told_how`: noted by another member."""

    proposal: EntryId
    member: UserId
    view: ViewTaken
    text: Text
    with_name: bool
    told_how: Line | None


class DecisionReached(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="decision-reached/1"):
    """What was decided, or not, and why; dissent stands in it unchanged (R7, R24, R46, R47).

    `tell` are reasons that can be told to the people concerned.
    """

    proposal: EntryId
    on: date
    sort: Sort
    decided: Words
    reasons: Words
    protects: Words
    tally: Tally
    dissent: tuple[Dissent, ...]
    look_again_on: date | None
    tell: Text


class DecisionConfirmed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="decision-confirmed/1"):
    """The group looked at a decision again and it stays, with the day of the next look (R46)."""

    decision: EntryId
    on: date
    why: Words
    look_again_on: date | None


class DecisionQuestioned(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="decision-questioned/1"):
    """People concerned were told reasons and asked about them; what they asked, and what we said (R47)."""

    decision: EntryId
    on: date
    by: Line
    question: Words
    answer: Text


class DecisionAbout(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="decision-about/1"):
    """A question was asked because of an entry: one more new date, an agreement not kept (R26, R31, R38)."""

    proposal: EntryId
    about: EntryId


class ViewNamed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one member stood when it was decided."""

    user: UserId
    view: ViewTaken
    text: Text


class ViewsNamed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="views-named/1"):
    """Who stood how to a question about telling new people: at such a decision all are named (R47)."""

    proposal: EntryId
    views: Annotated[tuple[ViewNamed, ...], Meta(max_length=64)]

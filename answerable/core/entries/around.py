"""People around X by label: what they know and from whom, talks with them, who hears of a new demand (R35, R36)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from answerable.core.entries.base import Entry, EntryId, Line, Source, Text, UserId
from answerable.core.entries.surroundings import LetterGiven, ToldByX, check_source

Demands = Annotated[tuple[EntryId, ...], Meta(max_length=200)]
OfUs = Annotated[tuple[UserId, ...], Meta(max_length=64)]


class AroundKind(StrEnum):
    """Whether a label stands for a group or for one person; groups have labels in updates, people are a number."""

    GROUP = "group"
    PERSON = "person"


class Knows(StrEnum):
    """What somebody around X knows, as far as we know; not knowing is a full answer (R29, R35)."""

    NOTHING = "nothing"
    UNKNOWN = "unknown"
    PROCESS = "process"
    DEMANDS = "demands"
    SEMI_OPEN = "semi-open-letter"
    OPEN = "open-letter"


KNOWING = (Knows.PROCESS, Knows.DEMANDS, Knows.SEMI_OPEN, Knows.OPEN)
"""What counts as knowing, the least first: each holds what stands before it (Fixed meanings)."""

WITH_LETTER = frozenset({Knows.SEMI_OPEN, Knows.OPEN})


class FromWhom(StrEnum):
    """From whom they know (R35)."""

    HIM = "him"
    US = "us"
    SOMEBODY_ELSE = "somebody-else"
    UNKNOWN = "unknown"


class TalkStage(StrEnum):
    """How far a talk with people around X came (R36)."""

    OFFERED = "offered"
    HELD = "held"
    DECLINED = "declined"


class AskOutcome(StrEnum):
    """What people around X answered to what was asked of them (R36)."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Hearing(StrEnum):
    """Who tells people who know already about a new demand (R35)."""

    HE_TELLS = "he-tells"
    WE_TELL = "we-tell"
    NOBODY = "nobody"
    LATER = "later"


class Hears(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From whom a group or person hears of a new demand."""

    label: Line
    hearing: Hearing


class AroundNoted(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="around-noted/1"):
    """What a group or person around X knows, from whom, and how we know it (R29, R35, R42).

    `on` is since when they know. `account` is what was said to us: his account where the source is X, theirs where
    they came to us (R14). `demands` are those they were told. `disagrees` is what they disagree with.
    """

    label: Line
    kind: AroundKind
    relation: Line | None
    on: date | None
    knows: Knows
    from_whom: FromWhom | None
    letter: LetterGiven
    perspective: Line | None
    demands: Demands
    account: Text
    disagrees: Text | None
    source: Source
    x_may_learn: bool
    confirmed_by: Line | None

    def __post_init__(self) -> None:
        """Refuse a single person who may know nothing, and what contradicts itself.

        Such a person appears only where a group asks whether they need to know (R35).
        """
        check_source(self.source, x_may_learn=self.x_may_learn)
        knowing = self.knows in KNOWING
        if self.kind is AroundKind.PERSON and not knowing:
            raise ValueError("a single person stands here only with what they know")
        if not knowing and (self.from_whom is not None or self.demands or self.letter is LetterGiven.YES):
            raise ValueError("who is not said to know has it from nobody")
        if self.knows in WITH_LETTER and self.letter is not LetterGiven.YES:
            raise ValueError("who knows a letter has it")
        if self.confirmed_by is not None and not knowing:
            raise ValueError("only that they know can be confirmed")


class TalkNoted(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="talk-noted/1"):
    """A talk with people around X, offered, held or declined; `said` is his friends' account (R14, R36).

    `asked` is what was asked of them so that X stays accountable, `answer` and `answered` what they answered at once.
    """

    label: Line
    kind: AroundKind
    on: date
    stage: TalkStage
    by: OfUs
    said: Text
    disagrees: Text | None
    asked: Text | None
    answer: AskOutcome | None
    answered: Text
    x_may_learn: bool

    def __post_init__(self) -> None:
        """Refuse an answer to nothing."""
        if self.asked is None and (self.answer is not None or self.answered):
            raise ValueError("an answer needs something that was asked")


class AskAnswered(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="ask-answered/1"):
    """What people around X answered later to what was asked of them; `text` is his friends' account (R14, R36)."""

    talk: EntryId
    on: date
    outcome: AskOutcome
    text: Text


class NoFurtherContact(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="no-further-contact/1"):
    """A group or person said to us that they want no further contact: final (R36).

    It ends all reminders and suggestions about them. What X says about them ends nothing.
    """

    label: Line
    on: date
    said: Text


class WhoHears(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="who-hears/1"):
    """Who of those who know hears of a new demand, and from whom; settled once for each demand (R35).

    `sequence` says who hears first where several do, and who supports them afterwards (R37).
    """

    demand: EntryId
    rows: Annotated[tuple[Hears, ...], Meta(min_length=1, max_length=200)]
    sequence: Text = ""


def is_seen(told: ToldByX | AroundNoted) -> bool:
    """Tell whether somebody other than X said or confirmed it: his word alone is never "seen" (R65)."""
    return told.source is not Source.HE_SAID or told.confirmed_by is not None


def he_told(told: ToldByX | AroundNoted) -> bool:
    """Tell whether an account says that X told them (R29)."""
    return isinstance(told, ToldByX) or (told.knows in KNOWING and told.from_whom is FromWhom.HIM)

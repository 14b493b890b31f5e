"""The people around X: whom he told, and notes with their source."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core.entries.base import Entry, EntryId, Line, Source, Text, Words
from answerable.core.entries.demands import DemandWord


class LetterGiven(StrEnum):
    """Whether X handed over the letter; unknown is a full answer (R29)."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Shows(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a note shows about a demand, in the words of R65."""

    demand: EntryId
    word: DemandWord


def check_source(source: Source, *, x_may_learn: bool) -> None:
    """Refuse a leave to tell X how we know, where nobody came to us who could have given it (R42)."""
    if x_may_learn and source is not Source.SOMEONE_CAME:
        raise ValueError("only who came to us can allow that X learns it")


class ToldByX(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="told-by-x/1"):
    """A group, or a person by label, that X says he told; `account` is his account (R14, R29).

    `perspective` is how they got the victim's perspective other than by the letter.
    """

    label: Line
    on: date | None
    account: Text
    letter: LetterGiven
    perspective: Line | None
    source: Source
    x_may_learn: bool
    confirmed_by: Line | None

    def __post_init__(self) -> None:
        """Refuse a leave that nobody gave."""
        check_source(self.source, x_may_learn=self.x_may_learn)


class NoteKept(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="note-kept/1"):
    """Something the group wants to remember, with how it knows (R42), and what it shows about a demand (R65)."""

    on: date
    text: Words
    source: Source
    x_may_learn: bool
    shows: Shows | None

    def __post_init__(self) -> None:
        """Refuse "seen" from X's own word, "said" from anybody else, and words that only a passing on can give."""
        check_source(self.source, x_may_learn=self.x_may_learn)
        if self.shows is None:
            return
        if self.shows.word in (DemandWord.NOT_ASKED, DemandWord.ASKED):
            raise ValueError("a note shows what was said, seen or refused")
        if self.shows.word is DemandWord.SEEN and self.source is Source.HE_SAID:
            raise ValueError("seen needs a source other than X")
        if self.shows.word is DemandWord.SAID and self.source is not Source.HE_SAID:
            raise ValueError("said is X's own word")

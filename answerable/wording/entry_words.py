"""What an entry is told with: the words of the reader, and what another entry says in a line."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from msgspec import Struct

from answerable.core.entries.contacts import ToldNew
from answerable.wording import days, lists
from answerable.wording.words import Words

Gettext = Callable[[str], str]

_BREAKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How to tell entries: the reader's words, and what another entry says, by its id."""

    words: Words
    entry: Callable[[bytes], str]

    @property
    def gettext(self) -> Gettext:
        """Return the translator of the reader's language."""
        return self.words.gettext

    @property
    def person_x(self) -> str:
        """Return what X is called."""
        return self.words.person_x

    def day(self, one: date) -> str:
        """Return a day."""
        return days.day(one, self.words)

    def name(self, user: bytes) -> str:
        """Return what a member is called."""
        return self.words.name(user)

    def names(self, users: Iterable[bytes]) -> str:
        """Return members by name, as a list."""
        return lists.named(users, self.words)


class Part(Struct, frozen=True):
    """One piece of an entry's text; `his` marks an account of X or his friends, `whose` names it if not X's (R14)."""

    label: str
    text: str
    his: bool = False
    whose: str = ""


class EntryWords(Struct, frozen=True, kw_only=True):
    """An entry in words: what kind it is, one sentence, its texts, and pairs of small facts."""

    title: str
    sentence: str
    parts: tuple[Part, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


def told_new(value: ToldNew, words: Words) -> str:
    """Return whether he told anyone new, as he says (R28)."""
    return {
        ToldNew.SOMEONE: words.gettext("Yes, he says so"),
        ToldNew.NOBODY: words.gettext("Nobody"),
        ToldNew.NOT_ASKED: words.gettext("Not asked"),
    }[value]


def shortened(text: str, most: int = 90) -> str:
    """Return the beginning of a text as one line, cut at a word."""
    line = " ".join(part for part in _BREAKS.split(text) if part)
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(".,;:") + "…"

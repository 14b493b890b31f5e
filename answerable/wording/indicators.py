"""The list of indicators in words: what each may be called, and what that rests on (R65, content 10)."""

from answerable.core.defaults.indicators import indicator
from answerable.core.entries import IndicatorNoted
from answerable.core.entries.indicators import Attendance, Ground
from answerable.core.indicators import Level
from answerable.wording.days import day
from answerable.wording.lists import sentences
from answerable.wording.words import Words


def name(number: int, version: int, wording: str, words: Words) -> str:
    """Return an indicator in the reader's language; of a list that this program does not know, as it was written."""
    text = indicator(version, number)
    return text.in_language(words.language) if text else wording


def level(one: Level, words: Words) -> str:
    """Return the word for an indicator; none of them is a verdict."""
    return {
        Level.NOT_ASKED: words.gettext("not asked"),
        Level.NONE: words.gettext("refused, or none"),
        Level.CLAIMED: words.gettext("claimed"),
        Level.PARTLY: words.gettext("partly corroborated"),
        Level.CORROBORATED: words.gettext("corroborated"),
        Level.SUSTAINED: words.gettext("sustained"),
        Level.REGRESSED: words.gettext("regressed"),
    }[one]


def ground(one: Ground, words: Words) -> str:
    """Return what a note rests on."""
    return {
        Ground.HIS_WORD: words.gettext("His word"),
        Ground.HIS_PAPER: words.gettext("A paper from him"),
        Ground.CONDUCT: words.gettext("How he acts towards us, seen by two of us"),
        Ground.CONFIRMED: words.gettext("Somebody who knows the letter confirms it"),
        Ground.PROVIDER: words.gettext("Those who offer the work confirm it"),
    }[one]


def attendance(one: Attendance, words: Words) -> str:
    """Return what those who offer the work say of it."""
    return {
        Attendance.STARTED: words.pgettext("attendance", "He started"),
        Attendance.GOES_ON: words.pgettext("attendance", "It goes on"),
        Attendance.STOPPED: words.pgettext("attendance", "He stopped"),
        Attendance.ENDED: words.pgettext("attendance", "It came to its end"),
    }[one]


def rests_on(note: IndicatorNoted, words: Words) -> str:
    """Return what a note rests on in a line: the day, the ground, and whether it shows that he does not do it."""
    parts = [f"{ground(note.ground, words)}."]
    if note.attendance is not None:
        parts.append(f"{attendance(note.attendance, words)}.")
    elif not note.does:
        parts.append(words.gettext("It shows that he refuses or does not do it."))
    if note.with_letter:
        parts.append(words.gettext("They have the letter, or her perspective in another way."))
    return f"{day(note.on, words)}: {sentences(*parts)}"

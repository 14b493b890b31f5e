"""Days, spans and small numbers in words; months and weekdays stand here so that no locale is needed."""

from datetime import date

from answerable.wording.words import Words

NBSP = "\N{NO-BREAK SPACE}"
FAR_AWAY_DAYS = 330

_MONTHS = {
    False: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    True: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
}
_WEEKDAYS = {
    False: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    True: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
}
_NUMBERS = {
    False: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    True: ["kein", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"],
}


def month(number: int, words: Words) -> str:
    """Return the name of a month, 1 to 12."""
    return _MONTHS[words.german][number - 1]


def short_day(day: date, words: Words) -> str:
    """Return a day without its year, with no break inside: "17 July", "17. Juli"."""
    return f"{day.day}{'.' if words.german else ''}{NBSP}{month(day.month, words)}"


def long_day(day: date, words: Words) -> str:
    """Return a day with its year: "17 July 2026"."""
    return f"{short_day(day, words)} {day.year}"


def day(one: date, words: Words) -> str:
    """Return a day, with its year where it lies so far away that it could be mistaken."""
    return long_day(one, words) if abs((one - words.today).days) > FAR_AWAY_DAYS else short_day(one, words)


def weekday(one: date, words: Words) -> str:
    """Return the name of the day of the week."""
    return _WEEKDAYS[words.german][one.weekday()]


def weekday_day(one: date, words: Words) -> str:
    """Return a day with its weekday: "Tuesday 22 September", "Dienstag, 22. September"."""
    return f"{weekday(one, words)}{',' if words.german else ''} {day(one, words)}"


def near_day(one: date, words: Words) -> str:
    """Return "today", "yesterday", or the day as it stands inside a sentence ("on 17 July")."""
    ago = (words.today - one).days
    if ago == 0:
        return words.gettext("today")
    return words.gettext("yesterday") if ago == 1 else words.gettext("on {day}").format(day=day(one, words))


def number(count: int, words: Words) -> str:
    """Return a small number as a word, a larger one in figures."""
    if not 1 < count < len(_NUMBERS[False]):
        return str(count)
    return _NUMBERS[words.german][count]


def days_count(count: int, words: Words) -> str:
    """Return a number of days: "1 day", "67 days"."""
    return words.ngettext("{count} day", "{count} days", count).format(count=count)


def months_count(count: int, words: Words) -> str:
    """Return a number of months, small ones as a word: "three months"."""
    return words.ngettext("one month", "{count} months", count).format(count=number(count, words))


def times(count: int, words: Words) -> str:
    """Return how often: "once", "twice", "five times"."""
    own = {1: words.gettext("once"), 2: words.gettext("twice")}
    return own.get(count) or words.gettext("{count} times").format(count=number(count, words))


def span(from_on: date, to_on: date, words: Words) -> str:
    """Return the months of a period as a heading: "June to September 2026"."""
    first, last = month(from_on.month, words), f"{month(to_on.month, words)} {to_on.year}"
    if (from_on.year, from_on.month) == (to_on.year, to_on.month):
        return last
    if from_on.year != to_on.year:
        first = f"{first} {from_on.year}"
    return words.gettext("{first} to {last}").format(first=first, last=last)

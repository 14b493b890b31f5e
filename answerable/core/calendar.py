"""Days: calendar months, weeks, and what a due day is called on a given day (Fixed meanings)."""

import calendar
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec


class Standing(StrEnum):
    """How a due day stands on a given day."""

    NOT_YET = "not-yet"
    SOON = "soon"
    DUE = "due"
    LATE = "late"
    NO_DATE = "no-date"


def add_months(day: date, months: int) -> date:
    """Return the same day of the month so many calendar months on (or back), clipped to the month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def weeks(count: int) -> timedelta:
    """Return so many weeks as a span of time."""
    return timedelta(weeks=count)


def days_between(earlier: date, later: date) -> int:
    """Return how many days lie between two days; negative when they stand the other way round."""
    return (later - earlier).days


ONE_DAY = timedelta(days=1)
SOON_AHEAD = weeks(4)
NO_GRACE = timedelta(0)


class Span(msgspec.Struct, frozen=True, order=True):
    """Days from one to another, both with it."""

    from_on: date
    until_on: date

    def __contains__(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.from_on <= day <= self.until_on

    def days_in(self, from_on: date, until_on: date) -> int:
        """Return how many of its days lie between two days, both with them."""
        return max(0, days_between(max(self.from_on, from_on), min(self.until_on, until_on)) + 1)


def joined_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same days in order, spans that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.from_on <= found[-1].until_on + ONE_DAY:
            found[-1] = Span(found[-1].from_on, max(found[-1].until_on, span.until_on))
        else:
            found.append(span)
    return tuple(found)


class Clock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One due day with the day from which it is soon, and the grace after it before it is late."""

    due_on: date
    soon_on: date
    last_on: date

    @classmethod
    def on(cls, due_on: date, *, ahead: timedelta = SOON_AHEAD, grace: timedelta = NO_GRACE) -> "Clock":
        """Return the clock of a due day: soon `ahead` of it, in order until `grace` has passed."""
        return cls(due_on=due_on, soon_on=due_on - ahead, last_on=due_on + grace)

    @property
    def became_late_on(self) -> date:
        """The true first day of lateness, whenever somebody looks."""
        return self.last_on + ONE_DAY

    @property
    def turns(self) -> tuple[date, date, date]:
        """The days on which this becomes soon, due and late."""
        return (self.soon_on, self.due_on, self.became_late_on)

    def resting(self, spans: Iterable[Span]) -> "Clock":
        """Return the clock whose way from due to late stands still on these days (in order, none twice).

        What was late before stays late; soon and due stay on their days.
        """
        last_on = self.last_on
        for span in spans:
            if span.from_on <= last_on + ONE_DAY:
                last_on += timedelta(days=span.days_in(self.due_on, span.until_on))
        return Clock(due_on=self.due_on, soon_on=self.soon_on, last_on=last_on)

    def standing(self, today: date) -> Standing:
        """Return how this due day stands today."""
        if today > self.last_on:
            return Standing.LATE
        if today >= self.due_on:
            return Standing.DUE
        return Standing.SOON if today >= self.soon_on else Standing.NOT_YET


def day_of(moment: int, zone: str) -> date:
    """Return the day of a moment (seconds UTC) in a time zone; in UTC where the zone is not known here."""
    try:
        place: tzinfo = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        place = UTC
    return datetime.fromtimestamp(moment, place).date()

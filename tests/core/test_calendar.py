"""Calendar months, weeks, and what a due day is called."""

from datetime import UTC, date, datetime, timedelta

import pytest

from answerable.core.calendar import Clock, Span, Standing, add_months, day_of, days_between, weeks


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 7, 17), 3, date(2026, 10, 17)),
        (date(2026, 10, 31), 12, date(2027, 10, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), -2, date(2026, 10, 31)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_are_calendar_months_clipped_to_the_month(day: date, months: int, expected: date) -> None:
    """Three months after 30 November end on the last day of February, in leap years too."""
    assert add_months(day, months) == expected


def test_weeks_are_seven_days() -> None:
    """Six weeks after the first of a month are 42 days."""
    assert date(2026, 9, 1) + weeks(6) == date(2026, 10, 13)


def test_days_between_counts_both_ways() -> None:
    """A day that is still ahead counts negative."""
    assert days_between(date(2026, 7, 17), date(2026, 9, 22)) == 67
    assert days_between(date(2026, 9, 22), date(2026, 7, 17)) == -67


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2026, 9, 16), Standing.NOT_YET),
        (date(2026, 9, 17), Standing.SOON),
        (date(2026, 10, 14), Standing.SOON),
        (date(2026, 10, 15), Standing.DUE),
        (date(2026, 10, 29), Standing.DUE),
        (date(2026, 10, 30), Standing.LATE),
    ],
)
def test_a_contact_is_soon_four_weeks_before_and_late_after_two_weeks(today: date, standing: Standing) -> None:
    """Soon, due and late each begin on their own day (Fixed meanings)."""
    clock = Clock.on(date(2026, 10, 15), grace=weeks(2))
    assert clock.standing(today) is standing


def test_without_grace_it_is_late_from_the_next_day() -> None:
    """On the due day itself nothing is late."""
    clock = Clock.on(date(2026, 10, 15))
    assert clock.standing(date(2026, 10, 15)) is Standing.DUE
    assert clock.became_late_on == date(2026, 10, 16)


def test_the_turns_are_the_days_on_which_the_word_changes() -> None:
    """Each of the three days opens a new standing, and the day before it does not."""
    clock = Clock.on(date(2026, 10, 15), ahead=weeks(2), grace=weeks(4))
    for turn, standing in zip(clock.turns, (Standing.SOON, Standing.DUE, Standing.LATE), strict=True):
        assert clock.standing(turn) is standing
        assert clock.standing(turn - timedelta(days=1)) is not standing


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Vienna", date(2026, 7, 1)),
        ("UTC", date(2026, 6, 30)),
        ("No/Such", date(2026, 6, 30)),
        ("", date(2026, 6, 30)),
    ],
)
def test_a_moment_has_its_day_in_the_zone_of_the_process(zone: str, expected: date) -> None:
    """Half past eleven in the evening UTC is the next day in Vienna; an unknown zone counts as UTC."""
    moment = int(datetime(2026, 6, 30, 23, 30, tzinfo=UTC).timestamp())
    assert day_of(moment, zone) == expected


def test_a_clock_rests_on_days_between_due_and_late() -> None:
    """Days before it is due change nothing; days from then on are added, of one span after the other."""
    clock = Clock.on(date(2026, 4, 5), grace=weeks(2))
    before = Span(date(2026, 3, 1), date(2026, 4, 6))
    assert clock.resting([before]).last_on == date(2026, 4, 21)
    assert clock.resting([before, Span(date(2026, 4, 20), date(2026, 4, 22))]).last_on == date(2026, 4, 24)
    assert clock.resting([Span(date(2026, 4, 20), date(2026, 4, 25))]).last_on == date(2026, 4, 25)
    assert clock.resting([Span(date(2026, 4, 21), date(2026, 4, 25))]) == clock
    assert clock.resting([Span(date(2026, 1, 1), date(2026, 2, 1))]) == clock

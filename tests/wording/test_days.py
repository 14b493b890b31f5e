"""Days, spans and small numbers, in both languages."""

from datetime import date

import pytest

from answerable.wording.days import (
    NBSP,
    day,
    days_count,
    long_day,
    month,
    months_count,
    near_day,
    number,
    short_day,
    span,
    times,
    weekday_day,
)
from tests.wording.speech import TODAY, english, german

EN, DE = english(), german()


def test_a_day_does_not_break_before_its_month() -> None:
    """As the mock writes it, with a no-break space."""
    assert short_day(date(2026, 7, 17), EN) == f"17{NBSP}July"
    assert short_day(date(2026, 7, 17), DE) == f"17.{NBSP}Juli"
    assert long_day(date(2026, 3, 1), DE) == f"1.{NBSP}März 2026"


def test_a_day_far_away_carries_its_year() -> None:
    """Otherwise it could be mistaken for one near."""
    assert day(date(2026, 1, 1), EN) == f"1{NBSP}January"
    assert day(date(2025, 10, 12), EN) == f"12{NBSP}October 2025"
    assert day(date(2027, 9, 22), DE) == f"22.{NBSP}September 2027"


def test_a_day_can_name_its_weekday() -> None:
    """The margin of the first page."""
    assert weekday_day(TODAY, EN) == f"Tuesday 22{NBSP}September"
    assert weekday_day(TODAY, DE) == f"Dienstag, 22.{NBSP}September"


def test_the_last_two_days_have_names() -> None:
    """Today, yesterday, else the day."""
    assert [near_day(date(2026, 9, one), EN) for one in (22, 21, 17)] == ["today", "yesterday", f"on 17{NBSP}September"]
    assert [near_day(date(2026, 9, one), DE) for one in (22, 21, 17)] == ["heute", "gestern", f"am 17.{NBSP}September"]


def test_every_month_has_a_name() -> None:
    """Twelve of each language."""
    assert [month(one, EN)[:3] for one in (1, 5, 12)] == ["Jan", "May", "Dec"]
    assert [month(one, DE)[:3] for one in (1, 5, 12)] == ["Jan", "Mai", "Dez"]


@pytest.mark.parametrize(
    ("count", "en", "de"), [(0, "0", "0"), (1, "1", "1"), (2, "two", "zwei"), (12, "twelve", "zwölf"), (13, "13", "13")]
)
def test_small_numbers_are_words(count: int, en: str, de: str) -> None:
    """Larger ones are figures; one is left to the sentence, whose noun decides it in German."""
    assert (number(count, EN), number(count, DE)) == (en, de)


def test_counts_have_units_and_plurals() -> None:
    """Numbers with unit (interface.md 3)."""
    assert [days_count(one, EN) for one in (1, 67)] == ["1 day", "67 days"]
    assert [days_count(one, DE) for one in (1, 67)] == ["1 Tag", "67 Tage"]
    assert [months_count(one, EN) for one in (1, 3)] == ["one month", "three months"]
    assert [months_count(one, DE) for one in (1, 3)] == ["ein Monat", "drei Monate"]


def test_how_often_has_its_own_words() -> None:
    """Once, twice, five times."""
    assert [times(one, EN) for one in (1, 2, 5)] == ["once", "twice", "five times"]
    assert [times(one, DE) for one in (1, 2, 5)] == ["einmal", "zweimal", "fünfmal"]


def test_a_period_is_called_by_its_months() -> None:
    """One month, several, or across a year."""
    assert span(date(2026, 6, 20), date(2026, 9, 22), EN) == "June to September 2026"
    assert span(date(2026, 6, 1), date(2026, 6, 30), DE) == "Juni 2026"
    assert span(date(2025, 12, 1), date(2026, 2, 28), DE) == "Dezember 2025 bis Februar 2026"

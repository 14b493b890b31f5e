"""Pauses of ours: on which days our duties do not become late (R34)."""

import pytest

from answerable.core.calendar import Span
from answerable.core.entries import PauseEnded, PauseTaken
from tests.core.examples import ADA, BO, SOME_ID, day
from tests.core.logbook import Log, example


def test_a_pause_covers_its_days_both_with_it() -> None:
    """The first and the last day belong to it, the days beside it do not."""
    log = Log()
    log.add(ADA, PauseTaken, from_on=day(3, 1), until_on=day(3, 28))
    pauses = log.state().pauses
    assert pauses.spans == (Span(day(3, 1), day(3, 28)),)
    assert [pauses.on(one) is not None for one in (day(2, 28), day(3, 1), day(3, 28), day(3, 29))] == [
        False,
        True,
        True,
        False,
    ]


def test_who_is_back_before_the_day_ends_it() -> None:
    """The day on which we are back belongs to it no more; the earliest end counts."""
    log = Log()
    pause = log.add(ADA, PauseTaken, from_on=day(3, 1), until_on=day(3, 28))
    log.add(ADA, PauseEnded, pause=pause, on=day(3, 20))
    log.add(BO, PauseEnded, pause=pause, on=day(3, 15))
    (found,) = log.state().pauses.taken
    assert found.span == Span(day(3, 1), day(3, 14))
    assert found.ended is not None
    assert found.ended.author == BO


def test_a_pause_that_was_not_needed_covers_nothing() -> None:
    """Ended on its first day, or before, it has no day."""
    log = Log()
    pause = log.add(ADA, PauseTaken, from_on=day(3, 1), until_on=day(3, 28))
    log.add(ADA, PauseEnded, pause=pause, on=day(3, 1))
    pauses = log.state().pauses
    assert (pauses.taken[0].span, pauses.spans, pauses.on(day(3, 1))) == (None, (), None)


def test_pauses_that_touch_are_counted_once() -> None:
    """No day stands still twice; of two that run the longer one is told."""
    log = Log()
    log.add(ADA, PauseTaken, from_on=day(3, 1), until_on=day(3, 10))
    longer = log.add(BO, PauseTaken, from_on=day(3, 5), until_on=day(3, 20))
    log.add(BO, PauseTaken, from_on=day(3, 21), until_on=day(3, 25))
    log.add(BO, PauseTaken, from_on=day(5, 1), until_on=day(5, 2))
    pauses = log.state().pauses
    assert pauses.spans == (Span(day(3, 1), day(3, 25)), Span(day(5, 1), day(5, 2)))
    running = pauses.on(day(3, 7))
    assert running is not None
    assert running.item.entry_id == longer


def test_the_end_of_a_pause_that_cannot_be_read_is_unplaced() -> None:
    """It says something about nothing that is here."""
    log = Log()
    ended = log.add(ADA, PauseEnded, pause=SOME_ID)
    assert [filed.entry_id for filed in log.state().unplaced] == [ended]


def test_a_pause_does_not_end_before_it_begins() -> None:
    """One day is the shortest."""
    with pytest.raises(ValueError, match="first day or later"):
        example(PauseTaken, from_on=day(3, 2), until_on=day(3, 1)).__post_init__()

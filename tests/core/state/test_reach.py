"""What reaches her: her choice, the narrower of two copies first (R13)."""

from answerable.core.entries import ReachChosen
from answerable.core.entries.reach import Reach
from tests.core.examples import ADA, BO, COPIED, SOL, day
from tests.core.logbook import Log


def chosen(log: Log, by: bytes, reach: Reach, on: int) -> bytes:
    """Let Sol say what reaches her, or a member copy it."""
    return log.add(by, ReachChosen, reach=reach, said_on=day(2, on), copied=None if by == SOL else COPIED)


def current(log: Log) -> Reach | None:
    """Return what counts."""
    found = log.state().reach.current
    return found.entry.reach if found else None


def test_nothing_said_is_nothing_known() -> None:
    """Nobody chooses for her."""
    assert current(Log()) is None


def test_the_newest_choice_counts() -> None:
    """By the day on which she said it."""
    log = Log()
    chosen(log, SOL, Reach.SHORT, 5)
    chosen(log, SOL, Reach.EVERYTHING, 3)
    assert current(log) is Reach.SHORT


def test_a_copy_counts_once_it_was_read_unless_less_reaches_her() -> None:
    """More waits for a second reader, less counts at once (R64)."""
    log = Log()
    first = chosen(log, ADA, Reach.SHORT, 1)
    assert current(log) is None
    assert [item.entry_id for item in log.state().reach.waiting] == [first]
    log.read(BO, first)
    assert current(log) is Reach.SHORT
    chosen(log, ADA, Reach.EVERYTHING, 2)
    assert current(log) is Reach.SHORT
    chosen(log, ADA, Reach.NOTHING, 3)
    assert current(log) is Reach.NOTHING
    assert len(log.state().reach.chosen) == 3

"""The day of a deed."""

import pytest

from answerable.core.entries import (
    ContactReached,
    DemandRaised,
    DocumentAdded,
    DutyTaken,
    Entry,
    MeetingMissed,
    ProcessOpened,
    ToldByX,
)
from answerable.core.entries.days import happened_on
from tests.core.examples import OPENED_ON, day
from tests.core.logbook import example


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (example(ContactReached), day(2, 10)),
        (example(DemandRaised), day(1, 2)),
        (example(DocumentAdded), day(1, 2)),
        (example(MeetingMissed), day(3, 1)),
        (example(ProcessOpened), OPENED_ON),
    ],
)
def test_a_deed_has_a_day(entry: Entry, expected: object) -> None:
    """The day is the one that the entry itself names."""
    assert happened_on(entry) == expected


@pytest.mark.parametrize("entry", [example(DutyTaken), example(ToldByX, on=None)])
def test_some_entries_have_none(entry: Entry) -> None:
    """Where no day was named, only the moment of writing counts."""
    assert happened_on(entry) is None

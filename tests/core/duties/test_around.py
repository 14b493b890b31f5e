"""A new demand asks once who hears of it; a talk is a suggestion until somebody takes it (R35, R36)."""

from answerable.core.calendar import Standing
from answerable.core.duties import Code, due
from answerable.core.entries import (
    AroundNoted,
    DemandRaised,
    DemandWithdrawn,
    DutyTaken,
    NoFurtherContact,
    TalkNoted,
    ToldByX,
    WhoHears,
)
from tests.core.datebook import after, found, settled, the
from tests.core.examples import ADA, COPIED, OPENED_ON, SOL

TODAY = OPENED_ON


def test_a_demand_that_was_there_before_anybody_knew_asks_nothing() -> None:
    """The demands of the letter are what he tells them of."""
    book = settled()
    book.add(SOL, DemandRaised)
    book.add(ADA, ToldByX)
    assert not found(book.state(), Code.WHO_HEARS, TODAY)


def test_a_new_demand_asks_once_without_a_day() -> None:
    """Who wants no further contact is not counted, and once it is settled it is gone (R35)."""
    book = settled()
    for label in ("Shared flat", "Choir", "R."):
        book.add(ADA, ToldByX, label=label)
    book.add(ADA, NoFurtherContact, label="R.")
    book.add(ADA, AroundNoted, label="Climbing group", knows="unknown", from_whom=None, demands=())
    demand = book.add(SOL, DemandRaised, number=5)
    duty = the(book.state(), Code.WHO_HEARS, TODAY)
    assert (duty.facts.numbers, duty.facts.count, duty.standing, duty.r) == ((5,), 2, Standing.NO_DATE, "R35")
    book.add(ADA, WhoHears, demand=demand)
    assert not found(book.state(), Code.WHO_HEARS, TODAY)


def test_a_copy_asks_when_it_counts_and_a_withdrawn_demand_never() -> None:
    """Before a second member read it, nobody is asked."""
    book = settled()
    book.add(ADA, ToldByX)
    demand = book.add(ADA, DemandRaised, copied=COPIED)
    assert not found(book.state(), Code.WHO_HEARS, TODAY)
    book.read(b"B" * 16, demand)
    assert found(book.state(), Code.WHO_HEARS, TODAY)
    book.add(SOL, DemandWithdrawn, withdraws=demand)
    assert not found(book.state(), Code.WHO_HEARS, TODAY)


def test_nobody_who_could_hear_of_it_asks_nothing() -> None:
    """All who know want no further contact."""
    book = settled()
    book.add(ADA, ToldByX, label="R.")
    book.add(ADA, NoFurtherContact, label="R.")
    book.add(SOL, DemandRaised)
    assert not found(book.state(), Code.WHO_HEARS, TODAY)


def test_a_talk_is_a_suggestion_until_somebody_takes_it() -> None:
    """Taken, it is due in fourteen days; offered, it is gone; no further contact ends it (R36)."""
    book = settled()
    book.add(ADA, AroundNoted, demands=(), disagrees="They find it unfair.")
    duty = the(book.state(), Code.OFFER_TALK, TODAY)
    assert (duty.facts.label, duty.clock, duty.standing) == ("Shared flat", None, Standing.NO_DATE)
    book.add(ADA, DutyTaken, duty=duty.key)
    taken = the(book.state(), Code.OFFER_TALK, TODAY)
    assert (taken.due_on, taken.owners, taken.key) == (after(TODAY, 14), (ADA,), duty.key)
    assert Code.OFFER_TALK in [one.code for one in due(book.state(), after(TODAY, 20))]
    book.add(ADA, TalkNoted, disagrees=None)
    assert not found(book.state(), Code.OFFER_TALK, TODAY)

"""One circle of people on Now: the next look, a notice whose day is over, a plan that waits (R44, R46)."""

from datetime import date

from answerable.core.duties import Code
from answerable.core.duties.telling import OPEN, STILL, UNCONFIRMED
from answerable.core.entries import NoticeAnswered, PeopleTold
from answerable.core.entries.may_tell import MayTell
from answerable.core.entries.telling import SheetOutcome
from answerable.core.telling import Asks
from tests.core.datebook import found, the
from tests.core.examples import ADA, day
from tests.core.telling_book import TODAY, TellingBook, ready


def due_on(book: TellingBook, code: Code) -> date | None:
    """Return the day of the one duty of a rule."""
    return the(book.book.state(), code, TODAY).due_on


def test_not_now_is_looked_at_again_on_its_day() -> None:
    """A newer worksheet, or what was told since, takes its place (R46)."""
    book = ready(without=list(Asks))
    book.keep_sheet(outcome=SheetOutcome.NOT_NOW, look_again_on=day(5, 20))
    assert due_on(book, Code.CIRCLE_AGAIN) == day(5, 20)
    book.keep_sheet(outcome=SheetOutcome.HE_TELLS, he_tells_by_on=day(5, 1), look_again_on=None)
    assert due_on(book, Code.CIRCLE_AGAIN) == day(5, 2)
    book.give_notice()
    assert not found(book.book.state(), Code.CIRCLE_AGAIN, TODAY)
    book.book.add(ADA, PeopleTold, plan=None, review_on=day(7, 1))
    assert due_on(book, Code.CIRCLE_AGAIN) == day(7, 1)


def test_what_was_told_without_a_worksheet_is_looked_at_too() -> None:
    """By its own day; a notice alone has none of that kind."""
    book = ready(without=list(Asks))
    book.give_notice()
    assert not found(book.book.state(), Code.CIRCLE_AGAIN, TODAY)
    book.book.add(ADA, PeopleTold, plan=None, label="K.")
    duty = the(book.book.state(), Code.CIRCLE_AGAIN, TODAY)
    assert (duty.facts.label, duty.facts.since_on) == ("K.", day(3, 20))


def test_a_notice_is_due_on_the_day_after_its_own() -> None:
    """Until somebody writes down what he showed (R44)."""
    book = ready(without=list(Asks))
    notice = book.give_notice()
    assert due_on(book, Code.NOTICE_OVER) == day(3, 17)
    book.book.add(ADA, NoticeAnswered, notice=notice)
    assert not found(book.book.state(), Code.NOTICE_OVER, TODAY)


def test_a_plan_says_how_it_stands() -> None:
    """It waits for a second member, it may be carried out on its day, it stands still (R10, R44)."""
    book = ready()
    book.plan(for_on=day(6, 3))
    waiting = the(book.book.state(), Code.TELLING_PLAN, TODAY)
    assert (waiting.facts.count, waiting.due_on) == (UNCONFIRMED, day(1, 5))
    book.confirm()
    may = the(book.book.state(), Code.TELLING_PLAN, TODAY)
    assert (may.facts.count, may.due_on) == (OPEN, day(6, 3))
    book.say(MayTell.NO, said_on=day(5, 1))
    assert the(book.book.state(), Code.TELLING_PLAN, TODAY).facts.count == STILL

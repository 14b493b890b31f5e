"""A pause of ours: our duties do not become late, no date of X moves, and only what others wait for reminds (R34)."""

from datetime import date, timedelta

from answerable.core.calendar import Standing
from answerable.core.circles import Role
from answerable.core.duties import Code, Waiting, all_duties, days_ahead
from answerable.core.duties.lead import ContactCode, UpdateCode, state_sentence
from answerable.core.entries import ContactAttempted, PauseEnded, PauseTaken
from answerable.core.entries.contacts import Reply
from tests.core.datebook import Datebook, settled, the
from tests.core.examples import ADA, OPENED_ON, day

FAR = date(2027, 6, 1)


def pausing(from_on: date, until_on: date) -> tuple[Datebook, bytes]:
    """Return a settled group that pauses on these days."""
    book = settled()
    return book, book.add(ADA, PauseTaken, from_on=from_on, until_on=until_on)


def test_a_duty_of_ours_does_not_become_late_in_a_pause() -> None:
    """Soon and due stay on their days; the way from due to late stands still, and goes on afterwards."""
    plain = the(settled().state(), Code.CONTACT, day(4, 20))
    assert plain.standing is Standing.LATE
    book, _pause = pausing(day(4, 10), day(4, 30))
    state = book.state()
    for today in (day(4, 20), day(4, 30), day(5, 10)):
        duty = the(state, Code.CONTACT, today)
        assert (duty.standing, duty.due_on) == (Standing.DUE, plain.due_on)
    assert the(state, Code.CONTACT, day(5, 11)).standing is Standing.LATE


def test_what_was_late_before_stays_late() -> None:
    """A pause undoes nothing."""
    book, _pause = pausing(day(4, 25), day(5, 20))
    assert the(book.state(), Code.CONTACT, day(5, 1)).standing is Standing.LATE


def test_who_comes_back_early_has_the_days_that_were_left() -> None:
    """Only the days on which we paused stand still."""
    book, pause = pausing(day(4, 10), day(4, 30))
    book.add(ADA, PauseEnded, pause=pause, on=day(4, 12))
    duty = the(book.state(), Code.CONTACT, day(4, 21))
    assert (duty.standing, duty.clock.last_on if duty.clock else None) == (Standing.DUE, day(4, 21))


def test_no_date_of_x_moves() -> None:
    """His date is the day that was said; only that we decide becomes late later (R26, R34)."""
    book, _pause = pausing(day(2, 1), day(3, 31))
    message = {"asked": "When?", "reply": Reply.NOTHING, "new_date_for": None}
    book.add(ADA, ContactAttempted, on=day(2, 1), answer_by_on=day(2, 15), **message)
    duty = the(book.state(), Code.HIS_ANSWER, day(3, 15))
    assert (duty.facts.since_on, duty.due_on) == (day(2, 15), day(3, 1))
    assert duty.standing is Standing.DUE
    assert book.state().contacts.open_messages[0].answer_by_on == day(2, 15)


def test_other_circles_do_not_pause_with_us() -> None:
    """Who waits to be let into the support group waits for its members."""
    book, _pause = pausing(day(2, 1), day(3, 31))
    waiting = (Waiting(user=b"N" * 16, role=Role.SUPPORT, since_on=day(2, 1)),)
    found = all_duties(book.state(), day(3, 1), role=Role.SUPPORT, waiting=waiting)
    assert [duty.standing for duty in found] == [Standing.LATE]


def test_in_a_pause_only_what_others_wait_for_reminds() -> None:
    """The rest reminds on the day after it; nothing is lost."""
    book, _pause = pausing(day(3, 1), day(4, 30))
    ahead = {one.day: one.hurry for one in days_ahead(book.state(), FAR, OPENED_ON)}
    assert [one for one in ahead if day(3, 1) <= one <= day(4, 30)] == [day(4, 5)]
    assert ahead[day(4, 5)]
    assert ahead[day(5, 1)] is False


def test_the_sentence_of_now_says_so_and_is_not_late() -> None:
    """Contact and update stand as due while we pause; on the day after the pause it says nothing of it."""
    book, _pause = pausing(day(4, 10), day(6, 30))
    facts = state_sentence(book.state(), day(6, 15))
    assert facts.paused_until_on == day(6, 30)
    assert (facts.contact.code, facts.update) == (ContactCode.DUE, UpdateCode.DUE)
    assert state_sentence(book.state(), day(6, 30) + timedelta(days=1)).paused_until_on is None

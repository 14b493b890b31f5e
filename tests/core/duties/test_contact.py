"""Duties towards the contact with X."""

from datetime import date

import pytest

from answerable.core.calendar import Standing
from answerable.core.duties import Code, UpdateStage, due
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    MailboxLookedAt,
)
from answerable.core.entries.base import Outcome
from answerable.core.entries.contacts import Reply
from answerable.core.entries.demands import HisAnswer
from tests.core.datebook import Datebook, found, settled, the
from tests.core.examples import ADA, OPENED_ON, SOL, day


def attempt(book: Datebook, on: date, answer_by_on: date | None, new_date_for: bytes | None = None) -> bytes:
    """Have Ada write to X."""
    return book.add(
        ADA,
        ContactAttempted,
        on=on,
        asked="When?",
        answer_by_on=answer_by_on,
        reply=Reply.NOTHING,
        new_date_for=new_date_for,
    )


def test_the_first_contact_is_due_three_months_after_the_opening() -> None:
    """The clock runs from the opening until X was reached (R26)."""
    duty = the(settled().state(), Code.CONTACT, day(2, 1))
    assert duty.due_on == day(4, 5)
    assert duty.standing is Standing.NOT_YET
    assert duty.r == "R26"
    assert duty.facts.since_on == OPENED_ON


def test_an_attempt_does_not_move_the_contact_duty() -> None:
    """X cannot postpone the next contact by not answering (R26)."""
    book = settled()
    book.add(ADA, ContactReached, on=day(2, 10))
    before = the(book.state(), Code.CONTACT, day(5, 1))
    attempt(book, day(4, 20), None)
    after = the(book.state(), Code.CONTACT, day(5, 1))
    assert (before.due_on, before.key) == (after.due_on, after.key) == (day(5, 10), "contact/2026-02-10")
    assert after.facts.count == 1


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (day(3, 7), Standing.NOT_YET),
        (day(3, 8), Standing.SOON),
        (day(4, 5), Standing.DUE),
        (day(4, 19), Standing.DUE),
        (day(4, 20), Standing.LATE),
    ],
)
def test_contact_is_late_after_two_weeks_of_grace(today: date, standing: Standing) -> None:
    """Soon from four weeks before, due from the day, late after two weeks, at its true day."""
    duty = the(settled().state(), Code.CONTACT, today)
    assert duty.standing is standing
    assert duty.clock is not None
    assert duty.clock.became_late_on == day(4, 20)


def test_a_contact_rhythm_that_was_not_taken_on_is_never_due() -> None:
    """Nothing is due that the group has not taken on (R62)."""
    book = settled()
    book.policy(contact_every_months=0)
    assert found(book.state(), Code.CONTACT, date(2027, 1, 1)) == []


def test_a_changed_policy_counts_from_its_day() -> None:
    """Before the day on which it was agreed the old rhythm holds."""
    book = settled()
    book.today = day(3, 1)
    book.policy(contact_every_months=6)
    assert the(book.state(), Code.CONTACT, day(2, 1)).due_on == day(4, 5)
    assert the(book.state(), Code.CONTACT, day(3, 1)).due_on == day(7, 5)


def test_a_date_that_passed_without_an_answer_asks_for_a_decision() -> None:
    """From the day after his date it is soon, in 14 days a decision is due; the page counts new dates (R26, R38)."""
    book = settled()
    first = attempt(book, day(2, 1), day(2, 15))
    attempt(book, day(2, 20), day(3, 1), first)
    state = book.state()
    duty = the(state, Code.HIS_ANSWER, day(3, 1))
    assert duty.standing is Standing.NOT_YET
    assert the(state, Code.HIS_ANSWER, day(3, 2)).standing is Standing.SOON
    assert duty.due_on == day(3, 15)
    assert duty.facts.count == 1
    assert duty.subject == first


def test_a_message_without_a_date_asks_for_nothing() -> None:
    """Only a message with an answer-by day can run out."""
    book = settled()
    attempt(book, day(2, 1), None)
    assert found(book.state(), Code.HIS_ANSWER, day(6, 1)) == []


def passed_on(book: Datebook, answer: HisAnswer | None, answer_by_on: date | None) -> bytes:
    """Have Sol raise a demand and Ada pass it on."""
    demand = book.add(SOL, DemandRaised)
    book.add(
        ADA,
        DemandPassedOn,
        demand=demand,
        text_hash=book.hash_of(demand),
        on=day(2, 3),
        answer=answer,
        answer_by_on=answer_by_on,
    )
    return demand


def test_a_demand_passed_on_without_an_answer_asks_for_a_decision_too() -> None:
    """His date counts for demands as for messages (R26, R30)."""
    book = settled()
    demand = passed_on(book, None, day(2, 17))
    duty = the(book.state(), Code.HIS_ANSWER, day(2, 20))
    assert duty.due_on == day(3, 3)
    assert duty.facts.numbers == (1,)
    assert demand in duty.subjects


@pytest.mark.parametrize(
    ("answer", "answer_by_on"),
    [(HisAnswer(outcome=Outcome.REFUSED, text="No."), day(2, 17)), (None, None)],
)
def test_an_answer_or_no_date_asks_for_no_decision_about_a_demand(
    answer: HisAnswer | None, answer_by_on: date | None
) -> None:
    """A refusal is an answer, and without a day nothing runs out."""
    book = settled()
    passed_on(book, answer, answer_by_on)
    assert found(book.state(), Code.HIS_ANSWER, day(6, 1)) == []


def agreement(book: Datebook, by_on: date | None) -> bytes:
    """Have X agree to something by a day."""
    return book.add(ADA, AgreementMade, on=day(1, 10), by_on=by_on, replaces=None)


def test_agreements_past_their_date_are_asked_about_at_the_next_contact() -> None:
    """They open the next contact and are never late before it is (R31)."""
    book = settled()
    one, other = agreement(book, day(2, 1)), agreement(book, day(2, 20))
    agreement(book, None)
    state = book.state()
    assert the(state, Code.AGREEMENTS, day(2, 1)).standing is Standing.NOT_YET
    duty = the(state, Code.AGREEMENTS, day(2, 2))
    assert (duty.standing, duty.subjects, duty.facts.count) == (Standing.SOON, (one,), 1)
    assert the(state, Code.AGREEMENTS, day(3, 1)).subjects == (one, other)
    assert the(state, Code.AGREEMENTS, day(4, 19)).standing is Standing.DUE
    assert duty.key == f"agreements/{one.hex()}"


def test_an_answered_agreement_is_not_asked_about_again() -> None:
    """Kept, partly or not kept: it is written down, and done with."""
    book = settled()
    one = agreement(book, day(2, 1))
    book.add(ADA, AgreementAnswered, agreement=one)
    assert found(book.state(), Code.AGREEMENTS, day(6, 1)) == []


def test_without_a_contact_rhythm_an_agreement_is_due_the_day_after() -> None:
    """There is no next contact to wait for."""
    book = settled()
    book.policy(contact_every_months=0)
    agreement(book, day(2, 1))
    assert the(book.state(), Code.AGREEMENTS, day(2, 1)).due_on == day(2, 2)


def test_the_mail_is_looked_at_every_week_and_never_soon() -> None:
    """The week runs from the last look, else from the opening; before its day nothing shows (R55, R62)."""
    book = settled()
    state = book.state()
    assert the(state, Code.MAILBOX, day(1, 11)).standing is Standing.NOT_YET
    assert the(state, Code.MAILBOX, day(1, 12)).standing is Standing.DUE
    assert the(state, Code.MAILBOX, day(1, 13)).standing is Standing.LATE
    book.add(ADA, MailboxLookedAt, on=day(1, 13))
    assert the(book.state(), Code.MAILBOX, day(1, 14)).due_on == day(1, 20)


def test_a_mailbox_that_was_not_taken_on_is_never_due() -> None:
    """A group without a mailbox is complete (R62)."""
    book = settled()
    book.policy(mailbox_every_days=0)
    assert found(book.state(), Code.MAILBOX, day(6, 1)) == []


def test_a_quiet_week_has_nothing_due() -> None:
    """A settled group that looked at its mail sees nothing (R62)."""
    book = settled()
    book.add(ADA, MailboxLookedAt, on=day(2, 1))
    assert due(book.state(), day(2, 3)) == ()
    assert UpdateStage.NOT_WRITTEN is the(book.state(), Code.UPDATE, day(2, 3)).facts.stage

"""Duties towards the support and supervision circles."""

from datetime import date

import pytest

from answerable.core.calendar import Standing
from answerable.core.circles import Presence
from answerable.core.duties import Code, UpdateStage
from answerable.core.entries import (
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    DocumentAdded,
    ObjectionAnswered,
    ObjectionRaised,
    QuestionAnswered,
    QuestionAsked,
    UpdateDrafted,
    UpdateHandedOver,
    UpdateRead,
)
from tests.core.datebook import Datebook, found, opened, settled, the
from tests.core.examples import ADA, BO, COPIED, PERIOD, SOL, UMA, day


def test_a_demand_is_passed_on_within_14_days_of_counting() -> None:
    """At the latest 14 days after it was raised (Fixed meanings, R30)."""
    book = settled()
    book.today = day(2, 1)
    demand = book.add(SOL, DemandRaised)
    duty = the(book.state(), Code.DEMANDS, day(2, 2))
    assert (duty.due_on, duty.subjects, duty.waited_for) == (day(2, 15), (demand,), True)
    assert duty.key == f"pass-on/{demand.hex()}"


@pytest.mark.parametrize(("on", "due_on"), [(day(2, 5), day(2, 5)), (day(1, 30), day(2, 15))])
def test_the_next_contact_makes_passing_on_due(on: date, due_on: date) -> None:
    """A contact after the demand came was the moment to pass it on; one before it was not, though noted later."""
    book = settled()
    book.today = day(2, 1)
    book.add(SOL, DemandRaised)
    book.today = day(2, 6)
    book.add(ADA, ContactReached, on=on)
    assert the(book.state(), Code.DEMANDS, day(2, 6)).due_on == due_on


def test_several_demands_are_one_duty_by_the_most_pressing() -> None:
    """Six demands of a letter do not push all else off the page (R62)."""
    book = settled()
    book.today = day(2, 1)
    book.add(SOL, DemandRaised, number=2)
    book.today = day(2, 8)
    book.add(SOL, DemandRaised, number=1)
    duty = the(book.state(), Code.DEMANDS, day(2, 9))
    assert (duty.due_on, duty.facts.numbers, duty.facts.count) == (day(2, 15), (1, 2), 2)


def test_a_copied_demand_waits_for_a_second_reader_and_then_counts_from_that_day() -> None:
    """Until a second member has read it against the letter there is nothing to pass on (R64)."""
    book = settled()
    book.today = day(2, 1)
    copy = book.add(ADA, DemandRaised, copied=COPIED)
    assert found(book.state(), Code.DEMANDS, day(2, 2)) == []
    reading = the(book.state(), Code.READ_COPIES, day(2, 2))
    assert (reading.due_on, reading.subjects) == (day(2, 15), (copy,))
    assert ADA not in reading.facts.people
    assert BO in reading.facts.people
    book.today = day(2, 10)
    book.read(BO, copy)
    assert found(book.state(), Code.READ_COPIES, day(2, 11)) == []
    assert the(book.state(), Code.DEMANDS, day(2, 11)).due_on == day(2, 24)


def test_new_words_are_passed_on_anew_from_the_day_they_count() -> None:
    """A copied newer wording waits for its reader; the old words stay done meanwhile (R2, R30, R64)."""
    book = settled()
    book.today = day(2, 1)
    demand = book.add(SOL, DemandRaised)
    book.add(ADA, DemandPassedOn, demand=demand, text_hash=book.hash_of(demand))
    book.today = day(3, 1)
    newer = book.add(ADA, DemandReplaced, replaces=demand, copied=COPIED)
    assert found(book.state(), Code.DEMANDS, day(3, 20)) == []
    book.today = day(3, 10)
    book.read(BO, newer)
    assert the(book.state(), Code.DEMANDS, day(3, 11)).due_on == day(3, 24)
    book.today = day(3, 12)
    book.add(ADA, ContactReached, on=day(3, 12))
    assert the(book.state(), Code.DEMANDS, day(3, 13)).due_on == day(3, 12)


def test_a_demand_passed_on_or_withdrawn_is_no_duty() -> None:
    """What was passed on is done, and what was withdrawn falls away."""
    book = settled()
    passed, withdrawn = book.add(SOL, DemandRaised, number=1), book.add(SOL, DemandRaised, number=2)
    book.add(ADA, DemandPassedOn, demand=passed, text_hash=book.hash_of(passed))
    book.add(SOL, DemandWithdrawn, withdraws=withdrawn)
    assert found(book.state(), Code.DEMANDS, day(6, 1)) == []


def test_every_copy_that_nobody_read_is_named() -> None:
    """Documents, newer wordings, withdrawals, questions and objections wait for a second reader (R64)."""
    book = settled()
    document = book.add(ADA, DocumentAdded, copied=COPIED)
    demand = book.add(SOL, DemandRaised)
    newer = book.add(ADA, DemandReplaced, replaces=demand, copied=COPIED)
    withdrawal = book.add(ADA, DemandWithdrawn, withdraws=demand, copied=COPIED)
    question = book.add(ADA, QuestionAsked, copied=COPIED)
    objection = book.add(ADA, ObjectionRaised, entry=document, copied=COPIED)
    book.add(SOL, QuestionAsked, copied=None)
    duty = the(book.state(), Code.READ_COPIES, day(1, 6))
    assert duty.subjects == (document, newer, withdrawal, question, objection)
    for one in (document, newer, withdrawal, question, objection):
        book.read(BO, one)
    assert found(book.state(), Code.READ_COPIES, day(1, 6)) == []


def test_who_is_alone_is_not_asked_to_read_her_own_copy() -> None:
    """A founder alone cannot be the second reader (R64)."""
    book = opened()
    book.join(ADA)
    book.add(ADA, DocumentAdded, copied=COPIED)
    assert found(book.state(), Code.READ_COPIES, day(1, 6)) == []


def test_questions_of_the_support_circle_and_objections_are_answered_in_14_days() -> None:
    """Others wait for these answers; our own questions make no duty for anybody (R5, R47)."""
    book = settled()
    book.today = day(3, 1)
    question = book.add(SOL, QuestionAsked)
    book.add(ADA, QuestionAsked)
    objection = book.add(UMA, ObjectionRaised, entry=question)
    state = book.state()
    asked, objected = the(state, Code.ANSWER_QUESTION, day(3, 2)), the(state, Code.ANSWER_OBJECTION, day(3, 2))
    assert (asked.due_on, asked.subject, asked.r) == (day(3, 15), question, "R5")
    assert (objected.due_on, objected.subject, objected.r) == (day(3, 15), objection, "R47")
    assert asked.waited_for
    assert objected.waited_for
    book.add(ADA, QuestionAnswered, question=question, copied=None)
    book.add(ADA, ObjectionAnswered, objection=objection)
    assert found(book.state(), Code.ANSWER_QUESTION, day(3, 2)) == []
    assert found(book.state(), Code.ANSWER_OBJECTION, day(3, 2)) == []


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (day(3, 7), Standing.NOT_YET),
        (day(3, 8), Standing.SOON),
        (day(4, 5), Standing.DUE),
        (day(5, 3), Standing.DUE),
        (day(5, 4), Standing.LATE),
    ],
)
def test_the_update_is_due_for_four_weeks_then_late(today: date, standing: Standing) -> None:
    """Three months after the opening; late after four weeks of grace (R53)."""
    assert the(settled().state(), Code.UPDATE, today).standing is standing


def handed_over(book: Datebook, on: date) -> None:
    """Have Ada draft, Bo read, and Ada hand over an update."""
    draft = book.add(ADA, UpdateDrafted)
    book.add(BO, UpdateRead, draft=draft, text_hash=book.hash_of(draft))
    book.add(ADA, UpdateHandedOver, draft=draft, on=on, period=PERIOD)


def test_the_update_clock_runs_from_the_last_hand_over() -> None:
    """Not on a grid: a late update moves the next one (Fixed meanings)."""
    book = settled()
    handed_over(book, day(5, 20))
    assert the(book.state(), Code.UPDATE, day(6, 1)).due_on == day(8, 20)


def test_the_update_duty_tells_how_far_it_is() -> None:
    """Not written, drafted and by whom, read by a second member."""
    book = settled()
    assert the(book.state(), Code.UPDATE, day(4, 1)).facts.stage is UpdateStage.NOT_WRITTEN
    draft = book.add(ADA, UpdateDrafted)
    drafted = the(book.state(), Code.UPDATE, day(4, 1))
    assert (drafted.facts.stage, drafted.facts.people, drafted.subject) == (UpdateStage.DRAFTED, (ADA,), draft)
    book.add(BO, UpdateRead, draft=draft, text_hash=book.hash_of(draft))
    assert the(book.state(), Code.UPDATE, day(4, 1)).facts.stage is UpdateStage.READ


def test_there_is_no_update_for_nobody_or_where_it_was_not_taken_on() -> None:
    """No page nags about a support circle that does not exist yet (R62, R64)."""
    assert found(settled(support=Presence.NOT_YET).state(), Code.UPDATE, day(12, 1)) == []
    book = settled()
    book.policy(update_every_months=0)
    assert found(book.state(), Code.UPDATE, day(12, 1)) == []

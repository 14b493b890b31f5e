"""What goes back to those whose words were passed on, and the tie to the parent process (R8, R30, R64)."""

import pytest

from answerable.core.calendar import Standing
from answerable.core.circles import Presence, Role
from answerable.core.duties import Code
from answerable.core.entries import (
    AnswersReported,
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    DutyDeclined,
    ParentDecided,
    ParentHeard,
    PresenceSet,
    UpdateDrafted,
    UpdateHandedOver,
)
from answerable.core.entries.base import Outcome
from answerable.core.entries.demands import HisAnswer, Origin
from answerable.core.gates import Open, Shut, Why, pass_on_decision
from answerable.core.going_back import answered, last_heard_on, tie_is_thin, to_tell, told_back
from tests.core.datebook import Datebook, found, settled, the
from tests.core.examples import ADA, BO, COPIED, SOME_ID, day


def said(outcome: Outcome) -> HisAnswer:
    """Return an answer of his."""
    return HisAnswer(outcome=outcome, text="He says something.")


def passed_on(book: Datebook, words: bytes, outcome: Outcome | None = Outcome.ANSWERED) -> bytes:
    """Have Ada pass something on, and X answer it so."""
    answer = None if outcome is None else said(outcome)
    return book.add(ADA, DemandPassedOn, demand=words, text_hash=book.hash_of(words), answer=answer, on=day(2, 3))


def of_support(book: Datebook, number: int = 1) -> bytes:
    """Have Ada copy a demand of the support circle, and Bo read it."""
    demand = book.add(ADA, DemandRaised, number=number, copied=COPIED)
    book.read(BO, demand)
    return demand


def decided(book: Datebook) -> bytes:
    """Have Ada copy a decision of the parent process, and Bo read it."""
    decision = book.add(ADA, ParentDecided, copied=COPIED)
    book.read(BO, decision)
    return decision


@pytest.mark.parametrize(
    ("outcome", "told"),
    [(None, 0), (Outcome.EVADED, 0), (Outcome.ANSWERED, 1), (Outcome.REFUSED, 1)],
)
def test_answers_and_refusals_go_back(outcome: Outcome | None, told: int) -> None:
    """Silence and evasions are no answer yet; what he answers or refuses goes back to who asked (R30)."""
    book = settled()
    passed_on(book, of_support(book), outcome)
    assert len(answered(book.state())) == told
    assert len(to_tell(book.state(), Origin.SUPPORT)) == told


def test_several_answers_are_one_quiet_job() -> None:
    """Demands 2 and 5 in one line, without a day; a word of ours or the next update meets it (R30, R62, R64)."""
    book = settled()
    first, second = (passed_on(book, of_support(book, number)) for number in (5, 2))
    duty = the(book.state(), Code.TELL_BACK, day(2, 4))
    assert (duty.facts.numbers, duty.facts.to, duty.standing, duty.due_on) == (
        (2, 5),
        Origin.SUPPORT,
        Standing.NO_DATE,
        None,
    )
    assert duty.r == "R30"
    reported = book.add(ADA, AnswersReported, to=Origin.SUPPORT, passings=(first,))
    assert the(book.state(), Code.TELL_BACK, day(2, 4)).facts.numbers == (2,)
    draft = book.add(ADA, UpdateDrafted)
    update = book.add(ADA, UpdateHandedOver, draft=draft)
    assert found(book.state(), Code.TELL_BACK, day(2, 4)) == []
    state = book.state()
    ways = {one.number: [item.entry_id for item in told_back(state, one)] for one in answered(state)}
    assert ways == {5: [reported, update], 2: [update]}
    assert second in {one.item.entry_id for one in answered(state)}


def test_an_update_before_his_answer_told_nothing_of_it() -> None:
    """Only what was handed over since then counts."""
    book = settled()
    demand = of_support(book)
    book.add(ADA, UpdateHandedOver, draft=SOME_ID)
    passed_on(book, demand)
    assert len(to_tell(book.state(), Origin.SUPPORT)) == 1


@pytest.mark.parametrize("presence", [Presence.HERE, Presence.NOT_YET])
def test_who_reads_along_or_is_not_there_is_not_told(presence: Presence) -> None:
    """A support circle that is here reads his answer itself; one that does not exist waits for nothing (R64)."""
    book = settled()
    book.add(ADA, PresenceSet, role=Role.SUPPORT, state=presence)
    passed_on(book, of_support(book))
    assert found(book.state(), Code.TELL_BACK, day(2, 4)) == []


def test_the_parent_process_is_told_by_a_word_alone() -> None:
    """It reads neither the record nor an update: demands and decisions of its own go back to it (R8, R30)."""
    book = settled()
    book.add(ADA, PresenceSet, role=Role.SUPPORT, state=Presence.HERE)
    demand = book.add(ADA, DemandRaised, number=6, origin=Origin.PARENT_PROCESS, copied=COPIED)
    book.read(BO, demand)
    both = (passed_on(book, demand), passed_on(book, decided(book), Outcome.REFUSED))
    book.add(ADA, UpdateHandedOver, draft=SOME_ID)
    duty = the(book.state(), Code.TELL_BACK, day(2, 4))
    assert (duty.facts.to, duty.facts.numbers, duty.facts.count) == (Origin.PARENT_PROCESS, (6,), 2)
    book.add(ADA, AnswersReported, to=Origin.PARENT_PROCESS, passings=both)
    assert found(book.state(), Code.TELL_BACK, day(2, 4)) == []


def test_a_job_that_was_left_comes_back_with_the_next_answer() -> None:
    """Who leaves it once is asked again only when there is something new to tell (R25)."""
    book = settled()
    passed_on(book, of_support(book))
    key = the(book.state(), Code.TELL_BACK, day(2, 4)).key
    book.add(ADA, DutyDeclined, duty=key)
    assert found(book.state(), Code.TELL_BACK, day(2, 4)) == []
    passed_on(book, of_support(book, 2))
    assert the(book.state(), Code.TELL_BACK, day(2, 4)).facts.numbers == (1, 2)


def test_a_decision_counts_after_a_second_reading_and_is_passed_on_like_a_demand() -> None:
    """Until then it is a copy to be read; then it is due within 14 days, in one job with the demands (R2, R8)."""
    book = settled()
    book.today = day(2, 1)
    copy = book.add(ADA, ParentDecided, copied=COPIED)
    assert found(book.state(), Code.DEMANDS, day(2, 2)) == []
    assert the(book.state(), Code.READ_COPIES, day(2, 2)).subjects == (copy,)
    book.today = day(2, 10)
    book.read(BO, copy)
    duty = the(book.state(), Code.DEMANDS, day(2, 11))
    assert (duty.due_on, duty.facts.numbers, duty.facts.count, duty.subjects) == (day(2, 24), (), 1, (copy,))
    passed_on(book, copy, None)
    assert found(book.state(), Code.DEMANDS, day(2, 11)) == []
    (decision,) = book.state().parent.decisions
    assert decision.passings[0].same_wording
    assert book.state().unplaced == ()


def test_a_decision_can_be_passed_on_once_it_counts() -> None:
    """The gate names who can read the copy; a decision that is not there leads back to the demands (R8, R64)."""
    book = settled()
    copy = book.add(ADA, ParentDecided, copied=COPIED)
    gate = pass_on_decision(book.state(), copy)
    assert isinstance(gate, Shut)
    assert (gate.reasons[0].why, ADA in gate.reasons[0].people) == (Why.COPY_NOT_READ, False)
    book.read(BO, copy)
    assert isinstance(pass_on_decision(book.state(), copy), Open)
    missing = pass_on_decision(book.state(), SOME_ID)
    assert isinstance(missing, Shut)
    assert missing.reasons[0].why is Why.NOT_FOUND


def test_a_thin_tie_is_a_question_after_eight_months() -> None:
    """Never before there was one, never on the day before (R8)."""
    book = settled()
    assert not tie_is_thin(book.state(), day(12, 31))
    book.add(ADA, ParentHeard, on=day(2, 1))
    assert not tie_is_thin(book.state(), day(9, 30))
    assert tie_is_thin(book.state(), day(10, 1))


def test_when_the_parent_process_was_last_heard() -> None:
    """Any word of theirs counts: a sign of life, a decision, a demand, its withdrawal (R8)."""
    book = settled()
    assert last_heard_on(book.state()) is None
    book.add(ADA, DemandRaised, origin=Origin.SUPPORT, said_on=day(5, 9))
    assert last_heard_on(book.state()) is None
    book.add(ADA, ParentHeard, on=day(2, 1))
    assert last_heard_on(book.state()) == day(2, 1)
    book.add(ADA, ParentDecided, copied=COPIED, said_on=day(2, 20))
    assert last_heard_on(book.state()) == day(2, 20)
    demand = book.add(ADA, DemandRaised, origin=Origin.PARENT_PROCESS, said_on=day(3, 1), copied=COPIED)
    book.add(ADA, DemandReplaced, replaces=demand, origin=Origin.PARENT_PROCESS, said_on=day(4, 1), copied=COPIED)
    assert last_heard_on(book.state()) == day(4, 1)
    book.add(ADA, DemandWithdrawn, withdraws=demand, origin=Origin.PARENT_PROCESS, said_on=day(5, 1), copied=COPIED)
    assert last_heard_on(book.state()) == day(5, 1)
    book.add(ADA, DemandWithdrawn, withdraws=SOME_ID, said_on=day(6, 1), copied=COPIED)
    assert last_heard_on(book.state()) == day(5, 1)

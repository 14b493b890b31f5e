"""Steps: what the record suggests, what waits for the group, what a step came without, what an update tells."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from answerable.core import deciding, drafting, steps
from answerable.core.defaults.steps import Step
from answerable.core.duties import Code
from answerable.core.entries import (
    AgreementAnswered,
    AgreementFollowed,
    AgreementMade,
    AroundNoted,
    ConcernMoved,
    ContactAttempted,
    ContactReached,
    DecisionAbout,
    DecisionProposed,
    DecisionReached,
    DemandPassedOn,
    DemandRaised,
    MeetingMissed,
    NoFurtherContact,
    NonCooperationNoted,
    SentByX,
    SentSorted,
    StepAnswered,
    StepTaken,
    UpdateHandedOver,
)
from answerable.core.entries.agreements import Follows, Kept
from answerable.core.entries.around import AroundKind, Knows
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.contacts import MissedReason, Reply
from answerable.core.entries.decisions import Fact, Sort
from answerable.core.entries.demands import HisAnswer
from answerable.core.entries.steps import How, MoveSort
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.marks import MarkCode, marks
from answerable.core.steps import Suggestion, Suggests
from tests.core.datebook import Datebook, found, settled, the
from tests.core.examples import ADA, BO, SOL, SOME_ID, day
from tests.core.logbook import example

TODAY = day(6, 1)
HE_SAID = (Fact(text="He sings in a choir.", source=Source.HE_SAID),)
STAYS = {"sort": MoveSort.HELD, "step": None}


def suggested(book: Datebook, today: date = TODAY) -> tuple[Suggestion, ...]:
    """Return what the record suggests."""
    return steps.suggested(book.state(), today)


def note(book: Datebook, **fields: object) -> bytes:
    """Have Ada note that he does not cooperate."""
    return book.add(ADA, NonCooperationNoted, **{"rests_on": (), "facts": HE_SAID, **fields})


def take(book: Datebook, concern: bytes, step: Step, **fields: object) -> bytes:
    """Have Ada and Bo write down a step."""
    return book.add(ADA, StepTaken, concern=concern, step=step, **{"decision": None, **fields})


def decide(book: Datebook, about: bytes) -> tuple[bytes, bytes]:
    """Have the group ask because of an entry, and decide to act; return the question and its answer."""
    on = day(3, 8)
    asked = book.add(ADA, DecisionProposed, until_on=on, recused=())
    book.add(ADA, DecisionAbout, proposal=asked, about=about)
    return asked, book.add(ADA, DecisionReached, proposal=asked, sort=Sort.ACT, on=on)


def codes(book: Datebook, entry_id: bytes) -> set[MarkCode]:
    """Return what an entry is marked with."""
    return {mark.code for mark in marks(book.state(), book.last(entry_id))}


def test_no_answer_past_its_day_is_suggested_until_it_is_noted() -> None:
    """A message and a demand, each by itself; a note that rests on it ends the question (R38)."""
    book = settled()
    asked = book.add(
        ADA, ContactAttempted, on=day(3, 1), answer_by_on=day(3, 15), reply=Reply.NOTHING, new_date_for=None
    )
    demand = book.add(SOL, DemandRaised, number=4)
    which = {"demand": demand, "text_hash": book.hash_of(demand), "answer": None}
    passed = book.add(ADA, DemandPassedOn, on=day(3, 2), answer_by_on=day(3, 16), **which)
    book.add(SOL, DemandRaised, number=5)
    assert suggested(book, day(3, 15)) == ()
    found_ones = suggested(book)
    assert [(one.why, one.rests_on, one.number) for one in found_ones] == [
        (Suggests.NO_ANSWER, (passed,), 4),
        (Suggests.NO_ANSWER, (asked,), None),
    ]
    assert (found_ones[0].how, found_ones[0].ident) == (How.SLOW_ANSWERS, passed)
    note(book, rests_on=(asked,))
    assert [one.ident for one in suggested(book)] == [passed]
    book.add(ADA, DemandPassedOn, on=day(4, 2), answer_by_on=None, **which)
    assert suggested(book) == ()


def test_a_step_without_the_answer_it_asked_for_is_suggested() -> None:
    """As something more of the same; not once it has an answer, was noted, or is closed (R40)."""
    book = settled()
    concern = note(book)
    step = take(book, concern, Step.L2, answer_by_on=day(3, 23))
    take(book, concern, Step.L1, answer_by_on=None)
    assert suggested(book, day(3, 23)) == ()
    (one,) = suggested(book)
    assert (one.why, one.ident, one.label, one.concern) == (Suggests.NO_ANSWER, step, "Choir", concern)
    book.add(BO, StepAnswered, step=step, outcome=Outcome.REFUSED)
    assert suggested(book) == ()
    take(book, concern, Step.L2, answer_by_on=day(4, 23))
    closed = {"sort": MoveSort.CLOSED, "step": None, "look_again_on": None}
    book.add(ADA, ConcernMoved, concern=concern, **closed)
    assert suggested(book) == ()


def test_evading_a_step_counts_as_evading_and_his_friends_are_not_he() -> None:
    """With a contact on another day it is twice (content 4)."""
    book = settled()
    step = take(book, note(book), Step.L3, answer_by_on=None)
    evaded = replace(example(ContactReached).answers[0], outcome=Outcome.EVADED)
    book.add(ADA, ContactReached, on=day(3, 1), answers=(evaded,))
    book.add(BO, StepAnswered, step=step, on=day(3, 20), by_friends=True)
    assert suggested(book) == ()
    answer = book.add(BO, StepAnswered, step=step, on=day(3, 20))
    assert [one.ident for one in suggested(book)] == [answer]


def test_evading_on_two_days_is_suggested_and_a_new_pair_after_a_note() -> None:
    """Contacts, what he sent and what was passed on count; twice on one day is once, and old days are over."""
    book = settled()
    evaded = replace(example(ContactReached).answers[0], outcome=Outcome.EVADED)
    first = book.add(ADA, ContactReached, on=day(3, 1), answers=(evaded,))
    book.add(ADA, ContactReached, on=day(3, 2), answers=())
    sent = book.add(ADA, SentByX)
    book.add(ADA, SentSorted, sent=sent, on=day(3, 3), answers=())
    assert suggested(book) == ()
    sent = book.add(ADA, SentByX)
    second = book.add(ADA, SentSorted, sent=sent, on=day(4, 1))
    demand = book.add(SOL, DemandRaised)
    evasion = {"answer": HisAnswer(outcome=Outcome.EVADED, text=""), "answer_by_on": None}
    passed = {"demand": demand, "text_hash": book.hash_of(demand), **evasion}
    book.add(ADA, DemandPassedOn, on=day(4, 1), **passed)
    third = book.add(ADA, DemandPassedOn, on=day(5, 1), **passed)
    (one,) = suggested(book)
    assert (one.why, one.on, one.source) == (Suggests.EVADED_TWICE, day(5, 1), Source.HE_SAID)
    assert one.rests_on[1] == third
    note(book, rests_on=(*one.rests_on, first, second))
    assert suggested(book) == ()
    assert suggested(book, day(12, 24)) == ()


def test_a_meeting_missed_without_reason_is_suggested_for_half_a_year() -> None:
    """An acceptable reason, and ours, are not (R34)."""
    book = settled()
    missed = book.add(ADA, MeetingMissed, planned_on=day(3, 1), reason=MissedReason.NOT_ACCEPTABLE)
    book.add(ADA, MeetingMissed, planned_on=day(3, 2), reason=MissedReason.OURS)
    assert [(one.why, one.ident) for one in suggested(book)] == [(Suggests.MISSED_MEETING, missed)]
    assert suggested(book, day(9, 2)) == ()


def test_a_broken_agreement_is_suggested_until_the_group_says_what_follows() -> None:
    """A question to decide about it ends it too (R31)."""
    book = settled()
    made = book.add(ADA, AgreementMade)
    book.add(ADA, AgreementAnswered, agreement=made, kept=Kept.NOT_KEPT)
    assert [one.why for one in suggested(book)] == [Suggests.BROKEN_AGREEMENT]
    book.add(ADA, AgreementFollowed, agreement=made, follows=Follows.TOGETHER)
    assert [one.ident for one in suggested(book)] == [made]
    decide(book, made)
    assert suggested(book) == ()
    other = book.add(ADA, AgreementMade)
    book.add(ADA, AgreementAnswered, agreement=other, kept=Kept.PARTLY)
    book.add(ADA, AgreementFollowed, agreement=other, follows=Follows.STAYS)
    assert suggested(book) == ()


def test_a_group_of_which_nobody_says_that_they_know_is_suggested() -> None:
    """Single people are not, nor who knows, nor about whom something was noted, however the label is spelled (R43)."""
    book = settled()
    unknown = {"knows": Knows.NOTHING, "from_whom": None, "demands": (), "letter": LetterGiven.NO, "confirmed_by": None}
    book.today = day(3, 1)
    choir = book.add(ADA, AroundNoted, label="Choir", kind=AroundKind.GROUP, **unknown)
    book.add(ADA, AroundNoted, label="Flat", demands=())
    (one,) = suggested(book)
    assert (one.why, one.label, one.ident, one.on) == (
        Suggests.ACTIVE_WITHOUT_INFORMING,
        "Choir",
        choir,
        day(3, 1),
    )
    note(book, label="the choir")
    assert suggested(book) == ()


def test_a_note_makes_a_decision_due_in_fourteen_days_and_several_are_one() -> None:
    """An outcome closes it; to talk on does not, and moves the day (R38)."""
    book = settled()
    book.today = day(3, 2)
    concern = note(book)
    book.today = day(3, 5)
    note(book, concern=concern)
    duty = the(book.state(), Code.DECIDE_STEP, TODAY)
    assert (duty.due_on, duty.facts.count, duty.facts.label, duty.subject, duty.r) == (
        day(3, 16),
        2,
        "Choir",
        concern,
        "R38",
    )
    asked = book.add(ADA, DecisionProposed, until_on=day(3, 20), recused=())
    book.add(ADA, DecisionAbout, proposal=asked, about=concern)
    assert found(book.state(), Code.DECIDE_STEP, TODAY) == []
    book.add(ADA, DecisionReached, proposal=asked, sort=Sort.TALK_ON, on=day(3, 20))
    assert the(book.state(), Code.DECIDE_STEP, TODAY).due_on == day(4, 3)
    decide(book, concern)
    assert found(book.state(), Code.DECIDE_STEP, TODAY) == []
    note(book, concern=concern)
    assert the(book.state(), Code.DECIDE_STEP, TODAY).facts.count == 1


@pytest.mark.parametrize(("step", "left"), [(Step.L1, 0), (Step.L2, 1)])
def test_a_step_of_the_pair_answers_a_note_and_one_of_the_group_waits_for_its_decision(step: Step, left: int) -> None:
    """The group agreed once to reminders (content 4)."""
    book = settled()
    take(book, note(book), step)
    assert len(found(book.state(), Code.DECIDE_STEP, TODAY)) == left


def test_what_is_held_or_closed_waits_for_nothing_but_its_day() -> None:
    """The day of the next look is a due day; what is closed has none (R39)."""
    book = settled()
    concern = note(book)
    book.add(ADA, ConcernMoved, concern=concern, look_again_on=day(5, 1), **STAYS)
    assert found(book.state(), Code.DECIDE_STEP, TODAY) == []
    duty = the(book.state(), Code.STEP_AGAIN, TODAY)
    assert (duty.due_on, duty.facts.since_on, duty.r) == (day(5, 1), day(4, 9), "R39")
    closed = {"sort": MoveSort.CLOSED, "step": None, "look_again_on": None, "on": day(5, 2)}
    book.add(ADA, ConcernMoved, concern=concern, **closed)
    note(book, concern=concern)
    assert not [one for code in (Code.DECIDE_STEP, Code.STEP_AGAIN) for one in found(book.state(), code, TODAY)]


def test_it_can_be_asked_again_once_it_was_answered() -> None:
    """A question that is open is led to; a fresh round belongs to it (R38)."""
    book = settled()
    concern = note(book)
    state = book.state()
    subject = deciding.subject_of(state, concern)
    assert subject is not None
    assert deciding.subject_id(subject) == concern
    assert deciding.asked_about(state, subject) is None
    asked = book.add(ADA, DecisionProposed, recused=())
    book.add(ADA, DecisionAbout, proposal=asked, about=concern)
    open_one = deciding.asked_about(book.state(), subject)
    assert open_one is not None
    assert open_one.item.first_id == asked
    fresh = book.add(ADA, DecisionProposed, recused=(), follows=asked)
    book.add(ADA, DecisionReached, proposal=fresh, sort=Sort.ACT)
    state = book.state()
    assert deciding.asked_about(state, subject) is None
    assert [one.item.first_id for one in steps.decided_on(state, state.concerns[0])] == [fresh]
    assert steps.concern_of(state, concern) == state.concerns[0]
    assert steps.concern_of(state, SOME_ID) is None
    closed = {"sort": MoveSort.CLOSED, "step": None, "look_again_on": None}
    book.add(ADA, ConcernMoved, concern=concern, **closed)
    assert deciding.subject_of(book.state(), concern) is None


def test_the_highest_open_one_comes_first() -> None:
    """One in own words, and one without a step, come after those of the list."""
    book = settled()
    bare, own, high = note(book), note(book), note(book)
    take(book, own, Step.OWN, own_words="A walk")
    take(book, high, Step.L2)
    assert [one.concern_id for one in steps.open_concerns(book.state())] == [high, own, bare]


def test_a_step_is_marked_with_what_it_came_before() -> None:
    """Not decided, one alone; with a decision and two of us nothing is marked (R39, R63)."""
    book = settled()
    concern = note(book)
    alone = take(book, concern, Step.L3, by=(ADA,))
    assert codes(book, alone) == {MarkCode.NOT_DECIDED, MarkCode.ONE_ALONE}
    assert codes(book, take(book, concern, Step.L1)) == set()
    asked, outcome = decide(book, concern)
    rests = take(book, concern, Step.L3, decision=asked)
    assert codes(book, rests) == codes(book, outcome)
    early = take(book, concern, Step.L3, on=day(3, 1), decision=asked)
    assert MarkCode.NOT_DECIDED in codes(book, early)
    assert MarkCode.NOT_DECIDED in codes(book, take(book, concern, Step.L2, decision=SOME_ID))
    open_one = book.add(ADA, DecisionProposed, recused=())
    assert MarkCode.NOT_DECIDED in codes(book, take(book, concern, Step.L2, decision=open_one))
    assert codes(book, take(book, SOME_ID, Step.L2)) == set()


def test_a_step_to_others_is_marked_where_he_was_not_asked_before() -> None:
    """A demand to him with a date comes first; before a notice he is confronted (R40, R43)."""
    book = settled()
    concern = note(book)
    before = take(book, concern, Step.L5, to=("Shared flat",), on=day(3, 1))
    assert MarkCode.NOT_ASKED_FIRST in codes(book, before)
    take(book, concern, Step.L2, on=day(3, 2))
    after = take(book, concern, Step.L5, to=("Shared flat",), on=day(3, 9))
    assert MarkCode.NOT_ASKED_FIRST not in codes(book, after)
    notice = take(book, concern, Step.L6, to=("Choir",), on=day(3, 10))
    assert MarkCode.NOT_CONFRONTED in codes(book, notice)
    take(book, concern, Step.L3, on=day(3, 9))
    assert MarkCode.NOT_CONFRONTED not in codes(book, notice)


def test_a_step_to_people_is_marked_by_what_was_known_of_them() -> None:
    """Somebody of whom nothing said that they know, and who had said that they want no contact (R36, R41)."""
    book = settled()
    concern = note(book)
    strangers = take(book, concern, Step.L4, to=("Choir",))
    assert MarkCode.NOT_KNOWING in codes(book, strangers)
    flat = book.add(ADA, AroundNoted, label="Shared flat", demands=())
    assert flat
    told = take(book, concern, Step.L4, to=("shared flat",))
    assert not codes(book, told) & {MarkCode.NOT_KNOWING, MarkCode.NO_CONTACT_WANTED}
    book.add(ADA, NoFurtherContact, label="Shared flat")
    assert MarkCode.NO_CONTACT_WANTED in codes(book, take(book, concern, Step.L5, to=("Shared flat",)))


def test_what_was_looked_up_alone_carries_no_step_above_a_confrontation() -> None:
    """It is marked on the note and on the step; another source takes the second mark away (R42)."""
    book = settled()
    looked_up = (Fact(text="He sings in a choir.", source=Source.LOOKED_UP),)
    concern = note(book, facts=looked_up)
    assert codes(book, concern) == {MarkCode.LOOKED_UP}
    step = take(book, concern, Step.L5, to=("Choir",))
    assert MarkCode.ONLY_LOOKED_UP in codes(book, step)
    assert MarkCode.ONLY_LOOKED_UP not in codes(book, take(book, concern, Step.L3))
    other = note(book, concern=concern)
    assert codes(book, other) == set()
    assert MarkCode.ONLY_LOOKED_UP not in codes(book, step)


def test_an_update_tells_steps_with_their_reasons_and_leaves_facts_with_the_group() -> None:
    """Steps taken, answered or moved since the last one; a single person is no label (R29, R39, R53)."""
    book = settled()
    choir, person = note(book), note(book, label="K.")
    step = take(book, choir, Step.L3)
    book.add(BO, StepAnswered, step=step)
    book.add(ADA, ConcernMoved, concern=person)
    told = drafting.draft(book.state(), TODAY)
    assert [type(fact).__name__ for fact in told.steps] == ["StepFact", "MoveFact"]
    assert [fact.label for fact in told.steps] == ["Choir", ""]
    assert {choir, person, step} <= set(told.used)
    assert not told.nothing_happened
    friends = book.add(BO, StepAnswered, step=step, by_friends=True)
    left_out = {one.code: one.entries for one in drafting.draft(book.state(), TODAY).left_out}
    assert left_out["notes"] == (choir, person)
    assert left_out["friends-account"] == (friends,)
    assert len(left_out["his-account"]) == 1
    long = drafting.redraft_long(book.state(), told.used, told.period)
    assert [(one.how, one.label) for one in long.noted] == [
        (How.POLITICS_WITHOUT_INFORMING, "Choir"),
        (How.POLITICS_WITHOUT_INFORMING, ""),
    ]
    book.add(ADA, UpdateHandedOver)
    told = drafting.draft(book.state(), TODAY)
    assert told.steps == ()
    assert told.nothing_happened
    book.add(BO, StepAnswered, step=step, outcome=Outcome.REFUSED)
    (fact,) = drafting.draft(book.state(), TODAY).steps
    assert isinstance(fact, drafting.StepFact)
    assert fact.answered is Outcome.REFUSED


def test_a_person_who_stands_in_the_surroundings_is_no_label_either() -> None:
    """What they are called there decides, not how the label looks (R29)."""
    book = settled()
    book.add(ADA, AroundNoted, label="Robin", kind=AroundKind.PERSON, demands=())
    take(book, note(book, label="Robin"), Step.L1)
    take(book, note(book, label=None), Step.L1, on=TODAY - timedelta(days=1))
    assert [fact.label for fact in drafting.draft(book.state(), TODAY).steps] == ["", ""]

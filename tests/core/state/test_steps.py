"""Concerns as they stand: what belongs together, the highest step, down and up, what cannot be placed."""

import pytest

from answerable.core.audiences import addressed
from answerable.core.circles import Role
from answerable.core.defaults.steps import Step
from answerable.core.entries import ConcernMoved, NonCooperationNoted, StepAnswered, StepTaken, TakenOut
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Fact
from answerable.core.entries.steps import MoveSort
from answerable.core.state import fold
from answerable.core.steps import StepMark, step_marks
from tests.core.examples import ADA, BO, CONTACT, day
from tests.core.logbook import Log, example


def test_steps_belong_to_a_concern_and_the_highest_shows() -> None:
    """Notes, steps by their days and answers stand together; another strand stands apart."""
    log = Log()
    choir = log.add(ADA, NonCooperationNoted, rests_on=())
    other = log.add(ADA, NonCooperationNoted, rests_on=(), label=None)
    again = log.add(BO, NonCooperationNoted, concern=choir, label="The choir")
    high = log.add(ADA, StepTaken, concern=choir, step=Step.L3, on=day(3, 9))
    early = log.add(ADA, StepTaken, concern=choir, step=Step.L1, on=day(3, 3))
    own = log.add(ADA, StepTaken, concern=other, step=Step.OWN, own_words="A walk", on=day(3, 3))
    answer = log.add(BO, StepAnswered, step=high)
    one, two = log.state().concerns
    assert (one.concern_id, two.concern_id) == (choir, other)
    assert [item.entry_id for item in one.notes] == [choir, again]
    assert [step.item.entry_id for step in one.steps] == [early, high]
    assert one.steps[1].answers[0].entry_id == answer
    assert one.label == "The choir"
    assert (one.highest, two.highest, two.label) == (Step.L3, Step.OWN, None)
    assert {choir, again, high, early, answer} == one.ids
    assert own in two.ids
    assert one.look_again_on == day(4, 9)
    assert [item.entry_id for item in one.story] == [choir, again, early, high, answer]
    assert (one.own_words, two.own_words) == (None, "A walk")


def test_it_goes_down_is_closed_and_opened_again() -> None:
    """After a step down a new step counts from there; what is closed has no day of another look."""
    log = Log()
    concern = log.add(ADA, NonCooperationNoted, rests_on=())
    assert log.state().concerns[0].highest is None
    assert log.state().concerns[0].look_again_on is None
    log.add(ADA, StepTaken, concern=concern, step=Step.L5, to=("Flat",), on=day(3, 9))
    log.add(ADA, ConcernMoved, concern=concern, on=day(4, 9), step=Step.L1)
    (one,) = log.state().concerns
    assert (one.highest, one.look_again_on) == (Step.L1, day(6, 9))
    log.add(ADA, StepTaken, concern=concern, step=Step.L2, on=day(5, 1), look_again_on=None)
    assert log.state().concerns[0].highest is Step.L2
    closed = {"sort": MoveSort.CLOSED, "step": None, "look_again_on": None}
    log.add(ADA, ConcernMoved, concern=concern, on=day(6, 9), **closed)
    (one,) = log.state().concerns
    assert (one.is_open, one.look_again_on, one.highest) == (False, None, Step.L2)
    opened = {"sort": MoveSort.OPENED_AGAIN, "step": None, "look_again_on": day(8, 1)}
    log.add(ADA, ConcernMoved, concern=concern, on=day(7, 9), **opened)
    (one,) = log.state().concerns
    assert (one.is_open, one.look_again_on) == (True, day(8, 1))


def test_what_belongs_to_nothing_that_can_be_read_is_unplaced() -> None:
    """Words that lost the note they belong to stay in the record, and count for nothing."""
    log = Log()
    lost = {
        log.add(ADA, NonCooperationNoted, concern=b"?" * 16),
        log.add(ADA, StepTaken, concern=b"?" * 16),
        log.add(ADA, StepAnswered, step=b"?" * 16),
        log.add(ADA, ConcernMoved, concern=b"?" * 16),
    }
    state = log.state()
    assert state.concerns == ()
    assert {one.entry_id for one in state.unplaced} == lost


def test_what_was_done_stays_where_the_first_note_was_taken_out() -> None:
    """Steps, moves and later notes stand together at its place; without any of them nothing is left (R11)."""
    log = Log()
    first = log.add(ADA, NonCooperationNoted, rests_on=(), concern=None, label="Choir")
    alone = log.add(ADA, NonCooperationNoted, rests_on=(), concern=None, label=None)
    step = log.add(ADA, StepTaken, concern=first, step=Step.L6, own_words=None, to=("Choir",))
    answer = log.add(ADA, StepAnswered, step=step)
    log.add(ADA, ConcernMoved, concern=first, sort=MoveSort.HELD, step=None)
    later = log.add(ADA, NonCooperationNoted, rests_on=(), concern=None, label=None)
    for lost in (first, alone):
        log.add(ADA, TakenOut, entry=lost)
    gone = log.destroy(first) | log.destroy(alone)
    state = fold(log.filed, gone=gone)
    one, other = state.concerns
    assert (one.concern_id, one.notes, one.label, one.highest) == (first, (), None, Step.L6)
    assert (one.steps[0].answers[0].entry_id, len(one.moves), other.concern_id) == (answer, 1, later)
    assert {first, step} <= one.ids
    assert state.unplaced == ()
    assert StepMark.ONLY_LOOKED_UP not in step_marks(state, step)


@pytest.mark.parametrize(
    "fields",
    [
        {"step": Step.OWN},
        {"own_words": "A walk"},
        {"to": ("Choir",)},
        {"step": Step.L4},
        {"step": Step.L7A, "to": ("Choir", "Flat")},
    ],
    ids=str,
)
def test_a_step_says_what_it_is_and_to_whom(fields: dict[str, object]) -> None:
    """Another step has its own words; those told are named only where others than X are told, one circle at L7."""
    with pytest.raises(ValueError, match=r"."):
        example(StepTaken, **fields)


@pytest.mark.parametrize(
    "fields", [{"step": None}, {"sort": MoveSort.HELD}, {"sort": MoveSort.CLOSED, "step": None}], ids=str
)
def test_only_down_leads_to_a_step_and_what_is_closed_is_not_looked_at(fields: dict[str, object]) -> None:
    """The kinds of going on do not mix."""
    with pytest.raises(ValueError, match=r"."):
        example(ConcernMoved, **fields)


def test_a_leave_needs_somebody_who_came_to_us() -> None:
    """Nobody else can allow that X learns how we know (R42)."""
    facts = (Fact(text="He sings.", source=Source.HE_SAID),)
    with pytest.raises(ValueError, match="only who came"):
        example(NonCooperationNoted, facts=facts, x_may_learn=True)
    assert example(NonCooperationNoted, x_may_learn=True).x_may_learn


def test_a_fact_that_was_looked_up_comes_to_supervision() -> None:
    """A note with such a fact is read by supervision as well (R42)."""
    facts = (Fact(text="He sings.", source=Source.HE_SAID), Fact(text="In May.", source=Source.LOOKED_UP))
    note = example(NonCooperationNoted, facts=facts)
    assert addressed(note, CONTACT).meant_for == (Role.CONTACT, Role.SUPERVISION)

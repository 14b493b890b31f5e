"""Deciding together: who is heard, when it can be closed, what is due, what an update says of it."""

from datetime import timedelta

import pytest

from answerable.core import deciding, marks
from answerable.core.circles import Role
from answerable.core.drafting import draft
from answerable.core.drafting.sentences import ourselves_facts
from answerable.core.duties import Code
from answerable.core.entries import (
    ContactAttempted,
    DecisionAbout,
    DecisionConfirmed,
    DecisionProposed,
    DecisionQuestioned,
    DecisionReached,
    MemberLeft,
    PositionTaken,
    QuorumSet,
    UpdateHandedOver,
)
from answerable.core.entries.decisions import Dissent, Recused, Sort, Tally, ViewTaken
from answerable.core.entries.process import Quorum
from answerable.core.gates import Gate, Open, Shut, Why
from answerable.core.marks import MarkCode
from answerable.core.state import State
from answerable.core.state.decisions import Decision
from tests.core.datebook import Datebook, found, settled, the
from tests.core.examples import ADA, BO, CAY, SOME_ID, day

AGREE, CONCERNS, ASIDE, BLOCK = ViewTaken
NOBODY: tuple[Recused, ...] = ()


def asked(book: Datebook, **fields: object) -> bytes:
    """Have Ada ask all three until 1 March."""
    more = {"asked": (ADA, BO, CAY), "recused": NOBODY, "until_on": day(3, 1), **fields}
    return book.add(ADA, DecisionProposed, **more)


def say(book: Datebook, proposal: bytes, member: bytes, view: ViewTaken, **fields: object) -> bytes:
    """Have a member say how she stands."""
    return book.add(member, PositionTaken, proposal=proposal, member=member, view=view, told_how=None, **fields)


def decision_of(state: State) -> Decision:
    """Return the first decision."""
    return state.decisions[0]


def why(gate: Gate) -> list[tuple[Why, int]]:
    """Return why it is shut."""
    return [(one.why, one.count) for one in gate.reasons] if isinstance(gate, Shut) else []


def close(book: Datebook) -> Gate:
    """Ask whether the first decision can be closed."""
    state = book.state()
    return deciding.close_decision(state, decision_of(state), Sort.ACT)


def test_a_newer_view_takes_the_place_of_an_older_one() -> None:
    """Only the newest of each counts; nobody who was not asked does."""
    book = settled()
    proposal = asked(book)
    say(book, proposal, BO, BLOCK, text="no")
    say(book, proposal, BO, AGREE)
    state = book.state()
    assert decision_of(state).tally(frozenset()) == Tally(asked=3, agree=1, concerns=0, stand_aside=0, block=0)


@pytest.mark.parametrize(
    ("views", "reasons"),
    [
        ((), [(Why.VIEWS_MISSING, 2)]),
        ((AGREE,), [(Why.VIEWS_MISSING, 1)]),
        ((AGREE, CONCERNS), []),
        ((AGREE, ASIDE), [(Why.NO_MAJORITY, 0)]),
        ((AGREE, AGREE, ASIDE), []),
        ((AGREE, AGREE, BLOCK), [(Why.BLOCKED, 0)]),
        ((BLOCK,), [(Why.VIEWS_MISSING, 1), (Why.BLOCKED, 0)]),
    ],
)
def test_when_it_can_be_closed(views: tuple[ViewTaken, ...], reasons: list[tuple[Why, int]]) -> None:
    """One person cannot decide; a block or a tie means talking on (R44, R47)."""
    book = settled()
    proposal = asked(book)
    for member, view in zip((ADA, BO, CAY), views, strict=False):
        say(book, proposal, member, view)
    assert why(close(book)) == reasons


def test_to_talk_on_needs_nobodys_yes() -> None:
    """Saying that nothing is decided is always possible."""
    book = settled()
    asked(book)
    state = book.state()
    assert isinstance(deciding.close_decision(state, decision_of(state), Sort.TALK_ON), Open)


def test_who_takes_no_part_and_who_left_do_not_count() -> None:
    """Recused members are named; who leaves keeps the position, not the vote (R47)."""
    book = settled()
    proposal = asked(book, recused=(Recused(user=CAY, why="a friend of his"),))
    say(book, proposal, ADA, AGREE)
    assert why(close(book)) == [(Why.VIEWS_MISSING, 1)]
    say(book, proposal, BO, CONCERNS, text="Soon?", with_name=True)
    book.add(BO, MemberLeft, user=BO, last_on=book.today)
    state = book.state()
    decision = decision_of(state)
    assert decision.deciding == (ADA, BO)
    assert decision.voting(deciding.left(state)) == (ADA,)
    assert decision.dissent == (Dissent(text="Soon?", user=BO),)
    assert isinstance(deciding.close_decision(state, decision, Sort.ACT), Open)


def test_what_waits_and_when_it_is_looked_at_again() -> None:
    """Views by the day that was set, then the outcome, then the next look until it was looked at (R46)."""
    book = settled()
    proposal = asked(book)
    duty = the(book.state(), Code.GIVE_VIEW, day(2, 1))
    assert (duty.due_on, duty.facts.people, duty.subjects) == (day(3, 1), (ADA, BO, CAY), (proposal,))
    for member in (ADA, BO, CAY):
        say(book, proposal, member, AGREE)
    assert not found(book.state(), Code.GIVE_VIEW, day(2, 1))
    assert the(book.state(), Code.WRITE_OUTCOME, day(2, 1)).due_on == day(3, 1)
    outcome = book.add(BO, DecisionReached, proposal=proposal, look_again_on=day(6, 1))
    assert not found(book.state(), Code.WRITE_OUTCOME, day(2, 1))
    assert the(book.state(), Code.DECISION_AGAIN, day(6, 2)).due_on == day(6, 1)
    book.add(ADA, DecisionConfirmed, decision=outcome, look_again_on=day(9, 1))
    assert the(book.state(), Code.DECISION_AGAIN, day(6, 2)).due_on == day(9, 1)
    asked(book, follows=proposal)
    first, second = book.state().decisions
    assert (first.followed_by, second.is_open) == (second.item.first_id, True)
    assert not found(book.state(), Code.DECISION_AGAIN, day(9, 2))


def test_the_first_outcome_stands_and_what_hangs_in_the_air_is_named() -> None:
    """Two closed it at the same time: the first one counts; entries about nothing here are unplaced."""
    book = settled()
    proposal = asked(book)
    first = book.add(BO, DecisionReached, proposal=proposal)
    book.add(ADA, DecisionReached, proposal=proposal, decided="Otherwise.")
    book.add(ADA, DecisionQuestioned, decision=first)
    lost = {
        say(book, SOME_ID, BO, AGREE),
        book.add(BO, DecisionReached, proposal=SOME_ID),
        book.add(ADA, DecisionConfirmed, decision=SOME_ID),
        book.add(ADA, DecisionQuestioned, decision=SOME_ID),
        book.add(ADA, DecisionAbout, proposal=SOME_ID),
    }
    state = book.state()
    decision = decision_of(state)
    assert decision.outcome is not None
    assert decision.outcome.entry_id == first
    assert len(decision.questioned) == 1
    assert {filed.entry_id for filed in state.unplaced} == lost


@pytest.mark.parametrize(
    ("sort", "agree", "block", "codes"),
    [
        (Sort.ACT, 2, 0, []),
        (Sort.ACT, 1, 0, [MarkCode.FEW_VIEWS]),
        (Sort.NOT_TO_ACT, 1, 1, [MarkCode.BLOCKED]),
        (Sort.TALK_ON, 0, 0, []),
    ],
)
def test_what_a_decision_was_made_without_is_marked(sort: Sort, agree: int, block: int, codes: list[MarkCode]) -> None:
    """What happened is written down; a mark says what was not as agreed, to every reader alike (R63)."""
    book = settled()
    tally = Tally(asked=3, agree=agree, concerns=0, stand_aside=0, block=block)
    made = book.add(ADA, DecisionReached, proposal=asked(book), sort=sort, tally=tally)
    assert [one.code for one in marks.marks(book.state(), book.last(made))] == codes


def test_an_update_says_what_was_decided_since_the_last_one() -> None:
    """Also not to act, with reasons and dissent; later that it was looked at again (R24, R46)."""
    book = settled()
    proposal = asked(book)
    outcome = book.add(BO, DecisionReached, proposal=proposal)
    facts = draft(book.state(), day(3, 5))
    (fact,) = facts.decisions
    assert (fact.sort, fact.dissent, fact.confirmed) == (Sort.NOT_TO_ACT, ("Three months are long.",), False)
    assert not facts.nothing_happened
    book.add(ADA, UpdateHandedOver)
    assert draft(book.state(), day(4, 8)).decisions == ()
    book.today += timedelta(days=1)
    book.add(ADA, DecisionConfirmed, decision=outcome, why="He has left.")
    (fact,) = draft(book.state(), day(6, 8)).decisions
    assert (fact.reasons, fact.dissent, fact.confirmed) == ("He has left.", (), True)


def test_others_read_the_question_and_the_outcome_and_no_views() -> None:
    """How each stands is for the contact circle alone (R47)."""
    book = settled()
    proposal = asked(book)
    say(book, proposal, BO, AGREE)
    book.add(BO, DecisionReached, proposal=proposal)
    kinds = {type(one.entry) for one in book.filed if Role.SUPPORT in one.entry.meant_for}
    assert {DecisionProposed, DecisionReached} <= kinds
    assert PositionTaken not in kinds


def test_a_question_is_found_by_what_it_is_about_round_by_round() -> None:
    """A message with a new date is something to decide; the newest round stands for it (R26, R38)."""
    book = settled()
    message = book.add(ADA, ContactAttempted, asked="When?", new_date_for=None)
    assert deciding.subject_of(book.state(), message) is None
    later = book.add(ADA, ContactAttempted, asked=None, new_date_for=message)
    subject = deciding.subject_of(book.state(), later)
    assert subject is not None
    assert deciding.subject_id(subject) == message
    assert deciding.asked_about(book.state(), subject) is None
    asked(book)
    first = asked(book)
    book.add(ADA, DecisionAbout, proposal=first, about=message)
    book.add(BO, DecisionAbout, proposal=first, about=SOME_ID)
    second = asked(book, follows=first)
    newest = deciding.asked_about(book.state(), subject)
    assert newest is not None
    assert newest.item.first_id == second


@pytest.mark.parametrize(
    ("quorum", "needed"),
    [(Quorum.MORE_THAN_HALF, (1, 2, 3, 3)), (Quorum.TWO_THIRDS, (1, 2, 3, 4)), (Quorum.ALL, (1, 3, 4, 5))],
)
def test_how_many_views_are_needed(quorum: Quorum, needed: tuple[int, ...]) -> None:
    """Of nobody, three, four and five who are asked; never fewer than one (R47)."""
    assert tuple(deciding.views_needed(asked, quorum) for asked in (0, 3, 4, 5)) == needed


def test_what_counted_when_a_question_was_opened_counts() -> None:
    """What the group agrees later, or for a later day, leaves an open question as it was (R4)."""
    book = settled()
    before = asked(book)
    book.add(ADA, QuorumSet, quorum=Quorum.ALL, from_on=book.today)
    book.add(ADA, QuorumSet, quorum=Quorum.TWO_THIRDS, from_on=book.today + timedelta(days=30))
    proposal = asked(book)
    for member in (ADA, BO):
        for one in (before, proposal):
            say(book, one, member, AGREE)
    state = book.state()
    first, second = state.decisions
    assert isinstance(deciding.close_decision(state, first, Sort.ACT), Open)
    assert why(deciding.close_decision(state, second, Sort.ACT)) == [(Why.VIEWS_AS_AGREED, 1)]
    assert deciding.quorum_on(state, book.today + timedelta(days=30)) is Quorum.TWO_THIRDS
    assert book.today + timedelta(days=30) in {one.from_on for one in ourselves_facts(state, book.today).policies}
    assert deciding.quorum_of(state, SOME_ID) is Quorum.MORE_THAN_HALF
    assert deciding.quorum_of(state, next(iter(state.entries))) is Quorum.MORE_THAN_HALF


def test_a_meeting_is_measured_by_what_counted_on_its_day() -> None:
    """Written down afterwards, it is marked where fewer were there than was agreed (R63)."""
    book = settled()
    book.add(ADA, QuorumSet, quorum=Quorum.ALL, from_on=book.today)
    tally = Tally(asked=3, agree=2, concerns=0, stand_aside=0, block=0)
    found = []
    for days in (1, 0):
        proposal = asked(book, at_meeting=True, until_on=book.today - timedelta(days=days))
        reached = book.add(BO, DecisionReached, proposal=proposal, tally=tally, sort=Sort.ACT)
        state = book.state()
        found.append([mark.code for mark in marks.marks(state, state.entries[reached])])
    assert found == [[], [MarkCode.FEW_VIEWS]]

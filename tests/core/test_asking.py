"""The list of the next contact gathers itself: what waits, what he left open, what is broken, whose turn (R26, R31)."""

from answerable.core import asking
from answerable.core.entries import (
    AgreementMade,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    SentByX,
    SentSorted,
)
from answerable.core.entries.base import Outcome
from answerable.core.entries.contacts import Answer, Reply
from answerable.core.entries.demands import HisAnswer
from answerable.core.entries.sent import HowAnswered, Sorted
from tests.core.examples import ADA, BO, CAY, EVE, SOL, day
from tests.core.logbook import Log


def agreed(log: Log, **fields: object) -> bytes:
    """Agree on something with X."""
    return log.add(ADA, AgreementMade, **({"replaces": None} | fields))


def test_what_waits_for_an_answer_is_found() -> None:
    """Messages, demands passed on without one, agreements whose day is over or that have none."""
    log = Log()
    message = log.add(ADA, ContactAttempted, asked="When?", new_date_for=None, reply=Reply.NOTHING)
    demand = log.add(SOL, DemandRaised)
    over, without = agreed(log, by_on=day(3, 10)), agreed(log, by_on=None)
    agreed(log, by_on=day(5, 1))
    log.add(ADA, DemandPassedOn, demand=demand, text_hash=log.hash_of(demand), answer=None)
    found = asking.open_questions(log.state(), day(4, 1))
    assert [one.attempts[0].entry_id for one in found.messages] == [message]
    assert [one.demand_id for one in found.demands] == [demand]
    assert [one.item.entry_id for one in found.agreements] == [over, without]
    evades = HisAnswer(outcome=Outcome.EVADED, text="")
    log.add(ADA, DemandPassedOn, demand=demand, text_hash=log.hash_of(demand), answer=evades)
    assert asking.open_questions(log.state(), day(4, 1)).demands
    refuses = HisAnswer(outcome=Outcome.REFUSED, text="")
    log.add(ADA, DemandPassedOn, demand=demand, text_hash=log.hash_of(demand), answer=refuses)
    assert not asking.open_questions(log.state(), day(4, 1)).demands


def test_what_he_evaded_last_time_is_asked_again() -> None:
    """Questions of the list, and what he sent on that day; an older evasion is over."""
    log = Log()
    nothing = asking.left_open(log.state())
    assert (nothing.answers, nothing.sorted) == ((), ())
    evaded = Answer(question=5, set_version=1, wording="Name one.", outcome=Outcome.EVADED, text="")
    answered = Answer(question=6, set_version=1, wording="Where?", outcome=Outcome.ANSWERED, text="")
    first = log.add(ADA, ContactReached, on=day(2, 10), answers=(evaded, answered))
    assert asking.left_open(log.state()).answers == ((first, evaded),)
    sent = log.add(ADA, SentByX, on=day(2, 25))
    hows = (Sorted(about=b"1" * 16, how=HowAnswered.PARTLY), Sorted(about=b"2" * 16, how=HowAnswered.ANSWERED))
    log.add(ADA, SentSorted, sent=sent, on=day(2, 25), answers=hows)
    found = asking.left_open(log.state())
    assert (found.answers, found.sorted) == ((), ((b"1" * 16, HowAnswered.PARTLY),))


def test_a_second_new_date_is_for_the_group() -> None:
    """One the group grants by itself (R26)."""
    log = Log()
    first = log.add(ADA, ContactAttempted, asked="When?", new_date_for=None)
    second = log.add(ADA, ContactAttempted, asked=None, new_date_for=first)
    assert not asking.to_decide(log.state())
    log.add(ADA, ContactAttempted, asked=None, new_date_for=second)
    assert [one.new_dates for one in asking.to_decide(log.state())] == [2]


def test_whose_turn_it_is_follows_from_who_was_there() -> None:
    """Who has not been there for longest; nobody is counted, nobody is ranked (R19)."""
    log = Log()
    assert asking.whose_turn(log.state(), (ADA, BO)) is None
    log.add(ADA, ContactReached, on=day(2, 10), by=(ADA, CAY))
    log.add(ADA, ContactReached, on=day(4, 10), by=(ADA, BO))
    turn = asking.whose_turn(log.state(), (ADA, BO, CAY, EVE, SOL))
    assert turn is not None
    assert (turn.last, set(turn.next)) == ((ADA, BO), {EVE, SOL})
    few = asking.whose_turn(log.state(), (ADA, BO, CAY))
    assert few is not None
    assert few.next == (CAY,)

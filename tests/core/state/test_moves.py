"""Changes in X's life and the looks after them; what follows from an agreement (R31, R33)."""

from answerable.core.calendar import Standing
from answerable.core.duties import Code
from answerable.core.entries import (
    AgreementAnswered,
    AgreementFollowed,
    AgreementMade,
    ChangeNoted,
    DemandPassedOn,
    LookedAgain,
    ParentDecided,
)
from answerable.core.entries.agreements import Follows, Kept
from answerable.core.entries.base import Source
from answerable.core.marks import MarkCode, marks
from tests.core.datebook import found, settled, the
from tests.core.examples import ADA, COPIED, SOME_HASH, SOME_ID, day
from tests.core.logbook import Log


def test_a_change_asks_for_another_look_in_14_days() -> None:
    """One job for all changes, by the oldest; met by what was looked at and agreed (R33)."""
    book = settled()
    book.today = day(3, 1)
    first = book.add(ADA, ChangeNoted)
    book.today = day(3, 5)
    second = book.add(ADA, ChangeNoted)
    duty = the(book.state(), Code.LOOK_AGAIN, day(3, 6))
    assert (duty.due_on, duty.standing, duty.facts.count, duty.r) == (day(3, 15), Standing.SOON, 2, "R33")
    book.add(ADA, LookedAgain, changes=(first,))
    assert the(book.state(), Code.LOOK_AGAIN, day(3, 6)).due_on == day(3, 19)
    book.add(ADA, LookedAgain, changes=(second, first))
    assert found(book.state(), Code.LOOK_AGAIN, day(3, 6)) == []
    assert [len(one.looked) for one in book.state().changes] == [2, 1]


def test_a_look_after_an_unknown_change_is_not_lost() -> None:
    """It is listed as unplaced."""
    log = Log()
    look = log.add(ADA, LookedAgain, changes=(SOME_ID,))
    assert [one.entry_id for one in log.state().unplaced] == [look]


def test_what_follows_is_what_was_said_since_the_newest_answer() -> None:
    """A new answer asks anew what follows; replaced or kept, nothing has to (R31)."""
    log = Log()
    made = log.add(ADA, AgreementMade)
    assert (log.state().agreements[0].follows, log.state().agreements[0].kept) == (None, None)
    log.add(ADA, AgreementFollowed, agreement=made, follows=Follows.NOTHING)
    log.add(ADA, AgreementAnswered, agreement=made, kept=Kept.PARTLY)
    (agreement,) = log.state().agreements
    assert agreement.lacks_what_follows
    log.add(ADA, AgreementFollowed, agreement=made, follows=Follows.STAYS)
    (agreement,) = log.state().agreements
    assert agreement.stays_on_list
    assert not agreement.lacks_what_follows
    log.add(ADA, AgreementAnswered, agreement=made, kept=Kept.NOT_KEPT)
    log.add(ADA, AgreementFollowed, agreement=made, follows=Follows.TOGETHER)
    (agreement,) = log.state().agreements
    assert agreement.follows is Follows.TOGETHER
    assert not agreement.stays_on_list
    log.add(ADA, AgreementMade, replaces=made)
    assert [one.is_broken for one in log.state().agreements] == [False, False]


def test_a_word_about_an_unknown_agreement_is_not_lost() -> None:
    """It is listed as unplaced."""
    log = Log()
    said = log.add(ADA, AgreementFollowed, agreement=SOME_ID)
    assert [one.entry_id for one in log.state().unplaced] == [said]


def test_a_change_that_was_looked_up_is_marked() -> None:
    """Nobody is looked up; where it happened, the group sees it (R42)."""
    log = Log()
    noted = log.add(ADA, ChangeNoted, source=Source.LOOKED_UP)
    assert [one.code for one in marks(log.state(), log.last(noted))] == [MarkCode.LOOKED_UP]


def test_a_decision_passed_on_before_it_counted_or_in_other_words_is_marked() -> None:
    """What happened is kept; what was not as agreed shows (R30, R63, R64)."""
    log = Log()
    decision = log.add(ADA, ParentDecided, copied=COPIED)
    passed = log.add(ADA, DemandPassedOn, demand=decision, text_hash=SOME_HASH)
    log.add(ADA, DemandPassedOn, demand=decision, text_hash=log.hash_of(decision))
    codes = [one.code for one in marks(log.state(), log.last(passed))]
    assert codes == [MarkCode.COPY_NOT_READ, MarkCode.OTHER_WORDING]

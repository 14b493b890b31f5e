"""Documents and demands, folded."""

import pytest

from answerable.core.entries import (
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    DocumentAdded,
    NoteKept,
    ReadAgainstSource,
)
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.demands import DemandWord, HisAnswer
from answerable.core.entries.surroundings import Shows
from answerable.core.state import Demand
from tests.core.examples import ADA, BO, CAY, COPIED, SOL, SOME_HASH, SOME_ID, UMA, day
from tests.core.logbook import Log


def only(log: Log) -> Demand:
    """Return the one demand of a log."""
    (demand,) = log.state().demands
    return demand


def answer(outcome: Outcome) -> HisAnswer:
    """Return what X answered."""
    return HisAnswer(outcome=outcome, text="He says what he says.")


def pass_on(log: Log, demand: bytes, month: int, outcome: Outcome | None = None) -> bytes:
    """Have Ada pass a demand on in its own words."""
    return log.add(
        ADA,
        DemandPassedOn,
        demand=demand,
        text_hash=log.hash_of(demand),
        on=day(month, 3),
        answer=None if outcome is None else answer(outcome),
    )


def note(log: Log, demand: bytes, month: int, word: DemandWord) -> bytes:
    """Have Bo note what shows something about a demand."""
    source = Source.HE_SAID if word is DemandWord.SAID else Source.ORDINARY_LIFE
    return log.add(
        BO, NoteKept, on=day(month, 4), source=source, x_may_learn=False, shows=Shows(demand=demand, word=word)
    )


def test_the_support_circles_own_demand_counts_at_once() -> None:
    """Nobody has to confirm what Sol writes herself (R2)."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    demand = only(log)
    assert (demand.counts, demand.demand_id, demand.word) == (True, raised, DemandWord.NOT_ASKED)
    assert (demand.current.counts_from, demand.current.counts_from_seq) == (log.last(raised).entry.at, 1)


def test_a_copied_demand_counts_after_a_second_member_read_it() -> None:
    """From the reading on, not from the copy (R64)."""
    log = Log()
    copy = log.add(ADA, DemandRaised, copied=COPIED)
    assert (only(log).counts, only(log).current.counts_from) == (False, None)
    reading = log.read(BO, copy)
    demand = only(log)
    assert demand.counts
    assert (demand.current.counts_from, demand.current.counts_from_seq) == (log.last(reading).entry.at, 2)
    assert [one.entry_id for one in demand.current.readings] == [reading]


def test_the_copier_cannot_be_the_second_reader() -> None:
    """Ada's reading of Ada's copy does not fit."""
    log = Log()
    log.read(ADA, log.add(ADA, DemandRaised, copied=COPIED))
    assert not only(log).counts
    assert [one.why for one in log.state().does_not_fit] == ["own-copy"]


def test_a_reading_of_other_words_does_not_count() -> None:
    """Only the wording that was read counts; a corrected copy is read again (R64)."""
    log = Log()
    copy = log.add(ADA, DemandRaised, copied=COPIED, text="Tel them.")
    log.read(BO, copy)
    mended = log.add(ADA, DemandRaised, copied=COPIED, text="Tell them.", corrects=copy)
    assert not only(log).counts
    log.read(CAY, mended)
    assert (only(log).counts, only(log).current.text, only(log).demand_id) == (True, "Tell them.", copy)


def test_a_wrong_hash_does_not_count() -> None:
    """A reading names the exact wording."""
    log = Log()
    copy = log.add(ADA, DemandRaised, copied=COPIED)
    log.add(BO, ReadAgainstSource, entry=copy, text_hash=SOME_HASH)
    assert not only(log).counts


def test_who_mended_a_copy_is_not_its_second_reader() -> None:
    """Ada reads what Bo mended, Bo does not."""
    log = Log()
    copy = log.add(ADA, DemandRaised, copied=COPIED, text="Tel them.")
    mended = log.add(BO, DemandRaised, copied=COPIED, text="Tell them.", corrects=copy)
    log.add(BO, ReadAgainstSource, entry=copy, text_hash=log.hash_of(mended))
    assert not only(log).counts
    log.read(ADA, mended)
    assert only(log).counts


def test_only_the_support_circle_raises_demands() -> None:
    """A member's demand without a source, or supervision's, is listed apart (R2)."""
    log = Log()
    log.add(ADA, DemandRaised)
    log.add(UMA, DemandRaised, copied=COPIED)
    assert log.state().demands == ()
    assert [one.why for one in log.state().does_not_fit] == ["circle", "circle"]


def test_a_member_cannot_soften_a_demand() -> None:
    """A copy that corrects the support circle's own words does not fit (R2)."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    log.add(ADA, DemandRaised, copied=COPIED, text="If you like.", corrects=raised)
    assert only(log).current.text != "If you like."
    assert [one.why for one in log.state().does_not_fit] == ["others-words"]


def test_the_support_circle_corrects_a_copy_of_its_words() -> None:
    """From then on it is its own entry and counts at once (R64)."""
    log = Log()
    copy = log.add(ADA, DemandRaised, copied=COPIED)
    log.add(SOL, DemandRaised, text="In our words.", corrects=copy)
    assert (only(log).counts, only(log).current.text) == (True, "In our words.")


def test_a_replaced_demand_shows_both_wordings() -> None:
    """The newer one is current, the older one stays; what was done with the old does not carry over (R2)."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    pass_on(log, raised, 2, Outcome.ANSWERED)
    replaced = log.add(SOL, DemandReplaced, replaces=raised, number=2)
    demand = only(log)
    assert [one.item.entry_id for one in demand.versions] == [raised, replaced]
    assert (demand.current.item.entry_id, demand.number, demand.origin) == (replaced, 2, "parent-process")
    assert [one.word for one in demand.versions] == [DemandWord.SAID, DemandWord.NOT_ASKED]
    assert (demand.word, demand.waiting) == (DemandWord.NOT_ASKED, None)


def test_a_copied_replacement_waits_for_its_second_reader() -> None:
    """Until then the older wording stays the demand."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    replaced = log.add(ADA, DemandReplaced, replaces=raised, copied=COPIED)
    waiting = only(log).waiting
    assert waiting is not None
    assert (waiting.item.entry_id, only(log).current.item.entry_id) == (replaced, raised)
    log.read(BO, replaced)
    assert (only(log).waiting, only(log).current.item.entry_id) == (None, replaced)


def test_replacing_what_cannot_be_read_here_is_not_lost() -> None:
    """Without the demand, its replacement, withdrawal and passing on are listed as unplaced."""
    log = Log()
    lost = [
        log.add(SOL, DemandReplaced, replaces=SOME_ID),
        log.add(SOL, DemandWithdrawn, withdraws=SOME_ID),
        log.add(ADA, DemandPassedOn, demand=SOME_ID),
    ]
    assert [one.entry_id for one in log.state().unplaced] == lost


def test_a_withdrawn_demand_is_no_longer_made() -> None:
    """It stays in the list as withdrawn (R2)."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    assert (only(log).withdrawn, only(log).withdrawal) == (False, None)
    log.add(SOL, DemandWithdrawn, withdraws=raised)
    assert only(log).withdrawn


def test_one_member_alone_cannot_withdraw_a_demand() -> None:
    """A copied withdrawal needs its second reader; a second copy does not undo what counts."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    copy = log.add(ADA, DemandWithdrawn, withdraws=raised, copied=COPIED)
    withdrawal = only(log).withdrawal
    assert withdrawal is not None
    assert (only(log).withdrawn, withdrawal.item.entry_id) == (False, copy)
    log.read(BO, copy)
    log.add(CAY, DemandWithdrawn, withdraws=raised, copied=COPIED, text="Again.")
    assert only(log).withdrawn


def test_demands_stand_in_the_order_of_their_numbers() -> None:
    """Whoever wrote first."""
    log = Log()
    log.add(SOL, DemandRaised, number=2)
    log.add(SOL, DemandRaised, number=1)
    assert [one.number for one in log.state().demands] == [1, 2]


def test_the_wording_that_was_passed_on_is_compared() -> None:
    """Word for word is checked by the hash (R30)."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    pass_on(log, raised, 2)
    log.add(ADA, DemandPassedOn, demand=raised, text_hash=SOME_HASH, on=day(3, 3))
    assert [one.same_wording for one in only(log).current.passings] == [True, False]


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (None, DemandWord.ASKED),
        (Outcome.EVADED, DemandWord.ASKED),
        (Outcome.ANSWERED, DemandWord.SAID),
        (Outcome.REFUSED, DemandWord.REFUSED),
    ],
)
def test_passing_on_gives_its_word(outcome: Outcome | None, word: DemandWord) -> None:
    """An evasion is no answer (R65)."""
    log = Log()
    pass_on(log, log.add(SOL, DemandRaised), 2, outcome)
    assert (only(log).word, only(log).current.shown_on) == (word, day(2, 3))


def test_asking_again_changes_nothing_that_is_known() -> None:
    """What he refused stays refused until he answers otherwise."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    pass_on(log, raised, 2, Outcome.REFUSED)
    pass_on(log, raised, 3)
    assert (only(log).word, only(log).current.shown_on) == (DemandWord.REFUSED, day(2, 3))
    pass_on(log, raised, 4, Outcome.ANSWERED)
    assert only(log).word is DemandWord.SAID


def test_seen_stays_seen_when_he_says_so_too() -> None:
    """His word adds nothing to what others showed; a refusal does (R65)."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    note(log, raised, 2, DemandWord.SEEN)
    note(log, raised, 3, DemandWord.SAID)
    assert (only(log).word, only(log).current.shown_on) == (DemandWord.SEEN, day(2, 4))
    note(log, raised, 4, DemandWord.REFUSED)
    assert only(log).word is DemandWord.REFUSED


def test_what_counts_is_the_day_of_the_deed_not_of_the_writing() -> None:
    """Something older that is written down late does not undo what came after."""
    log = Log()
    raised = log.add(SOL, DemandRaised)
    note(log, raised, 5, DemandWord.SEEN)
    pass_on(log, raised, 2, Outcome.REFUSED)
    assert only(log).word is DemandWord.SEEN
    assert len(only(log).current.notes) == 1


def test_his_word_alone_is_said() -> None:
    """A note of what he said about a demand that nobody passed on yet."""
    log = Log()
    note(log, log.add(SOL, DemandRaised), 2, DemandWord.SAID)
    assert only(log).word is DemandWord.SAID


def test_a_copied_document_counts_after_its_reading() -> None:
    """The letter on paper, typed off by Ada, read by Bo."""
    log = Log()
    letter = log.add(ADA, DocumentAdded)
    assert [one.counts for one in log.state().documents] == [False]
    log.read(BO, letter)
    (document,) = log.state().documents
    assert (document.counts, document.text_hash, len(document.readings)) == (True, log.hash_of(letter), 1)

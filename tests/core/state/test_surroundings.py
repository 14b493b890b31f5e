"""Notes and agreements, folded."""

from answerable.core.entries import AgreementAnswered, AgreementMade, NoteKept
from tests.core.examples import ADA, SOME_ID
from tests.core.logbook import Log


def test_notes_are_kept() -> None:
    """Also those that show nothing about a demand, or about one that cannot be read here."""
    log = Log()
    kept = [log.add(ADA, NoteKept), log.add(ADA, NoteKept, shows=None)]
    assert [one.entry_id for one in log.state().notes] == kept


def test_an_agreement_is_open_until_it_is_answered() -> None:
    """Kept, partly or not: an answer closes it (R31)."""
    log = Log()
    made = log.add(ADA, AgreementMade)
    assert log.state().agreements[0].is_open
    answered = log.add(ADA, AgreementAnswered, agreement=made)
    (agreement,) = log.state().agreements
    assert (agreement.is_open, [one.entry_id for one in agreement.answers]) == (False, [answered])


def test_replacing_is_counted() -> None:
    """Replaced, never rewritten: "replaced three times" can show (R31)."""
    log = Log()
    made = [log.add(ADA, AgreementMade)]
    for _ in range(3):
        made.append(log.add(ADA, AgreementMade, replaces=made[-1]))
    agreements = log.state().agreements
    assert [one.replaced_times for one in agreements] == [0, 1, 2, 3]
    assert [one.replaced_by for one in agreements] == [*made[1:], None]
    assert [one.is_open for one in agreements] == [False, False, False, True]


def test_an_answer_to_an_unknown_agreement_is_not_lost() -> None:
    """It is listed as unplaced; an agreement that replaces an unknown one stands."""
    log = Log()
    answered = log.add(ADA, AgreementAnswered, agreement=SOME_ID)
    log.add(ADA, AgreementMade, replaces=SOME_ID)
    assert [one.entry_id for one in log.state().unplaced] == [answered]
    assert [one.replaced_times for one in log.state().agreements] == [1]

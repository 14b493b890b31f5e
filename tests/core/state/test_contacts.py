"""Contact with X, folded: two clocks and open messages."""

import pytest

from answerable.core.entries import ContactAttempted, ContactReached, MeetingMissed, TakenOut
from answerable.core.state import fold
from tests.core.examples import ADA, BO, SOL, SOME_ID, day
from tests.core.logbook import Log


def test_nothing_yet() -> None:
    """Before the first contact neither clock has run."""
    contacts = Log().state().contacts
    assert (contacts.last_reached_on, contacts.last_attempt_on, contacts.reached_days) == (None, None, ())


def test_an_attempt_does_not_move_the_contact_clock() -> None:
    """X cannot postpone the next contact by not answering (R26)."""
    log = Log()
    log.add(ADA, ContactReached, on=day(2, 10))
    attempt = log.add(ADA, ContactAttempted, on=day(3, 10))
    contacts = log.state().contacts
    assert (contacts.last_reached_on, contacts.last_attempt_on) == (day(2, 10), day(3, 10))
    assert [one.entry_id for one in contacts.attempts_since_reached] == [attempt]


def test_contacts_stand_by_their_day() -> None:
    """What is written down late stands where it happened."""
    log = Log()
    log.add(ADA, ContactReached, on=day(5, 1))
    log.add(ADA, ContactReached, on=day(2, 1))
    log.add(ADA, ContactAttempted, on=day(4, 1))
    log.add(ADA, ContactAttempted, on=day(3, 1))
    log.add(ADA, MeetingMissed, planned_on=day(6, 2))
    log.add(ADA, MeetingMissed, planned_on=day(6, 1))
    contacts = log.state().contacts
    assert [one.entry.on for one in contacts.reached] == [day(2, 1), day(5, 1)]
    assert [one.entry.on for one in contacts.attempts] == [day(3, 1), day(4, 1)]
    assert [one.entry.planned_on for one in contacts.missed] == [day(6, 1), day(6, 2)]
    assert (contacts.reached_days, contacts.attempts_since_reached) == ((day(2, 1), day(5, 1)), ())


def test_a_message_that_asks_waits_for_an_answer() -> None:
    """Until he is reached (R26)."""
    log = Log()
    log.add(ADA, ContactAttempted, on=day(3, 1), asked="When?", answer_by_on=day(3, 15))
    (message,) = log.state().contacts.open_messages
    assert (message.asked, message.on, message.answer_by_on, message.new_dates) == ("When?", day(3, 1), day(3, 15), 0)
    log.add(ADA, ContactReached, on=day(3, 1))
    assert log.state().contacts.open_messages == ()


@pytest.mark.parametrize("asked", [None, ""])
def test_an_attempt_that_asks_nothing_waits_for_nothing(asked: str | None) -> None:
    """A call that nobody took has no answer-by date to watch."""
    log = Log()
    log.add(ADA, ContactAttempted, asked=asked)
    assert log.state().contacts.open_messages == ()


def test_new_dates_are_counted() -> None:
    """The question stays one, its date moves, the page can say "second new date" (R26)."""
    log = Log()
    first = log.add(ADA, ContactAttempted, on=day(3, 1), asked="When?", answer_by_on=day(3, 15))
    second = log.add(ADA, ContactAttempted, on=day(3, 20), asked=None, answer_by_on=day(4, 3), new_date_for=first)
    log.add(BO, ContactAttempted, on=day(4, 5), asked=None, answer_by_on=None, new_date_for=second)
    (message,) = log.state().contacts.open_messages
    assert (message.asked, message.on, message.answer_by_on, message.new_dates) == ("When?", day(3, 1), day(4, 3), 2)
    assert len(message.attempts) == 3


def test_a_new_date_after_a_contact_opens_the_question_again() -> None:
    """He evaded it, the group gave a new date."""
    log = Log()
    first = log.add(ADA, ContactAttempted, on=day(3, 1))
    log.add(ADA, ContactReached, on=day(3, 10))
    assert log.state().contacts.open_messages == ()
    log.add(ADA, ContactAttempted, on=day(3, 11), asked=None, answer_by_on=None, new_date_for=first)
    (message,) = log.state().contacts.open_messages
    assert message.answer_by_on == day(3, 6)


def test_a_new_date_for_something_unknown_is_a_message_of_its_own() -> None:
    """Where the first message cannot be read here; without any date it has none."""
    log = Log()
    log.add(ADA, ContactAttempted, asked="And?", answer_by_on=None, new_date_for=SOME_ID)
    (message,) = log.state().contacts.open_messages
    assert (message.new_dates, message.answer_by_on) == (0, None)


def test_a_corrected_contact_stands_in_its_place() -> None:
    """The wrong day is gone from the clocks, the place in the log stays."""
    log = Log()
    wrong = log.add(ADA, ContactReached, on=day(3, 20))
    log.add(ADA, ContactAttempted, on=day(3, 1))
    right = log.add(BO, ContactReached, on=day(2, 20), corrects=wrong)
    state = log.state()
    (item,) = state.contacts.reached
    assert (item.entry_id, item.first_id, item.seq, item.author) == (right, wrong, 1, BO)
    assert (state.contacts.last_reached_on, len(state.contacts.attempts_since_reached)) == (day(2, 20), 1)
    assert state.corrected_by == {wrong: (right,)}


def test_a_correction_of_a_correction_counts_last() -> None:
    """However the chain is knotted, the newest words stand."""
    log = Log()
    first = log.add(ADA, ContactReached, on=day(3, 20))
    second = log.add(ADA, ContactReached, on=day(3, 21), corrects=first)
    third = log.add(ADA, ContactReached, on=day(3, 22), corrects=second)
    assert log.state().contacts.reached_days == (day(3, 22),)
    assert log.state().corrected_by == {first: (second, third)}


def test_references_follow_a_correction() -> None:
    """A new date names the wrong message, the right one is meant."""
    log = Log()
    wrong = log.add(ADA, ContactAttempted, on=day(3, 1), asked="Wen?")
    right = log.add(ADA, ContactAttempted, on=day(3, 1), asked="When?", corrects=wrong)
    for named in (wrong, right):
        log.add(ADA, ContactAttempted, on=day(3, 2), asked=None, new_date_for=named)
    (message,) = log.state().contacts.open_messages
    assert (message.asked, message.new_dates) == ("When?", 2)


def test_a_correction_of_another_kind_or_by_others_does_not_fit() -> None:
    """A contact is not turned into an attempt; the support circle writes no contacts."""
    log = Log()
    contact = log.add(ADA, ContactReached)
    log.add(ADA, ContactAttempted, corrects=contact)
    log.add(SOL, ContactReached, corrects=contact)
    assert [one.why for one in log.state().does_not_fit] == ["other-kind", "circle"]
    assert log.state().corrected_by == {}


def test_a_contact_whose_words_were_taken_out_still_happened() -> None:
    """The words are gone, the clock is not turned back (R60)."""
    log = Log()
    log.add(ADA, ContactReached, on=day(2, 10))
    taken = log.add(ADA, ContactReached, on=day(3, 10))
    tried = log.add(ADA, ContactAttempted, on=day(4, 10))
    gone = log.destroy(taken) | log.destroy(tried)
    log.add(ADA, TakenOut, entry=taken, kind="contact-reached", day=day(3, 10))
    log.add(ADA, TakenOut, entry=tried, kind="contact-attempted", day=day(4, 10))
    state = fold(log.filed, gone=gone)
    assert [one.entry.on for one in state.contacts.reached] == [day(2, 10)]
    assert state.contacts.reached_days == (day(2, 10), day(3, 10))
    assert (state.contacts.last_reached_on, state.contacts.last_attempt_on) == (day(3, 10), day(4, 10))
    assert (state.taken_out[taken].seq, state.taken_out[taken].taken_by) == (2, ADA)


def test_words_taken_out_are_gone_also_where_they_can_still_be_read() -> None:
    """A copy of the row that someone kept does not bring them back."""
    log = Log()
    taken = log.add(ADA, ContactReached, on=day(3, 10))
    log.add(ADA, TakenOut, entry=taken, kind="contact-reached", day=day(3, 10))
    state = log.state()
    assert (state.contacts.reached, state.contacts.last_reached_on) == ((), day(3, 10))
    assert state.taken_out[taken].seq == 1


def test_a_taken_out_note_moves_no_clock() -> None:
    """Only contacts and attempts are counted by their day."""
    log = Log()
    log.add(ADA, TakenOut, kind="note-kept", day=day(3, 10))
    assert log.state().contacts.last_attempt_on is None


def test_a_correction_stands_where_the_wrong_words_were_taken_out() -> None:
    """The wrong day of the destroyed words does not count besides the right one; the place is known by the log."""
    log = Log()
    wrong = log.add(ADA, ContactReached, on=day(4, 20))
    log.add(ADA, ContactReached, on=day(3, 20), corrects=wrong)
    gone = log.destroy(wrong)
    log.add(ADA, TakenOut, entry=wrong, kind="contact-reached", day=day(4, 20))
    state = fold(log.filed, gone=gone)
    assert state.contacts.reached_days == (day(3, 20),)
    assert state.contacts.reached[0].seq == 1


def test_a_correction_keeps_its_own_place_where_nobody_knows_the_first() -> None:
    """Without the log's word the place is that of what can be read."""
    log = Log()
    wrong = log.add(ADA, ContactReached)
    log.add(ADA, ContactReached, corrects=wrong)
    log.destroy(wrong)
    log.add(ADA, TakenOut, entry=wrong, kind="contact-reached", day=day(2, 10))
    state = log.state()
    assert (state.contacts.reached[0].seq, state.taken_out[wrong].seq) == (2, 3)


@pytest.mark.parametrize("destroyed", [True, False])
def test_taking_out_a_correction_lets_the_words_before_it_stand(destroyed: bool) -> None:
    """Hence the whole chain is taken out; it makes no difference whether the row is gone already."""
    log = Log()
    first = log.add(ADA, ContactReached, on=day(3, 20))
    second = log.add(ADA, ContactReached, on=day(3, 21), corrects=first)
    if destroyed:
        log.destroy(second)
    log.add(ADA, TakenOut, entry=second, kind="contact-reached", day=day(3, 20))
    assert [one.entry_id for one in log.state().contacts.reached] == [first]


def test_a_whole_chain_taken_out_leaves_its_day() -> None:
    """Nothing of it stands, the deed still happened once."""
    log = Log()
    first = log.add(ADA, ContactReached, on=day(3, 20))
    second = log.add(ADA, ContactReached, on=day(3, 21), corrects=first)
    for entry_id in (first, second):
        log.add(ADA, TakenOut, entry=entry_id, kind="contact-reached", day=day(3, 21))
    state = log.state()
    assert (state.contacts.reached, state.contacts.last_reached_on) == ((), day(3, 21))


def test_nobody_takes_out_the_words_of_another_circle() -> None:
    """Sol cannot make a contact vanish."""
    log = Log()
    contact = log.add(ADA, ContactReached)
    log.add(SOL, TakenOut, entry=contact)
    assert len(log.state().contacts.reached) == 1
    assert [one.why for one in log.state().does_not_fit] == ["others-words"]

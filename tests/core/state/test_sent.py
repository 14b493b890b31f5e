"""What he sent, sorted once: when it reached him, and which questions it closes (R26)."""

import pytest

from answerable.core.entries import ContactAttempted, ContactReached, NoteBeside, SentByX, SentSorted, TakenOut
from answerable.core.entries.base import Medium
from answerable.core.entries.contacts import Reply
from answerable.core.entries.sent import HowAnswered, Sorted
from tests.core.examples import ADA, BO, CAY, day
from tests.core.logbook import Log, example


def asked(log: Log, *, on: int, **fields: object) -> bytes:
    """Write to X in February and ask something."""
    given: dict[str, object] = {"on": day(2, on), "answer_by_on": day(3, on), "asked": "When?", "reply": Reply.NOTHING}
    return log.add(ADA, ContactAttempted, **(given | {"new_date_for": None} | fields))


def came(log: Log, about: bytes, how: HowAnswered, *, on: int = 25) -> bytes:
    """Have X send something in February, and sort it."""
    sent = log.add(BO, SentByX, from_on=day(2, 1), on=day(2, on))
    return log.add(BO, SentSorted, sent=sent, on=day(2, on), answers=(Sorted(about=about, how=how),))


@pytest.mark.parametrize(
    ("how", "reached"),
    [
        (HowAnswered.ANSWERED, True),
        (HowAnswered.PARTLY, True),
        (HowAnswered.EVADED, True),
        (HowAnswered.REFUSED, True),
        (HowAnswered.ASKS_FOR_TIME, False),
        (HowAnswered.SOMETHING_ELSE, False),
    ],
)
def test_what_answers_something_reaches_him(how: HowAnswered, *, reached: bool) -> None:
    """To ask for time, or to write about something else, moves nothing (Fixed meanings)."""
    log = Log()
    message = asked(log, on=20)
    came(log, message, how)
    contacts = log.state().contacts
    assert contacts.last_reached_on == (day(2, 25) if reached else None)
    assert bool(contacts.open_messages) is not reached
    assert len(contacts.attempts_since_reached) == (0 if reached else 1)


def test_only_the_question_it_is_about_is_closed() -> None:
    """A message that he wrote nothing about still waits; a meeting would have closed both."""
    log = Log()
    one, other = asked(log, on=10), asked(log, on=12, asked="Where?")
    came(log, one, HowAnswered.ANSWERED)
    (waits,) = log.state().contacts.open_messages
    assert waits.attempts[0].entry_id == other


def test_what_was_asked_again_afterwards_waits_again() -> None:
    """A new date that came after the sorting opens the question once more; the row is one, whichever id is named."""
    log = Log()
    message = asked(log, on=10)
    again = asked(log, on=20, asked=None, new_date_for=message)
    came(log, again, HowAnswered.EVADED)
    assert not log.state().contacts.open_messages
    asked(log, on=26, asked=None, new_date_for=again)
    (waits,) = log.state().contacts.open_messages
    assert (waits.asked, waits.new_dates) == ("When?", 2)


def test_a_new_date_for_nothing_that_is_here_waits_for_nothing() -> None:
    """An attempt that asks nothing and moves no message that can be read is only an attempt."""
    log = Log()
    asked(log, on=10, asked=None)
    assert not log.state().contacts.open_messages


def test_taken_out_words_leave_what_he_did() -> None:
    """His words are gone, the day on which he was reached stays (R60)."""
    log = Log()
    message = asked(log, on=20)
    came(log, message, HowAnswered.REFUSED)
    words = log.state().sent[0].words
    assert words is not None
    log.add(BO, TakenOut, entry=words.entry_id, kind="sent-by-x", day=day(2, 25))
    state = log.state()
    assert [(one.words, one.sorted.entry.reached) for one in state.sent] == [(None, True)]
    assert state.contacts.last_reached_on == day(2, 25)


def test_sorting_can_be_corrected() -> None:
    """What counts is how it was sorted last."""
    log = Log()
    message = asked(log, on=20)
    first = came(log, message, HowAnswered.ANSWERED)
    answers = (Sorted(about=message, how=HowAnswered.SOMETHING_ELSE),)
    log.add(ADA, SentSorted, sent=log.state().sent[0].sorted.entry.sent, answers=answers, corrects=first)
    assert len(log.state().contacts.open_messages) == 1


def test_a_second_note_stands_beside_the_first() -> None:
    """Each is its author's; a correction of the contact loses none."""
    log = Log()
    contact = log.add(ADA, ContactReached, by=(ADA, BO, CAY))
    again = log.add(ADA, ContactReached, by=(ADA, BO, CAY), account="He says less.", corrects=contact)
    log.add(BO, NoteBeside, contact=contact)
    log.add(CAY, NoteBeside, contact=again, text="It was hard.")
    contacts = log.state().contacts
    assert [item.author for item in contacts.beside[contact]] == [BO, CAY]
    assert [item.entry.account for item in contacts.reached] == ["He says less."]


def test_only_its_author_corrects_a_second_note() -> None:
    """Neither overwrites the other."""
    log = Log()
    contact = log.add(ADA, ContactReached, by=(ADA, BO))
    note = log.add(BO, NoteBeside, contact=contact)
    log.add(ADA, NoteBeside, contact=contact, text="No, it was good.", corrects=note)
    assert [item.entry.text for item in log.state().contacts.beside[contact]] == [example(NoteBeside).text]


def test_a_question_is_sorted_once() -> None:
    """However much he writes, there is one answer to a question; and the first message is not the last."""
    one = Sorted(about=bytes(16), how=HowAnswered.EVADED)
    with pytest.raises(ValueError, match="once"):
        example(SentSorted, answers=(one, one)).__post_init__()
    with pytest.raises(ValueError, match="first message"):
        example(SentByX, from_on=day(3, 1), on=day(2, 1), medium=Medium.CALL).__post_init__()

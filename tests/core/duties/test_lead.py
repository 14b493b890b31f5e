"""The facts of the sentence that opens the first page."""

from datetime import date

import pytest

from answerable.core.circles import Presence
from answerable.core.duties.lead import ContactCode, UpdateCode, state_sentence
from answerable.core.entries import (
    ContactAttempted,
    ContactReached,
    MeetingMissed,
    SentSorted,
    UpdateDrafted,
    UpdateRead,
)
from answerable.core.entries.contacts import MissedReason, Reply
from answerable.core.entries.sent import HowAnswered, Sorted
from tests.core.datebook import settled
from tests.core.examples import ADA, BO, day


@pytest.mark.parametrize(
    ("today", "contact", "update"),
    [
        (day(2, 1), ContactCode.IN_TIME, UpdateCode.IN_TIME),
        (day(3, 8), ContactCode.SOON, UpdateCode.SOON),
        (day(4, 5), ContactCode.DUE, UpdateCode.DUE),
        (day(5, 4), ContactCode.LATE, UpdateCode.LATE),
    ],
)
def test_the_sentence_follows_the_clocks(today: date, contact: ContactCode, update: UpdateCode) -> None:
    """In time, soon, due, late, each from its day."""
    facts = state_sentence(settled().state(), today)
    assert (facts.contact.code, facts.update) == (contact, update)
    assert facts.contact.first


def test_nothing_is_said_about_what_was_not_taken_on() -> None:
    """Neither a contact rhythm nor an update (R62)."""
    book = settled(support=Presence.NOT_YET)
    book.policy(contact_every_months=0)
    facts = state_sentence(book.state(), day(6, 1))
    assert (facts.contact.code, facts.update) == (ContactCode.NOT_TAKEN_ON, UpdateCode.NOT_TAKEN_ON)
    assert facts.contact.clock is None


def test_it_tells_apart_that_he_did_not_answer_and_that_we_did_not_write() -> None:
    """Counts since the last contact: days, attempts, his newest reply, meetings he did not come to (R26)."""
    book = settled()
    book.add(ADA, ContactAttempted, on=day(1, 20), reply=Reply.NOTHING)
    book.add(ADA, ContactReached, on=day(2, 10))
    silent = state_sentence(book.state(), day(5, 30)).contact
    assert (silent.days, silent.attempts, silent.reply, silent.first) == (109, 0, Reply.NOTHING, False)
    book.add(ADA, ContactAttempted, on=day(5, 1), reply=Reply.ASKS_FOR_TIME)
    book.add(ADA, ContactAttempted, on=day(5, 10), reply=Reply.NOTHING)
    book.add(ADA, MeetingMissed, planned_on=day(2, 1), reason=MissedReason.NOT_ACCEPTABLE)
    book.add(ADA, MeetingMissed, planned_on=day(5, 12), reason=MissedReason.ACCEPTABLE)
    book.add(ADA, MeetingMissed, planned_on=day(5, 20), reason=MissedReason.OURS)
    wrote = state_sentence(book.state(), day(5, 30)).contact
    assert (wrote.attempts, wrote.reply, wrote.missed, wrote.ours) == (2, Reply.ASKS_FOR_TIME, 1, 1)


def test_what_he_sent_without_an_answer_is_told_as_his_reply() -> None:
    """The newest counts, and one that answered something is none (R26)."""
    book = settled()
    message = book.add(ADA, ContactAttempted, on=day(5, 1), asked="When?", reply=Reply.NOTHING, new_date_for=None)

    def came(on: int, *hows: HowAnswered) -> Reply:
        answers = tuple(Sorted(about=message, how=how) for how in hows)
        book.add(ADA, SentSorted, on=day(5, on), answers=answers)
        return state_sentence(book.state(), day(5, 30)).contact.reply

    assert came(3) is Reply.SOMETHING_ELSE
    assert came(5, HowAnswered.ASKS_FOR_TIME) is Reply.ASKS_FOR_TIME
    assert came(7, HowAnswered.SOMETHING_ELSE) is Reply.SOMETHING_ELSE
    assert came(9, HowAnswered.EVADED) is Reply.NOTHING
    assert came(8, HowAnswered.ASKS_FOR_TIME) is Reply.NOTHING
    assert came(11, HowAnswered.ASKS_FOR_TIME) is Reply.ASKS_FOR_TIME


def test_a_draft_shows_before_the_day_and_late_stays_late() -> None:
    """It waits for a reader, is ready, or is late whatever lies in the drawer (R53)."""
    book = settled()
    draft = book.add(ADA, UpdateDrafted)
    assert state_sentence(book.state(), day(3, 20)).update is UpdateCode.WAITS_FOR_READER
    book.add(BO, UpdateRead, draft=draft, text_hash=book.hash_of(draft))
    assert state_sentence(book.state(), day(3, 20)).update is UpdateCode.READY
    assert state_sentence(book.state(), day(5, 4)).update is UpdateCode.LATE

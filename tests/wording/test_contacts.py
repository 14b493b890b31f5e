"""The list of the next contact in sentences, whose turn it is, what he sent and pauses, in both languages."""

import pytest

from answerable.core.circles import Role
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    MeetingMissed,
    SentByX,
    SentSorted,
)
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Outcome
from answerable.core.entries.contacts import Answer, MissedReason, Reply
from answerable.core.entries.sent import HowAnswered, Sorted
from answerable.wording import contacts, entries
from answerable.wording.days import NBSP
from answerable.wording.entry_words import Telling
from answerable.wording.words import Words
from tests.core.datebook import Datebook, settled
from tests.core.examples import ADA, BO, CAY, SOL, day
from tests.core.logbook import example
from tests.wording.speech import BOTH, english, german

TODAY = day(4, 20)
EN, DE = english(TODAY), german(TODAY)


def telling(words: Words) -> Telling:
    """Return how to tell, with a word for every other entry."""
    return Telling(words=words, entry=lambda _entry_id: "…")


def agenda(book: Datebook, words: Words = EN) -> list[tuple[str, str]]:
    """Return the list of the next contact as kind and text."""
    return [(line.kind, line.whole) for line in contacts.agenda(book.state(), TODAY, telling(words))]


def wrote(book: Datebook, **fields: object) -> bytes:
    """Have Ada write to X."""
    return book.add(ADA, ContactAttempted, **({"on": day(4, 1), "reply": Reply.NOTHING, "new_date_for": None} | fields))


def sorted_as(book: Datebook, **hows: bytes) -> None:
    """Have X send something that evades one question and answers another in part."""
    answers = tuple(Sorted(about=about, how=HowAnswered(how)) for how, about in hows.items())
    sent = book.add(BO, SentByX, from_on=day(4, 10), on=day(4, 12))
    book.add(BO, SentSorted, sent=sent, on=day(4, 12), answers=answers)


def test_what_he_left_open_comes_back_by_itself() -> None:
    """Demands without an answer, evasions, a broken agreement, and how he left them last time (R28, R30, R31)."""
    book = settled()
    demand = book.add(SOL, DemandRaised, number=2)
    book.add(ADA, DemandPassedOn, demand=demand, text_hash=book.hash_of(demand), answer=None)
    agreement = book.add(ADA, AgreementMade, by_on=day(3, 10), replaces=None)
    broken = book.add(ADA, AgreementMade, text="He brings the paper.", by_on=None, replaces=None)
    first, second = wrote(book, asked="When does it begin?"), wrote(book, asked="Who knows?")
    sorted_as(book, evaded=first, partly=demand)
    sorted_as(book, partly=second, evaded=agreement)
    book.add(ADA, AgreementAnswered, agreement=broken, kept=Kept.NOT_KEPT)
    text = "He sends the date of his first session."
    assert agenda(book) == [
        ("asked", "Ask for his answer to demand 2: “Tell the people you live with.” Last time he answered in part."),
        (
            "agreement",
            f"Ask about the agreement: “{text}” Its day was 10{NBSP}March. Last time he evaded it.",
        ),
        ("follows", "He did not keep this: “He brings the paper.” What follows?"),
        ("evaded", "He evaded this: “When does it begin?”"),
        ("evaded", "He answered this in part: “Who knows?”"),
    ]


def test_evaded_questions_of_the_list_come_back() -> None:
    """In the wording that was asked; an agreement kept in part says how often it was replaced."""
    book = settled()
    evaded = Answer(question=5, set_version=1, wording="Name one behaviour.", outcome=Outcome.EVADED, text="")
    book.add(ADA, ContactReached, answers=(evaded,))
    first = book.add(ADA, AgreementMade, replaces=None)
    second = book.add(ADA, AgreementMade, replaces=first, text="He rings them.")
    book.add(ADA, AgreementAnswered, agreement=second, kept=Kept.PARTLY)
    assert agenda(book) == [
        ("follows", "He kept this partly: “He rings them.” What follows?"),
        ("evaded", "He evaded this: “Name one behaviour.”"),
    ]


@pytest.mark.parametrize("words", BOTH)
@pytest.mark.parametrize("count", range(1, 6))
def test_new_dates_are_counted_and_a_second_is_for_the_group(words: Words, count: int) -> None:
    """The count shows, and from the second on it stands first (R26)."""
    book = settled()
    message = wrote(book, asked="When?")
    for _ in range(count):
        message = wrote(book, asked=None, new_date_for=message)
    found = agenda(book, words)
    assert [kind for kind, _text in found] == (["decide", "message"] if count > 1 else ["message"])
    said = contacts.new_dates(count, words.gettext)
    assert all(said in text for _kind, text in found)


def test_until_his_date_has_passed_an_answer_is_waited_for() -> None:
    """He is not said to have left it open before the day that he was given (R26)."""
    for last, begins in (
        (day(4, 19), f"He has not answered our message of 1{NBSP}April: “When?”"),
        (TODAY, f"We wait for his answer to our message of 1{NBSP}April, until 20{NBSP}April: “When?”"),
    ):
        book = settled()
        wrote(book, asked="When?", answer_by_on=last)
        assert agenda(book) == [("message", begins)]


def test_a_third_new_date_is_called_so() -> None:
    """In words, not in a number."""
    assert contacts.new_dates(3, EN.gettext) == "This is its third new date."
    assert contacts.new_dates(3, DE.gettext) == "Das ist schon ihr drittes neues Datum."


def test_what_an_entry_asked_is_said_in_a_line() -> None:
    """A message, an agreement, a demand; what cannot be read is told as any entry."""
    book = settled()
    demand = book.add(SOL, DemandRaised, number=2)
    agreement, message = book.add(ADA, AgreementMade), wrote(book, asked="When?")
    silent = wrote(book, asked=None)
    state = book.state()
    assert [contacts.asked_by(state, one, telling(EN)) for one in (message, silent, agreement, demand, b"?" * 16)] == [
        "When?",
        "",
        "He sends the date of his first session.",
        "Demand 2: Tell the people you live with.",
        "…",
    ]


def test_whose_turn_is_a_proposal() -> None:
    """Who was there last, and who could go; nobody before the first contact (R19)."""
    book = settled()
    members = (ADA, BO, CAY)
    assert contacts.whose_turn(book.state(), members, telling(EN)) == ""
    book.add(ADA, ContactReached, by=(ADA, BO))
    said = contacts.whose_turn(book.state(), members, telling(EN))
    assert said == "Last time Noor and Ines were there. This time it could be the turn of Sam."
    said = contacts.whose_turn(book.state(), members, telling(DE))
    assert said == "Letztes Mal waren Noor und Ines da. Diesmal könnte dran sein: Sam."
    assert contacts.whose_turn(book.state(), (ADA, BO), telling(EN)) == "Last time Noor and Ines were there."


def test_missed_meetings_are_counted_by_whose_reason() -> None:
    """His reason, accepted or not, or ours (R34)."""
    book = settled()
    assert contacts.missed(book.state(), telling(EN)) == ""
    for reason in (MissedReason.NOT_ACCEPTABLE, MissedReason.NOT_ACCEPTABLE, MissedReason.OURS):
        book.add(ADA, MeetingMissed, reason=reason)
    assert contacts.missed(book.state(), telling(EN)) == "2 without a reason that we accept and 1 because of us."
    book.add(ADA, MeetingMissed, reason=MissedReason.ACCEPTABLE)
    assert contacts.missed(book.state(), telling(EN)).startswith("1 with a reason of his that we accept, 2 without")


@pytest.mark.parametrize("words", BOTH)
def test_one_message_and_several_are_told(words: Words) -> None:
    """On one day, or between two; with nothing said about her where nothing was."""
    one = entries.describe(example(SentByX, messages=1, from_on=day(2, 25), account=""), telling(words))
    several = entries.describe(example(SentByX, made_her_topic=True), telling(words))
    assert one.sentence != several.sentence
    assert (one.parts, one.pairs) == ((), ())
    assert (len(several.parts), len(several.pairs)) == (1, 1)
    moved = entries.describe(example(SentSorted, answers=()), telling(words))
    assert moved.sentence != entries.describe(example(SentSorted), telling(words)).sentence
    assert Role.CONTACT in example(SentSorted).meant_for

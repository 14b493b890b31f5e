"""The draft of an update tells what he sent and when we paused (R26, R34, R53)."""

from answerable.core.drafting import Draft, LeftOut, Missing, SentFact, draft, redraft
from answerable.core.entries import ContactAttempted, PauseEnded, PauseTaken, SentByX, SentSorted, TakenOut
from answerable.core.entries.contacts import Reply
from answerable.core.entries.sent import HowAnswered, Sorted
from tests.core.datebook import Datebook, settled
from tests.core.drafting.test_drafting import handed_over
from tests.core.examples import ADA, BO, day

TODAY = day(4, 5)


def came(book: Datebook, *hows: HowAnswered) -> bytes:
    """Write to X once for each answer, have him send two messages, and sort them; return what he sent."""
    asked = {"asked": "When?", "reply": Reply.NOTHING, "new_date_for": None}
    about = [book.add(ADA, ContactAttempted, on=day(2, 20), **asked) for _ in hows]
    sent = book.add(BO, SentByX, made_her_topic=True)
    answers = tuple(Sorted(about=one, how=how) for one, how in zip(about, hows, strict=True))
    book.add(BO, SentSorted, sent=sent, answers=answers)
    return sent


def left_out(facts: Draft) -> set[str]:
    """Return the codes of what stays out."""
    return {remark.code for remark in facts.left_out}


def test_what_he_sent_is_told_with_what_he_did_in_it() -> None:
    """Once, until an update told it; his words stay out, and the same entries draft the same facts again."""
    book = settled()
    sent = came(book, HowAnswered.EVADED, HowAnswered.PARTLY)
    facts = draft(book.state(), TODAY)
    assert facts.contact.sent == (
        SentFact(messages=2, from_on=day(2, 22), until_on=day(2, 25), answers=(HowAnswered.EVADED, HowAnswered.PARTLY)),
    )
    assert {LeftOut.HIS_ACCOUNT.value, LeftOut.ABOUT_HER.value} <= left_out(facts)
    assert Missing.NO_CONTACT.value not in {remark.code for remark in facts.missing}
    assert not facts.nothing_happened
    assert sent in facts.used
    assert redraft(book.state(), facts.used, facts.period) == facts
    handed_over(book, TODAY, TODAY)
    later = draft(book.state(), day(6, 1))
    assert (later.contact.sent, later.contact.last_reached_on) == ((), day(2, 25))
    assert sent in later.used
    book.add(ADA, SentSorted, on=day(5, 1), answers=(Sorted(about=sent, how=HowAnswered.EVADED),))
    assert sent not in draft(book.state(), day(6, 1)).used


def test_what_answers_nothing_is_no_contact() -> None:
    """It is told, and that there was no contact is said as well."""
    book = settled()
    came(book, HowAnswered.ASKS_FOR_TIME)
    facts = draft(book.state(), TODAY)
    assert facts.contact.reached == ()
    assert Missing.NO_CONTACT.value in {remark.code for remark in facts.missing}


def test_of_words_taken_out_the_day_is_told() -> None:
    """How many messages it were went with the words (R60)."""
    book = settled()
    sent = came(book, HowAnswered.EVADED)
    book.add(BO, TakenOut, entry=sent, kind="sent-by-x", day=day(2, 25))
    (fact,) = draft(book.state(), TODAY).contact.sent
    assert (fact.messages, fact.from_on, fact.until_on) == (1, day(2, 25), day(2, 25))


def test_a_pause_of_ours_is_told_as_long_as_it_lasted() -> None:
    """With the sentence that was said about it; one that was not needed is none."""
    book = settled()
    pause = book.add(ADA, PauseTaken, from_on=day(2, 1), until_on=day(2, 28))
    never = book.add(ADA, PauseTaken, from_on=day(3, 10), until_on=day(3, 20))
    book.add(ADA, PauseEnded, pause=pause, on=day(2, 15))
    book.add(ADA, PauseEnded, pause=never, on=day(3, 10))
    facts = draft(book.state(), TODAY)
    assert [(one.from_on, one.until_on, one.text) for one in facts.ourselves.pauses] == [
        (day(2, 1), day(2, 14), "We are tired.")
    ]
    assert not facts.nothing_happened
    assert redraft(book.state(), facts.used, facts.period) == facts

"""The drafted update in sentences, from a real draft."""

import pytest

from answerable.core.circles import Presence
from answerable.core.drafting import draft
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    MeetingMissed,
    MemberLeft,
    NoteKept,
    PauseTaken,
    PolicySet,
    QuestionAsked,
    SentByX,
    SentSorted,
    ToldByX,
    UpdateDrafted,
    UpdateHandedOver,
)
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import Answer, MissedReason, Reply
from answerable.core.entries.demands import DemandWord, Facet, HisAnswer
from answerable.core.entries.process import PolicyChange
from answerable.core.entries.sent import HowAnswered, Sorted
from answerable.core.entries.surroundings import LetterGiven, Shows
from answerable.core.entries.updates import Sentences
from answerable.wording import update
from answerable.wording.days import NBSP
from answerable.wording.words import Words
from tests.core.datebook import Datebook, opened, settled
from tests.core.examples import ADA, BO, CAY, EVE, SOL, day
from tests.wording.speech import BOTH, english, german

EN, DE = english(day(4, 5)), german(day(4, 5))


def written(book: Datebook, words: Words) -> Sentences:
    """Return the six sentences as of 5 April."""
    return update.drafted(draft(book.state(), day(4, 5)), words)


def demand(book: Datebook, number: int, facet: Facet, answer: HisAnswer | None = None, *, passed: bool = True) -> bytes:
    """Have Sol raise a demand, and Ada pass it on."""
    which = book.add(SOL, DemandRaised, number=number, facet=facet)
    if passed:
        book.add(ADA, DemandPassedOn, demand=which, text_hash=book.hash_of(which), on=day(2, 3), answer=answer)
    return which


def attempt(book: Datebook, month: int, answered: Reply = Reply.NOTHING, *, asked: bool = True) -> None:
    """Have Ada write to X."""
    book.add(
        ADA,
        ContactAttempted,
        on=day(month, 1),
        medium=Medium.MAIL,
        reply=answered,
        asked="When?" if asked else None,
        answer_by_on=None,
    )


def test_contact_is_told_with_day_and_way() -> None:
    """Reached, tried, missed, next."""
    book = settled()
    book.add(ADA, ContactReached, on=day(2, 10), medium=Medium.IN_PERSON)
    book.add(ADA, ContactReached, on=day(2, 20), medium=Medium.CALL, place=None)
    attempt(book, 3)
    book.add(ADA, MeetingMissed, planned_on=day(3, 10), reason=MissedReason.NOT_ACCEPTABLE)
    assert written(book, EN).contact == (
        f"We reached X on 10{NBSP}February in person and on 20{NBSP}February in a call."
        f" We tried on 1{NBSP}March, by mail. He has not answered."
        f" He did not come on 10{NBSP}March, without a reason that we accept."
        f" The next contact is due by 20{NBSP}May."
    )
    assert written(book, DE).contact == (
        f"Wir haben X am 10.{NBSP}Februar persönlich und am 20.{NBSP}Februar am Telefon erreicht."
        f" Wir haben es am 1.{NBSP}März per Mail versucht. Er hat nicht geantwortet."
        f" Am 10.{NBSP}März ist er nicht gekommen, ohne einen Grund, den wir annehmen."
        f" Der nächste Kontakt ist bis zum 20.{NBSP}Mai fällig."
    )


def test_that_we_did_not_write_is_said_too() -> None:
    """The update hides no gap of ours (R26)."""
    book = settled()
    book.policy(contact_every_months=0)
    assert written(book, EN).contact == "We have not reached X in this time. We did not write to him either."


def test_several_attempts_are_counted_with_what_came_back() -> None:
    """His newest reply stands; of a message that asked nothing, silence is not told."""
    book = settled()
    book.policy(contact_every_months=0)
    attempt(book, 2)
    attempt(book, 3, Reply.ASKS_FOR_TIME)
    assert written(book, EN).contact == (
        f"We have not reached X in this time. We tried twice, the last time on 1{NBSP}March. He asked for more time."
    )
    book = settled()
    book.policy(contact_every_months=0)
    attempt(book, 3, asked=False)
    assert written(book, EN).contact == (f"We have not reached X in this time. We tried on 1{NBSP}March, by mail.")


@pytest.mark.parametrize("reason", list(MissedReason))
@pytest.mark.parametrize("words", [EN, DE])
def test_a_missed_meeting_says_whose_reason_it_was(reason: MissedReason, words: Words) -> None:
    """His, accepted or not, or ours (R34)."""
    book = settled()
    before = written(book, words).contact
    book.add(ADA, MeetingMissed, planned_on=day(3, 10), reason=reason)
    assert len(written(book, words).contact) > len(before) - 40
    assert words.person_x in written(book, words).contact
    assert f"10{'.' if words.german else ''}{NBSP}" in written(book, words).contact


def test_demands_stand_in_one_line_for_each_facet() -> None:
    """He says, we have seen, he refuses, we do not know; his words stay his (R14, R65)."""
    book = settled()
    demand(book, 1, Facet.REFLECT, HisAnswer(outcome=Outcome.ANSWERED, text="I am on a waiting list."))
    demand(book, 2, Facet.REFLECT, HisAnswer(outcome=Outcome.REFUSED, text=""))
    demand(book, 3, Facet.REFLECT, HisAnswer(outcome=Outcome.ANSWERED, text="two\nlines"))
    seen = demand(book, 4, Facet.INFORM)
    shown = Shows(demand=seen, word=DemandWord.SEEN)
    common = {"source": Source.ORDINARY_LIFE, "x_may_learn": False, "on": day(2, 12)}
    book.add(ADA, NoteKept, text="The flat has the letter", shows=shown, **common)
    also = demand(book, 5, Facet.INFORM)
    long = Shows(demand=also, word=DemandWord.SEEN)
    book.add(ADA, NoteKept, text="x" * 300, shows=long, **common)
    demand(book, 6, Facet.INFORM)
    demand(book, 7, Facet.INFORM, passed=False)
    demand(book, 8, Facet.INFORM, passed=False)
    assert written(book, EN).demands.split("\n") == [
        (
            "Reflect: On demand 1 he says: “I am on a waiting list.” On demand 3 we have only his word."
            " He refuses demand 2. We have seen nothing that shows it."
        ),
        (
            "Inform: On demand 4 we have seen: “The flat has the letter”. On demand 5 we have seen something"
            " that does not come from him. On demand 6 he has not answered yet."
            " We have not passed on demands 7 and 8 yet."
        ),
        "Stay accountable: We do not know.",
    ]
    assert written(book, DE).demands.split("\n") == [
        (
            "Reflektieren: Zu Forderung 1 sagt er: „I am on a waiting list.“ Zu Forderung 3 haben wir nur sein Wort."
            " Forderung 2 lehnt er ab. Wir haben nichts gesehen, das es zeigt."
        ),
        (
            "Informieren: Zu Forderung 4 haben wir gesehen: „The flat has the letter“. Zu Forderung 5 haben wir etwas"
            " gesehen, das nicht von ihm kommt. Zu Forderung 6 hat er noch nicht geantwortet."
            " Forderungen 7 und 8 haben wir noch nicht weitergegeben."
        ),
        "Sich der Verantwortung stellen: Wir wissen es nicht.",
    ]


def test_questions_and_agreements_are_counted_without_a_total() -> None:
    """What he did with our questions of a facet, and what became of agreements (R31)."""
    book = settled()
    outcomes = (Outcome.ANSWERED, Outcome.EVADED, Outcome.EVADED, Outcome.REFUSED)
    answers = tuple(
        Answer(question=number, set_version=1, wording="?", outcome=outcome, text="")
        for number, outcome in enumerate(outcomes, start=3)
    )
    book.add(ADA, ContactReached, answers=answers)
    for kept, source, count in (
        (Kept.KEPT, Source.HE_SAID, 2),
        (Kept.KEPT, Source.ORDINARY_LIFE, 1),
        (Kept.PARTLY, Source.HE_SAID, 1),
        (Kept.NOT_KEPT, Source.PARENT_OR_SUPPORT, 3),
    ):
        for _ in range(count):
            made = book.add(ADA, AgreementMade)
            book.add(ADA, AgreementAnswered, agreement=made, kept=kept, source=source)
    english_lines = written(book, EN).demands.split("\n")
    assert english_lines[0] == (
        "Reflect: Of our questions he answered 1, evaded 2 and refused 1. We have seen nothing that shows it."
    )
    assert english_lines[-1] == (
        "Stay accountable: We have seen that he came. We have seen that he kept one agreement."
        " He says he kept two agreements. He says he kept one agreement in part. He did not keep three agreements."
    )
    german_lines = written(book, DE).demands.split("\n")
    assert german_lines[0] == (
        "Reflektieren: Von unseren Fragen hat er 1 beantwortet, 2 umgangen und 1 verweigert."
        " Wir haben nichts gesehen, das es zeigt."
    )
    assert german_lines[-1] == (
        "Sich der Verantwortung stellen: Wir haben gesehen, dass er gekommen ist."
        " Wir haben gesehen, dass er eine Vereinbarung eingehalten hat. Er sagt, er hat zwei"
        " Vereinbarungen eingehalten. Er sagt, er hat eine Vereinbarung zum Teil eingehalten."
        " Drei Vereinbarungen hat er nicht eingehalten."
    )


@pytest.mark.parametrize(
    ("kept", "source", "line"),
    [
        (Kept.PARTLY, Source.HE_SAID, "He says he kept one agreement in part. We have seen nothing that shows it."),
        (Kept.PARTLY, Source.ORDINARY_LIFE, "One agreement he kept in part."),
        (Kept.NOT_KEPT, Source.HE_SAID, "He says he did not keep one agreement."),
    ],
)
def test_what_only_he_says_of_an_agreement_stays_his_word(kept: Kept, source: Source, line: str) -> None:
    """Also that he kept it in part, or not (R14, R65)."""
    book = settled()
    made = book.add(ADA, AgreementMade)
    book.add(ADA, AgreementAnswered, agreement=made, kept=kept, source=source)
    assert written(book, EN).demands.split("\n")[-1] == f"Stay accountable: {line}"


@pytest.mark.parametrize(
    ("confirmed_by", "line"),
    [
        (None, "That he told anyone, we have only his word. We have seen nothing that shows it."),
        ("two of them", "We have seen that somebody whom he told knows."),
    ],
)
def test_to_inform_is_seen_only_by_others(confirmed_by: str | None, line: str) -> None:
    """What he says of whom he told is no more than his word (R29, R65)."""
    book = settled()
    book.add(ADA, ToldByX, label="Shared flat", confirmed_by=confirmed_by, source=Source.HE_SAID, x_may_learn=False)
    assert written(book, EN).demands.split("\n")[1] == f"Inform: {line}"


def test_a_facet_with_nothing_but_silence_says_that_we_do_not_know() -> None:
    """Asked, and not passed on yet, are no knowledge (R65)."""
    book = settled()
    demand(book, 1, Facet.REFLECT)
    line = written(book, EN).demands.split("\n")[0]
    assert line == "Reflect: On demand 1 he has not answered yet. We do not know."


@pytest.mark.parametrize("letter", list(LetterGiven))
@pytest.mark.parametrize("confirmed_by", [None, "two of them"])
def test_who_knows_is_told_by_group_with_how_we_know(letter: LetterGiven, confirmed_by: str | None) -> None:
    """His word stays apart from what others showed (R29)."""
    book = settled()
    book.add(ADA, ToldByX, label="Shared flat", letter=letter, confirmed_by=confirmed_by)
    for words in (EN, DE):
        said = written(book, words).who_knows
        through = ("von ihm" if words.german else "from him") if confirmed_by else ""
        assert said.endswith(f"Shared flat ({through})." if through else "Shared flat.")
    assert written(book, EN).who_knows.startswith("We have seen that" if confirmed_by else "He says he told")


def test_single_people_are_a_number_and_nobody_is_said() -> None:
    """No label of one person stands in an update (R29)."""
    book = settled()
    assert written(book, EN).who_knows == "He has named nobody whom he told."
    book.add(ADA, ToldByX, label="R.")
    assert written(book, EN).who_knows == "He says he told one person."
    book.add(ADA, ToldByX, label="K.")
    assert written(book, EN).who_knows == "He says he told two people."
    assert written(book, DE).who_knows == "Er sagt, er hat es zwei Personen gesagt."


def test_ourselves_says_how_many_who_came_left_and_until_when() -> None:
    """People of the group, with the names they chose here."""
    book = settled(supervision=Presence.NOT_YET)
    draft_id = book.add(ADA, UpdateDrafted)
    book.add(ADA, UpdateHandedOver, draft=draft_id, on=day(3, 1))
    book.join(EVE, until_on=day(7, 1))
    book.add(ADA, MemberLeft, user=CAY, last_on=day(3, 20))
    book.today = day(3, 25)
    book.policy(contact_every_months=2)
    book.add(ADA, PolicySet, change=PolicyChange(term_months=6), from_on=day(3, 26), reason=None)
    sentences = written(book, EN)
    assert sentences.ourselves == (
        f"We are three. Somebody has joined us. Sam left on 20{NBSP}March. Somebody has said yes until 1{NBSP}July."
        " Nobody looks at our work from some distance yet."
    )
    assert sentences.decisions == (
        f"From 25{NBSP}March on we do something differently than we agreed. Our reason: we agreed."
        f" From 26{NBSP}March on we do something differently than we agreed."
    )


def test_a_group_of_one_and_a_change_without_a_reason_are_told() -> None:
    """Plainly."""
    book = opened()
    book.join(ADA)
    assert written(book, EN).ourselves == "One person is in the group at present."
    assert written(book, EN).decisions == "Nothing was decided in this time."
    assert written(book, DE).decisions == "In dieser Zeit haben wir nichts entschieden."


def test_nothing_we_ask_waits_for_an_answer() -> None:
    """They never have to answer (R5, R53)."""
    book = settled()
    assert written(book, EN).we_ask == "We have no question to you. Nothing waits for an answer."
    book.add(ADA, QuestionAsked, copied=None)
    assert written(book, EN).we_ask == "One question of ours is open. You need not answer; nothing waits for it."
    book.add(BO, QuestionAsked, copied=None)
    assert written(book, DE).we_ask == (
        "Zwei Fragen von uns sind offen. Ihr müsst nicht antworten; nichts wartet darauf."
    )


def test_a_quiet_time_is_an_update_of_a_few_words() -> None:
    """That nothing happened is said once, without hiding what we have not done (R53)."""
    book = settled()
    draft_id = book.add(ADA, UpdateDrafted)
    book.add(ADA, UpdateHandedOver, draft=draft_id, on=day(3, 1))
    assert written(book, EN).demands == "Nothing we know has changed since the last update."
    demand(book, 1, Facet.REFLECT, passed=False)
    assert written(book, EN).demands == (
        "Nothing we know has changed since the last update. We have not passed on demand 1 yet."
    )


@pytest.mark.parametrize("words", BOTH)
def test_the_letter_begins_and_ends_as_a_letter(words: Words) -> None:
    """Heading, greeting, farewell, and the line of the record."""
    made = draft(settled().state(), day(4, 5))
    assert update.heading(made, words).endswith("April 2026")
    assert update.greeting(words).endswith(",")
    closing, author = update.farewell("Ines", words)
    assert closing
    assert author.startswith("Ines, ")
    assert "118" in update.record_line(118, words)
    assert update.record_line(1, words) != update.record_line(2, words)


def came(book: Datebook, *hows: HowAnswered, messages: int = 2) -> None:
    """Have X send something that says this about so many questions."""
    from_on = day(2, 22) if messages > 1 else day(2, 25)
    sent = book.add(ADA, SentByX, messages=messages, from_on=from_on, on=day(2, 25))
    answers = tuple(Sorted(about=bytes([number]) * 16, how=how) for number, how in enumerate(hows))
    book.add(ADA, SentSorted, sent=sent, on=day(2, 25), answers=answers)


def test_what_he_sent_is_told_together() -> None:
    """How many messages, when, and what he did with what we had asked (R26)."""
    book = settled()
    book.policy(contact_every_months=0)
    came(book, HowAnswered.ANSWERED, HowAnswered.PARTLY, HowAnswered.EVADED, HowAnswered.REFUSED)
    assert written(book, EN).contact == (
        f"He sent us two messages between 22{NBSP}February and 25{NBSP}February."
        " Of what we had asked he answered 1, answered 1 in part, evaded 1 and refused 1."
    )
    assert written(book, DE).contact == (
        f"Er hat uns zwischen dem 22.{NBSP}Februar und dem 25.{NBSP}Februar zwei Nachrichten geschickt."
        " Von dem, was wir gefragt hatten, hat er 1 beantwortet, 1 zum Teil beantwortet, 1 umgangen und 1 verweigert."
    )


def test_what_moves_nothing_is_told_as_that() -> None:
    """He asked for time, or wrote about something else: he was not reached."""
    book = settled()
    book.policy(contact_every_months=0)
    came(book, HowAnswered.ASKS_FOR_TIME, HowAnswered.SOMETHING_ELSE, messages=1)
    assert written(book, EN).contact == (
        f"We have not reached X in this time. He sent us one message on 25{NBSP}February."
        " Of what we had asked he asked for time with 1 and wrote about something else with 1."
    )
    book = settled()
    came(book)
    assert "They were about something else than what we had asked." in written(book, EN).contact


def test_a_pause_of_ours_is_told_with_its_sentence() -> None:
    """What the support group has read before, and for how long; the words in between say whether it runs (R34)."""
    book = settled()
    book.add(ADA, PauseTaken, from_on=day(3, 1), until_on=day(3, 28))
    assert f"We paused from 1{NBSP}March to 28{NBSP}March: “We are tired.”" in written(book, EN).ourselves
    over = f"Wir haben vom 1.{NBSP}März bis zum 28.{NBSP}März Pause gemacht: „We are tired.“"
    assert over in written(book, DE).ourselves
    book.add(ADA, PauseTaken, from_on=day(4, 1), until_on=day(4, 30))
    assert f"We pause from 1{NBSP}April to 30{NBSP}April: “We are tired.”" in written(book, EN).ourselves
    runs = f"Wir machen vom 1.{NBSP}April bis zum 30.{NBSP}April Pause: „We are tired.“"
    assert runs in written(book, DE).ourselves

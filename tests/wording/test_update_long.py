"""The long version in sentences, from the same record as the six (R53, R65, content 8)."""

import pytest

from answerable.core.defaults.update_sections import LongSection
from answerable.core.drafting import draft, redraft_long
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    IndicatorNoted,
    IndicatorsTakenOn,
    MeetingMissed,
    QuestionAsked,
    ToldByX,
    UpdateDrafted,
    UpdateHandedOver,
)
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import MissedReason, Reply
from answerable.core.entries.demands import Facet, HisAnswer
from answerable.core.entries.indicators import Ground
from answerable.core.entries.updates import Period
from answerable.wording.days import NBSP
from answerable.wording.update_long import drafted_long
from answerable.wording.words import Words
from tests.core.datebook import Datebook, settled
from tests.core.examples import ADA, BO, SOL, day
from tests.wording.speech import english, german

EN, DE = english(day(4, 5)), german(day(4, 5))


def written(book: Datebook, words: Words = EN) -> dict[str, str]:
    """Return the sections as of 5 April, drafted again from the ids that the short page names."""
    facts = draft(book.state(), day(4, 5))
    again = redraft_long(book.state(), facts.used, facts.period)
    assert again.draft == facts
    return {part.section: part.text for part in drafted_long(again, words)}


def passed(book: Datebook, number: int, answer: HisAnswer | None, *, same: bool = True) -> None:
    """Have Sol raise a demand, and Ada pass it on."""
    which = book.add(SOL, DemandRaised, number=number, facet=Facet.INFORM)
    wording = book.hash_of(which) if same else bytes(32)
    told = {"on": day(2, number), "medium": Medium.MAIL, "by": (ADA,), "answer": answer}
    book.add(ADA, DemandPassedOn, demand=which, text_hash=wording, **told)


def test_an_empty_record_says_what_it_is_about_and_nothing_made_up() -> None:
    """Sections that the record knows nothing of are left out, not filled."""
    book = settled()
    book.policy(contact_every_months=0, update_every_months=0)
    found = written(book)
    assert found[LongSection.PERIOD] == f"This is about the time from 5{NBSP}January to 5{NBSP}April."
    assert found[LongSection.CONTACTS] == ("No contact and no attempt in this time.\nHe has never been reached so far.")
    assert found[LongSection.PASSED_ON] == "No demand was passed on in this time, and none waits."
    assert found[LongSection.AGREEMENTS] == "No agreement is open, and none was answered in this time."
    assert found[LongSection.INFORMED] == "He has named nobody whom he told."
    assert set(LongSection) - set(found) == {
        LongSection.AROUND,
        LongSection.INQUIRIES,
        LongSection.WE_ASK,
        LongSection.PLAN,
    }


def test_contacts_stand_day_by_day_with_both_clocks() -> None:
    """Reached, tried, missed in their order, and what waits for him (R26)."""
    book = settled()
    book.add(ADA, ContactReached, on=day(2, 10), medium=Medium.CALL, place=None, by=(ADA, BO))
    book.add(ADA, ContactReached, on=day(1, 20), medium=Medium.MAIL, place=None, by=(ADA,))
    book.add(ADA, MeetingMissed, planned_on=day(2, 1), reason=MissedReason.OURS)
    tried = {"on": day(3, 1), "medium": Medium.MAIL, "reply": Reply.NOTHING, "asked": "When?", "answer_by_on": None}
    book.add(ADA, ContactAttempted, new_date_for=None, **tried)
    assert written(book)[LongSection.CONTACTS].split("\n") == [
        f"20{NBSP}January: reached by mail, one of us.",
        f"A meeting on 1{NBSP}February did not happen because of us.",
        f"10{NBSP}February: reached in a call, two of us.",
        f"1{NBSP}March: tried by mail. He has not answered.",
        f"He was last reached on 10{NBSP}February. One message waits for his answer.",
    ]
    assert f"10.{NBSP}Februar: am Telefon erreicht, zwei von uns." in written(book, DE)[LongSection.CONTACTS]


def test_each_demand_passed_on_stands_with_his_answer_as_his() -> None:
    """In which words, by whom, and what he did; what waits is not hidden (R14, R30)."""
    book = settled()
    passed(book, 1, HisAnswer(outcome=Outcome.ANSWERED, text="After the summer"))
    passed(book, 2, HisAnswer(outcome=Outcome.EVADED, text=""), same=False)
    passed(book, 3, HisAnswer(outcome=Outcome.REFUSED, text=""))
    passed(book, 4, None)
    book.add(SOL, DemandRaised, number=5, facet=Facet.INFORM)
    assert written(book)[LongSection.PASSED_ON].split("\n") == [
        (
            f"Demand 1, 1{NBSP}February: passed on by mail by Noor, word for word. He answered."
            " He says: “After the summer”."
        ),
        f"Demand 2, 2{NBSP}February: passed on by mail by Noor, in other words than yours. He evaded.",
        f"Demand 3, 3{NBSP}February: passed on by mail by Noor, word for word. He refused.",
        f"Demand 4, 4{NBSP}February: passed on by mail by Noor, word for word. He has not answered yet.",
        "We have not passed on demand 5 yet.",
    ]


@pytest.mark.parametrize(
    ("kept", "source", "line"),
    [
        (None, Source.HE_SAID, "It is open."),
        (Kept.KEPT, Source.HE_SAID, "He says he kept it."),
        (Kept.PARTLY, Source.HE_SAID, "He says he kept it in part."),
        (Kept.NOT_KEPT, Source.HE_SAID, "He says he did not keep it."),
        (Kept.KEPT, Source.ORDINARY_LIFE, "He kept it, as we have seen."),
        (Kept.PARTLY, Source.ORDINARY_LIFE, "He kept it in part, as we have seen."),
        (Kept.NOT_KEPT, Source.ORDINARY_LIFE, "He did not keep it, as we have seen."),
    ],
)
def test_an_agreement_stands_with_what_became_of_it(kept: Kept | None, source: Source, line: str) -> None:
    """His word stays his word (R31, R65)."""
    book = settled()
    made = book.add(ADA, AgreementMade, on=day(2, 10), by_on=day(3, 10), text="He sends the date.")
    if kept is not None:
        book.add(ADA, AgreementAnswered, agreement=made, kept=kept, source=source)
    told = written(book)[LongSection.AGREEMENTS]
    assert told == f"Agreed on 10{NBSP}February, until 10{NBSP}March. “He sends the date.” {line}"


def test_a_long_agreement_without_a_day_is_told_without_its_words() -> None:
    """And one that was answered before the last update is told no more."""
    book = settled()
    old = book.add(ADA, AgreementMade, on=day(1, 10), by_on=None)
    book.add(ADA, AgreementAnswered, agreement=old)
    made = book.add(ADA, UpdateDrafted)
    book.add(ADA, UpdateHandedOver, draft=made, on=day(2, 1), period=Period(from_on=day(1, 5), to_on=day(2, 1)))
    book.add(ADA, AgreementMade, on=day(2, 10), by_on=None, text="x" * 300)
    assert written(book)[LongSection.AGREEMENTS] == f"Agreed on 10{NBSP}February. It is open."


def test_the_facets_carry_the_list_only_where_the_group_took_it_on() -> None:
    """With the word that the rule allows, facet by facet (content 10)."""
    book = settled()
    noted = {"indicator": 9, "ground": Ground.CONFIRMED, "with_letter": True, "on": day(3, 1)}
    book.add(ADA, IndicatorNoted, **noted)
    assert "From our list" not in written(book)[LongSection.FACETS]
    book.add(ADA, IndicatorsTakenOn, taken_on=True)
    assert written(book)[LongSection.FACETS].split("\n")[1:3] == [
        "Inform: We do not know.",
        "From our list: hands over the letter: corroborated.",
    ]


def test_who_knows_we_ourselves_questions_and_plan() -> None:
    """Groups in lines, single people as a number; our names; questions in their words; the days after this update."""
    book = settled()
    book.add(ADA, ToldByX, label="Shared flat", confirmed_by=None, source=Source.HE_SAID, x_may_learn=False)
    book.add(ADA, ToldByX, label="R.", confirmed_by=None, source=Source.HE_SAID, x_may_learn=False)
    book.add(ADA, ContactReached, on=day(2, 10))
    book.add(ADA, QuestionAsked, text="May we tell the choir?", copied=None)
    book.add(ADA, AgreementMade, on=day(2, 10), by_on=day(3, 10))
    found = written(book)
    informed = found[LongSection.INFORMED].split("\n")
    assert informed[0].startswith("He says he told this group")
    assert informed[1] == "He says he told one person."
    assert "R." not in found[LongSection.INFORMED]
    assert found[LongSection.OURSELVES].startswith("In the group: Noor, Ines and Sam. We are three.")
    assert found[LongSection.WE_ASK].split("\n")[0].endswith("May we tell the choir?")
    assert found[LongSection.PLAN] == (
        f"The next contact is due by 10{NBSP}May. The next update is due by 5{NBSP}July."
        f" We ask what became of what was agreed until 10{NBSP}March."
    )
    assert found[LongSection.PERIOD].split("\n")[1].startswith("It leaves out: Names and labels of single people")

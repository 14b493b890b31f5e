"""The draft of an update: what it says, what it rests on, what it leaves out, what is missing."""

from datetime import date

import pytest

from answerable.core.circles import Presence, Role
from answerable.core.drafting import (
    AgreementFact,
    DemandFact,
    Draft,
    FacetFacts,
    KnowsFact,
    LeftOut,
    Missing,
    draft,
    period_until,
    redraft,
)
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    AskAnswered,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    DemandWithdrawn,
    MeetingMissed,
    MemberLeft,
    NoteKept,
    QuestionAnswered,
    QuestionAsked,
    TalkNoted,
    ToldByX,
    UpdateDrafted,
    UpdateHandedOver,
)
from answerable.core.entries.agreements import Kept
from answerable.core.entries.around import FromWhom
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.contacts import Answer, Reply
from answerable.core.entries.demands import DemandWord, Facet, HisAnswer
from answerable.core.entries.surroundings import LetterGiven, Shows
from answerable.core.entries.updates import Period
from tests.core.datebook import Datebook, settled
from tests.core.examples import ADA, BO, CAY, COPIED, EVE, SOL, day

TODAY = day(4, 5)


def drafted(book: Datebook, to_on: date = TODAY) -> Draft:
    """Return the draft of a day."""
    return draft(book.state(), to_on)


def demand(book: Datebook, number: int, facet: Facet = Facet.INFORM) -> bytes:
    """Have Sol raise a demand."""
    return book.add(SOL, DemandRaised, number=number, facet=facet)


def passed(book: Datebook, which: bytes, answer: HisAnswer | None = None) -> None:
    """Have Ada pass it on."""
    book.add(ADA, DemandPassedOn, demand=which, text_hash=book.hash_of(which), on=day(2, 3), answer=answer)


def facet_of(facts: Draft, facet: Facet) -> FacetFacts:
    """Return one facet of a draft."""
    return next(one for one in facts.facets if one.facet is facet)


def handed_over(book: Datebook, on: date, to_on: date) -> None:
    """Hand over an update until this day."""
    made = book.add(ADA, UpdateDrafted)
    book.add(ADA, UpdateHandedOver, draft=made, on=on, period=Period(from_on=day(1, 5), to_on=to_on))


def test_the_period_begins_where_the_last_update_ended() -> None:
    """From the opening at first; never ending before it begins."""
    book = settled()
    assert period_until(book.state(), TODAY) == Period(from_on=day(1, 5), to_on=TODAY)
    handed_over(book, day(4, 6), day(4, 5))
    assert period_until(book.state(), day(4, 1)) == Period(from_on=day(4, 5), to_on=day(4, 5))


def test_a_draft_can_be_made_again_from_the_ids_it_rests_on() -> None:
    """Whatever was written down later, the same entries give the same facts (R53)."""
    book = settled()
    one = demand(book, 1)
    passed(book, one, HisAnswer(outcome=Outcome.ANSWERED, text="I told them."))
    met = book.add(ADA, ContactReached, on=day(2, 10))
    book.add(BO, ContactReached, on=day(2, 11), corrects=met)
    book.add(ADA, ToldByX, label="Shared flat")
    made = drafted(book)
    book.add(ADA, ContactReached, on=day(4, 6))
    book.add(ADA, NoteKept, shows=Shows(demand=one, word=DemandWord.SEEN))
    book.add(SOL, DemandWithdrawn, withdraws=one)
    assert redraft(book.state(), made.used, made.period) == made
    assert [reached.on for reached in made.contact.reached] == [day(2, 11)]
    assert drafted(book) != made


def test_contact_is_told_since_the_last_update_by_when_it_was_written_down() -> None:
    """What was noted late is not lost, and what was told is not told again."""
    book = settled()
    book.add(ADA, ContactReached, on=day(2, 10), by=(ADA, BO))
    handed_over(book, day(3, 1), day(3, 1))
    book.add(ADA, ContactReached, on=day(2, 20), by=(ADA,))
    book.add(ADA, ContactAttempted, on=day(3, 5), reply=Reply.ASKS_FOR_TIME, answer_by_on=day(3, 19))
    book.add(ADA, MeetingMissed, planned_on=day(3, 10))
    facts = drafted(book).contact
    assert [(one.on, one.people) for one in facts.reached] == [(day(2, 20), 1)]
    assert [(one.on, one.reply) for one in facts.tried] == [(day(3, 5), Reply.ASKS_FOR_TIME)]
    assert [one.planned_on for one in facts.missed] == [day(3, 10)]
    assert (facts.waiting, facts.last_reached_on, facts.next_due_on) == (1, day(2, 20), day(5, 20))


def test_without_a_rhythm_no_next_contact_is_named() -> None:
    """What was not taken on is not promised (R62)."""
    book = settled()
    book.policy(contact_every_months=0)
    assert drafted(book).contact.next_due_on is None


def test_the_three_facets_always_stand_and_other_only_when_needed() -> None:
    """Each facet gets its sentence, also "we do not know" (R65)."""
    book = settled()
    assert [one.facet for one in drafted(book).facets] == [Facet.REFLECT, Facet.INFORM, Facet.STAY_ACCOUNTABLE]
    demand(book, 9, Facet.OTHER)
    assert drafted(book).facets[-1].facet is Facet.OTHER


@pytest.mark.parametrize(
    ("outcome", "word", "text", "quote"),
    [
        (Outcome.ANSWERED, DemandWord.SAID, " After the summer. ", "After the summer."),
        (Outcome.ANSWERED, DemandWord.SAID, "two\nlines", None),
        (Outcome.ANSWERED, DemandWord.SAID, "x" * 201, None),
        (Outcome.REFUSED, DemandWord.REFUSED, "", None),
    ],
)
def test_a_short_answer_of_his_can_be_quoted(outcome: Outcome, word: DemandWord, text: str, quote: str | None) -> None:
    """His words, marked as his; a long one is for people to put in their words (R14)."""
    book = settled()
    passed(book, demand(book, 1), HisAnswer(outcome=outcome, text=text))
    assert facet_of(drafted(book), Facet.INFORM).demands == (
        DemandFact(number=1, word=word, on=day(2, 3), quote=quote),
    )


def test_what_was_seen_is_quoted_but_not_how_we_know_when_somebody_came() -> None:
    """A note from our ordinary life can stand in the update, one that somebody brought us does not (R42)."""
    book = settled()
    one, other = demand(book, 1), demand(book, 2)
    seen = {"on": day(2, 12), "text": "Two of the flat have it.", "x_may_learn": False}
    book.add(ADA, NoteKept, source=Source.ORDINARY_LIFE, shows=Shows(demand=one, word=DemandWord.SEEN), **seen)
    came = book.add(ADA, NoteKept, source=Source.SOMEONE_CAME, shows=Shows(demand=other, word=DemandWord.SEEN), **seen)
    facts = drafted(book)
    quotes = [fact.quote for fact in facet_of(facts, Facet.INFORM).demands]
    assert quotes == ["Two of the flat have it.", None]
    assert [left.entries for left in facts.left_out if left.code == LeftOut.HOW_WE_KNOW] == [(came,)]


def test_only_demands_that_count_and_stand_are_told() -> None:
    """A copy that nobody read, and a withdrawn demand, are no demands now (R64)."""
    book = settled()
    book.add(ADA, DemandRaised, number=1, copied=COPIED)
    book.add(SOL, DemandWithdrawn, withdraws=demand(book, 2))
    facts = drafted(book)
    assert facet_of(facts, Facet.INFORM).demands == ()
    assert Missing.COPY_NOT_READ in {one.code for one in facts.missing}


def test_his_answers_are_counted_by_facet_in_the_list_that_was_asked() -> None:
    """Answered, evaded, refused since the last update; a list or number nobody knows is not counted (R28)."""
    book = settled()
    answers = tuple(
        Answer(question=number, set_version=version, wording="?", outcome=outcome, text="")
        for number, version, outcome in (
            (3, 1, Outcome.ANSWERED),
            (4, 1, Outcome.EVADED),
            (5, 1, Outcome.REFUSED),
            (6, 1, Outcome.REFUSED),
            (7, 1, Outcome.ANSWERED),
            (1, 1, Outcome.EVADED),
            (99, 1, Outcome.EVADED),
            (8, 2, Outcome.EVADED),
        )
    )
    book.add(ADA, ContactReached, answers=answers)
    reflect, inform = (facet_of(drafted(book), one) for one in (Facet.REFLECT, Facet.INFORM))
    assert (reflect.answered, reflect.evaded, reflect.refused) == (1, 1, 2)
    assert (inform.answered, inform.evaded, inform.refused) == (1, 0, 0)


def test_agreements_tell_what_was_seen_apart_from_what_he_says() -> None:
    """His word alone is never "seen" (R65); only answers since the last update are told."""
    book = settled()
    old, new = book.add(ADA, AgreementMade), book.add(ADA, AgreementMade)
    book.add(ADA, AgreementAnswered, agreement=old, kept=Kept.KEPT)
    handed_over(book, day(3, 1), day(3, 1))
    book.add(ADA, AgreementAnswered, agreement=new, kept=Kept.NOT_KEPT, source=Source.PARENT_OR_SUPPORT)
    assert drafted(book).agreements == (AgreementFact(kept=Kept.NOT_KEPT, seen=True),)


def test_groups_who_know_are_named_and_single_people_only_counted() -> None:
    """A label that is an initial is one person and stays out (R29)."""
    book = settled()
    book.add(ADA, ToldByX, label="Shared flat", letter=LetterGiven.YES, confirmed_by="two of them")
    for label in ("R.", "K", "R., climbing group"):
        book.add(ADA, ToldByX, label=label)
    facts = drafted(book)
    known = KnowsFact(label="Shared flat", letter=LetterGiven.YES, seen=True, from_whom=FromWhom.HIM)
    assert facts.who_knows == (known,)
    assert facts.single_people == 3
    assert [len(left.entries) for left in facts.left_out if left.code == LeftOut.SINGLE_PEOPLE] == [3]


def test_ourselves_tells_who_came_left_and_ends_and_what_we_agreed_anew() -> None:
    """The founder and those told before are not told as new (R4, R20, R21)."""
    book = settled(supervision=Presence.NOT_YET)
    handed_over(book, day(3, 1), day(3, 1))
    book.today = day(3, 5)
    book.join(EVE, until_on=day(7, 1))
    book.add(ADA, MemberLeft, user=CAY, last_on=day(3, 20))
    book.policy(contact_every_months=2)
    facts = drafted(book).ourselves
    assert (facts.members, facts.joined, facts.supervision) == (3, (EVE,), Presence.NOT_YET)
    assert [(one.user, one.until_on) for one in facts.left] == [(CAY, day(3, 20))]
    assert [(one.user, one.until_on) for one in facts.ending] == [(EVE, day(7, 1))]
    assert [(one.from_on, one.reason) for one in facts.policies] == [(day(3, 5), "we agreed")]


def test_where_terms_were_not_taken_on_none_ends() -> None:
    """No term is told that nobody agreed on."""
    book = settled()
    book.join(BO, until_on=day(5, 1))
    book.policy(term_months=0)
    assert drafted(book).ourselves.ending == ()


def test_our_open_questions_are_counted_and_an_answered_one_is_not() -> None:
    """Their questions to us are no question of ours (R5)."""
    book = settled()
    book.add(ADA, QuestionAsked, copied=None)
    answered = book.add(ADA, QuestionAsked, copied=None)
    book.add(SOL, QuestionAnswered, question=answered, copied=None)
    book.add(SOL, QuestionAsked, copied=None)
    assert drafted(book).we_ask.questions == 1


def test_what_is_left_out_is_named() -> None:
    """His account, that he made her the topic, and our notes stay here (R11, R14)."""
    book = settled()
    contact = book.add(ADA, ContactReached, made_her_topic=True, account="Long story.")
    note = book.add(ADA, NoteKept, shows=None)
    left_out = {one.code: one.entries for one in drafted(book).left_out}
    assert left_out == {
        LeftOut.HIS_ACCOUNT: (contact,),
        LeftOut.ABOUT_HER: (contact,),
        LeftOut.NOTES: (note,),
    }
    talk = book.add(ADA, TalkNoted, said="It is hard.")
    book.add(ADA, TalkNoted, said="")
    answer = book.add(ADA, AskAnswered, talk=talk, text="One of us will.")
    assert {one.code: one.entries for one in drafted(book).left_out}[LeftOut.FRIENDS_ACCOUNT] == (talk, answer)


def test_what_is_missing_is_named() -> None:
    """A demand not passed on, an agreement whose day passed, no contact, and always the second reader."""
    book = settled()
    not_asked = demand(book, 1)
    past = book.add(ADA, AgreementMade, by_on=day(3, 10))
    book.add(ADA, AgreementMade, by_on=day(6, 1))
    missing = {one.code: one.entries for one in drafted(book).missing}
    assert missing == {
        Missing.DEMAND_NOT_PASSED_ON: (not_asked,),
        Missing.AGREEMENT_NOT_ASKED: (past,),
        Missing.NO_CONTACT: (),
        Missing.SECOND_READER: (),
    }
    book.add(ADA, ContactReached)
    assert Missing.NO_CONTACT not in {one.code for one in drafted(book).missing}


def test_three_quiet_months_are_known_as_such() -> None:
    """Then the update takes two clicks; a new demand alone is their deed, not ours (R53)."""
    book = settled()
    handed_over(book, day(3, 1), day(3, 1))
    demand(book, 1)
    book.add(ADA, NoteKept, shows=None)
    assert drafted(book).nothing_happened
    book.add(ADA, ContactAttempted)
    assert not drafted(book).nothing_happened


def test_somebody_who_comes_is_something_that_happened() -> None:
    """People are told of too."""
    book = settled()
    handed_over(book, day(3, 1), day(3, 1))
    book.join(EVE)
    assert not drafted(book).nothing_happened


def test_a_person_let_in_again_under_new_keys_is_no_newcomer() -> None:
    """The group stays as many as it was (R21)."""
    book = settled()
    handed_over(book, day(3, 1), day(3, 1))
    cay = next(one.entry for one in book.filed if one.author == CAY)
    assert cay.meant_for == (Role.CONTACT, Role.SUPERVISION, Role.SUPPORT)
    renamed = type(cay)(**{name: getattr(cay, name) for name in cay.__struct_fields__} | {"user": EVE, "before": CAY})
    book.write(EVE, renamed)
    facts = drafted(book).ourselves
    assert (facts.members, facts.joined) == (3, ())

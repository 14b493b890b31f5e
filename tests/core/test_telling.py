"""When one circle of people may be told: each condition alone keeps it shut, and a no shuts what was planned (R44)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec import structs

from answerable.core import deciding, outgoing, telling
from answerable.core.circles import Presence, Role
from answerable.core.defaults.steps import Step
from answerable.core.entries import (
    DemandWithdrawn,
    MayTellStopped,
    MemberLeft,
    NoticeAnswered,
    NoticeGiven,
    OutgoingRead,
    PeopleTold,
    ViewsNamed,
    WorksheetKept,
)
from answerable.core.entries.around import AroundKind
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Fact, Sort, Tally
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.letters import LetterForm
from answerable.core.entries.may_tell import Audience, Material, MayTell, Scope
from answerable.core.entries.process import Quorum
from answerable.core.entries.telling import Proof, SheetOutcome, Weighing
from answerable.core.gates import Open, Shut, Why
from answerable.core.telling import Asks, Part, Stands
from tests.core.datebook import protect
from tests.core.examples import ADA, BO, CAY, SOL, day
from tests.core.logbook import example
from tests.core.telling_book import NO_LETTER, TODAY, TellingBook, planned, ready, whys

FEW = Tally(asked=3, agree=1, concerns=0, stand_aside=0, block=0)
BLOCKED = Tally(asked=3, agree=2, concerns=0, stand_aside=0, block=1)
PERSON = Audience(scope=Scope.PERSON, label="reading circle")


def test_with_all_of_it_one_circle_may_be_told() -> None:
    """Confronted, notice over, worksheet, yes, decided, supervision asked ten days ago, a letter to rest on."""
    book = ready()
    assert book.unmet() == {}
    assert telling.gate(tuple(book.conditions().values())) == Open()
    assert [asks for asks, one in book.conditions().items() if one.only_said] == [Asks.CONFRONTED]
    assert [one.on for one in book.conditions().values()] == [
        day(1, 2),
        day(2, 1),
        day(3, 16),
        day(3, 1),
        day(1, 12),
        day(3, 1),
        day(3, 3),
    ]


@pytest.mark.parametrize("asks", [Asks.MANDATE, Asks.NOTICE, Asks.YES, Asks.DECIDED, Asks.SUPERVISION])
def test_each_of_them_alone_keeps_it_shut(asks: Asks) -> None:
    """And the gate names it."""
    book = ready(without=[asks])
    assert set(book.unmet()) == {asks}
    assert whys(telling.gate(tuple(book.conditions().values()))) == list(book.unmet().values())


def test_a_letter_without_demands_is_no_mandate() -> None:
    """Specific demands come before anybody is told (R1)."""
    book = ready()
    demand = book.book.state().demands[0].demand_id
    book.book.add(SOL, DemandWithdrawn, withdraws=demand, copied=None)
    assert book.unmet() == {Asks.MANDATE: Why.NO_DEMANDS}


def test_his_day_runs_out_first() -> None:
    """Until then it waits; where he showed that he told them it stays shut."""
    book = ready()
    last = example(NoticeGiven).by_on
    waiting = book.conditions(today=last)[Asks.NOTICE]
    assert (waiting.stands, waiting.on) == (Stands.WAITING, last)
    assert Asks.NOTICE not in book.unmet(today=last + timedelta(days=1))
    book.book.add(ADA, NoticeAnswered, notice=book.notice, proof=Proof.PARTLY)
    assert book.unmet() == {}
    book.book.add(ADA, NoticeAnswered, notice=book.notice, proof=Proof.SHOWN)
    assert book.unmet() == {Asks.NOTICE: Why.PROOF_SHOWN}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"outcome": SheetOutcome.NOT_NOW}, Why.OTHER_OUTCOME),
        ({"facts": ()}, Why.SHEET_INCOMPLETE),
        ({"facts": (Fact(text="It is on a page.", source=Source.LOOKED_UP),)}, Why.ONLY_LOOKED_UP),
        ({"material": None}, Why.SHEET_INCOMPLETE),
    ],
)
def test_the_worksheet_says_why(fields: dict[str, object], why: Why) -> None:
    """It came to "we tell", it is complete, and what was looked up carries nothing alone (R42, R45)."""
    book = ready(without=[Asks.WORKSHEET, Asks.DECIDED, Asks.SUPERVISION])
    book.keep_sheet(**fields)
    book.decide()
    book.ask_supervision()
    assert book.unmet() == {Asks.WORKSHEET: why}


def test_what_a_worksheet_does_not_say_is_named() -> None:
    """Part by part."""
    empty = structs.replace(
        example(WorksheetKept), facts=(), turn=" ", weighing=Weighing(), material=None, least="", sequence=""
    )
    assert telling.missing(empty) == tuple(Part)
    assert telling.missing(example(WorksheetKept)) == ()


def test_without_a_worksheet_there_is_nothing_to_decide_about() -> None:
    """A notice alone is no ground."""
    book = ready(without=[Asks.WORKSHEET, Asks.DECIDED, Asks.SUPERVISION])
    found = book.unmet(Step.L7B)
    assert (found[Asks.WORKSHEET], found[Asks.DECIDED]) == (Why.NO_WORKSHEET, Why.NOT_DECIDED)
    assert (found[Asks.SUPERVISION], found[Asks.TRIED]) == (Why.SUPERVISION_NOT_ASKED, Why.NOTHING_TRIED)
    assert telling.material_of(book.circle, Step.L7A) is Material.PROCESS
    state = book.book.state()
    assert whys(telling.gate(telling.notice_conditions(state, book.circle, TODAY))) == [
        Why.NOT_CONFRONTED,
        Why.NO_WORKSHEET,
        Why.NOT_DECIDED,
    ]


@pytest.mark.parametrize(
    ("answer", "why"), [(MayTell.NO, Why.A_NO_STANDS), (MayTell.ASK, Why.ASK_EACH_TIME)], ids=["no", "ask"]
)
def test_only_a_yes_opens_it(answer: MayTell, why: Why) -> None:
    """A no and an "ask each time" of a later day shut it at once."""
    book = ready()
    book.say(answer, said_on=day(4, 1))
    assert book.unmet() == {Asks.YES: why}


def test_a_no_under_the_same_label_counts_whether_it_meant_a_group_or_a_person() -> None:
    """Nobody slips past it by calling them otherwise."""
    book = ready()
    book.say(MayTell.NO, audience=PERSON)
    assert book.unmet() == {Asks.YES: Why.A_NO_STANDS}
    book = ready(without=[Asks.WORKSHEET])
    book.keep_sheet(kind=AroundKind.PERSON)
    assert book.unmet()[Asks.YES] is Why.NO_YES


def test_a_yes_that_ended_or_goes_less_far_opens_nothing() -> None:
    """And a stop ends all of them."""
    book = ready(without=[Asks.YES])
    book.say(until_on=day(5, 1))
    assert book.unmet() == {Asks.YES: Why.NO_YES}
    assert book.unmet(today=day(5, 1)) == {}
    book = ready()
    assert book.unmet(Step.L7B)[Asks.YES] is Why.NO_YES
    book.book.add(SOL, MayTellStopped, said_on=day(4, 1), copied=None)
    assert book.unmet() == {Asks.YES: Why.A_NO_STANDS}


@pytest.mark.parametrize(
    ("sort", "tally", "why"),
    [
        (Sort.NOT_TO_ACT, None, Why.DECIDED_OTHERWISE),
        (Sort.ACT, FEW, Why.FEW_VIEWS),
        (Sort.ACT, BLOCKED, Why.FEW_VIEWS),
    ],
)
def test_two_thirds_decide_it_and_nobody_blocks(sort: Sort, tally: Tally | None, why: Why) -> None:
    """Where fewer are for it, or it was decided otherwise, it stays shut."""
    book = ready(without=[Asks.DECIDED])
    book.decide(sort, **({} if tally is None else {"tally": tally}))
    assert book.unmet() == {Asks.DECIDED: why}


def test_an_open_question_and_a_fresh_round_decide_nothing_yet() -> None:
    """A round that follows takes the place of the one before."""
    book = ready(without=[Asks.DECIDED])
    first = book.propose()
    assert book.unmet() == {Asks.DECIDED: Why.NOT_DECIDED}
    book.decide(follows=first)
    assert book.unmet() == {}
    book.propose(follows=book.proposal)
    assert book.unmet() == {Asks.DECIDED: Why.NOT_DECIDED}
    state = book.book.state()
    assert all(deciding.is_about_telling(state, one) for one in state.decisions)


def test_what_was_changed_afterwards_was_not_decided() -> None:
    """Other words under the same worksheet need another decision."""
    book = ready()
    book.book.add(ADA, WorksheetKept, corrects=book.sheet, sequence="All at once.")
    assert book.unmet() == {Asks.DECIDED: Why.SHEET_CHANGED}


def test_telling_needs_two_thirds_whatever_the_group_agreed() -> None:
    """For those who cannot read the worksheet the names show what it was (R44, R47)."""
    book = ready(without=[Asks.DECIDED])
    proposal = book.propose()
    state = book.book.state()
    assert deciding.quorum_of(state, proposal) is Quorum.TWO_THIRDS
    gate = deciding.close_decision(state, state.decisions[0], Sort.ACT)
    assert isinstance(gate, Shut)
    assert [(one.why, one.count) for one in gate.reasons] == [(Why.VIEWS_FOR_TELLING, 2)]
    book = TellingBook(ready().book)
    alone = book.propose(follows=b"\x05" * 16)
    assert deciding.quorum_of(book.book.state(), alone) is Quorum.MORE_THAN_HALF
    book.book.add(ADA, ViewsNamed, proposal=alone)
    assert deciding.quorum_of(book.book.state(), alone) is Quorum.TWO_THIRDS


def test_the_group_decides_about_the_newest_worksheet() -> None:
    """An older one is asked about no more (R44)."""
    book = ready(without=[Asks.DECIDED])
    older = book.sheet
    newer = book.keep_sheet(on=day(3, 5))
    state = book.book.state()
    found = deciding.subject_of(state, newer)
    assert found == book.circle.sheet
    assert deciding.subject_of(state, older) is None
    assert found is not None
    assert deciding.subject_id(found) == newer
    assert deciding.asked_about(state, found) is None


def test_rounds_that_follow_each_other_in_a_ring_trap_nobody() -> None:
    """Whatever was written."""
    book = ready(without=[Asks.DECIDED, Asks.WORKSHEET])
    one = book.propose(follows=b"\x05" * 16)
    two = book.propose(follows=one)
    book.propose(corrects=one, follows=two)
    state = book.book.state()
    assert not any(deciding.is_about_telling(state, each) for each in state.decisions)


def test_supervision_has_ten_days() -> None:
    """Asked in writing; nobody to ask counts only where nobody is there; after a telling it is asked anew."""
    book = ready(without=[Asks.SUPERVISION])
    book.ask_supervision(day(5, 25))
    waiting = book.conditions()[Asks.SUPERVISION]
    assert (waiting.stands, waiting.on) == (Stands.WAITING, day(6, 3))
    assert Asks.SUPERVISION not in book.unmet(today=day(6, 4))
    book.ask_supervision(day(5, 26), in_writing=False)
    assert book.unmet() == {Asks.SUPERVISION: Why.SUPERVISION_WAITS}
    book.book.presence(Role.SUPERVISION, Presence.NOT_YET)
    assert book.unmet() == {}
    book.book.add(ADA, PeopleTold, plan=None)
    assert book.unmet(today=day(7, 1)) == {Asks.SUPERVISION: Why.SUPERVISION_NOT_ASKED}


def open_letter() -> TellingBook:
    """Return a book in which the open letter may be given."""
    book = ready(without=[Asks.WORKSHEET, Asks.YES, Asks.DECIDED, Asks.SUPERVISION])
    book.keep_sheet(material=Material.OPEN_LETTER)
    book.say(material=Material.OPEN_LETTER)
    book.decide()
    book.ask_supervision()
    book.letter()
    return book


def test_the_open_letter_is_the_last() -> None:
    """It needs its own yes, an authorised version, and what milder was tried; less stays possible (R3, R44)."""
    book = open_letter()
    assert book.unmet(Step.L7B) == {}
    assert telling.material_of(book.circle, Step.L7A) is Material.DEMANDS
    assert book.unmet(Step.L7A) == {}
    book.book.add(SOL, MayTellStopped, said_on=day(1, 11), copied=None)
    without = ready()
    assert without.unmet(Step.L7B) == {
        Asks.WORKSHEET: Why.LESS_IS_ENOUGH,
        Asks.YES: Why.NO_YES,
        Asks.LETTER: Why.NO_LETTER,
    }


def test_a_plan_gives_its_version_in_a_form_that_is_allowed_today() -> None:
    """A narrower circulation shuts what was confirmed; another form would have to be planned anew (R3, R10)."""
    book = open_letter()
    book.plan(material=Material.OPEN_LETTER)
    book.confirm()
    assert book.shut() == []
    book.allow(LetterForm.PRINT)
    assert book.unmet(Step.L7B) == {}
    assert book.shut() == [Why.OTHER_FORM]
    book.allow(LetterForm.READ_ALOUD, LetterForm.PRINT)
    assert book.shut() == []
    book.letter()
    book.plan(material=Material.OPEN_LETTER, **NO_LETTER)
    assert Why.OTHER_FORM in book.shut()
    with pytest.raises(ValueError, match="a letter is given in a form"):
        book.plan(form=LetterForm.PRINT)


def test_protected_words_in_a_plan_are_looked_at_first() -> None:
    """By who wrote it and by a second reader, also where it was confirmed before (R12)."""
    book = planned(words="We tell you that at Lindenhof something was done, and that he answers for it now.")
    protect(book.book, "Lindenhof")
    assert book.shut() == [Why.PROTECTED_WORDS, Why.PROTECTED_WORDS]
    state, plan = book.book.state(), book.newest_plan()
    leaving = outgoing.of_plan(state, plan)
    assert outgoing.at(state, plan.item.entry_id) == leaving
    read = {"entry": plan.item.first_id, "text_hash": leaving.text_hash, "stays": 1}
    book.book.add(ADA, OutgoingRead, **read)
    assert book.shut() == [Why.PROTECTED_WORDS]
    book.book.add(BO, OutgoingRead, **read)
    assert book.shut() == []


def test_the_semi_open_letter_needs_its_version_too() -> None:
    """In any form it is the letter (Fixed meanings)."""
    book = ready(without=[Asks.WORKSHEET, Asks.YES, Asks.DECIDED, Asks.SUPERVISION])
    book.keep_sheet(material=Material.SEMI_OPEN_LETTER)
    book.say(material=Material.SEMI_OPEN_LETTER)
    book.decide()
    book.ask_supervision()
    assert book.unmet() == {Asks.LETTER: Why.NO_LETTER}
    book.letter(DocumentSort.SEMI_OPEN_LETTER)
    assert book.unmet() == {}
    assert telling.step_of(Material.SEMI_OPEN_LETTER) is Step.L7A


def test_a_notice_names_nobody_for_whom_a_no_stands() -> None:
    """Where nothing was said it may be given: it tells nobody new anything (R44)."""
    book = ready(without=[Asks.YES, Asks.NOTICE])
    assert whys(telling.gate(telling.notice_conditions(book.book.state(), book.circle, TODAY))) == []
    book.say(MayTell.NO)
    found = telling.notice_conditions(book.book.state(), book.circle, TODAY)
    assert whys(telling.gate(found)) == [Why.A_NO_STANDS]
    book = ready(without=[Asks.WORKSHEET, Asks.DECIDED, Asks.SUPERVISION])
    book.keep_sheet(outcome=SheetOutcome.NOT_NOW)
    found = telling.notice_conditions(book.book.state(), book.circle, TODAY)
    assert whys(telling.gate(found)) == [Why.OTHER_OUTCOME, Why.NOT_DECIDED]


def test_a_plan_needs_a_second_member_who_is_here() -> None:
    """Not its author, and nobody who left since."""
    book = ready()
    book.plan()
    assert book.shut() == [Why.NO_SECOND]
    book.confirm()
    assert book.shut() == []
    book.book.add(BO, MemberLeft, user=BO)
    assert book.shut() == [Why.NO_SECOND]
    book.confirm(CAY)
    assert book.shut() == []


def test_a_narrowed_yes_shuts_a_plan_that_was_confirmed() -> None:
    """A no, a stop, an end, another condition: at once, with its sentence (R10)."""
    narrowed: tuple[Callable[[TellingBook], object], ...] = (
        lambda book: book.say(MayTell.NO, said_on=day(5, 1)),
        lambda book: book.book.add(SOL, MayTellStopped, said_on=day(5, 1), copied=None),
        lambda book: book.say(said_on=day(5, 1), until_on=day(5, 20)),
        lambda book: book.say(said_on=day(5, 1), condition="only Bo speaks"),
        lambda book: book.keep_sheet(on=day(3, 5)),
    )
    for act in narrowed:
        book = planned()
        assert book.shut() == []
        act(book)
        assert book.shut() != [], act
    book = planned()
    book.say(said_on=day(5, 1), condition="only Bo speaks")
    assert book.shut() == [Why.CONDITION_CHANGED]
    assert planned(condition="once it was another").shut() == [Why.CONDITION_CHANGED]


def test_a_plan_is_over_once_it_was_carried_out() -> None:
    """And once a newer one or a newer worksheet stands."""
    book = planned()
    book.book.add(ADA, PeopleTold, plan=book.planned)
    assert book.shut() == [Why.PLAN_OVER]
    book = planned()
    older = book.newest_plan()
    book.plan()
    gate = telling.hand_out(book.book.state(), book.circle, older, TODAY)
    assert whys(gate) == [Why.PLAN_OVER]

"""Demands and copies in sentences: where each stands, how we know it, who copied and who can read."""

import pytest

from answerable.core.circles import Role
from answerable.core.entries import DemandPassedOn, DemandRaised, DemandWithdrawn, NoteKept
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.demands import DemandWord, HisAnswer, Origin
from answerable.core.entries.surroundings import Shows
from answerable.core.state import Demand, State
from answerable.wording import demands as wording
from answerable.wording.words import Words
from tests.core.examples import ADA, BO, CAY, COPIED, SOL, SOME_HASH, day
from tests.core.logbook import Log
from tests.wording.speech import BOTH, english, german

EN, DE = english(), german()
THIRD = "3\N{NO-BREAK SPACE}February"
UNTIL = "The answer was asked for by 17\N{NO-BREAK SPACE}February."


def first(state: State) -> Demand:
    """Return the only demand."""
    return state.demands[0]


def passed(outcome: Outcome | None, *, text: str = "He says so.", same: bool = True) -> Log:
    """Return a log in which a demand was passed on, and what came of it."""
    log = Log()
    demand = log.add(SOL, DemandRaised)
    answer = None if outcome is None else HisAnswer(outcome=outcome, text=text)
    used = log.hash_of(demand) if same else SOME_HASH
    log.add(ADA, DemandPassedOn, demand=demand, text_hash=used, answer=answer)
    return log


def known(log: Log, words: Words = EN) -> wording.HowWeKnow:
    """Return how we know where the demand of a log stands."""
    return wording.how_we_know(first(log.state()).current, words)


def test_nothing_was_passed_on() -> None:
    """Before the first passing on there is nothing to know from."""
    log = Log()
    log.add(SOL, DemandRaised)
    assert known(log) == wording.HowWeKnow("Not passed on yet.")
    assert known(log, DE).sentence == "Noch nicht weitergegeben."


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (None, f"Asked on {THIRD}. No answer yet. {UNTIL}"),
        (Outcome.ANSWERED, f"X answered on {THIRD}."),
        (Outcome.EVADED, f"Asked on {THIRD}. X evaded. {UNTIL}"),
        (Outcome.REFUSED, f"Asked on {THIRD}. X refused."),
    ],
)
def test_what_came_of_it_says_the_day_and_the_date_for_an_answer(outcome: Outcome | None, said: str) -> None:
    """A date is named only while an answer is still asked for; his words stay his account (R14)."""
    found = known(passed(outcome))
    assert found.sentence == said
    assert (found.words, found.his) == (("He says so.", True) if outcome else ("", False))


def test_a_date_to_come_is_said_as_one() -> None:
    """Until its day the answer is asked for, afterwards it was."""
    until = day(2, 17)
    assert wording.answer_by(until, english(until)) == "Answer by 17\N{NO-BREAK SPACE}February."
    assert wording.answer_by(None, EN) == ""


def noted(source: Source, word: DemandWord) -> Log:
    """Return a log in which a note shows something about a demand."""
    log = Log()
    demand = log.add(SOL, DemandRaised)
    shows = Shows(demand=demand, word=word)
    log.add(ADA, NoteKept, on=day(3, 1), text="The flat knows.", source=source, x_may_learn=False, shows=shows)
    return log


def test_a_note_names_its_source() -> None:
    """What somebody showed us has a source and is no account of his; what he said is (R42)."""
    seen = known(noted(Source.ORDINARY_LIFE, DemandWord.SEEN))
    assert seen == wording.HowWeKnow("Seen in our ordinary life, 1\N{NO-BREAK SPACE}March.", "The flat knows.")
    said = known(noted(Source.HE_SAID, DemandWord.SAID))
    assert said == wording.HowWeKnow("X said it on 1\N{NO-BREAK SPACE}March.", "The flat knows.", his=True)


def test_a_passing_on_says_whether_the_words_were_the_same() -> None:
    """Who, how, when, and in which words (R30)."""
    for same, said in ((True, "in these words."), (False, "in other words than these.")):
        passing = first(passed(None, same=same).state()).current.passings[0]
        sentence = wording.passed_on(passing, EN)
        assert sentence.startswith("Noor and Ines passed it on by letter on 3")
        assert sentence.endswith(said)
        assert wording.passed_on(passing, DE)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (None, "No answer yet."),
        (Outcome.ANSWERED, "He answered."),
        (Outcome.EVADED, "He evaded."),
        (Outcome.REFUSED, "He refused."),
    ],
)
def test_his_answer_is_one_word(outcome: Outcome | None, said: str) -> None:
    """Beside each passing on stands what he did."""
    passing = first(passed(outcome).state()).current.passings[0]
    assert wording.answered(passing, EN).startswith(said)
    assert wording.answered(passing, DE)


def test_a_copy_says_where_it_comes_from() -> None:
    """From whom and when, from what, how, and who copied; what is empty is left out (R64)."""
    assert wording.copied(COPIED, ADA, EN) == (
        ("From", "support group, 2\N{NO-BREAK SPACE}January"),
        ("Copied from", "letter on paper"),
        ("How it came", "typed off"),
        ("Copied by", "Noor"),
    )
    assert len(wording.copied(COPIED, ADA, DE)) == 4


def test_a_copy_that_waits_says_who_can_read_it() -> None:
    """Who copied, who can read, and everybody else hear it each in another way; somebody alone is not sent away."""
    own = wording.waits_for_reader(ADA, (BO, CAY), EN, reader=ADA)
    assert own == "You copied this. It counts once somebody else has read it against its source: Ines or Sam."
    other = wording.waits_for_reader(ADA, (BO, CAY), EN, reader=BO)
    assert other.startswith("Copied by Noor. It counts once you or another member")
    outside = wording.waits_for_reader(ADA, (BO, CAY), EN, reader=SOL)
    assert outside.startswith("Copied by Noor. It counts once a second")
    assert wording.waits_for_reader(ADA, (), EN, reader=ADA).endswith("Nobody else is here yet.")
    for reader, readers in ((ADA, (BO,)), (BO, (BO,)), (SOL, (BO,)), (ADA, ())):
        assert wording.waits_for_reader(ADA, readers, DE, reader=reader)


def test_a_demand_says_whether_it_counts_stands_or_is_withdrawn() -> None:
    """The first sentence of its page, through its whole life."""
    log = Log()
    demand = log.add(ADA, DemandRaised, copied=COPIED)
    said = [wording.state_line(first(log.state()), EN)]
    log.read(BO, demand)
    said.append(wording.state_line(first(log.state()), EN))
    log.add(ADA, DemandPassedOn, demand=demand, text_hash=log.hash_of(demand))
    said.append(wording.state_line(first(log.state()), EN))
    withdrawal = log.add(ADA, DemandWithdrawn, withdraws=demand, copied=COPIED)
    said.append(wording.state_line(first(log.state()), EN))
    log.read(BO, withdrawal)
    said.append(wording.state_line(first(log.state()), EN))
    assert [line.split()[:4] for line in said] == [
        ["This", "copy", "does", "not"],
        ["This", "demand", "stands.", "It"],
        ["This", "demand", "stands.", "It"],
        ["A", "withdrawal", "was", "copied."],
        ["This", "demand", "was", "withdrawn."],
    ]
    assert said[1] != said[2]
    assert wording.state_line(first(log.state()), DE)


@pytest.mark.parametrize("words", BOTH)
def test_readers_and_origins_have_names(words: Words) -> None:
    """Who read a copy, whose a demand is, and for whom something was kept."""
    assert "Ines" in wording.read_by((BO,), words)
    assert all(wording.whose(origin, day(1, 12), words) for origin in Origin)
    assert wording.kept(tuple(Role), words)
    assert set(wording.MARK_KINDS) == set(DemandWord)

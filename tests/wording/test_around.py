"""People around X in sentences: from whom, who confirmed it, what is final, what he is asked about them."""

from datetime import date

import pytest

from answerable.core.entries import AroundNoted, DemandRaised, NoFurtherContact, TalkNoted, ToldByX, WhoHears
from answerable.core.entries.around import FromWhom, Hearing, Hears, Knows, TalkStage
from answerable.core.entries.base import Source
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.state import Around
from answerable.wording import around, contacts
from answerable.wording.days import NBSP
from answerable.wording.entry_words import Telling
from answerable.wording.words import Words
from tests.core.examples import ADA, SOL
from tests.core.logbook import Log
from tests.wording.speech import BOTH, english

EN = english()
TODAY = date(2026, 9, 22)


def the(log: Log) -> Around:
    """Return the one who stands in the table."""
    (one,) = log.state().surroundings.people
    return one


def agenda(log: Log, words: Words = EN) -> list[str]:
    """Return what the next contact has on its list about people."""
    telling = Telling(words=words, entry=lambda _entry_id: "…")
    lines = contacts.agenda(log.state(), TODAY, telling)
    return [line.whole for line in lines if line.kind in {"letter", "hearing"}]


def test_what_is_known_has_a_word_from_whom_and_who_confirmed_it() -> None:
    """Said, seen, no word of it, or not known (R29, R65)."""
    log = Log()
    log.add(ADA, AroundNoted, demands=(), knows=Knows.UNKNOWN, from_whom=None)
    assert (around.known_word(the(log), EN), around.from_whom_and_letter(the(log), EN)) == ("we do not know", "")
    log.add(ADA, AroundNoted, demands=(), knows=Knows.NOTHING, from_whom=None)
    assert around.known_word(the(log), EN) == "no word of it"
    log.add(ADA, AroundNoted, demands=(), letter=LetterGiven.NO)
    assert around.known_word(the(log), EN) == "said"
    assert around.from_whom_and_letter(the(log), EN) == "From X. Without the letter."
    assert around.confirmed_by(the(log), EN) == "nobody yet"
    assert around.talks_line(the(log), EN) == ""
    log.add(ADA, AroundNoted, demands=(), source=Source.SOMEONE_CAME, confirmed_by="two of the three")
    log.add(ADA, TalkNoted)
    log.add(ADA, TalkNoted, stage=TalkStage.DECLINED, on=date(2026, 2, 1))
    assert around.confirmed_by(the(log), EN) == "two of the three and they talked with us"
    assert around.talks_line(the(log), EN) == f"We talked on 2{NBSP}March."
    for words in BOTH:
        assert around.final(the(log), words) == ""
        assert around.what_they_know(the(log), words)


def test_what_is_final_says_its_day() -> None:
    """Everywhere the same sentence (R36)."""
    log = Log()
    log.add(ADA, NoFurtherContact)
    assert around.final(the(log), EN) == (f"On 20{NBSP}March they said: no further contact with us. That is final.")


@pytest.mark.parametrize(
    ("source", "may_learn", "tag"),
    [
        (Source.HE_SAID, False, "his account"),
        (Source.SOMEONE_CAME, True, "his friends’ account"),
        (Source.ORDINARY_LIFE, False, ""),
    ],
)
def test_an_account_says_whose_it_is(source: Source, may_learn: bool, tag: str) -> None:
    """His, his friends', or what we saw (R14)."""
    log = Log()
    log.add(ADA, AroundNoted, demands=(), source=source, x_may_learn=may_learn)
    assert around.tag_of(the(log).accounts[0], EN) == tag


def test_unknown_about_the_letter_comes_back_as_a_question_to_him() -> None:
    """Never as something to find out; who knows nothing, or wants no contact, is not asked about (R29, R36)."""
    log = Log()
    log.add(ADA, ToldByX)
    log.add(ADA, ToldByX, label="Choir", letter=LetterGiven.NO)
    log.add(ADA, AroundNoted, label="Climbing group", demands=(), knows=Knows.UNKNOWN, from_whom=None)
    assert agenda(log) == ["Ask him: did he hand the letter to Shared flat? We do not know."]
    log.add(ADA, NoFurtherContact, label="Shared flat")
    assert agenda(log) == []


def test_he_does_not_learn_how_we_know() -> None:
    """Whom he has not named is not named to him; whom he has named is asked about with a word of care (R42)."""
    log = Log()
    came = {"demands": (), "source": Source.SOMEONE_CAME, "from_whom": FromWhom.HIM}
    log.add(ADA, AroundNoted, label="Climbing group", **came)
    log.add(ADA, ToldByX)
    log.add(ADA, AroundNoted, **came)
    log.add(ADA, AroundNoted, label="Choir", x_may_learn=True, **came)
    assert agenda(log) == [
        "Ask him whom he has told, without naming Climbing group: he may not learn how we know.",
        "Ask him: did he hand the letter to Shared flat? We do not know. He may not learn how we know.",
        "Ask him: did he hand the letter to Choir? We do not know.",
    ]


def test_whom_he_was_to_tell_of_a_demand_is_asked_until_they_were_told() -> None:
    """What we said that we do ourselves stands on their page (R35)."""
    log = Log()
    for label in ("Shared flat", "Choir", "Workshop", "Bar"):
        log.add(ADA, ToldByX, label=label, letter=LetterGiven.YES)
    demand = log.add(SOL, DemandRaised, number=5)
    chosen = (Hearing.HE_TELLS, Hearing.WE_TELL, Hearing.LATER, Hearing.NOBODY)
    labels = ("Shared flat", "Choir", "Workshop", "Bar")
    rows = tuple(Hears(label=label, hearing=one) for label, one in zip(labels, chosen, strict=True))
    log.add(ADA, WhoHears, demand=demand, rows=rows)
    assert agenda(log) == ["Ask him: has he told Shared flat about demand 5?"]
    people = log.state().surroundings.people
    for words in BOTH:
        lines = [around.open_hearings(one, {demand: 5}, words) for one in people]
        assert [len(found) for found in lines] == [1, 1, 1, 0]
    assert around.open_hearings(people[1], {demand: 5}, EN) == ("Demand 5: we said that we tell them.",)
    assert around.open_hearings(people[1], {}, EN) == ()
    log.add(ADA, AroundNoted, demands=(demand,))
    assert agenda(log) == []

"""The job, the line below it, and how it stands."""

import pytest
from msgspec import structs

from answerable.core.calendar import Clock, weeks
from answerable.core.circles import Role
from answerable.core.duties import Code, UpdateStage
from answerable.core.entries.demands import Origin
from answerable.wording import duties
from answerable.wording.days import NBSP
from answerable.wording.words import Words
from tests.core.examples import ADA, BO, CAY, day
from tests.wording.speech import BOTH, TODAY, duty, english, german

EN, DE = english(), german()
IN_ORDER = Clock.on(day(10, 15), grace=weeks(2))
OVER = Clock.on(day(9, 20), grace=weeks(4))
LATE = Clock.on(day(8, 1))

EXAMPLES: dict[Code, dict[str, object]] = {
    Code.CONTACT: {"since_on": day(7, 15), "months": 3},
    Code.HIS_ANSWER: {"since_on": day(9, 1)},
    Code.DEMANDS: {"count": 2, "numbers": (1, 4)},
    Code.ANSWER_OBJECTION: {"since_on": day(9, 10)},
    Code.ANSWER_QUESTION: {"since_on": day(9, 10)},
    Code.DECIDE_STEP: {"since_on": day(9, 10), "count": 2, "label": "Choir"},
    Code.STEP_AGAIN: {"since_on": day(9, 10), "label": "Choir"},
    Code.GIVE_VIEW: {"since_on": day(9, 20), "count": 1, "people": (BO,)},
    Code.WRITE_OUTCOME: {"since_on": day(9, 20)},
    Code.DECISION_AGAIN: {"since_on": day(6, 20)},
    Code.TELLING_PLAN: {"since_on": day(9, 20), "label": "Choir", "count": 1},
    Code.NOTICE_OVER: {"since_on": day(9, 20), "label": "Choir"},
    Code.CIRCLE_AGAIN: {"since_on": day(6, 20), "label": "Choir"},
    Code.UPDATE: {"since_on": day(6, 20), "months": 3, "stage": UpdateStage.READ},
    Code.READ_COPIES: {"count": 2, "people": (BO, CAY)},
    Code.READ_OUTGOING: {"count": 2, "people": (BO, CAY)},
    Code.TELL_BACK: {"count": 2, "numbers": (2, 5), "to": Origin.SUPPORT},
    Code.AGREEMENTS: {"since_on": day(9, 1), "count": 2},
    Code.LOOK_AGAIN: {"since_on": day(9, 20), "count": 1},
    Code.LET_IN: {"since_on": day(9, 21)},
    Code.MAILBOX: {"since_on": day(9, 14), "count": 1},
    Code.SIZE: {"count": 2, "missing": 1},
    Code.REPLACEMENT: {"since_on": day(9, 1), "people": (CAY,)},
    Code.TERM: {"since_on": day(11, 2), "people": (CAY,)},
    Code.MEETINGS: {},
    Code.LIFESPAN: {"since_on": day(1, 5)},
    Code.SUPERVISION: {},
    Code.WHO_HEARS: {"numbers": (5,), "count": 2},
    Code.OFFER_TALK: {"label": "K."},
}


@pytest.mark.parametrize("code", list(Code))
@pytest.mark.parametrize("clock", [IN_ORDER, OVER, LATE])
def test_every_duty_has_a_title_a_reason_and_a_state_in_both_languages(code: Code, clock: Clock) -> None:
    """No rule is without words, and no placeholder is left (R62)."""
    one = duty(code, TODAY, clock, **EXAMPLES[code])
    for words in BOTH:
        for text in (duties.title(one, words), duties.who_line(one, words), duties.state(one, words)):
            assert text
            assert "{" not in text
    assert duties.title(one, EN) != duties.title(one, DE)
    assert duties.why(one, EN) != duties.why(one, DE)


def test_titles_differ_from_one_another() -> None:
    """Nobody mistakes one job for another."""
    for words in BOTH:
        said = [duties.title(duty(code, TODAY, IN_ORDER, **EXAMPLES[code]), words) for code in Code]
        assert len(set(said)) == len(said)


def test_the_line_below_a_job_says_who_has_it() -> None:
    """Nobody yet, one, or two."""
    one = duty(Code.CONTACT, TODAY, IN_ORDER, **EXAMPLES[Code.CONTACT])
    assert duties.who_line(one, EN) == f"By 15{NBSP}October. Nobody has it yet."
    mine = structs.replace(one, owners=(BO,))
    assert duties.owners(mine, EN) == "Ines has it."
    ours = structs.replace(one, owners=(ADA, CAY))
    assert duties.who_line(ours, EN) == f"By 15{NBSP}October. Noor and Sam have it."
    assert duties.who_line(ours, DE) == f"Bis zum 15.{NBSP}Oktober. Noor und Sam haben das übernommen."


@pytest.mark.parametrize(
    ("clock", "en", "de"),
    [
        (Clock.on(day(10, 21)), "29 days left", "noch 29 Tage"),
        (IN_ORDER, f"Soon: by 15{NBSP}October", f"Bald: bis zum 15.{NBSP}Oktober"),
        (OVER, f"Due: by 18{NBSP}October", f"Fällig: bis zum 18.{NBSP}Oktober"),
        (Clock.on(TODAY), "Due today", "Heute fällig"),
        (LATE, f"Late since 2{NBSP}August", f"Überfällig seit dem 2.{NBSP}August"),
        (None, "When you can", "Wenn ihr könnt"),
    ],
)
def test_how_a_duty_stands_is_always_a_word(clock: Clock | None, en: str, de: str) -> None:
    """Late is dated at its true first day."""
    one = duty(Code.MEETINGS, TODAY, clock)
    assert duties.state(one, EN) == en
    assert duties.state(one, DE) == de


def test_an_update_tells_how_far_it_is() -> None:
    """Write, read, hand over; three months over."""
    facts = EXAMPLES[Code.UPDATE]
    read = duty(Code.UPDATE, TODAY, OVER, **facts)
    assert duties.title(read, EN) == "Hand over the update"
    assert duties.why(read, EN) == f"Three months were over on 20{NBSP}September."
    drafted = duty(Code.UPDATE, TODAY, IN_ORDER, **facts | {"stage": UpdateStage.DRAFTED, "people": (BO,)})
    assert duties.title(drafted, EN) == "Read the update before it goes"
    assert duties.why(drafted, EN) == (
        f"Three months are over on 15{NBSP}October. Ines has written it. One more of you reads it."
    )
    begun = duty(Code.UPDATE, TODAY, IN_ORDER, **facts | {"stage": UpdateStage.NOT_WRITTEN, "months": 1})
    assert duties.title(begun, DE) == "Den Bericht schreiben"
    assert duties.why(begun, DE) == f"Ein Monat ist am 15.{NBSP}Oktober um."


def test_a_late_contact_counts_its_days() -> None:
    """The number stands with its unit."""
    one = duty(Code.CONTACT, TODAY, LATE, since_on=day(4, 1))
    assert duties.why(one, EN) == "174 days without contact."


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, f"His date was 1{NBSP}September. You can give him one new date."),
        (
            {"count": 1},
            f"His date was 1{NBSP}September. He has had one new date. Another one is for the group to decide.",
        ),
        (
            {"count": 3},
            f"His date was 1{NBSP}September. He has had three new dates. Another one is for the group to decide.",
        ),
        ({"numbers": (4,)}, f"We asked for his answer to demand 4 by 1{NBSP}September."),
    ],
)
def test_a_date_that_ran_out_counts_the_new_ones(facts: dict[str, object], expected: str) -> None:
    """One new date the group may grant; a second needs a decision (R26)."""
    assert duties.why(duty(Code.HIS_ANSWER, TODAY, IN_ORDER, since_on=day(9, 1), **facts), EN) == expected


@pytest.mark.parametrize(
    ("code", "facts", "expected"),
    [
        (Code.DEMANDS, {"count": 1, "numbers": (4,)}, "Pass on demand 4"),
        (Code.DEMANDS, {"count": 2, "numbers": (1, 4)}, "Pass on two demands"),
        (Code.READ_COPIES, {"count": 1}, "Read a copied text against its source"),
        (Code.READ_COPIES, {"count": 6}, "Read six copied texts against their source"),
        (Code.AGREEMENTS, {"count": 1}, "Ask X about an agreement"),
        (Code.AGREEMENTS, {"count": 2}, "Ask X about two agreements"),
        (Code.SIZE, {"missing": 1}, "Find one more person for the group"),
        (Code.SIZE, {"missing": 2}, "Find two more people for the group"),
    ],
)
def test_titles_count(code: Code, facts: dict[str, object], expected: str) -> None:
    """One or several are one line."""
    assert duties.title(duty(code, TODAY, IN_ORDER, **facts), EN) == expected


def test_small_groups_are_told_plainly() -> None:
    """Alone, or two of three."""
    assert duties.why(duty(Code.SIZE, TODAY, IN_ORDER, count=1, missing=2), EN) == (
        "You are alone. You agreed on at least three."
    )
    assert duties.why(duty(Code.SIZE, TODAY, IN_ORDER, count=2, missing=1), EN) == (
        "You are two. You agreed on at least three."
    )


def test_mail_that_nobody_looked_at_says_so() -> None:
    """The first look has no last time."""
    assert duties.why(duty(Code.MAILBOX, TODAY, LATE, since_on=day(1, 5)), EN) == "Nobody has looked yet."
    assert duties.why(duty(Code.MAILBOX, TODAY, LATE, since_on=day(9, 14), count=2), EN) == (
        f"Last time: 14{NBSP}September."
    )


def test_a_newcomer_of_another_circle_is_said_to_be_so() -> None:
    """Which group lets in is told where it is not ours."""
    one = duty(Code.LET_IN, TODAY, IN_ORDER, since_on=day(9, 21))
    assert duties.title(one, EN) == "Let a new member in"
    theirs = structs.replace(one, roles=(Role.SUPPORT,))
    assert duties.title(theirs, EN) == "Let a new member into the support group"
    assert duties.why(one, EN).startswith("One member vouched for this person yesterday.")


def test_a_term_that_ended_is_told_as_past() -> None:
    """It ends no access by itself."""
    one = duty(Code.TERM, TODAY, LATE, since_on=day(8, 1), people=(CAY,))
    assert duties.why(one, EN) == f"The agreed time ended on 1{NBSP}August."


@pytest.mark.parametrize("words", BOTH)
@pytest.mark.parametrize("code", list(Code))
def test_sentences_are_short(code: Code, words: Words) -> None:
    """At most twenty words, one thought each (interface.md 3)."""
    one = duty(code, TODAY, IN_ORDER, **EXAMPLES[code])
    for sentence in duties.who_line(one, words).split(". "):
        assert len(sentence.split()) <= 20, sentence

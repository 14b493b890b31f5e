"""Every fixed choice has a name in both languages."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, get_args

import pytest

from answerable.core.circles import Presence, Role
from answerable.core.drafting import LeftOut, Missing
from answerable.core.entries import AnyEntry
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import MissedReason, PlaceKind, Reply
from answerable.core.entries.demands import DemandWord, Facet, Origin
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.entries.updates import HandedOver, Remark
from answerable.core.gates import Next, Reason, Why
from answerable.core.marks import MarkCode
from answerable.wording import errors, gates, kinds, marks, names, remarks
from answerable.wording.errors import Trouble
from answerable.wording.words import Words
from tests.core.examples import ADA, BO, CAY, SOME_ID
from tests.wording.speech import BOTH, TODAY, english, german

EN, DE = english(), german()

CHOICES: tuple[tuple[Callable[[Any, Words], str], type[StrEnum]], ...] = (
    (names.role, Role),
    (names.the_role, Role),
    (names.presence, Presence),
    (names.medium, Medium),
    (names.by_medium, Medium),
    (names.place, PlaceKind),
    (names.facet, Facet),
    (names.origin, Origin),
    (names.outcome, Outcome),
    (names.demand_word, DemandWord),
    (names.source, Source),
    (names.letter, LetterGiven),
    (names.missed_reason, MissedReason),
    (names.reply, Reply),
    (names.kept, Kept),
    (names.document_sort, DocumentSort),
    (names.handed_over, HandedOver),
    (marks.mark, MarkCode),
    (errors.trouble, Trouble),
)


@pytest.mark.parametrize(("name", "choice"), CHOICES)
def test_every_choice_has_its_own_name_in_both_languages(
    name: Callable[[Any, Words], str], choice: type[StrEnum]
) -> None:
    """None is missing, and no two of one kind are called the same."""
    for words in BOTH:
        said = [name(one, words) for one in choice]
        assert all(said)
        assert len(set(said)) == len(said)
    if name is not names.medium:
        assert [name(one, EN) for one in choice] != [name(one, DE) for one in choice]


def test_a_question_without_an_outcome_was_not_asked() -> None:
    """What is empty is "not asked", never an error (R28)."""
    assert (names.outcome(None, EN), names.outcome(None, DE)) == ("not asked", "nicht gefragt")


def test_the_words_for_a_demand_are_the_five() -> None:
    """Words everywhere: not asked, asked, said, seen, refused (R65)."""
    assert [names.demand_word(one, EN) for one in DemandWord] == ["not asked", "asked", "said", "seen", "refused"]


@pytest.mark.parametrize("words", BOTH)
def test_every_kind_of_entry_has_its_own_name(words: Words) -> None:
    """By its struct, and by the code that a tombstone keeps."""
    every = get_args(AnyEntry)
    said = [kinds.kind(one, words) for one in every]
    assert len(set(said)) == len(every)
    for one, name in zip(every, said, strict=True):
        assert kinds.kind_of_code(one.__struct_config__.tag.partition("/")[0], words) == name
    assert kinds.kind_of_code("from-a-newer-version", words) not in said


REASON = Reason(why=Why.NOT_READ, r="R12", next=Next.READ_DRAFT, people=(ADA, BO, CAY), entry=SOME_ID, on=TODAY)


@pytest.mark.parametrize("words", BOTH)
def test_every_reason_of_a_gate_has_a_sentence_and_a_way_on(words: Words) -> None:
    """No gate leaves one standing there."""
    for why in Why:
        text = gates.reason(Reason(why=why, r="R1", next=Next.UPDATES, people=(BO,)), words)
        assert text.endswith(".")
        assert "{" not in text
    said = [gates.where_next(Reason(why=Why.ALARM, r="C2", next=step), words) for step in Next]
    assert len(set(said)) == len(said)


def test_a_gate_names_who_can_help() -> None:
    """Any one of them is enough."""
    assert gates.reason(REASON, EN) == "A second reader is missing. Noor, Ines or Sam can read it."
    assert gates.reason(REASON, DE) == "Noch hat kein zweites Mitglied gegengelesen. Das kann Noor, Ines oder Sam tun."


@pytest.mark.parametrize("words", BOTH)
def test_every_remark_on_a_draft_has_a_sentence(words: Words) -> None:
    """What is left out, and what is missing, for one entry and for several."""
    left_out = [remarks.left_out(Remark(code=code, entries=()), words) for code in LeftOut]
    assert len(set(left_out)) == len(left_out)
    for entries in ((SOME_ID,), (SOME_ID, SOME_ID)):
        missing = [remarks.missing(Remark(code=code, entries=entries), (BO, CAY), words) for code in Missing]
        assert len(set(missing)) == len(missing)
        assert not [text for text in missing if "{" in text]


def test_a_missing_second_reader_is_named_or_only_missed() -> None:
    """Who is alone gets no list of nobody."""
    remark = Remark(code=Missing.SECOND_READER, entries=())
    assert remarks.missing(remark, (ADA, CAY), EN) == "A second reader. Noor or Sam can do it."
    assert remarks.missing(remark, (), EN) == "A second reader."
    several = Remark(code=Missing.DEMAND_NOT_PASSED_ON, entries=(SOME_ID, SOME_ID))
    assert remarks.missing(several, (), EN) == "Two demands were not passed on yet."
    assert remarks.missing(several, (), DE) == "Zwei Forderungen wurden noch nicht weitergegeben."

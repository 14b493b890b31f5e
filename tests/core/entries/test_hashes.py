"""Hashes of wordings."""

from hashlib import sha256

import pytest
from msgspec import structs

from answerable.core.defaults.text import Language
from answerable.core.defaults.vocabulary import Profile
from answerable.core.entries import (
    DemandRaised,
    DemandReplaced,
    MayTellSet,
    QuestionAsked,
    ReachChosen,
    UpdateDrafted,
    UpdateHandedOver,
    WordsChosen,
)
from answerable.core.entries.hashes import text_hash, update_hash
from answerable.core.entries.may_tell import Audience, Material, Scope
from answerable.core.entries.process import ProfileChosen
from answerable.core.entries.updates import LongPart, Period
from tests.core.examples import PERIOD, SENTENCES, day
from tests.core.logbook import example


def test_the_long_version_is_part_of_the_words() -> None:
    """A reading of the short page is none of the long version, and no text moves between its sections."""
    here = (LongPart(section="plan", text="a"), LongPart(section="we-ask", text="b"))
    there = (LongPart(section="plan", text="ab"),)
    found = {update_hash(PERIOD, SENTENCES, sections) for sections in ((), here, there, here[::-1])}
    assert len(found) == 4
    assert text_hash(example(UpdateDrafted, sections=here)) == update_hash(PERIOD, SENTENCES, here)


def test_a_section_stands_once() -> None:
    """Else it could not be told which of the two was read."""
    twice = (LongPart(section="plan", text="a"), LongPart(section="plan", text="b"))
    for kind in (UpdateDrafted, UpdateHandedOver):
        with pytest.raises(ValueError, match="once"):
            kind(**{name: getattr(example(kind), name) for name in kind.__struct_fields__} | {"sections": twice})


def test_the_hash_of_a_demand_is_that_of_its_words() -> None:
    """Anybody can compute it: SHA-256 over the length (8 bytes, big-endian) and the text in UTF-8."""
    demand = example(DemandRaised, text="Tell thém.")
    data = "Tell thém.".encode()
    assert text_hash(demand) == sha256(len(data).to_bytes(8, "big") + data).digest()


def test_only_the_words_count() -> None:
    """Number and day of a demand do not change its hash, a comma does."""
    demand = example(DemandRaised, text="Tell them.")
    assert text_hash(demand) == text_hash(example(DemandReplaced, text="Tell them.", number=9))
    assert text_hash(demand) != text_hash(example(DemandRaised, text="Tell, them."))
    assert text_hash(example(QuestionAsked, text="Tell them.")) == text_hash(demand)


def test_what_is_handed_over_has_the_hash_of_its_draft() -> None:
    """The second reader's hash fits the update that goes out, if no word was changed (R53)."""
    assert text_hash(example(UpdateDrafted)) == text_hash(example(UpdateHandedOver)) == update_hash(PERIOD, SENTENCES)


def test_words_cannot_move_from_one_sentence_into_the_next() -> None:
    """The same letters in other boxes are another wording."""
    here = structs.replace(SENTENCES, contact="ab", demands="c")
    there = structs.replace(SENTENCES, contact="a", demands="bc")
    assert update_hash(PERIOD, here) != update_hash(PERIOD, there)


def test_another_period_voids_a_reading() -> None:
    """An update about other days is another update."""
    other = Period(from_on=PERIOD.from_on, to_on=day(4, 4))
    assert update_hash(PERIOD, SENTENCES) != update_hash(other, SENTENCES)


def test_a_copied_choice_of_words_has_a_hash() -> None:
    """A second member can read a chosen profile against its source as well."""
    victim = (ProfileChosen(language=Language.EN, profile=Profile.LETTER),)
    assert text_hash(example(WordsChosen)) != text_hash(example(WordsChosen, profiles=victim))


def test_a_copied_answer_is_read_with_all_that_it_allows() -> None:
    """Another label, material, condition or day is another answer: an earlier reading is void (R9, R64)."""
    answer = example(MayTellSet)
    others = (
        structs.replace(answer, material=Material.OPEN_LETTER),
        structs.replace(answer, condition=""),
        structs.replace(answer, until_on=None),
        structs.replace(answer, said_on=day(1, 13)),
        structs.replace(answer, audience=Audience(scope=Scope.GROUP, label="Flat")),
    )
    assert len({text_hash(one) for one in (answer, *others)}) == 6
    assert text_hash(example(ReachChosen)) != text_hash(example(ReachChosen, through=None))

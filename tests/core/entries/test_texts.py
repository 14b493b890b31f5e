"""What a search reads of an entry: everything that somebody typed, nothing that only the program knows."""

from msgspec import structs

from answerable.core.entries import ContactReached, DutyTaken, TakenOut, UpdateDrafted
from answerable.core.entries.base import Medium, Outcome
from answerable.core.entries.contacts import Answer
from answerable.core.entries.texts import leaves_of
from tests.core.examples import ADA, EXAMPLES
from tests.core.logbook import example


def typed(entry: object) -> list[str]:
    """Return the typed words of an entry."""
    return [leaf for leaf in leaves_of(entry) if type(leaf) is str]  # type: ignore[arg-type]  # an example


def test_words_inside_answers_are_found() -> None:
    """Also what stands in the lists and parts of an entry; choices and members come as they are."""
    answer = Answer(question=3, set_version=1, wording="Are you in a programme?", outcome=Outcome.EVADED, text="Soon.")
    entry = example(ContactReached, account="He came.", answers=(answer,), by=(ADA,), medium=Medium.CALL, place=None)
    leaves = leaves_of(entry)
    assert typed(entry) == ["He came.", "Are you in a programme?", "Soon."]
    assert {Medium.CALL, ADA, Outcome.EVADED} <= set(leaves)


def test_what_is_missing_is_no_word() -> None:
    """An empty field and an entry without words give nothing."""
    assert None not in leaves_of(example(ContactReached, place=None, answers=()))
    assert leaves_of(example(DutyTaken)) == []


def test_codes_of_the_program_are_no_words() -> None:
    """Keys, tags and remarks would be found where nobody wrote them."""
    draft = example(UpdateDrafted)
    codes = {remark.code for remark in (*draft.left_out, *draft.missing)}
    assert codes
    assert codes.isdisjoint(typed(draft))
    assert typed(example(TakenOut, kind="note-kept", why="A slip.")) == ["A slip."]


def test_every_kind_can_be_read() -> None:
    """Whatever kind is added gives its words without being named anywhere."""
    for entry in EXAMPLES:
        texts = [value for value in structs.astuple(entry) if type(value) is str]
        assert set(typed(entry)) <= {*texts, *typed(entry)}
        assert isinstance(leaves_of(entry), list)

"""Lines in words: what was searched for is in sight and marked, and his account keeps its tag (R14)."""

import pytest

from answerable.core import chronicle, searching
from answerable.core.chronicle import Line, Matter
from answerable.core.entries import (
    AnyEntry,
    AroundNoted,
    AskAnswered,
    BoundarySet,
    ContactReached,
    NoFurtherContact,
    NoteKept,
    TakenOut,
    TalkNoted,
    ToldByX,
)
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import Answer, PlaceKind
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.state import Filed, fold
from answerable.wording import chronicle as wording
from answerable.wording.chronicle import LineWords, Piece, Search
from answerable.wording.days import NBSP
from answerable.wording.entry_words import Telling
from tests.core.examples import ADA, BO, ROLES, day
from tests.core.logbook import Log, example
from tests.wording.speech import english, german

EVADED = Answer(
    question=3, set_version=1, wording="Are you in a programme?", outcome=Outcome.EVADED, text="We will see."
)


def line_of(entry: AnyEntry, **changed: object) -> Line:
    """Return an entry of Ada's as a line."""
    filed = Filed(b"\x01" * 16, 1, ADA, ROLES[ADA], entry)
    given: dict[str, object] = {"on": day(9, 1), "seq": 1, "author": ADA, "matter": Matter.CONTACT, "what": filed}
    return Line(**(given | changed))  # type: ignore[arg-type]  # as the struct says


def told(entry: AnyEntry, asked: str = "", **changed: object) -> LineWords:
    """Return a line in words."""
    telling = Telling(words=english(), entry=lambda _id: "Demand 1")
    return wording.told(line_of(entry, **changed), telling, searching.terms_of(asked), "UTC")


def hits(pieces: tuple[Piece, ...]) -> list[str]:
    """Return what is marked in a text."""
    return [piece.text for piece in pieces if piece.hit]


def text(pieces: tuple[Piece, ...]) -> str:
    """Return a text without its marks."""
    return "".join(piece.text for piece in pieces)


def test_the_part_that_was_searched_for_is_shown() -> None:
    """A long text is cut round it, at words; his account keeps its tag."""
    entry = example(ContactReached, account="At first nothing. " * 20 + "Then the Café. " + "And more. " * 40)
    found = told(entry, "cafe")
    assert hits(found.text) == ["Café"]
    assert text(found.text).startswith("…")
    assert text(found.text).endswith("…")
    assert len(text(found.text)) < 400
    assert found.his
    assert found.heading == "What he said or did:"


def test_without_a_search_a_line_shows_the_beginning() -> None:
    """Nothing is marked."""
    found = told(example(NoteKept, text="word " * 100, source=Source.ORDINARY_LIFE, x_may_learn=False))
    assert text(found.text).endswith("…")
    assert not found.his
    assert not hits((*found.text, *found.sentence, *found.title, *found.by))
    assert not told(example(BoundarySet, can=(), cannot=(), will_not=())).text


def test_small_facts_of_his_are_his_account() -> None:
    """What only he said keeps its tag where it stands alone on a line; what others told us has none (R14)."""
    his = example(ToldByX, source=Source.HE_SAID, x_may_learn=False, letter=LetterGiven.NO, account="")
    ours = example(ToldByX, source=Source.ORDINARY_LIFE, x_may_learn=False, letter=LetterGiven.NO, account="")
    for entry, tagged in ((his, True), (ours, False)):
        found = told(entry, "without")
        assert (hits(found.text), found.heading, found.his) == (["without"], "With the letter?", tagged)


@pytest.mark.parametrize(
    ("entry", "asked"),
    [
        (example(TalkNoted, said="It is hard."), "hard"),
        (example(TalkNoted, said="It is hard."), ""),
        (example(AskAnswered, text="One of us will."), "will"),
        (example(NoFurtherContact, said="Do not write."), "write"),
        (example(AroundNoted, source=Source.SOMEONE_CAME, account="He is loud."), "loud"),
        (example(AroundNoted, source=Source.SOMEONE_CAME, account=""), "someone"),
    ],
)
def test_words_of_his_friends_are_never_called_his(entry: AnyEntry, asked: str) -> None:
    """In everything in order and in what a search finds (R14)."""
    found = told(entry, asked)
    assert (found.his, found.whose) == (True, "his friends’ account")


def test_a_word_in_a_heading_shows_its_text() -> None:
    """The wording that was asked leads to his answer."""
    entry = example(ContactReached, account="Nothing.", answers=(EVADED,))
    found = told(entry, "programme")
    assert (text(found.text), found.his) == ("evaded: We will see.", True)


def test_a_name_is_marked_where_it_stands() -> None:
    """The sentence, or who wrote it."""
    found = told(example(ContactReached, by=(BO,)), "ines")
    assert hits(found.sentence) == ["Ines"]
    assert hits(told(example(NoteKept), "noor").by) == ["Noor"]


def test_a_corrected_line_says_so() -> None:
    """Who put other words there, and when."""
    assert told(example(NoteKept), corrected=True).note == f"Corrected on 5{NBSP}January by Noor."


def test_long_entries_are_read_on_their_own_page() -> None:
    """Fifty long letters would make no page to look through."""
    assert told(example(NoteKept, text="a" * 4000)).whole is not None
    assert told(example(NoteKept, text="a" * 4001)).whole is None


def test_a_tombstone_says_what_it_was_and_why() -> None:
    """Its words are destroyed; the kind, the day and the reason are found."""
    log = Log()
    note = log.add(ADA, NoteKept, on=day(9, 1))
    log.add(ADA, TakenOut, entry=note, kind="note-kept", day=day(9, 1), why="It was about her.")
    line = next(one for one in chronicle.lines(fold(log.filed, gone=log.destroy(note))) if one.on == day(9, 1))
    telling = Telling(words=english(), entry=lambda _id: "")
    found = wording.told(line, telling, searching.terms_of("about"), "UTC")
    assert text(found.title) == "A note"
    assert hits(found.text) == ["about"]
    assert found.whole is None
    for asked, there in (("note her", True), ("noor", True), ("nothing", False)):
        assert Search(asked, english()).finds(line) is there


def test_choices_and_names_are_found_as_they_are_called() -> None:
    """In the reader's language; two lists with the same code are not mixed up."""
    entry = example(
        ContactReached, answers=(EVADED,), medium=Medium.IN_PERSON, place=PlaceKind.OURS, by=(BO,), account=""
    )
    for asked, words, there in (
        ("evaded", english(), True),
        ("ausgewichen", german(), True),
        ("in person ines", english(), True),
        ('"at our place"', english(), True),
        ("not his", english(), False),
        ("refused", english(), False),
    ):
        assert Search(asked, words).finds(line_of(entry)) is there


def test_every_matter_and_span_has_words() -> None:
    """In both languages."""
    for words in (english(), german()):
        assert len({wording.matter(one, words) for one in Matter}) == len(Matter)
    log = Log()
    log.add(ADA, NoteKept, on=day(8, 1))
    spans = chronicle.spans(chronicle.lines(log.state()))
    assert [wording.span(one, english()) for one in spans] == [
        "2026",
        "July to September 2026",
        "January to March 2026",
    ]

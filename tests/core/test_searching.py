"""Searching finds words however they are written, and only where all of them stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.searching import folded, holds, spans, terms_of


def finds(asked: str, text: str) -> bool:
    """Say whether a search finds a text."""
    return holds(terms_of(asked), folded(text))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("FLAT", "he told his flat"),
        ("cafe", "in the Café"),
        ("café", "in the cafe"),
        ("strasse", "auf der Straße"),
        ("STRAẞE", "auf der Strasse"),
        ("mueller", "Frau Müller"),
        ("müller", "Frau Mueller"),
        ("muller", "Frau Müller"),
        ("müller", "Frau Mu\u0308ller"),
        ("Øystein", "oystein"),
        ("wal beer", "Beere im Wald"),
        ('"the flat"', "he told the\n flat"),
        ("„die Küche“", "in die kueche"),
        ('flat" "', "the flat"),
        ("a.b*", "see a.b* there"),
    ],
)
def test_what_is_found(asked: str, text: str) -> None:
    """Case, accents, ß and umlauts make no difference; a part of a word is enough; a phrase stands as written."""
    assert finds(asked, text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [("flat group", "the flat"), ('"flat the"', "the flat"), ('"he told him"', "he told\0him"), ("a.b", "axb")],
)
def test_what_is_not_found(asked: str, text: str) -> None:
    """One word too many, another order in quotes, a phrase over two fields, a letter that only looks like a pattern."""
    assert not finds(asked, text)


@pytest.mark.parametrize("asked", ["", "   ", '""', '" "', "“”"])
def test_nothing_asked_is_no_search(asked: str) -> None:
    """Quotes alone ask for nothing."""
    assert terms_of(asked) == ()


def test_the_place_is_that_of_the_words_as_written() -> None:
    """Letters that fold to two, or to none, move no mark."""
    text = "Groß: Frau Mu\u0308ller, Müller"
    found = [text[start:end] for start, end in spans(terms_of("gross mueller"), text)]
    assert found == ["Groß", "Mu\u0308ller", "Müller"]


def test_marks_do_not_overlap() -> None:
    """Two words that share letters are one mark."""
    assert spans(terms_of("reading ingcircle"), "readingcircle") == ((0, 13),)


@given(st.text(max_size=30), st.text(max_size=10))
def test_any_text_can_be_asked_for(text: str, asked: str) -> None:
    """No input is refused by the patterns; what is found is marked; a text finds itself."""
    terms = terms_of(asked)
    for start, end in spans(terms, text):
        assert 0 <= start < end <= len(text)
    if terms and holds(terms, folded(text)):
        assert spans(terms, text)

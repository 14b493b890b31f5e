"""The short version of an update: its own first sentences, never more than a page (R13)."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from answerable.core.entries.updates import Sentences
from answerable.core.short_version import A_PAGE, short_version
from tests.core.examples import SENTENCES


def test_a_short_update_stays_as_it_is() -> None:
    """There is nothing to leave out."""
    assert short_version(SENTENCES) == SENTENCES


def test_the_first_sentences_of_each_line_stay_whole() -> None:
    """A day, a number and a single letter end no sentence; each part of the demands keeps its line."""
    text = "Reflect: he says z. B. on 12. May he began. We saw nothing. Nobody knows. More.\nInform: no. Four."
    short = short_version(structs.replace(SENTENCES, demands=text))
    assert short.demands == (
        "Reflect: he says z. B. on 12. May he began. We saw nothing. Nobody knows.\nInform: no. Four."
    )
    few = short_version(structs.replace(SENTENCES, demands=text), most=80)
    assert few.demands == "Reflect: he says z. B. on 12. May he began.\nInform: no."


def test_what_is_too_long_is_cut_at_a_word() -> None:
    """One endless sentence does not make a second page."""
    short = short_version(structs.replace(SENTENCES, decisions="word " * 1000))
    assert short.decisions.endswith("word…")
    assert short.contact == SENTENCES.contact


@given(st.lists(st.text(max_size=900), min_size=6, max_size=6))
def test_it_is_never_more_than_a_page(texts: list[str]) -> None:
    """Whatever somebody wrote."""
    names = Sentences.__struct_fields__
    short = short_version(Sentences(**dict(zip(names, texts, strict=True))))
    assert sum(len(getattr(short, name)) for name in names) <= A_PAGE

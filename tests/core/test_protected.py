"""Protected words: one hash for a word and its inflections, whole texts only, how many and never which (R12)."""

import pytest

from answerable.core import protected
from answerable.core.entries import ProtectedHashes
from tests.core.examples import SOL
from tests.core.logbook import Log

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
FILLER = "We met him on Tuesday and talked about the things that he had promised."


def hashes(*words: str, key: bytes = KEY) -> ProtectedHashes:
    """Return a list as the contact circle has it."""
    return ProtectedHashes(at=0, meant_for=(), key=key, tags=tuple(sorted(protected.tags_of(key, words))))


@pytest.mark.parametrize(
    "forms",
    [
        "Anna Annas Anna's Anna’ ANNA ánna",
        "Jonas Jonas' Jonas's",
        "Müller Mueller Muellers Müllern MÜLLER",
        "Straße Strasse Straßen STRASSE",
        "Haus Hauses Häuser Häusern",
        "Kind Kinder Kindern Kindes",
        "Klettergruppe Klettergruppen",
        "Frau Frauen",
        "Peter Peters Petern",
        "Emily Emily's Emilys",
        "city cities",
        "box boxes",
        "Jörg Joerg Jörgs",
        "Sue Sues Sue's",
        "ﬁsh fish",
    ],
)
def test_a_word_and_its_inflections_are_one(forms: str) -> None:
    """Genitives and plurals of both languages, case, accents, umlauts and ß make no difference."""
    assert len(set(protected.stems(forms))) == 1


@pytest.mark.parametrize("pair", ["Anna Anne", "Peter pet", "Jan Jana", "Maria Mario", "Berg Burg", "Lena Leno"])
def test_other_words_stay_others(pair: str) -> None:
    """Names that differ in more than an ending are not taken for one another."""
    assert len(set(protected.stems(pair))) == 2


def test_a_text_is_said_to_hold_so_many_and_not_which() -> None:
    """Each word counts once, however often and in whatever form it stands."""
    one = hashes("Anna", "Lindenhof", "Jonas Weber")
    assert protected.found_in([one], FILLER) == 0
    assert protected.found_in([one], f"{FILLER} Annas flat, and Anna herself.") == 1
    assert protected.found_in([one], f"{FILLER} Annas flat is near the Lindenhof.") == 2


def test_a_name_of_several_words_is_found_as_they_follow_each_other() -> None:
    """First and second name alone are no match; hyphens, dots, lines and invisible letters between hide nothing."""
    one = hashes("Jonas Weber")
    assert protected.found_in([one], f"{FILLER} Jonas was there, and so was Weber.") == 0
    assert protected.found_in([one], f"{FILLER} We saw JONAS-\nWebers bicycle.") == 1
    assert protected.found_in([one], f"{FILLER} Mail to jo\u00adnas.weber@example.org") == 1


def test_a_few_words_are_not_checked() -> None:
    """Nobody can ask for one word after the other."""
    assert protected.found_in([hashes("Anna")], "Anna") is None
    assert protected.found_in([hashes("Anna")], " ".join(["Anna"] * (protected.FEWEST_WORDS - 1))) is None
    assert protected.found_in([hashes("Anna")], " ".join(["Anna"] * protected.FEWEST_WORDS)) == 1


def test_lists_count_together() -> None:
    """The same word in two lists, each with its own key, is one word."""
    lists = [hashes("Anna", "Lindenhof"), hashes("Annas", "Weber", key=OTHER_KEY)]
    assert lists[0].tags != lists[1].tags
    assert protected.found_in(lists, f"{FILLER} Anna and Weber.") == 2


@pytest.mark.parametrize(
    ("word", "fits"),
    [("Anna", True), ("12 Long Street", True), ("Al", False), ("?!", False), ("", False), ("a b c d e f g", False)],
)
def test_what_can_stand_in_a_list(word: str, fits: bool) -> None:
    """A name, a place, a line of an address; nothing so short that it stands in every text."""
    assert protected.fits(word) is fits


def test_hashes_drawn_at_random_hide_how_many_words_there_are() -> None:
    """A list is filled up to a multiple; an empty one too."""
    assert [protected.padding_of(count) for count in (0, 1, 31, 32, 33)] == [32, 31, 1, 0, 31]


def test_the_order_of_hashes_tells_nothing() -> None:
    """They stand in their own order, each once; anything else is no entry."""
    for tags in ((b"\x02" * 8, b"\x01" * 8), (b"\x01" * 8, b"\x01" * 8)):
        with pytest.raises(ValueError, match="own order"):
            ProtectedHashes(at=0, meant_for=(), key=KEY, tags=tags)


def test_only_whole_texts_are_checked_and_only_where_there_is_a_list() -> None:
    """Without a list there is nothing to count."""
    log = Log()
    text = f"{FILLER} Anna was there."
    assert (protected.is_checked(log.state(), text), protected.found(log.state(), text)) == (False, 0)
    log.add(SOL, ProtectedHashes, key=KEY, tags=hashes("Anna").tags, copied=None)
    assert (protected.is_checked(log.state(), text), protected.found(log.state(), text)) == (True, 1)
    assert (protected.is_checked(log.state(), "Anna"), protected.found(log.state(), "Anna")) == (False, 0)

"""What people read aloud, write down or compare."""

import hashlib
from collections import Counter
from importlib.resources import files

import pytest

from answerable.sealing.errors import WrongSecretError
from answerable.sealing.spoken import (
    CROCKFORD,
    dice_passphrase,
    head_words_key,
    normalise_code,
    recovery_code,
    safety_words,
    short_root,
    shown_code,
)
from answerable.sealing.words import word_list
from tests.sealing.book import seeded


def test_the_word_list_is_the_published_one() -> None:
    """7776 different words; the file is the one its licence note describes."""
    folder = files("answerable.sealing.words")
    data = (folder / "eff_large.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() in (folder / "LICENCE.txt").read_text("utf-8")
    assert len(set(word_list())) == 7776
    assert (word_list()[0], word_list()[-1]) == ("abacus", "zoom")


def test_dice_words_are_drawn_evenly() -> None:
    """A unit at or above 62208 is thrown away, so no word is likelier."""
    units = iter([b"\xff\xff", (62208).to_bytes(2, "big"), (62207).to_bytes(2, "big"), b"\0\0"])
    assert dice_passphrase(2, draw=lambda n: next(units)) == "zoom abacus"


def test_six_dice_words_by_default() -> None:
    """Six words of the list, differing from draw to draw."""
    words = dice_passphrase().split()
    assert len(words) == 6
    assert set(words) <= set(word_list())
    assert dice_passphrase(draw=seeded("a")) != dice_passphrase(draw=seeded("b"))


def test_a_recovery_code_is_26_characters() -> None:
    """128 bits in Crockford's alphabet; printed in groups of five."""
    code = recovery_code(draw=lambda n: bytes(range(n)))
    assert code == "000G40R40M30E209185GR38E1W"
    assert shown_code(code) == "000G4-0R40M-30E20-9185G-R38E1-W"
    assert set(recovery_code()) <= set(CROCKFORD)


def test_a_typed_code_may_look_different() -> None:
    """Case, dashes, spaces and misread letters do not matter."""
    assert normalise_code(" oooG4-or4om 30e2o\u20119l85g-r38eI-w ") == "000G40R40M30E209185GR38E1W"
    assert normalise_code("lIoO" + "A" * 22) == "1100" + "A" * 22


@pytest.mark.parametrize("text", ["", "A" * 25, "A" * 27, "U" + "A" * 25, "\u00e9" + "A" * 25])
def test_what_cannot_be_a_code_is_wrong(text: str) -> None:
    """Length and alphabet are known beforehand."""
    with pytest.raises(WrongSecretError):
        normalise_code(text)


def test_safety_words_are_frozen() -> None:
    """Six words of a key; another key gives others."""
    assert safety_words(bytes(32)) == ("endeared", "botanist", "state", "coagulant", "appendage", "uninsured")
    assert max(Counter(safety_words(bytes([n]) * 32) for n in range(50)).values()) == 1


def test_words_of_a_head_bind_process_size_and_root() -> None:
    """Each of the three changes the key."""
    key = head_words_key(bytes(16), 3, bytes(32))
    assert len({key, head_words_key(b"1" * 16, 3, bytes(32)), head_words_key(bytes(16), 4, bytes(32))}) == 3


def test_a_short_root_is_eight_groups_of_five() -> None:
    """The first 200 bits, lower case."""
    assert short_root(bytes(range(32))) == "aaaqe ayeau daoca jbifq ydiob 4ibce qtcqk rmfyy"
    assert [len(group) for group in short_root(bytes(32)).split()] == [5] * 8
    assert short_root(bytes(25) + b"1234567") == short_root(bytes(32))

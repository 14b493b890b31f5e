"""Letters and files in words: how large, what sort, who authorised it, why not."""

import pytest

from answerable.core.entries import CirculationSet, FileAdded
from answerable.core.entries.letters import Details, LetterForm
from answerable.wording import letters
from answerable.wording.days import NBSP
from tests.core.examples import day
from tests.core.logbook import example
from tests.wording.speech import english, german


@pytest.mark.parametrize(
    ("size", "en", "de"),
    [
        (1, "1 byte", "1 Byte"),
        (900, "900 bytes", "900 Byte"),
        (48_213, "47 KB", "47 KB"),
        (1_600_000, "1.5 MB", "1,5 MB"),
        (20 * 1024 * 1024, "20 MB", "20 MB"),
    ],
)
def test_a_size_is_said_as_people_say_it(size: int, en: str, de: str) -> None:
    """Bytes, thousands, millions; a comma in German."""
    assert (letters.size(size, english()), letters.size(size, german())) == (en, de)


def test_a_file_tells_what_it_is_and_what_it_hides() -> None:
    """By its sort, not by its name."""
    file = example(FileAdded, media_type="image/png", size=2048, details=Details.KEPT)
    assert letters.file_line(file, english()) == (
        "Picture, 2 KB. It may still hold hidden details: who made it, where, when."
    )
    sorts = [letters.sort_of_file(one, german()) for one in ("application/pdf", "text/plain", "application/zip")]
    assert sorts == ["PDF", "Text", "eine andere Art Datei"]


def test_who_authorised_a_letter_and_that_nobody_does_any_more() -> None:
    """The forms stand in their order; without a name nobody new may receive it."""
    said = example(CirculationSet, forms=tuple(LetterForm), said_on=day(9, 1))
    assert letters.circulation(said, english()) == (
        f"Authorised by Mika, for the support group on 1{NBSP}September: read aloud, on paper and by mail."
    )
    back = example(CirculationSet, forms=(), authorised_by=None, said_on=day(9, 1))
    assert "Nicht freigegeben seit 1." in letters.circulation(back, german())


def test_check_letters_are_short_and_differ() -> None:
    """Four groups of five, that can be read out on the phone."""
    one, other = letters.check_letters(bytes(32)), letters.check_letters(b"\x01" * 32)
    assert one == "aaaaa aaaaa aaaaa aaaaa"
    assert one != other

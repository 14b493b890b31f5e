"""The update as a PDF: the words as they were written, reproducible, made in memory (R53)."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typst

from answerable.publishing import FootLine, LetterPart, LongLetter, PdfNotMadeError, Said, UpdateLetter, update_pdf
from answerable.publishing.update_pdf import is_from_the_right
from tests.publishing.pdf_text import objects_of, text_of

ROOT = Path(__file__).parents[2]
MARKUP = "<b>bold</b> & #strong[x] *a* _b_ $x^2$ @ref = heading \\ // no -- comment ` ~ 'q' \"r\""
LETTER = UpdateLetter(
    language="en",
    title="Update",
    dated_on=date(2026, 9, 22),
    sender="The contact group",
    day="22 September 2026",
    heading="June to September 2026",
    opening=(Said("Dear support group,"), Said("This page speaks about what X does.")),
    parts=(
        LetterPart("Contact", (Said("We met X once."),)),
        LetterPart("The demands", (Said("He says he waits.", "Reflect:"), Said("We do not know.", "Inform:"))),
    ),
    farewell=(Said("In solidarity,"), Said("Ada, for the contact group")),
    foot=(FootLine("Record of 118 entries."), FootLine("0123456789abcdef" * 4, code=True)),
)
WITHOUT_FILES = """
import resource, sys
from tests.publishing.test_update_pdf import LETTER
from answerable.publishing import update_pdf
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
sys.stdout.buffer.write(update_pdf(LETTER))
"""
WITH_A_FILE = WITHOUT_FILES.replace("sys.stdout", 'open("x", "wb", buffering=0).write(b"x")\nsys.stdout')


def changed(**fields: Any) -> UpdateLetter:
    """Return the letter with other words."""
    return msgspec.structs.replace(LETTER, **fields)


def in_a_part(*texts: str) -> UpdateLetter:
    """Return the letter with these paragraphs in its first part."""
    return changed(parts=(LetterPart("Contact", tuple(Said(text) for text in texts)),))


def test_all_words_of_the_letter_are_in_it() -> None:
    """Sender, day, heading, six parts, farewell, foot."""
    words = text_of(update_pdf(LETTER))
    assert words == (
        "The contact group 22 September 2026 June to September 2026 Dear support group, This page speaks about what X "
        "does. Contact We met X once. The demands Reflect: He says he waits. Inform: We do not know. In solidarity, "
        "Ada, for the contact group Record of 118 entries. " + "0123456789abcdef" * 4
    )


def test_the_long_version_stands_behind_the_short_page() -> None:
    """On pages of its own, what to know first; a draft is marked there too, and markup shows as typed."""
    parts = tuple(LetterPart(f"Section {place}", (Said(MARKUP),)) for place in range(12))
    long = LongLetter("The long version", (Said("What X does."),), parts)
    words = text_of(update_pdf(changed(long=long)))
    short, behind = words.split("The long version")
    assert "Record of 118 entries." in short
    assert behind.strip().startswith("What X does. Section 0")
    assert "".join(behind.split()).count("".join(MARKUP.split())) == 12
    assert text_of(update_pdf(changed(draft="DRAFT.", long=long))).count("DRAFT.") == 2


def test_a_draft_says_so_on_its_first_line() -> None:
    """Until it is handed over every print is marked."""
    assert text_of(update_pdf(changed(draft="DRAFT. Not handed over."))).startswith("DRAFT. Not handed over.")
    assert "DRAFT" not in text_of(update_pdf(LETTER))


@pytest.mark.parametrize("field", ["sender", "day", "heading", "draft"])
def test_markup_in_a_line_shows_as_typed(field: str) -> None:
    """Nothing a member writes is read as markup of Typst or HTML."""
    assert MARKUP in text_of(update_pdf(changed(**{field: MARKUP})))


@pytest.mark.parametrize("field", ["opening", "farewell"])
def test_markup_in_a_paragraph_shows_as_typed(field: str) -> None:
    """Names of members stand in the farewell."""
    words = text_of(update_pdf(changed(**{field: (Said(MARKUP, MARKUP),)})))
    assert "".join(words.split()).count("".join(MARKUP.split())) == 2


def test_markup_in_a_part_and_in_the_foot_shows_as_typed() -> None:
    """Heading, text, and what stands below."""
    letter = changed(parts=(LetterPart("a #b *c*", (Said('#read("update.typ")'),)),), foot=(FootLine("= #d"),))
    words = text_of(update_pdf(letter))
    for text in ("a #b *c*", '#read("update.typ")', "= #d"):
        assert text in words


def test_the_same_letter_gives_the_same_bytes() -> None:
    """Whoever has the entries can make the file again and compare."""
    assert update_pdf(LETTER) == update_pdf(changed())
    assert update_pdf(LETTER) != update_pdf(changed(heading="Another"))


def test_the_file_is_dated_by_the_end_of_the_period_and_names_nobody() -> None:
    """No moment of making, no author, no machine in the file's own data."""
    pdf = update_pdf(LETTER)
    plain = b"\n".join(head + data for head, data in objects_of(pdf).values()) + pdf
    assert b"D:20260922000000" in plain
    assert b"/Author" not in plain
    assert date.today().isoformat().encode() not in plain  # noqa: DTZ011  # any zone's day would be wrong in it


def test_a_long_letter_flows_to_further_pages() -> None:
    """Six texts of 20,000 characters stay whole, also without a space in them."""
    letter = in_a_part("word " * 3999 + "lastword", "x" * 19_000 + "END")
    pdf = update_pdf(letter)
    words = text_of(pdf)
    assert words.count("word") == 4000
    assert "lastword" in words
    assert words.count("x") == 19_000
    assert "END" in words
    assert sum(b"/Type/Page/" in head for head, _data in objects_of(pdf).values()) > 5


def test_fonts_are_our_own_whatever_the_machine_has() -> None:
    """Typst's embedded serif, so that the page looks the same everywhere."""
    names = b" ".join(head for head, _data in objects_of(update_pdf(LETTER)).values() if b"/BaseFont" in head)
    assert b"LibertinusSerif-Regular" in names
    assert b"LibertinusSerif-Semibold" in names


def test_text_from_the_right_is_set_from_the_right() -> None:
    """Drawn from the right, the first letter of the word comes last."""
    assert "םולש" in text_of(update_pdf(in_a_part("שלום")))


@pytest.mark.parametrize(
    ("text", "expected"), [("שלום X", True), ("مرحبا", True), ("Hello שלום", False), ("1 – ", False), ("", False)]
)
def test_the_first_letter_decides_the_direction(text: str, expected: bool) -> None:
    """As `dir="auto"` does on the page."""
    assert is_from_the_right(text) is expected


def test_an_error_of_typst_takes_no_words_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Typst says about an error may quote the letter: it is dropped, not chained."""

    def broken(**_given: object) -> bytes:
        raise typst.TypstError(LETTER.heading, LETTER.heading, [], [])

    monkeypatch.setattr(typst, "compile", broken)
    with pytest.raises(PdfNotMadeError) as caught:
        update_pdf(LETTER)
    assert LETTER.heading not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_half_a_character_is_an_error_of_ours() -> None:
    """A lone surrogate is no text."""
    with pytest.raises(PdfNotMadeError):
        update_pdf(changed(heading="\ud800"))


def run(program: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a program in a folder of its own, which is also its home and its place for temporary files."""
    places = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(folder))
    environment = os.environ | places | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, check=False
    )


def test_nothing_is_written_to_disk(tmp_path: Path) -> None:
    """It works where not one byte can be put into a file, and leaves nothing behind."""
    made = run(WITHOUT_FILES, tmp_path)
    assert made.returncode == 0, made.stderr
    assert made.stdout == update_pdf(LETTER)
    assert not list(tmp_path.rglob("*"))
    assert run(WITH_A_FILE, tmp_path).returncode != 0, "the limit holds"

"""The update as a PDF: made in memory by Typst, with its own fonts; the same letter gives the same bytes (R53)."""

import json
import re
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from unicodedata import bidirectional

import msgspec
import typst

_LONG_RUN = re.compile(r"\S{41,}")
_PIECE = 10


class PdfNotMadeError(Exception):
    """The PDF could not be made; what Typst said about it may hold the text and is dropped."""


class Said(msgspec.Struct, frozen=True):
    """A paragraph as a member wrote it; `label` stands before it in bold."""

    text: str
    label: str = ""


class LetterPart(msgspec.Struct, frozen=True):
    """One of the six, or a section of the long version: its heading and its paragraphs."""

    heading: str
    said: tuple[Said, ...]


class LongLetter(msgspec.Struct, frozen=True):
    """The long version on pages of its own, behind the short one."""

    heading: str
    opening: tuple[Said, ...]
    parts: tuple[LetterPart, ...]


class FootLine(msgspec.Struct, frozen=True):
    """A small line below the letter; `code`: to be typed exactly so."""

    text: str
    code: bool = False


class UpdateLetter(msgspec.Struct, frozen=True, kw_only=True):
    """An update as it stands on paper, every word in the letter's language.

    `dated_on` is the period's end: the only day that gets into the file's own data. `draft` is the mark across the top
    until it is handed over, "" afterwards; `foot` (size and root of the record) is empty on a draft.
    """

    language: str
    title: str
    dated_on: date
    sender: str
    day: str
    heading: str
    opening: tuple[Said, ...]
    parts: tuple[LetterPart, ...]
    farewell: tuple[Said, ...]
    foot: tuple[FootLine, ...] = ()
    draft: str = ""
    long: LongLetter | None = None


def update_pdf(letter: UpdateLetter) -> bytes:
    """Return the letter as a PDF (A4). Nothing is written to disk, nothing fetched. Raises PdfNotMadeError."""
    inputs = {"letter": json.dumps(_data(letter), ensure_ascii=False)}
    try:
        return typst.compile(input=_source(), ignore_system_fonts=True, sys_inputs=inputs)
    except (RuntimeError, ValueError):  # Typst’s own error is a RuntimeError; a lone surrogate is a ValueError
        raise PdfNotMadeError from None


def is_from_the_right(text: str) -> bool:
    """Tell whether a text runs from the right: its first letter with a direction decides, as `dir="auto"` does."""
    first = next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "L")
    return first != "L"


@cache
def _source() -> bytes:
    return files("answerable.publishing").joinpath("update.typ").read_bytes()


def _data(letter: UpdateLetter) -> dict[str, Any]:
    """Return what the template reads."""
    return {
        "language": letter.language,
        "title": letter.title,
        "date": [letter.dated_on.year, letter.dated_on.month, letter.dated_on.day],
        "sender": letter.sender,
        "day": letter.day,
        "heading": letter.heading,
        "opening": _paragraphs(letter.opening),
        "parts": _parts(letter.parts),
        "farewell": _paragraphs(letter.farewell),
        "foot": [{"text": line.text, "code": line.code} for line in letter.foot],
        "draft": letter.draft,
        "long": None
        if letter.long is None
        else {
            "heading": letter.long.heading,
            "opening": _paragraphs(letter.long.opening),
            "parts": _parts(letter.long.parts),
        },
    }


def _parts(parts: tuple[LetterPart, ...]) -> list[dict[str, Any]]:
    return [{"heading": part.heading, "said": _paragraphs(part.said)} for part in parts]


def _paragraphs(said: tuple[Said, ...]) -> list[dict[str, Any]]:
    return [{"text": _breakable(one.text), "label": one.label, "rtl": is_from_the_right(one.text)} for one in said]


def _breakable(text: str) -> str:
    """Let a long run without spaces break, else it would leave the page."""
    return _LONG_RUN.sub(lambda run: "\N{ZERO WIDTH SPACE}".join(_pieces(run[0])), text)


def _pieces(run: str) -> list[str]:
    return [run[at : at + _PIECE] for at in range(0, len(run), _PIECE)]

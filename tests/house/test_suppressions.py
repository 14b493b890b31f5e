"""Whoever silences a check says why on the same line; in core and sealing nobody does (style.md 9)."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import PROGRAM_FOLDERS, name_of, python_files

SILENCES = re.compile(
    r"#\s*(noqa|type:\s*ignore|pragma:\s*no\s*(?:cover|branch)|ruff:|mypy:|fmt:\s*off)", re.IGNORECASE
)
CODES = r"noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|type:\s*ignore\[[a-z-]+(?:,\s*[a-z-]+)*\]|pragma:\s*no\s*(?:cover|branch)"
WITH_REASON = re.compile(rf"#\s*(?:{CODES})[\s#:-]+\w+\W+\w+.*")
NEVER = ("core", "sealing")


def silenced(source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, comment) for every comment that silences a check."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and SILENCES.search(token.string):
            yield token.start[0], token.string


def _all_silenced(*folders: str) -> Iterator[tuple[Path, int, str]]:
    for path in python_files(*folders):
        for line, comment in silenced(path.read_text(encoding="utf-8")):
            yield path, line, comment


def test_every_silenced_check_has_its_code_and_its_reason() -> None:
    """`# noqa: S608 - the table's name is ours` tells the next reader what to think."""
    wrong = [
        f"{name_of(path)}:{line} {comment}"
        for path, line, comment in _all_silenced(*PROGRAM_FOLDERS)
        if not WITH_REASON.search(comment)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("room", NEVER)
def test_the_inner_rooms_silence_nothing(room: str) -> None:
    """There a check that complains is right."""
    found = [f"{name_of(path)}:{line} {comment}" for path, line, comment in _all_silenced(f"answerable/{room}")]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("comment", "accepted"),
    [
        ("# noqa", False),
        ("# noqa: S608", False),
        ("# noqa: S608 - the name is ours", True),
        ("# type: ignore", False),
        ("# type: ignore[misc]", False),
        ("# type: ignore[misc]  # the library ships no types", True),
        ("# pragma: no cover", False),
    ],
)
def test_the_reason_check_tells_reasons_from_none(comment: str, accepted: bool) -> None:
    """A check that cannot fail checks nothing."""
    assert bool(WITH_REASON.search(comment)) is accepted

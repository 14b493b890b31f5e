"""Processes that tests of this room begin from."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.sealing.book import Book, small_book

PUBLISHED = Path(__file__).parents[1] / "vectors/published.json"


@pytest.fixture
def book() -> Book:
    """Return a process that Ada founded: she alone in the contact circle."""
    return Book()


@pytest.fixture
def two(book: Book) -> Book:
    """Return a process with Ada and Bo in the contact circle."""
    book.vouch("Ada", "Bo")
    book.epoch("Ada", add=["Bo"])
    return book


@pytest.fixture
def both(two: Book) -> Book:
    """Return a process with Ada and Bo in the contact circle and Sol in the support circle."""
    two.vouch("Bo", "Sol", "support")
    two.epoch("Sol", "support", ["Sol"])
    return two


@pytest.fixture(scope="session")
def small() -> Book:
    """Return a small process in which everything has happened once; read it, do not write on."""
    return small_book()


@pytest.fixture(scope="session")
def published() -> dict[str, Any]:
    """Return answers that others have published."""
    answers: dict[str, Any] = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    return answers

"""No byte of what is stored can be changed unnoticed (C2)."""

import random
from datetime import date

import pytest

from answerable.sealing import verify
from answerable.sealing.checkpoint import assemble, cosign, note
from answerable.sealing.verify import verify_log
from tests.sealing.book import Book
from tests.sealing.tampering import spoiled_rows


@pytest.fixture
def tiny() -> Book:
    """Return the smallest process with an entry, an erased one and a cosigned head."""
    book = Book(label="tiny")
    book.say("Ada", "text")
    gone = book.say("Ada", "gone")
    book.shred("Ada", gone)
    head = (book.process, book.ledger.size, book.ledger.root)
    book.checkpoints.append(assemble(note(*head), [cosign(book.identity("Ada"), *head, date(2026, 11, 22))]))
    return book


def test_every_byte_of_a_tiny_log(tiny: Book) -> None:
    """Each byte once, found without any key; unchanged, the same check finds nothing."""
    assert verify_log(tiny.process, tiny.rows).outcome == "complete"
    count, unnoticed = 0, []
    for where, rows in spoiled_rows(tiny.rows, random.Random(1)):
        count += 1
        if verify_log(tiny.process, rows).outcome != "altered":
            unnoticed.append(where)
    assert count > 5000
    assert unnoticed == []


def test_a_sample_of_a_log_in_which_everything_happened(small: Book) -> None:
    """As a member, who also opens all that is hers; every finding is "altered"."""
    ada = small.identity("Ada")
    assert verify_log(small.process, small.rows, identity=ada).outcome == "complete"
    unnoticed = [
        where
        for where, rows in spoiled_rows(small.rows, random.Random(2), sample=1500)
        if verify_log(small.process, rows, identity=ada).outcome != "altered"
    ]
    assert unnoticed == []


def test_a_blind_verifier_would_be_caught(tiny: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """The positive control: without the digests of bodies the same run does find bytes that change unnoticed."""
    monkeypatch.setattr(verify, "check_body", lambda body, body_hash, seq: None)
    unnoticed = [
        where
        for where, rows in spoiled_rows(tiny.rows, random.Random(3), sample=300)
        if verify_log(tiny.process, rows).outcome != "altered"
    ]
    assert unnoticed
    assert all(where.startswith("body") for where in unnoticed)

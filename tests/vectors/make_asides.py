"""Writes a new set of vectors of asides: `python -m tests.vectors.make_asides FILE`; the frozen one never changes."""

import json
import sys
from pathlib import Path
from typing import Any

from answerable.sealing.control import EpochOp, Op, RetireOp, UserOp
from answerable.sealing.kem_pair import KemPair
from answerable.sealing.seal import seal_entry
from tests.sealing.book import Book
from tests.vectors.make_vectors import listed, log, next_leaf

ASIDE, ALONE, FRESH = b"an aside of some", b"one alone in it!", b"nobody opened it"
WRAP = b"w" * 32


def asides_book() -> Book:
    """Return a process with an aside across two circles that somebody left, and one of a single person."""
    book = Book(label="asides")
    for by, name in (("Ada", "Bo"), ("Bo", "Uma")):
        book.vouch(by, name)
        book.epoch("Ada", add=[name])
    book.vouch("Ada", "Sol", "support")
    book.epoch("Sol", "support", ["Sol"])
    book.vouch("Ada", "Out")
    book.say("Ada", "for both circles", "contact", "support")
    book.epoch("Ada", add=["Ada", "Sol", "Uma"], circle=ASIDE)
    whisper(book, "Ada", "for three alone", ASIDE)
    gone = whisper(book, "Uma", "soon gone", ASIDE)
    book.shred("Uma", gone)
    book.retire("Uma", "Uma")
    book.epoch("Sol", circle=ASIDE)
    whisper(book, "Sol", "for two alone", ASIDE)
    book.epoch("Bo", add=["Bo"], circle=ALONE)
    whisper(book, "Bo", "for nobody else", ALONE)
    return book


def whisper(book: Book, by: str, text: str, circle: bytes) -> Any:
    """Have `by` write for an aside alone."""
    leaf = seal_entry(
        book.ledger, book.ring(by), entry=book.draw(16), audience=[circle], payload=text.encode(), draw=book.draw
    )
    return book.write(leaf)


def cases(book: Book) -> list[dict[str, Any]]:
    """Return leaves about asides that keyless rules take or refuse."""
    seal = KemPair.of_seed(b"e" * 32).public
    ada, out = book.identity("Ada"), book.identity("Out")
    ops: list[tuple[str, str, Op]] = [
        ("", "Ada", EpochOp(FRESH, 0, seal, listed(book, "Ada", "Bo", "Sol", "Out"), b"")),
        ("epoch-unknown", "Ada", EpochOp(FRESH, 0, seal, listed(book, "Ada", "Eve"), b"")),
        ("epoch-retired", "Ada", EpochOp(FRESH, 0, seal, listed(book, "Ada", "Uma"), b"")),
        ("epoch-author", "Ada", EpochOp(FRESH, 0, seal, listed(book, "Bo"), b"")),
        ("epoch-author", "Out", EpochOp(FRESH, 0, seal, listed(book, "Out"), b"")),
        ("epoch-prev", "Ada", EpochOp(FRESH, 0, seal, listed(book, "Ada"), WRAP)),
        ("", "Ada", EpochOp(ASIDE, 2, seal, listed(book, "Ada", "Sol"), WRAP)),
        ("epoch-dropped", "Ada", EpochOp(ASIDE, 2, seal, listed(book, "Ada"), WRAP)),
        ("epoch-alone", "Ada", EpochOp(ASIDE, 2, seal, listed(book, "Ada", "Bo", "Sol"), WRAP)),
        ("epoch-author", "Bo", EpochOp(ASIDE, 2, seal, listed(book, "Ada", "Bo", "Sol"), WRAP)),
        ("user-circle", "Ada", UserOp(out.sign_pk, out.kem_pk, FRESH, bytes(64))),
        ("", "Ada", RetireOp(ada.user_id, ASIDE)),
        ("", "Ada", RetireOp(book.id("Sol"), ASIDE)),
        ("retire-author", "Ada", RetireOp(book.id("Sol"), b"")),
        ("", "Ada", RetireOp(book.id("Bo"), b"")),
    ]
    return [next_leaf(code, book.forged_op(by, op)) for code, by, op in ops]


def make() -> dict[str, Any]:
    """Return the whole set."""
    book = asides_book()
    return {"log": log(book), "next_leaves": cases(book)}


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(make(), indent=1) + "\n", encoding="utf-8")

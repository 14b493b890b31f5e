"""Writes leaves that name a wrap which the frozen log names already: `python -m tests.vectors.make_wrap_vectors FILE`.

They stand beside sealing-1.json, which was frozen before the rule (docs/sealing.md, section 4, `wrap-again`).
"""

import json
import sys
from pathlib import Path
from typing import Any

from answerable.sealing.control import EpochOp, GrantOp, Op
from answerable.sealing.kem_pair import KemPair
from answerable.sealing.leaves import AudienceItem
from answerable.sealing.verify import LeafRow
from tests.sealing.book import Book

HERE = Path(__file__).parent
NEW = b"w" * 32
CODE = "wrap-again"


def frozen_book() -> Book:
    """Return the log of sealing-1.json as a book, for the people in it to go on writing."""
    frozen = json.loads((HERE / "sealing-1.json").read_text(encoding="utf-8"))["log"]
    book = Book(label="wraps")
    book.process = bytes.fromhex(frozen["process"])
    book.ledger = type(book.ledger).start(book.process)
    bodies = {int(seq): bytes.fromhex(body) for seq, body in frozen["bodies"].items()}
    for seq, (header, body_hash) in enumerate(frozen["leaves"]):
        row = LeafRow(seq, bytes.fromhex(header), bytes.fromhex(body_hash))
        book.ledger.follow(row.header, row.body_hash, bodies.get(seq))
        book.leaves.append(row)
    return book


def make() -> list[dict[str, Any]]:
    """Return leaves after that log, each with its code ("" = it is taken)."""
    book = frozen_book()
    ada, contact, support = book.id("Ada"), book.circle("contact"), book.circle("support")
    live, gone = (
        next(facts for facts in book.ledger.entries.values() if facts.shredded is shredded)
        for shredded in (False, True)
    )
    newest = book.ledger.epochs(contact)[-1]
    named = {
        "entry": live.audience[0].wrap,
        "destroyed": gone.audience[0].wrap,
        "member": newest.members[ada],
        "prev": newest.prev,
        "grant": next(f.grants[0].item.wrap for f in book.ledger.entries.values() if f.grants),
    }
    key = KemPair.of_seed(b"e" * 32).public
    cases: list[dict[str, Any]] = []
    for name, digest_of in named.items():
        item = AudienceItem(contact, newest.number, "own", digest_of)
        for kind, how in (("entry", "own"), ("ingest", "hpke")):
            header = book.forged_header(kind=kind, audience=(item._replace(how=how),), kc=b"k" * 32)
            cases.append(
                {"code": CODE, "what": f"{kind} names {name}", "header": header.hex(), "body_hash": bytes(32).hex()}
            )
        ops: dict[str, Op] = {
            "grant": GrantOp(live.entry, support, 0, "hpke", digest_of),
            "epoch": EpochOp(contact, newest.number + 1, key, ((ada, digest_of),), NEW),
            "box": EpochOp(contact, newest.number + 1, key, ((ada, NEW),), digest_of),
        }
        cases += [_control(book, f"{kind} names {name}", op, CODE) for kind, op in ops.items()]
    return [*cases, _control(book, "grant names none", GrantOp(live.entry, support, 0, "hpke", NEW), "")]


def _control(book: Book, what: str, op: Op, code: str) -> dict[str, Any]:
    leaf = book.forged_op("Ada", op)
    leaf_hex = {"header": leaf.header.hex(), "body_hash": leaf.body_hash.hex(), "body": leaf.body.hex()}
    return {"code": code, "what": what, **leaf_hex}


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(make(), indent=1) + "\n", encoding="utf-8")

"""Writes a new set of test vectors: `python -m tests.vectors.make_vectors FILE`.

HPKE draws its own randomness, so two runs differ in wraps; what is frozen in sealing-1.json is never written again: a
change of the format gets sealing-2.json, and the old file stays readable.
"""

import hashlib
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from answerable.sealing import archive, control
from answerable.sealing.circles import ROLES, circle_id, join_message
from answerable.sealing.derivation import derive, digest
from answerable.sealing.envelope import Inside, key_commitment, own_wrap, pad, padded_length, wrap_context
from answerable.sealing.joining import CODE_LENGTH, newcomer
from answerable.sealing.kem_pair import KemPair
from answerable.sealing.leaves import AudienceItem, NewLeaf, decode_header, encode_header
from answerable.sealing.mark import seal_mark
from answerable.sealing.passphrases import FLOOR, seal_slot
from answerable.sealing.spoken import head_words_key, safety_words, short_root
from tests.sealing.book import CODE, Book, person, seeded, signed, small_book

CEK = b"a content key of thirty-two byte"
PEPPER = b"p" * 32
WORDS = "six words of dice make one"
NAMES = ("Ada", "Bo", "Sol")


def keys() -> dict[str, Any]:
    """Return what follows from seeds, roles and lengths alone: the same in every run."""
    people = {}
    for name in NAMES:
        identity = person(name)
        people[name] = {
            "seed": identity.seed.hex(),
            "sign_seed": derive(identity.seed, "sign").hex(),
            "sign_pk": identity.sign_pk.hex(),
            "kem_pk": identity.kem_pk.hex(),
            "user_id": identity.user_id.hex(),
            "safety_words": list(safety_words(identity.keys.words_key)),
        }
    seed = b"e" * 32
    process = b"p" * 16
    return {
        "people": people,
        "epoch": {
            "seed": seed.hex(),
            "wrap_key": derive(seed, "wrap").hex(),
            "public_key": KemPair.of_seed(seed).public.hex(),
        },
        "circles": {"process": process.hex(), "ids": {role: circle_id(process, role).hex() for role in ROLES}},
        "padded_lengths": [[n, padded_length(n)] for n in (1, 1023, 1024, 1025, 65536, 65537, 100000, 1048577)],
        "head": {
            "process": process.hex(),
            "size": 412,
            "root": digest(b"root").hex(),
            "words": list(safety_words(head_words_key(process, 412, digest(b"root")))),
            "short": short_root(digest(b"root")),
        },
    }


def slots() -> list[dict[str, Any]]:
    """Return slots at the floor's costs, and what each secret gives."""
    ada = person("Ada")
    code = "000G40R40M30E209185GR38E1W"
    made = {
        kind: seal_slot(
            ada.seed,
            secret,
            kind=kind,  # type: ignore[arg-type]  # the two kinds there are
            user_id=ada.user_id,
            pepper=PEPPER,
            costs=FLOOR,
            draw=seeded(kind),
        ).hex()
        for kind, secret in (("pass", WORDS), ("code", code))
    }
    case = {"pepper": PEPPER.hex()}
    return [
        {**case, "row": made["pass"], "secret": WORDS, "seed": ada.seed.hex()},
        {**case, "row": made["code"], "secret": code, "seed": ada.seed.hex()},
        {**case, "row": made["code"], "secret": "ooog4-oR40m-30E20-9l85g-r38ei-w", "seed": ada.seed.hex()},
        {**case, "row": made["pass"], "secret": WORDS + "!", "error": "wrong-secret"},
        {"pepper": bytes(32).hex(), "row": made["pass"], "secret": WORDS, "error": "wrong-secret"},
        {**case, "row": made["code"], "secret": code[:-1], "error": "wrong-secret"},
        {**case, "row": made["pass"][:-2] + "00", "secret": WORDS, "error": "slot-box"},
        {**case, "row": made["pass"] + "00", "secret": WORDS, "error": "slot-form"},
        {**case, "row": made["pass"].replace("ce04000000", "ce03fffc00"), "secret": WORDS, "error": "slot-costs"},
    ]


def log(book: Book) -> dict[str, Any]:
    """Return every row of a process, and what each member can read of it."""
    rows = book.rows
    stream = io.BytesIO()
    archive.write(stream, archive.SealedArchive(book.process, rows))
    readers = {}
    for name in NAMES:
        ring = book.ring(name)
        readers[name] = {
            facts.entry.hex(): book.read(name, _leaf_of(book, facts.seq)).payload.hex()
            for facts in book.ledger.entries.values()
            if not facts.shredded and any((item.circle, item.epoch) in ring.epochs for item in facts.items)
        }
    return {
        "process": book.process.hex(),
        "size": book.ledger.size,
        "root": book.ledger.root.hex(),
        "frontier": [node.hex() for node in book.ledger.frontier],
        "leaves": [[header.hex(), body_hash.hex()] for _, header, body_hash in rows.leaves],
        "bodies": {str(seq): body.hex() for seq, body in rows.bodies.items()},
        "wraps": [wrap.hex() for wrap in rows.wraps.values()],
        "checkpoints": list(rows.checkpoints),
        "readers": readers,
        "archive_sha256": hashlib.sha256(stream.getvalue()).hexdigest(),
        "mark": {"of": "Ada", "box": seal_mark(book.ring("Ada"), book.ledger, draw=seeded("mark")).hex()},
    }


def _leaf_of(book: Book, seq: int) -> NewLeaf:
    row = book.leaves[seq]
    return NewLeaf(seq, decode_header(row.header).entry, row.header, book.bodies.get(seq, b""), row.body_hash, ())


def next_leaf(code: str, leaf: NewLeaf, *, body: bool = True) -> dict[str, Any]:
    """Return a case: this leaf, appended to the log above, gives this code ("" = it is taken)."""
    case: dict[str, Any] = {"code": code, "header": leaf.header.hex(), "body_hash": leaf.body_hash.hex()}
    return {**case, "body": leaf.body.hex()} if body else case


def bad_leaves(book: Book) -> list[dict[str, Any]]:
    """Return leaves that keyless rules take or refuse."""
    ada, uma = book.identity("Ada"), book.identity("Uma")
    contact, support = book.circle("contact"), book.circle("support")
    newest = book.ledger.newest(contact)
    assert newest is not None
    live, gone = (
        next(facts for facts in book.ledger.entries.values() if facts.shredded is shredded)
        for shredded in (False, True)
    )
    epoch = newest.number
    proof = uma.sign(join_message(book.process, contact, uma.kem_pk))
    user = control.UserOp(uma.sign_pk, uma.kem_pk, contact, proof)
    seal = KemPair.of_seed(b"e" * 32).public
    wrap = b"w" * 32
    ops: list[tuple[str, control.Op]] = [
        ("", user),
        ("", control.EpochOp(contact, epoch + 1, seal, ((ada.user_id, wrap),), wrap)),
        ("", control.RetireOp(ada.user_id, b"")),
        ("user-proof", control.UserOp(uma.sign_pk, uma.kem_pk, contact, bytes(64))),
        ("user-voucher", control.UserOp(uma.sign_pk, uma.kem_pk, support, proof)),
        ("user-circle", control.UserOp(uma.sign_pk, uma.kem_pk, b"a" * 16, proof)),
        ("user-again", control.UserOp(ada.sign_pk, ada.kem_pk, contact, proof)),
        ("kem-key", control.UserOp(uma.sign_pk, uma.kem_pk[:-32] + bytes(32), contact, proof)),
        ("epoch-number", control.EpochOp(contact, epoch, seal, ((ada.user_id, wrap),), wrap)),
        ("epoch-list", control.EpochOp(contact, epoch + 1, seal, (), wrap)),
        ("epoch-key", control.EpochOp(contact, epoch + 1, seal[:-1], ((ada.user_id, wrap),), wrap)),
        ("epoch-retired", control.EpochOp(contact, epoch + 1, seal, listed(book, "Ada", "Bo"), wrap)),
        ("epoch-vouch", control.EpochOp(contact, epoch + 1, seal, listed(book, "Ada", "Sol"), wrap)),
        ("epoch-prev", control.EpochOp(b"a" * 16, 0, seal, listed(book, "Ada"), wrap)),
        ("grant-target", control.GrantOp(gone.entry, support, 0, "hpke", wrap)),
        ("grant-how", control.GrantOp(live.entry, support, 0, "own", wrap)),
        ("grant-epoch", control.GrantOp(live.entry, support, 1, "hpke", wrap)),
        ("shred-target", control.ShredOp(gone.entry)),
        ("retire-target", control.RetireOp(uma.user_id, b"")),
    ]
    cases = [next_leaf(code, book.forged_op("Ada", op)) for code, op in ops]
    cases.append(next_leaf("control-author", book.forged_op("Bo", user)))
    good = book.forged_op("Ada", user)
    body = control.read_body(good.body, 0)._replace(sig=bytes(64)).packed
    cases.append(next_leaf("control-signature", good._replace(body=body, body_hash=digest(body))))
    cases.append(next_leaf("control-form", good._replace(body=b"\x90", body_hash=digest(b"\x90"))))
    cases.append(next_leaf("body-hash", good._replace(body_hash=bytes(32))))
    return cases + bad_headers(book, contact, support, epoch)


def listed(book: Book, *names: str) -> tuple[tuple[bytes, bytes], ...]:
    """Return an epoch's list of these people, with wraps that open for nobody."""
    return tuple((user, b"w" * 32) for user in sorted(book.id(name) for name in names))


def bad_headers(book: Book, contact: bytes, support: bytes, epoch: int) -> list[dict[str, Any]]:
    """Return leaves whose header alone decides."""
    wrap, kc = b"w" * 32, b"k" * 32
    own, other = AudienceItem(contact, epoch, "own", wrap), AudienceItem(support, 0, "hpke", wrap)
    items = tuple(sorted((own, other)))
    entry = {"kind": "entry", "audience": items, "kc": kc}
    cases: list[tuple[str, dict[str, Any]]] = [
        ("", entry),
        ("", {**entry, "kind": "ingest", "audience": (other,)}),
        ("version", {**entry, "v": 2}),
        ("suite", {**entry, "suite": 2}),
        ("kind", {**entry, "kind": "note"}),
        ("process", {**entry, "process": bytes(16)}),
        ("seq", {**entry, "seq": book.ledger.size + 1}),
        ("root", {**entry, "root": bytes(32)}),
        ("entry-id", {**entry, "entry": bytes(15)}),
        ("entry-id-used", {**entry, "entry": decode_header(book.leaves[0].header).entry}),
        ("audience-count", {**entry, "audience": ()}),
        ("audience-order", {**entry, "audience": items[::-1]}),
        ("audience-epoch", {**entry, "audience": (own._replace(epoch=epoch - 1),)}),
        ("audience-own", {**entry, "audience": (other,)}),
        ("audience-how", {**entry, "audience": (own._replace(how="open"),)}),
        ("audience-how", {**entry, "kind": "ingest", "audience": (own,)}),
        ("audience-wrap", {**entry, "audience": (own._replace(wrap=b""),)}),
        ("kc", {**entry, "kc": b""}),
        ("control-audience", {"audience": (own,)}),
        ("header-size", {**entry, "kc": bytes(9000)}),
    ]
    leaves = [
        next_leaf(
            code, NewLeaf(0, b"", book.forged_header(**changes), b"", bytes(32), ()), body=changes.get("kind") is None
        )
        for code, changes in cases
    ]
    header = book.forged_header(**entry)
    for code, changed in (
        ("header-form", header + b"\0"),
        ("header-form", header.replace(b"\x99\x01", b"\x99\xc3", 1)),
    ):
        leaves.append(next_leaf(code, NewLeaf(0, b"", changed, b"", bytes(32), ()), body=False))
    return leaves


def bad_entries() -> list[dict[str, Any]]:
    """Return entries that fit the clear log; what happens when Ada opens one on top of a log of her own."""
    insides: list[tuple[str, str, Callable[[Book, bytes], Any]]] = [
        ("", "entry", lambda book, header: signed(book.identity("Ada"), header, b"text")),
        ("", "ingest", lambda book, header: Inside(b"", b"", b"mail")),
        ("signature", "entry", lambda book, header: Inside(book.id("Ada"), bytes(64), b"text")),
        ("signature", "entry", lambda book, header: signed(book.identity("Ada"), b"elsewhere", b"text")),
        ("own-circles", "entry", lambda book, header: signed(book.identity("Out"), header, b"text")),
        ("ingest-author", "ingest", lambda book, header: Inside(book.id("Ada"), b"", b"mail")),
        ("inside-form", "entry", lambda book, header: pad(b"\x93\x00\x00\x00")),
        ("padding", "entry", lambda book, header: bytes(1024)),
        ("body-length", "entry", lambda book, header: bytes(1000)),
    ]
    cases = []
    for code, kind, inside in insides:
        book = Book(label="entries")
        leaf = _entry(book, kind, inside, CEK)
        cases.append(_opening(book, leaf, code))
    for code, cek, committed in (("kc", bytes(32), CEK), ("wrap", CEK, bytes(32))):
        book = Book(label="entries")
        leaf = _entry(book, "entry", insides[0][2], cek, committed)
        cases.append(_opening(book, leaf, code))
    return cases


def _entry(book: Book, kind: str, inside: Callable[[Book, bytes], Any], cek: bytes, committed: bytes = CEK) -> NewLeaf:
    circle, entry, kc = book.circle("contact"), b"an id of an entr", key_commitment(CEK)
    context = wrap_context(book.process, entry, circle, 0, key_commitment(committed))
    if kind == "ingest":
        from answerable.sealing.envelope import hpke_wrap

        how, wrap = "hpke", hpke_wrap(book.ring("Ada").epochs[circle, 0].public_key, context, cek)
    else:
        how, wrap = "own", own_wrap(book.ring("Ada").epochs[circle, 0].wrap_key, context, cek)
    item = AudienceItem(circle, 0, how, digest(wrap))
    return book.forged_entry(
        CEK, ((item, wrap),), kc=kc, kind=kind, entry=entry, inside=lambda header: inside(book, header)
    )


def _opening(book: Book, leaf: NewLeaf, code: str) -> dict[str, Any]:
    rows = book.rows
    return {
        "code": code,
        "process": book.process.hex(),
        "leaves": [[header.hex(), body_hash.hex()] for _, header, body_hash in rows.leaves],
        "bodies": {str(seq): body.hex() for seq, body in rows.bodies.items()},
        "wraps": [wrap.hex() for wrap in rows.wraps.values()],
        "entry": leaf.entry.hex(),
    }


def edits(book: Book) -> list[dict[str, Any]]:
    """Return changes to the stored rows above, each with outcome and code."""
    live, gone = (
        next(facts for facts in book.ledger.entries.values() if facts.shredded is shredded)
        for shredded in (False, True)
    )
    last = book.ledger.size - 1
    return [
        {"edit": "drop-leaf", "seq": 3, "outcome": "withheld", "code": "leaf"},
        {"edit": "drop-leaf", "seq": last, "outcome": "withheld", "code": "leaf"},
        {"edit": "drop-body", "seq": live.seq, "outcome": "withheld", "code": "body"},
        {"edit": "drop-wrap", "hash": live.audience[0].wrap.hex(), "outcome": "withheld", "code": "wrap"},
        {"edit": "flip-body", "seq": live.seq, "outcome": "altered", "code": "body-hash"},
        {"edit": "flip-body", "seq": 0, "outcome": "altered", "code": "body-hash"},
        {"edit": "flip-wrap", "hash": live.audience[0].wrap.hex(), "outcome": "altered", "code": "wrap-hash"},
        {"edit": "put-body", "seq": gone.seq, "body": "00", "outcome": "altered", "code": "shredded-body"},
        {"edit": "put-body", "seq": last + 1, "body": "00", "outcome": "altered", "code": "unnamed-body"},
        {"edit": "put-wrap", "wrap": "00", "outcome": "altered", "code": "unnamed-wrap"},
        {"edit": "root", "seq": last, "outcome": "altered", "code": "head"},
        {"edit": "checkpoint", "old": "\u2014", "new": "-", "outcome": "altered", "code": "checkpoint-form"},
        {
            "edit": "checkpoint",
            "old": f"/p/{book.process.hex()}",
            "new": f"/p/{bytes(16).hex()}",
            "outcome": "altered",
            "code": "checkpoint-origin",
        },
    ]


def make() -> dict[str, Any]:
    """Return the whole set."""
    book = small_book()
    row = newcomer(book.identity("Uma"), process=book.process, circle=book.circle("contact"), code=CODE)
    return {
        "keys": keys(),
        "slots": slots(),
        "log": log(book),
        "edits": edits(book),
        "newcomer": {"row": row.hex(), "code": CODE.hex(), "wrong_code": bytes(CODE_LENGTH).hex()},
        "next_leaves": bad_leaves(book),
        "entries": bad_entries(),
        "canonical_header": encode_header(decode_header(book.leaves[0].header)).hex(),
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(make(), indent=1) + "\n", encoding="utf-8")

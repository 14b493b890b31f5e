"""Frozen sealed files read as they were meant to, now and in every later version."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from answerable.sealing import archive
from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError, WrongSecretError
from answerable.sealing.identity import Identity
from answerable.sealing.joining import read_newcomer
from answerable.sealing.leaves import decode_header, encode_header
from answerable.sealing.log import Ledger
from answerable.sealing.mark import open_mark
from answerable.sealing.open import key_ring, open_all, open_entry
from answerable.sealing.passphrases import open_slot
from answerable.sealing.verify import Head, LeafRow, Result, Rows, verify_log
from tests.vectors import make_vectors, make_wrap_vectors

FROZEN: dict[str, Any] = json.loads((Path(__file__).parent / "sealing-1.json").read_text(encoding="utf-8"))
WRAPS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "sealing-1-wraps.json").read_text(encoding="utf-8"))
LOG = FROZEN["log"]
PROCESS = bytes.fromhex(LOG["process"])


def _rows(log: dict[str, Any]) -> Rows:
    leaves = [
        LeafRow(seq, bytes.fromhex(header), bytes.fromhex(body_hash))
        for seq, (header, body_hash) in enumerate(log["leaves"])
    ]
    bodies = {int(seq): bytes.fromhex(body) for seq, body in log["bodies"].items()}
    wraps = {digest(wrap): wrap for wrap in map(bytes.fromhex, log["wraps"])}
    return Rows(leaves, bodies, wraps, log.get("checkpoints", ()))


def _whole() -> Rows:
    frontier = tuple(bytes.fromhex(node) for node in LOG["frontier"])
    rows = _rows(LOG)
    return Rows(
        rows.leaves, rows.bodies, rows.wraps, rows.checkpoints, Head(LOG["size"], bytes.fromhex(LOG["root"]), frontier)
    )


def _person(name: str) -> Identity:
    return Identity.from_seed(bytes.fromhex(FROZEN["keys"]["people"][name]["seed"]))


def _ledger(rows: Rows) -> Ledger:
    ledger = Ledger.start(PROCESS)
    ledger.follow_all((row.header, row.body_hash, rows.bodies.get(row.seq)) for row in rows.leaves)
    return ledger


def test_keys_ids_and_words_are_the_frozen_ones() -> None:
    """What follows from seeds alone has not changed."""
    assert json.loads(json.dumps(make_vectors.keys())) == FROZEN["keys"]


@pytest.mark.parametrize("case", FROZEN["slots"])
def test_slots(case: dict[str, str]) -> None:
    """Each secret gives the seed or the named error."""
    row, pepper = bytes.fromhex(case["row"]), bytes.fromhex(case["pepper"])
    if "seed" in case:
        assert open_slot(row, case["secret"], pepper=pepper).hex() == case["seed"]
    elif case["error"] == "wrong-secret":
        with pytest.raises(WrongSecretError):
            open_slot(row, case["secret"], pepper=pepper)
    else:
        with pytest.raises(AlteredError, match=case["error"]):
            open_slot(row, case["secret"], pepper=pepper)


def test_the_log_is_complete() -> None:
    """Size and root; its archive has the frozen digest."""
    rows = _whole()
    result = verify_log(PROCESS, rows)
    assert (result.outcome, result.size, result.root.hex()) == ("complete", LOG["size"], LOG["root"])
    stream = io.BytesIO()
    archive.write(stream, archive.SealedArchive(PROCESS, rows))
    assert digest(stream.getvalue()).hex() == LOG["archive_sha256"]


@pytest.mark.parametrize("name", LOG["readers"])
def test_the_log_reads_as_written(name: str) -> None:
    """Each member opens her entries, and nothing else."""
    rows = _whole()
    ledger = _ledger(rows)
    ring = key_ring(_person(name), ledger, rows.wraps.get)
    opened, failed = open_all(ledger, ring, ledger.entries, rows.bodies.get, rows.wraps.get)
    assert {entry.entry.hex(): entry.payload.hex() for entry in opened} == LOG["readers"][name]
    assert failed == []
    assert verify_log(PROCESS, rows, identity=_person(name)).outcome == "complete"


def test_the_mark_opens() -> None:
    """For her and this log."""
    mark = open_mark(_person(LOG["mark"]["of"]), PROCESS, bytes.fromhex(LOG["mark"]["box"]))
    assert (mark.size, mark.root.hex()) == (LOG["size"], LOG["root"])


def _edited(case: dict[str, Any]) -> Result:
    rows = _whole()
    leaves, bodies, wraps, texts = list(rows.leaves), dict(rows.bodies), dict(rows.wraps), list(rows.checkpoints)
    head = rows.head
    seq, key = case.get("seq", -1), bytes.fromhex(case.get("hash", ""))
    match case["edit"]:
        case "drop-leaf":
            leaves = [row for row in leaves if row.seq != seq]
            bodies.pop(seq, None)
        case "drop-body":
            del bodies[seq]
        case "drop-wrap":
            del wraps[key]
        case "flip-body":
            bodies[seq] = bodies[seq][:-1] + bytes([bodies[seq][-1] ^ 1])
        case "flip-wrap":
            wraps[key] = wraps[key][:-1] + bytes([wraps[key][-1] ^ 1])
        case "put-body":
            bodies[seq] = bytes.fromhex(case["body"])
        case "put-wrap":
            wraps[digest(bytes.fromhex(case["wrap"]))] = bytes.fromhex(case["wrap"])
        case "root":
            assert head is not None
            head = head._replace(root=bytes(32))
        case _:
            texts = [text.replace(case["old"], case["new"]) for text in texts]
    return verify_log(PROCESS, Rows(leaves, bodies, wraps, texts, head))


@pytest.mark.parametrize("case", FROZEN["edits"], ids=lambda case: f"{case['edit']}-{case['code']}")
def test_spoiled_rows(case: dict[str, Any]) -> None:
    """Outcome and code are the frozen ones."""
    result = _edited(case)
    findings = result.altered or result.withheld
    assert result.outcome == case["outcome"]
    assert case["code"] in {finding.what for finding in findings}


@pytest.mark.parametrize("case", [*FROZEN["next_leaves"], *WRAPS], ids=lambda case: case["code"] or "taken")
def test_a_next_leaf(case: dict[str, Any]) -> None:
    """Taken, or refused with the frozen code."""
    ledger = _ledger(_whole())
    body = bytes.fromhex(case["body"]) if "body" in case else None
    header, body_hash = bytes.fromhex(case["header"]), bytes.fromhex(case["body_hash"])
    if case["code"]:
        with pytest.raises(AlteredError) as caught:
            ledger.examine(header, body_hash, body)
        assert caught.value.what == case["code"]
    else:
        ledger.examine(header, body_hash, body)


@pytest.mark.parametrize("case", FROZEN["entries"], ids=lambda case: case["code"] or "opens")
def test_an_entry_opened(case: dict[str, Any]) -> None:
    """Opens, or alarms with the frozen code."""
    rows = _rows(case)
    ledger = Ledger.start(bytes.fromhex(case["process"]))
    for row in rows.leaves:
        ledger.follow(row.header, row.body_hash, rows.bodies.get(row.seq))
    ring = key_ring(_person("Ada"), ledger, rows.wraps.get)
    entry = bytes.fromhex(case["entry"])
    body = rows.bodies[ledger.entries[entry].seq]
    if case["code"]:
        with pytest.raises(AlteredError) as caught:
            open_entry(ledger, ring, entry, body, rows.wraps.get)
        assert caught.value.what == case["code"]
    else:
        assert open_entry(ledger, ring, entry, body, rows.wraps.get).payload in {b"text", b"mail"}


def test_a_pending_newcomer() -> None:
    """Her row reads, fits its code and no other."""
    case = FROZEN["newcomer"]
    row = read_newcomer(bytes.fromhex(case["row"]), process=PROCESS)
    assert row.fits(PROCESS, bytes.fromhex(case["code"]))
    assert not row.fits(PROCESS, bytes.fromhex(case["wrong_code"]))


def test_headers_encode_the_same() -> None:
    """Decoding and encoding give the frozen bytes."""
    data = bytes.fromhex(FROZEN["canonical_header"])
    assert encode_header(decode_header(data)) == data


def test_a_new_set_has_the_same_shape() -> None:
    """The program that made the file still runs, and names the same cases."""
    made = json.loads(json.dumps(make_vectors.make()))
    assert made.keys() == FROZEN.keys()
    for part in ("edits", "next_leaves", "entries"):
        assert [case["code"] for case in made[part]] == [case["code"] for case in FROZEN[part]]
    assert [(one["what"], one["code"]) for one in make_wrap_vectors.make()] == [(w["what"], w["code"]) for w in WRAPS]

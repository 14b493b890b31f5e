"""Frozen asides, read by both readers: who is in one reads it, nobody else, whatever other circles she is in."""

import json
from pathlib import Path
from typing import Any

import pytest

from answerable.sealing.derivation import digest
from answerable.sealing.errors import AlteredError
from answerable.sealing.identity import Identity
from answerable.sealing.log import Ledger
from answerable.sealing.open import key_ring, open_all
from answerable.sealing.verify import Head, LeafRow, Rows, verify_log
from tests.vectors import make_asides
from tests.vectors.independent_reader import control, people
from tests.vectors.independent_reader import verify as second
from tests.vectors.independent_reader.alarm import AlarmError
from tests.vectors.independent_reader.log import Log

HERE = Path(__file__).parent
FROZEN: dict[str, Any] = json.loads((HERE / "sealing-1-asides.json").read_text(encoding="utf-8"))
PEOPLE = json.loads((HERE / "sealing-1.json").read_text(encoding="utf-8"))["keys"]["people"]
LOG = FROZEN["log"]
PROCESS, ROOT = bytes.fromhex(LOG["process"]), bytes.fromhex(LOG["root"])
LEAVES = [(seq, bytes.fromhex(header), bytes.fromhex(hashed)) for seq, (header, hashed) in enumerate(LOG["leaves"])]
FRONTIER = [bytes.fromhex(node) for node in LOG["frontier"]]


def _stored() -> tuple[dict[int, bytes], dict[bytes, bytes]]:
    bodies = {int(seq): bytes.fromhex(body) for seq, body in LOG["bodies"].items()}
    return bodies, {digest(wrap): wrap for wrap in map(bytes.fromhex, LOG["wraps"])}


def _rows() -> Rows:
    leaves = [LeafRow(*leaf) for leaf in LEAVES]
    return Rows(leaves, *_stored(), (), Head(LOG["size"], ROOT, tuple(FRONTIER)))


def _second_rows() -> second.Rows:
    return second.Rows(LEAVES, *_stored(), (), second.Head(LOG["size"], ROOT, FRONTIER))


def _ledger() -> Ledger:
    ledger, (bodies, _wraps) = Ledger.start(PROCESS), _stored()
    ledger.follow_all((header, hashed, bodies.get(seq)) for seq, header, hashed in LEAVES)
    return ledger


@pytest.mark.parametrize("name", LOG["readers"])
def test_an_aside_reads_as_written(name: str) -> None:
    """Each member opens what is hers and nothing else; the log is complete for her."""
    rows, ledger = _rows(), _ledger()
    identity = Identity.from_seed(bytes.fromhex(PEOPLE[name]["seed"]))
    ring = key_ring(identity, ledger, rows.wraps.get)
    opened, failed = open_all(ledger, ring, ledger.entries, rows.bodies.get, rows.wraps.get)
    assert {entry.entry.hex(): entry.payload.hex() for entry in opened} == LOG["readers"][name]
    assert failed == []
    assert verify_log(PROCESS, rows, identity=identity).outcome == "complete"


@pytest.mark.parametrize("name", LOG["readers"])
def test_the_second_reader_agrees(name: str) -> None:
    """Written from docs/sealing.md alone, it opens the same."""
    person = people.Person(bytes.fromhex(PEOPLE[name]["seed"]))
    opened = second.read_entries(PROCESS, _second_rows(), person)
    assert {entry.hex(): payload.hex() for entry, payload in opened.items()} == LOG["readers"][name]
    assert second.verify(PROCESS, _second_rows(), person).word == "complete"


def test_who_is_not_in_it_reads_nothing_of_it() -> None:
    """Bo shares a circle with Ada, and Sol one with nobody: the asides tell them apart."""
    texts = {name: {bytes.fromhex(text) for text in found.values()} for name, found in LOG["readers"].items()}
    assert texts["Ada"] == texts["Sol"] == {b"for both circles", b"for three alone", b"for two alone"}
    assert texts["Bo"] == {b"for both circles", b"for nobody else"}


@pytest.mark.parametrize("case", FROZEN["next_leaves"], ids=lambda case: case["code"] or "taken")
def test_a_next_leaf_about_an_aside(case: dict[str, Any]) -> None:
    """Taken, or refused with the frozen code, by both."""
    ledger, log = _ledger(), Log(PROCESS)
    bodies, _wraps = _stored()
    for seq, *leaf in LEAVES:
        control.follow(log, leaf[0], leaf[1], bodies.get(seq))
    header, hashed, body = (bytes.fromhex(case[field]) for field in ("header", "body_hash", "body"))
    if case["code"]:
        with pytest.raises(AlteredError, match=f"{case['code']}$"):
            ledger.follow(header, hashed, body)
        with pytest.raises(AlarmError, match=f"^{case['code']}$"):
            control.follow(log, header, hashed, body)
    else:
        ledger.follow(header, hashed, body)
        control.follow(log, header, hashed, body)
        assert ledger.size == log.size == LOG["size"] + 1


def test_a_new_set_of_asides_has_the_same_shape() -> None:
    """The program that made the file still runs, and names the same cases."""
    made = json.loads(json.dumps(make_asides.make()))
    assert made.keys() == FROZEN.keys()
    assert [case["code"] for case in made["next_leaves"]] == [case["code"] for case in FROZEN["next_leaves"]]

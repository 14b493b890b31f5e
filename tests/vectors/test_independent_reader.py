"""The frozen files, read by a second reader written from docs/sealing.md alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.vectors.independent_reader import control, keeping, people, primitives
from tests.vectors.independent_reader.alarm import AlarmError, WrongSecretError
from tests.vectors.independent_reader.entries import NO_TRUST, Trust, key_ring, open_entry
from tests.vectors.independent_reader.log import Log, Tree
from tests.vectors.independent_reader.packing import pack, unpack
from tests.vectors.independent_reader.verify import Head, Outcome, Rows, read_entries, verify

HERE = Path(__file__).parent
FROZEN: dict[str, Any] = json.loads((HERE / "sealing-1.json").read_text(encoding="utf-8"))
WRAPS: list[dict[str, Any]] = json.loads((HERE / "sealing-1-wraps.json").read_text(encoding="utf-8"))
PUBLISHED: dict[str, Any] = json.loads((HERE / "published.json").read_text(encoding="utf-8"))
KEYS, LOG = FROZEN["keys"], FROZEN["log"]
PROCESS = bytes.fromhex(LOG["process"])
# Where these words stand in the EFF large word list, counted from 0: looked up in a public copy of it.
PLACES = {
    "Ada": [797, 7446, 7500, 4892, 1506, 2308],
    "Bo": [5099, 2851, 1590, 2579, 2970, 4308],
    "Sol": [5354, 5830, 1887, 5208, 7544, 7007],
    "head": [3663, 7041, 5735, 483, 7053, 5762],
}


def _rows(log: dict[str, Any]) -> Rows:
    leaves = [(seq, bytes.fromhex(header), bytes.fromhex(digest)) for seq, (header, digest) in enumerate(log["leaves"])]
    bodies = {int(seq): bytes.fromhex(body) for seq, body in log["bodies"].items()}
    wraps = {primitives.sha256(wrap): wrap for wrap in map(bytes.fromhex, log["wraps"])}
    head = (
        Head(log["size"], bytes.fromhex(log["root"]), [*map(bytes.fromhex, log["frontier"])]) if "root" in log else None
    )
    return Rows(leaves, bodies, wraps, log.get("checkpoints", ()), head)


def _person(name: str) -> people.Person:
    return people.Person(bytes.fromhex(KEYS["people"][name]["seed"]))


def _followed(process: bytes, rows: Rows) -> Log:
    log = Log(process)
    for seq, header, body_hash in rows.leaves:
        control.follow(log, header, body_hash, rows.bodies.get(seq))
    return log


@pytest.mark.parametrize("name", KEYS["people"])
def test_a_person_follows_from_her_seed(name: str) -> None:
    """Keys, user id and the places of her safety words."""
    frozen, person = KEYS["people"][name], _person(name)
    keys = (person.sign_seed.hex(), person.sign_pk.hex(), person.kem.public.hex(), person.user.hex())
    assert keys == tuple(frozen[field] for field in ("sign_seed", "sign_pk", "kem_pk", "user_id"))
    assert people.word_places(primitives.sha256(person.sign_pk + person.kem.public)) == PLACES[name]


def test_an_epoch_and_circles_follow_from_theirs() -> None:
    """Wrap key, public key, the ids of all 27 role circles."""
    seed = bytes.fromhex(KEYS["epoch"]["seed"])
    assert primitives.derive(seed, "wrap").hex() == KEYS["epoch"]["wrap_key"]
    assert people.epoch_pair(seed).public.hex() == KEYS["epoch"]["public_key"]
    circles = Log(bytes.fromhex(KEYS["circles"]["process"])).role_circles
    assert {role: circle.hex() for circle, role in circles.items()} == KEYS["circles"]["ids"]


def test_a_head_is_spoken() -> None:
    """The places of its words, its short root."""
    head = KEYS["head"]
    key = people.head_key(bytes.fromhex(head["process"]), head["size"], bytes.fromhex(head["root"]))
    assert people.word_places(key) == PLACES["head"]
    assert people.short_root(bytes.fromhex(head["root"])) == head["short"]


def test_padding() -> None:
    """The frozen lengths."""
    assert [[count, primitives.padded_length(count)] for count, _ in KEYS["padded_lengths"]] == KEYS["padded_lengths"]


def test_the_published_answers() -> None:
    """HKDF, RFC 6962, Ed25519 and HPKE's key pair as others published them."""
    hkdf = PUBLISHED["hkdf"]
    assert primitives.hmac_sha256(bytes.fromhex(hkdf["salt"]), bytes.fromhex(hkdf["ikm"])).hex() == hkdf["prk"]
    assert primitives.expand(bytes.fromhex(hkdf["prk"]), bytes.fromhex(hkdf["info"]), 42).hex() == hkdf["okm"]
    tree = Tree()
    for leaf in PUBLISHED["rfc6962"]["leaves"]:
        tree.add(bytes.fromhex(leaf))
    assert [root.hex() for root in tree.roots] == PUBLISHED["rfc6962"]["roots"]
    for _, public, message, signature in PUBLISHED["ed25519"]["cases"]:
        assert primitives.signed(*map(bytes.fromhex, (public, signature, message)))
    pair = primitives.KemPair(bytes.fromhex(PUBLISHED["hpke"]["skRm"]))
    assert pair.public.hex() == PUBLISHED["hpke"]["pkRm"]


@pytest.mark.parametrize("case", FROZEN["slots"], ids=lambda case: case.get("error", "opens"))
def test_slots(case: dict[str, str]) -> None:
    """Each secret gives the seed or the named error."""
    row, pepper = bytes.fromhex(case["row"]), bytes.fromhex(case["pepper"])
    if "seed" in case:
        assert people.open_slot(row, case["secret"], pepper).hex() == case["seed"]
    elif case["error"] == "wrong-secret":
        with pytest.raises(WrongSecretError):
            people.open_slot(row, case["secret"], pepper)
    else:
        with pytest.raises(AlarmError, match=f"^{case['error']}$"):
            people.open_slot(row, case["secret"], pepper)


def test_the_log_is_complete() -> None:
    """Size and root; the archive written of it has the frozen digest and reads back."""
    rows = _rows(LOG)
    outcome = verify(PROCESS, rows)
    assert outcome == Outcome("complete", LOG["size"], bytes.fromhex(LOG["root"]), [], [])
    leaves = [(seq, header + body_hash) for seq, header, body_hash in rows.leaves]
    notes = [note.encode() for note in rows.checkpoints]
    archive = keeping.Archive(PROCESS, leaves, rows.bodies, rows.wraps, notes, [], {})
    written = keeping.write_archive(archive)
    assert primitives.sha256(written).hex() == LOG["archive_sha256"]
    assert keeping.read_archive(written) == archive


@pytest.mark.parametrize("name", LOG["readers"])
def test_the_log_reads_as_written(name: str) -> None:
    """Each member opens her entries and nothing else, and finds the log complete."""
    rows, person = _rows(LOG), _person(name)
    opened = read_entries(PROCESS, rows, person)
    assert {entry.hex(): payload.hex() for entry, payload in opened.items()} == LOG["readers"][name]
    assert verify(PROCESS, rows, person).word == "complete"


def test_the_mark_opens() -> None:
    """It names this log, and the log is complete with it."""
    person = _person(LOG["mark"]["of"])
    mark = keeping.open_mark(person, PROCESS, bytes.fromhex(LOG["mark"]["box"]))
    assert (mark.size, mark.root.hex()) == (LOG["size"], LOG["root"])
    assert verify(PROCESS, _rows(LOG), person, mark=mark).word == "complete"


def test_a_log_that_ends_before_the_mark() -> None:
    """Is withheld, however well it reads."""
    rows, mark = _rows(LOG), Trust(LOG["size"] + 1, bytes(32), frozenset())
    assert verify(PROCESS, rows, _person("Ada"), mark=mark).word == "withheld"


def _edited(case: dict[str, Any]) -> Rows:
    rows = _rows(LOG)
    seq, key = case.get("seq", -1), bytes.fromhex(case.get("hash", ""))
    match case["edit"]:
        case "drop-leaf":
            rows.bodies.pop(seq, None)
            return rows._replace(leaves=[leaf for leaf in rows.leaves if leaf[0] != seq])
        case "drop-body":
            del rows.bodies[seq]
        case "drop-wrap":
            del rows.wraps[key]
        case "flip-body":
            rows.bodies[seq] = rows.bodies[seq][:-1] + bytes([rows.bodies[seq][-1] ^ 1])
        case "flip-wrap":
            rows.wraps[key] = rows.wraps[key][:-1] + bytes([rows.wraps[key][-1] ^ 1])
        case "put-body":
            rows.bodies[seq] = bytes.fromhex(case["body"])
        case "put-wrap":
            wrap = bytes.fromhex(case["wrap"])
            rows.wraps[primitives.sha256(wrap)] = wrap
        case "root":
            assert rows.head is not None
            return rows._replace(head=rows.head._replace(root=bytes(32)))
        case _:
            return rows._replace(checkpoints=[note.replace(case["old"], case["new"]) for note in rows.checkpoints])
    return rows


@pytest.mark.parametrize("case", FROZEN["edits"], ids=lambda case: f"{case['edit']}-{case['code']}")
def test_spoiled_rows(case: dict[str, Any]) -> None:
    """Outcome and code are the frozen ones."""
    outcome = verify(PROCESS, _edited(case))
    assert outcome.word == case["outcome"]
    assert case["code"] in (outcome.altered or outcome.withheld)


@pytest.mark.parametrize("case", [*FROZEN["next_leaves"], *WRAPS], ids=lambda case: case["code"] or "taken")
def test_a_next_leaf(case: dict[str, Any]) -> None:
    """Taken, or refused with the frozen code."""
    log = _followed(PROCESS, _rows(LOG))
    body = bytes.fromhex(case["body"]) if "body" in case else None
    leaf = (bytes.fromhex(case["header"]), bytes.fromhex(case["body_hash"]), body)
    if case["code"]:
        with pytest.raises(AlarmError, match=f"^{case['code']}$"):
            control.follow(log, *leaf)
    else:
        control.follow(log, *leaf)
        assert log.size == LOG["size"] + 1


@pytest.mark.parametrize("case", FROZEN["entries"], ids=lambda case: case["code"] or "opens")
def test_an_entry_opened(case: dict[str, Any]) -> None:
    """Opens, or alarms with the frozen code."""
    rows, process = _rows(case), bytes.fromhex(case["process"])
    log = _followed(process, rows)
    ring, alarms = key_ring(log, _person("Ada"), rows.wraps.get)
    entry = log.entries[bytes.fromhex(case["entry"])]
    assert alarms == []
    if case["code"]:
        with pytest.raises(AlarmError, match=f"^{case['code']}$"):
            open_entry(log, ring, entry, rows.bodies.get(entry.header.seq), rows.wraps.get, NO_TRUST)
    else:
        body = rows.bodies[entry.header.seq]
        assert open_entry(log, ring, entry, body, rows.wraps.get, NO_TRUST) in {b"text", b"mail"}


def test_a_pending_newcomer() -> None:
    """Her row reads, fits its code and no other."""
    case = FROZEN["newcomer"]
    row, code, wrong = (bytes.fromhex(case[field]) for field in ("row", "code", "wrong_code"))
    assert people.newcomer_fits(row, PROCESS, code)
    assert not people.newcomer_fits(row, PROCESS, wrong)


def test_a_header_encodes_the_same() -> None:
    """Decoding and encoding give the frozen bytes."""
    data = bytes.fromhex(FROZEN["canonical_header"])
    assert pack(unpack(data, (int, int, str, bytes, int, bytes, bytes, list, bytes), "header-form")) == data

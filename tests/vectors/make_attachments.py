"""Writes a new set of vectors of attachments: `python -m tests.vectors.make_attachments FILE`; the frozen one stays."""

import json
import random
import sys
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nacl import bindings as sodium

from answerable.sealing.attachments import CHUNK, FINAL, MORE, seal_file
from answerable.sealing.derivation import digest
from answerable.sealing.envelope import pad


def stream(key: bytes, *chunks: tuple[bytes, int]) -> list[bytes]:
    """Return the parts of chunks under tags of one's choice: what no writer of ours makes."""
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    start = sodium.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    push = sodium.crypto_secretstream_xchacha20poly1305_push
    parts = [push(state, chunk, None, tag) for chunk, tag in chunks]
    return [start + parts[0], *parts[1:]]


def make() -> dict[str, Any]:
    """Return files with their parts, each with the code that a reader finds ("" = it opens)."""
    chance = random.Random(12)
    small, large = chance.randbytes(900), chance.randbytes(CHUNK)
    one, two = seal_file(small, draw=chance.randbytes), seal_file(large, draw=chance.randbytes)
    one_parts, parts = one.parts, two.parts
    key = chance.randbytes(32)
    good: dict[str, Any] = {"key": one.key, "digest": one.digest, "size": one.size}
    both: dict[str, Any] = {"key": two.key, "digest": two.digest, "size": two.size}
    cases = [
        _case("one chunk", "", one_parts, **good, opens=digest(small)),
        _case("two chunks", "", parts, **both, opens=digest(large)),
        _case("an empty file", "", stream(key, (pad(b""), FINAL)), key=key, size=0, opens=digest(b"")),
        _case("cut after a chunk", "attachment", parts[:1], **both),
        _case("cut after a chunk, hash of what is left", "attachment", parts[:1], **both | {"digest": None}),
        _case("nothing stored", "attachment", [], **good),
        _case("cut by a byte", "attachment", [one_parts[0][:-1]], **good),
        _case("chunks swapped", "attachment", parts[::-1], **both),
        _case("chunks swapped, hash of that", "attachment-chunk", parts[::-1], **both | {"digest": None}),
        _case("the second chunk twice", "attachment-chunk", [*parts, parts[1]], **both | {"digest": None}),
        _case("another hash", "attachment", one_parts, **good | {"digest": two.digest}),
        _case("another key", "attachment-chunk", one_parts, **good | {"key": two.key}),
        _case("a key too short", "attachment-chunk", one_parts, **good | {"key": one.key[:31]}),
        _case("no final tag", "attachment-final", stream(key, (pad(small), MORE)), key=key, size=900),
        _case("another tag", "attachment-final", stream(key, (pad(small), 1)), key=key, size=900),
        _case("a byte behind the end", "attachment-chunk", [*parts, b"x"], **both | {"digest": None}),
        _case("another size", "attachment-padding", one_parts, **good | {"size": 899}),
        _case("padded otherwise", "attachment-padding", stream(key, (bytes(1024), FINAL)), key=key, size=900),
        _case("padded longer", "attachment-padding", stream(key, (pad(bytes(1500)), FINAL)), key=key, size=900),
    ]
    return {"parts": {_name(part): b64encode(part).decode() for case in cases for part in case["raw"]}} | {
        "cases": [{name: value for name, value in case.items() if name != "raw"} for case in cases]
    }


def _name(part: bytes) -> str:
    return digest(part).hex()[:16]


def _case(
    what: str,
    code: str,
    parts: Sequence[bytes],
    *,
    key: bytes,
    size: int,
    digest: bytes | None = None,
    opens: bytes = b"",
) -> dict[str, Any]:
    """Return one case; without a hash given it is that of the parts themselves."""
    hashed = _hash_of(parts) if digest is None else digest
    facts = {"key": key.hex(), "size": size, "digest": hashed.hex(), "opens": opens.hex()}
    return {"what": what, "code": code, **facts, "stored": [_name(part) for part in parts], "raw": parts}


def _hash_of(parts: Sequence[bytes]) -> bytes:
    return digest(b"".join(parts))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(make(), indent=1) + "\n", encoding="utf-8")

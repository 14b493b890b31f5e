"""One byte changed at a time: the rows of a process, spoiled in every way a host could spoil them."""

import random
from collections.abc import Iterator
from dataclasses import replace

from answerable.sealing.verify import Rows


def flipped(data: bytes, place: int, change: int = 1) -> bytes:
    """Return data with one byte changed (change: 1 .. 255)."""
    spoiled = bytearray(data)
    spoiled[place] ^= change
    return bytes(spoiled)


def spoiled_rows(rows: Rows, rng: random.Random, *, sample: int | None = None) -> Iterator[tuple[str, Rows]]:
    """Yield (where, rows) with one byte changed: every byte of headers, hashes, bodies, wraps and checkpoints.

    With `sample`, only that many bytes, each equally likely. The same serves for rows read from a database.
    """
    places = list(_places(rows))
    for field, row, place in places if sample is None else rng.sample(places, min(sample, len(places))):
        yield f"{field} {row} {place}", _spoiled(rows, field, row, place, rng.randrange(1, 256))


def _places(rows: Rows) -> Iterator[tuple[str, int, int]]:
    for number, (_, header, body_hash) in enumerate(rows.leaves):
        yield from (("header", number, place) for place in range(len(header)))
        yield from (("hash", number, place) for place in range(len(body_hash)))
    for number, body in enumerate(rows.bodies.values()):
        yield from (("body", number, place) for place in range(len(body)))
    for number, (key, wrap) in enumerate(rows.wraps.items()):
        yield from (("key", number, place) for place in range(len(key)))
        yield from (("wrap", number, place) for place in range(len(wrap)))
    for number, text in enumerate(rows.checkpoints):
        yield from (("checkpoint", number, place) for place in range(len(text.encode())))


def _spoiled(rows: Rows, field: str, number: int, place: int, change: int) -> Rows:
    if field in {"header", "hash"}:
        leaves = list(rows.leaves)
        row = leaves[number]
        if field == "header":
            leaves[number] = row._replace(header=flipped(row.header, place, change))
        else:
            leaves[number] = row._replace(body_hash=flipped(row.body_hash, place, change))
        return replace(rows, leaves=leaves)
    if field == "body":
        seq = list(rows.bodies)[number]
        return replace(rows, bodies={**rows.bodies, seq: flipped(rows.bodies[seq], place, change)})
    if field == "checkpoint":
        texts = list(rows.checkpoints)
        texts[number] = flipped(texts[number].encode(), place, change).decode("utf-8", "replace")
        return replace(rows, checkpoints=texts)
    key = list(rows.wraps)[number]
    wraps = {other: wrap for other, wrap in rows.wraps.items() if other != key}
    wrap = rows.wraps[key]
    wraps[flipped(key, place, change) if field == "key" else key] = (
        wrap if field == "key" else flipped(wrap, place, change)
    )
    return replace(rows, wraps=wraps)

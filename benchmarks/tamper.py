"""Change stored bytes, one at a time, in a real database: verify as a member must notice each of them."""

import json
import random
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import models as django_models

from benchmarks.place import installation


class Place(NamedTuple):
    """One byte of one stored value: table, key, column, offset."""

    table: type[django_models.Model]
    key: dict[str, Any]
    column: str
    offset: int


def columns() -> list[tuple[type[django_models.Model], tuple[str, ...], tuple[str, ...]]]:
    """Return (table, key columns, columns whose bytes are changed) of all that a record consists of."""
    from answerable.store import models

    return [
        (models.Leaf, ("process", "seq"), ("header", "body_hash")),
        (models.Body, ("process", "seq"), ("body",)),
        (models.Wrap, ("process", "digest"), ("wrap",)),
        (models.Checkpoint, ("process", "size"), ("note",)),
        (models.Head, ("process",), ("root", "frontier")),
    ]


def places(process: bytes) -> Iterator[Place]:
    """Yield every stored byte of a process."""
    for table, keys, names in columns():
        for row in table._default_manager.filter(process=process).values(*keys, *names):  # noqa: SLF001  # Django's public API
            key = {name: row[name] for name in keys}
            for name in names:
                for offset in range(len(bytes(row[name]))):
                    yield Place(table, key, name, offset)


def change(place: Place, bit: int) -> bytes:
    """Flip a bit in the database; return the value as it was."""
    rows = place.table._default_manager.filter(**place.key)  # noqa: SLF001  # Django's public API
    before = bytes(rows.values_list(place.column, flat=True)[0])
    changed = bytearray(before)
    changed[place.offset] ^= 1 << bit
    rows.update(**{place.column: bytes(changed)})
    return before


def put_back(place: Place, value: bytes) -> None:
    """Undo a change."""
    place.table._default_manager.filter(**place.key).update(**{place.column: value})  # noqa: SLF001  # Django's public API


def unnoticed(sample: int | None = None) -> tuple[int, list[str]]:
    """Build a small record in the current database and change its bytes; return (how many, those unnoticed)."""
    from answerable.actions import keeping
    from benchmarks.small_record import small_record

    identity, process = small_record()
    every = list(places(process))
    chosen = every if sample is None else random.sample(every, min(sample, len(every)))
    bad = []
    for place in chosen:
        value = change(place, random.randrange(8))  # which bit, not a secret
        if keeping.check(process, keeping.stored_rows(process), identity=identity).outcome != "altered":
            bad.append(f"{place.table.__name__}.{place.column}[{place.offset}]")
        put_back(place, value)
    whole = keeping.check(process, keeping.stored_rows(process), identity=identity).outcome
    return len(chosen), bad if whole == "complete" else [*bad, f"afterwards: {whole}"]


def main() -> int:
    """Change every byte, on SQLite; return 1 where one went unnoticed."""
    with installation():
        count, bad = unnoticed()
    print(
        json.dumps({"name": "tamper", "database": "sqlite", "bytes": count, "unnoticed": len(bad), "where": bad[:10]})
    )
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())

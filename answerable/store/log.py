"""The rows of a process's log: read in bulk, appended under the head's lock, destroyed on taking out."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db import connection

from answerable.store import models


class HeadRow(NamedTuple):
    """The end of a log as stored: how many leaves, their root, the frontier to go on from."""

    size: int
    root: bytes
    frontier: bytes


class LeafRow(NamedTuple):
    """One leaf as stored."""

    seq: int
    header: bytes
    body_hash: bytes


class LogRows(NamedTuple):
    """All a process has in the store."""

    head: HeadRow
    leaves: list[LeafRow]
    bodies: dict[int, bytes]
    wraps: dict[bytes, bytes]


class NewRow(NamedTuple):
    """One leaf to append, with its body and its wraps by hash."""

    leaf: LeafRow
    body: bytes
    wraps: tuple[tuple[bytes, bytes], ...]


class NoSuchProcessError(LookupError):
    """No process with this id or alias is kept here."""


_HEAD = "SELECT size, root, frontier FROM store_head WHERE process = %s"
_HEAD_LOCKED = _HEAD + " FOR UPDATE"
_MOVE_HEAD = "UPDATE store_head SET size = %s, root = %s, frontier = %s WHERE process = %s"
_LEAF = "INSERT INTO store_leaf (process, seq, header, body_hash) VALUES (%s, %s, %s, %s)"
_BODY = "INSERT INTO store_body (process, seq, body) VALUES (%s, %s, %s)"
_WRAP = "INSERT INTO store_wrap (process, digest, wrap) VALUES (%s, %s, %s)"
# The hot path speaks SQL itself: building these statements through the ORM costs more than running them.


def read_head(process: bytes, *, lock: bool = False) -> HeadRow:
    """Return the head; with `lock`, hold all other writers of this process until the transaction ends.

    SQLite needs no row lock: its transactions here are IMMEDIATE, one writer at a time. Raises NoSuchProcessError.
    """
    locked = lock and connection.vendor != "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(_HEAD_LOCKED if locked else _HEAD, [process])
        found = cursor.fetchone()
    if found is None:
        raise NoSuchProcessError
    return HeadRow(found[0], bytes(found[1]), bytes(found[2]))


def read_log(process: bytes) -> LogRows:
    """Return every row of the process's log. Raises NoSuchProcessError.

    The head is read first and cuts off what is appended meanwhile, so a reader never sees half a write.
    """
    head = read_head(process)
    fields = models.Leaf.objects.filter(process=process, seq__lt=head.size).order_by("seq")
    leaves = [
        LeafRow(seq, bytes(header), bytes(h)) for seq, header, h in fields.values_list("seq", "header", "body_hash")
    ]
    bodies = models.Body.objects.filter(process=process, seq__lt=head.size).values_list("seq", "body")
    wraps = models.Wrap.objects.filter(process=process).values_list("digest", "wrap")
    return LogRows(head, leaves, {seq: bytes(b) for seq, b in bodies}, {bytes(d): bytes(w) for d, w in wraps})


def create_process(process: bytes, *, alias: str, practice: bool, empty: HeadRow) -> None:
    """Make the rows a new process needs: itself and an empty head."""
    models.Process.objects.create(process=process, alias=alias, practice=practice)
    models.Head.objects.create(process=process, size=empty.size, root=empty.root, frontier=empty.frontier)


def append_rows(process: bytes, rows: Iterable[NewRow], *, head: HeadRow) -> None:
    """Insert leaves with bodies and wraps and move the head. The caller holds the head's lock."""
    rows = list(rows)
    with connection.cursor() as cursor:
        cursor.executemany(_LEAF, [(process, r.leaf.seq, r.leaf.header, r.leaf.body_hash) for r in rows])
        cursor.executemany(_BODY, [(process, r.leaf.seq, r.body) for r in rows])
        cursor.executemany(_WRAP, [(process, digest, wrap) for r in rows for digest, wrap in r.wraps])
        cursor.execute(_MOVE_HEAD, [head.size, head.root, head.frontier, process])


def destroy(process: bytes, *, bodies: Iterable[int], wraps: Iterable[bytes]) -> None:
    """Delete bodies by seq and wraps by hash (taking out, leaving). `scrub` afterwards, outside the transaction."""
    models.Body.objects.filter(process=process, seq__in=list(bodies)).delete()
    models.Wrap.objects.filter(process=process, digest__in=list(wraps)).delete()


def scrub() -> None:
    """Make sure that what was deleted is gone from the database's own files too.

    SQLite in WAL mode keeps the bytes in `-wal` even with secure_delete until the log is truncated; PostgreSQL keeps
    dead rows until VACUUM. Backups keep them until they expire: the page says so.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            for table in ("store_body", "store_wrap", "store_attachment", "store_draft", "store_mark"):
                cursor.execute(f"VACUUM {table}")


def keep_checkpoint(process: bytes, size: int, note: bytes) -> None:
    """Keep (or replace by one with more cosignatures) the checkpoint at this size."""
    models.Checkpoint.objects.update_or_create(process=process, size=size, defaults={"note": note})


def read_checkpoints(process: bytes) -> list[bytes]:
    """Return all checkpoints, smallest size first."""
    rows = models.Checkpoint.objects.filter(process=process).order_by("size").values_list("note", flat=True)
    return [bytes(note) for note in rows]


def read_mark(process: bytes, user: bytes) -> bytes | None:
    """Return the member's own mark of what she has checked, or nothing."""
    found = models.Mark.objects.filter(process=process, user=user).values_list("box", flat=True).first()
    return None if found is None else bytes(found)


def keep_mark(process: bytes, user: bytes, box: bytes) -> None:
    """Replace the member's mark."""
    models.Mark.objects.update_or_create(process=process, user=user, defaults={"box": box})


def process_of_alias(alias: str) -> tuple[bytes, bool]:
    """Return (process id, practice) for an alias. Raises NoSuchProcessError."""
    found = models.Process.objects.filter(alias=alias).values_list("process", "practice").first()
    if found is None:
        raise NoSuchProcessError
    return bytes(found[0]), found[1]


def alias_of_process(process: bytes) -> str:
    """Return the alias under which the process stands in URLs. Raises NoSuchProcessError."""
    found = models.Process.objects.filter(process=process).values_list("alias", flat=True).first()
    if found is None:
        raise NoSuchProcessError
    return str(found)


def all_processes() -> list[tuple[bytes, str, bool]]:
    """Return (process id, alias, practice) of every process on this host."""
    rows = models.Process.objects.order_by("alias").values_list("process", "alias", "practice")
    return [(bytes(process), alias, practice) for process, alias, practice in rows]


def take_seat(process: bytes, user: bytes) -> None:
    """Let a user find this process after signing in."""
    models.Seat.objects.get_or_create(process=process, user=user)


def leave_seat(process: bytes, user: bytes) -> None:
    """Take the process from the user's list."""
    models.Seat.objects.filter(process=process, user=user).delete()


def processes_of(user: bytes) -> list[tuple[bytes, str, bool]]:
    """Return (process id, alias, practice) of each process in which the user has or had a seat."""
    ids = [bytes(p) for p in models.Seat.objects.filter(user=user).values_list("process", flat=True)]
    rows = models.Process.objects.filter(process__in=ids).order_by("alias")
    return [(bytes(p), alias, practice) for p, alias, practice in rows.values_list("process", "alias", "practice")]


def seats(process: bytes) -> frozenset[bytes]:
    """Return the users who find this process after signing in."""
    return frozenset(bytes(u) for u in models.Seat.objects.filter(process=process).values_list("user", flat=True))


def keep_sittings(process: bytes, members: Mapping[bytes, Iterable[bytes]]) -> None:
    """Write down who is in which circle now."""
    models.Sitting.objects.filter(process=process).delete()
    rows = [
        models.Sitting(process=process, circle=circle, user=user) for circle, users in members.items() for user in users
    ]
    models.Sitting.objects.bulk_create(rows)


def sittings() -> dict[tuple[bytes, bytes], list[bytes]]:
    """Return the users of every (process, circle) on this host."""
    found: dict[tuple[bytes, bytes], list[bytes]] = {}
    for process, circle, user in models.Sitting.objects.values_list("process", "circle", "user"):
        found.setdefault((bytes(process), bytes(circle)), []).append(bytes(user))
    return found


def delete_process(process: bytes) -> None:
    """Delete every row of a process (practice only: a real record is never thrown away by the software)."""
    tables = (models.Checkpoint, models.Mark, models.Newcomer, models.Due, models.Seat, models.Sitting)
    for table in (*tables, models.Attachment, models.Wrap, models.Body, models.Leaf, models.Head, models.Process):
        table.objects.filter(process=process).delete()


def delete_practice() -> list[bytes]:
    """Delete all practice processes and return the users who sat in them."""
    users: list[bytes] = []
    for process, _alias, practice in all_processes():
        if practice:
            users += seats(process)
            delete_process(process)
    return users

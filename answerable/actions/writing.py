"""Appending to a process: one transaction from the head's lock to the commit (sealing.md, APPEND)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

import msgspec
from django.db import transaction

from answerable.actions.reading import OpenProcess, open_process, utc_day
from answerable.core import circles, duties
from answerable.core.circles import Role
from answerable.core.entries import Entry, codec
from answerable.core.state import Filed, fold
from answerable.sealing import seal
from answerable.sealing.derivation import digest
from answerable.sealing.leaves import NewLeaf
from answerable.sealing.mark import seal_mark
from answerable.store import calendar, log

PLAN_DAYS = 400
_MARK_EVERY = 32


class AlreadyWrittenError(Exception):
    """This form was saved before (double submit, back button): nothing was written again."""


class WritingShutError(Exception):
    """The record was altered and nobody noted it yet, or it holds entries of a newer version."""

    def __init__(self, *, newer: bool) -> None:
        super().__init__("writing is shut")
        self.newer = newer


def derived_id(entry_id: bytes, part: int) -> bytes:
    """Return the id of a further entry of the same save, so that saving twice writes each of them once."""
    return digest(b"part" + entry_id + part.to_bytes(2, "big"))[:16]


class Writer:
    """The leaves of one act, sealed one after the other against a ledger that already holds those before."""

    def __init__(self, opened: OpenProcess) -> None:
        self.opened = opened
        self.ledger = opened.ledger.copy()
        self.ring = opened.ring
        self.leaves: list[NewLeaf] = []
        self.filed = list(opened.filed)
        self.destroyed_bodies: list[int] = []
        self.destroyed_wraps: list[bytes] = []
        self.wrap_rows: list[tuple[bytes, bytes]] = []

    def follow(self, leaf: NewLeaf) -> None:
        """Take a leaf that was sealed against `ledger`."""
        self.ledger.follow(leaf.header, leaf.body_hash, leaf.body)
        self.leaves.append(leaf)

    def entry(self, entry_id: bytes, entry: Entry, *, also: Iterable[Role] = ()) -> None:
        """Seal an entry for the circles it is meant for that are here, and keep the others in `meant_for`.

        Raises AlreadyWrittenError where the id stands in the log.
        """
        if self.ledger.has(entry_id):
            raise AlreadyWrittenError
        roles = circles.audience_of(entry, self.opened.state.process.presence) | frozenset(also)
        entry = msgspec.structs.replace(entry, meant_for=circles.sorted_roles(roles))
        here = [circle for role in roles if self.ledger.newest(circle := self.ledger.circle(role)) is not None]
        leaf = seal.seal_entry(self.ledger, self.ring, entry=entry_id, audience=here, payload=codec.encode(entry))
        self.follow(leaf)
        self.filed.append(Filed(entry_id, leaf.seq, self.opened.user_id, self.opened.roles, entry))

    def destroy(self, *, body: int | None = None, wraps: Iterable[bytes] = ()) -> None:
        """Have a body or wraps deleted in the same transaction."""
        if body is not None:
            self.destroyed_bodies.append(body)
        self.destroyed_wraps += wraps


def write(
    opened: OpenProcess, build: Callable[[Writer], None], *, now: int, though_shut: bool = False
) -> OpenProcess:
    """Append what `build` puts into a writer, all or nothing, and return the process as it then is.

    `though_shut` lets through the one act that may be written over an alarm: noting it.
    Raises AlreadyWrittenError, WritingShutError, sealing.errors.RefusedError, django.db.DatabaseError.
    """
    with transaction.atomic():
        head = log.read_head(opened.process, lock=True)
        if (head.size, head.root) != (opened.ledger.size, opened.ledger.root):
            opened = open_process(opened.identity, opened.process, now=now)
        _refuse_where_shut(opened, though_shut=though_shut)
        writer = Writer(opened)
        build(writer)
        rows = [log.NewRow(log.LeafRow(n.seq, n.header, n.body_hash), n.body, n.wrap_rows) for n in writer.leaves]
        ledger = writer.ledger
        log.append_rows(opened.process, rows, head=log.HeadRow(ledger.size, ledger.root, b"".join(ledger.frontier)))
        if writer.destroyed_bodies or writer.destroyed_wraps:
            log.destroy(opened.process, bodies=writer.destroyed_bodies, wraps=writer.destroyed_wraps)
        after = replace(
            opened, ledger=ledger, ring=writer.ring, filed=tuple(writer.filed), state=fold(writer.filed), now=now
        )
        plan_days(after)
        if ledger.size - opened.checked >= _MARK_EVERY and not opened.alarmed:
            log.keep_mark(opened.process, opened.user_id, seal_mark(writer.ring, ledger))
    if writer.destroyed_bodies or writer.destroyed_wraps:
        log.scrub()
    return after


def append(opened: OpenProcess, *entries: tuple[bytes, Entry], now: int, though_shut: bool = False) -> OpenProcess:
    """Append entries under the ids drawn with their form; see `write`."""

    def build(writer: Writer) -> None:
        for entry_id, entry in entries:
            writer.entry(entry_id, entry)

    return write(opened, build, now=now, though_shut=though_shut)


def _refuse_where_shut(opened: OpenProcess, *, though_shut: bool) -> None:
    if opened.newer:
        raise WritingShutError(newer=True)
    if opened.alarmed and not though_shut and not alarm_is_noted(opened):
        raise WritingShutError(newer=False)


def alarm_is_noted(opened: OpenProcess) -> bool:
    """Say whether a member has written down that she saw the alarm (entries.md)."""
    return bool(opened.state.alarms)


def plan_days(opened: OpenProcess) -> None:
    """Replace the plan of due days of one's own circles and add to that of the others (entries.md, Due days)."""
    until = opened.today + timedelta(days=PLAN_DAYS)
    ahead = duties.days_ahead(opened.state, until, opened.today)
    for role in Role:
        if opened.has_circle(role):
            days = [(day, hurry) for day, roles, hurry in ahead if role in roles]
            keep = calendar.plan_days if role in opened.roles else calendar.add_days
            keep(opened.process, opened.circle(role), days)


def keep_mark(opened: OpenProcess) -> None:
    """After signing in: keep how far everything was checked, so that it is not checked again."""
    if opened.ledger.size - opened.checked >= _MARK_EVERY and not opened.alarmed:
        log.keep_mark(opened.process, opened.user_id, seal_mark(opened.ring, opened.ledger))


__all__ = ["AlreadyWrittenError", "Writer", "WritingShutError", "append", "keep_mark", "plan_days", "utc_day", "write"]

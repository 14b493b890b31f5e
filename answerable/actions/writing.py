"""Appending to a process: one transaction from the head's lock to the commit (sealing.md, APPEND)."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from django.db import transaction

from answerable.actions import alarms, asides
from answerable.actions.reading import OpenProcess, folded, open_process, utc_day
from answerable.core import audiences, duties, outgoing
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, Aside, codec
from answerable.core.state import Filed
from answerable.sealing import joining, seal
from answerable.sealing.attachments import SealedFile
from answerable.sealing.derivation import digest
from answerable.sealing.leaves import NewLeaf
from answerable.sealing.log import Ledger
from answerable.sealing.mark import seal_mark
from answerable.store import attachments, calendar, log

PLAN_DAYS = 400
_MARK_EVERY = 32
_CHECK = 1000
"""The part of a save that a check of its words is; no save has so many others."""


class AlreadyWrittenError(Exception):
    """This form was saved before (double submit, back button): nothing was written again."""


class StandsOtherwiseError(Exception):
    """This form was saved before, with other words: those stand, nothing was written now."""

    def __init__(self, entry_id: bytes) -> None:
        super().__init__("saved before with other words")
        self.entry_id = entry_id


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
        self.destroyed_files: list[bytes] = []
        self.files: list[SealedFile] = []
        self.wrap_rows: list[tuple[bytes, bytes]] = []

    def follow(self, leaf: NewLeaf) -> None:
        """Take a leaf that was sealed against `ledger`."""
        self.ledger.follow(leaf.header, leaf.body_hash, leaf.body)
        self.leaves.append(leaf)

    def entry(
        self, entry_id: bytes, entry: AnyEntry, *, also: Iterable[Role] = (), without: Iterable[Role] = ()
    ) -> None:
        """Seal an entry for those it is meant for whose circles have keys; the others stay named in it (R64).

        Raises AlreadyWrittenError or StandsOtherwiseError where the id stands in the log, core's AudienceError where
        the kind forbids `also` or `without`.
        """
        self.once(entry_id, **_said(entry))
        entry = audiences.addressed(
            entry, self.opened.roles, of=self._readers_of_target(entry), also=also, without=without
        )
        listed = None
        if isinstance(entry, Aside):
            here, listed = [self._aside(entry.named, entry_id)], frozenset(entry.named)
        else:
            roles = (self.ledger.circle(role) for role in entry.meant_for)
            here = [circle for circle in roles if self._can_seal_to(circle, entry_id)]
        leaf = seal.seal_entry(self.ledger, self.ring, entry=entry_id, audience=here, payload=codec.encode(entry))
        self.follow(leaf)
        filed = Filed(
            entry_id=entry_id,
            seq=leaf.seq,
            author=self.opened.user_id,
            author_roles=self.opened.roles,
            entry=entry,
            listed=listed,
        )
        self.filed.append(filed)

    def once(self, entry_id: bytes, **said: object) -> None:
        """Go on only where no leaf has this id yet.

        Raises AlreadyWrittenError (a form sent twice) or, where what stands says something else in one of the fields
        `said`, StandsOtherwiseError (sent once more, after "back", with other words).
        """
        if not self.ledger.has(entry_id):
            return
        standing = next((filed.entry for filed in self.filed if filed.entry_id == entry_id), None)
        if standing is not None and any(getattr(standing, name, None) != value for name, value in said.items()):
            raise StandsOtherwiseError(entry_id)
        raise AlreadyWrittenError

    def once_all(self, entries: Sequence[tuple[bytes, AnyEntry]]) -> None:
        """Do as `once` for a save of several entries: if one of them stands, all of them do, or it says otherwise."""
        before = [entry_id for entry_id, _entry in entries if self.ledger.has(entry_id)]
        for entry_id, entry in entries:
            with suppress(AlreadyWrittenError):
                self.once(entry_id, **_said(entry))
        if 0 < len(before) < len(entries):
            raise StandsOtherwiseError(before[0])
        if before:
            raise AlreadyWrittenError

    def turn(self, circle: bytes, entry_id: bytes, *, newcomers: Iterable[bytes] = ()) -> None:
        """Begin the circle's next epoch with its members and these newcomers, without those who left (R21)."""
        members = {*self.ledger.members(circle), *newcomers}
        leaf, keys = joining.open_epoch(self.ledger, self.ring, circle, entry=entry_id, members=members)
        self.follow(leaf)
        self.ring = self.ring.with_epoch(circle, len(self.ledger.epochs(circle)) - 1, keys)

    def _aside(self, named: tuple[bytes, ...], entry_id: bytes) -> bytes:
        """Return the aside of exactly these people, with keys that nobody who left it knows; open one if there is none.

        Raises asides.NotHereError where one of them is in no group any more, or the author is not among them.
        """
        asides.check(self.ledger, named, author=self.opened.user_id)
        circle = asides.of(self.ledger, named)
        if circle is None:
            circle = digest(b"aside" + entry_id)[:16]  # as random as the id drawn with the form
            self.turn(circle, digest(b"turn" + entry_id + circle)[:16], newcomers=named)
        else:
            self._can_seal_to(circle, entry_id)
        return circle

    def _can_seal_to(self, circle: bytes, entry_id: bytes) -> bool:
        """Say whether a circle can be sealed to; one's own is given new keys first where somebody left it.

        Keys of another circle are renewed by its own members only: until then the entry waits for it, as for a circle
        that is not here yet, and is granted to it afterwards.
        """
        if self.ledger.is_stale(circle) and self.opened.user_id in self.ledger.members(circle):
            self.turn(circle, digest(b"turn" + entry_id + circle)[:16])
        return self.ledger.newest(circle) is not None and not self.ledger.is_stale(circle)

    def _readers_of_target(self, entry: AnyEntry) -> tuple[Role, ...]:
        """Return the readers of the entry that this one is about, where its kind follows them."""
        target = getattr(entry, "entry", None)
        found = [filed.entry.meant_for for filed in self.filed if filed.entry_id == target]
        return found[-1] if found else ()

    def destroy(self, *, body: int | None = None, wraps: Iterable[bytes] = (), files: Iterable[bytes] = ()) -> None:
        """Have a body, wraps or the rows of files deleted in the same transaction."""
        if body is not None:
            self.destroyed_bodies.append(body)
        self.destroyed_wraps += wraps
        self.destroyed_files += files


def write(opened: OpenProcess, build: Callable[[Writer], None], *, now: int, though_shut: bool = False) -> OpenProcess:
    """Append what `build` puts into a writer, all or nothing, and return the process as it then is.

    `though_shut` lets through the one act that may be written over an alarm: noting it.
    Raises AlreadyWrittenError, StandsOtherwiseError, WritingShutError, sealing.errors.RefusedError,
    django.db.DatabaseError.
    """
    with transaction.atomic():
        head = log.read_head(opened.process, lock=True)
        if (head.size, head.root) != (opened.ledger.size, opened.ledger.root):
            opened = open_process(opened.identity, opened.process, now=now)
        _refuse_where_shut(opened, head, though_shut=though_shut)
        writer = Writer(opened)
        build(writer)
        _check_what_leaves(writer, now=now)
        rows = [log.NewRow(log.LeafRow(n.seq, n.header, n.body_hash), n.body, n.wrap_rows) for n in writer.leaves]
        ledger = writer.ledger
        log.append_rows(opened.process, rows, head=log.HeadRow(ledger.size, ledger.root, b"".join(ledger.frontier)))
        for file in writer.files:
            attachments.keep(opened.process, file.digest, file.parts)
        if any(leaf.entry not in ledger.entries for leaf in writer.leaves):
            keep_sittings(opened.process, ledger)
        if writer.destroyed_bodies or writer.destroyed_wraps:
            log.destroy(opened.process, bodies=writer.destroyed_bodies, wraps=writer.destroyed_wraps)
            attachments.destroy(opened.process, writer.destroyed_files)
            transaction.on_commit(log.scrub)  # neither database can do it inside a transaction, ours or a caller's
        filed = tuple(one for one in writer.filed if not ledger.entries[one.entry_id].shredded)
        state, given = folded(filed, ledger, now=now)
        after = replace(opened, ledger=ledger, ring=writer.ring, filed=filed, state=state, given=given, now=now)
        plan_days(after, frozenset(leaf.entry for leaf in writer.leaves))
        if ledger.size - opened.checked >= _MARK_EVERY and not opened.alarmed:
            log.keep_mark(opened.process, opened.user_id, seal_mark(writer.ring, ledger))
            after = replace(after, checked=ledger.size)
    return after


def _check_what_leaves(writer: Writer, *, now: int) -> None:
    """Check words that leave with this act against the protected ones, and count that (R12)."""
    new = writer.filed[len(writer.opened.filed) :]
    for entry_id, check in outgoing.checks(writer.opened.state, new, now=now):
        writer.entry(derived_id(entry_id, _CHECK), check)


def _said(entry: AnyEntry) -> dict[str, object]:
    """Return what an entry says, without when, for whom and in whose place."""
    told = {name: getattr(entry, name) for name in entry.__struct_fields__}
    return {name: value for name, value in told.items() if name not in {"at", "meant_for", "corrects"}}


def append(opened: OpenProcess, *entries: tuple[bytes, AnyEntry], now: int, though_shut: bool = False) -> OpenProcess:
    """Append entries under the ids drawn with their form; see `write`."""

    def build(writer: Writer) -> None:
        writer.once_all(entries)
        for entry_id, entry in entries:
            writer.entry(entry_id, entry)

    return write(opened, build, now=now, though_shut=though_shut)


def keep_sittings(process: bytes, ledger: Ledger) -> None:
    """Write down who is in which circle, as the log now lists them."""
    log.keep_sittings(process, {circle: ledger.members(circle) for circle in ledger.circles})


def _refuse_where_shut(opened: OpenProcess, head: log.HeadRow, *, though_shut: bool) -> None:
    if opened.newer:
        raise WritingShutError(newer=True)
    if (opened.ledger.size, opened.ledger.root) != (head.size, head.root):
        raise WritingShutError(newer=False)  # a leaf is damaged: nothing can be put after it
    if opened.alarmed and not though_shut and not alarms.is_noted(opened):
        raise WritingShutError(newer=False)


def plan_days(opened: OpenProcess, new: frozenset[bytes]) -> None:
    """Replace the plan of due days of one's own circles, and add to that of others what the new entries bring.

    What others owe by entries that this member cannot read stays in their plan (entries.md, Due days).
    """
    if not opened.given:
        return
    state, today = opened.state, opened.today
    until = today + timedelta(days=PLAN_DAYS)
    ahead = duties.days_ahead(state, until, today)
    others = [role for role in Role if role not in opened.roles and opened.has_circle(role)]
    added = duties.days_ahead(state, until, today, about=new) if others else ()
    for role in sorted(opened.roles):
        days = [(one.day, one.hurry) for one in ahead if role in one.roles]
        calendar.plan_days(opened.process, opened.circle(role), days)
    for role in others:
        days = [(one.day, one.hurry) for one in added if role in one.roles]
        calendar.add_days(opened.process, opened.circle(role), days)


def keep_mark(opened: OpenProcess) -> None:
    """After signing in: keep how far everything was checked, so that it is not checked again."""
    if opened.ledger.size - opened.checked >= _MARK_EVERY and not opened.alarmed:
        log.keep_mark(opened.process, opened.user_id, seal_mark(opened.ring, opened.ledger))


__all__ = [
    "AlreadyWrittenError",
    "StandsOtherwiseError",
    "Writer",
    "WritingShutError",
    "append",
    "keep_mark",
    "plan_days",
    "utc_day",
    "write",
]

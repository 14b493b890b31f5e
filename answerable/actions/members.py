"""The people of a process: letting in, giving what was meant for a circle, leaving, shutting out (R15-R21)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from answerable.actions.reading import OpenProcess, open_process
from answerable.actions.writing import AlreadyWrittenError, Writer, derived_id, write
from answerable.core.circles import Presence, Role
from answerable.core.entries import MemberLeft, MemberNamed, PresenceSet, StanceAffirmed
from answerable.sealing import open as opening
from answerable.sealing import seal
from answerable.sealing.derivation import digest
from answerable.sealing.log import EVERYWHERE, Vouch
from answerable.store import log

GRANTS_AT_ONCE = 50


class NotWaitingError(Exception):
    """Nobody of this id waits to be let into this circle."""


class NotAloneError(Exception):
    """Who vouched for somebody does not let her in: another member does (a founder alone does both)."""


class Waiting(NamedTuple):
    """Somebody vouched for whom a second member has still to let in; `may` says whether the reader is one who can."""

    user: bytes
    role: Role
    by: bytes
    may: bool
    opens_keys: bool


class Owed(NamedTuple):
    """What a circle was meant to read and has no key for, and the reader could give it."""

    role: Role
    entries: tuple[bytes, ...]


class Handover(NamedTuple):
    """What somebody who leaves says: her last day, what goes on without her, how the support circle was told."""

    last_on: date
    lines: tuple[str, ...]
    told_support: str | None


# -- saying who one is ------------------------------------------------------------------------------------------------


def come_in(
    opened: OpenProcess, entry_id: bytes, named: MemberNamed, stance: StanceAffirmed, *, now: int
) -> OpenProcess:
    """Write down who one is here, and how one stands to the statement (R15, R19). Raises AlreadyWrittenError."""

    def build(writer: Writer) -> None:
        writer.entry(entry_id, named)
        writer.entry(derived_id(entry_id, 1), stance)

    return write(opened, build, now=now)


# -- letting in -------------------------------------------------------------------------------------------------------


def waiting(opened: OpenProcess) -> tuple[Waiting, ...]:
    """Return who was vouched for in one's own circles, and for a contact member in circles without keys."""
    found = []
    for role in Role:
        circle = opened.circle(role)
        opens_keys = not opened.has_circle(role)
        if role in opened.roles or (opens_keys and Role.CONTACT in opened.roles):
            for vouch in opened.ledger.waiting(circle):
                may = not opens_keys and _may_let_in(opened, vouch)
                found.append(Waiting(vouch.user, role, vouch.by, may, opens_keys))
    return tuple(found)


def _may_let_in(opened: OpenProcess, vouch: Vouch) -> bool:
    members = opened.ledger.members(vouch.circle)
    return opened.user_id in members and (len(members) == 1 or vouch.by != opened.user_id)


def let_in(opened: OpenProcess, user: bytes, role: Role, entry_id: bytes, *, now: int) -> OpenProcess:
    """Open the circle's next epoch with her; she reads all of its past (R15).

    Raises AlreadyWrittenError, NotWaitingError, NotAloneError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id)
        circle = writer.ledger.circle(role)
        vouch = next((one for one in writer.ledger.waiting(circle) if one.user == user), None)
        if vouch is None or writer.opened.user_id not in writer.ledger.members(circle):
            raise NotWaitingError
        if not _may_let_in(writer.opened, vouch):
            raise NotAloneError
        writer.turn(circle, entry_id, newcomers=(user,))

    return write(opened, build, now=now)


# -- giving what was meant for a circle -------------------------------------------------------------------------------


def owed(opened: OpenProcess) -> tuple[Owed, ...]:
    """Return what circles with keys were meant to read and cannot: they came later, or had old keys (R64)."""
    found = []
    mine = opened.ledger.circles_of(opened.user_id)
    for role in Role:
        circle = opened.circle(role)
        if not opened.has_circle(role) or opened.ledger.is_stale(circle):
            continue
        entries = []
        for filed in opened.filed:
            facts = opened.ledger.entries[filed.entry_id]
            if role in filed.entry.meant_for and circle not in facts.circles and mine & facts.circles:
                entries.append(filed.entry_id)
        if entries:
            found.append(Owed(role, tuple(entries)))
    return tuple(found)


def give(opened: OpenProcess, role: Role, entry_id: bytes, *, now: int) -> int:
    """Give a circle what was meant for it, and note that it is here; return how many entries it was (R64).

    One grant an entry, in batches: what was given stays given if a later batch fails, and sending it twice gives
    nothing twice.
    """
    opened = _note_presence(opened, role, entry_id, now=now)
    count = 0
    while True:
        batch = next((one.entries[:GRANTS_AT_ONCE] for one in owed(opened) if one.role is role), ())
        if not batch:
            return count
        opened = _give_batch(opened, role, batch, now=now)
        count += len(batch)


def _note_presence(opened: OpenProcess, role: Role, entry_id: bytes, *, now: int) -> OpenProcess:
    """Note that a circle which opened its keys is here."""
    if Role.CONTACT not in opened.roles or opened.state.process.presence[role] is Presence.HERE:
        return opened
    here = PresenceSet(at=now, meant_for=tuple(Role), role=role, state=Presence.HERE)

    def build(writer: Writer) -> None:
        if not writer.ledger.has(entry_id):
            writer.entry(entry_id, here)

    return write(opened, build, now=now)


def _give_batch(opened: OpenProcess, role: Role, batch: Iterable[bytes], *, now: int) -> OpenProcess:
    circle = opened.circle(role)
    wraps = log.read_log(opened.process).wraps

    def build(writer: Writer) -> None:
        for target in batch:
            facts = writer.ledger.entries[target]
            if facts.shredded or circle in facts.circles:
                continue
            cek = opening.content_key(writer.ledger, writer.opened.ring, target, wraps.get)
            leaf_id = digest(b"give" + target + circle)[:16]
            writer.follow(seal.grant(writer.ledger, writer.ring, entry=leaf_id, target=target, circle=circle, cek=cek))

    return write(opened, build, now=now)


# -- leaving ----------------------------------------------------------------------------------------------------------


def leave(opened: OpenProcess, entry_id: bytes, roles: Iterable[Role], handover: Handover, *, now: int) -> None:
    """Leave circles: write down what goes on without one, sign that one is out, and have one's keys destroyed (R21).

    Whoever writes next in such a circle, or signs in, begins its new epoch. Raises AlreadyWrittenError.
    """
    leaving = frozenset(roles)
    user = opened.user_id

    def build(writer: Writer) -> None:
        writer.once(entry_id)
        if Role.CONTACT in leaving:
            writer.entry(entry_id, member_left(user, handover, now=now))
        for place, role in enumerate(sorted(leaving), start=1):
            circle = EVERYWHERE if leaving >= writer.opened.roles else writer.ledger.circle(role)
            writer.follow(
                seal.retire(writer.ledger, writer.ring, entry=derived_id(entry_id, place), user=user, circle=circle)
            )
            if circle == EVERYWHERE:
                break
        writer.destroy(wraps=seal.wraps_of_retired(writer.ledger, user))

    write(opened, build, now=now)
    _seat_goes(opened, user, now=now)


def member_left(user: bytes, handover: Handover, *, now: int) -> MemberLeft:
    """Return the entry that says that somebody left (R21)."""
    return MemberLeft(
        at=now,
        meant_for=(Role.CONTACT, Role.SUPPORT),
        user=user,
        last_on=handover.last_on,
        handover=handover.lines,
        told_support=handover.told_support,
    )


def _seat_goes(opened: OpenProcess, user: bytes, *, now: int) -> None:
    """Take the process from the list of somebody who is in no circle of it any more."""
    ledger = open_process(opened.identity, opened.process, now=now).ledger
    if ledger.roles.keys().isdisjoint(ledger.circles_of(user)):  # an aside alone is no place in the process
        log.leave_seat(opened.process, user)


def is_last_of(opened: OpenProcess, role: Role) -> bool:
    """Say whether nobody else holds the keys of this circle."""
    return opened.members(role) == {opened.user_id}


# -- shutting out -----------------------------------------------------------------------------------------------------


def may_say_out(opened: OpenProcess, user: bytes, role: Role) -> bool:
    """Say whether one can say that somebody is out: the others of her circle; of a circle of two, any member."""
    members = opened.members(role)
    if user not in members or user == opened.user_id:
        return False
    return opened.user_id in members or (len(members) == 2 and bool(opened.roles))  # noqa: PLR2004  # a circle of two


def votes(opened: OpenProcess, user: bytes, role: Role) -> frozenset[bytes]:
    """Return who has said that somebody is out, while it does not count yet."""
    return opened.ledger.retire_votes(user, opened.circle(role))


def say_out(opened: OpenProcess, user: bytes, role: Role, entry_id: bytes, handover: Handover, *, now: int) -> bool:
    """Say that somebody is out; with the second who says so it counts, and her keys are destroyed (R21).

    Returns whether it counts now. Raises AlreadyWrittenError, sealing's RefusedError for whom it is not.
    """
    done: list[bool] = []

    def build(writer: Writer) -> None:
        circle = writer.ledger.circle(role)
        writer.once(entry_id)
        writer.follow(seal.retire(writer.ledger, writer.ring, entry=entry_id, user=user, circle=circle))
        done.append(writer.ledger.is_retired(user, circle))
        if not done[-1]:
            return
        writer.destroy(wraps=seal.wraps_of_retired(writer.ledger, user))
        _renew_own(writer, entry_id)
        if role is Role.CONTACT and Role.CONTACT in writer.opened.roles:
            writer.entry(derived_id(entry_id, 1), member_left(user, handover, now=now))

    write(opened, build, now=now)
    if done[-1]:
        _seat_goes(opened, user, now=now)
    return done[-1]


# -- new keys ---------------------------------------------------------------------------------------------------------


def needs_new_keys(opened: OpenProcess) -> tuple[Role, ...]:
    """Return the circles of one's own whose newest keys somebody still knows who left."""
    return tuple(role for role in sorted(opened.roles) if opened.ledger.is_stale(opened.circle(role)))


def renew_keys(opened: OpenProcess, *, now: int) -> OpenProcess:
    """Begin new epochs in one's own circles where somebody left (R21); nothing to do is no error."""
    if not needs_new_keys(opened):
        return opened
    return write(opened, lambda writer: _renew_own(writer, writer.ledger.root), now=now)


def _renew_own(writer: Writer, salt: bytes) -> None:
    for circle in sorted(writer.ledger.circles_of(writer.opened.user_id)):
        if writer.ledger.is_stale(circle):
            writer.turn(circle, digest(b"turn" + salt + circle)[:16])


__all__ = [
    "AlreadyWrittenError",
    "Handover",
    "NotAloneError",
    "NotWaitingError",
    "Owed",
    "Waiting",
    "come_in",
    "give",
    "is_last_of",
    "leave",
    "let_in",
    "may_say_out",
    "member_left",
    "needs_new_keys",
    "owed",
    "renew_keys",
    "say_out",
    "votes",
    "waiting",
]

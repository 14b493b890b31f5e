"""Beginning a process, finding one's processes, and what a group takes on at the start."""

from base64 import b32encode
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.db import transaction

from answerable.actions.joining import Standing, place_of
from answerable.actions.members import renew_keys
from answerable.actions.reading import OpenProcess, open_process
from answerable.actions.writing import Writer, append, derived_id, keep_mark, keep_sittings, write
from answerable.core.calendar import add_months, day_of
from answerable.core.circles import Presence, Role
from answerable.core.defaults.text import Language
from answerable.core.entries import MemberNamed, PolicySet, ProcessOpened
from answerable.core.entries.process import PolicyChange
from answerable.sealing.identity import Identity
from answerable.sealing.joining import Founded, found_process
from answerable.sealing.log import Ledger
from answerable.sealing.randomness import draw
from answerable.store import log

TERM_MONTHS = 12


class MyProcess(NamedTuple):
    """A process in somebody's list; without a codename she is not in it yet, or was given nothing so far."""

    alias: str
    codename: str
    standing: Standing
    has_name: bool

    @property
    def way_in(self) -> str:
        """Return which page comes first: waiting, saying who one is here, or Now."""
        if self.standing is not Standing.IN:
            return "waiting"
        return "now" if self.has_name else "people-start"


def new_alias() -> str:
    """Return ten random base32 characters: what stands in URLs instead of the process id."""
    return b32encode(draw(7)).decode()[:10].lower()


def begin(
    identity: Identity, entry_id: bytes, first: ProcessOpened, *, shown_name: str, now: int, practice: bool = False
) -> OpenProcess:
    """Found a process with its founder in the contact circle, and write down how it begins (R1, R64).

    Sending the form twice opens what the first one founded.
    """
    founded = found_process(identity)
    with transaction.atomic():
        existing = _founded_before(identity, entry_id, now=now)
        if existing:
            return existing
        _lay_ground(founded, practice=practice)
        opened = open_process(identity, founded.process, now=now)
        named = member_named(identity.user_id, shown_name, on=first.opened_on, now=now)
        return append(opened, (entry_id, first), (derived_id(entry_id, 1), named), now=now)


def _lay_ground(founded: Founded, *, practice: bool) -> None:
    """Make the rows of a new process: its alias, its two first leaves, its founder's seat."""
    empty, ledger = Ledger.start(founded.process), founded.ledger
    log.create_process(founded.process, alias=new_alias(), practice=practice, empty=_head(empty))
    rows = [log.NewRow(log.LeafRow(n.seq, n.header, n.body_hash), n.body, n.wrap_rows) for n in founded.leaves]
    log.append_rows(founded.process, rows, head=_head(ledger))
    log.take_seat(founded.process, founded.ring.user_id)
    keep_sittings(founded.process, ledger)


def _head(ledger: Ledger) -> log.HeadRow:
    return log.HeadRow(ledger.size, ledger.root, b"".join(ledger.frontier))


def opening(
    *, codename: str, person_x: str, language: str, zone: str, support: Presence, supervision: Presence, now: int
) -> ProcessOpened:
    """Return the entry that opens a process on this day of its zone."""
    return ProcessOpened(
        at=now,
        meant_for=(Role.CONTACT,),
        codename=codename,
        person_x=person_x,
        language=Language(language),
        zone=zone,
        opened_on=day_of(now, zone),
        support=support,
        supervision=supervision,
    )


def member_named(user: bytes, shown_name: str, *, on: date, now: int) -> MemberNamed:
    """Return the entry in which somebody says who she is here, for the usual term (R20)."""
    return MemberNamed(
        at=now,
        meant_for=(Role.CONTACT,),
        user=user,
        shown_name=shown_name,
        joined_on=on,
        until_on=add_months(on, TERM_MONTHS),
        hours=None,
        will_not=None,
        before=None,
    )


def _founded_before(identity: Identity, entry_id: bytes, *, now: int) -> OpenProcess | None:
    """Return the process in which this entry id already stands."""
    for process, _alias, _practice in log.processes_of(identity.user_id):
        opened = open_process(identity, process, now=now)
        if opened.ledger.has(entry_id):
            return opened
    return None


def take_on(opened: OpenProcess, entry_id: bytes, ticks: Mapping[str, bool], *, now: int) -> OpenProcess:
    """Write down what the group does not take on; what is ticked stays at its default (R62)."""
    change = PolicyChange(
        contact_every_months=None if ticks["contact"] else 0,
        update_every_months=None if ticks["update"] else 0,
        mailbox_every_days=None if ticks["mailbox"] else 0,
    )
    if change == PolicyChange():
        return opened
    entry = PolicySet(at=now, meant_for=(Role.CONTACT,), change=change, from_on=opened.today, reason=None)

    def build(writer: Writer) -> None:
        if not writer.ledger.has(entry_id):
            writer.entry(entry_id, entry)

    return write(opened, build, now=now)


def of_member(seed: bytes, *, now: int) -> list[MyProcess]:
    """Return the processes that somebody finds after signing in."""
    identity = Identity.from_seed(seed)
    found = []
    for process, alias, _practice in log.processes_of(identity.user_id):
        opened = open_process(identity, process, now=now)
        standing = place_of(opened).standing
        codename = opened.state.process.codename if standing is Standing.IN else ""
        found.append(MyProcess(alias, codename, standing, opened.user_id in opened.state.members))
    return found


def open_alias(seed: bytes, alias: str, *, now: int) -> OpenProcess:
    """Open a process by its alias. Raises store.log.NoSuchProcessError for one that is another's."""
    identity = Identity.from_seed(seed)
    process, _practice = log.process_of_alias(alias)
    if identity.user_id not in log.seats(process):
        raise log.NoSuchProcessError
    return open_process(identity, process, now=now)


def settle_in(identity: Identity, *, now: int) -> None:
    """At sign-in: keep how far each record was checked, and begin new keys wherever somebody left (R21).

    So pages need not check again what was checked, and no circle waits for its next entry to be safe.
    """
    for process, _alias, _practice in log.processes_of(identity.user_id):
        opened = open_process(identity, process, now=now)
        keep_mark(opened)
        if not opened.alarmed and not opened.newer:
            renew_keys(opened, now=now)

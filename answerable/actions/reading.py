"""Opening a process: rows, followed and opened with one member's keys, folded into a state (architecture.md)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from answerable.core.circles import Presence, Role
from answerable.core.defaults.text import Language
from answerable.core.entries import ProcessOpened, codec
from answerable.core.state import Filed, NotOpenedError, State, fold
from answerable.sealing import open as opening
from answerable.sealing.circle_keys import KeyRing
from answerable.sealing.errors import (
    AlteredError,
    Finding,
    NotInAudienceError,
    ShreddedError,
    WithheldError,
)
from answerable.sealing.identity import Identity
from answerable.sealing.leaves import EntryFacts, is_control
from answerable.sealing.log import Ledger, Mark
from answerable.sealing.mark import open_mark
from answerable.store import log

_TRIES = 3


@dataclass(frozen=True)
class OpenProcess:
    """A process as one member can read it at one moment; the ledger and ring serve to write on."""

    process: bytes
    alias: str
    practice: bool
    identity: Identity
    ledger: Ledger
    ring: KeyRing
    filed: tuple[Filed, ...]
    state: State
    given: bool
    roles: frozenset[Role]
    now: int
    altered: tuple[Finding, ...] = ()
    withheld: tuple[Finding, ...] = ()
    not_openable: int = 0
    newer: frozenset[str] = frozenset()
    checked: int = 0
    _days: dict[str, date] = field(default_factory=dict, repr=False)

    @property
    def user_id(self) -> bytes:
        """Return whose view this is."""
        return self.identity.user_id

    @property
    def zone(self) -> str:
        """Return the process's IANA zone."""
        return self.state.process.zone

    @property
    def today(self) -> date:
        """Return the process's day."""
        return datetime.fromtimestamp(self.now, ZoneInfo(self.zone)).date()

    @property
    def alarmed(self) -> bool:
        """Whether stored rows are not what was written."""
        return bool(self.altered or self.withheld)

    def circle(self, role: Role) -> bytes:
        """Return the circle id of a role."""
        return self.ledger.circle(role)

    def has_circle(self, role: Role) -> bool:
        """Say whether a circle has keys, so that something can be sealed to it."""
        return self.ledger.newest(self.circle(role)) is not None

    def members(self, role: Role) -> frozenset[bytes]:
        """Return the users who are in a circle now."""
        return self.ledger.members(self.circle(role))


@dataclass
class _Findings:
    altered: list[Finding] = field(default_factory=list)
    withheld: list[Finding] = field(default_factory=list)
    newer: set[str] = field(default_factory=set)
    not_openable: int = 0


def open_process(identity: Identity, process: bytes, *, now: int) -> OpenProcess:
    """Read, follow, open and fold a process with the keys of this identity.

    What her circles cannot open is counted; what should open and does not is a finding, never an exception.
    A finding may come from another's write in the middle of ours: then all is read once more.
    Raises store.log.NoSuchProcessError.
    """
    tries = _TRIES
    while True:
        rows = log.read_log(process)
        opened = open_rows(identity, process, rows, now=now)
        tries -= 1
        if not opened.alarmed or not tries or log.read_head(process) == rows.head:
            return opened


def open_rows(identity: Identity, process: bytes, rows: log.LogRows, *, now: int) -> OpenProcess:
    """Follow and open rows already read."""
    found = _Findings()
    mark = _mark_of(identity, process)
    if mark is not None and len(rows.leaves) < mark.size:
        found.withheld.append(Finding("mark", len(rows.leaves)))
        mark = None  # she has seen a longer log: what is shown instead is checked from its first leaf
    ledger = _follow(process, rows, mark, found)
    ring = opening.key_ring(identity, ledger, rows.wraps.get)
    found.altered += ring.altered
    found.withheld += ring.withheld
    filed = tuple(_open_entries(ledger, ring, rows, mark, found))
    roles = frozenset(_roles(ledger, ledger.circles_of(identity.user_id)))
    state, given = folded(filed, ledger, now=now)
    _pid, practice = log.process_of_alias(alias := log.alias_of_process(process))
    return OpenProcess(
        process=process,
        alias=alias,
        practice=practice,
        identity=identity,
        ledger=ledger,
        ring=ring,
        filed=filed,
        state=state,
        given=given,
        roles=roles,
        now=now,
        altered=tuple(found.altered),
        withheld=tuple(found.withheld),
        not_openable=found.not_openable,
        newer=frozenset(found.newer),
        checked=mark.size if mark else 0,
    )


def folded(filed: tuple[Filed, ...], ledger: Ledger, *, now: int) -> tuple[State, bool]:
    """Return the state, and whether it is more than a blank sheet.

    A circle that opened its keys and was given nothing yet reads no opening: its state is blank until a member of the
    contact circle grants what was meant for it (R64).
    """
    gone = {facts.entry: facts.seq for facts in ledger.entries.values() if facts.shredded}
    try:
        return fold(filed, gone=gone), True
    except NotOpenedError:
        blank = ProcessOpened(
            at=now,
            meant_for=(Role.CONTACT,),
            codename="–",
            person_x="X",
            language=Language.EN,
            zone="UTC",
            opened_on=utc_day(now),
            support=Presence.MAIL,
            supervision=Presence.NOT_YET,
        )
        contact = frozenset({Role.CONTACT})
        sheet = Filed(entry_id=bytes(16), seq=-1, author=bytes(16), author_roles=contact, entry=blank)
        return fold((sheet, *filed), gone=gone), False


def _mark_of(identity: Identity, process: bytes) -> Mark | None:
    box = log.read_mark(process, identity.user_id)
    try:
        return open_mark(identity, process, box) if box else None
    except AlteredError:
        return None  # a mark only saves work: without it everything is checked again


def _follow(process: bytes, rows: log.LogRows, mark: Mark | None, found: _Findings) -> Ledger:
    """Follow the clear log as far as it holds; the head must be where it ends."""
    ledger = Ledger.start(process, checked=mark)
    bodies = rows.bodies
    for seq, header, body_hash in rows.leaves:
        try:
            ledger.follow(header, body_hash, bodies.get(seq) if is_control(header) else None)
        except AlteredError as error:
            found.altered.append(Finding(error.what, seq))
            return ledger
        except WithheldError as error:
            found.withheld.append(Finding(error.what, seq))
            return ledger
    if ledger.size < rows.head.size:
        found.withheld.append(Finding("leaf", ledger.size))
    elif ledger.root != rows.head.root:
        found.altered.append(Finding("head", ledger.size))
    return ledger


def _open_entries(
    ledger: Ledger, ring: KeyRing, rows: log.LogRows, mark: Mark | None, found: _Findings
) -> Iterable[Filed]:
    """Open and decode every entry that the ring can read, in order."""
    bodies, wrap_of = rows.bodies, rows.wraps.get
    roles_of: dict[frozenset[bytes], frozenset[Role]] = {}
    for facts in ledger.entries.values():
        try:
            opened = opening.open_entry(ledger, ring, facts.entry, bodies.get(facts.seq), wrap_of, checked=mark)
            entry = codec.decode(opened.payload)
        except NotInAudienceError:
            found.not_openable += 1
        except ShreddedError:
            continue
        except AlteredError as error:
            found.altered.append(Finding(error.what, facts.seq))
        except WithheldError as error:
            found.withheld.append(Finding(error.what, facts.seq))
        except codec.MalformedEntryError:
            found.altered.append(Finding("schema", facts.seq))
        else:
            if isinstance(entry, codec.Newer):
                found.newer.add(entry.tag)
                continue
            circles = opened.author_circles
            if circles not in roles_of:
                roles_of[circles] = frozenset(_roles(ledger, circles))
            yield Filed(
                entry_id=facts.entry,
                seq=facts.seq,
                author=opened.author,
                author_roles=roles_of[circles],
                entry=entry,
                listed=_listed(ledger, facts),
            )


def _listed(ledger: Ledger, facts: EntryFacts) -> frozenset[bytes] | None:
    """Return who could open an entry that was sealed for asides alone; None where it was sealed for a role circle.

    Each epoch hands on the past: whoever came into an aside later could read what was written before.
    """
    listed: set[bytes] = set()
    for item in facts.audience:  # this runs once for every entry of a log: nearly all leave at the first circle
        if item.circle in ledger.roles:
            return None
        for epoch in ledger.epochs(item.circle)[item.epoch :]:
            listed.update(epoch.members)
    return frozenset(listed)


def _roles(ledger: Ledger, circles: Iterable[bytes]) -> Iterable[Role]:
    """Return the roles of circles; a successor circle ("support/2") has the role of its first; asides have none."""
    for circle in circles:
        role = ledger.roles.get(circle)
        if role is not None:
            yield Role(role.partition("/")[0])


def utc_day(now: int) -> date:
    """Return the UTC day of a moment: the coarsest time that may stand in clear."""
    return datetime.fromtimestamp(now, UTC).date()

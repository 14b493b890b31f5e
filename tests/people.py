"""The cast: Ada and Bo (contact), Sol (support), Uma (supervision), Out (a stranger with a process), Eve (left)."""

from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.test import Client

from answerable.actions import host_keys, processes
from answerable.actions.reading import OpenProcess, open_process
from answerable.actions.writing import Writer, append, write
from answerable.core.circles import Presence, Role
from answerable.core.entries import AnyEntry
from answerable.sealing import joining, seal
from answerable.sealing import open as opening
from answerable.sealing.circle_keys import KeyRing
from answerable.sealing.identity import Identity
from answerable.sealing.passphrases import Costs, seal_slot
from answerable.sealing.randomness import draw
from answerable.store import log, people
from answerable.web.base import clock, session

PASSPHRASE = "seven quiet otters knit blue lanterns"
CHEAP = Costs(1, 64 * 1024 * 1024)


@dataclass
class Person:
    """Somebody with keys; her account (name, passphrase) is made when first asked for."""

    name: str
    identity: Identity = field(default_factory=lambda: Identity.from_seed(draw(32)))

    @property
    def user(self) -> bytes:
        """Return her user id."""
        return self.identity.user_id

    @cached_property
    def account(self) -> str:
        """Make an account with PASSPHRASE and return its name."""
        slot = seal_slot(
            self.identity.seed,
            PASSPHRASE,
            kind="pass",
            user_id=self.user,
            pepper=host_keys.pepper(),
            costs=CHEAP,
        )
        people.add_account(host_keys.name_tag(self.name), self.user)
        people.keep_slot(self.user, "pass", slot)
        return self.name

    def client(self) -> Client:
        """Return a browser without JavaScript in which she has just signed in."""
        client = browser()
        now = clock.now()
        visit = session.Visit(draw(16), draw(32), session.Kept(now, now))
        visit.sign_in(self.user, self.identity.seed, now=now)
        session.store(visit)
        client.cookies[session.SESSION_COOKIE] = session.cookie_of(visit)
        return client


def browser() -> Client:
    """Return a browser nobody has signed in with; it checks CSRF tokens only where a test asks for it."""
    client = Client(headers={"accept-language": "en"})
    client.defaults["wsgi.url_scheme"] = "https"
    client.defaults["HTTP_HOST"] = "localhost"
    return client


@dataclass
class Cast:
    """A process called Linden with everybody in place; `open` shows it as one of them sees it."""

    ada: Person
    bo: Person
    sol: Person
    uma: Person
    eve: Person
    out: Person
    process: bytes
    alias: str
    others: str

    def open(self, person: Person, *, now: int | None = None) -> OpenProcess:
        """Open Linden as this person."""
        return open_process(person.identity, self.process, now=now or clock.now())

    def write(self, person: Person, *entries: AnyEntry, now: int | None = None) -> tuple[bytes, ...]:
        """Append entries as this person; return their ids."""
        moment = now or clock.now()
        drawn = tuple((draw(16), entry) for entry in entries)
        append(self.open(person, now=moment), *drawn, now=moment)
        return tuple(entry_id for entry_id, _entry in drawn)

    def path(self, rest: str) -> str:
        """Return a URL of Linden."""
        return f"/g/{self.alias}/{rest}"


def found(person: Person, *, codename: str = "Linden", all_here: bool = False, now: int | None = None) -> OpenProcess:
    """Found a process with this person alone in its contact circle."""
    presence = Presence.HERE if all_here else Presence.MAIL
    moment = now or clock.now()
    first = processes.opening(
        codename=codename,
        person_x="X",
        language="en",
        zone="UTC",
        support=presence,
        supervision=Presence.HERE if all_here else Presence.NOT_YET,
        now=moment,
    )
    return processes.begin(person.identity, draw(16), first, shown_name=person.name, now=moment)


def join(process: bytes, person: Person, role: Role, *, voucher: Person, admitter: Person, named: bool = True) -> None:
    """Let a person into a circle: vouched for by one, let in by another; she opens a circle that has no keys."""
    now = clock.now()
    opened = open_process(voucher.identity, process, now=now)
    circle = opened.ledger.circle(role)
    row = joining.newcomer(person.identity, process=process, circle=circle, code=draw(16))
    newcomer = joining.read_newcomer(row, process=process)

    def vouch(writer: Writer) -> None:
        writer.follow(joining.vouch(writer.ledger, writer.ring, newcomer, entry=draw(16)))

    write(opened, vouch, now=now)
    log.take_seat(process, person.user)
    first = opened.ledger.newest(circle) is None
    opener = person if first else admitter
    opened = open_process(opener.identity, process, now=now)

    def admit(writer: Writer) -> None:
        members = {*writer.ledger.members(circle), person.user}
        leaf, keys = joining.open_epoch(writer.ledger, writer.ring, circle, entry=draw(16), members=members)
        writer.follow(leaf)
        number = writer.ledger.newest(circle).number  # type: ignore[union-attr]  # just opened
        writer.ring = writer.ring.with_epoch(circle, number, keys)

    write(opened, admit, now=now)
    if named:
        opened = open_process(person.identity, process, now=now)
        entry = processes.member_named(person.user, person.name, on=opened.today, now=now)
        append(opened, (draw(16), entry), now=now)


def leave(process: bytes, person: Person, *, renewer: Person) -> None:
    """Let a person retire from everything; another member opens new epochs without her."""
    now = clock.now()
    opened = open_process(person.identity, process, now=now)
    circles = opened.ledger.circles_of(person.user)
    write(opened, lambda w: w.follow(seal.retire(w.ledger, w.ring, entry=draw(16), user=person.user)), now=now)
    log.leave_seat(process, person.user)
    for circle in circles:
        opened = open_process(renewer.identity, process, now=now)

        def renew(writer: Writer, circle: bytes = circle) -> None:
            members = writer.ledger.members(circle)
            leaf, keys = joining.open_epoch(writer.ledger, writer.ring, circle, entry=draw(16), members=members)
            writer.follow(leaf)
            number = writer.ledger.newest(circle).number  # type: ignore[union-attr]  # just opened
            writer.ring = writer.ring.with_epoch(circle, number, keys)

        write(opened, renew, now=now)


def empty_ring(person: Person) -> KeyRing:
    """Return a ring that opens nothing."""
    return KeyRing(person.identity, {})


def make_cast() -> Cast:
    """Build Linden: Ada founds, Bo and Eve join, Sol and Uma open their circles, Eve leaves; Out has her own."""
    ada, bo, sol, uma, eve, out = (Person(name) for name in ("Ada", "Bo", "Sol", "Uma", "Eve", "Out"))
    process = found(ada, all_here=True).process
    join(process, bo, Role.CONTACT, voucher=ada, admitter=ada)
    join(process, eve, Role.CONTACT, voucher=ada, admitter=bo)
    join(process, sol, Role.SUPPORT, voucher=ada, admitter=bo, named=False)
    join(process, uma, Role.SUPERVISION, voucher=ada, admitter=bo, named=False)
    give_past(process, ada)
    for person in (sol, uma):
        opened = open_process(person.identity, process, now=clock.now())
        entry = processes.member_named(person.user, person.name, on=opened.today, now=opened.now)
        append(opened, (draw(16), entry), now=opened.now)
    leave(process, eve, renewer=ada)
    others = found(out, codename="Elm").alias
    return Cast(ada, bo, sol, uma, eve, out, process, log.alias_of_process(process), others)


def give_past(process: bytes, giver: Person) -> None:
    """Grant to each circle what was meant for it before it opened."""
    now = clock.now()
    opened = open_process(giver.identity, process, now=now)
    wraps = log.read_log(process).wraps

    def grants(writer: Writer) -> None:
        for filed in opened.filed:
            for role in filed.entry.meant_for:
                circle = opened.ledger.circle(role)
                if circle in opened.ledger.entries[filed.entry_id].circles or not opened.has_circle(role):
                    continue
                cek = opening.content_key(writer.ledger, writer.ring, filed.entry_id, wraps.get)
                leaf = seal.grant(
                    writer.ledger, writer.ring, entry=draw(16), target=filed.entry_id, circle=circle, cek=cek
                )
                writer.follow(leaf)

    write(opened, grants, now=now)


def use_cheap_slots() -> None:
    """Make key slots cheap enough for tests (the floor of the format)."""
    settings.SLOT_COSTS = tuple(CHEAP)

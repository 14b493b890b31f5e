"""The stage of the practice process: its people, its days before now, and how they write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from answerable.actions import members, processes
from answerable.actions.reading import OpenProcess, open_process
from answerable.actions.writing import Writer, write
from answerable.core import duties
from answerable.core.circles import Presence, Role
from answerable.core.defaults.practice import people as cast
from answerable.core.defaults.questions import QUESTION_SET
from answerable.core.defaults.text import Text
from answerable.core.duties import Code
from answerable.core.entries import AnyEntry, DemandPassedOn, MemberNamed, StanceAffirmed
from answerable.core.entries.base import Outcome
from answerable.core.entries.contacts import Answer
from answerable.core.entries.members import Stance
from answerable.sealing import joining as sealing
from answerable.sealing.circle_keys import KeyRing
from answerable.sealing.identity import Identity
from answerable.sealing.randomness import draw
from answerable.store import log

EVENING = 19
HEAD: Final[dict[str, Any]] = {"at": 0, "meant_for": (Role.CONTACT,)}
"""What every entry carries; the moment is put in when it is written, the readers when it is sealed."""
SHARED: Final[dict[type[AnyEntry], tuple[Role, ...]]] = {DemandPassedOn: (Role.SUPERVISION,)}
"""Whom these people add to the readers of a kind."""


class Stage:
    """Invented people with real keys; they speak one language, and write on days before now.

    `ids` keeps the entries that later ones speak of, by a word of the story.
    """

    def __init__(self, *, language: str, zone: str, now: int) -> None:
        self.language = language
        self.zone = zone
        self.now = now
        self.today = datetime.fromtimestamp(now, ZoneInfo(zone)).date()
        self.seats: dict[str, bytes] = {}
        self._identities: dict[str, Identity] = {}
        self._roles: dict[str, Role] = {}
        self._seen_by: dict[Role, OpenProcess] = {}
        self._size = 0
        self.process = b""
        self.ids: dict[str, bytes] = {}

    def say(self, text: Text) -> str:
        """Return a text in the language of the visitor."""
        return text.in_language(self.language)

    def day(self, ago: int) -> date:
        """Return a day so many days before today; a negative number lies ahead."""
        return self.today - timedelta(days=ago)

    def moment(self, ago: int, hour: int = EVENING) -> int:
        """Return a moment on that day."""
        return int(datetime.combine(self.day(ago), time(hour), ZoneInfo(self.zone)).timestamp())

    def user(self, name: str) -> bytes:
        """Return somebody's user id."""
        return self._identities[name].user_id

    def users(self, *names: str) -> tuple[bytes, ...]:
        """Return user ids."""
        return tuple(self.user(name) for name in names)

    def enter(self, *names: str) -> None:
        """Draw keys for these people."""
        for name in names:
            self.seats[name] = draw(32)
            self._identities[name] = Identity.from_seed(self.seats[name])

    def found(self, name: str, *, ago: int) -> None:
        """Let somebody found the process: the support group is here, supervision not yet."""
        first = processes.opening(
            codename=self.say(cast.CODENAME),
            person_x=cast.PERSON_X,
            language=self.language,
            zone=self.zone,
            support=Presence.HERE,
            supervision=Presence.NOT_YET,
            now=self.moment(ago),
        )
        opened = processes.begin(
            self._identities[name], draw(16), first, shown_name=name, now=self.moment(ago), practice=True
        )
        self.process = opened.process
        self._roles[name] = Role.CONTACT
        self._keep(name, opened)

    def see(self, name: str, *, ago: int, hour: int = EVENING) -> OpenProcess:
        """Return the process as somebody sees it on that day.

        Members of a circle hold the same keys and see the same: what one of them opened serves the others, until
        another circle writes, or she has opened what names her alone. Without that, telling a year would open it fifty
        times.
        """
        moment, me = self.moment(ago, hour), self._identities[name]
        role = self._roles.get(name)
        seen = None if role is None else self._seen_by.get(role)
        if seen is None or seen.ledger.size != self._size or seen.state.asides:
            return open_process(me, self.process, now=moment)
        return replace(seen, identity=me, ring=KeyRing(me, seen.ring.epochs), now=moment)

    def do(self, name: str, ago: int, deed: Callable[[OpenProcess, int], OpenProcess], *, hour: int = EVENING) -> None:
        """Let somebody do a deed of `actions` on that day."""
        self._keep(name, deed(self.see(name, ago=ago, hour=hour), self.moment(ago, hour)))

    def write(self, name: str, ago: int, *entries: AnyEntry, hour: int = EVENING) -> tuple[bytes, ...]:
        """Let somebody save entries on that day; return their ids. What was passed on, supervision reads too."""
        moment = self.moment(ago, hour)
        drawn = [(draw(16), msgspec.structs.replace(entry, at=moment)) for entry in entries]

        def build(writer: Writer) -> None:
            for entry_id, entry in drawn:
                writer.entry(entry_id, entry, also=SHARED.get(type(entry), ()))

        self.do(name, ago, lambda opened, now: write(opened, build, now=now), hour=hour)
        return tuple(entry_id for entry_id, _entry in drawn)

    def bring(self, role: Role, *names: str, voucher: str, admitter: str, ago: int) -> None:
        """Bring newcomers into a circle, vouched for by one member; the first of them opens one that has no keys."""
        opened = self.see(voucher, ago=ago)
        circle = opened.circle(role)
        rows = [
            sealing.newcomer(
                self._identities[name], process=self.process, circle=circle, code=sealing.invitation_code()
            )
            for name in names
        ]

        def vouch(writer: Writer) -> None:
            for row in rows:
                newcomer = sealing.read_newcomer(row, process=self.process)
                writer.follow(sealing.vouch(writer.ledger, writer.ring, newcomer, entry=draw(16)))

        self.do(voucher, ago, lambda one, now: write(one, vouch, now=now))
        for name in names:
            log.take_seat(self.process, self.user(name))
            self._roles[name] = role
        newcomers = self.users(*names)
        opener = admitter if opened.has_circle(role) else names[0]
        self.do(
            opener, ago, lambda one, now: write(one, lambda w: w.turn(circle, draw(16), newcomers=newcomers), now=now)
        )

    def give(self, role: Role, *, giver: str, ago: int) -> None:
        """Give a circle that came what was meant for it."""
        members.give(self.see(giver, ago=ago), role, draw(16), now=self.moment(ago))
        self._keep(giver, open_process(self._identities[giver], self.process, now=self.moment(ago)))

    def come_in(self, name: str, *, ago: int, until: int, talk: tuple[int, ...] = (), **more: Any) -> None:
        """Let somebody say who she is, until how many days before today (negative: ahead), and how she stands."""
        named = self.named(name, ago=ago, until=until, **more)
        self.do(name, ago, lambda one, now: members.come_in(one, draw(16), named, stance_of(talk, now), now=now))

    def named(
        self, name: str, *, ago: int, until: int, hours: int | None = None, will_not: Text | None = None
    ) -> MemberNamed:
        """Return the entry in which somebody says who she is."""
        return MemberNamed(
            at=self.moment(ago),
            meant_for=tuple(Role),
            user=self.user(name),
            shown_name=name,
            joined_on=self.day(ago),
            until_on=self.day(until),
            hours=hours,
            will_not=None if will_not is None else self.say(will_not),
            before=None,
        )

    def answer(self, number: int, outcome: Outcome, text: Text) -> Answer:
        """Return what X did with a question of the long list."""
        asked = QUESTION_SET.questions[number - 1]
        return Answer(
            question=number,
            set_version=QUESTION_SET.version,
            wording=self.say(asked.text),
            outcome=outcome,
            text=self.say(text),
        )

    def _keep(self, name: str, opened: OpenProcess) -> None:
        self._size = opened.ledger.size
        self._seen_by[self._roles[name]] = opened


def stance_of(talk: tuple[int, ...], now: int) -> StanceAffirmed:
    """Return that somebody stands behind the statement, or wants to talk about these sentences of it."""
    stance = Stance.TALK if talk else Stance.STANDS
    return StanceAffirmed(at=now, meant_for=(Role.CONTACT,), statement_version=1, stance=stance, sentences=talk)


def duty_key(stage: Stage, name: str, code: Code, *, ago: int) -> str:
    """Return the key of a duty as it stood on that day."""
    opened = stage.see(name, ago=ago)
    return next(duty.key for duty in duties.all_duties(opened.state, opened.today) if duty.code is code)

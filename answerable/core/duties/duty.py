"""What a duty is: a stable key, a clock, who has it, and the facts its sentence needs."""

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from answerable.core.calendar import Clock, Standing, day_of, weeks
from answerable.core.circles import Role
from answerable.core.defaults.policy import Policy, policy_on
from answerable.core.entries.demands import Origin
from answerable.core.state import State

CONTACT_GRACE = weeks(2)
UPDATE_GRACE = weeks(4)
ANSWER_WITHIN = timedelta(days=14)
DECIDE_WITHIN = timedelta(days=14)
LOOK_AGAIN_WITHIN = timedelta(days=14)
REPLACE_WITHIN = weeks(6)
NOTHING_AHEAD = timedelta(0)


class Code(StrEnum):
    """The rules of what is owed; their order here decides between two that are equally urgent."""

    CONTACT = "contact"
    HIS_ANSWER = "his-answer"
    DEMANDS = "pass-on"
    ANSWER_OBJECTION = "answer-objection"
    ANSWER_QUESTION = "answer-question"
    DECIDE_STEP = "decide-step"
    GIVE_VIEW = "give-view"
    WRITE_OUTCOME = "write-outcome"
    UPDATE = "update"
    DECISION_AGAIN = "decision-again"
    TELLING_PLAN = "telling-plan"
    NOTICE_OVER = "notice-over"
    CIRCLE_AGAIN = "circle-again"
    STEP_AGAIN = "step-again"
    READ_COPIES = "read-copies"
    READ_OUTGOING = "read-outgoing"
    TELL_BACK = "tell-back"
    AGREEMENTS = "agreements"
    LOOK_AGAIN = "look-again"
    LET_IN = "let-in"
    MAILBOX = "mailbox"
    SIZE = "size"
    REPLACEMENT = "replacement"
    TERM = "term"
    MEETINGS = "meetings"
    LIFESPAN = "lifespan"
    WHO_HEARS = "who-hears"
    OFFER_TALK = "offer-talk"
    SUPERVISION = "supervision"


R_NUMBERS: dict[Code, str] = {
    Code.CONTACT: "R26",
    Code.HIS_ANSWER: "R26",
    Code.DEMANDS: "R30",
    Code.ANSWER_OBJECTION: "R47",
    Code.ANSWER_QUESTION: "R5",
    Code.DECIDE_STEP: "R38",
    Code.GIVE_VIEW: "R47",
    Code.WRITE_OUTCOME: "R47",
    Code.DECISION_AGAIN: "R46",
    Code.TELLING_PLAN: "R44",
    Code.NOTICE_OVER: "R44",
    Code.CIRCLE_AGAIN: "R46",
    Code.STEP_AGAIN: "R39",
    Code.UPDATE: "R53",
    Code.READ_COPIES: "R64",
    Code.READ_OUTGOING: "R12",
    Code.TELL_BACK: "R30",
    Code.AGREEMENTS: "R31",
    Code.LOOK_AGAIN: "R33",
    Code.LET_IN: "R21",
    Code.MAILBOX: "R55",
    Code.SIZE: "R21",
    Code.REPLACEMENT: "R21",
    Code.TERM: "R20",
    Code.MEETINGS: "R18",
    Code.LIFESPAN: "R22",
    Code.WHO_HEARS: "R35",
    Code.OFFER_TALK: "R36",
    Code.SUPERVISION: "R64",
}


class UpdateStage(StrEnum):
    """How far the next update is."""

    NOT_WRITTEN = "not-written"
    DRAFTED = "drafted"
    READ = "read"


class Facts(Struct, frozen=True, kw_only=True):
    """What the sentence of a duty may have to say; each rule fills what it knows."""

    since_on: date | None = None
    months: int = 0
    count: int = 0
    missing: int = 0
    numbers: tuple[int, ...] = ()
    people: tuple[bytes, ...] = ()
    stage: UpdateStage | None = None
    to: Origin | None = None
    label: str = ""


class Waiting(Struct, frozen=True, kw_only=True):
    """A newcomer vouched for in the clear log whom a second member has not let in yet (a fact of the log)."""

    user: bytes
    role: Role
    since_on: date


class Duty(Struct, frozen=True, kw_only=True):
    """Something owed: by whom, by when, and how it stands today; `clock` is None for a quiet job without a day.

    `key` stays the same until the duty is met; `subjects` are the entries it is about; `waited_for` says that people
    outside the circle wait for its day.
    """

    key: str
    code: Code
    clock: Clock | None
    standing: Standing
    owners: tuple[bytes, ...]
    roles: tuple[Role, ...]
    subjects: tuple[bytes, ...]
    waited_for: bool
    facts: Facts

    @property
    def r(self) -> str:
        """The requirement that this rule follows."""
        return R_NUMBERS[self.code]

    @property
    def due_on(self) -> date | None:
        """The day from which it is due."""
        return self.clock.due_on if self.clock else None

    @property
    def subject(self) -> bytes | None:
        """The first entry it is about, if it is about any."""
        return self.subjects[0] if self.subjects else None

    @property
    def urgency(self) -> tuple[int, date, int]:
        """What to sort by: late before due before soon, the longest waiting first."""
        day = date.max
        if self.clock:
            day = self.clock.became_late_on if self.standing in (Standing.LATE, Standing.DUE) else self.clock.due_on
        return (_ORDER.index(self.standing), day, tuple(Code).index(self.code))


_ORDER = (Standing.LATE, Standing.DUE, Standing.SOON, Standing.NO_DATE, Standing.NOT_YET)


class View(Struct, frozen=True, kw_only=True):
    """What the rules look at: the state, today, the policy of today, and newcomers waiting in the log."""

    state: State
    today: date
    policy: Policy
    waiting: tuple[Waiting, ...]

    @classmethod
    def of(cls, state: State, today: date, waiting: tuple[Waiting, ...] = ()) -> "View":
        """Return the view of a day; the policy is the one that counts on it (Fixed meanings)."""
        return cls(state=state, today=today, policy=policy_on(state.process.policies, today), waiting=waiting)

    def ours(self, clock: Clock) -> Clock:
        """Return a clock of the contact circle, which does not become late in a pause of ours (R34)."""
        return clock.resting(self.state.pauses.spans)

    def day(self, moment: int) -> date:
        """Return the day of a moment in the process's time zone."""
        return day_of(moment, self.state.process.zone)

    @property
    def contact_members(self) -> tuple[bytes, ...]:
        """Who is in the contact circle: neither left nor here under a newer identity."""
        return tuple(
            member.user
            for member in self.state.members.values()
            if Role.CONTACT in member.roles and member.followed_by is None and not self.has_left(member.user)
        )

    def has_left(self, user: bytes) -> bool:
        """Tell whether this member's last day is over."""
        member = self.state.members.get(user)
        return member is not None and member.left is not None and member.left.entry.last_on < self.today

    def owners(self, key: str) -> tuple[bytes, ...]:
        """Return who took a duty and neither left nor declined it afterwards."""
        upkeep = self.state.upkeep
        given_back = {(item.author, item.entry.duty): item.seq for item in upkeep.declined}
        takers = [
            item.author
            for item in upkeep.taken
            if item.entry.duty == key
            and given_back.get((item.author, key), -1) < item.seq
            and not self.has_left(item.author)
        ]
        return tuple(dict.fromkeys(takers))

    def taken_on(self, key: str) -> date | None:
        """Return the day on which whoever has a duty took it first; None where nobody has it."""
        owners = self.owners(key)
        taken = [item.entry.at for item in self.state.upkeep.taken if item.entry.duty == key and item.author in owners]
        return self.day(min(taken)) if taken else None

    def duty(
        self,
        code: Code,
        anchor: str,
        clock: Clock | None,
        *,
        facts: Facts,
        subjects: tuple[bytes, ...] = (),
        roles: tuple[Role, ...] = (Role.CONTACT,),
        waited_for: bool = False,
    ) -> Duty:
        """Return a duty of this rule; the anchor is what started it, so that the key lasts until it is met.

        A pause of ours keeps those of the contact circle from becoming late; no date of X moves with it (R34).
        """
        key = f"{code.value}/{anchor}"
        if clock is not None and Role.CONTACT in roles:
            clock = self.ours(clock)
        return Duty(
            key=key,
            code=code,
            clock=clock,
            standing=clock.standing(self.today) if clock else Standing.NO_DATE,
            owners=self.owners(key),
            roles=roles,
            subjects=subjects,
            waited_for=waited_for,
            facts=facts,
        )

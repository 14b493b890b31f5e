"""The shape of a folded process: frozen slices, one per family, that pages and duties read."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from answerable.core.circles import Presence, Role
from answerable.core.defaults.policy import PolicyFrom
from answerable.core.defaults.text import Language
from answerable.core.entries import (
    AlarmNoted,
    BoundarySet,
    ContactAttempted,
    ContactReached,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    DutyDeclined,
    DutyTaken,
    FileAdded,
    Invitation,
    MailboxLookedAt,
    MeetingMissed,
    MemberLeft,
    MemberNamed,
    NoteBeside,
    NoteKept,
    ObjectionAnswered,
    ObjectionRaised,
    PolicySet,
    QuestionAnswered,
    QuestionAsked,
    QuorumSet,
    ReadAgainstSource,
    StanceAffirmed,
    UpdateDrafted,
    UpdateHandedOver,
    UpdateRead,
    WordsChosen,
)
from answerable.core.entries.demands import DemandWord, Facet, Origin
from answerable.core.state.agreements import Agreement
from answerable.core.state.around import Surroundings
from answerable.core.state.decisions import Decision
from answerable.core.state.indicators import Indicators
from answerable.core.state.items import Filed, Item, Tombstone, Unfit
from answerable.core.state.letters import Document
from answerable.core.state.may_tell import ChosenReach, WhoMayKnow
from answerable.core.state.moves import Change
from answerable.core.state.outgoing import Outgoing
from answerable.core.state.parent import Parent
from answerable.core.state.passings import Passing
from answerable.core.state.pauses import Pauses
from answerable.core.state.sent import Sent
from answerable.core.state.soon import Soon
from answerable.core.state.steps import Concern
from answerable.core.state.telling import Telling


class Process(Struct, frozen=True, kw_only=True):
    """What the process rests on; `policies` are in the order of their days, the first from the opening on."""

    codename: str
    person_x: str
    language: Language
    zone: str
    opened_on: date
    founder: bytes
    support: Presence
    supervision: Presence
    words: Item[WordsChosen] | None
    policies: tuple[PolicyFrom, ...]
    policy_changes: tuple[Item[PolicySet], ...]
    boundaries: tuple[Item[BoundarySet], ...]
    quorums: tuple[Item[QuorumSet], ...]

    @property
    def presence(self) -> Mapping[Role, Presence]:
        """Return for each circle whether it is here (R64)."""
        return {Role.CONTACT: Presence.HERE, Role.SUPPORT: self.support, Role.SUPERVISION: self.supervision}


class Member(Struct, frozen=True, kw_only=True):
    """A person of a circle: her newest name and term, her stance, and how she left, if she did (R15, R19-R21).

    `followed_by` is the identity she took after losing this one's keys.
    """

    user: bytes
    named: Item[MemberNamed]
    roles: frozenset[Role]
    joined_on: date
    until_on: date
    stance: Item[StanceAffirmed] | None
    left: Item[MemberLeft] | None
    followed_by: bytes | None

    @property
    def is_active(self) -> bool:
        """Whether she is a member now, under this identity."""
        return self.left is None and self.followed_by is None


class DemandVersion(Struct, frozen=True, kw_only=True):
    """One wording of a demand, and what was done with it.

    A copied one counts after a second member read it against its source (R64). `counts_from` is the moment (seconds
    UTC) from which it counts, None while it does not; `counts_from_seq` is the place in the log of the entry that made
    it count. `word` and `shown_on` are where it stands and the day of what shows that (R65).
    """

    item: Item[DemandRaised] | Item[DemandReplaced]
    text: str
    text_hash: bytes
    readings: tuple[Item[ReadAgainstSource], ...]
    counts: bool
    counts_from: int | None
    counts_from_seq: int | None
    passings: tuple[Passing, ...]
    notes: tuple[Item[NoteKept], ...]
    word: DemandWord
    shown_on: date | None


class Withdrawal(Struct, frozen=True, kw_only=True):
    """The withdrawal of a demand; a copied one counts after a second member read it (R64)."""

    item: Item[DemandWithdrawn]
    text_hash: bytes
    readings: tuple[Item[ReadAgainstSource], ...]
    counts: bool


class Demand(Struct, frozen=True, kw_only=True):
    """A demand through all its versions, oldest first.

    `current` is the newest version that counts, or the first while none does; `waiting` is a newer one that does not
    count yet. `withdrawn` is set once a withdrawal counts, `withdrawal` as soon as there is one.
    """

    demand_id: bytes
    number: int
    facet: Facet
    origin: Origin
    versions: tuple[DemandVersion, ...]
    current: DemandVersion
    waiting: DemandVersion | None
    withdrawal: Withdrawal | None
    counts: bool
    withdrawn: bool
    word: DemandWord


class OpenMessage(Struct, frozen=True, kw_only=True):
    """A message to X that asks something and was not answered, with its newest answer-by date (R26).

    `attempts` are the message and the later ones that gave it a new date; `new_dates` counts those.
    """

    attempts: tuple[Item[ContactAttempted], ...]
    asked: str
    on: date
    answer_by_on: date | None
    new_dates: int


class Contacts(Struct, frozen=True, kw_only=True):
    """Contact with X, by day; the two clocks also count contacts whose words were taken out (R26).

    `last_attempt_on` is the newest day on which he was tried, reached or not; `attempts_since_reached` are those that
    did not reach him since he last was. Messages of his with an answer in them reached him too. `beside` holds, by
    the first entry of a contact, what others who were there wrote about it.
    """

    reached: tuple[Item[ContactReached], ...]
    attempts: tuple[Item[ContactAttempted], ...]
    missed: tuple[Item[MeetingMissed], ...]
    reached_days: tuple[date, ...]
    last_reached_on: date | None
    last_attempt_on: date | None
    attempts_since_reached: tuple[Item[ContactAttempted], ...]
    open_messages: tuple[OpenMessage, ...]
    beside: Mapping[bytes, tuple[Item[NoteBeside], ...]]


class Upkeep(Struct, frozen=True, kw_only=True):
    """The group's own work: the mail, duties taken and declined; `owners` says who has which duty now."""

    looked_at: tuple[Item[MailboxLookedAt], ...]
    last_looked_on: date | None
    taken: tuple[Item[DutyTaken], ...]
    declined: tuple[Item[DutyDeclined], ...]
    owners: Mapping[str, bytes]


class Draft(Struct, frozen=True, kw_only=True):
    """A draft of an update; `readings` are those by a second member, in exactly this wording (R53)."""

    item: Item[UpdateDrafted]
    text_hash: bytes
    readings: tuple[Item[UpdateRead], ...]
    handed_over: tuple[Item[UpdateHandedOver], ...]


class Updates(Struct, frozen=True, kw_only=True):
    """The updates; `open_draft` is the newest draft since the last hand-over."""

    drafts: tuple[Draft, ...]
    open_draft: Draft | None
    handed_over: tuple[Item[UpdateHandedOver], ...]
    last_handed_over_on: date | None
    covered_until_on: date | None


class Question(Struct, frozen=True, kw_only=True):
    """A question between contact and support circle, who asked it, and its answers (R5)."""

    item: Item[QuestionAsked]
    asked_by: Role
    readings: tuple[Item[ReadAgainstSource], ...]
    answers: tuple[Item[QuestionAnswered], ...]


class Objection(Struct, frozen=True, kw_only=True):
    """An objection to an entry and the contact circle's answers (R47); `raised_by` is None for a copied one."""

    item: Item[ObjectionRaised]
    raised_by: Role | None
    readings: tuple[Item[ReadAgainstSource], ...]
    answers: tuple[Item[ObjectionAnswered], ...]


class State(Struct, frozen=True, kw_only=True):
    """What the entries that one can read amount to; computed, never stored beside them (C6).

    `timeline` holds every entry in the order of the log, also corrected ones and misfits. `corrected_by` leads from
    an entry to its corrections, oldest first. `unplaced` are entries about something that cannot be read here.
    Entries for named people stand in neither `timeline` nor `entries`, so that no list, search, count or draft has
    them, but in `asides`, and what they amount to in `soon` (R66).
    """

    process: Process
    members: Mapping[bytes, Member]
    invitations: tuple[Item[Invitation], ...]
    documents: tuple[Document, ...]
    files: tuple[Item[FileAdded], ...]
    demands: tuple[Demand, ...]
    parent: Parent
    contacts: Contacts
    sent: tuple[Sent, ...]
    pauses: Pauses
    surroundings: Surroundings
    notes: tuple[Item[NoteKept], ...]
    agreements: tuple[Agreement, ...]
    changes: tuple[Change, ...]
    concerns: tuple[Concern, ...]
    indicators: Indicators
    upkeep: Upkeep
    updates: Updates
    questions: tuple[Question, ...]
    objections: tuple[Objection, ...]
    decisions: tuple[Decision, ...]
    may_tell: WhoMayKnow
    reach: ChosenReach
    telling: Telling
    alarms: tuple[Item[AlarmNoted], ...]
    outgoing: Outgoing
    soon: Soon
    taken_out: Mapping[bytes, Tombstone]
    corrected_by: Mapping[bytes, tuple[bytes, ...]]
    does_not_fit: tuple[Unfit, ...]
    unplaced: tuple[Filed, ...]
    timeline: tuple[Filed, ...]
    entries: Mapping[bytes, Filed]
    asides: Mapping[bytes, Filed]

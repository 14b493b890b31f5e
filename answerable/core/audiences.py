"""Who may make which kind of entry, who reads it, and whom an author may add (entries.md)."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct, structs

from answerable.core.circles import Presence, Role, sorted_roles
from answerable.core.entries import (
    AgreementAnswered,
    AgreementFollowed,
    AgreementMade,
    AlarmNoted,
    AnswersReported,
    AnyEntry,
    AroundNoted,
    Aside,
    AsideTakenOut,
    AskAnswered,
    BoundarySet,
    ChangeNoted,
    CirculationSet,
    ConcernMoved,
    ContactAttempted,
    ContactReached,
    DecisionAbout,
    DecisionConfirmed,
    DecisionProposed,
    DecisionQuestioned,
    DecisionReached,
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    DocumentAdded,
    DutyDeclined,
    DutyTaken,
    Entry,
    FileAdded,
    IndicatorNoted,
    IndicatorsTakenOn,
    Invitation,
    LookedAgain,
    MailboxLookedAt,
    MayTellAsked,
    MayTellConfirmed,
    MayTellSet,
    MayTellStopped,
    MeetingMissed,
    MemberLeft,
    MemberNamed,
    NoFurtherContact,
    NonCooperationNoted,
    NoteBeside,
    NoteKept,
    NoticeAnswered,
    NoticeGiven,
    ObjectionAnswered,
    ObjectionRaised,
    OutgoingRead,
    ParentDecided,
    ParentHeard,
    PauseEnded,
    PauseTaken,
    PeopleTold,
    PolicySet,
    PositionTaken,
    PresenceSet,
    ProcessOpened,
    ProtectedHashes,
    ProtectedWords,
    QuestionAnswered,
    QuestionAsked,
    QuorumSet,
    ReachChosen,
    ReadAgainstSource,
    SentByX,
    SentSorted,
    SoonAgreed,
    SoonAnswered,
    SoonHandedOn,
    SoonNoted,
    StanceAffirmed,
    StepAnswered,
    StepTaken,
    SupervisionAsked,
    TakenOut,
    TalkNoted,
    TellingConfirmed,
    TellingPlanned,
    TextChecked,
    ToldByX,
    UpdateDrafted,
    UpdateHandedOver,
    UpdateRead,
    ViewsNamed,
    WhoHears,
    WordsChosen,
    WorksheetKept,
)
from answerable.core.entries.base import Source

EntryT = TypeVar("EntryT", bound=Entry)

TAKE_OUT_SECONDS = 7 * 24 * 60 * 60
"""How long authors can take their own words out (R11)."""

NOBODY: frozenset[Role] = frozenset()
C = frozenset({Role.CONTACT})
S = frozenset({Role.SUPPORT})
V = frozenset({Role.SUPERVISION})


class AudienceError(Exception):
    """An entry was to be kept from a circle it is owed to, or shown to one that its kind is not for."""

    def __init__(self, *, kept_from: frozenset[Role], shown_to: frozenset[Role]) -> None:
        super().__init__("audience does not fit the kind")
        self.kept_from = kept_from
        self.shown_to = shown_to


class Rule(Struct, frozen=True, kw_only=True):
    """One row of the table of kinds.

    `by` make it in their own words, `copied_by` only as a copy of words said elsewhere. `readers` read it by default;
    of these the author may leave out `optional`, and she may add `may_add`. `own_circle` and `as_entry` take the place
    of `readers`: the author's circles, or the readers of the entry it is about. An `Aside` has none of these: whom it
    names reads it. Only its author corrects a `personal` one. Words of a `lasting` one are not taken out: the process
    would no longer stand.
    """

    by: frozenset[Role]
    readers: frozenset[Role] = NOBODY
    copied_by: frozenset[Role] = NOBODY
    optional: frozenset[Role] = NOBODY
    may_add: frozenset[Role] = NOBODY
    own_circle: bool = False
    as_entry: bool = False
    personal: bool = False
    lasting: bool = False


RULES: Mapping[type[Entry], Rule] = {
    ProcessOpened: Rule(by=C, readers=C | S | V, lasting=True),
    PresenceSet: Rule(by=C, readers=C | S | V, lasting=True),
    WordsChosen: Rule(by=S, copied_by=C, readers=C | S | V, lasting=True),
    PolicySet: Rule(by=C, readers=C | S | V, lasting=True),
    BoundarySet: Rule(by=C, readers=C | S | V),
    QuorumSet: Rule(by=C, readers=C | S | V, lasting=True),
    MemberNamed: Rule(by=C | S | V, readers=C | S | V, personal=True, lasting=True),
    StanceAffirmed: Rule(by=C | S | V, own_circle=True, personal=True, lasting=True),
    Invitation: Rule(by=C | S | V, own_circle=True, personal=True, lasting=True),
    MemberLeft: Rule(by=C, readers=C | S, may_add=V),
    DocumentAdded: Rule(by=S, copied_by=C, readers=C | S),
    ReadAgainstSource: Rule(by=C, as_entry=True, personal=True, lasting=True),
    CirculationSet: Rule(by=S, copied_by=C, readers=C | S, may_add=V),
    FileAdded: Rule(by=C | S, readers=C | S),
    DemandRaised: Rule(by=S, copied_by=C, readers=C | S | V),
    DemandReplaced: Rule(by=S, copied_by=C, readers=C | S | V),
    DemandWithdrawn: Rule(by=S, copied_by=C, readers=C | S | V),
    DemandPassedOn: Rule(by=C, readers=C | S, may_add=V),
    ParentDecided: Rule(by=S, copied_by=C, readers=C | S | V),
    ParentHeard: Rule(by=C | S, readers=C | S),
    AnswersReported: Rule(by=C, readers=C | S),
    ContactReached: Rule(by=C, readers=C),
    ContactAttempted: Rule(by=C, readers=C),
    MeetingMissed: Rule(by=C, readers=C),
    NoteBeside: Rule(by=C, readers=C, personal=True),
    SentByX: Rule(by=C, readers=C),
    SentSorted: Rule(by=C, readers=C, lasting=True),
    PauseTaken: Rule(by=C, readers=C | S, may_add=V),
    PauseEnded: Rule(by=C, readers=C | S, may_add=V),
    ToldByX: Rule(by=C, readers=C),
    AroundNoted: Rule(by=C, readers=C),
    TalkNoted: Rule(by=C, readers=C),
    AskAnswered: Rule(by=C, readers=C),
    NoFurtherContact: Rule(by=C, readers=C),
    WhoHears: Rule(by=C, readers=C),
    NoteKept: Rule(by=C, readers=C, may_add=V),
    AgreementMade: Rule(by=C, readers=C),
    AgreementAnswered: Rule(by=C, readers=C),
    AgreementFollowed: Rule(by=C, readers=C),
    ChangeNoted: Rule(by=C, readers=C),
    LookedAgain: Rule(by=C, readers=C),
    MailboxLookedAt: Rule(by=C, readers=C, lasting=True),
    DutyTaken: Rule(by=C, readers=C, personal=True, lasting=True),
    DutyDeclined: Rule(by=C, readers=C, personal=True),
    UpdateDrafted: Rule(by=C, readers=C),
    UpdateRead: Rule(by=C, readers=C, personal=True, lasting=True),
    UpdateHandedOver: Rule(by=C, readers=C | S | V, optional=V, lasting=True),
    QuestionAsked: Rule(by=C | S, copied_by=C, readers=C | S, may_add=V),
    QuestionAnswered: Rule(by=C | S, copied_by=C, readers=C | S, may_add=V),
    ObjectionRaised: Rule(by=S | V, copied_by=C, readers=C | S | V),
    ObjectionAnswered: Rule(by=C, readers=C | S | V),
    SoonAgreed: Rule(by=S, copied_by=C, readers=C | S),
    SoonNoted: Rule(by=C, personal=True),
    SoonHandedOn: Rule(by=C, personal=True),
    SoonAnswered: Rule(by=C | S, personal=True),
    TakenOut: Rule(by=C | S | V, as_entry=True, personal=True, lasting=True),
    AsideTakenOut: Rule(by=C | S | V, personal=True, lasting=True),
    AlarmNoted: Rule(by=C, readers=C | S | V, personal=True, lasting=True),
    MayTellSet: Rule(by=S, copied_by=C, readers=C | S, may_add=V),
    MayTellStopped: Rule(by=S, copied_by=C | V, readers=C | S | V, lasting=True),
    MayTellConfirmed: Rule(by=S, copied_by=C, readers=C | S, may_add=V),
    MayTellAsked: Rule(by=C, readers=C | S, may_add=V),
    ReachChosen: Rule(by=S, copied_by=C, readers=C | S),
    DecisionProposed: Rule(by=C, readers=C | S | V),
    PositionTaken: Rule(by=C, readers=C),
    DecisionReached: Rule(by=C, readers=C | S | V),
    DecisionConfirmed: Rule(by=C, readers=C | S | V),
    DecisionQuestioned: Rule(by=C, readers=C, may_add=V),
    IndicatorsTakenOn: Rule(by=C, readers=C | S | V, lasting=True),
    IndicatorNoted: Rule(by=C, readers=C),
    DecisionAbout: Rule(by=C, readers=C),
    ProtectedWords: Rule(by=S, readers=S),
    ProtectedHashes: Rule(by=S, copied_by=C, readers=C | S | V),
    TextChecked: Rule(by=C, readers=C | S, personal=True, lasting=True),
    OutgoingRead: Rule(by=C, readers=C, personal=True, lasting=True),
    NonCooperationNoted: Rule(by=C, readers=C, may_add=V),
    StepTaken: Rule(by=C, readers=C, may_add=V),
    StepAnswered: Rule(by=C, readers=C),
    ConcernMoved: Rule(by=C, readers=C),
    ViewsNamed: Rule(by=C, readers=C | S | V),
    WorksheetKept: Rule(by=C, readers=C),
    NoticeGiven: Rule(by=C, readers=C),
    NoticeAnswered: Rule(by=C, readers=C),
    SupervisionAsked: Rule(by=C, readers=C | V),
    TellingPlanned: Rule(by=C, readers=C),
    TellingConfirmed: Rule(by=C, readers=C, personal=True, lasting=True),
    PeopleTold: Rule(by=C, readers=C | S, may_add=V),
}


def is_copied(entry: Entry) -> bool:
    """Whether the entry holds words of a circle that is not here, copied by a member (R64)."""
    return getattr(entry, "copied", None) is not None


def may_make(kind: type[Entry], roles: frozenset[Role], *, copied: bool = False) -> bool:
    """Whether someone of these circles may make such an entry, in her own words or as a copy (R2)."""
    rule = RULES[kind]
    return not roles.isdisjoint(rule.by) or (copied and not roles.isdisjoint(rule.copied_by))


def needs_second_reader(entry: Entry, author_roles: frozenset[Role]) -> bool:
    """Whether the entry is another circle's words in a member's copy, and is to be read against its source (R64)."""
    if not is_copied(entry):
        return False
    in_place_of_support = isinstance(entry, QuestionAsked | QuestionAnswered)
    return in_place_of_support or author_roles.isdisjoint(RULES[type(entry)].by)


def looked_up(entry: Entry) -> bool:
    """Whether something in it was looked up about X: the entry itself, or one of its facts (R42)."""
    sources = (getattr(entry, "source", None), *(one.source for one in getattr(entry, "facts", ())))
    return Source.LOOKED_UP in sources


def default_readers(entry: Entry, author_roles: frozenset[Role], *, of: Iterable[Role] = ()) -> frozenset[Role]:
    """Return who reads the entry by default; `of` are the readers of the entry it is about (`as_entry` kinds).

    What was looked up about X always comes to supervision (R42), but for an aside: that no circle reads at all.
    """
    rule = RULES[type(entry)]
    if isinstance(entry, Aside):
        return NOBODY
    if rule.own_circle:
        return author_roles
    if rule.as_entry:
        return frozenset(of)
    if looked_up(entry):
        return rule.readers | V
    return rule.readers


def addressed(
    entry: EntryT,
    author_roles: frozenset[Role],
    *,
    of: Iterable[Role] = (),
    also: Iterable[Role] = (),
    without: Iterable[Role] = (),
) -> EntryT:
    """Return the entry with `meant_for` set: its default readers, those added, less those it may do without.

    Circles that are not here stay named, so that the entry can be given to them when they come (R64).
    Raises AudienceError where the kind allows an addition or an omission not.
    """
    rule = RULES[type(entry)]
    default = default_readers(entry, author_roles, of=of)
    kept_from = (frozenset(without) & default) - rule.optional
    shown_to = frozenset(also) - default - rule.may_add
    if kept_from or shown_to:
        raise AudienceError(kept_from=kept_from, shown_to=shown_to)
    return structs.replace(entry, meant_for=sorted_roles((default | frozenset(also)) - frozenset(without)))


def audience_of(entry: Entry, presence: Mapping[Role, Presence]) -> frozenset[Role]:
    """Return the circles it can be sealed to now: of those it is meant for, the ones that are here (R64)."""
    return frozenset(role for role in entry.meant_for if presence[role] is Presence.HERE)


def may_read(entry: Entry, roles: frozenset[Role], user: bytes | None = None) -> bool:
    """Whether someone of these circles is meant to read the entry; of an aside, whether this user is named in it."""
    if isinstance(entry, Aside):
        return user in entry.named
    return not roles.isdisjoint(entry.meant_for)


def may_correct(
    kind: type[Entry], *, ours: bool, own_words: bool, corrected: frozenset[Role], by: frozenset[Role]
) -> bool:
    """Whether someone of the circles `by` may correct an entry made by someone of the circles `corrected`.

    `ours`: it is her own entry; `own_words`: it is no copy. The contact circle cannot edit or soften the words of
    others, only copy again what it copied (R2); whose words were copied can always correct the copy (R64).
    """
    rule = RULES[kind]
    if ours or rule.personal:
        return ours
    if own_words:
        return not (corrected & rule.by).isdisjoint(by)
    return not corrected.isdisjoint(by) or not by.isdisjoint(rule.by)


def may_take_out(entry: AnyEntry, *, author: bytes, user: bytes, now: int) -> bool:
    """Whether a user may take these words out: her own, within seven days, where the process stands without (R11)."""
    return author == user and now - entry.at <= TAKE_OUT_SECONDS and not RULES[type(entry)].lasting

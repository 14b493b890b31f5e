"""The fold: entries in the order of the log become the state of the process (C6)."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import assert_never

from answerable.core.entries import (
    AgreementAnswered,
    AgreementFollowed,
    AgreementMade,
    AlarmNoted,
    AnswersReported,
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
from answerable.core.state.agreements import AgreementsBuilder
from answerable.core.state.around import AroundBuilder
from answerable.core.state.contacts import ContactsBuilder
from answerable.core.state.decisions import DecisionEntry, DecisionsBuilder
from answerable.core.state.demands import DemandsBuilder
from answerable.core.state.indicators import IndicatorEntry, IndicatorsBuilder
from answerable.core.state.items import Filed, Item, Tombstone
from answerable.core.state.letters import LetterEntry, LettersBuilder
from answerable.core.state.may_tell import MayTellBuilder, MayTellEntry
from answerable.core.state.moves import MovesBuilder
from answerable.core.state.outgoing import OutgoingBuilder, OutgoingEntry
from answerable.core.state.parent import ParentBuilder
from answerable.core.state.pauses import PauseEntry, PausesBuilder
from answerable.core.state.people import MemberEntry, MembersBuilder, ProcessBuilder, ProcessEntry
from answerable.core.state.questions import QuestionEntry, QuestionsBuilder
from answerable.core.state.readings import Readings
from answerable.core.state.sent import SentBuilder
from answerable.core.state.shape import State
from answerable.core.state.soon import SoonBuilder, SoonEntry
from answerable.core.state.standing import Standing, item_of
from answerable.core.state.steps import StepsBuilder
from answerable.core.state.surroundings import NotesBuilder
from answerable.core.state.telling import TellingBuilder, TellingEntry
from answerable.core.state.updates import UpdateEntry, UpdatesBuilder
from answerable.core.state.upkeep import UpkeepBuilder, UpkeepEntry

BetweenEntry = UpdateEntry | QuestionEntry | MayTellEntry | LetterEntry | ReadAgainstSource | SoonEntry | OutgoingEntry
TogetherEntry = DecisionEntry | TellingEntry
OwnEntry = (
    ProcessEntry | MemberEntry | UpkeepEntry | PauseEntry | IndicatorEntry | AlarmNoted | TakenOut | AsideTakenOut
)

_NOTHING_GONE: Mapping[bytes, int] = MappingProxyType({})


def fold(filed: Iterable[Filed], *, gone: Mapping[bytes, int] = _NOTHING_GONE) -> State:
    """Return what these entries amount to; the same entries always give the same state.

    `gone` are the places in the log of entries whose words were destroyed. A taken-out contact still happened: its
    `taken-out` entry keeps its kind and day, and the clocks count it by them; all else that followed from its words
    falls away (R60). Raises NotOpenedError where no entry opens the process.
    """
    timeline = tuple(sorted(filed, key=_seq))
    folding = _Folding(timeline, gone)
    for one, first, seq in folding.standing.placed():
        folding.add(one, first, seq)
    return folding.freeze(timeline)


def _seq(filed: Filed) -> int:
    return filed.seq


class _Folding:
    """The slices while they grow."""

    def __init__(self, timeline: tuple[Filed, ...], gone: Mapping[bytes, int]) -> None:
        self.standing = Standing(timeline, gone)
        self.places: set[bytes] = set()
        first_of = self.standing.first_of
        self.process = ProcessBuilder()
        self.members = MembersBuilder()
        self.letters = LettersBuilder(first_of)
        self.readings = Readings()
        self.demands = DemandsBuilder(first_of)
        self.parent = ParentBuilder()
        self.contacts = ContactsBuilder(first_of)
        self.sent = SentBuilder(first_of)
        self.notes = NotesBuilder(self.demands)
        self.around = AroundBuilder(first_of)
        self.agreements = AgreementsBuilder(first_of)
        self.moves = MovesBuilder(first_of)
        self.steps = StepsBuilder(first_of)
        self.indicators = IndicatorsBuilder()
        self.upkeep = UpkeepBuilder()
        self.pauses = PausesBuilder(first_of)
        self.updates = UpdatesBuilder(first_of)
        self.questions = QuestionsBuilder(first_of)
        self.decisions = DecisionsBuilder(first_of)
        self.may_tell = MayTellBuilder()
        self.telling = TellingBuilder(first_of)
        self.soon = SoonBuilder(first_of)
        self.outgoing = OutgoingBuilder(first_of)
        self.alarms: list[Item[AlarmNoted]] = []

    def add(self, filed: Filed, first: bytes, seq: int) -> None:
        """Hand what stands to the slice of its family: first what is about X."""
        self.places.add(first)
        match filed.entry:
            case ContactReached() | ContactAttempted() | MeetingMissed() | NoteBeside() as entry:
                self.contacts.add(filed, entry, first, seq)
            case SentByX() | SentSorted() as entry:
                self.sent.add(filed, entry, first, seq)
            case NoteKept() as entry:
                self.notes.add(filed, entry, first, seq)
            case ToldByX() | AroundNoted() | TalkNoted() | AskAnswered() | NoFurtherContact() | WhoHears() as entry:
                self.around.add(filed, entry, first, seq)
            case AgreementMade() | AgreementAnswered() | AgreementFollowed() as entry:
                self.agreements.add(filed, entry, first, seq)
            case ChangeNoted() | LookedAgain() as entry:
                self.moves.add(filed, entry, first, seq)
            case NonCooperationNoted() | StepTaken() | StepAnswered() | ConcernMoved() as entry:
                self.steps.add(filed, entry, first, seq)
            case DemandRaised() | DemandReplaced() | DemandWithdrawn() | DemandPassedOn() as entry:
                self.demands.add(filed, entry, first, seq)
            case ParentDecided() | ParentHeard() | AnswersReported() as entry:
                self.parent.add(filed, entry, first, seq)
            case _ as entry:
                self._add_between(filed, entry, first, seq)

    def _add_between(
        self, filed: Filed, entry: BetweenEntry | TogetherEntry | OwnEntry, first: bytes, seq: int
    ) -> None:
        """Hand what passes between the circles to its slice."""
        match entry:
            case UpdateDrafted() | UpdateRead() | UpdateHandedOver():
                self.updates.add(filed, entry, first, seq)
            case QuestionAsked() | QuestionAnswered() | ObjectionRaised() | ObjectionAnswered():
                self.questions.add(filed, entry, first, seq)
            case MayTellSet() | MayTellStopped() | MayTellConfirmed() | MayTellAsked() | ReachChosen():
                self.may_tell.add(filed, entry, first, seq)
            case ProtectedWords() | ProtectedHashes() | TextChecked() | OutgoingRead():
                self.outgoing.add(filed, entry, first, seq)
            case SoonAgreed() | SoonNoted() | SoonHandedOn() | SoonAnswered():
                self.soon.add(filed, entry, first, seq)
            case DocumentAdded() | CirculationSet() | FileAdded():
                self.letters.add(filed, entry, first, seq)
            case ReadAgainstSource():
                self.readings.add(item_of(filed, entry, first, seq), self.standing.first_of(entry.entry))
            case _:
                self._add_together(filed, entry, first, seq)

    def _add_together(self, filed: Filed, entry: TogetherEntry | OwnEntry, first: bytes, seq: int) -> None:
        """Hand what the group decides and does about people around X to its slice."""
        match entry:
            case (
                DecisionProposed()
                | PositionTaken()
                | DecisionReached()
                | DecisionConfirmed()
                | DecisionQuestioned()
                | DecisionAbout()
                | ViewsNamed()
            ):
                self.decisions.add(filed, entry, first, seq)
            case (
                WorksheetKept()
                | NoticeGiven()
                | NoticeAnswered()
                | SupervisionAsked()
                | TellingPlanned()
                | TellingConfirmed()
                | PeopleTold()
            ):
                self.telling.add(filed, entry, first, seq)
                if isinstance(entry, PeopleTold):
                    self.around.add(filed, entry, first, seq)
            case _:
                self._add_ours(filed, entry, first, seq)

    def _add_ours(self, filed: Filed, entry: OwnEntry, first: bytes, seq: int) -> None:
        """Hand what is about the process itself, its people and its upkeep to its slice."""
        match entry:
            case ProcessOpened() | PresenceSet() | WordsChosen() | PolicySet() | BoundarySet() | QuorumSet():
                self.process.add(filed, entry, first, seq)
            case MemberNamed() | StanceAffirmed() | Invitation() | MemberLeft():
                self.members.add(filed, entry, first, seq)
            case IndicatorsTakenOn() | IndicatorNoted():
                self.indicators.add(filed, entry, first, seq)
            case MailboxLookedAt() | DutyTaken() | DutyDeclined():
                self.upkeep.add(filed, entry, first, seq)
            case PauseTaken() | PauseEnded():
                self.pauses.add(filed, entry, first, seq)
            case AlarmNoted():
                self.alarms.append(item_of(filed, entry, first, seq))
            case TakenOut() | AsideTakenOut():
                pass  # the standing has it
            case _:
                assert_never(entry)

    def freeze(self, timeline: tuple[Filed, ...]) -> State:
        """Return the state; slices that join by reference do so only now, when all is known."""
        unplaced: list[bytes] = []
        standing, readings = self.standing, self.readings
        apart = {filed.entry_id: filed for filed in timeline if isinstance(filed.entry, Aside)}
        open_ones = tuple(filed for filed in timeline if filed.entry_id not in apart) if apart else timeline
        taken = standing.taken
        return State(
            process=self.process.freeze(),
            members=self.members.freeze(unplaced),
            invitations=tuple(self.members.invitations),
            documents=self.letters.freeze(readings, unplaced, self._empty_places()),
            files=tuple(self.letters.files),
            demands=self.demands.freeze(readings, unplaced, beside=self.parent.decided),
            parent=self.parent.freeze(readings, self.demands.passings_of),
            contacts=self.contacts.freeze(self.sent.sorted, self._empty_places()),
            sent=self.sent.freeze(),
            pauses=self.pauses.freeze(unplaced),
            surroundings=self.around.freeze(self.demands.rows, unplaced),
            notes=tuple(self.notes.notes),
            agreements=self.agreements.freeze(unplaced),
            changes=self.moves.freeze(unplaced),
            concerns=self.steps.freeze(unplaced, self._gone()),
            indicators=self.indicators.freeze(),
            upkeep=self.upkeep.freeze(),
            updates=self.updates.freeze(unplaced),
            questions=self.questions.freeze_questions(readings, unplaced),
            objections=self.questions.freeze_objections(readings, unplaced),
            decisions=self.decisions.freeze(unplaced),
            may_tell=self.may_tell.freeze(readings, self._empty_places()),
            reach=self.may_tell.freeze_reach(readings),
            telling=self.telling.freeze(unplaced),
            alarms=tuple(self.alarms),
            outgoing=self.outgoing.freeze(),
            soon=self.soon.freeze(readings, taken.values()),
            taken_out=MappingProxyType(
                {gone: taken[gone] for gone in taken if isinstance(taken[gone].taken, TakenOut)}
            ),
            corrected_by=MappingProxyType(standing.corrections()),
            does_not_fit=tuple(standing.unfit),
            unplaced=tuple(sorted((standing.entries[entry_id] for entry_id in unplaced), key=_seq)),
            timeline=open_ones,
            entries=MappingProxyType({filed.entry_id: filed for filed in open_ones}),
            asides=MappingProxyType(apart),
        )

    def _gone(self) -> Mapping[bytes, int]:
        """Return the first entries of places at which nothing stands any more, each with its place in the log."""
        return {self.standing.first_of(stone.entry_id): stone.seq for stone in self._empty_places()}

    def _empty_places(self) -> Iterable[Tombstone]:
        """Yield the tombstones at whose place nothing stands: a deed that was corrected is not counted twice."""
        first_of = self.standing.first_of
        return (stone for entry_id, stone in self.standing.taken.items() if first_of(entry_id) not in self.places)

"""Every kind of entry: frozen structs, one file per family (design: entries.md)."""

from answerable.core.entries.agreements import AgreementAnswered, AgreementFollowed, AgreementMade
from answerable.core.entries.around import AroundNoted, AskAnswered, NoFurtherContact, TalkNoted, WhoHears
from answerable.core.entries.base import Aside, Entry
from answerable.core.entries.contacts import ContactAttempted, ContactReached, MeetingMissed, NoteBeside
from answerable.core.entries.decisions import (
    DecisionAbout,
    DecisionConfirmed,
    DecisionProposed,
    DecisionQuestioned,
    DecisionReached,
    PositionTaken,
    ViewsNamed,
)
from answerable.core.entries.demands import DemandPassedOn, DemandRaised, DemandReplaced, DemandWithdrawn
from answerable.core.entries.documents import DocumentAdded, ReadAgainstSource
from answerable.core.entries.indicators import IndicatorNoted, IndicatorsTakenOn
from answerable.core.entries.letters import CirculationSet, FileAdded
from answerable.core.entries.may_tell import MayTellAsked, MayTellConfirmed, MayTellSet, MayTellStopped
from answerable.core.entries.members import Invitation, MemberLeft, MemberNamed, StanceAffirmed
from answerable.core.entries.moves import ChangeNoted, LookedAgain
from answerable.core.entries.outgoing import OutgoingRead, ProtectedHashes, ProtectedWords, TextChecked
from answerable.core.entries.parent import AnswersReported, ParentDecided, ParentHeard
from answerable.core.entries.pauses import PauseEnded, PauseTaken
from answerable.core.entries.process import BoundarySet, PolicySet, PresenceSet, ProcessOpened, QuorumSet, WordsChosen
from answerable.core.entries.questions import ObjectionAnswered, ObjectionRaised, QuestionAnswered, QuestionAsked
from answerable.core.entries.reach import ReachChosen
from answerable.core.entries.record import AlarmNoted, AsideTakenOut, TakenOut
from answerable.core.entries.sent import SentByX, SentSorted
from answerable.core.entries.soon import SoonAgreed, SoonAnswered, SoonHandedOn, SoonNoted
from answerable.core.entries.steps import ConcernMoved, NonCooperationNoted, StepAnswered, StepTaken
from answerable.core.entries.surroundings import NoteKept, ToldByX
from answerable.core.entries.telling import (
    NoticeAnswered,
    NoticeGiven,
    PeopleTold,
    SupervisionAsked,
    TellingConfirmed,
    TellingPlanned,
    WorksheetKept,
)
from answerable.core.entries.updates import UpdateDrafted, UpdateHandedOver, UpdateRead
from answerable.core.entries.upkeep import DutyDeclined, DutyTaken, MailboxLookedAt

AnyEntry = (
    ProcessOpened
    | PresenceSet
    | WordsChosen
    | PolicySet
    | BoundarySet
    | QuorumSet
    | MemberNamed
    | StanceAffirmed
    | Invitation
    | MemberLeft
    | DocumentAdded
    | ReadAgainstSource
    | DemandRaised
    | DemandReplaced
    | DemandWithdrawn
    | DemandPassedOn
    | ContactReached
    | ContactAttempted
    | MeetingMissed
    | ToldByX
    | NoteKept
    | AgreementMade
    | AgreementAnswered
    | MailboxLookedAt
    | DutyTaken
    | DutyDeclined
    | UpdateDrafted
    | UpdateRead
    | UpdateHandedOver
    | QuestionAsked
    | QuestionAnswered
    | ObjectionRaised
    | ObjectionAnswered
    | SoonAgreed
    | SoonNoted
    | SoonHandedOn
    | SoonAnswered
    | TakenOut
    | AsideTakenOut
    | AlarmNoted
    | MayTellSet
    | MayTellStopped
    | MayTellConfirmed
    | MayTellAsked
    | ReachChosen
    | ParentDecided
    | ParentHeard
    | AnswersReported
    | AgreementFollowed
    | ChangeNoted
    | LookedAgain
    | NoteBeside
    | SentByX
    | SentSorted
    | PauseTaken
    | PauseEnded
    | AroundNoted
    | TalkNoted
    | AskAnswered
    | NoFurtherContact
    | WhoHears
    | DecisionProposed
    | PositionTaken
    | DecisionReached
    | DecisionConfirmed
    | DecisionQuestioned
    | DecisionAbout
    | ViewsNamed
    | IndicatorsTakenOn
    | IndicatorNoted
    | ProtectedWords
    | ProtectedHashes
    | TextChecked
    | OutgoingRead
    | NonCooperationNoted
    | StepTaken
    | StepAnswered
    | ConcernMoved
    | CirculationSet
    | FileAdded
    | WorksheetKept
    | NoticeGiven
    | NoticeAnswered
    | SupervisionAsked
    | TellingPlanned
    | TellingConfirmed
    | PeopleTold
)
"""Every kind that can stand in a log, newest version of each."""

__all__ = [
    "AgreementAnswered",
    "AgreementFollowed",
    "AgreementMade",
    "AlarmNoted",
    "AnswersReported",
    "AnyEntry",
    "AroundNoted",
    "Aside",
    "AsideTakenOut",
    "AskAnswered",
    "BoundarySet",
    "ChangeNoted",
    "CirculationSet",
    "ConcernMoved",
    "ContactAttempted",
    "ContactReached",
    "DecisionAbout",
    "DecisionConfirmed",
    "DecisionProposed",
    "DecisionQuestioned",
    "DecisionReached",
    "DemandPassedOn",
    "DemandRaised",
    "DemandReplaced",
    "DemandWithdrawn",
    "DocumentAdded",
    "DutyDeclined",
    "DutyTaken",
    "Entry",
    "FileAdded",
    "IndicatorNoted",
    "IndicatorsTakenOn",
    "Invitation",
    "LookedAgain",
    "MailboxLookedAt",
    "MayTellAsked",
    "MayTellConfirmed",
    "MayTellSet",
    "MayTellStopped",
    "MeetingMissed",
    "MemberLeft",
    "MemberNamed",
    "NoFurtherContact",
    "NonCooperationNoted",
    "NoteBeside",
    "NoteKept",
    "NoticeAnswered",
    "NoticeGiven",
    "ObjectionAnswered",
    "ObjectionRaised",
    "OutgoingRead",
    "ParentDecided",
    "ParentHeard",
    "PauseEnded",
    "PauseTaken",
    "PeopleTold",
    "PolicySet",
    "PositionTaken",
    "PresenceSet",
    "ProcessOpened",
    "ProtectedHashes",
    "ProtectedWords",
    "QuestionAnswered",
    "QuestionAsked",
    "QuorumSet",
    "ReachChosen",
    "ReadAgainstSource",
    "SentByX",
    "SentSorted",
    "SoonAgreed",
    "SoonAnswered",
    "SoonHandedOn",
    "SoonNoted",
    "StanceAffirmed",
    "StepAnswered",
    "StepTaken",
    "SupervisionAsked",
    "TakenOut",
    "TalkNoted",
    "TellingConfirmed",
    "TellingPlanned",
    "TextChecked",
    "ToldByX",
    "UpdateDrafted",
    "UpdateHandedOver",
    "UpdateRead",
    "ViewsNamed",
    "WhoHears",
    "WordsChosen",
    "WorksheetKept",
]

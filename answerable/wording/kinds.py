"""What each kind of entry is called in a list."""

from answerable.core import entries
from answerable.core.entries import AnyEntry
from answerable.wording.words import Words


def kind(entry: AnyEntry | type[AnyEntry], words: Words) -> str:
    """Return the name of an entry's kind."""
    one = entry if isinstance(entry, type) else type(entry)
    return _names(words)[one]


def kind_of_code(code: str, words: Words) -> str:
    """Return the name of a kind by its tag without version, as a tombstone keeps it; an unknown one is an entry."""
    for one, name in _names(words).items():
        if str(one.__struct_config__.tag).partition("/")[0] == code:
            return name
    return words.gettext("Entry")


def _names(words: Words) -> dict[type[AnyEntry], str]:
    """Return the names of all kinds."""
    return {**_about_us(words), **_about_x(words), **_between(words)}


def _about_us(words: Words) -> dict[type[AnyEntry], str]:
    """Return the names of what is about the process and its people."""
    return {
        entries.ProcessOpened: words.gettext("The process was opened"),
        entries.PresenceSet: words.gettext("A group is here, or not"),
        entries.WordsChosen: words.gettext("Words chosen"),
        entries.PolicySet: words.gettext("What we agreed, changed"),
        entries.IndicatorsTakenOn: words.gettext("The list of indicators, taken on or put down"),
        entries.QuorumSet: words.gettext("How many a decision needs"),
        entries.BoundarySet: words.gettext("What we can and will not do"),
        entries.MemberNamed: words.gettext("A member: name and time"),
        entries.StanceAffirmed: words.gettext("The commitment statement"),
        entries.Invitation: words.gettext("An invitation"),
        entries.MemberLeft: words.gettext("A member left"),
        entries.PauseTaken: words.gettext("A pause of ours"),
        entries.PauseEnded: words.gettext("Back from a pause"),
        entries.MailboxLookedAt: words.gettext("Mail looked at"),
        entries.DutyTaken: words.gettext("A job taken"),
        entries.DutyDeclined: words.gettext("A job declined"),
        entries.TakenOut: words.gettext("Words taken out"),
        entries.AsideTakenOut: words.gettext("Words for named people taken out"),
        entries.AlarmNoted: words.gettext("An alarm noted"),
    }


def _about_x(words: Words) -> dict[type[AnyEntry], str]:
    """Return the names of what is about X and the people around him."""
    return {
        entries.DemandPassedOn: words.gettext("A demand passed on"),
        entries.ContactReached: words.gettext("A contact"),
        entries.ContactAttempted: words.gettext("A contact we tried"),
        entries.MeetingMissed: words.gettext("A meeting that did not happen"),
        entries.NoteBeside: words.gettext("A second note about a contact"),
        entries.SentByX: words.gettext("What he sent"),
        entries.SentSorted: words.gettext("What he did with our questions"),
        entries.ToldByX: words.gettext("Whom he told"),
        entries.AroundNoted: words.gettext("What people around him know"),
        entries.TalkNoted: words.gettext("A talk with people around him"),
        entries.AskAnswered: words.gettext("What people around him answered"),
        entries.NoFurtherContact: words.gettext("No further contact"),
        entries.WhoHears: words.gettext("Who hears of a demand"),
        entries.NoteKept: words.gettext("A note"),
        entries.AgreementMade: words.gettext("An agreement"),
        entries.AgreementAnswered: words.gettext("What became of an agreement"),
        entries.AgreementFollowed: words.gettext("What follows from an agreement"),
        entries.ChangeNoted: words.gettext("A change in his life"),
        entries.LookedAgain: words.gettext("Contact and surroundings looked at again"),
        entries.WorksheetKept: words.gettext("Does this group need to know?"),
        entries.NoticeGiven: words.gettext("A notice with a date"),
        entries.NoticeAnswered: words.gettext("What became of a notice"),
        entries.TellingPlanned: words.gettext("A plan to tell one group"),
        entries.TellingConfirmed: words.gettext("A plan confirmed"),
        entries.IndicatorNoted: words.gettext("An indicator"),
        entries.NonCooperationNoted: words.gettext("He does not cooperate"),
        entries.StepTaken: words.gettext("A step we took"),
        entries.StepAnswered: words.gettext("What was answered to a step"),
        entries.ConcernMoved: words.gettext("How it goes on"),
    }


def _between(words: Words) -> dict[type[AnyEntry], str]:
    """Return the names of what passes between the circles."""
    return {
        entries.DocumentAdded: words.gettext("A letter or document"),
        entries.CirculationSet: words.gettext("Who may receive a letter"),
        entries.FileAdded: words.gettext("A file"),
        entries.ReadAgainstSource: words.gettext("Read against its source"),
        entries.DemandRaised: words.gettext("A demand"),
        entries.DemandReplaced: words.gettext("A demand in new words"),
        entries.DemandWithdrawn: words.gettext("A demand withdrawn"),
        entries.ParentDecided: words.gettext("A decision of the parent process"),
        entries.ParentHeard: words.gettext("Heard from the parent process"),
        entries.AnswersReported: words.gettext("His answers told back"),
        entries.UpdateDrafted: words.gettext("A draft of the update"),
        entries.UpdateRead: words.gettext("The draft read by a second member"),
        entries.UpdateHandedOver: words.gettext("An update handed over"),
        entries.ProtectedWords: words.gettext("Words that must not stand in what leaves"),
        entries.ProtectedHashes: words.gettext("Protected words, as hashes"),
        entries.TextChecked: words.gettext("A text checked before it goes"),
        entries.OutgoingRead: words.gettext("Words that go out, read before"),
        entries.QuestionAsked: words.gettext("A question"),
        entries.QuestionAnswered: words.gettext("An answer"),
        entries.ObjectionRaised: words.gettext("An objection"),
        entries.ObjectionAnswered: words.gettext("An answer to an objection"),
        entries.DecisionProposed: words.gettext("A question to decide"),
        entries.PositionTaken: words.gettext("How somebody stands to it"),
        entries.DecisionReached: words.gettext("A decision"),
        entries.DecisionConfirmed: words.gettext("A decision looked at again"),
        entries.DecisionQuestioned: words.gettext("A question about a decision"),
        entries.DecisionAbout: words.gettext("Why it is to be decided"),
        entries.ViewsNamed: words.gettext("Who stood how"),
        entries.SupervisionAsked: words.gettext("Supervision was asked"),
        entries.PeopleTold: words.gettext("We told one group"),
        entries.MayTellSet: words.gettext("Who may be told"),
        entries.MayTellStopped: words.gettext("Who may be told: stop"),
        entries.MayTellConfirmed: words.gettext("Who may be told: still holds"),
        entries.MayTellAsked: words.gettext("A question about who may be told"),
        entries.ReachChosen: words.gettext("What reaches her"),
        entries.SoonAgreed: words.gettext("To whom it goes when she may need to know soon"),
        entries.SoonNoted: words.gettext("Something she may need to know soon"),
        entries.SoonHandedOn: words.gettext("How it reached a named contact"),
        entries.SoonAnswered: words.gettext("A named contact has it"),
    }

"""What the fixed choices are called: media, facets, sources, states, circles, kinds of entries."""

from answerable.core.circles import Presence, Role
from answerable.core.entries.agreements import Follows, Kept
from answerable.core.entries.around import AroundKind, AskOutcome, FromWhom, Hearing, Knows, TalkStage
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import MissedReason, PlaceKind, Reply
from answerable.core.entries.demands import DemandWord, Facet, Origin
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.moves import ChangeSort
from answerable.core.entries.sent import HowAnswered
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.entries.updates import HandedOver
from answerable.wording.words import Words


def role(one: Role, words: Words) -> str:
    """Return what a circle is called in a sentence, without article."""
    return {
        Role.CONTACT: words.gettext("contact group"),
        Role.SUPPORT: words.gettext("support group"),
        Role.SUPERVISION: words.gettext("supervision group"),
    }[one]


def the_role(one: Role, words: Words) -> str:
    """Return what a circle is called, with its article."""
    return {
        Role.CONTACT: words.gettext("the contact group"),
        Role.SUPPORT: words.gettext("the support group"),
        Role.SUPERVISION: words.gettext("the supervision group"),
    }[one]


def presence(one: Presence, words: Words) -> str:
    """Return whether a circle is here."""
    return {
        Presence.HERE: words.gettext("here"),
        Presence.MAIL: words.gettext("by mail and paper"),
        Presence.NOT_YET: words.gettext("not yet"),
    }[one]


def medium(one: Medium, words: Words) -> str:
    """Return a medium as a choice."""
    return {
        Medium.MAIL: words.pgettext("medium", "Mail"),
        Medium.LETTER: words.pgettext("medium", "Letter"),
        Medium.CALL: words.pgettext("medium", "Call"),
        Medium.VIDEO: words.pgettext("medium", "Video"),
        Medium.IN_PERSON: words.pgettext("medium", "Met in person"),
    }[one]


def by_medium(one: Medium, words: Words) -> str:
    """Return a medium inside a sentence: how he was reached."""
    return {
        Medium.MAIL: words.pgettext("how", "by mail"),
        Medium.LETTER: words.pgettext("how", "by letter"),
        Medium.CALL: words.pgettext("how", "in a call"),
        Medium.VIDEO: words.pgettext("how", "by video"),
        Medium.IN_PERSON: words.pgettext("how", "in person"),
    }[one]


def place(one: PlaceKind, words: Words) -> str:
    """Return a kind of place; never where (R27)."""
    return {
        PlaceKind.PUBLIC: words.pgettext("place", "in public"),
        PlaceKind.OURS: words.pgettext("place", "at our place"),
        PlaceKind.HIS: words.pgettext("place", "at his place"),
        PlaceKind.OTHER: words.pgettext("place", "elsewhere"),
    }[one]


def facet(one: Facet, words: Words) -> str:
    """Return a facet of taking responsibility (R2)."""
    return {
        Facet.REFLECT: words.gettext("Reflect"),
        Facet.INFORM: words.gettext("Inform"),
        Facet.STAY_ACCOUNTABLE: words.gettext("Stay accountable"),
        Facet.OTHER: words.pgettext("facet", "Other"),
    }[one]


def origin(one: Origin, words: Words) -> str:
    """Return whose demand it is."""
    return {
        Origin.SUPPORT: words.pgettext("origin", "Support group"),
        Origin.PARENT_PROCESS: words.pgettext("origin", "Parent process"),
    }[one]


def outcome(one: Outcome | None, words: Words) -> str:
    """Return what he did with a question; nothing means that it was not asked (R28)."""
    return {
        Outcome.ANSWERED: words.gettext("answered"),
        Outcome.EVADED: words.gettext("evaded"),
        Outcome.REFUSED: words.gettext("refused"),
        None: words.gettext("not asked"),
    }[one]


def demand_word(one: DemandWord, words: Words) -> str:
    """Return where a demand stands, in one word (R65)."""
    return {
        DemandWord.NOT_ASKED: words.gettext("not asked"),
        DemandWord.ASKED: words.gettext("asked"),
        DemandWord.SAID: words.gettext("said"),
        DemandWord.SEEN: words.gettext("seen"),
        DemandWord.REFUSED: words.gettext("refused"),
    }[one]


def source(one: Source, words: Words) -> str:
    """Return how we know something (R42)."""
    return {
        Source.HE_SAID: words.gettext("He said it"),
        Source.SOMEONE_CAME: words.gettext("Someone came to us"),
        Source.ORDINARY_LIFE: words.gettext("Seen in our ordinary life"),
        Source.PARENT_OR_SUPPORT: words.gettext("From the support group or the parent process"),
        Source.LOOKED_UP: words.gettext("We looked it up"),
    }[one]


def letter(one: LetterGiven, words: Words) -> str:
    """Return whether the letter was handed over; unknown is a full answer (R29)."""
    return {
        LetterGiven.YES: words.gettext("with the letter"),
        LetterGiven.NO: words.gettext("without the letter"),
        LetterGiven.UNKNOWN: words.gettext("letter: we do not know"),
    }[one]


def letter_word(one: LetterGiven, words: Words) -> str:
    """Return whether the letter was handed over, where the letter is named beside it (R29)."""
    return words.gettext("we do not know") if one is LetterGiven.UNKNOWN else letter(one, words)


def missed_reason(one: MissedReason, words: Words) -> str:
    """Return whose reason it was that a meeting did not happen (R34)."""
    return {
        MissedReason.ACCEPTABLE: words.pgettext("reason", "acceptable"),
        MissedReason.NOT_ACCEPTABLE: words.pgettext("reason", "not acceptable"),
        MissedReason.OURS: words.pgettext("reason", "ours, not his"),
    }[one]


def reply(one: Reply, words: Words) -> str:
    """Return what came back after an attempt (R26)."""
    return {
        Reply.NOTHING: words.gettext("He has not answered."),
        Reply.ASKS_FOR_TIME: words.gettext("He asked for more time."),
        Reply.SOMETHING_ELSE: words.gettext("He answered nothing that we asked."),
    }[one]


def how_answered(one: HowAnswered, words: Words) -> str:
    """Return what he did with a question in what he sent (R26)."""
    return {
        HowAnswered.ANSWERED: words.gettext("answered"),
        HowAnswered.PARTLY: words.gettext("answered in part"),
        HowAnswered.EVADED: words.gettext("evaded"),
        HowAnswered.REFUSED: words.gettext("refused"),
        HowAnswered.ASKS_FOR_TIME: words.gettext("asks for time"),
        HowAnswered.SOMETHING_ELSE: words.gettext("wrote about something else"),
    }[one]


def kept(one: Kept, words: Words) -> str:
    """Return what became of an agreement (R31)."""
    return {
        Kept.KEPT: words.gettext("kept"),
        Kept.PARTLY: words.gettext("partly kept"),
        Kept.NOT_KEPT: words.gettext("not kept"),
    }[one]


def follows(one: Follows, words: Words) -> str:
    """Return what follows from an agreement that was not wholly kept (R31)."""
    return {
        Follows.STAYS: words.gettext("it stays on the list for the next contact"),
        Follows.TOGETHER: words.gettext("the group answers this together"),
        Follows.NOTHING: words.gettext("nothing more"),
    }[one]


def change(one: ChangeSort, words: Words) -> str:
    """Return what kind of change in his life it is; never where (R33)."""
    return {
        ChangeSort.MOVES: words.gettext("He moves"),
        ChangeSort.JOINS: words.gettext("He joins a group or a project"),
        ChangeSort.WORK: words.gettext("He takes on work, teaching or an office"),
        ChangeSort.OTHER: words.gettext("Something else changes"),
    }[one]


def document_sort(one: DocumentSort, words: Words) -> str:
    """Return what a document is (R3)."""
    return {
        DocumentSort.MANDATE_LETTER: words.gettext("The letter to the group"),
        DocumentSort.SEMI_OPEN_LETTER: words.gettext("The semi-open letter"),
        DocumentSort.OPEN_LETTER: words.gettext("The open letter"),
        DocumentSort.OTHER: words.gettext("Another document"),
    }[one]


def handed_over(one: HandedOver, words: Words) -> str:
    """Return how an update is handed over (R64)."""
    return {
        HandedOver.SEALED_HERE: words.gettext("Sealed, here"),
        HandedOver.PRINTED: words.gettext("On paper"),
        HandedOver.MAILED_LOCKED: words.gettext("By mail, locked"),
        HandedOver.READ_OUT: words.gettext("Read out"),
    }[one]


def around_kind(one: AroundKind, words: Words) -> str:
    """Return whether a label is a group or one person."""
    return {
        AroundKind.GROUP: words.gettext("A group"),
        AroundKind.PERSON: words.gettext("One person"),
    }[one]


def knows(one: Knows, words: Words) -> str:
    """Return what people around X know, the least first (R35)."""
    return {
        Knows.PROCESS: words.gettext("That there is a process"),
        Knows.DEMANDS: words.gettext("The demands"),
        Knows.SEMI_OPEN: words.gettext("The semi-open letter"),
        Knows.OPEN: words.gettext("The open letter"),
        Knows.NOTHING: words.gettext("Nothing that we know of"),
        Knows.UNKNOWN: words.gettext("We do not know"),
    }[one]


def knows_clause(one: Knows, words: Words) -> str:
    """Return what people around X know, inside a sentence about them."""
    return {
        Knows.PROCESS: words.gettext("they know that there is a process"),
        Knows.DEMANDS: words.gettext("they know the demands"),
        Knows.SEMI_OPEN: words.gettext("they have the semi-open letter"),
        Knows.OPEN: words.gettext("they have the open letter"),
        Knows.NOTHING: words.gettext("they know nothing that we know of"),
        Knows.UNKNOWN: words.gettext("we do not know what they know"),
    }[one]


def from_whom(one: FromWhom, words: Words) -> str:
    """Return from whom they know (R35)."""
    return {
        FromWhom.HIM: words.gettext("From {x}").format(x=words.person_x),
        FromWhom.US: words.gettext("From us"),
        FromWhom.SOMEBODY_ELSE: words.gettext("From somebody else"),
        FromWhom.UNKNOWN: words.gettext("We do not know from whom"),
    }[one]


def talk_stage(one: TalkStage, words: Words) -> str:
    """Return how far a talk came (R36)."""
    return {
        TalkStage.OFFERED: words.gettext("We offered a talk"),
        TalkStage.HELD: words.gettext("We talked"),
        TalkStage.DECLINED: words.gettext("They did not want to talk"),
    }[one]


def ask_outcome(one: AskOutcome | None, words: Words) -> str:
    """Return what they answered to what was asked of them; nothing means that there is no answer yet (R36)."""
    return {
        AskOutcome.YES: words.gettext("They said yes"),
        AskOutcome.PARTLY: words.gettext("They said yes to a part"),
        AskOutcome.NO: words.gettext("They said no"),
        None: words.gettext("No answer yet"),
    }[one]


def hearing(one: Hearing, words: Words) -> str:
    """Return from whom they hear of a new demand (R35)."""
    return {
        Hearing.HE_TELLS: words.gettext("{x} tells them").format(x=words.person_x),
        Hearing.WE_TELL: words.gettext("We tell them"),
        Hearing.NOBODY: words.gettext("Nobody tells them"),
        Hearing.LATER: words.gettext("Later"),
    }[one]

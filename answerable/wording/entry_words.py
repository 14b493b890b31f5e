"""What an entry is told with: the reader's language, days and names, and the small words that entries share."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from answerable.core.circles import Presence, Role
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import MissedReason, PlaceKind, Reply, ToldNew
from answerable.core.entries.demands import DemandWord, Facet, Origin
from answerable.core.entries.surroundings import LetterGiven

Gettext = Callable[[str], str]


class Telling(Struct, frozen=True, kw_only=True):
    """How to tell: gettext, a day as words, a member's name by her id, what X is called, what another entry says."""

    gettext: Gettext
    day: Callable[[date], str]
    name: Callable[[bytes], str]
    entry: Callable[[bytes], str]
    person_x: str

    def names(self, users: tuple[bytes, ...]) -> str:
        """Return names as one enumeration: "Ada and Bo"."""
        _ = self.gettext
        shown = [self.name(user) for user in users]
        if not shown[1:]:
            return "".join(shown)
        return _("%(many)s and %(last)s") % {"many": ", ".join(shown[:-1]), "last": shown[-1]}


class Part(Struct, frozen=True):
    """One piece of an entry's text; `his` marks his account (R14)."""

    label: str
    text: str
    his: bool = False


class EntryWords(Struct, frozen=True, kw_only=True):
    """An entry in words: what kind it is, one sentence, its texts, and pairs of small facts."""

    title: str
    sentence: str
    parts: tuple[Part, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


def medium(value: Medium, _: Gettext) -> str:
    """Return what a form of contact is called (R27)."""
    return {
        Medium.MAIL: _("Mail"),
        Medium.LETTER: _("Letter"),
        Medium.CALL: _("Call"),
        Medium.VIDEO: _("Video"),
        Medium.IN_PERSON: _("Met in person"),
    }[value]


def place(value: PlaceKind, _: Gettext) -> str:
    """Return what a kind of place is called; never which place (R27)."""
    return {
        PlaceKind.PUBLIC: _("a public place"),
        PlaceKind.OURS: _("a place of ours"),
        PlaceKind.HIS: _("a place of his"),
        PlaceKind.OTHER: _("another place"),
    }[value]


def reply(value: Reply, _: Gettext) -> str:
    """Return what came back after an attempt (R26)."""
    return {
        Reply.NOTHING: _("Nothing so far"),
        Reply.ASKS_FOR_TIME: _("He asks for time"),
        Reply.SOMETHING_ELSE: _("He wrote about something else"),
    }[value]


def missed_reason(value: MissedReason, _: Gettext) -> str:
    """Return whose reason a missed meeting had, and whether it was accepted (R34)."""
    return {
        MissedReason.ACCEPTABLE: _("acceptable"),
        MissedReason.NOT_ACCEPTABLE: _("not acceptable"),
        MissedReason.OURS: _("ours, not his"),
    }[value]


def outcome(value: Outcome | None, _: Gettext) -> str:
    """Return what X did with a question; one without an answer was not asked (R28)."""
    return {
        None: _("not asked"),
        Outcome.ANSWERED: _("answered"),
        Outcome.EVADED: _("evaded"),
        Outcome.REFUSED: _("refused"),
    }[value]


def told_new(value: ToldNew, _: Gettext) -> str:
    """Return whether he told anyone new, as he says (R28)."""
    return {
        ToldNew.SOMEONE: _("Yes, he says so"),
        ToldNew.NOBODY: _("Nobody"),
        ToldNew.NOT_ASKED: _("Not asked"),
    }[value]


def letter(value: LetterGiven, _: Gettext) -> str:
    """Return whether the letter was handed over; not knowing is a full answer (R29)."""
    return {
        LetterGiven.YES: _("Yes"),
        LetterGiven.NO: _("No"),
        LetterGiven.UNKNOWN: _("We do not know"),
    }[value]


def kept(value: Kept, _: Gettext) -> str:
    """Return what became of an agreement (R31)."""
    return {Kept.KEPT: _("kept"), Kept.PARTLY: _("partly kept"), Kept.NOT_KEPT: _("not kept")}[value]


def source(value: Source, _: Gettext) -> str:
    """Return how we know something about X (R42)."""
    return {
        Source.HE_SAID: _("He said it"),
        Source.SOMEONE_CAME: _("Someone came to us"),
        Source.ORDINARY_LIFE: _("Seen in our ordinary life"),
        Source.PARENT_OR_SUPPORT: _("From the parent process or the support group"),
        Source.LOOKED_UP: _("We looked it up"),
    }[value]


def demand_word(value: DemandWord, _: Gettext) -> str:
    """Return where a demand stands, in the five words (R65)."""
    return {
        DemandWord.NOT_ASKED: _("not asked"),
        DemandWord.ASKED: _("asked"),
        DemandWord.SAID: _("said"),
        DemandWord.SEEN: _("seen"),
        DemandWord.REFUSED: _("refused"),
    }[value]


def facet(value: Facet, _: Gettext) -> str:
    """Return the side of taking responsibility a demand is about (R2)."""
    return {
        Facet.REFLECT: _("Reflect"),
        Facet.INFORM: _("Inform"),
        Facet.STAY_ACCOUNTABLE: _("Stay accountable"),
        Facet.OTHER: _("Other"),
    }[value]


def origin(value: Origin, _: Gettext) -> str:
    """Return whose demand it is (R2, R8)."""
    return {Origin.SUPPORT: _("Support group"), Origin.PARENT_PROCESS: _("Parent process")}[value]


def group(value: Role, _: Gettext) -> str:
    """Return what a circle is called."""
    return {
        Role.CONTACT: _("contact group"),
        Role.SUPPORT: _("support group"),
        Role.SUPERVISION: _("supervision group"),
    }[value]


def presence(value: Presence, _: Gettext) -> str:
    """Return whether a circle is here (R64)."""
    return {Presence.HERE: _("here"), Presence.MAIL: _("by mail and paper"), Presence.NOT_YET: _("not yet")}[value]


def groups(roles: tuple[Role, ...], telling: Telling) -> str:
    """Return the circles that can read something, as a sentence."""
    _ = telling.gettext
    together = frozenset(roles)
    sentences = {
        frozenset({Role.CONTACT}): _("The contact group."),
        frozenset({Role.SUPPORT}): _("The support group."),
        frozenset({Role.SUPERVISION}): _("The supervision group."),
        frozenset({Role.CONTACT, Role.SUPPORT}): _("The contact group and the support group."),
        frozenset({Role.CONTACT, Role.SUPERVISION}): _("The contact group and the supervision group."),
        frozenset({Role.SUPPORT, Role.SUPERVISION}): _("The support group and the supervision group."),
        frozenset(Role): _("The contact group, the support group and the supervision group."),
    }
    return sentences[together]


def shortened(text: str, most: int = 90) -> str:
    """Return the beginning of a text as one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(".,;:") + "…"

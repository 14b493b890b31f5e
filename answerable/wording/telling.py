"""Does this group need to know, in words: the choices of the worksheet, and the least that may be said."""

from answerable.core.entries.telling import Judged, Proof, SheetOutcome
from answerable.wording.words import Words


def judged(one: Judged, words: Words) -> str:
    """Return the answer to one of the two criteria."""
    return {
        Judged.YES: words.pgettext("worksheet", "Yes"),
        Judged.NO: words.pgettext("worksheet", "No"),
        Judged.UNKNOWN: words.pgettext("worksheet", "We do not know"),
    }[one]


def outcome(one: SheetOutcome, words: Words) -> str:
    """Return what comes of a worksheet, as a choice."""
    return {
        SheetOutcome.WE_TELL: words.gettext("We tell them"),
        SheetOutcome.HE_TELLS: words.gettext("He tells them, by a day"),
        SheetOutcome.NOT_NOW: words.gettext("Not now"),
        SheetOutcome.ASK: words.gettext("First we ask the support group"),
        SheetOutcome.SUPERVISION: words.gettext("Supervision first"),
    }[one]


def proof(one: Proof, words: Words) -> str:
    """Return whether he showed that he told them, as a choice."""
    return {
        Proof.SHOWN: words.gettext("He showed it"),
        Proof.PARTLY: words.gettext("Partly"),
        Proof.NOT_SHOWN: words.gettext("He showed nothing"),
    }[one]

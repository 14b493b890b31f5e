"""Does this group need to know, in words: the choices of the worksheet, and the least that may be said."""

from answerable.core.entries.telling import Judged, Proof, SheetOutcome
from answerable.core.telling import Asks, Condition, Stands
from answerable.wording.days import day
from answerable.wording.gates import reason
from answerable.wording.lists import ended
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


def _met(one: Asks, words: Words) -> str:
    """Return what is there; its day follows."""
    return {
        Asks.MANDATE: words.gettext("The letter and its demands"),
        Asks.CONFRONTED: words.gettext("He was confronted"),
        Asks.NO_NO: words.gettext("No “no” stands"),
        Asks.NOTICE: words.gettext("His date is over"),
        Asks.WORKSHEET: words.gettext("You asked yourselves"),
        Asks.YES: words.gettext("Support group: yes"),
        Asks.DECIDED: words.gettext("You decided it together"),
        Asks.SUPERVISION: words.gettext("Supervision was asked"),
        Asks.LETTER: words.gettext("A version of the letter that may be given"),
        Asks.TRIED: words.gettext("You wrote down what was tried before"),
        Asks.WORDS: words.gettext("No protected word stands in it"),
        Asks.SECOND: words.gettext("A second member confirmed it"),
    }[one]


def why(one: Asks, words: Words) -> str:
    """Return why it is asked before."""
    return {
        Asks.MANDATE: words.gettext("You act for somebody, in her words."),
        Asks.CONFRONTED: words.gettext("It is his own responsibility to inform them."),
        Asks.NO_NO: words.gettext("A notice is only as good as what may follow."),
        Asks.NOTICE: words.gettext("It is his turn first."),
        Asks.WORKSHEET: words.gettext("Others want to be able to follow or question it."),
        Asks.YES: words.gettext("She decides who is told. There is no way round it."),
        Asks.DECIDED: words.gettext("Nobody decides this alone."),
        Asks.SUPERVISION: words.gettext("Somebody at a distance from him looks at it."),
        Asks.LETTER: words.gettext("Her words go as she wants them, or not at all."),
        Asks.TRIED: words.gettext("The open letter is the last step."),
        Asks.WORDS: words.gettext("What the support group protects leaves only where it has to."),
        Asks.SECOND: words.gettext("Two stand behind what cannot be taken back."),
    }[one]


def stands(one: Stands, words: Words) -> str:
    """Return the word of a condition."""
    return {
        Stands.MET: words.pgettext("condition", "met"),
        Stands.OPEN: words.pgettext("condition", "open"),
        Stands.WAITING: words.pgettext("condition", "waiting"),
    }[one]


KINDS = {Stands.MET: "met", Stands.OPEN: "open", Stands.WAITING: "waiting"}
"""How the mark of a condition is drawn."""


def condition(one: Condition, words: Words) -> str:
    """Return how a condition stands, in a sentence: a gate has no name, only its sentence (content 11a)."""
    if one.reason is not None:
        return reason(one.reason, words)
    met = _met(one.asks, words)
    dated = words.gettext("{what}, {day}.").format(what=met, day=day(one.on, words)) if one.on else f"{met}."
    if one.only_said:
        return words.gettext("{what} So you wrote when you asked yourselves; no step says so.").format(what=dated)
    if one.answer is not None and one.answer.condition:
        return words.gettext("{what} If: {condition}").format(what=dated, condition=ended(one.answer.condition))
    return dated

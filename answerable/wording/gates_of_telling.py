"""Why one circle of people cannot be told yet, and where to go next (R44; interface.md, sentences 5-8)."""

from collections.abc import Iterable

from answerable.core.gates import Next, Why
from answerable.core.telling import Part
from answerable.wording.lists import joined
from answerable.wording.words import Words


def texts(words: Words) -> dict[Why, str]:
    """Return the sentences about telling one circle of people."""
    return {**_about_him(words), **_about_the_sheet(words), **_about_her_choice(words), **_about_us(words)}


def _about_him(words: Words) -> dict[Why, str]:
    return {
        Why.NO_MANDATE: words.gettext("There is no letter of the support group that asks for this."),
        Why.NO_DEMANDS: words.gettext("There is a letter, and no demand from it counts yet."),
        Why.NOT_CONFRONTED: words.gettext("{x} was not confronted with this yet. That comes first, with a date."),
        Why.NO_NOTICE: words.gettext("He got no notice with a date to inform them himself."),
        Why.NOTICE_RUNS: words.gettext("He has until {day} to inform them himself."),
        Why.PROOF_SHOWN: words.gettext("He showed that he told them. Ask yourselves again."),
    }


def _about_the_sheet(words: Words) -> dict[Why, str]:
    return {
        Why.NO_WORKSHEET: words.gettext("You have not asked yourselves yet whether they need to know."),
        Why.OTHER_OUTCOME: words.gettext("When you last asked yourselves, you came to something else."),
        Why.SHEET_INCOMPLETE: words.gettext("Write why. You have not said yet: {parts}."),
        Why.ONLY_LOOKED_UP: words.gettext("All you know was looked up. That alone carries no such step."),
        Why.LESS_IS_ENOUGH: words.gettext("You wrote that less is enough."),
        Why.SHEET_CHANGED: words.gettext(
            "Your answers were changed after you decided. Decide about what they say now."
        ),
    }


def _about_her_choice(words: Words) -> dict[Why, str]:
    return {
        Why.A_NO_STANDS: words.gettext("The support group says no for “{label}”, {day}. It stays no."),
        Why.NO_YES: words.gettext(
            "There is no yes for “{label}”. Until there is one, it stays no. Ask the support group."
        ),
        Why.ASK_EACH_TIME: words.gettext("For “{label}” the support group wants to be asked each time."),
        Why.CONDITION_CHANGED: words.gettext("The condition of the yes is another one now. Plan it anew."),
        Why.NO_LETTER: words.gettext("There is no version of this letter that may be given to people."),
        Why.OTHER_FORM: words.gettext("This version of the letter may not be given in this form. Plan it anew."),
        Why.NOTHING_TRIED: words.gettext("Giving out the letter is the last step. Write down what milder was tried."),
    }


def _about_us(words: Words) -> dict[Why, str]:
    return {
        Why.NOT_DECIDED: words.gettext("You have not decided it together yet. Two thirds of you are needed."),
        Why.DECIDED_OTHERWISE: words.gettext("You decided otherwise."),
        Why.FEW_VIEWS: words.gettext("Two thirds of those asked are needed, and nobody who blocks it."),
        Why.SUPERVISION_NOT_ASKED: words.gettext("Supervision was not asked in writing yet."),
        Why.SUPERVISION_WAITS: words.gettext("Supervision was asked. It has until {day} for a word."),
        Why.NO_SECOND: words.gettext("A second member has not confirmed the plan yet."),
        Why.PLAN_OVER: words.gettext("This plan is over: you asked yourselves again, or planned anew."),
    }


def ways(words: Words) -> dict[Next, str]:
    """Return the links to where to go next."""
    return {
        Next.LETTERS: words.gettext("See the letters"),
        Next.STEPS: words.gettext("See the possible steps"),
        Next.MAY_TELL: words.gettext("See who may be told"),
        Next.NOTICE: words.gettext("The notice with a date"),
        Next.WORKSHEET: words.gettext("Ask yourselves"),
        Next.ASK_YES: words.gettext("Ask for a yes"),
        Next.DECIDE: words.gettext("Decide together"),
        Next.DECISION: words.gettext("See the decision"),
        Next.ASK_SUPERVISION: words.gettext("Write down that supervision was asked"),
        Next.WAIT: words.gettext("What was asked"),
        Next.CONFIRM: words.gettext("Confirm the plan"),
        Next.PLAN_ANEW: words.gettext("Plan it anew"),
    }


def part(one: Part, words: Words) -> str:
    """Return what a worksheet does not say yet."""
    return {
        Part.FACTS: words.gettext("what you know, and how"),
        Part.TURN: words.gettext("his turn"),
        Part.AIM: words.gettext("what it is for"),
        Part.MILDER: words.gettext("what is milder, and was tried"),
        Part.WHOM_ELSE: words.gettext("whom else it hits"),
        Part.RISKS: words.gettext("what could happen"),
        Part.IF_WRONG: words.gettext("if you are wrong about a fact"),
        Part.WHY_NOW: words.gettext("why now"),
        Part.MATERIAL: words.gettext("what they are told at most"),
        Part.LEAST: words.gettext("why no less is enough"),
        Part.SEQUENCE: words.gettext("who hears first, who supports them afterwards"),
    }[one]


def parts(found: Iterable[str], words: Words) -> str:
    """Return what is missing, as a list."""
    return joined([part(Part(one), words) for one in found], words)

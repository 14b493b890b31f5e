"""What was not as agreed when it happened, in a sentence beside the deed; never a blame (R63)."""

from answerable.core.marks import MarkCode
from answerable.wording.words import Words


def mark(code: MarkCode, words: Words) -> str:
    """Return what was not as agreed."""
    return {
        MarkCode.SECOND_NEW_DATE: words.gettext("This is more than one new date. Talk about it at the next meeting."),
        MarkCode.COPY_NOT_READ: words.gettext("Passed on before a second member read the copy against its source."),
        MarkCode.OTHER_WORDING: words.gettext("Passed on in other words than those of the demand."),
        MarkCode.NOT_CURRENT: words.gettext("Passed on in a wording that no longer counted."),
        MarkCode.HANDED_OVER_UNREAD: words.gettext("Handed over before a second member read it."),
        MarkCode.WORDS_NOT_LOOKED_AT: words.gettext("Handed over before two looked at the protected words in it."),
        MarkCode.LOOKED_UP: words.gettext(
            "We looked this up. We do not search for him; talk about it with supervision."
        ),
        MarkCode.SUPPORT_NOT_TOLD: words.gettext("The support group has not been told yet."),
        MarkCode.NOBODY_SAID_THEY_KNOW: words.gettext(
            "Before this talk nothing here said that they know. Did they come to us, or did we tell them?"
        ),
        MarkCode.NO_CONTACT_WANTED: words.gettext("They had said to us that they want no further contact."),
        MarkCode.FEW_VIEWS: words.gettext("Decided before enough of you had said how they stand. Talk about it."),
        MarkCode.BLOCKED: words.gettext("Decided although somebody blocked it. Talk about it."),
        MarkCode.NOT_DECIDED: words.gettext("Done before the group decided it."),
        MarkCode.ONE_ALONE: words.gettext("Done by one of you alone. Two or more is usual for this step."),
        MarkCode.NOT_ASKED_FIRST: words.gettext("Done before he was asked with a date."),
        MarkCode.NOT_CONFRONTED: words.gettext("Done before he was confronted."),
        MarkCode.NOT_KNOWING: words.gettext("Done before anything here said that these people know."),
        MarkCode.ONLY_LOOKED_UP: words.gettext("It rests alone on something we looked up."),
        **_about_telling(words),
        MarkCode.CLOCK_WENT_BACK: words.gettext("The clock of this device stood earlier than the entry before."),
    }[code]


def _about_telling(words: Words) -> dict[MarkCode, str]:
    """Return what was not there when people were told by us: done before it, never refused (R63)."""
    return {
        MarkCode.TOLD_OUT_OF_TURN: words.gettext("Told out of turn: done before you had planned it together."),
        MarkCode.TOLD_BEFORE_MANDATE: words.gettext("Done before there was a letter and demands to rest on."),
        MarkCode.TOLD_BEFORE_NOTICE: words.gettext("Done before the day of a notice had passed."),
        MarkCode.TOLD_BEFORE_WORKSHEET: words.gettext("Done before you had answered all of it."),
        MarkCode.TOLD_BEFORE_YES: words.gettext("Done without a yes of the support group for these people and this."),
        MarkCode.TOLD_BEFORE_DECIDED: words.gettext("Done before you had decided it together, two thirds of you."),
        MarkCode.TOLD_BEFORE_SUPERVISION: words.gettext("Done before supervision had ten days to answer."),
        MarkCode.TOLD_BEFORE_LETTER: words.gettext("Done with a letter of which no version may be given."),
        MarkCode.TOLD_BEFORE_TRIED: words.gettext("Done before it was written down what milder was tried."),
        MarkCode.TOLD_BEFORE_WORDS: words.gettext("Done before two looked at the protected words in it."),
        MarkCode.TOLD_BEFORE_SECOND: words.gettext("Done before a second member had confirmed the plan."),
        MarkCode.NOTICE_AGAINST_NO: words.gettext("It named people for whom the support group says no."),
    }

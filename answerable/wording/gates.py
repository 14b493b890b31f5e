"""Why something is not yet possible, and where to go next; a gate has no name, only its sentence."""

from answerable.core.gates import Next, Reason, Why
from answerable.wording import gates_of_telling
from answerable.wording.days import day, number
from answerable.wording.lists import capital, either, named
from answerable.wording.words import Words


def reason(one: Reason, words: Words) -> str:
    """Return one reason as a sentence or two."""
    if one.why in (Why.VIEWS_MISSING, Why.VIEWS_AS_AGREED, Why.VIEWS_FOR_TELLING):
        return views_missing(one, words)
    if one.why is Why.PROTECTED_WORDS:
        return to_look_at(one, words)
    texts = {**_about_updates(words), **_about_words(words), **_about_decisions(words), **gates_of_telling.texts(words)}
    return texts[one.why].format(
        x=words.person_x,
        names=named(one.people, words),
        any_of=either((words.name(user) for user in one.people), words),
        day=day(one.on, words) if one.on else "",
        label=one.label,
        parts=gates_of_telling.parts(one.parts, words),
    )


def _about_updates(words: Words) -> dict[Why, str]:
    """Return the sentences about handing over, letting in and writing."""
    return {
        Why.NOT_READ: words.gettext("A second reader is missing. {any_of} can read it."),
        Why.NOBODY_TO_READ: words.gettext("A second reader is missing, and you are alone. Invite somebody first."),
        Why.NEWER_DRAFT: words.gettext("There is a newer version by {names}."),
        Why.ALREADY_HANDED_OVER: words.gettext("This one was handed over on {day}."),
        Why.SUPPORT_NOT_HERE: words.gettext(
            "The support group has no accounts here. Hand it over on paper, by mail, or read it out."
        ),
        Why.SAME_PERSON: words.gettext("One member vouches, another one lets in. {names} has vouched."),
        Why.ALARM: words.gettext(
            "What is stored was changed or damaged. Compare the safety words with another member, then note the alarm."
        ),
        Why.WRITTEN_BY_NEWER: words.gettext(
            "A newer version of this program wrote here. Until you update it, read only."
        ),
    }


def _about_words(words: Words) -> dict[Why, str]:
    """Return the sentences about demands and about taking words out."""
    return {
        Why.NOT_FOUND: words.gettext("This is not here, or not for you to read."),
        Why.ONLY_SUPPORT: words.gettext(
            "Demands come from the support group. You can copy its words from a letter or a mail."
        ),
        Why.COPY_NOT_READ: words.gettext("This copy does not count yet. {any_of} can read it against its source."),
        Why.WITHDRAWN: words.gettext("This demand was withdrawn."),
        Why.NEWER_WORDING: words.gettext("There is a newer wording of this demand. Pass on that one."),
        Why.NOT_OWN_WORDS: words.gettext("These are the words of {names}. Only who wrote them can take them out."),
        Why.TOO_LATE: words.gettext("Seven days were over on {day}. You can still correct it by a new entry."),
        Why.ALREADY_TAKEN_OUT: words.gettext("These words were taken out already."),
        Why.NEEDED: words.gettext("The process rests on this entry. You can correct it by a new one."),
    }


def views_missing(one: Reason, words: Words) -> str:
    """Return how many views a decision still needs (interface.md 3, sentence 7)."""
    if one.why is Why.VIEWS_AS_AGREED:
        text = words.ngettext(
            "As you agreed, one more view is needed.", "As you agreed, {count} more views are needed.", one.count
        )
        return text.format(count=number(one.count, words))
    if one.why is Why.VIEWS_FOR_TELLING:
        text = words.ngettext(
            "About telling new people, two thirds of you say how they stand. One more view is needed.",
            "About telling new people, two thirds of you say how they stand. {count} more views are needed.",
            one.count,
        )
        return text.format(count=capital(number(one.count, words)))
    text = words.ngettext(
        "One person cannot decide this. One more view is needed.",
        "One person cannot decide this. {count} more views are needed.",
        one.count,
    )
    return text.format(count=capital(number(one.count, words)))


def to_look_at(one: Reason, words: Words) -> str:
    """Return who has to look at protected words before a text goes; never which words they are (R12)."""
    text = words.ngettext(
        "one word that the support group protects stands in it. {any_of} looks at it first.",
        "{count} words that the support group protects stand in it. {any_of} looks at it first.",
        one.count,
    )
    who = either((words.name(user) for user in one.people), words)
    return capital(text.format(count=number(one.count, words), any_of=who))


def _about_decisions(words: Words) -> dict[Why, str]:
    """Return the sentences about closing a decision."""
    return {
        Why.BLOCKED: words.gettext("Somebody blocks it. Talk on, then decide in a fresh round."),
        Why.NO_MAJORITY: words.gettext("No more are for it than not. Talk on, then decide in a fresh round."),
    }


def where_next(one: Reason, words: Words) -> str:
    """Return the link to where to go next."""
    return {
        Next.UPDATES: words.gettext("See the updates"),
        Next.READ_DRAFT: words.gettext("Read it now"),
        Next.NEWEST_DRAFT: words.gettext("Open the newer version"),
        Next.INVITE: words.gettext("Invite somebody"),
        Next.OTHER_WAY: words.gettext("Choose another way"),
        Next.COPY_WORDS: words.gettext("Copy their words"),
        Next.READ_COPY: words.gettext("Read it against its source"),
        Next.DEMANDS: words.gettext("See the demands"),
        Next.CORRECT: words.gettext("Correct it"),
        Next.ASK_AUTHOR: words.gettext("Ask who wrote it"),
        Next.ASK_SECOND: words.gettext("Ask another member"),
        Next.SAFETY_WORDS: words.gettext("See the safety words"),
        Next.GIVE_VIEW: words.gettext("Say how you stand"),
        Next.LOOK_AT: words.gettext("Look at it"),
        Next.TALK_ON: words.gettext("Write down that you talk on"),
        Next.NEWER_PROGRAM: words.gettext("How to update"),
        **gates_of_telling.ways(words),
    }[one.next]

"""The story of a demand or decision in sentences: what he says, what was seen, who was told, what happened when."""

from datetime import date

from answerable.core.calendar import add_months
from answerable.core.entries import AnswersReported, DemandRaised, DemandReplaced, DemandWithdrawn, UpdateHandedOver
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.demands import DemandWord, Origin
from answerable.core.state import Decision, DemandVersion, Item, Passing
from answerable.wording.days import day, number
from answerable.wording.demands import HowWeKnow, answered
from answerable.wording.lists import capital, named, sentences
from answerable.wording.names import by_medium, origin, source
from answerable.wording.words import Words

STATE_KINDS = {None: "asked", Outcome.ANSWERED: "said", Outcome.EVADED: "asked", Outcome.REFUSED: "refused"}
"""How the mark beside a decision that was passed on is drawn."""


def he_says(version: DemandVersion, words: Words) -> HowWeKnow:
    """Return his newest words about a demand: an answer of his, or a note of what he said; always his account (R14)."""
    found: list[tuple[date, int, str, str]] = []
    for passing in version.passings:
        entry = passing.item.entry
        if entry.answer is not None:
            said = sentences(answered(passing, words), f"{day(entry.on, words)}.")
            found.append((entry.on, passing.item.seq, said, entry.answer.text))
    for note in version.notes:
        if note.entry.source is Source.HE_SAID:
            said = words.gettext("{x} said it on {day}.").format(x=words.person_x, day=day(note.entry.on, words))
            found.append((note.entry.on, note.seq, said, note.entry.text))
    if not found:
        return HowWeKnow(words.gettext("Nothing yet."))
    _on, _seq, sentence, text = max(found)
    return HowWeKnow(sentence, text, his=True)


def we_have_seen(version: DemandVersion, words: Words) -> HowWeKnow:
    """Return the newest of what was seen about a demand, and how we know: never from X alone (R42, R65)."""
    notes = [note for note in version.notes if note.entry.source is not Source.HE_SAID and note.entry.shows is not None]
    if not notes:
        return HowWeKnow(words.gettext("Nothing yet."))
    newest = max(notes, key=lambda note: (note.entry.on, note.seq)).entry
    refused = newest.shows is not None and newest.shows.word is DemandWord.REFUSED
    shows = words.gettext("That he refuses.") if refused else ""
    return HowWeKnow(sentences(shows, f"{source(newest.source, words)}, {day(newest.on, words)}."), newest.text)


def passed_on_in_story(passing: Passing, words: Words, *, again: bool) -> str:
    """Return one passing on below its day: whether he was asked again, by whom, in which words, what he did (R30)."""
    entry = passing.item.entry
    same = words.gettext("{names} passed it on {how}, in these words.")
    other = words.gettext("{names} passed it on {how}, in other words than these.")
    text = (same if passing.same_wording else other).format(
        names=named(entry.by, words), how=by_medium(entry.medium, words)
    )
    return sentences(words.gettext("Asked again.") if again else "", text, answered(passing, words))


def raised(entry: DemandRaised | DemandReplaced, words: Words) -> str:
    """Return that a demand was raised, or got new words."""
    text = words.gettext("{who}: new words in place of the older ones.")
    if isinstance(entry, DemandRaised):
        text = words.gettext("{who}: this is asked of {x}.")
    return text.format(who=origin(entry.origin, words), x=words.person_x)


def withdrawn(entry: DemandWithdrawn, words: Words) -> str:
    """Return that a demand is no longer made."""
    return words.gettext("{who}: this is no longer asked.").format(who=origin(entry.origin, words))


def told(item: Item[AnswersReported] | Item[UpdateHandedOver], words: Words) -> str:
    """Return that those who asked were told his answer: by a word of ours, or by an update (R30, R64)."""
    if isinstance(item.entry, UpdateHandedOver):
        return words.gettext("The update told the support group what he answered.")
    return told_them(item.entry, words)


def told_them(entry: AnswersReported, words: Words) -> str:
    """Return that those who asked were told his answer, and how."""
    text = words.gettext("We told the support group what he answered: {how}")
    if entry.to is Origin.PARENT_PROCESS:
        text = words.gettext("We told the parent process what he answered: {how}")
    return text.format(how=entry.how)


def not_told_yet(to: Origin, words: Words) -> str:
    """Return that those who asked were not told his answer yet."""
    if to is Origin.PARENT_PROCESS:
        return words.gettext("The parent process was not told yet.")
    return words.gettext("The support group was not told yet.")


def decision_state(decision: Decision, words: Words) -> tuple[str, str]:
    """Return how a decision of the parent process stands: kind of mark, and the word (R8)."""
    if not decision.passings:
        return "unknown", words.gettext("not passed on")
    answer = decision.passings[-1].item.entry.answer
    outcome = answer.outcome if answer else None
    word = {
        None: words.gettext("passed on"),
        Outcome.ANSWERED: words.gettext("passed on, he answered"),
        Outcome.EVADED: words.gettext("passed on, he evaded"),
        Outcome.REFUSED: words.gettext("passed on, he refused"),
    }[outcome]
    return STATE_KINDS[outcome], word


def last_heard(heard_on: date | None, words: Words) -> str:
    """Return when the parent process was last heard of; it is kept so that the tie does not break (R8)."""
    if heard_on is None:
        return words.gettext("Nothing is noted from a parent process yet.")
    return words.gettext("We last heard from the parent process on {day}.").format(day=day(heard_on, words))


def thin_tie(heard_on: date, words: Words) -> str:
    """Return the question that stands where nothing was heard for long; it is no reproach and no job."""
    months = max(count for count in range(1, 1200) if add_months(heard_on, count) <= words.today)
    text = words.gettext("{count} months without a word. Does the tie still hold? Who of us could write to them?")
    return text.format(count=capital(number(months, words)))

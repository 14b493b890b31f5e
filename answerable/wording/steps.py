"""Steps and concerns in words: kinds of not cooperating, names of steps, how a concern stands (R38, R39)."""

from collections.abc import Iterator

from answerable.core.defaults.steps import POSSIBLE_STEPS, Step, StepText
from answerable.core.drafting.facts import MoveFact, NotedFact, StepFact
from answerable.core.entries.base import Outcome
from answerable.core.entries.steps import How, MoveSort
from answerable.core.state import Concern
from answerable.core.steps import Suggestion, Suggests
from answerable.wording.days import day, number
from answerable.wording.entry_words import Telling
from answerable.wording.lists import ended, sentences
from answerable.wording.words import Words

TEXTS: dict[Step, StepText] = {one.step: one for one in POSSIBLE_STEPS}


def how(one: How, words: Words) -> str:
    """Return in which way he does not cooperate, as a choice."""
    return {
        How.SLOW_ANSWERS: words.gettext("He takes long to answer, or does not answer"),
        How.REFUSED_MEETING: words.gettext("He refuses to meet, or does not come"),
        How.REFUSED_WORK: words.gettext("He refuses perpetrator work"),
        How.POLITICS_WITHOUT_INFORMING: words.gettext("He joined something without informing them"),
        How.BROKEN_AGREEMENT: words.gettext("He did not keep an agreement"),
        How.MISLEADING_ACCOUNT: words.gettext("What he tells does not fit with what we know"),
        How.OTHER: words.gettext("Something else"),
    }[one]


def step(one: Step, words: Words, *, own: str | None = None) -> str:
    """Return the name of a step; `own` are the group's words for another one."""
    if one is Step.OWN and own:
        return own
    return TEXTS[one].name.in_language(words.language)


def move(one: MoveSort, words: Words) -> str:
    """Return how a concern goes on, in a line."""
    return {
        MoveSort.DOWN: words.gettext("A step down"),
        MoveSort.HELD: words.gettext("It stays as it is for now"),
        MoveSort.CLOSED: words.gettext("Closed"),
        MoveSort.OPENED_AGAIN: words.gettext("Opened again"),
    }[one]


def concern(one: Concern, words: Words) -> str:
    """Return what a concern is called: the circle of people it is about, or what was noted first."""
    if not one.notes:
        return words.gettext("What was noted was taken out")
    return one.label or how(one.notes[0].entry.how, words)


def highest(one: Concern, words: Words) -> str:
    """Return the name of its highest step; "" where none was taken."""
    return "" if one.highest is None else step(one.highest, words, own=one.own_words)


def facts_given(sort: How, label: str | None, words: Words) -> str:
    """Return what was noted, in a line: of which kind, and about which circle of people."""
    return f"{how(sort, words)}: {label}" if label else how(sort, words)


def suggestion(one: Suggestion, words: Words) -> str:
    """Return what the record says, as a fact could be written down; no word of his is in it (R14, R38)."""
    on = day(one.on, words)
    if one.why is Suggests.NO_ANSWER and one.number is not None:
        text = words.gettext("Demand {number}: his answer was due on {day}. He has not answered.")
        return text.format(number=one.number, day=on)
    text = {
        Suggests.NO_ANSWER: words.gettext("His answer was due on {day}. He has not answered."),
        Suggests.EVADED_TWICE: words.gettext("Twice he evaded what we asked, the last time on {day}."),
        Suggests.MISSED_MEETING: words.gettext("He did not come to a meeting on {day}, without a good reason."),
        Suggests.BROKEN_AGREEMENT: words.gettext("An agreement was not wholly kept. We asked about it on {day}."),
        Suggests.ACTIVE_WITHOUT_INFORMING: words.gettext("He is part of this: {label}. Nobody says that they know."),
    }[one.why]
    return text.format(day=on, label=one.label)


def question_about(one: Concern, telling: Telling) -> str:
    """Return the question that the group is asked about a concern (R38)."""
    _ = telling.gettext
    about = concern(one, telling.words)
    return _("%(x)s does not cooperate (%(about)s). What do we do now?") % {"x": telling.person_x, "about": about}


def taken(facts: tuple[StepFact | MoveFact, ...], words: Words) -> Iterator[str]:
    """Yield a paragraph of an update for each step taken, and for each way in which it goes on (R39)."""
    for fact in facts:
        yield _step_line(fact, words) if isinstance(fact, StepFact) else _move_line(fact, words)


def _about(label: str) -> str:
    return f" ({label})" if label else ""


def _step_line(fact: StepFact, words: Words) -> str:
    text = words.gettext("On {day} we took a step: {step}")
    name = step(fact.step, words, own=fact.own_words)
    parts = [text.format(day=day(fact.on, words), step=ended(f"{name}{_about(fact.label)}"))]
    if fact.people:
        heard = words.ngettext(
            "One group or person heard of it.", "{count} groups and people heard of it.", fact.people
        )
        parts.append(heard.format(count=number(fact.people, words)))
    if fact.why.strip():
        parts.append(words.gettext("Our reasons: {reasons}").format(reasons=ended(fact.why.strip())))
    answered = {
        None: "",
        Outcome.ANSWERED: words.gettext("There was an answer."),
        Outcome.EVADED: words.gettext("The answer evaded it."),
        Outcome.REFUSED: words.gettext("The answer was a refusal."),
    }
    return sentences(*parts, answered[fact.answered], _look(fact, words))


def _move_line(fact: MoveFact, words: Words) -> str:
    texts = {
        MoveSort.DOWN: words.gettext("On {day} we went down to a milder step: {step}"),
        MoveSort.HELD: words.gettext("On {day} we decided to leave it as it is for now{about}."),
        MoveSort.CLOSED: words.gettext("On {day} we closed this{about}."),
        MoveSort.OPENED_AGAIN: words.gettext("On {day} we opened this again{about}."),
    }
    about = _about(fact.label)
    name = "" if fact.step is None else ended(f"{step(fact.step, words)}{about}")
    told = texts[fact.sort].format(day=day(fact.on, words), step=name, about=about)
    reasons = words.gettext("Our reasons: {reasons}").format(reasons=ended(fact.why.strip()))
    return sentences(told, reasons, _look(fact, words))


def _look(fact: StepFact | MoveFact, words: Words) -> str:
    if fact.look_again_on is None:
        return ""
    return words.gettext("We look at it again on {day}.").format(day=day(fact.look_again_on, words))


def noted(facts: tuple[NotedFact, ...], words: Words) -> Iterator[str]:
    """Yield a line of the long version for each time we noted that he does not cooperate (R38)."""
    text = words.gettext("We noted on {day}: {how}")
    for fact in facts:
        yield text.format(day=day(fact.on, words), how=ended(facts_given(fact.how, fact.label or None, words)))

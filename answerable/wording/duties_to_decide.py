"""What is due because the group decides together, in words: a view, an outcome, a step (R38, R39, R47)."""

from collections.abc import Callable, Mapping

from answerable.core.duties import Code, Duty
from answerable.wording.days import day, number
from answerable.wording.lists import capital, named
from answerable.wording.words import Words


def since(duty: Duty, words: Words) -> str:
    """Return the day from which a duty counts."""
    return day(duty.facts.since_on or words.today, words)


def _title_decide_step(duty: Duty, words: Words) -> str:
    if duty.facts.label:
        return words.gettext("He does not cooperate: decide what you do ({label})").format(label=duty.facts.label)
    return words.gettext("He does not cooperate: decide what you do")


def _why_decide_step(duty: Duty, words: Words) -> str:
    text = words.ngettext(
        "Noted on {day}.", "{count} notes, the first on {day}. They are answered together.", duty.facts.count
    )
    return text.format(day=since(duty, words), count=capital(number(duty.facts.count, words)))


def _title_step_again(duty: Duty, words: Words) -> str:
    if duty.facts.label:
        return words.gettext("Look at a step again: {label}").format(label=duty.facts.label)
    return words.gettext("Look at a step again")


def _why_step_again(duty: Duty, words: Words) -> str:
    return words.gettext("What you did last was on {day}.").format(day=since(duty, words))


def _title_view(_duty: Duty, words: Words) -> str:
    return words.gettext("Say how you stand to a decision")


def _why_view(duty: Duty, words: Words) -> str:
    text = words.gettext("It waits for {names}, until {day}.")
    return text.format(names=named(duty.facts.people, words), day=since(duty, words))


def _title_outcome(_duty: Duty, words: Words) -> str:
    return words.gettext("Write down what you decided")


def _why_outcome(_duty: Duty, words: Words) -> str:
    return words.gettext("Everybody who was asked has said how they stand.")


def _title_look(_duty: Duty, words: Words) -> str:
    return words.gettext("Look at a decision again")


def _why_look(duty: Duty, words: Words) -> str:
    return words.gettext("You decided it on {day}.").format(day=since(duty, words))


TITLES: Mapping[Code, Callable[[Duty, Words], str]] = {
    Code.DECIDE_STEP: _title_decide_step,
    Code.STEP_AGAIN: _title_step_again,
    Code.GIVE_VIEW: _title_view,
    Code.WRITE_OUTCOME: _title_outcome,
    Code.DECISION_AGAIN: _title_look,
}
WHYS: Mapping[Code, Callable[[Duty, Words], str]] = {
    Code.DECIDE_STEP: _why_decide_step,
    Code.STEP_AGAIN: _why_step_again,
    Code.GIVE_VIEW: _why_view,
    Code.WRITE_OUTCOME: _why_outcome,
    Code.DECISION_AGAIN: _why_look,
}

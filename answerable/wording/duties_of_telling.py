"""What is due about one circle of people, in words: a new look, a notice whose day is over, a plan (R44, R46)."""

from collections.abc import Callable, Mapping

from answerable.core.duties import Code, Duty
from answerable.core.duties.telling import STILL, UNCONFIRMED
from answerable.wording.days import day
from answerable.wording.words import Words


def _title_again(duty: Duty, words: Words) -> str:
    return words.gettext("Look again whether they need to know: {label}").format(label=duty.facts.label)


def _why_again(duty: Duty, words: Words) -> str:
    return words.gettext("You asked yourselves on {day}.").format(day=day(duty.facts.since_on or words.today, words))


def _title_notice(duty: Duty, words: Words) -> str:
    return words.gettext("What became of the notice: {label}").format(label=duty.facts.label)


def _why_notice(duty: Duty, words: Words) -> str:
    text = words.gettext("He had until {day} to inform them. Write down what he showed, or that he showed nothing.")
    return text.format(day=day(duty.facts.since_on or words.today, words))


def _title_plan(duty: Duty, words: Words) -> str:
    return words.gettext("A plan to tell: {label}").format(label=duty.facts.label)


def _why_plan(duty: Duty, words: Words) -> str:
    if duty.facts.count == STILL:
        return words.gettext("It stands still. Look why.")
    if duty.facts.count == UNCONFIRMED:
        return words.gettext("A second member has not confirmed it yet.")
    return words.gettext("It is confirmed, for {day}. Afterwards write down what happened.").format(
        day=day(duty.facts.since_on or words.today, words)
    )


TITLES: Mapping[Code, Callable[[Duty, Words], str]] = {
    Code.CIRCLE_AGAIN: _title_again,
    Code.NOTICE_OVER: _title_notice,
    Code.TELLING_PLAN: _title_plan,
}
WHYS: Mapping[Code, Callable[[Duty, Words], str]] = {
    Code.CIRCLE_AGAIN: _why_again,
    Code.NOTICE_OVER: _why_notice,
    Code.TELLING_PLAN: _why_plan,
}

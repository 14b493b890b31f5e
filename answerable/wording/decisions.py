"""Decisions in words: how somebody stands, what came of it, how many said what, and the sentence of an update."""

from collections.abc import Iterator

from answerable.core.deciding import Subject
from answerable.core.drafting import Draft
from answerable.core.drafting.facts import DecisionFact
from answerable.core.entries import WorksheetKept
from answerable.core.entries.decisions import Sort, Tally, ViewTaken
from answerable.core.entries.process import Quorum
from answerable.core.entries.telling import SheetOutcome
from answerable.core.state import Concern, Item, OpenMessage
from answerable.wording import may_tell, steps
from answerable.wording.contacts import new_dates, replaced
from answerable.wording.days import number
from answerable.wording.entry_words import Telling
from answerable.wording.lists import capital, ended, joined, sentences
from answerable.wording.words import Words


def view(one: ViewTaken, words: Words) -> str:
    """Return how somebody stands, as a choice."""
    return {
        ViewTaken.AGREE: words.pgettext("view", "agrees"),
        ViewTaken.CONCERNS: words.pgettext("view", "agrees, with concerns"),
        ViewTaken.STAND_ASIDE: words.pgettext("view", "stands aside"),
        ViewTaken.BLOCK: words.pgettext("view", "blocks it"),
    }[one]


def quorum(one: Quorum, words: Words) -> str:
    """Return whose views a decision needs (R47)."""
    return {
        Quorum.MORE_THAN_HALF: words.gettext("more than half of those asked"),
        Quorum.TWO_THIRDS: words.gettext("two thirds of those asked"),
        Quorum.ALL: words.gettext("all who are asked"),
    }[one]


def own_view(one: ViewTaken, words: Words) -> str:
    """Return how somebody stands, as she says it herself."""
    return {
        ViewTaken.AGREE: words.gettext("I agree"),
        ViewTaken.CONCERNS: words.gettext("I agree, with concerns"),
        ViewTaken.STAND_ASIDE: words.gettext("I stand aside"),
        ViewTaken.BLOCK: words.gettext("I block it"),
    }[one]


def sort(one: Sort, words: Words) -> str:
    """Return what came of a proposal, as a choice."""
    return {
        Sort.ACT: words.gettext("We do something"),
        Sort.NOT_TO_ACT: words.gettext("We do not act, and say why"),
        Sort.TALK_ON: words.gettext("Nothing is decided, we talk on"),
    }[one]


def outcome(one: Sort, words: Words) -> str:
    """Return what came of a proposal, in a line."""
    return {
        Sort.ACT: words.gettext("Decided"),
        Sort.NOT_TO_ACT: words.gettext("Decided not to act"),
        Sort.TALK_ON: words.gettext("Not decided, we talk on"),
    }[one]


def tally(one: Tally, words: Words) -> str:
    """Return how many stood how, without names (R47)."""
    counted = (
        (one.agree, words.ngettext("one agrees", "{count} agree", one.agree)),
        (one.concerns, words.ngettext("one has concerns", "{count} have concerns", one.concerns)),
        (one.stand_aside, words.ngettext("one stands aside", "{count} stand aside", one.stand_aside)),
        (one.block, words.ngettext("one blocks it", "{count} block it", one.block)),
    )
    said = [text.format(count=number(count, words)) for count, text in counted if count]
    missing = one.asked - one.given
    if missing:
        not_yet = words.ngettext("one has not said yet", "{count} have not said yet", missing)
        said.append(not_yet.format(count=number(missing, words)))
    asked = words.ngettext("one was asked", "{count} were asked", one.asked)
    asked = capital(asked.format(count=number(one.asked, words)))
    return f"{asked}: {joined(said, words)}." if said else f"{asked}."


def decided(draft: Draft, words: Words) -> Iterator[str]:
    """Yield a paragraph for each decision of an update: what, why, and who saw it otherwise (R24, R46)."""
    for fact in draft.decisions:
        yield _decided(fact, words)


def _decided(fact: DecisionFact, words: Words) -> str:
    if fact.confirmed:
        text = words.gettext("We looked at this again and it stays: {decided}")
    else:
        text = {
            Sort.ACT: words.gettext("We decided: {decided}"),
            Sort.NOT_TO_ACT: words.gettext("We decided not to act: {decided}"),
            Sort.TALK_ON: words.gettext("We talked and have not decided: {decided}"),
        }[fact.sort]
    parts = [text.format(decided=ended(fact.decided.strip()))]
    parts.append(words.gettext("Our reasons: {reasons}").format(reasons=ended(fact.reasons.strip())))
    otherwise = words.gettext("One of us sees it otherwise: “{text}”")
    parts += [otherwise.format(text=one.strip()) for one in fact.dissent]
    return sentences(*parts)


def about_circle(sheet: WorksheetKept, words: Words) -> str:
    """Return the question about one circle of people, as its worksheet leads to it (R44)."""
    if sheet.outcome is SheetOutcome.WE_TELL and sheet.material is not None:
        text = words.gettext("Do we tell “{label}” ourselves: {material}?")
        return text.format(label=sheet.label, material=may_tell.material(sheet.material, words))
    if sheet.outcome is SheetOutcome.HE_TELLS:
        text = words.gettext("Do we give {x} a notice with a date to inform “{label}”?")
        return text.format(x=words.person_x, label=sheet.label)
    return words.gettext("Does “{label}” need to know? What do we do?").format(label=sheet.label)


def question_about(subject: Subject, telling: Telling) -> str:
    """Return the question that is asked because of something, without a word of his (R26, R31, R38)."""
    if isinstance(subject, Concern):
        return steps.question_about(subject, telling)
    if isinstance(subject, Item):
        return about_circle(subject.entry, telling.words)
    _ = telling.gettext
    if isinstance(subject, OpenMessage):
        text = _(
            "What we asked %(x)s on %(day)s has no answer yet. %(dates)s "
            "Do we give one more new date, or what do we do now?"
        )
        dates = new_dates(subject.new_dates, _)
        return text % {"x": telling.person_x, "day": telling.day(subject.on), "dates": dates}
    on = {"x": telling.person_x, "day": telling.day(subject.item.entry.on)}
    if subject.is_broken:
        return _("%(x)s did not keep all of the agreement of %(day)s. What do we do now?") % on
    times = {"times": replaced(subject.replaced_times, _)}
    return _("The agreement with %(x)s of %(day)s stands in the place of others. %(times)s What do we do now?") % (
        on | times
    )

"""Entries about steps in words: what was noted, what we did, what was answered, how it goes on (R38-R41)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import ConcernMoved, Entry, NonCooperationNoted, StepAnswered, StepTaken
from answerable.core.entries.base import Source
from answerable.wording import names, steps
from answerable.wording.entries_of_x import account
from answerable.wording.entry_words import EntryWords, Part, Telling
from answerable.wording.lists import before_stop, ended, joined, small

Pairs = list[tuple[str, str]]


def non_cooperation_noted(entry: NonCooperationNoted, telling: Telling) -> EntryWords:
    """Tell that he does not cooperate: the facts, each with its source, accounts marked as such (R14, R38, R42)."""
    _, words = telling.gettext, telling.words
    what = before_stop(steps.facts_given(entry.how, entry.label, words))
    sentence = _("Noted for %(day)s. %(what)s.") % {"day": telling.day(entry.on), "what": what}
    parts = [
        part
        for fact in entry.facts
        for part in account(names.source(fact.source, words), fact.text, fact.source, telling)
    ]
    pairs: Pairs = [(_("It follows from"), telling.entry(one)) for one in entry.rests_on]
    if entry.concern is not None:
        pairs.append((_("Belongs to"), telling.entry(entry.concern)))
    if any(one.source is Source.SOMEONE_CAME for one in entry.facts):
        may = _("yes") if entry.x_may_learn else _("no")
        pairs.append((_("May %(x)s learn how we know?") % {"x": telling.person_x}, may))
    title = _("%(x)s does not cooperate") % {"x": telling.person_x}
    return EntryWords(title=title, sentence=sentence, parts=tuple(parts), pairs=tuple(pairs))


def step_taken(entry: StepTaken, telling: Telling) -> EntryWords:
    """Tell a step: which, to whom, in which words, why this one and why not a milder one (R39, R41)."""
    _, words = telling.gettext, telling.words
    name = steps.step(entry.step, words, own=entry.own_words)
    sentence = _("On %(day)s: %(step)s") % {"day": telling.day(entry.on), "step": ended(name)}
    parts = [
        Part(_("The exact words"), entry.words),
        Part(_("Why this step"), entry.why),
        Part(_("Why not a milder one"), entry.why_not_milder),
    ]
    pairs: Pairs = [(_("Who of us"), telling.names(entry.by))]
    if entry.to:
        pairs.append((_("To whom"), joined(entry.to, words)))
    if entry.answer_by_on:
        pairs.append((_("His answer by"), telling.day(entry.answer_by_on)))
    if entry.look_again_on:
        pairs.append((_("Looked at again on"), telling.day(entry.look_again_on)))
    if entry.decision is not None:
        pairs.append((_("What was decided"), telling.entry(entry.decision)))
    pairs.append((_("Because of"), telling.entry(entry.concern)))
    kept = tuple(part for part in parts if part.text)
    return EntryWords(title=_("A step we took"), sentence=sentence, parts=kept, pairs=tuple(pairs))


def step_answered(entry: StepAnswered, telling: Telling) -> EntryWords:
    """Tell what was answered to a step, marked as whose account it is (R14)."""
    _, words = telling.gettext, telling.words
    said = small(names.outcome(entry.outcome, words))
    text = _("On %(day)s, his friends: %(said)s.") if entry.by_friends else _("On %(day)s, %(x)s: %(said)s.")
    sentence = text % {"day": telling.day(entry.on), "x": telling.person_x, "said": said}
    source = Source.SOMEONE_CAME if entry.by_friends else Source.HE_SAID
    pairs = ((_("The step"), telling.entry(entry.step)),)
    return EntryWords(
        title=_("What was answered to a step"),
        sentence=sentence,
        parts=account("", entry.text, source, telling),
        pairs=pairs,
    )


def concern_moved(entry: ConcernMoved, telling: Telling) -> EntryWords:
    """Tell how it goes on, and why (R39)."""
    _, words = telling.gettext, telling.words
    what = steps.move(entry.sort, words)
    if entry.step is not None:
        what = f"{what}: {steps.step(entry.step, words)}"
    sentence = _("On %(day)s: %(step)s") % {"day": telling.day(entry.on), "step": ended(small(what))}
    pairs: Pairs = [(_("It is about"), telling.entry(entry.concern))]
    if entry.look_again_on:
        pairs.append((_("Looked at again on"), telling.day(entry.look_again_on)))
    parts = (Part(_("Why"), entry.why),)
    return EntryWords(title=_("How it goes on"), sentence=sentence, parts=parts, pairs=tuple(pairs))


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    NonCooperationNoted: non_cooperation_noted,
    StepTaken: step_taken,
    StepAnswered: step_answered,
    ConcernMoved: concern_moved,
}

"""Entries about one circle of people in words: worksheet, notice, plan, what was told (R43-R46, R63)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.defaults.worksheet import texts_of
from answerable.core.entries import (
    Entry,
    NoticeAnswered,
    NoticeGiven,
    PeopleTold,
    SupervisionAsked,
    TellingConfirmed,
    TellingPlanned,
    ViewsNamed,
    WorksheetKept,
)
from answerable.core.entries.telling import Criterion
from answerable.wording import decisions, letters, may_tell, names, telling
from answerable.wording.entry_words import EntryWords, Part, Telling
from answerable.wording.lists import sentences


def worksheet_kept(entry: WorksheetKept, told: Telling) -> EntryWords:
    """Tell a worksheet: its outcome, trust and power apart, facts apart from accounts (R44-R46)."""
    _ = told.gettext
    sentence = _("“{label}”, {day}: {outcome}.").format(
        label=entry.label, day=told.day(entry.on), outcome=telling.outcome(entry.outcome, told.words)
    )
    parts = [
        Part(_("Why"), entry.reasons),
        Part(_("Is trust being built?"), _criterion(entry.trust, told)),
        Part(_("Is power being gained?"), _criterion(entry.power, told)),
    ]
    facts = "\n".join(f"{one.text} ({names.source(one.source, told.words)})" for one in entry.facts)
    parts += [Part(_("What we know, and how"), facts)] if facts else []
    if entry.accounts:
        parts.append(Part(_("What others say"), entry.accounts, his=True, whose=_("his friends’ account")))
    parts += [Part(label, text) for label, text in _weighed(entry, told) if text]
    return EntryWords(
        title=_("Does this group need to know?"), sentence=sentence, parts=tuple(parts), pairs=_days(entry, told)
    )


def _criterion(one: Criterion, told: Telling) -> str:
    ticked = "\n".join(text.in_language(told.words.language) for text in texts_of(one.ticked))
    first = sentences(f"{telling.judged(one.answer, told.words)}.", one.why)
    return f"{first}\n{ticked}" if ticked else first


def _weighed(entry: WorksheetKept, told: Telling) -> tuple[tuple[str, str], ...]:
    _ = told.gettext
    one = entry.weighing
    return (
        (_("His turn"), entry.turn),
        (_("What it is for"), one.aim),
        (_("What is milder, and was tried"), one.milder),
        (_("Whom else it hits"), one.whom_else),
        (_("What could happen to her, to them, to us"), one.risks),
        (_("If we are wrong about a fact"), one.if_wrong),
        (_("Why now"), one.why_now),
        (_("The least that is enough"), entry.least),
        (_("Who hears first, who supports them afterwards"), entry.sequence),
    )


def _days(entry: WorksheetKept, told: Telling) -> tuple[tuple[str, str], ...]:
    _ = told.gettext
    pairs = []
    if entry.confronted_on:
        pairs.append((_("He was confronted on"), told.day(entry.confronted_on)))
    if entry.material:
        pairs.append((_("At most"), may_tell.lead(entry.material, told.words)))
    if entry.he_tells_by_on:
        pairs.append((_("He tells them by"), told.day(entry.he_tells_by_on)))
    if entry.look_again_on:
        pairs.append((_("Looked at again on"), told.day(entry.look_again_on)))
    return tuple(pairs)


def notice_given(entry: NoticeGiven, told: Telling) -> EntryWords:
    """Tell a notice with a date: the words he got, and the proof he can give (L6)."""
    _ = told.gettext
    text = _("On {day} {x} was told: inform “{label}” by {by}, else we may.")
    sentence = text.format(day=told.day(entry.on), x=told.person_x, label=entry.label, by=told.day(entry.by_on))
    parts = (Part(_("The words"), entry.words), Part(_("How he can show it"), entry.proof))
    pairs = ((_("Said by"), told.names(entry.by)),)
    return EntryWords(title=_("A notice with a date"), sentence=sentence, parts=parts, pairs=pairs)


def notice_answered(entry: NoticeAnswered, told: Telling) -> EntryWords:
    """Tell whether he showed that he told them; what he says is his account (R14)."""
    _ = told.gettext
    sentence = f"{told.day(entry.on)}: {telling.proof(entry.proof, told.words)}."
    parts = (Part("", entry.account, his=True),) if entry.account else ()
    pairs = ((_("The notice"), told.entry(entry.notice)),)
    return EntryWords(title=_("What became of a notice"), sentence=sentence, parts=parts, pairs=pairs)


def supervision_asked(entry: SupervisionAsked, told: Telling) -> EntryWords:
    """Tell that supervision was asked in writing, or that nobody is there to ask (R44)."""
    _ = told.gettext
    asked = _("Supervision was asked in writing on {day}.")
    nobody = _("On {day} nobody was there to ask.")
    sentence = (asked if entry.in_writing else nobody).format(day=told.day(entry.on))
    pairs = ((_("How"), entry.how),) if entry.how else ()
    if entry.about:
        pairs = (*pairs, (_("About"), told.entry(entry.about)))
    return EntryWords(
        title=_("Supervision was asked"),
        sentence=sentence,
        parts=(Part(_("What it is about"), entry.what),),
        pairs=pairs,
    )


def telling_planned(entry: TellingPlanned, told: Telling) -> EntryWords:
    """Tell a plan: whom, what at most, by whom, exactly which words (R44)."""
    _ = told.gettext
    text = _("“{label}” is to be told {material}, on {day}, by {names}.")
    sentence = text.format(
        label=entry.label,
        material=may_tell.material(entry.material, told.words),
        day=told.day(entry.for_on),
        names=told.names(entry.by),
    )
    parts = [Part(_("What may be said"), entry.words)]
    parts += [Part(_("What was tried before"), entry.tried)] if entry.tried else []
    parts += [Part(_("The condition of the yes"), entry.condition)] if entry.condition else []
    pairs = [(_("The letter"), told.entry(entry.document))] if entry.document else []
    pairs += [(_("In which form"), letters.form(entry.form, told.words))] if entry.form else []
    return EntryWords(title=_("A plan to tell one group"), sentence=sentence, parts=tuple(parts), pairs=tuple(pairs))


def telling_confirmed(entry: TellingConfirmed, told: Telling) -> EntryWords:
    """Tell that a second member stands behind a plan."""
    _ = told.gettext
    pairs = ((_("The plan"), told.entry(entry.plan)),)
    return EntryWords(
        title=_("A plan confirmed"), sentence=_("A second member stands behind it, in these words."), pairs=pairs
    )


def people_told(entry: PeopleTold, told: Telling) -> EntryWords:
    """Tell whom we told: by whom, exactly what, what they said to it, the note on the legal basis (R44, R60)."""
    _ = told.gettext
    text = _("We told “{label}” {material}, on {day}.")
    sentence = text.format(
        label=entry.label, material=may_tell.material(entry.material, told.words), day=told.day(entry.on)
    )
    parts = [Part(_("What was said"), entry.words)]
    if entry.reactions:
        parts.append(Part(_("What they said to it"), entry.reactions, his=True, whose=_("his friends’ account")))
    parts += [Part(_("Who supports them afterwards"), entry.afterwards)] if entry.afterwards else []
    parts += [Part(_("Legal basis, as we see it"), entry.basis)] if entry.basis else []
    pairs = [(_("Who spoke"), told.names(entry.by))] if entry.by else []
    pairs += [(_("How"), entry.form)] if entry.form else []
    pairs += [(_("The letter"), told.entry(entry.document))] if entry.document else []
    pairs += [(_("The plan"), told.entry(entry.plan))] if entry.plan else []
    pairs += [(_("Looked at again on"), told.day(entry.review_on))] if entry.review_on else []
    return EntryWords(title=_("We told one group"), sentence=sentence, parts=tuple(parts), pairs=tuple(pairs))


def views_named(entry: ViewsNamed, told: Telling) -> EntryWords:
    """Tell who stood how; at a question about telling new people all are named (R47)."""
    _ = told.gettext
    lines = []
    for one in entry.views:
        view = decisions.view(one.view, told.words)
        lines.append(sentences(f"{told.name(one.user)}: {view}.", one.text))
    return EntryWords(
        title=_("Who stood how"),
        sentence=_("All are named, because it is about telling new people."),
        parts=(Part("", "\n".join(lines)),) if lines else (),
        pairs=((_("The question"), told.entry(entry.proposal)),),
    )


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    WorksheetKept: worksheet_kept,
    NoticeGiven: notice_given,
    NoticeAnswered: notice_answered,
    SupervisionAsked: supervision_asked,
    TellingPlanned: telling_planned,
    TellingConfirmed: telling_confirmed,
    PeopleTold: people_told,
    ViewsNamed: views_named,
}
"""How each kind is told."""

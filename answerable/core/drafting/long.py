"""The facts of the long version, beyond those of the six sentences (R53, content 8)."""

from datetime import date

from msgspec import Struct

from answerable.core.calendar import add_months, day_of
from answerable.core.circles import Role
from answerable.core.defaults.text import Text
from answerable.core.drafting.facts import Draft, NotedFact, TermFact
from answerable.core.drafting.sentences import new, quotable, since_last
from answerable.core.drafting.steps import noted_facts
from answerable.core.duties.duty import View
from answerable.core.duties.owed_outward import update_clock
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.demands import Facet
from answerable.core.indicators import Level, standings
from answerable.core.state import State


class PassedOn(Struct, frozen=True, kw_only=True):
    """A demand passed on since the last update, and his answer; `quote` is short enough to stand there (R30)."""

    number: int
    on: date
    medium: Medium
    by: tuple[bytes, ...]
    same_wording: bool
    outcome: Outcome | None
    quote: str | None


class AgreementLine(Struct, frozen=True, kw_only=True):
    """An agreement that is open or newly answered; `seen` needs a source other than X (R31)."""

    on: date
    by_on: date | None
    quote: str | None
    kept: Kept | None
    seen: bool


class IndicatorLine(Struct, frozen=True, kw_only=True):
    """An indicator of which something was noted, and the word that the rule allows (content 10)."""

    facet: Facet
    text: Text
    level: Level


class AskedLine(Struct, frozen=True, kw_only=True):
    """A question of ours that stands without an answer, in its own words (R5)."""

    on: date
    text: str


class LongFacts(Struct, frozen=True, kw_only=True):
    """What the long version tells besides; `indicators` is empty where the group did not take the list on."""

    draft: Draft
    passed_on: tuple[PassedOn, ...]
    agreements: tuple[AgreementLine, ...]
    noted: tuple[NotedFact, ...]
    indicators: tuple[IndicatorLine, ...]
    members: tuple[TermFact, ...]
    questions: tuple[AskedLine, ...]
    next_update_on: date | None


def long_facts(base: State, facts: Draft) -> LongFacts:
    """Return the facts of the long version, from the same state as the six sentences."""
    until = facts.period.to_on
    view = View.of(base, until)
    return LongFacts(
        draft=facts,
        passed_on=_passed_on(base),
        agreements=_agreements(base),
        noted=noted_facts(base),
        indicators=_indicators(base),
        members=_members(base),
        questions=_questions(base),
        next_update_on=add_months(until, view.policy.update_every_months) if update_clock(view) else None,
    )


def _passed_on(state: State) -> tuple[PassedOn, ...]:
    since = since_last(state)
    found = [
        PassedOn(
            number=demand.number,
            on=passing.item.entry.on,
            medium=passing.item.entry.medium,
            by=passing.item.entry.by,
            same_wording=passing.same_wording,
            outcome=passing.item.entry.answer.outcome if passing.item.entry.answer else None,
            quote=quotable(passing.item.entry.answer.text) if passing.item.entry.answer else None,
        )
        for demand in state.demands
        for version in demand.versions
        for passing in version.passings
        if passing.item.seq > since
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.number)))


def _agreements(state: State) -> tuple[AgreementLine, ...]:
    since = since_last(state)
    found = []
    for agreement in state.agreements:
        answered = new(agreement.answers, since)
        if not agreement.is_open and not answered:
            continue
        made, answer = agreement.item.entry, answered[-1].entry if answered else None
        found.append(
            AgreementLine(
                on=made.on,
                by_on=made.by_on,
                quote=quotable(made.text),
                kept=answer.kept if answer else None,
                seen=answer is not None and answer.source is not Source.HE_SAID,
            )
        )
    return tuple(found)


def _indicators(state: State) -> tuple[IndicatorLine, ...]:
    if not state.indicators.taken_on:
        return ()
    return tuple(
        IndicatorLine(facet=one.facet, text=one.text, level=one.level) for one in standings(state) if one.rests_on
    )


def _members(state: State) -> tuple[TermFact, ...]:
    return tuple(
        TermFact(user=member.user, until_on=member.until_on)
        for member in state.members.values()
        if Role.CONTACT in member.roles and member.is_active
    )


def _questions(state: State) -> tuple[AskedLine, ...]:
    return tuple(
        AskedLine(on=day_of(one.item.entry.at, state.process.zone), text=one.item.entry.text)
        for one in state.questions
        if one.asked_by is Role.CONTACT and not one.answers
    )

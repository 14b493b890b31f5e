"""The long version of the update in sentences, section by section, from the same record (R53, content 8)."""

from collections.abc import Callable

from answerable.core.defaults.update_sections import LongSection
from answerable.core.drafting import AgreementLine, Draft, LongFacts, PassedOn, Reached
from answerable.core.entries.agreements import Kept
from answerable.core.entries.base import Outcome
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.updates import LongPart
from answerable.wording import indicators, names, remarks
from answerable.wording.days import day, number
from answerable.wording.lists import ended, joined, named, quoted, sentences
from answerable.wording.steps import noted
from answerable.wording.update import decisions, on_a_sheet, ourselves
from answerable.wording.update_about_x import (
    facet_line,
    knows_line,
    missed_line,
    not_passed_on,
    sent_line,
    single_people,
    talks,
)
from answerable.wording.words import Words


def drafted_long(facts: LongFacts, words: Words) -> tuple[LongPart, ...]:
    """Return the sections that the record has something to say to, in their order."""
    found = ((section, tell(facts, words)) for section, tell in _SECTIONS)
    return tuple(LongPart(section=section.value, text=text) for section, text in found if text)


def _period(facts: LongFacts, words: Words) -> str:
    """Return which time it is about, and what it leaves out on purpose (R11, R14, R42)."""
    period = facts.draft.period
    about = words.gettext("This is about the time from {first} to {last}.")
    left_out = [remarks.left_out(one, words) for one in facts.draft.left_out]
    return "\n".join(
        (
            about.format(first=day(period.from_on, words), last=day(period.to_on, words)),
            *((sentences(words.gettext("It leaves out:"), *left_out),) if left_out else ()),
        )
    )


def _contacts(facts: LongFacts, words: Words) -> str:
    """Return every contact, attempt and missed meeting by its day, and the two clocks (R26)."""
    contact = facts.draft.contact
    dated = [(one.on, _reached(one, words)) for one in contact.reached]
    tried = words.gettext("{day}: tried {how}.")
    for attempt in contact.tried:
        line = tried.format(day=day(attempt.on, words), how=names.by_medium(attempt.medium, words))
        dated.append((attempt.on, sentences(line, names.reply(attempt.reply, words))))
    dated += [(one.planned_on, missed_line(one, words)) for one in contact.missed]
    dated += [(one.until_on, sent_line(one, words)) for one in contact.sent]
    lines = [line for _on, line in sorted(dated)] or [words.gettext("No contact and no attempt in this time.")]
    return "\n".join((*lines, *([clocks] if (clocks := _clocks(facts, words)) else ())))


def _reached(one: Reached, words: Words) -> str:
    """Return one contact: when, how, by how many of us."""
    text = words.ngettext("{day}: reached {how}, one of us.", "{day}: reached {how}, {count} of us.", one.people)
    return text.format(day=day(one.on, words), how=names.by_medium(one.medium, words), count=number(one.people, words))


def _clocks(facts: LongFacts, words: Words) -> str:
    """Return when he was last reached, and how many messages wait for him."""
    contact, parts = facts.draft.contact, []
    if contact.last_reached_on is None:
        parts.append(words.gettext("He has never been reached so far."))
    else:
        last = words.gettext("He was last reached on {day}.")
        parts.append(last.format(day=day(contact.last_reached_on, words)))
    if contact.waiting:
        waiting = words.ngettext(
            "One message waits for his answer.", "{count} messages wait for his answer.", contact.waiting
        )
        parts.append(waiting.format(count=number(contact.waiting, words)))
    return sentences(*parts)


def _passed_on(facts: LongFacts, words: Words) -> str:
    """Return each demand passed on since, in which words, by whom, and his answer (R30)."""
    lines = [_passing(one, words) for one in facts.passed_on]
    waiting = _not_passed_on(facts.draft, words)
    return "\n".join([*lines, *([waiting] if waiting else [])]) or words.gettext(
        "No demand was passed on in this time, and none waits."
    )


def _passing(one: PassedOn, words: Words) -> str:
    same = words.gettext("Demand {number}, {day}: passed on {how} by {names}, word for word.")
    other = words.gettext("Demand {number}, {day}: passed on {how} by {names}, in other words than yours.")
    told = (same if one.same_wording else other).format(
        number=one.number,
        day=day(one.on, words),
        how=names.by_medium(one.medium, words),
        names=named(one.by, words),
    )
    answer = {
        None: words.gettext("He has not answered yet."),
        Outcome.ANSWERED: words.gettext("He answered."),
        Outcome.EVADED: words.gettext("He evaded."),
        Outcome.REFUSED: words.gettext("He refused."),
    }[one.outcome]
    says = words.gettext("He says: {quote}").format(quote=ended(quoted(one.quote, words))) if one.quote else ""
    return sentences(told, answer, says)


def _not_passed_on(draft: Draft, words: Words) -> str:
    waiting = [one for facet in draft.facets for one in facet.demands if one.word is DemandWord.NOT_ASKED]
    return not_passed_on(waiting, words) if waiting else ""


def _facets(facts: LongFacts, words: Words) -> str:
    """Return the facets in the words of R65, each with what the list allows where the group took it on."""
    lines = []
    for facet in facts.draft.facets:
        lines.append(facet_line(facts.draft, facet, words))
        noted = [
            f"{one.text.in_language(words.language)}: {indicators.level(one.level, words)}"
            for one in facts.indicators
            if one.facet is facet.facet
        ]
        if noted:
            lines.append(words.gettext("From our list: {noted}.").format(noted="; ".join(noted)))
    return "\n".join(lines)


def _agreements(facts: LongFacts, words: Words) -> str:
    """Return each agreement that is open or newly answered (R31)."""
    lines = [_agreement(one, words) for one in facts.agreements]
    return "\n".join(lines) or words.gettext("No agreement is open, and none was answered in this time.")


def _agreement(one: AgreementLine, words: Words) -> str:
    made = words.gettext("Agreed on {day}.") if one.by_on is None else words.gettext("Agreed on {day}, until {by}.")
    said = ended(quoted(one.quote, words)) if one.quote else ""
    by = day(one.by_on, words) if one.by_on else ""
    return sentences(made.format(day=day(one.on, words), by=by), said, _kept(one, words))


def _kept(one: AgreementLine, words: Words) -> str:
    """Return what became of it; his word stays his word (R14, R65)."""
    if one.kept is None:
        return words.gettext("It is open.")
    if one.seen:
        return {
            Kept.KEPT: words.gettext("He kept it, as we have seen."),
            Kept.PARTLY: words.gettext("He kept it in part, as we have seen."),
            Kept.NOT_KEPT: words.gettext("He did not keep it, as we have seen."),
        }[one.kept]
    return {
        Kept.KEPT: words.gettext("He says he kept it."),
        Kept.PARTLY: words.gettext("He says he kept it in part."),
        Kept.NOT_KEPT: words.gettext("He says he did not keep it."),
    }[one.kept]


def _informed(facts: LongFacts, words: Words) -> str:
    """Return each group that knows, in a line of its own, and single people only as a number (R29)."""
    lines = [knows_line(one, words) for one in facts.draft.who_knows]
    alone = single_people(facts.draft, words)
    return "\n".join([*lines, *([alone] if alone else [])]) or words.gettext("He has named nobody whom he told.")


def _around(facts: LongFacts, words: Words) -> str:
    """Return the talks with people around him, as far as the short page tells them too (R36)."""
    return talks(facts.draft.talks, words)


def _decisions(facts: LongFacts, words: Words) -> str:
    """Return what was noted about not cooperating, and what was decided and done (R38, R39)."""
    return "\n".join((*noted(facts.noted, words), decisions(facts.draft, words)))


def _ourselves(facts: LongFacts, words: Words) -> str:
    """Return who we are by name, and what the short page says of us."""
    who = words.gettext("In the group: {names}.").format(names=named((one.user for one in facts.members), words))
    return sentences(who if facts.members else "", ourselves(facts.draft.ourselves, words))


def _we_ask(facts: LongFacts, words: Words) -> str:
    """Return our open questions in their own words; none of them has to be answered (R5, R54)."""
    asked = words.gettext("Asked on {day}: {question}")
    lines = [asked.format(day=day(one.on, words), question=one.text.strip()) for one in facts.questions]
    apart = on_a_sheet(facts.draft.we_ask.yeses, words)
    if not lines:
        return apart
    return "\n".join([*lines, *([apart] if apart else []), words.gettext("You need not answer; nothing waits for it.")])


def _plan(facts: LongFacts, words: Words) -> str:
    """Return what comes next, as far as a day was agreed."""
    draft, parts = facts.draft, []
    if draft.contact.next_due_on is not None:
        due = words.gettext("The next contact is due by {day}.")
        parts.append(due.format(day=day(draft.contact.next_due_on, words)))
    if facts.next_update_on is not None:
        due = words.gettext("The next update is due by {day}.")
        parts.append(due.format(day=day(facts.next_update_on, words)))
    dated = [day(one.by_on, words) for one in facts.agreements if one.kept is None and one.by_on is not None]
    if dated:
        ask = words.gettext("We ask what became of what was agreed until {days}.")
        parts.append(ask.format(days=joined(dated, words)))
    return sentences(*parts)


_SECTIONS: tuple[tuple[LongSection, Callable[[LongFacts, Words], str]], ...] = (
    (LongSection.PERIOD, _period),
    (LongSection.CONTACTS, _contacts),
    (LongSection.PASSED_ON, _passed_on),
    (LongSection.FACETS, _facets),
    (LongSection.AGREEMENTS, _agreements),
    (LongSection.INFORMED, _informed),
    (LongSection.AROUND, _around),
    (LongSection.DECISIONS, _decisions),
    (LongSection.OURSELVES, _ourselves),
    (LongSection.WE_ASK, _we_ask),
    (LongSection.PLAN, _plan),
)

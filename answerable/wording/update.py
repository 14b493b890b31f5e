"""The drafted update in sentences: what a group edits, another member reads, and the support group gets (R53)."""

from answerable.core.circles import Presence
from answerable.core.drafting import Draft, OurselvesFacts, PauseFact
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.updates import Sentences
from answerable.wording.days import day, number, span
from answerable.wording.decisions import decided
from answerable.wording.lists import ended, named, quoted, sentences
from answerable.wording.steps import taken
from answerable.wording.update_about_x import contact, facet_line, not_passed_on, who_knows
from answerable.wording.words import Words


def drafted(draft: Draft, words: Words) -> Sentences:
    """Return the six sentences of a draft."""
    return Sentences(
        contact=contact(draft, words),
        demands=_demands(draft, words),
        who_knows=who_knows(draft, words),
        decisions=decisions(draft, words),
        ourselves=ourselves(draft.ourselves, words),
        we_ask=_we_ask(draft, words),
    )


def heading(draft: Draft, words: Words) -> str:
    """Return the months of the update: "June to September 2026"."""
    return span(draft.period.from_on, draft.period.to_on, words)


def greeting(words: Words) -> str:
    """Return how the letter begins."""
    return words.gettext("Dear support group,")


def farewell(author: str, words: Words) -> tuple[str, str]:
    """Return how the letter ends, in two lines."""
    return (
        words.gettext("In solidarity,"),
        words.gettext("{name}, for the contact group").format(name=author),
    )


def record_line(size: int, words: Words) -> str:
    """Return the foot that carries the state of the record."""
    entries = words.ngettext("Record of {size} entry.", "Record of {size} entries.", size).format(size=size)
    keep = words.gettext("Keep it: with it you can show later that nothing before this day was changed.")
    return sentences(entries, keep)


def _demands(draft: Draft, words: Words) -> str:
    """Return one line for each facet; what became of agreements stands under the last of the three (R65)."""
    if draft.nothing_happened:
        waiting = [one for facet in draft.facets for one in facet.demands if one.word is DemandWord.NOT_ASKED]
        quiet = words.gettext("Nothing we know has changed since the last update.")
        return sentences(quiet, not_passed_on(waiting, words) if waiting else "")
    return "\n".join(facet_line(draft, facet, words) for facet in draft.facets)


def decisions(draft: Draft, words: Words) -> str:
    """Return what was decided and why, also what was decided not to do, and what the group agreed anew (R4, R46)."""
    told = (*decided(draft, words), *taken(draft.steps, words), _policies(draft.ourselves, words))
    return "\n".join(part for part in told if part) or words.gettext("Nothing was decided in this time.")


def _policies(facts: OurselvesFacts, words: Words) -> str:
    parts = []
    for policy in facts.policies:
        text = words.gettext("From {day} on we do something differently than we agreed.")
        parts.append(text.format(day=day(policy.from_on, words)))
        if policy.reason:
            parts.append(words.gettext("Our reason: {reason}").format(reason=ended(policy.reason.strip())))
    return sentences(*parts)


def ourselves(facts: OurselvesFacts, words: Words) -> str:
    """Return how we are: people, terms, who looks at our work (R20, R21, R64)."""
    if facts.members == 1:
        size = words.gettext("One person is in the group at present.")
    else:
        size = words.gettext("We are {count}.").format(count=number(facts.members, words))
    joined = words.ngettext("{names} has joined us.", "{names} have joined us.", len(facts.joined))
    parts = [size, joined.format(names=named(facts.joined, words)) if facts.joined else ""]
    for left in facts.left:
        text = words.gettext("{name} left on {day}.")
        parts.append(text.format(name=words.name(left.user), day=day(left.until_on, words)))
    for term in facts.ending:
        text = words.gettext("{name} has said yes until {day}.")
        parts.append(text.format(name=words.name(term.user), day=day(term.until_on, words)))
    parts += [_pause(pause, words) for pause in facts.pauses]
    if facts.supervision is Presence.NOT_YET:
        parts.append(words.gettext("Nobody looks at our work from some distance yet."))
    return sentences(*parts)


def _pause(pause: PauseFact, words: Words) -> str:
    """Return a pause of ours, with the sentence that was said about it (R34)."""
    text = words.gettext("We paused from {first} to {last}: {why}")
    if pause.until_on >= words.today:
        text = words.gettext("We pause from {first} to {last}: {why}")
    why = ended(quoted(pause.text.strip(), words))
    return text.format(first=day(pause.from_on, words), last=day(pause.until_on, words), why=why)


def on_a_sheet(count: int, words: Words) -> str:
    """Return how many questions for a yes stand on a sheet of their own; "" for none (R54)."""
    if not count:
        return ""
    text = words.ngettext(
        "On a separate sheet: one question for your yes.", "On a separate sheet: {count} questions for your yes.", count
    )
    return text.format(count=number(count, words))


def _we_ask(draft: Draft, words: Words) -> str:
    """Return what we ask; never that an answer is owed (R5, R54)."""
    count, apart = draft.we_ask.questions, on_a_sheet(draft.we_ask.yeses, words)
    if not count and not apart:
        return words.gettext("We have no question to you. Nothing waits for an answer.")
    if not count:
        return sentences(apart, words.gettext("You need not answer; until you do, it stays no."))
    asked = words.ngettext("One question of ours is open.", "{count} questions of ours are open.", count)
    asked = asked.format(count=number(count, words))
    return sentences(asked, apart, words.gettext("You need not answer; nothing waits for it."))

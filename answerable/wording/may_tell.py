"""Who may be told, in words: whom, what, and the support group's answer; never "she agreed" (content 11a)."""

from msgspec import Struct

from answerable.core.entries.may_tell import Audience, Category, Material, MayTell, Scope
from answerable.core.entries.reach import Reach, ReachChosen
from answerable.core.may_tell import Answer, Answers, Row, Verdict
from answerable.core.may_tell import furthest as furthest_of
from answerable.core.state.may_tell import ChosenReach, TellRule
from answerable.wording.days import day
from answerable.wording.lists import capital, ended, sentences
from answerable.wording.words import Words

KINDS = {
    Verdict.YES: "knows",
    Verdict.ASK: "asked",
    Verdict.NO: "open",
    Verdict.STOPPED: "open",
    Verdict.RAN_OUT: "unknown",
    Verdict.NOTHING: "unknown",
}
"""How the mark beside each answer is drawn; a no is no fault of anybody, so it is not red."""


BARRED = (Verdict.NO, Verdict.ASK, Verdict.RAN_OUT)
"""What is said beside a yes that goes less far."""


class Said(Struct, frozen=True, kw_only=True):
    """An answer as a state: its word, the kind of its mark, and a line below it; "" where there is nothing to add."""

    text: str
    kind: str
    note: str = ""


def category(one: Category, words: Words) -> str:
    """Return what a kind of people around X is called."""
    text = {
        Category.LIVES_WITH: words.gettext("people he lives with"),
        Category.FRIENDS: words.gettext("his friends"),
        Category.CLOSE: words.gettext("people he is in a close relationship with"),
        Category.FAMILY: words.gettext("his family"),
        Category.POLITICAL: words.gettext("political groups he is in"),
        Category.OTHER_GROUPS: words.gettext("other groups he is in"),
        Category.WORK: words.gettext("people he works or studies with"),
    }
    return text[one]


def scope(one: Scope, words: Words) -> str:
    """Return how many an answer is for, as a choice."""
    return {
        Scope.CATEGORY: words.gettext("A kind of people"),
        Scope.GROUP: words.gettext("One group"),
        Scope.PERSON: words.gettext("One person"),
    }[one]


def whom(audience: Audience, words: Words) -> str:
    """Return whom an answer is for; a label stands as it was written."""
    if audience.category is not None:
        return category(audience.category, words)
    return audience.label or ""


def material(one: Material, words: Words) -> str:
    """Return what may be told, as it stands in a sentence."""
    return {
        Material.PROCESS: words.gettext("that there is a process"),
        Material.DEMANDS: words.gettext("the demands"),
        Material.SEMI_OPEN_LETTER: words.gettext("the semi-open letter"),
        Material.OPEN_LETTER: words.gettext("the open letter"),
    }[one]


def lead(one: Material, words: Words) -> str:
    """Return what may be told, as a choice of its own."""
    return capital(material(one, words))


def choice(one: MayTell, words: Words) -> str:
    """Return an answer as a choice."""
    return {
        MayTell.YES: words.pgettext("may be told", "Yes"),
        MayTell.ASK: words.pgettext("may be told", "Ask us each time"),
        MayTell.NO: words.pgettext("may be told", "No"),
    }[one]


def answer(found: Answer, words: Words) -> Said:
    """Return the support group's answer as a state: "yes, 12 January", "no yes yet", "ask each time", "no"."""
    said_on = day(found.said_on, words) if found.said_on else ""
    ended = found.rule.item.entry.until_on if found.rule else None
    text = {
        Verdict.YES: words.gettext("yes, {day}"),
        Verdict.ASK: words.gettext("ask each time"),
        Verdict.NO: words.gettext("no, {day}"),
        Verdict.STOPPED: words.gettext("stop, {day}"),
        Verdict.RAN_OUT: words.gettext("no yes any more"),
        Verdict.NOTHING: words.gettext("no yes yet"),
    }[found.verdict].format(day=said_on)
    if found.verdict is Verdict.RAN_OUT and ended is not None:
        note = words.gettext("It ended on {day}.").format(day=day(ended, words))
    else:
        note = _terms(found, words) if found.is_yes else ""
    return Said(text=text, kind=KINDS[found.verdict], note=note)


def _terms(found: Answer, words: Words) -> str:
    """Return until when a yes holds, and under which condition."""
    until_on = None if found.rule is None else found.rule.item.entry.until_on
    until = words.gettext("Until {day}.").format(day=day(until_on, words)) if until_on else ""
    condition = words.gettext("If: {condition}").format(condition=ended(found.condition)) if found.condition else ""
    return sentences(until, condition)


def furthest(told: Material, found: Answer, words: Words) -> Said:
    """Return in one cell how far the support group's yes goes, or why there is none."""
    said = answer(found, words)
    if not found.is_yes:
        return said
    limit = words.gettext("At most: {material}.").format(material=material(told, words))
    return Said(text=said.text, kind=said.kind, note=sentences(limit, said.note))


def in_cell(found: Answers, words: Words) -> Said:
    """Return in one cell how far the yes goes, and what was said about more than that: each answer once."""
    most = furthest_of(found)
    said, shown = furthest(*most, words), most[1].rule
    beyond = []
    for one, about in found:
        if about.rule is not None and about.rule is not shown and about.verdict in BARRED:
            shown = about.rule
            text = words.gettext("{material}: {answer}.")
            beyond.append(text.format(material=lead(one, words), answer=answer(about, words).text))
    return Said(text=said.text, kind=said.kind, note=sentences(said.note, *beyond))


def for_more(one: Material, found: Answer, words: Words) -> str:
    """Return the answer for people who know already, and what it means: more material is telling, and needs a yes."""
    said = answer(found, words)
    text = words.gettext("Support group, {material}: {answer}.").format(material=material(one, words), answer=said.text)
    if found.is_yes:
        return sentences(text, said.note)
    if found.verdict is Verdict.ASK:
        return sentences(text, words.gettext("Ask them first."))
    return sentences(text, said.note, words.gettext("Until there is a yes, it stays no."))


def in_row(row: Row, words: Words) -> Said:
    """Return one circle of people's answer in one cell."""
    return furthest(*row.furthest, words)


def support_says(said: Said, words: Words) -> str:
    """Return the answer as a sentence with who gives it: "Support group: yes, 12 January"."""
    return words.gettext("Support group: {answer}").format(answer=said.text)


def answered(one: MayTell, words: Words) -> str:
    """Return an answer inside a sentence."""
    return {
        MayTell.YES: words.gettext("yes"),
        MayTell.ASK: words.gettext("ask each time"),
        MayTell.NO: words.gettext("no"),
    }[one]


def rule_line(rule: TellRule, words: Words) -> str:
    """Return one answer as a line: "the demands: yes, until 3 May"."""
    entry = rule.item.entry
    text = words.gettext("{material}: {answer}")
    if entry.until_on is not None:
        text = words.gettext("{material}: {answer}, until {day}")
    return text.format(
        material=material(entry.material, words),
        answer=answered(entry.answer, words),
        day=day(entry.until_on, words) if entry.until_on else "",
    )


def standing_rule(rule: TellRule, words: Words) -> str:
    """Return an answer with whom it is for: "People he lives with, the demands: yes"."""
    people = whom(rule.item.entry.audience, words)
    return capital(words.gettext("{people}, {answer}").format(people=people, answer=rule_line(rule, words)))


def may_we(audience: Audience, one: Material, words: Words) -> str:
    """Return what the contact group asks for, as a question."""
    text = words.gettext("May we tell {people} {material}?")
    return text.format(people=_people(audience, words), material=material(one, words))


def _people(audience: Audience, words: Words) -> str:
    if audience.label is not None:
        return words.gettext("“{label}”").format(label=audience.label)
    return whom(audience, words)


def reach(one: Reach, words: Words) -> str:
    """Return how much reaches her, as a choice."""
    return {
        Reach.EVERYTHING: words.gettext("Everything we hand over"),
        Reach.SHORT: words.gettext("Short versions only"),
        Reach.ON_REQUEST: words.gettext("Only when she asks for it"),
        Reach.NOTHING: words.gettext("Nothing"),
    }[one]


def reach_line(found: ChosenReach, words: Words) -> str:
    """Return what reaches her, where an update is handed over: "Mika keeps what is for her. Short versions only."."""
    if found.current is None:
        return words.gettext("What reaches her, she has not said here. The support group asks her before it passes on.")
    return reach_sentence(found.current.entry, words)


def reach_sentence(entry: ReachChosen, words: Words) -> str:
    """Return one choice as a sentence or two."""
    keeper = words.gettext("{name} keeps what is for her.").format(name=entry.through) if entry.through else ""
    what = {
        Reach.EVERYTHING: words.gettext("All that is handed over reaches her."),
        Reach.SHORT: words.gettext("Only short versions reach her."),
        Reach.ON_REQUEST: words.gettext("It reaches her only when she asks for it."),
        Reach.NOTHING: words.gettext("Nothing reaches her."),
    }[entry.reach]
    return sentences(keeper, what)

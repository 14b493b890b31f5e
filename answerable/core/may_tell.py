"""May these people be told this? One pure answer to every question of that kind; there is no override (R9, R10).

The most specific answer wins (person, group, kind of people), then the newest; of the same day the stricter. The newest
yes says how far it goes: it covers what is less, and nothing beyond. A no and an "ask each time" cover what is more.
Nothing said is no.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core.calendar import add_months, day_of
from answerable.core.entries.may_tell import Audience, Category, Material, MayTell, Scope
from answerable.core.entries.may_tell import MayTellAsked as Asked
from answerable.core.entries.may_tell import MayTellStopped as Stopped
from answerable.core.labels import label_key
from answerable.core.state.around import Around
from answerable.core.state.items import Item
from answerable.core.state.may_tell import TellRule, WhoMayKnow
from answerable.core.state.shape import State

QUIET_MONTHS = 6
"""After so many months without a change or a word that it still holds, the group asks itself whether to ask (R50)."""

_FROM_LEAST = tuple(Material)
_STRICTEST_FIRST = (MayTell.NO, MayTell.ASK, MayTell.YES)


class Verdict(StrEnum):
    """What the answer is, the strictest first; only YES lets anybody be told anything."""

    NO = "no"
    STOPPED = "stopped"
    RAN_OUT = "ran-out"
    NOTHING = "nothing"
    ASK = "ask"
    YES = "yes"


class Whom(Struct, frozen=True, kw_only=True):
    """The people in question, as far as known: a person and a group by label, and the kinds of people they are."""

    person: str = ""
    group: str = ""
    categories: tuple[Category, ...] = ()


class Answer(Struct, frozen=True, kw_only=True):
    """The answer, the day it was said, and the rule it rests on; `stopped` is the newest stop where one decides.

    `rule` is also set where a yes ran out or goes less far than what was asked.
    """

    verdict: Verdict
    said_on: date | None = None
    rule: TellRule | None = None
    stopped: Item[Stopped] | None = None

    @property
    def is_yes(self) -> bool:
        """Whether they may be told; the condition of its rule, if it has one, is still to be met."""
        return self.verdict is Verdict.YES

    @property
    def condition(self) -> str:
        """The condition in words under which the yes holds; "" for none."""
        return self.rule.item.entry.condition if self.rule is not None and self.is_yes else ""


def covers(material: Material, other: Material) -> bool:
    """Whether who may be told the one may be told the other too."""
    return _FROM_LEAST.index(other) <= _FROM_LEAST.index(material)


def answer(state: State, who: Whom, material: Material, today: date, *, before: int | None = None) -> Answer:
    """Tell whether these people may be told this on this day (R9).

    `before` looks at what stood at a place in the log: what was done stays under the scope of its day (R10).
    """
    known = _until(state.may_tell, before)
    for level in _levels(who):
        found = [_decide(known, audience, material, today, before) for audience in level]
        decided = [one for one in found if one is not None]
        if decided:
            return min(decided, key=lambda one: tuple(Verdict).index(one.verdict))
    stop = newest_stop(known)
    if stop is None:
        return Answer(verdict=Verdict.NOTHING)
    return Answer(verdict=Verdict.STOPPED, said_on=stop.entry.said_on, stopped=stop)


def newest_stop(known: WhoMayKnow) -> Item[Stopped] | None:
    """Return the newest stop, if anybody ever said stop."""
    return max(known.stops, key=lambda item: (item.entry.said_on, item.seq), default=None)


def _until(known: WhoMayKnow, before: int | None) -> WhoMayKnow:
    """Return what stood before a place in the log."""
    if before is None:
        return known
    return WhoMayKnow(
        rules=tuple(rule for rule in known.rules if rule.item.seq < before),
        stops=tuple(item for item in known.stops if item.seq < before),
        confirmed=tuple(item for item in known.confirmed if item.seq < before),
        asked=tuple(item for item in known.asked if item.seq < before),
        gone=tuple(stone for stone in known.gone if stone.seq < before),
    )


def _levels(who: Whom) -> Iterator[tuple[Audience, ...]]:
    """Yield whom an answer can be about, the most specific first; of several kinds of people the strictest counts."""
    if label_key(who.person):
        yield (Audience(scope=Scope.PERSON, label=who.person),)
    if label_key(who.group):
        yield (Audience(scope=Scope.GROUP, label=who.group),)
    if who.categories:
        yield tuple(Audience(scope=Scope.CATEGORY, category=one) for one in who.categories)


def same_audience(one: Audience, other: Audience) -> bool:
    """Whether two answers are about the same people."""
    same_label = label_key(one.label or "") == label_key(other.label or "")
    return (one.scope, one.category) == (other.scope, other.category) and same_label


def _decide(
    known: WhoMayKnow, audience: Audience, material: Material, today: date, before: int | None
) -> Answer | None:
    """Return what the answers about one circle of people come to, or None where they leave it to the wider ones."""
    rules = (rule for rule in known.rules if same_audience(rule.item.entry.audience, audience))
    for rule in sorted(rules, key=_newest_first):
        entry = rule.item.entry
        if entry.answer is MayTell.NO:
            verdict = Verdict.NO if covers(material, entry.material) else None
        elif is_void(known, rule):
            verdict = None
        elif entry.answer is MayTell.ASK:
            verdict = Verdict.ASK if covers(material, entry.material) else None
        else:
            verdict = _of_yes(rule, material, today, before)
        if verdict is not None:
            return Answer(verdict=verdict, said_on=entry.said_on, rule=rule)
    return None


def _newest_first(rule: TellRule) -> tuple[int, int, int]:
    entry = rule.item.entry
    return (-entry.said_on.toordinal(), _STRICTEST_FIRST.index(entry.answer), -rule.item.seq)


def _of_yes(rule: TellRule, material: Material, today: date, before: int | None) -> Verdict | None:
    """Return what a yes comes to; one that ended or goes less far decides too, so that no older yes comes back."""
    entry = rule.item.entry
    if entry.until_on is not None and entry.until_on < today:
        return Verdict.RAN_OUT
    if not covers(entry.material, material):
        return Verdict.NOTHING
    counts_from = rule.counts_from_seq
    if counts_from is None or (before is not None and counts_from >= before) or entry.said_on > today:
        return None
    return Verdict.YES


def is_void(known: WhoMayKnow, rule: TellRule) -> bool:
    """Whether a yes or "ask each time" fell with a stop, or with an answer whose words were taken out after it."""
    said_on, seq = rule.item.entry.said_on, rule.item.seq
    if any(said_on <= stop.entry.said_on for stop in known.stops):
        return True
    return any((said_on, seq) < (stone.taken.day, stone.seq) for stone in known.gone)


Answers = tuple[tuple[Material, Answer], ...]


class Row(Struct, frozen=True, kw_only=True):
    """One circle of people of the table, with the answer for each material, from the least on, and what was said."""

    audience: Audience
    answers: Answers
    rules: tuple[TellRule, ...]

    @property
    def furthest(self) -> tuple[Material, Answer]:
        """The most they may be told; where that is nothing, the answer for the least."""
        return furthest(self.answers)


def whom_of(audience: Audience) -> Whom:
    """Return the people an answer is about as those in question."""
    if audience.category is not None:
        return Whom(categories=(audience.category,))
    label = audience.label or ""
    return Whom(person=label) if audience.scope is Scope.PERSON else Whom(group=label)


def whom_around(one: Around) -> Whom:
    """Return people around X as those in question: a person or a group by label, both where nobody said which."""
    if one.kind is None:
        return Whom(person=one.label, group=one.label)
    return Whom(person=one.label) if one.is_one_person else Whom(group=one.label)


def answers(state: State, who: Whom, today: date) -> Answers:
    """Return the answer for each material, from the least on."""
    return tuple((material, answer(state, who, material, today)) for material in Material)


def furthest(found: Answers) -> tuple[Material, Answer]:
    """Return the most they may be told; where that is nothing, the answer for the least."""
    told = [one for one in found if one[1].is_yes]
    return told[-1] if told else found[0]


def table(state: State, today: date) -> tuple[Row, ...]:
    """Return everybody about whom something was said: kinds of people first, then groups, then single people."""
    rows: dict[tuple[str, str, str], list[TellRule]] = {}
    for rule in state.may_tell.rules:
        audience = rule.item.entry.audience
        key = (audience.scope.value, audience.category or "", label_key(audience.label or ""))
        rows.setdefault(key, []).append(rule)
    found = [_row(state, rules, today) for rules in rows.values()]
    return tuple(sorted(found, key=lambda row: tuple(Scope).index(row.audience.scope)))


def _row(state: State, rules: list[TellRule], today: date) -> Row:
    audience = rules[-1].item.entry.audience
    return Row(
        audience=audience,
        answers=answers(state, whom_of(audience), today),
        rules=tuple(sorted(rules, key=_newest_first)),
    )


def open_asks(state: State) -> tuple[Item[Asked], ...]:
    """Return what the contact circle asked a yes for and nothing was said about since; silence stays no (R54)."""
    return tuple(item for item in state.may_tell.asked if not _was_answered(state.may_tell, item))


def _was_answered(known: WhoMayKnow, asked: Item[Asked]) -> bool:
    about = (rule for rule in known.rules if rule.item.seq > asked.seq)
    return any(
        same_audience(rule.item.entry.audience, asked.entry.audience)
        and (
            covers(rule.item.entry.material, asked.entry.material)
            if rule.item.entry.answer is MayTell.YES
            else covers(asked.entry.material, rule.item.entry.material)
        )
        for rule in about
    )


Change = TellRule | Item[Stopped]


def changes_since(state: State, day: date) -> tuple[Change, ...]:
    """Return what was said about who may be told and written down from this day on, the newest first."""
    zone = state.process.zone
    found: list[tuple[int, Change]] = [
        (rule.item.seq, rule) for rule in state.may_tell.rules if day_of(rule.item.entry.at, zone) >= day
    ]
    found += [(item.seq, item) for item in state.may_tell.stops if day_of(item.entry.at, zone) >= day]
    return tuple(change for _, change in sorted(found, key=lambda one: one[0], reverse=True))


def last_said_on(state: State) -> date | None:
    """Return when something was last said about who may be told, or that it still holds; None for never."""
    known = state.may_tell
    days = [rule.item.entry.said_on for rule in known.rules]
    days += [item.entry.said_on for item in known.stops]
    days += [item.entry.said_on for item in known.confirmed]
    return max(days, default=None)


def is_long_quiet(state: State, today: date) -> bool:
    """Whether half a year has gone by without a change or a word that it still holds: a question, never a duty."""
    since_on = last_said_on(state) or state.process.opened_on
    return add_months(since_on, QUIET_MONTHS) <= today

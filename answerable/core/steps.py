"""What the record suggests, what waits for the group, what a step came without: pure answers (R38-R43, R63).

What is suggested is a question to the group, never a fact: nothing of it is stored, and it goes when it is noted,
decided, or half a year old.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core import deciding
from answerable.core.calendar import add_months, day_of
from answerable.core.defaults.steps import Step
from answerable.core.entries import NonCooperationNoted, StepTaken
from answerable.core.entries.agreements import Follows
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.contacts import MissedReason
from answerable.core.entries.decisions import Sort
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.sent import HowAnswered
from answerable.core.entries.steps import How, MoveSort
from answerable.core.labels import label_key
from answerable.core.state import Concern, Item, State
from answerable.core.state.decisions import Decision
from answerable.core.state.steps import rank

LOOKS_BACK_MONTHS = 6
TWICE = 2

THE_PAIR_DECIDES = (Step.L0, Step.L1)
"""Steps that need no decision of the group: it agreed to them once (content 4)."""

SUPERVISION_READS = (Step.L4, Step.L5, Step.OWN)
"""Steps of which supervision is told by the step itself (content 4); of a notice and telling it reads other entries."""


class Suggests(StrEnum):
    """What in the record leads to the question whether he does not cooperate (R38)."""

    NO_ANSWER = "no-answer"
    EVADED_TWICE = "evaded-twice"
    MISSED_MEETING = "missed-meeting"
    BROKEN_AGREEMENT = "broken-agreement"
    ACTIVE_WITHOUT_INFORMING = "active-without-informing"


HOW_OF = {
    Suggests.NO_ANSWER: How.SLOW_ANSWERS,
    Suggests.EVADED_TWICE: How.SLOW_ANSWERS,
    Suggests.MISSED_MEETING: How.REFUSED_MEETING,
    Suggests.BROKEN_AGREEMENT: How.BROKEN_AGREEMENT,
    Suggests.ACTIVE_WITHOUT_INFORMING: How.POLITICS_WITHOUT_INFORMING,
}


class Suggestion(Struct, frozen=True, kw_only=True):
    """A question to the group: what it rests on, since when, and how the group knows.

    `number` is that of the demand it is about, `label` the group around X, `concern` what it would belong to.
    """

    why: Suggests
    rests_on: tuple[bytes, ...]
    on: date
    source: Source
    number: int | None = None
    label: str = ""
    concern: bytes | None = None

    @property
    def how(self) -> How:
        """Of which kind it would be."""
        return HOW_OF[self.why]

    @property
    def ident(self) -> bytes:
        """The entry by which it is found again: the newest it rests on."""
        return self.rests_on[-1]


def suggested(state: State, today: date) -> tuple[Suggestion, ...]:
    """Return what the record suggests and nobody has noted or decided about yet, the newest first (R38)."""
    since = add_months(today, -LOOKS_BACK_MONTHS)
    done = _dealt_with(state)
    fresh = (
        *_no_answers(state, today),
        *_no_answers_to_steps(state, today),
        *_missed(state),
        *_broken(state),
        *_active(state),
    )
    found = [one for one in fresh if one.on >= since and done.isdisjoint(one.rests_on)]
    found += _evaded_twice(state, since, done)
    return tuple(sorted(found, key=lambda one: (one.on, one.ident), reverse=True))


def _dealt_with(state: State) -> frozenset[bytes]:
    """Return the entries on which a note rests, or about which the group was asked to decide."""
    noted = {one for concern in state.concerns for item in concern.notes for one in item.entry.rests_on}
    return frozenset(noted | {one.about for one in state.decisions if one.about is not None})


def _no_answers(state: State, today: date) -> Iterator[Suggestion]:
    """Yield what has no answer though its day is over: messages, and demands passed on (R26, R30)."""
    for message in state.contacts.open_messages:
        if message.answer_by_on is not None and message.answer_by_on < today:
            rests_on = (message.attempts[0].first_id,)
            yield Suggestion(
                why=Suggests.NO_ANSWER, rests_on=rests_on, on=message.answer_by_on, source=Source.ORDINARY_LIFE
            )
    for demand in state.demands:
        if demand.withdrawn or demand.current.word is not DemandWord.ASKED:
            continue
        newest = demand.current.passings[-1].item
        by_on = newest.entry.answer_by_on
        if by_on is not None and by_on < today:
            yield Suggestion(
                why=Suggests.NO_ANSWER,
                rests_on=(newest.first_id,),
                on=by_on,
                source=Source.ORDINARY_LIFE,
                number=demand.number,
            )


def _no_answers_to_steps(state: State, today: date) -> Iterator[Suggestion]:
    """Yield steps of what is open that asked him for an answer and have none though its day is over (R40)."""
    for concern in state.concerns:
        for step in concern.steps if concern.is_open else ():
            by_on = step.item.entry.answer_by_on
            if by_on is not None and by_on < today and not step.answers:
                yield Suggestion(
                    why=Suggests.NO_ANSWER,
                    rests_on=(step.item.first_id,),
                    on=by_on,
                    source=Source.ORDINARY_LIFE,
                    label=concern.label or "",
                    concern=concern.concern_id,
                )


def _missed(state: State) -> Iterator[Suggestion]:
    """Yield meetings he did not come to for a reason that is none (R34)."""
    for item in state.contacts.missed:
        if item.entry.reason is MissedReason.NOT_ACCEPTABLE:
            yield Suggestion(
                why=Suggests.MISSED_MEETING,
                rests_on=(item.first_id,),
                on=item.entry.planned_on,
                source=Source.ORDINARY_LIFE,
            )


def _broken(state: State) -> Iterator[Suggestion]:
    """Yield agreements he did not wholly keep, where the group has not said that it leaves it at that (R31)."""
    for one in state.agreements:
        if one.is_broken and one.follows in (None, Follows.TOGETHER):
            answer = one.answers[-1].entry
            yield Suggestion(
                why=Suggests.BROKEN_AGREEMENT, rests_on=(one.item.first_id,), on=answer.on, source=answer.source
            )


def _active(state: State) -> Iterator[Suggestion]:
    """Yield groups around X of whom nobody says that they know, and about which nothing was noted yet (R43)."""
    noted = {label_key(one.label or "") for one in state.concerns}
    for one in state.surroundings.people:
        if one.know or one.is_one_person or label_key(one.label) in noted or not one.accounts:
            continue
        newest = one.accounts[-1]
        yield Suggestion(
            why=Suggests.ACTIVE_WITHOUT_INFORMING,
            rests_on=(one.around_id,),
            on=day_of(newest.entry.at, state.process.zone),
            source=newest.entry.source,
            label=one.label,
        )


def _evaded_twice(state: State, since: date, done: frozenset[bytes]) -> Iterator[Suggestion]:
    """Yield that he evaded on two days or more, by the newest two of them (content 4)."""
    by_day = {on: ident for on, _seq, ident in sorted(_evasions(state)) if on >= since and ident not in done}
    newest = sorted(by_day.items())[-TWICE:]
    if len(newest) == TWICE:
        rests_on = tuple(ident for _on, ident in newest)
        yield Suggestion(why=Suggests.EVADED_TWICE, rests_on=rests_on, on=newest[-1][0], source=Source.HE_SAID)


def _evasions(state: State) -> Iterator[tuple[date, int, bytes]]:
    """Yield each contact, message and passing on in which he evaded something we asked."""
    for contact in state.contacts.reached:
        if any(one.outcome is Outcome.EVADED for one in contact.entry.answers):
            yield contact.entry.on, contact.seq, contact.first_id
    for sent in state.sent:
        if any(one.how is HowAnswered.EVADED for one in sent.sorted.entry.answers):
            yield sent.sorted.entry.on, sent.sorted.seq, sent.sorted.first_id
    for item in (one for concern in state.concerns for step in concern.steps for one in step.answers):
        if item.entry.outcome is Outcome.EVADED and not item.entry.by_friends:
            yield item.entry.on, item.seq, item.first_id
    for demand in state.demands:
        for passing in demand.current.passings:
            answer = passing.item.entry.answer
            if answer is not None and answer.outcome is Outcome.EVADED:
                yield passing.item.entry.on, passing.item.seq, passing.item.first_id


def concern_of(state: State, entry_id: bytes) -> Concern | None:
    """Return the concern to which an entry belongs, if it is one of this family."""
    return next((one for one in state.concerns if entry_id in one.ids), None)


def open_concerns(state: State) -> tuple[Concern, ...]:
    """Return the concerns that are open, the one with the highest step first."""
    found = [one for one in state.concerns if one.is_open]
    return tuple(sorted(found, key=lambda one: -2 if one.highest is None else rank(one.highest), reverse=True))


def decisions_about(state: State, concern: Concern) -> tuple[Decision, ...]:
    """Return the questions that were asked because of it, fresh rounds too, the oldest first."""
    return deciding.rounds_about(state, concern.concern_id)


def waiting_notes(state: State, concern: Concern) -> tuple[Item[NonCooperationNoted], ...]:
    """Return the notes that the group has not answered yet, all of them together (R38).

    What answers them: an outcome, but to talk on; that it is held or closed; a step that the pair takes by itself.
    """
    if not concern.is_open:
        return ()
    answered = [
        one.outcome.seq
        for one in decisions_about(state, concern)
        if one.outcome is not None and one.outcome.entry.sort is not Sort.TALK_ON
    ]
    answered += [item.seq for item in concern.moves if item.entry.sort in (MoveSort.HELD, MoveSort.CLOSED)]
    answered += [step.item.seq for step in concern.steps if step.item.entry.step in THE_PAIR_DECIDES]
    since = max(answered, default=-1)
    return tuple(item for item in concern.notes if item.seq > since)


def decided_on(state: State, concern: Concern) -> tuple[Decision, ...]:
    """Return the decisions to do something on which a step can rest, the newest last."""
    return tuple(
        one for one in decisions_about(state, concern) if one.outcome is not None and one.outcome.entry.sort is Sort.ACT
    )


class StepMark(StrEnum):
    """What a step came without (R39-R43, R63)."""

    NOT_DECIDED = "not-decided"
    ONE_ALONE = "one-alone"
    NOT_ASKED_FIRST = "not-asked-first"
    NOT_CONFRONTED = "not-confronted"
    NOT_KNOWING = "not-knowing"
    NO_CONTACT_WANTED = "no-contact-wanted"
    ONLY_LOOKED_UP = "only-looked-up"


def step_marks(state: State, entry_id: bytes) -> Iterator[StepMark]:
    """Yield what was not there when this step was taken, as far as this reader can see; never a refusal."""
    found = next(
        ((concern, one.item) for concern in state.concerns for one in concern.steps if one.item.entry_id == entry_id),
        None,
    )
    if found is None:
        return
    concern, item = found
    entry = item.entry
    if entry.step not in THE_PAIR_DECIDES and not _was_decided(state, item):
        yield StepMark.NOT_DECIDED
    if entry.step is Step.L3 and len(entry.by) < TWICE:
        yield StepMark.ONE_ALONE
    before = [one.item.entry for one in concern.steps if one.item.entry.on <= entry.on and one.item is not item]
    if rank(entry.step) > rank(Step.L3):
        yield from _before_others_hear(concern, item, before)
    yield from _about_people(state, item)


def _was_decided(state: State, item: Item[StepTaken]) -> bool:
    """Tell whether an outcome to do something stood before the step was written down."""
    decision = next((one for one in state.decisions if item.entry.decision == one.item.first_id), None)
    return decision is not None and decision.outcome is not None and decision.outcome.entry.on <= item.entry.on


def _before_others_hear(concern: Concern, item: Item[StepTaken], before: Iterable[StepTaken]) -> Iterator[StepMark]:
    """Yield what is asked before others than X hear of it: a demand to him with a date, and more than a search."""
    to_him = [one for one in before if rank(one.step) in range(rank(Step.L1), rank(Step.L4))]
    if rank(item.entry.step) >= rank(Step.L6):
        if all(one.step is not Step.L3 for one in to_him):
            yield StepMark.NOT_CONFRONTED
    elif all(one.answer_by_on is None for one in to_him):
        yield StepMark.NOT_ASKED_FIRST
    facts = [fact for note in concern.notes for fact in note.entry.facts]
    if facts and all(fact.source is Source.LOOKED_UP for fact in facts):
        yield StepMark.ONLY_LOOKED_UP


def _about_people(state: State, item: Item[StepTaken]) -> Iterator[StepMark]:
    """Yield what was known of the people who were asked or told how he behaves (R36, R41)."""
    if item.entry.step not in (Step.L4, Step.L5):
        return
    people = [state.surroundings.labelled(label) for label in item.entry.to]
    if any(one is None or one.knows_from is None or one.knows_from > item.seq for one in people):
        yield StepMark.NOT_KNOWING
    if any(one is not None and one.no_contact is not None and one.no_contact.seq < item.seq for one in people):
        yield StepMark.NO_CONTACT_WANTED

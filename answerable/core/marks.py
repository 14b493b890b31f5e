"""What was not as agreed when it happened: shown beside the deed, never a ground to refuse it (R63)."""

from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from answerable.core import outgoing, protected
from answerable.core.audiences import looked_up
from answerable.core.circles import Presence
from answerable.core.deciding import has_quorum, quorum_of
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    AnyEntry,
    AroundNoted,
    ChangeNoted,
    ContactAttempted,
    DecisionReached,
    DemandPassedOn,
    MemberLeft,
    NonCooperationNoted,
    NoteKept,
    NoticeGiven,
    PeopleTold,
    SoonNoted,
    StepTaken,
    TalkNoted,
    ToldByX,
    UpdateHandedOver,
)
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.decisions import Sort
from answerable.core.entries.hashes import text_hash
from answerable.core.state.items import Filed
from answerable.core.state.parent import Decision
from answerable.core.state.passings import Passing
from answerable.core.state.shape import Demand, DemandVersion, State
from answerable.core.steps import step_marks
from answerable.core.telling import Asks
from answerable.core.told_before import named_against_no, not_there, written_first

CLOCK_TOLERANCE_SECONDS = 300
"""Clocks of two devices differ a little; only more than this is worth a word."""


class MarkCode(StrEnum):
    """What was not as agreed."""

    SECOND_NEW_DATE = "second-new-date"
    COPY_NOT_READ = "copy-not-read"
    OTHER_WORDING = "other-wording"
    NOT_CURRENT = "not-current"
    HANDED_OVER_UNREAD = "handed-over-unread"
    WORDS_NOT_LOOKED_AT = "words-not-looked-at"
    LOOKED_UP = "looked-up"
    SUPPORT_NOT_TOLD = "support-not-told"
    NOBODY_SAID_THEY_KNOW = "nobody-said-they-know"
    NO_CONTACT_WANTED = "no-contact-wanted"
    FEW_VIEWS = "few-views"
    TOLD_OUT_OF_TURN = "told-out-of-turn"
    TOLD_BEFORE_MANDATE = "told-before-mandate"
    TOLD_BEFORE_NOTICE = "told-before-notice"
    TOLD_BEFORE_WORKSHEET = "told-before-worksheet"
    TOLD_BEFORE_YES = "told-before-yes"
    TOLD_BEFORE_DECIDED = "told-before-decided"
    TOLD_BEFORE_SUPERVISION = "told-before-supervision"
    TOLD_BEFORE_LETTER = "told-before-letter"
    TOLD_BEFORE_TRIED = "told-before-tried"
    TOLD_BEFORE_WORDS = "told-before-words"
    TOLD_BEFORE_SECOND = "told-before-second"
    NOTICE_AGAINST_NO = "notice-against-no"
    BLOCKED = "blocked"
    NOT_DECIDED = "not-decided"
    ONE_ALONE = "one-alone"
    NOT_ASKED_FIRST = "not-asked-first"
    NOT_CONFRONTED = "not-confronted"
    NOT_KNOWING = "not-knowing"
    ONLY_LOOKED_UP = "only-looked-up"
    CLOCK_WENT_BACK = "clock-went-back"


RULE_OF = {
    MarkCode.SECOND_NEW_DATE: "R26",
    MarkCode.COPY_NOT_READ: "R64",
    MarkCode.OTHER_WORDING: "R30",
    MarkCode.NOT_CURRENT: "R2",
    MarkCode.HANDED_OVER_UNREAD: "R53",
    MarkCode.WORDS_NOT_LOOKED_AT: "R12",
    MarkCode.LOOKED_UP: "R42",
    MarkCode.SUPPORT_NOT_TOLD: "R21",
    MarkCode.NOBODY_SAID_THEY_KNOW: "R44",
    MarkCode.NO_CONTACT_WANTED: "R36",
    MarkCode.FEW_VIEWS: "R63",
    MarkCode.TOLD_OUT_OF_TURN: "R63",
    MarkCode.TOLD_BEFORE_MANDATE: "R1",
    MarkCode.TOLD_BEFORE_NOTICE: "R44",
    MarkCode.TOLD_BEFORE_WORKSHEET: "R44",
    MarkCode.TOLD_BEFORE_YES: "R9",
    MarkCode.TOLD_BEFORE_DECIDED: "R44",
    MarkCode.TOLD_BEFORE_SUPERVISION: "R44",
    MarkCode.TOLD_BEFORE_LETTER: "R3",
    MarkCode.TOLD_BEFORE_TRIED: "R44",
    MarkCode.TOLD_BEFORE_WORDS: "R12",
    MarkCode.TOLD_BEFORE_SECOND: "R44",
    MarkCode.NOTICE_AGAINST_NO: "R44",
    MarkCode.BLOCKED: "R63",
    MarkCode.NOT_DECIDED: "R39",
    MarkCode.ONE_ALONE: "R39",
    MarkCode.NOT_ASKED_FIRST: "R40",
    MarkCode.NOT_CONFRONTED: "R43",
    MarkCode.NOT_KNOWING: "R41",
    MarkCode.ONLY_LOOKED_UP: "R42",
    MarkCode.CLOCK_WENT_BACK: "C2",
}


class Mark(Struct, frozen=True):
    """One thing that was not as agreed, and the requirement that asks for it."""

    code: MarkCode
    rule: str


def marks(state: State, filed: Filed) -> tuple[Mark, ...]:
    """Return what was not as agreed when this entry was made, as far as this reader can see."""
    codes = (
        *_deciding_codes(state, filed.entry),
        *_step_codes(state, filed),
        *_telling_codes(state, filed),
        *_codes(state, filed),
    )
    return tuple(Mark(code, RULE_OF[code]) for code in codes)


def _codes(state: State, filed: Filed) -> Iterable[MarkCode]:
    match filed.entry:
        case ContactAttempted() as attempt if _new_dates(state, filed.seq, attempt) > 1:
            yield MarkCode.SECOND_NEW_DATE
        case AgreementMade() as made if made.by_on is not None and _times_replaced(state, filed.entry_id) > 1:
            yield MarkCode.SECOND_NEW_DATE
        case DemandPassedOn():
            yield from _passing_codes(state, filed.entry_id)
        case UpdateHandedOver() as handed_over if handed_over.draft in state.entries:
            yield from _handing_over_codes(state, filed.seq, handed_over)
        case TalkNoted():
            yield from _talk_codes(state, filed)
        case (
            ToldByX(source=Source.LOOKED_UP)
            | NoteKept(source=Source.LOOKED_UP)
            | AroundNoted(source=Source.LOOKED_UP)
            | AgreementAnswered(source=Source.LOOKED_UP)
            | SoonNoted(source=Source.LOOKED_UP)
            | ChangeNoted(source=Source.LOOKED_UP)
        ):
            yield MarkCode.LOOKED_UP
        case MemberLeft(told_support=None) if state.process.support is not Presence.HERE:
            yield MarkCode.SUPPORT_NOT_TOLD
    if _clock_went_back(state, filed):
        yield MarkCode.CLOCK_WENT_BACK


def _telling_codes(state: State, filed: Filed) -> Iterable[MarkCode]:
    """Yield what was not there when people were told by us, or named to X in a notice (R44, R63)."""
    if isinstance(filed.entry, PeopleTold):
        if filed.entry.plan is None:
            yield MarkCode.TOLD_OUT_OF_TURN
        missing = not_there(state, filed, filed.entry)
        if Asks.CONFRONTED in missing:
            yield MarkCode.NOT_CONFRONTED
        others = (one for one in Asks if one in missing and one is not Asks.CONFRONTED)
        yield from (MarkCode(f"told-before-{one.value}") for one in others)
        leaving = outgoing.of_told(state, filed.entry_id)
        if leaving is not None and _not_looked_at(state, written_first(filed, state.telling.told), leaving):
            yield MarkCode.TOLD_BEFORE_WORDS
    if isinstance(filed.entry, NoticeGiven) and named_against_no(state, filed, filed.entry):
        yield MarkCode.NOTICE_AGAINST_NO


def _talk_codes(state: State, filed: Filed) -> Iterable[MarkCode]:
    """Yield what a talk came after: nothing said that they know, or they had said that they want none (R36, R44)."""
    for one in state.surroundings.people:
        talk = next((talk.item for talk in one.talks if talk.item.entry_id == filed.entry_id), None)
        if talk is None:
            continue
        if one.knows_from is None or one.knows_from >= talk.seq:
            yield MarkCode.NOBODY_SAID_THEY_KNOW
        if one.no_contact is not None and one.no_contact.seq < talk.seq:
            yield MarkCode.NO_CONTACT_WANTED


def _new_dates(state: State, seq: int, attempt: ContactAttempted) -> int:
    """Count the new dates up to this attempt; only entries before it are followed, so that no circle can trap us."""
    count = 0
    earlier = None if attempt.new_date_for is None else state.entries.get(attempt.new_date_for)
    while earlier is not None and earlier.seq < seq:
        count += 1
        seq = earlier.seq
        next_id = earlier.entry.new_date_for if isinstance(earlier.entry, ContactAttempted) else None
        earlier = None if next_id is None else state.entries.get(next_id)
    return count


def _deciding_codes(state: State, reached: AnyEntry) -> Iterable[MarkCode]:
    """Yield what a decision was made without; that the group talks on needs nothing (R44, R63)."""
    if not isinstance(reached, DecisionReached) or reached.sort is Sort.TALK_ON:
        return
    if not has_quorum(reached.tally, quorum_of(state, reached.proposal)):
        yield MarkCode.FEW_VIEWS
    if reached.tally.block:
        yield MarkCode.BLOCKED


def _step_codes(state: State, filed: Filed) -> Iterable[MarkCode]:
    """Yield what a step came without, and what was not as agreed with the decision it rests on (R39-R43, R63)."""
    match filed.entry:
        case NonCooperationNoted() as note if looked_up(note):
            yield MarkCode.LOOKED_UP
        case StepTaken() as step:
            yield from (MarkCode(mark.value) for mark in step_marks(state, filed.entry_id))
            decision = next((one for one in state.decisions if one.item.first_id == step.decision), None)
            if decision is not None and decision.outcome is not None:
                yield from _deciding_codes(state, decision.outcome.entry)


def _times_replaced(state: State, entry_id: bytes) -> int:
    return next((one.replaced_times for one in state.agreements if one.item.entry_id == entry_id), 0)


def _passing_codes(state: State, entry_id: bytes) -> Iterable[MarkCode]:
    for demand in state.demands:
        for version in demand.versions:
            for place, passing in enumerate(version.passings):
                if passing.item.entry_id == entry_id:
                    yield from _codes_at(demand, version, place)
    for decision in state.parent.decisions:
        yield from (code for one in decision.passings if one.item.entry_id == entry_id for code in _of(decision, one))


def _of(passed: DemandVersion | Decision, passing: Passing) -> Iterable[MarkCode]:
    """Yield what was not as agreed with the words that were passed on: not read by a second member, or not these."""
    if passed.counts_from_seq is None or passed.counts_from_seq > passing.item.seq:
        yield MarkCode.COPY_NOT_READ
    if not passing.same_wording:
        yield MarkCode.OTHER_WORDING


def _codes_at(demand: Demand, version: DemandVersion, place: int) -> Iterable[MarkCode]:
    passing = version.passings[place]
    seq = passing.item.seq
    yield from _of(version, passing)
    newer = demand.versions[demand.versions.index(version) + 1 :]
    overtaken = any(one.counts_from_seq is not None and one.counts_from_seq < seq for one in newer)
    withdrawal = demand.withdrawal
    if overtaken or (withdrawal is not None and withdrawal.counts and withdrawal.item.seq < seq):
        yield MarkCode.NOT_CURRENT
    if passing.item.entry.answer_by_on is not None and _unanswered_before(version, place) > 1:
        yield MarkCode.SECOND_NEW_DATE


def _unanswered_before(version: DemandVersion, place: int) -> int:
    """Count the passings with a date before this one since he last answered or refused."""
    count = 0
    for passing in version.passings[:place]:
        answer = passing.item.entry.answer
        if answer is not None and answer.outcome is not Outcome.EVADED:
            count = 0
        elif passing.item.entry.answer_by_on is not None:
            count += 1
    return count


def _handing_over_codes(state: State, seq: int, handed_over: UpdateHandedOver) -> Iterable[MarkCode]:
    """Yield what nobody had done before: read these words, look at protected ones; who sees no drafts cannot tell."""
    wording = text_hash(handed_over)
    drafts = [one for one in state.updates.drafts if handed_over.draft in (one.item.entry_id, one.item.first_id)]
    readings = [reading for draft in drafts for reading in draft.readings]
    if not any(reading.entry.text_hash == wording and reading.seq < seq for reading in readings):
        yield MarkCode.HANDED_OVER_UNREAD
    if any(_not_looked_at(state, seq, outgoing.of_draft(state, draft)) for draft in drafts):
        yield MarkCode.WORDS_NOT_LOOKED_AT


def _not_looked_at(state: State, seq: int, leaving: outgoing.Leaving) -> bool:
    """Whether the author and another had not looked at words that were protected then (R12)."""
    lists = (item.entry for item in state.outgoing.lists if item.seq < seq)
    found = protected.found_in(lists, leaving.text) if leaving.found else 0
    looked = {one.author for one in leaving.readings if one.seq < seq and one.entry.stays >= (found or 0)}
    return bool(found) and (leaving.author not in looked or len(looked) == 1)


def _clock_went_back(state: State, filed: Filed) -> bool:
    place = bisect_left(state.timeline, filed.seq, key=_seq)
    if place == 0:
        return False
    return filed.entry.at < state.timeline[place - 1].entry.at - CLOCK_TOLERANCE_SECONDS


def _seq(filed: Filed) -> int:
    return filed.seq

"""The draft of an update: facts from the record since the last one; what is used, left out, missing (R53, R65)."""

from collections.abc import Iterable
from datetime import date

from answerable.core.drafting.facts import (
    AgreementFact,
    AskFact,
    AskFacts,
    ContactFacts,
    DemandFact,
    Draft,
    FacetFacts,
    KnowsFact,
    LeftOut,
    Missed,
    Missing,
    MoveFact,
    NotedFact,
    OurselvesFacts,
    PauseFact,
    PolicyFact,
    Reached,
    SentFact,
    StepFact,
    TalkFacts,
    TermFact,
    Tried,
)
from answerable.core.drafting.long import AgreementLine, AskedLine, IndicatorLine, LongFacts, PassedOn, long_facts
from answerable.core.drafting.selection import selected
from answerable.core.drafting.sentences import (
    agreement_facts,
    ask_facts,
    contact_facts,
    decision_facts,
    facet_facts,
    knows_facts,
    new,
    ourselves_facts,
    outcome_since,
    since_last,
    talk_facts,
)
from answerable.core.drafting.steps import step_answers, step_facts
from answerable.core.duties.owed_outward import copies_not_read
from answerable.core.entries.base import Source
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.updates import Period, Remark
from answerable.core.state import Around, State, fold

__all__ = [
    "AgreementFact",
    "AgreementLine",
    "AskFact",
    "AskFacts",
    "AskedLine",
    "ContactFacts",
    "DemandFact",
    "Draft",
    "FacetFacts",
    "IndicatorLine",
    "KnowsFact",
    "LeftOut",
    "LongFacts",
    "Missed",
    "Missing",
    "MoveFact",
    "NotedFact",
    "OurselvesFacts",
    "PassedOn",
    "PauseFact",
    "PolicyFact",
    "Reached",
    "SentFact",
    "StepFact",
    "TalkFacts",
    "TermFact",
    "Tried",
    "draft",
    "period_until",
    "redraft",
    "redraft_long",
]


def period_until(state: State, to_on: date) -> Period:
    """Return the days of the next update: from the end of the last one, or the opening, to this day."""
    from_on = state.updates.covered_until_on or state.process.opened_on
    return Period(from_on=from_on, to_on=max(from_on, to_on))


def draft(state: State, to_on: date) -> Draft:
    """Return the next update as facts, drafted from what was written down since the last one (R53)."""
    return redraft(state, selected(state), period_until(state, to_on))


def redraft(state: State, used: Iterable[bytes], period: Period) -> Draft:
    """Return the draft that rests on these entries alone: whoever has them comes to the same facts."""
    return _facts(_base(state, used), period)


def redraft_long(state: State, used: Iterable[bytes], period: Period) -> LongFacts:
    """Return the facts of the long version that rests on these entries alone (content 8)."""
    base = _base(state, used)
    return long_facts(base, _facts(base, period))


def _base(state: State, used: Iterable[bytes]) -> State:
    """Return the state that these entries alone amount to."""
    ids = frozenset(used)
    gone = {entry_id: stone.seq for entry_id, stone in state.taken_out.items()}
    return fold((filed for filed in state.timeline if filed.entry_id in ids), gone=gone)


def _facts(base: State, period: Period) -> Draft:
    """Return the facts of the six sentences."""
    single = [one for one in base.surroundings.people if one.is_one_person]
    return Draft(
        period=period,
        contact=contact_facts(base, period.to_on),
        facets=facet_facts(base),
        agreements=agreement_facts(base),
        who_knows=knows_facts(base),
        single_people=sum(one.word is DemandWord.SAID for one in single),
        single_people_seen=sum(one.word is DemandWord.SEEN for one in single),
        talks=talk_facts(base),
        decisions=decision_facts(base),
        steps=step_facts(base),
        ourselves=ourselves_facts(base, period.to_on),
        we_ask=ask_facts(base),
        used=tuple(filed.entry_id for filed in base.timeline),
        left_out=_left_out(base),
        missing=_missing(base, period.to_on),
        nothing_happened=_nothing_happened(base),
    )


def _remark(code: LeftOut | Missing, entries: Iterable[bytes]) -> Remark:
    """Return a remark about these entries."""
    return Remark(code=code.value, entries=tuple(entries))


def _left_out(state: State) -> tuple[Remark, ...]:
    """Return what stays out of the update: single people, his accounts, notes, how we know (R11, R14, R42)."""
    since = since_last(state)
    reached = new(state.contacts.reached, since)
    notes = new(state.notes, since)
    sent = new((one.words for one in state.sent if one.words is not None), since)
    told = [(item.entry_id, item.entry.account, item.entry.made_her_topic) for item in reached]
    told += [(item.entry_id, item.entry.account, item.entry.made_her_topic) for item in sent]
    told += [(item.entry_id, item.entry.text, False) for item in step_answers(state) if not item.entry.by_friends]
    around = state.surroundings.people
    noted = [item for concern in state.concerns for item in new(concern.notes, since)]
    remarks = (
        _remark(LeftOut.SINGLE_PEOPLE, (one.story[-1].entry_id for one in around if one.is_one_person)),
        _remark(LeftOut.HIS_ACCOUNT, (one for one, account, _about_her in told if account.strip())),
        _remark(LeftOut.ABOUT_HER, (one for one, _account, about_her in told if about_her)),
        _remark(
            LeftOut.NOTES,
            (
                *(item.entry_id for item in notes if item.entry.shows is None),
                *(item.entry_id for item in noted),
            ),
        ),
        _remark(
            LeftOut.HOW_WE_KNOW,
            (item.entry_id for item in notes if item.entry.shows and item.entry.source is Source.SOMEONE_CAME),
        ),
        _remark(LeftOut.FRIENDS_ACCOUNT, (*_friends_accounts(around, since), *_friends_words(state))),
    )
    return tuple(remark for remark in remarks if remark.entries)


def _friends_accounts(around: Iterable[Around], since: int) -> Iterable[bytes]:
    """Yield the talks and answers since the last update that hold words of his friends (R14)."""
    for one in around:
        yield from (item.entry_id for item in new((talk.item for talk in one.talks), since) if item.entry.said)
        yield from (item.entry_id for talk in one.talks for item in new(talk.answers, since) if item.entry.text)


def _friends_words(state: State) -> Iterable[bytes]:
    """Yield what people around X answered to steps since the last update (R14)."""
    yield from (item.entry_id for item in step_answers(state) if item.entry.by_friends and item.entry.text)


def _missing(state: State, to_on: date) -> tuple[Remark, ...]:
    """Return what is not done yet; a fresh draft always waits for its second reader (R12)."""
    not_asked = (
        demand.current.item.entry_id
        for demand in state.demands
        if demand.counts and not demand.withdrawn and demand.word is DemandWord.NOT_ASKED
    )
    past = (
        agreement.item.entry_id
        for agreement in state.agreements
        if agreement.is_open and agreement.item.entry.by_on is not None and agreement.item.entry.by_on < to_on
    )
    remarks = [
        _remark(Missing.DEMAND_NOT_PASSED_ON, not_asked),
        _remark(Missing.COPY_NOT_READ, (entry_id for _, entry_id, _ in copies_not_read(state))),
        _remark(Missing.AGREEMENT_NOT_ASKED, past),
    ]
    found = [remark for remark in remarks if remark.entries]
    sent = new((one.sorted for one in state.sent), since_last(state))
    if not new(state.contacts.reached, since_last(state)) and not any(item.entry.reached for item in sent):
        found.append(_remark(Missing.NO_CONTACT, ()))
    return (*found, _remark(Missing.SECOND_READER, ()))


def _nothing_happened(state: State) -> bool:
    """Tell whether since the last update nothing was written down that an update would tell (R53)."""
    since = since_last(state)
    contacts = state.contacts
    passings = [passing.item for one in state.demands for version in one.versions for passing in version.passings]
    passings += [passing.item for one in state.parent.decisions for passing in one.passings]
    answers = [item for agreement in state.agreements for item in agreement.answers]
    around = [item for one in state.surroundings.people for item in one.story]
    happened = (
        *new(contacts.reached, since),
        *new(contacts.attempts, since),
        *new(contacts.missed, since),
        *new((one.sorted for one in state.sent), since),
        *new(passings, since),
        *new(answers, since),
        *new(around, since),
        *(decision for decision in state.decisions if outcome_since(decision, since)),
        *step_facts(state),
        *(item for concern in state.concerns for item in new(concern.notes, since)),
        *(note for note in new(state.notes, since) if note.entry.shows is not None),
    )
    people = ourselves_facts(state, state.process.opened_on)
    return not (happened or people.joined or people.left or people.policies or people.pauses)

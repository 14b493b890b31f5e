"""Facts for each of the six sentences, from a state that holds only what the draft rests on."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from answerable.core import may_tell
from answerable.core.circles import Role
from answerable.core.defaults.policy import policy_on
from answerable.core.defaults.questions import question_set, section_of
from answerable.core.drafting.facts import (
    AgreementFact,
    AskFact,
    AskFacts,
    ContactFacts,
    DecisionFact,
    DemandFact,
    FacetFacts,
    KnowsFact,
    Missed,
    OurselvesFacts,
    PauseFact,
    PolicyFact,
    Reached,
    SentFact,
    TalkFacts,
    TermFact,
    Tried,
)
from answerable.core.duties.contact import contact_clock
from answerable.core.duties.duty import View
from answerable.core.duties.people import came_in
from answerable.core.entries import AnyEntry, DecisionReached, PolicySet, QuorumSet
from answerable.core.entries.around import FromWhom, TalkStage
from answerable.core.entries.base import Medium, Outcome, Source
from answerable.core.entries.contacts import Answer
from answerable.core.entries.demands import DemandWord, Facet
from answerable.core.state import Item, Sent, State
from answerable.core.state.decisions import Decision
from answerable.core.state.shape import DemandVersion

LONGEST_QUOTE = 200
TERM_NEAR = timedelta(days=122)

EntryT = TypeVar("EntryT", bound=AnyEntry)


def since_last(state: State) -> int:
    """Return the place in the log of the last update, before which everything was told; -1 without one."""
    handed_over = state.updates.handed_over
    return handed_over[-1].seq if handed_over else -1


def new(items: Iterable[Item[EntryT]], since: int) -> list[Item[EntryT]]:
    """Return the items that were written down after this place, whatever day they tell of."""
    return [item for item in items if item.seq > since]


def contact_facts(state: State, to_on: date) -> ContactFacts:
    """Return what the first sentence says: reached, tried, missed, and when the next contact is due (R26)."""
    since = since_last(state)
    contacts = state.contacts
    clock = contact_clock(View.of(state, to_on))
    return ContactFacts(
        reached=tuple(
            Reached(on=item.entry.on, medium=item.entry.medium, people=len(item.entry.by))
            for item in new(contacts.reached, since)
        ),
        tried=tuple(
            Tried(on=item.entry.on, medium=item.entry.medium, reply=item.entry.reply)
            for item in new(contacts.attempts, since)
        ),
        missed=tuple(
            Missed(planned_on=item.entry.planned_on, reason=item.entry.reason) for item in new(contacts.missed, since)
        ),
        sent=tuple(_sent(one) for one in state.sent if one.sorted.seq > since),
        waiting=len(contacts.open_messages),
        last_reached_on=contacts.last_reached_on,
        next_due_on=clock.due_on if clock else None,
    )


def _sent(sent: Sent) -> SentFact:
    """Return one batch of messages; where its words were taken out, one message of its day is known."""
    words, entry = sent.words, sent.sorted.entry
    return SentFact(
        messages=1 if words is None else words.entry.messages,
        from_on=entry.on if words is None else words.entry.from_on,
        until_on=entry.on,
        answers=tuple(one.how for one in entry.answers),
    )


def quotable(text: str) -> str | None:
    """Return a text that is one short line, ready to be quoted; nothing for a longer one."""
    line = text.strip()
    return line if line and len(line) <= LONGEST_QUOTE and "\n" not in line else None


def _quote(version: DemandVersion) -> str | None:
    """Return the words that show where a demand stands; how we know stays out where somebody came to us (R42)."""
    if version.word is DemandWord.SEEN:
        seen = [note for note in version.notes if note.entry.shows and note.entry.shows.word is DemandWord.SEEN]
        return quotable(seen[-1].entry.text) if seen and seen[-1].entry.source is not Source.SOMEONE_CAME else None
    answers = [passing.item.entry.answer for passing in version.passings]
    given = [answer for answer in answers if answer is not None]
    return quotable(given[-1].text) if given else None


def _asked_about(answers: Iterable[Answer], facet: Facet) -> Counter[Outcome]:
    """Return how many questions of a facet were answered, evaded and refused, by the set that was asked."""
    counted: Counter[Outcome] = Counter()
    for answer in answers:
        asked = question_set(answer.set_version)
        question = asked.numbered(answer.question) if asked else None
        if question is not None and question.section is section_of(facet):
            counted[answer.outcome] += 1
    return counted


def facet_facts(state: State) -> tuple[FacetFacts, ...]:
    """Return what the second sentence says, facet by facet; "other" only where a demand stands under it (R65)."""
    reached = new(state.contacts.reached, since_last(state))
    answers = [answer for item in reached for answer in item.entry.answers]
    found = []
    for facet in Facet:
        standing = [demand for demand in state.demands if demand.facet is facet and demand.counts]
        demands = tuple(
            DemandFact(number=demand.number, word=demand.word, on=demand.current.shown_on, quote=_quote(demand.current))
            for demand in standing
            if not demand.withdrawn
        )
        if facet is Facet.OTHER and not demands:
            continue
        asked = _asked_about(answers, facet)
        found.append(
            FacetFacts(
                facet=facet,
                demands=demands,
                answered=asked[Outcome.ANSWERED],
                evaded=asked[Outcome.EVADED],
                refused=asked[Outcome.REFUSED],
                told=_told(state) if facet is Facet.INFORM else None,
                came=facet is Facet.STAY_ACCOUNTABLE and any(one.entry.medium is Medium.IN_PERSON for one in reached),
            )
        )
    return tuple(found)


def _told(state: State) -> DemandWord | None:
    """Return what is known of whom he told: seen where somebody other than X said so of anyone, else his word (R65)."""
    known = {one.word for one in state.surroundings.people if one.from_whom is FromWhom.HIM}
    return DemandWord.SEEN if DemandWord.SEEN in known else DemandWord.SAID if known else None


def agreement_facts(state: State) -> tuple[AgreementFact, ...]:
    """Return what became of agreements since the last update (R31)."""
    since = since_last(state)
    return tuple(
        AgreementFact(kept=item.entry.kept, seen=item.entry.source is not Source.HE_SAID)
        for agreement in state.agreements
        for item in new(agreement.answers, since)
    )


def knows_facts(state: State) -> tuple[KnowsFact, ...]:
    """Return what the third sentence says: groups that know, never single people (R29)."""
    return tuple(
        KnowsFact(
            label=one.label,
            letter=one.letter,
            seen=one.word is DemandWord.SEEN,
            from_whom=one.from_whom or FromWhom.UNKNOWN,
        )
        for one in state.surroundings.people
        if one.know and not one.is_one_person
    )


def talk_facts(state: State) -> TalkFacts:
    """Return the talks with people around X since the last update, and what was asked of them (R36)."""
    since = since_last(state)
    talks = (talk.item for one in state.surroundings.people for talk in one.talks)
    stages = Counter(item.entry.stage for item in new(talks, since))
    return TalkFacts(
        held=stages[TalkStage.HELD],
        offered=stages[TalkStage.OFFERED],
        declined=stages[TalkStage.DECLINED],
        asks=tuple(
            AskFact(
                asked=None if one.is_one_person else quotable(talk.item.entry.asked),
                answer=talk.answers[-1].entry.outcome if talk.answers else talk.item.entry.answer,
            )
            for one in state.surroundings.people
            for talk in one.talks
            if talk.item.entry.asked and (talk.item.seq > since or new(talk.answers, since))
        ),
    )


def outcome_since(decision: Decision, since: int) -> Item[DecisionReached] | None:
    """Return the outcome of a decision that was made, or looked at again, after this place."""
    outcome = decision.outcome
    if outcome is None or not (outcome.seq > since or new(decision.confirmed, since)):
        return None
    return outcome


def decision_facts(state: State) -> tuple[DecisionFact, ...]:
    """Return what the fourth sentence says: what was decided or looked at again since the last update (R24, R46)."""
    since = since_last(state)
    found = []
    for decision in state.decisions:
        outcome, confirmed = outcome_since(decision, since), new(decision.confirmed, since)
        if outcome is None:
            continue
        fresh = outcome.seq > since
        found.append(
            DecisionFact(
                sort=outcome.entry.sort,
                decided=outcome.entry.decided,
                reasons=outcome.entry.reasons if fresh else confirmed[-1].entry.why,
                dissent=tuple(one.text for one in outcome.entry.dissent) if fresh else (),
                confirmed=not fresh,
            )
        )
    return tuple(found)


def ourselves_facts(state: State, to_on: date) -> OurselvesFacts:
    """Return what the fifth sentence says: people, terms, what we agreed anew (R4, R20, R21)."""
    since = since_last(state)
    places = came_in(state)
    ours = [one for one in state.members.values() if Role.CONTACT in one.roles and one.followed_by is None]
    here = [member for member in ours if member.left is None]
    policy = policy_on(state.process.policies, to_on)
    agreed: list[Item[PolicySet] | Item[QuorumSet]] = [
        *new(state.process.policy_changes, since),
        *new(state.process.quorums, since),
    ]
    return OurselvesFacts(
        members=len(here),
        joined=tuple(
            member.user
            for member in here
            if member.user != state.process.founder and places.get(member.user, -1) > since
        ),
        left=tuple(
            TermFact(user=member.user, until_on=member.left.entry.last_on)
            for member in ours
            if member.left is not None and member.left.seq > since
        ),
        ending=tuple(
            TermFact(user=member.user, until_on=member.until_on)
            for member in here
            if policy.term_months and member.until_on <= to_on + TERM_NEAR
        ),
        policies=tuple(
            PolicyFact(from_on=item.entry.from_on, reason=item.entry.reason)
            for item in sorted(agreed, key=lambda item: item.seq)
            if item.entry.from_on > state.process.opened_on
        ),
        pauses=_pauses(state, since),
        supervision=state.process.supervision,
    )


def _pauses(state: State, since: int) -> tuple[PauseFact, ...]:
    """Return the pauses of ours that were written down since the last update, as long as they lasted (R34)."""
    found = ((pause.item, pause.span) for pause in state.pauses.taken if pause.item.seq > since)
    return tuple(
        PauseFact(from_on=span.from_on, until_on=span.until_on, text=item.entry.text)
        for item, span in found
        if span is not None
    )


def ask_facts(state: State) -> AskFacts:
    """Return what the sixth sentence says: our questions, and those for a yes, without an answer (R5, R54)."""
    open_ones = [one for one in state.questions if one.asked_by is Role.CONTACT and not one.answers]
    return AskFacts(questions=len(open_ones), yeses=len(may_tell.open_asks(state)))

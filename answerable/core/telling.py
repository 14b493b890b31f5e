"""May one circle of people be told, or named in a notice with a date? Every condition with its state (R1, R43, R44).

Nothing here refuses to write down what has happened: these gates are asked only where something is planned or handed
out, and there is no override.
"""

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from answerable.core import his_turn, letters, may_tell, outgoing
from answerable.core.calendar import ONE_DAY
from answerable.core.circles import Presence
from answerable.core.deciding import carries, has_quorum, quorum_of, rounds_about
from answerable.core.defaults.steps import Step
from answerable.core.entries import DecisionReached, TellingPlanned, WorksheetKept
from answerable.core.entries.around import AroundKind
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Sort
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.may_tell import Material
from answerable.core.entries.telling import Proof, SheetOutcome
from answerable.core.gates import Gate, Next, Open, Reason, Shut, Why, words_to_look_at
from answerable.core.may_tell import Answer, Verdict, Whom
from answerable.core.state import Document, Item, State
from answerable.core.state.decisions import Decision
from answerable.core.state.telling import Circle, Plan

SUPERVISION_WAITS = timedelta(days=10)
"""How long supervision has for a word before new people are told (R44)."""

LETTERS = {Material.SEMI_OPEN_LETTER: DocumentSort.SEMI_OPEN_LETTER, Material.OPEN_LETTER: DocumentSort.OPEN_LETTER}
"""Which letter a material is."""


class Asks(StrEnum):
    """What is asked before; in the order in which a page lists it."""

    MANDATE = "mandate"
    CONFRONTED = "confronted"
    NO_NO = "no-no"
    NOTICE = "notice"
    WORKSHEET = "worksheet"
    YES = "yes"
    DECIDED = "decided"
    SUPERVISION = "supervision"
    LETTER = "letter"
    TRIED = "tried"
    WORDS = "words"
    SECOND = "second"


class Stands(StrEnum):
    """How a condition stands."""

    MET = "met"
    OPEN = "open"
    WAITING = "waiting"


class Condition(Struct, frozen=True, kw_only=True):
    """One condition: how it stands, why it is not met, since or until when; `answer` is the support circle's.

    `only_said`: it is met by what the worksheet says, and nothing else in the record says so.
    """

    asks: Asks
    stands: Stands
    reason: Reason | None = None
    on: date | None = None
    answer: Answer | None = None
    only_said: bool = False


class Part(StrEnum):
    """What a worksheet says before anybody is told; what is missing is named."""

    FACTS = "facts"
    TURN = "turn"
    AIM = "aim"
    MILDER = "milder"
    WHOM_ELSE = "whom-else"
    RISKS = "risks"
    IF_WRONG = "if-wrong"
    WHY_NOW = "why-now"
    MATERIAL = "material"
    LEAST = "least"
    SEQUENCE = "sequence"


def step_of(material: Material) -> Step:
    """Return the step: the open letter in any form is L7b, everything below it L7a (Fixed meanings)."""
    return Step.L7B if material is Material.OPEN_LETTER else Step.L7A


def whom(circle: Circle) -> Whom:
    """Return the people of a circle as those about whom the support circle is asked."""
    kinds = circle.sheet.entry.categories if circle.sheet else ()
    if circle.kind is AroundKind.PERSON:
        return Whom(person=circle.label, categories=kinds)
    return Whom(group=circle.label, categories=kinds)


def answer_for(state: State, circle: Circle, material: Material, today: date) -> Answer:
    """Return the support circle's answer; a no under the same label counts, whether it meant a group or a person."""
    found = may_tell.answer(state, whom(circle), material, today)
    either = Whom(person=circle.label), Whom(group=circle.label)
    for other in (may_tell.answer(state, one, material, today) for one in either):
        if other.verdict is Verdict.NO:
            return other
    return found


def missing(sheet: WorksheetKept) -> tuple[Part, ...]:
    """Return what a worksheet does not say yet and has to, before anybody is told (R44, R45)."""
    weighed = sheet.weighing
    said = {
        Part.FACTS: bool(sheet.facts),
        Part.TURN: bool(sheet.turn.strip()),
        Part.AIM: bool(weighed.aim.strip()),
        Part.MILDER: bool(weighed.milder.strip()),
        Part.WHOM_ELSE: bool(weighed.whom_else.strip()),
        Part.RISKS: bool(weighed.risks.strip()),
        Part.IF_WRONG: bool(weighed.if_wrong.strip()),
        Part.WHY_NOW: bool(weighed.why_now.strip()),
        Part.MATERIAL: sheet.material is not None,
        Part.LEAST: bool(sheet.least.strip()),
        Part.SEQUENCE: bool(sheet.sequence.strip()),
    }
    return tuple(part for part, there in said.items() if not there)


def conditions(
    state: State, circle: Circle, material: Material, today: date, *, plan: TellingPlanned | None = None
) -> tuple[Condition, ...]:
    """Return every condition of telling one circle this much, met or not, in the order of R44; as planned, if it is."""
    found = [
        _mandate(state),
        _confronted(state, circle, today),
        _notice(circle, today),
        _worksheet(circle, material),
        _yes(state, circle, material, today),
        _decided(state, circle),
        _supervision(state, circle, today),
    ]
    if material in LETTERS:
        found.append(_letter(state, material, today, plan))
    if step_of(material) is Step.L7B:
        found.append(_tried(circle))
    return tuple(found)


def notice_conditions(state: State, circle: Circle, today: date) -> tuple[Condition, ...]:
    """Return every condition of a notice with a date about this circle (L6): no "no" may stand for it."""
    return (_confronted(state, circle, today), no_no(state, circle, today), _weighed(circle), _decided(state, circle))


def gate(found: tuple[Condition, ...]) -> Gate:
    """Return the gate of conditions: open where each is met."""
    reasons = tuple(one.reason for one in found if one.reason is not None)
    return Shut(reasons=reasons) if reasons else Open()


def plan_conditions(state: State, circle: Circle, plan: Plan, today: date) -> tuple[Condition, ...]:
    """Return what is asked before a plan is carried out: all that was asked before it, and a second member (R44)."""
    entry = plan.item.entry
    if circle.plan is None or circle.plan.item.entry_id != plan.item.entry_id:
        reason = Reason(why=Why.PLAN_OVER, r="R44", next=Next.WORKSHEET, entry=circle.circle_id)
        return (_open(Asks.WORKSHEET, reason),)
    found = conditions(state, circle, entry.material, today, plan=entry)
    looks = words_to_look_at(state, outgoing.of_plan(state, plan))
    words = (_open(Asks.WORDS, reason) for reason in looks)
    return (*(_as_planned(one, entry.condition) for one in found), *words, second(state, plan))


def hand_out(state: State, circle: Circle, plan: Plan, today: date) -> Gate:
    """Tell whether a plan may be carried out today; a no, a stop or an end shuts it at once (R10, R44)."""
    return gate(plan_conditions(state, circle, plan, today))


def material_of(circle: Circle, step: Step) -> Material:
    """Return how much would be told by a step: what the worksheet found to be the least that is enough."""
    if step is Step.L7B:
        return Material.OPEN_LETTER
    found = circle.sheet.entry.material if circle.sheet else None
    if found is None:
        return Material.PROCESS
    return Material.DEMANDS if found is Material.OPEN_LETTER else found


def letter_of(state: State, material: Material, today: date) -> Document | None:
    """Return the version of the letter that may be given, None where the material is none or no version may."""
    return letters.authorised(state, LETTERS[material], today) if material in LETTERS else None


def _met(asks: Asks, on: date | None = None, answer: Answer | None = None) -> Condition:
    return Condition(asks=asks, stands=Stands.MET, on=on, answer=answer)


def _open(asks: Asks, reason: Reason, answer: Answer | None = None) -> Condition:
    return Condition(asks=asks, stands=Stands.OPEN, reason=reason, answer=answer)


def _waiting(asks: Asks, reason: Reason, until_on: date) -> Condition:
    return Condition(asks=asks, stands=Stands.WAITING, reason=reason, on=until_on)


def _mandate(state: State) -> Condition:
    """Tell whether there is a letter that asks for this, and demands; without it only L0-L6 are open (R1)."""
    letter = [one for one in state.documents if one.counts and one.item.entry.sort is DocumentSort.MANDATE_LETTER]
    if not letter:
        return _open(Asks.MANDATE, Reason(why=Why.NO_MANDATE, r="R1", next=Next.LETTERS))
    if not any(one.counts and not one.withdrawn for one in state.demands):
        return _open(Asks.MANDATE, Reason(why=Why.NO_DEMANDS, r="R1", next=Next.DEMANDS))
    return _met(Asks.MANDATE, on=max(one.item.entry.dated_on for one in letter))


def _confronted(state: State, circle: Circle, today: date) -> Condition:
    """Tell whether X was confronted: by a step in the record, else as the worksheet says, and by which (R43)."""
    concern = circle.sheet.entry.concern if circle.sheet else None
    on = his_turn.confronted_on(state, circle.label, today, concern)
    if on is not None:
        return _met(Asks.CONFRONTED, on=on)
    days = (item.entry.confronted_on for item in circle.sheets)
    said = [day for day in days if day is not None and day <= today]
    if not said:
        return _open(Asks.CONFRONTED, Reason(why=Why.NOT_CONFRONTED, r="R43", next=Next.STEPS))
    return Condition(asks=Asks.CONFRONTED, stands=Stands.MET, on=max(said), only_said=True)


def no_no(state: State, circle: Circle, today: date) -> Condition:
    """Tell whether no "no" and no stop stands for these people, as far as they would be told (R44)."""
    sheet = circle.sheet
    material = (sheet.entry.material if sheet else None) or Material.PROCESS
    found = answer_for(state, circle, material, today)
    if found.verdict in (Verdict.NO, Verdict.STOPPED):
        reason = Reason(why=Why.A_NO_STANDS, r="R44", next=Next.MAY_TELL, on=found.said_on, label=circle.label)
        return _open(Asks.NO_NO, reason, found)
    return _met(Asks.NO_NO, answer=found)


def _notice(circle: Circle, today: date) -> Condition:
    """Tell whether the day of the newest notice is over, without proof that he told them (R44)."""
    notice = circle.notice
    if notice is None:
        return _open(Asks.NOTICE, Reason(why=Why.NO_NOTICE, r="R44", next=Next.NOTICE))
    by_on, entry_id = notice.item.entry.by_on, notice.item.entry_id
    if notice.proof is Proof.SHOWN:
        reason = Reason(why=Why.PROOF_SHOWN, r="R44", next=Next.WORKSHEET, entry=entry_id)
        return _open(Asks.NOTICE, reason)
    if today <= by_on:
        reason = Reason(why=Why.NOTICE_RUNS, r="R44", next=Next.NOTICE, entry=entry_id, on=by_on)
        return _waiting(Asks.NOTICE, reason, by_on)
    return _met(Asks.NOTICE, on=by_on)


def _no_sheet() -> Condition:
    return _open(Asks.WORKSHEET, Reason(why=Why.NO_WORKSHEET, r="R44", next=Next.WORKSHEET))


def _weighed(circle: Circle) -> Condition:
    """Tell whether the worksheet came to this: he tells them, or we do."""
    sheet = circle.sheet
    if sheet is None:
        return _no_sheet()
    if sheet.entry.outcome not in (SheetOutcome.HE_TELLS, SheetOutcome.WE_TELL):
        reason = Reason(why=Why.OTHER_OUTCOME, r="R46", next=Next.WORKSHEET, entry=sheet.entry_id)
        return _open(Asks.WORKSHEET, reason)
    return _met(Asks.WORKSHEET, on=sheet.entry.on)


def _worksheet(circle: Circle, material: Material) -> Condition:
    """Tell whether the newest worksheet came to "we tell" this much, and says all that is asked (R44, R45)."""
    sheet = circle.sheet
    if sheet is None:
        return _no_sheet()
    entry = sheet.entry
    if entry.outcome is not SheetOutcome.WE_TELL:
        reason = Reason(why=Why.OTHER_OUTCOME, r="R46", next=Next.WORKSHEET, entry=sheet.entry_id)
        return _open(Asks.WORKSHEET, reason)
    parts = missing(entry)
    if parts:
        reason = Reason(why=Why.SHEET_INCOMPLETE, r="R45", next=Next.WORKSHEET, entry=sheet.entry_id, parts=parts)
        return _open(Asks.WORKSHEET, reason)
    if all(fact.source is Source.LOOKED_UP for fact in entry.facts):
        reason = Reason(why=Why.ONLY_LOOKED_UP, r="R42", next=Next.WORKSHEET, entry=sheet.entry_id)
        return _open(Asks.WORKSHEET, reason)
    if entry.material is None or not may_tell.covers(entry.material, material):
        reason = Reason(why=Why.LESS_IS_ENOUGH, r="R44", next=Next.WORKSHEET, entry=sheet.entry_id)
        return _open(Asks.WORKSHEET, reason)
    return _met(Asks.WORKSHEET, on=entry.on)


_NO_YES = {
    Verdict.NO: (Why.A_NO_STANDS, Next.MAY_TELL),
    Verdict.STOPPED: (Why.A_NO_STANDS, Next.MAY_TELL),
    Verdict.ASK: (Why.ASK_EACH_TIME, Next.ASK_YES),
    Verdict.RAN_OUT: (Why.NO_YES, Next.ASK_YES),
    Verdict.NOTHING: (Why.NO_YES, Next.ASK_YES),
}


def _yes(state: State, circle: Circle, material: Material, today: date) -> Condition:
    """Tell whether a yes covers these people and this material today: nothing else does (R9, R44)."""
    found = answer_for(state, circle, material, today)
    if found.is_yes:
        return _met(Asks.YES, on=found.said_on, answer=found)
    why, after = _NO_YES[found.verdict]
    return _open(Asks.YES, Reason(why=why, r="R9", next=after, on=found.said_on, label=circle.label), found)


def _decided(state: State, circle: Circle) -> Condition:
    """Tell whether the group decided to act on the newest worksheet, with two thirds of those asked (R44, R47)."""
    sheet = circle.sheet
    if sheet is None:
        return _open(Asks.DECIDED, Reason(why=Why.NOT_DECIDED, r="R44", next=Next.WORKSHEET))
    rounds = rounds_about(state, sheet.first_id)
    if not rounds:
        return _open(Asks.DECIDED, Reason(why=Why.NOT_DECIDED, r="R44", next=Next.DECIDE, entry=sheet.first_id))
    decision = rounds[-1]
    outcome = decision.outcome
    why = Why.NOT_DECIDED if outcome is None else _why_not(state, sheet, decision, outcome)
    if outcome is None or why is not None:
        reason = Reason(why=why or Why.NOT_DECIDED, r="R44", next=Next.DECISION, entry=decision.item.first_id)
        return _open(Asks.DECIDED, reason)
    return _met(Asks.DECIDED, on=outcome.entry.on)


def _why_not(
    state: State, sheet: Item[WorksheetKept], decision: Decision, outcome: Item[DecisionReached]
) -> Why | None:
    """Return why an outcome carries no telling, None where it does."""
    if outcome.entry.sort is not Sort.ACT:
        return Why.DECIDED_OTHERWISE
    tally = outcome.entry.tally
    if not has_quorum(tally, quorum_of(state, decision.item.first_id)) or not carries(tally):
        return Why.FEW_VIEWS
    # the words that were decided about, not those that somebody put in their place afterwards
    return None if state.entries[sheet.entry_id].seq < outcome.seq else Why.SHEET_CHANGED


def _supervision(state: State, circle: Circle, today: date) -> Condition:
    """Tell whether supervision was asked in writing ten days ago, or nobody is there to ask, noted (R44)."""
    told = circle.told[-1].seq if circle.told else -1
    asked = [item.entry for item in circle.asked if item.seq > told]
    nobody = [one.on for one in asked if not one.in_writing and one.on <= today]
    if nobody and state.process.supervision is Presence.NOT_YET:
        return _met(Asks.SUPERVISION, on=max(nobody))
    written = [one.on for one in asked if one.in_writing]
    if not written:
        entry = circle.sheet.first_id if circle.sheet else None
        reason = Reason(why=Why.SUPERVISION_NOT_ASKED, r="R44", next=Next.ASK_SUPERVISION, entry=entry)
        return _open(Asks.SUPERVISION, reason)
    from_on = min(written) + SUPERVISION_WAITS
    if today < from_on:
        reason = Reason(why=Why.SUPERVISION_WAITS, r="R44", next=Next.WAIT, on=from_on)
        return _waiting(Asks.SUPERVISION, reason, from_on - ONE_DAY)
    return _met(Asks.SUPERVISION, on=min(written))


def _letter(state: State, material: Material, today: date, plan: TellingPlanned | None) -> Condition:
    """Tell whether a version of the letter may be given: the planned one, in the planned form (R3, R10, R44)."""
    found = letter_of(state, material, today)
    if found is None:
        return _open(Asks.LETTER, Reason(why=Why.NO_LETTER, r="R3", next=Next.LETTERS))
    found = letters.as_planned(state, plan, today) if plan else found
    if found is None:
        return _open(Asks.LETTER, Reason(why=Why.OTHER_FORM, r="R3", next=Next.PLAN_ANEW))
    return _met(Asks.LETTER, on=found.item.entry.dated_on)


def _tried(circle: Circle) -> Condition:
    """Tell whether it is written down what of the milder steps was tried: the letter is the last one (R44)."""
    tried = circle.sheet.entry.weighing.milder.strip() if circle.sheet else ""
    if not tried:
        return _open(Asks.TRIED, Reason(why=Why.NOTHING_TRIED, r="R44", next=Next.WORKSHEET))
    return _met(Asks.TRIED)


def second(state: State, plan: Plan) -> Condition:
    """Tell whether another member who is here stands behind the plan (R44)."""
    here = {user for user, member in state.members.items() if member.is_active}
    if not any(item.author in here and item.author != plan.item.author for item in plan.confirmed):
        reason = Reason(why=Why.NO_SECOND, r="R44", next=Next.CONFIRM, entry=plan.item.entry_id)
        return _open(Asks.SECOND, reason)
    return _met(Asks.SECOND)


def _as_planned(one: Condition, condition: str) -> Condition:
    """Return a condition as a plan meets it: a yes under another condition than the plan confirmed is not met (R10)."""
    if one.asks is not Asks.YES or one.answer is None or one.stands is not Stands.MET:
        return one
    if one.answer.condition == condition:
        return one
    reason = Reason(why=Why.CONDITION_CHANGED, r="R10", next=Next.PLAN_ANEW, on=one.answer.said_on)
    return _open(Asks.YES, reason, one.answer)

"""May this be planned or handed out, and if not, why and where to go next; never asked about what has happened."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from answerable.core import outgoing
from answerable.core.audiences import RULES, TAKE_OUT_SECONDS
from answerable.core.calendar import day_of
from answerable.core.circles import Presence, Role
from answerable.core.entries.updates import HandedOver
from answerable.core.state import State
from answerable.core.state.shape import Draft


class Why(StrEnum):
    """What is missing."""

    NOT_FOUND = "not-found"
    NOT_READ = "not-read"
    NOBODY_TO_READ = "nobody-to-read"
    NEWER_DRAFT = "newer-draft"
    ALREADY_HANDED_OVER = "already-handed-over"
    SUPPORT_NOT_HERE = "support-not-here"
    ONLY_SUPPORT = "only-support"
    COPY_NOT_READ = "copy-not-read"
    WITHDRAWN = "withdrawn"
    NEWER_WORDING = "newer-wording"
    NOT_OWN_WORDS = "not-own-words"
    TOO_LATE = "too-late"
    ALREADY_TAKEN_OUT = "already-taken-out"
    NEEDED = "needed"
    SAME_PERSON = "same-person"
    ALARM = "alarm"
    WRITTEN_BY_NEWER = "written-by-newer"
    VIEWS_MISSING = "views-missing"
    VIEWS_AS_AGREED = "views-as-agreed"
    VIEWS_FOR_TELLING = "views-for-telling"
    BLOCKED = "blocked"
    NO_MAJORITY = "no-majority"
    NO_MANDATE = "no-mandate"
    NO_DEMANDS = "no-demands"
    NOT_CONFRONTED = "not-confronted"
    A_NO_STANDS = "a-no-stands"
    NO_NOTICE = "no-notice"
    NOTICE_RUNS = "notice-runs"
    PROOF_SHOWN = "proof-shown"
    NO_WORKSHEET = "no-worksheet"
    OTHER_OUTCOME = "other-outcome"
    SHEET_INCOMPLETE = "sheet-incomplete"
    ONLY_LOOKED_UP = "only-looked-up"
    LESS_IS_ENOUGH = "less-is-enough"
    SHEET_CHANGED = "sheet-changed"
    NO_YES = "no-yes"
    ASK_EACH_TIME = "ask-each-time"
    CONDITION_CHANGED = "condition-changed"
    NOT_DECIDED = "not-decided"
    DECIDED_OTHERWISE = "decided-otherwise"
    FEW_VIEWS = "few-views"
    SUPERVISION_NOT_ASKED = "supervision-not-asked"
    SUPERVISION_WAITS = "supervision-waits"
    NO_LETTER = "no-letter"
    OTHER_FORM = "other-form"
    NOTHING_TRIED = "nothing-tried"
    NO_SECOND = "no-second"
    PLAN_OVER = "plan-over"
    PROTECTED_WORDS = "protected-words"


class Next(StrEnum):
    """Where to go next."""

    UPDATES = "updates"
    READ_DRAFT = "read-draft"
    NEWEST_DRAFT = "newest-draft"
    INVITE = "invite"
    OTHER_WAY = "other-way"
    COPY_WORDS = "copy-words"
    READ_COPY = "read-copy"
    DEMANDS = "demands"
    CORRECT = "correct"
    ASK_AUTHOR = "ask-author"
    ASK_SECOND = "ask-second"
    SAFETY_WORDS = "safety-words"
    NEWER_PROGRAM = "newer-program"
    GIVE_VIEW = "give-view"
    TALK_ON = "talk-on"
    LETTERS = "letters"
    STEPS = "steps"
    MAY_TELL = "may-tell"
    NOTICE = "notice"
    WORKSHEET = "worksheet"
    ASK_YES = "ask-yes"
    DECIDE = "decide"
    DECISION = "decision"
    ASK_SUPERVISION = "ask-supervision"
    WAIT = "wait"
    CONFIRM = "confirm"
    PLAN_ANEW = "plan-anew"
    LOOK_AT = "look-at"


class Reason(Struct, frozen=True, kw_only=True):
    """One reason: the rule's R or C number, where to go next; people, entry, day, number, parts, label it names."""

    why: Why
    r: str
    next: Next
    people: tuple[bytes, ...] = ()
    entry: bytes | None = None
    on: date | None = None
    count: int = 0
    parts: tuple[str, ...] = ()
    label: str = ""


class Open(Struct, frozen=True):
    """Nothing stands in the way."""


class Shut(Struct, frozen=True):
    """Not yet possible, for each of these reasons."""

    reasons: tuple[Reason, ...]


Gate = Open | Shut


def _gate(reasons: list[Reason]) -> Gate:
    """Return the gate for these reasons: open for none."""
    return Shut(reasons=tuple(reasons)) if reasons else Open()


def _draft(state: State, draft_id: bytes) -> Draft | None:
    """Return the draft with this entry id, if one can be read."""
    return next((draft for draft in state.updates.drafts if draft.item.entry_id == draft_id), None)


def second_readers(state: State, author: bytes) -> tuple[bytes, ...]:
    """Return the contact members who can read a draft of this author (R12)."""
    return tuple(
        member.user
        for member in state.members.values()
        if Role.CONTACT in member.roles and member.left is None and member.followed_by is None and member.user != author
    )


def hand_over_update(state: State, draft_id: bytes, how: HandedOver) -> Gate:
    """Tell whether this draft can be handed over in this way: read by another, newest, support here to seal (R53)."""
    draft = _draft(state, draft_id)
    if draft is None:
        return Shut(reasons=(Reason(why=Why.NOT_FOUND, r="R53", next=Next.UPDATES),))
    reasons: list[Reason] = []
    if draft.handed_over:
        on = draft.handed_over[-1].entry.on
        reasons.append(Reason(why=Why.ALREADY_HANDED_OVER, r="R53", next=Next.UPDATES, on=on))
    newest = state.updates.open_draft
    if newest is not None and newest.item.entry_id != draft_id and newest.item.seq > draft.item.seq:
        by = (newest.item.author,)
        reasons.append(
            Reason(why=Why.NEWER_DRAFT, r="R53", next=Next.NEWEST_DRAFT, people=by, entry=newest.item.entry_id)
        )
    if not draft.readings:
        readers = second_readers(state, draft.item.author)
        if readers:
            reasons.append(Reason(why=Why.NOT_READ, r="R12", next=Next.READ_DRAFT, people=readers, entry=draft_id))
        else:
            reasons.append(Reason(why=Why.NOBODY_TO_READ, r="R12", next=Next.INVITE))
    reasons += words_to_look_at(state, outgoing.of_draft(state, draft))
    if how is HandedOver.SEALED_HERE and state.process.support is not Presence.HERE:
        reasons.append(Reason(why=Why.SUPPORT_NOT_HERE, r="R64", next=Next.OTHER_WAY))
    return _gate(reasons)


def words_to_look_at(state: State, leaving: outgoing.Leaving) -> list[Reason]:
    """Return who has to look at protected words first: the author, and a second reader (R12)."""
    if not leaving.found:
        return []
    others = second_readers(state, leaving.author)
    waited: list[tuple[bytes, ...]] = [] if leaving.author in leaving.looked else [(leaving.author,)]
    if others and leaving.looked.isdisjoint(others):
        waited.append(others)
    entry, count = leaving.entry_id, leaving.found
    return [
        Reason(why=Why.PROTECTED_WORDS, r="R12", next=Next.LOOK_AT, people=people, entry=entry, count=count)
        for people in waited
    ]


def raise_demand(roles: frozenset[Role], *, copied: bool) -> Gate:
    """Tell whether someone of these circles can enter a demand: support, or contact in copied words (R2)."""
    if Role.SUPPORT in roles or (Role.CONTACT in roles and copied):
        return Open()
    step = Next.COPY_WORDS if Role.CONTACT in roles else Next.DEMANDS
    return Shut(reasons=(Reason(why=Why.ONLY_SUPPORT, r="R2", next=step),))


def pass_on_demand(state: State, demand_id: bytes, text_hash: bytes | None = None) -> Gate:
    """Tell whether a demand can be passed on: it counts, stands, and the words are those of today (R2, R30, R64)."""
    demand = next((one for one in state.demands if one.demand_id == demand_id), None)
    if demand is None:
        return Shut(reasons=(Reason(why=Why.NOT_FOUND, r="R2", next=Next.DEMANDS),))
    reasons: list[Reason] = []
    if demand.withdrawn:
        reasons.append(Reason(why=Why.WITHDRAWN, r="R2", next=Next.DEMANDS, entry=demand_id))
    if not demand.counts:
        item = demand.current.item
        readers = second_readers(state, item.author)
        reasons.append(Reason(why=Why.COPY_NOT_READ, r="R64", next=Next.READ_COPY, people=readers, entry=item.entry_id))
    if text_hash is not None and text_hash != demand.current.text_hash:
        entry = demand.current.item.entry_id
        reasons.append(Reason(why=Why.NEWER_WORDING, r="R30", next=Next.DEMANDS, entry=entry))
    return _gate(reasons)


def pass_on_decision(state: State, decision_id: bytes) -> Gate:
    """Tell whether a decision of the parent process can be passed on: it counts after a second reading (R2, R8)."""
    decision = next((one for one in state.parent.decisions if one.item.first_id == decision_id), None)
    if decision is None:
        return Shut(reasons=(Reason(why=Why.NOT_FOUND, r="R8", next=Next.DEMANDS),))
    if decision.counts:
        return Open()
    item = decision.item
    readers = second_readers(state, item.author)
    reason = Reason(why=Why.COPY_NOT_READ, r="R64", next=Next.READ_COPY, people=readers, entry=item.entry_id)
    return Shut(reasons=(reason,))


def take_out(state: State, entry_id: bytes, user: bytes, *, now: int) -> Gate:
    """Tell whether a member can take this entry's words out: her own, within seven days (R11, R60)."""
    if entry_id in state.taken_out:
        return Shut(reasons=(Reason(why=Why.ALREADY_TAKEN_OUT, r="R60", next=Next.CORRECT, entry=entry_id),))
    filed = state.entries.get(entry_id)
    if filed is None:
        return Shut(reasons=(Reason(why=Why.NOT_FOUND, r="R60", next=Next.CORRECT),))
    reasons: list[Reason] = []
    if RULES[type(filed.entry)].lasting:
        reasons.append(Reason(why=Why.NEEDED, r="R60", next=Next.CORRECT, entry=entry_id))
    if filed.author != user:
        by = (filed.author,)
        reasons.append(Reason(why=Why.NOT_OWN_WORDS, r="R11", next=Next.ASK_AUTHOR, people=by, entry=entry_id))
    until = filed.entry.at + TAKE_OUT_SECONDS
    if now > until:
        last_on = day_of(until, state.process.zone)
        reasons.append(Reason(why=Why.TOO_LATE, r="R11", next=Next.CORRECT, entry=entry_id, on=last_on))
    return _gate(reasons)


def let_in(*, voucher: bytes, admitter: bytes, members: int) -> Gate:
    """Tell whether a newcomer can be let in by this member: by another than who vouched, unless she is alone (R21)."""
    if voucher != admitter or members <= 1:
        return Open()
    return Shut(reasons=(Reason(why=Why.SAME_PERSON, r="R21", next=Next.ASK_SECOND, people=(voucher,)),))


def writing(*, alarms_not_noted: int, newer_entries: int) -> Gate:
    """Tell whether anything can be written: no alarm that nobody noted, nothing from a newer version (C2, C6)."""
    reasons: list[Reason] = []
    if alarms_not_noted:
        reasons.append(Reason(why=Why.ALARM, r="C2", next=Next.SAFETY_WORDS))
    if newer_entries:
        reasons.append(Reason(why=Why.WRITTEN_BY_NEWER, r="C6", next=Next.NEWER_PROGRAM))
    return _gate(reasons)

"""Deeds of deciding together: proposing, saying how one stands, closing with reasons, looking again (R7, R46, R47)."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

import msgspec

from answerable.actions.reading import OpenProcess, folded
from answerable.actions.writing import AlreadyWrittenError, Writer, derived_id, write
from answerable.core import deciding
from answerable.core.circles import Role
from answerable.core.entries import DecisionAbout, DecisionProposed, DecisionReached, PositionTaken, ViewsNamed
from answerable.core.entries.decisions import Sort, ViewNamed
from answerable.core.gates import Reason, Shut
from answerable.core.state import State
from answerable.core.state.decisions import Decision

EVERYBODY = tuple(sorted(Role))
_BECAUSE, _NAMES = 200, 201
"""Places of what is saved with a question or an outcome, behind the views of up to 64 members."""


class OverError(Exception):
    """The decision has its outcome, or is talked about in a fresh round."""


class NotAskedError(Exception):
    """This member was not asked, or takes no part."""


class NotYetError(Exception):
    """It cannot be closed yet; nothing was written."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__("not yet possible")
        self.reasons = tuple(reasons)


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """What a member writes down as the outcome; how many stood how, and dissent, are taken from the views."""

    sort: Sort
    on: date
    decided: str
    reasons: str
    protects: str
    look_again_on: date | None
    tell: str

    def outcome(self, decision: Decision, state: State, *, now: int) -> DecisionReached:
        """Return the entry, with the views as they stand."""
        return DecisionReached(
            at=now,
            meant_for=EVERYBODY,
            proposal=decision.item.first_id,
            on=self.on,
            sort=self.sort,
            decided=self.decided,
            reasons=self.reasons,
            protects=self.protects,
            tally=decision.tally(deciding.left(state)),
            dissent=decision.dissent,
            look_again_on=self.look_again_on,
            tell=self.tell,
        )


def decision_of(state: State, ident: bytes) -> Decision | None:
    """Return the decision to which an entry belongs: its proposal or its outcome, or a correction of one."""
    for decision in state.decisions:
        items = (decision.item, decision.outcome) if decision.outcome else (decision.item,)
        ids = {one for item in items for one in (item.entry_id, item.first_id)}
        if ident in ids | {later for one in ids for later in state.corrected_by.get(one, ())}:
            return decision
    return None


def may_say(opened: OpenProcess, decision: Decision) -> tuple[bytes, ...]:
    """Return who can still be heard on an open decision: who was asked, takes part, and is here."""
    gone = deciding.left(opened.state)
    return tuple(user for user in decision.voting(gone) if user in opened.members(Role.CONTACT))


def take_position(opened: OpenProcess, entry_id: bytes, entry: PositionTaken, *, now: int) -> OpenProcess:
    """Append how a member stands. Raises AlreadyWrittenError, StandsOtherwiseError, OverError, NotAskedError."""

    def build(writer: Writer) -> None:
        writer.once(entry_id, view=entry.view, text=entry.text, member=entry.member)
        decision = _open_decision(writer.opened.state, entry.proposal)
        if entry.member not in may_say(writer.opened, decision):
            raise NotAskedError
        writer.entry(entry_id, entry)

    return write(opened, build, now=now)


def close(opened: OpenProcess, entry_id: bytes, proposal: bytes, closing: Closing, *, now: int) -> OpenProcess:
    """Append the outcome of an open decision, where enough have said how they stand (R44, R47).

    Raises AlreadyWrittenError, StandsOtherwiseError, OverError, NotYetError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id, decided=closing.decided, reasons=closing.reasons, sort=closing.sort)
        state = writer.opened.state
        decision = _open_decision(state, proposal)
        gate = deciding.close_decision(state, decision, closing.sort)
        if isinstance(gate, Shut):
            raise NotYetError(gate.reasons)
        writer.entry(entry_id, closing.outcome(decision, state, now=now))
        _name_all(writer, entry_id, state, decision, now=now)

    return write(opened, build, now=now)


def write_down(
    opened: OpenProcess,
    entry_id: bytes,
    proposal: DecisionProposed,
    views: Sequence[PositionTaken],
    closing: Closing,
    *,
    about: bytes | None = None,
    now: int,
) -> OpenProcess:
    """Append a decision that was made at a meeting: question, views and outcome in one save, whoever was there (R63).

    Nothing is asked here; a mark shows where fewer were there than a decision needs.
    Raises AlreadyWrittenError, StandsOtherwiseError.
    """

    def build(writer: Writer) -> None:
        with suppress(AlreadyWrittenError):
            writer.once(derived_id(entry_id, 1), decided=closing.decided, reasons=closing.reasons, sort=closing.sort)
        writer.once(entry_id, question=proposal.question)
        writer.entry(entry_id, proposal)
        for part, view in enumerate(views, start=2):
            writer.entry(derived_id(entry_id, part), msgspec.structs.replace(view, proposal=entry_id))
        if about is not None:
            because = DecisionAbout(at=now, meant_for=(Role.CONTACT,), proposal=entry_id, about=about)
            writer.entry(derived_id(entry_id, _BECAUSE), because)
        state, _given = folded(tuple(writer.filed), writer.ledger, now=now)
        decision = _open_decision(state, entry_id)
        writer.entry(derived_id(entry_id, 1), closing.outcome(decision, state, now=now))
        _name_all(writer, entry_id, state, decision, now=now)

    return write(opened, build, now=now)


def _name_all(writer: Writer, entry_id: bytes, state: State, decision: Decision, *, now: int) -> None:
    """Say who stood how, for all circles, where it was decided about telling new people (R47)."""
    if not deciding.is_about_telling(state, decision):
        return
    views = tuple(
        ViewNamed(user=user, view=item.entry.view, text=item.entry.text)
        for user, item in sorted(decision.positions.items())
    )
    named = ViewsNamed(at=now, meant_for=EVERYBODY, proposal=decision.item.first_id, views=views)
    writer.entry(derived_id(entry_id, _NAMES), named)


def _open_decision(state: State, proposal: bytes) -> Decision:
    decision = decision_of(state, proposal)
    if decision is None or not decision.is_open:
        raise OverError
    return decision

"""Deeds about one circle of people: a notice, a plan, its confirmation, what was told (R43, R44, R63)."""

from datetime import date

from msgspec import structs

from answerable.actions.decisions import NotYetError
from answerable.actions.reading import OpenProcess
from answerable.actions.record import still_allowed
from answerable.actions.writing import Writer, derived_id, write
from answerable.core import deciding, telling
from answerable.core.circles import Role
from answerable.core.defaults.steps import Step
from answerable.core.entries import AnyEntry, NoticeGiven, PeopleTold, StepTaken, TellingConfirmed, TellingPlanned
from answerable.core.gates import Gate, Next, Reason, Shut, Why
from answerable.core.labels import label_key
from answerable.core.state import Item, State
from answerable.core.state.telling import Circle, Plan
from answerable.core.telling import Asks

_STEP = 1
"""The place of the step that is saved with a notice or with what was told."""


class OwnPlanError(Exception):
    """Who made a plan does not confirm it."""


def circle_of(state: State, ident: bytes) -> Circle | None:
    """Return the circle to which an entry belongs: one of its own, or one that names them among people around X."""
    found = state.telling.found(ident)
    if found is not None:
        return found
    around = next((one for one in state.surroundings.people if ident in one.ids), None)
    return state.telling.labelled(around.label) if around is not None else None


def plan_of(circle: Circle, ident: bytes) -> Plan | None:
    """Return a plan by its entry."""
    return next((one for one in circle.plans if ident in (one.item.entry_id, one.item.first_id)), None)


def concern_for(state: State, label: str) -> bytes | None:
    """Return the open concern that is about these people, if there is one (Fixed meanings)."""
    key = label_key(label)
    found = [one.concern_id for one in state.concerns if one.is_open and one.label and label_key(one.label) == key]
    return found[-1] if found else None


def give_notice(
    opened: OpenProcess, entry_id: bytes, entry: NoticeGiven, *, happened: bool = False, now: int
) -> OpenProcess:
    """Append a notice with a date, and the step where there is a concern.

    One that is still to be given may name nobody for whom a no stands; one that was given is kept (R44, R63).
    Raises AlreadyWrittenError, StandsOtherwiseError, NotYetError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id, words=entry.words, label=entry.label)
        if not happened:
            state = writer.opened.state
            circle = _asked_about(state, entry.label)
            _refuse(telling.gate(telling.notice_conditions(state, circle, writer.opened.today)))
        writer.entry(entry_id, entry)
        if entry.concern is not None:
            step = _step(writer, entry, entry.concern, Step.L6, answer_by_on=entry.by_on, now=now)
            writer.entry(derived_id(entry_id, _STEP), step)

    return write(opened, build, now=now)


def plan(opened: OpenProcess, entry_id: bytes, entry: TellingPlanned, *, now: int) -> OpenProcess:
    """Append a plan to tell one circle, where all is there that is asked before (R44).

    Raises AlreadyWrittenError, StandsOtherwiseError, NotYetError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id, words=entry.words, label=entry.label, material=entry.material)
        state = writer.opened.state
        circle = _circle(state, entry.worksheet)
        asked = telling.conditions(state, circle, entry.material, writer.opened.today, plan=entry)
        _refuse(telling.gate(asked))
        writer.entry(entry_id, entry)

    return write(opened, build, now=now)


def confirm(opened: OpenProcess, entry_id: bytes, plan_id: bytes, *, now: int) -> OpenProcess:
    """Append that a second member stands behind a plan, while all else is there (R44).

    Raises AlreadyWrittenError, StandsOtherwiseError, OwnPlanError, NotYetError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id, plan=plan_id)
        state, today = writer.opened.state, writer.opened.today
        circle = _circle(state, plan_id)
        found = plan_of(circle, plan_id)
        if found is None or found.item.author == writer.opened.user_id:
            raise OwnPlanError
        asked = telling.plan_conditions(state, circle, found, today)
        _refuse(telling.gate(tuple(one for one in asked if one.asks is not Asks.SECOND)))
        confirmed = TellingConfirmed(at=now, meant_for=(Role.CONTACT,), plan=found.item.entry_id)
        writer.entry(entry_id, confirmed)

    return write(opened, build, now=now)


def told(
    opened: OpenProcess, entry_id: bytes, entry: PeopleTold, *, with_supervision: bool = False, now: int
) -> OpenProcess:
    """Append what was told to one circle; it has happened, so nothing refuses it (R63).

    Raises AlreadyWrittenError, StandsOtherwiseError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id, words=entry.words, label=entry.label)
        writer.entry(entry_id, entry, also=(Role.SUPERVISION,) if with_supervision else ())
        if entry.concern is not None:
            kind = telling.step_of(entry.material)
            step = _step(writer, entry, entry.concern, kind, look_again_on=entry.review_on, now=now)
            writer.entry(derived_id(entry_id, _STEP), step)

    return write(opened, build, now=now)


def correct(opened: OpenProcess, entry_id: bytes, corrected: AnyEntry, first_id: bytes, *, now: int) -> OpenProcess:
    """Append other words in the place of those that stand at `first_id`, and in the step that was kept with them.

    Raises AlreadyWrittenError, StandsOtherwiseError.
    """

    def build(writer: Writer) -> None:
        writer.entry(entry_id, corrected, also=still_allowed(corrected))
        step = _kept_with(writer.opened.state, first_id)
        if step is None or not isinstance(corrected, NoticeGiven | PeopleTold):
            return
        days = (
            {"answer_by_on": corrected.by_on}
            if isinstance(corrected, NoticeGiven)
            else {"look_again_on": corrected.review_on, "step": telling.step_of(corrected.material)}
        )
        by = corrected.by or step.entry.by
        said = structs.replace(
            step.entry, at=now, corrects=step.entry_id, on=corrected.on, by=by, words=corrected.words
        )
        writer.entry(derived_id(entry_id, _STEP), structs.replace(said, **days), also=still_allowed(said))

    return write(opened, build, now=now)


def _kept_with(state: State, first_id: bytes) -> Item[StepTaken] | None:
    """Return the step that was kept with a notice or with what was told."""
    step_id = derived_id(first_id, _STEP)
    items = (step.item for concern in state.concerns for step in concern.steps)
    return next((item for item in items if item.first_id == step_id), None)


def _step(
    writer: Writer,
    entry: NoticeGiven | PeopleTold,
    concern: bytes,
    step: Step,
    *,
    answer_by_on: date | None = None,
    look_again_on: date | None = None,
    now: int,
) -> StepTaken:
    """Return what was done as a step of the concern it belongs to; why it was taken stands in the worksheet (R39)."""
    state = writer.opened.state
    circle = state.telling.labelled(entry.label)
    sheet = circle.sheet if circle else None
    rounds = deciding.rounds_about(state, sheet.first_id) if sheet else ()
    return StepTaken(
        at=now,
        meant_for=(Role.CONTACT,),
        concern=concern,
        step=step,
        on=entry.on,
        by=entry.by or (writer.opened.user_id,),
        own_words=None,
        words=entry.words,
        to=(entry.label,),
        why=sheet.entry.reasons if sheet else entry.words,
        why_not_milder=sheet.entry.weighing.milder if sheet else "",
        answer_by_on=answer_by_on,
        look_again_on=look_again_on,
        decision=rounds[-1].item.first_id if rounds else None,
    )


def _circle(state: State, ident: bytes) -> Circle:
    """Return the circle of an entry. Raises NotYetError where there is none any more."""
    found = state.telling.found(ident)
    if found is None:
        raise NotYetError((Reason(why=Why.PLAN_OVER, r="R44", next=Next.WORKSHEET),))
    return found


def _asked_about(state: State, label: str) -> Circle:
    """Return the circle of a label. Raises NotYetError where the group never asked itself about these people."""
    found = state.telling.labelled(label)
    if found is None:
        raise NotYetError((Reason(why=Why.NO_WORKSHEET, r="R44", next=Next.WORKSHEET),))
    return found


def _refuse(gate: Gate) -> None:
    if isinstance(gate, Shut):
        raise NotYetError(gate.reasons)

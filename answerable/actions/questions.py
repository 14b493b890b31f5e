"""Deeds between the circles: questions, answers, objections, also those that came by mail (R5, R47)."""

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import Writer, write
from answerable.core.circles import Role
from answerable.core.entries import (
    AnyEntry,
    ObjectionAnswered,
    ObjectionRaised,
    QuestionAnswered,
    QuestionAsked,
)
from answerable.core.state import Objection, Question, State

Filable = QuestionAsked | QuestionAnswered | ObjectionRaised | ObjectionAnswered


class NothingThereError(Exception):
    """What the words are about is not there, or not for this member to read."""


class NotTheirsError(Exception):
    """A circle does not answer its own question, and only the contact circle answers an objection."""


def question_of(state: State, entry_id: bytes) -> Question | None:
    """Return the question that stands at the place of this entry."""
    ids = _places(state, entry_id)
    return next((one for one in state.questions if ids & {one.item.entry_id, one.item.first_id}), None)


def objection_of(state: State, entry_id: bytes) -> Objection | None:
    """Return the objection that stands at the place of this entry."""
    ids = _places(state, entry_id)
    return next((one for one in state.objections if ids & {one.item.entry_id, one.item.first_id}), None)


def about(state: State, entry_id: bytes) -> AnyEntry | None:
    """Return the entry that somebody can object to: one that support or supervision circle may read (R47)."""
    filed = state.entries.get(entry_id)
    if filed is None or not {Role.SUPPORT, Role.SUPERVISION} & set(filed.entry.meant_for):
        return None
    return filed.entry


def speaks_for(opened: OpenProcess) -> Role:
    """Return for which circle a member asks and answers; who is in two speaks for the contact circle (R17)."""
    return Role.CONTACT if Role.CONTACT in opened.roles else min(opened.roles)


def may_answer(question: Question, opened: OpenProcess, *, copied: bool) -> bool:
    """Whether a member can answer a question: for the circle that was asked, or as a copy of its words (R5)."""
    speaks = speaks_for(opened)
    if copied:
        return speaks is Role.CONTACT and question.asked_by is Role.CONTACT
    return speaks in (Role.CONTACT, Role.SUPPORT) and speaks is not question.asked_by


def file(
    opened: OpenProcess, entry_id: bytes, entry: Filable, *, with_supervision: bool = False, now: int
) -> OpenProcess:
    """Append a question, an objection or an answer; a question can be opened to the supervision circle too.

    Who reads a question reads its answers. Raises AlreadyWrittenError, NothingThereError, NotTheirsError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id, text=entry.text)
        _refuse(writer.opened, entry)
        writer.entry(entry_id, entry, also=(Role.SUPERVISION,) if _for_supervision(writer.opened.state) else ())

    def _for_supervision(state: State) -> bool:
        match entry:
            case QuestionAsked():
                return with_supervision
            case QuestionAnswered():
                question = question_of(state, entry.question)
                return question is not None and Role.SUPERVISION in question.item.entry.meant_for
        return False

    return write(opened, build, now=now)


def _refuse(opened: OpenProcess, entry: Filable) -> None:
    """Refuse words about nothing, and answers that would be by the wrong circle."""
    state = opened.state
    match entry:
        case QuestionAnswered():
            question = question_of(state, entry.question)
            if question is None:
                raise NothingThereError
            if not may_answer(question, opened, copied=entry.copied is not None):
                raise NotTheirsError
        case ObjectionRaised():
            if about(state, entry.entry) is None:
                raise NothingThereError
        case ObjectionAnswered():
            if objection_of(state, entry.objection) is None:
                raise NothingThereError
            if Role.CONTACT not in opened.roles:
                raise NotTheirsError
        case QuestionAsked():
            pass


def _places(state: State, entry_id: bytes) -> set[bytes]:
    """Return the ids under which the words of an entry may stand."""
    return {entry_id, *(first for first, later in state.corrected_by.items() if entry_id in later)}

"""Deeds about who may be told and what reaches her (R9, R10, R13, R54)."""

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import Writer, write
from answerable.core import audiences
from answerable.core.circles import Role
from answerable.core.entries import (
    CirculationSet,
    MayTellAsked,
    MayTellConfirmed,
    MayTellSet,
    MayTellStopped,
    ReachChosen,
)
from answerable.core.state import Item, State

Sayable = MayTellSet | MayTellStopped | MayTellConfirmed | MayTellAsked | ReachChosen | CirculationSet


def copies_only(opened: OpenProcess) -> bool:
    """Whether this member can only copy what the support circle said."""
    return Role.SUPPORT not in opened.roles


def say(
    opened: OpenProcess, entry_id: bytes, entry: Sayable, *, with_supervision: bool = False, now: int
) -> OpenProcess:
    """Append an answer, a stop, a word that it still holds, a question, what reaches her, who may receive a letter.

    Narrowing and stop take effect with this entry. Raises AlreadyWrittenError.
    """

    def build(writer: Writer) -> None:
        writer.once(entry_id)
        may_add = audiences.RULES[type(entry)].may_add
        writer.entry(entry_id, entry, also=may_add if with_supervision else ())

    return write(opened, build, now=now)


def answer_of(state: State, entry_id: bytes) -> Item[MayTellSet] | None:
    """Return the answer that stands at the place of this entry."""
    ids = {entry_id, *(first for first, later in state.corrected_by.items() if entry_id in later)}
    found = (rule.item for rule in state.may_tell.rules)
    return next((item for item in found if ids & {item.entry_id, item.first_id}), None)


def asked_of(state: State, entry_id: bytes) -> Item[MayTellAsked] | None:
    """Return the question for a yes with this id."""
    return next((item for item in state.may_tell.asked if entry_id in (item.entry_id, item.first_id)), None)


def may_correct(opened: OpenProcess, item: Item[MayTellSet]) -> bool:
    """Whether this member may put another answer in the place of this one: never a member in that of their words."""
    return audiences.may_correct(
        MayTellSet,
        ours=item.author == opened.user_id,
        own_words=not audiences.needs_second_reader(item.entry, item.author_roles),
        corrected=item.author_roles,
        by=opened.roles,
    )

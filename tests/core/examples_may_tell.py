"""One example of every kind about who may be told and what reaches her."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, MayTellAsked, MayTellConfirmed, MayTellSet, MayTellStopped, ReachChosen
from answerable.core.entries.base import Copied
from answerable.core.entries.may_tell import Audience, Category, Material, MayTell, Scope
from answerable.core.entries.reach import Reach


def examples(start: int, copied: Copied) -> tuple[AnyEntry, ...]:
    """Return them, in the order of the table of kinds."""
    both, everybody = (Role.CONTACT, Role.SUPPORT), (Role.CONTACT, Role.SUPERVISION, Role.SUPPORT)
    flat = Audience(scope=Scope.CATEGORY, category=Category.LIVES_WITH)
    return (
        MayTellSet(
            at=start,
            meant_for=both,
            audience=flat,
            material=Material.DEMANDS,
            answer=MayTell.YES,
            condition="two of you are there",
            until_on=date(2026, 12, 31),
            said_on=date(2026, 1, 12),
            copied=None,
        ),
        MayTellStopped(at=start, meant_for=everybody, said_on=date(2026, 3, 1), copied=copied),
        MayTellConfirmed(at=start, meant_for=both, said_on=date(2026, 2, 1), copied=None),
        MayTellAsked(
            at=start,
            meant_for=both,
            audience=Audience(scope=Scope.GROUP, label="Reading circle"),
            material=Material.PROCESS,
            why="He began to lead it.",
        ),
        ReachChosen(
            at=start, meant_for=both, reach=Reach.SHORT, through="Mika", said_on=date(2026, 1, 12), copied=copied
        ),
    )

"""One example of every kind about the list of indicators."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, IndicatorNoted, IndicatorsTakenOn
from answerable.core.entries.indicators import Ground


def examples(start: int) -> tuple[AnyEntry, ...]:
    """Return one of every kind, written at this moment."""
    return (
        IndicatorsTakenOn(
            at=start,
            meant_for=(Role.CONTACT, Role.SUPERVISION, Role.SUPPORT),
            on=date(2026, 2, 14),
            taken_on=True,
            reason="we want to look closer",
        ),
        IndicatorNoted(
            at=start,
            meant_for=(Role.CONTACT,),
            indicator=9,
            list_version=1,
            wording="hands over the letter",
            on=date(2026, 2, 15),
            does=True,
            ground=Ground.CONFIRMED,
            text="Two of the flat have read it.",
            by=(),
            with_letter=True,
            attendance=None,
            x_may_learn=False,
        ),
    )

"""One example of every kind about people around X."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, AroundNoted, AskAnswered, NoFurtherContact, TalkNoted, WhoHears
from answerable.core.entries.around import AroundKind, AskOutcome, FromWhom, Hearing, Hears, Knows, TalkStage
from answerable.core.entries.base import Source
from answerable.core.entries.surroundings import LetterGiven


def examples(start: int, member: bytes, other: bytes) -> tuple[AnyEntry, ...]:
    """Return them, in the order of the table of kinds; `other` is the entry that they speak of."""
    ours = (Role.CONTACT,)
    return (
        AroundNoted(
            at=start,
            meant_for=ours,
            label="Shared flat",
            kind=AroundKind.GROUP,
            relation="He lives there.",
            on=date(2026, 2, 1),
            knows=Knows.DEMANDS,
            from_whom=FromWhom.HIM,
            letter=LetterGiven.UNKNOWN,
            perspective=None,
            demands=(other,),
            account="He says he read them the demands.",
            disagrees=None,
            source=Source.HE_SAID,
            x_may_learn=False,
            confirmed_by=None,
        ),
        TalkNoted(
            at=start,
            meant_for=ours,
            label="Shared flat",
            kind=AroundKind.GROUP,
            on=date(2026, 3, 2),
            stage=TalkStage.HELD,
            by=(member,),
            said="It is hard to bring up.",
            disagrees="They find the last demand too much.",
            asked="That they ask him for the letter.",
            answer=None,
            answered="",
            x_may_learn=False,
        ),
        AskAnswered(
            at=start, meant_for=ours, talk=other, on=date(2026, 3, 9), outcome=AskOutcome.PARTLY, text="One of us will."
        ),
        NoFurtherContact(at=start, meant_for=ours, label="R.", on=date(2026, 3, 20), said="Do not write to me again."),
        WhoHears(at=start, meant_for=ours, demand=other, rows=(Hears(label="Shared flat", hearing=Hearing.HE_TELLS),)),
    )

"""One example of every kind about telling one circle of people."""

from datetime import date

from answerable.core.circles import Role
from answerable.core.entries import (
    AnyEntry,
    NoticeAnswered,
    NoticeGiven,
    PeopleTold,
    SupervisionAsked,
    TellingConfirmed,
    TellingPlanned,
    ViewsNamed,
    WorksheetKept,
)
from answerable.core.entries.around import AroundKind
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Fact, ViewNamed, ViewTaken
from answerable.core.entries.letters import LetterForm
from answerable.core.entries.may_tell import Category, Material
from answerable.core.entries.telling import Criterion, Judged, Proof, SheetOutcome, Weighing

SOME_ID = b"\x01" * 16
CONTACT = (Role.CONTACT,)
CIRCLE = "Reading circle"


def named(start: int, ada: bytes) -> ViewsNamed:
    """Return who stood how to a question about telling."""
    return ViewsNamed(
        at=start,
        meant_for=(Role.CONTACT, Role.SUPERVISION, Role.SUPPORT),
        proposal=SOME_ID,
        views=(ViewNamed(user=ada, view=ViewTaken.AGREE, text="It is time."),),
    )


def examples(start: int, ada: bytes) -> tuple[AnyEntry, ...]:
    """Return them, in the order of the table of kinds."""
    return (_sheet(start), *_notice(start, ada), *_told(start, ada))


def _sheet(start: int) -> WorksheetKept:
    return WorksheetKept(
        at=start,
        meant_for=CONTACT,
        concern=None,
        label=CIRCLE,
        kind=AroundKind.GROUP,
        categories=(Category.POLITICAL,),
        list_version=1,
        on=date(2026, 3, 1),
        trust=Criterion(answer=Judged.YES, why="New people ride home with him.", ticked=("a1", "a2")),
        power=Criterion(answer=Judged.UNKNOWN, why="We do not see how they decide."),
        facts=(Fact(text="He opens the room.", source=Source.ORDINARY_LIFE),),
        accounts="A member says he chooses the books.",
        x_may_learn=False,
        turn="Asked on 1 February to tell them; no answer.",
        confronted_on=date(2026, 2, 1),
        weighing=Weighing(
            aim="New people can decide for themselves.",
            milder="He was asked twice.",
            whom_else="Nobody else.",
            risks="He may say who told.",
            if_wrong="We say so to them.",
            why_now="They travel in spring.",
        ),
        material=Material.PROCESS,
        least="Spoken, to two of them.",
        sequence="First the two who open the room; Bo calls them a week later.",
        outcome=SheetOutcome.WE_TELL,
        reasons="Trust grows, and he stalls.",
        he_tells_by_on=None,
        look_again_on=date(2026, 6, 1),
    )


def _notice(start: int, ada: bytes) -> tuple[AnyEntry, ...]:
    return (
        NoticeGiven(
            at=start,
            meant_for=CONTACT,
            concern=None,
            label=CIRCLE,
            kind=AroundKind.GROUP,
            on=date(2026, 3, 2),
            by_on=date(2026, 3, 16),
            by=(ada,),
            words="You tell the reading circle by 16 March, else we may.",
            proof="One of them writes to us.",
        ),
        NoticeAnswered(
            at=start,
            meant_for=CONTACT,
            notice=SOME_ID,
            on=date(2026, 3, 17),
            proof=Proof.NOT_SHOWN,
            account="He needs more time.",
        ),
        SupervisionAsked(
            at=start,
            meant_for=(Role.CONTACT, Role.SUPERVISION),
            about=SOME_ID,
            on=date(2026, 3, 3),
            in_writing=True,
            what="We think of telling one group.",
            how="a letter",
        ),
    )


def _told(start: int, ada: bytes) -> tuple[AnyEntry, ...]:
    return (
        TellingPlanned(
            at=start,
            meant_for=CONTACT,
            worksheet=SOME_ID,
            label=CIRCLE,
            kind=AroundKind.GROUP,
            material=Material.PROCESS,
            for_on=date(2026, 3, 20),
            by=(ada,),
            words="There is a process. Ask him about it.",
            document=SOME_ID,
            form=LetterForm.READ_ALOUD,
            tried="A talk, twice.",
            condition="two of you are there",
        ),
        TellingConfirmed(at=start, meant_for=CONTACT, plan=SOME_ID),
        PeopleTold(
            at=start,
            meant_for=(Role.CONTACT, Role.SUPPORT),
            concern=None,
            plan=SOME_ID,
            label=CIRCLE,
            kind=AroundKind.GROUP,
            on=date(2026, 3, 20),
            by=(ada,),
            material=Material.PROCESS,
            words="There is a process. Ask him about it.",
            document=SOME_ID,
            form="spoken, to two of them",
            reactions="They want to talk about it first.",
            basis="The interest of those who are new there.",
            afterwards="Bo calls them.",
            review_on=date(2026, 4, 20),
        ),
    )

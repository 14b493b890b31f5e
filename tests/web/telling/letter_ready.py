"""Linden with everything there that is asked before the open letter is given to one circle (R44)."""

from datetime import date, timedelta

from answerable.core.entries import (
    CirculationSet,
    DecisionAbout,
    DecisionProposed,
    DecisionReached,
    DemandRaised,
    DocumentAdded,
    MayTellSet,
    NoticeAnswered,
    NoticeGiven,
    SupervisionAsked,
    WorksheetKept,
)
from answerable.core.entries.decisions import Sort, Tally
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.hashes import text_hash
from answerable.core.entries.letters import LetterForm
from answerable.core.entries.may_tell import Audience, Material, MayTell, Scope
from answerable.core.entries.telling import Proof
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.core.logbook import EntryT, example
from tests.people import Cast

CIRCLE = Audience(scope=Scope.GROUP, label="Reading circle")
BOTH = Tally(asked=2, agree=2, concerns=0, stand_aside=0, block=0)


def letter(cast: Cast, *forms: LetterForm) -> None:
    """Have Sol add the letter, or say again in which forms it may be given."""
    sort = DocumentSort.OPEN_LETTER
    if not any(one.item.entry.sort is sort for one in cast.open(cast.sol).state.documents):
        cast.write(cast.sol, fresh(DocumentAdded, sort=sort, copied=None))
    (item,) = (one.item for one in cast.open(cast.sol).state.documents if one.item.entry.sort is sort)
    more = {"document": item.entry_id, "text_hash": text_hash(item.entry), "copied": None}
    cast.write(cast.sol, fresh(CirculationSet, forms=forms, said_on=cast.open(cast.sol).today, **more))


def all_there(cast: Cast, *forms: LetterForm) -> str:
    """Write it all down, as of the days on which it happened; return the path of the circle."""
    today = cast.open(cast.ada).today
    her_words(cast, *forms)
    (sheet,) = cast.write(
        cast.ada,
        fresh(
            WorksheetKept,
            on=ago(today, 40),
            look_again_on=None,
            confronted_on=ago(today, 60),
            material=Material.OPEN_LETTER,
        ),
    )
    his_turn(cast, today)
    asked = (cast.ada.user, cast.bo.user)
    (question,) = cast.write(cast.ada, fresh(DecisionProposed, asked=asked, recused=()))
    cast.write(cast.ada, fresh(DecisionAbout, proposal=question, about=sheet))
    cast.write(
        cast.ada,
        fresh(DecisionReached, proposal=question, sort=Sort.ACT, tally=BOTH, dissent=(), on=today),
        fresh(SupervisionAsked, about=sheet, on=ago(today, 15)),
    )
    return cast.path(f"ask/{text_of(sheet)}")


def her_words(cast: Cast, *forms: LetterForm) -> None:
    """Have Sol bring the mandate, a demand, a yes for the open letter, and the letter itself."""
    cast.write(
        cast.sol,
        fresh(DocumentAdded, sort=DocumentSort.MANDATE_LETTER, copied=None),
        fresh(DemandRaised, copied=None),
        fresh(
            MayTellSet,
            answer=MayTell.YES,
            audience=CIRCLE,
            material=Material.OPEN_LETTER,
            condition="two of you are there",
            until_on=None,
            copied=None,
        ),
    )
    letter(cast, *forms)


def his_turn(cast: Cast, today: date) -> None:
    """Write down the notice, and that he showed nothing."""
    (notice,) = cast.write(cast.bo, fresh(NoticeGiven, concern=None, on=ago(today, 30), by_on=ago(today, 16)))
    cast.write(cast.bo, fresh(NoticeAnswered, notice=notice, on=ago(today, 14), proof=Proof.NOT_SHOWN))


def ago(today: date, days: int) -> date:
    """Return the day so many days before."""
    return today - timedelta(days=days)


def fresh(kind: type[EntryT], /, **fields: object) -> EntryT:
    """Return the example of a kind, written just now."""
    return example(kind, at=clock.now(), **fields)

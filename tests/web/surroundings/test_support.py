"""What the support group says about people around X, in their row, on their page and before a demand (R9, R35)."""

from datetime import date

import pytest

from answerable.core.entries import DemandRaised, MayTellSet, MayTellStopped, NoFurtherContact
from answerable.core.entries.may_tell import Audience, Material, MayTell, Scope
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.core.logbook import example
from tests.filled import send
from tests.people import Cast
from tests.web.surroundings.test_around import noted, page_of, people, see

pytestmark = pytest.mark.django_db

SAID_ON = date(2026, 1, 12)


def told_by_support(cast: Cast, **fields: object) -> None:
    """Have Sol say whether the reading circle may be told."""
    circle = Audience(scope=Scope.GROUP, label="Reading circle")
    rule = {"audience": circle, "material": Material.DEMANDS, "answer": MayTell.YES} | fields
    rule |= {"condition": "", "until_on": None, "said_on": SAID_ON, "copied": None}
    cast.write(cast.sol, example(MayTellSet, at=clock.now(), **rule))


@pytest.mark.parametrize(
    ("answer", "material", "said", "link"),
    [
        (MayTell.YES, Material.DEMANDS, "yes, {day} At most: the demands.", "Who may be told"),
        (MayTell.NO, Material.PROCESS, "no, {day}", "Who may be told"),
        (MayTell.NO, Material.OPEN_LETTER, "no yes yet The open letter: no, {day}.", "Who may be told"),
        (MayTell.ASK, Material.PROCESS, "ask each time", "Who may be told"),
        (None, None, "no yes yet", "Ask for a yes"),
    ],
)
def test_what_the_support_group_says_stands_in_the_same_row(
    cast: Cast, answer: MayTell | None, material: Material | None, said: str, link: str
) -> None:
    """Its yes, its no, "ask each time" or nothing; however the label is spelled there (R9)."""
    noted(cast, label="The reading circle")
    if answer is not None:
        told_by_support(cast, answer=answer, material=material)
    expected = said.format(day="12 January")
    row, own = see(cast, cast.path("around")), see(cast, page_of(cast, people(cast)[0]))
    for words in (f"{expected} {link}", "Support group"):
        assert words in row
    assert f"Support group: {expected} {link}" in own
    assert "she agreed" not in row + own


def test_a_stop_stands_in_every_row_and_nothing_is_asked_about_who_wants_no_contact(cast: Cast) -> None:
    """Every yes is over with it; a yes can be asked for anew (R10, R36)."""
    noted(cast, label="Reading circle")
    told_by_support(cast)
    cast.write(cast.sol, example(MayTellStopped, at=clock.now(), said_on=SAID_ON, copied=None))
    page = see(cast, cast.path("around"))
    assert "stop, 12 January Ask for a yes" in page
    cast.write(cast.ada, example(NoFurtherContact, at=clock.now(), label="reading circle"))
    assert "Ask for a yes" not in see(cast, cast.path("around"))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (MayTell.YES, "Support group, the demands: yes, {day}."),
        (MayTell.ASK, "Support group, the demands: ask each time. Ask them first."),
        (MayTell.NO, "Support group, the demands: no, {day}. Until there is a yes, it stays no."),
        (None, "Support group, the demands: no yes yet. Until there is a yes, it stays no."),
    ],
)
def test_who_hears_of_a_demand_stands_beside_the_support_groups_answer(
    cast: Cast, answer: MayTell | None, said: str
) -> None:
    """It hands nothing out: more material needs a yes, and what happened can be written down (R35, R44, R63)."""
    noted(cast, label="Reading circle", knows="demands")
    if answer is not None:
        told_by_support(cast, answer=answer)
    expected = said.format(day="12 January")
    demand = cast.write(cast.sol, example(DemandRaised, at=clock.now(), number=5))[0]
    path = cast.path(f"around/{text_of(demand)}/on")
    assert expected in see(cast, path)
    assert "What happened can still be written down." in see(cast, path)
    (one,) = people(cast)
    assert send(cast.ada.client(), path, {f"row_{text_of(one.around_id)}": "we-tell"}).status_code == 303
    assert f"Demand 5: we said that we tell them. {expected}" in see(cast, page_of(cast, one))
    more = {"from_whom": "us", "source": "ordinary-life", "demands": text_of(demand)}
    assert send(cast.bo.client(), page_of(cast, one, "/note"), more).status_code == 303
    assert "we said that we tell them" not in see(cast, page_of(cast, one))

"""That X was confronted is read from the record, and comes before anybody is told (R39, R43)."""

from answerable.core import his_turn
from answerable.core.defaults.steps import Step
from answerable.core.entries import NonCooperationNoted, StepTaken
from answerable.core.gates import Why
from answerable.core.telling import Asks, Stands
from tests.core.examples import ADA, day
from tests.core.telling_book import ready


def test_he_is_confronted_first() -> None:
    """As the worksheet says, or by a step of the concern it belongs to, or of one about the same people (R43)."""
    book = ready(without=[Asks.WORKSHEET, Asks.DECIDED, Asks.SUPERVISION])
    concern = book.book.add(ADA, NonCooperationNoted, concern=None, label=None)
    book.keep_sheet(confronted_on=None)
    assert book.unmet()[Asks.CONFRONTED] is Why.NOT_CONFRONTED
    assert book.conditions(today=day(1, 5))[Asks.CONFRONTED].stands is Stands.OPEN
    step = {"concern": concern, "own_words": None, "to": (), "on": day(2, 20)}
    book.book.add(ADA, StepTaken, step=Step.L2, **step)
    book.keep_sheet(confronted_on=None, concern=concern)
    assert book.unmet()[Asks.CONFRONTED] is Why.NOT_CONFRONTED
    others = {"concern": concern, "own_words": None, "on": day(2, 20), "to": ("Reading circle",)}
    for step_to_others in (Step.L4, Step.L7A):
        book.book.add(ADA, StepTaken, step=step_to_others, **others)
    assert book.unmet()[Asks.CONFRONTED] is Why.NOT_CONFRONTED
    book.book.add(ADA, StepTaken, step=Step.L3, **step)
    assert Asks.CONFRONTED not in book.unmet()
    book.keep_sheet(confronted_on=None, concern=None)
    assert book.unmet()[Asks.CONFRONTED] is Why.NOT_CONFRONTED
    book.book.add(ADA, NonCooperationNoted, concern=concern, label="the reading circle")
    book.keep_sheet(confronted_on=day(2, 27), concern=None)
    found = book.conditions()[Asks.CONFRONTED]
    assert (found.on, found.only_said) == (day(2, 20), False)
    found = book.conditions(today=day(2, 19))[Asks.CONFRONTED]
    assert found.stands is Stands.OPEN
    milder = his_turn.milder_steps(book.book.state(), "reading  circle")
    assert [item.entry.step for item in milder] == [Step.L2, Step.L4, Step.L3]

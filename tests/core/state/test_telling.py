"""One circle of people by its label: the newest worksheet counts, a plan needs a second member for its very words."""

from datetime import date

import pytest
from msgspec import structs

from answerable.core.entries import (
    NoticeAnswered,
    NoticeGiven,
    PeopleTold,
    SupervisionAsked,
    TellingConfirmed,
    TellingPlanned,
    ViewsNamed,
    WorksheetKept,
)
from answerable.core.entries.around import FromWhom, Knows
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.may_tell import Material
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.entries.telling import Proof, SheetOutcome
from answerable.core.state import Misfit
from answerable.core.state.telling import Circle
from tests.core.examples import ADA, BO
from tests.core.logbook import Log, example


def circle_of(log: Log, label: str = "reading circle") -> Circle:
    """Return the circle of a label."""
    found = log.state().telling.labelled(label)
    assert found is not None
    return found


def test_one_circle_is_found_however_its_label_is_spelled() -> None:
    """Worksheets, notices, plans and what was told stand together; another label is another circle."""
    log = Log()
    first = log.add(ADA, WorksheetKept)
    second = log.add(BO, WorksheetKept, label="The reading circle", on=date(2026, 3, 4))
    notice = log.add(ADA, NoticeGiven)
    log.add(BO, NoticeAnswered, notice=notice)
    asked = log.add(ADA, SupervisionAsked, about=first)
    log.add(ADA, SupervisionAsked, about=None)
    log.add(ADA, WorksheetKept, label="Choir")
    telling = log.state().telling
    assert [one.label for one in telling.circles] == ["Reading circle", "Choir"]
    one = circle_of(log)
    assert (one.circle_id, one.sheet and one.sheet.entry_id) == (first, second)
    assert one.notice is not None
    assert one.notice.proof is Proof.NOT_SHOWN
    assert [item.entry_id for item in one.asked] == [asked]
    assert len(telling.asked) == 2
    assert telling.found(notice) == one
    assert telling.found(asked) is None
    assert telling.holding(asked) == one
    assert telling.holding(bytes(16)) is None
    assert telling.labelled("Band") is None
    choir = circle_of(log, "choir")
    assert (choir.notice, choir.plan, choir.told) == (None, None, ())


def test_a_plan_waits_until_it_is_carried_out_or_a_newer_worksheet_stands() -> None:
    """And a plan whose words were corrected is confirmed anew (R44)."""
    log = Log()
    sheet = log.add(ADA, WorksheetKept)
    plan = log.add(ADA, TellingPlanned, worksheet=sheet)
    confirmed = log.add(BO, TellingConfirmed, plan=plan)
    assert [item.entry_id for item in circle_of(log).story] == [sheet, plan, confirmed]
    found = circle_of(log).plan
    assert found is not None
    assert len(found.confirmed) == 1
    log.add(ADA, TellingPlanned, worksheet=sheet, corrects=plan, words="Ask him.")
    corrected = circle_of(log).plan
    assert corrected is not None
    assert not corrected.confirmed
    told = log.add(ADA, PeopleTold, plan=plan)
    assert circle_of(log).plan is None
    assert [item.entry_id for item in circle_of(log).plans[0].told] == [told]
    assert [item.entry_id for item in log.state().telling.told] == [told]
    log.add(ADA, TellingPlanned, worksheet=sheet)
    assert circle_of(log).plan is not None
    log.add(ADA, WorksheetKept, outcome=SheetOutcome.NOT_NOW, on=date(2026, 3, 4))
    assert circle_of(log).plan is None


def test_nobody_confirms_her_own_plan() -> None:
    """Two members stand behind it, or nobody is told (R44)."""
    log = Log()
    plan = log.add(ADA, TellingPlanned, worksheet=log.add(ADA, WorksheetKept))
    log.add(ADA, TellingConfirmed, plan=plan)
    assert [one.why for one in log.state().does_not_fit] == [Misfit.OWN_PLAN]
    found = circle_of(log).plan
    assert found is not None
    assert not found.confirmed


def test_without_a_worksheet_no_plan_waits() -> None:
    """What it rests on was taken out, or is not for this reader."""
    log = Log()
    log.add(ADA, TellingPlanned)
    assert circle_of(log).plan is None


def test_what_belongs_to_nothing_that_can_be_read_is_unplaced() -> None:
    """A confirmation, an answer and names without what they are about."""
    log = Log()
    lost = [log.add(ADA, NoticeAnswered), log.add(BO, TellingConfirmed), log.add(ADA, ViewsNamed)]
    assert {one.entry_id for one in log.state().unplaced} == set(lost)


@pytest.mark.parametrize(
    ("material", "knows", "letter"),
    [
        (Material.PROCESS, Knows.PROCESS, LetterGiven.UNKNOWN),
        (Material.DEMANDS, Knows.DEMANDS, LetterGiven.UNKNOWN),
        (Material.OPEN_LETTER, Knows.OPEN, LetterGiven.YES),
    ],
)
def test_whom_we_told_knows_it_from_us(material: Material, knows: Knows, letter: LetterGiven) -> None:
    """It stands with the people around X, seen, and in their story (R35)."""
    log = Log()
    told = log.add(ADA, PeopleTold, material=material)
    (one,) = log.state().surroundings.people
    assert (one.knows, one.from_whom, one.word) == (knows, FromWhom.US, DemandWord.SEEN)
    assert one.letter is letter
    assert [item.entry_id for item in one.story] == [told]
    assert [item.entry_id for item in one.told_by_us] == [told]


def sheet_with(**fields: object) -> WorksheetKept:
    """Return a worksheet with other fields."""
    return structs.replace(example(WorksheetKept), **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"outcome": SheetOutcome.NOT_NOW, "look_again_on": None},
        {"look_again_on": date(2026, 6, 2)},
        {"look_again_on": date(2026, 2, 28)},
        {"outcome": SheetOutcome.HE_TELLS, "he_tells_by_on": None},
        {"outcome": SheetOutcome.ASK, "he_tells_by_on": date(2026, 4, 1)},
    ],
)
def test_a_worksheet_is_looked_at_again_within_three_months(fields: dict[str, object]) -> None:
    """Not now, and he tells, have their day (R46)."""
    with pytest.raises(ValueError, match=r"next look|he tells"):
        sheet_with(**fields)


def test_a_notice_leaves_him_time() -> None:
    """Its day comes after it."""
    with pytest.raises(ValueError, match="comes after"):
        structs.replace(example(NoticeGiven), by_on=example(NoticeGiven).on)

"""Correcting what was written about one circle: the older words stay, and the step that was kept with them follows."""

from typing import Any

import pytest

from answerable.core.defaults.steps import Step
from answerable.core.entries import NonCooperationNoted, NoticeAnswered, NoticeGiven, SupervisionAsked, WorksheetKept
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Fact
from answerable.core.entries.telling import Proof, SheetOutcome
from answerable.core.state.telling import Circle
from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.people import Cast
from tests.web.telling.letter_ready import CIRCLE, ago, fresh

pytestmark = pytest.mark.django_db


def circle_of(cast: Cast) -> Circle:
    """Return the only circle."""
    (found,) = cast.open(cast.ada).state.telling.circles
    return found


def change(cast: Cast, ident: bytes, answers: dict[str, Any]) -> None:
    """Have Bo correct an entry; it leads back to the circle."""
    path = cast.path(f"ask/{text_of(ident)}/change")
    done = send(cast.bo.client(), path, answers)
    assert done.status_code == 303
    assert done["Location"] == cast.path(f"ask/{text_of(circle_of(cast).circle_id)}")


def test_a_worksheet_is_corrected_as_of_its_day(cast: Cast) -> None:
    """What it said stands in the form, facts that do not fit in it stay, a day that is over does too."""
    today = cast.open(cast.ada).today
    facts = tuple(Fact(text=f"Fact {number}.", source=Source.ORDINARY_LIFE) for number in range(5))
    again = {"outcome": SheetOutcome.NOT_NOW, "look_again_on": ago(today, 10), "he_tells_by_on": None}
    kept = fresh(WorksheetKept, on=ago(today, 80), confronted_on=None, facts=facts, label=CIRCLE.label, **again)
    (first,) = cast.write(cast.ada, kept)
    change(cast, first, {"reasons": "He has not joined yet.", "trust_why": "They ride home with him."})
    sheet = circle_of(cast).sheet
    assert sheet is not None
    assert (sheet.first_id, sheet.entry.on, sheet.entry.look_again_on) == (first, kept.on, kept.look_again_on)
    assert (sheet.entry.facts, sheet.entry.reasons) == (facts, "He has not joined yet.")
    refused = send(cast.bo.client(), cast.path(f"ask/{text_of(first)}/change"), {"reasons": " "})
    assert "Write why." in text_of_page(refused)


def test_a_notice_is_corrected_with_its_step(cast: Cast) -> None:
    """So are what became of it, and what supervision was asked."""
    today = cast.open(cast.ada).today
    (concern,) = cast.write(cast.ada, fresh(NonCooperationNoted, concern=None, rests_on=(), label=CIRCLE.label))
    sheet = fresh(WorksheetKept, on=today, look_again_on=None, confronted_on=None, concern=concern)
    (about,) = cast.write(cast.ada, sheet)
    path = cast.path(f"ask/{text_of(about)}")
    notice = {"words": "Tell them.", "proof": "A mail.", "by_on": ago(today, -14).isoformat()}
    assert send(cast.ada.client(), f"{path}/note/in", notice).status_code == 303
    (given,) = circle_of(cast).notices
    (asked, answer) = cast.write(
        cast.ada,
        fresh(SupervisionAsked, about=about, on=ago(today, 3)),
        fresh(NoticeAnswered, notice=given.item.first_id, on=today, proof=Proof.NOT_SHOWN),
    )
    change(cast, given.item.entry_id, {"words": "You tell them.", "by_on": ago(today, -9).isoformat()})
    change(cast, asked, {"what": "One group.", "on": today.isoformat()})
    change(cast, answer, {"proof": "partly", "account": "One knows."})
    found = circle_of(cast)
    (given,) = found.notices
    assert isinstance(given.item.entry, NoticeGiven)
    assert (given.item.entry.words, given.item.entry.concern, given.proof) == ("You tell them.", concern, Proof.PARTLY)
    assert (found.asked[0].entry.what, found.asked[0].entry.about) == ("One group.", about)
    (one,) = cast.open(cast.ada).state.concerns
    (step,) = one.steps
    assert (step.item.entry.step, step.item.entry.words) == (Step.L6, "You tell them.")
    assert step.item.entry.answer_by_on == ago(today, -9)


def test_what_was_told_is_corrected_with_its_step(cast: Cast) -> None:
    """Out of turn, more than was written first: the step is the other one; the support group reads it."""
    (concern,) = cast.write(cast.ada, fresh(NonCooperationNoted, concern=None, rests_on=(), label="Band"))
    told = {"label": "Band", "kind": "group", "material": "demands", "words": "That there are demands."}
    assert send(cast.ada.client(), cast.path("ask/out"), told).status_code == 303
    (item,) = circle_of(cast).told
    assert item.entry.concern == concern
    change(cast, item.entry_id, {"material": "open-letter", "reactions": "They were quiet."})
    (item,) = circle_of(cast).told
    assert (item.entry.reactions, item.entry.words) == ("They were quiet.", "That there are demands.")
    assert "They were quiet." in text_of_page(cast.sol.client().get(cast.path(f"e/{text_of(item.entry_id)}")))
    (one,) = cast.open(cast.ada).state.concerns
    assert [step.item.entry.step for step in one.steps] == [Step.L7B]
    page = text_of_page(cast.ada.client().get(cast.path(f"e/{text_of(item.entry_id)}")))
    assert "All of it, from the beginning" in page

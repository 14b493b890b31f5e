"""Does this group need to know: a note, a no, not now, a yes for a spoken word, a notice with a date, a telling."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from answerable.core.entries import (
    DemandRaised,
    DocumentAdded,
    MayTellAsked,
    PeopleTold,
    TellingConfirmed,
    ViewsNamed,
    WorksheetKept,
)
from answerable.core.entries.documents import DocumentSort
from answerable.core.marks import MarkCode, marks
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.core.logbook import example
from tests.filled import send, text_of_page
from tests.people import PASSPHRASE, Cast, Person

pytestmark = pytest.mark.django_db

CIRCLE = "Reading circle"
NOTE = {
    "text": "He joined a reading circle and has told nobody there.",
    "source": "ordinary-life",
}
SHEET = {
    "label": CIRCLE,
    "kind": "group",
    "fact1": "New people ride home with him.",
    "source1": "ordinary-life",
    "trust": "yes",
    "trust_why": "He is the one who lets them in.",
    "power": "unknown",
    "power_why": "We do not see how they decide.",
    "outcome": "ask",
    "reasons": "Somebody there would want to know.",
}
WORDS = "There is a process about him. Ask him about it."
COMPLETE = {
    "turn": "Asked twice to tell them.",
    "aim": "New people can decide for themselves.",
    "milder": "Two talks with him.",
    "whom_else": "Nobody else.",
    "risks": "He may guess who told.",
    "if_wrong": "We say so to them.",
    "why_now": "They travel in spring.",
    "material": "process",
    "least": "Spoken, to the two who open the room.",
    "sequence": "Those two first; Bo calls them a week later.",
}


class Walk:
    """The cast, and a clock that can be moved."""

    def __init__(self, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cast, self._patch = cast, monkeypatch
        self.sheet = ""

    def later(self, days: int) -> None:
        """Let days go by."""
        now = clock.now() + int(timedelta(days=days).total_seconds())
        self._patch.setattr(clock, "now", lambda: now)

    def client(self, person: Person | None = None) -> Client:
        """Return a browser in which somebody, or Ada, has just signed in."""
        return (person or self.cast.ada).client()

    def page(self, rest: str = "", person: Person | None = None) -> str:
        """Return a page of the circle, or of Linden, in words."""
        path = self.cast.path(rest) if rest.startswith(("now", "around", "agenda", "who")) else f"{self.sheet}{rest}"
        return text_of_page(self.client(person).get(path)).replace("\N{NO-BREAK SPACE}", " ")

    def send(self, rest: str, answers: dict[str, Any], person: Person | None = None) -> Any:
        """Fill in a form of the circle's pages; return the answer."""
        return send(self.client(person), f"{self.sheet}{rest}", answers)

    def day(self, ahead: int) -> str:
        """Return a day so many days ahead."""
        return (self.cast.open(self.cast.ada).today + timedelta(days=ahead)).isoformat()

    def answer(self, answer: str, material: str = "process", **more: str) -> None:
        """Have Sol say what may be told to them."""
        said = {"whom": "group", "label": CIRCLE, "material": material, "answer": answer, **more}
        assert send(self.client(self.cast.sol), self.cast.path("who/new"), said).status_code == 303

    def decide(self) -> str:
        """Have the two decide together about the newest worksheet; return the path of the decision."""
        circle = self.cast.open(self.cast.ada).state.telling.circles[0]
        assert circle.sheet is not None
        ident = text_of(circle.sheet.first_id)
        asked = send(
            self.client(), self.cast.path(f"agenda/new/{ident}"), {"protects": "Those new there"}, holding="question"
        )
        assert asked.status_code == 303
        path = str(asked["Location"])
        assert "who stood how" in text_of_page(self.client(self.cast.bo).get(f"{path}/answer"))
        for person in (self.cast.ada, self.cast.bo):
            send(person.client(), f"{path}/answer", {"view": "agree", "why": "It is time."}, holding="why")
        closing = {"sort": "act", "decided": "We tell them, spoken.", "reasons": "He stalls.", "protects": "New people"}
        assert send(self.client(), f"{path}/close", closing, holding="decided").status_code == 303
        return path


@pytest.fixture
def walk(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Return the cast with a letter and a demand, and a clock."""
    cast.write(cast.sol, example(DocumentAdded, sort=DocumentSort.MANDATE_LETTER, copied=None))
    cast.write(cast.sol, example(DemandRaised, copied=None))
    return Walk(cast, monkeypatch)


def asked_and_refused(walk: Walk) -> None:
    """From the note to the no of the support group, and not now."""
    cast = walk.cast
    assert send(walk.client(), cast.path("note"), NOTE, holding="text").status_code == 303
    assert "You have not asked yourselves about anybody yet." in text_of_page(walk.client().get(cast.path("ask")))
    answer = send(walk.client(), cast.path("ask/new"), SHEET)
    assert answer.status_code == 303
    assert "/who/ask/" in answer["Location"]
    asked = send(walk.client(), answer["Location"], {"why": "He lets new people in."})
    assert asked.status_code == 303
    question = next(one.entry for one in cast.open(cast.sol).filed if isinstance(one.entry, MayTellAsked))
    assert question.audience.label == CIRCLE
    walk.sheet = cast.path("ask/" + answer["Location"].rpartition("/")[2])
    walk.answer("no")
    assert "Support group: no" in walk.page()
    late = {"outcome": "not-now", "reasons": "She says no.", "look_again_on": walk.day(200)}
    assert walk.send("/new", late).status_code == 422
    assert walk.send("/new", late | {"look_again_on": walk.day(60)}).status_code == 303
    assert "Not now." in walk.page()


def weighed_and_decided(walk: Walk) -> None:
    """From a yes for a spoken word to the decision; all groups read who stood how."""
    cast = walk.cast
    walk.answer("yes", condition="two of you are there")
    again = {**COMPLETE, "confronted_on": walk.day(0), "outcome": "we-tell", "reasons": "Trust grows, and he stalls."}
    assert walk.send("/new", again).status_code == 303
    path = walk.decide()
    seen = text_of_page(walk.client(cast.uma).get(path))
    assert "Ada Agrees. It is time." in seen
    assert [one for one in cast.open(cast.sol).filed if isinstance(one.entry, ViewsNamed)]
    assert not [one for one in cast.open(cast.uma).filed if isinstance(one.entry, WorksheetKept)]
    gate = walk.page("/talk")
    assert "Not yet possible" in gate
    assert "He got no notice with a date" in gate
    assert "Supervision was not asked in writing yet." in gate
    assert "If: two of you are there" in gate


def his_day_runs_out(walk: Walk) -> None:
    """The notice, supervision asked, the days in between, and that he showed nothing."""
    notice = {"words": "You inform them, else we may.", "by_on": walk.day(7), "proof": "A mail of theirs."}
    assert walk.send("/note", notice).status_code == 303
    supervision = {"asked_them": "written", "what": "We think of telling one group.", "how": "A letter"}
    assert walk.send("/seen", supervision).status_code == 303
    assert "waiting until" in walk.page("/talk")
    walk.later(8)
    assert "What became of the notice" in walk.page("now")
    (circle,) = walk.cast.open(walk.cast.ada).state.telling.circles
    assert circle.notice is not None
    proof = walk.cast.path(f"ask/{text_of(circle.notice.item.first_id)}/look")
    assert send(walk.client(), proof, {"proof": "not-shown", "account": "He needs time."}).status_code == 303
    assert "What became of the notice" not in walk.page("now")
    walk.later(3)


def planned_and_confirmed(walk: Walk) -> str:
    """Planned by Ada, with the condition of the yes; confirmed by Bo; return the path of the plan."""
    cast = walk.cast
    assert cast.ada.account
    assert cast.bo.account
    words = {"words": WORDS, "by": text_of(cast.ada.user), "condition": "on"}
    assert walk.send("/talk", {**words, "condition": None, "passphrase": PASSPHRASE}).status_code == 422
    assert walk.send("/talk", {**words, "passphrase": "something else entirely"}).status_code == 422
    planned = walk.send("/talk", {**words, "passphrase": PASSPHRASE})
    assert planned.status_code == 303
    plan = str(planned["Location"])
    assert "A second member has not confirmed the plan yet." in text_of_page(walk.client().get(plan))
    assert "A plan to tell: Reading circle" in walk.page("now")
    mark = plan.replace("/open", "/mark")
    assert "You planned it. Another member confirms it." in text_of_page(walk.client().get(mark))
    assert send(walk.client(cast.bo), mark, {"passphrase": PASSPHRASE}).status_code == 303
    assert [one for one in cast.open(cast.ada).filed if isinstance(one.entry, TellingConfirmed)]
    assert "This may be said, and no more." in text_of_page(walk.client(cast.bo).get(plan))
    return plan


def stopped(walk: Walk, plan: str) -> None:
    """A stop shuts what was confirmed, at once, with the reason; a new yes of the same terms opens it again (R10)."""
    assert send(walk.client(walk.cast.uma), walk.cast.path("who/off"), {"source": "A call"}).status_code == 303
    page = text_of_page(walk.client().get(plan)).replace("\N{NO-BREAK SPACE}", " ")
    assert "The plan was confirmed. It stands still all the same." in page
    assert "The support group says no for “Reading circle”" in page
    assert WORDS not in page
    assert "It happened all the same: write it down" in page
    assert "It stands still. Look why." in walk.page("now")
    walk.later(1)
    walk.answer("yes", condition="two of you are there")


def test_from_a_no_to_a_telling_that_two_stand_behind(walk: Walk) -> None:
    """Asked, refused, looked at again, a notice, its day over, planned, confirmed, told (R9, R43-R46)."""
    cast = walk.cast
    asked_and_refused(walk)
    walk.later(61)
    assert "Look again whether they need to know: Reading circle" in walk.page("now")
    weighed_and_decided(walk)
    his_day_runs_out(walk)
    plan = planned_and_confirmed(walk)
    stopped(walk, plan)
    happened = {"reactions": "They want to talk first.", "basis": "The interest of new people."}
    assert send(walk.client(), plan.replace("/open", "/out"), happened).status_code == 303
    (entry,) = (one for one in cast.open(cast.sol).filed if isinstance(one.entry, PeopleTold))
    assert isinstance(entry.entry, PeopleTold)
    assert entry.entry.words == WORDS
    state = cast.open(cast.ada).state
    assert marks(state, state.entries[entry.entry_id]) == ()
    assert "We told them on" in walk.page("around")
    assert "This plan is over" in text_of_page(walk.client().get(plan))


def test_somebody_told_a_friend_out_of_turn(walk: Walk) -> None:
    """It is written down at once, marked, and stands with the people around X (R63)."""
    told = {
        "label": "K.",
        "kind": "person",
        "material": "demands",
        "words": "That there are demands.",
        "reactions": "She was upset.",
    }
    answer = send(walk.client(), walk.cast.path("ask/out"), told)
    assert answer.status_code == 303
    page = text_of_page(walk.client().get(answer["Location"]))
    assert "Told out of turn" in page
    assert "Done without a yes of the support group" in page
    state = walk.cast.open(walk.cast.ada).state
    (item,) = state.telling.told
    assert MarkCode.TOLD_OUT_OF_TURN in [one.code for one in marks(state, state.entries[item.entry_id])]
    assert "K." in walk.page("around")

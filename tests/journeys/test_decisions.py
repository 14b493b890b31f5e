"""Deciding together: three decide not to tell, one has concerns, supervision objects, the next look becomes due."""

from datetime import timedelta

import pytest

from answerable.core.circles import Role
from answerable.core.entries import DecisionReached, PositionTaken
from answerable.core.entries.decisions import Sort
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.people import Cast, Person, join

pytestmark = pytest.mark.django_db

QUESTION = "Do we tell the choir that he sings with?"
NOT_TO_TELL = {
    "sort": "not-to-act",
    "decided": "We do not tell the choir now.",
    "reasons": "He leaves it in spring, and nobody new comes before.",
}
CONCERN = "Three months are long for those who are new there."


@pytest.fixture
def three(cast: Cast) -> tuple[Cast, Person]:
    """Return the cast with Cay in the contact circle."""
    cay = Person("Cay")
    join(cast.process, cay, Role.CONTACT, voucher=cast.ada, admitter=cast.bo)
    return cast, cay


def proposed(cast: Cast) -> str:
    """Have Ada ask; return the path of the decision."""
    answers = {"question": QUESTION, "options": "Tell them\nWait", "protects": "Those who are new in the choir"}
    facts = {"fact1": "He leads the warm-up.", "source1": "ordinary-life"}
    answer = send(cast.ada.client(), cast.path("agenda/new"), {**answers, **facts}, holding="question")
    assert answer.status_code == 303
    return str(answer["Location"])


def test_three_decide_not_to_tell_and_supervision_objects(
    three: tuple[Cast, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way: asked, said, closed with reasons, read and objected to elsewhere, due again, and it stays."""
    cast, cay = three
    path = proposed(cast)
    ada, bo = cast.ada.client(), cast.bo.client()
    assert "Say how you stand to a decision" in text_of_page(bo.get(cast.path("now")))
    send(ada, f"{path}/answer", {"view": "agree"}, holding="why")
    closing = NOT_TO_TELL
    refused = send(ada, f"{path}/close", closing, holding="decided")
    assert refused.status_code == 409
    assert "One person cannot decide this. One more view is needed." in text_of_page(refused)
    assert closing["reasons"] in text_of_page(refused)
    send(bo, f"{path}/answer", {"view": "concerns", "why": CONCERN}, holding="why")
    note = {"who": text_of(cay.user), "view": "agree", "told_how": "on the phone"}
    send(ada, f"{path}/answer", note, holding="why")
    assert "Noted by Ada: on the phone" in text_of_page(ada.get(path))
    assert "Write down what you decided" in text_of_page(ada.get(cast.path("now")))
    assert send(ada, f"{path}/close", closing, holding="decided").status_code == 303

    seen = cast.uma.client().get(path)
    said = text_of_page(seen)
    assert closing["decided"] in said
    assert closing["reasons"] in said
    assert f"Seen otherwise {CONCERN}" in said
    assert "Three were asked: two agree and one has concerns." in said
    assert "Bo sees it otherwise" not in said
    assert not [one for one in cast.open(cast.uma).filed if isinstance(one.entry, PositionTaken)]
    (made,) = (one for one in cast.open(cast.uma).filed if isinstance(one.entry, DecisionReached))
    about = cast.path(f"post/about/{text_of(made.entry_id)}")
    assert about in seen.content.decode()
    send(cast.uma.client(), about, {"words": "Who is new there does not know."}, holding="words")
    assert "Objection: Who is new there does not know." in text_of_page(ada.get(path))
    assert "Answer an objection" in text_of_page(ada.get(cast.path("now")))

    update = ada.get(cast.path("update/new")).content.decode()
    assert "We decided not to act: We do not tell the choir now." in update
    assert CONCERN in update

    later = clock.now() + int(timedelta(days=95).total_seconds())
    monkeypatch.setattr(clock, "now", lambda: later)
    ada = cast.ada.client()
    assert "Look at a decision again" in text_of_page(ada.get(cast.path("now")))
    assert send(ada, f"{path}/look", {"why": "He has left the choir."}, holding="why").status_code == 303
    assert "Look at a decision again" not in text_of_page(ada.get(cast.path("now")))
    assert "it stays He has left the choir." in text_of_page(cast.sol.client().get(path))


def test_all_are_heard_where_the_group_agreed_on_that(three: tuple[Cast, Person]) -> None:
    """A member changes how many a decision needs; the next question waits for everybody, the open one does not (R4)."""
    cast, _cay = three
    ada, bo = cast.ada.client(), cast.bo.client()
    before = proposed(cast)
    send(ada, cast.path("people/list/change"), {"quorum": "all", "reason": "We are three."}, holding="quorum")
    path = proposed(cast)
    for client in (ada, bo):
        for one in (before, path):
            send(client, f"{one}/answer", {"view": "agree"}, holding="why")
    refused = send(ada, f"{path}/close", NOT_TO_TELL, holding="decided")
    assert refused.status_code == 409
    assert "As you agreed, one more view is needed." in text_of_page(refused)
    assert send(ada, f"{before}/close", NOT_TO_TELL, holding="decided").status_code == 303


def test_what_was_decided_at_a_meeting_is_written_down_by_one(cast: Cast) -> None:
    """With who was there and said what; a mark says that too few were there (R63)."""
    ada = cast.ada.client()
    answers = {
        "question": QUESTION,
        "sort": "act",
        "decided": "Ada asks him first.",
        "reasons": "It is his turn.",
        "protects": "Those in the choir",
    }
    members = sorted((cast.ada.user, cast.bo.user))
    mine = f"view{members.index(cast.ada.user)}"
    answer = send(ada, cast.path("agenda/in"), {**answers, mine: "agree"}, holding="decided")
    assert answer.status_code == 303
    page = text_of_page(ada.get(answer["Location"]))
    assert "Decided before enough of you had said how they stand." in page
    (decision,) = cast.open(cast.bo).state.decisions
    assert decision.outcome is not None
    assert decision.outcome.entry.sort is Sort.ACT
    assert "Decided before enough" in text_of_page(cast.sol.client().get(answer["Location"]))


def test_a_block_means_talking_on_and_a_fresh_round(cast: Cast) -> None:
    """Nothing is decided over a block; the question is taken up once more, with everybody asked anew."""
    path = proposed(cast)
    ada, bo = cast.ada.client(), cast.bo.client()
    send(ada, f"{path}/answer", {"view": "agree"}, holding="why")
    assert send(bo, f"{path}/answer", {"view": "block"}, holding="why").status_code == 422
    send(bo, f"{path}/answer", {"view": "block", "why": "She has not said yes."}, holding="why")
    assert "Somebody blocks it." in text_of_page(ada.get(path))
    closing = {"sort": "act", "decided": "We tell them.", "reasons": "They asked."}
    assert send(ada, f"{path}/close", closing, holding="decided").status_code == 409
    talked = {"sort": "talk-on", "decided": "We ask the support group.", "reasons": "Bo is right to wait."}
    assert send(ada, f"{path}/close", talked, holding="decided").status_code == 303
    fresh = send(ada, f"{path}/again", {}, holding="question")
    assert fresh.status_code == 303
    assert "The fresh round" in text_of_page(bo.get(path))
    assert "The round before" in text_of_page(bo.get(fresh["Location"]))
    first, second = cast.open(cast.ada).state.decisions
    assert first.followed_by == second.item.first_id
    assert first.look_again_on is None

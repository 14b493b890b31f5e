"""Questions and objections between the circles: asked, answered, never owed by those who ask nothing of themselves."""

import pytest

from answerable.core.circles import Role
from answerable.core.duties import Code, all_duties
from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.people import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def question_id(cast: Cast, place: int = -1) -> str:
    """Return the id of a question as it stands in URLs."""
    return text_of(cast.open(cast.ada).state.questions[place].item.entry_id)


def test_the_support_group_asks_and_the_contact_group_answers(cast: Cast) -> None:
    """Sol asks, Bo sees until when an answer is due, Bo answers, Sol reads it (R5)."""
    send(cast.sol.client(), cast.path("post/new"), {"words": "Did he start?"})
    bo = cast.bo.client()
    listed = text_of_page(bo.get(cast.path("post")))
    assert "Something is waiting for an answer of ours." in listed
    assert "An answer is due by" in listed
    opened = cast.open(cast.bo)
    assert Code.ANSWER_QUESTION in {duty.code for duty in all_duties(opened.state, opened.today)}
    path = cast.path(f"post/{question_id(cast)}")
    assert send(bo, path, {"words": "Not yet. We ask him again."}).status_code == 303
    assert "Not yet. We ask him again." in text_of_page(cast.sol.client().get(path))
    assert "Nothing is waiting for an answer of ours." in text_of_page(bo.get(cast.path("post")))


def test_the_support_group_owes_no_answer_and_gives_one(cast: Cast) -> None:
    """Ada asks; no page tells Sol that she must answer; she answers all the same."""
    send(cast.ada.client(), cast.path("post/new"), {"words": "Is the flat all right to be told?"})
    path = cast.path(f"post/{question_id(cast)}")
    sol = cast.sol.client()
    page = text_of_page(sol.get(path))
    assert "No answer yet. None is owed." in page
    assert "due" not in page
    assert send(sol, path, {"words": "Yes."}).status_code == 303
    answer = cast.open(cast.ada).state.questions[0].answers[0]
    assert (answer.entry.text, answer.entry.copied) == ("Yes.", None)
    assert not cast.open(cast.ada).state.does_not_fit


def test_a_question_of_theirs_that_came_by_mail_is_filed_as_theirs(cast: Cast) -> None:
    """Ada copies it; the contact group owes the answer, and Bo reads the copy against the mail."""
    today = cast.open(cast.ada).today.isoformat()
    answers = {"words": "When do you write again?", "said_on": today, "source": "A mail"}
    assert send(cast.ada.client(), cast.path("post/in"), answers).status_code == 303
    question = cast.open(cast.bo).state.questions[0]
    assert question.asked_by is Role.SUPPORT
    path = cast.path(f"post/{text_of(question.item.entry_id)}")
    page = text_of_page(cast.bo.client().get(path))
    assert "Read it against its source" in page
    assert "An answer is due by" in page
    assert send(cast.bo.client(), path, {"words": "In March."}).status_code == 303
    assert not cast.open(cast.bo).state.does_not_fit


def test_supervision_objects_and_all_three_read_the_answer(cast: Cast) -> None:
    """Uma objects to a demand's handling in writing; the contact group answers; Sol can read both (R47)."""
    send(cast.sol.client(), cast.path("list/new"), {"facet": "inform", "words": "Tell the people you live with."})
    demand = text_of(cast.open(cast.uma).state.demands[0].demand_id)
    uma = cast.uma.client()
    page = text_of_page(uma.get(cast.path(f"post/about/{demand}")))
    assert "Tell the people you live with." in page
    assert send(uma, cast.path(f"post/about/{demand}"), {"words": "Who protects them?"}).status_code == 303
    objection = cast.open(cast.ada).state.objections[0]
    assert objection.raised_by is Role.SUPERVISION
    path = cast.path(f"post/{text_of(objection.item.entry_id)}")
    shown = text_of_page(cast.ada.client().get(path))
    assert "It is about:" in shown
    assert "An answer is due by" in shown
    assert send(cast.ada.client(), path, {"words": "We talk to them first."}).status_code == 303
    for person in (cast.sol, cast.uma):
        assert "We talk to them first." in text_of_page(person.client().get(path))
    assert "Who protects them?" in text_of_page(cast.sol.client().get(cast.path(f"list/{demand}")))


def test_an_objection_that_came_by_mail_is_copied(cast: Cast) -> None:
    """Bo copies it from a mail: it is nobody's own until somebody has read it, and it still has to be answered."""
    send(cast.sol.client(), cast.path("list/new"), {"facet": "inform", "words": "Tell the people you live with."})
    demand = text_of(cast.open(cast.ada).state.demands[0].demand_id)
    answers = {
        "words": "We see that otherwise.",
        "said_on": cast.open(cast.ada).today.isoformat(),
        "source": "A mail",
        "from_whom": "Supervision group",
    }
    assert send(cast.bo.client(), cast.path(f"post/about/{demand}"), answers).status_code == 303
    objection = cast.open(cast.ada).state.objections[0]
    assert objection.raised_by is None
    assert objection.item.entry.copied is not None
    page = text_of_page(cast.ada.client().get(cast.path("post")))
    assert "Objection: Supervision group" in page


def test_a_question_can_be_opened_to_supervision_with_its_answer(cast: Cast) -> None:
    """Without the tick Uma sees nothing; with it she reads question and answer."""
    ada, sol = cast.ada.client(), cast.sol.client()
    send(ada, cast.path("post/new"), {"words": "Between us two groups."})
    send(ada, cast.path("post/new"), {"words": "For all three groups.", "supervision": "on"})
    send(sol, cast.path(f"post/{question_id(cast)}"), {"words": "Our answer."})
    uma = cast.uma.client()
    listed = text_of_page(uma.get(cast.path("post")))
    assert "For all three groups." in listed
    assert "Between us two groups." not in listed
    assert "Our answer." in text_of_page(uma.get(cast.path(f"post/{question_id(cast)}")))
    assert uma.get(cast.path(f"post/{question_id(cast, 0)}")).status_code == 404


def test_the_page_says_when_the_mail_was_looked_at(cast: Cast) -> None:
    """The line leads to Now, where it is noted; only the contact group has a mailbox."""
    page = text_of_page(cast.ada.client().get(cast.path("post")))
    assert "Nobody has noted yet that the mail was looked at." in page
    assert "mail was" not in text_of_page(cast.sol.client().get(cast.path("post")))

"""Refusals, errors, other groups, forms sent twice: the pages of decisions."""

from datetime import timedelta

import msgspec
import pytest

from answerable.core.circles import Role
from answerable.core.entries import AgreementMade
from answerable.core.entries.decisions import Sort
from answerable.sealing.randomness import draw
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import post, send, text_of_page
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db

ASKED = {"question": "Do we write to the choir?", "protects": "Those who sing there"}
CLOSED = {"sort": "act", "decided": "We write.", "reasons": "It is time."}


def proposed(cast: Cast, **answers: object) -> str:
    """Have Ada ask; return the path of the decision."""
    return str(send(cast.ada.client(), cast.path("agenda/new"), {**ASKED, **answers}, holding="question")["Location"])


def decided(cast: Cast) -> str:
    """Have Ada and Bo agree and Bo write down the outcome; return the path of the decision."""
    path = proposed(cast)
    for person in (cast.ada, cast.bo):
        send(person.client(), f"{path}/answer", {"view": "agree"}, holding="why")
    assert send(cast.bo.client(), f"{path}/close", CLOSED, holding="decided").status_code == 303
    return path


@pytest.mark.parametrize("end", ["", "/answer", "/close", "/again", "/look", "/note"])
def test_who_comes_in(cast: Cast, end: str) -> None:
    """Support and supervision read a decision and decide nothing; strangers find nothing."""
    path = proposed(cast)
    for person in (cast.sol, cast.uma):
        assert person.client().get(path + end).status_code == (403 if end else 200)
    for person in (cast.out, cast.eve):
        assert person.client().get(path + end).status_code == 404
    assert browser().get(path + end)["Location"] == "/in"
    for ident in ("x", "a" * 26, text_of(draw(16))):
        assert cast.ada.client().get(cast.path(f"agenda/{ident}{end}")).status_code == 404


def test_only_what_the_group_answers_together_fills_in_a_question(cast: Cast) -> None:
    """An id of something else, or of nothing, leads nowhere; other groups ask nothing."""
    made = AgreementMade(
        at=clock.now(),
        meant_for=(Role.CONTACT,),
        on=cast.open(cast.ada).today,
        text="He asks.",
        by_on=None,
        replaces=None,
    )
    (first,) = cast.write(cast.ada, made)
    for ident in ("x", text_of(draw(16)), text_of(first)):
        assert cast.ada.client().get(cast.path(f"agenda/new/{ident}")).status_code == 404
    for times in range(2):
        entry = msgspec.structs.replace(made, replaces=first, text=f"He asks, {times}.")
        (first,) = cast.write(cast.ada, entry)
    path = cast.path(f"agenda/new/{text_of(first)}")
    assert "stands in the place of others. Replaced 2 times." in text_of_page(cast.ada.client().get(path))
    assert cast.sol.client().get(path).status_code == 403


def test_an_empty_page_says_what_will_be_here(cast: Cast) -> None:
    """Not to act is a decision, too; others learn that they can object."""
    assert "Not to act is one too" in text_of_page(cast.ada.client().get(cast.path("agenda")))
    assert "You can object in writing" in text_of_page(cast.sol.client().get(cast.path("agenda")))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"question": "\u200b"}, "Write what is to be decided"),
        ({"protects": ""}, "is no ground by itself"),
        ({"until_on": "2020-01-01"}, "Choose a day from today on"),
        ({"until_on": "2999-01-01"}, "Choose a day from today on"),
        ({"options": "\n".join("x" * 9)}, "At most eight lines"),
        ({"fact1": "He leads it."}, "Say how you know it"),
        ({"why_recused": "Why."}, "Say who takes no part"),
    ],
)
def test_a_question_that_lacks_something_loses_nothing(cast: Cast, answers: dict[str, str], said: str) -> None:
    """The message stands beside the question; what was typed is still there; nothing is asked."""
    answer = send(
        cast.ada.client(), cast.path("agenda/new"), {**ASKED, "why_recused": "Why.", **answers}, holding="question"
    )
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert "Why." in answer.content.decode()
    assert not cast.open(cast.ada).state.decisions


def test_who_takes_no_part_is_named_with_the_reason(cast: Cast) -> None:
    """And is not waited for; somebody has to decide."""
    ada, bo = text_of(cast.ada.user), text_of(cast.bo.user)
    client, path = cast.ada.client(), cast.path("agenda/new")
    for who, said in (([bo], "Say why"), ([ada, bo], "Somebody has to decide")):
        assert said in text_of_page(send(client, path, {**ASKED, "recused": who}, holding="question"))
    made = proposed(cast, recused=[bo], why_recused="a friend of his")
    page = text_of_page(cast.sol.client().get(made))
    assert "Bo takes no part a friend of his" in page
    assert "Waits for Ada." in text_of_page(client.get(made))
    answer = send(cast.bo.client(), f"{made}/answer", {"view": "agree", "who": bo}, holding="why")
    assert answer.status_code == 422


def test_a_view_is_sent_twice_changed_and_noted_for_another(cast: Cast) -> None:
    """Twice is once; the newest counts; for another one says how it was heard."""
    path = proposed(cast)
    client = cast.ada.client()
    page = client.get(f"{path}/answer")
    for _ in range(2):
        assert post(client, f"{path}/answer", page, {"view": "agree"}, holding="why").status_code == 303
    assert post(client, f"{path}/answer", page, {"view": "concerns", "why": "?"}, holding="why").status_code == 409
    send(client, f"{path}/answer", {"view": "stand-aside", "why": "I am tired."}, holding="why")
    assert "stands aside. I am tired." in text_of_page(client.get(path))
    other = {"view": "agree", "who": text_of(cast.bo.user)}
    assert "Say how you heard it" in text_of_page(send(client, f"{path}/answer", other, holding="why"))
    own = {"view": "agree", "told_how": "on the phone"}
    assert "Say whose view it is" in text_of_page(send(client, f"{path}/answer", own, holding="why"))
    assert "Say how you stand to it" in text_of_page(send(client, f"{path}/answer", {"view": ""}, holding="why"))


def test_with_a_name_where_wished(cast: Cast) -> None:
    """Dissent carries a name only where its author wished (R24)."""
    path = proposed(cast)
    send(cast.ada.client(), f"{path}/answer", {"view": "agree"}, holding="why")
    send(cast.bo.client(), f"{path}/answer", {"view": "concerns", "why": "Too soon.", "with_name": "on"}, holding="why")
    page = cast.ada.client().get(f"{path}/close")
    assert "Goes with it, unchanged Too soon." in text_of_page(page)
    assert post(cast.ada.client(), f"{path}/close", page, CLOSED, holding="decided").status_code == 303
    assert "Bo sees it otherwise Too soon." in text_of_page(cast.sol.client().get(path))


def test_an_outcome_needs_its_reasons_and_is_written_once(cast: Cast) -> None:
    """Reasons are asked in the words of message 8; the same form twice is one outcome, another form finds it over."""
    path = proposed(cast)
    for person in (cast.ada, cast.bo):
        send(person.client(), f"{path}/answer", {"view": "agree"}, holding="why")
    client = cast.bo.client()
    refused = send(client, f"{path}/close", {**CLOSED, "reasons": ""}, holding="decided")
    assert refused.status_code == 422
    assert "Write why. People you answer to want to be able to follow or question it." in text_of_page(refused)
    page, stale = client.get(f"{path}/close"), cast.ada.client().get(f"{path}/close")
    late = cast.ada.client().get(f"{path}/answer")
    for _ in range(2):
        assert post(client, f"{path}/close", page, CLOSED, holding="decided").status_code == 303
    assert post(client, f"{path}/close", page, {**CLOSED, "reasons": "Other."}, holding="decided").status_code == 409
    ada = cast.ada.client()
    assert post(ada, f"{path}/close", stale, CLOSED, holding="decided").status_code == 409
    assert post(ada, f"{path}/answer", late, {"view": "agree"}, holding="why").status_code == 409
    assert "Nothing was changed" in text_of_page(ada.get(f"{path}/close"))
    (decision,) = cast.open(cast.ada).state.decisions
    assert decision.outcome is not None
    assert decision.outcome.entry.sort is Sort.ACT


def test_a_decision_of_a_meeting_is_sent_twice_and_corrected_by_nothing(cast: Cast) -> None:
    """One save; other words after it say that the first stand; a day to come is refused."""
    client, path = cast.ada.client(), cast.path("agenda/in")
    page = client.get(path)
    met = {**ASKED, **CLOSED, "view1": "agree", "said1": "It is right."}
    today = cast.open(cast.ada).today
    for on, said in ((today + timedelta(days=1), "This day cannot be after today"), (today.replace(year=1900), "year")):
        refused = post(client, path, page, {**met, "on": str(on)}, holding="decided")
        assert refused.status_code == 422
        assert said in text_of_page(refused)
    for _ in range(2):
        assert post(client, path, page, met, holding="decided").status_code == 303
    assert post(client, path, page, {**met, "decided": "We do not write."}, holding="decided").status_code == 409
    assert len(cast.open(cast.ada).state.decisions) == 1
    assert "Decided at a meeting, written down afterwards." in text_of_page(
        client.get(cast.path(f"e/{text_of(cast.open(cast.ada).state.decisions[0].item.entry_id)}"))
    )


def test_what_people_concerned_ask_stays_with_it(cast: Cast) -> None:
    """Their question and what was said to them, for supervision too where somebody ticks it (R47)."""
    path = proposed(cast)
    client = cast.ada.client()
    assert "Nothing was changed" in text_of_page(client.get(f"{path}/note"))
    assert "Nothing was changed" in text_of_page(client.get(f"{path}/look"))
    path = decided(cast)
    asked = {"by": "The choir", "question": "Why now?", "answer": "It was time."}
    page = client.get(f"{path}/note")
    refused = post(client, f"{path}/note", page, {**asked, "on": "2999-01-01"}, holding="by")
    assert "This day cannot be after today" in text_of_page(refused)
    for _ in range(2):
        assert post(client, f"{path}/note", page, {**asked, "supervision": "on"}, holding="by").status_code == 303
    assert "Why now? What we said It was time." in text_of_page(cast.uma.client().get(path))
    assert "Why now?" not in text_of_page(cast.sol.client().get(path))


def test_an_open_decision_shows_others_no_views(cast: Cast) -> None:
    """They read the question and that the group is deciding: no names of those who have said, no number."""
    path = proposed(cast)
    send(cast.bo.client(), f"{path}/answer", {"view": "block", "why": "Not so."}, holding="why")
    for person in (cast.sol, cast.uma):
        for where in (path, cast.path("agenda"), cast.path("now")):
            page = text_of_page(person.client().get(where))
            assert "Not so." not in page
            assert "Waits for" not in page
        assert "The contact group is deciding." in text_of_page(person.client().get(path))


def test_lists_tell_open_from_made(cast: Cast) -> None:
    """What waits comes first, with who is waited for; what was decided shows its day and the next look."""
    decided(cast)
    path = proposed(cast, question="And the flat?")
    page = text_of_page(cast.bo.client().get(cast.path("agenda")))
    assert page.index("And the flat?") < page.index("We write.")
    assert "Something waits for how you stand to it." in page
    for person in (cast.ada, cast.bo):
        send(person.client(), f"{path}/answer", {"view": "agree"}, holding="why")
    assert "Everybody who was asked has said how they stand." in text_of_page(cast.bo.client().get(cast.path("agenda")))
    assert "Something is to be decided." in text_of_page(cast.bo.client().get(cast.path("agenda")))
    send(cast.ada.client(), f"{path}/close", CLOSED, holding="decided")
    assert "Nothing is to be decided at present." in text_of_page(cast.bo.client().get(cast.path("agenda")))

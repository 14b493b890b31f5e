"""The page on which words that leave are read: refusals, ids of others, double submit (R12)."""

import pytest

from answerable.core.defaults.steps import Step
from answerable.core.entries import NonCooperationNoted, NoticeGiven, OutgoingRead, StepTaken, TellingPlanned
from answerable.sealing.randomness import draw
from answerable.web.base.forms import text_of
from tests.core.logbook import example
from tests.filled import form_on, post, send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db

LONG = "We looked at it together in spring and wait until summer. The Lindenhof knows of it."
MET = {"question": "Do we tell the choir?", "protects": "Those who sing there", "sort": "not-to-act"}
MET |= {"decided": "Not now", "reasons": "He leaves it."}


def told(cast: Cast, tell: str = LONG) -> str:
    """Have Ada write down reasons that can be told; return the page on which they are read."""
    assert send(cast.ada.client(), cast.path("agenda/in"), {**MET, "tell": tell}).status_code == 303
    outcome = cast.open(cast.ada).state.decisions[-1].outcome
    assert outcome is not None
    return cast.path(f"over/{text_of(outcome.entry_id)}")


def readings(cast: Cast) -> list[OutgoingRead]:
    """Return what was read."""
    return [one.entry for one in cast.open(cast.ada).filed if isinstance(one.entry, OutgoingRead)]


def test_its_author_is_no_second_reader(cast: Cast) -> None:
    """Her page has no button; a form sent all the same keeps nothing."""
    place = told(cast)
    page = cast.ada.client().get(place)
    assert "I have read exactly these words" not in text_of_page(page)
    assert LONG in text_of_page(page)
    (seen,) = form_on(cast.bo.client().get(place), holding="seen")[1]["seen"]
    assert cast.ada.client().post(place, {"entry": text_of(draw(16)), "seen": seen}).status_code == 303
    assert readings(cast) == []


def test_sent_twice_is_kept_once(cast: Cast) -> None:
    """And a second page of the same reader adds nothing."""
    place, client = told(cast), cast.bo.client()
    page = client.get(place)
    for _time in range(2):
        assert post(client, place, page, {}).status_code == 303
    other = cast.bo.client()
    assert "I have read exactly these words" not in text_of_page(other.get(place))
    assert [one.stays for one in readings(cast)] == [0]


@pytest.mark.parametrize("seen", ["", "00" * 32, "zz"])
def test_other_words_than_those_she_had_before_her(cast: Cast, seen: str) -> None:
    """She reads them once more."""
    page = send(cast.bo.client(), told(cast), {"seen": seen})
    assert page.status_code == 409
    assert "These are not the words you had before you." in text_of_page(page)
    assert readings(cast) == []


def test_a_list_made_meanwhile_asks_for_another_look(cast: Cast) -> None:
    """The page stood open before there was one; then the author looks as well."""
    place = told(cast)
    page = cast.bo.client().get(place)
    send(cast.sol.client(), cast.path("who/list"), {"words": "Lindenhof"})
    refused = post(cast.bo.client(), place, page, {})
    assert refused.status_code == 422
    assert "Tick this, or change the words" in text_of_page(refused)
    for person in (cast.ada, cast.bo):
        assert send(person.client(), place, {"stays": "on"}).status_code == 303
    assert [one.stays for one in readings(cast)] == [1, 1]


def test_ids_of_others_and_of_nothing(cast: Cast) -> None:
    """Strangers find nothing, other groups are told whose page it is, an entry without such words is none."""
    place = told(cast)
    for person, status in ((cast.sol, 403), (cast.uma, 403), (cast.out, 404), (cast.eve, 404)):
        assert person.client().get(place).status_code == status
    note = text_of(cast.open(cast.ada).filed[1].entry_id)
    for ident in (note, "a" * 26, "x"):
        assert cast.bo.client().get(cast.path(f"over/{ident}")).status_code == 404


def test_a_draft_without_protected_words_is_read_on_its_own_page(cast: Cast) -> None:
    """There is no second way to read it."""
    send(cast.ada.client(), cast.path("update/new"), {})
    draft = cast.open(cast.ada).state.updates.open_draft
    assert draft is not None
    page = cast.bo.client().get(cast.path(f"over/{text_of(draft.item.entry_id)}"))
    assert "I have read exactly these words" not in text_of_page(page)


def test_an_answer_to_people_concerned_is_read_too(cast: Cast) -> None:
    """The way back leads to the decision."""
    told(cast)
    decision = text_of(cast.open(cast.ada).state.decisions[0].item.first_id)
    asked = {"by": "The choir", "question": "Why?", "answer": "Because he leaves."}
    assert send(cast.ada.client(), cast.path(f"agenda/{decision}/note"), asked).status_code == 303
    item = cast.open(cast.bo).state.decisions[0].questioned[0]
    answer = send(cast.bo.client(), cast.path(f"over/{text_of(item.entry_id)}"), {})
    assert answer["Location"] == cast.path(f"agenda/{decision}")


def test_words_to_people_around_x_stand_with_who_reads_them(cast: Cast) -> None:
    """On the page of the step, of the circle and of the entry; a plan says that protected words stand in it."""
    send(cast.sol.client(), cast.path("who/list"), {"words": "Lindenhof"})
    note = example(NonCooperationNoted, concern=None, rests_on=())
    (concern,) = cast.write(cast.ada, note)
    told = {"to": ("The choir",), "own_words": None, "decision": None}
    step, notice, plan = cast.write(
        cast.ada,
        example(StepTaken, concern=concern, step=Step.L4, words=LONG, **told),
        example(NoticeGiven, concern=concern),
        example(TellingPlanned, words=LONG),
    )
    circle = cast.open(cast.bo).state.telling.circles[0].circle_id
    client = cast.bo.client()
    for rest, holds in (
        (f"steps/{text_of(concern)}", "One word that the support group protects"),
        (f"ask/{text_of(circle)}", "To be read by a second member."),
        (f"e/{text_of(notice)}", "To be read by a second member."),
        (f"ask/{text_of(plan)}/open", "Look first One word that the support group protects"),
    ):
        assert holds in text_of_page(client.get(cast.path(rest))), rest
    assert len(cast.open(cast.sol).state.outgoing.checks) == 3
    assert send(client, cast.path(f"over/{text_of(step)}"), {"stays": "on"}).status_code == 303
    assert "Read by Bo," in text_of_page(client.get(cast.path(f"steps/{text_of(concern)}")))


def test_a_protected_word_in_what_x_was_asked_is_looked_at_by_two(cast: Cast) -> None:
    """He has it: nothing can be changed, and the way to the support group stands there."""
    send(cast.sol.client(), cast.path("who/list"), {"words": "Lindenhof"})
    asked = {"reached": "tried", "asked": LONG}
    assert send(cast.ada.client(), cast.path("new"), asked).status_code == 303
    (attempt,) = cast.open(cast.ada).state.contacts.attempts
    place = cast.path(f"over/{text_of(attempt.entry_id)}")
    for person in (cast.ada, cast.bo):
        shown = text_of_page(person.client().get(place))
        assert "X has these words. Could they lead him to her?" in shown
        assert "Tell the support group" in shown
        assert "Change the words" not in shown
    refused = send(cast.bo.client(), place, {})
    assert refused.status_code == 422
    assert "Tick this when you have looked" in text_of_page(refused)
    assert send(cast.bo.client(), place, {"stays": "on"}).status_code == 303
    assert [one.stays for one in readings(cast)] == [1]

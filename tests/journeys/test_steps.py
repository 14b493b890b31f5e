"""He joins a reading circle without informing: noted, decided, confronted, evaded, looked at again, kept, down."""

from datetime import timedelta

import msgspec
import pytest

from answerable.core.circles import Role
from answerable.core.entries import AroundNoted
from answerable.core.entries.around import AroundKind, Knows
from answerable.core.entries.base import Source
from answerable.core.entries.surroundings import LetterGiven
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db

NOBODY_KNOWS = AroundNoted(
    at=0,
    meant_for=(Role.CONTACT,),
    label="Reading circle",
    kind=AroundKind.GROUP,
    relation=None,
    on=None,
    knows=Knows.NOTHING,
    from_whom=None,
    letter=LetterGiven.NO,
    perspective=None,
    demands=(),
    account="",
    disagrees=None,
    source=Source.SOMEONE_CAME,
    x_may_learn=False,
    confirmed_by=None,
)


def noted_and_decided(cast: Cast) -> str:
    """Have Ada note what the record suggests, Bo ask, both agree; return the path of what is open."""
    ada, bo, steps = cast.ada.client(), cast.bo.client(), cast.path("steps")
    page = text_of_page(ada.get(steps))
    assert "A question to the group" in page
    assert "He is part of this: Reading circle. Nobody says that they know." in page
    (around,) = cast.open(cast.ada).state.surroundings.people
    from_record = f"{steps}/new/{text_of(around.around_id)}"
    noted = send(ada, from_record, {})
    assert noted.status_code == 303
    assert "A question to the group" not in text_of_page(ada.get(steps))
    assert ada.get(from_record)["Location"] == steps
    assert "He does not cooperate: decide what you do (Reading circle)" in text_of_page(bo.get(cast.path("now")))
    (concern,) = cast.open(cast.ada).state.concerns
    ask = cast.path(f"agenda/new/{text_of(concern.concern_id)}")
    asked = send(bo, ask, {"protects": "Those who read with him"}, holding="question")["Location"]
    question = text_of_page(cast.sol.client().get(asked))
    assert "X does not cooperate (Reading circle). What do we do now?" in question
    assert "Nobody says that they know. Someone came to us" in question
    for client in (ada, bo):
        send(client, f"{asked}/answer", {"view": "agree"}, holding="why")
    closing = {"sort": "act", "decided": "Two of us confront him.", "reasons": "He knew that he has to tell them."}
    assert send(bo, f"{asked}/close", closing, holding="decided").status_code == 303
    assert "decide what you do" not in text_of_page(bo.get(cast.path("now")))
    return str(noted["Location"])


def test_from_the_note_to_the_confrontation_and_down_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way, by forms alone: nothing follows by itself, and what was done shows with its reasons (R38-R41)."""
    cast.write(cast.ada, msgspec.structs.replace(NOBODY_KNOWS, at=clock.now()))
    ada, bo, steps = cast.ada.client(), cast.bo.client(), cast.path("steps")
    one = noted_and_decided(cast)
    sheet = text_of_page(ada.get(f"{one}/sheet"))
    assert "his friends’ account He may not learn how we know." in sheet
    assert "What we decided Two of us confront him." in sheet

    today = cast.open(cast.ada).today
    step = {
        "step": "L3",
        "words": "You tell them by the end of the month.",
        "why": "He joined without a word.",
        "by": [text_of(cast.ada.user), text_of(cast.bo.user)],
        "answer_by_on": (today + timedelta(days=14)).isoformat(),
    }
    taken = send(ada, f"{one}/next", step)
    assert taken.status_code == 303
    said = text_of_page(ada.get(one))
    assert "Highest step: Confront him together, prepared." in said
    assert "Done before" not in said
    assert "Reading circle: Confront him together, prepared." in text_of_page(ada.get(cast.path("now")))
    assert "Does this group need to know?" in said
    (concern,) = cast.open(cast.ada).state.concerns
    answer = f"{steps}/{text_of(concern.steps[0].item.entry_id)}/answer"
    assert send(bo, answer, {"outcome": "evaded", "said": "He will see."}).status_code == 303
    assert "his account He will see." in text_of_page(ada.get(one))
    update = ada.get(cast.path("update/new")).content.decode()
    assert "we took a step: Confront him together, prepared (Reading circle)." in update

    later = clock.now() + int(timedelta(days=40).total_seconds())
    monkeypatch.setattr(clock, "now", lambda: later)
    ada = cast.ada.client()
    assert "Look at a step again: Reading circle" in text_of_page(ada.get(cast.path("now")))
    down = {"sort": "down", "step": "L1", "why": "He told them, and one of them wrote to us."}
    assert send(ada, f"{one}/look", down).status_code == 303
    assert "Highest step: A reminder with a date." in text_of_page(ada.get(one))
    assert send(ada, f"{one}/look", {"sort": "closed", "why": "They know."}).status_code == 303
    assert "Nothing is open." in text_of_page(ada.get(steps))
    assert send(ada, f"{one}/open", {"why": "He left it and joined another."}).status_code == 303
    assert "One thing is open." in text_of_page(ada.get(steps))

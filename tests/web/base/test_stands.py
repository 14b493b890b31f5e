"""A form sent once more, after "back", with other words: what was saved first stands, and nothing typed is lost."""

import pytest

from answerable.core.entries import ContactReached
from answerable.web.base.forms import text_of
from tests.filled import post, send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db

FIRST, SECOND = "He says he looks for a place.", "He says he has found a place."


def test_a_correction_sent_again_with_other_words_says_what_stands(cast: Cast) -> None:
    """The first correction stands and is shown; the second text is in sight, to be taken along."""
    client = cast.ada.client()
    send(client, cast.path("new"), {"reached": "yes", "account": "He says nothing."})
    (contact,) = (one for one in cast.open(cast.ada).filed if isinstance(one.entry, ContactReached))
    path = cast.path(f"e/{text_of(contact.entry_id)}/again")
    page = client.get(path)
    assert post(client, path, page, {"account": FIRST}, holding="account").status_code == 303
    size = cast.open(cast.ada).ledger.size
    answer = post(client, path, page, {"account": SECOND}, holding="account")
    assert answer.status_code == 409
    said = text_of_page(answer)
    assert "What you sent now was not kept" in said
    assert "his account " + FIRST in said
    assert SECOND in said
    assert f"/e/{page.context['form']['entry'].value()}" in answer.content.decode()
    assert post(client, path, page, {"account": FIRST}, holding="account").status_code == 303
    assert cast.open(cast.ada).ledger.size == size


def test_something_added_after_back_is_not_said_to_be_kept(cast: Cast) -> None:
    """What he will do, added to a contact that was saved before, is no part of what stands."""
    client, path = cast.ada.client(), cast.path("new")
    page = client.get(path)
    assert post(client, path, page, {"reached": "yes", "account": FIRST}).status_code == 303
    answer = post(client, path, page, {"reached": "yes", "account": FIRST, "plan": "He writes to the centre."})
    assert answer.status_code == 409
    assert "He writes to the centre." in text_of_page(answer)
    assert not cast.open(cast.ada).state.agreements


@pytest.mark.parametrize(
    ("path", "field", "more"),
    [("update/new", "ourselves", {}), ("post/new", "words", {})],
)
def test_other_forms_say_so_too(cast: Cast, path: str, field: str, more: dict[str, str]) -> None:
    """A draft of an update and a question: each form that was kept before with other words."""
    client, path = cast.ada.client(), cast.path(path)
    page = client.get(path)
    assert post(client, path, page, {field: FIRST, **more}, holding=field).status_code == 303
    answer = post(client, path, page, {field: SECOND, **more}, holding=field)
    assert answer.status_code == 409
    assert FIRST in text_of_page(answer)
    assert SECOND in text_of_page(answer)


def test_a_demand_replaced_twice_by_one_form_stands_as_it_was_first(cast: Cast) -> None:
    """The form is not judged once more, since its words stand already; other words are not taken for kept."""
    client = cast.sol.client()
    send(client, cast.path("list/new"), {"facet": "inform", "words": "Tell the choir."}, holding="words")
    (demand,) = cast.open(cast.sol).state.demands
    path = cast.path(f"list/{text_of(demand.demand_id)}/again")
    page = client.get(path)
    assert post(client, path, page, {"words": "Tell the whole choir."}, holding="words").status_code == 303
    assert post(client, path, page, {"words": "Tell the whole choir."}, holding="words").status_code == 303
    answer = post(client, path, page, {"words": "Tell nobody."}, holding="words")
    assert answer.status_code == 409
    assert "Tell the whole choir." in text_of_page(answer)

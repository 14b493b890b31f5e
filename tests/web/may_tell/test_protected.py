"""The list of words that must not go out: refusals, who may see it, what is kept of it (R12)."""

import pytest

from answerable.core.circles import Presence, Role
from answerable.core.entries import PresenceSet, ProtectedHashes, ProtectedWords
from answerable.web.base import clock
from tests.filled import form_on, post, send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db

LIST = "who/list"


def by_mail(cast: Cast) -> None:
    """Have the support group reached by mail."""
    gone = PresenceSet(at=clock.now(), meant_for=tuple(sorted(Role)), role=Role.SUPPORT, state=Presence.MAIL)
    cast.write(cast.ada, gone)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Lindenhof\nal", "At least three letters, at most six words in a line. Look at this one: al"),
        ("one two three four five six seven", "Look at this one: one two three"),
        ("x" * 301, "Look at this one: xxx"),
        ("\n".join(f"word{number}" for number in range(201)), "At most 200 lines"),
        ("x" * 20_001, "This text is too long"),
    ],
)
def test_what_is_refused_says_why_and_is_not_lost(cast: Cast, words: str, said: str) -> None:
    """Beside the field; nothing is kept, nothing typed is gone."""
    page = send(cast.sol.client(), cast.path(LIST), {"words": words})
    assert page.status_code == 422
    assert said in text_of_page(page)
    assert form_on(page, holding="entry")[1]["words"][0].strip() == words
    assert cast.open(cast.sol).state.outgoing.lists == ()


def test_the_form_sent_twice_is_kept_once(cast: Cast) -> None:
    """Double submit and back button; with other words it says that the first save stands."""
    client = cast.sol.client()
    page = client.get(cast.path(LIST))
    for _time in range(2):
        assert post(client, cast.path(LIST), page, {"words": "Lindenhof"}).status_code == 303
    assert post(client, cast.path(LIST), page, {"words": "Weber"}).status_code == 409
    kinds = [type(one.entry) for one in cast.open(cast.sol).filed]
    assert (kinds.count(ProtectedWords), kinds.count(ProtectedHashes)) == (1, 1)


def test_an_emptied_list_protects_nothing_any_more(cast: Cast) -> None:
    """The hashes that stand then are all drawn at random."""
    for words in ("Lindenhof", ""):
        assert send(cast.sol.client(), cast.path(LIST), {"words": words}).status_code == 303
    (one,) = cast.open(cast.ada).state.outgoing.lists
    assert len(one.entry.tags) == 32


def test_members_neither_see_nor_make_a_list_that_the_support_group_keeps(cast: Cast) -> None:
    """They are told that there can be one; supervision has no such page."""
    send(cast.sol.client(), cast.path(LIST), {"words": "Lindenhof"})
    page = cast.ada.client().get(cast.path(LIST))
    assert "It is not shown." in text_of_page(page)
    assert "Lindenhof" not in page.content.decode()
    assert 'name="words"' not in page.content.decode()
    assert cast.ada.client().post(cast.path(LIST), {"words": "other"}).status_code == 409
    assert cast.uma.client().get(cast.path(LIST)).status_code == 403
    assert len(cast.open(cast.ada).state.outgoing.lists) == 1


def test_members_who_enter_words_say_where_they_come_from(cast: Cast) -> None:
    """Twice sent is kept once; an empty list of theirs would say nothing."""
    by_mail(cast)
    client = cast.ada.client()
    for changed, said in (
        ({"words": " \n "}, "Write at least one word"),
        ({"source": ""}, "Say what you copy it from"),
    ):
        page = send(client, cast.path(LIST), {"words": "Lindenhof", **changed})
        assert (page.status_code, said in text_of_page(page)) == (422, True)
    page = client.get(cast.path(LIST))
    for _time in range(2):
        assert post(client, cast.path(LIST), page, {"words": "Lindenhof"}).status_code == 303
    (one,) = cast.open(cast.bo).state.outgoing.lists
    assert one.entry.copied is not None
    assert one.entry.copied.source == "A letter"
    assert "Lindenhof" not in repr(cast.open(cast.ada).filed)

"""Seeing and ending one's sessions; a new passphrase, a new paper, as people do it."""

import re
from html import unescape

import pytest
from django.test import Client

from answerable.actions import accounts
from answerable.web.base import clock
from tests.people import PASSPHRASE, Cast, browser

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def page_of(client: Client, path: str, status: int = 200) -> str:
    """Return a page as text."""
    response = client.get(path)
    assert response.status_code == status, (path, response.status_code)
    return unescape(response.content.decode())


def test_one_sees_and_ends_other_sessions(cast: Cast) -> None:
    """A forgotten one is ended from here; this one goes on."""
    here, there, third = cast.ada.client(), cast.ada.client(), cast.ada.client()
    page = page_of(here, cast.path("settings/list"))
    assert "You are signed in at three places." in page
    assert page.count("End this one") == 2
    one = re.search(r'name="session" value="([a-z2-7]{26})"', page)
    assert one
    assert here.post(cast.path("settings/list"), {"session": one[1]}).status_code == 303
    assert "two places" in page_of(here, cast.path("settings/list"))
    assert here.post(cast.path("settings/list"), {"session": one[1]}).status_code == 303
    assert "over already" in page_of(here, cast.path("settings/list"))
    assert here.post(cast.path("settings/list")).status_code == 303
    assert "nowhere else" in page_of(here, cast.path("settings/list"))
    assert [client.get(cast.path("settings")).status_code for client in (there, third)] == [302, 302]


def test_nobody_ends_the_session_of_another(cast: Cast) -> None:
    """An id of Bo's session posted by Ada does nothing."""
    ada, bo = cast.ada.client(), cast.bo.client()
    bo_again = cast.bo.client()
    page = page_of(bo_again, cast.path("settings/list"))
    one = re.search(r'name="session" value="([a-z2-7]{26})"', page)
    assert one
    ada.post(cast.path("settings/list"), {"session": one[1]})
    ada.post(cast.path("settings/list"), {"session": "nonsense"})
    assert bo.get(cast.path("settings")).status_code == 200
    assert ada.get(cast.path("settings")).status_code == 200


def test_refused_sign_ins_of_today_are_said(cast: Cast) -> None:
    """Somebody tried Ada's name twice; she sees how often, nobody sees from where."""
    assert cast.ada.account == "Ada"
    for _ in range(2):
        assert browser().post("/in", {"name": "Ada", "passphrase": "wrong horse wrong horse"}).status_code == 422
    assert "2 refused sign-ins today." in page_of(cast.ada.client(), cast.path("settings/list"))
    assert "refused" not in page_of(cast.bo.client(), cast.path("settings/list"))


def test_a_new_passphrase_opens_and_the_old_one_does_not(cast: Cast) -> None:
    """The keys stay the same, other sessions end."""
    assert cast.ada.account == "Ada"
    client, other = cast.ada.client(), cast.ada.client()
    offered = re.search(r'name="offered" value="([^"]+)"', page_of(client, cast.path("settings/again")))
    assert offered
    new = offered[1]
    typed = {"offered": new, "passphrase": new, "again": new}
    wrong = client.post(cast.path("settings/again"), {**typed, "old": "not this one"})
    assert b"That passphrase does not fit" in wrong.content
    assert client.post(cast.path("settings/again"), {**typed, "old": PASSPHRASE}).status_code == 303
    assert accounts.sign_in("Ada", new, now=clock.now()).user_id == cast.ada.user
    with pytest.raises(accounts.WrongSignInError):
        accounts.sign_in("Ada", PASSPHRASE, now=clock.now())
    assert other.get(cast.path("settings")).status_code == 302
    assert client.get(cast.path("settings")).status_code == 200


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            {"passphrase": "one two three four five six", "again": "one two three four five seven"},
            "do not fit together",
        ),
        ({"passphrase": "short", "again": "short", "own": "on"}, "at least 15 characters"),
        ({"passphrase": "aaaaaaaaaaaaaaaaaaaa", "again": "aaaaaaaaaaaaaaaaaaaa", "own": "on"}, "easy to guess"),
        (
            {"passphrase": "something else entirely here", "again": "something else entirely here"},
            "differs from the six",
        ),
        ({"passphrase": "", "again": ""}, "Type the passphrase"),
    ],
)
def test_a_weak_or_mistyped_passphrase_is_said_beside_the_field(cast: Cast, answers: dict[str, str], said: str) -> None:
    """Nothing changes, and the old one still opens."""
    assert cast.ada.account == "Ada"
    typed = {"offered": "a b c d e f", "old": PASSPHRASE, **answers}
    response = cast.ada.client().post(cast.path("settings/again"), typed)
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert accounts.sign_in("Ada", PASSPHRASE, now=clock.now()).user_id == cast.ada.user


def test_a_new_paper_is_shown_once(cast: Cast) -> None:
    """With the passphrase once more; its last four characters show that it is on paper; it opens the keys."""
    assert cast.ada.account == "Ada"
    client = cast.ada.client()
    path = cast.path("settings/sheet")
    assert "You have no paper yet." in page_of(client, path)
    wrong = client.post(path, {"passphrase": "not this one at all"})
    assert b"That passphrase does not fit" in wrong.content
    assert not accounts.has_recovery_code(cast.ada.user)
    sheet = unescape(client.post(path, {"passphrase": PASSPHRASE}).content.decode())
    code = "".join(re.findall(r"<span>([0-9A-Z]{1,5})</span>", sheet))
    assert len(code) == 26
    assert b"not the last four" in client.post(path, {"last": "0000" if code[-4:] != "0000" else "1111"}).content
    assert client.post(path, {"last": code[-4:].lower()}).status_code == 303
    assert code not in page_of(client, path)
    new = "five slow herons count green buttons"
    assert accounts.recover("Ada", code, new, now=clock.now()).user_id == cast.ada.user

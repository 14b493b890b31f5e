"""From an empty installation to Now, as a newcomer does it (interface.md 2)."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from answerable.store import people
from tests.people import browser

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def words(page: str) -> str:
    """Return the six words that the page offers."""
    found = re.search(r'<p class="code">([a-z -]+)</p>', page)
    assert found
    return found[1]


def hidden(page: str, name: str) -> str:
    """Return a hidden field's value."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def begin(client: Client) -> str:
    """Go through the first run and return the URL of Now."""
    client.post("/start")
    client.post("/start/1", {"name": "Tea round", "exit_page": "https://weather.example"})
    client.post("/start/2", {"name": "Ada"})
    page = client.get("/start/3").content.decode()
    typed = {"offered": words(page), "passphrase": words(page), "again": words(page)}
    assert client.post("/start/3", typed).status_code == 303
    sheet = client.post("/start/4").content.decode()
    code = re.search(r'<p class="code">([0-9A-Z-]+)</p>', sheet)
    assert code
    assert client.post("/start/4", {"last": code[1].replace("-", "")[-4:].lower()}).status_code == 303
    answers = {"codename": "Linden", "person_x": "X", "support": "mail", "supervision": "not-yet"}
    answers["entry"] = hidden(client.get("/start/5").content.decode(), "entry")
    assert client.post("/start/5", answers)["Location"] == "/start/6"
    assert client.post("/start/6")["Location"] == "/start/7"
    ticks = {"entry": hidden(client.get("/start/7").content.decode(), "entry"), "contact": "on", "update": "on"}
    assert client.post("/start/7", ticks)["Location"] == "/start/8"
    assert client.get("/start/8").status_code == 200
    ready = client.get("/start/9").content.decode()
    now = re.search(r'href="(/g/[a-z2-7]{10}/now)"', ready)
    assert now
    return now[1]


def test_nine_pages_lead_to_now(settings: Settings) -> None:
    """Ada begins on her own machine and stands on Now with the codename as its heading."""
    settings.LOOPBACK = True
    client = browser()
    assert b"Begin" in client.get("/").content
    now = begin(client)
    page = client.get(now).content.decode()
    assert "<h1>Linden</h1>" in page
    assert "Tea round" in page


def test_nothing_of_the_first_run_is_open_twice(settings: Settings) -> None:
    """Once there is an account, nobody can begin again."""
    settings.LOOPBACK = True
    begin(browser())
    for path in ("/start", "/start/1", "/start/2", "/start/3"):
        assert browser().post(path).status_code == 404


def test_on_a_server_only_the_link_begins() -> None:
    """Without the console's link a stranger who comes first gets nothing."""
    client = browser()
    assert b"Begin" not in client.get("/").content
    assert client.post("/start").status_code == 404
    assert client.post("/start/1", {"name": "Rota"}).status_code == 404
    assert client.get("/start/00ff").status_code == 410
    assert not people.any_account()


def test_the_link_from_the_console_begins() -> None:
    """It opens without a cookie, and its Continue starts the first run."""
    from answerable.actions import first_link
    from answerable.web.base import clock

    client = browser()
    link = f"/start/{first_link.make(now=clock.now())}"
    assert b"Continue" in client.get(link).content
    assert client.post(link)["Location"] == "/start/1"
    assert client.get("/start/1").status_code == 200
    old = first_link.make(now=clock.now() - first_link.VALID_SECONDS)
    assert client.get(f"/start/{old}").status_code == 410


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"passphrase": "one two three four", "again": "one two three"}, "do not fit together"),
        ({"passphrase": "something else entirely", "again": "something else entirely"}, "differs from the six words"),
        ({"own": "on", "passphrase": "short", "again": "short"}, "too short"),
        ({"own": "on", "passphrase": "aaaaaaaaaaaaaaaaaaaa", "again": "aaaaaaaaaaaaaaaaaaaa"}, "easy to guess"),
        ({"passphrase": "", "again": ""}, "Type the passphrase"),
    ],
)
def test_a_passphrase_that_will_not_do_is_refused(settings: Settings, typed: dict[str, str], message: str) -> None:
    """Each slip has its own sentence next to the field, and the six words stay the same."""
    settings.LOOPBACK = True
    client = browser()
    client.post("/start")
    client.post("/start/2", {"name": "Ada"})
    offered = words(client.get("/start/3").content.decode())
    answer = client.post("/start/3", {"offered": offered, **typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert message in page
    assert words(page) == offered
    assert not people.any_account()


def test_the_wrong_end_of_the_code_is_refused(settings: Settings) -> None:
    """Who has not written the code down is asked again."""
    settings.LOOPBACK = True
    client = browser()
    client.post("/start")
    client.post("/start/2", {"name": "Ada"})
    offered = words(client.get("/start/3").content.decode())
    client.post("/start/3", {"offered": offered, "passphrase": offered, "again": offered})
    client.post("/start/4")
    answer = client.post("/start/4", {"last": "0000x"})
    assert answer.status_code == 422
    assert "not the last four" in answer.content.decode()

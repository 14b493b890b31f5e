"""Settings: who opens what, reminders, the site's name, practice."""

from html import unescape

import pytest
from django.test import Client
from pytest_django import Settings

from answerable.actions import reminders
from answerable.store import host
from answerable.web.base import exit_page
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db

PATHS = ("settings", "settings/list", "settings/again", "settings/sheet", "settings/post")


def page_of(client: Client, path: str, status: int = 200) -> str:
    """Return a page as text."""
    response = client.get(path)
    assert response.status_code == status, (path, response.status_code)
    return unescape(response.content.decode())


@pytest.mark.parametrize("path", PATHS)
def test_all_three_groups_have_settings(cast: Cast, path: str) -> None:
    """Strangers, those who left and the signed-out cannot tell that the process exists."""
    for person in (cast.ada, cast.sol, cast.uma):
        client = person.client()
        page_of(client, cast.path(path))
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
        assert 'lang="de"' in page_of(client, cast.path(path))
    for person in (cast.eve, cast.out):
        page_of(person.client(), cast.path(path), 404)
    page_of(browser(), cast.path(path), 302)


def test_reminders_are_kept_and_forgotten(cast: Cast) -> None:
    """The address, the day, the language and a neutral name and subject; one press ends it."""
    client, path = cast.ada.client(), cast.path("settings/post")
    assert "You get no mail." in page_of(client, cast.path("settings"))
    answers = {
        "address": "ada@example.org",
        "weekday": "2",
        "language": "de",
        "sender_name": "Garten",
        "subject": "Hallo",
    }
    assert client.post(path, answers).status_code == 303
    kept = reminders.settings_of(cast.ada.user)
    assert kept is not None
    assert (kept.address, kept.weekday, kept.language) == ("ada@example.org", 2, "de")
    assert (kept.sender_name, kept.subject) == ("Garten", "Hallo")
    assert "ada@example.org" in page_of(client, path)
    assert client.post(path, {"forget": "yes"}).status_code == 303
    assert reminders.settings_of(cast.ada.user) is None


def test_the_first_day_of_reminders_stays(cast: Cast) -> None:
    """Changing the address does not begin anew: nothing is forgotten, nothing sent twice."""
    client, path = cast.ada.client(), cast.path("settings/post")
    old = reminders.ReminderSettings("a@example.org", "en", 0, "2026-01-01")
    reminders.keep_settings(cast.ada.user, old)
    client.post(path, {"address": "b@example.org", "weekday": "1", "language": "en", "sender_name": "", "subject": ""})
    kept = reminders.settings_of(cast.ada.user)
    assert kept is not None
    assert (kept.address, kept.since) == ("b@example.org", "2026-01-01")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"address": ""}, "Write a mail address"),
        ({"address": "not an address"}, "Write a mail address like"),
        ({"address": "a@example.org\nBcc: b@example.org"}, "Write a mail address like"),
        ({"weekday": "9"}, "Choose one of these."),
        ({"language": "xx"}, "Choose one of these."),
        ({"subject": "Hello\rBcc: b@example.org"}, "Write one plain line."),
        ({"sender_name": "A\nB"}, "Write one plain line."),
        ({"subject": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_cannot_be_a_mail_is_said(cast: Cast, changed: dict[str, str], said: str) -> None:
    """Beside the field; no address is kept."""
    answers = {"address": "ada@example.org", "weekday": "2", "language": "de", "sender_name": "", "subject": ""}
    response = cast.ada.client().post(cast.path("settings/post"), {**answers, **changed})
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert reminders.settings_of(cast.ada.user) is None


def test_the_site_is_named_on_ones_own_machine_only(cast: Cast, settings: Settings) -> None:
    """On a server only the host does that."""
    client, path = cast.ada.client(), cast.path("settings/around")
    page_of(client, path, 404)
    assert "Site name" not in page_of(client, cast.path("settings"))
    settings.LOOPBACK = True
    assert "Site name" in page_of(client, cast.path("settings"))
    page_of(cast.sol.client(), path, 403)
    assert client.post(path, {"name": " Tea round ", "exit_page": "https://weather.example/today"}).status_code == 303
    assert (exit_page.site_name(), exit_page.url()) == ("Tea round", "https://weather.example/today")
    assert "Tea round" in page_of(client, cast.path("settings"))


@pytest.mark.parametrize(
    "address", ["", "javascript:alert(1)", "ftp://example.org", "https://a b.example", "https://x;y", "https://u@h/"]
)
def test_an_exit_page_is_a_plain_page_of_the_web(cast: Cast, settings: Settings, address: str) -> None:
    """Its host goes into a header of every page."""
    settings.LOOPBACK = True
    response = cast.ada.client().post(cast.path("settings/around"), {"name": "Tea", "exit_page": address})
    assert response.status_code == 422
    assert host.setting(exit_page.EXIT) is None


def test_another_process_begins_with_the_name_one_has(cast: Cast) -> None:
    """The pages of the first run, without a new account."""
    client = cast.ada.client()
    assert client.post(cast.path("settings/new"))["Location"] == "/start/5"
    assert client.get(cast.path("settings/new")).status_code == 405
    page_of(client, "/start/5")


def test_language_and_look_are_chosen_at_once(cast: Cast) -> None:
    """And lead back to the settings."""
    client = cast.ada.client()
    there = client.post("/language", {"language": "de", "next": cast.path("settings")})
    assert there["Location"] == cast.path("settings")
    assert client.post("/theme", {"theme": "dark", "next": cast.path("settings")}).status_code == 303
    page = page_of(client, cast.path("settings"))
    assert 'data-theme="dark"' in page
    assert 'lang="de"' in page

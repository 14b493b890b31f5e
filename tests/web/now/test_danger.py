"""Somebody is in danger: reached from every page, calm, printable; nothing of the record is on it (R48)."""

import pytest
from django.core import mail
from pytest_django import Settings

from answerable.store import log
from tests.filled import send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db


def test_every_page_inside_leads_to_it(cast: Cast) -> None:
    """For each circle, from its foot; strangers cannot tell that it exists."""
    link = f'<a href="{cast.path("help")}">Somebody is in danger</a>'
    for person, rest in ((cast.ada, "new"), (cast.sol, "now"), (cast.uma, "settings")):
        assert link in person.client().get(cast.path(rest)).content.decode()
        assert person.client().get(cast.path("help")).status_code == 200
    assert cast.eve.client().get(cast.path("help")).status_code == 404


def test_it_says_whom_to_call_first(cast: Cast) -> None:
    """Numbers before steps, the nearest place first, in both languages."""
    client = cast.ada.client()
    page = text_of_page(client.get(cast.path("help")))
    assert page.index("First call for help") < page.index("999") < page.index("110") < page.index("What to do")
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
    german = text_of_page(client.get(cast.path("help")))
    assert german.index("Ruft zuerst Hilfe") < german.index("110") < german.index("999")


def test_it_knows_nothing_and_writes_nothing(cast: Cast) -> None:
    """No word of the record, no form, no entry, no mail, no step against X."""
    client = cast.ada.client()
    send(client, cast.path("note"), {"text": "He knows where she lives.", "source": "someone-came"})
    head = log.read_head(cast.process)
    main = client.get(cast.path("help")).content.decode().partition("<main")[2].partition("</main>")[0]
    assert "<form" not in main
    assert "where she lives" not in main
    assert client.post(cast.path("help")).status_code == 405
    assert log.read_head(cast.process) == head
    assert not mail.outbox


def test_whoever_runs_the_site_puts_in_what_is_near(cast: Cast, settings: Settings) -> None:
    """A line each, in place of the list that ships; emptied, that list stands again."""
    settings.LOOPBACK = True
    client, path = cast.ada.client(), cast.path("settings/around")
    lines = "Women's shelter, 01 555 0100\n\nNight bus to it, line 4"
    assert send(client, path, {"help_lines": lines}, holding="help_lines").status_code == 303
    for person in (cast.ada, cast.sol):
        page = text_of_page(person.client().get(cast.path("help")))
        assert "Women's shelter, 01 555 0100" in page
        assert "line 4" in page
        assert "999" not in page
    assert send(client, path, {"help_lines": ""}, holding="help_lines").status_code == 303
    assert "999" in text_of_page(client.get(cast.path("help")))

"""Looking round in a practice process: in with one press, everybody's view, and out again without a trace."""

import re
from collections.abc import Callable

import pytest
from django.apps import apps
from django.test import Client
from pytest_django import Settings

from answerable.actions import practice
from answerable.store import models
from answerable.web.base import clock, exit_page, session
from tests.filled import send, text_of_page
from tests.people import PASSPHRASE, Cast, browser

pytestmark = pytest.mark.django_db
KEPT_ANYWAY = {"Session"}
Travel = Callable[[int], None]


@pytest.fixture(autouse=True)
def on_this_machine(settings: Settings) -> None:
    """Run as `answerable run` does on 127.0.0.1."""
    settings.LOOPBACK = True


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Travel:
    """Return a function that puts the pages' clock so many seconds ahead."""
    start = clock.now()

    def go(seconds: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: start + seconds)

    go(0)
    return go


def look_round(client: Client | None = None) -> tuple[Client, str]:
    """Press the button of the first page; return the browser and the place of the process."""
    client = client or browser()
    assert b'action="/try"' in client.get("/").content
    answer = client.post("/try")
    found = re.fullmatch(r"(/g/[a-z2-7]{10})/now", answer["Location"])
    assert found
    return client, found[1]


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but sessions."""
    return {
        model.__name__: sorted(tuple(map(_plain, row)) for row in model._default_manager.values_list())
        for model in apps.get_app_config("store").get_models()
        if model.__name__ not in KEPT_ANYWAY
    }


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def owners() -> list[bytes]:
    """Return whose sessions there are; an empty owner is nobody's."""
    return [bytes(owner) for owner in models.Session.objects.values_list("owner", flat=True) if bytes(owner)]


def seat(client: Client, name: str) -> Client:
    """Look as somebody else."""
    answer = client.post("/try/as", {"seat": name})
    assert answer.status_code == 303
    return client


def test_one_press_leads_to_now() -> None:
    """The first page of an invented member, with a band that says that it is practice."""
    client, place = look_round()
    page = text_of_page(client.get(f"{place}/now"))
    assert "Linden" in page
    assert "You are Noor, contact group." in page
    assert "Practice: invented, thrown away on leaving." in page
    assert "Contact with X is in time, and the update waits for a second reader." in page
    assert "Last entry yesterday, by Sam." in page


def test_it_speaks_the_language_of_the_visitor() -> None:
    """German visitors get German people, pages and band."""
    client = browser()
    client.cookies[session.LANGUAGE_COOKIE] = "de"
    client, place = look_round(client)
    page = text_of_page(client.get(f"{place}/now"))
    assert "Linde " in page
    assert "Beginne mit professioneller Täterarbeit, nicht nur mit einer Therapie." in page
    assert "Begleitgruppe:" in page


@pytest.mark.parametrize(("name", "group"), [("Jo", "contact"), ("Lou", "support"), ("Tove", "supervision")])
def test_every_page_of_every_circle_opens(name: str, group: str) -> None:
    """Looking as somebody else shows that person's menu and pages, and nothing of the others'."""
    client, place = look_round()
    page = seat(client, name).get(f"{place}/now")
    assert f"You are {name}, {group} group." in text_of_page(page)
    links = set(re.findall(rf'href="({place}/[a-z/]+)"', page.content.decode()))
    assert len(links) > 5
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)
    assert client.get(f"{place}/entries").status_code == (200 if group == "contact" else 403)


def test_nobody_sits_down_on_a_seat_that_is_not_there() -> None:
    """Neither without practice nor under another name."""
    assert browser().post("/try/as", {"seat": "Noor"}).status_code == 404
    client, _place = look_round()
    assert client.post("/try/as", {"seat": "Ada"}).status_code == 404
    assert client.post("/try/as").status_code == 404


def test_a_server_offers_no_practice(settings: Settings) -> None:
    """Neither the button nor the addresses."""
    settings.LOOPBACK = False
    client = browser()
    assert b"/try" not in client.get("/").content
    for path in ("/try", "/try/as", "/try/out"):
        assert client.post(path, {"seat": "Noor"}).status_code == 404
    assert not models.Process.objects.exists()


def test_a_link_or_an_image_starts_nothing() -> None:
    """Only a press of the button does."""
    for path in ("/try", "/try/as", "/try/out"):
        assert browser().get(path).status_code == 405


def test_pressing_twice_makes_one_process() -> None:
    """Who is in already is led back in."""
    client, place = look_round()
    assert client.post("/try")["Location"] == "/g"
    assert client.get("/g")["Location"] == f"{place}/now"
    assert models.Process.objects.count() == 1


def test_writing_works_as_in_a_real_process() -> None:
    """A note is kept, sealed and seen by the others of the circle."""
    client, place = look_round()
    answer = send(client, f"{place}/note", {"text": "A note of ours.", "source": "he-said"}, holding="text")
    assert answer.status_code == 303
    page = seat(client, "Ines").get(f"{place}/now")
    assert "Last entry today, by Noor." in text_of_page(page)


def test_what_asks_for_a_passphrase_says_that_there_is_none() -> None:
    """Settings lead back with a sentence; the site itself and its exit page stay as they are."""
    client, place = look_round()
    for path in ("again", "sheet", "post", "around"):
        answer = client.get(f"{place}/settings/{path}")
        assert answer["Location"] == f"{place}/settings"
        assert "In practice" in text_of_page(client.get(f"{place}/settings"))
    before = exit_page.url()
    client.post(f"{place}/settings/around", {"name": "Other", "exit_page": "https://elsewhere.example"})
    assert exit_page.url() == before
    assert client.post(f"{place}/settings/new")["Location"] == f"{place}/settings"


def test_a_form_does_not_promise_that_a_passphrase_brings_the_text_back() -> None:
    """In practice nobody has one."""
    client, place = look_round()
    assert "brings your text back" not in text_of_page(client.get(f"{place}/note"))


WAYS_OUT = {
    "leave": ("/try/out", "/"),
    "lock": ("/lock", "/"),
    "sign-out": ("/out", "/"),
    "close": ("/close", ""),
    "discard": ("/discard", "/in"),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_every_way_out_throws_it_away(way: str) -> None:
    """Nothing of it is left in any table, and the old page is gone; Close leads where it always leads."""
    before = rows()
    client, place = look_round()
    send(client, f"{place}/note", {"text": "Goes too.", "source": "he-said"}, holding="text")
    seat(client, "Lou")
    path, leads_to = WAYS_OUT[way]
    assert client.post(path)["Location"] == (leads_to or exit_page.url())
    assert rows() == before
    assert not owners()
    assert client.get(f"{place}/now").status_code == 302


def test_leaving_and_locking_say_what_became_of_it() -> None:
    """One sentence on the first page, once."""
    client, _place = look_round()
    client.post("/try/out")
    assert "The practice process is gone" in text_of_page(client.get("/"))
    assert "The practice process is gone" not in text_of_page(client.get("/"))
    look_round(client)
    client.post("/lock")
    assert "Lock has thrown the practice process away" in text_of_page(client.get("/"))


@pytest.mark.parametrize("seconds", [session.IDLE_SECONDS, session.WHOLE_SECONDS])
@pytest.mark.parametrize("method", ["get", "post"])
def test_after_a_rest_it_is_gone_and_said_so(travel: Travel, seconds: int, method: str) -> None:
    """No passphrase page, which nobody could answer: the first page says what happened."""
    before = rows()
    client, place = look_round()
    travel(seconds + 1)
    answer = getattr(client, method)(f"{place}/note", {"text": "Typed for long."})
    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert rows() == before
    assert "You were away for a while." in text_of_page(client.get("/"))


def test_the_page_that_goes_to_locked_by_itself_ends_on_the_first_page(travel: Travel) -> None:
    """A page that only reads refreshes to /locked after twenty minutes."""
    client, _place = look_round()
    travel(session.IDLE_SECONDS + 1)
    assert client.get("/locked")["Location"] == "/"
    assert "You were away for a while." in text_of_page(client.get("/"))


def test_close_after_a_rest_still_leads_away(travel: Travel) -> None:
    """The quick exit never stops at another page."""
    client, _place = look_round()
    travel(session.IDLE_SECONDS + 1)
    assert client.post("/close")["Location"] == exit_page.url()


def test_signing_in_ends_practice(cast: Cast) -> None:
    """Its keys never lie in a real member's session."""
    name = cast.ada.account
    before = rows()
    client, place = look_round()
    assert client.post("/in", {"name": name, "passphrase": PASSPHRASE})["Location"] == "/g"
    assert rows() == before
    assert client.get(f"{place}/now").status_code == 404
    assert client.post("/try/as", {"seat": "Noor"}).status_code == 404
    assert client.get(cast.path("now")).status_code == 200


def test_a_member_who_is_signed_in_is_not_drawn_into_practice(cast: Cast) -> None:
    """Pressing the button in another tab leads to her own group, and throws nothing away."""
    client = cast.ada.client()
    before = rows()
    assert client.post("/try")["Location"] == "/g"
    client.post("/try/out")
    assert client.get(cast.path("now")).status_code == 200
    assert rows() == before


def test_two_visitors_have_two_processes() -> None:
    """Neither finds the other's, and leaving one leaves the other."""
    one, place = look_round()
    other, elsewhere = look_round()
    assert place != elsewhere
    assert other.get(f"{place}/now").status_code == 404
    other.post("/try/out")
    assert one.get(f"{place}/now").status_code == 200


def test_the_next_start_ends_it_calmly() -> None:
    """An old page leads to the door, not to an error."""
    before = rows()
    client, place = look_round()
    practice.throw_all_away()
    assert rows() == before
    assert client.get(f"{place}/now")["Location"] == "/in"
    assert client.get("/").status_code == 200


def test_its_keys_lie_in_no_row_in_clear() -> None:
    """Only the visitor's cookie opens the row that holds them."""
    client, _place = look_round()
    visit = session.load(client.cookies[session.SESSION_COOKIE].value)
    assert visit
    assert len(visit.kept.practice) == 8
    models_of_store = apps.get_app_config("store").get_models()
    everything = b"".join(
        bytes(value)
        for model in models_of_store
        for row in model._default_manager.values_list()
        for value in row
        if isinstance(value, bytes | memoryview)
    )
    assert visit.session in everything
    assert not [seed for seed in visit.kept.practice.values() if seed in everything]

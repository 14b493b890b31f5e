"""Sessions: what the cookie and the row hold, locking, ending, and nothing typed lost."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from answerable.actions import accounts, host_keys
from answerable.sealing import passphrases
from answerable.store import models, people
from answerable.web.base import clock, exit_page, session
from tests.people import PASSPHRASE, Cast, browser

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Travel = Callable[[int], None]


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Travel:
    """Return a function that puts the pages' clock so many seconds ahead."""
    start = clock.now()

    def go(seconds: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: start + seconds)

    go(0)
    return go


def hidden(page: str) -> dict[str, str]:
    """Return the hidden fields of a page's first large form."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))


def cookie_of(client: Client) -> str:
    """Return the value of a browser's session cookie."""
    return client.cookies[session.SESSION_COOKIE].value


def note_form(client: Client, cast: Cast) -> dict[str, str]:
    """Return a note as somebody typed it into the form."""
    page = client.get(cast.path("note")).content.decode()
    fields = {name: value for name, value in hidden(page).items() if name in {"entry", "_who"}}
    return {**fields, "on": "2026-09-01", "text": "He came late & left early.", "source": "he-said"}


def test_cookies_are_bound_to_this_host_and_hidden_from_scripts(cast: Cast) -> None:
    """__Host-, Secure, HttpOnly, SameSite=Strict, neutral names."""
    client = browser()
    client.post("/in", {"name": cast.ada.account, "passphrase": PASSPHRASE})
    assert session.SESSION_COOKIE in client.cookies
    for name, cookie in client.cookies.items():
        assert re.fullmatch(r"__Host-[0-9a-f]{8}[a-z]", name)
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Strict"
        assert cookie["path"] == "/"
        assert not cookie["domain"]


def test_the_row_tells_nothing_without_the_cookie(cast: Cast) -> None:
    """Neither the user id nor the seed lies in it in clear."""
    cast.ada.client()
    row = models.Session.objects.get()
    for secret in (cast.ada.user, cast.ada.identity.seed):
        for column in (row.owner, row.box, row.note, row.session):
            assert secret not in bytes(column)


def test_a_restart_ends_what_was_open(cast: Cast) -> None:
    """The boot key is gone with the memory: the cookie opens nothing."""
    client = cast.ada.client()
    assert client.get("/g").status_code == 302 or client.get("/g").status_code == 303
    host_keys.end_all_sessions()
    assert client.get("/g")["Location"] == "/in"


def test_lock_forgets_the_keys_and_stays(cast: Cast) -> None:
    """After Lock the row holds no seed; the passphrase opens it again."""
    cast.ada.account  # noqa: B018  # makes the account
    client = cast.ada.client()
    assert client.post("/lock")["Location"] == "/locked"
    visit = session.load(client.cookies[session.SESSION_COOKIE].value)
    assert visit is not None
    assert visit.seed is None
    assert "Locked" in client.get(cast.path("now")).content.decode()
    page = client.get("/locked").content.decode()
    answer = client.post("/unlock", {**hidden(page), "_passphrase": PASSPHRASE})
    assert answer.status_code == 303
    assert client.get(cast.path("now")).status_code == 200


def test_after_twenty_minutes_a_form_asks_for_the_passphrase_and_keeps_the_text(cast: Cast, travel: Travel) -> None:
    """What was typed stands in the page, is not stored, and is saved once the passphrase is given."""
    cast.ada.account  # noqa: B018  # makes the account
    client = cast.ada.client()
    typed = note_form(client, cast)
    travel(session.IDLE_SECONDS + 1)
    answer = client.post(cast.path("note"), typed)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Your text is still here" in page
    carried = hidden(page)
    assert carried["text"] == "He came late &amp; left early."
    assert cast.open(cast.ada).state.notes == ()
    wrong = client.post(cast.path("note"), {**typed, "_passphrase": "not the right words at all"})
    assert wrong.status_code == 403
    assert hidden(wrong.content.decode())["text"] == carried["text"]
    assert "do not fit together" in wrong.content.decode()
    assert client.post(cast.path("note"), {**typed, "_passphrase": PASSPHRASE}).status_code == 303
    assert [item.entry.text for item in cast.open(cast.ada).state.notes] == ["He came late & left early."]


def test_after_eight_hours_name_and_passphrase_bring_the_text_back(cast: Cast, travel: Travel) -> None:
    """The session is gone, the text is not."""
    name = cast.ada.account
    client = cast.ada.client()
    typed = note_form(client, cast)
    travel(session.WHOLE_SECONDS + 1)
    page = client.post(cast.path("note"), typed).content.decode()
    assert 'name="_name"' in page
    assert "left early" in hidden(page)["text"]
    assert client.post(cast.path("note"), {**typed, "_name": name, "_passphrase": PASSPHRASE}).status_code == 303
    assert len(cast.open(cast.ada).state.notes) == 1


def test_another_member_cannot_go_on_with_the_text(cast: Cast, travel: Travel) -> None:
    """Bo signs in under Ada's text: it is thrown away and he is told."""
    name = cast.bo.account
    client = cast.ada.client()
    typed = note_form(client, cast)
    travel(session.WHOLE_SECONDS + 1)
    answer = client.post(cast.path("note"), {**typed, "_name": name, "_passphrase": PASSPHRASE})
    assert answer.status_code == 409
    assert "left early" not in answer.content.decode()
    assert cast.open(cast.bo).state.notes == ()


def test_a_form_of_another_member_in_the_same_browser_is_not_sent(cast: Cast) -> None:
    """Two tabs, two people: Ada's form does not become Bo's entry."""
    typed = note_form(cast.ada.client(), cast)
    assert cast.bo.client().post(cast.path("note"), typed).status_code == 409
    assert cast.open(cast.bo).state.notes == ()


def test_looking_at_the_locked_page_locks_nothing(cast: Cast) -> None:
    """`/locked` by GET is where a page goes by itself; it is no deed."""
    client = cast.ada.client()
    client.get("/locked")
    assert client.get(cast.path("now")).status_code == 200


def test_close_ends_everything_and_leaves(cast: Cast) -> None:
    """The row is gone, the browser is told to forget, the neutral page opens."""
    client = cast.ada.client()
    answer = client.post("/close")
    assert answer.status_code == 303
    assert answer["Location"] == exit_page.url()
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert models.Session.objects.count() == 0
    assert client.get(cast.path("now"))["Location"] == "/in"


@pytest.mark.parametrize("end", ["close", "lock-all"])
def test_a_page_that_was_still_on_its_way_brings_no_ended_session_back(cast: Cast, end: str) -> None:
    """Close, or the host's lock, in the middle of a slow page: the page writes no row and sets no cookie again."""
    client = cast.ada.client()
    slow = RequestFactory().get("/g", headers={"cookie": f"{session.SESSION_COOKIE}={cookie_of(client)}"})

    def answer(request: Any) -> HttpResponse:
        if end == "close":
            client.post("/close")
        else:
            host_keys.end_all_sessions()
            people.drop_sessions()
        request.visit.say("Saved.")
        return HttpResponse()

    assert not session.VisitMiddleware(answer)(slow).cookies  # type: ignore[arg-type]  # it gets its visit inside
    assert models.Session.objects.count() == 0


def test_a_row_from_before_a_new_boot_key_is_not_written_again(cast: Cast) -> None:
    """Where the row stayed and the key went, the visit is over all the same."""
    visit = session.load(cookie_of(cast.ada.client()))
    assert visit is not None
    host_keys.end_all_sessions()
    assert not session.store(visit)


def test_a_page_that_was_still_on_its_way_undoes_no_lock(cast: Cast) -> None:
    """The other tab was locked meanwhile: what the page has to say is kept, the keys are not."""
    client = cast.ada.client()
    visit = session.load(cookie_of(client))
    assert visit is not None
    client.post("/lock")
    visit.say("Saved.")
    assert session.store(visit)
    found = session.load(cookie_of(client))
    assert found is not None
    assert (found.locked, found.kept.notice) == (True, "Saved.")


def test_two_pages_at_once_keep_one_row_after_the_other(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that changed between reading and writing is read once more; nothing is written over it unseen."""
    client = cast.ada.client()
    visit = session.load(cookie_of(client))
    assert visit is not None
    visit.say("Saved.")
    rewrite, tries = people.rewrite_session, []

    def meanwhile(*row: Any, **more: Any) -> bool:
        tries.append(1)
        if len(tries) == 1:
            client.post("/lock")  # writes a row of its own: the second try
        return rewrite(*row, **more)

    monkeypatch.setattr(people, "rewrite_session", meanwhile)
    assert session.store(visit)
    assert len(tries) == 3
    found = session.load(cookie_of(client))
    assert found is not None
    assert found.locked


def test_signing_in_again_makes_the_old_cookie_worthless(cast: Cast) -> None:
    """A session id from before the sign-in does not become a signed-in one."""
    client = browser()
    client.cookies[session.SESSION_COOKIE] = "00" * 16 + ".AAAA"
    client.post("/in", {"name": cast.ada.account, "passphrase": PASSPHRASE})
    assert not client.cookies[session.SESSION_COOKIE].value.startswith("00" * 16)


def test_an_unknown_name_gets_the_same_answer_and_the_same_work(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """One Argon2id run each, and the pages differ in nothing but the name typed."""
    name = cast.ada.account
    runs: list[int] = []
    real = passphrases._root  # where the work is done

    def counted(*given: Any) -> bytes:
        runs.append(1)
        return real(*given)

    monkeypatch.setattr(passphrases, "_root", counted)
    known = browser().post("/in", {"name": name, "passphrase": "wrong words here"})
    count, runs[:] = len(runs), []
    unknown = browser().post("/in", {"name": "Nobody", "passphrase": "wrong words here"})
    assert count == len(runs) == 1
    assert known.status_code == unknown.status_code == 422

    def bare(page: bytes) -> str:
        return re.sub(r'value="(Ada|Nobody|[A-Za-z0-9]{64})"', "", page.decode())

    assert bare(known.content) == bare(unknown.content)


def test_refusals_slow_down_but_never_lock_out(cast: Cast) -> None:
    """After three wrong tries each takes longer, for known and unknown names alike; the right words still open."""
    waits: dict[str, list[float]] = {"Ada": [], "Nobody": []}
    cast.ada.account  # noqa: B018  # makes the account
    for name, waited in waits.items():
        for _ in range(6):
            with pytest.raises(accounts.WrongSignInError):
                accounts.sign_in(name, "wrong", now=clock.now(), wait=waited.append)
    assert waits["Ada"] == waits["Nobody"] == [0.5, 1.0, 2.0]
    assert accounts.sign_in("Ada", PASSPHRASE, now=clock.now(), wait=lambda _s: None).user_id == cast.ada.user
    assert accounts.refused_today(cast.ada.user, now=clock.now()) == 6


@pytest.mark.parametrize(
    ("path", "more"),
    [("/in", {}), ("/again", {"code": "wrong", "again": PASSPHRASE}), ("/unlock", {"next": "/g"})],
)
def test_a_full_door_says_so_and_keeps_those_inside_going(
    cast: Cast, settings: Any, path: str, more: dict[str, str]
) -> None:
    """Whoever floods the sign-in takes no thread from members who are in; the page tells when to try again."""
    cast.ada.account  # noqa: B018  # makes the account
    inside = cast.ada.client()
    settings.TRIES_AT_ONCE = 0
    typed = {"name": "Ada", "passphrase": PASSPHRASE, "_name": "Ada", "_passphrase": PASSPHRASE}
    page = browser().post(path, {**typed, **more})
    assert "Wait ten seconds" in page.content.decode()
    assert inside.get(cast.path("now")).status_code == 200


def test_old_rows_go(cast: Cast, travel: Travel) -> None:
    """Two days later nothing of a session is left."""
    cast.ada.client()
    people.drop_old(today=clock.host_day(clock.now() + 2 * 86_400))
    assert models.Session.objects.count() == 0


def test_a_step_of_the_machines_clock_ends_no_visit_of_a_test(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is woken or put right in the middle of a run fails no test by chance."""
    client = cast.ada.client()
    stepped = time.time() + session.WHOLE_SECONDS
    monkeypatch.setattr(time, "time", lambda: stepped)
    assert client.get(cast.path("now")).status_code == 200

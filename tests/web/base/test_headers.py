"""Headers of every answer, errors included (sealing.md, Web rules)."""

import pytest

from answerable.store import host
from answerable.web.base import exit_page, headers
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db

PATHS = ("/in", "/help", "/nowhere", "/g", "/start/00", "/again")


@pytest.mark.parametrize("path", PATHS)
def test_pages_allow_nothing_from_elsewhere(path: str) -> None:
    """The policy, no referrer to others, no sniffing, no framing, nothing kept in a cache, no robots."""
    answer = browser().get(path)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'none'; style-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "noindex" in answer["X-Robots-Tag"]
    assert "Server" not in answer


def test_forms_may_go_here_and_to_the_exit_page() -> None:
    """Without the exit's origin Chromium would block the Close button."""
    host.keep_setting(exit_page.EXIT, "https://weather.example/today?x=1")
    policy = browser().get("/in")["Content-Security-Policy"]
    assert "form-action 'self' https://weather.example;" in policy


def test_a_page_that_only_reads_goes_to_the_lock_by_itself(cast: Cast) -> None:
    """After twenty minutes; a page with a form stays, so that nothing typed is lost."""
    client = cast.ada.client()
    assert client.get(cast.path("now"))["Refresh"] == "1200; url=/locked"
    assert "Refresh" not in client.get(cast.path("note"))


def test_strict_transport_only_behind_tls(settings: object) -> None:
    """HSTS would lock a machine-local start out of itself."""
    assert "Strict-Transport-Security" not in browser().get("/in")
    settings.TLS = True  # type: ignore[attr-defined]  # pytest-django's fixture
    assert browser().get("/in")["Strict-Transport-Security"] == headers.HSTS

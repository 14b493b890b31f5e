"""One access matrix, made from the URL configuration: every route x everybody x GET, POST and other methods."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern
from pytest_django import Settings

from answerable.core.circles import Role
from answerable.site.urls import urlpatterns
from answerable.store import log, models
from answerable.web.base import rules
from answerable.web.base.forms import text_of
from answerable.web.base.rules import Rule
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db

UNKNOWN = text_of(bytes(16))
ROLES = {"ada": Role.CONTACT, "bo": Role.CONTACT, "sol": Role.SUPPORT, "uma": Role.SUPERVISION}
STRANGERS = ("out", "eve")


def routes(door: str) -> list[URLPattern]:
    """Return the routes behind a door."""
    return [pattern for pattern in urlpatterns if rules.rule_of(pattern.callback).door == door]


def url_of(pattern: URLPattern, alias: str) -> str:
    """Return a URL of a route: this process, an id that does not exist, any token."""
    converters = pattern.pattern.converters
    known = {"alias": alias, "ident": UNKNOWN, "token": "00ff"}
    given = {name: known.get(name, UNKNOWN) for name in converters}
    path = str(pattern.pattern)
    for name, value in given.items():
        path = path.replace(f"<str:{name}>", value).replace(f"<{name}>", value)
    assert "<" not in path
    return "/" + path


def methods(rule: Rule) -> Iterator[str]:
    """Yield the methods a route takes."""
    yield from (method for method in rule.methods if method != "HEAD")


def ask(client: Client, method: str, url: str) -> int:
    """Return the status of a request; each test client keeps its own cookies."""
    return client.generic(method, url, secure=True).status_code


def test_a_view_without_a_rule_does_not_load() -> None:
    """Who forgets to say who may, gets no page at all."""

    def bare(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    with pytest.raises(ImproperlyConfigured):
        rules.path("bare", bare, "bare")


def test_every_route_is_in_the_matrix() -> None:
    """Nothing is mounted but by `rules.path`; each door is known."""
    assert urlpatterns
    assert {rules.rule_of(pattern.callback).door for pattern in urlpatterns} <= {"anyone", "signed-in", "circle"}
    assert len({pattern.name for pattern in urlpatterns}) == len(urlpatterns)


@pytest.mark.parametrize("pattern", routes("circle"), ids=lambda pattern: str(pattern.name))
class TestCircleRoutes:
    """Routes of a process."""

    def test_members_of_its_circles_come_through(self, pattern: URLPattern, cast: Cast) -> None:
        """No refusal for those the rule names (an unknown id is 404, an empty form 422, never a crash)."""
        rule = rules.rule_of(pattern.callback)
        for name, role in ROLES.items():
            if role in rule.circles:
                for method in methods(rule):
                    status = ask(getattr(cast, name).client(), method, url_of(pattern, cast.alias))
                    assert status not in {403, 405}
                    assert status < 500

    def test_other_circles_of_the_process_are_told_whose_page_it_is(self, pattern: URLPattern, cast: Cast) -> None:
        """403, and nothing is written."""
        rule = rules.rule_of(pattern.callback)
        head = log.read_head(cast.process)
        for name, role in ROLES.items():
            if role not in rule.circles:
                for method in methods(rule):
                    assert ask(getattr(cast, name).client(), method, url_of(pattern, cast.alias)) == 403
        assert log.read_head(cast.process) == head

    def test_strangers_and_those_who_left_cannot_tell_that_it_exists(self, pattern: URLPattern, cast: Cast) -> None:
        """404 for another's process as for one that does not exist."""
        rule = rules.rule_of(pattern.callback)
        for name in STRANGERS:
            for method in methods(rule):
                assert ask(getattr(cast, name).client(), method, url_of(pattern, cast.alias)) == 404
                assert ask(getattr(cast, name).client(), method, url_of(pattern, "aaaaaaaaaa")) == 404

    def test_nobody_signed_in_is_sent_to_the_door(self, pattern: URLPattern, cast: Cast) -> None:
        """GET leads to the sign-in, POST asks for name and passphrase; nothing is written."""
        rule = rules.rule_of(pattern.callback)
        head = log.read_head(cast.process)
        for method in methods(rule):
            assert ask(browser(), method, url_of(pattern, cast.alias)) == {"GET": 302, "POST": 403}[method]
        assert log.read_head(cast.process) == head

    def test_other_methods_are_refused(self, pattern: URLPattern, cast: Cast) -> None:
        """405 for what the route does not take."""
        rule = rules.rule_of(pattern.callback)
        for method in {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"}.difference(rule.methods):
            assert ask(cast.ada.client(), method, url_of(pattern, cast.alias)) == 405


@pytest.mark.parametrize("pattern", routes("signed-in"), ids=lambda pattern: str(pattern.name))
class TestSignedInRoutes:
    """Routes of somebody who has signed in, whatever her groups."""

    def test_they_need_keys(self, pattern: URLPattern, cast: Cast) -> None:
        """Without them: the door; with them no crash."""
        rule = rules.rule_of(pattern.callback)
        for method in methods(rule):
            assert ask(browser(), method, url_of(pattern, cast.alias)) == {"GET": 302, "POST": 403}[method]
            assert ask(cast.out.client(), method, url_of(pattern, cast.alias)) < 500
        for method in ("PUT", "DELETE", "PATCH"):
            assert ask(cast.out.client(), method, url_of(pattern, cast.alias)) == 405


@pytest.mark.parametrize("pattern", routes("anyone"), ids=lambda pattern: str(pattern.name))
class TestOpenRoutes:
    """Routes open to everybody."""

    def test_they_answer_anybody_without_a_crash(self, pattern: URLPattern, cast: Cast) -> None:
        """Strangers get a page, a redirect or a plain refusal."""
        rule = rules.rule_of(pattern.callback)
        for method in methods(rule):
            assert ask(browser(), method, url_of(pattern, cast.alias)) < 500
        hidden = 404 if rule.loopback else 405
        for method in ("PUT", "DELETE", "PATCH"):
            assert ask(browser(), method, url_of(pattern, cast.alias)) == hidden

    def test_what_is_for_one_machine_is_not_on_a_server(self, pattern: URLPattern, settings: Settings) -> None:
        """Practice and Begin answer 404 where the app is reached from elsewhere."""
        rule = rules.rule_of(pattern.callback)
        settings.LOOPBACK = False
        if rule.loopback:
            for method in methods(rule):
                assert ask(browser(), method, url_of(pattern, "aaaaaaaaaa")) == 404
        assert models.Process.objects.count() == 0

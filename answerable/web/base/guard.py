"""The doors: each view is wrapped by the one that says who may come through (sealing.md, Web rules)."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.db import Error as DatabaseTroubleError
from django.http import Http404, HttpResponseNotAllowed
from django.http.response import HttpResponseBase

from answerable.actions import host_keys
from answerable.actions.reading import OpenProcess, open_process
from answerable.actions.writing import StandsOtherwiseError, WritingShutError
from answerable.core.circles import Role
from answerable.sealing.identity import Identity
from answerable.store import log
from answerable.web.base import clock, errors, stands, unlock
from answerable.web.base.rules import Rule, View
from answerable.web.base.session import Request

READ = ("GET", "HEAD")
READ_WRITE = ("GET", "HEAD", "POST")
POST = ("POST",)


class MemberRequest(Request):
    """A request behind the sign-in, inside one process."""

    opened: OpenProcess
    who: str


def anyone(*, action: str, methods: tuple[str, ...] = READ, loopback: bool = False) -> Callable[[View], View]:
    """Open a view to everybody."""
    rule = Rule("anyone", (), action, methods, loopback)

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, **ids: str) -> HttpResponseBase:
            _check(request, rule)
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return _caught(request, lambda: view(request, **ids))

        guarded.rule = rule  # type: ignore[attr-defined]  # read by rules.path and the access matrix
        return guarded

    return wrap


def signed_in(*, action: str, methods: tuple[str, ...] = READ) -> Callable[[View], View]:
    """Open a view to whoever has signed in, whatever her groups."""
    rule = Rule("signed-in", (), action, methods)

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, **ids: str) -> HttpResponseBase:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return unlock.with_keys(request, lambda: _caught(request, lambda: view(request, **ids)))

        guarded.rule = rule  # type: ignore[attr-defined]  # read by rules.path and the access matrix
        return guarded

    return wrap


def member(
    *circles: Role, action: str, methods: tuple[str, ...] = READ, unready: bool = False, files: bool = False
) -> Callable[[View], View]:
    """Open a view to members of these circles of the process in the URL; all others cannot tell that it exists.

    `unready` lets in somebody whose circle was given nothing to read yet; `files` takes in a file that is sent.
    """
    rule = Rule("circle", circles, action, methods, files=files)

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: MemberRequest, alias: str, **ids: str) -> HttpResponseBase:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)

            def inside() -> HttpResponseBase:
                request.opened = _opened(request, alias)
                if not request.opened.roles.intersection(circles):
                    return errors.not_yours(request, circles)
                if not request.opened.given and not unready:
                    return errors.nothing_given(request)
                return view(request, request.opened, **ids)

            return unlock.with_keys(request, lambda: _caught(request, inside))

        guarded.rule = rule  # type: ignore[attr-defined]  # read by rules.path and the access matrix
        return guarded

    return wrap


def _opened(request: Request, alias: str) -> OpenProcess:
    """Open the process, or answer 404 alike for what does not exist and what is another's."""
    seed = request.visit.seed
    if seed is None:
        raise Http404
    identity = Identity.from_seed(seed)
    try:
        process, _practice = log.process_of_alias(alias)
        if identity.user_id not in log.seats(process):
            raise Http404
        opened = open_process(identity, process, now=clock.now())
    except log.NoSuchProcessError:
        raise Http404 from None
    if not opened.roles:
        raise Http404
    return opened


def _caught(request: Request, answer: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Turn what can go wrong under a form into a page on which the text still stands."""
    request.who = host_keys.form_tag(request.visit.user) if request.visit.user else ""  # type: ignore[attr-defined]  # read by form_tags
    try:
        return answer()
    except WritingShutError as error:
        return errors.writing_shut(request, newer=error.newer)
    except StandsOtherwiseError as error:
        return stands.stands_otherwise(request, error.entry_id)
    except (DatabaseTroubleError, OSError):
        if request.method != "POST":
            raise
        return errors.not_saved(request)


def _check(request: Request, rule: Rule) -> None:
    """Hide what exists only on a machine-local start."""
    if rule.loopback and not settings.LOOPBACK:
        raise Http404
    del request

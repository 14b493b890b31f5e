"""Showing a page: a struct and a frame go into a template; a page that only reads goes to /locked by itself."""

from contextlib import suppress
from typing import Any

import msgspec
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError, append
from answerable.core.entries import AnyEntry
from answerable.web.base import clock, shells
from answerable.web.base.guard import MemberRequest
from answerable.web.base.outgoing import hint
from answerable.web.base.session import IDLE_SECONDS, Request


def show(
    request: MemberRequest,
    template: str,
    title: str,
    *,
    place: str,
    page: Any = None,
    form: Any = None,
    writing: bool = False,
    status: int | None = None,
    reads: str = "",
    **more: Any,
) -> HttpResponse:
    """Answer with a page of a process: `page` is its struct, `form` its form; a refused form answers 422.

    `place` is the url name of the menu item it belongs to; `reads` stands in the footer where it is not the group.
    """
    refused = form is not None and form.is_bound and bool(form.errors)
    writing = writing or form is not None
    shell = shells.inside(request, request.opened, title, place=place, refused=refused, writing=writing)
    if reads:
        shell = msgspec.structs.replace(shell, reads=reads)
    context = {"shell": shell, "page": page, "form": form, **more}
    response = render(request, template, context, status=status or (422 if refused else 200))
    if shell.refresh_url:
        response.headers["Refresh"] = f"{IDLE_SECONDS}; url={shell.refresh_url}"
    return response


def show_bare(
    request: Request, template: str, title: str, *, form: Any = None, status: int | None = None, **more: Any
) -> HttpResponse:
    """Answer with a page outside a process."""
    refused = form is not None and form.is_bound and bool(form.errors)
    context = {"shell": shells.bare(request, title, refused=refused), "form": form, **more}
    return render(request, template, context, status=status or (422 if refused else 200))


def go(name: str, **ids: str) -> HttpResponseRedirect:
    """Answer 303 to a page by its url name."""
    response = HttpResponseRedirect(reverse(name, kwargs=ids or None))
    response.status_code = 303
    return response


def keep(request: MemberRequest, opened: OpenProcess, *entries: tuple[bytes, AnyEntry], said: str) -> None:
    """Append entries; leave `said` for the next page. What was saved before is not saved again and says the same."""
    with suppress(AlreadyWrittenError):
        append(opened, *entries, now=clock.now())
    request.visit.say(" ".join(filter(None, (said, hint(opened, *(entry for _id, entry in entries))))))

"""Plain pages for what went wrong; each says what to do next and none says what this is about."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from answerable.core.circles import Role
from answerable.web.base import shells, unlock
from answerable.web.base.session import Request


def _page(request: HttpRequest, template: str, status: int, **context: object) -> HttpResponse:
    if not hasattr(request, "visit"):
        return HttpResponse(render_to_string("base/plain.html"), status=status)
    shell = shells.bare(request, _("Entry"), refused=True)  # type: ignore[arg-type]  # it has a visit
    return render(request, f"base/{template}.html", {"shell": shell, **context}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the form came in a shape no browser of ours sends."""
    del exception
    return _page(request, "400", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    del exception
    return _page(request, "403", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: the same for what does not exist and what belongs to others."""
    del exception
    return _page(request, "404", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: without any detail."""
    try:
        return _page(request, "500", 500)
    except Exception:  # noqa: BLE001  # the error page itself must never fail
        return HttpResponse("500", status=500, content_type="text/plain")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form is older than this browser's visit; what was typed is shown again to send anew."""
    del reason
    carried = unlock.carried_of(request) if hasattr(request, "visit") else ()  # type: ignore[arg-type]  # it has a visit
    return _page(request, "stale", 403, carried=carried, action=request.path)


def not_yours(request: Request, circles: tuple[Role, ...]) -> HttpResponseBase:
    """403 inside one's own process: says whose page it is and where to go."""
    return _page(request, "not_yours", 403, groups=[shells.group_name(role) for role in circles])


def writing_shut(request: Request, *, newer: bool) -> HttpResponseBase:
    """409: the record was altered, or is newer than this program; nothing was written, the text still stands."""
    carried = unlock.carried_of(request)
    return _page(request, "shut", 409, newer=newer, carried=carried, action=request.path)


def not_saved(request: Request) -> HttpResponseBase:
    """503: the disk or the database refused; nothing was written, the text still stands."""
    return _page(request, "not_saved", 503, carried=unlock.carried_of(request), action=request.path)


def nothing_given(request: Request) -> HttpResponseBase:
    """200 for a circle that has keys but nothing to open with them yet: says who gives it what was meant for it."""
    return _page(request, "nothing_given", 200)

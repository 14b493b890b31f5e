"""Security headers of every answer (sealing.md, Web rules)."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from answerable.web.base import exit_page

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # no-referrer makes browsers send Origin: null, which Django refuses
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}
HSTS = "max-age=31536000; includeSubDomains"


def content_security_policy(exit_origin: str) -> str:
    """Return the policy: nothing but our own style, fonts and images; forms go here or to the exit page."""
    return (
        "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
        f"form-action 'self' {exit_origin}; base-uri 'none'; frame-ancestors 'none'"
    )


class HeadersMiddleware:
    """Put the headers on every answer, errors included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with all headers set."""
        response = self._answer(request)
        for name, value in _FIXED.items():
            response.headers[name] = value
        if "Content-Security-Policy" not in response.headers:  # a download brings a stricter one
            response.headers["Content-Security-Policy"] = content_security_policy(exit_page.origin())
        if settings.TLS:
            response.headers["Strict-Transport-Security"] = HSTS
        if isinstance(response, HttpResponse) and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 400 under a name that is not ours: a page elsewhere must not reach this machine under its own name."""
        try:
            request.get_host()
        except DisallowedHost:
            return HttpResponse("400", status=400, content_type="text/plain")
        return self.get_response(request)

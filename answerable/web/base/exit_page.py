"""Site name and exit page: neutral, set by the host, one of a dozen ordinary names at random."""

from urllib.parse import urlsplit

from django.db import DatabaseError

from answerable.store import host

NAME = "site-name"
EXIT = "exit-page"
FALLBACK_NAME = "Noticeboard"
FALLBACK_EXIT = "https://www.bbc.com/weather"


def site_name() -> str:
    """Return the site's ordinary name."""
    try:
        return host.setting(NAME) or FALLBACK_NAME
    except DatabaseError:
        return FALLBACK_NAME


def url() -> str:
    """Return the neutral page that Close opens."""
    try:
        return host.setting(EXIT) or FALLBACK_EXIT
    except DatabaseError:
        return FALLBACK_EXIT


def origin() -> str:
    """Return the origin of the exit page, as the policy for forms needs it."""
    parts = urlsplit(url())
    return f"{parts.scheme}://{parts.netloc}"

"""What the pages show of the site's name and exit page, also while the database is away."""

from django.db import DatabaseError

from answerable.actions import site_settings
from answerable.actions.site_settings import EXIT, NAME


def site_name() -> str:
    """Return the site's ordinary name."""
    try:
        return site_settings.site_name()
    except DatabaseError:
        return site_settings.FALLBACK_NAME


def url() -> str:
    """Return the neutral page that Close opens."""
    try:
        return site_settings.exit_url()
    except DatabaseError:
        return site_settings.FALLBACK_EXIT


def origin() -> str:
    """Return the origin of the exit page."""
    return site_settings.origin_of(url())


__all__ = ["EXIT", "NAME", "origin", "site_name", "url"]

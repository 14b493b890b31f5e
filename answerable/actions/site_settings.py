"""Site name and exit page: neutral, set by the host, an ordinary name at random where nobody chose one."""

from urllib.parse import urlsplit

from answerable.store import host

NAME = "site-name"
EXIT = "exit-page"
HELP = "help-lines"
FALLBACK_NAME = "Noticeboard"
FALLBACK_EXIT = "https://www.bbc.com/weather"


def site_name() -> str:
    """Return the site's ordinary name."""
    return host.setting(NAME) or FALLBACK_NAME


def exit_url() -> str:
    """Return the neutral page that Close opens."""
    return host.setting(EXIT) or FALLBACK_EXIT


def help_lines() -> tuple[str, ...]:
    """Return whom to call where this site is used, in the host's own words; nothing where the list that ships holds."""
    return tuple(line for line in (host.setting(HELP) or "").splitlines() if line.strip())


def keep_help_lines(text: str) -> None:
    """Set whom to call here, one a line; an empty text brings back the list that ships (R48)."""
    host.keep_setting(HELP, text.strip())


def origin_of(url: str) -> str:
    """Return the origin of a URL, as the policy for forms needs it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def keep(*, name: str, exit_page: str) -> None:
    """Set both."""
    host.keep_setting(NAME, name)
    host.keep_setting(EXIT, exit_page)

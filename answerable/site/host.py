"""What the machine says about this installation: folders, database, mail, read once from the environment."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import available_timezones

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from answerable.sealing.passphrases import Costs

ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")


class Place(NamedTuple):
    """Where this installation keeps its things."""

    data: Path
    pepper: Path
    cookie_prefix: str


def place(environ: Mapping[str, str] = os.environ) -> Place:
    """Return the data folder (`DATA`), the pepper file (`PEPPER_FILE`, else in the data folder), the cookie prefix.

    Cookies ignore ports, so their names carry a short hash of the data folder (entries.md).
    """
    share = Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    data = Path(environ.get("DATA") or share / "answerable").expanduser().absolute()
    pepper = Path(environ.get("PEPPER_FILE") or data / "pepper").expanduser().absolute()
    short = hashlib.sha256(str(data).encode()).hexdigest()[:8]
    return Place(data, pepper, f"__Host-{short}")


def number(name: str, default: int, environ: Mapping[str, str] = os.environ) -> int:
    """Return a setting that is a whole number. Raises ImproperlyConfigured."""
    text = environ.get(name) or str(default)
    if not (text.isascii() and text.isdigit()):
        message = f"{name} is no whole number."
        raise ImproperlyConfigured(message)
    return int(text)


def one_of(name: str, allowed: tuple[str, ...], environ: Mapping[str, str] = os.environ) -> str:
    """Return a setting that is one of a few words, the first where it is not set. Raises ImproperlyConfigured.

    A slip may not stand for a word that protects less: mail would go out without TLS, its password too.
    """
    text = environ.get(name) or allowed[0]
    if text not in allowed:
        message = f"{name} is none of: {', '.join(allowed)}."
        raise ImproperlyConfigured(message)
    return text


def slot_costs(environ: Mapping[str, str] = os.environ) -> tuple[int, int] | None:
    """Return what one try at a passphrase costs, by `SLOT_COSTS`. Raises ImproperlyConfigured."""
    text = environ.get("SLOT_COSTS", "")
    if not text:
        return None
    parts = text.split(",")
    digits = len(parts) == len(Costs._fields) and all(part.isascii() and part.isdigit() for part in parts)
    if not digits or not (found := Costs(*(int(part) for part in parts))).allowed:
        message = "SLOT_COSTS is no passes,bytes: 1 to 10 passes, 67108864 (64 MiB) to 1073741824 bytes."
        raise ImproperlyConfigured(message)
    return found.t, found.m_bytes


def zone(environ: Mapping[str, str] = os.environ, link: Path = Path("/etc/localtime")) -> str:
    """Return the machine's IANA zone: `TZ`, else where /etc/localtime leads, else UTC."""
    for name in (environ.get("TZ", ""), str(link.resolve()).partition("/zoneinfo/")[2]):
        if name in available_timezones():
            return name
    return "UTC"


def database(data: Path, environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Return Django's database settings: PostgreSQL by `DATABASE_URL`, else SQLite in the data folder.

    Raises ImproperlyConfigured, without the address: a password may be in it.
    """
    url = environ.get("DATABASE_URL", "")
    if url:
        try:
            found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
        except ValueError:
            found = {"ENGINE": ""}
        if found["ENGINE"] not in ENGINES:
            message = "DATABASE_URL does not begin with postgresql:// or sqlite://, or cannot be read."
            raise ImproperlyConfigured(message)
        if found["ENGINE"] == "django.db.backends.postgresql":
            options = found.setdefault("OPTIONS", {})
            options["options"] = (options.get("options", "") + " -c synchronous_commit=on").strip()
            return found
        return found | {"OPTIONS": sqlite_options()}
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(data / "answerable.sqlite3"),
        "OPTIONS": sqlite_options(),
    }


def sqlite_options() -> dict[str, Any]:
    """Return how SQLite is opened: durable, one writer at a time from the first statement, no trace of deleted rows."""
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
    return {"init_command": pragmas, "transaction_mode": "IMMEDIATE", "timeout": 20}

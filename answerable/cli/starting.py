"""Bringing Django up for a command: the data folder, the environment, the tables."""

import ctypes
import ipaddress
import os
import resource
import secrets
import socket
import sys
import time
from pathlib import Path

_SET_DUMPABLE = 4  # prctl's own number


def is_loopback(address: str) -> bool:
    """Say whether an address is of this machine alone."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def is_free(host: str, port: int) -> bool:
    """Say whether nobody listens there; the server itself would share the port, and each would get half the visits."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what lingers from the last run is no obstacle
        try:
            one.bind((host, port))
        except OSError:
            return False
    return True


def refusal_of(error: Exception) -> str:
    """Return one sentence for what the machine or its settings refuse; empty for an error of ours."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import Error as DatabaseTroubleError

    from answerable.actions.host_keys import NoBootKeyError, NoPepperError

    match error:
        case ImproperlyConfigured():
            return f"Setting: {error}"
        case DatabaseTroubleError():
            return "The database does not answer, or refuses. Look at DATABASE_URL, at the disk, and whether it runs."
        case NoPepperError():
            return "The pepper file cannot be read, or has not 32 bytes. Without the right one nobody can sign in."
        case NoBootKeyError():
            return "The key of the sessions can be neither read nor written: look at the memory-backed folder."
        case OSError() if error.filename:
            return f"{error.strerror}: {error.filename}"
        case _:
            return ""


def now() -> int:
    """Return this moment in whole seconds UTC."""
    return int(time.time())


def keep_memory_off_disks() -> None:
    """Leave no core dump, in which the keys of those who are in and what they type would lie on a disk.

    On Linux also let no other program of the same user look into this one's memory.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def set_place(data: Path | None) -> None:
    """Let `--data` win over the environment; call before Django's settings are read, and before keys are."""
    keep_memory_off_disks()
    if data is not None:
        os.environ["DATA"] = str(data.expanduser().absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.site.settings")


def set_up(data: Path | None = None) -> None:
    """Make the data folder (0700) and the pepper, bring Django up, bring the tables up to date."""
    set_place(data)
    os.umask(0o077)
    import django
    from django.conf import settings

    from answerable.actions import host_keys

    settings.PLACE.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    host_keys.make_pepper(settings.PLACE.pepper)
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def prepare_site() -> None:
    """Do what each start does: hashed style files, an ordinary site name, away with practice and what has expired."""
    from django.conf import settings
    from django.core.management import call_command

    from answerable.actions import practice, site_settings
    from answerable.actions.reading import utc_day
    from answerable.core.defaults import site as defaults
    from answerable.core.defaults.text import Language
    from answerable.store import host, people

    settings.STATIC_ROOT.mkdir(mode=0o700, parents=True, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    host.add_setting(site_settings.NAME, secrets.choice(defaults.SITE_NAMES[Language.EN]))
    practice.throw_all_away()
    people.drop_old(today=utc_day(now()))

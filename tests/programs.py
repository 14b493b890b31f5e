"""Which programs of the system the tests can use: Chromium, PostgreSQL 15 or newer, and age."""

import os
import re
import shutil
import subprocess
from pathlib import Path

OLDEST_POSTGRESQL = 15


def chromium() -> Path | None:
    """Return Chromium's program: `CHROMIUM` when set, else the system's own."""
    named = os.environ.get("CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("google-chrome")
    return Path(found) if found and Path(found).exists() else None


def postgresql() -> Path | None:
    """Return the folder with PostgreSQL's server programs, the newest that is 15 or newer."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    usable = [folder for folder in folders if _version(folder) >= OLDEST_POSTGRESQL and (folder / "initdb").exists()]
    if usable:
        return usable[0]
    on_path = shutil.which("initdb")
    if on_path is None:
        return None
    says = subprocess.run([on_path, "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"(\d+)", says)
    return Path(on_path).resolve().parent if number and int(number[1]) >= OLDEST_POSTGRESQL else None


def age() -> Path | None:
    """Return the age program, which opens our locked files without us."""
    found = shutil.which("age")
    return Path(found) if found else None


def absent() -> tuple[str, ...]:
    """Return the names of all that is not here."""
    return missing() + (() if age() else ("age",))


def missing() -> tuple[str, ...]:
    """Return the names of what is not here and many tests need."""
    found = {"chromium": chromium(), "postgresql": postgresql()}
    return tuple(name for name, place in found.items() if place is None)


def required() -> bool:
    """Return whether a missing program fails the run instead of leaving tests out: on CI it does."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def _version(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdigit() else 0


if __name__ == "__main__":
    print(" ".join(missing()))  # noqa: T201 - tools/packages reads this line

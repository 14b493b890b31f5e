"""Where the translations lie, one catalogue an area, and how they are compiled. Babel only: the build uses it."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("de",)
OUTSIDE_AREAS = {"web", "locale"}


def areas(package: Path) -> dict[str, Path]:
    """Return each area's name and folder: the page areas of web side by side, and every other room as a whole."""
    found: dict[str, Path] = {}
    for parent in (package / "web", package):
        for folder in sorted(parent.glob("*/")):
            if folder.name not in OUTSIDE_AREAS and not folder.name.startswith(("_", ".")):
                found.setdefault(folder.name, folder)
    return found


def po_path(package: Path, area: str, language: str) -> Path:
    """Return where the catalogue of an area lies."""
    return package / "locale" / area / language / "LC_MESSAGES" / "django.po"


def catalogues(package: Path) -> Iterator[Path]:
    """Yield every catalogue there is."""
    yield from sorted((package / "locale").glob("*/*/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    """Return a catalogue. Raises PoFileError where the file is broken."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, abort_invalid=True)


def compile_all(package: Path) -> int:
    """Write a .mo beside each catalogue, drop those without one, and return how many there are."""
    wanted = set()
    for path in catalogues(package):
        compiled = path.with_suffix(".mo")
        wanted.add(compiled)
        with compiled.open("wb") as file:
            write_mo(file, read(path))
    for stale in set((package / "locale").glob("*/*/LC_MESSAGES/*.mo")) - wanted:
        stale.unlink()
    return len(wanted)

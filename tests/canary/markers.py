"""Markers that nobody writes by chance, and the search for them in every form in which bytes may lie about."""

import base64
import random
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

STEM_LENGTH = 12


class Markers:
    """Draws markers that share one stem: whoever looks for the stem finds all of them, cut or joined."""

    def __init__(self) -> None:
        draw = random.SystemRandom()
        self._draw = draw
        self.stem = "".join(draw.choices(string.ascii_lowercase, k=STEM_LENGTH))
        self.given: dict[str, tuple[str, str]] = {}

    def fresh(self, route: str, name: str) -> str:
        """Return a new marker for a field of a form."""
        marker = self.stem + "".join(self._draw.choices(string.ascii_lowercase, k=8))
        self.given[marker] = (route, name)
        return marker

    def words(self, route: str, name: str) -> str:
        """Return a passphrase made of markers."""
        return " ".join(self.fresh(route, name) for _ in range(3))


def spellings(text: str) -> set[bytes]:
    """Return a text as bytes in every encoding looked for; base64 and base32 at each alignment, without loose ends."""
    found: set[bytes] = set()
    for one in {text, text.upper()}:
        raw = one.encode()
        found |= {raw, raw.hex().encode(), raw.hex().upper().encode()}
        found |= {one.encode("utf-16-le"), one.encode("utf-16-be")}
        found |= set(_base64(raw)) | set(_base32(raw))
    return found


def _base64(raw: bytes) -> Iterator[bytes]:
    """Yield the characters that do not depend on what stands before and after, in both alphabets."""
    for before in range(3):
        whole = bytes(before) + raw
        kept = whole[: len(whole) // 3 * 3]
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            yield encode(kept)[4 if before else 0 :]


def _base32(raw: bytes) -> Iterator[bytes]:
    for before in range(5):
        whole = bytes(before) + raw
        kept = base64.b32encode(whole[: len(whole) // 5 * 5])[8 if before else 0 :]
        yield kept
        yield kept.lower()


def find(texts: Iterable[str], places: Iterable[tuple[str, bytes]]) -> list[str]:
    """Return where one of the texts stands, in any spelling."""
    wanted = {spelling for text in texts for spelling in spellings(text)}
    return sorted({place for place, content in places if any(spelling in content for spelling in wanted)})


def files_in(*folders: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file below the folders: its path is looked through like its content."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield str(path), path.name.encode() + b"\0" + path.read_bytes()

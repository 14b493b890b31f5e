"""The two keys a host has: the pepper on its disk, the boot key in its memory (sealing.md, decisions 1 and 9)."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from django.conf import settings

from answerable.sealing import host_boxes as boxes
from answerable.sealing.randomness import draw

_SIZE = 32
_MEMORY_KINDS = {"tmpfs", "ramfs"}
_TRIES = 10


class NoPepperError(Exception):
    """The pepper file is missing or has the wrong size: nobody could sign in, so nothing starts."""


class NoBootKeyError(Exception):
    """The boot key can be neither read nor written: no session can begin."""


def make_pepper(path: Path) -> None:
    """Create the pepper file (0600) unless it exists."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        _write_once(path, draw(_SIZE))


@cache
def _pepper(path: Path) -> bytes:
    try:
        pepper = path.read_bytes()
    except OSError:
        raise NoPepperError from None
    if len(pepper) != _SIZE:
        raise NoPepperError
    return pepper


def pepper() -> bytes:
    """Return the pepper. Raises NoPepperError."""
    return _pepper(settings.PLACE.pepper)


@cache
def memory_folder() -> Path | None:
    """Return a folder of our own in memory-backed storage, or None where there is none (then one worker only)."""
    for parent in _candidates():
        folder = parent / f"a{settings.PLACE.cookie_prefix[-8:]}-{os.getuid()}"
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            facts = folder.lstat()  # a link that somebody laid here could lead to a disk
        except OSError:
            continue
        if stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.getuid() and facts.st_mode & 0o077 == 0:
            return folder
    return None


def _candidates() -> Iterator[Path]:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    for text in (runtime, "/dev/shm"):  # noqa: S108  # memory-backed, checked below; the folder itself is 0700 and ours
        if text and Path(text).is_dir() and _in_memory(Path(text)):
            yield Path(text)


def _in_memory(folder: Path) -> bool:
    """Say whether the longest mount above the folder is memory-backed (Linux; elsewhere: no)."""
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8").splitlines()
    except OSError:
        return False
    mounts = [(parts[1], parts[2]) for parts in (line.split() for line in lines)]
    above = [(len(point), kind) for point, kind in mounts if folder.resolve().is_relative_to(point)]
    return max(above, default=(0, ""))[1] in _MEMORY_KINDS


_in_process: list[bytes] = []


def boot_key() -> bytes:
    """Return the boot key, drawing one where there is none: power-off or `end_all_sessions` ends what it opened.

    Raises NoBootKeyError.
    """
    folder = memory_folder()
    if folder is None:
        if not _in_process:
            _in_process.append(draw(_SIZE))
        return _in_process[0]
    path = folder / "k"
    for _ in range(_TRIES):
        with suppress(FileNotFoundError):
            found = path.read_bytes()
            if len(found) == _SIZE:
                return found
            path.unlink(missing_ok=True)  # cut short by a full memory disk: never a key
        with suppress(FileExistsError):
            _write_once(path, draw(_SIZE))
    raise NoBootKeyError


def end_all_sessions() -> None:
    """Forget the boot key: every session of every member is over (`answerable lock`)."""
    _in_process.clear()
    folder = memory_folder()
    if folder is not None:
        (folder / "k").unlink(missing_ok=True)


def _write_once(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises FileExistsError where it stands already."""
    part = path.with_name(f".{path.name}.{draw(8).hex()}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        try:
            os.write(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.link(part, path)
    finally:
        part.unlink(missing_ok=True)


def name_tag(name: str) -> bytes:
    """Return the keyed hash under which a sign-in name is kept; case and outer spaces do not count."""
    return boxes.tag(pepper(), "name", _plain(name))


def _plain(name: str) -> bytes:
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold().encode()


def owner_tag(user: bytes) -> bytes:
    """Return what stands for a user in the list of sessions until the machine restarts."""
    return boxes.tag(boot_key(), "owner", user)


def day_tag(day: str, name: str) -> bytes:
    """Return what stands for a name in today's count of refusals; tomorrow nobody can tell whose it was."""
    return boxes.tag(boxes.tag(boot_key(), "day", day.encode()), "refused", _plain(name))


def form_tag(user: bytes) -> str:
    """Return what ties a form to the member it was made for, so that after a lock only she can go on with it."""
    return boxes.tag(pepper(), "form", user)[:16].hex()

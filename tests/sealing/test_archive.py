"""The sealed archive: one form, opened by any tar, refused when a byte differs."""

import io
import random
import subprocess
import tarfile
import tracemalloc
from pathlib import Path

import pytest

from answerable.sealing.archive import SealedArchive, read, write
from answerable.sealing.errors import AlteredError
from answerable.sealing.verify import Rows, verify_log
from tests.sealing.book import Book


def _bytes(book: Book, slots: tuple[bytes, ...] = (b"slot",)) -> bytes:
    stream = io.BytesIO()
    write(stream, SealedArchive(book.process, book.rows, slots))
    return stream.getvalue()


def _tar(files: dict[str, bytes]) -> bytes:
    """Return what another program would write, with the headers of this one."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(data), 0o600
            tar.addfile(info, io.BytesIO(data))
    end = sum(512 + len(data) + -len(data) % 512 for data in files.values())
    return stream.getvalue()[: end + 1024]


BARE = {"format": b"answerable/1/archive\n", "process": bytes(16)}


def test_what_is_written_reads_back(small: Book) -> None:
    """All rows and the slots, without the head, in the same bytes each time."""
    archive = read(io.BytesIO(_bytes(small)))
    rows = small.rows
    assert archive.process == small.process
    assert archive.rows == Rows(rows.leaves, rows.bodies, rows.wraps, rows.checkpoints, None)
    assert archive.slots == (b"slot",)
    assert _bytes(small) == _bytes(small)


def test_it_verifies_as_the_rows_do(small: Book) -> None:
    """Complete without keys, and as a member with the recovery code's seed."""
    archive = read(io.BytesIO(_bytes(small)))
    assert verify_log(archive.process, archive.rows).outcome == "complete"
    assert verify_log(archive.process, archive.rows, identity=small.identity("Ada")).opened == 4


def test_any_tar_opens_it(small: Book, tmp_path: Path) -> None:
    """The host's own tar lists it without a complaint, and Python's too."""
    path = tmp_path / "archive.tar"
    path.write_bytes(_bytes(small))
    listed = subprocess.run(["tar", "-tvf", path], capture_output=True, text=True, check=True)
    assert listed.stderr == ""
    assert "1970-01-01" in listed.stdout
    with tarfile.open(path) as tar:
        names = tar.getnames()
    assert names[:3] == ["format", "process", "leaves/0"]


def test_a_tar_made_elsewhere_in_the_same_form_is_taken() -> None:
    """The form is plain ustar."""
    assert read(io.BytesIO(_tar(BARE))) == SealedArchive(bytes(16), Rows([], {}, {}, []))


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"format": b"answerable/1/archive\n"},
        {**BARE, "format": b"answerable/2/archive\n"},
        {**BARE, "process": bytes(15)},
        dict(reversed(BARE.items())),
        {**BARE, "notes/0": b""},
        {**BARE, "leaves/00": bytes(40)},
        {**BARE, "leaves/x": bytes(40)},
        {**BARE, "wraps/0": b""},
        {**BARE, "wraps/" + "A" * 64: b""},
        {**BARE, "bodies/1": b"", "bodies/0": b""},
        {**BARE, "slots/1": b""},
        {**BARE, "slots/0": b"", "checkpoints/0": b""},
        {**BARE, "checkpoints/0": b"\xff"},
        {**BARE, "attachments/0": b""},
        {**BARE, "attachments/" + "b" * 64: b"", "attachments/" + "a" * 64: b""},
        {**BARE, "attachments/" + "a" * 64: b"", "slots/0": b""},
        {**BARE, "../x": b""},
    ],
)
def test_names_and_order_are_exact(files: dict[str, bytes]) -> None:
    """A file that has no place is refused."""
    with pytest.raises(AlteredError, match="archive-form"):
        read(io.BytesIO(_tar(files)))


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    """No header makes the reader take more than a body can be."""
    head = bytearray(_tar({"format": b""})[:512])
    head[124:135] = b"77777777777"
    with pytest.raises(AlteredError, match="archive-form"):
        read(io.BytesIO(bytes(head)))


def test_attachments_stand_behind_all_else(small: Book) -> None:
    """In the order of their hashes, each asked for only when it is written."""
    kept = {b"b" * 32: b"one", b"a" * 32: b"two" * 999}
    stream = io.BytesIO()
    write(stream, SealedArchive(small.process, small.rows, (b"slot",), kept))
    assert stream.getvalue().index(b"attachments/" + b"61" * 32) < stream.getvalue().index(b"attachments/" + b"62" * 32)
    stream.seek(0)
    assert read(stream).attachments == kept


def test_attachments_are_read_one_at_a_time(tmp_path: Path) -> None:
    """Files can be larger than the memory: neither reading an archive nor going through it holds them all."""
    size, count = 4 * 1024 * 1024, 6
    path = tmp_path / "archive.tar"
    with path.open("wb") as out:
        write(out, SealedArchive(bytes(16), Rows([], {}, {}), (), {bytes([n]) * 32: bytes(size) for n in range(count)}))
    tracemalloc.start()
    with path.open("rb") as stream:
        kept = read(stream).attachments
        assert [len(kept[key]) for key in kept] == [size] * count
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 2 * size


def test_cut_short_or_continued_is_refused(small: Book) -> None:
    """The two empty blocks at the end, and nothing after them."""
    whole = _bytes(small)
    for changed in (whole[:-1], whole[:-512], whole[:-1024], whole[:700], whole[:513], whole[:100], b"", whole + b"\0"):
        with pytest.raises(AlteredError, match="archive-form"):
            read(io.BytesIO(changed))


def test_every_changed_byte_shows(small: Book) -> None:
    """In the tar's own bytes at once, in what it carries when it is verified."""
    whole = _bytes(small, ())
    rng = random.Random(1)
    places = set(rng.sample(range(len(whole)), 400))
    unnoticed = []
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << rng.randrange(8)
        try:
            archive = read(io.BytesIO(bytes(changed)))
        except AlteredError:
            continue
        if verify_log(archive.process, archive.rows).outcome == "complete":
            unnoticed.append(place)
    assert unnoticed == []

"""Checkpoints: what members keep outside the server."""

import base64
from datetime import date

import pytest

from answerable.sealing.checkpoint import assemble, check, cosign, is_signed, note, parse
from answerable.sealing.errors import AlteredError
from tests.sealing.book import Book

DAY = date(2026, 11, 22)


def _text(book: Book, *names: str, size: int | None = None, root: bytes = b"") -> str:
    head = (book.process, book.ledger.size if size is None else size, root or book.ledger.root)
    return assemble(note(*head), [cosign(book.identity(name), *head, DAY) for name in names])


def test_a_cosigned_head_reads_back(two: Book) -> None:
    """Origin, size, root, who and on which day."""
    text = _text(two, "Ada", "Bo")
    read = check(text, two.ledger)
    assert text.startswith(f"answerable/p/{two.process.hex()}\n{two.ledger.size}\n")
    assert (read.size, read.root) == (two.ledger.size, two.ledger.root)
    assert [(line.user, line.on) for line in read.lines] == [(two.id("Ada"), DAY), (two.id("Bo"), DAY)]


def test_the_signed_moment_is_midnight(two: Book) -> None:
    """The timestamp tells a day, no finer."""
    line = _text(two, "Ada").splitlines()[-1]
    stamp = int.from_bytes(base64.b64decode(line.split(" ")[2])[4:12], "big")
    assert stamp == 1795305600
    assert stamp % 86400 == 0


def test_an_earlier_head_still_fits(two: Book) -> None:
    """The log may grow on."""
    text = _text(two, "Ada")
    two.say("Ada", "more")
    assert check(text, two.ledger).size == two.ledger.size - 1


def test_a_head_beyond_the_log_is_returned(two: Book) -> None:
    """The caller says that leaves are withheld."""
    assert check(_text(two, "Ada", size=99), two.ledger).size == 99


def _changed(line: str, place: int, value: bytes) -> str:
    start, name, signed = line.split(" ")
    data = bytearray(base64.b64decode(signed))
    data[place : place + len(value)] = value
    return f"{start} {name} {base64.b64encode(data).decode()}"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("answerable/p/", "elsewhere/p/", "checkpoint-form"),
        ("\n\n", "\n", "checkpoint-form"),
        ("\n\n", "\nextension\n\n", "checkpoint-form"),
        ("\n\n", "\n\n\n", "checkpoint-form"),
        ("\u2014", "-", "checkpoint-form"),
        ("answerable/u/", "answerable/w/", "checkpoint-form"),
        ("=\n\n", "\n\n", "checkpoint-form"),
    ],
)
def test_other_forms_are_refused(two: Book, old: str, new: str, what: str) -> None:
    """One form only, as C2SP writes it, without extension lines."""
    with pytest.raises(AlteredError, match=what):
        check(_text(two, "Ada").replace(old, new, 1), two.ledger)


def test_endings_sizes_and_counts_are_exact(two: Book) -> None:
    """A line's newline, no leading zero, at least one line, nobody twice."""
    text, ending = _text(two, "Ada"), f"\n{two.ledger.size}\n"
    for changed in (text[:-1], text + "\n", text.replace(ending, f"\n0{two.ledger.size}\n"), _text(two)):
        with pytest.raises(AlteredError, match="checkpoint-form"):
            parse(changed)
    with pytest.raises(AlteredError, match="checkpoint-twice"):
        parse(_text(two, "Ada", "Ada"))


def test_base64_has_one_form(two: Book) -> None:
    """Spare bits must be zero, in the root and in the lines."""
    root = base64.b64encode(two.ledger.root).decode()
    text = _text(two, "Ada")
    other_root = root[:-2] + chr(ord(root[-2]) + 1) + "="
    with pytest.raises(AlteredError, match="checkpoint-form"):
        parse(text.replace(root, other_root))
    with pytest.raises(AlteredError, match="checkpoint-form"):
        parse(text[:-4] + chr(ord(text[-4]) + 1) + "==\n")


def test_lines_must_be_a_known_users_and_verify(two: Book) -> None:
    """Stricter than C2SP, where unknown lines pass."""
    for text in (_text(two, "Out"), _text(two, "Ada", "Out")):
        with pytest.raises(AlteredError, match="checkpoint-line"):
            check(text, two.ledger)
    above, line = _text(two, "Ada").split("\n\n")
    for place, value in ((0, b"xxxx"), (20, b"xxxx"), (4, (86400).to_bytes(8, "big"))):
        with pytest.raises(AlteredError, match="checkpoint-line"):
            check(assemble(above + "\n", [_changed(line.strip(), place, value)]), two.ledger)


@pytest.mark.parametrize("seconds", [86401, 1 << 63, 86400 * (1 << 40)])
def test_a_time_of_day_is_refused(two: Book, seconds: int) -> None:
    """Nor is a day that no calendar has."""
    above, line = _text(two, "Ada").split("\n\n")
    with pytest.raises(AlteredError, match="checkpoint-time"):
        parse(assemble(above + "\n", [_changed(line.strip(), 4, seconds.to_bytes(8, "big"))]))


def test_another_log_and_another_root_are_refused(two: Book) -> None:
    """A checkpoint is of one process and one history."""
    with pytest.raises(AlteredError, match="checkpoint-origin"):
        check(_text(Book(label="other"), "Ada"), two.ledger)
    with pytest.raises(AlteredError, match="checkpoint-root"):
        check(_text(two, "Ada", root=b"r" * 32), two.ledger)


def test_lines_of_a_copy_tell_who_had_seen_it(two: Book) -> None:
    """Of a copy from outside, a line counts if it verifies."""
    read = parse(_text(two, "Ada", "Out"))
    assert [is_signed(read, line, two.ledger.users) for line in read.lines] == [True, False]

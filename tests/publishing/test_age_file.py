"""A file under six words, which any age program opens (C7)."""

import os
import pty
import subprocess
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # pyrage ships no types
import pytest

from answerable.publishing import age_file

WORDS = "seven quiet otters knit blue lanterns"


def test_it_opens_with_its_words_only() -> None:
    """Other words, or a changed byte, open nothing."""
    locked = age_file(b"%PDF the letter", WORDS)
    assert pyrage.passphrase.decrypt(locked, WORDS) == b"%PDF the letter"
    for words, file in ((WORDS + " ", locked), (WORDS, locked[:-1] + bytes([locked[-1] ^ 1]))):
        with pytest.raises(pyrage.DecryptError):
            pyrage.passphrase.decrypt(file, words)


def test_it_is_an_age_file_and_shows_nothing() -> None:
    """The format's own first lines, then nothing that could be read; never twice the same."""
    locked = age_file(b"%PDF the letter", WORDS)
    assert locked.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert b"letter" not in locked
    assert locked != age_file(b"%PDF the letter", WORDS)


@pytest.mark.age
def test_the_age_program_opens_it(tmp_path: Path) -> None:
    """The support group needs nothing of ours: age asks for the words on a terminal."""
    file = tmp_path / "update-2026-09.age"
    file.write_bytes(age_file(b"%PDF the letter", WORDS))
    ours, theirs = pty.openpty()
    program = ["age", "--decrypt", str(file)]
    process = subprocess.Popen(
        program,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509  # age reads the words from its terminal, so it needs one
    )
    os.close(theirs)
    os.write(ours, WORDS.encode() + b"\n")
    out, _err = process.communicate(timeout=60)
    os.close(ours)
    assert out == b"%PDF the letter"


def _take_terminal() -> None:
    """Make standard input the terminal of this process."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)

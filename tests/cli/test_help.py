"""`answerable --help` explains every command, and no help says what this is about to somebody who looks over."""

from pathlib import Path

import pytest

from tests.running import answerable, environment

COMMANDS = ("run", "link", "lock", "remind", "numbers", "verify", "export", "backup", "restore")


def test_the_help_lists_every_command(tmp_path: Path) -> None:
    """A host finds all commands with a line each; nothing is made on the way."""
    said = answerable(environment(tmp_path), "--help")
    assert said.code == 0
    for name in COMMANDS:
        assert any(name in line.split()[:3] for line in said.out.splitlines()), name
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(tmp_path: Path, name: str) -> None:
    """What it does, and each of its options with a sentence."""
    said = answerable(environment(tmp_path), name, "--help")
    assert said.code == 0
    assert "--data" in said.out
    assert "perpetrator" not in said.out.lower()
    assert not (tmp_path / "data").exists()


def test_an_unknown_command_is_refused(tmp_path: Path) -> None:
    """Typing errors change nothing."""
    assert answerable(environment(tmp_path), "lokc").code == 2

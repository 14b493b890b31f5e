"""The host's commands explain themselves."""

from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from answerable.cli.app import app
from tests.house.tree import ROOT


def _all_commands() -> Iterator[tuple[str, Any]]:
    waiting: list[tuple[str, Any]] = [("answerable", typer.main.get_command(app))]
    while waiting:
        name, command = waiting.pop()
        inner = getattr(command, "commands", {})
        waiting += [(f"{name} {word}", child) for word, child in inner.items()]
        if not inner:
            yield name, command


COMMANDS = dict(_all_commands())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_has_its_help(name: str) -> None:
    """`answerable --help` is all a host needs to start."""
    command = COMMANDS[name]
    assert (command.help or "").strip(), f"{name} says nothing"
    silent = [option.name for option in command.params if not getattr(option, "help", None) and option.name != "help"]
    assert not silent, f"{name}: {silent}"


def test_every_command_is_in_the_papers() -> None:
    """The README or the guide for servers names each."""
    said = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")))
    assert not [name for name in COMMANDS if name not in said]

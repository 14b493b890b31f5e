"""Each module, public name and test says in a sentence what it is (style.md 3)."""

import subprocess

import pytest

from tests.house.tree import ROOT

UNDOCUMENTED = """import os


class Thing:
    def does(self) -> None:
        print(os)


def test_something() -> None:
    print(Thing)
"""


@pytest.mark.parametrize(
    "place", ["answerable/core/x.py", "answerable/web/x/views.py", "tests/core/test_x.py", "tools/x.py"]
)
def test_ruff_refuses_what_has_no_docstring(place: str) -> None:
    """No room is left out of pydocstyle by the settings."""
    command = [str(ROOT / ".venv/bin/ruff"), "check", "--output-format=concise", "--stdin-filename", place, "-"]
    says = subprocess.run(command, input=UNDOCUMENTED, capture_output=True, text=True, cwd=ROOT, check=False).stdout
    assert all(rule in says for rule in ("D100", "D101", "D102", "D103")), says

"""The pure rooms take time, randomness and everything else as arguments (style.md 5)."""

import ast
import sys
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, imported, name_of, parsed, python_files

IMPURE = (
    {"asyncio", "glob", "http", "io", "logging", "multiprocessing", "os"}
    | {"pathlib", "random", "secrets", "shutil", "signal", "socket", "sqlite3"}
    | {"ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid"}
)
ALLOWED = {
    "core": {"answerable.core", "msgspec"},
    "sealing": {"answerable.sealing", "msgspec", "cryptography", "nacl"},
}
READS_CLOCK = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("timezone", "now"),
}
MAY_READ_CLOCK = {Path("answerable/web/base/clock.py")}
DRAWS = {"nacl.utils", "os", "random", "secrets", "uuid"}


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_a_pure_room_imports_only_what_it_may(room: str) -> None:
    """Core needs the standard library and msgspec; sealing, besides, the two crypto libraries."""
    wrong = [
        f"{name_of(path)}:{line} imports {module}"
        for path in python_files(f"answerable/{room}")
        for line, module in imported(path)
        if not _may_import(room, module)
    ]
    assert not wrong, "\n".join(wrong)


def _may_import(room: str, module: str) -> bool:
    if any(module == name or module.startswith(f"{name}.") for name in ALLOWED[room]):
        return True
    return module.split(".", maxsplit=1)[0] in sys.stdlib_module_names


def test_core_touches_neither_clock_nor_files_nor_network() -> None:
    """The same entries give the same state on any machine at any time."""
    wrong = [
        f"{name_of(path)}:{line} imports {module}"
        for path in python_files("answerable/core")
        for line, module in imported(path)
        if module.split(".")[0] in IMPURE
    ]
    assert not wrong, "\n".join(wrong)


def test_sealing_draws_randomness_in_one_place() -> None:
    """One function to audit, and one to replace when a vector is made."""
    wrong = [
        f"{name_of(path)}:{line} imports {module}"
        for path in python_files("answerable/sealing")
        for line, module in imported(path)
        if module in DRAWS and path.name != "randomness.py"
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_clock_and_the_commands_ask_what_time_it_is() -> None:
    """Everything else is told: a test can then be any day (C6)."""
    commands = PACKAGE / "cli"
    wrong = [
        f"{name_of(path)}:{node.lineno} reads the clock"
        for path in python_files("answerable")
        if Path(name_of(path)) not in MAY_READ_CLOCK and commands not in path.parents
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and _reads_clock(node.func)
    ]
    assert not wrong, "\n".join(wrong)


def _reads_clock(function: ast.expr) -> bool:
    if not isinstance(function, ast.Attribute):
        return False
    base = function.value
    owner = base.id if isinstance(base, ast.Name) else base.attr if isinstance(base, ast.Attribute) else ""
    return (owner, function.attr) in READS_CLOCK or (
        owner == "time" and function.attr in {"time", "time_ns", "localtime"}
    )


@pytest.mark.parametrize("line", ["datetime.now(UTC)", "datetime.datetime.now()", "date.today()", "time.time()"])
def test_the_clock_check_sees_the_usual_ways(line: str) -> None:
    """A check that cannot fail checks nothing."""
    call = ast.parse(line, mode="eval").body
    assert isinstance(call, ast.Call)
    assert _reads_clock(call.func)

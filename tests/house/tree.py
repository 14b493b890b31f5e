"""What lies in the house: the files and folders that its checks walk over."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "answerable"
PROGRAM_FOLDERS = ("answerable", "benchmarks", "tests", "tools")


def name_of(path: Path) -> str:
    """Return a path as people write it: from the project's root."""
    return path.relative_to(ROOT).as_posix()


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Return all Python files in folders below the root that a person wrote."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(path for path in found if "migrations" not in path.parts)


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def templates() -> tuple[Path, ...]:
    """Return all templates."""
    return tuple(sorted(path for path in PACKAGE.rglob("*.html") if "templates" in path.parts))


@cache
def stylesheets() -> tuple[Path, ...]:
    """Return all stylesheets."""
    return tuple(sorted(PACKAGE.rglob("*.css")))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a file, nested ones too."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, module) for every import of a file, wherever it stands."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")

"""Write the table of rooms in docs/house.md from what each package says of itself (python -m tools.plan)."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "docs" / "house.md"
START, END = "<!-- rooms: written by `make plan` from the packages' own docstrings -->\n", "<!-- end of rooms -->\n"


def rooms(package: Path) -> list[Path]:
    """Return every folder of the package that holds Python modules, without Django's migrations."""
    inits = sorted(package.rglob("__init__.py"))
    return [init.parent for init in inits if init.parent != package and init.parent.name != "migrations"]


def table(package: Path) -> str:
    """Return the rooms as a table: folder and the docstring's first line. Raises ValueError where one says nothing."""
    lines = ["| Room | What lives here |\n", "|---|---|\n"]
    for room in rooms(package):
        says = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
        if not says:
            msg = f"{room} has no docstring"
            raise ValueError(msg)
        lines.append(f"| `{room.relative_to(package.parent).as_posix()}/` | {says.splitlines()[0]} |\n")
    return "".join(lines)


def renewed(page: str, package: Path) -> str:
    """Return the page with its table written anew. Raises ValueError where the marks are missing."""
    before, rest = page.split(START)
    _, after = rest.split(END)
    return f"{before}{START}{table(package)}{END}{after}"


if __name__ == "__main__":
    HOUSE.write_text(renewed(HOUSE.read_text(encoding="utf-8"), ROOT / "answerable"), encoding="utf-8")

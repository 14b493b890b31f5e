"""Write the table of docs/entries.md anew from the code (`make kinds`)."""

import sys
from collections.abc import Iterable
from pathlib import Path

from answerable.core.audiences import RULES
from answerable.core.circles import Role
from answerable.core.entries import Aside, Entry

PAGE = Path(__file__).resolve().parent.parent / "docs" / "entries.md"
BEGIN, END = "<!-- kinds: written by `make kinds` -->", "<!-- end of kinds -->"
LETTERS = {Role.CONTACT: "C", Role.SUPPORT: "S", Role.SUPERVISION: "V"}
COMMON = set(Entry.__struct_fields__)


def letters(roles: Iterable[Role]) -> str:
    """Return circles as letters in the order C S V."""
    found = set(roles)
    return " ".join(letter for role, letter in LETTERS.items() if role in found)


def table() -> str:
    """Return the table, a row per kind."""
    rows = ["| kind | what it says | fields | by | read by |", "|---|---|---|---|---|"]
    for kind, rule in RULES.items():
        name = str(kind.__struct_config__.tag)
        said = (kind.__doc__ or "").split("\n", maxsplit=1)[0]
        fields = ", ".join(field for field in kind.__struct_fields__ if field not in COMMON)
        made = letters(rule.by) + (f", or {letters(rule.copied_by)} copied" if rule.copied_by else "")
        read = letters(rule.readers)
        read = "own circle" if rule.own_circle else "as the entry" if rule.as_entry else read
        read = "those it names" if issubclass(kind, Aside) else read
        read += f" ({letters(rule.optional)} may be left out)" if rule.optional else ""
        read += f" ({letters(rule.may_add)} may be added)" if rule.may_add else ""
        rows.append(f"| `{name}` | {said} | {fields} | {made} | {read} |")
    return "\n".join(rows)


def renewed(page: str) -> str:
    """Return the page with its table written anew."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


def main() -> int:
    """Write the page."""
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The documents tell what is there: the house plan, the table of the letter, the changelog."""

import re
from collections.abc import Iterator

import pytest

from tests.house.tree import PACKAGE, ROOT, name_of
from tools import kinds
from tools.plan import HOUSE, renewed, rooms

LETTER = ROOT / "docs" / "letter.md"
ROW = re.compile(r"^\|\s*\**([RC])(\d+)\**\s*\|([^|]*)\|([^|]*)\|\s*$", re.MULTILINE)
TEST_NAME = re.compile(r"tests/[\w./-]+")
LAST = {"R": 67, "C": 8}
NOT_OURS = {"build", "dist", "htmlcov", "node_modules"}


def _house_rows() -> set[str]:
    """Return the folders that the house plan names in the first cell of a row."""
    return set(re.findall(r"^\|\s*`([^`]+)/`\s*\|", HOUSE.read_text(encoding="utf-8"), re.MULTILINE))


def _folders() -> Iterator[str]:
    for path in ROOT.iterdir():
        if path.is_dir() and not path.name.startswith(".") and path.name not in NOT_OURS and any(path.iterdir()):
            yield path.name
    yield from (name_of(folder) for folder in rooms(PACKAGE))


def test_the_house_plan_names_every_folder() -> None:
    """A newcomer finds each room, area and family in docs/house.md."""
    missing = sorted(set(_folders()) - _house_rows())
    assert not missing, f"docs/house.md has no row for: {', '.join(missing)}"


def test_the_house_plan_names_nothing_that_is_not_there() -> None:
    """A plan of rooms that were never built misleads."""
    absent = sorted(folder for folder in _house_rows() if not (ROOT / folder).is_dir())
    assert not absent, f"docs/house.md names: {', '.join(absent)}"


def test_the_table_of_rooms_says_what_the_rooms_say() -> None:
    """`make plan` writes it from their docstrings; forgotten, it would drift."""
    page = HOUSE.read_text(encoding="utf-8")
    assert page == renewed(page, PACKAGE)


def test_the_table_of_entries_says_what_the_code_says() -> None:
    """`make kinds` writes it from the structs and their readers."""
    page = kinds.PAGE.read_text(encoding="utf-8")
    assert page == kinds.renewed(page)


def _letter_rows() -> list[tuple[str, int, str]]:
    return [
        (kind, int(number), tests) for kind, number, _where, tests in ROW.findall(LETTER.read_text(encoding="utf-8"))
    ]


def test_the_table_of_the_letter_names_requirements_that_exist() -> None:
    """R1 to R67 and C1 to C8, each in one row at most."""
    rows = [(kind, number) for kind, number, _ in _letter_rows()]
    assert rows, "docs/letter.md has no rows"
    assert not [row for row in rows if not 1 <= row[1] <= LAST[row[0]]]
    assert len(rows) == len(set(rows))


def test_every_row_of_the_letter_names_tests_that_exist() -> None:
    """Done means: a test shows it."""
    wrong = []
    for kind, number, tests in _letter_rows():
        named = TEST_NAME.findall(tests)
        wrong += [f"{kind}{number}: {name}" for name in named if not (ROOT / name).exists()]
        if not named:
            wrong.append(f"{kind}{number}: no test named")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"])
def test_the_papers_of_the_project_are_there(name: str) -> None:
    """Whoever comes finds what it is, what changed, how to work on it and under which terms."""
    assert (ROOT / name).read_text(encoding="utf-8").strip()


def test_every_decision_has_its_own_number() -> None:
    """Records are cited by number."""
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert all(number.isdigit() for number in numbers)
    assert len(numbers) == len(set(numbers))


def test_every_direct_dependency_is_in_a_decision_record() -> None:
    """Nothing is relied on that nobody chose."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert listed
    names = re.findall(r'"([a-z0-9-]+)', listed[1])
    said = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "decisions").glob("*.md")).lower()
    assert names
    assert not [name for name in names if f"`{name}`" not in said]


def test_the_package_is_marked_as_typed() -> None:
    """Type checkers of others may rely on our annotations."""
    assert (PACKAGE / "py.typed").exists()

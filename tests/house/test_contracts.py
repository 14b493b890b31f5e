"""Each import contract of the house is shown to fail on a planted bad import."""

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT

# contract -> (file, the import planted in it). A file whose room does not stand yet is made, with the room.
PLANTS = {
    "Rooms import downwards only, and every room has a place": [
        ("core/planted.py", "import answerable.wording"),
        ("core/planted.py", "import answerable.sealing"),
        ("sealing/planted.py", "import answerable.core"),
        ("actions/planted.py", "import answerable.web"),
        ("web/planted.py", "import answerable.site"),
        ("cli/planted.py", "import answerable.web"),
        ("nobodys_room/__init__.py", "import answerable.core"),
    ],
    "The store cannot know what it keeps": [
        ("store/planted.py", "import answerable.sealing"),
        ("store/planted.py", "import answerable.core"),
    ],
    "Mail carries bytes and knows no words": [("mail/planted.py", "import answerable.wording")],
    "Core needs the standard library and msgspec only": [("core/planted.py", "import django")],
    "Sealing is bytes in, bytes out": [("sealing/planted.py", "import django")],
    "Sentences and papers are made without Django": [
        ("wording/planted.py", "import django"),
        ("publishing/planted.py", "import django"),
    ],
    "What only seals never reaches what opens": [
        ("sealing/seal.py", "import answerable.sealing.open"),
        ("sealing/leaves.py", "import answerable.sealing.open"),
    ],
    "Following a log and closing an envelope needs no secret key": [
        ("sealing/log.py", "import answerable.sealing.identity"),
        ("sealing/kem.py", "import answerable.sealing.kem_pair"),
    ],
    "The public door can seal and never open": [("letterbox/views.py", "import answerable.sealing.open")],
    "Page areas stand side by side, above base": [
        ("web/planted_one/views.py", "import answerable.web.planted_two"),
        ("web/base/planted.py", "import answerable.web.planted_two"),
    ],
}
ROOMS = ("actions", "cli", "letterbox", "mail", "publishing", "wording")
CASES = [(contract, place, line) for contract, plants in PLANTS.items() for place, line in plants]


def _contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]


def _lint(folder: Path) -> str:
    command = [str(ROOT / ".venv/bin/lint-imports"), "--no-cache", "--no-logo", "--config", "pyproject.toml"]
    done = subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def _plant(folder: Path, place: str, line: str) -> None:
    path = folder / "answerable" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "__init__.py").touch()
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a copy of the modules and contracts, with two page areas more and with rooms yet to come."""
    for path in PACKAGE.rglob("*.py"):
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    for room in ("web/planted_one", "web/planted_two", *ROOMS):
        (tmp_path / "answerable" / room).mkdir(exist_ok=True)
        (tmp_path / "answerable" / room / "__init__.py").touch()
    return tmp_path


def test_the_house_as_it_stands_keeps_every_contract(house: Path) -> None:
    """Without a planted import nothing is broken, so a broken contract below is the plant's doing."""
    assert f"Contracts: {len(_contracts())} kept, 0 broken." in _lint(house)


def test_every_contract_has_a_planted_import() -> None:
    """A contract that nobody has seen fail may check nothing."""
    assert set(_contracts()) == set(PLANTS)


@pytest.mark.parametrize(("contract", "place", "line"), CASES)
def test_a_planted_import_breaks_its_contract(house: Path, contract: str, place: str, line: str) -> None:
    """The contract named sees the import planted."""
    _plant(house, place, line)
    assert f"{contract} BROKEN" in _lint(house)

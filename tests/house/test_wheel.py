"""What is installed from a built wheel is whole: pages, styles, translations, word lists."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT
from tools.catalogues import catalogues

NOT_IN_WHEEL = {".pyc", ".mo"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel as a packager would and return the names in it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("answerable-*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def _inside() -> set[str]:
    return {
        f"answerable/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in NOT_IN_WHEEL
    }


def test_every_file_of_the_package_is_in_the_wheel(wheel: set[str]) -> None:
    """Templates, stylesheets, fonts, word lists and the marker of types come along."""
    assert not _inside() - wheel


def test_every_catalogue_is_compiled_into_the_wheel(wheel: set[str]) -> None:
    """German is there without gettext's tools on the machine."""
    wanted = {f"answerable/{path.relative_to(PACKAGE).with_suffix('.mo').as_posix()}" for path in catalogues(PACKAGE)}
    assert not wanted - wheel


def test_nothing_but_the_package_is_in_the_wheel(wheel: set[str]) -> None:
    """Tests and tools stay behind; the licence travels with it."""
    tops = {Path(name).parts[0] for name in wheel}
    assert len(tops) == len({"answerable", "dist-info"}), tops
    assert any(name.endswith("licenses/LICENSE") for name in wheel)

"""An installation made by the commands themselves, in a folder of its own."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.running import Said, answerable, environment, python


@dataclass(frozen=True)
class Place:
    """A folder with an installation in it, and what is in there (`facts` of the seed)."""

    folder: Path
    env: dict[str, str]
    facts: dict[str, Any]

    def run(self, *words: str, typed: str = "") -> Said:
        """Run a command here."""
        return answerable(self.env, *words, typed=typed)

    @property
    def database(self) -> Path:
        """Return the database's file."""
        return self.folder / "data" / "answerable.sqlite3"


def seeded(folder: Path, **more: str) -> Place:
    """Make an installation with Linden in it."""
    folder.mkdir(exist_ok=True)
    env = environment(folder, **more)
    made = answerable(env, "link")
    assert made.code == 0, made.err
    return Place(folder, env, json.loads(python(env, "tests.cli.seed")))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return an installation that the tests of a file share and leave as it is."""
    return seeded(tmp_path_factory.mktemp("place"))


@pytest.fixture
def own_place(tmp_path: Path) -> Place:
    """Return an installation of one test alone."""
    return seeded(tmp_path / "place")


@pytest.fixture(scope="module")
def archive(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return Linden's sealed archive."""
    file = tmp_path_factory.mktemp("archive") / "linden.tar"
    said = place.run("export", place.facts["alias"], str(file))
    assert said.code == 0, said.err
    return file

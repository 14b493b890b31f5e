"""The lock files name every extra that a package of theirs asks of another (docs/decisions/0003)."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT

PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[([^\]]*)\])?==")


def pins(name: str) -> dict[str, frozenset[str]]:
    """Return the packages of a lock file, with the extras that stand in it."""
    found = (PIN.match(line) for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    return {canonicalize_name(one[1]): frozenset((one[2] or "").split(",")) - {""} for one in found if one}


def asked(package: str, extras: frozenset[str]) -> Iterator[Requirement]:
    """Yield what an installed package asks for here, with these extras of its own; nothing for one that is not here."""
    try:
        lines = requires(package) or []
    except PackageNotFoundError:
        return
    for one in map(Requirement, lines):
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield one


def missing(locked: dict[str, frozenset[str]]) -> list[str]:
    """Return the extras that no pin names, each with the package that asks for it."""
    return [
        f"{canonicalize_name(one.name)}[{extra}], for {package}"
        for package, extras in locked.items()
        for one in asked(package, extras)
        for extra in sorted(one.extras - locked.get(canonicalize_name(one.name), frozenset()))
    ]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_extra_stands_in_the_lock(name: str) -> None:
    """Without it, pip stops once a newer release is out: it takes the pin for another requirement."""
    assert not missing(pins(name))


def test_an_extra_that_is_missing_is_found() -> None:
    """pytest-cov asks for coverage[toml]: a pin without it is named."""
    locked = {**pins("requirements-dev.lock"), "coverage": frozenset[str]()}
    assert "coverage[toml], for pytest-cov" in missing(locked)

"""Names say what a thing is."""

from tests.house.tree import PACKAGE, name_of

SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "service", "services", "common", "misc"}


def test_no_module_is_named_after_nothing() -> None:
    """A drawer named utils collects what nobody thought about (style.md 1)."""
    found = [
        name_of(path)
        for path in PACKAGE.rglob("*")
        if path.suffix in {"", ".py"} and SAYS_NOTHING & set(path.stem.lower().split("_"))
    ]
    assert not found, "\n".join(found)

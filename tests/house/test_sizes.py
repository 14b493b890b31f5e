"""Nothing grows beyond what one reads at a sitting (style.md 6)."""

from tests.house.tree import PROGRAM_FOLDERS, functions, name_of, python_files, templates

FUNCTION_LINES = 50
FILE_LINES = 400
TEMPLATE_LINES = 160


def test_no_function_is_longer_than_fifty_lines() -> None:
    """A longer one does several things: split it by meaning."""
    long = [
        f"{name_of(path)}:{node.lineno} {node.name} has {size} lines"
        for path in python_files(*PROGRAM_FOLDERS)
        for node in functions(path)
        if (size := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_no_python_file_is_longer_than_four_hundred_lines() -> None:
    """A longer one has several subjects."""
    long = [
        f"{name_of(path)} has {size} lines"
        for path in python_files(*PROGRAM_FOLDERS)
        if (size := path.read_text(encoding="utf-8").count("\n")) > FILE_LINES
    ]
    assert not long, "\n".join(long)


def test_no_template_is_longer_than_a_hundred_and_sixty_lines() -> None:
    """A longer one wants parts."""
    long = [
        f"{name_of(path)} has {size} lines"
        for path in templates()
        if (size := path.read_text(encoding="utf-8").count("\n")) > TEMPLATE_LINES
    ]
    assert not long, "\n".join(long)

"""Pages work without script, without inline style, without SVG, and in both writing directions (interface.md)."""

import re
from pathlib import Path

import pytest

from tests.house.tree import name_of, stylesheets, templates

NOT_IN_PAGES = {
    "a script": re.compile(r"<script", re.IGNORECASE),
    "an SVG": re.compile(r"<svg|\.svg\b", re.IGNORECASE),
    "an inline style": re.compile(r"\sstyle\s*=|<style", re.IGNORECASE),
    "a handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "data in a URL": re.compile(r"(?:url\(|[\"'=])\s*data:", re.IGNORECASE),
    "another host": re.compile(r"(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//", re.IGNORECASE),
}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PHYSICAL = re.compile(
    r"(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right)[a-z-]*|left|right)\s*:|:[^;{}]*\b(?:left|right)\b[^;{}]*[;}]",
    re.MULTILINE,
)
DATA_URL = re.compile(r"url\(\s*[\"']?(?:data:|https?:|//)|\.svg\b", re.IGNORECASE)


def found_in(text: str) -> list[str]:
    """Return what a page must not have."""
    return [thing for thing, pattern in NOT_IN_PAGES.items() if pattern.search(text)]


def test_no_template_has_what_the_safest_level_refuses() -> None:
    """Tor Browser's safest level shows neither script nor SVG, and our own policy forbids inline style."""
    wrong = [
        f"{name_of(path)}: {thing}" for path in templates() for thing in found_in(path.read_text(encoding="utf-8"))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "markup",
    [
        "<script src='/x.js'></script>",
        "<p><svg></svg></p>",
        '<p style="width: 3px">',
        '<button onclick="go()">',
        '<img src="data:image/png;base64,x">',
        '<a href="https://example.org/">',
    ],
)
def test_the_template_check_sees_each_of_them(markup: str) -> None:
    """A check that cannot fail checks nothing."""
    assert found_in(markup)


def test_the_template_check_leaves_ordinary_pages_alone() -> None:
    """Words that only look alike pass."""
    assert not found_in('<p class="once-only">What happened on = Monday</p><a href="/e/x">on</a>')


def _physical(path: Path) -> list[str]:
    return [match.group().strip() for match in PHYSICAL.finditer(COMMENT.sub("", path.read_text(encoding="utf-8")))]


def test_stylesheets_know_no_left_and_right() -> None:
    """Logical properties only: the same sheet serves scripts written from the right."""
    wrong = [f"{name_of(path)}: {rule}" for path in stylesheets() for rule in _physical(path)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "rule", ["p { margin-left: 1px }", "p{left:0}", "p { text-align: right; }", "p { float: left }"]
)
def test_the_direction_check_sees_the_usual_ways(rule: str, tmp_path: Path) -> None:
    """A check that cannot fail checks nothing."""
    sheet = tmp_path / "page.css"
    sheet.write_text(rule)
    assert _physical(sheet)


def test_stylesheets_load_nothing_from_elsewhere() -> None:
    """Fonts and images lie beside the sheet; nothing tells another host who reads this."""
    wrong = [
        name_of(path) for path in stylesheets() if DATA_URL.search(COMMENT.sub("", path.read_text(encoding="utf-8")))
    ]
    assert not wrong, "\n".join(wrong)

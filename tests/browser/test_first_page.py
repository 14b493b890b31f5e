"""The first page in a real browser: it opens, is accessible, loads nothing from elsewhere and runs no script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, Axe, Live, OpenContext


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_on_the_first_page(
    live: Live,
    open_context: OpenContext,
    axe: Axe,
    screenshot: Callable[[Page, str], Path],
    width: int,
    scheme: str,
) -> None:
    """Contrast, names, order and structure, on a phone and a desk, by day and by night."""
    page = open_context(javascript=True, width=width, scheme=scheme).new_page()
    page.goto(live.url)
    axe(page)
    assert screenshot(page, f"first-{width}-{scheme}").exists()


def test_the_first_page_asks_no_other_host(live: Live, page: Page) -> None:
    """Whoever watches the network sees this machine only."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(live.url)
    assert asked
    assert not [url for url in asked if not url.startswith(live.url)]


def test_the_first_page_needs_no_script(live: Live, page: Page) -> None:
    """With JavaScript off there is a heading and something to do."""
    page.goto(live.url)
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("button").or_(page.get_by_role("link")).count()


def test_axe_would_find_what_is_wrong(live: Live, open_context: OpenContext, axe: Axe) -> None:
    """A check that cannot fail checks nothing."""
    page = open_context(javascript=True).new_page()
    page.goto(live.url)
    page.evaluate("document.body.innerHTML = '<main><h1>x</h1><img src=\"/x.png\"><input></main>'")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)

"""Every page of the practice process in a real browser: axe, by day and night; nothing wider than the window."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, Live, OpenContext

NARROWEST = 320
SEATS = ("Noor", "Lou", "Tove")
MOST = 45
ID = re.compile(r"/[a-z2-7]{26}\b")


def enter(page: Page, live: Live, seat: str) -> str:
    """Open the practice process as somebody and return the URL of Now."""
    page.goto(live.url)
    page.locator('form[action="/try"] button').click()
    page.locator(".practice summary").click()
    page.locator(f'.practice button[value^="{seat}"]').click()
    return page.url


def kind_of(url: str) -> str:
    """Return a URL's path without ids: two entries of one kind of page are one page."""
    return ID.sub("/<id>", urlsplit(url).path.split("/", 3)[-1])


def links(page: Page, inside: str) -> list[str]:
    """Return the links of a page that lead on within the process, downloads left out."""
    found = page.locator("a[href]").evaluate_all("(links) => links.map((link) => link.href.split('#')[0])")
    return sorted({url for url in found if url.startswith(inside) and not url.endswith(("/paper", "/mark"))})


def walk(page: Page, now: str, look: Callable[[Page], None]) -> int:
    """Look at one page of each kind that can be reached from Now; return how many."""
    inside = now.rsplit("/", 1)[0]
    waiting, seen = [now], set[str]()
    while waiting and len(seen) < MOST:
        url = waiting.pop(0)
        if kind_of(url) in seen:
            continue
        seen.add(kind_of(url))
        answer = page.goto(url)
        assert answer is not None
        if not (answer.headers.get("content-type") or "").startswith("text/html"):
            continue
        assert answer.status == 200, url
        look(page)
        waiting += [found for found in links(page, inside) if kind_of(found) not in seen]
    return len(seen)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("seat", SEATS)
def test_axe_finds_nothing_anywhere(
    live: Live, open_context: OpenContext, axe: Callable[[Page], None], seat: str, scheme: str
) -> None:
    """Contrast, names, order and structure of every page that each group reaches, folded parts opened."""
    page = open_context(javascript=True, width=DESK if scheme == "light" else PHONE, scheme=scheme).new_page()
    now = enter(page, live, seat)

    def look(opened: Page) -> None:
        opened.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true })")
        axe(opened)

    assert walk(page, now, look) >= 8


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [NARROWEST, PHONE])
def test_nothing_is_wider_than_the_window(live: Live, open_context: OpenContext, width: int, language: str) -> None:
    """German runs longer; a phone of 320 px still shows all of it."""
    page = open_context(javascript=True, width=width, language=language).new_page()
    now = enter(page, live, SEATS[0])
    wide: list[str] = []

    def look(opened: Page) -> None:
        if opened.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(opened.url)

    walk(page, now, look)
    assert wide == []


@pytest.mark.timeout(120)
def test_a_contact_is_written_down_without_a_script(live: Live, open_context: OpenContext) -> None:
    """On a phone with JavaScript off: from Now through the five fields and back, and found again."""
    page = open_context(width=PHONE).new_page()
    enter(page, live, SEATS[0])
    page.get_by_role("link", name="Write down a contact").first.click()
    page.get_by_role("button", name="Save for the group").click()
    assert page.locator("#problem").is_visible()
    assert page.title().startswith("Error: ")
    page.get_by_label("Yes", exact=False).first.check()
    page.locator('textarea[name="account"]').fill("He says that he is still on the list.")
    page.get_by_role("button", name="Save for the group").click()
    now = page.url.split("#")[0]
    assert now.endswith("/now")
    page.goto(now.replace("/now", "/entries"))
    assert page.get_by_text("He says that he is still on the list.").first.is_visible()


@pytest.mark.timeout(120)
def test_close_leaves_for_the_neutral_page(live: Live, open_context: OpenContext) -> None:
    """The policy lets the form go there; the way back needs a passphrase."""
    page = open_context().new_page()
    now = enter(page, live, SEATS[0])
    with page.expect_request(lambda asked: asked.url.startswith("https://")):
        page.get_by_role("button", name="Close").click(no_wait_after=True)
    page = page.context.new_page()
    page.goto(now)
    assert not page.url.endswith("/now")


@pytest.mark.timeout(120)
def test_the_pages_load_no_script_and_ask_nobody_else(live: Live, open_context: OpenContext) -> None:
    """Every request goes to this site: pages, one stylesheet, fonts, an icon."""
    page = open_context().new_page()
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.resource_type, request.url)))
    enter(page, live, SEATS[0])
    assert {kind for kind, _url in asked} <= {"document", "stylesheet", "font", "image", "other"}
    assert all(url.startswith(live.url) for _kind, url in asked)

"""Every kind of page of the practice process in a real browser: axe by day and night; nothing too wide."""

import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from answerable.core.circles import Role
from answerable.site.urls import urlpatterns
from answerable.web.base import rules
from tests.browser.conftest import DESK, PHONE, Axe, Live, OpenContext
from tests.crawl import read

NARROWEST = 320
SEATS = {"Noor": Role.CONTACT, "Lou": Role.SUPPORT, "Tove": Role.SUPERVISION}
EACH = 4
INSIDE = "g/<str:alias>/"
ID = re.compile(r"/[a-z2-7]{26}\b")
BROKEN = """() => [...document.querySelectorAll("main h1, main h2")].flatMap((heading) => {
  heading.style.hyphens = "manual"; /* else a browser with a dictionary breaks words that would fit */
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), broken = [];
  while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(/[^\\s\\-]+/g)) {
    if (word[0].includes("\\u00ad")) continue; /* it says itself where it breaks, with a hyphen */
    const range = document.createRange();
    range.setStart(texts.currentNode, word.index);
    range.setEnd(texts.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(word[0]);
  }
  return broken;
})"""
"""The words of headings that stand on two lines without a hyphen."""
OPEN_ALL = "document.querySelectorAll('main details').forEach((fold) => { fold.open = true })"


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


def paths_of(role: Role) -> list[str]:
    """Return the paths below the alias of a process that a circle may open and that hold no id."""
    rule = {pattern: rules.rule_of(pattern.callback) for pattern in urlpatterns if INSIDE in str(pattern.pattern)}
    mine = [str(one.pattern) for one, its in rule.items() if "GET" in its.methods and role in its.circles]
    return [path.removeprefix(INSIDE) for path in mine if "<" not in path.removeprefix(INSIDE)]


def walk(page: Page, now: str, role: Role, look: Callable[[Page], None], *, each: int = EACH) -> None:
    """Look at one page of each kind that this circle can open.

    Of each kind a few more are only read for their links: not every entry can be corrected, or answered.
    """
    inside = now.rsplit("/", 1)[0]
    known = [f"{inside}/{path}" for path in paths_of(role)]
    waiting, met, count = [now, *known], {now, *known}, Counter[str]()
    while waiting:
        url = waiting.pop(0)
        count[kind_of(url)] += 1
        if count[kind_of(url)] > each:
            continue
        first = count[kind_of(url)] == 1
        answer = page.goto(url) if first else page.request.get(url)
        assert answer is not None
        assert answer.status == 200, url
        if first and page.url.split("?")[0] == url:
            look(page)
        found = [one.split("#")[0] for one in read(url, 200, answer.body()).links if one.startswith(inside)]
        waiting += [one for one in dict.fromkeys(found) if one not in met]
        met.update(found)


def too_wide(opened: Page) -> list[str]:
    """Return at which widths of a phone this page is wider than the window, with all that is folded shown."""
    opened.evaluate(OPEN_ALL)
    wide = []
    for width in (PHONE, NARROWEST):
        opened.set_viewport_size({"width": width, "height": 900})
        if opened.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(f"{width} {opened.url}")
    return wide


def broken_words(opened: Page) -> list[str]:
    """Return the words that a heading in the margin of a wide page breaks in two."""
    opened.set_viewport_size({"width": DESK, "height": 900})
    return [f"{word} {opened.url}" for word in opened.evaluate(BROKEN)]


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seat", SEATS)
def test_axe_finds_nothing_anywhere(live: Live, open_context: OpenContext, axe: Axe, seat: str) -> None:
    """Names, order, structure of every kind of page a group reaches, folds opened; contrast by night; nothing wide."""
    page = open_context(javascript=True).new_page()
    wide: list[str] = []

    def look(opened: Page) -> None:
        opened.emulate_media(color_scheme="light")
        opened.set_viewport_size({"width": DESK, "height": 900})
        opened.evaluate(OPEN_ALL)
        axe(opened)
        opened.emulate_media(color_scheme="dark")
        opened.set_viewport_size({"width": PHONE, "height": 900})
        axe(opened, "color-contrast")
        wide.extend(too_wide(opened))

    walk(page, enter(page, live, seat), SEATS[seat], look)
    assert wide == []


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seat", SEATS)
def test_nothing_is_wider_than_the_window_in_german(live: Live, open_context: OpenContext, seat: str) -> None:
    """German runs longer; a phone of 320 px still shows all of it, and no heading breaks a word on a wide screen."""
    page = open_context(javascript=True, width=NARROWEST, language="de").new_page()
    wide: list[str] = []

    def look(opened: Page) -> None:
        wide.extend((*broken_words(opened), *too_wide(opened)))

    walk(page, enter(page, live, seat), SEATS[seat], look, each=EACH // 2)
    assert wide == []


@pytest.mark.timeout(120)
def test_a_contact_is_written_down_without_a_script(live: Live, open_context: OpenContext) -> None:
    """On a phone with JavaScript off: from Now through the five fields and back, and found again."""
    page = open_context(width=PHONE).new_page()
    enter(page, live, "Noor")
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
    now = enter(page, live, "Noor")
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
    enter(page, live, "Noor")
    assert {kind for kind, _url in asked} <= {"document", "stylesheet", "font", "image", "other"}
    assert all(url.startswith(live.url) for _kind, url in asked)

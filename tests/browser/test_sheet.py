"""The sheet to take along, printed: one A4 across, two sides, whatever stands on the list (R28)."""

import re

import pytest

from tests.browser.conftest import Live, OpenContext
from tests.browser.test_every_page import enter

ACROSS = re.compile(rb"/MediaBox \[0 0 841\.\d+ 59[45]\.\d+\]")
PAGE = re.compile(rb"/Type /Page\b")
QUESTIONS = 9


@pytest.mark.timeout(180)
@pytest.mark.parametrize("language", ["en", "de"])
def test_it_is_one_sheet_that_folds(live: Live, open_context: OpenContext, language: str) -> None:
    """Two printed sides with a full list, in both languages; nothing is cut off at the end of the questions."""
    page = open_context(language=language).new_page()
    base = enter(page, live, "Noor").rsplit("/", 1)[0]
    for number in range(QUESTIONS):
        page.goto(f"{base}/new")
        page.locator('input[name="reached"][value="tried"]').check()
        page.locator(".reveal summary").first.click()
        page.locator('textarea[name="asked"]').fill(f"{number}: {'And when, where and with whom do you begin? ' * 4}")
        page.locator("form.form .actions button").first.click()
    page.goto(f"{base}/sheet")
    printed = page.pdf(prefer_css_page_size=True)
    assert len(PAGE.findall(printed)) == len(ACROSS.findall(printed)) == 2
    page.set_viewport_size({"width": 1054, "height": 726})  # what lies inside the margins of an A4 across
    page.emulate_media(media="print")
    sides = page.locator(".leaflet .side")
    assert sides.nth(0).evaluate("(side) => side.scrollHeight <= side.clientHeight + 1")
    assert sides.nth(1).evaluate("(side) => side.scrollWidth <= side.clientWidth + 1")

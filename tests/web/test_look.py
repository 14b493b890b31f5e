"""The look keeps its rules: what the stylesheet may say, what templates may hold, and that every part renders."""

import re
from html.parser import HTMLParser
from itertools import product

import pytest
from django.utils import translation

from tests.web.look_samples import BASE, LANGUAGES, PAGES, PLAIN_PAGES, Engine, context, draw, everything, parts, shell

CSS = (BASE / "static" / "page.css").read_text(encoding="utf-8")
RULES = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
TEMPLATES = sorted((BASE / "templates").rglob("*.html"))
LAYERS = ["tokens", "base", "layout", "parts", "plots", "print"]
INK_ON_GROUND = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "accent-weak"),
    ("ink", "late-weak"),
    ("ink", "unknown-weak"),
    ("ink-soft", "paper"),
    ("ink-soft", "surface"),
    ("ink-soft", "sunken"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent-weak"),
    ("accent-ink", "accent"),
    ("paper", "ink"),
    ("soon", "soon-weak"),
    ("late", "late-weak"),
    ("late", "paper"),
    ("late", "surface"),
    ("unknown", "unknown-weak"),
]
Element = tuple[str, dict[str, str]]


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Element] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep one element."""
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), f"an attribute stands twice: {tag} {names}"
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The templates."""
    return Engine()


@pytest.fixture(scope="module")
def pages(engine: Engine) -> dict[str, str]:
    """All sample pages in both languages."""
    return {f"{language}/{name}": page for language in LANGUAGES for name, page in everything(engine, language).items()}


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_layers_stand_in_their_order() -> None:
    """A later layer wins over an earlier one, so their order is part of the look."""
    assert re.findall(r"@layer ([\w, ]+);", RULES) == [", ".join(LAYERS)]
    assert re.findall(r"@layer (\w+) \{", RULES) == LAYERS


def test_the_stylesheet_knows_no_left_and_right() -> None:
    """Logical properties only, so that a page turns round with its writing direction."""
    sides, sizes = r"(?:(?:margin|padding|border|inset)-)?(?:left|right|top|bottom)", r"(?:min-|max-)?(?:width|height)"
    physical = rf"(?:^|[{{;\s])({sides}|{sizes})\s*:"
    outside_media = re.sub(r"@media \([^)]*\)", "", RULES)
    assert re.findall(physical, outside_media) == []
    assert re.findall(r"(?:text-align|float|clear)\s*:\s*(?:left|right)", RULES) == []
    for start, end in re.findall(
        r"(?:margin|padding|inset|border-\w+)\s*:\s*[^\s;}]+ ([^\s;}]+) [^\s;}]+ ([^\s;}]+)\s*[;}]", outside_media
    ):
        assert start == end, "a shorthand with four values and unequal sides"


def test_the_stylesheet_is_small_and_fetches_only_fonts_of_its_own() -> None:
    """Under 36 KB; nothing from elsewhere, nothing inside a data: URI (CSP: font-src 'self')."""
    assert len(CSS.encode()) < 36 * 1024
    for place in re.findall(r"url\((.*?)\)", RULES):
        assert (BASE / "static" / place.strip("\"'")).is_file(), place
    assert not re.search(r"data:|@import|https?:|expression\(|javascript:", CSS)


def test_what_anybody_can_fetch_says_nothing() -> None:
    """The stylesheet is public: neither names nor comments tell what the pages are about (C4)."""
    telling = (
        r"\b(he|him|his|her|she|x|victim|perpetrator|survivor|violence|demand\w*|decision\w*|contact\w*|supervision)\b"
    )
    assert re.findall(telling, CSS, flags=re.IGNORECASE) == []
    names = [path.name for path in (BASE / "static").rglob("*") if path.is_file()]
    assert all(re.match(r"(page|icon|atkinson|source-serif)[\w.-]*$", name) for name in names), names


def test_each_font_comes_with_its_licence() -> None:
    """The OFL asks that its text travels with the font."""
    for path in (BASE / "static" / "fonts").glob("*.woff2"):
        family = path.name.partition("-latin")[0]
        licence = path.with_name(f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in licence.upper()


def test_every_width_has_its_class() -> None:
    """Bars are drawn in steps of one, since no inline style is allowed."""
    widths = {int(name): value for name, value in re.findall(r"\.w(\d+)\{inline-size:([\d%]+)\}", RULES)}
    assert widths == {0: "0"} | {step: f"{step}%" for step in range(1, 101)}


@pytest.mark.parametrize(("ink", "ground"), INK_ON_GROUND)
def test_words_can_be_read_by_day_and_by_night(ink: str, ground: str) -> None:
    """Each pair of colours that carries words has a contrast of 4.5 to 1 in both themes (WCAG AA)."""
    tokens = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\)", RULES))
    for one, other in zip(tokens[ink].split(", "), tokens[ground].split(", "), strict=True):
        assert contrast(one, other) >= 4.5, (one, other)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_script_no_drawing_and_no_style(path: object) -> None:
    """Tor Browser's safest level and the CSP: neither works there."""
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]  # pytest hands the path on as an object
    assert not re.search(r"<script|<svg|<style|<iframe|\bstyle=|\son\w+=|javascript:|\|safe\b", text, re.IGNORECASE)


def test_every_part_is_rendered(engine: Engine, pages: dict[str, str]) -> None:
    """The sample pages use each part, so that none of them rots unseen."""
    assert len(pages) == len(LANGUAGES) * (len(PAGES) + len(PLAIN_PAGES))
    loader = engine.backend.engine.template_loaders[0]
    drawn = set(loader.get_template_cache)  # type: ignore[attr-defined]  # the cached loader's, unknown to the stubs
    folder = BASE / "templates"
    wanted = {str(path.relative_to(folder)) for path in (folder / "base" / "parts").glob("*.html")}
    assert wanted - drawn == set()


def test_every_reference_inside_a_page_leads_somewhere(pages: dict[str, str]) -> None:
    """Labels, descriptions and links to fields name ids that are there, once."""
    for name, page in pages.items():
        found = Elements(page).found
        ids = [attrs["id"] for _tag, attrs in found if "id" in attrs]
        assert len(ids) == len(set(ids)), name
        for _tag, attrs in found:
            named = [attrs[key] for key in ("for", "aria-describedby", "aria-labelledby") if key in attrs]
            named += [attrs["href"][1:]] if attrs.get("href", "").startswith("#") and attrs["href"] != "#" else []
            assert set(" ".join(named).split()) <= set(ids), (name, attrs)


def test_every_field_has_words(pages: dict[str, str]) -> None:
    """No box without a label, and no button without words."""
    for name, page in pages.items():
        found = Elements(page).found
        labelled = {attrs["for"] for tag, attrs in found if tag == "label"}
        for tag, attrs in found:
            if tag in {"input", "select", "textarea"} and attrs.get("type") != "hidden":
                assert attrs.get("id") in labelled or attrs.get("aria-label"), (name, attrs)
        assert not re.search(r"<button[^>]*>\s*</button>", page), name


def test_boxes_for_text_remember_and_send_nothing(pages: dict[str, str]) -> None:
    """Browsers keep what is typed, and spell checkers send it away, where they are not told (C4)."""
    for name, page in pages.items():
        for tag, attrs in Elements(page).found:
            if tag == "textarea" or attrs.get("type") in {"text", "password", "date"}:
                assert attrs.get("autocomplete") == "off", (name, attrs)
                assert attrs.get("spellcheck") == "false", (name, attrs)


def test_every_form_posts_and_carries_its_token(pages: dict[str, str]) -> None:
    """Nothing is searched or changed by GET, so nothing typed stands in an address."""
    for name, page in pages.items():
        forms = re.findall(r"<form.*?</form>", page, flags=re.DOTALL)
        assert all('method="post"' in form and "csrfmiddlewaretoken" in form for form in forms), name


def test_a_refused_form_answers_at_the_problem_and_keeps_the_text(engine: Engine) -> None:
    """The summary leads to each field, the field says it too, the title says it first, and the text is still there."""
    with translation.override("en"):
        page = draw(engine, "refused.html", context(engine, "refused"))
    assert "<title>Error: Now – Allotment</title>" in page
    summary = page[page.index('id="problem"') : page.index("<h1>")]
    assert '<a href="#id_reached_0">Say whether you reached him</a>' in summary
    assert '<a href="#id_on">Write the day as 2026-09-22</a>' in summary
    assert re.search(r'<fieldset[^>]*aria-describedby="id_reached_error"', page)
    assert "He is on the list.</textarea>" in page


def test_a_form_that_was_not_refused_shows_no_problem(engine: Engine) -> None:
    """An empty summary would frighten for nothing."""
    with translation.override("en"):
        page = draw(engine, "contact.html", context(engine, "contact"))
    assert 'id="problem"' not in page
    assert "Error" not in page


def test_a_day_stands_in_its_field_in_every_language(engine: Engine) -> None:
    """A field of type date takes ISO days only; a local form would leave it empty."""
    for language in LANGUAGES:
        with translation.override(language):
            page = draw(engine, "contact.html", context(engine, "contact"))
        (day,) = [attrs for _tag, attrs in Elements(page).found if attrs.get("type") == "date"]
        assert day["value"] == "2026-09-22"


def test_a_choice_shows_its_hint_and_what_it_opens(engine: Engine) -> None:
    """The hint of a choice belongs to its label; a choice that opens something carries the class for it."""
    with translation.override("en"):
        page = draw(engine, "contact.html", context(engine, "contact"))
    assert 'We tried <span class="hint">The time runs on.</span></label>' in page
    assert re.search(r'value="missed" id="id_reached_2" class="opens">', page)


def test_his_words_are_marked_and_stay_words(engine: Engine) -> None:
    """What he says carries its tag wherever it shows (R14), and markup in it is text."""
    with translation.override("en"):
        page = draw(engine, "base/parts/account.html", {"account": "<b>They know</b>"})
    assert '<span class="tag">his account</span>' in page
    assert "&lt;b&gt;They know&lt;/b&gt;" in page


def test_carried_text_arrives_as_it_was_written(engine: Engine) -> None:
    """Quotes, markup and line ends survive the way through hidden fields."""
    written = 'He said:\n"yes" & <b>'
    page = draw(engine, "base/parts/carried.html", {"carried": [("account", written)]})
    ((_tag, attrs),) = Elements(page).found
    assert (attrs["type"], attrs["name"], attrs["value"]) == ("hidden", "account", written)


def test_a_locked_page_does_not_show_the_text(pages: dict[str, str]) -> None:
    """Who finds the device reads nothing on the screen: the text travels in hidden fields."""
    for language in LANGUAGES:
        page = pages[f"{language}/locked"]
        shown = re.sub(r"<input[^>]*>", "", page)
        assert "he is on the list" in page
        assert "he is on the list" not in shown


def test_before_the_door_there_is_neither_menu_nor_name(pages: dict[str, str]) -> None:
    """Signed-out pages tell nobody who was here or what is inside."""
    for language, name in product(LANGUAGES, ("first_run", "locked", *PLAIN_PAGES)):
        page = pages[f"{language}/{name}"]
        assert "<nav" not in page, name
        assert "Ada" not in page, name


@pytest.mark.parametrize(
    "kind", ["soon", "due", "late", "waiting", "unknown", "asked", "seen", "refused", "met", "knows"]
)
def test_a_state_is_a_word_that_its_mark_repeats(engine: Engine, kind: str) -> None:
    """The word stands in the page; the mark is drawn, so colour is never alone."""
    drawn = draw(engine, "base/parts/state.html", {"kind": kind, "word": "a word"})
    assert drawn.strip() == f'<span class="state {kind}">a word</span>'
    assert re.search(rf"\.state(\.{kind}|:is\([^)]*\.{kind}[^)]*\))(, [^{{]*)?::before|\.state\.{kind}::before", RULES)


def test_a_shown_theme_is_the_members_own(engine: Engine) -> None:
    """The setting wins over what the browser reports; without one nothing is said."""
    own = draw(engine, "now.html", context(engine, "now") | {"shell": shell(theme="dark")})
    assert '<html lang="en" dir="ltr" data-theme="dark">' in own
    assert "data-theme" not in draw(engine, "now.html", context(engine, "now"))


def test_a_sheet_has_as_many_rows_for_a_pen_as_it_has_rows(engine: Engine) -> None:
    """A code can be copied by hand, group under group, where no printer is to be trusted."""
    page = draw(engine, "base/parts/sheet.html", parts())
    by_hand = page[page.index('class="by-hand"') :]
    assert by_hand.count("<span></span>") == sum(len(row) for row in parts()["sheet"]["rows"])

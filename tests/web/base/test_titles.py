"""Nothing outside the sealed pages tells what this is about: titles, URLs, files, cookies, headers (C4)."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver
from django.utils import translation
from pytest_django import Settings

from answerable.actions import practice, site_settings
from answerable.actions.reading import open_process
from answerable.core.circles import Role
from answerable.core.defaults import site as defaults
from answerable.core.defaults.text import Language
from answerable.sealing.identity import Identity
from answerable.site.urls import urlpatterns
from answerable.store import log
from answerable.web.base import clock, rules, session, shells
from answerable.web.updates.page import file_name
from tests import crawl
from tests.crawl import InProcess, Page, Pairs
from tests.people import Cast, Person, browser

pytestmark = pytest.mark.django_db

TELLING = re.compile(
    r"answerab|account(able|ability)|contact|demand|perpetrat|victim|survivor|violen|abus|letter|decision|consequence"
    r"|supervis|support|circle|process|member|group|seal|crypt|secret|gruppe|forderung|betroffen|täter|gewalt"
    r"|brief|kreis|entscheidung|linden|\bx\b|\bnoor\b|\bada\b",
    re.IGNORECASE,
)
"""What no title, path, file, cookie or header may hold."""
WEB = Path(shells.__file__).resolve().parent.parent
ORDINARY = """a about again agenda alarm all answer around as ask back came change close discard e entries far g give
heard help i in instead language later left list lock locked look looked mark me new next note now off on open out
over own pages paper people post read rest seen settings sheet short soon start steps still talk theme try unlock update
way who"""
"""All words of all paths; a new one is weighed before it is added here."""


def client_of(identity: Identity, language: str) -> InProcess:
    """Return a browser in this language in which this person is."""
    person = Person("somebody", identity)
    client = person.client()
    client.cookies[session.LANGUAGE_COOKIE] = language
    return InProcess(client)


def allowed(language: str) -> set[str]:
    """Return all titles that may be, site names aside."""
    with translation.override(language):
        return set(shells.titles())


def check_title(page: Page, language: str, site: str) -> None:
    """Check the title of a page."""
    title = unescape(page.title).strip()
    word, dash, name = title.rpartition(" – ")
    assert (dash, name) == (" – ", site), (page.path, title)
    word = re.sub(r"^(Error|Fehler): ", "", word)
    assert word in allowed(language), (page.path, title)
    assert not TELLING.search(title), (page.path, title)


def empty(form: crawl.Form) -> Pairs:
    """Return what a form sends when nothing is filled in."""
    hidden = [one for one in form.fields.values() if one.kind == "hidden"]
    return [(one.name, value) for one in hidden for value in one.values]


def pages_of(one: InProcess, starts: list[str]) -> Iterator[Page]:
    """Yield the pages that links lead to, and the refusals of the forms on them that ask for something."""
    sent: set[str] = set()
    for page in crawl.walk(one, starts, each=1):
        yield page
        for form in page.forms:
            if form.method == "post" and form.typed and form.action not in sent:
                sent.add(form.action)
                yield one.send(form.action, empty(form))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["en", "de"])
def test_titles_are_of_a_fixed_list(settings: Settings, language: str) -> None:
    """Every page that links lead to, for each circle, and every refusal: a neutral word and the site's name."""
    settings.LOOPBACK = True
    made = practice.make(language=language, now=clock.now())
    site = defaults.SITE_NAMES[Language(language)][0]
    site_settings.keep(name=site, exit_page="https://weather.example/")
    seen: set[str] = set()
    for one in one_of_each_circle(made, language):
        for page in pages_of(one, [f"/g/{made.alias}/now", "/g", "/locked", "/nothing"]):
            seen.add(crawl.route_of(page.path))
            if page.kind.startswith("text/html") and not page.location:
                check_title(page, language, site)
        check_outside(one)
    visitor = InProcess(browser())
    visitor.client.cookies[session.LANGUAGE_COOKIE] = language
    for path in ("/", "/in", "/again", "/help", "/i/" + "a" * 26, "/start/" + "ab" * 16, "/nothing"):
        check_title(visitor.open(path), language, site)
    check_outside(visitor)
    reachable = {name for name in (pattern.name for pattern in urlpatterns if is_page(pattern)) if name}
    assert len(reachable & seen) > 0.6 * len(reachable), sorted(reachable - seen)


def is_page(pattern: URLPattern) -> bool:
    """Say whether a route is a page of a process."""
    rule = rules.rule_of(pattern.callback)
    return rule.door == "circle" and "GET" in rule.methods


def one_of_each_circle(made: practice.Made, language: str) -> Iterator[InProcess]:
    """Yield a browser for the first person of each circle of the practice process."""
    taken: set[frozenset[Role]] = set()
    process = log.process_of_alias(made.alias)[0]
    for seed in made.seats.values():
        identity = Identity.from_seed(seed)
        roles = open_process(identity, process, now=clock.now()).roles
        if roles not in taken:
            taken.add(roles)
            yield client_of(identity, language)
    assert len(taken) >= len(Role)


def check_outside(one: InProcess) -> None:
    """Check the headers and the names of cookies that a browser was given."""
    told = [f"{name.removeprefix('X-')}: {value}" for name, value in one.headers]
    assert not [text for text in told if TELLING.search(text)]
    assert not [name for name in one.cookies if not re.fullmatch(r"__Host-[0-9a-f]{8}[a-z]", name)]


def test_every_route_is_made_of_neutral_words() -> None:
    """No word of the subject in any URL; ids are converters, never words."""
    assert get_resolver().url_patterns == urlpatterns
    words: set[str] = set()
    for pattern in urlpatterns:
        words |= {part for part in str(pattern.pattern).split("/") if part and not part.startswith("<")}
        assert not TELLING.search(re.sub(r"<[^>]*>", "", str(pattern.pattern))), pattern
    assert {word for word in words if not word.isdigit()} <= set(ORDINARY.split())


def test_no_link_carries_words() -> None:
    """Words in a query would stand in histories and logs: forms are sent, links carry ids alone."""
    texts = [path.read_text("utf-8") for path in WEB.rglob("*.html")]
    assert texts
    assert not [text for text in texts if re.search(r'(href|action)="[^"#]*\?', text)]
    assert not [text for text in texts if re.search(r"<form(?![^>]*method=\"post\")", text)]


def test_static_files_have_neutral_names() -> None:
    """What the browser's cache lists."""
    folder = WEB / "base" / "static"
    names = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    assert names
    assert not [name for name in names if TELLING.search(name)]


def test_downloads_have_neutral_names(cast: Cast) -> None:
    """A month, and nothing else."""
    for ending in ("pdf", "age", "txt"):
        name = file_name(cast.open(cast.ada).today, ending)
        assert re.fullmatch(rf"update-\d{{4}}-\d{{2}}\.{ending}", name)

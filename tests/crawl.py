"""Pages as a browser without JavaScript has them: title, links, forms with every field; and a walk along the links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any, Protocol
from urllib.parse import urldefrag, urljoin, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import Resolver404, resolve

TYPED = frozenset({"text", "email", "url", "search", "tel", "password", "textarea", "file"})
"""Fields in which people write, or put a file with what they wrote."""
CHOSEN = frozenset({"radio", "checkbox", "select"})
Pairs = list[tuple[str, str]]


class TextFile(str):
    """What stands in a small text file that is sent; it is called by its words too."""

    __slots__ = ()

    @property
    def called(self) -> str:
        """Return the name of the file."""
        return f"{self}.txt"


@dataclass
class Field:
    """One field of a form: its options are what it offers, `values` what it would send untouched."""

    name: str
    kind: str
    values: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)


@dataclass
class Form:
    """A form of a page: where it goes, by which method, its fields by name in order."""

    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)
    plain_button: bool = False
    """Whether it can be sent without the name of a button."""

    @property
    def typed(self) -> tuple[str, ...]:
        """Return the names of the fields in which people write."""
        return tuple(one.name for one in self.fields.values() if one.kind in TYPED)

    @property
    def route(self) -> str:
        """Return the name of the route it goes to."""
        return route_of(self.action)


@dataclass
class Page:
    """A page as it came."""

    path: str
    status: int
    text: str
    location: str = ""
    kind: str = "text/html"
    title: str = ""
    links: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)


class Browser(Protocol):
    """Whatever can open a page and send a form: Django's client or a real connection."""

    def open(self, path: str) -> Page:
        """Return a page."""

    def send(self, path: str, pairs: Pairs) -> Page:
        """Return the answer to a form."""


class _Reader(HTMLParser):
    """Reads a page into its struct."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self._form: Form | None = None
        self._inside = ""
        self._field: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element in."""
        at = {name: value or "" for name, value in attrs}
        if tag == "title":
            self._inside = "title"
        elif tag == "a" and at.get("href"):
            self.page.links.append(self._url(at["href"]))
        elif tag == "form":
            self._form = Form(self._url(at.get("action", "")), at.get("method", "get").lower())
            self.page.forms.append(self._form)
        elif self._form is not None:
            self._take_field(self._form, tag, at)

    def _url(self, text: str) -> str:
        return urldefrag(urljoin(self.page.path, text))[0]

    def _take_field(self, form: Form, tag: str, at: dict[str, str]) -> None:
        name, value = at.get("name", ""), at.get("value", "")
        if tag == "option" and self._field is not None:
            self._field.options.append(value)
            if "selected" in at or not self._field.values:
                self._field.values = [value]
        if tag == "button" and not name:
            form.plain_button = True
        if not name or tag not in {"input", "textarea", "select", "button"}:
            return
        kind = {"textarea": "textarea", "select": "select", "button": "button"}.get(tag) or at.get("type", "text")
        kind = "number" if at.get("inputmode") == "numeric" else kind
        found = form.fields.setdefault(name, Field(name, kind))
        if kind in {"radio", "checkbox"}:
            found.options.append(value or "on")
            found.values += [value or "on"] if "checked" in at else []
        elif kind == "button":
            found.options.append(value)
        elif tag == "input":
            found.values.append(value)
        self._field, self._inside = found, tag if tag == "textarea" else self._inside

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag == "form":
            self._form = None
        if tag in {"title", "textarea"}:
            self._inside = ""
        if tag in {"select", "textarea"}:
            self._field = None

    def handle_data(self, data: str) -> None:
        """Take words in."""
        if self._inside == "title":
            self.page.title += data
        elif self._inside == "textarea" and self._field is not None:
            self._field.values = ["".join(self._field.values) + data]


class InProcess:
    """Django's client as a browser; keeps the headers and the names of the cookies it was given."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.headers: set[tuple[str, str]] = set()
        self.cookies: set[str] = set()

    def open(self, path: str) -> Page:
        """Open a page."""
        return self._page(path, self.client.get(path))

    def send(self, path: str, pairs: Pairs) -> Page:
        """Send a form."""
        fields: dict[str, list[Any]] = {}
        for name, value in pairs:
            fields.setdefault(name, []).append(
                SimpleUploadedFile(value.called, value.encode()) if isinstance(value, TextFile) else value
            )
        return self._page(path, self.client.post(path, fields))

    def _page(self, path: str, response: Any) -> Page:
        self.headers |= {(name, value) for name, value in response.headers.items() if name != "Location"}
        self.cookies |= set(response.cookies)
        content = b"".join(response) if response.streaming else response.content
        where, kind = response.headers.get("Location", ""), response.headers.get("Content-Type", "")
        return read(path, response.status_code, content, location=where, kind=kind)


def read(path: str, status: int, content: bytes, *, location: str = "", kind: str = "text/html") -> Page:
    """Return what a page holds."""
    is_page = kind.startswith("text/html")
    page = Page(path, status, content.decode() if is_page else content.decode("latin-1"), location, kind)
    if is_page:
        _Reader(page).feed(page.text)
    return page


@cache
def route_of(path: str) -> str:
    """Return the name of the route of a path, or nothing."""
    try:
        return resolve(urlsplit(path).path).url_name or ""
    except Resolver404:
        return ""


def is_ours(link: str) -> bool:
    """Say whether a link stays here."""
    parts = urlsplit(link)
    return not parts.scheme and not parts.netloc and parts.path.startswith("/") and not parts.path.startswith("/s/")


def walk(
    browser: Browser, starts: list[str], *, each: int = 2, more: Mapping[str, int] | None = None
) -> Iterator[Page]:
    """Follow links from the starts; yield each page, at most `each` of one route (or `more`), redirects followed."""
    waiting, seen, count = list(starts), set(starts), dict[str, int]()
    while waiting:
        path = waiting.pop(0)
        route = route_of(path)
        if count.get(route, 0) >= (more or {}).get(route, each):
            continue
        count[route] = count.get(route, 0) + 1
        page = browser.open(path)
        yield page
        for link in (*page.links, *([page.location] if page.location else [])):
            if is_ours(link) and link not in seen:
                seen.add(link)
                waiting.append(link)

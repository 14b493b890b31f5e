"""Forms as a browser sends them: what a page holds is read, filled in, and posted; no JavaScript."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin

from django.test import Client

Values = dict[str, list[str]]


class _Reader(HTMLParser):
    """Gathers the forms of a page: where each goes, and what it would send untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, Values]] = []
        self._text: str | None = None
        self._select: str | None = None
        self._first = False

    @property
    def _values(self) -> Values:
        return self.forms[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a field in."""
        at = {name: value or "" for name, value in attrs}
        name = at.get("name", "")
        if tag == "form":
            self.forms.append((at.get("action", ""), {}))
        elif tag == "input" and name and (at.get("type") not in {"checkbox", "radio"} or "checked" in at):
            ticked = "on" if at.get("type") in {"checkbox", "radio"} else ""
            self._values.setdefault(name, []).append(at.get("value", ticked))
        elif tag == "textarea":
            self._text = name
            self._values.setdefault(name, [""])
        elif tag == "select":
            self._select, self._first = name, True
        elif tag == "option" and self._select and (self._first or "selected" in at):
            self._values[self._select] = [at.get("value", "")]
            self._first = False

    def handle_endtag(self, tag: str) -> None:
        """Leave a field."""
        if tag == "textarea":
            self._text = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        """Take the text of a box in; the first line break after the tag is none."""
        if self._text is not None:
            shown = data.removeprefix("\n") if self._values[self._text] == [""] else data
            self._values[self._text] = [self._values[self._text][0] + shown]


def form_on(page: Any, *, holding: str = "", going: str = "") -> tuple[str, Values]:
    """Return (action, values) of the form that holds a field or goes to a place."""
    reader = _Reader()
    reader.feed(page.content.decode())
    for action, values in reader.forms:
        if (not holding or holding in values) and (not going or going in action):
            return action, values
    message = f"no form holds {holding!r} or goes to {going!r}"
    raise AssertionError(message)


def send(client: Client, path: str, answers: Mapping[str, object], *, holding: str = "entry") -> Any:
    """Open a page, fill in its form, send it, and return the answer."""
    page = client.get(path)
    assert page.status_code == 200, page.status_code
    return post(client, path, page, answers, holding=holding)


def post(client: Client, path: str, page: Any, answers: Mapping[str, object], *, holding: str = "entry") -> Any:
    """Fill in a form that is shown already, and send it; None takes an answer away."""
    action, values = form_on(page, holding=holding)
    filled: dict[str, object] = {**values, **answers}
    target, _fragment = urldefrag(urljoin(path, action))
    return client.post(target, {name: value for name, value in filled.items() if value is not None})


def text_of_page(page: Any) -> str:
    """Return the words of a page, without its tags."""
    reader = _Words()
    reader.feed(page.content.decode())
    return " ".join(" ".join(reader.words).split())


class _Words(HTMLParser):
    """Gathers the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take words in."""
        self.words.append(data)

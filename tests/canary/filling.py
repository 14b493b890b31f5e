"""Forms filled in without knowing them: a marker into every text field, choices tried until the form is taken."""

import random
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from answerable.web.base import clock
from tests import crawl
from tests.canary.markers import Markers
from tests.crawl import Browser, Field, Form, Page, Pairs

REFUSED = 422
TAKEN = frozenset({200, 302, 303})
MENDS = 6
"""How often a refused form is mended before another way is tried."""
NUMBERS = frozenset({"hours"})
"""Text fields that take a number and nothing else."""
NEVER_A_MARKER = {
    ("start-site", "name"): "the site's ordinary name stands in clear on purpose",
    ("start-site", "exit_page"): "so does the page that Close opens",
    ("settings-site", "name"): "as above",
    ("settings-site", "exit_page"): "as above",
    ("settings-site", "help_lines"): "so do the numbers to call in danger: every page shows them",
    ("start-paper", "last"): "four characters of a code that the program drew; the code is looked for itself",
    ("settings-paper", "last"): "as above",
    ("invited-name", "code"): "a code that the program drew; it is looked for itself",
    ("recover", "code"): "as above",
    ("demands-on", "said_"): "the answer of demand-on; chance decides whether demands wait when it is tried",
}
"""Text fields into which no marker can be written, and why."""
Given = Mapping[str, str | None]
"""What to answer instead, by name of the field or a pattern of names; None: nothing."""


@dataclass
class Someone:
    """A person with a browser, what she signs in with, and what was shown to her as a secret."""

    browser: Browser
    name: str = ""
    passphrase: str = ""
    secrets: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)


class Filling:
    """Fills in forms and keeps count: which text fields were seen on any page, which were taken with a marker."""

    def __init__(self, markers: Markers) -> None:
        self.markers = markers
        self.seen: set[tuple[str, str]] = set()
        self.filled: set[tuple[str, str]] = set()
        self.taken: set[tuple[str, str]] = set()
        self.routes: set[str] = set()
        self.pressed: set[tuple[str, str]] = set()

    @property
    def left(self) -> set[tuple[str, str]]:
        """Return the text fields that were seen and not yet taken with a marker."""
        return self.seen - self.filled - NEVER_A_MARKER.keys()

    def note(self, page: Page) -> Page:
        """Remember the text fields of a page."""
        self.routes |= {crawl.route_of(page.path)} | {crawl.route_of(one) for one in page.links}
        for form in page.forms:
            if form.method == "post":
                self.seen |= {key(form, name) for name in form.typed}
        return page

    def open(self, who: Someone, path: str) -> Page:
        """Open a page and remember its fields."""
        return self.note(who.browser.open(path))

    def fill(self, who: Someone, path: str, given: Given | None = None, *, tries: int = 1, going: str = "") -> Page:
        """Open a page, fill in its form and send it; return the answer. Raises AssertionError where it is refused."""
        answer = None
        for attempt in range(tries):
            page = self.open(who, path)
            form = next((one for one in page.forms if one.route == (going or crawl.route_of(path))), None)
            assert form is not None, (path, page.status, page.location, [one.action for one in page.forms])
            answer = self.try_once(who, form, attempt, given)
            if answer.status in TAKEN:
                return answer
        message = f"{path} refused: {why(answer)}"
        raise AssertionError(message)

    def try_once(
        self, who: Someone, form: Form, attempt: int, given: Given | None = None, button: Pairs | None = None
    ) -> Page:
        """Send a form; where it is refused, again with other answers in the fields beside which the refusal stands."""
        turns = Counter(dict.fromkeys(form.fields, attempt))
        answer = self.send(who, form, given or {}, attempt, button=button)
        for _ in range(MENDS):
            wrong = set(re.findall(r'id="id_(\w+?)_error"', answer.text)) & form.fields.keys()
            if answer.status != REFUSED or not wrong:
                break
            turns.update(wrong)
            answer = self.send(who, form, given or {}, attempt, button=button, turns=turns)
        return answer

    def send(
        self,
        who: Someone,
        form: Form,
        given: Given,
        attempt: int,
        *,
        button: Pairs | None = None,
        turns: Mapping[str, int] | None = None,
    ) -> Page:
        """Send a form once, filled in in the attempt's way (a field may have its own turn); note what was taken."""
        new = self.markers.words(form.route, "passphrase") if "again" in form.fields else ""
        pairs: Pairs = list(buttons_of(form)[0] if button is None else button)
        for one in form.fields.values():
            turn = (turns or {}).get(one.name, attempt)
            if one.kind != "button" and not (one.kind in crawl.TYPED and (turn - attempt) % 2):
                pairs += self._value(who, form, one, given, turn, new)
        answer = self.note(who.browser.send(form.action, pairs))
        if answer.status in TAKEN:
            secret = {one.name for one in form.fields.values() if one.kind == "password"}
            sent = {name for name, value in pairs if self.markers.stem in value} | secret
            self.filled |= {key(form, name) for name in form.typed if name in sent}
            self.taken |= {(form.route, name) for name in form.typed if name in sent}
            self.pressed.add((form.route, form.action))
            who.passphrase = new or who.passphrase
        return answer

    def _value(self, who: Someone, form: Form, one: Field, given: Given, turn: int, new: str) -> Pairs:
        told = [value for name, value in given.items() if re.fullmatch(name, one.name)]
        if told:
            return [(one.name, value) for value in told[:1] if value is not None]
        if one.kind == "hidden":
            return [(one.name, value) for value in one.values]
        if one.kind == "password":
            return [(one.name, new if new and one.name != "old" else who.passphrase)]
        if one.name == "own":
            return [("own", "on")] if new else []
        if one.kind in crawl.CHOSEN:
            return self._chosen(form, one, turn)
        written = self._written(form, one, turn)
        who.written.append(written)
        return [(one.name, crawl.TextFile(written) if one.kind == "file" else written)]

    def _chosen(self, form: Form, one: Field, turn: int) -> Pairs:
        options = [option for option in one.options if option] or one.options
        if turn == 0:
            kept = one.values or (options[:1] if one.kind == "radio" else [])
            return [(one.name, value) for value in kept]
        place = list(form.fields).index(one.name)
        draw = random.Random(f"{key(form, one.name)} {place} {turn}")  # by no id: the same choices in each run
        if one.kind == "checkbox":
            return [(one.name, option) for option in one.options if draw.random() < 0.6]
        return [(one.name, draw.choice(options))] if options else []

    def _written(self, form: Form, one: Field, turn: int) -> str:
        if one.kind == "date":
            days = (0, 0, -2, 20)[turn % 4]
            today = clock.day_in("UTC", clock.now())
            kept = one.values[0] if one.values and one.values[0] and turn < 2 else ""
            return kept or (today + timedelta(days=days)).isoformat()
        if one.kind == "number" or one.name in NUMBERS:
            return (one.values or [""])[0] or "3"
        marker = self.markers.fresh(form.route, one.name)
        return {"email": f"{marker}@mail.example", "url": f"https://{marker}.example/"}.get(one.kind, marker)


def buttons_of(form: Form) -> list[Pairs]:
    """Return what each button of a form would send beside its fields; the first is what Enter presses."""
    named = [(one.name, option) for one in form.fields.values() if one.kind == "button" for option in one.options]
    return [*([[]] if form.plain_button or not named else []), *([pair] for pair in named)]


def key(form: Form, name: str) -> tuple[str, str]:
    """Return by which route and name a field is counted: rows, entries and the locked page are alike everywhere."""
    plain = re.sub(r"_([a-z2-7]{26}|[0-9]+)(?=_|$)", "_", name)
    return ("unlock", name) if name.startswith("_") else (form.route, plain)


def why(answer: Page | None) -> str:
    """Return what a refusal says."""
    if answer is None:
        return "never sent"
    found = re.findall(r'class="msg">.*?</span>(.*?)</p>', answer.text, re.DOTALL)
    return f"{answer.status} {answer.title.strip()}: " + " | ".join(" ".join(one.split()) for one in found)

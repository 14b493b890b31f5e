"""One group from its first page to somebody's leaving, told over HTTP with a marker in every text field."""

import re
from collections.abc import Callable, Mapping
from html import unescape

from tests import crawl
from tests.canary.filling import TAKEN, Filling, Given, Someone, buttons_of, key, why
from tests.canary.markers import Markers
from tests.crawl import Browser, Form, Page, Pairs

ENDING = ("lock", "close", "sign-out", "discard", "leave-group", "people-out", "entry-out", "sessions", "unlock")
OWN = ("settings-passphrase", "settings-paper", "settings-site", "sign-in", "start", "start-link", "language", "theme")
INVITING = ("people-new", "people-invitation", "people-keys", "people-vouch", "people-let-in")
PRACTISING = ("practice-start", "practice-seat", "practice-leave")
APART = frozenset((*ENDING, *OWN, *INVITING, *PRACTISING))
"""Left to the steps that know them: they end something, or need what only a person has in hand."""
ROUNDS = 5
"""How often all walk round at most; twice at least: what one wrote is answered by others."""
TRIES, OFTEN, FAILURES = 8, 3, 2
WAYS: Mapping[str, tuple[Given, ...]] = {
    "contact-new": (
        {"reached": "yes", "told": "someone", "asked": ""},
        {"reached": "tried", "told": "not-asked", "whom": "", r"q\d+(_state)?": ""},
        {"reached": "missed", "told": "not-asked", "whom": "", "asked": "", r"q\d+(_state)?": ""},
    ),
    "letter-who": ({"ways": "print"},),
    **{
        f"may-tell-{one}": ({"whom": "person"}, {"whom": "friends", "label": None})
        for one in ("again", "ask", "for", "new")
    },
    "steps-next": (
        {"step": "L2", "own_words": "", "to": None, "to_other": ""},
        {"step": "L4", "own_words": ""},
        {"step": "own"},
    ),
}
"""Answers that fit together, where chance would take long to find them; None leaves a field alone."""
TURNS = 3
"""How often each of these is tried: what else the form asks is first left as it is, then chosen by chance."""


class Story:
    """The people, their browsers, and where their group is."""

    def __init__(self, browser: Callable[[], Browser]) -> None:
        self.markers = Markers()
        self.filling = Filling(self.markers)
        self._browser = browser
        self.ada, self.bo, self.sol, self.uma = (Someone(browser()) for _ in range(4))
        self.alias = ""
        self.taken_out: list[str] = []
        self._failed: dict[str, int] = {}
        self.refusals: dict[str, str] = {}

    @property
    def people(self) -> tuple[Someone, ...]:
        """Return everybody."""
        return (self.ada, self.bo, self.sol, self.uma)

    @property
    def secrets(self) -> list[str]:
        """Return what must lie nowhere: the stem of all markers, and the codes that the program drew."""
        return [self.markers.stem, *(secret for one in self.people for secret in one.secrets)]

    def path(self, rest: str) -> str:
        """Return a path of the group."""
        return f"/g/{self.alias}/{rest}"

    def tell(self) -> None:
        """Tell all of it."""
        self.begin()
        self.bring(self.bo, "contact")
        self.bring(self.sol, "support")
        self.bring(self.uma, "supervision")
        for number in range(ROUNDS):
            for one in (self.ada, self.sol, self.bo, self.uma):
                self.look_round(one)
            if number and not any(route not in APART for route, _name in self.filling.left):
                break
        self.change_keys()
        self.write_after_the_lock()
        self.end()

    def begin(self) -> None:
        """Go through the first run."""
        ada, fill = self.ada, self.filling.fill
        fill(ada, "/", going="start")
        fill(ada, "/start/1", {"name": "Tea round", "exit_page": "https://weather.example/"})
        ada.name = self._sent_name(lambda: fill(ada, "/start/2"))
        fill(ada, "/start/3")
        self.write_down_the_code(ada, "/start/4")
        fill(ada, "/start/5", {"support": "here", "supervision": "here"})
        fill(ada, "/start/6")
        fill(ada, "/start/7")
        self.filling.open(ada, "/start/8")
        ready = self.filling.open(ada, "/start/9")
        self.alias = next(link for link in ready.links if link.endswith("/now")).split("/")[2]

    def _sent_name(self, fill: Callable[[], Page]) -> str:
        before = set(self.markers.given)
        fill()
        return next(marker for marker in self.markers.given if marker not in before)

    def write_down_the_code(self, who: Someone, path: str) -> None:
        """Have a recovery code shown, and prove that it is on paper."""
        form = next(one for one in self.filling.open(who, path).forms if one.route == crawl.route_of(path))
        sheet = self.filling.send(who, form, {}, 0)
        code = re.sub(r"[^0-9A-Z]", "", _code(sheet))
        assert len(code) == 26, code
        who.secrets.append(code)
        proof = next(one for one in sheet.forms if "last" in one.fields)
        answer = self.filling.send(who, proof, {"last": code[-4:]}, 0)
        assert answer.status == 303, answer.text

    def bring(self, who: Someone, role: str) -> None:
        """Invite somebody, who makes keys, is vouched for, let in, and given what was meant for her."""
        fill = self.filling.fill
        page = self.filling.open(self.ada, fill(self.ada, self.path("people/new"), {"role": role}).location)
        link = re.search(r"https?://[^/\s<]+(/i/[a-z2-7]{26})<", page.text)
        code = re.sub(r"[^0-9A-Z]", "", _code(page))
        assert link
        who.secrets.append(code)
        fill(who, link[1], going="invited")
        who.name = self._sent_name(lambda: fill(who, f"{link[1]}/1", {"code": code}))
        fill(who, f"{link[1]}/2")
        self.write_down_the_code(who, "/start/4")
        look = next(one for one in self.filling.open(self.ada, self.path("people")).links if "/people/look/" in one)
        fill(self.ada, look)
        if role == "contact":
            voucher = self.filling.open(self.ada, self.path("people")) if who is self.bo else None
            assert voucher is not None
            fill(self.ada, next(one for one in voucher.links if "/people/in/" in one))
        else:
            fill(who, self.path("in"), going="waiting")
            who.browser.open(self.path("in"))
            self.filling.fill(self.ada, self.path("people/post"))
        fill(who, self.path("people/start"), tries=TRIES)

    def look_round(self, who: Someone) -> None:
        """Walk the pages that links lead to; fill in each form in which something is left to write or to press."""
        for page in list(crawl.walk(who.browser, [self.path("now")], each=2, more={"entry": 15})):
            self.filling.note(page)
            for form in page.forms:
                if form.method == "post" and form.route not in APART:
                    self._use(who, page.path, form)

    def _use(self, who: Someone, path: str, form: Form) -> None:
        """Fill in a form until it was taken, several times where what is kept depends on what is chosen."""
        if self._failed.get(form.route, 0) > FAILURES:
            return
        fresh = any(key(form, name) not in self.filling.filled for name in form.typed)
        pressed = sum(route == form.route for route, _action in self.filling.pressed)
        if not fresh and (form.typed or (form.route, form.action) in self.filling.pressed or pressed > 4):
            return
        choices = sum(one.kind in {"radio", "select"} for one in form.fields.values())
        often = OFTEN if choices and len(form.typed) > 1 else 1
        for number, button in enumerate(buttons_of(form)):
            self._press(who, path, form, button, often if number == 0 else 1)

    def _press(self, who: Someone, path: str, form: Form, button: Pairs, wanted: int) -> None:
        ways, hoped = WAYS.get(form.route, ()), wanted
        attempts = len(ways) * TURNS if ways else TRIES
        for attempt in range(attempts if form.typed else 2):
            page = self.filling.open(who, path)
            alike = [one for one in page.forms if one.action == form.action]
            same = [one for one in alike if one.fields.keys() == form.fields.keys()] or alike
            if not same or not wanted:
                return
            given, chance = (ways[attempt % len(ways)], attempt // len(ways)) if ways else ({}, attempt)
            answer = self.filling.try_once(who, same[0], chance, given, button)
            if answer.status in TAKEN:
                wanted -= 1
            else:
                self.refusals[form.route] = why(answer)
        self._failed[form.route] = self._failed.get(form.route, 0) + (wanted == hoped)

    def change_keys(self) -> None:
        """Draw a new recovery code, take a new passphrase, come in with the paper, sign in again."""
        bo = self.bo
        bo.browser = self._browser()  # whatever became of his sessions on the way
        self.filling.fill(bo, "/in", {"name": bo.name})
        self.write_down_the_code(bo, self.path("settings/sheet"))
        self.filling.fill(bo, self.path("settings/again"))
        bo.browser = self._browser()
        code = bo.secrets[-1]
        self.filling.fill(bo, "/again", {"name": bo.name, "code": code})
        self.filling.note(bo.browser.open("/in"))
        bo.browser = self._browser()
        self.filling.fill(bo, "/in", {"name": bo.name})
        wrong = self._browser()
        stranger = Someone(wrong, passphrase=self.markers.words("sign-in", "passphrase"))
        form = next(one for one in wrong.open("/in").forms if one.route == "sign-in")
        assert self.filling.send(stranger, form, {}, 0).status == 422

    def write_after_the_lock(self) -> None:
        """Send a note from a page that locked meanwhile: the answer carries the text and asks for the passphrase."""
        bo = self.bo
        page = self.filling.open(bo, self.path("note"))
        note = next(one for one in page.forms if one.route == "note-new")
        lock = next(one for one in page.forms if one.route == "lock")
        self.filling.send(bo, lock, {}, 0)
        for attempt in range(TRIES):
            locked = self.filling.send(bo, note, {}, attempt)
            assert locked.status == 403, (locked.status, locked.text)
            ask = next(one for one in locked.forms if "_passphrase" in one.fields)
            if self.filling.send(bo, ask, {}, 0).status == 303:
                return
            self.filling.send(bo, lock, {}, 0)
        message = "the note after the lock was never taken"
        raise AssertionError(message)

    def take_out(self, who: Someone) -> None:
        """Write a note, and take its words out."""
        before = set(self.markers.given)
        page = self.filling.open(who, self.path("note"))
        note = next(one for one in page.forms if one.route == "note-new")
        assert any(self.filling.try_once(who, note, attempt).status in TAKEN for attempt in range(TRIES))
        self.taken_out = sorted(set(self.markers.given) - before)
        entry = self.filling.open(who, self.path(f"e/{note.fields['entry'].values[0]}"))
        assert any(marker in entry.text for marker in self.taken_out)
        self.filling.fill(who, next(one for one in entry.links if crawl.route_of(one) == "entry-out"), tries=TRIES)

    def end(self) -> None:
        """Take own words out, vote somebody out who is gone, leave."""
        self.take_out(self.bo)
        people = [self.filling.open(self.ada, one) for one in self._people()]
        out = next(link for page in people for link in page.links if crawl.route_of(link) == "people-out")
        self.filling.fill(self.ada, out, tries=TRIES)
        self.filling.fill(self.bo, self.path("out"), {"last_one": "on"}, tries=TRIES)

    def _people(self) -> list[str]:
        return [one for one in self.filling.open(self.ada, self.path("people")).links if "/people/e/" in one]


def _code(page: Page) -> str:
    found = re.findall(r'<p class="code"[^>]*>(.*?)</p>', page.text, re.DOTALL)
    assert found, page.text
    return unescape(re.sub(r"<[^>]*>", "", " ".join(found)))

"""A visit: what one browser's session holds, sealed under its cookie and the boot key (sealing.md, decision 9)."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable

import msgspec
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _

from answerable.actions import host_keys, practice
from answerable.actions.sessions import Note, sealed_note
from answerable.sealing import host_boxes as boxes
from answerable.sealing.derivation import derive, digest
from answerable.sealing.errors import AlteredError
from answerable.sealing.randomness import draw
from answerable.store import people
from answerable.web.base import clock

IDLE_SECONDS = 20 * 60
WHOLE_SECONDS = 8 * 60 * 60
_TOUCH_SECONDS = 30
LANGUAGE_COOKIE = f"{settings.PLACE.cookie_prefix}l"
THEME_COOKIE = f"{settings.PLACE.cookie_prefix}t"
SESSION_COOKIE = f"{settings.PLACE.cookie_prefix}s"
LANGUAGES = ("en", "de")
THEMES = ("", "light", "dark")


class Kept(msgspec.Struct):
    """What the session row holds; `seed` is None while locked."""

    started_at: int
    active_at: int
    user: bytes | None = None
    seed: bytes | None = None
    locked_at: int | None = None
    notice: str = ""
    carry: dict[str, str] = {}
    practice: dict[str, bytes] = {}


class Visit:
    """One browser's visit: signed out, signed in, or locked."""

    def __init__(self, session: bytes, key: bytes, kept: Kept) -> None:
        self.session = session
        self.key = key
        self.kept = kept
        self.language = "en"
        self.theme = ""
        self.changed = False
        self.ended = False
        self.stored = False
        self.unlocked = False
        self.practice_over = False

    @property
    def user(self) -> bytes | None:
        """The user id, also while locked."""
        return self.kept.user

    @property
    def seed(self) -> bytes | None:
        """The identity's seed, or None while locked or signed out."""
        return self.kept.seed

    @property
    def locked(self) -> bool:
        """Whether somebody is known here but the keys are forgotten."""
        return self.kept.user is not None and self.kept.seed is None

    @property
    def locks_at(self) -> int:
        """The moment at which this visit locks if nothing is done."""
        return min(self.kept.active_at + IDLE_SECONDS, self.kept.started_at + WHOLE_SECONDS)

    def sign_in(self, user: bytes, seed: bytes, *, now: int) -> None:
        """Begin a signed-in visit under a new session id and key, so that an older cookie is worth nothing."""
        if seed not in self.kept.practice.values():
            self._throw_practice_away()
        if self.stored:
            people.drop_session(self.session)
        self.session, self.key, self.stored = draw(16), draw(32), False
        carry = {} if self.kept.user not in (None, user) else self.kept.carry
        self.kept = Kept(started_at=now, active_at=now, user=user, seed=seed, carry=carry, practice=self.kept.practice)
        self.changed = True

    def unlock(self, seed: bytes, *, now: int) -> None:
        """Take the keys in again after an idle lock."""
        self.kept.seed, self.kept.locked_at, self.kept.active_at = seed, None, now
        self.changed = self.unlocked = True

    def lock(self, *, now: int) -> None:
        """Forget the keys, stay here; practice starts over instead, since no passphrase leads back into it."""
        if self.kept.seed is not None:
            self.kept.seed, self.kept.locked_at = None, now
            self.changed = True

    def end(self) -> None:
        """Sign out: the row goes, the cookie goes, and with them a practice process."""
        self._throw_practice_away()
        if self.stored:
            people.drop_session(self.session)
        now = self.kept.active_at
        self.kept = Kept(started_at=now, active_at=now)
        self.ended, self.changed = True, False

    def start_over(self, notice: str, *, now: int) -> None:
        """End, and leave one sentence for the next page, which nobody is signed in to see."""
        self.end()
        self.session, self.key, self.stored = draw(16), draw(32), False
        self.kept = Kept(started_at=now, active_at=now, notice=notice)
        self.ended, self.changed = False, True

    def _throw_practice_away(self) -> None:
        if self.kept.practice:
            practice.throw_away(self.kept.practice.values())
            self.kept.practice = {}

    def say(self, notice: str) -> None:
        """Leave one sentence for the next page."""
        self.kept.notice = notice
        self.changed = True

    def hear(self) -> str:
        """Return the sentence left for this page, once."""
        notice, self.kept.notice = self.kept.notice, ""
        self.changed = self.changed or bool(notice)
        return notice

    def carry(self, **values: str) -> None:
        """Keep small answers between pages (first run)."""
        self.kept.carry.update(values)
        self.changed = True

    def drop(self, *names: str) -> None:
        """Forget carried answers."""
        for name in names:
            self.changed |= self.kept.carry.pop(name, None) is not None


class Request(HttpRequest):
    """A request with its visit; what a guard opens is put beside it."""

    visit: Visit


def _box_key(key: bytes) -> bytes:
    return digest(derive(key, "session") + host_keys.boot_key())


def load(cookie: str) -> Visit | None:
    """Return the visit of a cookie, or None where it is unknown, damaged or from before the last restart."""
    session_text, _dot, key_text = cookie.partition(".")
    try:
        session, key = bytes.fromhex(session_text), urlsafe_b64decode(key_text)
    except ValueError:
        return None
    row = people.session_row(session)
    kept = _kept(session, key, row) if row else None
    if kept is None:
        return None
    visit = Visit(session, key, kept)
    visit.stored = True
    return visit


def _kept(session: bytes, key: bytes, row: people.SessionRow) -> Kept | None:
    """Return what a row holds, or None where the key does not fit or the machine was restarted since."""
    try:
        plain = boxes.unlock_box(_box_key(key), "visit", row.box, session)
    except (ValueError, AlteredError):
        return None
    return msgspec.msgpack.decode(plain, type=Kept)


def store(visit: Visit) -> bool:
    """Write the session row. False where it was ended while this page was on its way: nothing brings it back.

    Nor does such a page undo a lock.
    """
    day = clock.host_day(visit.kept.active_at)
    if not visit.stored:
        people.keep_session(visit.session, _row(visit, note=b""), day=day)
        visit.stored = True
        return True
    while (row := people.session_row(visit.session)) is not None:
        stands = _kept(visit.session, visit.key, row)
        if stands is None:
            return False
        if stands.seed is None and not visit.unlocked:
            visit.kept.seed, visit.kept.locked_at = None, stands.locked_at or visit.kept.locked_at
        if people.rewrite_session(visit.session, _row(visit, note=row.note), over=row, day=day):
            return True
    return False


def _row(visit: Visit, *, note: bytes) -> people.SessionRow:
    """Return the row of a visit; the note for its owner's other sessions is made only while the keys are here."""
    kept = visit.kept
    box = boxes.lock_box(_box_key(visit.key), "visit", msgspec.msgpack.encode(kept), visit.session)
    if kept.seed is not None:
        note = sealed_note(kept.seed, visit.session, Note(kept.started_at, kept.active_at))
    return people.SessionRow(host_keys.owner_tag(kept.user) if kept.user else b"", box, note)


def cookie_of(visit: Visit) -> str:
    """Return the cookie's value: id and key."""
    return f"{visit.session.hex()}.{urlsafe_b64encode(visit.key).decode()}"


def set_cookie(response: HttpResponseBase, name: str, value: str, *, max_age: int | None = None) -> None:
    """Set one of our cookies: __Host-, Secure, HttpOnly, SameSite=Strict."""
    response.set_cookie(name, value, max_age=max_age, secure=True, httponly=True, samesite="Strict")


class VisitMiddleware:
    """Load the visit, lock it when idle, end it after eight hours, store it when it changed."""

    def __init__(self, get_response: Callable[[Request], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponseBase:
        """Answer within the visit."""
        now = clock.now()
        visit = load(request.COOKIES.get(SESSION_COOKIE, "")) or Visit(draw(16), draw(32), Kept(now, now))
        visit.language = _language(request)
        visit.theme = _one_of(request.COOKIES.get(THEME_COOKIE, ""), THEMES)
        request.visit = visit
        with translation.override(visit.language):
            self._age(visit, now=now, active=request.path != "/locked")
            response = self.get_response(request)
            if hasattr(response, "render"):
                response = response.render()
        if visit.changed and store(visit):
            set_cookie(response, SESSION_COOKIE, cookie_of(visit))
        elif visit.ended:
            response.delete_cookie(SESSION_COOKIE, samesite="Strict")
            response.cookies[SESSION_COOKIE]["secure"] = True
        return response

    @staticmethod
    def _age(visit: Visit, *, now: int, active: bool) -> None:
        """Lock or end what has aged; note activity, at most twice a minute."""
        if visit.kept.practice and now >= visit.locks_at:
            visit.start_over(_practice_over(), now=now)
            visit.practice_over = True
        elif now >= visit.kept.started_at + WHOLE_SECONDS and visit.stored:
            visit.end()
        elif now >= visit.kept.active_at + IDLE_SECONDS and not visit.locked:
            visit.lock(now=visit.kept.active_at + IDLE_SECONDS)
        elif active and visit.seed is not None and now - visit.kept.active_at >= _TOUCH_SECONDS:
            visit.kept.active_at = now
            visit.changed = True


def _practice_over() -> str:
    return _(
        "You were away for a while. The practice process is gone, with everything in it. In a real one this page would"
        " have locked, and your passphrase would bring you back."
    )


def _language(request: Request) -> str:
    chosen = _one_of(request.COOKIES.get(LANGUAGE_COOKIE, ""), LANGUAGES)
    return chosen or _one_of(translation.get_language_from_request(request)[:2], LANGUAGES) or LANGUAGES[0]


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else ""

"""Accounts: a name, a passphrase, a recovery code, and the one seed they open (sealing.md, decisions 1 and 2)."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from django.conf import settings
from django.db import transaction
from zxcvbn import zxcvbn

from answerable.actions import host_keys
from answerable.actions.reading import utc_day
from answerable.sealing import passphrases, spoken
from answerable.sealing.errors import AlteredError, WrongSecretError
from answerable.sealing.identity import Identity
from answerable.sealing.passphrases import Costs
from answerable.sealing.randomness import draw
from answerable.store import people

Kind = Literal["pass", "code"]
SHORTEST = 15
GOOD_SCORE = 3
_FREE_TRIES = 3
_LONGEST_WAIT = 8.0


class WrongSignInError(Exception):
    """Name and passphrase do not fit together; which of the two is wrong is not said and took the same work."""


class TooManyTriesError(WrongSignInError):
    """So many are at the door that whoever is inside would have to wait: nothing was tried, nothing is counted."""


class WeakPassphraseError(Exception):
    """The passphrase is shorter than 15 characters or easy to guess."""

    def __init__(self, *, short: bool) -> None:
        super().__init__("weak passphrase")
        self.short = short


def costs() -> Costs:
    """Return what a key slot costs here: 256 MiB and three passes unless the host set it higher or tests lower."""
    found: tuple[int, int] | None = getattr(settings, "SLOT_COSTS", None)
    return Costs(*found) if found else passphrases.DEFAULT


def check_passphrase(passphrase: str) -> None:
    """Raise WeakPassphraseError for one that is short or easily guessed; six dice words always pass."""
    if len(passphrase) < SHORTEST:
        raise WeakPassphraseError(short=True)
    if zxcvbn(passphrase[:72])["score"] < GOOD_SCORE:
        raise WeakPassphraseError(short=False)


def create_account(name: str, passphrase: str) -> Identity:
    """Draw a seed, seal it under the passphrase, take the name. Raises WeakPassphraseError, store's NameTakenError."""
    check_passphrase(passphrase)
    identity = Identity.from_seed(draw(32))
    slot = _slot(identity, passphrase, "pass")
    with transaction.atomic():
        people.add_account(host_keys.name_tag(name), identity.user_id)
        people.keep_slot(identity.user_id, "pass", slot)
    return identity


def sign_in(name: str, passphrase: str, *, now: int, wait: Callable[[float], None] = time.sleep) -> Identity:
    """Return the identity that name and passphrase open. Raises WrongSignInError.

    The same answer, the same work and the same delay for a name that nobody has; never a lock-out.
    Raises TooManyTriesError where the door is full.
    """
    return _at_the_door(name, passphrase, "pass", now=now, wait=wait)


def seed_of_user(user: bytes, passphrase: str, *, now: int, wait: Callable[[float], None] = time.sleep) -> bytes:
    """Return the seed of a known user (after a lock, or before a deed that asks again). Raises WrongSignInError."""
    day = utc_day(now)
    tag = host_keys.day_tag(day.isoformat(), user.hex())
    _slow_down(people.refusals(day, "user", tag), wait)
    try:
        return _seed(user, passphrase)
    except WrongSecretError:
        people.note_refusal(day, "user", tag)
        raise WrongSignInError from None


def refused_today(user: bytes, *, now: int) -> int:
    """Return how many sign-ins with this user's name were refused today; the member sees it."""
    day = utc_day(now)
    return people.refusals(day, "user", host_keys.day_tag(day.isoformat(), user.hex()))


def change_passphrase(user: bytes, old: str, new: str, *, now: int) -> None:
    """Seal the seed under a new passphrase. Raises WrongSignInError, WeakPassphraseError.

    A copy of the old slot still opens with the old passphrase: after a theft of both, leave and be let in anew.
    """
    check_passphrase(new)
    identity = Identity.from_seed(seed_of_user(user, old, now=now))
    people.keep_slot(user, "pass", _slot(identity, new, "pass"))


def new_recovery_code(seed: bytes) -> str:
    """Draw a recovery code, keep its slot in place of the one before, and return the code to be shown once."""
    identity = Identity.from_seed(seed)
    code = spoken.recovery_code()
    people.keep_slot(identity.user_id, "code", _slot(identity, code, "code"))
    return code


def has_recovery_code(user: bytes) -> bool:
    """Say whether a recovery code was made for this user."""
    return people.slot_of(user, "code") is not None


def recover(name: str, code: str, new: str, *, now: int, wait: Callable[[float], None] = time.sleep) -> Identity:
    """Open the seed with the paper and set a new passphrase.

    Raises WrongSignInError, TooManyTriesError, WeakPassphraseError.
    """
    check_passphrase(new)
    identity = _at_the_door(name, _plain_code(code), "code", now=now, wait=wait)
    people.keep_slot(identity.user_id, "pass", _slot(identity, new, "pass"))
    return identity


def _at_the_door(name: str, secret: str, sort: Kind, *, now: int, wait: Callable[[float], None]) -> Identity:
    """Return the identity that a name and a secret open; a refused try is counted for the name and shown to its owner.

    A try that has to wait holds one of the site's threads, so there is room for some at once only.
    """
    day = utc_day(now)
    tag = host_keys.day_tag(day.isoformat(), name)
    with _DOOR.place(settings.TRIES_AT_ONCE):
        _slow_down(people.refusals(day, "sign-in", tag), wait)
        user = people.user_of_name(host_keys.name_tag(name))
        try:
            return Identity.from_seed(_seed(user, secret, sort=sort))
        except WrongSecretError:
            people.note_refusal(day, "sign-in", tag)
            if user is not None:
                people.note_refusal(day, "user", host_keys.day_tag(day.isoformat(), user.hex()))
            raise WrongSignInError from None


class _Door:
    """Counts who is being tried right now in this program."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0

    @contextmanager
    def place(self, most: int) -> Iterator[None]:
        """Take a place for the length of the block. Raises TooManyTriesError where there is none; nobody queues."""
        with self._lock:
            if self._inside >= most:
                raise TooManyTriesError
            self._inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._inside -= 1


_DOOR = _Door()


def _plain_code(code: str) -> str:
    try:
        return spoken.normalise_code(code)
    except WrongSecretError:
        return code


def _slot(identity: Identity, secret: str, kind: Kind) -> bytes:
    return passphrases.seal_slot(
        identity.seed, secret, kind=kind, user_id=identity.user_id, pepper=host_keys.pepper(), costs=costs()
    )


def _seed(user: bytes | None, secret: str, *, sort: Kind = "pass") -> bytes:
    """Open a slot, or do the same work for nothing; raise its costs where the default has risen since."""
    row = people.slot_of(user, sort) if user is not None else None
    if user is None or row is None:
        passphrases.spend(costs(), secret, pepper=host_keys.pepper())
        raise WrongSecretError
    try:
        seed = passphrases.open_slot(row, secret, pepper=host_keys.pepper())
    except AlteredError:
        raise WrongSecretError from None  # a damaged slot opens with nothing; the paper's is another one
    if sort == "pass" and passphrases.costs_of(row) < costs():
        people.keep_slot(user, sort, _slot(Identity.from_seed(seed), secret, sort))
    return seed


def _slow_down(refused: int, wait: Callable[[float], None]) -> None:
    if refused >= _FREE_TRIES:
        wait(min(_LONGEST_WAIT, 0.5 * 2.0 ** (refused - _FREE_TRIES)))

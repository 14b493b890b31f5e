"""Key slots: a seed under a passphrase or a recovery code."""

import threading
import time
import unicodedata

import pytest

from answerable.sealing import passphrases
from answerable.sealing.boxes import seal_box
from answerable.sealing.derivation import derive, digest, extract
from answerable.sealing.errors import AlteredError, RefusedError, WrongSecretError
from answerable.sealing.identity import Identity
from answerable.sealing.packing import pack
from answerable.sealing.passphrases import (
    DEFAULT,
    FLOOR,
    Costs,
    SlotHead,
    costs_of,
    kind_of,
    open_slot,
    seal_slot,
    spend,
    user_of,
)
from answerable.sealing.spoken import recovery_code, shown_code
from tests.sealing.book import seeded

SEED = b"s" * 32
USER = Identity.from_seed(SEED).user_id
PEPPER = b"p" * 32
WORDS = "six words of dice make one"


@pytest.fixture(scope="module")
def slot() -> bytes:
    """Return a passphrase slot at the floor's costs."""
    return seal_slot(SEED, WORDS, kind="pass", user_id=USER, pepper=PEPPER, costs=FLOOR, draw=seeded("slot"))


def _row(**changes: object) -> bytes:
    """Return a slot whose head was changed by somebody without the secret."""
    head = SlotHead("argon2id13", 1, FLOOR.m_bytes, bytes(16), USER, "pass")
    return pack((pack(head._replace(**changes)), bytes(32), bytes(72)))  # type: ignore[arg-type]  # forged on purpose


def test_the_passphrase_opens_its_slot(slot: bytes) -> None:
    """Seal and open give the seed; the head tells costs, kind and user."""
    assert open_slot(slot, WORDS, pepper=PEPPER) == SEED
    assert (costs_of(slot), kind_of(slot), user_of(slot)) == (FLOOR, "pass", USER)


def test_the_default_is_dear() -> None:
    """256 MiB and three passes."""
    assert Costs(3, 256 * 1024 * 1024) == DEFAULT


@pytest.mark.parametrize(("secret", "pepper"), [(WORDS + " ", PEPPER), ("", PEPPER), (WORDS, b"q" * 32)])
def test_another_secret_or_pepper_does_not(slot: bytes, secret: str, pepper: bytes) -> None:
    """A stolen database without the pepper cannot be guessed at."""
    with pytest.raises(WrongSecretError):
        open_slot(slot, secret, pepper=pepper)


def test_composed_and_decomposed_letters_are_one_secret() -> None:
    """A passphrase is NFC before it is hashed."""
    secret = "gr\u00fcne \u00c4pfel am Abend"
    row = seal_slot(SEED, unicodedata.normalize("NFD", secret), kind="pass", user_id=USER, pepper=PEPPER, costs=FLOOR)
    assert open_slot(row, secret, pepper=PEPPER) == SEED


def test_a_recovery_code_needs_no_pepper() -> None:
    """It opens on another host, as typed from paper; a misspelt one is simply wrong."""
    code = recovery_code(draw=seeded("code"))
    row = seal_slot(SEED, code, kind="code", user_id=USER, pepper=PEPPER, costs=FLOOR)
    assert open_slot(row, shown_code(code).lower(), pepper=b"another host") == SEED
    with pytest.raises(WrongSecretError):
        open_slot(row, code[:-1], pepper=PEPPER)


@pytest.mark.parametrize("costs", [Costs(0, FLOOR.m_bytes), Costs(1, FLOOR.m_bytes - 1024), Costs(11, FLOOR.m_bytes)])
def test_cheap_slots_are_not_made(costs: Costs) -> None:
    """The floor holds for writers."""
    with pytest.raises(RefusedError, match="slot-costs"):
        seal_slot(SEED, WORDS, kind="pass", user_id=USER, pepper=PEPPER, costs=costs)


def test_a_slot_is_for_the_seed_of_its_user() -> None:
    """Another user's id is refused."""
    with pytest.raises(RefusedError, match="slot-user"):
        seal_slot(SEED, WORDS, kind="pass", user_id=bytes(16), pepper=PEPPER, costs=FLOOR)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"algorithm": "argon2i13"}, "slot-form"),
        ({"kind": "key"}, "slot-form"),
        ({"salt": bytes(15)}, "slot-form"),
        ({"user": bytes(15)}, "slot-form"),
        ({"t": 0}, "slot-costs"),
        ({"t": 11}, "slot-costs"),
        ({"m_bytes": 63 * 1024 * 1024}, "slot-costs"),
        ({"m_bytes": 1024 * 1024 * 1024 + 1024}, "slot-costs"),
        ({"m_bytes": 64 * 1024 * 1024 + 1}, "slot-costs"),
    ],
)
def test_a_head_nobody_wrote_is_refused_before_any_work(changes: dict[str, object], what: str) -> None:
    """No stored number makes the host spend memory or time."""
    with pytest.raises(AlteredError, match=what):
        open_slot(_row(**changes), WORDS, pepper=PEPPER)


def test_a_row_in_another_form_is_refused(slot: bytes) -> None:
    """Canonical form, and a verifier of its length."""
    with pytest.raises(AlteredError, match="slot-form"):
        open_slot(slot + b"\0", WORDS, pepper=PEPPER)
    head = SlotHead("argon2id13", 1, FLOOR.m_bytes, bytes(16), USER, "pass")
    with pytest.raises(AlteredError, match="slot-form"):
        open_slot(pack((pack(head), bytes(31), b"")), WORDS, pepper=PEPPER)


@pytest.mark.parametrize(("inside", "what"), [(b"x" * 32, "slot-user"), (b"x" * 31, "slot-user"), (None, "slot-box")])
def test_what_the_box_holds_must_be_this_users_seed(
    monkeypatch: pytest.MonkeyPatch, inside: bytes | None, what: str
) -> None:
    """A box that opens but gives another seed, and one that does not open, are altered."""
    monkeypatch.setattr(passphrases, "kdf", lambda *args: b"r" * 32)
    root = extract(PEPPER, b"r" * 32)
    head = pack(SlotHead("argon2id13", 1, FLOOR.m_bytes, bytes(16), USER, "pass"))
    box = seal_box(derive(root, "kek"), inside, head) if inside else bytes(72)
    with pytest.raises(AlteredError, match=what):
        open_slot(pack((head, digest(derive(root, "auth")), box)), WORDS, pepper=PEPPER)


def test_an_unknown_name_costs_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """One run of Argon2id with the asked costs."""
    runs: list[tuple[object, ...]] = []

    def counted(*args: object) -> bytes:
        runs.append(args)
        return bytes(32)

    monkeypatch.setattr(passphrases, "kdf", counted)
    spend(DEFAULT, WORDS, pepper=PEPPER)
    assert [run[3:] for run in runs] == [DEFAULT]


def test_at_most_two_runs_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flood of sign-ins does not take the host's memory."""
    running: list[int] = []
    most: list[int] = []

    def slow(*args: object) -> bytes:
        running.append(1)
        most.append(len(running))
        time.sleep(0.02)
        running.pop()
        return bytes(32)

    monkeypatch.setattr(passphrases, "kdf", slow)
    threads = [threading.Thread(target=spend, args=(FLOOR, WORDS), kwargs={"pepper": PEPPER}) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 6
    assert max(most) <= 2

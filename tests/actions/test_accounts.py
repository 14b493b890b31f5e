"""Accounts: one passphrase, one slot, one seed; and the paper for when it is lost."""

import pytest
from pytest_django import Settings

from answerable.actions import accounts, host_keys
from answerable.actions.accounts import TooManyTriesError, WeakPassphraseError, WrongSignInError
from answerable.actions.reading import utc_day
from answerable.sealing import passphrases, spoken
from answerable.sealing.passphrases import Costs
from answerable.store import people
from answerable.store.people import NameTakenError

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NOW = 1_790_000_000
DAY = 24 * 3600
GOOD = "seven quiet otters knit blue lanterns"
OTHER = "nine patient herons fold paper boats"


def wrong(name: str, passphrase: str = OTHER, *, now: int = NOW) -> float:
    """Try to sign in with what does not fit; return how long that had to wait."""
    waited: list[float] = []
    with pytest.raises(WrongSignInError):
        accounts.sign_in(name, passphrase, now=now, wait=waited.append)
    return sum(waited)


def test_name_and_passphrase_open_the_seed() -> None:
    """The same identity each time."""
    made = accounts.create_account("Ada", GOOD)
    assert accounts.sign_in("Ada", GOOD, now=NOW).seed == made.seed
    assert accounts.sign_in("  ADA ", GOOD, now=NOW).seed == made.seed


@pytest.mark.parametrize("typed", [GOOD.upper(), GOOD + " ", GOOD.replace(" ", "  "), GOOD[:-1], ""])
def test_a_passphrase_is_taken_as_it_is_typed(typed: str) -> None:
    """Case and spaces count."""
    accounts.create_account("Ada", GOOD)
    wrong("Ada", typed)


def test_composed_and_decomposed_letters_are_one_passphrase() -> None:
    """A phone and a computer write the same letter in two ways."""
    made = accounts.create_account("Ada", "f\N{LATIN SMALL LETTER U WITH DIAERESIS}nf leise otter stricken laternen")
    assert accounts.sign_in("Ada", "fu\u0308nf leise otter stricken laternen", now=NOW).seed == made.seed


@pytest.mark.parametrize(
    ("weak", "short"),
    [("", True), ("fourteen chars", True), ("aaaaaaaaaaaaaaaaaaaa", False), ("passwordpassword", False)],
)
def test_a_weak_passphrase_is_refused(weak: str, short: bool) -> None:
    """Under 15 characters, or easy to guess; no account comes of it."""
    with pytest.raises(WeakPassphraseError) as caught:
        accounts.create_account("Ada", weak)
    assert caught.value.short is short
    assert not people.any_account()


def test_six_dice_words_always_pass() -> None:
    """What the program offers must never be refused by it."""
    for _ in range(40):
        accounts.check_passphrase(spoken.dice_passphrase())


def test_a_long_passphrase_is_judged_without_a_long_wait() -> None:
    """Guessing how guessable it is must not stop the site."""
    accounts.check_passphrase("".join(chr(97 + place * 7 % 26) for place in range(1000)))


@pytest.mark.parametrize("again", ["Ada", "ada", " A\N{FULLWIDTH LATIN SMALL LETTER D}A "])
def test_a_name_is_taken_once(again: str) -> None:
    """Whatever its case, spaces and widths; the first account is untouched."""
    made = accounts.create_account("Ada", GOOD)
    with pytest.raises(NameTakenError):
        accounts.create_account(again, OTHER)
    assert accounts.sign_in("Ada", GOOD, now=NOW).seed == made.seed


def test_an_unknown_name_costs_the_same_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """One run of Argon2id for a wrong passphrase and for a name that nobody has: no difference to measure."""
    accounts.create_account("Ada", GOOD)
    runs: list[object] = []
    original = passphrases._root  # the one place where Argon2id runs

    def counted(head: passphrases.SlotHead, secret: str, pepper: bytes) -> bytes:
        runs.append((head.t, head.m_bytes))
        return original(head, secret, pepper)

    monkeypatch.setattr(passphrases, "_root", counted)
    wrong("Ada")
    wrong("Nobody")
    assert runs == [(1, 64 * 1024 * 1024)] * 2


def test_refusals_slow_down_alike_for_known_and_unknown_names() -> None:
    """Never a lock-out: after three, half a second and doubling up to eight."""
    accounts.create_account("Ada", GOOD)
    known = [wrong("Ada") for _ in range(9)]
    unknown = [wrong("Nobody") for _ in range(9)]
    assert known == unknown == [0, 0, 0, 0.5, 1, 2, 4, 8, 8]
    waited: list[float] = []
    accounts.sign_in("Ada", GOOD, now=NOW, wait=waited.append)
    assert waited == [8]


def test_the_door_has_places_so_that_those_inside_find_a_thread(settings: Settings) -> None:
    """A try that waits holds a thread: one too many is refused at once, counts for nothing, and may come again."""
    settings.TRIES_AT_ONCE = 1
    accounts.create_account("Ada", GOOD)
    for _ in range(3):
        wrong("Ada")
    crowded = []

    def meanwhile(_seconds: float) -> None:
        with pytest.raises(TooManyTriesError):
            accounts.sign_in("Bo", OTHER, now=NOW)
        with pytest.raises(TooManyTriesError):
            accounts.recover("Ada", spoken.recovery_code(), OTHER, now=NOW)
        crowded.append(people.refusals(utc_day(NOW), "sign-in", host_keys.day_tag(utc_day(NOW).isoformat(), "Bo")))

    with pytest.raises(WrongSignInError):
        accounts.sign_in("Ada", OTHER, now=NOW, wait=meanwhile)
    assert crowded == [0]
    accounts.sign_in("Ada", GOOD, now=NOW, wait=lambda _s: None)


def test_tomorrow_nobody_waits() -> None:
    """Refusals are counted by the day."""
    accounts.create_account("Ada", GOOD)
    for _ in range(5):
        wrong("Ada")
    assert wrong("Ada", now=NOW + DAY) == 0


def test_the_delay_holds_however_the_name_is_typed() -> None:
    """Spelling a name in another way is no way round the delay."""
    accounts.create_account("Ada Lovell", GOOD)
    for _ in range(4):
        wrong("Ada Lovell")
    assert wrong("ada  \N{FULLWIDTH LATIN SMALL LETTER L}ovell") > 0


def test_a_member_sees_how_often_she_was_refused() -> None:
    """What is counted is for her; another's tries are not in it."""
    made = accounts.create_account("Ada", GOOD)
    bo = accounts.create_account("Bo", GOOD)
    wrong("Ada")
    wrong("Ada")
    assert accounts.refused_today(made.user_id, now=NOW) == 2
    assert accounts.refused_today(bo.user_id, now=NOW) == 0
    assert accounts.refused_today(made.user_id, now=NOW + DAY) == 0


def test_costs_rise_at_the_next_sign_in(settings: Settings) -> None:
    """The host set them higher: the slot is sealed anew, the seed stays, and a lower setting lowers nothing."""
    made = accounts.create_account("Ada", GOOD)
    settings.SLOT_COSTS = (2, 64 * 1024 * 1024)
    assert accounts.sign_in("Ada", GOOD, now=NOW).seed == made.seed
    row = people.slot_of(made.user_id, "pass")
    assert row is not None
    assert passphrases.costs_of(row) == Costs(2, 64 * 1024 * 1024)
    settings.SLOT_COSTS = (1, 64 * 1024 * 1024)
    assert accounts.sign_in("Ada", GOOD, now=NOW).seed == made.seed
    assert people.slot_of(made.user_id, "pass") == row


def test_a_wrong_passphrase_raises_no_costs(settings: Settings) -> None:
    """Only who has the seed can seal it anew."""
    made = accounts.create_account("Ada", GOOD)
    row = people.slot_of(made.user_id, "pass")
    settings.SLOT_COSTS = (2, 64 * 1024 * 1024)
    wrong("Ada")
    assert people.slot_of(made.user_id, "pass") == row


def test_a_new_passphrase_replaces_the_old_one() -> None:
    """The seed stays, so nothing has to be sealed anew; the old words open nothing."""
    made = accounts.create_account("Ada", GOOD)
    accounts.change_passphrase(made.user_id, GOOD, OTHER, now=NOW)
    assert accounts.sign_in("Ada", OTHER, now=NOW).seed == made.seed
    wrong("Ada", GOOD)


def test_changing_needs_the_old_one_and_a_good_new_one() -> None:
    """Neither a stranger at an open page nor a weak new one gets through."""
    made = accounts.create_account("Ada", GOOD)
    with pytest.raises(WrongSignInError):
        accounts.change_passphrase(made.user_id, OTHER, OTHER, now=NOW)
    with pytest.raises(WeakPassphraseError):
        accounts.change_passphrase(made.user_id, GOOD, "short", now=NOW)
    assert accounts.sign_in("Ada", GOOD, now=NOW).seed == made.seed


def test_the_paper_opens_and_sets_a_new_passphrase() -> None:
    """Lower case, spaces, and the letters people misread are taken for what they are."""
    made = accounts.create_account("Ada", GOOD)
    assert not accounts.has_recovery_code(made.user_id)
    code = accounts.new_recovery_code(made.seed)
    assert accounts.has_recovery_code(made.user_id)
    typed = code.lower().replace("1", "l").replace("0", "o").replace("-", " ")
    assert accounts.recover("ada", typed, OTHER, now=NOW).seed == made.seed
    assert accounts.sign_in("Ada", OTHER, now=NOW).seed == made.seed
    wrong("Ada", GOOD)


@pytest.mark.parametrize(("name", "code"), [("Ada", "0000-0000"), ("Ada", ""), ("Nobody", None), ("Ada", "other")])
def test_a_wrong_paper_is_refused_like_a_wrong_passphrase(name: str, code: str | None) -> None:
    """The same error for a name nobody has; the passphrase stays, and it counts as a refusal."""
    made = accounts.create_account("Ada", GOOD)
    good = accounts.new_recovery_code(made.seed)
    typed = {None: good, "other": spoken.recovery_code()}.get(code, code or "")
    with pytest.raises(WrongSignInError):
        accounts.recover(name, typed, OTHER, now=NOW)
    assert accounts.refused_today(made.user_id, now=NOW) == (1 if name == "Ada" else 0)
    assert accounts.sign_in("Ada", GOOD, now=NOW).seed == made.seed


def test_a_new_paper_ends_the_old_one() -> None:
    """Who found the old sheet opens nothing."""
    made = accounts.create_account("Ada", GOOD)
    old = accounts.new_recovery_code(made.seed)
    new = accounts.new_recovery_code(made.seed)
    with pytest.raises(WrongSignInError):
        accounts.recover("Ada", old, OTHER, now=NOW)
    assert accounts.recover("Ada", new, OTHER, now=NOW).seed == made.seed


def test_recovering_takes_no_weak_passphrase() -> None:
    """Nothing changes."""
    made = accounts.create_account("Ada", GOOD)
    code = accounts.new_recovery_code(made.seed)
    with pytest.raises(WeakPassphraseError):
        accounts.recover("Ada", code, "short", now=NOW)
    assert accounts.sign_in("Ada", GOOD, now=NOW).seed == made.seed


def test_a_code_is_no_passphrase_and_a_passphrase_no_code() -> None:
    """Each slot opens only in its own way."""
    made = accounts.create_account("Ada", GOOD)
    code = accounts.new_recovery_code(made.seed)
    wrong("Ada", code)
    with pytest.raises(WrongSignInError):
        accounts.recover("Ada", GOOD, OTHER, now=NOW)


def test_a_changed_pepper_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stolen database cannot be guessed at without it; the paper's code needs none, for the archive."""
    made = accounts.create_account("Ada", GOOD)
    code = accounts.new_recovery_code(made.seed)
    user = made.user_id
    with monkeypatch.context() as other:
        other.setattr(host_keys, "pepper", lambda: bytes(32))
        wrong("Ada")
        with pytest.raises(WrongSignInError):
            accounts.seed_of_user(user, GOOD, now=NOW)
    slot = people.slot_of(user, "code")
    assert slot is not None
    assert passphrases.open_slot(slot, spoken.normalise_code(code), pepper=b"") == made.seed


def test_a_slot_of_another_member_opens_nothing() -> None:
    """Rows swapped in the database are no way into another's account."""
    ada, bo = accounts.create_account("Ada", GOOD), accounts.create_account("Bo", OTHER)
    row = people.slot_of(ada.user_id, "pass")
    assert row is not None
    people.keep_slot(bo.user_id, "pass", row)
    with pytest.raises(WrongSignInError):
        accounts.sign_in("Bo", OTHER, now=NOW)


def test_a_damaged_slot_is_refused_like_a_wrong_passphrase() -> None:
    """No error page: the other slot, the paper's, still opens and mends it."""
    made = accounts.create_account("Ada", GOOD)
    code = accounts.new_recovery_code(made.seed)
    row = people.slot_of(made.user_id, "pass")
    assert row is not None
    people.keep_slot(made.user_id, "pass", row[:-1] + bytes([row[-1] ^ 1]))
    wrong("Ada", GOOD)
    assert accounts.recover("Ada", code, OTHER, now=NOW).seed == made.seed
    assert accounts.sign_in("Ada", OTHER, now=NOW).seed == made.seed

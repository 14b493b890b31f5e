"""Entries as bytes: one form, nothing lost, newer told apart from damaged."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.circles import Role
from answerable.core.entries import (
    AnyEntry,
    ContactReached,
    DemandRaised,
    Invitation,
    MailboxLookedAt,
    SoonNoted,
    UpdateDrafted,
    UpdateHandedOver,
)
from answerable.core.entries.base import Entry
from answerable.core.entries.codec import (
    KINDS,
    UPGRADES,
    MalformedEntryError,
    Newer,
    Upgrade,
    decode,
    encode,
    kind_of,
)
from answerable.core.entries.hashes import text_hash, update_hash
from tests.core.examples import EXAMPLES, START, day
from tests.core.logbook import example

PACK = msgspec.msgpack.encode
LIFTED = (UpdateDrafted, UpdateHandedOver)
"""Kinds of which older entries look otherwise."""


def as_map(entry: AnyEntry) -> dict[str, object]:
    """Return the entry as the map that lies in its bytes."""
    raw: dict[str, object] = msgspec.msgpack.decode(encode(entry))
    return raw


def test_there_is_an_example_of_every_kind() -> None:
    """The tests of this room leave no kind out."""
    assert [type(entry) for entry in EXAMPLES] == list(KINDS)


@pytest.mark.parametrize("entry", EXAMPLES, ids=kind_of)
def test_an_entry_comes_back_as_it_was(entry: AnyEntry) -> None:
    """Nothing is lost or changed on the way into bytes and back."""
    data = encode(entry)
    assert decode(data) == entry
    assert as_map(entry)["type"] == f"{kind_of(entry)}/{2 if isinstance(entry, LIFTED) else 1}"


@pytest.mark.parametrize("entry", EXAMPLES, ids=kind_of)
def test_an_entry_holds_only_plain_values(entry: AnyEntry) -> None:
    """No float, date type or extension: an independent reader needs plain MessagePack alone."""

    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and plain(one) for key, one in value.items())
        if isinstance(value, list):
            return all(plain(one) for one in value)
        return value is None or type(value) in (bool, int, str, bytes)

    assert plain(as_map(entry))


@pytest.mark.parametrize("entry", EXAMPLES, ids=kind_of)
def test_a_missing_an_extra_or_a_moved_field_is_refused(entry: AnyEntry) -> None:
    """Only one map is the entry: all fields, no other, in the order of the schema."""
    raw = as_map(entry)
    without_last = dict(list(raw.items())[:-1])
    reversed_map = dict([("type", raw["type"]), *list(raw.items())[:0:-1]])
    for wrong in (without_last, raw | {"extra": 1}, reversed_map):
        with pytest.raises(MalformedEntryError):
            decode(PACK(wrong))


def test_numbers_are_written_in_their_shortest_form() -> None:
    """The same entry with a longer integer is other bytes and is refused."""
    data = encode(example(MailboxLookedAt, at=5))
    longer = data.replace(b"\xa2at\x05", b"\xa2at\xcc\x05")
    assert longer != data
    with pytest.raises(MalformedEntryError):
        decode(longer)


@pytest.mark.parametrize(
    "changed",
    [
        {"meant_for": (Role.CONTACT,)},
        {"named": ()},
        {"named": (b"S" * 16, b"A" * 16)},
        {"named": (b"A" * 16, b"A" * 16)},
        {"named": (b"A",)},
    ],
    ids=str,
)
def test_an_aside_names_people_and_no_circle(changed: dict[str, object]) -> None:
    """In order, nobody twice; only such an entry may go without a circle (R66)."""
    with pytest.raises(MalformedEntryError):
        encode(example(SoonNoted, **changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "a" * 20_001},
        {"text": ""},
        {"text": "\ud800"},
        {"at": -1},
        {"at": True},
        {"at": 1.0},
        {"number": 0},
        {"facet": "other-facet"},
        {"said_on": "2026-1-2"},
        {"corrects": b"short"},
        {"meant_for": ()},
        {"meant_for": (Role.SUPPORT, Role.CONTACT)},
        {"meant_for": (Role.CONTACT, Role.CONTACT)},
    ],
    ids=str,
)
def test_a_wrong_field_cannot_be_written(changed: dict[str, object]) -> None:
    """What `decode` would refuse, `encode` refuses first, so that nothing unreadable is sealed."""
    with pytest.raises(MalformedEntryError):
        encode(example(DemandRaised, **changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "a" * 20_001},
        {"at": True},
        {"at": 1.0},
        {"said_on": "2026-1-2"},
        {"said_on": "2026-01-02T00:00:00"},
        {"corrects": b"short"},
        {"meant_for": []},
        {"meant_for": ["support", "contact"]},
        {"meant_for": ["contact", "contact"]},
        {"meant_for": ["everybody"]},
    ],
    ids=str,
)
def test_a_wrong_field_cannot_be_read(changed: dict[str, object]) -> None:
    """Bytes that no `encode` gives are refused."""
    with pytest.raises(MalformedEntryError):
        decode(PACK(as_map(example(DemandRaised)) | changed))


def test_a_text_may_be_twenty_thousand_characters_of_any_script() -> None:
    """The limit counts characters, not bytes."""
    demand = example(DemandRaised, text="ש" * 20_000)
    assert decode(encode(demand)) == demand


def test_markup_and_control_characters_stay_what_they_are() -> None:
    """Text is data: nothing in it is read as markup, and a direction mark survives."""
    demand = example(DemandRaised, text="<b>#let x\u202e\x00\n&amp;")
    assert decode(encode(demand)) == demand


def test_a_form_rule_holds_for_bytes_as_well() -> None:
    """What cannot be made cannot be smuggled in: a call has no place."""
    with pytest.raises(MalformedEntryError):
        decode(PACK(as_map(example(ContactReached)) | {"medium": "call"}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        b"\x80",
        PACK([1, 2]),
        PACK({"type": 1}),
        PACK({"type": "Contact Reached/1"}),
        PACK({"type": "contact-reached/0"}),
        PACK({"type": "contact-reached/1"}),
        PACK({"type": "contact-reached/01"}),
        PACK({"type": "new-kind/1"}) + b"\x00",
        b"\x91" * 100_000 + b"\xc0",
        b"\xdf\x00\x00\x00\x01\xa4type\xaanew-kind/1",
        b"\x81\xa4type\xaanew-kind\xff1",
        b"\xdd\xff\xff\xff\xff",
        b"\xdf\xff\xff\xff\xff",
        b"\x81\x91\x01\x01",
        b"\xd6\xff\x00\x00\x00\x00",
    ],
    ids=range(17),
)
def test_other_bytes_are_no_entry(data: bytes) -> None:
    """Whatever stands there, the answer is one error, never a crash."""
    with pytest.raises(MalformedEntryError):
        decode(data)


@pytest.mark.parametrize("tag", ["contact-reached/2", "decision-made/1"])
def test_what_is_newer_is_named_not_refused(tag: str) -> None:
    """A kind or version that this program does not know yet is no damage."""
    assert decode(PACK({"type": tag, "something": 1})) == Newer(tag)


@given(st.binary(max_size=200))
def test_any_bytes_give_an_entry_a_newer_one_or_one_error(data: bytes) -> None:
    """The parser meets bytes from outside: it never raises anything else."""
    try:
        decoded = decode(data)
    except MalformedEntryError:
        return
    assert isinstance(decoded, Newer) or encode(decoded) == data


@given(st.sampled_from(EXAMPLES), st.data())
def test_one_changed_byte_never_gives_the_same_entry(entry: AnyEntry, data: st.DataObject) -> None:
    """Two byte strings are never the same entry."""
    raw = bytearray(encode(entry))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    try:
        decoded = decode(bytes(raw))
    except MalformedEntryError:
        return
    assert decoded != entry


class OldLook(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="mailbox-looked-at/0"):
    """How a kind might have looked before."""

    looked: str


class OlderLook(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="mailbox-seen/1"):
    """And before that."""

    seen: str


def lift_old(old: OldLook) -> MailboxLookedAt:
    """Return the newest version of an old one."""
    month, day_of_month = old.looked.split(".")
    return MailboxLookedAt(at=old.at, meant_for=old.meant_for, on=day(int(month), int(day_of_month)))


def lift_older(older: OlderLook) -> OldLook:
    """Return the next version of an even older one."""
    return OldLook(at=older.at, meant_for=older.meant_for, looked=older.seen)


LIFTS = {
    "mailbox-looked-at/0": Upgrade(old=OldLook, lift=lift_old),
    "mailbox-seen/1": Upgrade(old=OlderLook, lift=lift_older),
}


def older(**changed: object) -> bytes:
    """Return the bytes of an entry of the older kind."""
    raw = {"type": "mailbox-seen/1", "at": START, "meant_for": ["contact"], "corrects": None, "seen": "2.13"}
    return PACK(raw | changed)


@pytest.mark.parametrize("kind", LIFTED)
def test_an_update_from_before_the_long_version_still_reads(kind: type[AnyEntry]) -> None:
    """It is the same update without one, and whoever read its words has read them (R12, R53)."""
    entry = example(kind)
    raw = as_map(entry)
    del raw["sections"]
    old = PACK({**raw, "type": f"{kind_of(entry)}/1"})
    lifted = decode(old)
    assert lifted == entry
    assert isinstance(lifted, LIFTED)
    assert text_hash(lifted) == update_hash(lifted.period, lifted.sentences)
    assert encode(lifted) != old
    with pytest.raises(MalformedEntryError):
        decode(PACK({**raw, "type": f"{kind_of(entry)}/1", "sections": []}))


def test_only_updates_have_an_older_version() -> None:
    """Every other kind is as it was first."""
    assert set(UPGRADES) == {"update-drafted/1", "update-handed-over/1"}


def test_older_versions_are_lifted_step_by_step() -> None:
    """The fold sees only the newest version, however old the entry is."""
    assert decode(older(), upgrades=LIFTS) == example(MailboxLookedAt, at=START)


def test_a_broken_older_entry_is_refused() -> None:
    """An older version has one byte form as well, and its audience a form."""
    for wrong in (older(extra=1), older(meant_for=[]), older(corrects=b"short")):
        with pytest.raises(MalformedEntryError):
            decode(wrong, upgrades=LIFTS)


def test_an_older_entry_with_a_default_left_out_is_refused() -> None:
    """Leaving out a field that has a default is another byte form."""
    raw = {"type": "mailbox-seen/1", "at": START, "meant_for": ["contact"], "seen": "2.13"}
    with pytest.raises(MalformedEntryError):
        decode(PACK(raw), upgrades=LIFTS)


def test_a_code_of_the_wrong_length_is_refused() -> None:
    """Ids and codes are sixteen bytes."""
    with pytest.raises(MalformedEntryError):
        encode(example(Invitation, code=b"short"))

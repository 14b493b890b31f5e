"""Entries as bytes and back: one byte form for each entry, newer kinds told apart from damage."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, cast, get_args

import msgspec

from answerable.core.entries import AnyEntry
from answerable.core.entries.base import Aside, Entry
from answerable.core.entries.older import UpdateDrafted1, UpdateHandedOver1, lift_drafted, lift_handed_over

_TAG = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)/([1-9][0-9]{0,5})")

# What msgspec raises for stored bytes that are no entry: its own errors, UnicodeDecodeError for broken text, TypeError
# for keys that no map can have, RecursionError for bottomless nesting.
_UNREADABLE = (msgspec.MsgspecError, ValueError, TypeError, OverflowError, RecursionError)

KINDS: tuple[type[AnyEntry], ...] = get_args(AnyEntry)
"""Every kind, in the order of the table in entries.md."""


class MalformedEntryError(Exception):
    """These bytes are no entry, or not in the one form an entry has; it never carries what they hold."""

    def __init__(self) -> None:
        super().__init__("not an entry")


class Newer(msgspec.Struct, frozen=True):
    """An entry of a kind or version that this program does not know: `tag` is its "name/version"."""

    tag: str


class Upgrade(msgspec.Struct, frozen=True):
    """How entries of an older version become the next one: the old struct, and the function that lifts it."""

    old: type[msgspec.Struct]
    lift: Callable[[Any], msgspec.Struct]


Upgrades = Mapping[str, Upgrade]

UPGRADES: Upgrades = MappingProxyType(
    {
        "update-drafted/1": Upgrade(old=UpdateDrafted1, lift=lift_drafted),
        "update-handed-over/1": Upgrade(old=UpdateHandedOver1, lift=lift_handed_over),
    }
)
"""`"name/1"` -> how it becomes `name/2`."""


def _tag_of(kind: type[msgspec.Struct]) -> str:
    return cast("str", kind.__struct_config__.tag)


def _split(tag: str) -> tuple[str, int]:
    """Return name and version of a tag; raises MalformedEntryError for any other text."""
    found = _TAG.fullmatch(tag)
    if found is None:
        raise MalformedEntryError
    return found[1], int(found[2])


_NAMES: Mapping[type[msgspec.Struct], str] = {kind: _tag_of(kind).partition("/")[0] for kind in KINDS}
_NEWEST: Mapping[str, int] = dict(_split(_tag_of(kind)) for kind in KINDS)
_ENCODER = msgspec.msgpack.Encoder()
_DECODER: msgspec.msgpack.Decoder[AnyEntry] = msgspec.msgpack.Decoder(AnyEntry)
_RAW = msgspec.msgpack.Decoder()


def kind_of(entry: Entry) -> str:
    """Return the name of the entry's kind, without its version."""
    return _NAMES[type(entry)]


def encode(entry: AnyEntry) -> bytes:
    """Return the one byte form of an entry; raises MalformedEntryError where a field is not as its kind says."""
    try:
        data = _ENCODER.encode(entry)
        again = _DECODER.decode(data)
    except _UNREADABLE:
        raise MalformedEntryError from None
    if again != entry or not _audience_has_form(entry):
        raise MalformedEntryError
    return data


def decode(data: bytes, *, upgrades: Upgrades = UPGRADES) -> AnyEntry | Newer:
    """Return the entry in the newest version of its kind, or what tells that it is newer than this program.

    Raises MalformedEntryError for everything else, also for an entry in another byte form than `encode` gives.
    """
    try:
        entry = _DECODER.decode(data)
    except _UNREADABLE:
        return _decode_other(data, upgrades)
    return _checked(entry, data)


def _audience_has_form(entry: Entry) -> bool:
    """Whether the audience names somebody, in order, nobody twice: circles, or in an aside people and no circle."""
    roles = entry.meant_for
    if isinstance(entry, Aside):
        return not roles and list(entry.named) == sorted(set(entry.named))
    return len(roles) == 1 or (bool(roles) and list(roles) == sorted(set(roles)))


def _checked(entry: AnyEntry, data: bytes) -> AnyEntry:
    if _ENCODER.encode(entry) != data or not _audience_has_form(entry):
        raise MalformedEntryError
    return entry


def _decode_other(data: bytes, upgrades: Upgrades) -> AnyEntry | Newer:
    """Decode what is not of the newest version: an older one is lifted, a newer one named, all else refused."""
    tag = _read_tag(data)
    name, version = _split(tag)
    if tag in upgrades:
        return _lifted(data, upgrades[tag], upgrades)
    if version > _NEWEST.get(name, 0):
        return Newer(tag)
    raise MalformedEntryError


def _read_tag(data: bytes) -> str:
    """Return the tag of a map in canonical form; raises MalformedEntryError for anything else."""
    try:
        raw = _RAW.decode(data)
        canonical = _ENCODER.encode(raw) == data
    except _UNREADABLE:
        raise MalformedEntryError from None
    if not canonical or not isinstance(raw, dict) or not isinstance(raw.get("type"), str):
        raise MalformedEntryError
    return cast("str", raw["type"])


def _lifted(data: bytes, upgrade: Upgrade, upgrades: Upgrades) -> AnyEntry:
    """Decode an older version by its own struct and lift it version by version to the newest."""
    try:
        old: msgspec.Struct = msgspec.msgpack.decode(data, type=upgrade.old)
        canonical = _ENCODER.encode(old) == data
        lifted = upgrade.lift(old)
        while _tag_of(type(lifted)) in upgrades:
            lifted = upgrades[_tag_of(type(lifted))].lift(lifted)
        fresh = _ENCODER.encode(lifted)
        entry = _DECODER.decode(fresh)
    except _UNREADABLE:
        raise MalformedEntryError from None
    if not canonical:
        raise MalformedEntryError
    return _checked(entry, fresh)

"""Canonical MessagePack: every value has one form, and the reader refuses all others."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.sealing.errors import AlteredError
from answerable.sealing.packing import Reader, pack


class Shape(NamedTuple):
    """A shape with one field of each sort."""

    number: int
    text: str
    data: bytes
    many: tuple[bytes, ...]


READER = Reader(Shape, "shape-form")
GOOD = pack(Shape(1, "a", b"b", (b"c",)))


def test_what_is_packed_reads_back() -> None:
    """The canonical form gives the value."""
    assert READER.read(GOOD) == Shape(1, "a", b"b", (b"c",))
    assert GOOD.hex() == "9401a161c4016291c40163"


@pytest.mark.parametrize(
    "other",
    [
        "94c3a161c4016291c40163",  # true is not 1
        "94cb3ff0000000000000a161c4016291c40163",  # nor is 1.0
        "94cc01a161c4016291c40163",  # a longer form of 1
        "94d9",  # cut short
        "9401d90161c4016291c40163",  # a longer form of a str
        "9401c40161c4016291c40163",  # bin where str is meant
        "9401a161a16291c40163",  # str where bin is meant
        "9401a1ffc4016291c40163",  # not UTF-8
        "9401a161c4016291c4016300",  # something after the end
        "9301a161c40162",  # a field less
        "9501a161c4016291c4016300",  # a field more
        "9401a161c40162c0",  # nil
        "9401a161c40162d6ff00000000",  # ext (a timestamp)
        "dc000401a161c4016291c40163",  # a longer form of the array
        "8401a161c4016291c40163",  # a map
        "",
    ],
)
def test_every_other_form_is_refused(other: str) -> None:
    """Types, lengths, order and endings are exact."""
    with pytest.raises(AlteredError) as caught:
        READER.read(bytes.fromhex(other), 7)
    assert (caught.value.what, caught.value.seq) == ("shape-form", 7)


@pytest.mark.parametrize("nest", [b"\x91", b"\x81"])
def test_depth_is_no_crash(nest: bytes) -> None:
    """A hundred thousand arrays within each other are a finding."""
    deep = Reader(list, "deep")
    with pytest.raises(AlteredError, match="deep"):
        deep.read(nest * 100_000)


@given(st.binary(max_size=80))
def test_random_bytes_raise_nothing_else(data: bytes) -> None:
    """Whatever the bytes: the value whose form they are, or "altered"."""
    try:
        value = READER.read(data)
    except AlteredError:
        return
    assert pack(value) == data


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_changed_byte_is_another_value_or_refused(place: int, change: int) -> None:
    """No two forms read as the same value."""
    data = bytearray(GOOD)
    data[place] ^= change
    try:
        value = READER.read(bytes(data))
    except AlteredError:
        return
    assert value != READER.read(GOOD)

"""MessagePack as section 1 narrows it: integers, str, bin, nil, bool and arrays, each in its shortest form."""

from typing import Any

from tests.vectors.independent_reader.alarm import AlarmError

_DEEPEST = 8  # nothing in the format nests deeper than five
_SIGNED = {0xD0: 1, 0xD1: 2, 0xD2: 4, 0xD3: 8}
_UNSIGNED = {0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8}
_LENGTHS = {0xC4: (bytes, 1), 0xC5: (bytes, 2), 0xC6: (bytes, 4), 0xD9: (str, 1), 0xDA: (str, 2), 0xDB: (str, 4)}
_ARRAYS = {0xDC: 2, 0xDD: 4}
_SINGLE = {0xC0: None, 0xC2: False, 0xC3: True}


class _Cursor:
    """A place in the bytes; running over the end is a fault."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        """The next bytes."""
        part = self.data[self.at : self.at + count]
        if len(part) != count:
            raise ValueError
        self.at += count
        return part

    def number(self, width: int, *, signed: bool = False) -> int:
        """The next bytes as a number."""
        return int.from_bytes(self.take(width), "big", signed=signed)


def _array(cursor: _Cursor, count: int, depth: int) -> list[Any]:
    return [_value(cursor, depth + 1) for _ in range(count)]


def _value(cursor: _Cursor, depth: int) -> Any:
    if depth > _DEEPEST:
        raise ValueError
    first = cursor.number(1)
    if first <= 0x7F or first >= 0xE0:
        return first if first <= 0x7F else first - 256
    if 0x90 <= first <= 0x9F or first in _ARRAYS:
        return _array(cursor, cursor.number(_ARRAYS[first]) if first in _ARRAYS else first & 0x0F, depth)
    if 0xA0 <= first <= 0xBF:
        return cursor.take(first & 0x1F).decode("utf-8")
    return _SINGLE[first] if first in _SINGLE else _wide(cursor, first)


def _wide(cursor: _Cursor, first: int) -> int | str | bytes:
    if first in _UNSIGNED:
        return cursor.number(_UNSIGNED[first])
    if first in _SIGNED:
        return cursor.number(_SIGNED[first], signed=True)
    kind, width = _LENGTHS[first]
    part = cursor.take(cursor.number(width))
    return part if kind is bytes else part.decode("utf-8")


def _pack_integer(value: int) -> bytes:
    if -32 <= value <= 127:
        return (value & 0xFF).to_bytes(1, "big")
    for first, width in (_UNSIGNED if value >= 0 else _SIGNED).items():
        bits = 8 * width - (value < 0)
        if -(1 << bits) <= value < 1 << bits:
            return bytes([first]) + value.to_bytes(width, "big", signed=value < 0)
    raise ValueError


def _pack_length(count: int, firsts: dict[int, int]) -> bytes:
    for first, width in firsts.items():
        if count < 1 << 8 * width:
            return bytes([first]) + count.to_bytes(width, "big")
    raise ValueError


def pack(value: Any) -> bytes:
    """MP(value)."""
    if value is None or isinstance(value, bool):
        return bytes([{None: 0xC0, False: 0xC2, True: 0xC3}[value]])
    if isinstance(value, int):
        return _pack_integer(value)
    if isinstance(value, bytes):
        return _pack_length(len(value), {0xC4: 1, 0xC5: 2, 0xC6: 4}) + value
    if isinstance(value, str):
        text = value.encode("utf-8")
        short = bytes([0xA0 | len(text)]) if len(text) < 32 else b""
        return (short or _pack_length(len(text), {0xD9: 1, 0xDA: 2, 0xDB: 4})) + text
    short = bytes([0x90 | len(value)]) if len(value) < 16 else b""
    return (short or _pack_length(len(value), _ARRAYS)) + b"".join(pack(item) for item in value)


def _fits(value: Any, form: Any) -> bool:
    if isinstance(form, list):
        return type(value) is list and all(_fits(item, form[0]) for item in value)
    if isinstance(form, tuple):
        return type(value) is list and len(value) == len(form) and all(map(_fits, value, form))
    return form is Any or type(value) is form


def unpack(data: bytes, form: Any, what: str) -> Any:
    """The value in the bytes, of exactly this form (a tuple: these fields; a list: any number of one), or the alarm."""
    cursor = _Cursor(data)
    try:
        value = _value(cursor, 0)
    except (ValueError, KeyError):
        raise AlarmError(what) from None
    if not _fits(value, form) or pack(value) != data:
        raise AlarmError(what)
    return value

"""Canonical MessagePack: one way to write a value, and a reader that refuses every other (docs/sealing.md)."""

from typing import Generic, TypeVar

import msgspec

from answerable.sealing.errors import AlteredError

T = TypeVar("T")

pack = msgspec.msgpack.Encoder().encode
"""Return MP(value) in its shortest form; value is made of int, str, bytes, bool, None, list and tuple."""


class Reader(Generic[T]):
    """Decodes one exact shape; whatever is not the canonical form of that shape is "altered"."""

    def __init__(self, shape: type[T], what: str) -> None:
        self._decode = msgspec.msgpack.Decoder(shape).decode
        self._what = what

    def read(self, data: bytes, seq: int | None = None) -> T:
        """Return the decoded value, or raise AlteredError(what): on other types, forms, lengths, depth, encodings."""
        try:
            value = self._decode(data)
        except (ValueError, RecursionError):  # msgspec's errors are ValueErrors, broken UTF-8 too
            raise AlteredError(self._what, seq) from None
        if pack(value) != data:
            raise AlteredError(self._what, seq)
        return value

"""Attachments (section 12): libsodium's secretstream made of ChaCha20 and Poly1305, as its documentation gives it."""

import struct
from collections.abc import Sequence
from math import ceil

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.poly1305 import Poly1305

from tests.vectors.independent_reader import primitives as p
from tests.vectors.independent_reader.alarm import AlarmError, MissingError, must

_CHUNK, _MORE, _FINAL = 65536, 0, 3
_WORD = 0xFFFFFFFF
_ROUNDS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15))
_SLANTED = ((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))


def _turned(word: int, bits: int) -> int:
    return ((word << bits) | (word >> (32 - bits))) & _WORD


def _hchacha20(key: bytes, nonce: bytes) -> bytes:
    x = [*struct.unpack("<4I", b"expand 32-byte k"), *struct.unpack("<8I", key), *struct.unpack("<4I", nonce)]
    for _ in range(10):
        for a, b, c, d in (*_ROUNDS, *_SLANTED):
            for (to, by, other), bits in zip(((a, b, d), (c, d, b), (a, b, d), (c, d, b)), (16, 12, 8, 7), strict=True):
                x[to] = (x[to] + x[by]) & _WORD
                x[other] = _turned(x[other] ^ x[to], bits)
    return struct.pack("<8I", *x[:4], *x[12:])


def _chacha20(key: bytes, nonce: bytes, block: int, data: bytes) -> bytes:
    whole = struct.pack("<I", block) + nonce
    return Cipher(algorithms.ChaCha20(key, whole), None).encryptor().update(data)


class _Stream:
    """The state between chunks: a key, a counter, and what each chunk's mac adds to the nonce."""

    def __init__(self, key: bytes, start: bytes) -> None:
        self._key, self._count, self._inner = _hchacha20(key, start[:16]), 1, start[16:]

    def open(self, sealed: bytes) -> tuple[int, bytes]:
        """The tag and the words of the next chunk; InvalidSignature where it is not the next."""
        nonce = struct.pack("<I", self._count) + self._inner
        first, rest, mac = sealed[:1], sealed[1:-16], sealed[-16:]
        block = _chacha20(self._key, nonce, 1, first + bytes(63))
        told = first + block[1:] + rest + bytes((16 - 64 + len(rest)) & 15)
        told += struct.pack("<QQ", 0, 64 + len(rest))
        Poly1305.verify_tag(_chacha20(self._key, nonce, 0, bytes(32)), told, mac)
        self._inner = bytes(a ^ b for a, b in zip(self._inner, mac[:8], strict=True))
        self._count += 1
        return block[0], _chacha20(self._key, nonce, 2, rest)


def open_attachment(key: bytes, digest: bytes, size: int, parts: Sequence[bytes]) -> bytes:
    """The file, whole, or the alarm."""
    padded = p.padded_length(size + 1)
    stored = b"".join(parts)
    if len(stored) < 24 + padded + 17 * ceil(padded / _CHUNK):
        raise MissingError("attachment")
    must(fits=p.sha256(stored) == digest, what="attachment")
    must(fits=len(key) == 32, what="attachment-chunk")
    stream, chunks, clear = _Stream(key, stored[:24]), stored[24:], b""
    while chunks:
        chunk, chunks = chunks[: _CHUNK + 17], chunks[_CHUNK + 17 :]
        must(fits=len(chunk) >= 17, what="attachment-chunk")
        try:
            tag, words = stream.open(chunk)
        except InvalidSignature:
            raise AlarmError("attachment-chunk") from None
        must(fits=tag == (_MORE if chunks else _FINAL), what="attachment-final")
        clear += words
    file = clear[:size]
    must(fits=clear == (file + b"\x80").ljust(padded, b"\x00"), what="attachment-padding")
    return file

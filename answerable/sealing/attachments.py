"""Files, sealed chunk by chunk as they come in, under a key of their own that stands in an entry's payload."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Final, NamedTuple

from nacl import bindings as sodium
from nacl.exceptions import CryptoError

from answerable.sealing import randomness
from answerable.sealing.envelope import padded_length
from answerable.sealing.errors import AlteredError, WithheldError

CHUNK: Final = 64 * 1024
START_LENGTH: Final = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
OVERHEAD: Final = sodium.crypto_secretstream_xchacha20poly1305_ABYTES
MORE: Final = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
FINAL: Final = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
STORED_LIMIT: Final = 32 * 1024 * 1024
"""More than this is refused in an archive before it is read."""


class SealedFile(NamedTuple):
    """A file, sealed: its key, its size before that, and the parts with the hash of them all."""

    key: bytes
    digest: bytes
    size: int
    parts: tuple[bytes, ...]


class Sealer:
    """Seals one file while it comes in; it holds less than a chunk and the padding in clear, never the file.

    Part n is one sealed chunk; the first has the stream's start before it. `digest` is that of all parts, one after
    another, once `end` was called.
    """

    def __init__(self, *, draw: Callable[[int], bytes] = randomness.draw) -> None:
        self.key = draw(32)
        self.size = 0
        self._state = sodium.crypto_secretstream_xchacha20poly1305_state()
        self._start = sodium.crypto_secretstream_xchacha20poly1305_init_push(self._state, self.key)
        self._clear = bytearray()
        self._hash = sha256()

    @property
    def digest(self) -> bytes:
        """Return the hash under which the parts are stored."""
        return self._hash.digest()

    def add(self, data: bytes) -> Iterator[bytes]:
        """Take more of the file and yield what is sealed of it."""
        self.size += len(data)
        self._clear += data
        return self._full_chunks()

    def end(self) -> Iterator[bytes]:
        """Yield the rest: padded, so that the length tells little, and with the tag that says it is whole."""
        self._clear += b"\x80" + bytes(padded_length(self.size + 1) - self.size - 1)
        yield from self._full_chunks()
        yield self._part(bytes(self._clear), FINAL)

    def _full_chunks(self) -> Iterator[bytes]:
        while len(self._clear) > CHUNK:  # the last chunk waits for the final tag
            chunk = bytes(self._clear[:CHUNK])
            del self._clear[:CHUNK]
            yield self._part(chunk, MORE)

    def _part(self, chunk: bytes, tag: int) -> bytes:
        part = self._start + sodium.crypto_secretstream_xchacha20poly1305_push(self._state, chunk, None, tag)
        self._start = b""
        self._hash.update(part)
        return part


def seal_file(data: bytes, *, draw: Callable[[int], bytes] = randomness.draw) -> SealedFile:
    """Return a file that is in memory anyway, sealed."""
    sealer = Sealer(draw=draw)
    parts = (*sealer.add(data), *sealer.end())
    return SealedFile(sealer.key, sealer.digest, sealer.size, parts)


def stored_length(size: int) -> int:
    """Return how many bytes are stored of a file of this size: what is missing shows without opening it."""
    padded = padded_length(size + 1)
    return START_LENGTH + padded + OVERHEAD * -(-padded // CHUNK)


def open_file(key: bytes, digest: bytes, size: int, parts: Iterable[bytes]) -> bytes:
    """Return the whole file, never a part of it; `key`, `digest` and `size` are those of the entry's payload.

    Raises WithheldError where parts are missing, AlteredError where they are not what was stored.
    """
    stored = b"".join(parts)
    if len(stored) < stored_length(size):
        raise WithheldError("attachment")
    if sha256(stored).digest() != digest:
        raise AlteredError("attachment")
    padded = _opened(key, stored)
    if padded != padded[:size] + b"\x80" + bytes(padded_length(size + 1) - size - 1):
        raise AlteredError("attachment-padding")
    return padded[:size]


def _opened(key: bytes, stored: bytes) -> bytes:
    """Open all chunks in their order; only the last has the final tag."""
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    clear = bytearray()
    try:
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, stored[:START_LENGTH], key)
        for place in range(START_LENGTH, len(stored), CHUNK + OVERHEAD):
            chunk, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                state, stored[place : place + CHUNK + OVERHEAD]
            )
            is_last = place + CHUNK + OVERHEAD >= len(stored)
            if tag != (FINAL if is_last else MORE):
                raise AlteredError("attachment-final")
            clear += chunk
    except (CryptoError, ValueError):
        raise AlteredError("attachment-chunk") from None
    return bytes(clear)

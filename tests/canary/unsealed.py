"""Sealing switched off: the same ciphers' places, with the text left as it is; what was sealed so still opens.

Or left on, and all that is sealed noted on the way.
"""

from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from nacl import bindings as sodium

from answerable.sealing import boxes, envelope
from answerable.sealing import open as opening

TAG = bytes(16)
STREAM = "crypto_secretstream_xchacha20poly1305"


class Plain:
    """Stands where ChaCha20-Poly1305 stands, and seals nothing."""

    def __init__(self, _key: bytes) -> None:
        pass

    def encrypt(self, _nonce: bytes, data: bytes, _ad: bytes | None) -> bytes:
        """Return the data, as long as if it were sealed."""
        return data + TAG

    def decrypt(self, _nonce: bytes, data: bytes, _ad: bytes | None) -> bytes:
        """Return the data."""
        return data[: -len(TAG)]


def switch_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave bodies, boxes and files in clear for the length of a test."""
    monkeypatch.setattr(sodium, f"{STREAM}_push", lambda _state, text, _ad, tag: text + TAG + bytes([tag]))
    monkeypatch.setattr(sodium, f"{STREAM}_pull", lambda _state, part: (part[:-17], part[-1]))
    monkeypatch.setattr(envelope, "ChaCha20Poly1305", Plain)
    monkeypatch.setattr(opening, "ChaCha20Poly1305", Plain)
    monkeypatch.setattr(boxes, "crypto_aead_xchacha20poly1305_ietf_encrypt", lambda text, _ad, _nonce, _key: text + TAG)
    monkeypatch.setattr(boxes, "crypto_aead_xchacha20poly1305_ietf_decrypt", lambda box, _ad, _nonce, _key: box[:-16])


def overhear(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Seal as ever, and return the list into which each text goes that is sealed in the length of a test."""
    heard: list[bytes] = []
    cipher = ChaCha20Poly1305

    class Overheard(Plain):
        """Seals for good, and notes what."""

        def __init__(self, key: bytes) -> None:
            super().__init__(key)
            self.cipher = cipher(key)

        def encrypt(self, nonce: bytes, data: bytes, ad: bytes | None) -> bytes:
            """Note and seal."""
            heard.append(bytes(data))
            return self.cipher.encrypt(nonce, data, ad)

        def decrypt(self, nonce: bytes, data: bytes, ad: bytes | None) -> bytes:
            """Open."""
            return self.cipher.decrypt(nonce, data, ad)

    def noting(seal: Callable[..., Any], place: int) -> Callable[..., Any]:
        def noted(*given: Any) -> Any:
            heard.append(bytes(given[place]))
            return seal(*given)

        return noted

    monkeypatch.setattr(envelope, "ChaCha20Poly1305", Overheard)
    monkeypatch.setattr(sodium, f"{STREAM}_push", noting(getattr(sodium, f"{STREAM}_push"), 1))
    box = "crypto_aead_xchacha20poly1305_ietf_encrypt"
    monkeypatch.setattr(boxes, box, noting(getattr(boxes, box), 0))
    return heard

"""Sealing switched off: the same ciphers' places, with the text left as it is; what was sealed so still opens."""

import pytest
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

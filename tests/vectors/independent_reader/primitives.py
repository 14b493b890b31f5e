"""The primitives of suite 1, and the few things made of them everywhere."""

import hashlib
import hmac

import nacl.bindings
import nacl.exceptions
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tests.vectors.independent_reader.alarm import AlarmError, must

L = b"answerable/1/"
_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
_KIB = 1024
_MLKEM_PUBLIC = 1184


def sha256(data: bytes) -> bytes:
    """H(data)."""
    return hashlib.sha256(data).digest()


def hmac_sha256(key: bytes, data: bytes) -> bytes:
    """HMAC-SHA256; with a salt for key also HKDF-Extract."""
    return hmac.digest(key, data, "sha256")


def expand(key: bytes, info: bytes, length: int = 32) -> bytes:
    """HKDF-Expand-SHA256 (RFC 5869, 2.3)."""
    out = block = b""
    while len(out) < length:
        block = hmac_sha256(key, block + info + bytes([len(out) // 32 + 1]))
        out += block
    return out[:length]


def derive(key: bytes, label: str) -> bytes:
    """X(key, label)."""
    return expand(key, L + label.encode())


def blake2b(key: bytes, data: bytes) -> bytes:
    """BLAKE2b-256 with a key."""
    return hashlib.blake2b(data, key=key, digest_size=32).digest()


def argon2id(secret: bytes, salt: bytes, passes: int, m_bytes: int) -> bytes:
    """Argon2id v1.3, one lane, 32 bytes."""
    work = Argon2id(salt=salt, length=32, iterations=passes, lanes=1, memory_cost=m_bytes // _KIB)
    return work.derive(secret)


def chacha_open(key: bytes, box: bytes, ad: bytes, what: str) -> bytes:
    """ChaCha20-Poly1305 under a nonce of zeros."""
    try:
        return ChaCha20Poly1305(key).decrypt(bytes(12), box, ad)
    except (InvalidTag, ValueError):
        raise AlarmError(what) from None


def xchacha_open(key: bytes, box: bytes, ad: bytes, what: str) -> bytes:
    """XChaCha20-Poly1305, the nonce in front."""
    must(fits=len(box) >= 24 + 16, what=what)
    try:
        return nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(box[24:], ad, box[:24], key)
    except nacl.exceptions.CryptoError:
        raise AlarmError(what) from None


def signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether libsodium takes the signature."""
    if len(public) != 32 or len(signature) != 64:
        return False
    try:
        nacl.bindings.crypto_sign_open(signature + message, public)
    except nacl.exceptions.BadSignatureError:
        return False
    return True


class KemPair:
    """A key pair of MLKEM768-X25519, from its secret of 32 bytes."""

    def __init__(self, secret: bytes) -> None:
        wide = hashlib.shake_256(secret).digest(96)
        lattice = MLKEM768PrivateKey.from_seed_bytes(wide[:64])
        curve = X25519PrivateKey.from_private_bytes(wide[64:])
        self._private = hpke.MLKEM768X25519PrivateKey(lattice, curve)
        self.public = lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()

    def open(self, box: bytes, info: bytes, what: str) -> bytes:
        """What was sealed to the public key."""
        try:
            return _SUITE.decrypt(box, self._private, info)
        except (InvalidTag, ValueError):
            raise AlarmError(what) from None


def is_kem_key(public: bytes) -> bool:
    """Length, ML-KEM's check of the encoded key, X25519 not giving zero."""
    try:
        MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC])
        X25519PrivateKey.from_private_bytes(bytes(32)).exchange(
            X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC:])
        )
    except ValueError:
        return False
    return True


def padded_length(count: int) -> int:
    """The length that `count` bytes, 0x80 included, are padded to."""
    for kib in (1, 2, 4, 8, 16, 32, 64):
        if count <= kib * _KIB:
            return kib * _KIB
    exponent = count.bit_length() - 1
    unit = 1 << (exponent - exponent.bit_length())
    return -(-count // unit) * unit


def unpad(padded: bytes) -> bytes:
    """What stands before 0x80 and zeros, padded no longer than needed."""
    inner = padded.rstrip(b"\x00")
    must(fits=inner.endswith(b"\x80") and padded_length(len(inner)) == len(padded), what="padding")
    return inner[:-1]

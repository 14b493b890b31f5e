"""People: keys from a seed, slots, newcomers, words to compare (sections 2, 6 and 7)."""

import base64
import hmac
import re
import unicodedata

from nacl.bindings import crypto_sign_seed_keypair

from tests.vectors.independent_reader import primitives as p
from tests.vectors.independent_reader.alarm import AlarmError, WrongSecretError, must
from tests.vectors.independent_reader.packing import pack, unpack

_MIB = 1024 * 1024


class Person:
    """Everything that follows from a seed."""

    def __init__(self, seed: bytes) -> None:
        self.seed = seed
        self.sign_seed = p.derive(seed, "sign")
        self.sign_pk = crypto_sign_seed_keypair(self.sign_seed)[0]
        self.kem = p.KemPair(p.derive(seed, "kem"))
        self.user = user_id(self.sign_pk, self.kem.public)


def user_id(sign_pk: bytes, kem_pk: bytes) -> bytes:
    """Sixteen bytes of the digest of both keys."""
    return p.sha256(sign_pk + kem_pk)[:16]


def epoch_pair(seed: bytes) -> p.KemPair:
    """The key pair of an epoch."""
    return p.KemPair(p.derive(seed, "kem"))


def _typed_code(text: str) -> str:
    code = re.sub("[\\t\\n\\r \\u00a0\\u2010-\\u2014-]", "", text.upper().translate(str.maketrans("ILO", "110")))
    if not re.fullmatch("[0-9A-HJKMNP-TV-Z]{26}", code):
        raise WrongSecretError
    return code


def open_slot(row: bytes, secret: str, pepper: bytes) -> bytes:
    """The seed in a slot."""
    head, verifier, box = unpack(row, (bytes, bytes, bytes), "slot-form")
    name, passes, m_bytes, salt, user, kind = unpack(head, (str, int, int, bytes, bytes, str), "slot-form")
    lengths = (len(salt), len(user), len(verifier)) == (16, 16, 32)
    must(fits=lengths and name == "argon2id13" and kind in {"pass", "code"}, what="slot-form")
    costs = 1 <= passes <= 10 and 64 * _MIB <= m_bytes <= 1024 * _MIB and m_bytes % 1024 == 0
    must(fits=costs, what="slot-costs")
    text = unicodedata.normalize("NFC", secret if kind == "pass" else _typed_code(secret))
    root = p.argon2id(text.encode(), salt, passes, m_bytes)
    if kind == "pass":
        root = p.hmac_sha256(pepper, root)
    if not hmac.compare_digest(p.sha256(p.derive(root, "auth")), verifier):
        raise WrongSecretError
    seed = p.xchacha_open(p.derive(root, "kek"), box, head, "slot-box")
    must(fits=len(seed) == 32, what="slot-box")
    must(fits=Person(seed).user == user, what="slot-user")
    return seed


def is_vouchable(sign_pk: bytes, kem_pk: bytes, circle: bytes, proof: bytes, process: bytes) -> bool:
    """Whether the proof is the new key's own, for this circle."""
    return p.signed(sign_pk, proof, p.L + b"join\x00" + process + circle + kem_pk)


def newcomer_fits(row: bytes, process: bytes, code: bytes) -> bool:
    """Whether the row of a newcomer is sound (else an alarm), and made with this code."""
    sign_pk, kem_pk, circle, proof, mac = unpack(row, (bytes,) * 5, "newcomer-form")
    must(fits=len(circle) == 16 and len(mac) == 32, what="newcomer-form")
    must(fits=len(sign_pk) == 32, what="sign-key")
    must(fits=p.is_kem_key(kem_pk), what="kem-key")
    must(fits=is_vouchable(sign_pk, kem_pk, circle, proof, process), what="user-proof")
    made = p.hmac_sha256(code, p.L + b"invite\x00" + process + circle + sign_pk + kem_pk)
    return hmac.compare_digest(made, mac)


def word_places(key: bytes) -> list[int]:
    """The places of six safety words in the list."""
    wide = p.expand(key, p.L + b"words", 64)
    units = [int.from_bytes(wide[at : at + 2], "big") for at in range(0, 64, 2)]
    places = [unit % 7776 for unit in units if unit < 62208]
    if len(places) < 6:
        raise AlarmError("words")
    return places[:6]


def head_key(process: bytes, size: int, root: bytes) -> bytes:
    """What the words of a head are made from."""
    return p.sha256(pack([process, size, root]))


def short_root(root: bytes) -> str:
    """The first 200 bits in eight groups of five."""
    text = base64.b32encode(root[:25]).decode().lower()
    return " ".join(text[at : at + 5] for at in range(0, 40, 5))

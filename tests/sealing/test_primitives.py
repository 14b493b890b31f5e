"""The primitives, where they are joined to this room, give the answers that others have published."""

import base64
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from nacl.pwhash.argon2id import kdf

from answerable.sealing import signatures, tree
from answerable.sealing.checkpoint import key_id
from answerable.sealing.derivation import derive, digest, expand, extract
from answerable.sealing.errors import AlteredError
from answerable.sealing.identity import Identity
from answerable.sealing.kem import MLKEM_LENGTH, is_public_key, seal_to
from answerable.sealing.kem_pair import KemPair
from answerable.sealing.randomness import draw

Published = dict[str, Any]


def test_hkdf_as_published(published: Published) -> None:
    """Extract and expand give RFC 5869's first answer."""
    case = {name: bytes.fromhex(text) for name, text in published["hkdf"].items() if name != "source"}
    assert extract(case["salt"], case["ikm"]) == case["prk"]
    assert expand(case["prk"], case["info"], len(case["okm"])) == case["okm"]


def test_derived_keys_differ_by_label() -> None:
    """X(key, label) binds the label."""
    assert derive(bytes(32), "sign") == expand(bytes(32), b"answerable/1/sign", 32)
    assert derive(bytes(32), "sign") != derive(bytes(32), "kem")


def test_merkle_roots_as_published(published: Published) -> None:
    """The frontier gives the reference tree's root at every size."""
    case = published["rfc6962"]
    leaves = [tree.leaf_hash(bytes.fromhex(text)) for text in case["leaves"]]
    for size, root in enumerate(case["roots"]):
        assert tree.root_of(tree.frontier_of(leaves[:size])).hex() == root
    assert tree.node_hash(leaves[0], leaves[1]).hex() == case["roots"][2]


def test_signatures_as_published(published: Published) -> None:
    """Ed25519 signs and checks as in RFC 8032."""
    for seed, public, message, signature in published["ed25519"]["cases"]:
        made, secret = signatures.key_pair(bytes.fromhex(seed))
        assert made.hex() == public
        assert signatures.sign(secret, bytes.fromhex(message)).hex() == signature
        assert signatures.is_valid(made, bytes.fromhex(message), bytes.fromhex(signature))


def test_a_small_order_key_signs_nothing() -> None:
    """The key with which one signature would fit every text is refused (OpenSSL takes it)."""
    neutral = b"\x01" + bytes(31)
    assert not signatures.is_valid(neutral, b"any text", neutral + bytes(32))


@pytest.mark.parametrize(("key", "sig"), [(31, 64), (32, 63), (33, 64), (32, 65)])
def test_a_signature_of_another_length_is_none(key: int, sig: int) -> None:
    """Lengths are checked before libsodium is asked."""
    assert not signatures.is_valid(bytes(key), b"", bytes(sig))


def test_a_changed_text_is_not_signed() -> None:
    """A signature fits one text."""
    identity = Identity.from_seed(bytes(32))
    assert signatures.is_valid(identity.sign_pk, b"a", identity.sign(b"a"))
    assert not signatures.is_valid(identity.sign_pk, b"b", identity.sign(b"a"))


def test_hpke_as_published(published: Published) -> None:
    """The hybrid key pair and the opening agree with the published run of the same suite (0x647a, HKDF-SHA256)."""
    case = {name: bytes.fromhex(text) for name, text in published["hpke"].items() if name != "source"}
    pair = KemPair(case["skRm"])
    assert pair.public == case["pkRm"]
    sealed = case["enc"] + ChaCha20Poly1305(case["key"]).encrypt(case["base_nonce"], b"a text", None)
    assert pair.open(sealed, case["info"]) == b"a text"


def test_what_is_sealed_to_a_key_opens_with_it_alone() -> None:
    """Key and info are bound; anything else is altered."""
    pair = KemPair.of_seed(bytes(32))
    sealed = seal_to(pair.public, b"seed", b"info")
    assert pair.open(sealed, b"info") == b"seed"
    for other, info, data in (
        (KemPair.of_seed(b"1" * 32), b"info", sealed),
        (pair, b"else", sealed),
        (pair, b"info", sealed[:40]),
        (pair, b"info", b""),
    ):
        with pytest.raises(AlteredError, match="hpke"):
            other.open(data, info)


def test_a_key_nobody_could_seal_to_is_refused() -> None:
    """Length, ML-KEM's own check and small-order X25519 points decide."""
    good = KemPair.of_seed(bytes(32)).public
    assert is_public_key(good)
    assert not is_public_key(good[:-1])
    assert not is_public_key(good[:MLKEM_LENGTH] + bytes(32))
    assert not is_public_key(good[:MLKEM_LENGTH] + b"\x01" + bytes(31))
    assert not is_public_key(b"\xff" * MLKEM_LENGTH + good[MLKEM_LENGTH:])


def test_argon2id_as_published(published: Published) -> None:
    """The key derivation for slots is Argon2id v1.3."""
    case = published["argon2id"]
    password, salt, out = (bytes.fromhex(case[name]) for name in ("password", "salt", "out"))
    assert kdf(len(out), password, salt, case["t"], case["m_bytes"]) == out


def test_a_key_id_as_published(published: Published) -> None:
    """The C2SP key id of a public witness (type 0x04) comes out the same."""
    name, known, key = published["cosigner"]["vkey"].split("+")
    raw = base64.b64decode(key)
    assert raw[:1] == b"\x04"
    assert key_id(name, raw[1:]).hex() == known


def test_randomness_comes_from_the_system() -> None:
    """Two draws of the asked length differ."""
    assert len(draw(32)) == 32
    assert draw(32) != draw(32)


def test_an_identity_is_its_seed() -> None:
    """The same seed gives the same keys and id; the id is the digest of both keys; a text form shows nothing."""
    identity = Identity.from_seed(bytes(32))
    assert identity.user_id == Identity.from_seed(bytes(32)).user_id == identity.keys.user_id
    assert identity.user_id == digest(identity.sign_pk + identity.kem_pk)[:16]
    assert identity.keys.words_key == digest(identity.sign_pk + identity.kem_pk)
    assert identity.seed == bytes(32)
    assert identity.own_key("draft") == derive(bytes(32), "draft")
    assert "00000" not in repr(identity)


def test_a_seed_has_32_bytes() -> None:
    """Another length is altered."""
    with pytest.raises(AlteredError, match="seed"):
        Identity.from_seed(bytes(31))

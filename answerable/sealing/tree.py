"""The Merkle tree of RFC 6962: a frontier that grows by one leaf, and the root of all leaves so far."""

import hashlib
from collections.abc import Iterable, Sequence

_sha256 = hashlib.sha256
EMPTY_ROOT = _sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of one leaf; the 0x00 keeps leaves and inner nodes apart (RFC 6962, 2.1)."""
    return _sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node (RFC 6962, 2.1)."""
    return _sha256(b"\x01" + left + right).digest()


def grow(frontier: list[bytes], size: int, leaf: bytes) -> None:
    """Add a leaf hash in place to the frontier (roots of full subtrees, largest first) of a tree of that size."""
    while size & 1:
        leaf = _sha256(b"\x01" + frontier.pop() + leaf).digest()
        size >>= 1
    frontier.append(leaf)


def root_of(frontier: Sequence[bytes]) -> bytes:
    """Return the root above a frontier; of no leaves, H("")."""
    if not frontier:
        return EMPTY_ROOT
    root = frontier[-1]
    for peak in frontier[-2::-1]:
        root = _sha256(b"\x01" + peak + root).digest()
    return root


def frontier_of(leaves: Iterable[bytes]) -> list[bytes]:
    """Return the frontier of these leaf hashes."""
    frontier: list[bytes] = []
    for size, leaf in enumerate(leaves):
        grow(frontier, size, leaf)
    return frontier

"""Ids of processes and circles, and the texts that bind a wrap to its place."""

from typing import Final

from answerable.sealing.derivation import PREFIX, digest
from answerable.sealing.leaves import ID_LENGTH
from answerable.sealing.packing import pack

BASE_ROLES: Final = ("contact", "support", "supervision")
ROLES: Final = BASE_ROLES + tuple(f"{role}/{n}" for role in BASE_ROLES for n in range(2, 10))


def process_id(founder: bytes, first_entry: bytes) -> bytes:
    """Return the id of the process that this founder began with this entry id: it cannot be taken by another."""
    return digest(PREFIX + b"process" + founder + first_entry)[:ID_LENGTH]


def circle_id(process: bytes, role: str) -> bytes:
    """Return the id of a role circle ("contact", "support", "supervision", or these with "/2" .. "/9")."""
    return digest(PREFIX + b"circle" + process + role.encode("ascii"))[:ID_LENGTH]


def role_circles(process: bytes) -> dict[bytes, str]:
    """Return the 27 role circle ids of a process with their roles; every other id is an aside."""
    return {circle_id(process, role): role for role in ROLES}


def member_info(process: bytes, circle: bytes, epoch: int, user: bytes) -> bytes:
    """Return the HPKE info of a member wrap."""
    return PREFIX + b"member" + pack((process, circle, epoch, user))


def prev_info(process: bytes, circle: bytes, epoch: int) -> bytes:
    """Return the HPKE info of the box in which an epoch hands on the seed of the one before."""
    return PREFIX + b"prev" + pack((process, circle, epoch))


def join_message(process: bytes, circle: bytes, kem_pk: bytes) -> bytes:
    """Return what a newcomer signs with her new key: that she means this circle of this process, with this key."""
    return PREFIX + b"join\x00" + process + circle + kem_pk

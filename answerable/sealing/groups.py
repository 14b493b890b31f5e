"""Who is in which circle, as the clear log says it: users, who vouched for them, epochs, retirements."""

from bisect import bisect_left
from collections.abc import Mapping
from copy import copy
from typing import NamedTuple

from answerable.sealing.circles import role_circles
from answerable.sealing.public_keys import PublicKeys

EVERYWHERE = b""


class Epoch(NamedTuple):
    """One generation of a circle's keys: who was given its seed (user id -> H(member wrap)) and the box back."""

    circle: bytes
    number: int
    seq: int
    author: bytes
    public_key: bytes
    members: Mapping[bytes, bytes]
    prev: bytes


class Vouch(NamedTuple):
    """`by` vouched for `user` in `circle` with leaf `seq`; the founder for herself."""

    user: bytes
    circle: bytes
    by: bytes
    seq: int


class Groups:
    """The people of one process; changed only by control.apply, after control.check."""

    def __init__(self, process: bytes) -> None:
        self.process = process
        self.roles: Mapping[bytes, str] = role_circles(process)
        self.users: dict[bytes, PublicKeys] = {}
        self.vouches: dict[tuple[bytes, bytes], Vouch] = {}
        self.epochs: dict[bytes, tuple[Epoch, ...]] = {}
        self.current: dict[bytes, int] = {}
        """The number of each circle's newest epoch."""
        self.stale: set[bytes] = set()
        """Circles whose newest epoch still lists someone retired."""
        self.retired: dict[tuple[bytes, bytes], int] = {}
        self.votes: dict[tuple[bytes, bytes], frozenset[bytes]] = {}
        self._turns: list[int] = []
        self._circles_of: dict[tuple[bytes, int], frozenset[bytes]] = {}

    def copy(self) -> "Groups":
        """Return an independent copy."""
        other = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, dict | set | list):
                setattr(other, name, value.copy())
        return other

    def newest(self, circle: bytes) -> Epoch | None:
        """Return the newest epoch of a circle, None where it has none."""
        epochs = self.epochs.get(circle)
        return epochs[-1] if epochs else None

    def is_retired(self, user: bytes, circle: bytes = EVERYWHERE, before_seq: int | None = None) -> bool:
        """Say whether the user had left this circle, or everything, before that seq."""
        for scope in {circle, EVERYWHERE}:
            seq = self.retired.get((user, scope))
            if seq is not None and (before_seq is None or seq < before_seq):
                return True
        return False

    def members(self, circle: bytes, before_seq: int | None = None) -> frozenset[bytes]:
        """Return who is listed in the newest epoch before that seq and was not retired before it."""
        for epoch in reversed(self.epochs.get(circle, ())):
            if before_seq is None or epoch.seq < before_seq:
                return frozenset(user for user in epoch.members if not self.is_retired(user, circle, before_seq))
        return frozenset()

    def circles_of(self, user: bytes, before_seq: int | None = None) -> frozenset[bytes]:
        """Return the circles of which the user was a member before that seq."""
        turn = len(self._turns) if before_seq is None else bisect_left(self._turns, before_seq)
        known = self._circles_of.get((user, turn))
        if known is None:
            known = frozenset(circle for circle in self.epochs if user in self.members(circle, before_seq))
            self._circles_of[user, turn] = known
        return known

    def role_circles_of(self, user: bytes) -> frozenset[bytes]:
        """Return the circles of which the user is a member now, asides left out."""
        return self.circles_of(user) & self.roles.keys()

    def enter(self, keys: PublicKeys, vouch: Vouch) -> None:
        """Note a user and who vouched for her."""
        self.users[vouch.user] = keys
        self.vouches[vouch.user, vouch.circle] = vouch

    def turn(self, epoch: Epoch) -> None:
        """Begin an epoch."""
        self.epochs[epoch.circle] = (*self.epochs.get(epoch.circle, ()), epoch)
        self.current[epoch.circle] = epoch.number
        self.stale.discard(epoch.circle)
        self._turns.append(epoch.seq)

    def retire(self, user: bytes, circle: bytes, seq: int) -> None:
        """End a membership, or with EVERYWHERE all of them."""
        self.retired[user, circle] = seq
        self.votes.pop((user, circle), None)
        for listed, epochs in self.epochs.items():
            if circle in {listed, EVERYWHERE} and user in epochs[-1].members:
                self.stale.add(listed)
        self._turns.append(seq)

    def waiting(self, circle: bytes) -> tuple[Vouch, ...]:
        """Return who was vouched for and is not yet in an epoch of the circle, in the order of the log."""
        newest = self.newest(circle)
        listed = newest.members if newest else ()
        return tuple(
            vouch
            for vouch in self.vouches.values()
            if vouch.circle == circle and vouch.user not in listed and not self.is_retired(vouch.user, circle)
        )

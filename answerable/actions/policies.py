"""What the group agreed: changing it, its boundaries, and which circles are here (R4, R25, R64)."""

import msgspec

from answerable.core.circles import Presence, Role
from answerable.core.defaults.policy import Policy
from answerable.core.entries import PresenceSet
from answerable.core.entries.process import PolicyChange
from answerable.core.state import State


def change_to(before: Policy, values: dict[str, int]) -> PolicyChange:
    """Return the change that names only the values that differ from what counts now."""
    now = msgspec.structs.asdict(before)
    return PolicyChange(**{name: value for name, value in values.items() if now.get(name) != value})


def presences_to(state: State, chosen: dict[Role, Presence], *, at: int) -> tuple[PresenceSet, ...]:
    """Return an entry for each circle that is reached another way than before."""
    return tuple(
        PresenceSet(at=at, meant_for=tuple(Role), role=role, state=presence)
        for role, presence in sorted(chosen.items())
        if state.process.presence[role] is not presence
    )

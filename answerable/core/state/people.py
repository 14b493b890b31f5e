"""The process itself and its members, as they stand."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from answerable.core.circles import Role
from answerable.core.defaults.policy import DEFAULT_POLICY, PolicyFrom
from answerable.core.entries import (
    BoundarySet,
    Invitation,
    MemberLeft,
    MemberNamed,
    PolicySet,
    PresenceSet,
    ProcessOpened,
    QuorumSet,
    StanceAffirmed,
    WordsChosen,
)
from answerable.core.state.errors import NotOpenedError
from answerable.core.state.items import Filed, Item
from answerable.core.state.shape import Member, Process
from answerable.core.state.standing import item_of

ProcessEntry = ProcessOpened | PresenceSet | WordsChosen | PolicySet | BoundarySet | QuorumSet
MemberEntry = MemberNamed | StanceAffirmed | Invitation | MemberLeft


class ProcessBuilder:
    """Gathers what the process rests on."""

    def __init__(self) -> None:
        self.opened: Item[ProcessOpened] | None = None
        self.presence: list[PresenceSet] = []
        self.words: Item[WordsChosen] | None = None
        self.changes: list[Item[PolicySet]] = []
        self.boundaries: list[Item[BoundarySet]] = []
        self.quorums: list[Item[QuorumSet]] = []

    def add(self, filed: Filed, entry: ProcessEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case ProcessOpened():
                self.opened = item_of(filed, entry, first, seq)
            case PresenceSet():
                self.presence.append(entry)
            case WordsChosen():
                self.words = item_of(filed, entry, first, seq)
            case PolicySet():
                self.changes.append(item_of(filed, entry, first, seq))
            case BoundarySet():
                self.boundaries.append(item_of(filed, entry, first, seq))
            case QuorumSet():
                self.quorums.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self) -> Process:
        """Return the slice; raises NotOpenedError without an opening."""
        if self.opened is None:
            raise NotOpenedError
        opened = self.opened.entry
        presence = {Role.SUPPORT: opened.support, Role.SUPERVISION: opened.supervision}
        for change in self.presence:
            presence[change.role] = change.state
        return Process(
            codename=opened.codename,
            person_x=opened.person_x,
            language=opened.language,
            zone=opened.zone,
            opened_on=opened.opened_on,
            founder=self.opened.author,
            support=presence[Role.SUPPORT],
            supervision=presence[Role.SUPERVISION],
            words=self.words,
            policies=self._policies(opened),
            policy_changes=tuple(self.changes),
            boundaries=tuple(self.boundaries),
            quorums=tuple(self.quorums),
        )

    def _policies(self, opened: ProcessOpened) -> tuple[PolicyFrom, ...]:
        """Return the policies by the days from which they count: each is the one before it, changed (R4)."""
        policies = [PolicyFrom(from_on=opened.opened_on, policy=DEFAULT_POLICY)]
        for item in sorted(self.changes, key=lambda item: (item.entry.from_on, item.seq)):
            policy = policies[-1].policy.changed(item.entry.change)
            policies.append(PolicyFrom(from_on=item.entry.from_on, policy=policy))
        return tuple(policies)


class MembersBuilder:
    """Gathers the people of the process."""

    def __init__(self) -> None:
        self.names: dict[bytes, list[Item[MemberNamed]]] = {}
        self.stances: dict[bytes, Item[StanceAffirmed]] = {}
        self.leavings: dict[bytes, Item[MemberLeft]] = {}
        self.invitations: list[Item[Invitation]] = []

    def add(self, filed: Filed, entry: MemberEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case MemberNamed():
                self.names.setdefault(entry.user, []).append(item_of(filed, entry, first, seq))
            case StanceAffirmed():
                self.stances[filed.author] = item_of(filed, entry, first, seq)
            case MemberLeft():
                self.leavings[entry.user] = item_of(filed, entry, first, seq)
            case Invitation():
                self.invitations.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self, unplaced: list[bytes]) -> Mapping[bytes, Member]:
        """Return the members by user, in the order in which they were first named."""
        unplaced += [item.entry_id for user, item in self.leavings.items() if user not in self.names]
        followed = {
            names[-1].entry.before: user for user, names in self.names.items() if names[-1].entry.before is not None
        }
        return MappingProxyType(
            {user: self._member(user, names, followed.get(user)) for user, names in self.names.items()}
        )

    def _member(self, user: bytes, names: list[Item[MemberNamed]], followed_by: bytes | None) -> Member:
        newest = names[-1]
        left = self.leavings.get(user)
        return Member(
            user=user,
            named=newest,
            roles=newest.author_roles,
            joined_on=names[0].entry.joined_on,
            until_on=newest.entry.until_on,
            stance=self.stances.get(user),
            left=None if left is None or left.seq < newest.seq else left,
            followed_by=followed_by,
        )

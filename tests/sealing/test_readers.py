"""Readers are exactly the audience: the room against a model of sets, in random runs of joins, leavings and grants."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
)

from answerable.sealing.errors import NotInAudienceError, RefusedError, ShreddedError
from answerable.sealing.leaves import NewLeaf
from answerable.sealing.verify import verify_log
from tests.sealing.book import Book

NAMES = ("Ada", "Bo", "Sol", "Uma", "Out")
ASIDE = "aside"
"""No role: its circle id is one of the others, of known users whom nobody had to vouch for."""
ROLES = ("contact", "support", "supervision", ASIDE)
PEOPLE = st.sampled_from(NAMES)
CIRCLES = st.sampled_from(ROLES)


@dataclass
class Circle:
    """What the model knows of a circle: for each epoch its list, and whether it handed on the past."""

    lists: list[set[str]] = field(default_factory=list)
    past: list[bool] = field(default_factory=list)
    vouched: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    @property
    def members(self) -> set[str]:
        """Return who is in the circle now."""
        return self.lists[-1] - self.gone if self.lists else set()

    def holders(self, epoch: int) -> set[str]:
        """Return who holds this epoch: its list, and later ones while each handed on the past."""
        holders = set(self.lists[epoch])
        for later in range(epoch + 1, len(self.lists)):
            if not self.past[later]:
                break
            holders |= self.lists[later]
        return holders - self.gone


class Readers(RuleBasedStateMachine):
    """Everything goes through the room; who can read is worked out beside it with sets alone."""

    entries: Bundle[NewLeaf] = Bundle("entries")

    @initialize()
    def begin(self) -> None:
        """Ada and Bo are the contact circle, Sol and Uma the support circle."""
        self.book = Book()
        self.circles = {role: Circle() for role in ROLES}
        self.circles["contact"] = Circle([{"Ada"}], [False], {"Ada": "Ada"})
        self.role_of = {self.book.circle(role): role for role in ROLES}
        self.keys: dict[bytes, set[tuple[str, int]]] = {}
        self.leaves: dict[bytes, NewLeaf] = {}
        self.shredded: set[bytes] = set()
        for by, name, role in (("Ada", "Bo", "contact"), ("Bo", "Sol", "support"), ("Ada", "Uma", "support")):
            self.vouch(by, name, role)
        self.epoch("Ada", "contact", with_past=True)
        self.epoch("Sol", "support", with_past=True)
        self.epoch("Sol", "support", with_past=False)
        self.vouch("Sol", "Out", "support")

    def _someone(self, data: st.DataObject, role: str) -> str:
        """Return mostly a member of the circle, so that deeds succeed as often as they fail."""
        members = sorted(self.circles[role].members)
        if members and data.draw(st.integers(0, 9)) < 8:
            return data.draw(st.sampled_from(members))
        return data.draw(PEOPLE)

    @rule(data=st.data(), name=PEOPLE, role=CIRCLES)
    def try_to_vouch(self, data: st.DataObject, name: str, role: str) -> None:
        """Anybody, mostly a member."""
        self.vouch(self._someone(data, role), name, role)

    def vouch(self, by: str, name: str, role: str) -> None:
        """Vouch for somebody, or be refused."""
        circle = self.circles[role]
        anyone = set().union(*(other.members for name, other in self.circles.items() if name != ASIDE))
        first = set() if role == ASIDE else anyone
        may = by in (circle.members if circle.lists else first) and name not in circle.vouched
        self._expect(may and name not in circle.gone, lambda: self.book.vouch(by, name, role))
        if may and name not in circle.gone:
            circle.vouched[name] = by

    @rule(by=PEOPLE, others=st.sets(PEOPLE))
    def try_to_open_the_aside(self, by: str, others: set[str]) -> None:
        """A member of some circle opens it for any known people; it is opened once."""
        circle = self.circles[ASIDE]
        known = set().union(*(set(other.vouched) for other in self.circles.values()))
        member = any(by in other.members for other in self.circles.values())
        if circle.lists or not others <= known:
            return
        listed = others | {by}
        leaf = self._expect(member, lambda: self.book.epoch(by, ASIDE, listed))
        if leaf:
            circle.past.append(False)
            circle.lists.append(listed)

    @rule(data=st.data(), role=CIRCLES, with_past=st.booleans())
    def try_to_open_an_epoch(self, data: st.DataObject, role: str, with_past: bool) -> None:
        """Anybody, mostly a member."""
        self.epoch(self._someone(data, role), role, with_past=with_past)

    def epoch(self, by: str, role: str, *, with_past: bool) -> None:
        """Open the next epoch for all who may come in, or be refused."""
        circle = self.circles[role]
        if role == ASIDE and not circle.lists:
            return
        waiting = {name for name in circle.vouched if name not in circle.members | circle.gone}
        alone = len(circle.members) < 2
        new = {name for name in waiting if alone or circle.vouched[name] != by}
        listed = circle.members | (new if circle.lists else {by})
        may = by in circle.members if circle.lists else by in waiting
        self._expect(may, lambda: self.book.epoch(by, role, listed, with_past=with_past))
        if may:
            circle.past.append(with_past and bool(circle.lists))
            circle.lists.append(listed)

    @rule(target=entries, data=st.data(), roles=st.sets(CIRCLES, min_size=1))
    def write(self, data: st.DataObject, roles: set[str]) -> NewLeaf | MultipleResults[NewLeaf]:
        """Anybody tries to write for some circles."""
        for role in roles:
            circle = self.circles[role]
            if circle.members and circle.lists[-1] & circle.gone and data.draw(st.integers(0, 9)) < 8:
                self.epoch(min(circle.members), role, with_past=True)
        by = self._someone(data, min(roles))
        chosen = [self.circles[role] for role in roles]
        may = all(circle.lists and not circle.lists[-1] & circle.gone for circle in chosen)
        may = may and any(by in circle.members for circle in chosen)
        leaf = self._expect(may, lambda: self.book.say(by, "text", *roles))
        if leaf is None:
            return multiple()
        self.leaves[leaf.entry] = leaf
        self.keys[leaf.entry] = {(role, len(self.circles[role].lists) - 1) for role in roles}
        return leaf

    @rule(leaf=entries, data=st.data(), role=CIRCLES)
    def grant(self, leaf: NewLeaf, data: st.DataObject, role: str) -> None:
        """Anybody tries to let a further circle read."""
        by = self._someone(data, "contact" if role == "support" else "support")
        circle, keys = self.circles[role], self.keys[leaf.entry]
        place = (role, len(circle.lists) - 1)
        may = leaf.entry not in self.shredded and by in self._readers(leaf.entry)
        may = may and any(by in self.circles[other].members for other, _ in keys)
        may = may and bool(circle.lists) and not circle.lists[-1] & circle.gone and place not in keys
        self._expect(may, lambda: self.book.grant(by, leaf, role))
        if may:
            keys.add(place)

    @rule(leaf=entries, by=PEOPLE)
    def shred(self, leaf: NewLeaf, by: str) -> None:
        """Anybody tries to destroy an entry."""
        facts = self.book.ledger.entries[leaf.entry]
        own = {self.role_of[item.circle] for item in facts.audience if item.how == "own"}
        may = leaf.entry not in self.shredded and any(by in self.circles[role].members for role in own)
        self._expect(may, lambda: self.book.shred(by, leaf))
        if may:
            self.shredded.add(leaf.entry)

    @rule(name=PEOPLE, role=CIRCLES, data=st.data())
    def leave(self, name: str, role: str, data: st.DataObject) -> None:
        """Somebody leaves a circle, or tries to; mostly not the last."""
        circle = self.circles[role]
        if len(circle.members) < 3 and data.draw(st.integers(0, 9)) < 8:
            return
        may = name in {*circle.vouched, *circle.members} and name not in circle.gone
        self._expect(may, lambda: self.book.retire(name, name, role))
        if may:
            circle.gone.add(name)

    @invariant()
    def readers_are_exactly_the_audience(self) -> None:
        """Each of the cast can open what the model says, and nothing else; no ring finds anything."""
        for name in NAMES:
            ring = self.book.ring(name)
            assert (ring.withheld, ring.altered) == ((), ())
            for entry in self.leaves:
                assert self._reads(name, entry) == (name in self._readers(entry)), (name, entry)

    def teardown(self) -> None:
        """What was written is complete for everyone."""
        for name in NAMES:
            result = verify_log(self.book.process, self.book.rows, identity=self.book.identity(name))
            assert (result.outcome, result.withheld, result.altered) == ("complete", (), ())

    def _readers(self, entry: bytes) -> set[str]:
        if entry in self.shredded:
            return set()
        return set().union(*(self.circles[role].holders(epoch) for role, epoch in self.keys[entry]))

    def _reads(self, name: str, entry: bytes) -> bool:
        try:
            return self.book.read(name, self.leaves[entry]).payload == b"text"
        except (NotInAudienceError, ShreddedError):
            return False

    @staticmethod
    def _expect(may: bool, deed: Callable[[], NewLeaf]) -> NewLeaf | None:
        """Do the deed; it is refused exactly when the model says so."""
        if may:
            leaf = deed()
            assert isinstance(leaf, NewLeaf)
            return leaf
        with pytest.raises((RefusedError, NotInAudienceError, ShreddedError)):
            deed()
        return None


TestReaders = Readers.TestCase
TestReaders.settings = settings(
    max_examples=25, stateful_step_count=35, deadline=None, suppress_health_check=list(HealthCheck)
)

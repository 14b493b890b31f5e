"""Decisions as they stand: who was asked, how each stands, what came of it, when it is looked at again (R47)."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import (
    DecisionAbout,
    DecisionConfirmed,
    DecisionProposed,
    DecisionQuestioned,
    DecisionReached,
    PositionTaken,
    ViewsNamed,
)
from answerable.core.entries.decisions import Dissent, Tally, ViewTaken
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

DecisionEntry = (
    DecisionProposed
    | PositionTaken
    | DecisionReached
    | DecisionConfirmed
    | DecisionQuestioned
    | DecisionAbout
    | ViewsNamed
)
AGAINST = (ViewTaken.CONCERNS, ViewTaken.BLOCK)


class Decision(Struct, frozen=True, kw_only=True):
    """A proposal and what became of it; `positions` hold the newest view of each member, by user.

    `followed_by` is the proposal by which it was taken up once more; `about` is the entry because of which it was
    asked, for those who read that. `named` says who stood how where all are named (R47).
    """

    item: Item[DecisionProposed]
    positions: Mapping[bytes, Item[PositionTaken]]
    outcome: Item[DecisionReached] | None
    confirmed: tuple[Item[DecisionConfirmed], ...]
    questioned: tuple[Item[DecisionQuestioned], ...]
    followed_by: bytes | None
    about: bytes | None
    named: Item[ViewsNamed] | None

    @property
    def is_open(self) -> bool:
        """Whether it waits for views or for an outcome."""
        return self.outcome is None and self.followed_by is None

    @property
    def deciding(self) -> tuple[bytes, ...]:
        """Who was asked and takes part."""
        recused = {one.user for one in self.item.entry.recused}
        return tuple(user for user in self.item.entry.asked if user not in recused)

    @property
    def look_again_on(self) -> date | None:
        """When it is looked at again: as it was last said; never once it was taken up anew."""
        if self.outcome is None or self.followed_by is not None:
            return None
        return self.confirmed[-1].entry.look_again_on if self.confirmed else self.outcome.entry.look_again_on

    def voting(self, left: frozenset[bytes]) -> tuple[bytes, ...]:
        """Return whose view counts: who left keeps the position, not the vote."""
        return tuple(user for user in self.deciding if user not in left)

    def tally(self, left: frozenset[bytes]) -> Tally:
        """Return the views that count, without names."""
        voting = self.voting(left)
        views = Counter(self.positions[user].entry.view for user in voting if user in self.positions)
        return Tally(
            asked=len(voting),
            agree=views[ViewTaken.AGREE],
            concerns=views[ViewTaken.CONCERNS],
            stand_aside=views[ViewTaken.STAND_ASIDE],
            block=views[ViewTaken.BLOCK],
        )

    @property
    def dissent(self) -> tuple[Dissent, ...]:
        """The concerns and blocks in their own words, as they go into the outcome (R24)."""
        return tuple(
            Dissent(text=item.entry.text, user=user if item.entry.with_name else None)
            for user, item in sorted(self.positions.items())
            if item.entry.view in AGAINST and item.entry.text.strip()
        )


class DecisionsBuilder:
    """Gathers proposals, views, outcomes and what came after them."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self.proposed: dict[bytes, Item[DecisionProposed]] = {}
        self.positions: dict[bytes, dict[bytes, Item[PositionTaken]]] = {}
        self.reached: dict[bytes, Item[DecisionReached]] = {}
        self.confirmed: dict[bytes, list[Item[DecisionConfirmed]]] = {}
        self.questioned: dict[bytes, list[Item[DecisionQuestioned]]] = {}
        self.abouts: dict[bytes, Item[DecisionAbout]] = {}
        self.named: dict[bytes, Item[ViewsNamed]] = {}

    def add(self, filed: Filed, entry: DecisionEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case DecisionProposed():
                self.proposed[first] = item_of(filed, entry, first, seq)
            case PositionTaken():
                views = self.positions.setdefault(self._first_of(entry.proposal), {})
                views[entry.member] = item_of(filed, entry, first, seq)
            case DecisionReached():
                self.reached.setdefault(self._first_of(entry.proposal), item_of(filed, entry, first, seq))
            case DecisionConfirmed():
                self.confirmed.setdefault(self._first_of(entry.decision), []).append(item_of(filed, entry, first, seq))
            case DecisionQuestioned():
                place = self.questioned.setdefault(self._first_of(entry.decision), [])
                place.append(item_of(filed, entry, first, seq))
            case DecisionAbout():
                self.abouts.setdefault(self._first_of(entry.proposal), item_of(filed, entry, first, seq))
            case ViewsNamed():
                self.named.setdefault(self._first_of(entry.proposal), item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self, unplaced: list[bytes]) -> tuple[Decision, ...]:
        """Return the decisions in the order in which they were proposed."""
        for proposal, views in self.positions.items():
            if proposal not in self.proposed:
                unplaced += [item.entry_id for item in views.values()]
        for found in (self.reached, self.abouts, self.named):
            unplaced += [item.entry_id for proposal, item in found.items() if proposal not in self.proposed]
        outcomes = {self.reached[one].first_id for one in self.proposed if one in self.reached}
        for later in (self.confirmed, self.questioned):
            unplaced += [one.entry_id for place, items in later.items() if place not in outcomes for one in items]
        follows = {
            self._first_of(item.entry.follows): first for first, item in self.proposed.items() if item.entry.follows
        }
        return tuple(self._decision(first, item, follows.get(first)) for first, item in self.proposed.items())

    def _decision(self, first: bytes, item: Item[DecisionProposed], followed_by: bytes | None) -> Decision:
        outcome = self.reached.get(first)
        place = outcome.first_id if outcome else b""
        about = self.abouts.get(first)
        return Decision(
            item=item,
            positions=self.positions.get(first, {}),
            outcome=outcome,
            confirmed=tuple(self.confirmed.get(place, ())),
            questioned=tuple(self.questioned.get(place, ())),
            followed_by=followed_by,
            about=self._first_of(about.entry.about) if about else None,
            named=self.named.get(first),
        )

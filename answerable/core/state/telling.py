"""Circles of people the group asks itself about: worksheets, notices, plans, what was told; one circle by its label."""

from collections.abc import Callable
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import (
    AnyEntry,
    NoticeAnswered,
    NoticeGiven,
    PeopleTold,
    SupervisionAsked,
    TellingConfirmed,
    TellingPlanned,
    WorksheetKept,
)
from answerable.core.entries.around import AroundKind
from answerable.core.entries.telling import Proof
from answerable.core.labels import label_key
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

TellingEntry = (
    WorksheetKept | NoticeGiven | NoticeAnswered | SupervisionAsked | TellingPlanned | TellingConfirmed | PeopleTold
)


class Notice(Struct, frozen=True, kw_only=True):
    """A notice with a date, and what X showed since (L6)."""

    item: Item[NoticeGiven]
    answers: tuple[Item[NoticeAnswered], ...]

    @property
    def proof(self) -> Proof | None:
        """What was written down last about his proof, None while nothing was."""
        return self.answers[-1].entry.proof if self.answers else None


class Plan(Struct, frozen=True, kw_only=True):
    """A plan to tell one circle; `confirmed` are second members who stand behind exactly its present words."""

    item: Item[TellingPlanned]
    confirmed: tuple[Item[TellingConfirmed], ...]
    told: tuple[Item[PeopleTold], ...]


class Circle(Struct, frozen=True, kw_only=True):
    """One circle of people by its label; `circle_id` is the entry that named it first in this family."""

    circle_id: bytes
    label: str
    kind: AroundKind
    sheets: tuple[Item[WorksheetKept], ...]
    notices: tuple[Notice, ...]
    asked: tuple[Item[SupervisionAsked], ...]
    plans: tuple[Plan, ...]
    told: tuple[Item[PeopleTold], ...]

    @property
    def sheet(self) -> Item[WorksheetKept] | None:
        """The newest worksheet: it alone counts."""
        return self.sheets[-1] if self.sheets else None

    @property
    def notice(self) -> Notice | None:
        """The newest notice."""
        return self.notices[-1] if self.notices else None

    @property
    def plan(self) -> Plan | None:
        """The plan that waits: the newest one, not carried out, on the newest worksheet."""
        newest = self.plans[-1] if self.plans else None
        if newest is None or newest.told or self.sheet is None:
            return None
        rests_on = newest.item.entry.worksheet
        return newest if rests_on in (self.sheet.first_id, self.sheet.entry_id) else None

    @property
    def story(self) -> tuple[Item[AnyEntry], ...]:
        """All that was written about it, in the order of the log."""
        items: list[Item[AnyEntry]] = [*self.sheets, *self.asked, *self.told]
        for notice in self.notices:
            items += [notice.item, *notice.answers]
        for plan in self.plans:
            items += [plan.item, *plan.confirmed]
        return tuple(sorted(items, key=lambda item: item.seq))

    @property
    def ids(self) -> frozenset[bytes]:
        """The entries by which this circle is found."""
        items: list[Item[AnyEntry]] = [*self.sheets, *self.told]
        items += [*(one.item for one in self.notices), *(one.item for one in self.plans)]
        return frozenset(one for item in items for one in (item.entry_id, item.first_id))


class Telling(Struct, frozen=True, kw_only=True):
    """All circles in the order in which they were first named, and what supervision was asked."""

    circles: tuple[Circle, ...]
    asked: tuple[Item[SupervisionAsked], ...]

    def labelled(self, label: str) -> Circle | None:
        """Return the circle of a label, however it is spelled."""
        key = label_key(label)
        return next((one for one in self.circles if label_key(one.label) == key), None)

    def found(self, entry_id: bytes) -> Circle | None:
        """Return the circle to which one of these entries belongs."""
        return next((one for one in self.circles if entry_id in one.ids), None)

    def holding(self, entry_id: bytes) -> Circle | None:
        """Return the circle about which this entry was written, also one by which it is not found."""
        return next((one for one in self.circles if any(item.entry_id == entry_id for item in one.story)), None)

    @property
    def told(self) -> tuple[Item[PeopleTold], ...]:
        """What was told by us, in the order of the log."""
        return tuple(sorted((item for one in self.circles for item in one.told), key=lambda item: item.seq))


class TellingBuilder:
    """Gathers the circles; freezes when all is known."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self._circles: dict[str, _Growing] = {}
        self.proofs: dict[bytes, list[Item[NoticeAnswered]]] = {}
        self.confirmed: dict[bytes, list[Item[TellingConfirmed]]] = {}
        self.asked: list[Item[SupervisionAsked]] = []

    def add(self, filed: Filed, entry: TellingEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family, in the order of the log."""
        match entry:
            case WorksheetKept():
                self._at(entry.label, entry.kind, first).sheets.append(item_of(filed, entry, first, seq))
            case NoticeGiven():
                self._at(entry.label, entry.kind, first).notices.append(item_of(filed, entry, first, seq))
            case TellingPlanned():
                self._at(entry.label, entry.kind, first).plans.append(item_of(filed, entry, first, seq))
            case PeopleTold():
                self._at(entry.label, entry.kind, first).told.append(item_of(filed, entry, first, seq))
            case NoticeAnswered():
                self.proofs.setdefault(self._first_of(entry.notice), []).append(item_of(filed, entry, first, seq))
            case TellingConfirmed():
                # by the words it was said to: whoever corrects a plan needs a second member anew
                self.confirmed.setdefault(entry.plan, []).append(item_of(filed, entry, first, seq))
            case SupervisionAsked():
                self.asked.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def _at(self, label: str, kind: AroundKind, first: bytes) -> "_Growing":
        one = self._circles.setdefault(label_key(label), _Growing(first))
        one.label, one.kind = label, kind
        return one

    def freeze(self, unplaced: list[bytes]) -> Telling:
        """Return the circles; answers and confirmations of what cannot be read here are unplaced."""
        grown = self._circles.values()
        notices = {item.first_id for one in grown for item in one.notices}
        plans = {named for one in grown for item in one.plans for named in (item.first_id, item.entry_id)}
        unplaced += [item.entry_id for place, found in self.proofs.items() if place not in notices for item in found]
        unplaced += [item.entry_id for place, found in self.confirmed.items() if place not in plans for item in found]
        return Telling(circles=tuple(self._circle(one) for one in grown), asked=tuple(self.asked))

    def _circle(self, one: "_Growing") -> Circle:
        sheets = {item.first_id for item in one.sheets}
        return Circle(
            circle_id=one.first,
            label=one.label,
            kind=one.kind,
            sheets=tuple(one.sheets),
            notices=tuple(Notice(item=item, answers=tuple(self.proofs.get(item.first_id, ()))) for item in one.notices),
            asked=tuple(item for item in self.asked if item.entry.about and self._first_of(item.entry.about) in sheets),
            plans=tuple(self._plan(item, one.told) for item in one.plans),
            told=tuple(one.told),
        )

    def _plan(self, item: Item[TellingPlanned], told: list[Item[PeopleTold]]) -> Plan:
        named = (item.first_id, item.entry_id)
        return Plan(
            item=item,
            confirmed=tuple(self.confirmed.get(item.entry_id, ())),
            told=tuple(one for one in told if one.entry.plan in named),
        )


class _Growing:
    """One circle while it grows."""

    def __init__(self, first: bytes) -> None:
        self.first = first
        self.label = ""
        self.kind = AroundKind.GROUP
        self.sheets: list[Item[WorksheetKept]] = []
        self.notices: list[Item[NoticeGiven]] = []
        self.plans: list[Item[TellingPlanned]] = []
        self.told: list[Item[PeopleTold]] = []

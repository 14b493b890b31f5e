"""Concerns as they stand: what was noted, the steps taken, what was answered, how each goes on (R38, R39)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import assert_never

from msgspec import Struct

from answerable.core.defaults.steps import Step
from answerable.core.entries import ConcernMoved, NonCooperationNoted, StepAnswered, StepTaken
from answerable.core.entries.steps import MoveSort
from answerable.core.state.items import Filed, Item
from answerable.core.state.standing import item_of

StepEntry = NonCooperationNoted | StepTaken | StepAnswered | ConcernMoved
Done = Item[StepTaken] | Item[ConcernMoved]
Told = Done | Item[NonCooperationNoted] | Item[StepAnswered]

RANKED = (Step.L0, Step.L1, Step.L2, Step.L3, Step.L4, Step.L5, Step.L6, Step.L7A, Step.L7B)
"""The steps of the list, the mildest first; another step, in the group's words, has no place among them."""


def rank(step: Step) -> int:
    """Return the place of a step among those of the list; -1 for one in the group's own words."""
    return RANKED.index(step) if step in RANKED else -1


class TakenStep(Struct, frozen=True, kw_only=True):
    """A step that was taken, and what was answered to it."""

    item: Item[StepTaken]
    answers: tuple[Item[StepAnswered], ...]


class Concern(Struct, frozen=True, kw_only=True):
    """One strand of not cooperating, or one circle of people (Fixed meanings).

    `notes` stand in the order of the log, `steps` and `moves` in that of their days. `notes` is empty where the words
    of the note that opened it were taken out: what was done stays (R11).
    """

    concern_id: bytes
    notes: tuple[Item[NonCooperationNoted], ...]
    steps: tuple[TakenStep, ...]
    moves: tuple[Item[ConcernMoved], ...]

    @property
    def label(self) -> str | None:
        """The circle of people it is about, as it was last called."""
        return next((item.entry.label for item in reversed(self.notes) if item.entry.label), None)

    @property
    def done(self) -> tuple[Done, ...]:
        """Steps and moves, in the order of their days."""
        items: tuple[Done, ...] = (*(one.item for one in self.steps), *self.moves)
        return tuple(sorted(items, key=_day))

    @property
    def is_open(self) -> bool:
        """Whether it is open: not closed, or opened again since."""
        turns = [item.entry.sort for item in self.moves if item.entry.sort in (MoveSort.CLOSED, MoveSort.OPENED_AGAIN)]
        return not turns or turns[-1] is MoveSort.OPENED_AGAIN

    @property
    def highest(self) -> Step | None:
        """The highest step since it last went down; another step in own words counts where there is no other."""
        found: Step | None = None
        for item in self.done:
            entry = item.entry
            if isinstance(entry, StepTaken):
                found = entry.step if found is None or rank(entry.step) > rank(found) else found
            elif entry.sort is MoveSort.DOWN:
                found = entry.step
        return found

    @property
    def look_again_on(self) -> date | None:
        """When it is looked at again, as was last said; never while it is closed."""
        if not self.is_open:
            return None
        days = [item.entry.look_again_on for item in self.done if item.entry.look_again_on is not None]
        return days[-1] if days else None

    @property
    def ids(self) -> frozenset[bytes]:
        """Return all entries of it."""
        return frozenset((self.concern_id, *(one for item in self.story for one in (item.entry_id, item.first_id))))

    @property
    def story(self) -> tuple[Told, ...]:
        """Return all that was written down, by the day it tells of."""
        items: list[Told] = [*self.notes, *self.moves]
        for step in self.steps:
            items += [step.item, *step.answers]
        return tuple(sorted(items, key=_day))

    @property
    def own_words(self) -> str | None:
        """Return what the newest step was that is none of the list."""
        return next((one.item.entry.own_words for one in reversed(self.steps) if one.item.entry.own_words), None)


def _day(item: Told) -> tuple[date, int]:
    return item.entry.on, item.seq


def _day_taken(step: TakenStep) -> tuple[date, int]:
    return _day(step.item)


class StepsBuilder:
    """Gathers notes, steps, answers and moves; what belongs to a concern that cannot be read here is unplaced."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self.notes: dict[bytes, Item[NonCooperationNoted]] = {}
        self.steps: dict[bytes, Item[StepTaken]] = {}
        self.answers: dict[bytes, list[Item[StepAnswered]]] = {}
        self.moves: list[Item[ConcernMoved]] = []

    def add(self, filed: Filed, entry: StepEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case NonCooperationNoted():
                self.notes[first] = item_of(filed, entry, first, seq)
            case StepTaken():
                self.steps[first] = item_of(filed, entry, first, seq)
            case StepAnswered():
                self.answers.setdefault(self._first_of(entry.step), []).append(item_of(filed, entry, first, seq))
            case ConcernMoved():
                self.moves.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(self, unplaced: list[bytes], gone: Mapping[bytes, int]) -> tuple[Concern, ...]:
        """Return the concerns in the order in which they were opened; `gone` are taken out, with their place."""
        opened = {first: item.seq for first, item in self.notes.items() if item.entry.concern is None}
        place = {first: self._concern_of(item) or first for first, item in self.notes.items()}
        steps = {first: self._first_of(item.entry.concern) for first, item in self.steps.items()}
        moved = {self._first_of(item.entry.concern) for item in self.moves}
        opened |= {one: gone[one] for one in (*place.values(), *steps.values(), *moved) if one in gone}
        openings = sorted(opened, key=opened.__getitem__)
        known = frozenset(openings)
        unplaced += [self.notes[first].entry_id for first, concern in place.items() if concern not in known]
        unplaced += [self.steps[first].entry_id for first, concern in steps.items() if concern not in known]
        unplaced += [item.entry_id for item in self.moves if self._first_of(item.entry.concern) not in known]
        unplaced += [item.entry_id for step, found in self.answers.items() if step not in steps for item in found]
        return tuple(self._concern(first, place, steps) for first in openings)

    def _concern_of(self, item: Item[NonCooperationNoted]) -> bytes | None:
        return None if item.entry.concern is None else self._first_of(item.entry.concern)

    def _concern(self, first: bytes, place: Mapping[bytes, bytes], steps: Mapping[bytes, bytes]) -> Concern:
        taken = [
            TakenStep(item=self.steps[one], answers=tuple(self.answers.get(one, ())))
            for one, concern in steps.items()
            if concern == first
        ]
        moves = [item for item in self.moves if self._first_of(item.entry.concern) == first]
        return Concern(
            concern_id=first,
            notes=tuple(self.notes[one] for one, concern in place.items() if concern == first),
            steps=tuple(sorted(taken, key=_day_taken)),
            moves=tuple(sorted(moves, key=_day)),
        )

"""Whom X told, notes, and agreements with him, as they stand."""

from collections.abc import Callable
from typing import assert_never

from answerable.core.entries import AgreementAnswered, AgreementMade, NoteKept, ToldByX
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.surroundings import is_seen
from answerable.core.state.demands import DemandsBuilder
from answerable.core.state.items import Filed, Item
from answerable.core.state.shape import Agreement, Told
from answerable.core.state.standing import item_of

SurroundingsEntry = ToldByX | NoteKept
AgreementEntry = AgreementMade | AgreementAnswered
FirstOf = Callable[[bytes], bytes]


class SurroundingsBuilder:
    """Gathers whom he told, and notes; what a note shows about a demand goes to the demand."""

    def __init__(self, demands: DemandsBuilder) -> None:
        self._demands = demands
        self.told: dict[str, list[Item[ToldByX]]] = {}
        self.notes: list[Item[NoteKept]] = []

    def add(self, filed: Filed, entry: SurroundingsEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case ToldByX():
                key = " ".join(entry.label.split()).casefold()
                self.told.setdefault(key, []).append(item_of(filed, entry, first, seq))
            case NoteKept():
                item = item_of(filed, entry, first, seq)
                self.notes.append(item)
                if entry.shows is not None:
                    self._demands.add_note(item, entry.shows.demand)
            case _:
                assert_never(entry)

    def freeze_told(self) -> tuple[Told, ...]:
        """Return what is known of each label, in the order in which they were first named."""
        return tuple(_told(accounts) for accounts in self.told.values())


def _told(accounts: list[Item[ToldByX]]) -> Told:
    seen = any(is_seen(item.entry) for item in accounts)
    return Told(
        label=accounts[-1].entry.label,
        accounts=tuple(accounts),
        newest=accounts[-1],
        word=DemandWord.SEEN if seen else DemandWord.SAID,
    )


class AgreementsBuilder:
    """Gathers agreements, what replaced them and what became of them."""

    def __init__(self, first_of: FirstOf) -> None:
        self._first_of = first_of
        self.made: dict[bytes, Item[AgreementMade]] = {}
        self.answers: dict[bytes, list[Item[AgreementAnswered]]] = {}

    def add(self, filed: Filed, entry: AgreementEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case AgreementMade():
                self.made[first] = item_of(filed, entry, first, seq)
            case AgreementAnswered():
                answer = item_of(filed, entry, first, seq)
                self.answers.setdefault(self._first_of(entry.agreement), []).append(answer)
            case _:
                assert_never(entry)

    def freeze(self, unplaced: list[bytes]) -> tuple[Agreement, ...]:
        """Return the agreements in the order in which they were made."""
        for agreement, answers in self.answers.items():
            if agreement not in self.made:
                unplaced += [item.entry_id for item in answers]
        replaced_by: dict[bytes, bytes] = {}
        times: dict[bytes, int] = {}
        for first, item in self.made.items():
            earlier = None if item.entry.replaces is None else self._first_of(item.entry.replaces)
            times[first] = 0 if earlier is None else times.get(earlier, 0) + 1
            if earlier is not None:
                replaced_by[earlier] = first
        return tuple(
            Agreement(
                item=item,
                answers=tuple(self.answers.get(first, ())),
                replaced_by=replaced_by.get(first),
                replaced_times=times[first],
                is_open=first not in replaced_by and first not in self.answers,
            )
            for first, item in self.made.items()
        )

"""What stands beside the letters: who may receive each version and in which form, and the files (R3)."""

from collections.abc import Callable, Iterable
from typing import assert_never

from msgspec import Struct

from answerable.core.entries import CirculationSet, DocumentAdded, FileAdded, ReadAgainstSource
from answerable.core.entries.hashes import text_hash
from answerable.core.entries.letters import LetterForm
from answerable.core.state.items import Filed, Item, Tombstone
from answerable.core.state.readings import Readings
from answerable.core.state.standing import item_of

LetterEntry = DocumentAdded | CirculationSet | FileAdded
FirstOf = Callable[[bytes], bytes]
SET = "circulation-set"


class Circulation(Struct, frozen=True, kw_only=True):
    """What was said about who may receive a letter in the words that stand, by day; without anything, nobody.

    `current` is the newest that counts; `forms` are those in which it may be handed on now. A copy counts once a second
    member read it (R64). Until then it takes forms away and adds none; `waiting` are these, newer than `current`.
    """

    said: tuple[Item[CirculationSet], ...] = ()
    current: Item[CirculationSet] | None = None
    waiting: tuple[Item[CirculationSet], ...] = ()
    forms: tuple[LetterForm, ...] = ()


class Document(Struct, frozen=True, kw_only=True):
    """A version of a letter; a copy counts after a second member read it against its source (R64)."""

    item: Item[DocumentAdded]
    text_hash: bytes
    readings: tuple[Item[ReadAgainstSource], ...]
    counts: bool
    circulation: Circulation = Circulation()
    files: tuple[Item[FileAdded], ...] = ()

    @property
    def is_authorised(self) -> bool:
        """Whether it may be handed on in some form; "not authorised" is where all begins (R3)."""
        return self.counts and bool(self.circulation.forms)


class LettersBuilder:
    """Gathers letters with what was said about handing them on, and files."""

    def __init__(self, first_of: FirstOf) -> None:
        self._first_of = first_of
        self.documents: list[Item[DocumentAdded]] = []
        self.circulations: dict[bytes, list[Item[CirculationSet]]] = {}
        self.files: list[Item[FileAdded]] = []

    def add(self, filed: Filed, entry: LetterEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case DocumentAdded():
                self.documents.append(item_of(filed, entry, first, seq))
            case CirculationSet():
                said = self.circulations.setdefault(self._first_of(entry.document), [])
                said.append(item_of(filed, entry, first, seq))
            case FileAdded():
                self.files.append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze(
        self, readings: Readings, unplaced: list[bytes], empty_places: Iterable[Tombstone]
    ) -> tuple[Document, ...]:
        """Return the documents; `empty_places` are the tombstones at whose place nothing stands."""
        gone = [stone for stone in empty_places if stone.taken.kind == SET]
        known = {item.first_id for item in self.documents}
        for document, said in self.circulations.items():
            if document not in known:
                unplaced += [item.entry_id for item in said]
        unplaced += [item.entry_id for item in self.files if self._document_of(item) not in (None, *known)]
        return tuple(self._document(item, readings, gone) for item in self.documents)

    def _document(self, item: Item[DocumentAdded], readings: Readings, gone: list[Tombstone]) -> Document:
        wording = text_hash(item.entry)
        counted = readings.of(item, wording)
        said = sorted(self.circulations.get(item.first_id, ()), key=_by_day)
        return Document(
            item=item,
            text_hash=wording,
            readings=counted.readings,
            counts=counted.counts,
            circulation=_circulation(said, wording, readings, gone),
            files=tuple(file for file in self.files if self._document_of(file) == item.first_id),
        )

    def _document_of(self, item: Item[FileAdded]) -> bytes | None:
        document = item.entry.document
        return None if document is None else self._first_of(document)


def _by_day(item: Item[CirculationSet]) -> tuple[int, int]:
    return item.entry.said_on.toordinal(), item.seq


def _circulation(
    said: list[Item[CirculationSet]], wording: bytes, readings: Readings, gone: list[Tombstone]
) -> Circulation:
    """Return what counts of all that was said about one version, for exactly these words."""
    current: Item[CirculationSet] | None = None
    waiting: list[Item[CirculationSet]] = []
    forms: tuple[LetterForm, ...] = ()
    for item in said:
        entry = item.entry
        if entry.text_hash != wording or _is_void(item, gone):
            continue
        if not entry.forms or readings.of(item, text_hash(entry)).counts:
            current, forms, waiting = item, entry.forms, []
        else:
            waiting.append(item)
            forms = tuple(form for form in forms if form in entry.forms)
    return Circulation(said=tuple(said), current=current, waiting=tuple(waiting), forms=forms)


def _is_void(item: Item[CirculationSet], gone: list[Tombstone]) -> bool:
    """Whether words were taken out after it: nobody can know any more what they took back."""
    return any((item.entry.said_on, item.seq) < (stone.taken.day, stone.seq) for stone in gone)

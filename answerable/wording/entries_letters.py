"""Entries that stand beside a letter in words: who may receive it, a file (R3)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import CirculationSet, Entry, FileAdded
from answerable.wording import letters
from answerable.wording.entries_of_x import copied_pairs
from answerable.wording.entry_words import EntryWords, Part, Telling


def circulation_set(entry: CirculationSet, telling: Telling) -> EntryWords:
    """Tell who authorised a letter, who may receive it and in which form."""
    _ = telling.gettext
    parts = (Part(_("To whom"), entry.to_whom),) if entry.to_whom else ()
    pairs = ((_("The letter"), telling.entry(entry.document)), *copied_pairs(entry.copied, telling))
    sentence = letters.circulation(entry, telling.words)
    return EntryWords(title=_("Who may receive a letter"), sentence=sentence, parts=parts, pairs=pairs)


def file_added(entry: FileAdded, telling: Telling) -> EntryWords:
    """Tell what a file is called, what sort it is, what it carries."""
    _ = telling.gettext
    pairs = () if entry.document is None else ((_("It belongs to"), telling.entry(entry.document)),)
    parts = (Part(_("It is called"), entry.name),)
    return EntryWords(title=_("File"), sentence=letters.file_line(entry, telling.words), parts=parts, pairs=pairs)


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    CirculationSet: circulation_set,
    FileAdded: file_added,
}

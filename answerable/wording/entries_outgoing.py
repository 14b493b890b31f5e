"""Entries about what leaves: protected words, checks, readings before it goes (R12)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import Entry, OutgoingRead, ProtectedHashes, ProtectedWords, TextChecked
from answerable.wording import outgoing
from answerable.wording.entries_of_x import copied_pairs
from answerable.wording.entry_words import EntryWords, Part, Telling


def protected_words(entry: ProtectedWords, telling: Telling) -> EntryWords:
    """Tell the list; only the support circle reads it."""
    _ = telling.gettext
    sentence = _("These words must not stand in what leaves our groups.")
    if not entry.words:
        sentence = _("There are no words any more that must not stand in what leaves our groups.")
    parts = (Part(_("The words"), "\n".join(entry.words)),) if entry.words else ()
    return EntryWords(title=_("Words that must not stand in what leaves"), sentence=sentence, parts=parts)


def protected_hashes(entry: ProtectedHashes, telling: Telling) -> EntryWords:
    """Tell that texts are checked against a list which nobody is shown."""
    _ = telling.gettext
    return EntryWords(
        title=_("Protected words, as hashes"),
        sentence=_("The support group's list of words, so that texts can be checked without showing it."),
        pairs=copied_pairs(entry.copied, telling),
    )


def text_checked(entry: TextChecked, telling: Telling) -> EntryWords:
    """Tell how many protected words a text held; never which, nor which text it was."""
    _ = telling.gettext
    return EntryWords(title=_("A text checked before it goes"), sentence=outgoing.check(entry.found, telling.words))


def outgoing_read(entry: OutgoingRead, telling: Telling) -> EntryWords:
    """Tell that a member read the words that leave, and whether protected ones have to stay."""
    _ = telling.gettext
    sentence = _("Read in exactly these words: %(entry)s") % {"entry": telling.entry(entry.entry)}
    if entry.stays:
        sentence = _("Looked at, and the protected words have to stay: %(entry)s") % {
            "entry": telling.entry(entry.entry)
        }
    return EntryWords(title=_("Words that go out, read before"), sentence=sentence)


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    ProtectedWords: protected_words,
    ProtectedHashes: protected_hashes,
    TextChecked: text_checked,
    OutgoingRead: outgoing_read,
}
"""How the kinds of this family are told."""

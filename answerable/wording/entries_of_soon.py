"""Something she may need to know soon, told as entries (R66)."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.entries import AsideTakenOut, Entry, SoonAgreed, SoonAnswered, SoonHandedOn, SoonNoted
from answerable.wording import lists, names, soon
from answerable.wording.entries_of_us import words_taken_out
from answerable.wording.entries_of_x import account, copied_pairs
from answerable.wording.entry_words import EntryWords, Part, Telling


def agreed(entry: SoonAgreed, telling: Telling) -> EntryWords:
    """Tell to whom it goes, in which way, in which words."""
    _ = telling.gettext
    sentence = lists.sentences(soon.goes_to(entry, telling.words), soon.directly(entry, telling.words))
    parts = tuple(Part(soon.sort(one.sort, telling.words), one.text) for one in entry.words)
    title = _("Something she may need to know soon: what is agreed")
    return EntryWords(title=title, sentence=sentence, parts=parts, pairs=copied_pairs(entry.copied, telling))


def noted(entry: SoonNoted, telling: Telling) -> EntryWords:
    """Tell what she may need to know, and how we know; what X or his friends said stays their account (R14)."""
    _ = telling.gettext
    pairs = [(_("How we know"), names.source(entry.source, telling.words))]
    if entry.contacts:
        pairs.append((_("For"), lists.joined(entry.contacts, telling.words)))
    return EntryWords(
        title=_("Something she may need to know soon"),
        sentence=lists.ended(soon.sort(entry.sort, telling.words)),
        parts=account("", entry.text, entry.source, telling),
        pairs=tuple(pairs),
    )


def handed_on(entry: SoonHandedOn, telling: Telling) -> EntryWords:
    """Tell how it reached a named contact outside the software."""
    _ = telling.gettext
    sentence = _("%(contact)s was told %(way)s on %(day)s, by %(names)s.") % {
        "contact": entry.contact,
        "way": soon.way(entry.way, telling.words),
        "day": telling.day(entry.on),
        "names": telling.names(entry.by),
    }
    return EntryWords(title=_("Handed on"), sentence=sentence)


def answered(entry: SoonAnswered, telling: Telling) -> EntryWords:
    """Tell that somebody has it, with her word back."""
    _ = telling.gettext
    parts = (Part("", entry.text),) if entry.text else ()
    return EntryWords(title=_("Answer"), sentence=_("I have it."), parts=parts)


def taken_out(entry: AsideTakenOut, telling: Telling) -> EntryWords:
    """Tell that words for named people were destroyed."""
    return words_taken_out(entry.day, entry.why, telling)


TELLINGS: Mapping[type[Entry], Callable[[Any, Telling], EntryWords]] = {
    SoonAgreed: agreed,
    SoonNoted: noted,
    SoonHandedOn: handed_on,
    SoonAnswered: answered,
    AsideTakenOut: taken_out,
}

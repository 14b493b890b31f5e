"""Letters in words: in which form one may reach somebody, who authorised it, what a file carries (R3)."""

from collections.abc import Iterable

from answerable.core.entries import CirculationSet, FileAdded
from answerable.core.entries.letters import Details, LetterForm
from answerable.wording.days import day
from answerable.wording.lists import joined, sentences
from answerable.wording.words import Words

_KIB = 1024
_MIB = 1024 * 1024


def form(one: LetterForm, words: Words) -> str:
    """Return in which form a letter may reach somebody, as a choice."""
    return {
        LetterForm.READ_ALOUD: words.gettext("Read aloud"),
        LetterForm.PRINT: words.gettext("On paper"),
        LetterForm.MAIL: words.gettext("By mail"),
    }[one]


def forms(found: Iterable[LetterForm], words: Words) -> str:
    """Return the forms inside a sentence."""
    text = {
        LetterForm.READ_ALOUD: words.gettext("read aloud"),
        LetterForm.PRINT: words.gettext("on paper"),
        LetterForm.MAIL: words.gettext("by mail"),
    }
    return joined([text[one] for one in found], words)


def circulation(entry: CirculationSet, words: Words) -> str:
    """Return who authorised a letter and in which form, or that nobody may receive it."""
    if entry.authorised_by is None:
        text = words.gettext("Not authorised since {day}: nobody new may receive it.")
        return text.format(day=day(entry.said_on, words))
    text = words.gettext("Authorised by {name} on {day}: {forms}.")
    return text.format(name=entry.authorised_by, day=day(entry.said_on, words), forms=forms(entry.forms, words))


def details(one: Details, words: Words) -> str:
    """Return what became of what a file carries beside what it shows."""
    return {
        Details.NONE: words.gettext("It carries nothing beside what it shows."),
        Details.REMOVED: words.gettext("Names, places and devices were removed from it before it was sealed."),
        Details.KEPT: words.gettext("It may still carry names, places or devices: they could not be removed."),
    }[one]


def size(one: int, words: Words) -> str:
    """Return a size as people say it."""
    if one < _KIB:
        return words.ngettext("{number} byte", "{number} bytes", one).format(number=one)
    if one < _MIB:
        return words.gettext("{number} KB").format(number=round(one / _KIB))
    number = f"{one / _MIB:.1f}"
    return words.gettext("{number} MB").format(number=number.replace(".", ",") if words.german else number)


def sort_of_file(media_type: str, words: Words) -> str:
    """Return what sort of file it is."""
    known = {"application/pdf": "PDF", "text/plain": words.gettext("text")}
    if media_type in known:
        return known[media_type]
    return words.gettext("picture") if media_type.startswith("image/") else words.gettext("another kind of file")


def file_line(entry: FileAdded, words: Words) -> str:
    """Return a file as a line: what sort, how large, what it carries."""
    facts = words.gettext("{sort}, {size}.").format(
        sort=sort_of_file(entry.media_type, words), size=size(entry.size, words)
    )
    return sentences(facts, details(entry.details, words))

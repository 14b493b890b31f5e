"""Letters in words: in which form one may reach somebody, who authorised it, what a file carries (R3)."""

from base64 import b32encode
from collections.abc import Iterable

from answerable.core.entries import CirculationSet, FileAdded
from answerable.core.entries.letters import Details, LetterForm
from answerable.core.state import Document
from answerable.wording.days import day
from answerable.wording.lists import joined, sentences
from answerable.wording.may_tell import Said
from answerable.wording.words import Words

_KIB = 1024
_MIB = 1024 * 1024
_GROUP = 5


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
        Details.NONE: words.gettext("It has no hidden details."),
        Details.REMOVED: words.gettext(
            "Its hidden details (who made it, where, when) were removed before it was sealed."
        ),
        Details.KEPT: words.gettext("It may still hold hidden details: who made it, where, when."),
    }[one]


def size(one: int, words: Words) -> str:
    """Return a size as people say it."""
    if one < _KIB:
        return words.ngettext("{number} byte", "{number} bytes", one).format(number=one)
    if one < _MIB:
        return words.gettext("{number} KB").format(number=round(one / _KIB))
    number = f"{one / _MIB:.1f}".removesuffix(".0")
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


def may_receive(document: Document, words: Words) -> Said:
    """Return in a few words whether a version may be handed on; "not authorised" is where all begins (R3)."""
    if not document.is_authorised:
        return Said(text=words.gettext("not authorised"), kind="")
    return Said(text=words.gettext("authorised"), kind="met", note=forms(document.circulation.forms, words))


def why_not(document: Document, words: Words) -> str:
    """Return why a version may not be handed on, or "" where it may."""
    said = document.circulation
    if document.is_authorised:
        return ""
    if said.forms:
        return words.gettext("The copy itself waits for a second member: until then nobody new may receive it.")
    if said.waiting:
        return words.gettext("A copy of who may receive it waits for a second member. It counts once it was read.")
    if said.current is not None:
        return circulation(said.current.entry, words)
    if said.said:
        return words.gettext("Its words were changed since it was authorised: these words are not.")
    return words.gettext("Nobody has said who may receive it. So nobody new may.")


def check_letters(hashed: bytes) -> str:
    """Return what tells two wordings apart, short enough to be read out: four groups of five letters."""
    groups = b32encode(hashed).decode().lower()
    return " ".join(groups[place : place + _GROUP] for place in range(0, 4 * _GROUP, _GROUP))


def damaged(words: Words, *, missing: bool) -> str:
    """Return what stands where a file is not what was kept: as with any alarm, nothing of it is handed out (C2)."""
    if missing:
        text = words.gettext("This file, or a part of it, is missing from the store. Nothing of it is handed out.")
    else:
        text = words.gettext("This file was changed or damaged in the store. Nothing of it is handed out.")
    return sentences(text, words.gettext("Tell another member, and ask whoever runs the site to run verify."))

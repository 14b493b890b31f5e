"""The pages of all documents and of one, built from the state."""

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.letters import copy_of, waiting_copies
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import FileAdded
from answerable.core.entries.documents import DocumentSort
from answerable.core.state import Document, Item
from answerable.web.base.copied import Act, link_to
from answerable.web.base.copies import Reading, reading_of
from answerable.web.base.telling import words_of
from answerable.web.letters.circulation import CirculationPart
from answerable.web.letters.circulation import part_of as circulation_part
from answerable.web.letters.files import FileLine, lines_of
from answerable.web.letters.forms import LANGUAGES
from answerable.wording import days, names
from answerable.wording import demands as wording
from answerable.wording import letters as letter_wording
from answerable.wording.lists import sentences
from answerable.wording.may_tell import Said
from answerable.wording.words import Words


class Version(Struct, frozen=True):
    """One version of a document in the list; `said` tells whether it may be handed on."""

    title: str
    url: str
    day: str
    note: str
    said: Said


class Group(Struct, frozen=True):
    """The versions of one kind of document, newest first."""

    ident: str
    title: str
    versions: tuple[Version, ...]


class LettersPage(Struct, frozen=True, kw_only=True):
    """What the page of all documents shows."""

    lead: str
    lines: tuple[str, ...]
    groups: tuple[Group, ...]
    files: tuple[FileLine, ...]
    actions: tuple[Act, ...]


class LetterPage(Struct, frozen=True, kw_only=True):
    """What the page of one document shows; `newer` leads to a newer version."""

    title: str
    under: tuple[str, ...]
    lead: str
    text: str
    language: str
    pairs: tuple[tuple[str, str], ...]
    reading: Reading
    circulation: CirculationPart
    files: tuple[FileLine, ...]
    file_url: str
    sheet_url: str
    newer: str
    newer_url: str
    entry_url: str
    objection_url: str
    objecting: str
    actions: tuple[Act, ...]


def letters(opened: OpenProcess) -> LettersPage:
    """Return the page of all documents."""
    words = words_of(opened)
    groups = []
    for sort in DocumentSort:
        versions = _versions(opened, sort)
        if versions:
            shown = tuple(_version(opened, one, words) for one in versions)
            groups.append(Group(sort.value, names.document_sort(sort, words), shown))
    return LettersPage(
        lead=_lead(opened),
        lines=(_("Nothing here has a link for others. A newer version is added; the older one stays."),),
        groups=tuple(groups),
        files=lines_of(opened, _for_themselves(opened)),
        actions=_list_actions(opened),
    )


def _for_themselves(opened: OpenProcess) -> list[Item[FileAdded]]:
    """Return the files that belong to no letter that can be read here."""
    with_letter = {item.entry_id for document in opened.state.documents for item in document.files}
    return [item for item in opened.state.files if item.entry_id not in with_letter]


def _versions(opened: OpenProcess, sort: DocumentSort) -> list[Document]:
    """Return the versions of a kind, newest day first."""
    found = [one for one in opened.state.documents if one.item.entry.sort is sort]
    return sorted(found, key=lambda one: (one.item.entry.dated_on, one.item.seq), reverse=True)


def _lead(opened: OpenProcess) -> str:
    if opened.state.documents:
        waits = [one for one in opened.state.documents if not one.counts]
        if waits and Role.CONTACT in opened.roles:
            return _("A copy waits for a second member who reads it against the letter.")
        return _("The letters this work rests on.")
    if Role.CONTACT in opened.roles:
        return _("No letter yet. Add the one you have: its words, pasted.")
    return _("No letter yet. You can add yours.")


def _list_actions(opened: OpenProcess) -> tuple[Act, ...]:
    new = Act(_("Add a letter"), link_to("letter-new", opened))
    file = Act(_("Add a file"), link_to("file-new", opened), plain=True)
    if Role.CONTACT in opened.roles and waiting_copies(opened.state):
        return (new, file, Act(_("All copies that wait for a reader"), link_to("copies", opened), plain=True))
    return (new, file)


def _version(opened: OpenProcess, document: Document, words: Words) -> Version:
    item = document.item
    return Version(
        title=item.entry.title,
        url=link_to("letter", opened, item.first_id),
        day=days.long_day(item.entry.dated_on, words),
        note=sentences(
            f"{_language(item.entry.language)}.",
            reading_of(opened, item.entry_id).text or _("Added by %(name)s.") % {"name": words.name(item.author)},
        ),
        said=letter_wording.may_receive(document, words),
    )


def letter(opened: OpenProcess, document: Document) -> LetterPage:
    """Return the page of one document."""
    words = words_of(opened)
    item = document.item
    entry = item.entry
    versions = _versions(opened, entry.sort)
    newest = versions[0]
    reading = reading_of(opened, item.entry_id)
    is_old = newest.item.first_id != item.first_id and newest.item.entry.dated_on > entry.dated_on
    newer = _("There is a newer version, of %(day)s.") % {"day": days.long_day(newest.item.entry.dated_on, words)}
    return LetterPage(
        title=entry.title,
        under=(names.document_sort(entry.sort, words), days.long_day(entry.dated_on, words), _language(entry.language)),
        lead=_one_lead(document),
        text=entry.text,
        language="" if entry.language == "und" else entry.language,
        pairs=_pairs(document, words),
        reading=Reading(reading.text) if Role.CONTACT in opened.roles else reading,
        circulation=circulation_part(opened, document),
        files=lines_of(opened, document.files),
        file_url=link_to("letter-file", opened, item.first_id),
        sheet_url=link_to("letter-sheet", opened, item.first_id),
        newer=newer if is_old else "",
        newer_url=link_to("letter", opened, newest.item.first_id) if is_old else "",
        entry_url=link_to("entry", opened, item.entry_id),
        objection_url=link_to("objection-new", opened, item.entry_id),
        objecting=_("Copy an objection to this") if Role.CONTACT in opened.roles else _("Object to this"),
        actions=_actions(opened, document),
    )


def _one_lead(document: Document) -> str:
    if document.item.entry.copied is None:
        return _("This letter stands here in the words of those who wrote it.")
    if document.counts:
        return _("This copy was read against the letter. It counts.")
    return _("This copy does not count yet: nobody else has read it against the letter.")


def _pairs(document: Document, words: Words) -> tuple[tuple[str, str], ...]:
    item = document.item
    which = (_("Check letters"), letter_wording.check_letters(document.text_hash))
    if item.entry.copied is not None:
        return (*wording.copied(item.entry.copied, item.author, words), which)
    return ((_("Added by"), words.name(item.author)), which)


def _language(tag: str) -> str:
    return str(dict(LANGUAGES).get(tag, tag))


def _actions(opened: OpenProcess, document: Document) -> tuple[Act, ...]:
    """Return what one can do with a letter: read it against its source first, then copy its demands."""
    if Role.CONTACT not in opened.roles:
        return ()
    item = document.item
    copy = copy_of(opened.state, item.entry_id)
    demands = Act(_("Copy its demands"), link_to("letter-demands", opened, item.first_id))
    if copy is None:
        return (demands,)
    if copy.author != opened.user_id and not copy.is_read:
        read = Act(_("Read it against the letter"), link_to("copy-read", opened, copy.entry_id))
        return (read, Act(demands.label, demands.url, plain=True))
    again = Act(_("Copy it again"), link_to("copy-again", opened, copy.entry_id), plain=True)
    return (demands, again)

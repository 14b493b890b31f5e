"""The update as a letter: the same words for the page and for the PDF, all in the process's language."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import drafting
from answerable.core.circles import Role
from answerable.core.defaults.update_sections import CONTENT_NOTE, LONG_UPDATE, SIX_SENTENCES, Sentence
from answerable.core.entries import UpdateDrafted, UpdateHandedOver
from answerable.core.entries.demands import Facet
from answerable.core.entries.updates import LongParts, Period, Sentences
from answerable.core.state import NotOpenedError
from answerable.core.state.items import Item
from answerable.core.state.shape import Draft
from answerable.publishing import FootLine, LetterPart, LongLetter, Said, UpdateLetter
from answerable.sealing.spoken import short_root
from answerable.web.base.telling import words_of
from answerable.wording import days, lists, names, update, update_long
from answerable.wording.words import Words


class Sheet(Struct, frozen=True, kw_only=True):
    """A letter and the day that stands on it, for the page."""

    letter: UpdateLetter
    day: str


@contextmanager
def in_its_language(opened: OpenProcess) -> Iterator[Words]:
    """Speak the process's language for the length of the block."""
    with translation.override(opened.state.process.language):
        yield words_of(opened)


def text_of(sentences: Sentences, sentence: Sentence) -> str:
    """Return one of the six."""
    text: str = getattr(sentences, sentence.replace("-", "_"))
    return text


def drafted_sections(opened: OpenProcess, used: Iterable[bytes], period: Period) -> LongParts:
    """Return the long version as the record gives it; nothing where these entries give no ground to tell from."""
    try:
        facts = drafting.redraft_long(opened.state, used, period)
    except NotOpenedError:
        return ()
    with in_its_language(opened) as words:
        return update_long.drafted_long(facts, words)


def of_draft(opened: OpenProcess, draft: Draft) -> Sheet:
    """Return a draft as a letter, marked as such until it is handed over."""
    item = draft.item
    with in_its_language(opened) as words:
        mark = _("DRAFT. Read by a second member, not handed over yet.")
        if not draft.readings:
            mark = _("DRAFT. Not read by a second member, not handed over.")
        return _sheet(item.entry, item.author, item.entry.period.to_on, words, opened, draft=mark)


def of_update(opened: OpenProcess, item: Item[UpdateHandedOver]) -> Sheet:
    """Return an update that was handed over, with the head of the record below it (C2)."""
    entry = item.entry
    with in_its_language(opened) as words:
        foot = (
            FootLine(update.record_line(entry.size, words)),
            FootLine(_("Checkpoint: %(root)s. In full:") % {"root": short_root(entry.root)}),
            FootLine(entry.root.hex(), code=True),
            FootLine(_("To check it, write the checkpoint, short or in full, in place of ROOT:")),
            FootLine(f"answerable verify ARCHIVE --size {entry.size} --root ROOT", code=True),
        )
        return _sheet(entry, item.author, entry.on, words, opened, foot=foot)


def _sheet(
    entry: UpdateDrafted | UpdateHandedOver,
    author: bytes,
    on: date,
    words: Words,
    opened: OpenProcess,
    *,
    draft: str = "",
    foot: tuple[FootLine, ...] = (),
) -> Sheet:
    language = opened.state.process.language
    note = re.sub(r"\bX\b", lambda _found: words.person_x, CONTENT_NOTE.in_language(language))
    letter = UpdateLetter(
        language=str(language),
        title=_("Update"),
        dated_on=entry.period.to_on,
        sender=lists.capital(names.the_role(Role.CONTACT, words)),
        day=days.long_day(on, words),
        heading=days.span(entry.period.from_on, entry.period.to_on, words),
        opening=(Said(update.greeting(words)), Said(note)),
        parts=tuple(
            LetterPart(section.heading.in_language(language), said)
            for section in SIX_SENTENCES
            if (said := paragraphs(text_of(entry.sentences, section.sentence), words))
        ),
        farewell=tuple(Said(line) for line in update.farewell(words.name(author), words)),
        foot=foot,
        draft=draft,
        long=_long(entry.sections, words, language, note) if entry.sections else None,
    )
    return Sheet(letter=letter, day=on.isoformat())


def _long(sections: LongParts, words: Words, language: str, note: str) -> LongLetter:
    """Return the long version: what to know before reading it, and its sections in their order."""
    texts = {part.section: part.text for part in sections}
    return LongLetter(
        heading=_("The long version"),
        opening=(Said(note), Said(_("It says the same as the short page, with more of the record."))),
        parts=tuple(
            LetterPart(one.heading.in_language(language), paragraphs(texts[one.section], words))
            for one in LONG_UPDATE
            if one.section in texts
        ),
    )


def paragraphs(text: str, words: Words) -> tuple[Said, ...]:
    """Return the lines of a text; the name of a facet at the beginning of one stands out."""
    labels = [f"{names.facet(facet, words)}:" for facet in Facet]
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        label = next((label for label in labels if line.startswith(f"{label} ")), "")
        found.append(Said(line.removeprefix(label).lstrip(), label))
    return tuple(found)

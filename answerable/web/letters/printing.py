"""A letter on paper: its words alone, with what tells which words they are; and what giving it to people needs (R3)."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core.entries.documents import DocumentSort
from answerable.core.state import Document
from answerable.web.base import pages, shells
from answerable.web.base.copied import link_to
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.base.telling import words_of
from answerable.web.letters.copying import found_letter
from answerable.wording import days
from answerable.wording import letters as wording
from answerable.wording.may_tell import Said

GIVEN_AWAY = (DocumentSort.OPEN_LETTER, DocumentSort.SEMI_OPEN_LETTER)


class SheetPage(Struct, frozen=True, kw_only=True):
    """The words on paper, and what to know before; `foot` tells which words they are."""

    lead: str
    lines: tuple[str, ...]
    said: Said
    title: str
    text: str
    language: str
    foot: str
    back: str


@member(*CONTACT_SUPPORT, action="read")
def sheet(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """The letter as it is printed: for ourselves; giving it to people is not done from here."""
    page = sheet_page(opened, found_letter(opened, ident))
    return pages.show(request, "letters/sheet.html", shells.titles()[2], place="letters", page=page)


def sheet_page(opened: OpenProcess, document: Document) -> SheetPage:
    """Return the letter with what to know before it is on paper."""
    words, entry = words_of(opened), document.item.entry
    lines = [
        _("Paper is not sealed: whoever finds it can read it. Printers keep copies."),
        _("Put it where only you get at it, and destroy it when you no longer need it."),
    ]
    if entry.sort in GIVEN_AWAY:
        lines.append(_("This is for yourselves. Giving it to people who do not know yet is a step of its own."))
        lines.append(_("It needs the support group’s yes for these people, and a version that is authorised."))
    foot = _("Version of %(day)s. Check letters: %(letters)s") % {
        "day": days.long_day(entry.dated_on, words),
        "letters": wording.check_letters(document.text_hash),
    }
    return SheetPage(
        lead=_("Print this page with your browser: the letter comes out alone."),
        lines=tuple(lines),
        said=wording.may_receive(document, words),
        title=entry.title,
        text=entry.text,
        language="" if entry.language == "und" else entry.language,
        foot=foot,
        back=link_to("letter", opened, document.item.first_id),
    )

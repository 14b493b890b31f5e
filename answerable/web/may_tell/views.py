"""Who may be told: the table, the sheet of questions for a yes; both groups read it."""

from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import may_tell as core
from answerable.core.calendar import day_of
from answerable.web.base import pages, shells
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.base.telling import words_of
from answerable.web.may_tell.page import may_tell_page
from answerable.wording import days
from answerable.wording import may_tell as wording


class Question(Struct, frozen=True, kw_only=True):
    """One question of the sheet, with room to answer by hand."""

    number: int
    text: str
    why: str
    asked: str


class SheetPage(Struct, frozen=True, kw_only=True):
    """What needs a yes, on a sheet of its own, in the language of the process (R54)."""

    language: str
    heading: str
    lead: str
    free: str
    until: str
    questions: tuple[Question, ...]
    answers: tuple[str, ...]


@member(*CONTACT_SUPPORT, action="read")
def may_tell(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show who may be told, what was asked, what reaches her, and all that was said."""
    page = may_tell_page(opened)
    return pages.show(request, "may_tell/list.html", shells.titles()[3], place="may-tell", page=page)


@member(*CONTACT_SUPPORT, action="read")
def sheet(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show the questions for a yes apart from everything else, to print (R54)."""
    language = opened.state.process.language
    with translation.override(language):  # it goes to the support group, as an update does
        page = _sheet(opened, language)
    return pages.show(request, "may_tell/sheet.html", shells.titles()[3], place="may-tell", page=page)


def _sheet(opened: OpenProcess, language: str) -> SheetPage:
    words = words_of(opened)
    asked = core.open_asks(opened.state)
    questions = tuple(
        Question(
            number=number,
            text=wording.may_we(item.entry.audience, item.entry.material, words),
            why=item.entry.why,
            asked=_("Asked on %(day)s.") % {"day": days.long_day(day_of(item.entry.at, opened.zone), words)},
        )
        for number, item in enumerate(asked, 1)
    )
    return SheetPage(
        language=language,
        heading=_("Questions for your yes"),
        lead=_("We ask you for a yes, or a no.") if questions else _("Nothing is asked at present."),
        free=_("You need not answer, and you need no reason. As long as you say nothing, it stays no."),
        until=_("Until when, under which condition, if any:"),
        questions=questions,
        answers=(_("Yes"), _("Ask us each time"), _("No")),
    )

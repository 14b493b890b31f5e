"""The sheet to take along: one A4 that folds, with what is open, the questions, the five fields (R28)."""

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.defaults.questions import QUESTION_SET
from answerable.core.entries.base import Outcome
from answerable.web.base import pages
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.telling import members_of, telling_of
from answerable.web.contacts import choices
from answerable.web.contacts.page import Act, section_titles
from answerable.wording import contacts as wording
from answerable.wording import names
from answerable.wording.entry_words import shortened
from answerable.wording.lists import sentences

MOST_LINES = 7
LONGEST = 110


class SheetQuestion(Struct, frozen=True, kw_only=True):
    """A question on paper."""

    number: int
    text: str


class SheetGroup(Struct, frozen=True, kw_only=True):
    """A part of the list on paper."""

    title: str
    questions: tuple[SheetQuestion, ...]


class SheetField(Struct, frozen=True, kw_only=True):
    """One of the five fields on paper: its ticks, and so many lines for a pen."""

    title: str
    ticks: tuple[str, ...]
    lines: range


class SheetPage(Struct, frozen=True, kw_only=True):
    """What stands on the four halves: what is open, the questions, the five fields."""

    turn: str
    agenda: tuple[str, ...]
    more: str
    groups: tuple[SheetGroup, ...]
    outcomes: tuple[str, ...]
    rules: tuple[str, ...]
    fields: tuple[SheetField, ...]
    acts: tuple[Act, ...]


@member(Role.CONTACT, action="read")
def show(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show the sheet that is printed before a contact."""
    return pages.show(request, "contacts/sheet.html", _("Entries"), place="contacts", page=sheet_page(opened))


def sheet_page(opened: OpenProcess) -> SheetPage:
    """Return the sheet; so much of the list as fits on its front."""
    language = get_language() or "en"
    telling = telling_of(opened)
    lines = wording.agenda(opened.state, opened.today, telling)
    agenda = [sentences(shortened(line.text, LONGEST), line.care) for line in lines]
    left = len(agenda) - MOST_LINES
    more = ngettext("One more stands on the page “Contact”.", "%(count)s more stand on the page “Contact”.", left)
    return SheetPage(
        turn=wording.whose_turn(opened.state, members_of(opened, Role.CONTACT), telling),
        agenda=tuple(agenda[:MOST_LINES]),
        more=more % {"count": left} if left > 0 else "",
        groups=tuple(
            SheetGroup(
                title=title,
                questions=tuple(
                    SheetQuestion(number=one.number, text=one.text.in_language(language))
                    for one in QUESTION_SET.of(section)
                ),
            )
            for section, title in section_titles()
        ),
        outcomes=(
            names.outcome(None, telling.words),
            *(names.outcome(one, telling.words) for one in Outcome),
        ),
        rules=tuple(rule.in_language(language) for rule in QUESTION_SET.rules),
        fields=_five(opened),
        acts=(
            Act(label=_("Type it in"), url=reverse("contact-new", kwargs={"alias": opened.alias})),
            Act(label=_("Go back"), url=reverse("contacts", kwargs={"alias": opened.alias}), plain=True),
        ),
    )


def _five(opened: OpenProcess) -> tuple[SheetField, ...]:
    """Return the five fields, as the form asks them."""
    words = telling_of(opened).words
    media = tuple(str(said) for _value, said in choices.media(words))
    reached = tuple(str(said) for _value, said in choices.reached())
    told = tuple(str(said) for _value, said in choices.told(words))
    return (
        SheetField(title=_("1. Did you reach him?"), ticks=reached, lines=range(0)),
        SheetField(title=_("2. When, and how?"), ticks=media, lines=range(1)),
        SheetField(title=_("3. What did he say or do?"), ticks=(), lines=range(7)),
        SheetField(title=_("4. Has he told anyone new, with the letter?"), ticks=told, lines=range(2)),
        SheetField(title=_("5. What will he do, by when?"), ticks=(), lines=range(3)),
    )

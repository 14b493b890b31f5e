"""The sheet to prepare a confrontation: the facts by source, what he may not learn, what was decided, a date (R42)."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import steps
from answerable.core.circles import Role
from answerable.core.defaults.questions import QUESTION_SET
from answerable.core.entries.base import Source
from answerable.core.state import Concern
from answerable.web.base import pages, shells
from answerable.web.base.copied import Act, link_to
from answerable.web.base.guard import MemberRequest, member
from answerable.web.base.telling import telling_of, words_of
from answerable.web.steps.finding import concern_of
from answerable.wording import caution, entries, names
from answerable.wording import steps as wording


class Known(Struct, frozen=True, kw_only=True):
    """A fact on paper: whose account it is, "" where it is none, and that he may not learn how we know."""

    text: str
    tag: str
    caution: str


class Group(Struct, frozen=True, kw_only=True):
    """Facts that the group knows in the same way."""

    source: str
    facts: tuple[Known, ...]


class Blank(Struct, frozen=True, kw_only=True):
    """Something to fill in with a pen."""

    title: str
    lines: range


class SheetPage(Struct, frozen=True, kw_only=True):
    """What stands on the sheet."""

    title: str
    facts: tuple[Group, ...]
    decided: tuple[str, ...]
    before: tuple[str, ...]
    blanks: tuple[Blank, ...]
    rules: tuple[str, ...]
    acts: tuple[Act, ...]


@member(Role.CONTACT, action="read")
def sheet(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show the sheet to print."""
    page = sheet_page(opened, concern_of(opened, ident))
    return pages.show(request, "steps/sheet.html", shells.titles()[2], place="steps", page=page)


def sheet_page(opened: OpenProcess, one: Concern) -> SheetPage:
    """Return what stands on the sheet."""
    words, telling = words_of(opened), telling_of(opened)
    back = Act(_("Go back"), link_to("steps-one", opened, one.concern_id), plain=True)
    afterwards = Act(_("Afterwards: write down the step"), link_to("steps-next", opened, one.concern_id), plain=True)
    return SheetPage(
        title=wording.concern(one, words),
        facts=_facts(opened, one),
        decided=tuple(
            each.outcome.entry.decided for each in steps.decided_on(opened.state, one)[-1:] if each.outcome is not None
        ),
        before=tuple(entries.describe(step.item.entry, telling).sentence for step in one.steps),
        blanks=(
            Blank(title=_("What exactly do we demand of him?"), lines=range(3)),
            Blank(title=_("By which day?"), lines=range(1)),
            Blank(title=_("Who speaks, who listens and writes?"), lines=range(1)),
            Blank(title=_("What do we do if he evades?"), lines=range(2)),
        ),
        rules=tuple(one.in_language(words.language) for one in QUESTION_SET.rules),
        acts=(afterwards, back),
    )


def _facts(opened: OpenProcess, one: Concern) -> tuple[Group, ...]:
    """Return the facts of its notes, put together by how we know them; accounts are marked (R14, R42)."""
    telling = telling_of(opened)
    tags = {Source.HE_SAID: _("his account"), Source.SOMEONE_CAME: _("his friends’ account")}
    found: dict[Source, list[Known]] = {}
    for note in one.notes:
        for fact in note.entry.facts:
            known = Known(
                text=fact.text,
                tag=tags.get(fact.source, ""),
                caution=caution.about_note(note.entry, fact, telling),
            )
            found.setdefault(fact.source, []).append(known)
    return tuple(
        Group(source=names.source(source, telling.words), facts=tuple(found[source]))
        for source in Source
        if source in found
    )

"""Adding a letter, and copying the demands that stand in it (R1, R2, R64)."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import demands as demand_deeds
from answerable.actions import letters as deeds
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.state import Document
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage, link_to
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.letters.forms import MORE_ROWS, MOST_ROWS, READERS, DemandRowsForm, LetterForm, is_copying
from answerable.wording import demands as wording

ALL_READ = tuple(sorted(Role))


class RowsPage(Struct, frozen=True, kw_only=True):
    """What stands round the rows of demands; `letter` are the words to copy from."""

    title: str
    letter: str
    language: str
    can_grow: bool
    reads: str
    actions: tuple[Act, ...]


def found_letter(opened: OpenProcess, ident: str) -> Document:
    """Return the document of an id in the URL. Raises Http404 alike for what is not there and what is others'."""
    try:
        item = deeds.document_of(opened.state, ident_of(ident))
    except ValueError:
        item = None
    found = next((one for one in opened.state.documents if one.item is item), None)
    if found is None:
        raise Http404
    return found


@member(Role.CONTACT, Role.SUPPORT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Add a letter or another document by its words."""
    form = LetterForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        said = wording.kept(READERS, words_of(opened))
        pages.keep(request, opened, (form.entry_id, form.to_entry(now=clock.now())), said=said)
        return pages.go("letter", alias=opened.alias, ident=text_of(form.entry_id))
    page = _new_page(opened)
    title = shells.titles()[1]
    return pages.show(request, "base/form_page.html", title, place="letters", page=page, form=form)


def _new_page(opened: OpenProcess) -> FormPage:
    """Return the words round the form of a new letter."""
    if is_copying(opened):
        return FormPage(
            heading=_("Add a letter"),
            lead=_("Copy it word for word. A second member reads it against the letter."),
            lines=(_("Nothing here has a link for others. Nobody outside these groups can open it."),),
            more=_("Its name, its language, how it came to you"),
            reads=readers_sentence(opened, READERS),
            actions=(Act(_("Keep this letter")),),
            afterwards=_("You can take your own words out again for seven days."),
        )
    return FormPage(
        heading=_("Add a letter"),
        lead=_("Your letter, in your words."),
        lines=(_("Nothing here has a link for others. Nobody outside these groups can open it."),),
        more=_("Its name, its language"),
        reads=readers_sentence(opened, READERS),
        actions=(Act(_("Keep this letter")),),
    )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def demands(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Copy the demands of a letter, several in one go; more rows on demand, and nothing typed is lost."""
    document = found_letter(opened, ident)
    if request.method == "POST" and "more" in request.POST:
        posted = {name: value for name, value in request.POST.items() if isinstance(value, str)}
        form = DemandRowsForm(opened=opened, document=document, initial=_grown(posted))
        return _show_rows(request, opened, document, form)
    form = DemandRowsForm(request.POST or None, opened=opened, document=document)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        demand_deeds.raise_demands(opened, form.entry_id, form.to_entries(now=now), now=now)
        request.visit.say(wording.kept(ALL_READ, words_of(opened)))
        return pages.go("demands", alias=opened.alias)
    return _show_rows(request, opened, document, form)


def _grown(posted: dict[str, str]) -> dict[str, str]:
    """Return what was typed, with room for more rows."""
    try:
        rows = int(posted.get("rows", "0"))
    except ValueError:
        rows = 0
    return {**posted, "rows": str(min(max(rows, 0) + MORE_ROWS, MOST_ROWS))}


def _show_rows(
    request: MemberRequest, opened: OpenProcess, document: Document, form: DemandRowsForm
) -> HttpResponseBase:
    entry = document.item.entry
    page = RowsPage(
        title=entry.title,
        letter=entry.text,
        language=entry.language,
        can_grow=form.count < MOST_ROWS,
        reads=readers_sentence(opened, ALL_READ),
        actions=(
            Act(_("Keep these copies")),
            Act(_("Go back"), link_to("letter", opened, document.item.first_id), plain=True),
        ),
    )
    title = shells.titles()[1]
    return pages.show(request, "letters/demands.html", title, place="letters", page=page, form=form)

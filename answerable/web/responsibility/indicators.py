"""The list of indicators: taken on or put down, its words and what they rest on, a note about one (R65)."""

from contextlib import suppress
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec import Struct, structs

from answerable.actions import record
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import audiences
from answerable.core.circles import Role
from answerable.core.defaults.indicators import INDICATORS_VERSION, listed
from answerable.core.entries import IndicatorNoted
from answerable.core.entries.demands import Facet
from answerable.core.entries.indicators import Ground
from answerable.core.indicators import Note, Standing, standings
from answerable.web.base import clock, pages
from answerable.web.base.copied import Act, FormPage, link_to
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import CONTACT
from answerable.web.base.telling import members_of, readers_sentence, words_of
from answerable.web.responsibility.forms import NoteForm, Subject, TakenOnForm, initial_of
from answerable.wording import indicators as wording
from answerable.wording import names
from answerable.wording.words import Words


class Basis(Struct, frozen=True):
    """A note that a word rests on, where it is told, and whether it is his account (R14)."""

    text: str
    url: str
    his: bool


class Line(Struct, frozen=True):
    """One indicator: its word, what that rests on, and where to note something."""

    text: str
    word: str
    rests_on: tuple[Basis, ...]
    url: str


class Group(Struct, frozen=True):
    """The indicators of one facet."""

    ident: str
    title: str
    lines: tuple[Line, ...]


class ListPage(Struct, frozen=True, kw_only=True):
    """The list, where the group took it on; else only what it is."""

    lead: str
    groups: tuple[Group, ...]
    acts: tuple[Act, ...]
    back: str
    readers: str


@member(*CONTACT, action="read")
def show(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show the word of each indicator and what it rests on; nothing where the list was not taken on."""
    return pages.show(request, "responsibility/list.html", _("Entries"), place="contacts", page=list_page(opened))


def list_page(opened: OpenProcess) -> ListPage:
    """Return the page as it stands."""
    words, on = words_of(opened), opened.state.indicators.taken_on
    found = standings(opened.state) if on else ()
    lead = _("One word for each, by what it rests on. Nothing is added up, and nothing here says that it is safe.")
    change = _("Put the list down") if on else _("Take the list on")
    return ListPage(
        lead=lead if on else _("This list is off. For most groups three sentences in the update are enough."),
        groups=tuple(
            _group(opened, facet, [one for one in found if one.facet is facet], words)
            for facet in dict.fromkeys(one.facet for one in found)
        ),
        acts=(Act(change, link_to("indicators-agreed", opened), plain=True),),
        back=link_to("over-time", opened),
        readers=readers_sentence(opened, CONTACT),
    )


def _group(opened: OpenProcess, facet: Facet, found: list[Standing], words: Words) -> Group:
    return Group(facet.value, names.facet(facet, words), tuple(_line(opened, one, words) for one in found))


def _line(opened: OpenProcess, one: Standing, words: Words) -> Line:
    basis = tuple(
        Basis(
            wording.rests_on(note.entry, words),
            link_to("entry", opened, note.entry_id),
            note.entry.ground is Ground.HIS_WORD,
        )
        for note in reversed(one.rests_on)
    )
    url = reverse("indicator-new", kwargs={"alias": opened.alias, "number": str(one.number)})
    return Line(one.text.in_language(words.language), wording.level(one.level, words), basis, url)


@member(*CONTACT, action="write", methods=READ_WRITE)
def agreed(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Take the list on, or put it down: one tick, as easy one way as the other (R4, R65)."""
    form = TakenOnForm(request.POST or None, initial={"taken_on": opened.state.indicators.taken_on})
    if form.is_bound and form.is_valid():
        entry = form.entry_of(on=opened.today, at=clock.now())
        pages.keep(request, opened, (form.entry_id, entry), said=_("Kept. All groups see it."))
        return pages.go("indicators", alias=opened.alias)
    page = FormPage(
        heading=_("The list of indicators"),
        lead=_("For groups that want to look closer. It asks for more notes; leave it off if three sentences do."),
        lines=(
            _("His word alone is “claimed”, whatever he says and however often. The other words need others."),
            _("Nothing is added up or coloured, and no word says that he is no danger."),
        ),
        more=_("Why"),
        reads=readers_sentence(opened, tuple(Role)),
        actions=(Act(_("Save for all groups")),),
    )
    return pages.show(request, "base/form_page.html", _("People"), place="people", page=page, form=form)


@member(*CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess, number: str) -> HttpResponseBase:
    """Note what one indicator showed, and what that rests on."""
    subject = _subject(opened, number)
    form = _form(request, opened)
    if form.is_bound and form.is_valid():
        entry = form.entry_of(subject, at=clock.now())
        pages.keep(request, opened, (form.entry_id, entry), said=_("Kept. Sealed for the contact group."))
        return pages.go("indicators", alias=opened.alias)
    return _page(request, opened, form, subject, button=_("Save for the group"))


@member(*CONTACT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Correct a note by a new entry; the older words stay."""
    item = _note(opened, ident)
    may = audiences.may_correct(
        IndicatorNoted, ours=item.author == opened.user_id, own_words=True, corrected=item.author_roles, by=opened.roles
    )
    if not may:
        raise Http404
    old = item.entry
    subject = Subject(number=old.indicator, version=old.list_version, wording=old.wording)
    form = _form(request, opened, initial=initial_of(old))
    if form.is_bound and form.is_valid():
        entry = structs.replace(form.entry_of(subject, at=clock.now()), corrects=item.entry_id)
        with suppress(AlreadyWrittenError):  # sent twice: it stands once
            record.correct(opened, form.entry_id, entry, now=clock.now())
        request.visit.say(_("Corrected. The older words stay under a fold."))
        return pages.go("indicators", alias=opened.alias)
    return _page(request, opened, form, subject, button=_("Keep the correction"))


def _subject(opened: OpenProcess, number: str) -> Subject:
    """Return the indicator of a number in a URL, in the language of the process, or answer 404."""
    for _facet, place, text in listed():
        if number == str(place):
            language = opened.state.process.language
            return Subject(number=place, version=INDICATORS_VERSION, wording=text.in_language(language))
    raise Http404


def _note(opened: OpenProcess, ident: str) -> Note:
    try:
        entry_id = ident_of(ident)
    except ValueError:
        raise Http404 from None
    for item in opened.state.indicators.notes:
        if entry_id in (item.entry_id, item.first_id):
            return item
    raise Http404


def _form(request: MemberRequest, opened: OpenProcess, **more: Any) -> NoteForm:
    words = words_of(opened)
    members = tuple((text_of(user), words.name(user)) for user in members_of(opened, Role.CONTACT))
    posted = request.POST if request.method == "POST" else None
    return NoteForm(posted, words=words, today=opened.today, members=members, **more)


def _page(
    request: MemberRequest, opened: OpenProcess, form: NoteForm, subject: Subject, *, button: str
) -> HttpResponseBase:
    return pages.show(
        request,
        "responsibility/note.html",
        _("New entry"),
        place="contacts",
        form=form,
        about=wording.name(subject.number, subject.version, subject.wording, words_of(opened)),
        readers=readers_sentence(opened, CONTACT),
        actions=(Act(button),),
    )

"""Reading a copy against its source, and copying it again where it is not word for word (R64)."""

from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import letters as deeds
from answerable.actions.letters import Copy
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.core.entries import (
    CirculationSet,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    DocumentAdded,
    MayTellSet,
    ParentDecided,
    QuestionAnswered,
    QuestionAsked,
    ReachChosen,
    SoonAgreed,
    WordsChosen,
)
from answerable.core.entries.hashes import Copiable
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FoldedForm, FormPage, Quote, link_to, was_kept
from answerable.web.base.copies import Waiting, WaitingPage
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import READ, READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.letters.forms import AgainForm
from answerable.wording import demands as wording
from answerable.wording import entries
from answerable.wording.entry_words import shortened


class ReadForm(FoldedForm):
    """Nothing to fill in: the button says that the copy was read."""


@member(Role.CONTACT, action="read", methods=READ)
def waiting(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """List every copy that nobody has read against its source yet."""
    copies = deeds.waiting_copies(opened.state)
    lead = _("These copies count once a second member has read them.") if copies else _("No copy waits for a reader.")
    page = WaitingPage(_("Copies to read"), lead, tuple(_line(opened, copy) for copy in copies))
    return pages.show(request, "base/waiting.html", shells.titles()[3], place="letters", page=page)


def _line(opened: OpenProcess, copy: Copy) -> Waiting:
    words = words_of(opened)
    readers = deeds.second_readers(opened, copy)
    about = wording.waits_for_reader(copy.author, readers, words, reader=opened.user_id)
    url = link_to("copy-read", opened, copy.entry_id) if opened.user_id in readers else ""
    kind = entries.title_of(copy.entry, telling_of(opened))
    return Waiting(kind, shortened(_text(opened, copy.entry)), about, url)


def _text(opened: OpenProcess, entry: Copiable) -> str:
    """Return the words of a copy; a copied choice as a sentence."""
    if isinstance(entry, WordsChosen):
        return ", ".join(f"{one.language}: {one.profile}" for one in entry.profiles)
    if isinstance(entry, MayTellSet | ReachChosen | SoonAgreed | CirculationSet):
        told = entries.describe(entry, telling_of(opened))
        return "\n".join((told.sentence, *(f"{part.label}: {part.text}" for part in told.parts)))
    return entry.text


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def read(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Say that the copy is word for word what its source says."""
    copy = _found(opened, ident)
    if isinstance(copy, _Newer):
        return _newer(request, opened, copy.copy)
    if copy.author == opened.user_id:
        status = 403 if request.method == "POST" else None
        return _show(request, None, _read_page(opened, copy), status=status)
    if any(filed.author == opened.user_id for filed in copy.readings):
        return pages.go(_home(copy.entry), **_home_ids(opened, copy))
    form = ReadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            deeds.read_against_source(opened, form.entry_id, copy.entry_id, now=clock.now())
        except AlreadyWrittenError:
            pass
        except (deeds.NoSuchCopyError, deeds.OwnCopyError):
            return pages.go("copies", alias=opened.alias)
        request.visit.say(_("Read against its source. From now on it counts."))
        return pages.go(_home(copy.entry), **_home_ids(opened, copy))
    return _show(request, form, _read_page(opened, copy))


@member(Role.CONTACT, Role.SUPPORT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Copy it again, word for word; whose words they are puts them right in own words."""
    copy = _found(opened, ident)
    if isinstance(copy, _Newer):
        if was_kept(request, opened, text="words"):
            return pages.go(_home(copy.copy.entry), **_home_ids(opened, copy.copy))
        return _newer(request, opened, copy.copy)
    if isinstance(copy.entry, deeds.NOT_RETYPED):
        raise Http404
    needed = not isinstance(copy.entry, DemandWithdrawn)
    form = AgainForm(request.POST or None, needed=needed, initial={"words": copy.entry.text})
    page = _again_page(opened, copy)
    if request.method == "POST" and form.is_valid():
        try:
            text = form.cleaned_data["words"]
            deeds.copy_again(opened, form.entry_id, copy.entry_id, text, now=clock.now())
        except AlreadyWrittenError:
            pass
        except deeds.SameWordsError:
            form.add_error("words", _("These are the words that stand. Change them, or go back."))
            return _show(request, form, page)
        except deeds.NoSuchCopyError:
            form.add_error(None, _("Somebody else put it right meanwhile. Look at it, then go on."))
            return _show(request, form, page)
        request.visit.say(wording.kept(copy.entry.meant_for, words_of(opened)))
        return pages.go(_home(copy.entry), **_home_ids(opened, copy))
    return _show(request, form, page)


class _Newer(Struct, frozen=True):
    """The copy that took the place of the one that was asked for."""

    copy: Copy


def _found(opened: OpenProcess, ident: str) -> Copy | _Newer:
    """Return the copy of an id in the URL, or the one in its place. Raises Http404."""
    try:
        entry_id = ident_of(ident)
    except ValueError:
        raise Http404 from None
    copy = deeds.copy_of(opened.state, entry_id)
    if copy is not None:
        return copy
    newer = deeds.newest_copy(opened.state, entry_id)
    if newer is None:
        raise Http404
    return _Newer(newer)


def _newer(request: MemberRequest, opened: OpenProcess, copy: Copy) -> HttpResponseBase:
    """Show that the words were copied again; nothing was kept about the older ones."""
    page = FormPage(
        heading=_("Copied again"),
        lead=_("These words were copied again since. Look at the new copy."),
        actions=(Act(_("See the new copy"), link_to("copy-read", opened, copy.entry_id)),),
    )
    status = 409 if request.method == "POST" else None
    return _show(request, None, page, status=status)


_HOMES: dict[type[Copiable], str] = {
    DocumentAdded: "letter",
    CirculationSet: "letters",
    DemandRaised: "demand",
    DemandReplaced: "demand",
    DemandWithdrawn: "demand",
    ParentDecided: "parent-decision",
    MayTellSet: "may-tell",
    ReachChosen: "may-tell",
    SoonAgreed: "soon-agreed",
    WordsChosen: "settings",
}
"""On which page copied words stand; questions, answers and objections stand with the messages."""


def _home(entry: Copiable) -> str:
    """Return the page on which copied words stand."""
    return _HOMES.get(type(entry), "message")


def _home_ids(opened: OpenProcess, copy: Copy) -> dict[str, str]:
    """Return the ids in the URL of that page; an answer stands on the page of its question."""
    entry = copy.entry
    if isinstance(entry, deeds.NOT_RETYPED):
        return {"alias": opened.alias}
    ident = entry.question if isinstance(entry, QuestionAnswered) else copy.entry_id
    return {"alias": opened.alias, "ident": text_of(ident)}


def _show(request: MemberRequest, form: Any, page: FormPage, *, status: int | None = None) -> HttpResponseBase:
    title = shells.titles()[1]
    return pages.show(request, "base/form_page.html", title, place="letters", page=page, form=form, status=status)


def _read_page(opened: OpenProcess, copy: Copy) -> FormPage:
    """Return the page on which a copy is read, or that says who can."""
    words = words_of(opened)
    readers = deeds.second_readers(opened, copy)
    source = copy.entry.copied
    pairs = wording.copied(source, copy.author, words) if source else ()
    own = copy.author == opened.user_id
    home = Act(_("Go back"), link_to(_home(copy.entry), opened, _home_ident(copy)), plain=True)
    fix = Act(_("It is not word for word: copy it again"), link_to("copy-again", opened, copy.entry_id), plain=True)
    if isinstance(copy.entry, MayTellSet):
        fix = Act(fix.label, link_to("may-tell-again", opened, copy.entry_id), plain=True)
    elif isinstance(copy.entry, deeds.NOT_RETYPED):
        fix = home
    kind = entries.title_of(copy.entry, telling_of(opened))
    lead = _("Lay the source beside it. Is this word for word what it says?")
    if own:
        lead = wording.waits_for_reader(copy.author, readers, words, reader=opened.user_id)
    return FormPage(
        heading=_("Read a copy"),
        lead=lead,
        quotes=(Quote(label=kind, text=_text(opened, copy.entry), pairs=pairs),),
        reads=readers_sentence(opened, copy.entry.meant_for),
        actions=(fix, home) if own else (Act(_("I have read it against its source")), fix),
    )


def _home_ident(copy: Copy) -> bytes | None:
    if isinstance(copy.entry, deeds.NOT_RETYPED):
        return None
    return copy.entry.question if isinstance(copy.entry, QuestionAnswered) else copy.entry_id


def _again_page(opened: OpenProcess, copy: Copy) -> FormPage:
    """Return the words round the form that copies again."""
    words = words_of(opened)
    mine = deeds.puts_right(opened)
    source = copy.entry.copied
    asked = isinstance(copy.entry, QuestionAsked | QuestionAnswered)
    lines: tuple[str, ...] = (_("The earlier copy stays to be seen."),)
    if not mine:
        lines = (*lines, _("After that, another member reads it against its source."))
    return FormPage(
        heading=_("Put it right") if mine else _("Copy it again"),
        lead=_("A member copied these words of yours. Put right what is not yours.")
        if mine
        else _("Change only what is not word for word."),
        lines=lines,
        quotes=(
            Quote(
                label=_("The question or answer") if asked else _("The copy that stands"),
                text=_text(opened, copy.entry),
                pairs=wording.copied(source, copy.author, words) if source else (),
            ),
        ),
        reads=readers_sentence(opened, copy.entry.meant_for),
        actions=(Act(_("These are our words") if mine else _("Keep this copy")),),
    )

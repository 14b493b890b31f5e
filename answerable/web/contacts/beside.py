"""What stands beside an entry: a second note about the same contact, and what he did in what he sent (R26, R28)."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct, structs

from answerable.actions.reading import OpenProcess
from answerable.core.calendar import day_of
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, ContactReached, NoteBeside, SentByX, SentSorted
from answerable.core.state import Filed, Item
from answerable.web.base import clock, pages
from answerable.web.base import forms as base
from answerable.web.base.copied import Act, FoldedForm, FormPage, link_to
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of
from answerable.web.contacts.forms import Setting
from answerable.wording import entries as wording
from answerable.wording.entry_words import EntryWords


class Beside(Struct, frozen=True, kw_only=True):
    """Another entry about the same thing, by whom, and its words; neither stands over the other."""

    written: str
    words: EntryWords
    url: str


class NoteBesideForm(FoldedForm):
    """What she heard, how she saw it; one of the two is enough."""

    account = base.text(
        later("What did he say or do?"), margin=later("What you heard is his perspective."), hint=base.NOTHING_ABOUT_HER
    )
    text = base.text(later("How did you see it?"), margin=later("In your own words. Nothing about her."))

    def __init__(self, data: Any = None, *, setting: Setting | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.setting = setting

    def clean(self) -> dict[str, Any]:
        """Refuse a note without a word."""
        answers = super().clean() or self.cleaned_data
        if not answers.get("account") and not answers.get("text") and not self.errors:
            self.add_error("text", _("Write something in one of the two boxes"))
        return answers

    def to_entry(self, entry: NoteBeside) -> NoteBeside:
        """Return the note with what was corrected."""
        return structs.replace(entry, account=self.cleaned_data["account"], text=self.cleaned_data["text"])


def note_of_entry(entry: NoteBeside) -> dict[str, Any]:
    """Return what the form shows that corrects a second note."""
    return {"account": entry.account, "text": entry.text}


def beside(opened: OpenProcess, filed: Filed) -> tuple[Beside, ...]:
    """Return what stands beside an entry: second notes, or the other half of what he sent."""
    return tuple(_beside(opened, item) for item in _items_beside(opened, filed))


def _items_beside(opened: OpenProcess, filed: Filed) -> Iterator[Item[Any]]:
    match filed.entry:
        case ContactReached():
            yield from notes_about(opened, filed)
        case SentByX():
            yield from (one.sorted for one in opened.state.sent if one.words and one.words.entry_id == filed.entry_id)
        case SentSorted():
            yield from (one.words for one in opened.state.sent if one.words and one.sorted.entry_id == filed.entry_id)


def notes_about(opened: OpenProcess, filed: Filed) -> tuple[Item[NoteBeside], ...]:
    """Return the second notes about a contact, whichever of its versions they were written about."""
    for item in opened.state.contacts.reached:
        if filed.entry_id in (item.entry_id, item.first_id):
            return opened.state.contacts.beside.get(item.first_id, ())
    return ()


def _beside(opened: OpenProcess, item: Item[AnyEntry]) -> Beside:
    telling = telling_of(opened)
    written = _("%(name)s wrote on %(day)s") % {
        "name": telling.name(item.author),
        "day": telling.day(day_of(item.entry.at, opened.zone)),
    }
    words = structs.replace(wording.describe(item.entry, telling), pairs=())
    return Beside(written=written, words=words, url=link_to("entry", opened, item.entry_id))


def may_write(opened: OpenProcess, filed: Filed) -> bool:
    """Say whether this member was at a contact that another wrote down, and has not written about it yet."""
    entry = filed.entry
    if not isinstance(entry, ContactReached) or opened.user_id not in entry.by or opened.user_id == filed.author:
        return False
    return all(item.author != opened.user_id for item in notes_about(opened, filed))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write a note of one's own about a contact at which one was, beside the one that is there (R28)."""
    found = _contact(opened, ident)
    posted = request.POST if request.method == "POST" else None
    form = NoteBesideForm(posted)
    if posted is not None and form.is_valid():
        note = NoteBeside(
            at=clock.now(),
            meant_for=(Role.CONTACT,),
            contact=found.first_id,
            account=form.cleaned_data["account"],
            text=form.cleaned_data["text"],
        )
        pages.keep(request, opened, (form.entry_id, note), said=_("Kept. Both notes stand side by side."))
        return pages.go("entry", alias=opened.alias, ident=base.text_of(found.entry_id))
    telling = telling_of(opened)
    page = FormPage(
        heading=_("My own note"),
        lead=wording.describe(found.entry, telling).sentence,
        lines=(
            _("Write down how you remember it, before you read the other note again."),
            _("Both stand side by side. Where they differ, the difference stays."),
        ),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(_("Save for the group")), Act(_("Go back"), link_to("entry", opened, found.entry_id), plain=True)),
        afterwards=_("You can take your own words out again for seven days."),
    )
    return pages.show(request, "base/form_page.html", _("New entry"), place="contacts", page=page, form=form)


def _contact(opened: OpenProcess, ident: str) -> Item[ContactReached]:
    """Return the contact of an id in a URL, if this member was there and another wrote it down; else answer 404."""
    for item in opened.state.contacts.reached:
        if base.text_of(item.entry_id) == ident and opened.user_id in item.entry.by and item.author != opened.user_id:
            return item
    raise Http404

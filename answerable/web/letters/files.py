"""Files: added with a letter or for themselves, looked at, and handed out behind a page that warns (R3, R60)."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.actions import files as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.calendar import day_of
from answerable.core.entries import FileAdded
from answerable.core.state import Document, Item
from answerable.publishing.cleaning import CannotCleanError
from answerable.sealing.errors import AlteredError, WithheldError
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FoldedForm, FormPage, link_to
from answerable.web.base.forms import LONGEST_LINE, ident_of, line, text_of, tick
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.base.uploads import LARGEST, SealedUpload
from answerable.web.letters.copying import found_letter
from answerable.web.letters.forms import READERS
from answerable.wording import days
from answerable.wording import demands as kept_wording
from answerable.wording import letters as wording

DAMAGED = 409
_ENDINGS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "text/plain": "txt",
}
_KEPT_ENDINGS = frozenset(
    {"doc", "docx", "gif", "heic", "m4a", "mp3", "mp4", "odt", "ods", "rtf", "tif", "tiff", "xlsx"}
)
"""Endings with which a file of another sort may leave again; all others lose theirs, so that no click runs them."""


class FileForm(FoldedForm):
    """A file, and what it is called here."""

    FOLDED: Sequence[str] = ("name",)
    field_order = ("file", "keep", "name")

    file = forms.FileField(
        label=later("Which file?"),
        widget=forms.FileInput,
        help_text=later("A PDF, a picture (JPEG, PNG, WebP), a text, or another file. At most 20 MB."),
        error_messages={
            "required": later("Choose a file"),
            "invalid": later("Choose a file"),
            "missing": later("Choose a file"),
            "empty": later("This file is empty. Choose another one."),
        },
    )
    keep = tick(
        later("Keep it even if its hidden details cannot be removed"),
        hint=later(
            "They say who made a file, where and when. From a PDF and from pictures we remove them. In other files, "
            "such as text documents, they stay."
        ),
    )
    name = line(later("What do you call it?"), hint=later("Left empty, it keeps its own name, sealed like the rest."))

    prepared: deeds.Prepared

    def clean_file(self) -> SealedUpload:
        """Refuse what is too large; the rest of it was thrown away as it came."""
        file: SealedUpload = self.cleaned_data["file"]
        if file.sealed is None:
            message = _("This file is too large: %(size)s. It can have at most %(most)s. Nothing of it was kept.")
            shown = {"size": wording.size(file.size or 0, self._words), "most": wording.size(LARGEST, self._words)}
            raise ValidationError(message % shown)
        return file

    def __init__(self, *args: Any, opened: OpenProcess, **kwargs: Any) -> None:
        self._words = words_of(opened)
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Clean the file, in memory; refuse one that cannot be, unless it is to be kept with all it carries."""
        found = super().clean() or self.cleaned_data
        file = found.get("file")
        if isinstance(file, SealedUpload) and file.sealed is not None and not self.errors:
            keep = bool(found.get("keep"))
            try:
                self.prepared = deeds.prepared(file.sealed, file.head, is_text=file.is_text, keep_details=keep)
            except CannotCleanError:
                self.add_error(
                    "keep",
                    _(
                        "The hidden details of this file cannot be removed here. Tick this to keep it all the same, or "
                        "choose a PDF or a picture of it."
                    ),
                )
        if self.errors and self.files and "file" not in self.errors:
            self.add_error("file", _("Your browser does not keep the file: choose it again."))
        return found

    @property
    def name_here(self) -> str:
        """Return what it is called here (of a valid form), with the ending that tells what opens it."""
        own = " ".join(str(self.cleaned_data["file"].name).split())
        found = " ".join(str(self.cleaned_data["name"]).split())
        ending = own[own.rindex(".") :] if "." in own else ""
        if found and not found.lower().endswith(ending.lower()):
            found = found[: LONGEST_LINE - len(ending)] + ending
        return found or own


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE, files=True)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Add a file that stands for itself."""
    return _add(request, opened, None)


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE, files=True)
def with_letter(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Add a file to a letter: a scan of it, what came with it."""
    return _add(request, opened, found_letter(opened, ident))


def _add(request: MemberRequest, opened: OpenProcess, document: Document | None) -> HttpResponseBase:
    """Keep a file, or show its form."""
    posted = request.POST if request.method == "POST" else None
    form = FileForm(posted, request.FILES if posted is not None else None, opened=opened)
    if posted is not None and form.is_valid():
        first = document.item.first_id if document is not None else None
        with suppress(AlreadyWrittenError):  # sent twice: it is kept once
            deeds.add(opened, form.entry_id, form.prepared, document=first, name=form.name_here, now=clock.now())
        request.visit.say(kept_wording.kept(READERS, words_of(opened)))
        return pages.go("file", alias=opened.alias, ident=text_of(form.entry_id))
    title = shells.titles()[1]
    page = _form_page(opened, document)
    return pages.show(request, "base/form_page.html", title, place="letters", page=page, form=form)


def _form_page(opened: OpenProcess, document: Document | None) -> FormPage:
    """Return the words round the form."""
    back = link_to("letters", opened) if document is None else link_to("letter", opened, document.item.first_id)
    lines = [
        _("For letters and papers of this work. No picture of a person, of nobody, and nothing collected about him."),
        _("Nothing about her: no message of hers, nothing she did not give for this."),
    ]
    if document is not None:
        lines.append(_("It belongs to: %(title)s") % {"title": document.item.entry.title})
    return FormPage(
        heading=_("Add a file"),
        lead=_("It is sealed while it comes in. Its name and what it holds can be read by these groups alone."),
        lines=tuple(lines),
        more=_("Its name"),
        reads=readers_sentence(opened, READERS),
        actions=(Act(_("Keep this file")), Act(_("Go back"), back, plain=True)),
        afterwards=_("You can take it out again for seven days. Then its key is destroyed, and the file with it."),
    )


class FilePage(Struct, frozen=True, kw_only=True):
    """A file before it is handed out: what it is, what it means to have it on a device. `alarm`: it is not whole."""

    title: str
    under: tuple[str, ...]
    lead: str
    lines: tuple[str, ...]
    alarm: str
    acts: tuple[Act, ...]
    letter: str
    letter_url: str
    entry_url: str
    readers: str


@member(*CONTACT_SUPPORT, action="read", methods=READ_WRITE)
def file(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Say what it means to have the file on a device; then hand it out, whole or not at all."""
    item = _found(opened, ident)
    if request.method != "POST":
        missing = item.entry_id in deeds.missing(opened)
        return _show(request, opened, item, alarm=wording.damaged(words_of(opened), missing=True) if missing else "")
    try:
        data = deeds.content(opened, item.entry)
    except (WithheldError, AlteredError) as error:
        alarm = wording.damaged(words_of(opened), missing=isinstance(error, WithheldError))
        return _show(request, opened, item, alarm=alarm, status=DAMAGED)
    return _download(opened, item, data)


def _found(opened: OpenProcess, ident: str) -> Item[FileAdded]:
    """Return the file of an id in the URL. Raises Http404 alike for what is not there and what is others'."""
    try:
        item = deeds.file_of(opened.state, ident_of(ident))
    except ValueError:
        item = None
    if item is None:
        raise Http404
    return item


def _show(
    request: MemberRequest, opened: OpenProcess, item: Item[FileAdded], *, alarm: str, status: int | None = None
) -> HttpResponseBase:
    page = _file_page(opened, item, alarm)
    title = shells.titles()[2]
    return pages.show(request, "letters/file.html", title, place="letters", page=page, writing=True, status=status)


def _file_page(opened: OpenProcess, item: Item[FileAdded], alarm: str) -> FilePage:
    """Return the page before a download."""
    words = words_of(opened)
    entry = item.entry
    added = _("Added by %(name)s on %(day)s.") % {
        "name": words.name(item.author),
        "day": days.long_day(day_of(entry.at, opened.zone), words),
    }
    document = next((one for one in opened.state.documents if item in one.files), None)
    return FilePage(
        title=entry.name,
        under=(added,),
        lead=wording.file_line(entry, words),
        lines=(
            _("Here it is sealed. On your device it is not: whoever finds it there can open it."),
            _("The folder of downloads, a backup or another app of your device may keep copies."),
            _("It is saved under a name that says nothing. Destroy it when you no longer need it."),
            _("Giving it to people who do not know yet is a step of its own, with its own conditions."),
        ),
        alarm=alarm,
        acts=() if alarm else (Act(_("Download it")),),
        letter=document.item.entry.title if document is not None else "",
        letter_url=link_to("letter", opened, document.item.first_id) if document is not None else "",
        entry_url=link_to("entry", opened, item.entry_id),
        readers=readers_sentence(opened, entry.meant_for),
    )


def _download(opened: OpenProcess, item: Item[FileAdded], data: bytes) -> HttpResponse:
    """Return the file under a neutral name, never to be shown inside the browser, never kept by it (C4)."""
    response = HttpResponse(data, content_type="application/octet-stream")
    name = f"paper-{day_of(item.entry.at, opened.zone):%Y-%m-%d}{ending_of(item.entry)}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    return response


def ending_of(entry: FileAdded) -> str:
    """Return the ending with which a file leaves: by what it is, or one of a few that run nothing."""
    own = entry.name.rpartition(".")[2].lower()
    ending = _ENDINGS.get(entry.media_type) or (own if own in _KEPT_ENDINGS else "")
    return f".{ending}" if ending else ""


class FileLine(Struct, frozen=True):
    """A file in a list."""

    name: str
    url: str
    note: str
    alarm: str = ""


def lines_of(opened: OpenProcess, items: Sequence[Item[FileAdded]]) -> tuple[FileLine, ...]:
    """Return files as lines; one that is not here in its full length says so."""
    words = words_of(opened)
    missing = deeds.missing(opened) if items else frozenset[bytes]()
    return tuple(
        FileLine(
            name=item.entry.name,
            url=link_to("file", opened, item.entry_id),
            note=wording.file_line(item.entry, words),
            alarm=wording.damaged(words, missing=True) if item.entry_id in missing else "",
        )
        for item in items
    )

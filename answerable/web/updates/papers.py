"""An update to take along: the PDF, the checkpoint, and the locked file for a mail; a warning stands before each."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import updates as deeds
from answerable.actions.reading import OpenProcess
from answerable.core import outgoing
from answerable.core.circles import Role
from answerable.core.entries import UpdateHandedOver
from answerable.core.state.items import Item
from answerable.publishing import PdfNotMadeError, age_file, update_pdf
from answerable.sealing.spoken import dice_passphrase
from answerable.web.base import pages
from answerable.web.base.copied import Act, link_to
from answerable.web.base.forms import ident_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import ALL
from answerable.web.base.telling import words_of
from answerable.web.updates import letter
from answerable.web.updates.forms import WordsForm
from answerable.web.updates.letter import Sheet
from answerable.web.updates.page import file_name
from answerable.wording import outgoing as wording

FAILED = 500
CONFLICT = 409
PDF, TEXT, AGE = "application/pdf", "text/plain; charset=utf-8", "application/octet-stream"


class PaperPage(Struct, frozen=True, kw_only=True):
    """A page before a download: what to know, what can be taken; `words` only on the page that shows them once."""

    heading: str
    lead: str
    lines: tuple[str, ...]
    acts: tuple[Act, ...]
    back: str
    words: tuple[str, ...] = ()
    file: str = ""


@member(*ALL, action="read", methods=READ_WRITE)
def sheet(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Warn, then hand out the letter as a PDF, or the checkpoint that goes with it."""
    entry_id = _id(ident)
    found, update = _sheet(opened, entry_id)
    name = file_name(found.letter.dated_on, "pdf")
    page = _sheet_page(opened, entry_id, update)
    looks_first = update is None and _waits_for_look(opened, entry_id)
    if looks_first:
        page = _look_page(opened, entry_id)
    if request.method != "POST" or looks_first:
        status = CONFLICT if request.method == "POST" else None
        return pages.show(
            request, "updates/paper.html", _("Update"), place="updates", page=page, writing=True, status=status
        )
    if request.POST.get("act") == "checkpoint":
        text = deeds.checkpoint_of(opened, update.entry) if update else None
        if text is None:
            raise Http404
        return _file(text.encode(), file_name(found.letter.dated_on, "txt"), TEXT)
    try:
        return _file(update_pdf(found.letter), name, PDF)
    except PdfNotMadeError:
        return _not_made(request, page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def post(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Draw six words and show them once; then hand out the file that they open."""
    entry_id = _id(ident)
    item = deeds.update_of(opened.state, entry_id)
    if item is None:
        raise Http404
    found = letter.of_update(opened, item)
    name = file_name(found.letter.dated_on, "age")
    if request.method != "POST" or "words" not in request.POST:
        words = dice_passphrase() if request.method == "POST" else ""
        page = _post_page(opened, entry_id, words, name)
        return pages.show(
            request,
            "updates/paper.html",
            _("Update"),
            place="updates",
            page=page,
            form=WordsForm(initial={"words": words}) if words else None,
            writing=True,
        )
    form = WordsForm(request.POST)
    page = _post_page(opened, entry_id, "", name)
    if not form.is_valid():
        return pages.show(
            request, "updates/paper.html", _("Update"), place="updates", page=page, writing=True, status=422
        )
    try:
        return _file(age_file(update_pdf(found.letter), form.cleaned_data["words"]), name, AGE)
    except PdfNotMadeError:
        return _not_made(request, page)


def _id(ident: str) -> bytes:
    try:
        return ident_of(ident)
    except ValueError:
        raise Http404 from None


def _sheet(opened: OpenProcess, entry_id: bytes) -> tuple[Sheet, Item[UpdateHandedOver] | None]:
    """Return the letter of an update, or of a draft for the contact group; else 404."""
    item = deeds.update_of(opened.state, entry_id)
    if item is not None:
        return letter.of_update(opened, item), item
    draft = deeds.draft_of(opened.state, entry_id)
    if draft is None or Role.CONTACT not in opened.roles:
        raise Http404
    return letter.of_draft(opened, draft), None


def _waits_for_look(opened: OpenProcess, entry_id: bytes) -> bool:
    """Whether protected words stand in a draft at which this member has not looked: no file of it is made (R12)."""
    leaving = outgoing.at(opened.state, entry_id)
    return leaving is not None and leaving.waits_for_look_of(opened.user_id)


def _look_page(opened: OpenProcess, entry_id: bytes) -> PaperPage:
    leaving = outgoing.at(opened.state, entry_id)
    return PaperPage(
        heading=_("Take it with you"),
        lead=wording.holds(leaving.found if leaving else 0, words_of(opened)),
        lines=(_("Look at it before you make a file of it: change the words, or say that they have to stay."),),
        acts=(Act(_("Look at it"), link_to("outgoing-one", opened, entry_id)),),
        back=link_to("update", opened, entry_id),
    )


def _sheet_page(opened: OpenProcess, entry_id: bytes, update: Item[UpdateHandedOver] | None) -> PaperPage:
    acts = [Act(label=_("Download the letter (PDF)"), name="act", value="pdf")]
    lines = [
        _("The PDF is not locked: whoever finds it can read it."),
        _("The folder of downloads, a printer and a backup of your device may keep copies."),
        _("Put it where only you get at it, and destroy it when you no longer need it."),
    ]
    if update is not None and deeds.checkpoint_of(opened, update.entry) is not None:
        acts.append(Act(label=_("Download the checkpoint (text)"), name="act", value="checkpoint", plain=True))
        lines.append(
            _(
                "The checkpoint holds no words, only the state of the record and who signed it. Kept elsewhere, it "
                "shows later whether anything before it was changed or is missing."
            )
        )
        lines.append(
            _("With an archive of the record and the file: answerable verify ARCHIVE --checkpoint %(file)s")
            % {"file": file_name(update.entry.period.to_on, "txt")}
        )
    return PaperPage(
        heading=_("Take it with you"),
        lead=_("Printing the page of the letter leaves no file behind."),
        lines=tuple(lines),
        acts=tuple(acts),
        back=link_to("update", opened, entry_id),
    )


def _post_page(opened: OpenProcess, entry_id: bytes, words: str, name: str) -> PaperPage:
    back = link_to("update", opened, entry_id)
    if words:
        return PaperPage(
            heading=_("Six words"),
            lead=_("They open the file. They are shown this once and kept nowhere."),
            lines=(
                _("Write them down. Tell them to the support group by another way than the mail: a call, a talk."),
                _("The file opens with any program for age files, also without this one."),
            ),
            acts=(Act(label=_("Download the locked file")),),
            back=back,
            words=tuple(words.split(" ")),
            file=name,
        )
    return PaperPage(
        heading=_("By mail, locked"),
        lead=_("First six words are drawn. Then you download a file that only they open."),
        lines=(
            _("Mail it to the address the support group gave. The subject and the mail say nothing."),
            _("Have paper and a pen ready: the words are shown once."),
        ),
        acts=(Act(label=_("Draw six words")),),
        back=back,
        file=name,
    )


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    """Return a download under a neutral name; the browser is asked to keep no copy of its own."""
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _not_made(request: MemberRequest, page: PaperPage) -> HttpResponse:
    """Say that there is no PDF, and what works instead."""
    warning = _("The PDF could not be made. Print the page of the letter instead.")
    return pages.show(
        request,
        "updates/paper.html",
        _("Update"),
        place="updates",
        page=page,
        warning=warning,
        writing=True,
        status=FAILED,
    )

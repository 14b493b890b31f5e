"""The second reader's word, and the hand-over; both answer on the page of the draft (R12, R53, R63)."""

import msgspec
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import updates as deeds
from answerable.actions.reading import OpenProcess, open_process
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.core.entries.updates import HandedOver
from answerable.core.gates import Reason
from answerable.core.state.shape import Draft
from answerable.web.base import clock, pages
from answerable.web.base.copied import was_kept
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import POST, READ_WRITE, MemberRequest, member
from answerable.web.base.telling import words_of
from answerable.web.updates.checks import present
from answerable.web.updates.forms import HandOverForm, ReadForm
from answerable.web.updates.page import draft_page, second_readers_sentence

CONFLICT = 409


@member(Role.CONTACT, action="write", methods=POST)
def read(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Keep that a second member read exactly these words; with the other button, hand them over at once."""
    draft = _draft(opened, ident)
    form = ReadForm(request.POST)
    if was_kept(request, opened) or draft.handed_over:
        return _back(opened, draft)
    if not form.is_valid():
        return show_draft(request, opened, draft, warning=_other_words(), status=CONFLICT)
    if request.POST.get("act") == "over":
        given = deeds.HandOver(how=HandedOver.SEALED_HERE, on=opened.today, reading=form.text_hash)
        return _hand_over(request, opened, draft, given, entry_id=form.entry_id)
    try:
        deeds.read(opened, draft.item.entry_id, form.text_hash, entry_id=form.entry_id, now=clock.now())
    except AlreadyWrittenError:
        pass
    except deeds.OwnDraftError:
        return show_draft(request, opened, draft, warning=second_readers_sentence(opened), status=CONFLICT)
    except deeds.OtherWordsError:
        return show_draft(request, opened, draft, warning=_other_words(), status=CONFLICT)
    request.visit.say(_("Kept. It can be handed over now."))
    return _back(opened, draft)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def over(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Hand a draft over; a plain visit leads to its page."""
    draft = _draft(opened, ident)
    if request.method != "POST" or was_kept(request, opened) or draft.handed_over:
        return _back(opened, draft)
    if request.POST.get("ready") and _reasons(opened, draft):
        return show_draft(request, opened, draft, warning=_not_handed_over(), status=CONFLICT)
    form = _form(request, opened, draft)
    if not form.is_valid():
        return show_draft(request, opened, draft, form=form)
    return _hand_over(request, opened, draft, form.given(), entry_id=form.entry_id, form=form)


def _hand_over(
    request: MemberRequest,
    opened: OpenProcess,
    draft: Draft,
    given: deeds.HandOver,
    *,
    entry_id: bytes,
    form: HandOverForm | None = None,
) -> HttpResponseBase:
    try:
        deeds.hand_over(opened, draft.item.entry_id, given, entry_id=entry_id, now=clock.now())
    except AlreadyWrittenError:
        pass
    except deeds.NotYetError:
        return _again(request, opened, draft, warning=_not_handed_over(), form=form)
    except deeds.OwnDraftError:
        return _again(request, opened, draft, warning=second_readers_sentence(opened), form=form)
    except deeds.OtherWordsError:
        return _again(request, opened, draft, warning=_other_words(), form=form)
    request.visit.say(_("Kept. The update is handed over."))
    return pages.go("update", alias=opened.alias, ident=text_of(entry_id))


def _again(
    request: MemberRequest, opened: OpenProcess, draft: Draft, *, warning: str, form: HandOverForm | None
) -> HttpResponseBase:
    """Show the draft as it now stands: somebody wrote meanwhile."""
    request.opened = open_process(opened.identity, opened.process, now=clock.now())
    newest = deeds.draft_of(request.opened.state, draft.item.entry_id) or draft
    if newest.handed_over:
        return _back(request.opened, newest)
    return show_draft(request, request.opened, newest, warning=warning, form=form, status=CONFLICT)


def _draft(opened: OpenProcess, ident: str) -> Draft:
    try:
        draft = deeds.draft_of(opened.state, ident_of(ident))
    except ValueError:
        raise Http404 from None
    if draft is None:
        raise Http404
    return draft


def _back(opened: OpenProcess, draft: Draft) -> HttpResponseBase:
    return pages.go("update", alias=opened.alias, ident=text_of(draft.item.entry_id))


def _not_handed_over() -> str:
    return _("It was not handed over. See what is missing.")


def _other_words() -> str:
    return _("These are not the words you had before you. Read them once more.")


def _form(request: MemberRequest, opened: OpenProcess, draft: Draft, *, blank: bool = False) -> HandOverForm:
    seals = deeds.can_seal(opened)
    return HandOverForm(
        None if blank else request.POST,
        today=opened.today,
        words=words_of(opened),
        can_seal=seals,
        supervision=opened.has_circle(Role.SUPERVISION),
        happened=bool(_reasons(opened, draft)),
    )


def _reasons(opened: OpenProcess, draft: Draft) -> tuple[Reason, ...]:
    """Return why it cannot go yet, whatever the way."""
    seals = deeds.can_seal(opened)
    found = deeds.reasons_against(opened.state, draft.item.entry_id, HandedOver.PRINTED, can_seal=seals)
    return tuple(msgspec.structs.replace(one, people=present(opened, one.people)) for one in found)


def show_draft(
    request: MemberRequest,
    opened: OpenProcess,
    draft: Draft,
    *,
    warning: str = "",
    form: HandOverForm | None = None,
    status: int | None = None,
) -> HttpResponseBase:
    """Answer with the page of a draft, and the form that was refused, if one was."""
    page = draft_page(opened, draft, _reasons(opened, draft))
    form = form or _form(request, opened, draft, blank=True)
    reading = ReadForm(initial={"seen": page.reading}) if page.reading else None
    return pages.show(
        request,
        "updates/draft.html",
        _("Update"),
        place="updates",
        page=page,
        form=form,
        reading=reading,
        warning=warning,
        status=status,
    )

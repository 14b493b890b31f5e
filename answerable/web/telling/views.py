"""The list of circles, the page of one, and what became of a notice; supervision asked (R43, R44)."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import NoticeGiven
from answerable.core.state import Item
from answerable.core.state.telling import Notice
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage, Quote, link_to
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.telling import page as build
from answerable.web.telling.finding import circle_of, entry_id_of
from answerable.web.telling.small_forms import ProofForm, SupervisionForm
from answerable.wording import demands as kept_wording
from answerable.wording import entries


@member(Role.CONTACT, action="read")
def listing(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show all circles about which the group asked itself."""
    page = build.list_page(opened)
    return pages.show(request, "telling/list.html", shells.titles()[3], place="around", page=page)


@member(Role.CONTACT, action="read")
def one(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show one circle: where it stands, what may follow, all that was written."""
    page = build.circle_page(opened, circle_of(opened, ident))
    return pages.show(request, "telling/one.html", shells.titles()[4], place="around", page=page)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def proof(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down whether he showed that he told them."""
    circle, notice = _notice_of(opened, ident)
    form = ProofForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        entry = form.to_entry(notice.item.first_id, now=clock.now())
        said = kept_wording.kept((Role.CONTACT,), words_of(opened))
        pages.keep(request, opened, (form.entry_id, entry), said=said)
        return pages.go("sheet", alias=opened.alias, ident=text_of(circle))
    item: Item[NoticeGiven] = notice.item
    told = entries.describe(item.entry, telling_of(opened))
    page = FormPage(
        heading=_("What became of the notice?"),
        lead=told.sentence,
        quotes=tuple(Quote(label=part.label, text=part.text) for part in told.parts),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(_("Save for the group")), Act(_("Go back"), link_to("sheet", opened, circle), plain=True)),
    )
    return _form(request, form, page)


def _notice_of(opened: OpenProcess, ident: str) -> tuple[bytes, Notice]:
    circle, entry_id = circle_of(opened, ident), entry_id_of(ident)
    for notice in circle.notices:
        if entry_id in (notice.item.entry_id, notice.item.first_id):
            return circle.circle_id, notice
    raise Http404


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def supervision(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down that supervision was asked in writing, or that nobody is there to ask (R44)."""
    circle = circle_of(opened, ident)
    form = SupervisionForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        about = circle.sheet.first_id if circle.sheet else None
        entry = form.to_entry(about, now=clock.now())
        said = kept_wording.kept((Role.CONTACT, Role.SUPERVISION), words_of(opened))
        pages.keep(request, opened, (form.entry_id, entry), said=said)
        return pages.go("sheet", alias=opened.alias, ident=text_of(circle.circle_id))
    lines = (
        _("Before new people are told, supervision has ten days for a word. It advises; it does not decide."),
        _("They read what you write here, and nothing else of your answers."),
    )
    page = FormPage(
        heading=_("Supervision was asked"),
        lead=circle.label,
        lines=lines,
        warnings=() if circle.sheet else (_("You have not asked yourselves yet. Do that first."),),
        reads=readers_sentence(opened, (Role.CONTACT, Role.SUPERVISION)),
        actions=(
            Act(_("Save for the group")),
            Act(_("Go back"), link_to("sheet", opened, circle.circle_id), plain=True),
        ),
    )
    return _form(request, form, page)


def _form(request: MemberRequest, form: object, page: FormPage) -> HttpResponseBase:
    return pages.show(request, "base/form_page.html", shells.titles()[1], place="around", page=page, form=form)

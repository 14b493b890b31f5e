"""Writing an update: six boxes, prefilled from the record, kept for oneself or for the second reader (R53)."""

from contextlib import suppress

from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import record, updates
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core.circles import Role
from answerable.core.entries import UpdateDrafted
from answerable.core.state.shape import Draft
from answerable.web.base import clock, pages, unlock
from answerable.web.base.copied import Act, link_to
from answerable.web.base.forms import ident_of, text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.updates.checks import Check, Line, before_it_goes, before_writing, without_links
from answerable.web.updates.forms import DraftForm, initial_long, initial_of
from answerable.web.updates.letter import drafted_sections, in_its_language
from answerable.wording import days, update

NOT_OF_THE_DRAFT = {"csrfmiddlewaretoken", "keep", *unlock.OWN}


class WritingPage(Struct, frozen=True, kw_only=True):
    """What stands round the six boxes."""

    quiet: str
    lead: str
    action: str
    newer: Line | None
    own: Line | None
    checks: tuple[Check, ...]
    readers: str
    acts: tuple[Act, ...]
    afterwards: str


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write on: from one's own unsaved text, else from the group's draft, else from the record."""
    if request.method == "POST":
        return _keep(request, opened)
    own = record.draft_of(opened, updates.FORM)
    if own is not None:
        typed = {name: values[-1] for name, values in own.items() if values}
        return _show(request, opened, _form(opened, initial=typed), is_own=True)
    draft = opened.state.updates.open_draft
    if draft is None:
        return _from_the_record(request, opened)
    initial = {"base": text_of(draft.item.entry_id), "seen": opened.ledger.size}
    entry = draft.item.entry
    sections = entry.sections or drafted_sections(opened, entry.used, entry.period)
    initial |= initial_of(entry.sentences) | initial_long(sections, chosen=bool(entry.sections))
    return _show(request, opened, _form(opened, initial=initial))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def again(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Begin again from the record as it stands; what was kept before stays until this is."""
    return _keep(request, opened) if request.method == "POST" else _from_the_record(request, opened)


def _from_the_record(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    facts = updates.facts_at(opened, opened.ledger.size)
    with in_its_language(opened) as words:
        sentences = update.drafted(facts, words)
    long = initial_long(drafted_sections(opened, facts.used, facts.period), chosen=False)
    return _show(request, opened, _form(opened, initial=initial_of(sentences) | long | {"seen": opened.ledger.size}))


def _form(opened: OpenProcess, data: object = None, **more: object) -> DraftForm:
    reader = get_language() or "en"
    return DraftForm(data, reader=reader, written_in=str(opened.state.process.language), **more)


def _keep(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Keep what was typed: for the author alone, or as a draft for the second reader."""
    if request.POST.get("keep") == "draft":
        fields = {name: values for name, values in request.POST.lists() if name not in NOT_OF_THE_DRAFT}
        record.keep_draft(opened, updates.FORM, fields, now=clock.now())
        request.visit.say(_("Kept for you alone, for thirty days."))
        return pages.go("update-new", alias=opened.alias)
    form = _form(opened, request.POST)
    if not form.is_valid():
        return _show(request, opened, form)
    with suppress(AlreadyWrittenError):  # sent twice: it stands once
        updates.keep_draft(opened, form.entry_id, _entry(opened, form), now=clock.now())
    request.visit.say(_("Kept as a draft. One more of you reads it before it goes."))
    return pages.go("update", alias=opened.alias, ident=text_of(form.entry_id))


def _entry(opened: OpenProcess, form: DraftForm) -> UpdateDrafted:
    """Return the draft with the entries it was made from: those of the draft it goes on from, if it does."""
    base = _base(opened, form.cleaned_data["base"])
    made = base.item.entry if base else updates.facts_at(opened, form.cleaned_data["seen"])
    return UpdateDrafted(
        at=clock.now(),
        meant_for=(Role.CONTACT,),
        period=made.period,
        sentences=form.sentences,
        used=made.used,
        left_out=made.left_out,
        missing=made.missing,
        sections=form.sections,
    )


def _base(opened: OpenProcess, ident: object) -> Draft | None:
    try:
        return updates.draft_of(opened.state, ident_of(str(ident or "")))
    except ValueError:
        return None


def _show(request: MemberRequest, opened: OpenProcess, form: DraftForm, *, is_own: bool = False) -> HttpResponseBase:
    page = writing_page(opened, form, is_own=is_own)
    return pages.show(request, "updates/write.html", _("Update"), place="updates", page=page, form=form)


def writing_page(opened: OpenProcess, form: DraftForm, *, is_own: bool) -> WritingPage:
    """Return what stands round the boxes: what it rests on, whether somebody wrote a newer one."""
    words = words_of(opened)
    base = _base(opened, form["base"].value())
    facts = updates.facts_at(opened, _seen(opened, form))
    period = base.item.entry.period if base else facts.period
    nothing = facts.nothing_happened and base is None
    return WritingPage(
        quiet=_("Drafted from what you wrote down since %(day)s. Change what you want.")
        % {"day": days.day(period.from_on, words)},
        lead=_("Nothing new was written down since the last update.")
        if nothing
        else _("One page, six points, and nothing that asks the support group to answer."),
        action=link_to("update-new", opened),
        newer=_newer(opened, base, _seen(opened, form)),
        own=Line(
            text=_("This is your own text, kept for you alone."),
            url=link_to("update-again", opened),
            link=_("Draft it anew"),
        )
        if is_own
        else None,
        checks=without_links(before_it_goes(opened, base) if base else before_writing(opened, facts)),
        readers=readers_sentence(opened, (Role.CONTACT,)),
        acts=_acts(nothing=nothing),
        afterwards=_("A draft is for the contact group alone. The support group gets what you hand over."),
    )


def _acts(*, nothing: bool) -> tuple[Act, ...]:
    label = _("Nothing happened: keep this") if nothing else _("Keep as a draft")
    return Act(label=label), Act(label=_("Keep for me alone"), name="keep", value="draft", plain=True)


def _seen(opened: OpenProcess, form: DraftForm) -> int:
    """Return how long the record was when these words were drafted; a form that says nothing sensible: as it is."""
    try:
        return int(form["seen"].value()) or opened.ledger.size
    except (TypeError, ValueError):
        return opened.ledger.size


def _newer(opened: OpenProcess, base: Draft | None, seen: int) -> Line | None:
    """Return that somebody kept another version since: each is a draft of its own, and the newest one goes."""
    newest = opened.state.updates.open_draft
    if newest is None or newest.item.author == opened.user_id:
        return None
    if newest.item.seq <= base.item.seq if base else newest.item.seq < seen:
        return None
    name = words_of(opened).name(newest.item.author)
    return Line(
        text=_("There is a newer version by %(name)s.") % {"name": name},
        url=link_to("update", opened, newest.item.entry_id),
        link=_("Read it"),
    )

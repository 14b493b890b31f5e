"""Words that leave: those that wait for a second member, and the page on which one reads exactly them (R12)."""

from contextlib import suppress

from django import forms
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import outgoing as deeds
from answerable.actions import updates
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import outgoing
from answerable.core.circles import Role
from answerable.core.defaults.steps import Step
from answerable.core.entries import DecisionQuestioned, DecisionReached, TellingPlanned, UpdateDrafted
from answerable.core.outgoing import Leaving
from answerable.core.telling import step_of
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FoldedForm, FormPage, Quote, link_to, was_kept
from answerable.web.base.copies import Waiting, WaitingPage
from answerable.web.base.forms import ident_of, text_of, tick
from answerable.web.base.guard import READ, READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, telling_of, words_of
from answerable.web.updates.page import second_readers_sentence
from answerable.wording import entries
from answerable.wording import outgoing as wording
from answerable.wording.entry_words import shortened

CONFLICT = 409


class SeenForm(FoldedForm):
    """What is read, by its hash; where protected words stand in it, the second reader ticks that they have to stay."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    stays = tick(later("I looked for them, and they have to stay"))

    def __init__(self, data: object = None, *, asks: bool, gone: bool, **kwargs: object) -> None:
        super().__init__(data, **kwargs)
        self.gone = gone
        if not asks:
            del self.fields["stays"]
        elif gone:
            self.fields["stays"].label = _("I looked for them")

    def clean_stays(self) -> bool:
        """Refuse a reading that passes over protected words."""
        if not self.cleaned_data["stays"]:
            gone, stands = _("Tick this when you have looked"), _("Tick this, or change the words")
            raise forms.ValidationError(gone if self.gone else stands)
        return True

    @property
    def text_hash(self) -> bytes:
        """Return the hash of what she had before her (of a valid form); of a broken form that of no text."""
        with suppress(ValueError):
            return bytes.fromhex(self.cleaned_data["seen"])
        return b""


@member(Role.CONTACT, action="read", methods=READ)
def waiting(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """List every text that leaves and that no second member has read."""
    found = outgoing.to_read(opened.state)
    lead = _("Its author and one more member read whatever leaves our groups.") if found else _("No text waits.")
    page = WaitingPage(_("Words that go out"), lead, tuple(_line(opened, one) for one in found))
    return pages.show(request, "base/waiting.html", shells.titles()[3], place="updates", page=page)


def _line(opened: OpenProcess, one: Leaving) -> Waiting:
    words = words_of(opened)
    mine = one.author == opened.user_id
    about = second_readers_sentence(opened) if mine else _("Written by %(name)s.") % {"name": words.name(one.author)}
    kind = entries.title_of(opened.state.entries[one.entry_id].entry, telling_of(opened))
    return Waiting(kind, shortened(one.text), about, "" if mine else link_to("outgoing-one", opened, one.entry_id))


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def read(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Say that one has read exactly these words; of protected ones, that they have to stay."""
    leaving = _found(opened, ident)
    if was_kept(request, opened) or (request.method == "POST" and leaving.is_settled_by(opened.user_id)):
        return _home(opened, leaving)
    if leaving.is_settled_by(opened.user_id) or (_is_draft(opened, leaving) and not leaving.found):
        return _show(request, None, _page(opened, leaving, settled=True))
    initial = {"seen": leaving.text_hash.hex()}
    asks = bool(leaving.found) and leaving.author != opened.user_id  # her own button says that they have to stay
    gone = _is_gone(opened, leaving)
    form = SeenForm(request.POST or None, asks=asks, gone=gone, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            stays, now = bool(leaving.found), clock.now()
            deeds.read(opened, leaving.entry_id, form.text_hash, stays=stays, entry_id=form.entry_id, now=now)
        except AlreadyWrittenError:
            pass
        except (deeds.OtherWordsError, deeds.OwnWordsError, deeds.NotLookedError):
            again = SeenForm(asks=asks, gone=gone, initial=initial)
            warning = _("These are not the words you had before you. Read them once more.")
            return _show(request, again, _page(opened, leaving, warning=warning), status=CONFLICT)
        request.visit.say(_("Kept: you have read exactly these words."))
        return _home(opened, leaving)
    return _show(request, form, _page(opened, leaving))


def _found(opened: OpenProcess, ident: str) -> Leaving:
    try:
        leaving = outgoing.at(opened.state, ident_of(ident))
    except ValueError:
        raise Http404 from None
    if leaving is None:
        raise Http404
    return leaving


def _is_draft(opened: OpenProcess, leaving: Leaving) -> bool:
    return isinstance(opened.state.entries[leaving.entry_id].entry, UpdateDrafted)


def _is_gone(opened: OpenProcess, leaving: Leaving) -> bool:
    """Whether X has these words already."""
    return outgoing.went_to_x(opened.state.entries[leaving.entry_id].entry)


def _way_home(opened: OpenProcess, leaving: Leaving) -> tuple[str, bytes]:
    """Return the page where the text stands, by name and id."""
    entry = opened.state.entries[leaving.entry_id].entry
    if isinstance(entry, UpdateDrafted):
        return "update", leaving.entry_id
    if isinstance(entry, TellingPlanned):
        return "sheet-plan", leaving.entry_id
    if isinstance(entry, DecisionReached):
        return "decision", entry.proposal
    if isinstance(entry, DecisionQuestioned):
        outcome = opened.state.entries.get(entry.decision)
        if outcome is not None and isinstance(outcome.entry, DecisionReached):
            return "decision", outcome.entry.proposal
    return "entry", leaving.entry_id


def _home(opened: OpenProcess, leaving: Leaving) -> HttpResponseBase:
    name, ident = _way_home(opened, leaving)
    return pages.go(name, alias=opened.alias, ident=text_of(ident))


def _page(opened: OpenProcess, leaving: Leaving, *, settled: bool = False, warning: str = "") -> FormPage:
    words = words_of(opened)
    name, ident = _way_home(opened, leaving)
    back = Act(_("Go back"), link_to(name, opened, ident), plain=True)
    holds = wording.holds(leaving.found, words)
    change = Act(_("Change the words"), _where_to_change(opened, leaving), plain=True)
    mine = leaving.author == opened.user_id
    if _is_gone(opened, leaving):
        return _gone_page(opened, leaving, (back,) if settled else (Act(_("I have looked for them")), back), warning)
    button = Act(_("They have to stay") if mine else _("I have read exactly these words"))
    acts = (back,) if settled else (button, change, back) if holds else (button, back)
    return FormPage(
        heading=_("Words that go out"),
        lead=_("You wrote this. Look at it once more.") if mine else _("Read it as those will read who get it."),
        lines=(wording.read_by(leaving, words, zone=opened.zone),) if not _is_draft(opened, leaving) else (),
        warnings=tuple(filter(None, (warning, holds))),
        quotes=(Quote(label=_("These words"), text=leaving.text),),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=acts,
    )


def _gone_page(opened: OpenProcess, leaving: Leaving, acts: tuple[Act, ...], warning: str) -> FormPage:
    """Return the page about words that X has already: nothing can be changed, her side may have to know (R12)."""
    words = words_of(opened)
    ask = Act(_("Tell the support group"), link_to("message-new", opened), plain=True)
    return FormPage(
        heading=_("Words that went to %(x)s") % {"x": words.person_x},
        lead=_("%(x)s has these words. Could they lead him to her?") % {"x": words.person_x},
        lines=(wording.read_by(leaving, words, zone=opened.zone),),
        warnings=tuple(filter(None, (warning, wording.holds(leaving.found, words)))),
        quotes=(Quote(label=_("These words"), text=leaving.text),),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(*acts[:1], ask, *acts[1:]),
    )


def _where_to_change(opened: OpenProcess, leaving: Leaving) -> str:
    if _is_draft(opened, leaving) and updates.draft_of(opened.state, leaving.entry_id) is not None:
        return link_to("update-new", opened)
    entry = opened.state.entries[leaving.entry_id].entry
    if isinstance(entry, TellingPlanned):  # other words are another plan
        is_letter = step_of(entry.material) is Step.L7B
        return link_to("sheet-letter" if is_letter else "sheet-tell", opened, leaving.entry_id)
    return link_to("entry", opened, leaving.entry_id)


def _show(
    request: MemberRequest, form: SeenForm | None, page: FormPage, *, status: int | None = None
) -> HttpResponseBase:
    title = shells.titles()[2]
    return pages.show(request, "base/form_page.html", title, place="updates", page=page, form=form, status=status)

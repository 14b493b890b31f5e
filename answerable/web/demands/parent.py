"""The parent process: its decisions, copied and read, and that we heard from it (R8)."""

from datetime import date
from typing import Any

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import ParentDecided, ParentHeard
from answerable.core.entries.demands import Origin
from answerable.core.state import Decision
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, CopiedForm, FoldedForm, FormPage, link_to, refuse_whitespace, was_kept
from answerable.web.base.copies import Reading, reading_of
from answerable.web.base.forms import day, not_after, not_long_ago, text
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.demands import story
from answerable.web.demands.forms import ALL_READ, same_words
from answerable.web.demands.story import Event
from answerable.web.demands.wordings import found_decision
from answerable.wording import days, demand_story, names
from answerable.wording import demands as wording

BOTH = (Role.CONTACT, Role.SUPPORT)


class DecisionForm(CopiedForm):
    """A decision in the words of those who made it, with its day and its source."""

    field_order = ("words", "said_on", "source", "from_whom", "how")

    words = text(later("The decision, word for word"), required=later("Write the words of the decision"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        whose = names.origin(Origin.PARENT_PROCESS, words_of(opened))
        super().__init__(data, today=opened.today, is_copy=True, from_whom=whose, **kwargs)
        self.opened = opened

    def clean_words(self) -> str:
        """Refuse words that nobody can see, and a decision that stands already."""
        words = refuse_whitespace(str(self.cleaned_data["words"]), _("Write the words of the decision"))
        if any(same_words(words, one.text) for one in self.opened.state.parent.decisions):
            self.add_error("words", _("This decision stands already."))
        return words

    def to_entry(self, *, now: int) -> ParentDecided:
        """Return the decision as an entry."""
        found = self.cleaned_data
        return ParentDecided(
            at=now, meant_for=ALL_READ, text=found["words"], said_on=found["said_on"], copied=self.copied()
        )


class HeardForm(FoldedForm):
    """When we heard from them; what it was about can stay unsaid."""

    on = day(later("When?"), required=later("Write the day"))
    text = text(later("What was it about?"), hint=later("A line is enough. A decision is copied as one."), short=True)

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = opened.today
        self.initial.setdefault("on", opened.today)

    def clean_on(self) -> date:
        """Refuse a day that is still to come."""
        on: date = self.cleaned_data["on"]
        not_after(on, self.today, _("This day cannot be after today"))
        not_long_ago(on, self.today)
        return on

    def to_entry(self, *, now: int) -> ParentHeard:
        """Return that they were heard."""
        return ParentHeard(at=now, meant_for=BOTH, on=self.cleaned_data["on"], text=self.cleaned_data["text"])


class DecisionPage(Struct, frozen=True, kw_only=True):
    """What the page of one decision shows; `word` is "" for who does not read what was passed on."""

    under: str
    lead: str
    text: str
    kind: str
    word: str
    reading: Reading
    story: tuple[Event, ...]
    actions: tuple[Act, ...]


@member(*BOTH, action="write", methods=READ_WRITE)
def new(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Copy a decision of the parent process."""
    if was_kept(request, opened, text="words"):
        return pages.go("demands", alias=opened.alias)
    form = DecisionForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        said = wording.kept(ALL_READ, words_of(opened))
        pages.keep(request, opened, (form.entry_id, form.to_entry(now=clock.now())), said=said)
        return pages.go("demands", alias=opened.alias)
    ours = Role.CONTACT in opened.roles
    reads = _("It counts once a second member has read it against its source.")
    page = FormPage(
        heading=_("Copy a decision of the parent process"),
        lead=_("Copy it word for word. It is passed on to %(x)s like a demand.") % _x(opened),
        lines=(reads,) if ours else (),
        more=_("From whom, how it came"),
        reads=readers_sentence(opened, ALL_READ),
        actions=(Act(_("Keep this copy")), Act(_("Go back"), link_to("demands", opened), plain=True)),
    )
    return _form(request, form, page)


@member(*BOTH, action="write", methods=READ_WRITE)
def heard(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Note that we heard from the parent process, so that the tie does not break."""
    form = HeardForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        said = wording.kept(BOTH, words_of(opened))
        pages.keep(request, opened, (form.entry_id, form.to_entry(now=clock.now())), said=said)
        return pages.go("demands", alias=opened.alias)
    page = FormPage(
        heading=_("We heard from the parent process"),
        lead=_("Only when, and what it was about. The day shows beside the demands."),
        reads=readers_sentence(opened, BOTH),
        actions=(Act(_("Keep it")), Act(_("Go back"), link_to("demands", opened), plain=True)),
    )
    return _form(request, form, page)


@member(*sorted(Role), action="read")
def decision(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """One decision: its words, each passing on, his answers, what was told back."""
    page = build(opened, found_decision(opened, ident))
    return pages.show(request, "demands/decision.html", shells.titles()[2], place="demands", page=page)


def build(opened: OpenProcess, found: Decision) -> DecisionPage:
    """Return the page of one decision as this member can see it."""
    words = words_of(opened)
    sees_state = bool(opened.roles & set(BOTH))
    kind, word = demand_story.decision_state(found, words)
    reading = reading_of(opened, found.item.entry_id)
    return DecisionPage(
        under=days.day(found.item.entry.said_on, words),
        lead=_lead(found, sees_state=sees_state),
        text=found.text,
        kind=kind,
        word=word if sees_state else "",
        reading=reading if reading.url or not found.counts else Reading(),
        story=story.of_decision(opened, found),
        actions=_actions(opened, found),
    )


def _lead(found: Decision, *, sees_state: bool) -> str:
    if not found.counts:
        return _("This copy does not count yet: nobody else has read it against its source.")
    if not sees_state:
        return _("What came of it stands in the updates.")
    return _("It was passed on.") if found.passings else _("It was not passed on yet.")


def _actions(opened: OpenProcess, found: Decision) -> tuple[Act, ...]:
    if Role.CONTACT not in opened.roles:
        return ()
    label = _("Pass it on again") if found.passings else _("Pass it on")
    return (Act(label, link_to("decision-on", opened, found.item.first_id), plain=bool(found.passings)),)


def _x(opened: OpenProcess) -> dict[str, str]:
    return {"x": opened.state.process.person_x}


def _form(request: MemberRequest, form: Any, page: FormPage) -> HttpResponseBase:
    return pages.show(request, "base/form_page.html", shells.titles()[1], place="demands", page=page, form=form)

"""Planning a notice and a telling, or why not yet; confirming; what may be said; what happened (R10, R43, R44, R63)."""

from contextlib import suppress

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import telling as deeds
from answerable.actions.decisions import NotYetError
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import letters, telling
from answerable.core.circles import Role
from answerable.core.defaults.steps import Step
from answerable.core.gates import Open
from answerable.core.state.telling import Circle, Plan
from answerable.core.telling import Asks, Condition
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, FormPage, Quote, link_to, was_kept
from answerable.web.base.forms import text_of
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.outgoing import words_found
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.telling.finding import circle_of, plan_of
from answerable.web.telling.page import GateCondition, condition_row, gate_page, plan_stands, way_anew
from answerable.web.telling.plan_forms import ConfirmForm, PlanForm, ToldForm
from answerable.web.telling.small_forms import NoticeForm
from answerable.wording import days
from answerable.wording import demands as kept_wording
from answerable.wording import letters as letter_wording
from answerable.wording import may_tell as may_tell_wording
from answerable.wording.lists import named

CONFLICT = 409


class PlanPage(Struct, frozen=True, kw_only=True):
    """A plan: what may be said while it stands, or why it stands still."""

    label: str
    lead: str
    warnings: tuple[str, ...]
    quotes: tuple[Quote, ...]
    conditions: tuple[GateCondition, ...]
    sentence: str
    acts: tuple[Act, ...]


def _refused(
    request: MemberRequest,
    opened: OpenProcess,
    circle: Circle,
    found: tuple[Condition, ...],
    *,
    heading: str,
    happened: Act | None = None,
    again: str = "",
) -> HttpResponseBase:
    """Show "not yet possible" in the place of a form; one that was sent meanwhile was not kept."""
    page = gate_page(opened, circle, found, heading=heading, happened=happened)
    status = CONFLICT if request.method == "POST" else None
    return pages.show(
        request, "telling/not_yet.html", shells.titles()[2], place="around", page=page, status=status, hint=again
    )


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def notice(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Give a notice with a date, where no "no" stands for these people (L6)."""
    return _notice(request, opened, circle_of(opened, ident), happened=False)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def notice_given(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down a notice that he got already, whatever stood against it (R63)."""
    return _notice(request, opened, circle_of(opened, ident), happened=True)


def _notice(request: MemberRequest, opened: OpenProcess, circle: Circle, *, happened: bool) -> HttpResponseBase:
    found = telling.notice_conditions(opened.state, circle, opened.today)
    already = Act(
        _("He got it already: write it down"), link_to("sheet-notice-given", opened, circle.circle_id), plain=True
    )
    shut = not happened and not isinstance(telling.gate(found), Open)
    if shut and not was_kept(request, opened, words="words"):
        return _refused(request, opened, circle, found, heading=_("A notice with a date"), happened=already)
    form = NoticeForm(request.POST or None, opened=opened, circle=circle)
    if request.method == "POST" and form.is_valid():
        try:
            with suppress(AlreadyWrittenError):
                entry = form.to_entry(now=clock.now())
                deeds.give_notice(opened, form.entry_id, entry, happened=happened, now=clock.now())
        except NotYetError:
            return _refused(request, opened, circle, found, heading=_("A notice with a date"), happened=already)
        request.visit.say(kept_wording.kept((Role.CONTACT,), words_of(opened)))
        return pages.go("sheet", alias=opened.alias, ident=text_of(circle.circle_id))
    page = FormPage(
        heading=_("A notice with a date"),
        lead=_("“You inform %(label)s by this day, else we may.”") % {"label": circle.label},
        lines=(
            _("You give it to him; nothing is sent from here. Its day becomes due, and you write down what he showed."),
        ),
        more=_("The day he hears it, who says it"),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(_("Save for the group")), _back(opened, circle)),
    )
    return _form(request, form, page)


@member(Role.CONTACT, action="plan", methods=READ_WRITE)
def tell(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Plan to tell one circle ourselves, spoken and as little as possible (L7a), or say why not yet."""
    return _plan(request, opened, circle_of(opened, ident), Step.L7A, _("Tell them ourselves"))


@member(Role.CONTACT, action="plan", methods=READ_WRITE)
def letter(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Plan to give one circle the open letter, the last step (L7b), or say why not yet."""
    return _plan(request, opened, circle_of(opened, ident), Step.L7B, _("Give them the open letter"))


def _plan(request: MemberRequest, opened: OpenProcess, circle: Circle, step: Step, heading: str) -> HttpResponseBase:
    material = telling.material_of(circle, step)
    found = telling.conditions(opened.state, circle, material, opened.today)
    happened = _already(opened, circle)
    if not isinstance(telling.gate(found), Open) and not was_kept(request, opened, words="words"):
        again = "" if step is Step.L7A or circle.told else _("Not tried yet: telling them in spoken words.")
        return _refused(request, opened, circle, found, heading=heading, happened=happened, again=again)
    yes = next(one.answer for one in found if one.asks is Asks.YES)
    condition = yes.condition if yes else ""
    form = PlanForm(request.POST or None, opened=opened, circle=circle, material=material, condition=condition)
    if request.method == "POST" and form.is_confirmed(request):
        try:
            with suppress(AlreadyWrittenError):
                deeds.plan(opened, form.entry_id, form.to_entry(now=clock.now()), now=clock.now())
        except NotYetError:
            return _refused(request, opened, circle, found, heading=heading, happened=happened)
        request.visit.say(kept_wording.kept((Role.CONTACT,), words_of(opened)))
        return pages.go("sheet-plan", alias=opened.alias, ident=text_of(form.entry_id))
    return _form(request, form, _planning_page(opened, circle, step, heading))


def _planning_page(opened: OpenProcess, circle: Circle, step: Step, heading: str) -> FormPage:
    words = words_of(opened)
    material = telling.material_of(circle, step)
    sheet = circle.sheet
    quotes = [Quote(label=_("The least that is enough"), text=sheet.entry.least)] if sheet else []
    if sheet and sheet.entry.sequence:
        quotes.append(Quote(label=_("Who first, and who supports them"), text=sheet.entry.sequence))
    letter = telling.letter_of(opened.state, material, opened.today)
    if letter is not None:
        quotes.append(Quote(label=_("The letter, word for word"), text=letter.item.entry.text))
    return FormPage(
        heading=heading,
        lead=_("All that is asked before is there. A second member confirms before anybody is told."),
        lines=(
            _("“%(label)s”, at most: %(material)s.")
            % {"label": circle.label, "material": may_tell_wording.material(material, words)},
            _("Ask yourselves once more: could somebody guess who she is?"),
        ),
        quotes=tuple(quotes),
        more=_("Who speaks, what was tried before"),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(_("Plan it")), _back(opened, circle)),
        afterwards=_("A no or a stop of the support group shuts it again at once."),
    )


@member(Role.CONTACT, action="read")
def plan(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Show a plan: what may be said while it stands, else what is missing (R10)."""
    circle, found = plan_of(opened, ident)
    return pages.show(
        request, "telling/plan.html", shells.titles()[2], place="around", page=_plan_page(opened, circle, found)
    )


def _plan_page(opened: OpenProcess, circle: Circle, found: Plan) -> PlanPage:
    words, entry = words_of(opened), found.item.entry
    asked = telling.plan_conditions(opened.state, circle, found, opened.today)
    is_open = isinstance(telling.gate(asked), Open)
    return PlanPage(
        label=entry.label,
        lead=_("This may be said, and no more.") if is_open else _("Not yet possible"),
        warnings=tuple(plan_stands(opened, found, asked)[:1]),
        quotes=_plan_quotes(opened, circle, found) if is_open or not found.confirmed else (),
        conditions=() if is_open else tuple(condition_row(opened, circle, one, words) for one in asked),
        sentence=_("Not yet possible"),
        acts=_plan_acts(opened, circle, found, asked),
    )


def _plan_quotes(opened: OpenProcess, circle: Circle, found: Plan) -> tuple[Quote, ...]:
    """Return exactly what may be said, by whom, when, under which condition."""
    words, entry = words_of(opened), found.item.entry
    pairs = [
        (_("At most"), may_tell_wording.lead(entry.material, words)),
        (_("By"), named(entry.by, words)),
        (_("On"), days.day(entry.for_on, words)),
    ]
    pairs += [(_("In which form"), letter_wording.form(entry.form, words))] if entry.form else []
    pairs += [(_("The condition of the yes"), entry.condition)] if entry.condition else []
    held = words_found(opened, entry.words)
    pairs += [(_("Look first"), held)] if held else []
    quotes = [Quote(label=_("What may be said"), text=entry.words, pairs=tuple(pairs))]
    if circle.sheet is not None and circle.sheet.entry.sequence:
        quotes.append(Quote(label=_("Who first, and who supports them"), text=circle.sheet.entry.sequence))
    letter = letters.as_planned(opened.state, entry, opened.today)
    if letter is not None:
        quotes.append(Quote(label=_("The letter, word for word"), text=letter.item.entry.text))
    return tuple(quotes)


def _plan_acts(opened: OpenProcess, circle: Circle, found: Plan, asked: tuple[Condition, ...]) -> tuple[Act, ...]:
    back = Act(_("Go back"), link_to("sheet", opened, circle.circle_id), plain=True)
    missing = [one.asks for one in asked if one.reason is not None]
    first = found.item.first_id
    waits = circle.plan is not None and circle.plan.item.entry_id == found.item.entry_id
    anew = (Act(_("Plan it anew"), link_to(way_anew(circle), opened, circle.circle_id), plain=True),) if waits else ()
    if not missing:
        return (Act(_("It happened: write it down"), link_to("sheet-told", opened, first)), *anew, back)
    happened = Act(_("It happened all the same: write it down"), link_to("sheet-told", opened, first), plain=True)
    if found.told:
        return (back,)
    if missing == [Asks.SECOND] and found.item.author != opened.user_id:
        return (
            Act(_("Confirm the plan"), link_to("sheet-confirm", opened, found.item.entry_id)),
            happened,
            *anew,
            back,
        )
    return (back, *anew, happened)


@member(Role.CONTACT, action="plan", methods=READ_WRITE)
def confirm(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Stand behind another member's plan, with one's passphrase once more (R44)."""
    circle, found = plan_of(opened, ident)
    asked = telling.plan_conditions(opened.state, circle, found, opened.today)
    others = tuple(one for one in asked if one.asks is not Asks.SECOND)
    own = found.item.author == opened.user_id
    heading = _("Confirm the plan")
    if (own or not isinstance(telling.gate(others), Open)) and not was_kept(request, opened):
        return _refused(request, opened, circle, asked, heading=heading, again=_own(own=own))
    form = ConfirmForm(request.POST or None, practice=opened.practice)
    if request.method == "POST" and form.is_confirmed(request):
        try:
            with suppress(AlreadyWrittenError):
                deeds.confirm(opened, form.entry_id, found.item.entry_id, now=clock.now())
        except (NotYetError, deeds.OwnPlanError):
            return _refused(request, opened, circle, asked, heading=heading)
        request.visit.say(kept_wording.kept((Role.CONTACT,), words_of(opened)))
        return pages.go("sheet-plan", alias=opened.alias, ident=text_of(found.item.first_id))
    page = FormPage(
        heading=heading,
        lead=_("You stand behind it in exactly these words. It cannot be taken back."),
        quotes=_plan_quotes(opened, circle, found),
        reads=readers_sentence(opened, (Role.CONTACT,)),
        actions=(Act(heading), Act(_("Go back"), link_to("sheet-plan", opened, found.item.first_id), plain=True)),
    )
    return _form(request, form, page)


def _own(*, own: bool) -> str:
    return _("You planned it. Another member confirms it.") if own else ""


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def told(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down what happened with a plan (R44)."""
    circle, found = plan_of(opened, ident)
    return _told(request, opened, circle, found)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def told_them(request: MemberRequest, opened: OpenProcess, ident: str) -> HttpResponseBase:
    """Write down that one circle was told without a plan (R63)."""
    return _told(request, opened, circle_of(opened, ident), None)


@member(Role.CONTACT, action="write", methods=READ_WRITE)
def told_already(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Write down that somebody was told out of turn; it can always be written (R63)."""
    return _told(request, opened, None, None)


def _told(request: MemberRequest, opened: OpenProcess, circle: Circle | None, found: Plan | None) -> HttpResponseBase:
    form = ToldForm(request.POST or None, opened=opened, circle=circle, plan=found)
    if request.method == "POST" and form.is_valid():
        entry, also = form.to_entry(now=clock.now()), bool(form.cleaned_data.get("supervision"))
        with suppress(AlreadyWrittenError):
            deeds.told(opened, form.entry_id, entry, with_supervision=also, now=clock.now())
        readers = (Role.CONTACT, Role.SUPPORT, *((Role.SUPERVISION,) if also else ()))
        request.visit.say(kept_wording.kept(readers, words_of(opened)))
        return pages.go("sheet", alias=opened.alias, ident=text_of(form.entry_id))
    lead = _("It happened, so it is written down, by one of you, at once.")
    page = FormPage(
        heading=_("What happened") if found else _("We already told them"),
        lead=lead if circle is None else f"{circle.label}. {lead}",
        lines=()
        if found
        else (_("What was not there before is marked, and becomes a question for your next meeting."),),
        more=_("Who of you, how, who supports them, the next look"),
        reads=readers_sentence(opened, (Role.CONTACT, Role.SUPPORT)),
        actions=(Act(_("Save for the group")), _back(opened, circle)),
        afterwards=_("The support group reads it: whom, what, and what they said to it."),
    )
    return _form(request, form, page)


def _already(opened: OpenProcess, circle: Circle) -> Act:
    return Act(_("We already told them"), link_to("sheet-told-them", opened, circle.circle_id), plain=True)


def _back(opened: OpenProcess, circle: Circle | None) -> Act:
    url = link_to("sheets", opened) if circle is None else link_to("sheet", opened, circle.circle_id)
    return Act(_("Go back"), url, plain=True)


def _form(request: MemberRequest, form: object, page: FormPage) -> HttpResponseBase:
    return pages.show(request, "base/form_page.html", shells.titles()[1], place="around", page=page, form=form)

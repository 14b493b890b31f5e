"""What the pages about contact show: the cadence, the form's frame, the sheet to print."""

from datetime import date

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import duties
from answerable.core.circles import Role
from answerable.core.defaults.questions import Section
from answerable.core.entries import AnyEntry, SentByX
from answerable.core.entries.base import Medium
from answerable.web.base.forms import text_of
from answerable.web.base.telling import members_of, readers_sentence, telling_of
from answerable.web.contacts.forms import ContactForm
from answerable.web.contacts.pausing import PauseLine, pause_line
from answerable.web.contacts.questions import QuestionFields
from answerable.wording import contacts as wording
from answerable.wording import days, gaps
from answerable.wording import entries as telling_entries
from answerable.wording.entry_words import shortened
from answerable.wording.words import Words

DISCLOSED = 160


class Act(Struct, frozen=True, kw_only=True):
    """A button or a link of parts/actions.html."""

    label: str
    name: str = ""
    value: str = ""
    url: str = ""
    plain: bool = False


class Line(Struct, frozen=True, kw_only=True):
    """One point of the agenda, and where it is dealt with."""

    text: str
    url: str
    link: str


class Logged(Struct, frozen=True, kw_only=True):
    """One contact in the list: what it was, one sentence, the beginning of his account."""

    title: str
    sentence: str
    account: str
    url: str
    gone: bool = False
    more: str = ""


class ContactsPage(Struct, frozen=True, kw_only=True):
    """The cadence of contact with X."""

    lead: str
    facts: tuple[tuple[str, str], ...]
    plot: gaps.Plot
    agenda: tuple[Line, ...]
    contacts: tuple[Logged, ...]
    all_url: str
    acts: tuple[Act, ...]
    pause: PauseLine
    others: tuple[Act, ...]
    agreements_url: str
    over_time_url: str


def contacts_page(opened: OpenProcess) -> ContactsPage:
    """Return the cadence: when next, who goes, what is on the list, all contacts."""
    alias = {"alias": opened.alias}
    telling = telling_of(opened)
    found = gaps.gaps(opened.state, opened.today)[0]
    phrase = ngettext("%(days)s day since the last contact.", "%(days)s days since the last contact.", found.days)
    begun = ngettext("%(days)s day since our beginning.", "%(days)s days since our beginning.", found.days)
    never = _("No contact yet.")
    lead = f"{never} {begun}" if found.opening else phrase
    return ContactsPage(
        lead=lead % {"days": found.days},
        facts=_facts(opened),
        plot=gaps.plot(opened.state, opened.today, telling),
        agenda=tuple(_agenda_line(opened, line) for line in wording.agenda(opened.state, opened.today, telling)),
        contacts=_log(opened),
        all_url=reverse("everything", kwargs=alias),
        acts=(
            Act(label=_("Write down a contact"), url=reverse("contact-new", kwargs=alias)),
            Act(label=_("Sheet to take along"), url=reverse("contact-sheet", kwargs=alias), plain=True),
        ),
        others=(
            Act(label=_("What he sent"), url=reverse("sent-new", kwargs=alias)),
            Act(label=_("A note"), url=reverse("note-new", kwargs=alias)),
            Act(label=_("He moves, or joins something new"), url=reverse("change-new", kwargs=alias)),
            Act(label=_("He does not cooperate"), url=reverse("steps-new", kwargs=alias)),
            Act(label=_("Something she may need to know soon"), url=reverse("soon-new", kwargs=alias)),
        ),
        pause=pause_line(opened),
        agreements_url=reverse("agreements", kwargs=alias),
        over_time_url=reverse("over-time", kwargs=alias),
    )


def _facts(opened: OpenProcess) -> tuple[tuple[str, str], ...]:
    """Return when the next contact is due, who goes, how it was last time."""
    telling, state = telling_of(opened), opened.state
    owed = next((duty for duty in duties.all_duties(state, opened.today) if duty.code == "contact"), None)
    by = telling.day(owed.due_on) if owed and owed.due_on else _("No day was agreed.")
    nobody = _("Nobody has it yet.")
    goes = telling.names(owed.owners) if owed and owed.owners else nobody
    facts = [(_("Next contact by"), by), (_("Who goes"), goes)]
    turn = wording.whose_turn(state, members_of(opened, Role.CONTACT), telling)
    if turn:
        facts.append((_("Whose turn"), turn))
    missed = wording.missed(state, telling)
    if missed:
        facts.append((_("Missed meetings"), missed))
    tried_on = state.contacts.last_attempt_on
    if tried_on is not None and tried_on != state.contacts.last_reached_on:
        facts.append((_("Last tried"), telling.day(tried_on)))
    return tuple(facts)


def _agenda_line(opened: OpenProcess, line: wording.AgendaLine) -> Line:
    """Return where a point of the agenda is dealt with."""
    alias, about = {"alias": opened.alias}, {"alias": opened.alias, "ident": text_of(line.about)}
    return {
        "demand": Line(text=line.whole, url=reverse("demands", kwargs=alias), link=_("Pass it on")),
        "agreement": Line(text=line.whole, url=reverse("agreement-answer", kwargs=about), link=_("Kept, or not?")),
        "follows": Line(text=line.whole, url=reverse("agreement-follows", kwargs=about), link=_("Say what follows")),
        "message": Line(text=line.whole, url=reverse("new-date", kwargs=about), link=_("Give him a new date")),
        "decide": Line(
            text=line.whole, url=reverse("decision-for", kwargs=about), link=_("Ask it as a question to decide")
        ),
        "decision": Line(text=line.whole, url=reverse("decision", kwargs=about), link=_("See the decision")),
        "asked": Line(text=line.whole, url=reverse("demand", kwargs=about), link=_("The demand")),
        "evaded": Line(text=line.whole, url=reverse("entry", kwargs=about), link=_("What he said")),
        "letter": Line(text=line.whole, url=reverse("around-one", kwargs=about), link=_("What we know")),
        "hearing": Line(text=line.whole, url=reverse("around-one", kwargs=about), link=_("What we know")),
    }[line.kind]


def _log(opened: OpenProcess) -> tuple[Logged, ...]:
    """Return all contacts, newest first; of those taken out the day stays."""
    contacts = opened.state.contacts
    days: list[tuple[date, int, bytes, AnyEntry]] = []
    days += [(item.entry.on, item.seq, item.entry_id, item.entry) for item in contacts.reached]
    days += [(item.entry.on, item.seq, item.entry_id, item.entry) for item in contacts.attempts]
    days += [(item.entry.planned_on, item.seq, item.entry_id, item.entry) for item in contacts.missed]
    words = [one.words for one in opened.state.sent if one.words is not None]
    days += [(item.entry.on, item.seq, item.entry_id, item.entry) for item in words]
    dated = [(on, seq, _logged(opened, entry_id, entry)) for on, seq, entry_id, entry in days]
    telling = telling_of(opened)
    for stone in opened.state.taken_out.values():
        if stone.taken.kind in {"contact-reached", "contact-attempted", "meeting-missed", "sent-by-x"}:
            gone = _("An entry about %(day)s was taken out.") % {"day": telling.day(stone.taken.day)}
            url = reverse("entry", kwargs={"alias": opened.alias, "ident": text_of(stone.entry_id)})
            row = Logged(title=_("Taken out"), sentence=gone, account="", url=url, gone=True)
            dated.append((stone.taken.day, stone.seq, row))
    return tuple(row for _on, _seq, row in sorted(dated, key=lambda one: one[:2], reverse=True))


def _logged(opened: OpenProcess, entry_id: bytes, entry: AnyEntry) -> Logged:
    told = telling_entries.describe(entry, telling_of(opened))
    account = next((part.text for part in told.parts if part.his), "")
    url = reverse("entry", kwargs={"alias": opened.alias, "ident": text_of(entry_id)})
    return Logged(
        title=told.title,
        sentence=told.sentence,
        account=shortened(account, DISCLOSED),
        url=url,
        more=_more(opened, entry_id, entry),
    )


def _more(opened: OpenProcess, entry_id: bytes, entry: AnyEntry) -> str:
    """Return what stands beside a contact: who wrote a second note, or how what he sent was sorted."""
    telling = telling_of(opened)
    if isinstance(entry, SentByX):
        how = next(one.sorted.entry for one in opened.state.sent if one.words and one.words.entry_id == entry_id)
        return telling_entries.describe(how, telling).sentence
    item = next((one for one in opened.state.contacts.reached if one.entry_id == entry_id), None)
    notes = opened.state.contacts.beside.get(item.first_id, ()) if item else ()
    return (
        _("With a second note by %(names)s.") % {"names": telling.names(one.author for one in notes)} if notes else ""
    )


class Ask(Struct, frozen=True, kw_only=True):
    """A question of the long list, or an agreement to answer: its state and its box."""

    state: BoundField
    box: BoundField


class Asks(Struct, frozen=True, kw_only=True):
    """One part of the long list."""

    title: str
    phrase: str
    asks: tuple[Ask, ...]


class NewPage(Struct, frozen=True, kw_only=True):
    """The frame of the form: how it ended last time, what is filled in, who can read it."""

    lead: str
    filled_in: str
    agreements: tuple[Ask, ...]
    sections: tuple[Asks, ...]
    sheet_url: str
    readers: str
    acts: tuple[Act, ...]
    afterwards: str
    open_change: bool
    is_draft: bool


def new_page(opened: OpenProcess, form: ContactForm, *, is_draft: bool) -> NewPage:
    """Return the frame of Write down a contact."""
    telling = telling_of(opened)
    setting = form.setting
    pair = tuple(user for user in opened.members(Role.CONTACT) if text_of(user) in setting.pair)
    changed = any(form[name].errors for name in ("on", "medium", "by", "place")) if form.is_bound else is_draft
    return NewPage(
        lead=wording.last_time(opened.state, telling),
        filled_in=wording.when_and_how(setting.today, setting.today, Medium(setting.medium), pair, telling),
        agreements=tuple(Ask(state=form[agreed.field], box=form[f"{agreed.field}_text"]) for agreed in setting.agreed),
        sections=sections(form, telling.words),
        sheet_url=reverse("contact-sheet", kwargs={"alias": opened.alias}),
        readers=readers_sentence(opened, (Role.CONTACT,)),
        acts=(
            Act(label=_("Save for the group")),
            Act(label=_("Keep as my draft"), name="keep", value="draft", plain=True),
        ),
        afterwards=_("You can take your own words out again for seven days."),
        open_change=changed,
        is_draft=is_draft,
    )


def sections(form: QuestionFields, words: Words) -> tuple[Asks, ...]:
    """Return the long list in its four parts."""
    found = []
    for section, title in section_titles():
        asks = tuple(Ask(state=state, box=box) for state, box in form.asks(section))
        phrase = ngettext("one question", "%(count)s questions", len(asks)) % {"count": days.number(len(asks), words)}
        found.append(Asks(title=title, phrase=phrase, asks=asks))
    return tuple(found)


def section_titles() -> tuple[tuple[Section, str], ...]:
    """Return the four parts of the list by name."""
    return (
        (Section.SINCE_LAST_TIME, _("Since last time")),
        (Section.REFLECT, _("Reflect")),
        (Section.INFORM, _("Inform")),
        (Section.STAY_ACCOUNTABLE, _("Stay accountable")),
    )

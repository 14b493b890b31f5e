"""What Now shows: one sentence, at most three due things, the mail, the acts; all else folded (R62)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from answerable.actions import record
from answerable.actions.contacts import FORM
from answerable.actions.reading import OpenProcess
from answerable.core import duties, steps
from answerable.core.calendar import day_of
from answerable.core.circles import Role
from answerable.core.defaults.policy import policy_on
from answerable.core.duties.lead import state_sentence
from answerable.core.entries.demands import DemandWord
from answerable.web.base.forms import text_of
from answerable.web.base.telling import telling_of, words_of
from answerable.web.now import jobs, tables, told
from answerable.web.now.jobs import Job
from answerable.web.now.links import Link
from answerable.web.now.named import named_in
from answerable.wording import days, gaps
from answerable.wording import duties as duty_wording
from answerable.wording import lead as lead_wording
from answerable.wording import steps as step_wording
from answerable.wording.contacts import agenda
from answerable.wording.entry_words import shortened
from answerable.wording.lists import capital, ended
from answerable.wording.words import Words

SHOWN_GAPS = 6


class Act(Struct, frozen=True, kw_only=True):
    """A button or a link of parts/actions.html."""

    label: str
    name: str = ""
    value: str = ""
    url: str = ""
    plain: bool = False


class Mail(Struct, frozen=True, kw_only=True):
    """When the mail was last looked at, by whom; `looked_url` where one says so today, "" when it was today."""

    text: str
    looked_url: str
    waiting: tuple[Link, ...]


class Fold(Struct, frozen=True, kw_only=True):
    """What a fold's heading says: the number is in it."""

    title: str
    phrase: str
    url: str
    link: str
    empty: str = ""


class NowPage(Struct, frozen=True, kw_only=True):
    """The first page of the contact group."""

    codename: str
    today: str
    last_entry: str
    all_url: str
    lead: str
    jobs: tuple[Job, ...]
    more_jobs: tuple[Job, ...]
    more: str
    nothing_due: str
    left: tuple[Link, ...]
    scope: tuple[told.Line, ...]
    mail: Mail
    acts: tuple[Act, ...]
    contact: Fold
    plot: gaps.Plot
    beside: tuple[Link, ...]
    demands: Fold
    demands_table: tables.Table
    around: Fold
    around_table: tables.Table
    reminders: tuple[tables.Reminder, ...]
    quiet: tuple[str, ...]


def now_page(opened: OpenProcess) -> NowPage:
    """Return the first page of the contact group."""
    words, telling, state = words_of(opened), telling_of(opened), opened.state
    shown, folded = duties.first_three(jobs.due(opened, Role.CONTACT))
    alias = {"alias": opened.alias}
    return NowPage(
        codename=state.process.codename,
        today=f"{days.weekday_day(opened.today, words)}.",
        last_entry=last_entry(opened, words),
        all_url=reverse("everything", kwargs=alias),
        lead=_lead(opened, words),
        jobs=tuple(jobs.job(opened, duty) for duty in shown),
        more_jobs=tuple(jobs.job(opened, duty) for duty in folded),
        more=_more(len(folded), words),
        nothing_due=lead_wording.nothing_due(words),
        left=_left(opened, words),
        scope=told.changes(opened),
        mail=_mail(opened, words),
        acts=(
            Act(label=_go_on(opened), url=reverse("contact-new", kwargs=alias)),
            Act(label=_("Write a note"), url=reverse("note-new", kwargs=alias), plain=True),
            Act(label=_("Something she may need to know soon"), url=reverse("soon-new", kwargs=alias), plain=True),
        ),
        contact=_contact(opened, words),
        plot=gaps.plot(state, opened.today, telling, most=SHOWN_GAPS),
        beside=tuple(filter(None, (_next_list(opened), _step(opened, words)))),
        demands=demands_fold(opened, words),
        demands_table=tables.demands_table(opened),
        around=_around(opened, words),
        around_table=tables.around_table(opened),
        reminders=tables.reminders(opened),
        quiet=(*quiet(opened), *told.long_quiet(opened)),
    )


def _go_on(opened: OpenProcess) -> str:
    """Return the label of the one filled button: a draft of one's own waits there, or an empty form."""
    return _("Write down a contact") if record.draft_of(opened, FORM) is None else _("Go on with your draft")


def _more(count: int, words: Words) -> str:
    """Return how many due things stand under the fold."""
    return ngettext("One more thing", "%(count)s more things", count) % {"count": capital(days.number(count, words))}


def last_entry(opened: OpenProcess, words: Words) -> str:
    """Return when the newest entry was written, and by whom."""
    filed = opened.state.timeline[-1]
    text = _("Last entry %(day)s, by %(name)s.")
    return text % {
        "day": days.near_day(day_of(filed.entry.at, opened.zone), words),
        "name": words.name(filed.author),
    }


def _lead(opened: OpenProcess, words: Words) -> str:
    """Return the one sentence; where nothing of it was taken on, say so instead of nothing."""
    found = lead_wording.lead(state_sentence(opened.state, opened.today), words)
    return found or _("The group has taken on neither a rhythm of contact nor of updates.")


def _left(opened: OpenProcess, words: Words) -> tuple[Link, ...]:
    """Return the duties that were declined and that nobody took since (R25)."""
    found = []
    for one in duties.declined(opened.state, opened.today):
        said = _("%(job)s. %(name)s: %(why)s") % {
            "job": duty_wording.title(one.duty, words),
            "name": words.name(one.item.author),
            "why": shortened(one.item.entry.why, tables.SENTENCE),
        }
        url = reverse("duty", kwargs={"alias": opened.alias, "ident": jobs.ident_of_duty(opened, one.duty)})
        found.append(Link(text=said, url=url, link=_("Look at it")))
    return tuple(found)


def _mail(opened: OpenProcess, words: Words) -> Mail:
    """Return the line about the mail, and questions that wait (R55)."""
    upkeep, alias = opened.state.upkeep, {"alias": opened.alias}
    if upkeep.last_looked_on is None:
        text = _("Nobody has noted yet that the mail was looked at.")
    else:
        newest = max(upkeep.looked_at, key=lambda item: (item.entry.on, item.seq))
        text = _("Last looked at %(day)s, by %(name)s.") % {
            "day": days.near_day(newest.entry.on, words),
            "name": words.name(newest.author),
        }
    asked = [one for one in opened.state.questions if one.asked_by is Role.SUPPORT and not one.answers]
    waits = ngettext(
        "One question from the support group is waiting.",
        "%(count)s questions from the support group are waiting.",
        len(asked),
    )
    link = Link(text=waits % {"count": len(asked)}, url=reverse("messages", kwargs=alias), link=_("Read it"))
    today = upkeep.last_looked_on == opened.today
    return Mail(
        text=text,
        looked_url="" if today else reverse("looked", kwargs=alias),
        waiting=(*((link,) if asked else ()), *named_in(opened)),
    )


def _contact(opened: OpenProcess, words: Words) -> Fold:
    """Return the heading of the gaps: how many days, how many agreed."""
    found = gaps.gaps(opened.state, opened.today)[0]
    months = policy_on(opened.state.process.policies, opened.today).contact_every_months
    since = _("%(days)s since we began") if found.opening else _("%(days)s since the last one")
    phrase = since % {"days": days.days_count(found.days, words)}
    if months:
        phrase = _("%(since)s, %(months)s agreed") % {"since": phrase, "months": days.months_count(months, words)}
    url = reverse("contacts", kwargs={"alias": opened.alias})
    return Fold(title=_("Contact"), phrase=phrase, url=url, link=_("All contacts"))


def _next_list(opened: OpenProcess) -> Link | None:
    """Return how much stands on the list for the next contact: what he evaded or left open comes back there (R26)."""
    telling = telling_of(opened)
    count = len(agenda(opened.state, opened.today, telling))
    text = ngettext(
        "One point is on the list for the next contact.",
        "%(count)s points are on the list for the next contact.",
        count,
    )
    said = capital(text % {"count": days.number(count, telling.words)})
    url = reverse("contacts", kwargs={"alias": opened.alias})
    return Link(text=said, url=f"{url}#next", link=_("See the list")) if count else None


def _step(opened: OpenProcess, words: Words) -> Link | None:
    """Return the highest step of what is open, in a sentence; nothing where no step was taken (Fixed meanings)."""
    found = next((one for one in steps.open_concerns(opened.state) if one.highest is not None), None)
    if found is None:
        return None
    text = _("%(about)s: %(step)s") % {
        "about": step_wording.concern(found, words),
        "step": ended(step_wording.highest(found, words)),
    }
    url = reverse("steps-one", kwargs={"alias": opened.alias, "ident": text_of(found.concern_id)})
    return Link(text=text, url=url, link=_("Look at it"))


def demands_fold(opened: OpenProcess, words: Words) -> Fold:
    """Return the heading of the demands: how many, how many not asked yet."""
    count, unasked = len(tables.standing_demands(opened)), tables.not_asked(opened)
    phrase = _count(count, words)
    if count and unasked:
        phrase = _("%(count)s, %(unasked)s not asked yet") % {"count": phrase, "unasked": _count(unasked, words)}
    return Fold(
        title=_("Demands"),
        phrase=phrase,
        url=reverse("demands", kwargs={"alias": opened.alias}),
        link=_("All demands"),
        empty="" if count else _("No demands yet. They come from the support group."),
    )


def _around(opened: OpenProcess, words: Words) -> Fold:
    """Return the heading of the people around X."""
    people = opened.state.surroundings.people
    know = [one for one in people if one.know]
    groups = [one for one in know if not one.is_one_person]
    seen = sum(one.word is DemandWord.SEEN for one in groups)
    phrase = _count(len(groups), words)
    if seen:
        phrase = _("%(count)s, %(seen)s confirmed") % {"count": phrase, "seen": _count(seen, words)}
    if single := len(know) - len(groups):
        and_people = ngettext("%(groups)s, and one person", "%(groups)s, and %(count)s people", single)
        phrase = and_people % {"groups": phrase, "count": days.number(single, words)}
    empty = _("Nobody around %(x)s is listed yet. Ask him first whom he has told.") % {"x": words.person_x}
    return Fold(
        title=_("People around %(x)s") % {"x": words.person_x},
        phrase=phrase,
        url=reverse("around", kwargs={"alias": opened.alias}),
        link=_("All people around %(x)s") % {"x": words.person_x},
        empty="" if groups else _("No group knows, as far as we know.") if people else empty,
    )


def _count(number: int, words: Words) -> str:
    """Return a count as it stands alone."""
    if number == 0:
        return _("none yet")
    return _("one") if number == 1 else days.number(number, words)


def quiet(opened: OpenProcess) -> tuple[str, ...]:
    """Return what is told quietly: entries that do not fit, and a newer program (entries.md)."""
    said = []
    unfit = len(opened.state.does_not_fit)
    if unfit:
        text = ngettext(
            "One entry does not fit and counts for nothing: whoever wrote it could not write such an entry.",
            "%(count)s entries do not fit and count for nothing: whoever wrote them could not write such entries.",
            unfit,
        )
        said.append(text % {"count": unfit})
    if opened.newer:
        said.append(_("A newer version of this program wrote here. Until you update it, read only."))
    if not opened.given:
        said.append(_("What was written before you came has not been given to your group yet. Ask the contact group."))
    return tuple(said)


class Happened(Struct, frozen=True, kw_only=True):
    """Something that happened, in a line."""

    day: str
    text: str
    url: str


class OtherNowPage(Struct, frozen=True, kw_only=True):
    """The first page of the support group, and of supervision; nothing on it must be answered."""

    codename: str
    today: str
    all_url: str
    lead: str
    waiting: tuple[Link, ...]
    asks: tuple[told.Line, ...]
    jobs: tuple[Job, ...]
    nothing_waits: str
    happened: tuple[Happened, ...]
    updates: tuple[Link, ...]
    short: Link | None
    reach: told.Line | None
    stopping: told.Line | None
    demands: Fold
    demands_table: tables.Table
    quiet: tuple[str, ...]


def entry_url(opened: OpenProcess, entry_id: bytes) -> str:
    """Return the page of an entry."""
    return reverse("entry", kwargs={"alias": opened.alias, "ident": text_of(entry_id)})

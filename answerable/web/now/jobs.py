"""Due things as rows: the job, why, who has it, where it is done, where one takes it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import members
from answerable.actions.reading import OpenProcess
from answerable.core import duties
from answerable.core.calendar import Standing, day_of
from answerable.core.circles import Role
from answerable.core.duties import Code, Duty, Waiting
from answerable.core.duties.duty import UpdateStage
from answerable.sealing.derivation import digest
from answerable.web.base.forms import text_of
from answerable.web.base.telling import words_of
from answerable.wording import duties as wording
from answerable.wording.lists import capital
from answerable.wording.words import Words

PLACES = {
    Code.CONTACT: "contact-new",
    Code.DEMANDS: "demands-on",
    Code.ANSWER_OBJECTION: "messages",
    Code.ANSWER_QUESTION: "messages",
    Code.GIVE_VIEW: "decisions",
    Code.WRITE_OUTCOME: "decisions",
    Code.DECISION_AGAIN: "decisions",
    Code.UPDATE: "updates",
    Code.AGREEMENTS: "agreements",
    Code.LOOK_AGAIN: "change-look",
    Code.READ_OUTGOING: "outgoing",
    Code.TELL_BACK: "answers-back",
    Code.HIS_ANSWER: "contacts",
    Code.LET_IN: "people",
    Code.SIZE: "people",
    Code.REPLACEMENT: "people",
    Code.TERM: "people",
    Code.MEETINGS: "people",
    Code.LIFESPAN: "people",
    Code.SUPERVISION: "people",
}
SUBJECT_PAGES = {
    Code.UPDATE: "update",
    Code.WHO_HEARS: "around-hear",
    Code.OFFER_TALK: "around-one",
    Code.ANSWER_OBJECTION: "message",
    Code.ANSWER_QUESTION: "message",
    Code.GIVE_VIEW: "decision",
    Code.WRITE_OUTCOME: "decision",
    Code.DECISION_AGAIN: "decision",
    Code.DECIDE_STEP: "steps-one",
    Code.STEP_AGAIN: "steps-one",
    Code.TELLING_PLAN: "sheet-plan",
    Code.NOTICE_OVER: "sheet-proof",
    Code.CIRCLE_AGAIN: "sheet",
}
"""Where a job is done; those that are not here are done on their own page, or beside a letter or demand."""

KINDS = {Standing.LATE: "late", Standing.DUE: "due", Standing.SOON: "soon"}


class Job(Struct, frozen=True, kw_only=True):
    """One due thing as a row."""

    label: str
    url: str
    who: str
    kind: str
    word: str
    take_url: str
    take_link: str


def waiting(opened: OpenProcess) -> tuple[Waiting, ...]:
    """Return who waits for a second member, with the day since when, as near as the record tells (R21)."""
    found = []
    for newcomer in members.waiting(opened):
        circle = opened.circle(newcomer.role)
        seq = next((vouch.seq for vouch in opened.ledger.waiting(circle) if vouch.user == newcomer.user), 0)
        later = next((filed for filed in opened.state.timeline if filed.seq > seq), None)
        since_on = day_of(later.entry.at, opened.zone) if later else opened.today
        found.append(Waiting(user=newcomer.user, role=newcomer.role, since_on=min(since_on, opened.today)))
    return tuple(found)


def due(opened: OpenProcess, role: Role) -> tuple[Duty, ...]:
    """Return what this circle owes now, newcomers with it."""
    return duties.due(opened.state, opened.today, role=role, waiting=waiting(opened))


def ident_of_duty(opened: OpenProcess, duty: Duty) -> str:
    """Return what stands for a duty in a URL: its key would say what it is about (C4)."""
    return text_of(digest(b"duty" + opened.process + duty.key.encode())[:16])


def job(opened: OpenProcess, duty: Duty) -> Job:
    """Return one due thing as a row."""
    words = words_of(opened)
    mine = opened.user_id in duty.owners
    may_take = Role.CONTACT in opened.roles and Role.CONTACT in duty.roles
    own_page = reverse("duty", kwargs={"alias": opened.alias, "ident": ident_of_duty(opened, duty)}) if may_take else ""
    links = {True: _("Give it back"), False: _("Take it, or not") if not duty.owners else _("Join in, or not")}
    return Job(
        label=capital(wording.title(duty, words)),
        url=place_of(opened, duty) or own_page,
        who=_who(duty, words),
        kind=KINDS.get(duty.standing, ""),
        word=wording.state(duty, words),
        take_url=own_page,
        take_link=links[mine],
    )


def _who(duty: Duty, words: Words) -> str:
    return wording.who_line(duty, words)


def place_of(opened: OpenProcess, duty: Duty) -> str:
    """Return where the job is done, or "" where its own page is the place."""
    alias = {"alias": opened.alias}
    if duty.code is Code.READ_COPIES:
        return reverse("copies", kwargs=alias)
    if duty.code is Code.UPDATE and duty.facts.stage is UpdateStage.NOT_WRITTEN:
        return reverse("update-new", kwargs=alias)
    if duty.subjects and (name := SUBJECT_PAGES.get(duty.code)):
        return reverse(name, kwargs={**alias, "ident": text_of(duty.subjects[0])})
    if duty.code is Code.CONTACT and not opened.state.contacts.reached_days:
        return reverse("contact-new", kwargs=alias)
    name = PLACES.get(duty.code)
    return reverse(name, kwargs=alias) if name else ""

"""Now for the support group and for supervision: what happened, what is new, where the demands stand."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.actions.reading import OpenProcess
from answerable.core.calendar import day_of
from answerable.core.circles import Role
from answerable.core.entries import (
    DutyTaken,
    Entry,
    Invitation,
    MemberNamed,
    PresenceSet,
    ReadAgainstSource,
    StanceAffirmed,
)
from answerable.web.base.copied import link_to
from answerable.web.base.telling import telling_of, words_of
from answerable.web.now import jobs, tables, told
from answerable.web.now.links import Link
from answerable.web.now.named import named_in
from answerable.web.now.page import Happened, OtherNowPage, demands_fold, entry_url, quiet
from answerable.wording import days
from answerable.wording import entries as wording
from answerable.wording.words import Words

THREE_MONTHS = timedelta(days=92)
MOST = 20
NOT_NEWS: tuple[type[Entry], ...] = (
    DutyTaken,
    Invitation,
    MemberNamed,
    PresenceSet,
    ReadAgainstSource,
    StanceAffirmed,
)
NEWEST_UPDATES = 3


def other_now_page(opened: OpenProcess) -> OtherNowPage:
    """Return the first page of those who do not meet X."""
    words = words_of(opened)
    role = Role.SUPPORT if Role.SUPPORT in opened.roles else Role.SUPERVISION
    return OtherNowPage(
        codename=opened.state.process.codename,
        today=f"{days.weekday_day(opened.today, words)}.",
        all_url=reverse("everything", kwargs={"alias": opened.alias}),
        lead=_lead(opened, words),
        asks=told.asked(opened) if role is Role.SUPPORT else (),
        waiting=(*named_in(opened), *(_waiting(opened) if role is Role.SUPPORT else ())),
        jobs=tuple(jobs.job(opened, duty) for duty in jobs.due(opened, role)),
        nothing_waits=_("Nothing waits for you."),
        happened=_happened(opened),
        updates=_updates(opened, words),
        short=_short(opened),
        reach=told.reach(opened) if role is Role.SUPPORT else None,
        stopping=told.stopping(opened) if role is not Role.SUPPORT else None,
        demands=demands_fold(opened, words),
        demands_table=tables.demands_table(opened),
        quiet=quiet(opened),
    )


def _lead(opened: OpenProcess, words: Words) -> str:
    """Return when the newest update came."""
    handed = opened.state.updates.handed_over
    if not handed:
        return _("There is no update yet. The contact group writes one about every three months.")
    newest = handed[-1].entry
    return _("The newest update came %(day)s. It is about %(span)s.") % {
        "day": days.near_day(newest.on, words),
        "span": days.span(newest.period.from_on, newest.period.to_on, words),
    }


def _waiting(opened: OpenProcess) -> tuple[Link, ...]:
    """Return what the contact group asked; it can be answered or left (the letter: they might not respond)."""
    asked = [one for one in opened.state.questions if one.asked_by is Role.CONTACT and not one.answers]
    if not asked:
        return ()
    text = ngettext(
        "The contact group has a question. You can answer it, or leave it.",
        "The contact group has %(count)s questions. You can answer them, or leave them.",
        len(asked),
    )
    url = reverse("messages", kwargs={"alias": opened.alias})
    return (Link(text=text % {"count": len(asked)}, url=url, link=_("Read it")),)


def _updates(opened: OpenProcess, words: Words) -> tuple[Link, ...]:
    """Return the newest updates."""
    newest = reversed(opened.state.updates.handed_over[-NEWEST_UPDATES:])
    return tuple(
        Link(
            text=days.near_day(item.entry.on, words),
            url=entry_url(opened, item.entry_id),
            link=days.span(item.entry.period.from_on, item.entry.period.to_on, words),
        )
        for item in newest
    )


def _short(opened: OpenProcess) -> Link | None:
    """Return the way to the short version of the newest update, for the group that keeps what reaches her (R13)."""
    handed = opened.state.updates.handed_over
    if not handed or Role.SUPPORT not in opened.roles:
        return None
    return Link(text="", url=link_to("update-short", opened, handed[-1].entry_id), link=_("Short version, one page"))


def _happened(opened: OpenProcess) -> tuple[Happened, ...]:
    """Return what was written in the last three months that this member can read, newest first."""
    telling, state = telling_of(opened), opened.state
    unfit = {one.filed.entry_id for one in state.does_not_fit}
    rows: list[Happened] = []
    for filed in reversed(state.timeline):
        on = day_of(filed.entry.at, opened.zone)
        if filed.seq < 0 or on < opened.today - THREE_MONTHS or len(rows) == MOST:
            break
        gone = filed.entry_id in state.taken_out or filed.entry_id in state.corrected_by or filed.entry_id in unfit
        if gone or isinstance(filed.entry, NOT_NEWS):
            continue
        text = wording.short(filed.entry, telling)
        rows.append(Happened(day=telling.day(on), text=text, url=entry_url(opened, filed.entry_id)))
    return tuple(rows)

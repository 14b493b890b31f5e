"""The frame's struct, fed to base/layout.html: who is here, what the menu holds, when it locks."""

from typing import NamedTuple

import msgspec
from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from answerable.actions import alarms as alarm_notes
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.web.base import clock, exit_page, menu
from answerable.web.base.menu import MenuItem
from answerable.web.base.session import Request

NOW, NEW, ENTRY, ENTRIES = "Now", "New entry", "Entry", "Entries"
PEOPLE, UPDATE, MESSAGES, SETTINGS, SIGN_IN = "People", "Update", "Messages", "Settings", "Sign in"


def titles() -> tuple[str, ...]:
    """Return the only words a title may have, in the page's language (C4)."""
    return (
        _("Now"),
        _("New entry"),
        _("Entry"),
        _("Entries"),
        _("People"),
        _("Update"),
        _("Messages"),
        _("Settings"),
        _("Sign in"),
    )


class Alarm(NamedTuple):
    """What the alarm box says, and where it can be noted."""

    text: str
    url: str


class Seat(NamedTuple):
    """Somebody as whom one can look round the practice process; `group` stands before the first of its group."""

    label: str
    value: str
    current: bool
    group: str = ""


class Practice(NamedTuple):
    """The band above the practice process."""

    url: str
    leave_url: str
    seats: tuple[Seat, ...]


class Shell(msgspec.Struct, frozen=True):
    """Everything base/layout.html shows round a page."""

    site_name: str
    title: str
    language: str
    theme: str
    other_language: str
    language_url: str
    close_url: str
    help_url: str
    refused: bool = False
    dir: str = "ltr"
    signed_in: bool = False
    menu: tuple[MenuItem, ...] = ()
    more: tuple[MenuItem, ...] = ()
    menu_now: str = ""
    member_name: str = ""
    group_name: str = ""
    reads: str = ""
    locks_at: str = ""
    refresh_url: str = ""
    today: str = ""
    alarms: tuple[Alarm, ...] = ()
    notice: str = ""
    practice: Practice | None = None
    home_url: str = "/"
    lock_url: str = ""
    sessions_url: str = ""
    danger_url: str = ""
    here: str = ""


def bare(request: Request, title: str, *, refused: bool = False) -> Shell:
    """Return the frame of a page outside a process: sign-in, first run, errors."""
    visit = request.visit
    return Shell(
        site_name=exit_page.site_name(),
        title=title,
        refused=refused,
        language=visit.language,
        theme=visit.theme,
        other_language="de" if visit.language == "en" else "en",
        language_url=reverse("language"),
        close_url=reverse("close"),
        help_url=reverse("help"),
        notice=visit.hear(),
        signed_in=visit.seed is not None,
        lock_url=reverse("lock") if visit.seed is not None else "",
        here=request.path if request.method == "GET" else "",
    )


def inside(request: Request, opened: OpenProcess, title: str, *, place: str, refused: bool, writing: bool) -> Shell:
    """Return the frame of a page of a process; `writing` pages hold a form and never go to /locked by themselves."""
    base = bare(request, title, refused=refused)
    person_x = opened.state.process.person_x
    items, more = menu.items(opened.alias, opened.roles, here=place, person_x=person_x)
    current = next((item.label for item in (*items, *more) if item.current), title)
    return msgspec.structs.replace(
        base,
        signed_in=True,
        menu=tuple(items),
        more=tuple(more),
        menu_now=current,
        member_name=name_of(opened, opened.user_id),
        group_name=", ".join(group_name(role) for role in sorted(opened.roles)),
        reads=reads_sentence(opened),
        locks_at="" if opened.practice and writing else clock.clock_time(opened.zone, request.visit.locks_at),
        refresh_url="" if writing else reverse("locked"),
        today=date_format(opened.today, "j. F" if base.language == "de" else "j F"),
        alarms=alarms(opened),
        practice=practice(request, opened),
        home_url=reverse("now", kwargs={"alias": opened.alias}),
        lock_url=reverse("lock"),
        sessions_url=reverse("sessions", kwargs={"alias": opened.alias}),
        danger_url=reverse("danger", kwargs={"alias": opened.alias}),
    )


def group_name(role: Role) -> str:
    """Return what a circle is called in sentences."""
    return {
        Role.CONTACT: _("contact group"),
        Role.SUPPORT: _("support group"),
        Role.SUPERVISION: _("supervision group"),
    }[role]


def reads_sentence(opened: OpenProcess) -> str:
    """Return for whom what the page shows is sealed."""
    return {
        Role.CONTACT: _("What you see here is sealed for the contact group."),
        Role.SUPPORT: _("What you see here is sealed for the support group and the contact group."),
        Role.SUPERVISION: _("What you see here is sealed for the supervision group and those who wrote it."),
    }[min(opened.roles)]


def name_of(opened: OpenProcess, user: bytes) -> str:
    """Return the name a member has here, or what to call somebody who has not said one yet."""
    member = opened.state.members.get(user)
    return member.named.entry.shown_name if member else _("a member")


def alarms(opened: OpenProcess) -> tuple[Alarm, ...]:
    """Return a line for each row that is not what was written (C2)."""
    url = "" if alarm_notes.is_noted(opened) else reverse("alarm", kwargs={"alias": opened.alias})
    lines: list[Alarm] = []
    for finding in (*opened.altered, *opened.withheld):
        place = opened.ledger.size if finding.seq is None else finding.seq
        missing = finding in opened.withheld
        text = _("Entry %(number)s is missing.") if missing else _("Entry %(number)s was changed or damaged.")
        lines.append(Alarm(text % {"number": place + 1}, url if not lines else ""))
    return tuple(lines)


def practice(request: Request, opened: OpenProcess) -> Practice | None:
    """Return the band of the practice process."""
    if not opened.practice:
        return None
    groups = {
        member.named.entry.shown_name: ", ".join(group_name(role) for role in sorted(member.roles))
        for member in opened.state.members.values()
    }
    seats: list[Seat] = []
    before = ""
    for name, seed in request.visit.kept.practice.items():
        group = groups.get(name, before)
        seats.append(Seat(name, name, seed == request.visit.seed, group if group != before else ""))
        before = group
    return Practice(reverse("practice-seat"), reverse("practice-leave"), tuple(seats))


def time_of(request: Request, moment: int) -> str:
    """Return a clock time outside a process, in the host's zone."""
    del request
    return clock.clock_time(settings.TIME_ZONE, moment)

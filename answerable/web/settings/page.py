"""What the settings show: a list of places, and one's sessions."""

from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import reminders
from answerable.actions.reading import OpenProcess
from answerable.actions.sessions import Session
from answerable.core.circles import Role
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from answerable.wording import days
from answerable.wording.words import Words, words_for


class Act(NamedTuple):
    """A button or a link of a page, as parts/actions.html shows it."""

    label: str
    url: str = ""
    plain: bool = False
    name: str = ""
    value: str = ""


class Place(NamedTuple):
    """A link with a line about what it leads to."""

    label: str
    url: str
    text: str


class Choice(NamedTuple):
    """A button that chooses something at once."""

    label: str
    value: str
    current: bool


class SettingsPage(Struct, frozen=True, kw_only=True):
    """Settings."""

    own: tuple[Place, ...]
    ours: tuple[Place, ...]
    languages: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    language_url: str
    theme_url: str
    here: str
    another_url: str
    sign_out_url: str


class FormPage(Struct, frozen=True, kw_only=True):
    """A page with one form."""

    lead: str
    notes: tuple[str, ...]
    actions: tuple[Act, ...]
    back: str
    afterwards: str = ""


class SessionRow(NamedTuple):
    """One session: since when, last active, and its id where it can be ended."""

    since: str
    active: str
    ident: str
    here: bool


class SessionsPage(Struct, frozen=True, kw_only=True):
    """One's sessions."""

    lead: str
    refused: str
    rows: tuple[SessionRow, ...]
    others: bool
    back: str


def words_of(opened: OpenProcess) -> Words:
    """Return the words in which the process is shown to whoever looks."""
    return words_for(
        opened.state,
        opened.today,
        language=get_language() or "en",
        gettext=_,
        ngettext=ngettext,
        pgettext=pgettext,
    )


def url(name: str, opened: OpenProcess) -> str:
    """Return the URL of a page of this process."""
    return reverse(name, kwargs={"alias": opened.alias})


def settings_page(opened: OpenProcess, *, language: str, theme: str) -> SettingsPage:
    """Return the settings as this member may see them."""
    themes = (("", _("As the device says")), ("light", _("Light")), ("dark", _("Dark")))
    return SettingsPage(
        own=_own(opened),
        ours=_ours(opened),
        languages=tuple(
            Choice(label, code, code == language) for code, label in (("en", "English"), ("de", "Deutsch"))
        ),
        themes=tuple(Choice(label, value, value == theme) for value, label in themes),
        language_url=reverse("language"),
        theme_url=reverse("theme"),
        here=url("settings", opened),
        another_url=url("settings-another", opened),
        sign_out_url=reverse("sign-out"),
    )


def _own(opened: OpenProcess) -> tuple[Place, ...]:
    """Return the places about oneself; in a practice process nobody has a passphrase."""
    if opened.practice:
        return ()
    kept = reminders.settings_of(opened.user_id)
    mail = _("None. You get no mail.") if kept is None else _("At most one mail a week.")
    return (
        Place(_("Your devices and sessions"), url("sessions", opened), _("Where you are signed in; ending it.")),
        Place(_("Your passphrase"), url("settings-passphrase", opened), _("Take a new one.")),
        Place(_("Your paper"), url("settings-paper", opened), _("A new recovery code. The one before ends.")),
        Place(_("Reminders by mail"), url("settings-mail", opened), mail),
    )


def _ours(opened: OpenProcess) -> tuple[Place, ...]:
    """Return the places about the group and the site."""
    places = []
    if settings.LOOPBACK and Role.CONTACT in opened.roles:
        text = _("The word in the bar, and where Close leads.")
        places.append(Place(_("Site name and exit page"), url("settings-site", opened), text))
    text = _("All that is kept, locked as it is. Keep it somewhere else.")
    places.append(Place(_("Download the sealed archive"), url("archive", opened), text))
    places.append(Place(_("Leave the group"), url("leave-group", opened), _("Hand over and lose your keys.")))
    return tuple(places)


def sessions_page(opened: OpenProcess, sessions: tuple[Session, ...], refused: int) -> SessionsPage:
    """Return one's sessions, this one first."""
    words = words_of(opened)
    said = ngettext("%(count)s refused sign-in today.", "%(count)s refused sign-ins today.", refused)
    return SessionsPage(
        lead=ngettext(
            "You are signed in here, and nowhere else.", "You are signed in at %(count)s places.", len(sessions)
        )
        % {"count": days.number(len(sessions), words)},
        refused=said % {"count": refused} if refused else "",
        rows=tuple(_row(opened, one, words) for one in sessions),
        others=len(sessions) > 1,
        back=url("settings", opened),
    )


def _row(opened: OpenProcess, one: Session, words: Words) -> SessionRow:
    known = bool(one.started_at)
    return SessionRow(
        since=_moment(opened, one.started_at, words) if known else _("not known"),
        active=_moment(opened, one.active_at, words) if known else _("not known"),
        ident="" if one.here else text_of(one.session),
        here=one.here,
    )


def _moment(opened: OpenProcess, moment: int, words: Words) -> str:
    day = days.near_day(clock.day_in(opened.zone, moment), words)
    return _("%(day)s, %(time)s") % {"day": day, "time": clock.clock_time(opened.zone, moment)}

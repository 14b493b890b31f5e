"""The list of settings, one's sessions, and beginning another process."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import accounts, sessions
from answerable.actions.reading import OpenProcess
from answerable.web.base import shells
from answerable.web.base.forms import ident_of
from answerable.web.base.guard import POST, READ_WRITE, MemberRequest, member
from answerable.web.base.pages import go, show
from answerable.web.base.rules import ALL
from answerable.web.settings.page import sessions_page, settings_page


@member(*ALL, action="read")
def settings(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """What one can set, for oneself and for the group."""
    page = settings_page(opened, language=request.visit.language, theme=request.visit.theme)
    return show(request, "settings/home.html", _("Settings"), place="settings", page=page)


@member(*ALL, action="choose", methods=READ_WRITE)
def own_sessions(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Where one is signed in; POST ends one (`session`) or all others."""
    visit = request.visit
    if request.method == "POST":
        request.visit.say(_end(request, opened))
        return go("sessions", alias=opened.alias)
    found = sessions.sessions_of(opened.user_id, visit.seed or b"", here=visit.session)
    page = sessions_page(opened, found, accounts.refused_today(opened.user_id, now=opened.now))
    return show(request, "settings/sessions.html", _("Settings"), place="settings", page=page, writing=True)


def _end(request: MemberRequest, opened: OpenProcess) -> str:
    chosen = request.POST.get("session", "")
    if not chosen:
        sessions.end_others(opened.user_id, here=request.visit.session)
        return _("All other sessions are ended.")
    try:
        session = ident_of(chosen)
    except ValueError:
        return _("This session was over already.")
    if session == request.visit.session or not sessions.end(opened.user_id, session):
        return _("This session was over already.")
    return _("This session is ended.")


@member(*ALL, action="begin", methods=POST)
def another(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Begin a further process, in the pages of the first run."""
    if opened.practice:
        request.visit.say(_("This is practice. Leave it first, then begin a process that stays."))
        return go("settings", alias=opened.alias)
    request.visit.carry(name=shells.name_of(opened, opened.user_id))
    return go("start-codename")

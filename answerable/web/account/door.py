"""Sign in and out, lock, Close, language: what stands before and around every page."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from answerable.actions import accounts, processes
from answerable.store import people
from answerable.web.account.forms import SignInForm
from answerable.web.base import clock, exit_page, shells, unlock
from answerable.web.base.guard import POST, READ_WRITE, anyone, signed_in
from answerable.web.base.pages import go, show_bare
from answerable.web.base.session import LANGUAGE_COOKIE, LANGUAGES, THEME_COOKIE, THEMES, Request, set_cookie

_YEAR = 365 * 24 * 60 * 60


@anyone(action="read")
def welcome(request: Request) -> HttpResponseBase:
    """The first page: on a machine-local start it offers practice and Begin, elsewhere the sign-in."""
    if request.visit.user is not None:
        return go("groups")
    if people.any_account() and not settings.LOOPBACK:
        return go("sign-in")
    context = {"loopback": settings.LOOPBACK, "fresh": not people.any_account()}
    return show_bare(request, "account/welcome.html", _("Sign in"), **context)


@anyone(action="sign-in", methods=READ_WRITE)
def sign_in(request: Request) -> HttpResponseBase:
    """Name and passphrase; the same answer and work whichever of them is wrong."""
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        try:
            identity = accounts.sign_in(form.cleaned_data["name"], form.cleaned_data["passphrase"], now=now)
        except accounts.WrongSignInError as error:
            wrong = _("That name and passphrase do not fit together. Check for a missing word.")
            form.add_error("passphrase", unlock.refusal_of(error, wrong))
        else:
            request.visit.sign_in(identity.user_id, identity.seed, now=now)
            processes.settle_in(identity, now=now)
            return go("groups")
    return show_bare(request, "account/sign_in.html", shells.titles()[-1], form=form)


@signed_in(action="leave", methods=POST)
def sign_out(request: Request) -> HttpResponseBase:
    """End this session and empty the browser's store of this site."""
    request.visit.end()
    return _cleared(go("welcome"))


@anyone(action="leave", methods=POST)
def close(request: Request) -> HttpResponseBase:
    """The quick exit: ends the session and leaves for a neutral page; the history still shows that one was here."""
    request.visit.end()
    response = HttpResponseRedirect(exit_page.url())
    response.status_code = 303
    return _cleared(response)


def _cleared(response: HttpResponse) -> HttpResponse:
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@anyone(action="leave", methods=POST)
def lock(request: Request) -> HttpResponseBase:
    """Forget the keys, stay here; out of practice, since no passphrase would lead back in."""
    if request.visit.kept.practice:
        said = _("In practice nobody has a passphrase to unlock with. So Lock has thrown the practice process away.")
        request.visit.start_over(said, now=clock.now())
        return go("welcome")
    request.visit.lock(now=clock.now())
    return go("locked")


@anyone(action="leave")
def locked(request: Request) -> HttpResponseBase:
    """Where a page goes by itself after twenty minutes; asking for it locks nothing."""
    visit = request.visit
    if visit.seed is not None:
        return go("groups")
    if visit.practice_over:
        return go("welcome")
    return unlock.ask(request, carried=()) if visit.locked else go("sign-in")


@anyone(action="sign-in", methods=POST)
def unlock_keys(request: Request) -> HttpResponseBase:
    """Take the keys in again; the answer leads back to where one was."""
    return unlock.with_keys(request, lambda: _back(request, fallback="/g"))


@anyone(action="leave", methods=POST)
def discard(request: Request) -> HttpResponseBase:
    """Sign in as somebody else after a lock: the visit ends, and what was carried with it."""
    request.visit.end()
    return go("sign-in")


@anyone(action="choose", methods=POST)
def language(request: Request) -> HttpResponseBase:
    """Switch between English and German."""
    response = _back(request, fallback="/")
    chosen = request.POST.get("language", "")
    if chosen in LANGUAGES:
        set_cookie(response, LANGUAGE_COOKIE, chosen, max_age=_YEAR)
    return response


@anyone(action="choose", methods=POST)
def theme(request: Request) -> HttpResponseBase:
    """Choose light or dark (Tor Browser always reports light)."""
    response = _back(request, fallback="/")
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        set_cookie(response, THEME_COOKIE, chosen, max_age=_YEAR)
    return response


def _back(request: Request, *, fallback: str) -> HttpResponse:
    """Answer 303 to the posted `next`, if it is a path of ours."""
    target = request.POST.get("next", "")
    ours = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    response = HttpResponseRedirect(target if ours else fallback)
    response.status_code = 303
    return response


@anyone(action="read")
def help_page(request: Request) -> HttpResponseBase:
    """What the buttons do; nothing about what this is for, since everybody can open it."""
    return show_bare(request, "account/help.html", _("Settings"), exit_page=exit_page.url())


@signed_in(action="read")
def groups(request: Request) -> HttpResponseBase:
    """Lead to the one group somebody has, or list several by codename."""
    found = processes.of_member(request.visit.seed or b"", now=clock.now())
    if len(found) == 1:
        return go(found[0].way_in, alias=found[0].alias)
    context = {"groups": found, "shell": shells.bare(request, _("Entries"))}
    return render(request, "account/groups.html", context)

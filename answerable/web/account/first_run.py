"""The first run: nine short pages from an empty installation to Now (interface.md 2)."""

import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import accounts, first_link, processes
from answerable.core.circles import Presence
from answerable.core.defaults import site as site_defaults
from answerable.sealing.identity import Identity
from answerable.sealing.spoken import dice_passphrase, shown_code
from answerable.store import host, people
from answerable.web.account.forms import (
    CodenameForm,
    NameForm,
    RhythmForm,
    SiteForm,
)
from answerable.web.base import clock, exit_page, shells
from answerable.web.base.guard import READ_WRITE, anyone, signed_in
from answerable.web.base.pages import go, show_bare
from answerable.web.base.passphrases import PaperCodeForm, PassphraseForm
from answerable.web.base.session import Request

HALF, ONE, TWO = later("half a minute"), later("one minute"), later("two minutes")
MINUTES = {2: HALF, 3: HALF, 4: TWO, 5: HALF, 6: HALF, 7: HALF, 8: ONE, 9: TWO}


def _step(request: Request, template: str, number: int, **more: object) -> HttpResponseBase:
    """Answer with one page of the first run."""
    title = shells.titles()[-2]
    return show_bare(request, f"account/{template}.html", title, step=number, minutes=MINUTES.get(number, ""), **more)  # type: ignore[arg-type]  # form and status are among them by name


def _may_begin(request: Request) -> None:
    """Let through only who may make the first account: on loopback, or with the console's link."""
    if people.any_account() or not (settings.LOOPBACK or request.visit.kept.carry.get("link")):
        raise Http404


@anyone(action="begin", methods=READ_WRITE)
def link(request: Request, token: str) -> HttpResponseBase:
    """The one-time link from a server's console: good for a day, and until there is an account."""
    if people.any_account() or not first_link.fits(token, now=clock.now()):
        return show_bare(request, "account/link_gone.html", shells.titles()[-1], status=410)
    if request.method == "POST":
        request.visit.carry(link="yes")
        return go("start-site")
    return show_bare(request, "account/link.html", shells.titles()[-1], writing=True)


@anyone(action="begin", methods=("POST",), loopback=True)
def start(request: Request) -> HttpResponseBase:
    """Begin, on a machine-local start."""
    _may_begin(request)
    return go("start-site")


@anyone(action="begin", methods=READ_WRITE)
def site(request: Request) -> HttpResponseBase:
    """Step 2: the site's neutral name and the exit page."""
    _may_begin(request)
    names = site_defaults.SITE_NAMES[request.visit.language]  # type: ignore[index]  # a StrEnum's value is its key
    initial = {"name": secrets.choice(names), "exit_page": exit_page.url()}
    form = SiteForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        host.keep_setting(exit_page.NAME, form.cleaned_data["name"].strip())
        host.keep_setting(exit_page.EXIT, form.cleaned_data["exit_page"])
        return go("start-name")
    return _step(request, "start_form", 2, form=form, lead=_("First a name for this site that says nothing."))


@anyone(action="begin", methods=READ_WRITE)
def name(request: Request) -> HttpResponseBase:
    """Step 3: a name, which may be invented."""
    _may_begin(request)
    form = NameForm(request.POST or None, initial={"name": request.visit.kept.carry.get("name", "")})
    if request.method == "POST" and form.is_valid():
        request.visit.carry(name=form.cleaned_data["name"].strip())
        return go("start-passphrase")
    return _step(request, "start_form", 3, form=form, lead=_("What do the others call you here?"))


@anyone(action="begin", methods=READ_WRITE)
def passphrase(request: Request) -> HttpResponseBase:
    """Step 4: six dice words, typed once again; the account begins here."""
    _may_begin(request)
    carried = request.visit.kept.carry
    if "name" not in carried:
        return go("start-name")
    form = PassphraseForm(request.POST or None, initial={"offered": dice_passphrase()})
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        identity = accounts.create_account(carried["name"], form.cleaned_data["passphrase"])
        request.visit.sign_in(identity.user_id, identity.seed, now=now)
        request.visit.carry(first_run="yes", name=carried["name"])
        return go("start-paper")
    offered = form["offered"].value()
    return _step(request, "start_passphrase", 4, form=form, offered=offered)


@signed_in(action="begin", methods=READ_WRITE)
def paper(request: Request) -> HttpResponseBase:
    """Step 4, second half: the recovery code, shown once, then its last four characters.

    Only while an account is being made: later, Settings asks for the passphrase before it draws a new code.
    """
    carried = request.visit.kept.carry
    if not (carried.get("first_run") or carried.get("joining")):
        return go("groups")
    step = 4 if carried.get("first_run") else 0
    if request.method == "POST" and "last" in request.POST:
        form = PaperCodeForm(request.POST, expected=carried.get("code_end", ""))
        if form.is_valid():
            request.visit.drop("code_end", "joining")
            return go("start-codename" if step else "groups")
        return _step(request, "start_paper_check", step, form=form)
    if request.method == "POST":
        code = accounts.new_recovery_code(request.visit.seed or b"")
        request.visit.carry(code_end=code[-4:])
        form = PaperCodeForm(expected=code[-4:])
        return _step(request, "start_paper_sheet", step, form=form, code=shown_code(code), by_hand=range(4))
    return _step(request, "start_paper", step, writing=True)


@signed_in(action="begin", methods=READ_WRITE)
def codename(request: Request) -> HttpResponseBase:
    """Step 5: a codename, what X is called, and which groups are here (R64)."""
    form = CodenameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        now = clock.now()
        first = processes.opening(
            codename=answers["codename"].strip(),
            person_x=answers["person_x"].strip(),
            language=request.visit.language,
            zone=settings.TIME_ZONE,
            support=Presence(answers["support"]),
            supervision=Presence(answers["supervision"]),
            now=now,
        )
        identity = Identity.from_seed(request.visit.seed or b"")
        name = request.visit.kept.carry.get("name", "") or _("Member")
        opened = processes.begin(identity, form.entry_id, first, shown_name=name, now=now)
        request.visit.carry(alias=opened.alias)
        return go("start-leaving")
    return _step(request, "start_form", 5, form=form, lead=_("A word for your work, and who else is here."))


@signed_in(action="begin", methods=READ_WRITE)
def leaving(request: Request) -> HttpResponseBase:
    """Step 6: what Lock and Close do, before they are needed."""
    if request.method == "POST":
        return go("start-rhythm")
    return _step(request, "start_leaving", 6, writing=True, exit_page=urlsplit(exit_page.url()).netloc)


@signed_in(action="begin", methods=READ_WRITE)
def rhythm(request: Request) -> HttpResponseBase:
    """Step 7: what the group takes on, by ticks (R4, R62)."""
    alias = request.visit.kept.carry.get("alias", "")
    form = RhythmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        opened = processes.open_alias(request.visit.seed or b"", alias, now=clock.now())
        processes.take_on(opened, form.entry_id, form.cleaned_data, now=clock.now())
        return go("start-others")
    return _step(request, "start_rhythm", 7, form=form)


@signed_in(action="begin")
def others(request: Request) -> HttpResponseBase:
    """Step 8: invite others, now or later."""
    alias = request.visit.kept.carry.get("alias", "")
    return _step(request, "start_others", 8, alias=alias) if alias else go("groups")


@signed_in(action="begin")
def ready(request: Request) -> HttpResponseBase:
    """Step 9: write down the first contact if there was one, or go to Now."""
    alias = request.visit.kept.carry.get("alias", "")
    request.visit.drop("first_run", "name", "link")
    return _step(request, "start_ready", 9, alias=alias) if alias else go("groups")

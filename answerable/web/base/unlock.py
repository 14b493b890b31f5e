"""A form sent after the lock loses nothing: the answer asks for the passphrase and carries the text along."""

from collections.abc import Callable

from django.forms.utils import ErrorDict
from django.http import HttpResponseRedirect
from django.http.request import QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from answerable.actions import accounts, host_keys
from answerable.web.base import clock, shells
from answerable.web.base.forms import PaperForm, line, secret
from answerable.web.base.session import Request

PASSPHRASE = "_passphrase"  # noqa: S105  # the name of a field
NAME = "_name"
WHO = "_who"
OWN = (PASSPHRASE, NAME, WHO)
SECRETS = ("passphrase", "again", "old", "code", "last")
"""Fields of passphrases and codes: never carried in a page; whoever goes on types them anew."""


def with_keys(request: Request, proceed: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Go on where the keys are here; else ask for them, with everything posted kept in the page."""
    visit = request.visit
    if visit.seed is not None:
        if request.method == "POST" and request.POST.get(WHO) not in (None, _tag(request)):
            return _another(request)
        return proceed()
    if visit.practice_over:
        return _see_other("welcome")
    if request.method != "POST":
        if visit.locked:
            return ask(request, carried=())
        return HttpResponseRedirect(reverse("sign-in"))
    return _unlock_and_go_on(request, proceed)


def _see_other(name: str) -> HttpResponseBase:
    response = HttpResponseRedirect(reverse(name))
    response.status_code = 303
    return response


def _unlock_and_go_on(request: Request, proceed: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Open the keys with what was typed under the text, then do what the form asked for."""
    visit = request.visit
    passphrase, name = request.POST.get(PASSPHRASE), request.POST.get(NAME)
    if passphrase is None:
        return ask(request, carried=carried_of(request))
    now = clock.now()
    try:
        if visit.user is not None:
            visit.unlock(accounts.seed_of_user(visit.user, passphrase, now=now), now=now)
        else:
            identity = accounts.sign_in(name or "", passphrase, now=now)
            if request.POST.get(WHO) != host_keys.form_tag(identity.user_id):
                visit.sign_in(identity.user_id, identity.seed, now=now)
                return _another(request)
            visit.sign_in(identity.user_id, identity.seed, now=now)
    except accounts.WrongSignInError as error:
        wrong = _("That name and passphrase do not fit together. Check for a missing word.")
        return ask(request, carried=carried_of(request), wrong=refusal_of(error, wrong))
    request.POST = without_own(request.POST)  # type: ignore[assignment]  # Django makes POST a property of bytes read
    return proceed()


def refusal_of(error: accounts.WrongSignInError, otherwise: str) -> str:
    """Return what a page says about a refused try: that the door is full, or what did not fit together."""
    if isinstance(error, accounts.TooManyTriesError):
        return _("Too many people are trying to sign in just now. Wait ten seconds, then try again.")
    return otherwise


class UnlockForm(PaperForm):
    """The passphrase, and the name where the session is gone; the names of the fields clash with no other form's."""

    def __init__(self, *, ask_name: bool, wrong: str) -> None:
        typed = {PASSPHRASE: "", NAME: ""} if wrong else None
        super().__init__(typed)
        if ask_name:
            self.fields[NAME] = line(_("Your name here"))
        self.fields[PASSPHRASE] = secret(_("Passphrase"), required=_("Write your passphrase"))
        if wrong:
            self.full_clean()
            self._errors = ErrorDict()
            self.add_error(PASSPHRASE, wrong)


def ask(request: Request, *, carried: tuple[tuple[str, str], ...], wrong: str = "") -> HttpResponseBase:
    """Return the page that asks for the passphrase (and for the name where the session is gone)."""
    visit = request.visit
    locked_at = visit.kept.locked_at
    target, posted = request.path, request.method == "POST"
    if not carried:
        back = reverse("groups") if posted else request.path
        carried, target = (("next", back),), reverse("unlock")
    if not any(name == WHO for name, _value in carried) and visit.user is not None:
        carried += ((WHO, _tag(request)),)
    context = {
        "shell": shells.bare(request, _("Sign in"), refused=bool(wrong)),
        "form": UnlockForm(ask_name=visit.user is None, wrong=wrong),
        "locked_at": shells.time_of(request, locked_at) if locked_at else "",
        "carried": carried,
        "has_text": target == request.path,
        "unlock_url": target,
        "discard_url": reverse("discard"),
    }
    return render(request, "base/locked.html", context, status=403 if posted else 200)


def carried_of(request: Request) -> tuple[tuple[str, str], ...]:
    """Return all posted fields, in order, but our own, secrets and the CSRF token; the member's tag travels on."""
    skip = {PASSPHRASE, NAME, "csrfmiddlewaretoken", *SECRETS}
    return tuple((name, str(value)) for name, values in request.POST.lists() if name not in skip for value in values)


def without_own(posted: QueryDict) -> QueryDict:
    """Return the posted fields without those that only unlock."""
    copy = posted.copy()
    for name in OWN:
        copy.pop(name, None)
    return copy


def _tag(request: Request) -> str:
    return host_keys.form_tag(request.visit.user) if request.visit.user else ""


def _another(request: Request) -> HttpResponseBase:
    """Say that the text was written by somebody else: it goes no further."""
    context = {"shell": shells.bare(request, _("Sign in"), refused=True), "home": reverse("groups")}
    return render(request, "base/another.html", context, status=409)

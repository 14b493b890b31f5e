"""Coming in with an invitation: the link, the code, a passphrase, and waiting until two members have let one in."""

from contextlib import suppress

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions import accounts, host_keys, joining, processes
from answerable.actions.joining import Place, Standing
from answerable.actions.writing import AlreadyWrittenError
from answerable.sealing.errors import RefusedError
from answerable.sealing.identity import Identity
from answerable.sealing.passphrases import dice_passphrase, safety_words
from answerable.store import log, people
from answerable.web.account.forms import CodeForm, JoinForm
from answerable.web.base import clock, shells
from answerable.web.base.forms import ident_of
from answerable.web.base.guard import READ_WRITE, anyone, signed_in
from answerable.web.base.pages import go, show_bare
from answerable.web.base.passphrases import PassphraseForm
from answerable.web.base.session import Request


class WaitingPage(Struct, frozen=True, kw_only=True):
    """What somebody sees who is on the way into a group: what happens next, and her own six words."""

    lead: str
    notes: tuple[str, ...]
    words: tuple[str, ...]
    button: str = ""


def _title() -> str:
    return shells.titles()[-1]


def _token(token: str) -> bytes:
    """Return the token of an invitation that is open. Raises InvitationOverError."""
    try:
        ident = ident_of(token)
    except ValueError:
        raise joining.InvitationOverError(known=False) from None
    joining.open_door(ident, now=clock.now())
    return ident


def _over(request: Request, error: joining.InvitationOverError) -> HttpResponseBase:
    """404 or 410, with the same look: used, withdrawn, too old, or never there."""
    return show_bare(request, "account/join_over.html", _title(), status=410 if error.known else 404)


@anyone(action="join", methods=READ_WRITE)
def invited(request: Request, token: str) -> HttpResponseBase:
    """Where the link leads: needs no cookie; "Continue" is a POST."""
    try:
        _token(token)
    except joining.InvitationOverError as error:
        return _over(request, error)
    if request.method == "POST":
        return go("invited-name" if request.visit.user is None else "invited-myself", token=token)
    return show_bare(request, "account/join_door.html", _title(), here=request.visit.user is not None)


@anyone(action="join", methods=READ_WRITE)
def name(request: Request, token: str) -> HttpResponseBase:
    """The code, and a name to sign in with."""
    try:
        _token(token)
    except joining.InvitationOverError as error:
        return _over(request, error)
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["name"].strip()
        if people.user_of_name(host_keys.name_tag(chosen)) is None:
            request.visit.carry(name=chosen, code=form.cleaned_data["code"].hex())
            return go("invited-passphrase", token=token)
        form.add_error("name", _("Somebody here signs in with this name. Choose another one."))
    return show_bare(request, "account/join_name.html", _title(), form=form)


@anyone(action="join", methods=READ_WRITE)
def passphrase(request: Request, token: str) -> HttpResponseBase:
    """Six dice words; the account and the keys begin here, and the proof that one has the code is left."""
    carried = request.visit.kept.carry
    if "name" not in carried or "code" not in carried:
        return go("invited-name", token=token)
    form = PassphraseForm(request.POST or None, initial={"offered": dice_passphrase()})
    try:
        ident = _token(token)
        if request.method == "POST" and form.is_valid():
            return _begin(request, ident, carried["name"], form.cleaned_data["passphrase"], token=token)
    except joining.InvitationOverError as error:
        return _over(request, error)
    offered = form["offered"].value()
    return show_bare(request, "account/join_passphrase.html", _title(), form=form, offered=offered)


def _begin(request: Request, ident: bytes, chosen: str, words: str, *, token: str) -> HttpResponseBase:
    """Make the account, ask to join, sign in; an invitation used meanwhile leaves no account behind."""
    now = clock.now()
    code = bytes.fromhex(request.visit.kept.carry["code"])
    try:
        identity = accounts.create_account(chosen, words)
    except people.NameTakenError:
        request.visit.say(_("Somebody here signs in with this name. Choose another one."))
        return go("invited-name", token=token)
    try:
        joining.ask_to_join(identity, ident, code, now=now)
    except joining.InvitationOverError:
        people.drop_account(identity.user_id)
        raise
    request.visit.sign_in(identity.user_id, identity.seed, now=now)
    request.visit.drop("code")
    request.visit.carry(joining="yes")
    return go("start-paper")


@signed_in(action="join", methods=READ_WRITE)
def myself(request: Request, token: str) -> HttpResponseBase:
    """Use an invitation with the account that one has here already."""
    form = CodeForm(request.POST or None)
    try:
        ident = _token(token)
        if request.method == "POST" and form.is_valid():
            identity = Identity.from_seed(request.visit.seed or b"")
            alias = joining.ask_to_join(identity, ident, form.cleaned_data["code"], now=clock.now())
            return go("waiting", alias=alias)
    except joining.InvitationOverError as error:
        return _over(request, error)
    except joining.AlreadyInError:
        form.add_error("code", _("You are in this group already, or you have left it."))
    return show_bare(request, "account/join_name.html", _title(), form=form)


@signed_in(action="join", methods=READ_WRITE)
def waiting(request: Request, alias: str) -> HttpResponseBase:
    """What happens next for somebody on the way in; the first member of a group opens its keys here."""
    now = clock.now()
    try:
        opened = processes.open_alias(request.visit.seed or b"", alias, now=now)
    except log.NoSuchProcessError:
        raise Http404 from None
    place = joining.place_of(opened)
    if request.method == "POST" and place.standing is Standing.OPENS_KEYS:
        with suppress(RefusedError, AlreadyWrittenError):
            opened = joining.open_first_keys(opened, now=now)
        place = joining.place_of(opened)
        if place.standing in {Standing.IN, Standing.NOT_GIVEN}:
            request.visit.say(_("Your group has its keys. Nobody but its members ever holds them."))
            return go("waiting", alias=alias)
    if place.standing is Standing.IN:
        return go("groups")
    words = safety_words(opened.identity.keys.words_key)
    return show_bare(request, "account/join_waiting.html", _title(), page=waiting_page(place, words), alias=alias)


def waiting_page(place: Place, words: tuple[str, ...]) -> WaitingPage:
    """Return what somebody reads at each point of the way."""
    read_out = _("They ask you for your six safety words. Read them out on the phone or face to face.")
    again = _("Then sign in again.")
    notes: tuple[str, ...]
    match place.standing:
        case Standing.FIRST:
            lead = _("You are waiting to be let in.")
            notes = (_("Tell the person who invited you that you are here."), read_out)
        case Standing.SECOND:
            lead = _("You are waiting for a second member.")
            notes = (_("One member has vouched for you. Another one lets you in."), again)
        case Standing.OPENS_KEYS:
            lead = _("You are the first of your group here.")
            notes = (_("You open the keys of your group. Nobody outside the group ever holds them."),)
        case Standing.NOT_GIVEN:
            lead = _("Your group has its keys.")
            given = _("Tell the person who invited you. A member now gives your group what was meant for it.")
            notes = (given, again)
        case _:
            over = _("Your invitation is over, or you have left. Ask a member if you want to come in.")
            return WaitingPage(lead=_("You are not in this group."), notes=(over,), words=())
    button = _("Open the group's keys") if place.standing is Standing.OPENS_KEYS else ""
    return WaitingPage(lead=lead, notes=notes, words=words, button=button)

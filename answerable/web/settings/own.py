"""One's passphrase, one's paper, one's reminders."""

from typing import NamedTuple

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import accounts, reminders, sessions
from answerable.actions.reading import OpenProcess
from answerable.sealing.passphrases import dice_passphrase, shown_code
from answerable.web.base import clock
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.pages import go, show
from answerable.web.base.passphrases import PaperCodeForm
from answerable.web.base.rules import ALL
from answerable.web.settings.forms import ChangePassphraseForm, OnceMoreForm, ReminderForm, initial_of
from answerable.web.settings.page import Act, FormPage, url

_GROUPS_A_ROW = 3


class Sheet(NamedTuple):
    """The recovery code as parts/sheet.html shows it."""

    title: str
    before: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    after: tuple[str, ...]


def _form_page(
    opened: OpenProcess, lead: str, button: str, *notes: str, afterwards: str = "", also: tuple[Act, ...] = ()
) -> FormPage:
    actions = (Act(button), *also)
    return FormPage(lead=lead, notes=notes, actions=actions, back=url("settings", opened), afterwards=afterwards)


def _nothing_in_practice(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    request.visit.say(_("In practice nobody has a passphrase, a paper or reminders."))
    return go("settings", alias=opened.alias)


@member(*ALL, action="account", methods=READ_WRITE)
def passphrase(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Take a new passphrase; the keys stay the same."""
    if opened.practice:
        return _nothing_in_practice(request, opened)
    form = ChangePassphraseForm(request.POST or None, initial={"offered": dice_passphrase()})
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            accounts.change_passphrase(opened.user_id, found["old"], found["passphrase"], now=clock.now())
        except accounts.WrongSignInError:
            form.add_error("old", _("That passphrase does not fit. Check for a missing word."))
        else:
            sessions.end_others(opened.user_id, here=request.visit.session)
            request.visit.say(_("You have a new passphrase. Your other sessions are ended. Your paper still works."))
            return go("settings", alias=opened.alias)
    page = _form_page(
        opened,
        _("A new passphrase: six words, drawn by dice."),
        _("Take this passphrase"),
        _("Nobody can reset this for you, the host neither."),
        _(
            "If somebody has copied what this site stores and knows your old passphrase, a new one does not help."
            " Then leave, and let the others let you in anew."
        ),
    )
    offered = form["offered"].value()
    return show(
        request, "settings/passphrase.html", _("Settings"), place="settings", page=page, form=form, offered=offered
    )


@member(*ALL, action="account", methods=READ_WRITE)
def paper(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """A new recovery code: the passphrase once more, the code once, then its last four characters."""
    if opened.practice:
        return _nothing_in_practice(request, opened)
    if request.method == "POST" and "last" in request.POST:
        return _check_paper(request, opened)
    form = OnceMoreForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            seed = accounts.seed_of_user(opened.user_id, form.cleaned_data["passphrase"], now=clock.now())
        except accounts.WrongSignInError:
            form.add_error("passphrase", _("That passphrase does not fit. Check for a missing word."))
        else:
            return _show_code(request, opened, accounts.new_recovery_code(seed))
    text = _("You have a paper. The code on it ends as soon as the new one is shown.")
    if not accounts.has_recovery_code(opened.user_id):
        text = _("You have no paper yet.")
    page = _form_page(
        opened,
        _("A sheet of paper, in case you forget the passphrase."),
        _("Show the code"),
        text,
        _("The next page shows a code once. Print it, or write it down."),
        _("Printers keep copies: writing by hand is safer."),
    )
    return show(request, "settings/form.html", _("Settings"), place="settings", page=page, form=form)


def _show_code(request: MemberRequest, opened: OpenProcess, code: str) -> HttpResponseBase:
    request.visit.carry(code_end=code[-4:])
    groups = tuple(shown_code(code).split("-"))
    rows = tuple(groups[place : place + _GROUPS_A_ROW] for place in range(0, len(groups), _GROUPS_A_ROW))
    sheet = Sheet(
        title=_("Your code. It is shown this once."),
        before=(_("Write it down now, or print this page. Printers keep copies."),),
        rows=rows,
        after=(_("Keep this sheet where nobody looks. It opens your entries without the passphrase."),),
    )
    form = PaperCodeForm(expected=code[-4:])
    page = _form_page(opened, _("On paper?"), _("It is on paper"))
    return show(request, "settings/sheet.html", _("Settings"), place="settings", page=page, form=form, sheet=sheet)


def _check_paper(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    form = PaperCodeForm(request.POST, expected=request.visit.kept.carry.get("code_end", ""))
    if form.is_valid():
        request.visit.drop("code_end")
        request.visit.say(_("Your new paper counts. Destroy the old one."))
        return go("settings", alias=opened.alias)
    page = _form_page(
        opened,
        _("Look at your paper."),
        _("It is on paper"),
        also=(Act(_("Make a new code"), url("settings-paper", opened), plain=True),),
    )
    return show(request, "settings/form.html", _("Settings"), place="settings", page=page, form=form)


@member(*ALL, action="account", methods=READ_WRITE)
def mail(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Where and when one wants a neutral mail; `forget` ends it."""
    if opened.practice:
        return _nothing_in_practice(request, opened)
    if request.method == "POST" and "forget" in request.POST:
        reminders.forget(opened.user_id)
        request.visit.say(_("Your address is forgotten. You get no mail."))
        return go("settings", alias=opened.alias)
    kept = reminders.settings_of(opened.user_id)
    form = ReminderForm(request.POST or None, initial=initial_of(kept, request.visit.language))
    if request.method == "POST" and form.is_valid():
        since = kept.since if kept else clock.host_day(clock.now()).isoformat()
        reminders.keep_settings(opened.user_id, form.wanted(since=since))
        request.visit.say(_("Kept."))
        return go("settings", alias=opened.alias)
    forget = (Act(_("No more mail"), "", plain=True, name="forget", value="yes"),) if kept else ()
    page = _form_page(
        opened,
        _("A mail when something waits for you."),
        _("Keep this"),
        _("It says that something is waiting, and nothing else. Whoever runs your mail sees that you get it."),
        also=forget,
    )
    return show(request, "settings/form.html", _("Settings"), place="settings", page=page, form=form)

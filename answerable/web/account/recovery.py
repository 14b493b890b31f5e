"""The paper instead of the passphrase."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import accounts
from answerable.web.account.forms import RecoverForm
from answerable.web.base import clock, shells
from answerable.web.base.guard import READ_WRITE, anyone
from answerable.web.base.pages import go, show_bare
from answerable.web.base.session import Request
from answerable.web.base.unlock import refusal_of


@anyone(action="sign-in", methods=READ_WRITE)
def recover(request: Request) -> HttpResponseBase:
    """Open the keys with the recovery code and set a new passphrase."""
    form = RecoverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = clock.now()
        answers = form.cleaned_data
        try:
            identity = accounts.recover(answers["name"], answers["code"], answers["passphrase"], now=now)
        except accounts.WrongSignInError as error:
            wrong = _("That name and code do not fit together. Check the paper for a wrong letter.")
            form.add_error("code", refusal_of(error, wrong))
        else:
            request.visit.sign_in(identity.user_id, identity.seed, now=now)
            request.visit.say(_("You have a new passphrase. Your paper still works; keep it."))
            return go("groups")
    return show_bare(request, "account/recover.html", shells.titles()[-1], form=form)

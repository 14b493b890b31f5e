"""Forms about passphrases that several areas need: a new one, the proof of the paper, and "once more" before a deed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import accounts
from answerable.sealing.passphrases import dice_passphrase
from answerable.web.base import clock
from answerable.web.base.forms import EntryForm, PaperForm, Said, line, secret, tick
from answerable.web.base.guard import MemberRequest


class PassphraseForm(PaperForm):
    """Six dice words, or words of one's own, typed once again."""

    offered = forms.CharField(widget=forms.HiddenInput, initial=dice_passphrase, max_length=200)
    own = tick(later("I would rather use my own"))
    passphrase = secret(
        later("Type the passphrase"),
        required=later("Type the passphrase"),
        hint=later("The six words above, or your own: at least 15 characters."),
    )
    again = secret(later("Type it once again"), required=later("Type it once again"))

    def clean(self) -> dict[str, Any]:
        """Refuse two different entries, slips in the offered words, and weak ones of one's own."""
        found: dict[str, Any] = super().clean() or {}
        one, other = found.get("passphrase"), found.get("again")
        if not one or not other:
            return found
        if one != other:
            self.add_error("again", _("The two do not fit together. Type both again."))
        elif not found["own"] and " ".join(one.split()) != found.get("offered"):
            self.add_error("passphrase", _("This differs from the six words. Tick “my own” if that is what you want."))
        else:
            self._check_strength(one)
        if not found["own"]:
            found["passphrase"] = " ".join(one.split())
        return found

    def _check_strength(self, passphrase: str) -> None:
        try:
            accounts.check_passphrase(passphrase)
        except accounts.WeakPassphraseError as error:
            short = _("This is too short: at least 15 characters.")
            weak = _("This is easy to guess. Use several words that do not belong together.")
            self.add_error("passphrase", short if error.short else weak)


class PaperCodeForm(PaperForm):
    """The last four characters of the recovery code, as proof that it is on paper."""

    last = line(
        later("The last four characters on your paper"),
        required=later("Write the last four characters on your paper"),
    )

    def __init__(self, *args: Said, expected: str, **kwargs: Said) -> None:
        super().__init__(*args, **kwargs)
        self._expected = expected

    def clean_last(self) -> str:
        """Compare without caring for case or the letters that look like numbers."""
        typed = str(self.cleaned_data["last"]).strip().upper().replace("O", "0").replace("I", "1").replace("L", "1")
        if typed != self._expected:
            raise ValidationError(_("These are not the last four. Look at your paper again, or make a new code."))
        return typed


class AgainForm(EntryForm):
    """A form that asks for the passphrase once more before its deed (sealing.md, Web rules).

    In a practice process nobody has a passphrase, so none is asked.
    """

    passphrase = secret(
        later("Your passphrase, once more"),
        required=later("Write your passphrase"),
        margin=later("Before this, we make sure that it is you."),
    )

    def __init__(self, *args: Said, practice: bool = False, **kwargs: Said) -> None:
        super().__init__(*args, **kwargs)
        asked = self.fields.pop("passphrase")
        if not practice:
            self.fields["passphrase"] = asked

    def is_confirmed(self, request: MemberRequest) -> bool:
        """Say whether all answers are good and the passphrase is hers; takes one Argon2id run, in no transaction."""
        if not self.is_valid():
            return False
        if "passphrase" not in self.fields:
            return True
        try:
            accounts.seed_of_user(request.opened.user_id, self.cleaned_data["passphrase"], now=clock.now())
        except accounts.WrongSignInError:
            self.add_error("passphrase", _("That passphrase does not fit. Check for a missing word."))
            return False
        return True

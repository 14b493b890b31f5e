"""Forms of the door."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import accounts
from answerable.sealing.spoken import dice_passphrase
from answerable.web.base.forms import EntryForm, PaperForm, choice, line, secret, tick

PRESENCES = (
    ("here", later("Here, with accounts of their own")),
    ("mail", later("By mail and paper")),
    ("not-yet", later("Not yet")),
)


class SignInForm(PaperForm):
    """Name and passphrase."""

    name = line(later("Your name here"), required=later("Write the name you use here"))
    passphrase = secret(later("Passphrase"), required=later("Write your passphrase"))


class SiteForm(PaperForm):
    """The site's ordinary name, and where Close leads."""

    name = line(
        later("What is this site called?"),
        required=later("Write an ordinary word"),
        hint=later("An ordinary word. It stands in the browser's history and in mails."),
    )
    exit_page = forms.URLField(
        label=later("Where does Close lead?"),
        help_text=later("A page that anybody might look at, like the weather."),
        assume_scheme="https",
        max_length=300,
        error_messages={
            "required": later("Write the address of a page"),
            "invalid": later("Write an address like https://www.example.org"),
        },
    )


class NameForm(PaperForm):
    """The name with which somebody signs in and stands in the record."""

    name = line(
        later("Your name here"),
        required=later("Write a name"),
        hint=later("It may be invented. You sign in with it, and your group sees it."),
    )


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

    def __init__(self, *args: Any, expected: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._expected = expected

    def clean_last(self) -> str:
        """Compare without caring for case or the letters that look like numbers."""
        typed = str(self.cleaned_data["last"]).strip().upper().replace("O", "0").replace("I", "1").replace("L", "1")
        if typed != self._expected:
            raise ValidationError(_("These are not the last four. Look at your paper again, or make a new code."))
        return typed


class CodenameForm(EntryForm):
    """What the group calls its work, what it calls X, and which circles are here (R62, R64)."""

    codename = line(
        later("What do you call this?"),
        required=later("Write a word"),
        hint=later("A word that means nothing to others, like Linden. No names, no places."),
    )
    person_x = line(
        later("What do you call him in writing?"),
        required=later("Write a letter or a word"),
        hint=later("X is enough. Do not write his name."),
        initial="X",
    )
    support = choice(
        later("The support group: how do you reach it?"),
        PRESENCES,
        required=later("Choose one of these"),
        initial="mail",
    )
    supervision = choice(
        later("Is there a supervision group?"),
        PRESENCES,
        required=later("Choose one of these"),
        initial="not-yet",
    )


class RhythmForm(EntryForm):
    """What the group takes on, by ticks; nothing else is ever due (R4, R62)."""

    contact = tick(later("Contact with X every three months"), initial=True)
    update = tick(later("An update to the support group every three months"), initial=True)
    mailbox = tick(later("Look at the mail every seven days"), initial=True)


class RecoverForm(PaperForm):
    """The name, the paper, and a new passphrase."""

    name = line(later("Your name here"), required=later("Write the name you use here"))
    code = line(
        later("The code on your paper"),
        required=later("Write the code on your paper"),
        hint=later("Spaces, dashes, and small or large letters do not matter."),
    )
    passphrase = secret(
        later("A new passphrase"), required=later("Write a new passphrase"), hint=later("At least 15 characters.")
    )
    again = secret(later("Type it once again"), required=later("Type it once again"))

    def clean(self) -> dict[str, Any]:
        """Refuse two different passphrases and weak ones."""
        found: dict[str, Any] = super().clean() or {}
        one, other = found.get("passphrase"), found.get("again")
        if one and other and one != other:
            self.add_error("again", _("The two do not fit together. Type both again."))
        elif one:
            try:
                accounts.check_passphrase(one)
            except accounts.WeakPassphraseError:
                self.add_error("passphrase", _("Use at least 15 characters, in several words that do not belong together."))
        return found


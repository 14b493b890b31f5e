"""Forms of the door."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import accounts
from answerable.actions.joining import MistypedCodeError, typed_code
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
                self.add_error(
                    "passphrase", _("Use at least 15 characters, in several words that do not belong together.")
                )
        return found


class CodeForm(PaperForm):
    """The code of an invitation, as it was read out or written down."""

    code = line(
        later("The code"),
        required=later("Write the code that you were given"),
        hint=later("Six groups of five. Spaces, dashes, and small or large letters do not matter."),
    )

    def clean_code(self) -> bytes:
        """Return the code's bytes; a slip of the pen is noticed here, not days later."""
        try:
            return typed_code(self.cleaned_data["code"])
        except MistypedCodeError:
            raise ValidationError(_("That is not the whole code. Compare it once more, group by group.")) from None


class JoinForm(CodeForm):
    """The code, and a name to sign in with."""

    name = line(
        later("Your name here"),
        required=later("Write a name"),
        hint=later("It may be invented. You sign in with it."),
    )

"""Forms of one's own settings and of the site's."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.reminders import ReminderSettings
from answerable.web.base.forms import PaperForm, Said, choice, line, secret, text
from answerable.web.base.passphrases import PassphraseForm

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
WEEKDAYS = (
    ("0", later("Monday")),
    ("1", later("Tuesday")),
    ("2", later("Wednesday")),
    ("3", later("Thursday")),
    ("4", later("Friday")),
    ("5", later("Saturday")),
    ("6", later("Sunday")),
)


class ChangePassphraseForm(PassphraseForm):
    """The passphrase one has, and a new one."""

    old = secret(later("The passphrase that you have now"), required=later("Write the passphrase that you have now"))

    field_order = ("offered", "old", "passphrase", "again", "own")


class OnceMoreForm(PaperForm):
    """The passphrase once more, before a new recovery code is drawn."""

    passphrase = secret(
        later("Your passphrase, once more"),
        required=later("Write your passphrase"),
        margin=later("Before this, we make sure that it is you."),
    )


def one_line(answer: str) -> str:
    """Refuse what would not stay on one line of a mail's head."""
    if _CONTROL.search(answer):
        raise ValidationError(_("Write one plain line."))
    return answer.strip()


class ReminderForm(PaperForm):
    """Where and when somebody wants mail; nothing in it says what waits."""

    address = forms.EmailField(
        label=later("Where to?"),
        help_text=later("It is kept locked. No mail says what this is about."),
        max_length=254,
        error_messages={
            "required": later("Write a mail address"),
            "invalid": later("Write a mail address like name@example.org"),
        },
    )
    weekday = choice(
        later("On which day?"),
        WEEKDAYS,
        required=later("Choose a day"),
        hint=later("At most one mail a week. One more if others wait for a day."),
        initial="0",
    )
    language = choice(
        later("In which language?"), (("en", "English"), ("de", "Deutsch")), required=later("Choose a language")
    )
    sender_name = line(later("From whom?"), hint=later("A name that says nothing. Empty: the name of this site."))
    subject = line(later("Subject"), hint=later("A line that says nothing. Empty: a neutral one."))

    def clean_sender_name(self) -> str:
        """Refuse more than one line."""
        return one_line(self.cleaned_data["sender_name"])

    def clean_subject(self) -> str:
        """Refuse more than one line."""
        return one_line(self.cleaned_data["subject"])

    def wanted(self, *, since: str) -> ReminderSettings:
        """Return what a valid form asks for."""
        found = self.cleaned_data
        return ReminderSettings(
            address=found["address"],
            language=found["language"],
            weekday=int(found["weekday"]),
            since=since,
            sender_name=found["sender_name"],
            subject=found["subject"],
        )


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

    help_lines = text(
        later("Whom does one call here when somebody is in danger?"),
        hint=later("One a line, with its number. Left empty, the list that comes with this program is shown."),
        short=True,
    )

    def __init__(self, *args: Said, **kwargs: Said) -> None:
        super().__init__(*args, **kwargs)
        self.fields["exit_page"].widget.attrs["spellcheck"] = "false"

    def clean_name(self) -> str:
        """Refuse more than one line."""
        return one_line(self.cleaned_data["name"])

    def clean_exit_page(self) -> str:
        """Take pages of the web only: the name of the host stands in a header of every page."""
        address = str(self.cleaned_data["exit_page"])
        if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\s]*)?", address):
            raise ValidationError(_("Write an address like https://www.example.org"))
        return address


def initial_of(kept: ReminderSettings | None, language: str) -> dict[str, Any]:
    """Return what a reminder form shows at first."""
    if kept is None:
        return {"language": language, "weekday": "0"}
    return {
        "address": kept.address,
        "language": kept.language,
        "weekday": str(kept.weekday),
        "sender_name": kept.sender_name,
        "subject": kept.subject,
    }

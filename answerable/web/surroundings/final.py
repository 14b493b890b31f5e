"""No further contact is final: a form about such people says so before its boxes (R36)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.core.state import Surroundings
from answerable.web.base import forms as base
from answerable.web.base.copied import FoldedForm
from answerable.wording.around import final
from answerable.wording.words import Words


class FinalForm(FoldedForm):
    """A form about a label: where they want no further contact, it is said, and a tick says that one has read it.

    What happened can always be written down (R63): the tick lets it through, and a mark shows it.
    """

    read_it = base.tick(later("I have read this. I write down what happened"))

    final = ""

    def watch_final(self, surroundings: Surroundings, words: Words, *, correcting: bool) -> None:
        """Remember whom the form is about; the tick shows only where it is needed."""
        label = self.data.get("label", "") if self.is_bound else self.initial.get("label", "")
        one = None if correcting else surroundings.labelled(str(label))
        if one is None or one.no_contact is None:
            del self.fields["read_it"]
        else:
            self.final = final(one, words)

    def clean(self) -> dict[str, Any]:
        """Ask once whether it was read, where they want no further contact."""
        answers = super().clean() or self.cleaned_data
        if "read_it" in self.fields and not answers.get("read_it"):
            self.add_error(
                "read_it", _("They want no further contact with you. Read what stands above, then tick this.")
            )
        return answers


class Setting(Struct, frozen=True, kw_only=True):
    """What the forms about people around X take from the record."""

    today: date
    words: Words
    surroundings: Surroundings
    demands: tuple[tuple[str, str], ...]
    members: tuple[tuple[str, str], ...]
    me: str

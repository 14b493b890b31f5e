"""What can be asked of the record: words, matter, label, time."""

from typing import Any

from django.forms import ChoiceField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.core import chronicle
from answerable.core.chronicle import Line, Matter, Narrowed
from answerable.web.base.forms import PaperForm, line
from answerable.wording import chronicle as wording
from answerable.wording.words import Words

FOLDED = ("matter", "label", "span")


class FindForm(PaperForm):
    """One box to search in, and three lists to choose from; each offers only what this reader has."""

    words = line(
        later("Search in what you can read"),
        hint=later("Several words: all of them. In “quotes”: as it stands. Nothing of it is kept."),
    )
    matter = ChoiceField(label=later("What about"), required=False)
    label = ChoiceField(label=later("Group or person"), required=False)
    span = ChoiceField(label=later("When"), required=False)

    def __init__(self, data: Any = None, *, found: tuple[Line, ...], words: Words) -> None:
        super().__init__(data)
        self._spans = chronicle.spans(found)
        matters = [(one.value, wording.matter(one, words)) for one in chronicle.matters(found)]
        labels = [(one, one) for one in chronicle.labels(found)]
        spans = [(one.code, wording.span(one, words)) for one in self._spans]
        choices = {
            "matter": [("", _("everything")), *matters],
            "label": [("", _("everybody")), *labels],
            "span": [("", _("at any time")), *spans],
        }
        for name in FOLDED:
            field = self.fields[name]
            field.choices = choices[name]  # type: ignore[attr-defined]  # a ChoiceField, as above
            field.error_messages["invalid_choice"] = _("This is not in the list any more. Choose again.")
        if not labels:
            del self.fields["label"]

    @property
    def folded(self) -> tuple[Any, ...]:
        """Return the lists, as the template shows them."""
        return tuple(self[name] for name in FOLDED if name in self.fields)

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen from the lists: then they stand open."""
        return any(self.data.get(name) for name in FOLDED)

    @property
    def asked(self) -> str:
        """Return what is searched for."""
        return str(self.cleaned_data["words"])

    @property
    def narrowed(self) -> Narrowed:
        """Return what was chosen from the lists."""
        chosen = self.cleaned_data
        matter = Matter(chosen["matter"]) if chosen["matter"] else None
        span = next((one for one in self._spans if one.code == chosen["span"]), None)
        return Narrowed(matter=matter, label=chosen.get("label", ""), span=span)

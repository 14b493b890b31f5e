"""Facts in a form: up to three, each with how the group knows it (R42, R47)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core.entries.base import Source
from answerable.core.entries.decisions import Fact
from answerable.web.base.copied import FoldedForm
from answerable.web.base.forms import line
from answerable.web.base.telling import words_of
from answerable.wording import names

FACTS = (1, 2, 3)


class WithFacts(FoldedForm):
    """What something rests on: up to three facts, each with its source."""

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.opened, self.today = opened, opened.today
        self.said = words_of(opened)
        sources = [("", "–"), *((one.value, names.source(one, self.said)) for one in Source)]
        for number in FACTS:
            self.fields[f"fact{number}"] = line(_("Something you know (%(number)s)") % {"number": number})
            self.fields[f"source{number}"] = forms.ChoiceField(
                label=_("How do you know it?"), choices=sources, required=False
            )

    def clean(self) -> dict[str, Any]:
        """Ask how the group knows each fact (R42)."""
        found: dict[str, Any] = super().clean() or {}
        for number in FACTS:
            if found.get(f"fact{number}") and not found.get(f"source{number}"):
                self.add_error(f"source{number}", _("Say how you know it"))
        return found

    @property
    def folded_open(self) -> bool:
        """Whether the fold needs another look: also where facts are filled in that others will read."""
        return super().folded_open or (not self.is_bound and any(f"fact{one}" in self.initial for one in FACTS))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts (of a valid form)."""
        found = self.cleaned_data
        given = ((found[f"fact{number}"], found[f"source{number}"]) for number in FACTS)
        return tuple(Fact(text=said, source=Source(source)) for said, source in given if said)


def facts_initial(facts: Sequence[Fact]) -> dict[str, Any]:
    """Return what a form shows that begins with these facts; it has room for three."""
    found: dict[str, Any] = {}
    for number, fact in zip(FACTS, facts, strict=False):
        found |= {f"fact{number}": fact.text, f"source{number}": fact.source.value}
    return found

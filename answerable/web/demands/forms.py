"""Forms for demands: raised or copied, replaced, withdrawn (R2, R8)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import demands
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import DemandRaised, DemandReplaced, DemandWithdrawn
from answerable.core.entries.demands import Facet, Origin
from answerable.core.state import Demand
from answerable.web.base.copied import CopiedForm, refuse_whitespace
from answerable.web.base.forms import choice, text
from answerable.web.base.telling import words_of
from answerable.wording import names
from answerable.wording.words import Words

ALL_READ = tuple(sorted(Role))


def facets(words: Words) -> list[tuple[str, str]]:
    """Return what a demand can be about."""
    return [(facet.value, names.facet(facet, words)) for facet in Facet]


def origins(words: Words) -> list[tuple[str, str]]:
    """Return whose demand it can be."""
    return [(origin.value, names.origin(origin, words)) for origin in Origin]


def same_words(one: str, other: str) -> bool:
    """Whether two wordings are word for word the same, however their lines break."""
    return one.split() == other.split()


def is_copying(opened: OpenProcess) -> bool:
    """Whether this member can only copy demands: she is not of those who make them."""
    return Role.SUPPORT not in opened.roles


class DemandForm(CopiedForm):
    """A new demand; its number is the next free one unless somebody says another."""

    FOLDED: Sequence[str] = ("from_whom", "how", "number")
    field_order = ("facet", "words", "origin", "said_on", "source", "from_whom", "how", "number")

    facet = choice(later("What is it about?"), (), required=later("Choose what it is about"))
    words = text(later("The demand, word for word"), required=later("Write the words of the demand"))
    origin = choice(later("Whose demand is it?"), (), required=later("Say whose demand it is"))
    number = forms.IntegerField(
        label=later("Its number"),
        required=False,
        min_value=1,
        max_value=demands.LAST_NUMBER,
        error_messages={
            "invalid": later("Write the number in figures"),
            "min_value": later("Numbers begin with 1"),
            "max_value": later("Numbers end with 999"),
        },
    )

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, today=opened.today, is_copy=is_copying(opened), **kwargs)
        self.opened = opened
        self.said = words_of(opened)
        self.fields["facet"].choices = facets(self.said)  # type: ignore[attr-defined]  # a choice field
        self.fields["origin"].choices = origins(self.said)  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("origin", Origin.SUPPORT.value)
        self.initial.setdefault("number", demands.next_free(opened.state))
        if self.is_copy:
            self.fields["from_whom"].required = False
        else:
            self.FOLDED = ("origin", "said_on", "number")
            self.initial.setdefault("said_on", opened.today)

    def clean_words(self) -> str:
        """Refuse words that nobody can see."""
        return refuse_whitespace(str(self.cleaned_data["words"]), _("Write the words of the demand"))

    def clean(self) -> dict[str, Any]:
        """Refuse words that stand already and a number that is taken; fill in what nobody said otherwise."""
        found = super().clean() or self.cleaned_data
        if self.is_copy and not found.get("from_whom") and found.get("origin"):
            found["from_whom"] = names.origin(Origin(found["origin"]), self.said)
        if not self._was_kept(found):
            self._refuse_taken(found)
        found["number"] = found.get("number") or demands.next_free(self.opened.state)
        return found

    def _was_kept(self, found: dict[str, Any]) -> bool:
        """Whether this very form kept these words before: sending it twice is no mistake."""
        if not all(found.get(name) for name in ("entry", "facet", "words")):
            return False
        return self.opened.ledger.has(demands.row_id(found["entry"], Facet(found["facet"]), found["words"]))

    def _refuse_taken(self, found: dict[str, Any]) -> None:
        """Refuse words and a number that another demand has."""
        for demand in self.opened.state.demands:
            if found.get("words") and not demand.withdrawn and same_words(found["words"], demand.versions[-1].text):
                message = _("This demand stands already, as number %(number)s.")
                self.add_error("words", message % {"number": demand.number})
            elif found.get("number") == demand.number:
                message = _("Number %(number)s is taken. The next free one is %(free)s.")
                facts = {"number": demand.number, "free": demands.next_free(self.opened.state)}
                self.add_error("number", message % facts)

    def to_entry(self, *, now: int) -> DemandRaised:
        """Return the demand as an entry."""
        found = self.cleaned_data
        return DemandRaised(
            at=now,
            meant_for=ALL_READ,
            number=found["number"],
            facet=Facet(found["facet"]),
            text=found["words"],
            said_on=found["said_on"],
            origin=Origin(found["origin"]),
            copied=self.copied(),
        )


class ReplaceForm(CopiedForm):
    """A newer wording of a demand; the old one stays to be seen."""

    FOLDED: Sequence[str] = ("from_whom", "how", "facet")
    field_order = ("words", "said_on", "source", "from_whom", "how", "facet")

    words = text(later("The new words, word for word"), required=later("Write the new words"))
    facet = choice(later("What is it about?"), (), required=later("Choose what it is about"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, demand: Demand, **kwargs: Any) -> None:
        words = words_of(opened)
        whose = names.origin(demand.origin, words)
        super().__init__(data, today=opened.today, is_copy=is_copying(opened), from_whom=whose, **kwargs)
        self.demand = demand
        self.fields["facet"].choices = facets(words)  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("facet", demand.facet.value)
        if not self.is_copy:
            self.FOLDED = ("said_on", "facet")
            self.initial.setdefault("words", demand.versions[-1].text)
            self.initial.setdefault("said_on", opened.today)

    def clean_words(self) -> str:
        """Refuse words that nobody can see."""
        return refuse_whitespace(str(self.cleaned_data["words"]), _("Write the new words"))

    def clean(self) -> dict[str, Any]:
        """Refuse a wording that changes nothing."""
        found = super().clean() or self.cleaned_data
        words, facet = found.get("words"), found.get("facet")
        newest = self.demand.versions[-1]
        if words and facet == newest.item.entry.facet.value and same_words(words, newest.text):
            self.add_error("words", _("These are word for word the words that stand. Change them, or go back."))
        return found

    def to_entry(self, *, now: int) -> DemandReplaced:
        """Return the new wording as an entry."""
        found = self.cleaned_data
        return DemandReplaced(
            at=now,
            meant_for=ALL_READ,
            replaces=self.demand.versions[-1].item.entry_id,
            number=self.demand.number,
            facet=Facet(found["facet"]),
            text=found["words"],
            said_on=found["said_on"],
            origin=self.demand.origin,
            copied=self.copied(),
        )


class WithdrawForm(CopiedForm):
    """A demand is no longer made; why can stay unsaid."""

    field_order = ("words", "said_on", "source", "from_whom", "how")

    words = text(later("In which words?"), margin=later("No reason is needed."), short=True)

    def __init__(self, data: Any = None, *, opened: OpenProcess, demand: Demand, **kwargs: Any) -> None:
        whose = names.origin(demand.origin, words_of(opened))
        super().__init__(data, today=opened.today, is_copy=is_copying(opened), from_whom=whose, **kwargs)
        self.demand = demand
        if not self.is_copy:
            self.FOLDED = ("said_on",)
            self.initial.setdefault("said_on", opened.today)

    def to_entry(self, *, now: int) -> DemandWithdrawn:
        """Return the withdrawal as an entry."""
        found = self.cleaned_data
        return DemandWithdrawn(
            at=now,
            meant_for=ALL_READ,
            withdraws=self.demand.demand_id,
            text=found["words"],
            said_on=found["said_on"],
            origin=self.demand.origin,
            copied=self.copied(),
        )

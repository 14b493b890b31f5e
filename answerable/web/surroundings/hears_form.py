"""Who of those who know hears of a new demand, from whom: a row for each, answered once (R35)."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct, structs

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.entries import WhoHears
from answerable.core.entries.around import Hearing, Hears
from answerable.core.labels import label_key
from answerable.core.state import Around
from answerable.web.base import forms as base
from answerable.web.base.copied import FoldedForm
from answerable.web.base.telling import words_of
from answerable.web.surroundings.support import says_about_demands
from answerable.wording import names
from answerable.wording.lists import sentences


class Row(Struct, frozen=True, kw_only=True):
    """One of those who know: the label, and the field that stands for it."""

    label: str
    field: str


class HearsForm(FoldedForm):
    """A row for each who knows: he tells, we tell, nobody, later.

    We tell a demand only to who knows the demands already: more would be telling new things, which needs a yes (R44).
    Who came to us and does not want him to learn of it is not told through him (R42).
    """

    FOLDED = ("sequence",)

    sequence = base.text(
        later("Who hears first, and who supports them afterwards?"),
        hint=later("Where several hear of it. It can stay empty."),
        short=True,
    )

    def __init__(self, data: Any = None, *, people: tuple[Around, ...], opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        words = words_of(opened)
        self.rows = tuple(Row(label=one.label, field=f"row_{base.text_of(one.around_id)}") for one in people)
        for row, one in zip(self.rows, people, strict=True):
            offered = hearings(one)
            field = base.choice(
                one.label,
                [(hearing.value, names.hearing(hearing, words)) for hearing in offered],
                required=later("Choose one of these."),
                hint=sentences(_why(one), says_about_demands(opened, one, words)),
                initial=offered[0].value if offered[0] is Hearing.HE_TELLS else Hearing.LATER.value,
            )
            field.widget.attrs["class"] = "inline"
            self.fields[row.field] = field

    def to_entry(self, demand: bytes, *, now: int) -> WhoHears:
        """Return who hears of it."""
        rows = tuple(Hears(label=row.label, hearing=Hearing(self.cleaned_data[row.field])) for row in self.rows)
        sequence = self.cleaned_data["sequence"]
        return WhoHears(at=now, meant_for=(Role.CONTACT,), demand=demand, rows=rows, sequence=sequence)

    def to_correction(self, entry: WhoHears, entry_id: bytes, *, now: int) -> WhoHears:
        """Return what was corrected; rows of labels that are no longer asked about stay."""
        new = self.to_entry(entry.demand, now=now)
        asked = {label_key(row.label) for row in new.rows}
        kept = tuple(row for row in entry.rows if label_key(row.label) not in asked)
        return structs.replace(new, meant_for=entry.meant_for, corrects=entry_id, rows=(*new.rows, *kept))


def hearings(one: Around) -> tuple[Hearing, ...]:
    """Return from whom these people can hear of a new demand."""
    without = set() if one.know_the_demands else {Hearing.WE_TELL}
    if one.he_may_not_learn and one.said is None:
        without.add(Hearing.HE_TELLS)
    return tuple(hearing for hearing in Hearing if hearing not in without)


def _why(one: Around) -> str:
    """Return why something cannot be chosen."""
    lines = []
    if not one.know_the_demands:
        lines.append(_("As far as we know, they do not know the demands. Telling them is a step of its own."))
    if one.he_may_not_learn and one.said is None:
        lines.append(_("He may not learn how we know. So he is not asked to tell them."))
    return " ".join(lines)


def initial_of(entry: WhoHears, people: tuple[Around, ...]) -> dict[str, Any]:
    """Return what the form shows that corrects this."""
    chosen = {label_key(row.label): row.hearing.value for row in entry.rows}
    rows = {f"row_{base.text_of(one.around_id)}": chosen.get(label_key(one.label)) for one in people}
    return {field: hearing for field, hearing in rows.items() if hearing is not None} | {"sequence": entry.sequence}

"""The form for passing on: once when, how and by whom; for each demand whether, and what he answered (R30)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Presence, Role
from answerable.core.defaults.policy import policy_on
from answerable.core.entries import DemandPassedOn
from answerable.core.entries.base import Medium, Outcome
from answerable.core.entries.demands import HisAnswer
from answerable.core.entries.hashes import Copiable, text_hash
from answerable.core.state import Decision, Demand, DemandVersion
from answerable.web.base.copied import FoldedForm
from answerable.web.base.forms import NOTHING_ABOUT_HER, day, ident_of, not_after, not_long_ago, text, text_of, tick
from answerable.web.base.telling import members_of, words_of
from answerable.wording import names


class Passable(Struct, frozen=True):
    """Words that can be passed on: a wording of a demand, or a decision, which asks nothing of him (R8)."""

    heading: str
    first_id: bytes
    text: str
    text_hash: bytes
    asks: bool


class Row(Struct, frozen=True):
    """One of them in the form: its words as they are to be read out, and the names of its fields."""

    words: Passable
    shown: str
    passed: str
    outcome: str
    said: str


class ShownRow(Struct, frozen=True):
    """One demand as the page shows it; `answered` opens the fold of his answer."""

    heading: str
    words: str
    passed: forms.BoundField
    answer: tuple[forms.BoundField, ...]
    answered: bool


def of_demand(demand: Demand, version: DemandVersion) -> Passable:
    """Return a wording of a demand as something to pass on."""
    heading = _("Demand %(number)s") % {"number": demand.number}
    return Passable(heading, version.item.first_id, version.text, version.text_hash, asks=True)


def of_decision(decision: Decision) -> Passable:
    """Return a decision of the parent process as something to pass on."""
    heading = _("Decision of the parent process")
    return Passable(heading, decision.item.first_id, decision.text, decision.text_hash, asks=False)


def every_wording(opened: OpenProcess) -> list[Passable]:
    """Return all that was ever to be passed on."""
    state = opened.state
    found = [of_demand(demand, version) for demand in state.demands for version in demand.versions]
    return found + [of_decision(decision) for decision in state.parent.decisions]


class PassOnForm(FoldedForm):
    """What was passed on, in one go; the words cannot be changed, and their hash is kept."""

    FOLDED: Sequence[str] = ("supervision",)

    on = day(later("When?"), required=later("Write the day"))
    medium = forms.ChoiceField(label=later("How?"), error_messages={"invalid_choice": later("Choose one of these.")})
    by = forms.MultipleChoiceField(
        label=later("Who of us?"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "inline"}),
        error_messages={"required": later("Say who of you"), "invalid_choice": later("Choose members of the group.")},
    )
    answer_by = day(later("Answer by"), hint=later("For those he has not answered yet. It can stay empty."))
    supervision = tick(later("The supervision group can read this too"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, about: tuple[Passable, ...], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.opened = opened
        words = words_of(opened)
        members = [(text_of(user), words.name(user)) for user in members_of(opened, Role.CONTACT)]
        self.fields["by"].choices = members  # type: ignore[attr-defined]  # a choice field
        media = [(medium.value, names.medium(medium, words)) for medium in Medium]
        self.fields["medium"].choices = media  # type: ignore[attr-defined]  # a choice field
        if opened.state.process.supervision is Presence.NOT_YET:
            del self.fields["supervision"]
        self._fill_in()
        self._answers = [("", _("No answer yet"))]
        self._answers += [(one.value, names.outcome(one, words)) for one in Outcome]
        self.rows: list[Row] = []
        for words_to_pass in about if data is None else self._shown_in(data):
            self._add_row(words_to_pass)

    def _shown_in(self, data: Any) -> list[Passable]:
        """Return the wordings that an answered form showed, also where newer ones came since."""
        shown = {name.partition("_")[2] for name in data if name.startswith("shown_")}
        return [one for one in every_wording(self.opened) if text_of(one.first_id) in shown]

    def _fill_in(self) -> None:
        """Put in what is known: today, how and by whom X was last reached, the agreed days for an answer."""
        last = self.opened.state.contacts.reached[-1:]
        mine = self.opened.user_id
        pair = last[0].entry.by if last and mine in last[0].entry.by else (mine,)
        today = self.opened.today
        within = policy_on(self.opened.state.process.policies, today).answer_within_days
        known = {
            "on": today,
            "medium": (last[0].entry.medium if last else Medium.MAIL).value,
            "by": [text_of(user) for user in pair],
            "answer_by": today + timedelta(days=within) if within else None,
        }
        for name, value in known.items():
            self.initial.setdefault(name, value)

    def _add_row(self, about: Passable) -> None:
        """Add the fields of one of them."""
        ident = text_of(about.first_id)
        shown, passed, outcome, said = f"shown_{ident}", f"passed_{ident}", f"outcome_{ident}", f"said_{ident}"
        self.fields[shown] = forms.CharField(
            widget=forms.HiddenInput, initial=about.text_hash.hex(), required=False, max_length=64
        )
        self.fields[passed] = tick(_("Passed on, word for word"), initial=True)
        self.fields[outcome] = forms.ChoiceField(
            label=_("His answer"),
            choices=self._answers,
            required=False,
            widget=forms.RadioSelect(attrs={"class": "inline"}),
            error_messages={"invalid_choice": _("Choose one of these.")},
        )
        self.fields[said] = text(_("His words"), hint=NOTHING_ABOUT_HER, short=True)
        self.fields[said].widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}
        self.rows.append(Row(about, shown, passed, outcome, said))

    @property
    def asked(self) -> list[forms.BoundField]:
        """Return the questions asked once for all demands."""
        return [self[name] for name in ("on", "medium", "by", "answer_by")]

    @property
    def shown_rows(self) -> list[ShownRow]:
        """Return each demand with its fields, as the page shows them."""
        return [
            ShownRow(
                heading=row.words.heading,
                words=row.words.text,
                passed=self[row.passed],
                answer=(answer := (self[row.outcome], self[row.said])),
                answered=any(field.errors or field.value() for field in answer),
            )
            for row in self.rows
        ]

    def clean_on(self) -> date:
        """Refuse a day that is still to come."""
        on: date = self.cleaned_data["on"]
        not_after(on, self.opened.today, _("This cannot be after today"))
        not_long_ago(on, self.opened.today)
        return on

    def clean(self) -> dict[str, Any]:
        """Refuse words without what he did, and a date that lies before the day itself."""
        found = super().clean() or self.cleaned_data
        on, until = found.get("on"), found.get("answer_by")
        if on and until and until < on:
            self.add_error("answer_by", _("The answer cannot be asked for before that day"))
        for row in self.rows:
            if found.get(row.said) and not found.get(row.outcome):
                self.add_error(row.outcome, _("Say whether he answered, evaded or refused"))
            if (found.get(row.said) or found.get(row.outcome)) and not found.get(row.passed):
                message = _("He answered something that was not passed on. Tick it, or empty the answer.")
                self.add_error(row.passed, message)
        if not any(found.get(row.passed) for row in self.rows):
            raise ValidationError(_("Tick at least one that was passed on"))
        return found

    def to_entries(self, *, now: int) -> tuple[DemandPassedOn, ...]:
        """Return an entry for each demand that was passed on, with the hash of the words that were shown."""
        return tuple(self._entry(row, now=now) for row in self.rows if self.cleaned_data[row.passed])

    def _entry(self, row: Row, *, now: int) -> DemandPassedOn:
        found = self.cleaned_data
        outcome = Outcome(found[row.outcome]) if found[row.outcome] else None
        closed = outcome in (Outcome.ANSWERED, Outcome.REFUSED)
        return DemandPassedOn(
            at=now,
            meant_for=(Role.CONTACT, Role.SUPPORT),
            demand=row.words.first_id,
            text_hash=self._read_out(row),
            on=found["on"],
            medium=Medium(found["medium"]),
            by=tuple(ident_of(user) for user in found["by"]),
            answer=None if outcome is None else HisAnswer(outcome=outcome, text=found[row.said]),
            answer_by_on=None if closed or not row.words.asks else found["answer_by"],
        )

    def _read_out(self, row: Row) -> bytes:
        """Return the hash of the words that stood on the page, also where they were copied again since."""
        first = row.words.first_id
        state = self.opened.state
        chain = (state.entries.get(one) for one in (first, *state.corrected_by.get(first, ())))
        known = {text_hash(filed.entry) for filed in chain if filed is not None and isinstance(filed.entry, Copiable)}
        return next((one for one in known if one.hex() == self.cleaned_data[row.shown]), row.words.text_hash)

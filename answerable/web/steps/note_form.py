"""The form for that he does not cooperate: in which way, facts with their sources, whom it is about (R38, R42)."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.reading import OpenProcess
from answerable.core import steps
from answerable.core.circles import Role
from answerable.core.entries import NonCooperationNoted
from answerable.core.entries.base import Source
from answerable.core.entries.steps import How
from answerable.web.base.facts import FACTS, WithFacts, facts_initial
from answerable.web.base.forms import choice, day, ident_of, line, past, text_of
from answerable.web.steps.parts import Choices, put
from answerable.wording import steps as wording
from answerable.wording.entry_words import shortened


class NoteForm(WithFacts):
    """That he does not cooperate: in which way, a fact with its source; more facts, whom it is about, are folded."""

    how = choice(later("In which way does he not cooperate?"), (), required=later("Say in which way"))
    label = line(
        later("Which people is it about?"),
        hint=later("Only if it is about a group he is part of. A label, no full names."),
    )
    belongs = forms.ChoiceField(label=later("Does it belong to something that is open?"), required=False)
    on = day(later("When?"), required=later("Write the day"))
    may_learn = choice(
        later("If someone came to you: may he learn how you know?"),
        (),
        hint=later("Only if who came to you has said so. One answer for all of this note; else write two."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        opened: OpenProcess,
        concern: bytes | None = None,
        correcting: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, opened=opened, **kwargs)
        first = self.fields["fact1"]
        first.label, first.required = _("What happened?"), True
        first.error_messages["required"] = _("Write what happened, in a line")
        first.help_text = _("In one line, what you know. Nothing about her.")
        self.fields["source1"].required = True
        self.fields["source1"].error_messages["required"] = _("Say how you know it")
        self.fields["source1"].help_text = _(
            "We do not look people up. If it happened, say so; no step rests on it alone."
        )
        for number in FACTS[1:]:
            self.fields[f"fact{number}"].label = _("Something else that happened (%(number)s)") % {"number": number}
        put(
            self,
            how=[(one.value, wording.how(one, self.said)) for one in How],
            may_learn=[("no", _("No")), ("yes", _("Yes"))],
            belongs=self._open(concern),
        )
        self.fields["may_learn"].widget.attrs["class"] = "inline"
        self.initial.setdefault("on", self.today)
        self.initial.setdefault("may_learn", "no")
        if correcting or len(self.fields["belongs"].choices) == 1:  # type: ignore[attr-defined]  # a choice field
            del self.fields["belongs"]
        more = [f"{name}{number}" for number in FACTS[1:] for name in ("fact", "source")]
        self.FOLDED = ("on", "may_learn", *more)
        self.order_fields(["entry", "how", "fact1", "source1", "label", "belongs", *self.FOLDED])

    def _open(self, concern: bytes | None) -> Choices:
        """Return what it can belong to: something new, or what is open."""
        if concern is not None:
            self.initial.setdefault("belongs", text_of(concern))
        found = steps.open_concerns(self.opened.state)
        new = [("", _("No, it is something new"))]
        return new + [(text_of(one.concern_id), shortened(wording.concern(one, self.said))) for one in found]

    def clean_on(self) -> date:
        """Refuse a day to come."""
        return past(self.cleaned_data["on"], self.today)

    def to_entry(self, *, rests_on: tuple[bytes, ...], now: int) -> NonCooperationNoted:
        """Return the note."""
        found = self.cleaned_data
        told = any(one.source is Source.SOMEONE_CAME for one in self.facts)
        belongs = found.get("belongs")
        return NonCooperationNoted(
            at=now,
            meant_for=(Role.CONTACT,),
            on=found["on"],
            how=How(found["how"]),
            facts=self.facts,
            rests_on=rests_on,
            label=" ".join(found["label"].split()) or None,
            concern=ident_of(belongs) if belongs else None,
            x_may_learn=told and found["may_learn"] == "yes",
        )


def note_initial(entry: NonCooperationNoted) -> dict[str, Any]:
    """Return what the form shows that corrects this note."""
    return {
        "how": entry.how.value,
        "label": entry.label or "",
        "on": entry.on,
        "may_learn": "yes" if entry.x_may_learn else "no",
        **facts_initial(entry.facts),
    }

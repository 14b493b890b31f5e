"""Correcting what the page of a contact wrote down: whom he told, with the letter or not (R29, R42)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.core.entries import ToldByX
from answerable.core.entries.base import Source
from answerable.core.entries.surroundings import LetterGiven
from answerable.web.base import forms as base
from answerable.web.base.copied import FoldedForm
from answerable.web.base.sources import sources
from answerable.web.surroundings import choices
from answerable.wording.words import Words


class ToldForm(FoldedForm):
    """A group, or a person by label, once more."""

    FOLDED = ("on", "perspective", "confirmed_by")

    final = ""
    label = base.line(
        later("Whom?"),
        required=later("Name a group, or a short label"),
        hint=later("A group, or a short label for one person. No full names, no addresses."),
    )
    source = base.choice(later("How do you know?"), (), required=later("Say how you know it"))
    may_learn = base.choice(
        later("May he learn how you know?"), (), hint=later("Only if the person who came to you has said so.")
    )
    account = base.text(
        later("What were they told?"), hint=later("As it was said to you. Nothing about her."), short=True
    )
    letter = base.choice(later("With the letter?"), (), hint=later("Not knowing is a full answer. Ask him next time."))
    on = base.day(later("When were they told?"), hint=later("Leave it empty if you do not know."))
    perspective = base.line(later("Did they get her perspective in another way?"))
    confirmed_by = base.line(later("Who confirmed it?"), hint=later("A label, if somebody other than him did."))

    def __init__(self, data: Any = None, *, words: Words, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        self.words = words
        choices.put(
            self,
            source=sources(words),
            may_learn=choices.yes_no(),
            letter=choices.letters(),
        )
        choices.inline(self, "may_learn", "letter")

    def clean_on(self) -> date | None:
        """Refuse a day to come."""
        on: date | None = self.cleaned_data["on"]
        base.not_after(on, self.today, _("The day cannot be after today"))
        base.not_long_ago(on, self.today)
        return on

    def to_correction(self, entry: ToldByX, entry_id: bytes, *, now: int) -> ToldByX:
        """Return whom he told, corrected, pointing to the older words."""
        answers = self.cleaned_data
        source = Source(answers["source"])
        return ToldByX(
            at=now,
            meant_for=entry.meant_for,
            corrects=entry_id,
            label=" ".join(answers["label"].split()),
            on=answers["on"],
            account=answers["account"],
            letter=LetterGiven(answers["letter"] or LetterGiven.UNKNOWN),
            perspective=answers["perspective"] or None,
            source=source,
            x_may_learn=source is Source.SOMEONE_CAME and answers["may_learn"] == "yes",
            confirmed_by=answers["confirmed_by"] or None,
        )


def initial_of(entry: ToldByX) -> dict[str, Any]:
    """Return what the form shows that corrects this entry."""
    return {
        "label": entry.label,
        "source": entry.source.value,
        "may_learn": "yes" if entry.x_may_learn else "no",
        "account": entry.account,
        "letter": entry.letter.value,
        "on": entry.on,
        "perspective": entry.perspective or "",
        "confirmed_by": entry.confirmed_by or "",
    }

"""Small forms: a notice with a date, what became of it, supervision asked (R43, R44)."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import telling as deeds
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Presence, Role
from answerable.core.entries import NoticeAnswered, NoticeGiven, SupervisionAsked
from answerable.core.entries.telling import Proof
from answerable.core.state.telling import Circle
from answerable.web.base.copied import FoldedForm
from answerable.web.base.forms import choice, day, ident_of, not_after, not_long_ago, text, text_of
from answerable.web.base.telling import members_of, words_of
from answerable.wording import telling as wording

HIS_TIME = timedelta(days=14)


class DayForm(FoldedForm):
    """A form about something that happened on a day."""

    on = day(later("On which day?"), required=later("Write the day"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.opened, self.today = opened, opened.today
        self.initial.setdefault("on", self.today)

    def clean_on(self) -> date:
        """Refuse a day that is still to come, and one that must be a slip."""
        on: date = self.cleaned_data["on"]
        not_after(on, self.today, _("This day cannot be after today"))
        not_long_ago(on, self.today)
        return on


def by_field(label: Any) -> forms.MultipleChoiceField:
    """Return the question who of the group it was."""
    widget = forms.CheckboxSelectMultiple(attrs={"class": "inline"})
    return forms.MultipleChoiceField(label=label, required=False, widget=widget)


def fill_by(form: forms.Form, opened: OpenProcess) -> None:
    """Put in the members of the group, oneself ticked; in a correction also who has left since."""
    words, here = words_of(opened), members_of(opened, Role.CONTACT)
    gone = [ident_of(one) for one in form.initial.get("by", ()) if ident_of(one) not in here]
    members = [(text_of(one), words.name(one)) for one in (*here, *gone)]
    form.fields["by"].choices = members  # type: ignore[attr-defined]  # a choice field
    form.initial.setdefault("by", [text_of(opened.user_id)])


class NoticeForm(DayForm):
    """A notice with a date: the words he gets, the day, how he can show it."""

    FOLDED = ("on", "by")

    words = text(
        later("The words he gets"),
        required=later("Write the words"),
        hint=later("Ask a lawyer where you live about the wording: no threat, only what you may do."),
    )
    by_on = day(later("By which day?"), required=later("Write the day"))
    proof = text(later("How can he show it?"), required=later("Write how he can show it"), short=True)
    by = by_field(later("Who says it to him?"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, circle: Circle, **kwargs: Any) -> None:
        super().__init__(data, opened=opened, **kwargs)
        self.circle = circle
        fill_by(self, opened)
        self.order_fields(["entry", "words", "by_on", "proof", "on", "by"])
        self.initial.setdefault("by_on", self.today + HIS_TIME)

    def clean(self) -> dict[str, Any]:
        """Refuse a day that leaves him no time."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        on, by_on = found.get("on"), found.get("by_on")
        if on and by_on and by_on <= on:
            self.add_error("by_on", _("Give him a day after the one on which he hears it"))
        return found

    def to_entry(self, *, now: int) -> NoticeGiven:
        """Return the notice as an entry."""
        found = self.cleaned_data
        sheet = self.circle.sheet
        concern = sheet.entry.concern if sheet else deeds.concern_for(self.opened.state, self.circle.label)
        return NoticeGiven(
            at=now,
            meant_for=(Role.CONTACT,),
            concern=concern,
            label=self.circle.label,
            kind=self.circle.kind,
            on=found["on"],
            by_on=found["by_on"],
            by=tuple(sorted(ident_of(one) for one in found["by"])) or (self.opened.user_id,),
            words=found["words"],
            proof=found["proof"],
        )


class ProofForm(DayForm):
    """Whether he showed that he told them."""

    proof = choice(later("Did he show it?"), (), required=later("Say whether he showed it"))
    account = text(
        later("What did he say to it?"), hint=later("It is kept as his account. Nothing about her."), short=True
    )

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, opened=opened, **kwargs)
        said = words_of(opened)
        self.fields["proof"].choices = [(one.value, wording.proof(one, said)) for one in Proof]  # type: ignore[attr-defined]  # a choice field
        self.order_fields(["entry", "proof", "on", "account"])

    def to_entry(self, notice: bytes, *, now: int) -> NoticeAnswered:
        """Return what became of it as an entry."""
        found = self.cleaned_data
        return NoticeAnswered(
            at=now,
            meant_for=(Role.CONTACT,),
            notice=notice,
            on=found["on"],
            proof=Proof(found["proof"]),
            account=found["account"],
        )


class SupervisionForm(DayForm):
    """Supervision was asked in writing on a day, or nobody is there to ask."""

    asked_them = choice(later("Was supervision asked?"), (), required=later("Say whether supervision was asked"))
    what = text(
        later("What is it about?"),
        required=later("Write what it is about"),
        hint=later("The supervision group reads it. Short, without names."),
        short=True,
    )
    how = text(later("How?"), hint=later("A mail, a letter, handed over."), short=True)

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, opened=opened, **kwargs)
        choices = [("written", _("Yes, in writing"))]
        if opened.state.process.supervision is Presence.NOT_YET:
            choices.append(("nobody", _("Nobody is there to ask")))
        self.fields["asked_them"].choices = choices  # type: ignore[attr-defined]  # a choice field
        self.order_fields(["entry", "asked_them", "on", "what", "how"])

    def to_entry(self, about: bytes | None, *, now: int) -> SupervisionAsked:
        """Return the record as an entry."""
        found = self.cleaned_data
        return SupervisionAsked(
            at=now,
            meant_for=(Role.CONTACT, Role.SUPERVISION),
            about=about,
            on=found["on"],
            in_writing=found["asked_them"] == "written",
            what=found["what"],
            how=found["how"],
        )


def notice_initial(entry: NoticeGiven) -> dict[str, Any]:
    """Return what the form shows that corrects a notice."""
    days = {"on": entry.on, "by_on": entry.by_on}
    return {**days, "words": entry.words, "proof": entry.proof, "by": [text_of(one) for one in entry.by]}


def proof_initial(entry: NoticeAnswered) -> dict[str, Any]:
    """Return what the form shows that corrects what became of a notice."""
    return {"on": entry.on, "proof": entry.proof.value, "account": entry.account}


def supervision_initial(entry: SupervisionAsked) -> dict[str, Any]:
    """Return what the form shows that corrects the record that supervision was asked."""
    asked = "written" if entry.in_writing else "nobody"
    return {"on": entry.on, "asked_them": asked, "what": entry.what, "how": entry.how}

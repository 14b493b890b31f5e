"""Forms for deciding: a question, how somebody stands, an outcome with reasons, a later look (R7, R24, R47)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.decisions import EVERYBODY, Closing
from answerable.actions.reading import OpenProcess
from answerable.core.calendar import add_months
from answerable.core.circles import Role
from answerable.core.duties.duty import DECIDE_WITHIN
from answerable.core.entries import DecisionProposed, PositionTaken
from answerable.core.entries.decisions import Recused, Sort, ViewTaken
from answerable.core.state.decisions import Decision
from answerable.web.base.copied import FoldedForm, refuse_whitespace
from answerable.web.base.facts import FACTS, WithFacts
from answerable.web.base.forms import ahead, choice, day, ident_of, line, not_after, not_long_ago, text, text_of, tick
from answerable.web.base.telling import members_of, words_of
from answerable.wording import decisions as wording

LONGEST_OPTION, MOST_OPTIONS = 300, 8
LOOK_AGAIN_MONTHS = 3
REASONS_MISSING = later("Write why. People you answer to want to be able to follow or question it.")


def look_again() -> forms.DateField:
    """Return the question when a decision is looked at again."""
    return day(later("When do you look at it again?"), required=later("Write the day, within two years"))


class ProposeForm(WithFacts):
    """A question to decide together; those asked are all members of the contact group, and stay so (R47)."""

    question = text(later("What is to be decided?"), required=later("Write what is to be decided"), short=True)
    options = text(later("What could you do?"), hint=later("One line each. To do nothing is one, too."), short=True)
    protects = text(
        later("Whom does it protect?"),
        required=later("Say whom it protects. “It is good for him” is no ground by itself."),
        short=True,
    )
    until_on = day(later("Until when?"), required=later("Write the day"))
    recused = forms.MultipleChoiceField(
        label=later("Who takes no part?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "inline"}),
    )
    why_recused = line(later("Why not?"))

    def __init__(
        self, data: Any = None, *, opened: OpenProcess, follows: Decision | None = None, **kwargs: Any
    ) -> None:
        super().__init__(data, opened=opened, **kwargs)
        self.follows = follows
        self.members = members_of(opened, Role.CONTACT)
        self.fields["recused"].choices = [(text_of(one), self.said.name(one)) for one in self.members]  # type: ignore[attr-defined]  # a choice field
        self.FOLDED = (
            *(f"{name}{number}" for number in FACTS for name in ("fact", "source")),
            "recused",
            "why_recused",
        )
        self.initial.setdefault("until_on", self.today + DECIDE_WITHIN)
        if follows is not None:
            entry = follows.item.entry
            self.initial.setdefault("question", entry.question)
            self.initial.setdefault("options", "\n".join(entry.options))
            self.initial.setdefault("protects", entry.protects)

    def clean_question(self) -> str:
        """Refuse words that nobody can see."""
        return refuse_whitespace(str(self.cleaned_data["question"]), _("Write what is to be decided"))

    def clean_options(self) -> str:
        """Refuse more lines, and longer ones, than a decision can hold."""
        lines = _lines(self.cleaned_data["options"])
        if len(lines) > MOST_OPTIONS or any(len(one) > LONGEST_OPTION for one in lines):
            raise forms.ValidationError(_("At most eight lines, of at most 300 characters each"))
        return "\n".join(lines)

    def clean_until_on(self) -> date | None:
        """Refuse a day that is over."""
        return ahead(self.cleaned_data["until_on"], self.today)

    def clean(self) -> dict[str, Any]:
        """Ask why somebody takes no part; somebody has to take part."""
        found = super().clean()
        if found.get("recused") and not found.get("why_recused"):
            self.add_error("why_recused", _("Say why"))
        if found.get("why_recused") and not found.get("recused"):
            self.add_error("recused", _("Say who takes no part, or empty the reason"))
        if found.get("recused") and len(found["recused"]) == len(self.members):
            self.add_error("recused", _("Somebody has to decide"))
        return found

    def to_entry(self, *, now: int) -> DecisionProposed:
        """Return the question as an entry."""
        found = self.cleaned_data
        return DecisionProposed(
            at=now,
            meant_for=EVERYBODY,
            question=found["question"],
            options=tuple(_lines(found["options"])),
            facts=self.facts,
            protects=found["protects"],
            asked=tuple(sorted(self.members)),
            recused=tuple(Recused(user=ident_of(one), why=found["why_recused"]) for one in sorted(found["recused"])),
            until_on=found["until_on"],
            at_meeting=False,
            follows=self.follows.item.first_id if self.follows else None,
        )


def _lines(words: str) -> list[str]:
    return [one.strip() for one in words.splitlines() if one.strip()]


class ViewForm(FoldedForm):
    """How somebody stands: oneself, or another member who said it elsewhere."""

    FOLDED: Sequence[str] = ("with_name", "who", "told_how")

    view = choice(later("How do you stand to it?"), (), required=later("Say how you stand to it"))
    why = text(
        later("Your reasons, or concerns"),
        hint=later("Concerns and a block go into the decision and the update word for word, without your name."),
        short=True,
    )
    with_name = tick(later("With my name, where others read it"))
    who = forms.ChoiceField(label=later("Whose view is it?"))
    told_how = line(later("If it is not yours: how did you hear it?"), hint=later("For example: on the phone."))

    def __init__(
        self, data: Any = None, *, opened: OpenProcess, decision: Decision, may: Sequence[bytes], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.opened, self.decision = opened, decision
        said = words_of(opened)
        self.fields["view"].choices = [(one.value, wording.own_view(one, said)) for one in ViewTaken]  # type: ignore[attr-defined]  # a choice field
        self.fields["who"].choices = [(text_of(one), said.name(one)) for one in may]  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("who", text_of(opened.user_id if opened.user_id in may else may[0]))
        if tuple(may) == (opened.user_id,):
            self.fields["who"].widget = forms.HiddenInput()
            del self.fields["told_how"]
        standing = decision.positions.get(opened.user_id)
        if standing is not None:
            self.initial.setdefault("view", standing.entry.view.value)
            self.initial.setdefault("why", standing.entry.text)
            self.initial.setdefault("with_name", standing.entry.with_name)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a block and of concerns, and how another's view was heard."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("view") in {ViewTaken.BLOCK, ViewTaken.CONCERNS} and not found.get("why"):
            self.add_error("why", REASONS_MISSING)
        if found.get("who") and found["who"] != text_of(self.opened.user_id) and not found.get("told_how"):
            self.add_error("told_how", _("Say how you heard it"))
        if found.get("who") == text_of(self.opened.user_id) and found.get("told_how"):
            self.add_error("who", _("Say whose view it is, or empty how you heard it"))
        return found

    def to_entry(self, *, now: int) -> PositionTaken:
        """Return the view as an entry."""
        found = self.cleaned_data
        member = ident_of(found["who"])
        return PositionTaken(
            at=now,
            meant_for=(Role.CONTACT,),
            proposal=self.decision.item.first_id,
            member=member,
            view=ViewTaken(found["view"]),
            text=found["why"],
            with_name=found["with_name"],
            told_how=None if member == self.opened.user_id else found["told_how"],
        )


class OutcomeFields(FoldedForm):
    """What came of a question: the same for one closed here and one decided at a meeting."""

    sort = choice(later("What came of it?"), (), required=later("Say what came of it"))
    decided = text(later("What exactly?"), required=later("Write what you decided, or not"), short=True)
    reasons = text(later("Why?"), required=REASONS_MISSING)
    look_again_on = look_again()
    tell = text(
        later("Reasons we can tell"),
        hint=later("For people it concerns. Nothing of it goes to them by itself."),
        short=True,
    )

    def set_up(self, opened: OpenProcess) -> None:
        """Fill in what can be chosen, and a look in three months (R46)."""
        self.today = opened.today
        said = words_of(opened)
        self.fields["sort"].choices = [(one.value, wording.sort(one, said)) for one in Sort]  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("look_again_on", add_months(opened.today, LOOK_AGAIN_MONTHS))

    def clean_reasons(self) -> str:
        """Refuse words that nobody can see (R47)."""
        return refuse_whitespace(str(self.cleaned_data["reasons"]), str(REASONS_MISSING))

    def clean_look_again_on(self) -> date | None:
        """Refuse a day that is over."""
        return ahead(self.cleaned_data["look_again_on"], self.today)

    def closing(self, *, on: date, protects: str) -> Closing:
        """Return the outcome (of a valid form)."""
        found = self.cleaned_data
        return Closing(
            sort=Sort(found["sort"]),
            on=on,
            decided=found["decided"],
            reasons=found["reasons"],
            protects=protects,
            look_again_on=found["look_again_on"],
            tell=found["tell"],
        )


class CloseForm(OutcomeFields):
    """The outcome of a question that was asked here."""

    FOLDED: Sequence[str] = ("protects", "tell")

    protects = text(later("Whom does it protect?"), required=later("Say whom it protects"), short=True)

    def __init__(self, data: Any = None, *, opened: OpenProcess, decision: Decision, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.set_up(opened)
        self.initial.setdefault("protects", decision.item.entry.protects)


class MetForm(WithFacts, OutcomeFields):
    """A decision that was made at a meeting: written down by one member at once, with who was there (R63)."""

    field_order = ("entry", "question", "sort", "decided", "reasons", "protects")

    question = text(later("What was the question?"), required=later("Write what the question was"), short=True)
    protects = text(later("Whom does it protect?"), required=later("Say whom it protects"), short=True)
    on = day(later("When did you decide it?"), required=later("Write the day"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, opened=opened, **kwargs)
        self.set_up(opened)
        self.initial.setdefault("on", opened.today)
        self.members = tuple(sorted(members_of(opened, Role.CONTACT)))
        here = [("", _("was not there")), *((one.value, wording.view(one, self.said)) for one in ViewTaken)]
        for number, user in enumerate(self.members):
            name = {"name": self.said.name(user)}
            self.fields[f"view{number}"] = forms.ChoiceField(
                label=_("%(name)s ...") % name, choices=here, required=False
            )
            self.fields[f"said{number}"] = line(_("What %(name)s said") % name)
            if user == opened.user_id:
                self.initial.setdefault(f"view{number}", ViewTaken.AGREE.value)
        views = [f"{name}{number}" for number in range(len(self.members)) for name in ("view", "said")]
        facts = [f"{name}{number}" for number in FACTS for name in ("fact", "source")]
        self.FOLDED = ("on", *views, "look_again_on", "tell", *facts)
        self.order_fields(["entry", "question", "sort", "decided", "reasons", "protects", *self.FOLDED])

    def clean_on(self) -> date:
        """Refuse a day that is still to come, and one that must be a slip."""
        on: date = self.cleaned_data["on"]
        not_after(on, self.today, _("This day cannot be after today"))
        not_long_ago(on, self.today)
        return on

    def to_proposal(self, *, now: int) -> DecisionProposed:
        """Return the question as an entry: everybody was asked, whoever was there."""
        found = self.cleaned_data
        return DecisionProposed(
            at=now,
            meant_for=EVERYBODY,
            question=found["question"],
            options=(),
            facts=self.facts,
            protects=found["protects"],
            asked=self.members,
            recused=(),
            until_on=found["on"],
            at_meeting=True,
            follows=None,
        )

    def views(self, *, now: int) -> tuple[PositionTaken, ...]:
        """Return how each who was there stood; `proposal` is put in when it is saved."""
        found = self.cleaned_data
        return tuple(
            PositionTaken(
                at=now,
                meant_for=(Role.CONTACT,),
                proposal=self.entry_id,
                member=user,
                view=ViewTaken(found[f"view{number}"]),
                text=found[f"said{number}"],
                with_name=False,
                told_how=None if user == self.opened.user_id else _("at the meeting"),
            )
            for number, user in enumerate(self.members)
            if found[f"view{number}"]
        )

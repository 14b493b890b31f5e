"""Forms about people: who one is here, the statement, inviting, letting in, leaving."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.members import Handover
from answerable.core.circles import Role
from answerable.core.entries import MemberNamed, StanceAffirmed
from answerable.core.entries.members import Stance
from answerable.web.base.forms import EntryForm, PaperForm, Said, choice, day, ident_of, line, not_after, text, tick
from answerable.web.base.passphrases import AgainForm

LONGEST_TERM = timedelta(days=10 * 366)
MOST_HOURS = 744
MOST_LINES = 100
LINE = 300


def number(label: Said, *, most: int, required: Said = "", hint: Said = "", margin: Said = "") -> forms.IntegerField:
    """Return a field for a whole number from 0 on."""
    field = forms.IntegerField(
        label=label,
        required=bool(required),
        help_text=hint,
        min_value=0,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": required,
            "invalid": later("Write a whole number, 0 or more."),
            "min_value": later("Write a whole number, 0 or more."),
            "max_value": later("Write a number up to %(limit_value)s."),
        },
    )
    field.margin_hint = margin  # type: ignore[attr-defined]  # read by the templates
    return field


def lines_of(answer: str) -> tuple[str, ...]:
    """Return what was written one line each, without empty lines."""
    return tuple(line for line in (part.strip() for part in answer.splitlines()) if line)


def check_lines(answer: str) -> str:
    """Refuse a line over 300 characters, or more than a hundred of them."""
    found = lines_of(answer)
    if any(len(one) > LINE for one in found):
        raise ValidationError(_("One line is too long: at most 300 characters a line."))
    if len(found) > MOST_LINES:
        raise ValidationError(_("These are too many lines: at most 100."))
    return answer


class TermFields(EntryForm):
    """Who somebody is here, until when, and roughly how many hours (R19, R20)."""

    shown_name = line(
        later("Your name here"),
        required=later("Write a name"),
        hint=later("It may be invented. All groups of this process see it."),
    )
    until_on = day(
        later("Until when?"),
        required=later("Write until when, roughly"),
        hint=later("A year is usual. Nothing renews itself, and no access ends on that day."),
    )
    hours = number(
        later("Roughly how many hours a month?"),
        most=MOST_HOURS,
        hint=later("If you know. Nobody compares it."),
    )
    will_not = text(
        later("What will you not do?"), hint=later("For example: meet him alone. Empty is fine."), short=True
    )

    def __init__(self, *args: Said, today: date, **kwargs: Said) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean_until_on(self) -> date:
        """Refuse a term that is over before it begins, or a slip of the year."""
        until: date = self.cleaned_data["until_on"]
        if until < self._today:
            raise ValidationError(_("This day is over. Write a day from today on."))
        if until > self._today + LONGEST_TERM:
            raise ValidationError(_("Check the year of this day."))
        return until

    def named(self, user: bytes, *, joined_on: date, before: bytes | None, at: int) -> MemberNamed:
        """Return the entry of a valid form."""
        found = self.cleaned_data
        return MemberNamed(
            at=at,
            meant_for=tuple(Role),
            user=user,
            shown_name=found["shown_name"].strip(),
            joined_on=joined_on,
            until_on=found["until_on"],
            hours=found["hours"],
            will_not=found["will_not"].strip() or None,
            before=before,
        )


class StanceFields(PaperForm):
    """Standing behind the commitment statement, or wanting to talk about it: both are let in (R15)."""

    stance = choice(
        later("How do you stand to this?"),
        (
            (Stance.STANDS.value, later("I can stand behind this")),
            (Stance.TALK.value, later("I want to talk about some of it")),
        ),
        required=later("Choose one of the two"),
        hint=later("Both are fine. You are in either way."),
    )
    sentences = forms.MultipleChoiceField(
        label=later("Which sentences?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Said, statement: tuple[str, ...], **kwargs: Said) -> None:
        super().__init__(*args, **kwargs)
        numbers = [(str(place), _("Sentence %(number)s") % {"number": place}) for place in _places(statement)]
        self.fields["sentences"].choices = numbers  # type: ignore[attr-defined]  # a field with choices

    def clean(self) -> dict[str, Any]:
        """Ask which sentences, where somebody wants to talk."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("stance") == Stance.TALK and not found.get("sentences"):
            self.add_error("sentences", _("Say which sentences. You can name all of them."))
        return found

    def affirmed(self, version: int, roles: frozenset[Role], *, at: int) -> StanceAffirmed:
        """Return the entry of a valid form."""
        stance = Stance(self.cleaned_data["stance"])
        talk = tuple(sorted(int(one) for one in self.cleaned_data["sentences"])) if stance is Stance.TALK else ()
        return StanceAffirmed(
            at=at, meant_for=tuple(sorted(roles)), statement_version=version, stance=stance, sentences=talk
        )


def _places(statement: tuple[str, ...]) -> range:
    return range(1, len(statement) + 1)


class StanceForm(StanceFields, EntryForm):
    """The statement again."""


class MyselfForm(TermFields):
    """Renewing or shortening one's term, or changing one's name."""


class WelcomeForm(StanceFields, TermFields):
    """The first page of somebody who was let in; `before` is for who lost passphrase and paper."""

    before = forms.ChoiceField(
        label=later("I was here before as"),
        required=False,
        widget=forms.RadioSelect,
        help_text=later("Only if you lost your passphrase and your paper. The others then end the old access."),
    )

    def __init__(self, *args: Said, earlier: tuple[tuple[str, str], ...], **kwargs: Said) -> None:
        super().__init__(*args, **kwargs)
        if earlier:
            self.fields["before"].choices = (("", _("nobody, I am new")), *earlier)  # type: ignore[attr-defined]  # as above
        else:
            del self.fields["before"]

    @property
    def earlier(self) -> bytes | None:
        """Return the identity somebody had before, of a valid form."""
        chosen = self.cleaned_data.get("before")
        return ident_of(chosen) if chosen else None


class InviteForm(EntryForm):
    """Into which group somebody is invited."""

    role = choice(later("Into which group?"), (), required=later("Choose a group"))

    def __init__(self, *args: Said, roles: tuple[tuple[str, str], ...], **kwargs: Said) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]  # a field with choices
        if len(roles) == 1:
            self.fields["role"].initial = roles[0][0]


class ConfirmForm(AgainForm):
    """A deed that needs nothing but the passphrase once more."""


class LeaveForm(AgainForm):
    """A dignified exit: last day, what goes on without one, how the support group was told (R21)."""

    last_on = day(later("Your last day"), required=later("Write your last day"))
    handover = text(
        later("What goes on without you?"),
        margin=later("One line each."),
        hint=later("What you had to do, and who does it now. Change or delete what stands here."),
    )
    told_support = text(
        later("How does the support group hear of it?"),
        required=later("Write how the support group hears of it"),
        hint=later("For example: I told them by phone. They also read this entry, where they are here."),
        short=True,
    )
    scope = choice(later("Which group do you leave?"), (), required=later("Choose one of these"))
    last_one = tick(later("I know that nobody can open what this group keeps after I have left"))

    def __init__(
        self,
        *args: Said,
        today: date,
        scopes: tuple[tuple[str, str], ...],
        contact: bool,
        last: bool,
        **kwargs: Said,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        self.fields["scope"].choices = scopes  # type: ignore[attr-defined]  # a field with choices
        if len(scopes) < 2:  # noqa: PLR2004  # nothing to choose
            del self.fields["scope"]
        if not contact:
            for name in ("last_on", "handover", "told_support"):
                del self.fields[name]
        if not last:
            del self.fields["last_one"]

    def clean_last_on(self) -> date:
        """Refuse a day to come: the keys go now."""
        last: date = self.cleaned_data["last_on"]
        not_after(last, self._today, _("Your keys go today. Write today or a day before."))
        return last

    def clean_handover(self) -> str:
        """Refuse lines that are too long."""
        return check_lines(self.cleaned_data["handover"])

    def clean_last_one(self) -> bool:
        """Ask the last member of a group to say that she knows what follows."""
        if not self.cleaned_data["last_one"]:
            raise ValidationError(_("You are the last one. Say that you know what follows."))
        return True

    def handed_over(self) -> Handover:
        """Return what a valid form says."""
        found = self.cleaned_data
        told = found.get("told_support", "").strip()
        return Handover(found.get("last_on", self._today), lines_of(found.get("handover", "")), told or None)


class SayOutForm(AgainForm):
    """Saying that somebody is out: two members, and a person outside the contact group or why there is none (R21)."""

    outside = choice(
        later("Who outside the contact group looked at this with you?"),
        (
            ("support", later("Somebody of the support group")),
            ("supervision", later("Somebody of the supervision group")),
            ("nobody", later("Nobody")),
        ),
        required=later("Choose one of these"),
    )
    why_nobody = text(later("Why is there nobody?"), short=True)
    told_support = text(
        later("How does the support group hear of it?"),
        required=later("Write how the support group hears of it"),
        short=True,
    )

    def __init__(self, *args: Said, final: bool, **kwargs: Said) -> None:
        super().__init__(*args, **kwargs)
        if not final:
            for name in ("outside", "why_nobody", "told_support"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Ask for the reason where nobody outside looked at it."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("outside") == "nobody" and not found.get("why_nobody", "").strip():
            self.add_error("why_nobody", _("Write why nobody outside looked at this."))
        return found

    def handed_over(self, today: date) -> Handover:
        """Return what a valid form says, as the entry keeps it."""
        found = self.cleaned_data
        if "outside" not in found:
            return Handover(today, (), None)
        who = {
            "support": _("Two of us and somebody of the support group said this."),
            "supervision": _("Two of us and somebody of the supervision group said this."),
            "nobody": _("Two of us said this. Nobody outside looked at it: %(why)s"),
        }[found["outside"]] % {"why": found["why_nobody"].strip()}
        return Handover(today, (), f"{who}\n\n{found['told_support'].strip()}")

"""Forms about what we agreed: the numbers, our boundaries, how other groups are reached (R4, R25, R64)."""

from datetime import date, timedelta
from typing import Any

import msgspec
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.policies import change_to
from answerable.core.circles import Presence, Role
from answerable.core.defaults.policy import Policy
from answerable.core.entries import BoundarySet, PolicySet, QuorumSet
from answerable.core.entries.process import Quorum
from answerable.web.base.forms import EntryForm, Said, choice, day, text
from answerable.web.us.forms import check_lines, lines_of, number
from answerable.wording.decisions import quorum
from answerable.wording.lists import capital
from answerable.wording.words import Words

MOST_MONTHS = 120
MOST_DAYS = 3660
MOST_PEOPLE = 100
FAR = timedelta(days=2 * 366)


class AgreedForm(EntryForm):
    """All numbers as they count now; only what differs is written down. 0 means: not taken on."""

    contact_every_months = number(
        later("Contact with X, every so many months"), most=MOST_MONTHS, required=later("Write a number")
    )
    update_every_months = number(
        later("An update to the support group, every so many months"),
        most=MOST_MONTHS,
        required=later("Write a number"),
    )
    mailbox_every_days = number(
        later("Look at the mail, every so many days"), most=MOST_DAYS, required=later("Write a number")
    )
    answer_within_days = number(
        later("He answers within so many days"), most=MOST_DAYS, required=later("Write a number")
    )
    term_months = number(later("A term lasts so many months"), most=MOST_MONTHS, required=later("Write a number"))
    minimum_members = number(
        later("At least so many people in the contact group"), most=MOST_PEOPLE, required=later("Write a number")
    )
    mail_kept_months = number(
        later("Mail from outside is kept for so many months"), most=MOST_MONTHS, required=later("Write a number")
    )
    contact_texts_kept_months = number(
        later("Texts of contacts are kept for so many months"), most=MOST_MONTHS, required=later("Write a number")
    )
    labels_kept_months = number(
        later("Labels of people are kept for so many months after their last use"),
        most=MOST_MONTHS,
        required=later("Write a number"),
    )
    from_on = day(later("From which day?"), required=later("Write from which day"))
    reason = text(
        later("Why?"),
        required=later("Write why. It stands in the next update."),
        hint=later(
            "Also here: how long you think this group will exist, and that you talked about it with the support group."
        ),
        short=True,
    )

    def __init__(self, *args: Said, policy: Policy, today: date, **kwargs: Said) -> None:
        kwargs["initial"] = msgspec.structs.asdict(policy) | {"from_on": today}
        super().__init__(*args, **kwargs)
        self._policy, self._today = policy, today

    def clean_from_on(self) -> date:
        """Refuse a day that is over: a changed policy counts from the day it is agreed."""
        return _begins(self.cleaned_data["from_on"], self._today)

    def entry_of(self, *, at: int) -> PolicySet:
        """Return the entry of a valid form; with no number changed it says that the group looked at all of it (R22)."""
        values = {name: self.cleaned_data[name] for name in Policy.__struct_fields__}
        return PolicySet(
            at=at,
            meant_for=tuple(Role),
            change=change_to(self._policy, values),
            from_on=self.cleaned_data["from_on"],
            reason=self.cleaned_data["reason"].strip(),
        )


class QuorumForm(EntryForm):
    """How many of those asked have to say how they stand before something is decided (R4, R47)."""

    quorum = choice(later("How many have to say how they stand?"), (), required=later("Choose one of these"))
    from_on = day(later("From which day?"), required=later("Write from which day"))
    reason = text(later("Why?"), required=later("Write why. It stands in the next update."), short=True)

    def __init__(self, *args: Said, said: Words, now: Quorum, today: date, **kwargs: Said) -> None:
        kwargs["initial"] = {"quorum": now.value, "from_on": today}
        super().__init__(*args, **kwargs)
        self._today = today
        self.fields["quorum"].choices = [(one.value, capital(quorum(one, said))) for one in Quorum]  # type: ignore[attr-defined]  # a field with choices

    def clean_from_on(self) -> date:
        """Refuse a day that is over: questions that are open stay as they were."""
        return _begins(self.cleaned_data["from_on"], self._today)

    def entry_of(self, *, at: int) -> QuorumSet:
        """Return the entry of a valid form."""
        found = self.cleaned_data
        return QuorumSet(
            at=at,
            meant_for=tuple(Role),
            quorum=Quorum(found["quorum"]),
            from_on=found["from_on"],
            reason=found["reason"].strip(),
        )


def _begins(from_on: date, today: date) -> date:
    """Return the day from which something counts. Raises ValidationError for one that is over, or years away."""
    if from_on < today:
        raise ValidationError(_("What you agree counts from today at the earliest."))
    if from_on > today + FAR:
        raise ValidationError(_("Check the year of this day."))
    return from_on


class LimitsForm(EntryForm):
    """What we can, cannot and will not do: the whole list, one line each (R25)."""

    can = text(later("We can"), margin=later("One line each."))
    cannot = text(later("We cannot"), margin=later("One line each."))
    will_not = text(later("We will not"), margin=later("One line each."))

    def clean_can(self) -> str:
        """Refuse lines that are too long."""
        return check_lines(self.cleaned_data["can"])

    def clean_cannot(self) -> str:
        """Refuse lines that are too long."""
        return check_lines(self.cleaned_data["cannot"])

    def clean_will_not(self) -> str:
        """Refuse lines that are too long."""
        return check_lines(self.cleaned_data["will_not"])

    def clean(self) -> dict[str, Any]:
        """Refuse an empty list."""
        found: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(lines_of(found[name]) for name in ("can", "cannot", "will_not")):
            self.add_error("can", _("Write at least one line."))
        return found

    def entry_of(self, *, at: int) -> BoundarySet:
        """Return the entry of a valid form."""
        can, cannot, will_not = (lines_of(self.cleaned_data[name]) for name in ("can", "cannot", "will_not"))
        return BoundarySet(at=at, meant_for=tuple(Role), can=can, cannot=cannot, will_not=will_not)


class PresenceForm(EntryForm):
    """How the groups that have no keys here are reached (R64)."""

    support = choice(later("The support group"), (), required=later("Choose one of these"))
    supervision = choice(later("The supervision group"), (), required=later("Choose one of these"))

    def __init__(self, *args: Said, open_roles: tuple[Role, ...], **kwargs: Said) -> None:
        super().__init__(*args, **kwargs)
        choices = (
            (Presence.HERE.value, _("Here, with accounts of their own")),
            (Presence.MAIL.value, _("By mail and paper")),
            (Presence.NOT_YET.value, _("Not yet")),
        )
        for role in (Role.SUPPORT, Role.SUPERVISION):
            if role in open_roles:
                self.fields[role.value].choices = choices  # type: ignore[attr-defined]  # a field with choices
            else:
                del self.fields[role.value]

    def chosen(self) -> dict[Role, Presence]:
        """Return what was chosen, of a valid form."""
        return {Role(name): Presence(value) for name, value in self.cleaned_data.items() if name != "entry"}

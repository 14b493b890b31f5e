"""What a group agrees on at the start by a tick: numbers with a unit in their name (R4, R62)."""

from datetime import date

import msgspec

from answerable.core.entries.process import PolicyChange

POLICY_VERSION = 1


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The agreed numbers; 0 means that the group has not taken this on and nothing of it is ever due (R62)."""

    contact_every_months: int = 3
    update_every_months: int = 3
    mailbox_every_days: int = 7
    answer_within_days: int = 14
    term_months: int = 12
    minimum_members: int = 3
    mail_kept_months: int = 6
    contact_texts_kept_months: int = 24
    labels_kept_months: int = 12

    def changed(self, change: PolicyChange) -> "Policy":
        """Return the policy with the values that the change names put in; None in it leaves a value as it was."""
        values = msgspec.structs.asdict(change)
        return msgspec.structs.replace(self, **{name: value for name, value in values.items() if value is not None})


class PolicyFrom(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A policy and the day from which it counts (Fixed meanings)."""

    from_on: date
    policy: Policy


DEFAULT_POLICY = Policy()


def policy_on(policies: tuple[PolicyFrom, ...], day: date) -> Policy:
    """Return the policy that counts on a day: the last one that has begun, the default before any has."""
    begun = [one.policy for one in policies if one.from_on <= day]
    return begun[-1] if begun else DEFAULT_POLICY

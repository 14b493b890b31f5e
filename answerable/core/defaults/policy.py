"""What a group agrees on at the start by a tick: numbers with a unit in their name (R4, R62)."""

from collections.abc import Iterable

import msgspec

POLICY_VERSION = 1
LARGEST_VALUE = 1000


class UnknownPolicyValueError(Exception):
    """A policy value that this version does not know, or that has no sense as a number."""

    def __init__(self, *, name: str, number: int) -> None:
        super().__init__("not a policy value")
        self.name = name
        self.number = number


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The agreed numbers; 0 means that the group has not taken this on and nothing of it is ever due (R62)."""

    contact_every_months: int = 3
    update_every_months: int = 3
    mailbox_every_days: int = 7
    answer_within_days: int = 14
    pass_on_within_days: int = 14
    question_within_days: int = 14
    meetings_within_months: int = 2
    term_months: int = 12
    replacement_within_weeks: int = 6
    smallest_size: int = 3
    lifespan_look_every_months: int = 12
    look_for_supervision: int = 1
    take_out_within_days: int = 7

    def changed(self, values: Iterable[tuple[str, int]]) -> "Policy":
        """Return the policy with these values changed; raises UnknownPolicyValueError for any it does not know."""
        new = dict(values)
        for name, number in new.items():
            if name not in self.__struct_fields__ or not 0 <= number <= LARGEST_VALUE:
                raise UnknownPolicyValueError(name=name, number=number)
        return msgspec.structs.replace(self, **new)


DEFAULT_POLICY = Policy()

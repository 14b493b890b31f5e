"""What can go wrong in this room; evidence lies in fields, never plaintext, names or keys in a message."""

from typing import NamedTuple


class SealingError(Exception):
    """Anything this room refuses or finds wrong."""


class AlteredError(SealingError):
    """Stored bytes are not what was written: `what` is a fixed code (docs/sealing.md, Outcomes)."""

    def __init__(self, what: str, seq: int | None = None) -> None:
        super().__init__(f"altered: {what}")
        self.what = what
        self.seq = seq


class WithheldError(SealingError):
    """A row that the log names is missing."""

    def __init__(self, what: str, seq: int | None = None) -> None:
        super().__init__(f"withheld: {what}")
        self.what = what
        self.seq = seq


class ShreddedError(SealingError):
    """The entry was destroyed by a signed tombstone (R60)."""

    def __init__(self, seq: int) -> None:
        super().__init__("shredded")
        self.seq = seq


class WrongSecretError(SealingError):
    """The passphrase or recovery code does not open the slot (or the slot's verifier was changed)."""

    def __init__(self) -> None:
        super().__init__("the secret does not open this slot")


class NotInAudienceError(SealingError):
    """None of the circles whose keys are held was in the audience of this entry."""

    def __init__(self, *, audience: frozenset[bytes], held: frozenset[bytes]) -> None:
        super().__init__("no key held for this audience")
        self.audience = audience
        self.held = held


class RefusedError(SealingError):
    """A leaf of one's own would break a rule of the log; nothing was written. `rule` is a fixed code."""

    def __init__(self, rule: str) -> None:
        super().__init__(f"refused: {rule}")
        self.rule = rule


class Finding(NamedTuple):
    """One thing found wrong: a fixed code and the place (a seq, or an id or hash where there is none)."""

    what: str
    seq: int | None = None
    ref: bytes = b""

"""What a reader says when something does not fit."""


class AlarmError(Exception):
    """What was found is not what was written: `what` is the code of the finding."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class MissingError(Exception):
    """A row that should be there is not: `what` is the code of the finding."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class WrongSecretError(Exception):
    """The passphrase or code does not open this slot."""


def must(*, what: str, fits: bool) -> None:
    """Go on, or stop with the code."""
    if not fits:
        raise AlarmError(what)

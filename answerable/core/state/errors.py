"""What folding refuses."""


class NotOpenedError(Exception):
    """No entry that opens the process can be read here: it was not given to this circle yet, or does not exist."""

    def __init__(self) -> None:
        super().__init__("the process has not been opened for this reader")

"""A real SMTP server on this machine that keeps what it is given."""

import contextlib
from collections.abc import Iterator

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from tests.running import free_port


class Postbox(Message):
    """Keeps mails as text, and knows its port."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port
        self.mails: list[str] = []

    def handle_message(self, message: object) -> None:
        """Keep a mail."""
        self.mails.append(str(message))


@contextlib.contextmanager
def listening() -> Iterator[Postbox]:
    """Run the server for the length of the block."""
    box = Postbox(free_port())
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()

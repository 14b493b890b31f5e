"""Sending one neutral mail by SMTP, or to the console where no server is set."""

import smtplib
import ssl
import sys
from email.message import EmailMessage
from email.utils import formataddr, formatdate
from typing import NamedTuple

TIMEOUT_SECONDS = 30
_FOR_GOOD = 500


class Server(NamedTuple):
    """A mail server: `security` is "starttls", "tls" or "none"; an empty host means the console."""

    host: str
    port: int
    user: str
    password: str
    security: str
    sender: str


class Letter(NamedTuple):
    """What goes out: everything in it is neutral by its caller's choice."""

    to: str
    sender_name: str
    subject: str
    body: str
    message_id: str
    at: int


class MailNotSentError(Exception):
    """The server did not take the mail; `permanent` tells that it never will."""

    def __init__(self, *, permanent: bool) -> None:
        super().__init__("mail not sent")
        self.permanent = permanent


def compose(letter: Letter, sender: str) -> EmailMessage:
    """Return the message: plain text, no link, no tracking, marked as automatic so that nothing answers it."""
    message = EmailMessage()
    message["From"] = formataddr((letter.sender_name, sender))
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = formatdate(letter.at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    return message


def send(letter: Letter, server: Server) -> None:
    """Hand a letter to the server. Raises MailNotSentError without address or server answer in it."""
    try:
        message = compose(letter, server.sender)
    except ValueError:  # an address or a line that can stand in no header
        raise MailNotSentError(permanent=True) from None
    if not server.host:
        sys.stdout.write("event=reminder-due (no mail server is set; nothing was sent)\n")
        return
    try:
        _deliver(message, server)
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _text in refused.recipients.values()]
        raise MailNotSentError(permanent=min(codes, default=0) >= _FOR_GOOD) from None  # 4xx: greylisting, a full box
    except (OSError, smtplib.SMTPException, ValueError):
        raise MailNotSentError(permanent=False) from None


def _deliver(message: EmailMessage, server: Server) -> None:
    context = ssl.create_default_context()
    if server.security == "tls":
        client: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_SECONDS, context=context)
    else:
        client = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)
    with client:
        if server.security == "starttls":
            client.starttls(context=context)
        if server.user:
            client.login(server.user, server.password)
        client.send_message(message)

"""Outgoing mail: one plain, neutral message, by real SMTP; what goes wrong says nothing of whom or what."""

import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope, Session

from answerable.mail import outgoing
from answerable.mail.outgoing import Letter, MailNotSentError, Server

LETTER = Letter(
    to="ada@mail.example",
    sender_name="Tea round",
    subject="Tea round: something is waiting",
    body="Something is waiting for you.\n",
    message_id="<0123456789abcdef@list.example>",
    at=1_790_000_000,
)


class Box:
    """Keeps what a server was given; answers as it is told."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, list[str], Message]] = []
        self.to_recipient = "250 OK"
        self.to_data = "250 OK"

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's name
        self, _server: object, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take a recipient, or not."""
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, _server: object, _session: Session, envelope: Envelope) -> str:  # noqa: N802  # as above
        """Take a mail, or not."""
        if self.to_data.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.mails.append((envelope.mail_from or "", envelope.rcpt_tos, message_from_bytes(content)))
        return self.to_data


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture
def box() -> Iterator[tuple[Box, Server]]:
    """Run an SMTP server; return its box and how to reach it."""
    kept, port = Box(), free_port()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    yield kept, Server("127.0.0.1", port, "", "", "none", "notes@list.example")
    controller.stop()


def test_a_mail_says_what_it_was_given_and_nothing_else(box: tuple[Box, Server]) -> None:
    """Plain text, marked as automatic; no link, no picture, no name of the program."""
    kept, server = box
    outgoing.send(LETTER, server)
    [(sender, recipients, mail)] = kept.mails
    assert (sender, recipients) == ("notes@list.example", ["ada@mail.example"])
    assert mail["From"] == "Tea round <notes@list.example>"
    assert mail["Subject"] == LETTER.subject
    assert mail["Message-ID"] == LETTER.message_id
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].startswith("Mon, 21 Sep 2026")
    assert mail.get_content_type() == "text/plain"
    payload = mail.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().replace("\r\n", "\n") == LETTER.body
    own = {"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Type"}
    added = {"MIME-Version", "Content-Transfer-Encoding", "X-Peer", "X-MailFrom", "X-RcptTo"}
    assert set(mail.keys()) <= own | added
    assert "answerable" not in mail.as_string().lower()


def test_umlauts_arrive(box: tuple[Box, Server]) -> None:
    """A German subject and body, and a name with a comma in it."""
    kept, server = box
    outgoing.send(
        LETTER._replace(sender_name="Bücher, Tisch", subject="Nähkasten: etwas wartet", body="für dich\n"), server
    )
    mail = outgoing.compose(LETTER._replace(sender_name="Bücher, Tisch"), server.sender)
    assert mail["From"].addresses[0].display_name == "Bücher, Tisch"
    assert len(kept.mails) == 1
    payload = kept.mails[0][2].get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().strip() == "für dich"


BREAK = "x\r\nBcc: eve@mail.example"


@pytest.mark.parametrize(
    "bad", [LETTER._replace(to=BREAK), LETTER._replace(subject=BREAK), LETTER._replace(sender_name=BREAK)]
)
def test_a_line_break_cannot_add_a_header(box: tuple[Box, Server], bad: Letter) -> None:
    """What a member typed as a subject never becomes another recipient; nor does it stop the mails of others."""
    kept, server = box
    with pytest.raises(MailNotSentError) as caught:
        outgoing.send(bad, server)
    assert caught.value.permanent
    assert kept.mails == []


def test_an_address_that_is_gone_is_told_apart_from_a_bad_hour(box: tuple[Box, Server]) -> None:
    """A 550 for the recipient is for good; 451, a closed port and a wrong name are tried again."""
    kept, server = box
    kept.to_recipient = "550 no such person ada@mail.example"
    assert refusal(server).permanent
    kept.to_recipient = "451 later"
    assert not refusal(server).permanent
    kept.to_recipient, kept.to_data = "250 OK", "451 later"
    assert not refusal(server).permanent
    assert not refusal(server._replace(port=free_port())).permanent
    assert not refusal(server._replace(host="no-such-host.invalid")).permanent


def refusal(server: Server) -> MailNotSentError:
    """Send, and return why it did not go; its words tell nothing of the recipient."""
    with pytest.raises(MailNotSentError) as caught:
        outgoing.send(LETTER, server)
    assert str(caught.value) == "mail not sent"
    assert caught.value.__cause__ is None
    return caught.value


def test_without_starttls_nothing_is_sent_where_it_is_wanted(box: tuple[Box, Server]) -> None:
    """A server that offers no encryption gets neither password nor mail."""
    kept, server = box
    assert not refusal(server._replace(security="starttls", user="notes", password="secret")).permanent
    assert kept.mails == []


def test_a_server_that_speaks_no_tls_gets_nothing(box: tuple[Box, Server]) -> None:
    """Where TLS from the first byte is wanted, a plain server is a bad hour, not a way out."""
    kept, server = box
    assert not refusal(server._replace(security="tls")).permanent
    assert kept.mails == []


def test_without_a_server_the_console_says_only_that_something_waits(capsys: pytest.CaptureFixture[str]) -> None:
    """No address, no subject."""
    outgoing.send(LETTER, Server("", 0, "", "", "none", "notes@list.example"))
    said = capsys.readouterr().out
    assert said.startswith("event=reminder-due")
    assert "ada" not in said

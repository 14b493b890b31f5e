"""Reminders, against a real SMTP server."""

import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from pytest_django import Settings

from answerable.actions import host_keys, reminders
from answerable.actions.reminders import ReminderSettings, is_due
from answerable.core.circles import Role
from answerable.sealing import host_boxes
from answerable.store import calendar
from tests.people import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

MONDAY = date(2026, 9, 21)


class Postbox(Message):
    """A server's handler that keeps what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[object] = []
        self.refuse = False

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's name
        self, _server: object, _session: object, envelope: object, address: str, _options: object
    ) -> str:
        """Take a recipient unless told to refuse."""
        if self.refuse:
            return "550 no such address"
        envelope.rcpt_tos.append(address)  # type: ignore[attr-defined]  # aiosmtpd's envelope
        return "250 OK"

    def handle_message(self, message: object) -> None:
        """Keep a message."""
        self.mails.append(message)


@pytest.fixture
def postbox(settings: Settings) -> Iterator[Postbox]:
    """Run an SMTP server on loopback for the length of a test."""
    box = Postbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.MAIL_HOST = "127.0.0.1"
    settings.MAIL_PORT = port
    settings.MAIL_TLS = "none"
    settings.MAIL_USER = ""
    yield box
    controller.stop()


def at(day: date, hour: int = 9) -> int:
    """Return a moment on a day."""
    return int(datetime(day.year, day.month, day.day, hour, tzinfo=UTC).timestamp())


def want(cast: Cast, *, weekday: int = 0, since: date = MONDAY - timedelta(days=30)) -> None:
    """Let Ada ask for mail on Mondays."""
    wanted = ReminderSettings("ada@mail.example", "en", weekday, since.isoformat())
    reminders.keep_settings(cast.ada.user, wanted)


def plan(cast: Cast, *days: tuple[date, bool]) -> None:
    """Give the contact circle these due days."""
    calendar.plan_days(cast.process, cast.open(cast.ada).circle(Role.CONTACT), days)


def test_one_neutral_mail_goes_out(cast: Cast, postbox: Postbox) -> None:
    """It says that something waits and nothing else; asked again, nothing more goes out."""
    want(cast)
    plan(cast, (MONDAY, False))
    assert reminders.send_due(now=at(MONDAY)) == 1
    assert reminders.send_due(now=at(MONDAY, 12)) == 0
    (mail,) = postbox.mails
    text = mail.get_payload()  # type: ignore[attr-defined]  # an email message
    assert "Something is waiting for you" in text
    assert "http" not in text
    assert "contact" not in mail.as_string().lower()  # type: ignore[attr-defined]  # an email message


def test_ten_days_asleep_lose_nothing_and_send_one(cast: Cast, postbox: Postbox) -> None:
    """A scheduler that slept over three due days sends one mail when it wakes, and none twice."""
    want(cast)
    plan(cast, (MONDAY, False), (MONDAY + timedelta(days=2), False), (MONDAY + timedelta(days=8), False))
    late = MONDAY + timedelta(days=10)
    assert [reminders.send_due(now=at(late)), reminders.send_due(now=at(late, 20))] == [1, 0]
    assert len(postbox.mails) == 1


def test_a_worker_that_died_is_followed_after_its_lease(cast: Cast, postbox: Postbox) -> None:
    """A claim without a sent mark is taken over after ten minutes, not before."""
    want(cast)
    plan(cast, (MONDAY, False))
    moment = at(MONDAY)
    assert reminders._claim(cast.ada.user, MONDAY, now=moment)  # the crash lies between two lines
    assert reminders.send_due(now=moment + 60) == 0
    assert reminders.send_due(now=moment + reminders.LEASE_SECONDS + 1) == 1
    assert len(postbox.mails) == 1


def test_a_server_that_is_away_is_tried_again_with_the_same_message_id(
    cast: Cast, postbox: Postbox, settings: Settings
) -> None:
    """The mail is not lost, and a repetition could be recognised."""
    want(cast)
    plan(cast, (MONDAY, False))
    port, settings.MAIL_PORT = settings.MAIL_PORT, 1
    assert reminders.send_due(now=at(MONDAY)) == 0
    settings.MAIL_PORT = port
    assert reminders.send_due(now=at(MONDAY, 10)) == 1
    digest = host_boxes.tag(host_keys.pepper(), "message-id", cast.ada.user + b"2026-09-21")[:16].hex()
    assert postbox.mails[0]["Message-ID"] == f"<{digest}@localhost>"  # type: ignore[index]  # an email message


def test_an_address_that_is_gone_is_not_tried_all_day(cast: Cast, postbox: Postbox) -> None:
    """A refused recipient counts as this week's mail."""
    want(cast)
    plan(cast, (MONDAY, False))
    postbox.refuse = True
    assert reminders.send_due(now=at(MONDAY)) == 0
    postbox.refuse = False
    assert reminders.send_due(now=at(MONDAY, 12)) == 0


def test_who_asked_for_nothing_gets_nothing(cast: Cast, postbox: Postbox) -> None:
    """Bo has no settings, Sol of another circle neither; a forgotten address ends the mails."""
    plan(cast, (MONDAY, True))
    assert reminders.send_due(now=at(MONDAY)) == 0
    want(cast)
    reminders.forget(cast.ada.user)
    assert reminders.send_due(now=at(MONDAY)) == 0
    assert postbox.mails == []


def test_days_of_other_circles_send_nothing(cast: Cast, postbox: Postbox) -> None:
    """What is due for the support group reminds nobody of the contact group."""
    want(cast)
    plan(cast)
    calendar.plan_days(cast.process, cast.open(cast.ada).circle(Role.SUPPORT), [(MONDAY, True)])
    assert reminders.send_due(now=at(MONDAY)) == 0
    assert postbox.mails == []


def test_a_day_comes_at_eight() -> None:
    """Before eight in the morning it is still yesterday for mails."""
    assert reminders.mail_day(at(MONDAY, 7)) == MONDAY - timedelta(days=1)
    assert reminders.mail_day(at(MONDAY, 8)) == MONDAY


@pytest.mark.parametrize(
    ("day", "hurry", "last", "today", "expected"),
    [
        (0, False, None, 0, True),
        (1, False, None, 1, False),
        (1, False, None, 7, True),
        (1, True, None, 1, True),
        (3, True, 0, 3, True),
        (3, False, 0, 6, False),
        (3, False, 0, 7, True),
        (0, False, 0, 3, False),
        (5, False, None, 4, False),
        (-40, False, None, 0, False),
    ],
)
def test_when_a_mail_is_due(day: int, hurry: bool, last: int | None, today: int, expected: bool) -> None:  # a table
    """At most one a week on her weekday, one more where others wait; days before she asked do not count."""
    wanted = ReminderSettings("a@mail.example", "en", 0, (MONDAY - timedelta(days=30)).isoformat())
    days = [(MONDAY + timedelta(days=day), hurry)]
    before = None if last is None else MONDAY + timedelta(days=last)
    assert is_due(wanted, days, before, MONDAY + timedelta(days=today)) is expected


def test_a_damaged_record_costs_only_a_mail(cast: Cast) -> None:
    """The address cannot be read: no mail, no crash."""
    calendar.keep_reminder(cast.ada.user, b"x" * 300)
    assert reminders.settings_of(cast.ada.user) is None
    assert reminders.send_due(now=at(MONDAY)) == 0

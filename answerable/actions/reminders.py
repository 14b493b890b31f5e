"""Reminders: at most one neutral mail a week, one more where others wait; slept days are caught up with one mail."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from django.conf import settings

from answerable.actions import host_keys, site_settings
from answerable.core.defaults import site as defaults
from answerable.core.defaults.text import Language
from answerable.mail import outgoing
from answerable.sealing import host_boxes
from answerable.sealing.errors import AlteredError
from answerable.store import calendar, log

HOUR_OF_DAY = 8
LEASE_SECONDS = 10 * 60


class ReminderSettings(msgspec.Struct, frozen=True):
    """Where and when somebody wants mail; empty sender name or subject means the site's own neutral ones."""

    address: str
    language: str
    weekday: int
    since: str
    sender_name: str = ""
    subject: str = ""


def settings_of(user: bytes) -> ReminderSettings | None:
    """Return what a user asked for, or nothing: then she gets no mail."""
    box = calendar.reminder_of(user)
    return None if box is None else _opened(user, box)


def keep_settings(user: bytes, wanted: ReminderSettings) -> None:
    """Keep what a user asked for, sealed under the pepper."""
    plain = msgspec.msgpack.encode(wanted)
    calendar.keep_reminder(user, host_boxes.lock_box(host_keys.pepper(), "reminder", plain, user))


def forget(user: bytes) -> None:
    """Forget the address: no more mail."""
    calendar.drop_reminder(user)


def _opened(user: bytes, box: bytes) -> ReminderSettings | None:
    try:
        plain = host_boxes.unlock_box(host_keys.pepper(), "reminder", box, user)
    except AlteredError:
        return None  # a damaged address can only cost a mail; the pages are right without it
    return msgspec.msgpack.decode(plain, type=ReminderSettings)


def mail_day(now: int) -> date:
    """Return the day whose mails may go out: a day comes at 08:00 of the host's zone."""
    return (datetime.fromtimestamp(now, ZoneInfo(settings.TIME_ZONE)) - timedelta(hours=HOUR_OF_DAY)).date()


def send_due(*, now: int) -> int:
    """Send what is due to everybody who asked for mail; return how many went out.

    Two workers send one: each mail is claimed by an insert that must succeed once, with a lease. A mail that the
    server did not take is tried again next time.
    """
    today = mail_day(now)
    days = _days_by_user(today)
    sent = 0
    for user, box in calendar.all_reminders():
        wanted = _opened(user, box)
        if wanted and is_due(wanted, days[user], _last_mail(user), today) and _claim(user, today, now=now):
            sent += _send(user, wanted, today, now=now)
    return sent


def is_due(wanted: ReminderSettings, days: list[tuple[date, bool]], last: date | None, today: date) -> bool:
    """Say whether a mail is due: a day came since the last mail, and her weekday with it, or others wait (hurry)."""
    since = last or date.fromisoformat(wanted.since) - timedelta(days=1)
    new = [(day, hurry) for day, hurry in days if since < day <= today]
    if any(hurry for _day, hurry in new):
        return True
    weekday_on = today - timedelta(days=(today.weekday() - wanted.weekday) % 7)
    return any(day <= weekday_on for day, _hurry in new) and (last is None or last < weekday_on)


def _days_by_user(today: date) -> dict[bytes, list[tuple[date, bool]]]:
    sitting = log.sittings()
    days: dict[bytes, list[tuple[date, bool]]] = defaultdict(list)
    for process, circle, day, hurry in calendar.days_until(today):
        for user in sitting.get((process, circle), ()):
            days[user].append((day, hurry))
    return days


def _last_mail(user: bytes) -> date | None:
    return next((day for day, lease in calendar.mails_of(user) if not lease), None)


def _claim(user: bytes, today: date, *, now: int) -> bool:
    """Claim today's mail, or take over a claim whose worker died."""
    ad = user + today.isoformat().encode()
    lease = host_boxes.lock_box(host_keys.pepper(), "lease", str(now + LEASE_SECONDS).encode(), ad)
    if calendar.claim_mail(user, today, lease):
        return True
    old = next((box for day, box in calendar.mails_of(user) if day == today), b"")
    if not old:
        return False
    try:
        until = int(host_boxes.unlock_box(host_keys.pepper(), "lease", old, ad))
    except AlteredError:
        until = 0
    return until < now and calendar.take_over_claim(user, today, old, lease)


def _send(user: bytes, wanted: ReminderSettings, today: date, *, now: int) -> int:
    site = site_settings.site_name()
    language = Language(wanted.language)
    text = defaults.REMINDER_MAIL
    digest = host_boxes.tag(host_keys.pepper(), "message-id", user + today.isoformat().encode())[:16].hex()
    letter = outgoing.Letter(
        to=wanted.address,
        sender_name=wanted.sender_name or site,
        subject=wanted.subject or text.subject.in_language(language).format(site=site),
        body=text.body.in_language(language) + "\n",
        message_id=f"<{digest}@{settings.MAIL_FROM.partition('@')[2] or 'localhost'}>",
        at=now,
    )
    try:
        outgoing.send(letter, server())
    except outgoing.MailNotSentError as error:
        if error.permanent:
            calendar.mark_sent(user, today)  # an address that no longer exists is tried once a week, not all day
        else:
            calendar.unclaim(user, today)
        return 0
    calendar.mark_sent(user, today)
    return 1


def server() -> outgoing.Server:
    """Return the host's mail server."""
    return outgoing.Server(
        settings.MAIL_HOST,
        settings.MAIL_PORT,
        settings.MAIL_USER,
        settings.MAIL_PASSWORD,
        settings.MAIL_TLS,
        settings.MAIL_FROM,
    )

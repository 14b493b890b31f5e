"""Rows of time: the days on which something comes due, and the mails claimed and sent."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, connection, transaction

from answerable.store import models

_PLAN = "SELECT day, hurry FROM store_due WHERE process = %s AND circle = %s"
_ADD = "INSERT INTO store_due (process, circle, day, hurry) VALUES (%s, %s, %s, %s)"
_DROP = "DELETE FROM store_due WHERE process = %s AND circle = %s AND day = %s AND hurry = %s"


def plan_days(process: bytes, circle: bytes, days: Iterable[tuple[date, bool]]) -> None:
    """Replace a circle's due days by this plan of (day, hurry): only what differs is written."""
    new = set(days)
    with connection.cursor() as cursor:
        cursor.execute(_PLAN, [process, circle])
        old = {(_day(day), bool(hurry)) for day, hurry in cursor.fetchall()}
        if gone := old - new:
            cursor.executemany(_DROP, [(process, circle, day.isoformat(), hurry) for day, hurry in sorted(gone)])
        if come := new - old:
            cursor.executemany(_ADD, [(process, circle, day.isoformat(), hurry) for day, hurry in sorted(come)])


def _day(value: date | str) -> date:
    """Return a day as the database gives it (SQLite: as text)."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def add_days(process: bytes, circle: bytes, days: Iterable[tuple[date, bool]]) -> None:
    """Add days to a circle's plan that its own members will replace with their next entry."""
    rows = [models.Due(process=process, circle=circle, day=day, hurry=hurry) for day, hurry in sorted(set(days))]
    models.Due.objects.bulk_create(rows, ignore_conflicts=True)


def days_until(today: date) -> list[tuple[bytes, bytes, date, bool]]:
    """Return (process, circle, day, hurry) of every due day up to today."""
    rows = models.Due.objects.filter(day__lte=today).order_by("day")
    return [
        (bytes(p), bytes(c), day, hurry) for p, c, day, hurry in rows.values_list("process", "circle", "day", "hurry")
    ]


def all_days() -> list[tuple[bytes, bytes, date, bool]]:
    """Return every due day."""
    rows = models.Due.objects.order_by("process", "circle", "day", "hurry")
    return [
        (bytes(p), bytes(c), day, hurry) for p, c, day, hurry in rows.values_list("process", "circle", "day", "hurry")
    ]


def reminder_of(user: bytes) -> bytes | None:
    """Return the user's reminder record."""
    found = models.Reminder.objects.filter(user=user).values_list("box", flat=True).first()
    return None if found is None else bytes(found)


def keep_reminder(user: bytes, box: bytes) -> None:
    """Keep the user's reminder record."""
    models.Reminder.objects.update_or_create(user=user, defaults={"box": box})


def drop_reminder(user: bytes) -> None:
    """Forget the user's address: no more mail."""
    models.Reminder.objects.filter(user=user).delete()


def all_reminders() -> list[tuple[bytes, bytes]]:
    """Return (user, box) of everybody who wants mail."""
    return [(bytes(u), bytes(b)) for u, b in models.Reminder.objects.order_by("user").values_list("user", "box")]


def mails_of(user: bytes) -> list[tuple[date, bytes]]:
    """Return (day, lease) of a user's mails, newest first; an empty lease means it went out."""
    rows = models.Sent.objects.filter(user=user).order_by("-day").values_list("day", "lease")
    return [(day, bytes(lease)) for day, lease in rows]


def claim_mail(user: bytes, day: date, lease: bytes) -> bool:
    """Claim the mail of a user for a day; False where another worker holds it (the insert must succeed once)."""
    try:
        with transaction.atomic():
            models.Sent.objects.create(user=user, day=day, lease=lease)
    except IntegrityError:
        return False
    return True


def take_over_claim(user: bytes, day: date, old: bytes, new: bytes) -> bool:
    """Take over a claim whose lease ran out; False where another worker was first."""
    return models.Sent.objects.filter(user=user, day=day, lease=old).update(lease=new) == 1


def mark_sent(user: bytes, day: date) -> None:
    """Note that the mail went out."""
    models.Sent.objects.filter(user=user, day=day).update(lease=b"")


def unclaim(user: bytes, day: date) -> None:
    """Give a claim back after the mail was refused, so that the next round tries again."""
    models.Sent.objects.filter(user=user, day=day).exclude(lease=b"").delete()

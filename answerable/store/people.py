"""Rows of people: accounts, key slots, sessions, drafts, invitations, refusals of the day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import F

from answerable.store import models


class NameTakenError(Exception):
    """Another account on this host signs in with this name."""


class SessionRow(NamedTuple):
    """A session as stored."""

    owner: bytes
    box: bytes
    note: bytes


class NewcomerRow(NamedTuple):
    """An invitation as stored: the circle, its last day, and the waiting person's keys (empty: not used)."""

    process: bytes
    token: bytes
    circle: bytes
    until: date
    row: bytes


def any_account() -> bool:
    """Say whether anybody has an account here."""
    return models.Account.objects.exists()


def add_account(name: bytes, user: bytes) -> None:
    """Create an account. Raises NameTakenError."""
    try:
        with transaction.atomic():
            models.Account.objects.create(name=name, user=user)
    except IntegrityError:
        raise NameTakenError from None


def user_of_name(name: bytes) -> bytes | None:
    """Return whose name this keyed hash is."""
    found = models.Account.objects.filter(name=name).values_list("user", flat=True).first()
    return None if found is None else bytes(found)


def replace_account_user(name: bytes, user: bytes) -> None:
    """Give a name to a new identity (its owner lost passphrase and paper, and was let in again)."""
    models.Account.objects.filter(name=name).update(user=user)


def drop_account(user: bytes) -> None:
    """Delete a user's account, slots, reminders and drafts."""
    for table in (models.Account, models.Slot, models.Reminder, models.Draft, models.Sent):
        table.objects.filter(user=user).delete()


def keep_slot(user: bytes, sort: str, row: bytes) -> None:
    """Keep a key slot ("pass" or "code"), replacing the one before."""
    models.Slot.objects.update_or_create(user=user, sort=sort, defaults={"row": row})


def slot_of(user: bytes, sort: str) -> bytes | None:
    """Return a user's slot of this sort."""
    found = models.Slot.objects.filter(user=user, sort=sort).values_list("row", flat=True).first()
    return None if found is None else bytes(found)


def agree_to_archive(user: bytes, *, agrees: bool) -> None:
    """Say whether a user's recovery-code slot travels in sealed archives."""
    models.Slot.objects.filter(user=user, sort="code").update(in_archive=agrees)


def agrees_to_archive(user: bytes) -> bool:
    """Return whether she agreed."""
    return models.Slot.objects.filter(user=user, sort="code", in_archive=True).exists()


def slots_for_archive(users: Iterable[bytes]) -> list[bytes]:
    """Return the recovery-code slots of those users who agreed."""
    rows = models.Slot.objects.filter(user__in=list(users), sort="code", in_archive=True).order_by("user")
    return [bytes(row) for row in rows.values_list("row", flat=True)]


def keep_session(session: bytes, row: SessionRow, *, day: date) -> None:
    """Write a new session row."""
    models.Session.objects.create(session=session, owner=row.owner, box=row.box, note=row.note, day=day)


def rewrite_session(session: bytes, row: SessionRow, *, over: SessionRow, day: date) -> bool:
    """Put a row in the place of the one that was read; False where it is another one by now, or has ended."""
    found = models.Session.objects.filter(session=session, box=over.box)
    return found.update(owner=row.owner, box=row.box, note=row.note, day=day) == 1


def session_row(session: bytes) -> SessionRow | None:
    """Return a session row."""
    found = models.Session.objects.filter(session=session).values_list("owner", "box", "note").first()
    return None if found is None else SessionRow(*(bytes(part) for part in found))


def sessions_of(owner: bytes) -> list[tuple[bytes, bytes]]:
    """Return (session id, note) of each session of this owner tag."""
    rows = models.Session.objects.filter(owner=owner).order_by("day", "session").values_list("session", "note")
    return [(bytes(session), bytes(note)) for session, note in rows]


def drop_session(session: bytes) -> None:
    """End one session."""
    models.Session.objects.filter(session=session).delete()


def drop_sessions(owner: bytes | None = None, *, but: bytes = b"") -> int:
    """End all sessions, or all of one owner, but for one; return how many."""
    rows = models.Session.objects.exclude(session=but)
    if owner is not None:
        rows = rows.filter(owner=owner)
    return rows.delete()[0]


def drop_old(*, today: date) -> None:
    """Delete what has served its time: sessions of past days, drafts after 30 days, invitations and refusals."""
    models.Session.objects.filter(day__lt=today - timedelta(days=1)).delete()
    models.Draft.objects.filter(day__lt=today - timedelta(days=30)).delete()
    models.Newcomer.objects.filter(until__lt=today).delete()
    models.Refusal.objects.filter(day__lt=today).delete()
    models.Sent.objects.filter(day__lt=today - timedelta(days=60)).delete()


def keep_draft(user: bytes, form: bytes, box: bytes, *, day: date) -> None:
    """Keep a private draft, replacing the one before."""
    models.Draft.objects.update_or_create(user=user, form=form, defaults={"box": box, "day": day})


def draft_of(user: bytes, form: bytes) -> bytes | None:
    """Return a private draft."""
    found = models.Draft.objects.filter(user=user, form=form).values_list("box", flat=True).first()
    return None if found is None else bytes(found)


def drop_draft(user: bytes, form: bytes) -> None:
    """Delete a private draft."""
    models.Draft.objects.filter(user=user, form=form).delete()


def keep_newcomer(row: NewcomerRow) -> None:
    """Keep an invitation, or what came of it."""
    values = {"circle": row.circle, "until": row.until, "row": row.row}
    models.Newcomer.objects.update_or_create(process=row.process, token=row.token, defaults=values)


def use_invitation(token: bytes, row: bytes) -> bool:
    """Fill in an unused invitation; False where it was used meanwhile (exactly one update may win)."""
    return models.Newcomer.objects.filter(token=token, row=b"").update(row=row) == 1


def newcomer(token: bytes) -> NewcomerRow | None:
    """Return an invitation by its token."""
    found = models.Newcomer.objects.filter(token=token).values_list("process", "token", "circle", "until", "row")
    return next((NewcomerRow(bytes(p), bytes(t), bytes(c), u, bytes(r)) for p, t, c, u, r in found), None)


def newcomers(process: bytes) -> list[NewcomerRow]:
    """Return all invitations of a process."""
    rows = models.Newcomer.objects.filter(process=process).order_by("until", "token")
    fields = rows.values_list("process", "token", "circle", "until", "row")
    return [NewcomerRow(bytes(p), bytes(t), bytes(c), u, bytes(r)) for p, t, c, u, r in fields]


def drop_newcomer(process: bytes, token: bytes) -> None:
    """Delete an invitation."""
    models.Newcomer.objects.filter(process=process, token=token).delete()


def note_refusal(day: date, code: str, tag: bytes) -> int:
    """Count a refused act of a name (as a keyed hash of today); return today's count."""
    row, _new = models.Refusal.objects.get_or_create(day=day, code=code, tag=tag, defaults={"count": 0})
    models.Refusal.objects.filter(day=day, code=code, tag=tag).update(count=F("count") + 1)
    return row.count + 1


def refusals(day: date, code: str, tag: bytes) -> int:
    """Return how often this name was refused today."""
    found = models.Refusal.objects.filter(day=day, code=code, tag=tag).values_list("count", flat=True).first()
    return found or 0

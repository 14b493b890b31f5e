"""The tables. `process` stands first in every key of a process; nothing here is finer than a day or readable.

The whole list of what lies in clear is in `docs/threats.md` (sealing.md, decision 8).
"""

from django.db import models


class Process(models.Model):
    """One group's record: its id, the alias in its URLs, and whether it is practice."""

    process = models.BinaryField(primary_key=True, max_length=16)
    alias = models.CharField(max_length=16, unique=True)
    practice = models.BooleanField(default=False)


class Seat(models.Model):
    """Who may find which process after signing in (the log lists member ids in clear all the same)."""

    pk = models.CompositePrimaryKey("process", "user")
    process = models.BinaryField(max_length=16)
    user = models.BinaryField(max_length=16, db_index=True)


class Sitting(models.Model):
    """Who is in which circle now, as the log's newest epochs list them: for reminders, which open nothing."""

    pk = models.CompositePrimaryKey("process", "circle", "user")
    process = models.BinaryField(max_length=16)
    circle = models.BinaryField(max_length=16)
    user = models.BinaryField(max_length=16)


class Head(models.Model):
    """The end of a process's log; its row is the lock that orders all writers."""

    process = models.BinaryField(primary_key=True, max_length=16)
    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    frontier = models.BinaryField()


class Leaf(models.Model):
    """One line of the log: never changed, never destroyed."""

    pk = models.CompositePrimaryKey("process", "seq")
    process = models.BinaryField(max_length=16)
    seq = models.BigIntegerField()
    header = models.BinaryField()
    body_hash = models.BinaryField(max_length=32)


class Body(models.Model):
    """What a line of the log says, sealed; can be destroyed."""

    pk = models.CompositePrimaryKey("process", "seq")
    process = models.BinaryField(max_length=16)
    seq = models.BigIntegerField()
    body = models.BinaryField()


class Wrap(models.Model):
    """A key, sealed for a circle or a member, found by its hash; can be destroyed."""

    pk = models.CompositePrimaryKey("process", "digest")
    process = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=32)
    wrap = models.BinaryField()


class Attachment(models.Model):
    """One sealed chunk of a file, found by the hash of all its chunks; can be destroyed."""

    pk = models.CompositePrimaryKey("process", "digest", "part")
    process = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=32)
    part = models.IntegerField()
    chunk = models.BinaryField()


class Checkpoint(models.Model):
    """A cosigned checkpoint of a process at one size."""

    pk = models.CompositePrimaryKey("process", "size")
    process = models.BinaryField(max_length=16)
    size = models.BigIntegerField()
    note = models.BinaryField()


class Mark(models.Model):
    """How far one member has checked the signatures, sealed by and for her."""

    pk = models.CompositePrimaryKey("process", "user")
    process = models.BinaryField(max_length=16)
    user = models.BinaryField(max_length=16)
    box = models.BinaryField()


class Newcomer(models.Model):
    """An open invitation, and after it was used the keys of the person who waits (14 days)."""

    pk = models.CompositePrimaryKey("process", "token")
    process = models.BinaryField(max_length=16)
    token = models.BinaryField(max_length=16, unique=True)
    circle = models.BinaryField(max_length=16)
    until = models.DateField()
    row = models.BinaryField(default=b"")


class Due(models.Model):
    """A day on which something becomes soon, due or late for a circle; not what."""

    pk = models.CompositePrimaryKey("process", "circle", "day", "hurry")
    process = models.BinaryField(max_length=16)
    circle = models.BinaryField(max_length=16)
    day = models.DateField(db_index=True)
    hurry = models.BooleanField()


class Account(models.Model):
    """A sign-in name as a keyed hash, and whose it is."""

    name = models.BinaryField(primary_key=True, max_length=32)
    user = models.BinaryField(max_length=16, unique=True)


class Slot(models.Model):
    """A user's seed, sealed under a passphrase or a recovery code."""

    pk = models.CompositePrimaryKey("user", "sort")
    user = models.BinaryField(max_length=16)
    sort = models.CharField(max_length=4)
    row = models.BinaryField()
    in_archive = models.BooleanField(default=False)


class Reminder(models.Model):
    """Where and when a user wants mail: one record sealed under the pepper."""

    user = models.BinaryField(primary_key=True, max_length=16)
    box = models.BinaryField()


class Sent(models.Model):
    """A mail claimed or sent to a user for a day; the lease is sealed under the pepper, empty once sent."""

    pk = models.CompositePrimaryKey("user", "day")
    user = models.BinaryField(max_length=16)
    day = models.DateField()
    lease = models.BinaryField(default=b"")


class Session(models.Model):
    """One browser's session: `box` opens with its cookie and the boot key, `note` for its owner in any session."""

    session = models.BinaryField(primary_key=True, max_length=16)
    owner = models.BinaryField(max_length=32, db_index=True)
    day = models.DateField()
    box = models.BinaryField()
    note = models.BinaryField(default=b"")


class Draft(models.Model):
    """A member's unfinished text, sealed for herself alone."""

    pk = models.CompositePrimaryKey("user", "form")
    user = models.BinaryField(max_length=16)
    form = models.BinaryField(max_length=32)
    day = models.DateField()
    box = models.BinaryField()


class Refusal(models.Model):
    """How often a name was refused today, under a key that is gone tomorrow."""

    pk = models.CompositePrimaryKey("day", "code", "tag")
    day = models.DateField()
    code = models.CharField(max_length=16)
    tag = models.BinaryField(max_length=32)
    count = models.IntegerField()


class Setting(models.Model):
    """What the host set: site name, exit page, day key."""

    key = models.CharField(primary_key=True, max_length=32)
    value = models.TextField()

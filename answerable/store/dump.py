"""All rows of this installation as plain lists, for a backup, and back into an empty one, whichever the database."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db import models as django_models

from answerable.store import models

TABLES: tuple[type[django_models.Model], ...] = (
    models.Process,
    models.Seat,
    models.Sitting,
    models.Head,
    models.Leaf,
    models.Body,
    models.Wrap,
    models.Attachment,
    models.Checkpoint,
    models.Mark,
    models.Newcomer,
    models.Due,
    models.Account,
    models.Slot,
    models.Reminder,
    models.Sent,
    models.Draft,
    models.Setting,
)
"""Everything but sessions and the day's refusals, which are worth nothing after a restart."""
_BATCH = 500
_BATCH_BYTES = 1024 * 1024
_FETCH = 32  # a part of a file has 64 KiB
Batch = tuple[str, list[str], list[list[Any]]]


class NotEmptyError(Exception):
    """There are rows here already: a backup is only laid into an empty place."""


class UnknownTableError(Exception):
    """The backup holds a table or column that this version does not know."""


def _columns(table: type[django_models.Model]) -> list[str]:
    return [field.attname for field in table._meta.local_concrete_fields]  # noqa: SLF001  # Django's public _meta API


@contextmanager
def one_moment() -> Iterator[None]:
    """Let everything that is read in the block be of one moment, while others go on writing."""
    if connection.vendor == "sqlite":  # a transaction of Django's would begin as a writer and shut all others out
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def all_rows() -> Iterator[Batch]:
    """Yield (table, columns, rows) for all rows of every table, some at a time; days as ISO texts."""
    for table in TABLES:
        columns = _columns(table)
        rows = table._default_manager.values_list(*columns).iterator(_FETCH)  # noqa: SLF001  # Django's public API
        for batch in _batches(rows):
            yield table.__name__.lower(), columns, batch


def _batches(rows: Iterable[tuple[object, ...]]) -> Iterator[list[list[Any]]]:
    batch: list[list[Any]] = []
    size = 0
    for row in rows:
        batch.append([_plain(value) for value in row])
        size += sum(len(value) for value in batch[-1] if isinstance(value, bytes))
        if len(batch) == _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return bytes(value) if isinstance(value, memoryview) else value


def lay_in(tables: Iterable[Batch]) -> int:
    """Insert all rows into an empty installation; return how many. Raises NotEmptyError, UnknownTableError."""
    known = {table.__name__.lower(): table for table in TABLES}
    count = 0
    with transaction.atomic():
        if any(table._default_manager.exists() for table in TABLES if table is not models.Setting):  # noqa: SLF001  # Django's public API
            raise NotEmptyError
        models.Setting.objects.all().delete()
        for name, columns, rows in tables:
            table = known.get(name)
            if table is None or not set(columns) <= set(_columns(table)):
                raise UnknownTableError
            made = [table(**dict(zip(columns, row, strict=True))) for row in rows]
            table._default_manager.bulk_create(made, batch_size=_BATCH)  # noqa: SLF001  # Django's public API
            count += len(made)
    return count

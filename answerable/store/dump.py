"""All rows of this installation as plain lists, for a backup, and back into an empty one, whichever the database."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db import models as django_models
from django.db import transaction

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


class NotEmptyError(Exception):
    """There are rows here already: a backup is only laid into an empty place."""


class UnknownTableError(Exception):
    """The backup holds a table or column that this version does not know."""


def _columns(table: type[django_models.Model]) -> list[str]:
    return [field.attname for field in table._meta.local_concrete_fields]  # noqa: SLF001  # Django's public _meta API


def all_rows() -> Iterator[tuple[str, list[str], list[list[Any]]]]:
    """Yield (table, columns, rows) of every table; days as ISO texts. Call inside a transaction."""
    for table in TABLES:
        columns = _columns(table)
        rows = table._default_manager.values_list(*columns).iterator(_BATCH)  # noqa: SLF001  # Django's public API
        yield table.__name__.lower(), columns, [[_plain(value) for value in row] for row in rows]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return bytes(value) if isinstance(value, memoryview) else value


def lay_in(tables: Iterable[tuple[str, list[str], list[list[Any]]]]) -> int:
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

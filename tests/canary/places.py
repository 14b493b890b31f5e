"""Where bytes of the program may lie: every row of every table, the database's own files, and what a folder holds."""

from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from tests.canary.markers import files_in


def rows() -> Iterator[tuple[str, bytes]]:
    """Yield (table.column, value) of every row of every table, sessions included."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  # names from the database
            columns = [column[0] for column in cursor.description or ()]
            for row in cursor.fetchall():
                yield from ((f"{table}.{name}", _bytes(value)) for name, value in zip(columns, row, strict=True))


def database_files() -> Iterator[tuple[str, bytes]]:
    """Yield the files in which the database keeps its rows; its write-ahead log and shared memory too."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        for path in (Path(name), Path(f"{name}-wal"), Path(f"{name}-shm")):
            if path.exists():
                yield str(path), path.read_bytes()
        return
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0])
    yield from files_in(folder)


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()

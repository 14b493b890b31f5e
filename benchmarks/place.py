"""A throw-away installation for a measurement or a drill."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def installation(database_url: str = "") -> Iterator[Path]:
    """Bring Django up on an empty data folder (or the PostgreSQL database of the URL); one for each process."""
    with tempfile.TemporaryDirectory(prefix="answerable-") as folder:
        os.environ["DATA"] = folder
        os.environ["TZ"] = "UTC"
        if database_url:
            os.environ["DATABASE_URL"] = database_url
        else:
            os.environ.pop("DATABASE_URL", None)
        from answerable.cli import starting

        starting.set_up()
        (Path(folder) / "static").mkdir()
        yield Path(folder)
        from django.db import connections

        connections.close_all()

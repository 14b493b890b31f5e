"""Backups of more than the memory holds; what is refused stands in tests/cli."""

import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from answerable.actions import backups
from answerable.store import attachments, dump, models

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

PROCESS = bytes(16)
PART = 64 * 1024
PARTS = 256


def test_rows_pass_through_the_memory_a_batch_at_a_time(tmp_path: Path) -> None:
    """Sixteen MiB of files go into a backup and back within a few."""
    attachments.keep(PROCESS, bytes(32), (bytes([n]) * PART for n in range(PARTS)))
    tracemalloc.start()
    count = backups.write_backup(tmp_path / "all")
    models.Attachment.objects.all().delete()
    assert backups.restore_backup(tmp_path / "all") == count
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [bytes(part) for part in attachments.parts(PROCESS, bytes(32))] == [bytes([n]) * PART for n in range(PARTS)]
    assert most < PART * PARTS // 2


def test_a_backup_that_cannot_be_finished_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves nothing that looks like a backup."""

    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(dump, "all_rows", full)
    with pytest.raises(OSError, match="No space"):
        backups.write_backup(tmp_path / "all")
    assert list(tmp_path.iterdir()) == []


def test_others_go_on_writing_during_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written meanwhile is not in it, and nobody has to wait for it."""
    every = dump.all_rows

    def write() -> None:
        models.Setting.objects.create(key="later", value="x")
        connections.close_all()

    def meanwhile() -> Iterator[dump.Batch]:
        for number, batch in enumerate(every()):
            if number == 0:
                writer = threading.Thread(target=write)
                writer.start()
                writer.join(timeout=30)
            yield batch

    monkeypatch.setattr(dump, "all_rows", meanwhile)
    attachments.keep(PROCESS, bytes(32), [b"a part"])
    models.Setting.objects.create(key="before", value="x")
    backups.write_backup(tmp_path / "all")
    assert set(models.Setting.objects.values_list("key", flat=True)) == {"before", "later"}
    models.Attachment.objects.all().delete()
    backups.restore_backup(tmp_path / "all")
    assert list(models.Setting.objects.values_list("key", flat=True)) == ["before"]

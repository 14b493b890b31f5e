"""Files as rows: what a member misses, what anybody finds, and that a log which cannot be followed hides nothing."""

import pytest

from answerable.actions import files, keeping
from answerable.sealing.attachments import seal_file
from answerable.sealing.randomness import draw
from answerable.store import attachments, models
from tests.people import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def kept(cast: Cast) -> bytes:
    """Have Ada keep a file of two chunks; return its hash."""
    prepared = files.prepared(seal_file(bytes(70_000)), bytes(9), is_text=False, keep_details=True)
    opened = cast.open(cast.ada)
    files.add(opened, draw(16), prepared, document=None, name="a.bin", now=opened.now)
    return prepared.sealed.digest


def found(cast: Cast, *, member: bool) -> tuple[str, list[str]]:
    """Return the word of a check of what is stored, and its findings."""
    stored = keeping.sealed_archive(cast.process)
    identity = cast.bo.identity if member else None
    result = keeping.check(cast.process, stored.rows, stored=stored.attachments, identity=identity)
    return result.outcome, [one.what for one in (*result.withheld, *result.altered)]


def test_a_member_misses_a_file_that_anybody_else_cannot(cast: Cast) -> None:
    """All of it or a chunk: the log does not say that there was one, her entry does."""
    digest = kept(cast)
    assert found(cast, member=True) == ("complete", [])
    models.Attachment.objects.filter(part=1).delete()
    assert found(cast, member=True)[0] == found(cast, member=False)[0] == "altered"
    attachments.destroy(cast.process, [digest])
    assert found(cast, member=False) == ("complete", [])
    assert found(cast, member=True) == ("withheld", ["attachment"])


def test_in_a_log_that_breaks_off_files_are_not_judged(cast: Cast) -> None:
    """The break itself is the finding."""
    kept(cast)
    models.Leaf.objects.filter(process=cast.process, seq=3).delete()
    assert found(cast, member=True)[0] == "withheld"


def test_stored_files_are_read_one_at_a_time(cast: Cast) -> None:
    """By their hash; another hash is none of them."""
    digest = kept(cast)
    stored = attachments.Stored(cast.process)
    assert (list(stored), len(stored)) == ([digest], 1)
    assert len(stored[digest]) == attachments.lengths(cast.process)[digest]
    with pytest.raises(KeyError):
        _ = stored[bytes(32)]

"""A sample of `make tamper` through each database: what was changed in a row is noticed."""

import pytest

from answerable.actions import keeping
from answerable.actions.reading import open_process
from answerable.store import models
from answerable.web.base import clock
from benchmarks.small_record import small_record
from benchmarks.tamper import change, places, put_back, unnoticed

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_no_changed_byte_goes_unnoticed() -> None:
    """Two hundred bytes of a small record, each changed in its row: verify calls every one altered."""
    count, bad = unnoticed(sample=200)
    assert count == 200
    assert bad == []


def test_a_missing_leaf_is_withheld() -> None:
    """Cut off the end of the log: the head knows better."""
    identity, process = small_record()
    last = max(models.Leaf.objects.filter(process=process).values_list("seq", flat=True))
    models.Leaf.objects.filter(process=process, seq=last).delete()
    models.Body.objects.filter(process=process, seq=last).delete()
    assert keeping.check(process, keeping.stored_rows(process), identity=identity).outcome != "complete"
    assert open_process(identity, process, now=clock.now()).withheld


def test_a_row_that_the_log_does_not_name_is_noticed() -> None:
    """Whatever is laid beside the record is found."""
    identity, process = small_record()
    models.Wrap.objects.create(process=process, digest=bytes(32), wrap=b"laid in")
    assert keeping.check(process, keeping.stored_rows(process), identity=identity).outcome == "altered"


def test_a_page_notices_most_of_it_too() -> None:
    """Opening as a member finds each change in what she opens: headers, bodies, her wraps."""
    identity, process = small_record()
    for place in [one for one in places(process) if one.table is models.Leaf][::97]:
        value = change(place, 0)
        assert open_process(identity, process, now=clock.now()).alarmed
        put_back(place, value)

"""The sealed archive from the browser (C7)."""

import io

import pytest

from answerable.actions import accounts, keeping
from answerable.sealing import archive as archives
from tests.people import Cast

pytestmark = pytest.mark.django_db


def test_a_member_takes_the_archive_along(cast: Cast) -> None:
    """A neutral file name; it reads back, is complete, and holds no slot of those who did not agree."""
    client = cast.ada.client()
    assert "locked as it is" in client.get(cast.path("settings/pages")).content.decode()
    answer = client.post(cast.path("settings/pages"))
    assert answer["Content-Disposition"].startswith('attachment; filename="archive-2')
    assert answer["Cache-Control"] == "no-store"
    found = archives.read(io.BytesIO(answer.getvalue()))
    assert found.process == cast.process
    assert found.slots == ()
    assert keeping.check(found.process, found.rows).outcome == "complete"


def test_whose_paper_may_open_it_can_be_opened_by_it(cast: Cast) -> None:
    """Ada agrees: her code opens the archive, and verify as her finds every entry of her circle."""
    cast.ada.account  # noqa: B018 - makes the account
    code = accounts.new_recovery_code(cast.ada.identity.seed)
    answer = cast.ada.client().post(cast.path("settings/pages"), {"paper": "on"})
    found = archives.read(io.BytesIO(answer.getvalue()))
    identity = keeping.identity_of_code(found.slots, code)
    assert identity is not None
    assert identity.user_id == cast.ada.user
    result = keeping.check(found.process, found.rows, identity=identity)
    assert (result.outcome, result.sealed) == ("complete", 0)
    assert result.opened > 0


def test_nothing_readable_is_in_it(cast: Cast) -> None:
    """Not even the codename."""
    assert b"Linden" not in cast.sol.client().post(cast.path("settings/pages")).getvalue()

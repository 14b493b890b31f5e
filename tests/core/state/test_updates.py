"""Updates, folded."""

from msgspec import structs

from answerable.core.entries import UpdateDrafted, UpdateHandedOver, UpdateRead
from tests.core.examples import ADA, BO, CAY, PERIOD, SENTENCES, SOL, SOME_HASH, SOME_ID, day
from tests.core.logbook import Log


def test_a_draft_waits_to_be_read_and_handed_over() -> None:
    """The newest draft since the last hand-over is the open one (R53)."""
    log = Log()
    log.add(ADA, UpdateDrafted)
    newest = log.add(BO, UpdateDrafted)
    updates = log.state().updates
    assert updates.open_draft is not None
    assert (updates.open_draft.item.entry_id, len(updates.drafts)) == (newest, 2)
    assert (updates.last_handed_over_on, updates.covered_until_on) == (None, None)


def test_a_second_member_reads_exactly_these_words() -> None:
    """Another wording, or the author's own reading, does not count (R12, R53)."""
    log = Log()
    draft = log.add(ADA, UpdateDrafted)
    log.add(BO, UpdateRead, draft=draft, text_hash=SOME_HASH)
    log.add(ADA, UpdateRead, draft=draft, text_hash=log.hash_of(draft))
    assert log.state().updates.drafts[0].readings == ()
    assert [one.why for one in log.state().does_not_fit] == ["own-draft"]
    read = log.add(BO, UpdateRead, draft=draft, text_hash=log.hash_of(draft))
    assert [one.entry_id for one in log.state().updates.drafts[0].readings] == [read]


def test_a_later_change_voids_a_reading() -> None:
    """A corrected draft is read again, and not by who corrected it."""
    log = Log()
    draft = log.add(ADA, UpdateDrafted)
    log.add(BO, UpdateRead, draft=draft, text_hash=log.hash_of(draft))
    changed = structs.replace(SENTENCES, we_ask="One question.")
    mended = log.add(CAY, UpdateDrafted, sentences=changed, corrects=draft)
    log.add(CAY, UpdateRead, draft=draft, text_hash=log.hash_of(mended))
    assert log.state().updates.drafts[0].readings == ()


def test_handing_over_closes_the_draft() -> None:
    """The clock runs from the day of the last hand-over; the next draft begins anew."""
    log = Log()
    draft = log.add(ADA, UpdateDrafted)
    handed = log.add(ADA, UpdateHandedOver, draft=draft, on=day(4, 6))
    updates = log.state().updates
    assert updates.open_draft is None
    assert [one.entry_id for one in updates.drafts[0].handed_over] == [handed]
    assert (updates.last_handed_over_on, updates.covered_until_on) == (day(4, 6), PERIOD.to_on)
    log.add(ADA, UpdateDrafted)
    assert log.state().updates.open_draft is not None


def test_the_support_circle_sees_the_update_without_its_drafts() -> None:
    """Nothing is amiss when the drafts cannot be read; a reading of none is listed as unplaced."""
    log = Log()
    log.add(ADA, UpdateHandedOver, draft=SOME_ID)
    assert log.state().unplaced == ()
    read = log.add(BO, UpdateRead, draft=SOME_ID)
    assert [one.entry_id for one in log.state().unplaced] == [read]


def test_only_the_contact_circle_writes_updates() -> None:
    """Sol reads them."""
    log = Log()
    log.add(SOL, UpdateDrafted)
    assert [one.why for one in log.state().does_not_fit] == ["circle"]

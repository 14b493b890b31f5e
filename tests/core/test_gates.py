"""Gates: shut ones say why, by which requirement, and where to go next."""

from answerable.core.calendar import day_of
from answerable.core.circles import Presence, Role
from answerable.core.entries import (
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    NoteKept,
    TakenOut,
    UpdateDrafted,
    UpdateRead,
)
from answerable.core.entries import UpdateHandedOver as HandedOverEntry
from answerable.core.entries.updates import HandedOver
from answerable.core.gates import (
    Gate,
    Next,
    Open,
    Reason,
    Shut,
    Why,
    hand_over_update,
    let_in,
    pass_on_demand,
    raise_demand,
    take_out,
    writing,
)
from tests.core.datebook import Datebook, opened, settled
from tests.core.examples import ADA, BO, CAY, CONTACT, COPIED, SOL, SOME_HASH, SOME_ID, SUPERVISION, SUPPORT, day

WEEK = 7 * 24 * 60 * 60


def reasons(gate: Gate) -> dict[Why, Reason]:
    """Return the reasons of a shut gate by what is missing."""
    assert isinstance(gate, Shut)
    return {reason.why: reason for reason in gate.reasons}


def read(book: Datebook, draft: bytes, by: bytes = BO) -> None:
    """Have a member read a draft."""
    book.add(by, UpdateRead, draft=draft, text_hash=book.hash_of(draft))


def test_an_update_waits_for_a_second_reader_and_names_who_can_be_it() -> None:
    """Its author cannot be the second reader of her own words (R12, R53)."""
    book = settled()
    draft = book.add(ADA, UpdateDrafted)
    shut = reasons(hand_over_update(book.state(), draft, HandedOver.PRINTED))[Why.NOT_READ]
    assert (shut.people, shut.next, shut.r, shut.entry) == ((BO, CAY), Next.READ_DRAFT, "R12", draft)
    read(book, draft, ADA)
    assert Why.NOT_READ in reasons(hand_over_update(book.state(), draft, HandedOver.PRINTED))
    read(book, draft)
    assert hand_over_update(book.state(), draft, HandedOver.PRINTED) == Open()


def test_who_is_alone_is_told_to_invite_somebody() -> None:
    """Nobody can be the second reader."""
    book = opened()
    book.join(ADA)
    draft = book.add(ADA, UpdateDrafted)
    shut = reasons(hand_over_update(book.state(), draft, HandedOver.PRINTED))
    assert shut[Why.NOBODY_TO_READ].next is Next.INVITE


def test_sealing_an_update_needs_a_support_circle_that_is_here() -> None:
    """By mail and paper there are other ways (R64)."""
    book = settled(support=Presence.MAIL)
    draft = book.add(ADA, UpdateDrafted)
    read(book, draft)
    shut = reasons(hand_over_update(book.state(), draft, HandedOver.SEALED_HERE))
    assert (set(shut), shut[Why.SUPPORT_NOT_HERE].next) == ({Why.SUPPORT_NOT_HERE}, Next.OTHER_WAY)
    book.presence(Role.SUPPORT, Presence.HERE)
    assert hand_over_update(book.state(), draft, HandedOver.SEALED_HERE) == Open()


def test_an_older_draft_leads_to_the_newer_one() -> None:
    """Two members on one update: the newest is what goes."""
    book = settled()
    older = book.add(ADA, UpdateDrafted)
    read(book, older)
    newer = book.add(BO, UpdateDrafted)
    shut = reasons(hand_over_update(book.state(), older, HandedOver.PRINTED))[Why.NEWER_DRAFT]
    assert (shut.people, shut.entry) == ((BO,), newer)


def test_an_update_goes_once() -> None:
    """What was handed over is not handed over again."""
    book = settled()
    draft = book.add(ADA, UpdateDrafted)
    read(book, draft)
    book.add(ADA, HandedOverEntry, draft=draft, on=day(4, 6))
    shut = reasons(hand_over_update(book.state(), draft, HandedOver.PRINTED))
    assert shut[Why.ALREADY_HANDED_OVER].on == day(4, 6)


def test_a_draft_that_is_not_here_cannot_go() -> None:
    """An unknown id is answered as one that is not for this reader."""
    shut = reasons(hand_over_update(settled().state(), SOME_ID, HandedOver.PRINTED))
    assert shut[Why.NOT_FOUND].next is Next.UPDATES


def test_demands_are_the_support_circles_own_or_copied_words_of_it() -> None:
    """The contact circle can copy, never raise; supervision does neither (R2)."""
    assert raise_demand(SUPPORT, copied=False) == Open()
    assert raise_demand(CONTACT, copied=True) == Open()
    assert reasons(raise_demand(CONTACT, copied=False))[Why.ONLY_SUPPORT].next is Next.COPY_WORDS
    assert reasons(raise_demand(SUPERVISION, copied=True))[Why.ONLY_SUPPORT].next is Next.DEMANDS


def test_a_copied_demand_is_not_passed_on_before_it_counts() -> None:
    """A second member reads it against its source first (R64)."""
    book = settled()
    demand = book.add(ADA, DemandRaised, copied=COPIED)
    shut = reasons(pass_on_demand(book.state(), demand))[Why.COPY_NOT_READ]
    assert (shut.people, shut.next) == ((BO, CAY), Next.READ_COPY)
    book.read(BO, demand)
    assert pass_on_demand(book.state(), demand, book.hash_of(demand)) == Open()


def test_only_the_wording_of_today_is_passed_on() -> None:
    """Two tabs, and a newer wording meanwhile: the older page leads to the newer words (R30)."""
    book = settled()
    demand = book.add(SOL, DemandRaised)
    older = book.hash_of(demand)
    newer = book.add(SOL, DemandReplaced, replaces=demand)
    assert reasons(pass_on_demand(book.state(), demand, older))[Why.NEWER_WORDING].entry == newer


def test_a_withdrawn_or_unknown_demand_is_not_passed_on() -> None:
    """It is no longer made, or not for this reader (R2)."""
    book = settled()
    demand = book.add(SOL, DemandRaised)
    book.add(SOL, DemandWithdrawn, withdraws=demand)
    assert Why.WITHDRAWN in reasons(pass_on_demand(book.state(), demand))
    assert Why.NOT_FOUND in reasons(pass_on_demand(book.state(), SOME_ID, SOME_HASH))


def test_own_words_are_taken_out_within_seven_days() -> None:
    """Her own, to the second, and not those of another (R11)."""
    book = settled()
    note = book.add(ADA, NoteKept)
    at = book.last(note).entry.at
    assert take_out(book.state(), note, ADA, now=at + WEEK) == Open()
    late = reasons(take_out(book.state(), note, ADA, now=at + WEEK + 1))[Why.TOO_LATE]
    assert (late.on, late.next) == (day_of(at + WEEK, "Europe/Vienna"), Next.CORRECT)
    other = reasons(take_out(book.state(), note, BO, now=at))[Why.NOT_OWN_WORDS]
    assert (other.people, other.next) == ((ADA,), Next.ASK_AUTHOR)


def test_what_the_process_rests_on_stays() -> None:
    """Its opening can be corrected, not destroyed (R60)."""
    book = settled()
    opening = book.filed[0]
    assert Why.NEEDED in reasons(take_out(book.state(), opening.entry_id, ADA, now=opening.entry.at))


def test_words_are_taken_out_once_and_only_where_they_are() -> None:
    """A tombstone has no words, and an unknown id is nobody's."""
    book = settled()
    note = book.add(ADA, NoteKept)
    book.add(ADA, TakenOut, entry=note, kind="note-kept", day=day(1, 6))
    assert Why.ALREADY_TAKEN_OUT in reasons(take_out(book.state(), note, ADA, now=0))
    assert Why.NOT_FOUND in reasons(take_out(book.state(), SOME_ID, ADA, now=0))


def test_one_vouches_and_another_lets_in_unless_a_founder_is_alone() -> None:
    """Nobody is let in by one member alone where there are two (R21)."""
    assert let_in(voucher=ADA, admitter=BO, members=2) == Open()
    assert let_in(voucher=ADA, admitter=ADA, members=1) == Open()
    shut = reasons(let_in(voucher=ADA, admitter=ADA, members=2))[Why.SAME_PERSON]
    assert (shut.people, shut.next) == ((ADA,), Next.ASK_SECOND)


def test_writing_waits_for_an_alarm_to_be_noted_and_for_a_program_new_enough() -> None:
    """Both are told when both are so (C2)."""
    assert writing(alarms_not_noted=0, newer_entries=0) == Open()
    assert set(reasons(writing(alarms_not_noted=1, newer_entries=0))) == {Why.ALARM}
    assert set(reasons(writing(alarms_not_noted=1, newer_entries=2))) == {Why.ALARM, Why.WRITTEN_BY_NEWER}

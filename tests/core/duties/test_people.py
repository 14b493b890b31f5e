"""Duties towards ourselves."""

from datetime import date

from answerable.core.calendar import Standing
from answerable.core.circles import Presence, Role
from answerable.core.duties import Code, Waiting, due
from answerable.core.entries import BoundarySet, MemberLeft, MemberNamed
from tests.core.datebook import found, opened, settled, the
from tests.core.examples import ADA, BO, CAY, EVE, OPENED_ON, ROLES, SOL, day

NEWCOMER = b"N" * 16
LEFT_ON = day(3, 1)


def test_a_term_is_soon_two_months_ahead_and_then_ends_without_ending_access() -> None:
    """A reminder two months before the agreed day; nothing renews itself (R20)."""
    book = opened()
    book.join(ADA, until_on=day(11, 2))
    state = book.state()
    assert the(state, Code.TERM, day(9, 1)).standing is Standing.NOT_YET
    duty = the(state, Code.TERM, day(9, 2))
    assert (duty.standing, duty.due_on, duty.facts.people) == (Standing.SOON, day(11, 2), (ADA,))
    assert the(state, Code.TERM, day(11, 3)).standing is Standing.LATE


def test_renewing_a_term_is_a_new_duty_with_a_later_day() -> None:
    """The key carries the day, so that who took the old one is not taken for granted."""
    book = opened()
    book.join(ADA, until_on=day(11, 2))
    before = the(book.state(), Code.TERM, day(9, 2)).key
    book.join(ADA, until_on=date(2027, 11, 2))
    renewed = the(book.state(), Code.TERM, day(9, 2))
    assert (renewed.due_on, renewed.standing) == (date(2027, 11, 2), Standing.NOT_YET)
    assert renewed.key != before


def test_terms_that_were_not_agreed_on_or_end_by_leaving_are_no_duty() -> None:
    """A group without terms is complete, and who leaves needs no reminder (R62)."""
    book = opened()
    book.join(ADA, BO)
    book.add(ADA, MemberLeft, user=BO, last_on=day(12, 1))
    assert [duty.facts.people for duty in found(book.state(), Code.TERM, day(2, 1))] == [(ADA,)]
    book.policy(term_months=0)
    assert found(book.state(), Code.TERM, day(2, 1)) == []


def test_a_leaving_makes_finding_who_follows_due_in_six_weeks() -> None:
    """Counted from the last day (R21)."""
    book = settled()
    book.join(EVE)
    book.add(ADA, MemberLeft, user=EVE, last_on=LEFT_ON)
    duty = the(book.state(), Code.REPLACEMENT, day(3, 2))
    assert (duty.due_on, duty.facts.people, duty.standing) == (day(4, 12), (EVE,), Standing.SOON)


def test_each_newcomer_follows_one_who_left() -> None:
    """Two leavings need two; renewing a term or coming back under a new identity is no coming."""
    book = settled()
    book.join(EVE)
    book.policy(minimum_members=1)
    book.add(ADA, MemberLeft, user=EVE, last_on=LEFT_ON)
    book.add(ADA, MemberLeft, user=CAY, last_on=LEFT_ON)
    book.join(BO)
    assert len(found(book.state(), Code.REPLACEMENT, day(3, 2))) == 2
    again = MemberNamed(
        at=0,
        meant_for=(Role.CONTACT, Role.SUPERVISION, Role.SUPPORT),
        user=NEWCOMER,
        shown_name="Nur",
        joined_on=day(3, 5),
        until_on=day(12, 1),
        hours=None,
        will_not=None,
        before=None,
    )
    book.write(NEWCOMER, again, roles=ROLES[ADA])
    assert [duty.facts.people for duty in found(book.state(), Code.REPLACEMENT, day(3, 6))] == [(CAY,)]


def test_a_lost_identity_is_neither_a_leaving_nor_a_coming() -> None:
    """Who was let in again under new keys is the same person (R21)."""
    book = settled()
    book.add(ADA, MemberLeft, user=CAY, last_on=LEFT_ON)
    again = MemberNamed(
        at=0,
        meant_for=(Role.CONTACT, Role.SUPERVISION, Role.SUPPORT),
        user=NEWCOMER,
        shown_name="Cay",
        joined_on=OPENED_ON,
        until_on=day(12, 1),
        hours=None,
        will_not=None,
        before=CAY,
    )
    book.write(NEWCOMER, again, roles=ROLES[ADA])
    assert found(book.state(), Code.REPLACEMENT, day(3, 6)) == []
    assert found(book.state(), Code.SIZE, day(3, 6)) == []


def test_a_group_that_is_too_small_looks_for_people_once() -> None:
    """The smallest size takes the place of single followers; six weeks from the opening or the last leaving (R21)."""
    book = opened()
    book.join(ADA)
    duty = the(book.state(), Code.SIZE, OPENED_ON)
    assert (duty.due_on, duty.facts.count, duty.facts.missing) == (day(2, 16), 1, 2)
    assert duty.standing is Standing.SOON
    book = settled()
    book.add(ADA, MemberLeft, user=CAY, last_on=LEFT_ON)
    assert the(book.state(), Code.SIZE, day(3, 2)).due_on == day(4, 12)
    assert found(book.state(), Code.REPLACEMENT, day(3, 2)) == []


def test_until_the_last_day_a_leaver_still_counts() -> None:
    """The group is not too small before."""
    book = settled()
    book.add(ADA, MemberLeft, user=CAY, last_on=LEFT_ON)
    assert found(book.state(), Code.SIZE, LEFT_ON) == []


def test_a_group_can_agree_to_be_small() -> None:
    """A smallest size of none is never missed (R62)."""
    book = opened()
    book.join(ADA)
    book.policy(minimum_members=0)
    assert found(book.state(), Code.SIZE, day(12, 1)) == []


def test_newcomers_wait_for_a_second_member_in_their_circle() -> None:
    """A fact of the clear log; the duty is that circle's, and it waits 14 days (R21)."""
    state = settled().state()
    waiting = (
        Waiting(user=NEWCOMER, role=Role.CONTACT, since_on=day(2, 1)),
        Waiting(user=SOL, role=Role.SUPPORT, since_on=day(2, 1)),
    )
    (ours,) = [duty for duty in due(state, day(2, 2), waiting=waiting) if duty.code is Code.LET_IN]
    assert (ours.facts.people, ours.due_on, ours.standing) == ((NEWCOMER,), day(2, 15), Standing.SOON)
    (theirs,) = due(state, day(2, 2), role=Role.SUPPORT, waiting=waiting)
    assert theirs.facts.people == (SOL,)


def test_support_and_supervision_owe_nothing_by_themselves() -> None:
    """They never have to answer, and no rule of ours makes a job for them."""
    state = settled().state()
    assert due(state, date(2028, 1, 1), role=Role.SUPPORT) == ()
    assert due(state, date(2028, 1, 1), role=Role.SUPERVISION) == ()


def test_the_first_meetings_are_a_job_from_the_start_and_end_with_a_list_of_boundaries() -> None:
    """A due job, never a barrier (R18)."""
    book = opened()
    duty = the(book.state(), Code.MEETINGS, OPENED_ON)
    assert (duty.standing, duty.due_on) == (Standing.SOON, day(3, 5))
    book.add(ADA, BoundarySet)
    assert found(book.state(), Code.MEETINGS, OPENED_ON) == []


def test_once_a_year_the_group_talks_about_how_long_it_exists() -> None:
    """Counted from the last time it wrote down what it agreed (R22)."""
    book = opened()
    assert the(book.state(), Code.LIFESPAN, OPENED_ON).due_on == date(2027, 1, 5)
    book.today = day(4, 1)
    book.policy(contact_every_months=2)
    assert the(book.state(), Code.LIFESPAN, day(4, 1)).due_on == date(2027, 4, 1)
    book.today = day(5, 1)
    book.add(ADA, BoundarySet)
    assert the(book.state(), Code.LIFESPAN, day(5, 1)).due_on == date(2027, 5, 1)


def test_looking_for_supervision_is_one_quiet_job_without_a_day() -> None:
    """It never becomes late, and goes when the circle exists (R64)."""
    book = opened(supervision=Presence.NOT_YET)
    duty = the(book.state(), Code.SUPERVISION, date(2030, 1, 1))
    assert (duty.clock, duty.due_on, duty.standing, duty.subject) == (None, None, Standing.NO_DATE, None)
    book.presence(Role.SUPERVISION, Presence.MAIL)
    assert found(book.state(), Code.SUPERVISION, date(2030, 1, 1)) == []

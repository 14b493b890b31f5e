"""All duties together: order, three on the page, who has them, declining, and the days ahead."""

from datetime import date, timedelta

from answerable.core.calendar import Standing
from answerable.core.circles import Presence, Role
from answerable.core.duties import Code, Waiting, all_duties, days_ahead, declined, due, first_three
from answerable.core.duties.duty import R_NUMBERS
from answerable.core.entries import ContactReached, DemandRaised, DutyDeclined, DutyTaken, MemberLeft
from tests.core.datebook import Datebook, opened, settled, the
from tests.core.examples import ADA, BO, CAY, SOL, day

YEARS_ON = date(2028, 1, 1)


def test_every_rule_names_a_requirement() -> None:
    """Each duty carries its R number."""
    assert set(R_NUMBERS) == set(Code)
    assert all(number.startswith("R") for number in R_NUMBERS.values())


def test_the_most_urgent_stands_first() -> None:
    """Late before due before soon, the longest late first; a quiet job after these."""
    book = opened(supervision=Presence.NOT_YET)
    book.join(ADA, BO, CAY)
    today = day(4, 10)
    standings = [duty.standing for duty in due(book.state(), today)]
    order = [Standing.LATE, Standing.DUE, Standing.SOON, Standing.NO_DATE]
    assert standings == sorted(standings, key=order.index)
    assert set(standings) >= {Standing.LATE, Standing.DUE, Standing.NO_DATE}
    assert [duty.code for duty in due(book.state(), today)][:2] == [Code.MAILBOX, Code.MEETINGS]


def test_what_is_not_near_is_left_out_of_what_is_due() -> None:
    """The page of a quiet week is empty, the plan is not."""
    state = settled().state()
    assert Code.CONTACT not in {duty.code for duty in due(state, day(1, 6))}
    assert Code.CONTACT in {duty.code for duty in all_duties(state, day(1, 6))}


def test_at_most_three_are_shown_and_the_others_folded() -> None:
    """Three due things on the first page (R62)."""
    duties = due(opened(supervision=Presence.NOT_YET).state(), day(4, 10))
    shown, folded = first_three(duties)
    assert len(shown) == 3
    assert shown + folded == duties
    assert folded


def key_of(book: Datebook) -> str:
    """Return the key of the contact duty."""
    return the(book.state(), Code.CONTACT, day(4, 1)).key


def test_who_takes_a_duty_has_it_until_it_is_met() -> None:
    """The next contact is a new duty that nobody has yet."""
    book = settled()
    book.add(ADA, DutyTaken, duty=key_of(book))
    book.add(BO, DutyTaken, duty=key_of(book))
    book.add(ADA, DutyTaken, duty="something/else")
    book.add(ADA, DutyTaken, duty=key_of(book))
    assert the(book.state(), Code.CONTACT, day(4, 1)).owners == (ADA, BO)
    book.add(ADA, ContactReached, on=day(4, 2))
    assert the(book.state(), Code.CONTACT, day(6, 20)).owners == ()


def test_who_gives_a_duty_back_or_leaves_no_longer_has_it() -> None:
    """The other one keeps it."""
    book = settled()
    for user in (ADA, BO, CAY):
        book.add(user, DutyTaken, duty=key_of(book))
    book.add(BO, DutyDeclined, duty=key_of(book))
    book.add(ADA, MemberLeft, user=CAY, last_on=day(3, 1))
    assert the(book.state(), Code.CONTACT, day(4, 1)).owners == (ADA,)
    assert declined(book.state(), day(4, 1)) == ()


def test_a_declined_duty_is_listed_with_who_said_so_and_opens_again_when_taken() -> None:
    """Declined, why, who was told: recorded, and no longer due (R25)."""
    book = settled()
    key = key_of(book)
    refusal = book.add(BO, DutyDeclined, duty=key, why="no strength")
    state = book.state()
    assert Code.CONTACT not in {duty.code for duty in all_duties(state, day(4, 1))}
    (one,) = declined(state, day(4, 1))
    assert (one.duty.key, one.item.entry_id, one.item.entry.why) == (key, refusal, "no strength")
    assert day(4, 20) not in {ahead.day for ahead in days_ahead(state, YEARS_ON, day(4, 1)) if ahead.hurry}
    book.add(ADA, DutyTaken, duty=key)
    assert the(book.state(), Code.CONTACT, day(4, 1)).owners == (ADA,)
    assert declined(book.state(), day(4, 1)) == ()


def test_the_days_ahead_are_those_on_which_a_word_changes() -> None:
    """Contact: soon 8 March, due 5 April, late 20 April; the quiet job has no day."""
    book = opened(supervision=Presence.NOT_YET)
    book.join(ADA, BO, CAY)
    state = book.state()
    days = {ahead.day for ahead in days_ahead(state, YEARS_ON, day(1, 6))}
    assert {day(3, 8), day(4, 5), day(4, 20)} <= days
    for one in days:
        before = {duty.key: duty.standing for duty in all_duties(state, one - timedelta(days=1))}
        assert {duty.key: duty.standing for duty in all_duties(state, one)} != before


def test_days_ahead_begin_today_and_end_after_400_days_or_sooner() -> None:
    """Neither the past nor the far future is planned."""
    state = settled().state()
    far = days_ahead(state, YEARS_ON, day(1, 6))
    assert max(ahead.day for ahead in far) <= day(1, 6) + timedelta(days=400)
    near = days_ahead(state, day(4, 5), day(4, 5))
    assert {ahead.day for ahead in near} == {day(4, 5)}


def test_a_day_hurries_where_others_wait_for_it_to_run_out() -> None:
    """The update's due day hurries; that it is soon does not, and contact with X never does."""
    book = settled()
    book.policy(contact_every_months=0)
    ahead = {one.day: one.hurry for one in days_ahead(book.state(), YEARS_ON, day(1, 14))}
    assert ahead[day(3, 8)] is False
    assert ahead[day(4, 5)] is True
    assert ahead[day(5, 4)] is True
    book = settled()
    book.policy(update_every_months=0)
    ahead = {one.day: one.hurry for one in days_ahead(book.state(), YEARS_ON, day(1, 14))}
    assert ahead[day(4, 5)] is False


def test_a_day_names_every_circle_it_is_for() -> None:
    """Two circles whose days meet share one row each."""
    waiting = (
        Waiting(user=b"N" * 16, role=Role.SUPPORT, since_on=day(2, 1)),
        Waiting(user=b"M" * 16, role=Role.CONTACT, since_on=day(2, 1)),
    )
    ahead = {one.day: one for one in days_ahead(settled().state(), YEARS_ON, day(2, 1), waiting=waiting)}
    assert ahead[day(2, 15)].roles == (Role.CONTACT, Role.SUPPORT)
    assert ahead[day(2, 15)].hurry


def test_what_one_entry_adds_can_be_told_apart() -> None:
    """Sol raises a demand: only its days are added for the contact circle, whose other entries she cannot read."""
    book = settled()
    book.today = day(2, 1)
    demand = book.add(SOL, DemandRaised)
    ahead = days_ahead(book.state(), YEARS_ON, day(2, 1), about=frozenset({demand}))
    assert [one.day for one in ahead] == [day(2, 15), day(2, 16)]

"""Inviting, vouching, letting in, leaving, shutting out, new keys, giving what was meant for a circle."""

from datetime import timedelta

import pytest

from answerable.actions import joining, members, processes
from answerable.actions.joining import Standing
from answerable.actions.members import Handover
from answerable.actions.reading import OpenProcess, open_process
from answerable.actions.writing import AlreadyWrittenError, append
from answerable.core.circles import Presence, Role
from answerable.core.defaults.text import Language
from answerable.core.entries import MailboxLookedAt, MemberLeft, ProcessOpened
from answerable.sealing.errors import RefusedError
from answerable.sealing.randomness import draw
from answerable.store import log, people
from answerable.web.base import clock
from tests.people import Cast, Person, found, join

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NOTHING = Handover(clock.host_day(clock.now()), (), None)


def opened(person: Person, process: bytes) -> OpenProcess:
    """Open a process as this person, now."""
    return open_process(person.identity, process, now=clock.now())


def invited(person: Person, process: bytes, role: Role = Role.CONTACT) -> joining.Invited:
    """Invite somebody as this person and return the invitation."""
    entry_id = draw(16)
    joining.invite(opened(person, process), entry_id, role, now=clock.now())
    return joining.invitation(opened(person, process), entry_id)


def looked_at(person: Person, process: bytes) -> None:
    """Append an entry for the contact group."""
    entry = MailboxLookedAt(at=clock.now(), meant_for=(Role.CONTACT,), on=clock.host_day(clock.now()))
    append(opened(person, process), (draw(16), entry), now=clock.now())


@pytest.fixture
def ada() -> Person:
    """Return who founds."""
    return Person("Ada")


@pytest.fixture
def linden(db: None, ada: Person) -> bytes:
    """Return a process in which Ada is alone."""
    return found(ada).process


# -- codes ------------------------------------------------------------------------------------------------------------


def test_a_code_is_read_back_however_it_is_typed() -> None:
    """Spaces, dashes, case and letters that look like numbers do not matter."""
    code = draw(16)
    shown = joining.shown_code(code)
    assert [len(group) for group in shown] == [5] * 6
    typed = " - ".join(shown).lower().replace("0", "o").replace("1", "l")
    assert joining.typed_code(typed) == code


def test_one_wrong_character_of_a_code_is_noticed() -> None:
    """Whoever types it learns of the slip at once, not when somebody compares it days later."""
    shown = "".join(joining.shown_code(bytes(range(16))))
    for place in range(len(shown)):
        other = "7" if shown[place] != "7" else "8"
        with pytest.raises(joining.MistypedCodeError):
            joining.typed_code(shown[:place] + other + shown[place + 1 :])


@pytest.mark.parametrize("text", ["", "ABCDE", "U" * 30, "0" * 31, "é" * 30])
def test_what_cannot_be_a_code_is_refused(text: str) -> None:
    """Neither too short nor foreign characters make a crash."""
    with pytest.raises(joining.MistypedCodeError):
        joining.typed_code(text)


# -- inviting and coming in -------------------------------------------------------------------------------------------


def test_a_founder_alone_vouches_and_lets_in(linden: bytes, ada: Person) -> None:
    """Then both read the same record, also what was written before."""
    bo = Person("Bo")
    one = invited(ada, linden)
    joining.ask_to_join(bo.identity, one.token, one.code, now=clock.now())
    assert joining.place_of(opened(bo, linden)).standing is Standing.FIRST
    user = joining.vouch_for(opened(ada, linden), one.entry_id, now=clock.now())
    assert joining.place_of(opened(bo, linden)).standing is Standing.SECOND
    members.let_in(opened(ada, linden), user, Role.CONTACT, draw(16), now=clock.now())
    place = joining.place_of(opened(bo, linden))
    assert (user, place.standing, place.role) == (bo.user, Standing.IN, Role.CONTACT)
    assert opened(bo, linden).state.process.codename == "Linden"


def test_who_vouched_does_not_let_in_where_there_are_two(cast: Cast) -> None:
    """Nobody is let in by one alone."""
    one = invited(cast.ada, cast.process)
    cy = Person("Cy")
    joining.ask_to_join(cy.identity, one.token, one.code, now=clock.now())
    joining.vouch_for(cast.open(cast.ada), one.entry_id, now=clock.now())
    assert [w.may for w in members.waiting(cast.open(cast.ada))] == [False]
    assert [w.may for w in members.waiting(cast.open(cast.bo))] == [True]
    with pytest.raises(members.NotAloneError):
        members.let_in(cast.open(cast.ada), cy.user, Role.CONTACT, draw(16), now=clock.now())
    members.let_in(cast.open(cast.bo), cy.user, Role.CONTACT, draw(16), now=clock.now())
    assert cy.user in cast.open(cast.ada).members(Role.CONTACT)


def test_somebody_outside_the_circle_lets_nobody_in(cast: Cast) -> None:
    """Sol of the support group cannot open the contact group's door."""
    one = invited(cast.ada, cast.process)
    cy = Person("Cy")
    joining.ask_to_join(cy.identity, one.token, one.code, now=clock.now())
    joining.vouch_for(cast.open(cast.ada), one.entry_id, now=clock.now())
    assert members.waiting(cast.open(cast.sol)) == ()
    with pytest.raises(members.NotWaitingError):
        members.let_in(cast.open(cast.sol), cy.user, Role.CONTACT, draw(16), now=clock.now())


def test_the_wrong_code_is_refused_and_writes_nothing(cast: Cast) -> None:
    """Whoever found the link without its code is not vouched for."""
    one = invited(cast.ada, cast.process)
    joining.ask_to_join(Person("Mal").identity, one.token, draw(16), now=clock.now())
    size = cast.open(cast.ada).ledger.size
    with pytest.raises(joining.CodeDoesNotFitError):
        joining.vouch_for(cast.open(cast.ada), one.entry_id, now=clock.now())
    assert cast.open(cast.ada).ledger.size == size


def test_a_link_works_once(cast: Cast) -> None:
    """The second who opens it is told that it is over; the first keeps her place."""
    one = invited(cast.ada, cast.process)
    cy = Person("Cy")
    joining.ask_to_join(cy.identity, one.token, one.code, now=clock.now())
    with pytest.raises(joining.InvitationOverError) as over:
        joining.ask_to_join(Person("Mal").identity, one.token, one.code, now=clock.now())
    assert over.value.known
    assert joining.vouch_for(cast.open(cast.ada), one.entry_id, now=clock.now()) == cy.user


def test_an_invitation_ends_after_fourteen_days(cast: Cast) -> None:
    """On the fourteenth day it works, on the fifteenth it is over."""
    one = invited(cast.ada, cast.process)
    late = clock.now() + int(timedelta(days=15).total_seconds())
    assert joining.open_door(one.token, now=late - 24 * 3600)
    with pytest.raises(joining.InvitationOverError):
        joining.open_door(one.token, now=late)
    assert joining.invitations(cast.open(cast.ada, now=late)) == ()


def test_a_withdrawn_invitation_is_over_and_its_seat_goes(cast: Cast) -> None:
    """Whoever used it waits no longer."""
    one = invited(cast.ada, cast.process)
    cy = Person("Cy")
    joining.ask_to_join(cy.identity, one.token, one.code, now=clock.now())
    joining.withdraw(cast.open(cast.bo), one.entry_id)
    assert log.processes_of(cy.user) == []
    with pytest.raises(joining.InvitationOverError):
        joining.open_door(one.token, now=clock.now())
    with pytest.raises(joining.InvitationOverError):
        joining.vouch_for(cast.open(cast.ada), one.entry_id, now=clock.now())


def test_an_invitation_is_seen_by_its_circle_only(cast: Cast) -> None:
    """Sol does not see whom the contact group invites."""
    one = invited(cast.ada, cast.process)
    assert [seen.entry_id for seen in joining.invitations(cast.open(cast.bo))] == [one.entry_id]
    assert joining.invitations(cast.open(cast.sol)) == ()
    with pytest.raises(joining.InvitationOverError):
        joining.withdraw(cast.open(cast.sol), one.entry_id)


def test_the_same_form_makes_one_invitation(cast: Cast) -> None:
    """Sent twice, there is one entry and one link."""
    entry_id = draw(16)
    joining.invite(cast.open(cast.ada), entry_id, Role.CONTACT, now=clock.now())
    with pytest.raises(AlreadyWrittenError):
        joining.invite(cast.open(cast.ada), entry_id, Role.CONTACT, now=clock.now())
    assert len(people.newcomers(cast.process)) == 1


def test_nobody_invites_into_a_circle_that_is_not_hers(cast: Cast) -> None:
    """Where the support group has its keys, only its members invite into it."""
    assert joining.may_invite_into(cast.open(cast.ada)) == (Role.CONTACT,)
    with pytest.raises(joining.NotForYouError):
        joining.invite(cast.open(cast.ada), draw(16), Role.SUPPORT, now=clock.now())


def test_one_who_is_in_cannot_join_again(cast: Cast) -> None:
    """Bo uses an invitation into his own group."""
    one = invited(cast.ada, cast.process)
    with pytest.raises(joining.AlreadyInError):
        joining.ask_to_join(cast.bo.identity, one.token, one.code, now=clock.now())


def test_one_person_can_be_in_two_circles(cast: Cast) -> None:
    """R17: it is possible, and stands in the clear log for all circles to see."""
    one = invited(cast.uma, cast.process, Role.SUPERVISION)
    joining.ask_to_join(cast.bo.identity, one.token, one.code, now=clock.now())
    joining.vouch_for(cast.open(cast.uma), one.entry_id, now=clock.now())
    members.let_in(cast.open(cast.uma), cast.bo.user, Role.SUPERVISION, draw(16), now=clock.now())
    assert cast.open(cast.bo).roles == {Role.CONTACT, Role.SUPERVISION}
    assert cast.bo.user in cast.open(cast.sol).members(Role.SUPERVISION)


def test_no_real_account_comes_into_practice(db: None) -> None:
    """The practice process is thrown away; an invitation made in it leads nowhere."""
    ada = Person("Ada")
    now = clock.now()
    first = ProcessOpened(
        at=now,
        meant_for=(Role.CONTACT,),
        codename="Linden",
        person_x="X",
        language=Language.EN,
        zone="UTC",
        opened_on=clock.host_day(now),
        support=Presence.MAIL,
        supervision=Presence.MAIL,
    )
    process = processes.begin(ada.identity, draw(16), first, shown_name="Ada", now=now, practice=True).process
    with pytest.raises(joining.InvitationOverError):
        joining.open_door(invited(ada, process).token, now=clock.now())


# -- circles that come later ------------------------------------------------------------------------------------------


def support_opens(linden: bytes, ada: Person, sol: Person) -> None:
    """Let Sol open the support group's keys."""
    one = invited(ada, linden, Role.SUPPORT)
    joining.ask_to_join(sol.identity, one.token, one.code, now=clock.now())
    joining.vouch_for(opened(ada, linden), one.entry_id, now=clock.now())
    joining.open_first_keys(opened(sol, linden), now=clock.now())


def test_the_first_member_opens_her_circle_herself(linden: bytes, ada: Person) -> None:
    """Whoever invites never holds the seed of another circle."""
    sol = Person("Sol")
    support_opens(linden, ada, sol)
    circle = opened(ada, linden).circle(Role.SUPPORT)
    assert opened(sol, linden).roles == {Role.SUPPORT}
    assert circle not in opened(ada, linden).ring.circles
    assert joining.place_of(opened(sol, linden)).standing is Standing.NOT_GIVEN
    with pytest.raises(RefusedError):
        joining.open_first_keys(opened(sol, linden), now=clock.now())


def test_what_was_meant_for_a_circle_is_given_when_it_comes(linden: bytes, ada: Person) -> None:
    """R64: she reads the opening and the names, and nothing that was for the contact group alone."""
    looked_at(ada, linden)
    sol = Person("Sol")
    support_opens(linden, ada, sol)
    (owed,) = members.owed(opened(ada, linden))
    count = members.give(opened(ada, linden), Role.SUPPORT, draw(16), now=clock.now())
    seen = opened(sol, linden)
    assert (owed.role, count) == (Role.SUPPORT, len(owed.entries))
    assert seen.state.process.codename == "Linden"
    assert seen.state.process.support is Presence.HERE
    assert not any(isinstance(filed.entry, MailboxLookedAt) for filed in seen.filed)
    assert members.owed(opened(ada, linden)) == ()
    assert members.give(opened(ada, linden), Role.SUPPORT, draw(16), now=clock.now()) == 0


def test_giving_goes_in_batches(linden: bytes, ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many entries are given in several transactions, each of them once."""
    monkeypatch.setattr(members, "GRANTS_AT_ONCE", 1)
    sol = Person("Sol")
    support_opens(linden, ada, sol)
    assert members.give(opened(ada, linden), Role.SUPPORT, draw(16), now=clock.now()) >= 2
    assert not opened(sol, linden).alarmed


# -- leaving and new keys ---------------------------------------------------------------------------------------------


def test_who_left_reads_nothing_any_more(cast: Cast) -> None:
    """R21: at once, also what she could read before; the log says so, and her entries stay."""
    handover = Handover(clock.host_day(clock.now()), ("The mail: Ada",), "by phone")
    members.leave(cast.open(cast.bo), draw(16), {Role.CONTACT}, handover, now=clock.now())
    gone = cast.open(cast.bo)
    assert gone.roles == frozenset()
    assert gone.filed == ()
    assert log.processes_of(cast.bo.user) == []
    member = cast.open(cast.ada).state.members[cast.bo.user]
    assert member.left is not None
    assert member.left.entry.handover == ("The mail: Ada",)
    assert not cast.open(cast.ada).alarmed


def test_the_support_group_reads_that_somebody_left(cast: Cast) -> None:
    """R21: supervision does not need to."""
    handover = Handover(clock.host_day(clock.now()), (), "by phone")
    members.leave(cast.open(cast.bo), draw(16), {Role.CONTACT}, handover, now=clock.now())
    assert any(isinstance(filed.entry, MemberLeft) for filed in cast.open(cast.sol).filed)
    assert not any(isinstance(filed.entry, MemberLeft) for filed in cast.open(cast.uma).filed)


def test_the_next_entry_begins_new_keys(cast: Cast) -> None:
    """R21: nobody has to think of it; whoever left is not in the new epoch."""
    members.leave(cast.open(cast.bo), draw(16), {Role.CONTACT}, NOTHING, now=clock.now())
    assert members.needs_new_keys(cast.open(cast.ada)) == (Role.CONTACT,)
    looked_at(cast.ada, cast.process)
    after = cast.open(cast.ada)
    newest = after.ledger.newest(after.circle(Role.CONTACT))
    assert newest is not None
    assert cast.bo.user not in newest.members
    assert members.needs_new_keys(after) == ()


def test_new_keys_can_be_begun_by_hand_and_at_sign_in(cast: Cast) -> None:
    """Doing it where nothing is to do changes nothing."""
    members.leave(cast.open(cast.bo), draw(16), {Role.CONTACT}, NOTHING, now=clock.now())
    processes.settle_in(cast.ada.identity, now=clock.now())
    size = cast.open(cast.ada).ledger.size
    members.renew_keys(cast.open(cast.ada), now=clock.now())
    processes.settle_in(cast.ada.identity, now=clock.now())
    assert cast.open(cast.ada).ledger.size == size
    assert not cast.open(cast.ada).ledger.is_stale(cast.open(cast.ada).circle(Role.CONTACT))


def test_an_entry_waits_for_a_circle_whose_keys_are_old(cast: Cast) -> None:
    """Ada cannot renew the support group's keys: what she writes for it is given once Sol has."""
    sue = Person("Sue")
    join(cast.process, sue, Role.SUPPORT, voucher=cast.sol, admitter=cast.sol)
    members.leave(cast.open(sue), draw(16), {Role.SUPPORT}, NOTHING, now=clock.now())
    named = cast.open(cast.ada).state.members[cast.ada.user].named.entry
    (entry_id,) = cast.write(cast.ada, named)
    assert entry_id not in {filed.entry_id for filed in cast.open(cast.sol).filed}
    members.renew_keys(cast.open(cast.sol), now=clock.now())
    assert [one.role for one in members.owed(cast.open(cast.ada))] == [Role.SUPPORT]
    members.give(cast.open(cast.ada), Role.SUPPORT, draw(16), now=clock.now())
    assert entry_id in {filed.entry_id for filed in cast.open(cast.sol).filed}


def test_leaving_one_of_two_circles_keeps_the_other(cast: Cast) -> None:
    """R17, R21: Bo leaves supervision and stays in the contact group."""
    join(cast.process, cast.bo, Role.SUPERVISION, voucher=cast.uma, admitter=cast.uma, named=False)
    members.leave(cast.open(cast.bo), draw(16), {Role.SUPERVISION}, NOTHING, now=clock.now())
    assert cast.open(cast.bo).roles == {Role.CONTACT}
    assert log.processes_of(cast.bo.user)
    assert cast.open(cast.ada).state.members[cast.bo.user].left is None


def test_the_same_form_leaves_once(cast: Cast) -> None:
    """Sent twice, the second finds it done."""
    entry_id, before = draw(16), cast.open(cast.bo)
    members.leave(before, entry_id, {Role.CONTACT}, NOTHING, now=clock.now())
    with pytest.raises(AlreadyWrittenError):
        members.leave(before, entry_id, {Role.CONTACT}, NOTHING, now=clock.now())


# -- shutting out -----------------------------------------------------------------------------------------------------


def test_two_members_shut_somebody_out(cast: Cast) -> None:
    """R21: one alone changes nothing; with the second her keys are destroyed and new ones begin."""
    cy = Person("Cy")
    join(cast.process, cy, Role.CONTACT, voucher=cast.ada, admitter=cast.bo)
    assert not members.say_out(cast.open(cast.ada), cy.user, Role.CONTACT, draw(16), NOTHING, now=clock.now())
    assert cast.open(cy).roles == {Role.CONTACT}
    assert members.votes(cast.open(cast.bo), cy.user, Role.CONTACT) == {cast.ada.user}
    assert members.say_out(cast.open(cast.bo), cy.user, Role.CONTACT, draw(16), NOTHING, now=clock.now())
    assert cast.open(cy).filed == ()
    assert log.processes_of(cy.user) == []
    assert members.needs_new_keys(cast.open(cast.ada)) == ()
    assert cast.open(cast.ada).state.members[cy.user].left is not None


def test_in_a_circle_of_two_somebody_of_another_has_to_agree(cast: Cast) -> None:
    """Neither of two can shut the other out alone; Sol can be the second."""
    assert not members.say_out(cast.open(cast.ada), cast.bo.user, Role.CONTACT, draw(16), NOTHING, now=clock.now())
    with pytest.raises(RefusedError):
        members.say_out(cast.open(cast.ada), cast.bo.user, Role.CONTACT, draw(16), NOTHING, now=clock.now())
    assert members.may_say_out(cast.open(cast.sol), cast.bo.user, Role.CONTACT)
    assert members.say_out(cast.open(cast.sol), cast.bo.user, Role.CONTACT, draw(16), NOTHING, now=clock.now())
    assert cast.open(cast.bo).roles == frozenset()
    assert cast.open(cast.ada).members(Role.CONTACT) == {cast.ada.user}


def test_nobody_outside_shuts_out_of_a_circle_of_three(cast: Cast) -> None:
    """Sol has no say where the contact group has enough people of its own."""
    cy = Person("Cy")
    join(cast.process, cy, Role.CONTACT, voucher=cast.ada, admitter=cast.bo)
    assert not members.may_say_out(cast.open(cast.sol), cy.user, Role.CONTACT)
    with pytest.raises(RefusedError):
        members.say_out(cast.open(cast.sol), cy.user, Role.CONTACT, draw(16), NOTHING, now=clock.now())

"""The process and its members, folded."""

from datetime import date

import pytest

from answerable.core.circles import Presence, Role
from answerable.core.defaults.policy import DEFAULT_POLICY, policy_on
from answerable.core.entries import (
    BoundarySet,
    Invitation,
    MemberLeft,
    MemberNamed,
    PolicySet,
    PresenceSet,
    ProcessOpened,
    StanceAffirmed,
    TakenOut,
    WordsChosen,
)
from answerable.core.entries.members import Stance
from answerable.core.entries.process import PolicyChange
from answerable.core.state import NotOpenedError, fold
from tests.core.examples import ADA, BO, CONTACT, EVE, OPENED_ON, SOL, SOME_ID, day
from tests.core.logbook import Log


def test_without_an_opening_there_is_no_state() -> None:
    """A circle that was not given the opening yet is told so by type."""
    with pytest.raises(NotOpenedError):
        fold(())


def test_the_opening_says_what_the_process_is() -> None:
    """Codename, name of X, language, zone and day come from the first entry."""
    process = Log().state().process
    assert (process.codename, process.person_x, process.language, process.zone) == (
        "Linden",
        "X",
        "en",
        "Europe/Vienna",
    )
    assert (process.opened_on, process.founder) == (OPENED_ON, ADA)
    assert process.presence == {
        Role.CONTACT: Presence.HERE,
        Role.SUPPORT: Presence.MAIL,
        Role.SUPERVISION: Presence.NOT_YET,
    }


def test_a_process_opens_once() -> None:
    """A second opening does not take the process over; a correction of the first one mends it."""
    log = Log()
    log.add(BO, ProcessOpened, codename="Poplar")
    assert log.state().process.codename == "Linden"
    log.add(BO, ProcessOpened, codename="Poplar", corrects=SOME_ID)
    assert [one.why for one in log.state().does_not_fit] == ["opened-twice", "opened-twice"]
    log.add(BO, ProcessOpened, codename="Lime", corrects=log.filed[0].entry_id)
    assert log.state().process.codename == "Lime"


def test_the_opening_cannot_be_taken_out() -> None:
    """The process would no longer stand; such a taking out does not fit (R60)."""
    log = Log()
    log.add(ADA, TakenOut, entry=log.filed[0].entry_id)
    assert log.state().process.codename == "Linden"
    assert [one.why for one in log.state().does_not_fit] == ["lasting"]


def test_a_circle_comes_and_goes() -> None:
    """The newest word on a circle's presence counts (R64)."""
    log = Log()
    log.add(ADA, PresenceSet, role=Role.SUPPORT, state=Presence.HERE)
    assert log.state().process.support is Presence.HERE
    log.add(ADA, PresenceSet, role=Role.SUPPORT, state=Presence.MAIL)
    assert log.state().process.support is Presence.MAIL


def test_the_newest_words_count() -> None:
    """The support circle's own choice follows a copied one (C5)."""
    log = Log()
    log.add(ADA, WordsChosen)
    newest = log.add(SOL, WordsChosen, copied=None)
    words = log.state().process.words
    assert words is not None
    assert words.entry_id == newest


def test_a_policy_counts_from_its_day() -> None:
    """Before its day the one before counts; a change leaves the other numbers alone (R4)."""
    log = Log()
    log.add(ADA, PolicySet, change=PolicyChange(update_every_months=6), from_on=day(6, 1))
    log.add(ADA, PolicySet, change=PolicyChange(contact_every_months=2), from_on=day(3, 1))
    policies = log.state().process.policies
    assert policy_on(policies, day(2, 28)) == DEFAULT_POLICY
    assert policy_on(policies, day(3, 1)).contact_every_months == 2
    late = policy_on(policies, day(6, 1))
    assert (late.contact_every_months, late.update_every_months) == (2, 6)
    assert len(log.state().process.policy_changes) == 2


def test_boundaries_keep_their_history() -> None:
    """Every version of the list stays to be seen (R25)."""
    log = Log()
    first = log.add(ADA, BoundarySet)
    second = log.add(BO, BoundarySet, can=("ask", "write"))
    assert [one.entry_id for one in log.state().process.boundaries] == [first, second]


def test_a_member_renews_her_term() -> None:
    """A later entry of hers moves the end, not the day she came (R20)."""
    log = Log()
    log.add(ADA, MemberNamed)
    log.add(ADA, MemberNamed, joined_on=day(9, 9), until_on=date(2028, 1, 5))
    ada = log.state().members[ADA]
    assert (ada.joined_on, ada.until_on, ada.roles, ada.is_active) == (OPENED_ON, date(2028, 1, 5), CONTACT, True)


def test_nobody_names_another() -> None:
    """Bo cannot write Ada's name and term."""
    log = Log()
    log.add(BO, MemberNamed, user=ADA)
    assert log.state().members == {}
    assert [one.why for one in log.state().does_not_fit] == ["not-herself"]


def test_a_stance_belongs_to_its_author() -> None:
    """The newest word of each member on the statement shows with her (R15)."""
    log = Log()
    log.add(ADA, MemberNamed)
    assert log.state().members[ADA].stance is None
    log.add(ADA, StanceAffirmed)
    log.add(ADA, StanceAffirmed, stance=Stance.STANDS, sentences=())
    stance = log.state().members[ADA].stance
    assert stance is not None
    assert stance.entry.stance is Stance.STANDS


def test_who_left_is_no_member_until_she_comes_back() -> None:
    """Leaving is written down by others or by her; naming herself again brings her back (R21)."""
    log = Log()
    log.add(EVE, MemberNamed, user=EVE)
    left = log.add(ADA, MemberLeft)
    eve = log.state().members[EVE]
    assert eve.left is not None
    assert (eve.left.entry_id, eve.is_active) == (left, False)
    log.add(EVE, MemberNamed, user=EVE)
    assert log.state().members[EVE].is_active


def test_the_leaving_of_somebody_unknown_is_not_lost() -> None:
    """Where her name cannot be read here, her leaving is listed as unplaced."""
    log = Log()
    left = log.add(ADA, MemberLeft)
    assert [one.entry_id for one in log.state().unplaced] == [left]


def test_a_new_identity_follows_the_old_one() -> None:
    """Who lost her keys comes back as another user; the old one is no member any more."""
    log = Log()
    log.add(EVE, MemberNamed, user=EVE)
    log.add(BO, MemberNamed, user=BO, before=EVE)
    members = log.state().members
    assert (members[EVE].followed_by, members[EVE].is_active) == (BO, False)
    assert members[BO].is_active


def test_invitations_are_kept_for_their_circle() -> None:
    """Whoever can read an invitation can compare its code."""
    log = Log()
    log.add(ADA, Invitation)
    assert [one.entry.circle for one in log.state().invitations] == [Role.SUPPORT]

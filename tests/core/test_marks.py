"""Marks: what was not as agreed shows, and nothing is refused for it."""

from answerable.core.circles import Presence, Role
from answerable.core.entries import (
    AgreementAnswered,
    AgreementMade,
    ContactAttempted,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    DemandReplaced,
    DemandWithdrawn,
    MemberLeft,
    NoFurtherContact,
    NoteKept,
    PresenceSet,
    TalkNoted,
    ToldByX,
    UpdateDrafted,
    UpdateHandedOver,
    UpdateRead,
)
from answerable.core.entries.base import Outcome, Source
from answerable.core.entries.demands import HisAnswer
from answerable.core.marks import CLOCK_TOLERANCE_SECONDS, RULE_OF, Mark, MarkCode, marks
from answerable.core.state import Filed, fold
from tests.core.examples import ADA, BO, CONTACT, COPIED, SOL, SOME_HASH, SOME_ID, START, day
from tests.core.logbook import Log, example


def codes(log: Log, entry_id: bytes) -> list[MarkCode]:
    """Return what an entry of a log is marked with."""
    return [mark.code for mark in marks(log.state(), log.last(entry_id))]


def pass_on(log: Log, demand: bytes, month: int, answer: HisAnswer | None = None) -> bytes:
    """Have Ada pass a demand on in its own words, with a date to answer by."""
    return log.add(ADA, DemandPassedOn, demand=demand, text_hash=log.hash_of(demand), on=day(month, 3), answer=answer)


def test_every_mark_names_its_requirement() -> None:
    """A reader can look up what is asked for."""
    assert set(RULE_OF) == set(MarkCode)


def test_a_deed_as_agreed_has_no_mark() -> None:
    """A contact, a demand passed on in its words."""
    log = Log()
    assert codes(log, log.add(ADA, ContactReached)) == []
    assert codes(log, pass_on(log, log.add(SOL, DemandRaised), 2)) == []
    assert codes(log, log.filed[0].entry_id) == []


def test_a_talk_is_marked_with_what_it_came_after() -> None:
    """Nothing said that they know, or they had said that they want none: shown, never refused (R36, R44)."""
    log = Log()
    first = log.add(ADA, TalkNoted)
    second = log.add(ADA, TalkNoted)
    log.add(ADA, NoFurtherContact, label="Shared flat")
    third = log.add(ADA, TalkNoted)
    log.add(ADA, ToldByX, label="Choir")
    fourth = log.add(ADA, TalkNoted, label="Choir")
    assert [codes(log, one) for one in (first, second, third, fourth)] == [
        [MarkCode.NOBODY_SAID_THEY_KNOW],
        [],
        [MarkCode.NO_CONTACT_WANTED],
        [],
    ]


def test_the_second_new_date_is_marked() -> None:
    """One the group may grant, a second needs a decision (R26)."""
    log = Log()
    first = log.add(ADA, ContactAttempted)
    second = log.add(ADA, ContactAttempted, new_date_for=first)
    third = log.add(ADA, ContactAttempted, new_date_for=second)
    assert (codes(log, first), codes(log, second)) == ([], [])
    assert marks(log.state(), log.last(third)) == (Mark(MarkCode.SECOND_NEW_DATE, "R26"),)


def test_new_dates_that_name_each_other_end() -> None:
    """A row that leads in a circle, or to no attempt, is followed backwards only."""
    log = Log()
    me = (1000 + log.size).to_bytes(16, "big")
    assert codes(log, log.add(ADA, ContactAttempted, new_date_for=me)) == []
    assert codes(log, log.add(ADA, ContactAttempted, new_date_for=log.filed[0].entry_id)) == []
    assert codes(log, log.add(ADA, ContactAttempted, new_date_for=SOME_ID)) == []


def test_an_agreement_with_a_second_new_date_is_marked() -> None:
    """Replaced twice with a date; without one nothing was granted."""
    log = Log()
    first = log.add(ADA, AgreementMade)
    second = log.add(ADA, AgreementMade, replaces=first)
    third = log.add(ADA, AgreementMade, replaces=second)
    fourth = log.add(ADA, AgreementMade, replaces=third, by_on=None)
    found = [codes(log, one) for one in (first, second, third, fourth)]
    assert found == [[], [], [MarkCode.SECOND_NEW_DATE], []]


def test_an_agreement_that_was_corrected_has_no_mark_of_its_own() -> None:
    """Only what stands is marked."""
    log = Log()
    first = log.add(ADA, AgreementMade)
    log.add(ADA, AgreementMade, corrects=first)
    assert codes(log, first) == []


def test_a_demand_asked_again_and_again_without_answer_is_marked() -> None:
    """The third date for the same demand is a second new one; an answer between begins anew (R26)."""
    log = Log()
    demand = log.add(SOL, DemandRaised)
    evaded = HisAnswer(outcome=Outcome.EVADED, text="Later.")
    pass_on(log, demand, 2)
    pass_on(log, demand, 3, evaded)
    third = pass_on(log, demand, 4, HisAnswer(outcome=Outcome.REFUSED, text="No."))
    fourth = pass_on(log, demand, 5)
    assert (codes(log, third), codes(log, fourth)) == ([MarkCode.SECOND_NEW_DATE], [])


def test_passing_on_without_a_date_grants_none() -> None:
    """It neither is nor counts as a new date."""
    log = Log()
    demand = log.add(SOL, DemandRaised)
    words = log.hash_of(demand)
    passed_on = [
        log.add(ADA, DemandPassedOn, demand=demand, text_hash=words, on=day(month, 3), answer_by_on=None)
        for month in (2, 3, 4)
    ]
    assert codes(log, passed_on[-1]) == []
    assert codes(log, pass_on(log, demand, 5)) == []


def test_a_copy_passed_on_before_it_was_read_is_marked() -> None:
    """A later reading does not undo that (R64)."""
    log = Log()
    demand = log.add(ADA, DemandRaised, copied=COPIED)
    early = pass_on(log, demand, 2)
    assert codes(log, early) == [MarkCode.COPY_NOT_READ]
    log.read(BO, demand)
    assert codes(log, early) == [MarkCode.COPY_NOT_READ]
    assert codes(log, pass_on(log, demand, 3)) == []


def test_other_words_are_marked() -> None:
    """Word for word is asked for (R30)."""
    log = Log()
    demand = log.add(SOL, DemandRaised)
    assert codes(log, log.add(ADA, DemandPassedOn, demand=demand, text_hash=SOME_HASH)) == [MarkCode.OTHER_WORDING]


def test_an_overtaken_wording_is_marked() -> None:
    """The older version was passed on after the newer one counted (R2)."""
    log = Log()
    demand = log.add(SOL, DemandRaised)
    before = pass_on(log, demand, 2)
    log.add(ADA, DemandReplaced, replaces=demand, copied=COPIED)
    unread = pass_on(log, demand, 3)
    log.add(SOL, DemandReplaced, replaces=demand)
    after = log.add(ADA, DemandPassedOn, demand=demand, text_hash=log.hash_of(demand), answer_by_on=None, on=day(4, 3))
    assert (codes(log, before), codes(log, unread), codes(log, after)) == ([], [], [MarkCode.NOT_CURRENT])


def test_passing_on_what_was_withdrawn_is_marked() -> None:
    """What was passed on before its withdrawal is not (R2)."""
    log = Log()
    demand = log.add(SOL, DemandRaised)
    before = pass_on(log, demand, 2)
    log.add(SOL, DemandWithdrawn, withdraws=demand)
    assert (codes(log, before), codes(log, pass_on(log, demand, 3))) == ([], [MarkCode.NOT_CURRENT])


def test_a_withdrawal_that_does_not_count_yet_marks_nothing() -> None:
    """One member's copy of a withdrawal does not stop the demand."""
    log = Log()
    demand = log.add(SOL, DemandRaised)
    log.add(ADA, DemandWithdrawn, withdraws=demand, copied=COPIED)
    assert codes(log, pass_on(log, demand, 3)) == []


def test_an_update_handed_over_unread_is_marked() -> None:
    """A reading afterwards does not undo that (R53)."""
    log = Log()
    draft = log.add(ADA, UpdateDrafted)
    other = log.add(ADA, UpdateDrafted)
    handed = log.add(ADA, UpdateHandedOver, draft=draft)
    log.add(BO, UpdateRead, draft=draft, text_hash=log.hash_of(draft))
    assert codes(log, handed) == [MarkCode.HANDED_OVER_UNREAD]
    log.add(BO, UpdateRead, draft=other, text_hash=log.hash_of(other))
    assert codes(log, log.add(ADA, UpdateHandedOver, draft=other)) == []


def test_who_cannot_see_the_drafts_sees_no_mark() -> None:
    """Sol cannot know whether somebody read it."""
    log = Log()
    assert codes(log, log.add(ADA, UpdateHandedOver)) == []


def test_what_was_looked_up_is_marked() -> None:
    """Wherever a source is named (R42)."""
    log = Log()
    looked_up = {"source": Source.LOOKED_UP, "x_may_learn": False}
    found = [
        log.add(ADA, NoteKept, shows=None, **looked_up),
        log.add(ADA, ToldByX, **looked_up),
        log.add(ADA, AgreementAnswered, source=Source.LOOKED_UP),
    ]
    assert [codes(log, one) for one in found] == [[MarkCode.LOOKED_UP]] * 3
    assert codes(log, log.add(ADA, ToldByX)) == []


def test_a_leaving_nobody_told_the_support_circle_of_is_marked() -> None:
    """Where it is here it reads the entry itself (R21)."""
    log = Log()
    silent = log.add(ADA, MemberLeft, told_support=None)
    assert codes(log, silent) == [MarkCode.SUPPORT_NOT_TOLD]
    assert codes(log, log.add(ADA, MemberLeft)) == []
    log.add(ADA, PresenceSet, role=Role.SUPPORT, state=Presence.HERE)
    assert codes(log, silent) == []


def test_a_clock_that_went_back_is_marked() -> None:
    """More than clocks of two devices differ; the entry is accepted (entries.md, Time)."""
    opened = Filed(b"0" * 16, 0, ADA, CONTACT, Log().filed[0].entry)
    at = START - CLOCK_TOLERANCE_SECONDS
    near = Filed(b"1" * 16, 1, ADA, CONTACT, example(ContactReached, at=at))
    state = fold([opened, near])
    assert marks(state, near) == ()
    far = Filed(b"1" * 16, 1, ADA, CONTACT, example(ContactReached, at=at - 1))
    assert marks(fold([opened, far]), far) == (Mark(MarkCode.CLOCK_WENT_BACK, "C2"),)

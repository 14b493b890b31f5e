"""Who may make what, who reads it, who may correct and take out."""

import pytest

from answerable.core.audiences import (
    RULES,
    TAKE_OUT_SECONDS,
    AudienceError,
    addressed,
    audience_of,
    default_readers,
    may_correct,
    may_make,
    may_read,
    may_take_out,
    needs_second_reader,
)
from answerable.core.circles import Presence, Role
from answerable.core.entries import (
    BoundarySet,
    ContactReached,
    DemandPassedOn,
    DemandRaised,
    DutyTaken,
    Entry,
    MemberNamed,
    NoteKept,
    ObjectionRaised,
    ProcessOpened,
    QuestionAsked,
    ReadAgainstSource,
    SoonNoted,
    StanceAffirmed,
    UpdateHandedOver,
)
from answerable.core.entries.base import Source
from answerable.core.entries.codec import KINDS, kind_of
from tests.core.examples import ADA, BO, CONTACT, COPIED, EXAMPLES, START, SUPERVISION, SUPPORT
from tests.core.logbook import example

HERE = dict.fromkeys(Role, Presence.HERE)

# The table of entries.md once more, by hand: who makes it in own words, who by copying, who reads it.
TABLE = {
    "process-opened": ("C", "", "CSV"),
    "presence-set": ("C", "", "CSV"),
    "words-chosen": ("S", "C", "CSV"),
    "policy-set": ("C", "", "CSV"),
    "quorum-set": ("C", "", "CSV"),
    "boundary-set": ("C", "", "CSV"),
    "member-named": ("CSV", "", "CSV"),
    "stance-affirmed": ("CSV", "", "own"),
    "invitation": ("CSV", "", "own"),
    "member-left": ("C", "", "CS"),
    "document-added": ("S", "C", "CS"),
    "read-against-source": ("C", "", "entry"),
    "demand-raised": ("S", "C", "CSV"),
    "demand-replaced": ("S", "C", "CSV"),
    "demand-withdrawn": ("S", "C", "CSV"),
    "demand-passed-on": ("C", "", "CS"),
    "contact-reached": ("C", "", "C"),
    "contact-attempted": ("C", "", "C"),
    "note-beside": ("C", "", "C"),
    "sent-by-x": ("C", "", "C"),
    "sent-sorted": ("C", "", "C"),
    "pause-taken": ("C", "", "CS"),
    "pause-ended": ("C", "", "CS"),
    "meeting-missed": ("C", "", "C"),
    "told-by-x": ("C", "", "C"),
    "note-kept": ("C", "", "C"),
    "agreement-made": ("C", "", "C"),
    "agreement-answered": ("C", "", "C"),
    "mailbox-looked-at": ("C", "", "C"),
    "duty-taken": ("C", "", "C"),
    "duty-declined": ("C", "", "C"),
    "update-drafted": ("C", "", "C"),
    "update-read": ("C", "", "C"),
    "update-handed-over": ("C", "", "CSV"),
    "question-asked": ("CS", "C", "CS"),
    "question-answered": ("CS", "C", "CS"),
    "objection-raised": ("SV", "C", "CSV"),
    "objection-answered": ("C", "", "CSV"),
    "soon-agreed": ("S", "C", "CS"),
    "soon-noted": ("C", "", ""),
    "soon-handed-on": ("C", "", ""),
    "soon-answered": ("CS", "", ""),
    "taken-out": ("CSV", "", "entry"),
    "aside-taken-out": ("CSV", "", ""),
    "alarm-noted": ("C", "", "CSV"),
    "may-tell-set": ("S", "C", "CS"),
    "may-tell-stopped": ("S", "CV", "CSV"),
    "may-tell-confirmed": ("S", "C", "CS"),
    "may-tell-asked": ("C", "", "CS"),
    "reach-chosen": ("S", "C", "CS"),
    "parent-decided": ("S", "C", "CSV"),
    "parent-heard": ("CS", "", "CS"),
    "answers-reported": ("C", "", "CS"),
    "agreement-followed": ("C", "", "C"),
    "change-noted": ("C", "", "C"),
    "looked-again": ("C", "", "C"),
    "around-noted": ("C", "", "C"),
    "talk-noted": ("C", "", "C"),
    "ask-answered": ("C", "", "C"),
    "no-further-contact": ("C", "", "C"),
    "who-hears": ("C", "", "C"),
    "decision-proposed": ("C", "", "CSV"),
    "position-taken": ("C", "", "C"),
    "decision-reached": ("C", "", "CSV"),
    "decision-confirmed": ("C", "", "CSV"),
    "decision-questioned": ("C", "", "C"),
    "indicators-taken-on": ("C", "", "CSV"),
    "indicator-noted": ("C", "", "C"),
    "protected-words": ("S", "", "S"),
    "protected-hashes": ("S", "C", "CSV"),
    "text-checked": ("C", "", "CS"),
    "outgoing-read": ("C", "", "C"),
    "decision-about": ("C", "", "C"),
    "non-cooperation-noted": ("C", "", "C"),
    "step-taken": ("C", "", "C"),
    "step-answered": ("C", "", "C"),
    "concern-moved": ("C", "", "C"),
    "circulation-set": ("S", "C", "CS"),
    "file-added": ("CS", "", "CS"),
    "views-named": ("C", "", "CSV"),
    "worksheet-kept": ("C", "", "C"),
    "notice-given": ("C", "", "C"),
    "notice-answered": ("C", "", "C"),
    "supervision-asked": ("C", "", "CV"),
    "telling-planned": ("C", "", "C"),
    "telling-confirmed": ("C", "", "C"),
    "people-told": ("C", "", "CS"),
}
LETTERS = {"C": Role.CONTACT, "S": Role.SUPPORT, "V": Role.SUPERVISION}


def roles_of(letters: str) -> frozenset[Role]:
    """Return the circles that the letters of the table stand for."""
    return frozenset(LETTERS[letter] for letter in letters)


def test_every_kind_has_its_rule() -> None:
    """No kind can be added without saying who may make and read it."""
    assert set(RULES) == set(KINDS)
    assert len(TABLE) == len(KINDS)


@pytest.mark.parametrize("entry", EXAMPLES, ids=kind_of)
def test_who_may_make_it(entry: Entry) -> None:
    """Each circle may make exactly the kinds that the table gives it, copies only where it says so."""
    by, copied_by, _readers = TABLE[kind_of(entry)]
    for role in Role:
        alone = frozenset({role})
        assert may_make(type(entry), alone) is (role in roles_of(by))
        assert may_make(type(entry), alone, copied=True) is (role in roles_of(by) | roles_of(copied_by))


@pytest.mark.parametrize("entry", EXAMPLES, ids=kind_of)
def test_who_reads_it_by_default(entry: Entry) -> None:
    """Each kind is meant for the circles of the table; two follow their author, two their entry, asides no circle."""
    readers = TABLE[kind_of(entry)][2]
    expected = {"own": CONTACT, "entry": SUPPORT | CONTACT}.get(readers) or roles_of(readers)
    assert default_readers(entry, CONTACT, of=SUPPORT | CONTACT) == expected


def test_what_was_looked_up_comes_to_supervision() -> None:
    """A note whose source is a search is read by supervision as well (R42)."""
    note = example(NoteKept, source=Source.LOOKED_UP, x_may_learn=False, shows=None)
    assert addressed(note, CONTACT).meant_for == (Role.CONTACT, Role.SUPERVISION)


def test_an_author_may_show_a_passing_on_to_supervision() -> None:
    """Where the kind allows it, the author adds a circle."""
    assert Role.SUPERVISION in addressed(example(DemandPassedOn), CONTACT, also=SUPERVISION).meant_for


def test_support_never_sees_what_is_the_contact_circles_alone() -> None:
    """A contact cannot be addressed to the support circle."""
    with pytest.raises(AudienceError) as refused:
        addressed(example(ContactReached), CONTACT, also=SUPPORT)
    assert (refused.value.shown_to, refused.value.kept_from) == (SUPPORT, frozenset())


def test_nobody_narrows_what_others_are_owed() -> None:
    """The support circle cannot be left out of an update."""
    with pytest.raises(AudienceError) as refused:
        addressed(example(UpdateHandedOver), CONTACT, without=SUPPORT)
    assert (refused.value.shown_to, refused.value.kept_from) == (frozenset(), SUPPORT)


def test_supervision_can_be_unticked_for_an_update() -> None:
    """An update may do without supervision (R53)."""
    sent = addressed(example(UpdateHandedOver), CONTACT, without=SUPERVISION)
    assert sent.meant_for == (Role.CONTACT, Role.SUPPORT)


def test_an_absent_circle_stays_named_and_is_not_sealed_to() -> None:
    """What is meant for a circle that is not here keeps it in `meant_for` until it comes (R64)."""
    demand = addressed(example(DemandRaised), CONTACT)
    presence = HERE | {Role.SUPPORT: Presence.MAIL, Role.SUPERVISION: Presence.NOT_YET}
    assert audience_of(demand, presence) == CONTACT
    assert Role.SUPPORT in demand.meant_for


def test_the_circles_here_can_be_sealed_to() -> None:
    """With everybody here, an entry goes to all it is meant for."""
    assert audience_of(addressed(example(DemandRaised), SUPPORT), HERE) == CONTACT | SUPPORT | SUPERVISION


def test_who_is_meant_reads() -> None:
    """An entry is for the circles it names and for no other."""
    contact = example(ContactReached)
    assert may_read(contact, CONTACT | SUPERVISION)
    assert not may_read(contact, SUPPORT)


def test_an_aside_is_read_by_whom_it_names_whatever_her_circles() -> None:
    """No circle, not even supervision where something was looked up; nobody can add one (R66)."""
    note = example(SoonNoted, source=Source.LOOKED_UP)
    assert addressed(note, CONTACT).meant_for == ()
    assert may_read(note, CONTACT, ADA)
    assert not may_read(note, CONTACT | SUPPORT | SUPERVISION, BO)
    assert not may_read(note, CONTACT | SUPPORT | SUPERVISION)
    with pytest.raises(AudienceError):
        addressed(note, CONTACT, also=CONTACT)


def test_a_members_copy_of_a_demand_needs_a_second_reader() -> None:
    """Words of an absent circle count after somebody else read them; its own words at once (R64)."""
    copy = example(DemandRaised, copied=COPIED)
    assert needs_second_reader(copy, CONTACT)
    assert not needs_second_reader(copy, SUPPORT)
    assert not needs_second_reader(example(DemandRaised), SUPPORT)


def test_a_copied_question_is_the_support_circles() -> None:
    """The contact circle asks questions itself; a copy is still somebody else's words."""
    assert needs_second_reader(example(QuestionAsked, copied=COPIED), CONTACT)
    assert not needs_second_reader(example(QuestionAsked), CONTACT)


def test_members_correct_each_other_within_a_circle() -> None:
    """Bo mends what Ada wrote down of a contact; a supporter does not."""
    assert may_correct(ContactReached, ours=False, own_words=True, corrected=CONTACT, by=CONTACT)
    assert not may_correct(ContactReached, ours=False, own_words=True, corrected=CONTACT, by=SUPPORT)


def test_the_contact_circle_cannot_soften_a_demand() -> None:
    """Not even somebody of both circles opens the way for a member to rewrite the support circle's words (R2)."""
    assert not may_correct(DemandRaised, ours=False, own_words=True, corrected=SUPPORT | CONTACT, by=CONTACT)
    assert may_correct(DemandRaised, ours=False, own_words=True, corrected=SUPPORT, by=SUPPORT)


def test_a_copy_is_corrected_by_copying_again_or_by_whose_words_they_are() -> None:
    """A copied demand counts until the circle it came from corrects it (R64); supervision has no hand in it."""
    assert may_correct(DemandRaised, ours=False, own_words=False, corrected=CONTACT, by=CONTACT)
    assert may_correct(DemandRaised, ours=False, own_words=False, corrected=CONTACT, by=SUPPORT)
    assert not may_correct(DemandRaised, ours=False, own_words=False, corrected=CONTACT, by=SUPERVISION)


def test_what_is_personal_only_its_author_corrects() -> None:
    """Nobody writes another's name or takes a duty for her."""
    assert may_correct(MemberNamed, ours=True, own_words=True, corrected=CONTACT, by=CONTACT)
    assert not may_correct(DutyTaken, ours=False, own_words=True, corrected=CONTACT, by=CONTACT)
    assert may_correct(BoundarySet, ours=True, own_words=True, corrected=CONTACT, by=CONTACT)


def test_own_words_can_be_taken_out_for_seven_days() -> None:
    """Until the last second of the seventh day, by their author, not by others (R11)."""
    contact = example(ContactReached)
    end = START + TAKE_OUT_SECONDS
    assert may_take_out(contact, author=ADA, user=ADA, now=end)
    assert not may_take_out(contact, author=ADA, user=ADA, now=end + 1)
    assert not may_take_out(contact, author=ADA, user=BO, now=START)


def test_what_the_process_stands_on_is_not_taken_out() -> None:
    """Without its opening there would be no process; without readings no copy would count."""
    assert not may_take_out(example(ProcessOpened), author=ADA, user=ADA, now=START)
    assert not may_take_out(example(ReadAgainstSource), author=ADA, user=ADA, now=START)
    assert may_take_out(example(ObjectionRaised), author=ADA, user=ADA, now=START)


def test_a_stance_is_read_by_ones_own_circle() -> None:
    """Sol's stance is for the support circle alone."""
    assert addressed(example(StanceAffirmed), SUPPORT).meant_for == (Role.SUPPORT,)

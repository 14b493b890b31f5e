"""Words that leave: who has read exactly them, who looked at protected ones, what waits for that (R12)."""

from msgspec import structs

from answerable.core import marks, outgoing
from answerable.core.defaults.steps import Step
from answerable.core.duties import Code, due
from answerable.core.entries import (
    ContactAttempted,
    DecisionProposed,
    DecisionQuestioned,
    DecisionReached,
    NonCooperationNoted,
    NoteKept,
    NoticeGiven,
    OutgoingRead,
    PeopleTold,
    StepTaken,
    TellingPlanned,
    UpdateDrafted,
    UpdateHandedOver,
    UpdateRead,
)
from answerable.core.entries.updates import HandedOver
from answerable.core.gates import Next, Open, Shut, Why, hand_over_update
from answerable.core.marks import MarkCode
from answerable.core.state import Filed
from tests.core.datebook import Datebook, opened, protect, settled
from tests.core.examples import ADA, BO, CAY, SENTENCES

LONG = "We met him twice, and he told us that he has moved out of the Lindenhof, where Jonas Weber lives."
SAYS_IT = structs.replace(SENTENCES, contact=LONG)


def look(book: Datebook, entry: bytes, by: bytes) -> None:
    """Have somebody read words that leave, and say that all protected ones have to stay."""
    leaving = outgoing.at(book.state(), entry)
    assert leaving is not None
    book.add(by, OutgoingRead, entry=entry, text_hash=leaving.text_hash, stays=leaving.found)


def decided(book: Datebook, tell: str = LONG) -> tuple[bytes, bytes]:
    """Have Ada write down an outcome with reasons to tell, and what people asked about it."""
    proposal = book.add(ADA, DecisionProposed)
    outcome = book.add(ADA, DecisionReached, proposal=proposal, tell=tell)
    asked = book.add(BO, DecisionQuestioned, decision=outcome, answer="" if not tell else "We said no more than that.")
    return outcome, asked


def shut_by(book: Datebook, draft: bytes) -> list[tuple[Why, tuple[bytes, ...], int]]:
    """Return why a draft cannot be handed over, who is asked, and how many words it is about."""
    gate = hand_over_update(book.state(), draft, HandedOver.PRINTED)
    return [(one.why, one.people, one.count) for one in gate.reasons] if isinstance(gate, Shut) else []


def test_protected_words_are_looked_at_by_author_and_second_reader() -> None:
    """Each says that they have to stay; a list made later asks again."""
    book = settled()
    protect(book, "Lindenhof")
    draft = book.add(ADA, UpdateDrafted, sentences=SAYS_IT)
    book.add(BO, UpdateRead, draft=draft, text_hash=book.hash_of(draft))
    by_ada, by_others = (Why.PROTECTED_WORDS, (ADA,), 1), (Why.PROTECTED_WORDS, (BO, CAY), 1)
    assert shut_by(book, draft) == [by_ada, by_others]
    gate = hand_over_update(book.state(), draft, HandedOver.PRINTED)
    assert isinstance(gate, Shut)
    assert {(one.next, one.r, one.entry) for one in gate.reasons} == {(Next.LOOK_AT, "R12", draft)}
    look(book, draft, ADA)
    assert shut_by(book, draft) == [by_others]
    look(book, draft, BO)
    assert hand_over_update(book.state(), draft, HandedOver.PRINTED) == Open()
    protect(book, "Lindenhof", "Jonas Weber")
    assert [(why, count) for why, _people, count in shut_by(book, draft)] == [(Why.PROTECTED_WORDS, 2)] * 2


def test_a_look_at_other_words_counts_for_nothing() -> None:
    """A new draft is looked at anew."""
    book = settled()
    protect(book, "Lindenhof")
    first = book.add(ADA, UpdateDrafted, sentences=SAYS_IT)
    leaving = outgoing.at(book.state(), first)
    assert leaving is not None
    draft = book.add(ADA, UpdateDrafted, sentences=structs.replace(SAYS_IT, demands="More."))
    book.add(ADA, OutgoingRead, entry=draft, text_hash=leaving.text_hash, stays=1)
    assert (Why.PROTECTED_WORDS, (ADA,), 1) in shut_by(book, draft)


def test_who_is_alone_looks_herself() -> None:
    """The second reader is missing anyway."""
    book = opened()
    book.join(ADA)
    protect(book, "Lindenhof")
    draft = book.add(ADA, UpdateDrafted, sentences=SAYS_IT)
    look(book, draft, ADA)
    assert shut_by(book, draft) == [(Why.NOBODY_TO_READ, (), 0)]


def test_a_hand_over_that_nobody_looked_at_is_marked() -> None:
    """What two looked at is not, nor what was protected only later, nor what the support circle cannot see."""
    book = settled()
    draft = book.add(ADA, UpdateDrafted, sentences=SAYS_IT)
    book.add(BO, UpdateRead, draft=draft, text_hash=book.hash_of(draft))
    before = book.add(ADA, UpdateHandedOver, draft=draft, sentences=SAYS_IT)
    protect(book, "Lindenhof")
    after = book.add(ADA, UpdateHandedOver, draft=draft, sentences=SAYS_IT)
    look(book, draft, ADA)
    one_looked = book.add(ADA, UpdateHandedOver, draft=draft, sentences=SAYS_IT)
    look(book, draft, BO)
    both = book.add(ADA, UpdateHandedOver, draft=draft, sentences=SAYS_IT)
    state = book.state()
    found = [[mark.code for mark in marks.marks(state, book.last(one))] for one in (before, after, one_looked, both)]
    assert found == [[], [MarkCode.WORDS_NOT_LOOKED_AT], [MarkCode.WORDS_NOT_LOOKED_AT], []]


def test_reasons_and_answers_to_people_concerned_wait_for_a_second_member() -> None:
    """A quiet job without a day for those who did not write them, until exactly these words were read."""
    book = settled()
    outcome, asked = decided(book)
    state = book.state()
    assert [one.entry_id for one in outgoing.to_read(state)] == [outcome, asked]
    (job,) = (duty for duty in due(state, book.today) if duty.code is Code.READ_OUTGOING)
    assert (job.r, job.clock, job.facts.count, job.facts.people) == ("R12", None, 2, (ADA, BO, CAY))
    look(book, outcome, ADA)
    assert outcome in {one.entry_id for one in outgoing.to_read(book.state())}
    look(book, outcome, BO)
    look(book, asked, CAY)
    state = book.state()
    assert outgoing.to_read(state) == ()
    assert all(duty.code is not Code.READ_OUTGOING for duty in due(state, book.today))
    leaving = outgoing.at(state, outcome)
    assert leaving is not None
    assert [item.author for item in leaving.readers] == [BO]
    assert leaving.is_settled_by(BO)
    assert leaving.is_settled_by(ADA)
    assert not leaving.is_settled_by(CAY)


def test_who_is_alone_has_no_such_job() -> None:
    """Nobody else could read them."""
    book = opened()
    book.join(ADA)
    proposal = book.add(ADA, DecisionProposed)
    book.add(ADA, DecisionReached, proposal=proposal, tell=LONG)
    state = book.state()
    assert len(outgoing.to_read(state)) == 1
    assert all(duty.code is not Code.READ_OUTGOING for duty in due(state, book.today))


def test_where_nothing_leaves_there_is_nothing_to_read() -> None:
    """A decision without reasons to tell, a note, an entry that is not there."""
    book = settled()
    book.add(ADA, DecisionProposed)
    outcome, asked = decided(book, tell="")
    note = book.add(ADA, NoteKept)
    state = book.state()
    assert outgoing.to_read(state) == ()
    assert [outgoing.at(state, one) for one in (outcome, asked, note, b"\x09" * 16)] == [None] * 4


def test_protected_words_in_reasons_are_looked_at_by_their_author_too() -> None:
    """Without them she has nothing more to do."""
    book = settled()
    outcome, _asked = decided(book)
    leaving = outgoing.at(book.state(), outcome)
    assert leaving is not None
    assert (leaving.found, leaving.is_settled_by(ADA), leaving.waits_for_look_of(ADA)) == (0, True, False)
    protect(book, "Lindenhof")
    leaving = outgoing.at(book.state(), outcome)
    assert leaving is not None
    assert (leaving.found, leaving.is_settled_by(ADA), leaving.waits_for_look_of(ADA)) == (1, False, True)


def test_words_said_to_people_around_x_a_notice_and_a_telling_are_read() -> None:
    """What was said to X himself is noted as it went; what was planned in these words was confirmed with them."""
    book = settled()
    concern = book.add(ADA, NonCooperationNoted, concern=None)
    told = [
        book.add(ADA, StepTaken, concern=concern, step=Step.L4, to=("The choir",), own_words=None, words=LONG),
        book.add(ADA, NoticeGiven, concern=concern, words="Tell them by then.", proof="A line from them."),
        book.add(ADA, PeopleTold, concern=concern, plan=None, words="He has to answer for something."),
    ]
    book.add(ADA, StepTaken, concern=concern, step=Step.L3, to=(), own_words=None, words="We said it to him.")
    book.add(ADA, StepTaken, concern=concern, step=Step.L6, to=("The choir",), own_words=None, words="Tell them.")
    plan = book.add(ADA, TellingPlanned, words="Exactly this.")
    book.add(ADA, PeopleTold, concern=concern, plan=plan, words="Exactly this.")
    assert [one.entry_id for one in outgoing.to_read(book.state())] == told
    assert [one.text for one in outgoing.to_read(book.state())][1] == "Tell them by then.\nA line from them."
    assert outgoing.words_of(book.last(plan).entry) == "Exactly this."


def test_words_that_went_to_x_are_looked_at_where_protected_ones_stand_in_them() -> None:
    """A message or a step to him: a date needs no second reader, what could lead him to her does."""
    book = settled()
    concern = book.add(ADA, NonCooperationNoted, concern=None)
    asked = book.add(ADA, ContactAttempted, asked=LONG)
    step = book.add(ADA, StepTaken, concern=concern, step=Step.L2, to=(), own_words=None, words=LONG)
    book.add(ADA, ContactAttempted, asked=None)
    assert (outgoing.to_read(book.state()), outgoing.at(book.state(), asked)) == ((), None)
    protect(book, "Lindenhof")
    state = book.state()
    assert [(one.entry_id, one.found) for one in outgoing.to_read(state)] == [(asked, 1), (step, 1)]
    assert [check.found for _entry, check in outgoing.checks(state, (filed_anew(book, asked),), now=5)] == [1]
    look(book, asked, BO)
    look(book, step, CAY)
    assert outgoing.to_read(book.state()) == ()


def filed_anew(book: Datebook, entry: bytes) -> Filed:
    """Return a message as it is being kept: with other words than stand already."""
    filed = book.last(entry)
    return structs.replace(filed, entry=structs.replace(filed.entry, asked=f"Once more: {LONG}"))


def test_updates_that_have_gone_are_named_to_who_makes_a_list_later() -> None:
    """Nothing calls them back; the support circle knows in which its words stand."""
    book = settled()
    draft = book.add(ADA, UpdateDrafted, sentences=SAYS_IT)
    gone = book.add(ADA, UpdateHandedOver, draft=draft, sentences=SAYS_IT, sections=())
    book.add(ADA, UpdateHandedOver, draft=draft, sentences=SENTENCES, sections=())
    assert outgoing.gone_out(book.state()) == ()
    protect(book, "Lindenhof")
    assert [item.entry_id for item in outgoing.gone_out(book.state())] == [gone]


def test_each_text_is_checked_once() -> None:
    """Kept again in the same words it is not; nor one that is too short, nor where there is no list."""
    book = settled()
    draft = book.add(ADA, UpdateDrafted, sentences=SAYS_IT)
    new = (book.last(draft),)
    assert list(outgoing.checks(book.state(), new, now=5)) == []
    protect(book, "Lindenhof", "Jonas Weber")
    state = book.state()
    assert list(outgoing.checks(state, new, now=5)) == []
    other = structs.replace(
        new[0], entry=structs.replace(new[0].entry, sentences=structs.replace(SAYS_IT, demands="x"))
    )
    ((entry_id, check),) = outgoing.checks(state, (other,), now=5)
    assert (entry_id, check.found, check.at) == (draft, 2, 5)
    note = book.add(ADA, NoteKept, text=LONG)
    assert list(outgoing.checks(state, (book.last(note),), now=5)) == []

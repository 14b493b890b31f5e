"""People around X, folded: said and confirmed apart, not knowing undoes nothing, final is final (R29, R35, R36)."""

import pytest
from msgspec import structs

from answerable.core.entries import (
    AroundNoted,
    AskAnswered,
    DemandRaised,
    NoFurtherContact,
    TalkNoted,
    ToldByX,
    WhoHears,
)
from answerable.core.entries.around import AroundKind, AskOutcome, FromWhom, Hearing, Hears, Knows, TalkStage
from answerable.core.entries.base import Source
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.state import Around
from tests.core.examples import ADA, SOL, SOME_ID
from tests.core.logbook import Log, example


def people(log: Log) -> tuple[Around, ...]:
    """Return who stands in the table."""
    return log.state().surroundings.people


def noted(log: Log, **fields: object) -> bytes:
    """Write down what they know, without demands."""
    return log.add(ADA, AroundNoted, **{"demands": (), **fields})


def test_accounts_of_one_label_stand_together() -> None:
    """However it is spelled, a label is one; what is newer counts (R29)."""
    log = Log()
    first = log.add(ADA, ToldByX, label="Shared flat", letter=LetterGiven.UNKNOWN)
    second = log.add(ADA, ToldByX, label=" shared  FLAT", letter=LetterGiven.YES)
    log.add(ADA, ToldByX, label="Choir")
    log.add(ADA, ToldByX, label="The choir")
    flat, choir = people(log)
    assert (len(flat.accounts), flat.letter, flat.around_id, choir.label) == (2, LetterGiven.YES, first, "The choir")
    assert flat.ids == {first, second}
    assert log.state().surroundings.labelled("SHARED flat ") == flat
    assert log.state().surroundings.labelled("Climbing group") is None


def test_his_word_is_said_and_anybody_elses_is_seen() -> None:
    """What counts as seen needs a source other than X, and it is not unseen by his next word (R65)."""
    log = Log()
    log.add(ADA, ToldByX)
    assert people(log)[0].word is DemandWord.SAID
    log.add(ADA, ToldByX, confirmed_by="one of the flat")
    log.add(ADA, ToldByX)
    log.add(ADA, ToldByX, label="Choir", source=Source.ORDINARY_LIFE)
    assert [one.word for one in people(log)] == [DemandWord.SEEN, DemandWord.SEEN]


def test_what_he_says_and_what_is_confirmed_stay_apart() -> None:
    """The newest of each is there, and neither takes the place of the other (R29)."""
    log = Log()
    his = log.add(ADA, ToldByX, letter=LetterGiven.YES)
    theirs = noted(log, source=Source.SOMEONE_CAME, letter=LetterGiven.NO)
    (flat,) = people(log)
    assert flat.said is not None
    assert (flat.said.entry_id, [one.entry_id for one in flat.confirmed]) == (his, [theirs])
    assert (flat.knows, flat.from_whom, flat.letter) == (Knows.DEMANDS, FromWhom.HIM, LetterGiven.NO)
    assert flat.he_may_not_learn


def test_not_knowing_undoes_nothing_but_that_they_know_nothing_counts() -> None:
    """Somebody of the flat says that nobody told them: that stands until somebody says otherwise."""
    log = Log()
    log.add(ADA, ToldByX, letter=LetterGiven.YES)
    noted(log, knows=Knows.UNKNOWN, from_whom=None)
    assert (people(log)[0].knows, people(log)[0].letter) == (Knows.PROCESS, LetterGiven.YES)
    noted(log, knows=Knows.NOTHING, from_whom=None, source=Source.SOMEONE_CAME)
    (flat,) = people(log)
    assert (flat.knows, flat.word, flat.from_whom, flat.know, flat.knows_from) == (
        Knows.NOTHING,
        None,
        None,
        False,
        None,
    )
    assert flat.letter is LetterGiven.UNKNOWN
    last = log.add(ADA, ToldByX)
    (flat,) = people(log)
    assert (flat.knows, flat.word, flat.knows_from) == (Knows.PROCESS, DemandWord.SAID, log.last(last).seq)


def test_who_was_told_a_demand_knows_the_demands() -> None:
    """Also where it was noted that they know of the process; either letter holds the demands too."""
    log = Log()
    demand = log.add(SOL, DemandRaised)
    log.add(ADA, AroundNoted, knows=Knows.PROCESS, demands=(demand,))
    log.add(ADA, ToldByX, label="Choir", letter=LetterGiven.YES)
    log.add(ADA, ToldByX, label="Workshop")
    flat, choir, workshop = people(log)
    assert (flat.knows, flat.demands) == (Knows.DEMANDS, (demand,))
    assert [one.know_the_demands for one in (flat, choir, workshop)] == [True, True, False]


@pytest.mark.parametrize(
    ("label", "kind", "single"),
    [
        ("K.", None, True),
        ("K., a friend", None, True),
        ("Choir", None, False),
        ("Robin", AroundKind.PERSON, True),
        ("AG", AroundKind.GROUP, False),
    ],
)
def test_single_people_are_those_of_whom_it_was_said(label: str, kind: AroundKind | None, single: bool) -> None:
    """Where nobody said it, an initial stands for one person (R29)."""
    log = Log()
    if kind is None:
        log.add(ADA, ToldByX, label=label)
    else:
        noted(log, label=label, kind=kind)
    assert people(log)[0].is_one_person is single


@pytest.mark.parametrize("stage", list(TalkStage))
def test_who_is_asked_to_talk_knows_that_there_is_a_process(stage: TalkStage) -> None:
    """Whatever became of it, and we have seen it ourselves."""
    log = Log()
    log.add(ADA, TalkNoted, stage=stage, label="K.", kind=AroundKind.PERSON)
    (friend,) = people(log)
    assert (friend.knows, friend.word, friend.is_one_person) == (Knows.PROCESS, DemandWord.SEEN, True)
    assert friend.he_may_not_learn


def test_an_ask_waits_until_it_is_answered() -> None:
    """At once or later; an answer to a talk that cannot be read here is not lost (R36)."""
    log = Log()
    talk = log.add(ADA, TalkNoted)
    log.add(ADA, TalkNoted, answer=AskOutcome.NO)
    log.add(ADA, TalkNoted, asked=None)
    assert [one.waits for one in people(log)[0].talks] == [True, False, False]
    answer = log.add(ADA, AskAnswered, talk=talk)
    lost = log.add(ADA, AskAnswered, talk=SOME_ID)
    (flat,) = people(log)
    assert [one.waits for one in flat.talks] == [False, False, False]
    assert answer in flat.ids
    assert [one.entry_id for one in log.state().unplaced] == [lost]


def test_a_talk_can_be_offered_to_who_disagrees_until_one_is() -> None:
    """Only to who knows; a newer disagreement counts anew, and no further contact ends it for good (R36)."""
    log = Log()
    noted(log, knows=Knows.UNKNOWN, from_whom=None, disagrees="All of it.")
    assert people(log)[0].talk_to_offer is None
    first = noted(log, disagrees="All of it.")
    assert people(log)[0].talk_to_offer is not None
    assert people(log)[0].talk_to_offer.entry_id == first  # type: ignore[union-attr]  # just seen
    talk = log.add(ADA, TalkNoted, stage=TalkStage.OFFERED, disagrees=None)
    assert people(log)[0].talk_to_offer is None
    second = noted(log, disagrees="Still.")
    assert people(log)[0].talk_to_offer.entry_id == second  # type: ignore[union-attr]  # a newer one
    over = log.add(ADA, NoFurtherContact, label="shared flat")
    (flat,) = people(log)
    assert (flat.talk_to_offer, flat.no_contact is not None) == (None, True)
    assert {talk, over} <= flat.ids
    log.add(ADA, NoFurtherContact, label="shared flat", said="I said so.")
    assert people(log)[0].no_contact.entry_id == over  # type: ignore[union-attr]  # the first word stands


def test_a_demand_is_settled_once_and_done_when_they_were_told() -> None:
    """Rows of labels that are not here are left aside; a demand that cannot be read here is unplaced (R35)."""
    log = Log()
    log.add(ADA, ToldByX)
    demand = log.add(SOL, DemandRaised)
    rows = (Hears(label="shared flat", hearing=Hearing.WE_TELL), Hears(label="Gone", hearing=Hearing.LATER))
    settled = log.add(ADA, WhoHears, demand=demand, rows=rows)
    lost = log.add(ADA, WhoHears, demand=SOME_ID)
    (flat,) = people(log)
    assert [(one.demand, one.hearing, one.done) for one in flat.heard] == [
        (demand, Hearing.WE_TELL, False),
        (SOME_ID, Hearing.HE_TELLS, False),
    ]
    assert log.state().surroundings.settled[demand].entry_id == settled
    assert [one.entry_id for one in log.state().unplaced] == [lost]
    log.add(ADA, AroundNoted, demands=(demand,), from_whom=FromWhom.US, source=Source.ORDINARY_LIFE)
    assert people(log)[0].heard[0].done


WRONG: tuple[tuple[type, dict[str, object]], ...] = (
    (AroundNoted, {"kind": AroundKind.PERSON, "knows": Knows.NOTHING, "from_whom": None, "demands": ()}),
    (AroundNoted, {"kind": AroundKind.PERSON, "knows": Knows.UNKNOWN, "from_whom": None, "demands": ()}),
    (AroundNoted, {"knows": Knows.NOTHING, "demands": ()}),
    (AroundNoted, {"knows": Knows.NOTHING, "from_whom": None}),
    (AroundNoted, {"knows": Knows.UNKNOWN, "from_whom": None, "demands": (), "letter": LetterGiven.YES}),
    (AroundNoted, {"knows": Knows.UNKNOWN, "from_whom": None, "demands": (), "confirmed_by": "R."}),
    (AroundNoted, {"knows": Knows.OPEN}),
    (AroundNoted, {"x_may_learn": True}),
    (TalkNoted, {"asked": None, "answer": AskOutcome.YES}),
    (TalkNoted, {"asked": None, "answered": "Yes."}),
)


@pytest.mark.parametrize(("kind", "fields"), WRONG)
def test_what_may_not_stand_here_cannot_be_made(kind: type, fields: dict[str, object]) -> None:
    """Above all a single person who may know nothing (R35)."""
    with pytest.raises(ValueError):  # noqa: PT011 - the entry's own sentence
        structs.replace(example(kind), **fields)

"""The practice process: it is told by real deeds, seen by each circle as a real one, and thrown away whole."""

from datetime import UTC, datetime

import pytest
from django.apps import apps

from answerable.actions import keeping, practice, record
from answerable.actions.practice import Made
from answerable.actions.reading import OpenProcess, open_process
from answerable.core import duties, marks
from answerable.core.audiences import RULES
from answerable.core.circles import Role
from answerable.core.defaults.practice import around, between_us, contacts, demands, indicators, people
from answerable.core.defaults.steps import Step
from answerable.core.defaults.text import Text
from answerable.core.duties import Code
from answerable.core.duties.lead import ContactCode, UpdateCode, state_sentence
from answerable.core.entries import (
    ContactReached,
    DemandPassedOn,
    DocumentAdded,
    NoteKept,
    ToldByX,
    UpdateDrafted,
    UpdateHandedOver,
    codec,
)
from answerable.core.entries.around import TalkStage
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.surroundings import LetterGiven
from answerable.sealing.identity import Identity
from answerable.store import log
from answerable.web.base import clock
from tests.people import Cast, Person, found, join

pytestmark = pytest.mark.django_db
DAY = 86400
STORY = (around, between_us, contacts, demands, indicators, people)
NOW = int(datetime(2026, 9, 22, 18, 30, tzinfo=UTC).timestamp())
ROLES = {
    Role.CONTACT: ("Noor", "Ines", "Sam", "Jo"),
    Role.SUPPORT: ("Lou", "Mika"),
    Role.SUPERVISION: ("Tove", "Remi"),
}


def tell(language: str = "en", now: int = NOW) -> Made:
    """Make a practice process."""
    return practice.make(language=language, now=now)


def see(made: Made, name: str, *, now: int = NOW) -> OpenProcess:
    """Open it as one of its people."""
    process, _practice = log.process_of_alias(made.alias)
    return open_process(Identity.from_seed(made.seats[name]), process, now=now)


def user(made: Made, name: str) -> bytes:
    """Return somebody's user id."""
    return Identity.from_seed(made.seats[name]).user_id


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    return {
        model.__name__: sorted(tuple(map(_plain, row)) for row in model._default_manager.values_list())
        for model in apps.get_app_config("store").get_models()
    }


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


@pytest.mark.both_databases
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_year_is_told_without_anything_that_does_not_fit(language: str) -> None:
    """Every entry fits the table, opens for each who should read it, and the log is complete."""
    made = tell(language)
    assert [name for names in ROLES.values() for name in names] == list(made.seats)
    for role, names in ROLES.items():
        for name in names:
            opened = see(made, name)
            assert opened.practice
            assert opened.roles == {role}
            assert opened.given
            assert not opened.alarmed
            assert not opened.newer
            assert not opened.state.does_not_fit
            assert not opened.state.unplaced
    process = see(made, "Noor").process
    identity = Identity.from_seed(made.seats["Noor"])
    checked = keeping.check(process, keeping.stored_rows(process), identity=identity)
    assert not checked.altered
    assert not checked.withheld
    assert checked.opened == len(see(made, "Noor").filed)


def test_it_is_some_fifty_saves_over_a_year() -> None:
    """Entries of one save carry one moment; the last one was yesterday, by Sam."""
    made = tell()
    opened = see(made, "Noor")
    moments = sorted({filed.entry.at for filed in opened.filed})
    assert 40 <= len(moments) <= 70
    assert 330 * DAY <= NOW - moments[0] <= 366 * DAY
    assert 0 < NOW - moments[-1] < 2 * DAY
    assert opened.state.timeline[-1].author == user(made, "Sam")


@pytest.mark.parametrize("day", [(2026, 9, 22), (2028, 2, 29), (2027, 5, 31)])
def test_now_stands_as_in_the_mock_on_any_day(day: tuple[int, int, int]) -> None:
    """Contact is in time, the update waits for its reader, three things are due, nothing was not as agreed."""
    now = int(datetime(*day, 0, 20, tzinfo=UTC).timestamp())
    opened = see(tell(now=now), "Noor", now=now)
    state = opened.state
    lead = state_sentence(state, opened.today)
    assert (lead.contact.code, lead.update) == (ContactCode.IN_TIME, UpdateCode.WAITS_FOR_READER)
    assert [duty.code for duty in duties.due(state, opened.today)] == [
        Code.UPDATE,
        Code.DEMANDS,
        Code.TERM,
        Code.WHO_HEARS,
    ]
    assert [demand.word for demand in state.demands] == [
        DemandWord.SAID,
        DemandWord.REFUSED,
        DemandWord.SEEN,
        DemandWord.SEEN,
        DemandWord.SAID,
        DemandWord.NOT_ASKED,
    ]
    assert not [mark for filed in opened.filed for mark in marks.marks(state, filed)]


def test_the_year_holds_what_a_group_meets_with() -> None:
    """Silence, missed meetings, a replaced agreement, a correction, words taken out, an unread draft."""
    opened = see(tell(), "Noor")
    state = opened.state
    assert len(state.contacts.reached) == 5
    assert [one.highest for one in state.concerns] == [Step.L3]
    assert len(state.contacts.attempts) == 3
    assert len(state.contacts.missed) == 2
    assert any(item.entry.made_her_topic for item in state.contacts.reached)
    assert [one.replaced_by is not None for one in state.agreements] == [True, False, False, False, False]
    assert [one.letter for one in state.surroundings.people] == [
        LetterGiven.YES,
        LetterGiven.UNKNOWN,
        LetterGiven.NO,
        LetterGiven.UNKNOWN,
        LetterGiven.UNKNOWN,
        LetterGiven.NO,
    ]
    friend, climbing, organiser = state.surroundings.people[3:]
    assert [talk.item.entry.stage for talk in friend.talks] == [TalkStage.OFFERED, TalkStage.HELD]
    assert friend.talks[1].answers
    assert not climbing.know
    assert organiser.no_contact is not None
    assert len(state.corrected_by) == 1
    assert [stone.taken.why for stone in state.taken_out.values()] == [contacts.HEARSAY_WHY.en]
    assert state.updates.open_draft is not None
    assert not state.updates.open_draft.readings
    assert len(state.updates.handed_over) == 2
    assert all(one.answers for one in state.objections)
    assert [bool(one.answers) for one in state.questions] == [True, False]
    assert state.demands[5].current.readings


def test_a_member_reads_the_german_story_in_german() -> None:
    """No sentence of the English one is left in it."""
    opened = see(tell("de"), "Noor")
    written = b"\0".join(codec.encode(filed.entry) for filed in opened.filed)
    texts = [text for module in STORY for text in vars(module).values() if isinstance(text, Text)]
    found = [text for text in texts if text.de.encode() in written]
    assert len(found) > 50
    assert not [text.en for text in texts if text.en.encode() in written]
    assert opened.state.process.codename == "Linde"


def test_other_circles_read_what_is_theirs_and_no_more() -> None:
    """Support reads the letter, demands, updates and passings on; supervision no letter; neither reads contacts."""
    made = tell()
    kinds = {role: {type(filed.entry) for filed in see(made, names[0]).filed} for role, names in ROLES.items()}
    for_contact_alone = {kind for kind, rule in RULES.items() if rule.readers == {Role.CONTACT}}
    assert {ContactReached, ToldByX, NoteKept, UpdateDrafted} <= for_contact_alone & kinds[Role.CONTACT]
    assert not for_contact_alone & (kinds[Role.SUPPORT] | kinds[Role.SUPERVISION])
    assert {DocumentAdded, DemandPassedOn, UpdateHandedOver} <= kinds[Role.SUPPORT]
    assert {DemandPassedOn, UpdateHandedOver} <= kinds[Role.SUPERVISION]
    assert DocumentAdded not in kinds[Role.SUPERVISION]


def test_what_was_taken_out_is_nowhere_in_the_store() -> None:
    """Its body is destroyed, as in a real process."""
    opened = see(tell(), "Noor")
    gone = next(iter(opened.state.taken_out))
    facts = opened.ledger.entries[gone]
    assert facts.shredded
    assert facts.seq not in log.read_log(opened.process).bodies


@pytest.mark.both_databases
def test_thrown_away_it_leaves_no_row_behind() -> None:
    """Every table is as it was before, also after somebody wrote and kept drafts in it."""
    before = rows()
    made = tell()
    opened = see(made, "Jo", now=clock.now())
    record.keep_draft(opened, "note", {"text": ["half a sentence"]}, now=clock.now())
    assert rows() != before
    practice.throw_away(made.seats.values())
    assert rows() == before


def test_throwing_away_touches_no_other_process(cast: Cast) -> None:
    """Real ones, and the practice of another visitor, stay row by row."""
    mine = tell()
    before = rows()
    practice.throw_away(tell("de").seats.values())
    assert rows() == before
    assert cast.open(cast.ada).state.process.codename == "Linden"
    assert see(mine, "Noor").given


def test_the_next_start_throws_every_practice_process_away(cast: Cast) -> None:
    """What real members have stays."""
    before = rows()
    tell()
    tell("de")
    practice.throw_all_away()
    assert rows() == before


@pytest.mark.parametrize("at_start", [False, True])
def test_what_was_begun_while_practising_goes_too(at_start: bool) -> None:
    """Nobody could open it again; whoever came in by an invitation and has nothing else goes with it."""
    before = rows()
    made = tell()
    noor = Person("Noor", Identity.from_seed(made.seats["Noor"]))
    found(noor, codename="Elm")
    stranger = Person("Stranger")
    assert stranger.account
    ines = Person("Ines", Identity.from_seed(made.seats["Ines"]))
    join(see(made, "Noor").process, stranger, Role.CONTACT, voucher=noor, admitter=ines)
    if at_start:
        practice.throw_all_away()
    else:
        practice.throw_away(made.seats.values())
    assert rows() == before


@pytest.mark.parametrize("at_start", [False, True])
def test_a_real_member_who_looked_in_keeps_what_is_hers(cast: Cast, at_start: bool) -> None:
    """Her account and her own process stay when the practice process that she came into goes."""
    assert cast.ada.account
    before = rows()
    made = tell()
    noor, ines = (Person(name, Identity.from_seed(made.seats[name])) for name in ("Noor", "Ines"))
    join(see(made, "Noor").process, cast.ada, Role.CONTACT, voucher=noor, admitter=ines)
    if at_start:
        practice.throw_all_away()
    else:
        practice.throw_away(made.seats.values())
    assert rows() == before


def test_nobody_in_it_has_an_account_or_a_passphrase() -> None:
    """There is no slot to try passphrases on, and no address to send mail to."""
    before = rows()
    tell()
    after = rows()
    assert all(after[table] == before[table] for table in ("Account", "Slot", "Reminder", "Sent", "Session", "Draft"))

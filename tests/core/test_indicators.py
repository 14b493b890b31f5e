"""The list of indicators: what a word needs to rest on, whatever order notes come in (R65, content 10)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from answerable.core.defaults.indicators import INDICATORS_VERSION
from answerable.core.entries import ContactReached, IndicatorNoted, IndicatorsTakenOn
from answerable.core.entries.demands import Facet
from answerable.core.entries.indicators import Attendance, Ground
from answerable.core.indicators import Level, Note, standings, stands
from answerable.core.state import Item
from tests.core.datebook import Datebook, settled
from tests.core.examples import ADA, BO, CONTACT, SOME_ID, day
from tests.core.logbook import example

W, P, C, K, T = Ground
FACETS = (Facet.REFLECT, Facet.INFORM, Facet.STAY_ACCOUNTABLE)
CONTACTS = tuple(date(2026, 1, 1) + timedelta(days=60 * place) for place in range(30))


def note(ground: Ground, on: date = date(2026, 2, 1), *, does: bool = True, letter: bool = False, seq: int = 0) -> Note:
    """Return a note that rests on this."""
    how = Attendance.GOES_ON if does else Attendance.STOPPED
    entry = structs.replace(
        example(IndicatorNoted),
        on=on,
        does=does,
        ground=ground,
        by=(ADA, BO) if ground is C else (),
        with_letter=letter and ground is K,
        attendance=how if ground is T else None,
        x_may_learn=False,
    )
    return Item(SOME_ID, SOME_ID, seq, ADA, CONTACT, entry)


def level(facet: Facet, *notes: Note) -> Level:
    """Return the word these notes allow."""
    return stands(facet, notes, CONTACTS)[0]


@st.composite
def notes_on(draw: st.DrawFn, grounds: tuple[Ground, ...], *, letter: bool = True) -> list[Note]:
    """Return any notes on these grounds, in the order of their days."""
    drawn = st.tuples(st.sampled_from(grounds), st.integers(0, 900), st.booleans(), st.booleans())
    found = sorted(draw(st.lists(drawn, max_size=12)), key=lambda one: one[1])
    return [
        note(ground, date(2026, 1, 1) + timedelta(days=after), does=does, letter=letter and given_letter, seq=seq)
        for seq, (ground, after, does, given_letter) in enumerate(found)
    ]


@given(st.sampled_from(FACETS), notes_on((W,)))
def test_his_word_alone_is_never_more_than_claimed(facet: Facet, notes: list[Note]) -> None:
    """Whatever he says, however often, over however long."""
    assert level(facet, *notes) in {Level.NOT_ASKED, Level.NONE, Level.CLAIMED}


@given(st.sampled_from(FACETS), notes_on((W, P)))
def test_his_papers_are_never_more_than_partly(facet: Facet, notes: list[Note]) -> None:
    """A paper from him is still from him."""
    assert level(facet, *notes) in {Level.NOT_ASKED, Level.NONE, Level.CLAIMED, Level.PARTLY}


@given(notes_on((W, P, C, T), letter=False))
def test_inform_needs_somebody_who_got_the_letter(notes: list[Note]) -> None:
    """Without it nothing he did to inform is corroborated (R29)."""
    assert level(Facet.INFORM, *notes) not in {Level.CORROBORATED, Level.SUSTAINED, Level.REGRESSED}


@given(st.sampled_from([(W, P, C), (W, P, K)]).flatmap(notes_on))
def test_reflect_needs_who_offers_the_work_or_two_grounds_together(notes: list[Note]) -> None:
    """Neither his conduct nor a confirmation alone carries it."""
    assert level(Facet.REFLECT, *notes) not in {Level.CORROBORATED, Level.SUSTAINED, Level.REGRESSED}


@given(st.sampled_from(FACETS), notes_on(tuple(Ground)))
def test_sustained_rests_on_a_year_of_notes_and_never_on_his_word(facet: Facet, notes: list[Note]) -> None:
    """Time that passes adds nothing; nor does taking his own words away."""
    word, rests_on = stands(facet, notes, CONTACTS)
    if word is Level.SUSTAINED:
        others = [one.entry.on for one in rests_on if one.entry.ground not in (W, P)]
        assert max(others) - min(others) >= timedelta(days=365)
    without = [one for one in notes if one.entry.ground is not W or not one.entry.does]
    if word in {Level.CORROBORATED, Level.SUSTAINED}:
        assert level(facet, *without) is word


@pytest.mark.parametrize(
    ("facet", "grounds", "word"),
    [
        (Facet.REFLECT, (W,), Level.CLAIMED),
        (Facet.REFLECT, (P,), Level.PARTLY),
        (Facet.REFLECT, (C,), Level.PARTLY),
        (Facet.REFLECT, (K,), Level.PARTLY),
        (Facet.REFLECT, (K, C), Level.CORROBORATED),
        (Facet.REFLECT, (T,), Level.CORROBORATED),
        (Facet.INFORM, (T, C), Level.PARTLY),
        (Facet.STAY_ACCOUNTABLE, (W, P), Level.PARTLY),
        (Facet.STAY_ACCOUNTABLE, (C,), Level.CORROBORATED),
    ],
)
def test_the_rule_facet_by_facet(facet: Facet, grounds: tuple[Ground, ...], word: Level) -> None:
    """As content 10 has it."""
    assert level(facet, *(note(one) for one in grounds)) is word


def test_inform_is_corroborated_by_who_got_the_letter_alone() -> None:
    """A confirmation without it is partly."""
    assert level(Facet.INFORM, note(K)) is Level.PARTLY
    assert level(Facet.INFORM, note(K, letter=True)) is Level.CORROBORATED


def test_what_is_not_done_undoes_what_was_shown_and_his_word_does_not_bring_it_back() -> None:
    """Refused or none before it was corroborated, regressed after; a new ground begins anew."""
    late, later, last = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)
    against = note(W, late, does=False)
    assert level(Facet.REFLECT, against) is Level.NONE
    assert level(Facet.REFLECT, note(W), against) is Level.NONE
    assert level(Facet.REFLECT, against, note(W, later)) is Level.CLAIMED
    stopped = note(T, late, does=False)
    assert level(Facet.REFLECT, note(T), stopped) is Level.REGRESSED
    word, rests_on = stands(Facet.REFLECT, (note(T), stopped, note(W, later)), ())
    assert (word, rests_on) == (Level.REGRESSED, (stopped, note(W, later)))
    assert level(Facet.REFLECT, note(T), stopped, note(W, later), note(T, last)) is Level.CORROBORATED


def test_sustained_needs_twelve_months_and_four_contacts() -> None:
    """Both, up to the last note that others carry."""
    first, later = note(C, date(2026, 2, 1)), note(C, date(2027, 2, 1))
    days = tuple(date(2026, month, 3) for month in (3, 5, 7, 9))
    facet = Facet.STAY_ACCOUNTABLE
    assert stands(facet, (first, later), days)[0] is Level.SUSTAINED
    assert stands(facet, (first, later), days[:3])[0] is Level.CORROBORATED
    assert stands(facet, (first, note(C, date(2027, 1, 31))), days)[0] is Level.CORROBORATED
    assert stands(facet, (first, note(W, date(2027, 2, 1))), days)[0] is Level.CORROBORATED


def test_the_list_is_off_until_it_is_taken_on_and_as_easily_put_down() -> None:
    """The newest word of the group counts."""
    book: Datebook = settled()
    assert not book.state().indicators.taken_on
    book.add(ADA, IndicatorsTakenOn, taken_on=True)
    assert book.state().indicators.taken_on
    book.add(BO, IndicatorsTakenOn, taken_on=False)
    found = book.state().indicators
    assert (found.taken_on, len(found.changes)) == (False, 2)


def test_each_indicator_stands_alone() -> None:
    """A note about one changes no other; one of a list that is not today's counts for none."""
    book = settled()
    book.add(ADA, ContactReached, on=day(2, 10))
    book.add(ADA, IndicatorNoted, indicator=9, ground=K, does=True, with_letter=True, on=day(3, 1))
    book.add(ADA, IndicatorNoted, indicator=1, list_version=INDICATORS_VERSION + 1, on=day(3, 1))
    found = {one.number: one for one in standings(book.state())}
    assert len(found) == 18
    assert found[9].level is Level.CORROBORATED
    assert [number for number, one in found.items() if one.rests_on] == [9]

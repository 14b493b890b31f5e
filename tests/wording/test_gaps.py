"""The time between contacts: days, limits, and the drawn table (R26)."""

from datetime import date

import pytest

from answerable.core.circles import Presence, Role
from answerable.core.defaults.text import Language
from answerable.core.entries import ContactReached, PauseTaken, PolicySet, ProcessOpened
from answerable.core.entries.base import Medium
from answerable.core.entries.process import PolicyChange
from answerable.core.state import Filed, State, fold
from answerable.wording import gaps
from answerable.wording.days import NBSP
from answerable.wording.entry_words import Telling
from answerable.wording.words import Words

ADA = bytes(16)
OPENED = date(2026, 1, 1)


def state_of(*days: date, months: int | None = None, paused: tuple[date, date] | None = None) -> State:
    """Return a process opened on 1 January with contacts on these days."""
    opened = ProcessOpened(
        at=0,
        meant_for=(Role.CONTACT,),
        codename="Linden",
        person_x="X",
        language=Language.EN,
        zone="UTC",
        opened_on=OPENED,
        support=Presence.MAIL,
        supervision=Presence.NOT_YET,
    )
    entries: list[ProcessOpened | PolicySet | ContactReached | PauseTaken] = [opened]
    if paused is not None:
        first, last = paused
        pause = PauseTaken(at=0, meant_for=(Role.CONTACT, Role.SUPPORT), from_on=first, until_on=last, text="Tired.")
        entries.append(pause)
    if months is not None:
        change = PolicyChange(contact_every_months=months)
        entries.append(PolicySet(at=0, meant_for=(Role.CONTACT,), change=change, from_on=OPENED, reason=None))
    entries += [
        ContactReached(
            at=0,
            meant_for=(Role.CONTACT,),
            on=day,
            medium=Medium.IN_PERSON,
            by=(ADA,),
            place=None,
            account="",
            made_her_topic=False,
            answers=(),
        )
        for day in days
    ]
    roles = frozenset({Role.CONTACT})
    return fold(
        Filed(entry_id=number.to_bytes(16, "big"), seq=number, author=ADA, author_roles=roles, entry=entry)
        for number, entry in enumerate(entries)
    )


def telling(today: date) -> Telling:
    """Return how to tell in English on a day."""
    return Telling(words=Words(today=today), entry=lambda _entry_id: "")


def test_gaps_run_from_the_opening_to_today() -> None:
    """Newest first; the newest runs."""
    found = gaps.gaps(state_of(date(2026, 2, 1), date(2026, 6, 1)), date(2026, 6, 11))
    assert [(gap.days, gap.runs, gap.opening) for gap in found] == [
        (10, True, False),
        (120, False, False),
        (31, False, True),
    ]


def test_what_lies_past_the_limit_is_counted_in_calendar_months() -> None:
    """Three months after 1 February end on 1 May."""
    gap = gaps.gaps(state_of(date(2026, 2, 1), date(2026, 6, 1)), date(2026, 6, 11))[1]
    assert (gap.limit, gap.over) == (89, 31)


def test_a_contact_before_the_opening_begins_the_row() -> None:
    """What happened before the process was opened counts as the last contact."""
    found = gaps.gaps(state_of(date(2025, 12, 1)), date(2026, 1, 10))
    assert [(gap.from_on, gap.days, gap.opening) for gap in found] == [(date(2025, 12, 1), 40, False)]


@pytest.mark.parametrize(("days", "mark", "width"), [(60, "now", 50), (95, "late", 79), (200, "late", 100)])
def test_the_running_bar_is_hollow_until_it_is_late(days: int, mark: str, width: int) -> None:
    """Scale 0-120; the limit is a line, and a bar past it is striped."""
    today = date.fromordinal(OPENED.toordinal() + days)
    drawn = gaps.plot(state_of(), today, telling(today))
    assert (drawn.rows[0].mark, drawn.rows[0].width, drawn.limit) == (mark, width, 75)
    assert "running" in drawn.rows[0].number


def test_without_an_agreed_rhythm_nothing_is_late() -> None:
    """What was not taken on has no limit (R62)."""
    today = date(2026, 12, 31)
    drawn = gaps.plot(state_of(months=0), today, telling(today))
    assert (drawn.limit, drawn.rows[0].mark) == (0, "now")
    assert drawn.caption == "Days between contacts. No limit was agreed."


def test_a_longer_limit_gets_a_longer_scale() -> None:
    """The line always has room beside it."""
    today = date(2026, 2, 1)
    assert gaps.plot(state_of(months=6), today, telling(today)).limit == 83


@pytest.mark.parametrize(
    ("today", "note"),
    [
        (date(2026, 3, 3), ""),
        (date(2026, 3, 4), f"Soon: due by 1{NBSP}April."),
        (date(2026, 4, 1), f"Due since 1{NBSP}April."),
        (date(2026, 4, 15), f"Due since 1{NBSP}April."),
        (date(2026, 4, 16), f"Late since 16{NBSP}April."),
    ],
)
def test_soon_due_and_late_are_words(today: date, note: str) -> None:
    """Soon from four weeks before, late after two weeks of grace (Fixed meanings)."""
    assert gaps.plot(state_of(), today, telling(today)).rows[0].note == note


def test_a_gap_that_ended_late_says_since_when() -> None:
    """One that ended within the grace says nothing but its number."""
    drawn = gaps.plot(state_of(date(2026, 4, 10), date(2026, 8, 1)), date(2026, 8, 2), telling(date(2026, 8, 2)))
    assert [(row.note, row.number) for row in drawn.rows] == [
        ("", "1, running"),
        (f"Late since 25{NBSP}July.", "113, 22 over"),
        ("", "99, 9 over"),
    ]


def test_the_days_of_a_pause_stay_and_are_marked() -> None:
    """The table still shows the days; they are paused by us, and the bar is not late for them (R34)."""
    today = date(2026, 4, 20)
    pause = (date(2026, 3, 25), date(2026, 4, 10))
    row = gaps.plot(state_of(paused=pause), today, telling(today)).rows[0]
    assert (row.number, row.mark) == ("109, 19 over, running", "paused")
    assert row.note == f"Due since 1{NBSP}April. 17 days of it paused by us."
    late = gaps.plot(state_of(paused=pause), date(2026, 4, 27), telling(date(2026, 4, 27))).rows[0]
    assert (late.mark, late.note) == ("late", f"Late since 26{NBSP}April. 17 days of it paused by us.")
    one = gaps.plot(state_of(paused=(date(2026, 2, 1), date(2026, 2, 1))), date(2026, 2, 5), telling(today)).rows[0]
    assert (one.mark, one.note) == ("paused", "1 day of it paused by us.")

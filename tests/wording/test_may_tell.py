"""Who may be told, in words: the support group's answer with its day, never that she agreed (content 11a)."""

from datetime import date

import pytest

from answerable.core import may_tell as core
from answerable.core.entries import MayTellSet, MayTellStopped, ReachChosen
from answerable.core.entries.may_tell import Audience, Category, Material, MayTell, Scope
from answerable.core.entries.reach import Reach
from answerable.core.may_tell import Whom, answer
from answerable.wording import may_tell
from answerable.wording.words import Words
from tests.core.examples import SOL, day
from tests.core.logbook import Log

WORDS = Words(today=day(6, 1))
FLAT = Audience(scope=Scope.CATEGORY, category=Category.LIVES_WITH)
CIRCLE = Audience(scope=Scope.GROUP, label="Reading circle")
HERS = Whom(categories=(Category.LIVES_WITH,))


def told(log: Log, *, today: date = WORDS.today) -> may_tell.Said:
    """Return what stands beside the people he lives with, about the demands."""
    return may_tell.answer(answer(log.state(), HERS, Material.DEMANDS, today), WORDS)


def say(log: Log, word: MayTell = MayTell.YES, **more: object) -> None:
    """Let Sol answer."""
    fields = {"condition": "", "until_on": None, **more}
    log.add(SOL, MayTellSet, audience=FLAT, answer=word, **fields)


def test_the_answer_is_the_support_groups_and_has_its_day() -> None:
    """Each in its own words, with until when and under which condition."""
    log = Log()
    assert told(log).text == "no yes yet"
    say(log)
    assert may_tell.support_says(told(log), WORDS) == "Support group: yes, 12\N{NO-BREAK SPACE}January"
    say(log, condition="two of you are there", until_on=day(5, 1), said_on=day(2, 1))
    assert (
        told(log, today=day(4, 1)).note.replace("\N{NO-BREAK SPACE}", " ") == "Until 1 May. If: two of you are there."
    )
    assert told(log).text == "no yes any more"
    assert told(log).note.startswith("It ended on 1")
    say(log, MayTell.ASK, said_on=day(5, 2))
    assert told(log).text == "ask each time"
    say(log, MayTell.NO, said_on=day(5, 3))
    assert told(log).text.startswith("no, 3")
    other = Log()
    other.add(SOL, MayTellStopped, said_on=day(5, 4), copied=None)
    assert told(other).text.startswith("stop, 4")


def test_no_answer_is_drawn_in_red() -> None:
    """A no is no fault of anybody."""
    assert "late" not in may_tell.KINDS.values()
    assert "refused" not in may_tell.KINDS.values()


def test_a_row_says_how_far_the_yes_goes() -> None:
    """At most this; where there is no yes, why."""
    log = Log()
    say(log)
    (row,) = core.table(log.state(), WORDS.today)
    assert may_tell.in_row(row, WORDS).note == "At most: the demands."
    say(log, MayTell.NO, material=Material.PROCESS, said_on=day(2, 1))
    (row,) = core.table(log.state(), WORDS.today)
    assert may_tell.in_row(row, WORDS).text.startswith("no, 1")


def test_a_standing_rule_is_one_line() -> None:
    """Whom, what, and the answer."""
    log = Log()
    say(log)
    say(log, until_on=day(5, 1))
    lines = [may_tell.standing_rule(rule, WORDS) for rule in log.state().may_tell.rules]
    assert lines[0] == "People he lives with, the demands: yes"
    assert lines[1].endswith("the demands: yes, until 1\N{NO-BREAK SPACE}May")


def test_what_is_asked_is_a_question() -> None:
    """A label stands in quotation marks, as it was written."""
    assert may_tell.whom(CIRCLE, WORDS) == "Reading circle"
    assert may_tell.may_we(CIRCLE, Material.DEMANDS, WORDS) == "May we tell “Reading circle” the demands?"
    asked = may_tell.may_we(FLAT, Material.PROCESS, WORDS)
    assert asked == "May we tell people he lives with that there is a process?"


@pytest.mark.parametrize("one", Category)
def test_every_kind_of_people_has_a_name(one: Category) -> None:
    """Without it a rule would be about nobody."""
    assert may_tell.whom(Audience(scope=Scope.CATEGORY, category=one), WORDS)
    assert all(may_tell.scope(scope, WORDS) for scope in Scope)
    assert all(may_tell.choice(word, WORDS) for word in MayTell)


def test_what_reaches_her_is_said_with_who_keeps_it() -> None:
    """Her choice as a sentence; nothing said is not a yes."""
    log = Log()
    assert may_tell.reach_line(log.state().reach, WORDS).startswith("What reaches her, she has not said here.")
    for reach in Reach:
        log.add(SOL, ReachChosen, reach=reach, copied=None, through=None)
        assert may_tell.reach(reach, WORDS)
    assert may_tell.reach_line(log.state().reach, WORDS) == "All that is handed over reaches her."
    log.add(SOL, ReachChosen, reach=Reach.SHORT, copied=None)
    line = may_tell.reach_line(log.state().reach, WORDS)
    assert line == "Mika keeps what is for her. Only short versions reach her."

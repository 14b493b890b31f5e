"""Who may be told: nothing said is no, the most specific and the newest answer wins, and there is no override (R9)."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core import may_tell
from answerable.core.entries import (
    AroundNoted,
    MayTellAsked,
    MayTellConfirmed,
    MayTellSet,
    MayTellStopped,
    TakenOut,
    ToldByX,
)
from answerable.core.entries.around import AroundKind
from answerable.core.entries.may_tell import Audience, Category, Material, MayTell, Scope
from answerable.core.labels import label_key
from answerable.core.may_tell import Verdict, Whom, answer
from answerable.core.state import State, fold
from tests.core.examples import ADA, BO, COPIED, SOL, UMA, day
from tests.core.logbook import Log

TODAY, SAID_ON = day(6, 1), day(1, 12)
FLAT = Audience(scope=Scope.CATEGORY, category=Category.LIVES_WITH)
FRIENDS = Audience(scope=Scope.CATEGORY, category=Category.FRIENDS)
CIRCLE = Audience(scope=Scope.GROUP, label="Reading circle")
KIM = Audience(scope=Scope.PERSON, label="K.")
WHO = Whom(person="K.", group="The reading circle", categories=(Category.LIVES_WITH,))
YES, ASK, NO = MayTell.YES, MayTell.ASK, MayTell.NO
PROCESS, DEMANDS, SEMI, OPEN = Material


def said(
    log: Log,
    audience: Audience = CIRCLE,
    material: Material = DEMANDS,
    word: MayTell = YES,
    on: date = SAID_ON,
    *,
    by: bytes = SOL,
    until_on: date | None = None,
) -> bytes:
    """Let Sol answer, or a member copy an answer."""
    copied = None if by == SOL else COPIED
    return log.add(
        by,
        MayTellSet,
        audience=audience,
        material=material,
        answer=word,
        said_on=on,
        until_on=until_on,
        condition="",
        copied=copied,
    )


def verdict(log: Log | State, material: Material = DEMANDS, who: Whom = WHO, today: date = TODAY) -> Verdict:
    """Return what the answer is."""
    return answer(log.state() if isinstance(log, Log) else log, who, material, today).verdict


def test_nothing_said_is_no() -> None:
    """Whoever it is and whatever it is about."""
    for who in (WHO, Whom(), Whom(person=" . ")):
        found = answer(Log().state(), who, PROCESS, TODAY)
        assert (found.verdict, found.is_yes, found.condition) == (Verdict.NOTHING, False, "")


def test_a_yes_covers_what_is_less_and_nothing_more() -> None:
    """Demands: also that there is a process; no letter."""
    log = Log()
    said(log, material=DEMANDS)
    assert [verdict(log, one) for one in Material] == ["yes", "yes", "nothing", "nothing"]


def test_a_no_covers_what_is_more() -> None:
    """No to the demands is no to the letters; what was allowed below stays."""
    log = Log()
    said(log, material=OPEN)
    said(log, material=DEMANDS, word=NO, on=day(2, 1))
    assert [verdict(log, one) for one in Material] == ["yes", "no", "no", "no"]


def test_ask_each_time_is_no_yes() -> None:
    """From what it names upward."""
    log = Log()
    said(log, material=OPEN)
    said(log, material=SEMI, word=ASK, on=day(2, 1))
    assert [verdict(log, one) for one in Material] == ["yes", "yes", "ask", "ask"]


def test_the_newest_yes_says_how_far_it_goes() -> None:
    """A newer, smaller yes narrows an older, larger one."""
    log = Log()
    said(log, material=OPEN)
    said(log, material=PROCESS, on=day(2, 1))
    assert [verdict(log, one) for one in Material] == ["yes", "nothing", "nothing", "nothing"]


def test_the_most_specific_answer_wins() -> None:
    """A person before her group, her group before the kind of people, whenever each was said."""
    log = Log()
    said(log, FLAT, on=day(5, 1))
    assert verdict(log) is Verdict.YES
    said(log, CIRCLE, word=NO, on=day(4, 1))
    assert verdict(log) is Verdict.NO
    said(log, KIM, on=day(3, 1))
    assert verdict(log) is Verdict.YES
    assert verdict(log, who=Whom(group="Reading  CIRCLE!", categories=(Category.LIVES_WITH,))) is Verdict.NO


def test_of_several_kinds_of_people_the_strictest_counts() -> None:
    """Somebody he lives with who is also a friend is not told past a no for friends."""
    log = Log()
    said(log, FRIENDS, word=NO, on=day(1, 1))
    said(log, FLAT, on=day(5, 1))
    both = Whom(categories=(Category.LIVES_WITH, Category.FRIENDS))
    assert verdict(log, who=both) is Verdict.NO
    assert verdict(log, who=Whom(categories=(Category.LIVES_WITH, Category.WORK))) is Verdict.YES


def test_on_the_same_day_no_wins() -> None:
    """In whatever order they were written."""
    log = Log()
    said(log, word=NO, on=day(2, 1))
    said(log, word=YES, on=day(2, 1))
    assert verdict(log) is Verdict.NO
    said(log, word=YES, on=day(2, 2))
    assert verdict(log) is Verdict.YES


def test_a_yes_ends_on_its_day_and_brings_no_older_one_back() -> None:
    """The last day still counts; after it there is no yes, here nor from the wider rule."""
    log = Log()
    said(log, FLAT)
    said(log, material=OPEN, on=day(1, 1))
    said(log, material=DEMANDS, on=day(2, 1), until_on=day(5, 1))
    assert verdict(log, today=day(5, 1)) is Verdict.YES
    assert verdict(log, today=day(5, 2)) is Verdict.RAN_OUT


def test_a_yes_of_a_day_to_come_is_none_yet() -> None:
    """It counts from its day."""
    log = Log()
    said(log, on=day(7, 1))
    assert verdict(log) is Verdict.NOTHING
    assert verdict(log, today=day(7, 1)) is Verdict.YES


def test_only_a_yes_can_end() -> None:
    """A no that ended would bring an older yes back."""
    with pytest.raises(ValueError, match="only a yes"):
        said(Log(), word=NO, until_on=day(5, 1))
    with pytest.raises(ValueError, match="label"):
        Audience(scope=Scope.GROUP, category=Category.FRIENDS)


def test_stop_ends_every_yes_up_to_its_day() -> None:
    """Whoever it is for; a no stays, and a yes said later counts again."""
    log = Log()
    said(log, FLAT, on=day(2, 1))
    said(log, KIM, word=NO, on=day(1, 1))
    log.add(UMA, MayTellStopped, said_on=day(3, 1), copied=COPIED)
    flat = Whom(categories=(Category.LIVES_WITH,))
    found = answer(log.state(), flat, DEMANDS, TODAY)
    assert (found.verdict, found.said_on, found.stopped is not None) == (Verdict.STOPPED, day(3, 1), True)
    assert verdict(log, who=WHO) is Verdict.NO
    said(log, FLAT, on=day(3, 1))
    said(log, FLAT, word=ASK, on=day(3, 1))
    assert verdict(log, who=flat) is Verdict.STOPPED
    said(log, FLAT, on=day(3, 2))
    assert verdict(log, who=flat) is Verdict.YES


def test_a_copied_yes_counts_once_a_second_member_read_it() -> None:
    """A copied no counts at once, and so does what a copied yes leaves out (R64)."""
    log = Log()
    copy = said(log, by=ADA, material=OPEN)
    assert verdict(log) is Verdict.NOTHING
    log.read(ADA, copy)
    assert verdict(log) is Verdict.NOTHING
    log.read(BO, copy)
    assert verdict(log, OPEN) is Verdict.YES
    said(log, by=BO, material=PROCESS, on=day(2, 1))
    assert [verdict(log, one) for one in Material] == ["yes", "nothing", "nothing", "nothing"]
    said(log, by=BO, word=NO, material=PROCESS, on=day(2, 2))
    assert verdict(log, PROCESS) is Verdict.NO


def test_members_make_no_answers_of_their_own() -> None:
    """Without a copy of the support circle's words it does not fit (R2, R9)."""
    log = Log()
    log.add(ADA, MayTellSet, audience=CIRCLE, copied=None)
    log.add(UMA, MayTellSet, audience=CIRCLE, copied=COPIED)
    assert verdict(log) is Verdict.NOTHING
    assert len(log.state().does_not_fit) == 2


def test_taking_an_answer_out_brings_no_older_yes_back() -> None:
    """Nobody can know any more what it forbade: every older yes waits for a new word (R60)."""
    log = Log()
    said(log, FLAT, on=day(1, 1))
    forbidden = said(log, CIRCLE, word=NO, on=day(2, 1))
    log.add(
        SOL, TakenOut, entry=forbidden, kind="may-tell-set", day=day(2, 1), why="", meant_for=("contact", "support")
    )
    state = fold(log.filed, gone=log.destroy(forbidden))
    assert verdict(state) is Verdict.NOTHING
    said(log, FLAT, on=day(2, 1))
    assert verdict(fold(log.filed)) is Verdict.YES


def test_what_was_done_stays_under_the_scope_of_its_day() -> None:
    """A narrowing changes nothing about what stood at an earlier place in the log (R10)."""
    log = Log()
    said(log)
    place = log.size
    said(log, word=NO, on=day(2, 1))
    log.add(SOL, MayTellStopped, said_on=day(3, 1), copied=None)
    copy = said(log, FLAT, by=ADA, on=day(4, 1))
    copied_at = log.size
    log.read(BO, copy)
    state = log.state()
    assert answer(state, WHO, DEMANDS, TODAY, before=place).verdict is Verdict.YES
    assert answer(state, WHO, DEMANDS, TODAY).verdict is Verdict.NO
    flat = Whom(categories=(Category.LIVES_WITH,))
    assert answer(state, flat, DEMANDS, TODAY, before=copied_at).verdict is Verdict.STOPPED
    assert answer(state, flat, DEMANDS, TODAY).verdict is Verdict.YES


def test_the_table_has_a_row_for_all_who_were_spoken_about() -> None:
    """Kinds of people, then groups, then persons; the same label in other spelling is the same row."""
    log = Log()
    said(log, KIM, material=SEMI)
    said(log, CIRCLE)
    said(log, Audience(scope=Scope.GROUP, label="the READING circle"), word=NO, on=day(2, 1))
    said(log, FLAT, word=ASK)
    rows = may_tell.table(log.state(), TODAY)
    assert [row.audience.scope for row in rows] == ["category", "group", "person"]
    assert [len(row.rules) for row in rows] == [1, 2, 1]
    assert [(told, found.verdict) for told, found in (row.furthest for row in rows)] == [
        (PROCESS, "nothing"),
        (PROCESS, "yes"),
        (SEMI, "yes"),
    ]


def test_what_was_asked_stays_open_until_something_is_said_about_it() -> None:
    """Silence is no answer, and a yes for less answers nothing (R54)."""
    log = Log()
    log.add(ADA, MayTellAsked, audience=CIRCLE, material=SEMI)
    said(log, material=DEMANDS)
    said(log, FLAT, material=OPEN)
    said(log, word=NO, material=OPEN)
    assert len(may_tell.open_asks(log.state())) == 1
    said(log, word=NO, material=DEMANDS)
    assert not may_tell.open_asks(log.state())


def test_a_change_can_be_found_by_the_day_it_was_written() -> None:
    """The newest first; a word that it still holds is none."""
    log = Log()
    said(log)
    log.add(SOL, MayTellStopped, said_on=day(1, 5), copied=None)
    log.add(SOL, MayTellConfirmed, said_on=day(4, 1), copied=None)
    state = log.state()
    assert may_tell.changes_since(state, day(1, 5)) == (state.may_tell.stops[0], state.may_tell.rules[0])
    assert not may_tell.changes_since(state, day(1, 6))


def test_half_a_year_without_a_word_is_a_question() -> None:
    """From the opening, from the newest answer, from the newest word that it still holds."""
    log = Log()
    assert may_tell.last_said_on(log.state()) is None
    assert not may_tell.is_long_quiet(log.state(), day(7, 4))
    assert may_tell.is_long_quiet(log.state(), day(7, 5))
    said(log, on=day(2, 1))
    log.add(SOL, MayTellConfirmed, said_on=day(3, 1), copied=None)
    assert not may_tell.is_long_quiet(log.state(), day(8, 31))
    assert may_tell.is_long_quiet(log.state(), day(9, 1))


DAYS = st.integers(0, 9).map(lambda number: day(5, 27) + timedelta(days=number))
RULES = st.builds(
    lambda audience, material, word, on, until, by: ("set", audience, material, word, on, until, by),
    st.sampled_from((FLAT, FRIENDS, CIRCLE, KIM)),
    st.sampled_from(Material),
    st.sampled_from(MayTell),
    DAYS,
    st.none() | DAYS,
    st.sampled_from((SOL, ADA, BO)),
)
ACTS = st.lists(RULES | st.tuples(st.just("stop"), DAYS) | st.tuples(st.just("read"), st.integers(0, 5)), max_size=12)


def played(acts: Iterable[tuple[object, ...]], log: Log | None = None) -> Log:
    """Return a log in which all this was said, copied and read."""
    log = log or Log()
    written: list[bytes] = []
    for act in acts:
        match act:
            case ("set", audience, material, word, on, until, by):
                until = until if word is YES else None
                written.append(said(log, audience, material, word, on, by=by, until_on=until))  # type: ignore[arg-type]  # drawn above
            case ("stop", on):
                log.add(SOL, MayTellStopped, said_on=on, copied=None)
            case ("read", place) if written:
                log.read(BO, written[place % len(written)])  # type: ignore[operator]  # an int, drawn above
    return log


def fits(audience: Audience, who: Whom) -> int:
    """Return how specific an answer is for these people, 0 where it is not about them."""
    named = {Scope.PERSON: who.person, Scope.GROUP: who.group}.get(audience.scope, "")
    if audience.category is not None:
        return 1 if audience.category in who.categories else 0
    about = bool(named) and label_key(audience.label or "") == label_key(named)
    return (2 if audience.scope is Scope.GROUP else 3) if about else 0


@given(ACTS, st.sampled_from(Material))
def test_no_yes_stands_against_a_newer_no_or_a_stop(acts: list[tuple[object, ...]], material: Material) -> None:
    """Whatever was said, copied, read and stopped, in whatever order (R9, R10)."""
    who = Whom(person="K.", group="Reading circle", categories=(Category.LIVES_WITH, Category.FRIENDS))
    state = played(acts).state()
    found = answer(state, who, material, TODAY)
    if not found.is_yes:
        return
    assert found.rule is not None
    entry = found.rule.item.entry
    assert found.rule.counts
    assert may_tell.covers(entry.material, material)
    assert entry.until_on is None or entry.until_on >= TODAY
    assert not any(entry.said_on <= stop.entry.said_on for stop in state.may_tell.stops)
    for other in (rule.item.entry for rule in state.may_tell.rules):
        stricter = other.answer is NO and may_tell.covers(material, other.material)
        as_close = fits(other.audience, who) >= fits(entry.audience, who)
        newer = other.said_on >= entry.said_on or fits(other.audience, who) > fits(entry.audience, who)
        assert not (stricter and as_close and newer and other.said_on >= entry.said_on)


@given(ACTS, RULES, st.sampled_from(Material))
def test_no_act_but_a_yes_opens_anything(
    acts: list[tuple[object, ...]], last: tuple[object, ...], material: Material
) -> None:
    """A no, an "ask each time", a stop and a copy that nobody read never turn a no into a yes."""
    who = Whom(person="K.", group="Reading circle", categories=(Category.LIVES_WITH, Category.FRIENDS))
    before = played(acts)
    was = verdict(before, material, who)
    own_yes = last[3] is YES and last[6] == SOL
    after = played([("stop", last[4])] if own_yes else [last], before)
    assert was is Verdict.YES or verdict(after, material, who) is not Verdict.YES


def test_an_answer_is_kept_byte_for_byte() -> None:
    """Its fields and no others: nothing that could name her (R11)."""
    names = set(MayTellSet.__struct_fields__)
    assert names == {"at", "meant_for", "corrects", "audience", "material", "answer", "condition"} | {
        "until_on",
        "said_on",
        "copied",
    }
    assert msgspec.structs.fields(Audience)[0].name == "scope"


@pytest.mark.parametrize(
    ("label", "kind", "word"),
    [
        ("The reading circle", AroundKind.GROUP, Verdict.YES),
        ("The reading circle", AroundKind.PERSON, Verdict.NOTHING),
        ("The reading circle", None, Verdict.YES),
        ("k", AroundKind.PERSON, Verdict.NO),
        ("K", None, Verdict.NO),
    ],
)
def test_people_around_x_are_asked_about_by_their_label(label: str, kind: AroundKind | None, word: Verdict) -> None:
    """As a group or a person, as it was said; where nobody said which, both count (R9, R35)."""
    log = Log()
    said(log)
    said(log, KIM, PROCESS, NO)
    if kind is None:
        log.add(ADA, ToldByX, label=label)
    else:
        log.add(ADA, AroundNoted, label=label, kind=kind, demands=())
    (one,) = log.state().surroundings.people
    assert verdict(log, who=may_tell.whom_around(one)) is word

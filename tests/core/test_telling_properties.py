"""Over random acts: a hand-out opens only with all conditions, a no is never passed, what happened can be recorded.

What is right is said here once more in another way: by looking back over the acts themselves, not over the state.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core import telling
from answerable.core.audiences import addressed
from answerable.core.defaults.steps import Step
from answerable.core.entries import (
    DemandWithdrawn,
    MayTellStopped,
    NoticeAnswered,
    PeopleTold,
    WorksheetKept,
)
from answerable.core.entries.base import Source
from answerable.core.entries.codec import decode, encode
from answerable.core.entries.decisions import Fact, Sort, Tally
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.may_tell import Material, MayTell
from answerable.core.entries.telling import Proof, SheetOutcome
from answerable.core.gates import Open
from answerable.core.marks import MarkCode, marks
from tests.core.datebook import settled
from tests.core.examples import ADA, BO, CAY, CONTACT, SOL, day
from tests.core.logbook import example
from tests.core.telling_book import TellingBook

TODAY = day(6, 1)
PROCESS, DEMANDS, SEMI, LETTER = MATERIALS = tuple(Material)
FULL = {"confronted_on": day(2, 1), "material": DEMANDS}
LOOKED_UP = (Fact(text="It is on a page.", source=Source.LOOKED_UP),)

Act = tuple[str, Any]

_sheets = st.sampled_from(
    [
        FULL,
        FULL | {"material": PROCESS},
        FULL | {"material": LETTER},
        FULL | {"confronted_on": None},
        FULL | {"outcome": SheetOutcome.NOT_NOW},
        FULL | {"sequence": ""},
        FULL | {"facts": LOOKED_UP},
    ]
)
_answers = st.tuples(
    st.sampled_from(MayTell),
    st.sampled_from(MATERIALS),
    st.sampled_from([None, day(5, 1), day(7, 1)]),
)
_tallies = st.sampled_from([(2, 0), (3, 0), (1, 0), (2, 1)])
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.tuples(st.just("letter"), st.sampled_from([DocumentSort.MANDATE_LETTER, DocumentSort.OPEN_LETTER])),
    st.tuples(st.just("demand"), st.booleans()),
    st.tuples(st.just("sheet"), _sheets),
    st.tuples(st.just("corrected"), _sheets),
    st.tuples(st.just("notice"), st.sampled_from([day(4, 1), day(5, 31), TODAY, day(7, 1)])),
    st.tuples(st.just("proof"), st.sampled_from(Proof)),
    st.tuples(st.just("answer"), _answers),
    st.tuples(st.just("stop"), st.none()),
    st.tuples(st.just("decided"), st.tuples(st.sampled_from([Sort.ACT, Sort.NOT_TO_ACT]), _tallies)),
    st.tuples(st.just("asked"), st.sampled_from([day(5, 1), TODAY - timedelta(days=10), day(5, 23)])),
    st.tuples(st.just("plan"), st.sampled_from([PROCESS, DEMANDS, LETTER])),
    st.tuples(st.just("confirmed"), st.sampled_from([ADA, BO, CAY])),
    st.tuples(st.just("told"), st.booleans()),
)
READY: tuple[Act, ...] = (
    ("letter", DocumentSort.MANDATE_LETTER),
    ("demand", True),
    ("sheet", FULL),
    ("notice", day(4, 1)),
    ("answer", (MayTell.YES, DEMANDS, None)),
    ("decided", (Sort.ACT, (2, 0))),
    ("asked", day(5, 1)),
    ("plan", DEMANDS),
    ("confirmed", BO),
)
"""What opens it, in one order of many."""


class Written:
    """The acts as a log; each is one entry or a few, and none is ever refused."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self.made = TellingBook(settled())
        self.acts: list[Act] = []
        for what, how in acts:
            self._do(what, how)

    def _do(self, what: str, how: Any) -> None:
        made, known = self.made, {one for one, _how in self.acts}
        needs = {"corrected": "sheet", "proof": "notice", "decided": "sheet", "plan": "sheet", "confirmed": "plan"}
        needs |= {"asked": "sheet"}
        if what in needs and needs[what] not in known:
            return
        if what == "demand" and how is False and "demand" not in known:
            return
        before = len(made.book.filed)
        writes: dict[str, Callable[[Any], object]] = {
            "letter": made.letter,
            "demand": self._demand,
            "sheet": lambda fields: made.keep_sheet(**fields),
            "corrected": lambda fields: made.book.add(BO, WorksheetKept, corrects=made.sheet, **fields),
            "notice": lambda by_on: made.give_notice(by_on=by_on),
            "proof": lambda proof: made.book.add(ADA, NoticeAnswered, notice=made.notice, proof=proof),
            "answer": lambda one: made.say(one[0], material=one[1], until_on=one[2] if one[0] is MayTell.YES else None),
            "stop": lambda _none: made.book.add(SOL, MayTellStopped, said_on=day(1, 12), copied=None),
            "decided": self._decide,
            "asked": made.ask_supervision,
            "plan": lambda material: made.plan(material=material),
            "confirmed": made.confirm,
            "told": lambda planned: made.book.add(
                ADA, PeopleTold, plan=made.planned if planned and made.planned else None, material=PROCESS
            ),
        }
        writes[what](how)
        assert len(made.book.filed) > before
        self.acts.append((what, how if what != "told" else bool(how and made.planned)))

    def _demand(self, raised: bool) -> None:
        if raised:
            self.made.mandate()
            self.made.book.filed.pop(-2)  # the demand alone, without a letter
            return
        for one in self.made.book.state().demands:
            self.made.book.add(SOL, DemandWithdrawn, withdraws=one.demand_id, copied=None)

    def _decide(self, one: tuple[Sort, tuple[int, int]]) -> None:
        sort, (agree, block) = one
        self.made.decide(sort, Tally(asked=3, agree=agree, concerns=0, stand_aside=0, block=block))


def last(acts: Sequence[Act], *what: str, after: int = -1) -> int:
    """Return where the newest of these acts stands, -1 for none."""
    return max((place for place, one in enumerate(acts) if one[0] in what and place > after), default=-1)


def said_yes(acts: Sequence[Act], material: Material) -> bool:
    """Say by the acts alone whether the support group's yes covers this today; all were said on one day.

    A stop ends what was said up to its day. Of one day a no comes before "ask each time", that before a yes, and each
    reaches up; the newest yes says how far it goes.
    """
    said = [how for what, how in acts if what == "answer"]
    if any(word is MayTell.NO and MATERIALS.index(of) <= MATERIALS.index(material) for word, of, _until in said):
        return False
    if any(what == "stop" for what, _how in acts):
        return False
    if any(word is MayTell.ASK and MATERIALS.index(of) <= MATERIALS.index(material) for word, of, _until in said):
        return False
    yes = [(of, until) for word, of, until in said if word is MayTell.YES]
    if not yes:
        return False
    of, until = yes[-1]
    return MATERIALS.index(of) >= MATERIALS.index(material) and (until is None or until >= TODAY)


def sheet_at(acts: Sequence[Act], place: int) -> dict[str, Any]:
    """Return the present words of the worksheet that was kept at a place."""
    words: dict[str, Any] = acts[place][1]
    for what, how in acts[place + 1 :]:
        if what == "sheet":
            break
        words = how if what == "corrected" else words
    return words


def all_there(acts: Sequence[Act], material: Material) -> bool:
    """Say by the acts alone whether all is there that R44 asks before this much is told."""
    sheet = last(acts, "sheet")
    if sheet < 0:
        return False
    words, told = sheet_at(acts, sheet), last(acts, "told")
    decided = last(acts, "decided", after=sheet)
    notice = last(acts, "notice")
    kept = [how for what, how in acts[notice + 1 :] if what == "proof"] if notice >= 0 else []
    asked = [how for place, (what, how) in enumerate(acts) if what == "asked" and place > told]
    demands = [how for what, how in acts if what == "demand"]
    return all(
        (
            ("letter", DocumentSort.MANDATE_LETTER) in acts,
            bool(demands) and demands[-1],
            _confronted(acts),
            notice >= 0 and acts[notice][1] < TODAY and (not kept or kept[-1] is not Proof.SHOWN),
            words.get("outcome") is None and words.get("sequence") is None and words.get("facts") is None,
            MATERIALS.index(words["material"]) >= MATERIALS.index(material),
            said_yes(acts, material),
            decided >= 0 and acts[decided][1] in ((Sort.ACT, (2, 0)), (Sort.ACT, (3, 0))),
            last(acts, "corrected", after=sheet) < decided,
            bool(asked) and min(asked) <= TODAY - timedelta(days=10),
            material is not LETTER or ("letter", DocumentSort.OPEN_LETTER) in acts,
        )
    )


def _confronted(acts: Sequence[Act]) -> bool:
    """Say whether any worksheet, as its words stand now, says that he was confronted."""
    places = [place for place, (what, _how) in enumerate(acts) if what == "sheet"]
    return any(sheet_at(acts, place).get("confronted_on") for place in places)


def may_go(acts: Sequence[Act]) -> bool:
    """Say by the acts alone whether the newest plan may be carried out."""
    plan = last(acts, "plan")
    if plan < 0 or last(acts, "sheet") > plan:
        return False
    if any(place > plan and what == "told" and how for place, (what, how) in enumerate(acts)):
        return False
    others = [how for what, how in acts[plan + 1 :] if what == "confirmed" and how != ADA]
    return bool(others) and all_there(acts, acts[plan][1])


def check(acts: Sequence[Act]) -> bool:
    """Compare the gates with what is right by the acts; return whether a hand-out was open."""
    written = Written(acts)
    made, acts = written.made, written.acts
    state = made.book.state()
    opened = False
    circle = state.telling.labelled("Reading circle")
    if circle is None:
        return False
    for step in (Step.L7A, Step.L7B):
        material = telling.material_of(circle, step)
        gate = telling.gate(telling.conditions(state, circle, material, TODAY))
        assert isinstance(gate, Open) is all_there(acts, material), (acts, gate)
    for plan in circle.plans:
        gate = telling.hand_out(state, circle, plan, TODAY)
        if plan is circle.plans[-1]:
            assert isinstance(gate, Open) is may_go(acts), (acts, gate)
        else:
            assert not isinstance(gate, Open), acts
        if isinstance(gate, Open):
            opened = True
            assert said_yes(acts, plan.item.entry.material)
    notice = telling.gate(telling.notice_conditions(state, circle, TODAY))
    if isinstance(notice, Open):
        least = circle.sheet.entry.material or PROCESS if circle.sheet else PROCESS
        no_word = [how for what, how in acts if what == "answer" and how[0] is MayTell.NO]
        assert not any(MATERIALS.index(how[1]) <= MATERIALS.index(least) for how in no_word)
        assert ("stop", None) not in acts
    return opened


@settings(max_examples=150, deadline=None)
@given(st.lists(ACTS, max_size=14), st.lists(ACTS, max_size=4), st.integers(0, len(READY)))
def test_nobody_new_is_told_but_with_all_of_it(before: list[Act], later: list[Act], kept: int) -> None:
    """Whatever was written before, between and after: the gates are what the acts say (R9, R10, R44)."""
    check([*before, *later])
    check([*before, *READY[:kept], *later])


@settings(max_examples=60, deadline=None)
@given(st.permutations(READY[:6]), st.lists(ACTS, max_size=3))
def test_in_whatever_order_it_comes(order: list[Act], later: list[Act]) -> None:
    """All of it, in any order that can be, and then something more."""
    check([*order, *READY[6:], *later])


def test_it_does_open() -> None:
    """Else all of this would show nothing."""
    assert check(READY)
    assert not any(check([*READY[:place], *READY[place + 1 :]]) for place in range(len(READY)))


@pytest.mark.parametrize(
    "no", [("answer", (MayTell.NO, PROCESS, None)), ("answer", (MayTell.ASK, DEMANDS, None)), ("stop", None)]
)
def test_after_it_opened_a_no_shuts_it(no: Act) -> None:
    """At once, also after a second member confirmed (R10)."""
    assert not check([*READY, no])


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, max_size=10), st.sampled_from(MATERIALS), st.dates(date(2026, 1, 6), date(2026, 12, 31)))
def test_what_happened_can_always_be_recorded(acts: list[Act], material: Material, on: date) -> None:
    """Whatever stands in the record, it is an entry that fits and is told with its marks (R63)."""
    book = Written(acts).made.book
    told = addressed(example(PeopleTold, plan=None, material=material, on=on), CONTACT)
    assert decode(encode(told)) == told
    entry_id = book.write(ADA, told)
    state = book.state()
    assert not [one for one in state.does_not_fit if one.filed.entry_id == entry_id]
    assert entry_id in {item.entry_id for item in state.telling.told}
    found = [one.code for one in marks(state, state.entries[entry_id])]
    assert MarkCode.TOLD_OUT_OF_TURN in found

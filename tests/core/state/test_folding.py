"""The fold as a whole, on random logs."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from answerable.core.audiences import is_copied, may_make
from answerable.core.entries import AnyEntry, Aside
from answerable.core.entries.base import EntryId
from answerable.core.entries.codec import decode, encode
from answerable.core.state import Filed, fold
from tests.core.examples import ADA, EXAMPLES, ROLES, START
from tests.core.logbook import Log, out_of_log

REFERENCES = (
    "entry",
    "demand",
    "replaces",
    "withdraws",
    "agreement",
    "draft",
    "question",
    "objection",
    "new_date_for",
    "note",
    "proposal",
    "decision",
    "follows",
)


def refers(entry: AnyEntry, name: str) -> bool:
    """Whether this field of the entry leads to another."""
    return isinstance(getattr(entry, name, None), bytes)


@st.composite
def logs(draw: st.DrawFn) -> list[Filed]:
    """Draw a log in which anybody writes anything about any earlier, later or unknown entry."""
    filed = list(Log().filed)
    ids = [one.entry_id for one in filed] + [bytes([n]) * 16 for n in range(1, 40)]
    for seq in range(1, draw(st.integers(1, 39))):
        entry = draw(st.sampled_from(EXAMPLES))
        known = st.sampled_from(ids)
        changed: dict[str, EntryId | None] = {name: draw(known) for name in REFERENCES if refers(entry, name)}
        if draw(st.integers(0, 3)) == 0:
            changed["corrects"] = draw(known)
        author = draw(st.sampled_from(sorted(ROLES)))
        placed = structs.replace(entry, at=START + seq, **changed)
        one = out_of_log(bytes([seq]) * 16, seq, author, ROLES[author], placed)
        others = None if one.listed else frozenset({ADA})
        filed.append(structs.replace(one, listed=others) if draw(st.integers(0, 5)) == 0 else one)
    return filed


def round_trip(one: Filed) -> Filed:
    """Return the same entry after a way through its bytes."""
    entry = decode(encode(one.entry))
    assert isinstance(entry, AnyEntry)
    return structs.replace(one, entry=entry)


@given(logs())
@settings(max_examples=60)
def test_the_same_entries_give_the_same_state(filed: list[Filed]) -> None:
    """Whatever was written, in whatever order it is handed in, on whatever machine (C6)."""
    assert fold(filed) == fold(reversed([round_trip(one) for one in filed]))


@given(logs())
@settings(max_examples=40)
def test_facts_are_only_added(filed: list[Filed]) -> None:
    """What a shorter log said stays said: timeline, misfits, corrections and tombstones only grow."""
    whole = fold(filed)
    for size in range(1, len(filed)):
        before = fold(filed[:size])
        assert whole.timeline[: len(before.timeline)] == before.timeline
        assert whole.does_not_fit[: len(before.does_not_fit)] == before.does_not_fit
        assert before.taken_out.keys() <= whole.taken_out.keys()
        for first, chain in before.corrected_by.items():
            assert whole.corrected_by[first][: len(chain)] == chain


@given(logs())
@settings(max_examples=40)
def test_nothing_is_folded_that_its_author_may_not_make(filed: list[Filed]) -> None:
    """The table of kinds holds whatever the log says (R2)."""
    state = fold(filed)
    unfit = {one.filed.entry_id for one in state.does_not_fit}
    for one in filed:
        if not may_make(type(one.entry), one.author_roles, copied=is_copied(one.entry)):
            assert one.entry_id in unfit
    standing = {one.entry_id for one in state.contacts.reached} | {one.entry_id for one in state.notes}
    assert not standing & unfit
    assert not standing & state.taken_out.keys()


@given(logs())
@settings(max_examples=40)
def test_what_is_for_named_people_is_nowhere_else(filed: list[Filed]) -> None:
    """Neither timeline nor entries have it, and none stands that others than those it names could open (R66)."""
    state = fold(filed)
    asides = {one.entry_id: one for one in filed if isinstance(one.entry, Aside)}
    assert state.asides == asides
    assert not asides.keys() & {one.entry_id for one in state.timeline}
    assert not asides.keys() & state.entries.keys()
    for note in state.soon.notes:
        listed = asides[note.item.entry_id].listed
        assert listed is not None
        assert listed <= set(note.item.entry.named)


def test_every_kind_finds_its_slice() -> None:
    """One of each by somebody who may: nothing is dropped by the fold."""
    log = Log()
    for entry in EXAMPLES[1:]:
        author = next(user for user, roles in ROLES.items() if may_make(type(entry), roles, copied=is_copied(entry)))
        log.write(author, entry)
    state = log.state()
    assert state.does_not_fit == ()
    assert len(state.timeline) == len(state.entries) == len(EXAMPLES) - len(state.asides)
    assert len(state.asides) == sum(isinstance(entry, Aside) for entry in EXAMPLES)

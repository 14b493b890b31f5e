"""What a circle can read is what the table of kinds says: every kind, in any order, sealed and opened again (C1)."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from answerable.actions.writing import Writer, write
from answerable.core.audiences import RULES, default_readers, may_read
from answerable.core.circles import Role
from answerable.core.entries import AnyEntry, Aside, AsideTakenOut, ProcessOpened, TakenOut
from answerable.core.entries.codec import KINDS
from answerable.sealing.randomness import draw
from answerable.web.base import clock
from tests.core.examples import COPIED, EXAMPLES
from tests.people import Cast, Person

pytestmark = pytest.mark.django_db

NAMES = {"ada": Role.CONTACT, "bo": Role.CONTACT, "sol": Role.SUPPORT, "uma": Role.SUPERVISION}
WRITERS = {Role.CONTACT: "ada", Role.SUPPORT: "sol", Role.SUPERVISION: "uma"}
KINDS_TRIED = tuple(kind for kind in KINDS if not issubclass(kind, ProcessOpened | TakenOut | AsideTakenOut))


def made_by(random: Random, cast: Cast) -> Iterator[tuple[Role, AnyEntry]]:
    """Yield an entry of every kind in any order, by a circle that may make it, in own words or copied."""
    for kind in random.sample(KINDS_TRIED, len(KINDS_TRIED)):
        rule = RULES[kind]
        role = random.choice(sorted(rule.by | rule.copied_by))
        entry = next(one for one in EXAMPLES if isinstance(one, kind))
        if hasattr(entry, "copied"):
            entry = structs.replace(entry, copied=None if role in rule.by else COPIED)
        if isinstance(entry, Aside):
            entry = structs.replace(entry, named=tuple(sorted({user_of(cast, role), cast.bo.user})))
        yield role, entry


def user_of(cast: Cast, role: Role) -> bytes:
    """Return who writes for a circle."""
    person: Person = getattr(cast, WRITERS[role])
    return person.user


def keep(cast: Cast, role: Role, entries: list[AnyEntry], random: Random) -> dict[bytes, frozenset[str]]:
    """Have somebody of a circle keep these; return by id who is meant to read each: she adds and leaves out circles."""
    person: Person = getattr(cast, WRITERS[role])
    meant: dict[bytes, frozenset[str]] = {}

    def build(writer: Writer) -> None:
        for entry in entries:
            entry_id, rule = draw(16), RULES[type(entry)]
            also = {one for one in sorted(rule.may_add) if random.random() < 1 / 2}
            without = {one for one in sorted(rule.optional) if random.random() < 1 / 2}
            writer.entry(entry_id, entry, also=also, without=without)
            readers = (default_readers(entry, frozenset({role})) | also) - without
            meant[entry_id] = frozenset(name for name, of in NAMES.items() if of in readers)
            if isinstance(entry, Aside):
                meant[entry_id] = frozenset(name for name in NAMES if getattr(cast, name).user in entry.named)

    write(cast.open(person), build, now=clock.now())
    return meant


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_each_opens_exactly_what_is_meant_for_her(cast: Cast, random: Random) -> None:
    """Whatever is written by whomever, nobody opens more, nobody less, and what it folds into holds nothing else."""
    made = list(made_by(random, cast))
    meant: dict[bytes, frozenset[str]] = {}
    for role in random.sample(sorted(WRITERS), len(WRITERS)):
        entries = [entry for by, entry in made if by is role and not RULES[type(entry)].as_entry]
        meant |= keep(cast, role, entries, random)
    for name, role in NAMES.items():
        person: Person = getattr(cast, name)
        opened = cast.open(person)
        mine = {ident for ident, names in meant.items() if name in names}
        assert {one.entry_id for one in opened.filed} & set(meant) == mine
        assert (set(opened.state.entries) | set(opened.state.asides)) & set(meant) == mine
        assert all(may_read(one.entry, frozenset({role}), person.user) for one in opened.filed)
    for outside in (cast.out, cast.eve):
        assert not {one.entry_id for one in cast.open(outside).filed} & set(meant)

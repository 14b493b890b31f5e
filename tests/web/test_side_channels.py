"""What one circle holds shows nowhere else: pages, search, counts, due days, sizes of what is stored (C4, R47)."""

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import TypeVar

import pytest
from django.test import Client
from msgspec import structs

from answerable.actions import keeping
from answerable.core.audiences import RULES, addressed, is_copied
from answerable.core.circles import Role
from answerable.core.entries import (
    AnyEntry,
    Aside,
    DecisionProposed,
    NonCooperationNoted,
    PositionTaken,
    StepTaken,
    TakenOut,
)
from answerable.core.entries.codec import KINDS
from answerable.sealing.leaves import decode_header
from answerable.store import calendar
from tests import crawl
from tests.core.examples import EXAMPLES
from tests.filled import send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db

EntryT = TypeVar("EntryT", bound=AnyEntry)

STARTS = ("now", "demands", "agenda", "update", "messages", "all", "people", "who", "settings")
TAG_BYTES = 16
SIZES = {size * 1024 + TAG_BYTES for size in (1, 2, 4, 8, 16, 32, 64)}
DRAWN = re.compile(
    r'name="(?:csrfmiddlewaretoken|entry|_who)" value="[^"]*"|value="[^"]*" name="(?:csrfmiddlewaretoken|entry)"'
)
"""What is drawn anew with each page."""
NEW_WORDS = "/settings/again"
"""The page that draws six words for a passphrase each time."""
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
LENGTH = re.compile('lines in the record|class="six-words"|class="code long"')
"""How long the record is, and the safety words: all see that something was written, not what (docs/threats.md)."""


def only_for(role: Role, reader: Role) -> tuple[AnyEntry, ...]:
    """Return one entry of each kind that one circle makes and the other does not read, in the order of the kinds."""
    return tuple(entry for kind in KINDS for entry in _of(kind, role) if reader not in entry.meant_for)


def _of(kind: type[AnyEntry], role: Role) -> Iterable[AnyEntry]:
    """Yield the example of a kind as somebody of this circle writes it; none of what is for named people, or about."""
    rule = RULES[kind]
    if role in rule.by and not rule.as_entry and not issubclass(kind, Aside | TakenOut):
        entry = next(one for one in EXAMPLES if isinstance(one, kind))
        own = structs.replace(entry, copied=None) if is_copied(entry) else entry
        yield addressed(own, frozenset({role}))


def seen_by(client: Client, cast: Cast, paths: Iterable[str] = ()) -> dict[str, str]:
    """Return what pages say: those that links lead to, or exactly these; without what is drawn anew."""
    browser = crawl.InProcess(client)
    starts = [cast.path(one) for one in STARTS]
    found = [browser.open(path) for path in paths] if paths else crawl.walk(browser, starts, each=1)
    pages = (page for page in found if not page.path.endswith(NEW_WORDS))
    return {page.path: CLOCK.sub("", DRAWN.sub("", page.text)) for page in pages}


def background(cast: Cast) -> tuple[bytes, bytes]:
    """Have all circles hold something; return a question to decide and a concern."""
    cast.write(cast.sol, *(one for one in only_for(Role.SUPPORT, Role.SUPERVISION) if Role.CONTACT in one.meant_for))
    asked = example(DecisionProposed, asked=tuple(sorted((cast.ada.user, cast.bo.user))), recused=())
    concern = example(NonCooperationNoted, concern=None, rests_on=())
    ids = cast.write(cast.ada, asked, concern)
    return ids[0], ids[1]


def example(kind: type[EntryT], **fields: object) -> EntryT:
    """Return the example of a kind with some fields changed."""
    return structs.replace(next(one for one in EXAMPLES if isinstance(one, kind)), **fields)


def held_back(cast: Cast, reader: Role, proposal: bytes, concern: bytes) -> tuple[AnyEntry, ...]:
    """Return what the contact circle writes and this circle does not read, views and steps in their places."""
    placed: dict[type, dict[str, object]] = {
        PositionTaken: {"proposal": proposal, "member": cast.bo.user},
        StepTaken: {"concern": concern, "decision": proposal},
    }
    return tuple(structs.replace(one, **placed.get(type(one), {})) for one in only_for(Role.CONTACT, reader))


def due_days(cast: Cast, role: Role) -> set[tuple[str, bool]]:
    """Return the clear rows of a circle's due days."""
    circle = cast.open(cast.ada).circle(role)
    return {(day.isoformat(), hurry) for _process, of, day, hurry in calendar.all_days() if of == circle}


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("name", "role"), [("sol", Role.SUPPORT), ("uma", Role.SUPERVISION)])
def test_no_page_search_count_or_due_day_of_others_changes(cast: Cast, name: str, role: Role) -> None:
    """Views, steps, worksheets, notes and all else one circle writes leave every page of the other as it was."""
    proposal, concern = background(cast)
    client = getattr(cast, name).client()
    before, days, found = seen_by(client, cast), due_days(cast, role), searched(client, cast)
    assert len(before) > 15
    held = held_back(cast, role, proposal, concern)
    assert {PositionTaken, StepTaken} <= {type(one) for one in held}
    cast.write(cast.ada, *held)
    after = seen_by(client, cast, before)
    changed = {path: _changed_lines(text, after[path]) for path, text in before.items() if after[path] != text}
    assert set(changed) == {cast.path("people")}
    assert all(map(_is_length, changed[cast.path("people")]))
    assert (due_days(cast, role), searched(client, cast)) == (days, found)


def searched(client: Client, cast: Cast) -> str:
    """Return what a search for a word finds that stands in much of what others hold."""
    return CLOCK.sub("", text_of_page(send(client, cast.path("all"), {"words": "choir"}, holding="words")))


def _changed_lines(one: str, other: str) -> list[str]:
    """Return the lines in which two pages differ."""
    pairs = zip_longest(one.splitlines(), other.splitlines())
    return [str(line) for pair in pairs if pair[0] != pair[1] for line in pair]


def _is_length(line: str) -> bool:
    return LENGTH.search(line) is not None


def test_what_is_stored_of_them_differs_in_its_size_class_alone(cast: Cast) -> None:
    """The clear part of a view looks like that of a note; an archive holds nothing else in clear (sealing.md)."""
    proposal, concern = background(cast)
    before = cast.open(cast.ada).ledger.size
    cast.write(cast.ada, *held_back(cast, Role.SUPPORT, proposal, concern))
    rows = keeping.stored_rows(cast.process)
    new = [leaf for leaf in rows.leaves if leaf.seq >= before]
    assert len(new) > 20
    looks = set()
    for leaf in new:
        header = decode_header(leaf.header, leaf.seq)
        circles = tuple(item.circle for item in header.audience)
        if circles == (cast.open(cast.ada).circle(Role.CONTACT),):
            (item,) = header.audience
            looks.add((header.v, header.suite, header.kind, item.epoch, item.how, len(header.kc), len(item.wrap)))
        assert len(rows.bodies[leaf.seq] or b"") in SIZES
    assert len(looks) == 1

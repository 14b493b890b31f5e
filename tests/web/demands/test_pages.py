"""Refusals, errors, ids of others, other groups: the pages about demands."""

import pytest
from django.test import Client

from answerable.actions import demands as deeds
from answerable.core.circles import Role
from answerable.core.entries import DemandRaised, DemandWithdrawn
from answerable.core.entries.base import Copied
from answerable.core.entries.demands import Facet, Origin
from answerable.sealing.randomness import draw
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db

WORDS = "Tell the people you live with."
READ_BY_ALL = ("list",)
BY_SUPPORT_TOO = ("list/new",)
BY_CONTACT_ONLY = ("list/on",)
ALL_PATHS = (*READ_BY_ALL, *BY_SUPPORT_TOO, *BY_CONTACT_ONLY)
BAD_IDS = ("a" * 26, "A" * 26, "x", "0" * 26, text_of(bytes(16)), text_of(b"\xff" * 16))


def raised(cast: Cast, text: str = WORDS) -> str:
    """Have Sol raise a demand, and return its id as it stands in URLs."""
    entry = DemandRaised(
        at=clock.now(),
        meant_for=(),
        number=deeds.next_free(cast.open(cast.sol).state),
        facet=Facet.INFORM,
        text=text,
        said_on=clock.host_day(clock.now()),
        origin=Origin.SUPPORT,
    )
    (entry_id,) = cast.write(cast.sol, entry)
    return text_of(entry_id)


@pytest.mark.parametrize("rest", ALL_PATHS)
def test_outsiders_find_nothing(cast: Cast, rest: str) -> None:
    """Who is in another process, has left, or is not signed in cannot tell that it exists."""
    for person in (cast.out, cast.eve):
        assert person.client().get(cast.path(rest)).status_code == 404
        assert person.client().post(cast.path(rest), {}).status_code in {404, 405}
    assert browser().get(cast.path(rest))["Location"] == "/in"


def test_each_group_has_the_pages_that_are_for_it(cast: Cast) -> None:
    """All read; support raises; only the contact group passes on; others are told whose page it is."""
    ident = raised(cast)
    expected = {
        "list": (200, 200, 200),
        f"list/{ident}": (200, 200, 200),
        "list/new": (200, 200, 403),
        f"list/{ident}/again": (200, 200, 403),
        f"list/{ident}/out": (200, 200, 403),
        "list/on": (200, 403, 403),
        f"list/{ident}/on": (200, 403, 403),
    }
    clients = (cast.ada.client(), cast.sol.client(), cast.uma.client())
    for rest, codes in expected.items():
        assert tuple(client.get(cast.path(rest)).status_code for client in clients) == codes, rest


@pytest.mark.parametrize("end", ["", "/on", "/again", "/out"])
def test_ids_that_do_not_exist_answer_404(cast: Cast, end: str) -> None:
    """No shape of an id makes a difference, nor that an id stands in another process."""
    client = cast.ada.client()
    for ident in BAD_IDS:
        assert client.get(cast.path(f"list/{ident}{end}")).status_code == 404
    ident = raised(cast)
    assert cast.out.client().get(f"/g/{cast.others}/list/{ident}{end}").status_code == 404


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"facet": None}, "Choose what it is about"),
        ({"facet": "reform"}, "Choose one of these."),
        ({"words": ""}, "Write the words of the demand"),
        ({"words": "\u200b\u200b"}, "Write the words of the demand"),
        ({"words": "x" * 20_001}, "at most 20,000 characters"),
        ({"number": "1"}, "Number 1 is taken. The next free one is 2."),
        ({"number": "0"}, "Numbers begin with 1"),
        ({"number": "1000"}, "Numbers end with 999"),
        ({"number": "two"}, "Write the number in figures"),
        ({"words": "Tell  the people\nyou live with."}, "This demand stands already, as number 1."),
        ({"said_on": "2999-01-01"}, "This day cannot be after today"),
        ({"said_on": "1700-01-01"}, "Check the year of this day."),
        ({"said_on": "soon"}, "Write the day like 2026-09-30."),
    ],
)
def test_a_refused_demand_says_why_and_loses_nothing(cast: Cast, answers: dict[str, object], said: str) -> None:
    """The message stands beside the field; the words are still in the box; nothing was kept."""
    raised(cast)
    filled = {"facet": "inform", "words": "Answer us within two weeks.", **answers}
    page = send(cast.sol.client(), cast.path("list/new"), filled)
    assert page.status_code == 422
    assert said in text_of_page(page)
    _action, values = form_on(page, holding="entry")
    assert values["words"] == [filled["words"]]
    assert len(cast.open(cast.sol).state.demands) == 1


def test_a_copy_says_what_it_is_copied_from(cast: Cast) -> None:
    """A contact member gives day and source; from whom is filled in."""
    ada = cast.ada.client()
    page = send(ada, cast.path("list/new"), {"facet": "inform", "words": WORDS, "said_on": "", "source": ""})
    assert page.status_code == 422
    assert "Write the day" in text_of_page(page)
    assert "Say what you copy it from" in text_of_page(page)
    answers = {"facet": "inform", "words": WORDS, "said_on": "2026-01-12", "source": "A mail", "from_whom": ""}
    assert send(ada, cast.path("list/new"), answers).status_code == 303
    copied = cast.open(cast.ada).state.demands[0].current.item.entry.copied
    assert copied == Copied(from_="Support group", said_on=copied.said_on, source="A mail", how="")  # type: ignore[union-attr]  # it is a copy
    assert cast.open(cast.ada).state.demands[0].current.item.author == cast.ada.user


@pytest.mark.parametrize("rest", ["list/new", "list/{}/again", "list/{}/out", "list/{}/on"])
def test_the_same_form_sent_twice_writes_once(cast: Cast, rest: str) -> None:
    """A double click, or the back button after saving, says the same and keeps one entry."""
    ident = raised(cast)
    person = cast.ada if rest.endswith("/on") else cast.sol
    client, path = person.client(), cast.path(rest.format(ident))
    _action, values = form_on(client.get(path), holding="entry")
    filled = {**values, "facet": "reflect", "words": "Name to us what you did."}
    assert client.post(path, filled).status_code == 303
    size = cast.open(cast.ada).ledger.size
    assert client.post(path, filled).status_code == 303
    assert cast.open(cast.ada).ledger.size == size


def test_two_tabs_that_take_one_number_get_two(cast: Cast) -> None:
    """The number that a second save proposes is given to somebody else meanwhile: it gets the next one."""
    sol = cast.sol.client()
    path = cast.path("list/new")
    forms = [form_on(sol.get(path), holding="entry")[1] for _tab in range(2)]
    for number, values in enumerate(forms):
        sol.post(path, {**values, "facet": "other", "words": f"Words {number}.", "number": ""})
    assert [demand.number for demand in cast.open(cast.sol).state.demands] == [1, 2]


def test_a_replacement_that_changes_nothing_is_refused(cast: Cast) -> None:
    """Word for word the old words, however the lines break; another facet with the same words is a change."""
    ident = raised(cast)
    sol, path = cast.sol.client(), cast.path(f"list/{ident}/again")
    page = send(sol, path, {"words": "Tell the people\nyou live with."})
    assert page.status_code == 422
    assert "word for word the words that stand" in text_of_page(page)
    assert send(sol, path, {"facet": "other"}).status_code == 303
    assert cast.open(cast.sol).state.demands[0].facet is Facet.OTHER


def test_what_is_withdrawn_is_neither_withdrawn_again_nor_replaced(cast: Cast) -> None:
    """The pages say that it was withdrawn, and keep nothing."""
    ident = raised(cast)
    sol = cast.sol.client()
    open_form = form_on(sol.get(cast.path(f"list/{ident}/out")), holding="entry")[1]
    assert send(sol, cast.path(f"list/{ident}/out"), {"words": "It is done."}).status_code == 303
    size = cast.open(cast.sol).ledger.size
    for end in ("again", "out"):
        page = sol.get(cast.path(f"list/{ident}/{end}"))
        assert "This demand was withdrawn." in text_of_page(page)
        assert b"<textarea" not in page.content
    assert sol.post(cast.path(f"list/{ident}/out"), {**open_form, "words": "Again."}).status_code == 409
    assert cast.open(cast.sol).ledger.size == size


def test_a_withdrawal_in_another_tab_is_seen_inside_the_save(cast: Cast) -> None:
    """The deed itself refuses a demand that was withdrawn while the form stood open."""
    ident = raised(cast)
    opened = cast.open(cast.sol)
    demand = opened.state.demands[0]
    entry = DemandWithdrawn(
        at=clock.now(),
        meant_for=(),
        withdraws=demand.demand_id,
        text="",
        said_on=opened.today,
        origin=Origin.SUPPORT,
    )
    deeds.withdraw_demand(opened, draw(16), entry, now=clock.now())
    with pytest.raises(deeds.WithdrawnError):
        deeds.withdraw_demand(opened, draw(16), entry, now=clock.now())
    assert ident


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"on": "2999-01-01"}, "This cannot be after today"),
        ({"on": ""}, "Write the day"),
        ({"by": []}, "Say who of you"),
        ({"by": ["a" * 26]}, "Choose members of the group."),
        ({"medium": "pigeon"}, "Choose one of these."),
        ({"answer_by": "2026-01-01"}, "The answer cannot be asked for before that day"),
        ({"passed_": None}, "Tick at least one that was passed on"),
        ({"said_": "His words."}, "Say whether he answered, evaded or refused"),
        ({"passed_": None, "outcome_": "refused"}, "He answered something that was not passed on."),
        ({"said_": "x" * 20_001, "outcome_": "answered"}, "at most 20,000 characters"),
        ({"outcome_": "seen"}, "Choose one of these."),
    ],
)
def test_a_refused_passing_on_says_why(cast: Cast, answers: dict[str, object], said: str) -> None:
    """Nothing is kept, and the page still shows the words and what was typed."""
    ident = raised(cast)
    path = cast.path(f"list/{ident}/on")
    named = {f"{key}{ident}" if key.endswith("_") else key: value for key, value in answers.items()}
    page = send(cast.ada.client(), path, named)
    assert page.status_code == 422
    shown = text_of_page(page)
    assert said in shown
    assert WORDS in shown
    assert not cast.open(cast.ada).state.demands[0].current.passings


def test_a_forged_list_of_demands_keeps_nothing(cast: Cast) -> None:
    """Ids of nothing, of others, or none at all: the form says that nothing was ticked."""
    raised(cast)
    ada, path = cast.ada.client(), cast.path("list/on")
    _action, values = form_on(ada.get(path), holding="entry")
    plain = {name: value for name, value in values.items() if "_" not in name or name == "answer_by"}
    forged = {**plain, f"shown_{'a' * 26}": "00" * 32, f"passed_{'a' * 26}": "on", "shown_x": ""}
    page = ada.post(path, forged)
    assert page.status_code == 422
    assert "Tick at least one that was passed on" in text_of_page(page)


HARD = (
    "<script>alert(1)</script> & <b>bold</b>",
    '#set page(width: 1pt) #read("/etc/passwd") $x$ *strong* _emph_ @ref <label>',
    "أخبر من تسكن معهم.",
    "{{ shell.member_name }} {% now 'Y' %}",
    "Line one\n\n\nLine two  with  spaces",
)


@pytest.mark.parametrize("hard", HARD)
def test_words_stay_as_they_were_typed(cast: Cast, hard: str) -> None:
    """Markup of any kind is text; right-to-left text keeps its direction; the answer too."""
    assert send(cast.sol.client(), cast.path("list/new"), {"facet": "other", "words": hard}).status_code == 303
    demand = cast.open(cast.ada).state.demands[0]
    assert demand.current.text.splitlines() == hard.splitlines()
    ident = text_of(demand.demand_id)
    ada = cast.ada.client()
    answers = {f"outcome_{ident}": "evaded", f"said_{ident}": hard}
    assert send(ada, cast.path(f"list/{ident}/on"), answers).status_code == 303
    for path in ("list", f"list/{ident}", f"list/{ident}/on", f"list/{ident}/again"):
        page = ada.get(cast.path(path)).content.decode()
        assert "<script>" not in page
        assert "<b>bold" not in page
        assert " ".join(hard.split()) in text_of_page(ada.get(cast.path(path)))
    assert 'class="said-text" dir="auto"' in ada.get(cast.path(f"list/{ident}")).content.decode()


@pytest.mark.parametrize("person", ["ada", "sol", "uma"])
def test_titles_say_nothing(cast: Cast, person: str) -> None:
    """The browser's history shows an ordinary word for every page here (C4)."""
    ident = raised(cast)
    client: Client = getattr(cast, person).client()
    for rest in ("list", f"list/{ident}", "list/new", f"list/{ident}/on", f"list/{ident}/out"):
        page = client.get(cast.path(rest)).content.decode()
        title = page.partition("<title>")[2].partition("</title>")[0]
        assert title.removeprefix("Error: ").split(" –")[0] in {"Entries", "Entry", "New entry"}


def test_numbers_run_out_politely(cast: Cast) -> None:
    """After the last number the lowest free one is proposed."""
    entry = DemandRaised(
        at=clock.now(),
        meant_for=(),
        number=999,
        facet=Facet.OTHER,
        text=WORDS,
        said_on=clock.host_day(clock.now()),
        origin=Origin.SUPPORT,
    )
    cast.write(cast.sol, entry)
    assert deeds.next_free(cast.open(cast.sol).state) == 1


def test_a_demand_is_read_by_all_three_circles(cast: Cast) -> None:
    """What Sol raises is sealed for contact, supervision and support circle."""
    raised(cast)
    assert cast.open(cast.uma).state.demands[0].current.item.entry.meant_for == tuple(sorted(Role))

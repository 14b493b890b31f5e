"""Print one JSON line per figure: what a member waits for, against the least that the machine must do for it."""

import json
import statistics
import time
from collections.abc import Callable

from benchmarks.place import installation


def median_ms(act: Callable[[], object], *, runs: int) -> float:
    """Return the median time of an act in milliseconds."""
    return paired_ms(act, lambda: None, runs=runs)[0]


def paired_ms(act: Callable[[], object], floor: Callable[[], object], *, runs: int) -> tuple[float, float]:
    """Return the medians of an act and its floor in milliseconds, taken in turns so that both meet the same load."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for one, kept in zip((act, floor), times, strict=True):
            start = time.perf_counter()
            one()
            kept.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def line(name: str, median: float, floor: float | None = None, **facts: object) -> None:
    """Print a figure."""
    found: dict[str, object] = {"name": name, **facts, "median_ms": round(median, 2)}
    if floor is not None:
        found |= {"floor_ms": round(floor, 2), "ratio": round(median / floor, 2)}
    print(json.dumps(found), flush=True)


def opening(entries: int) -> None:
    """Measure opening a record, with signatures checked before and without, against bulk reading of the same bytes."""
    from answerable.actions.reading import open_process
    from answerable.actions.writing import keep_mark
    from answerable.store import models
    from benchmarks.floors import bulk_reader
    from benchmarks.records import filled
    from tests.people import Person

    ada = Person("Ada")
    opened = filled(ada, entries)
    models.Mark.objects.all().delete()

    def act() -> None:
        assert not open_process(ada.identity, opened.process, now=opened.now).alarmed

    runs = 11 if entries <= 1000 else 5  # noqa: PLR2004 - long ones fewer times
    floor = bulk_reader(opened)
    line("open_process_cold", *paired_ms(act, floor, runs=runs), entries=entries)
    keep_mark(open_process(ada.identity, opened.process, now=opened.now))
    line("open_process", *paired_ms(act, floor, runs=runs), entries=entries)


def appending() -> None:
    """Measure one more entry in a record of a hundred, against a bare durable insert and one signature."""
    from answerable.actions.writing import append
    from answerable.sealing.randomness import draw
    from benchmarks.floors import durable_insert
    from benchmarks.records import entry, filled
    from tests.people import Person

    opened = filled(Person("Bo"), 100)

    def act() -> None:
        nonlocal opened
        opened = append(opened, (draw(16), entry(opened, 1)), now=opened.now)

    runs = 41
    act()
    line("append_entry", *paired_ms(act, durable_insert(opened), runs=runs))


def signing_in() -> None:
    """Measure the POST of name and passphrase at the default cost, against one Argon2id run."""
    from answerable.actions import accounts
    from benchmarks.floors import argon2
    from benchmarks.records import filled
    from tests.people import Person, browser

    identity = accounts.create_account("Cara", "four calm rivers under old slate")
    filled(Person("Cara", identity), 40)

    def act() -> None:
        answer = browser().post("/in", {"name": "Cara", "passphrase": "four calm rivers under old slate"})
        assert answer.status_code == 303  # noqa: PLR2004  # see other

    act()
    line("sign_in", *paired_ms(act, argon2, runs=7))


def page_now() -> None:
    """Measure the first page with 1,000 entries, as the server's time for one request."""
    from answerable.actions.writing import keep_mark
    from benchmarks.records import filled
    from tests.people import Person

    dora = Person("Dora")
    opened = filled(dora, 1000)
    keep_mark(opened)
    client = dora.client()

    def act() -> None:
        assert client.get(f"/g/{opened.alias}/now").status_code == 200  # noqa: PLR2004 - the page was answered

    act()
    line("page_now", median_ms(act, runs=11), entries=1000)


def searching() -> None:
    """Measure looking through 10,000 entries for two words, against folding and scanning the same words; and pages.

    `page_timeline` and `page_search` are the server's time for one request, opening the record with it.
    """
    from answerable.actions.writing import keep_mark
    from answerable.core import chronicle
    from answerable.web.base.telling import words_of
    from answerable.wording.chronicle import Search
    from benchmarks.floors import scan
    from benchmarks.records import filled
    from tests.people import Person

    eli = Person("Eli")
    opened = filled(eli, 10_000)
    keep_mark(opened)
    words = words_of(opened)
    lines = chronicle.lines(opened.state)

    def act() -> None:
        search = Search("summer nowhere", words)  # the first word stands everywhere, the second nowhere
        assert not [line for line in chronicle.lines(opened.state) if search.finds(line)]

    line("search", *paired_ms(act, scan(opened, "nowhere"), runs=11), entries=len(lines))
    client = eli.client()

    def page() -> None:
        assert client.get(f"/g/{opened.alias}/all").status_code == 200  # noqa: PLR2004 - the page was answered

    def found() -> None:
        answer = client.post(f"/g/{opened.alias}/all", {"words": "list summer"})
        assert b"<mark>" in answer.content

    line("page_timeline", median_ms(page, runs=5), entries=10_000)
    line("page_search", median_ms(found, runs=5), entries=10_000)


def main() -> None:
    """Measure everything on SQLite in a throw-away folder."""
    with installation():
        for entries in (100, 1000, 10_000):
            opening(entries)
        appending()
        signing_in()
        page_now()
        searching()


if __name__ == "__main__":
    main()

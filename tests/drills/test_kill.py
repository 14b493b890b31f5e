"""Ten kills of `make drill`: acknowledged entries survive them, and the same search finds losses in a control."""

import pytest

from benchmarks.drill import drill
from tests.postgres import postgres_server

KILLS = 10


@pytest.mark.slow
def test_ten_kills_lose_nothing_on_sqlite() -> None:
    """What SQLite acknowledged is there after the writer was killed, and the log is whole."""
    result = drill("real", KILLS)
    assert result["lost"] == 0
    assert result["verify"] == "complete"
    assert int(str(result["acknowledged"])) >= KILLS


@pytest.mark.slow
@pytest.mark.postgres
def test_ten_kills_of_writer_and_server_lose_nothing_on_postgresql() -> None:
    """The same with PostgreSQL, whose server is killed together with the writer."""
    with postgres_server(durable=True) as server:
        result = drill("real", KILLS, server)
    assert result["lost"] == 0
    assert result["verify"] == "complete"


@pytest.mark.slow
def test_a_writer_that_answers_too_early_is_found_out() -> None:
    """Positive control: acknowledging before the commit loses entries, and the drill sees it."""
    assert int(str(drill("control", KILLS)["lost"])) > 0

"""Kill it in the middle of appends, on each database: what was acknowledged is there afterwards, and the log is whole.

A control run acknowledges before it commits; the same search must find losses there.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import programs
from tests.postgres import PostgresServer, postgres_server

KILLS = 50


def writer(folder: Path, seed: str, mode: str) -> None:
    """Append notes without end and print the id of each once it is acknowledged (child process)."""
    from answerable.cli import starting

    starting.set_up(folder)
    from answerable.actions.reading import open_process
    from answerable.actions.writing import append
    from answerable.sealing.identity import Identity
    from answerable.sealing.randomness import draw
    from answerable.store import log
    from answerable.web.base import clock
    from benchmarks.records import entry

    identity = Identity.from_seed(bytes.fromhex(seed))
    ((process, _alias, _practice),) = log.processes_of(identity.user_id)
    opened = open_process(identity, process, now=clock.now())
    while True:
        entry_id = draw(16)
        if mode == "control":
            print(entry_id.hex(), flush=True)
        opened = append(opened, (entry_id, entry(opened, 1)), now=clock.now())
        if mode != "control":
            print(entry_id.hex(), flush=True)


def begin(folder: Path, seed: str) -> None:
    """Found the process the drill writes into (child process)."""
    from answerable.cli import starting

    starting.set_up(folder)
    from answerable.sealing.identity import Identity
    from tests.people import Person, found

    found(Person("Ada", Identity.from_seed(bytes.fromhex(seed))))


def look(folder: Path, seed: str) -> None:
    """Print the outcome of verify and every entry id that the store holds (child process)."""
    from answerable.cli import starting

    starting.set_up(folder)
    from answerable.actions import keeping
    from answerable.actions.reading import open_process
    from answerable.sealing.identity import Identity
    from answerable.store import log
    from answerable.web.base import clock

    identity = Identity.from_seed(bytes.fromhex(seed))
    ((process, _alias, _practice),) = log.processes_of(identity.user_id)
    result = keeping.check(process, keeping.stored_rows(process), identity=identity)
    opened = open_process(identity, process, now=clock.now())
    print(json.dumps({"outcome": result.outcome, "entries": [one.hex() for one in opened.ledger.entries]}))


def _child(act: str, folder: Path, seed: str, mode: str = "") -> list[str]:
    return [sys.executable, "-m", "benchmarks.drill", act, str(folder), seed, mode]


def kill_once(folder: Path, seed: str, mode: str, environment: dict[str, str], after: int) -> set[str]:
    """Start a writer, kill it (signal 9) some moments after `after` acknowledgements; return what it acknowledged."""
    command = _child("write", folder, seed, mode)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:  # our own module
        assert child.stdout is not None
        acknowledged = {child.stdout.readline().strip() for _ in range(after)}
        child.send_signal(signal.SIGKILL)
        acknowledged |= {text for text in child.stdout.read().split("\n") if len(text) == 32}  # noqa: PLR2004  # whole ids
    return {text for text in acknowledged if text}


def drill(mode: str, kills: int, server: PostgresServer | None = None) -> dict[str, object]:
    """Kill a writer so often (with it the server, where one is given); return what was lost and what verify says."""
    seed = os.urandom(32).hex()
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    environment.pop("DATABASE_URL", None)
    if server is not None:
        environment["DATABASE_URL"] = server.create(f"drill{os.urandom(4).hex()}")
    with tempfile.TemporaryDirectory(prefix="answerable-drill-") as name:
        folder = Path(name)
        subprocess.run(_child("begin", folder, seed), check=True, env=environment)  # our own module
        acknowledged: set[str] = set()
        for _ in range(kills):
            after = random.randint(1, 20)  # when to kill, not a secret
            acknowledged |= kill_once(folder, seed, mode, environment, after)
            if server is not None:
                server.kill()
                server.start()
        looked = subprocess.run(  # our own module
            _child("look", folder, seed), check=True, env=environment, capture_output=True, text=True
        )
    found = json.loads(looked.stdout)
    lost = acknowledged.difference(found["entries"])
    return {"acknowledged": len(acknowledged), "lost": len(lost), "verify": found["outcome"]}


def main(kills: int = KILLS) -> int:
    """Run the drill and its control on each database there is; return 1 where something was lost."""
    results = [("drill", "sqlite", drill("real", kills))]
    if programs.postgresql():
        with postgres_server(durable=True) as server:
            results.append(("drill", "postgresql", drill("real", kills, server)))
    results.append(("drill_control", "sqlite", drill("control", kills)))
    for name, database, result in results:
        print(json.dumps({"name": name, "database": database, "kills": kills, **result}))
    kept = all(result["lost"] == 0 and result["verify"] == "complete" for name, _, result in results if name == "drill")
    return 0 if kept and results[-1][2]["lost"] else 1


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", where, secret, how]:
            writer(Path(where), secret, how)
        case ["begin", where, secret, _]:
            begin(Path(where), secret)
        case ["look", where, secret, _]:
            look(Path(where), secret)
        case _:
            sys.exit(main())

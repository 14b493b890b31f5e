"""Run every check and test of the project and close with one plain line for each: what `make test` does."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests import programs

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
FOLDERS = tuple(name for name in ("answerable", "benchmarks", "tests", "tools") if (ROOT / name).is_dir())
FULLY_COVERED = ("core", "sealing")
BELOW_THE_PAGES = ("core", "sealing", "vectors", "wording", "actions")
"""The folders of tests whose tests together cover those rooms; counting lines doubles the time of the others."""
WORKERS = "2"


class Step(NamedTuple):
    """One check: its name, its command, and whether its output is shown while it runs."""

    name: str
    command: tuple[str, ...]
    shown: bool = False
    aside: bool = False
    """Whether it runs beside the others: it takes one processor, and long."""
    environment: tuple[tuple[str, str], ...] = ()


class Outcome(NamedTuple):
    """How one step went."""

    name: str
    passed: bool
    seconds: float


def steps() -> list[Step]:
    """Return all checks in order: the quick ones first."""
    python = str(BIN / "python")
    pytest = (python, "-m", "pytest", "-q", "-n", WORKERS, "--dist", "worksteal", "--durations=12", "--durations-min=5")
    covered = ("--cov", "--cov-report=", *(f"tests/{name}" for name in BELOW_THE_PAGES))
    others = tuple(f"--ignore=tests/{name}" for name in BELOW_THE_PAGES)
    found = [
        Step("Style", (str(BIN / "ruff"), "check", ".")),
        Step("Formatting", (str(BIN / "ruff"), "format", "--check", ".")),
        Step("Import contracts", (str(BIN / "lint-imports"), "--no-logo")),
        Step("Translations", (python, "-m", "tools.messages", "--check")),
        Step("Types", (str(BIN / "mypy"), *FOLDERS), aside=True),
        Step("Tests below the pages, on SQLite", (*pytest, *covered), shown=True),
        Step("All other tests, on SQLite", (*pytest, *others), shown=True),
    ]
    for room in FULLY_COVERED:
        report = (str(BIN / "coverage"), "report", f"--include=answerable/{room}/*", "--fail-under=100")
        found.append(Step(f"Every line and branch of {room} tested", report))
    if programs.postgresql():
        postgres = (("ANSWERABLE_TEST_DB", "postgres"),)
        found.append(Step("Tests, on PostgreSQL", (*pytest, "-m", "both_databases"), shown=True, environment=postgres))
    return found


def run(step: Step, environment: dict[str, str]) -> Outcome:
    """Run one step; its output is printed when it fails."""
    print(f"... {step.name}" + (", beside what follows" if step.aside else ""), flush=True)
    start = time.monotonic()
    output = None if step.shown else subprocess.PIPE
    done = subprocess.run(
        step.command,
        cwd=ROOT,
        env=environment | dict(step.environment),
        check=False,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        text=True,
    )
    if done.returncode and done.stdout:
        print(done.stdout, flush=True)
    return Outcome(step.name, done.returncode == 0, time.monotonic() - start)


def run_all(every: list[Step], environment: dict[str, str]) -> list[Outcome]:
    """Run all steps, also after one has failed; those set aside beside the others. Their order stays."""
    with ThreadPoolExecutor() as beside:
        started = {step.name: beside.submit(run, step, environment) for step in every if step.aside}
        done = {step.name: run(step, environment) for step in every if not step.aside}
        done |= {name: outcome.result() for name, outcome in started.items()}
    return [done[step.name] for step in every]


def left_out() -> list[str]:
    """Return what could not be tested here, in words."""
    words = {
        "chromium": "the pages in a real browser (Chromium is not installed)",
        "postgresql": "PostgreSQL (version 15 or newer is not installed)",
    }
    return [words[name] for name in programs.missing()]


def main() -> int:
    """Run all steps, also after one has failed, and say how each went."""
    if programs.required() and left_out():
        print("On CI nothing may be left out: " + "; ".join(left_out()))
        return 1
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"DATA": data, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
        outcomes = run_all(steps(), environment)
    print()
    for outcome in outcomes:
        print(f"{'ok    ' if outcome.passed else 'FAILED'}  {outcome.name} ({outcome.seconds:.0f} s)")
    for thing in left_out():
        print(f"NOT TESTED: {thing}")
    failed = sum(not outcome.passed for outcome in outcomes)
    if failed:
        print(f"{failed} of {len(outcomes)} checks failed")
    else:
        print("Everything passed" + (", but see what was not tested" if left_out() else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

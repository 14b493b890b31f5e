"""verify, export, backup, restore, remind: what a host does by hand or by a timer."""

import json
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from answerable.cli import starting
from answerable.cli.serving import Data

if TYPE_CHECKING:
    from answerable.sealing.archive import SealedArchive
    from answerable.sealing.identity import Identity
    from answerable.sealing.verify import Result

CANNOT_READ, WITHHELD, ALTERED = 2, 3, 4
Alias = Annotated[str, typer.Argument(help="The group as it stands in its URLs: /g/<alias>/...")]


def verify(
    archive: Annotated[Path | None, typer.Argument(help="A sealed archive made by `answerable export`.")] = None,
    data: Data = None,
    process: Annotated[str, typer.Option(help="Check this group (its alias) in the database instead.")] = "",
    checkpoint: Annotated[Path | None, typer.Option(help="A checkpoint file kept outside.")] = None,
    size: Annotated[int | None, typer.Option(help="The number of entries printed in an update.", min=0)] = None,
    root: Annotated[str, typer.Option(help="The root printed beside it, short or whole.")] = "",
    member: Annotated[bool, typer.Option(help="Open everything as a member; asks for her code or words.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON line.")] = False,
) -> None:
    """Say whether a record is complete, withheld or altered; offline, without keys or as a member.

    Exit code: 0 complete, 2 cannot read, 3 withheld, 4 altered. Complete always means: up to that entry.
    """
    starting.set_place(data)
    import django

    django.setup()
    from answerable.actions import keeping

    if (archive is None) == (not process) or (size is None) != (not root):
        _cannot_read("give an archive or --process, and --size together with --root")
    with ExitStack() as kept_open:
        found = _from_file(archive, kept_open) if archive else _from_store(process)
        identity = _member(found, from_file=archive is not None) if member else None
        copies = (_copy(checkpoint),) if checkpoint else ()
        result = keeping.check(
            found.process, found.rows, stored=found.attachments, identity=identity, copies=copies, size=size, root=root
        )
    _tell(result, as_json=as_json)


def _copy(path: Path) -> str:
    """Return a checkpoint that was kept outside; what is none cannot speak against the record."""
    from answerable.sealing import checkpoint
    from answerable.sealing.errors import AlteredError

    try:
        text = path.read_text("utf-8")
        checkpoint.parse(text)
    except (OSError, ValueError, AlteredError):
        _cannot_read("this file is no checkpoint")
    return text


def _from_file(path: Path, kept_open: ExitStack) -> "SealedArchive":
    """Read an archive; its files stay where they lie until each is looked at."""
    from answerable.sealing import archive as archives
    from answerable.sealing.errors import AlteredError

    try:
        return archives.read(kept_open.enter_context(path.open("rb")))
    except (OSError, AlteredError):
        _cannot_read("this file is no sealed archive, or it is damaged")


def _from_store(alias: str) -> "SealedArchive":
    from django.db import Error

    from answerable.actions import keeping
    from answerable.store import log

    try:
        return keeping.sealed_archive(log.process_of_alias(alias)[0])
    except (Error, log.NoSuchProcessError):
        _cannot_read("no such group in this database")


def _member(found: "SealedArchive", *, from_file: bool) -> "Identity":
    from answerable.actions import accounts, keeping

    if from_file:
        identity = keeping.identity_of_code(found.slots, typer.prompt("Recovery code", hide_input=True))
        return identity or _cannot_read("this code opens none of the archive's slots")
    try:
        name = typer.prompt("Name")
        return accounts.sign_in(name, typer.prompt("Passphrase", hide_input=True), now=starting.now())
    except accounts.WrongSignInError:
        _cannot_read("that name and passphrase do not fit together")


def _tell(result: "Result", *, as_json: bool) -> None:
    places = {
        kind: [{"what": one.what, "entry": None if one.seq is None else one.seq + 1} for one in findings]
        for kind, findings in (("withheld", result.withheld), ("altered", result.altered))
    }
    if as_json:
        facts = {"outcome": result.outcome, "size": result.size, "root": result.root.hex(), **places}
        typer.echo(json.dumps(facts))
    elif result.outcome == "complete":
        typer.echo(f"complete up to {result.size} entries, root {result.root.hex()}")
    else:
        lines = (f"{one['what']} at entry {one['entry'] or '?'}" for one in places[result.outcome])
        typer.echo(f"{result.outcome}: " + "; ".join(lines))
    raise typer.Exit({"complete": 0, "withheld": WITHHELD, "altered": ALTERED}[result.outcome])


def _cannot_read(why: str) -> NoReturn:
    typer.echo(f"cannot read: {why}", err=True)
    raise typer.Exit(CANNOT_READ)


def export(
    alias: Alias, file: Annotated[Path, typer.Argument(help="The new file; it must not exist.")], data: Data = None
) -> None:
    """Write a group's sealed archive: headers, bodies, wraps, checkpoints; readable by nobody without keys."""
    starting.set_up(data)
    from answerable.sealing import archive as archives

    found = _from_store(alias)
    try:
        stream = file.open("xb")
    except FileExistsError:
        _cannot_read("that file exists already")
    with stream:
        try:
            archives.write(stream, found)
        except BaseException:
            file.unlink()  # half of one would look like a damaged record
            raise
    typer.echo(f"{len(found.rows.leaves)} entries, sealed. Check it with: answerable verify {file}")


def backup(file: Annotated[Path, typer.Argument(help="The new file; it must not exist.")], data: Data = None) -> None:
    """Write all rows of this installation into one file, sealed as they are; the pepper is not in it."""
    starting.set_up(data)
    from answerable.actions import backups

    try:
        count = backups.write_backup(file)
    except FileExistsError:
        _cannot_read("that file exists already")
    typer.echo(f"{count} rows. The pepper is NOT in it: keep that file apart, without it nobody can sign in.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file made by `answerable backup`.")], data: Data = None
) -> None:
    """Lay a backup into an empty installation that has the same pepper."""
    starting.set_up(data)
    from answerable.actions import backups
    from answerable.store import dump

    try:
        count = backups.restore_backup(file)
    except OSError:
        _cannot_read("there is no such file")
    except backups.BadBackupError:
        _cannot_read("this file is no backup, or it is damaged")
    except backups.OtherPepperError:
        _cannot_read("the pepper here is another one; put the old pepper file in place first")
    except dump.NotEmptyError:
        _cannot_read("there is something here already; give an empty --data or database")
    except dump.UnknownTableError:
        _cannot_read("this backup was written by a newer version")
    typer.echo(f"{count} rows are back.")


def remind(data: Data = None) -> None:
    """Send the reminders that are due now (the running site does this by itself every quarter of an hour)."""
    starting.set_up(data)
    from answerable.actions import reminders

    typer.echo(f"sent {reminders.send_due(now=starting.now())}")

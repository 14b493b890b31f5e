"""The typer application; each command lives in a module of its own and brings Django up only when it runs."""

import sys

import typer

from answerable.cli import keeping, numbers, serving, starting

app = typer.Typer(
    name="answerable",
    help="A sealed record and calendar for a group that holds someone to account.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("run")(serving.run)
app.command("link")(serving.link)
app.command("lock")(serving.lock)
app.command("remind")(keeping.remind)
app.command("numbers")(numbers.numbers)
app.command("verify")(keeping.verify)
app.command("export")(keeping.export)
app.command("backup")(keeping.backup)
app.command("restore")(keeping.restore)


def main() -> None:
    """Run a command; what the machine or its settings refuse is said in one sentence."""
    try:
        app()
    except Exception as error:
        said = starting.refusal_of(error)
        if not said:
            raise
        typer.echo(said, err=True)
        sys.exit(keeping.CANNOT_READ)

"""numbers: whom one calls where this site is used, as the host sets it."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import starting
from answerable.cli.serving import Data

LONGEST = 20_000


def numbers(
    file: Annotated[
        Path | None,
        typer.Argument(help="A text file, a line for each; an empty one brings back the list that ships."),
    ] = None,
    data: Data = None,
) -> None:
    """Show the numbers to call that every page leads to, or take those of a file in their place."""
    text = None if file is None else _read(file)
    starting.set_up(data)
    from answerable.actions import site_settings

    if text is not None:
        site_settings.keep_help_lines(text)
    lines = site_settings.help_lines()
    typer.echo("\n".join(lines) if lines else "The list that comes with this program is shown.")


def _read(file: Path) -> str:
    """Return the lines of a file; what is no text of that length is refused."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        text = None
    if text is None or len(text) > LONGEST:
        typer.echo("That file cannot be read as text.", err=True)
        raise typer.Exit(2)
    return text

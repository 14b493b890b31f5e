"""Running the site, the first link, and ending all sessions."""

import multiprocessing
import os
import signal
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import starting

Data = Annotated[Path | None, typer.Option(help="Folder for the database and the pepper (else DATA, else your home).")]
_REMIND_SECONDS = 15 * 60


def run(
    host: Annotated[str, typer.Option(help="Address; beyond this machine it needs a TLS proxy.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8765,
    data: Data = None,
    workers: Annotated[int, typer.Option(help="Worker processes; several need memory-backed storage.", min=1)] = 1,
    threads: Annotated[int, typer.Option(help="Requests answered at once by each worker.", min=1)] = 8,
) -> None:
    """Run the site and send reminders.

    On this machine alone the first page offers a practice process and Begin. Elsewhere the first account is made with
    the link that `answerable link` prints.
    """
    loopback = starting.is_loopback(host) and os.environ.get("ANSWERABLE_SERVER") != "1"
    os.environ["ANSWERABLE_LOOPBACK"] = "1" if loopback else ""
    os.environ["ANSWERABLE_THREADS"] = str(threads)
    if not starting.is_free(host, port):
        typer.echo(f"Something else listens on port {port} already. Give another one with --port.", err=True)
        raise typer.Exit(1)
    starting.set_up(data)
    starting.prepare_site()
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from answerable.actions import host_keys

    if workers > 1 and host_keys.memory_folder() is None:
        typer.echo("No memory-backed folder for the boot key here: running one worker.", err=True)
        workers = 1
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Open http://{shown}:{port}/")
    if not loopback:
        typer.echo("First account: run `answerable link`.")
    # A process of its own: a thread would hold locks at the moment the server forks its workers, and they would hang.
    multiprocessing.get_context("spawn").Process(target=_remind_for_ever, daemon=True, name="remind").start()
    connections.close_all()  # nor may a worker inherit an open connection
    server = Granian(
        "answerable.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        log_access=False,
        log_level=LogLevels.error,  # its warnings are guesses about cores and threads
    )
    # A closed terminal must not leave the site running with the keys of those who are in; Granian would go on.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.serve()


def _remind_for_ever() -> None:
    """Send what is due every quarter of an hour, until the server has gone; what goes wrong once is tried again."""
    import django

    django.setup()
    from answerable.actions import reminders

    server = multiprocessing.parent_process()
    while server is not None and server.is_alive():
        try:
            reminders.send_due(now=starting.now())
        except Exception:  # noqa: BLE001  # the loop must outlive a mail server or database that is away
            typer.echo("event=remind-failed", err=True)
        try:
            server.join(_REMIND_SECONDS)
        except KeyboardInterrupt:
            return


def link(
    origin: Annotated[
        str, typer.Option(help="Where the site is reached, e.g. https://list.example.org")
    ] = "http://127.0.0.1:8765",
    data: Data = None,
) -> None:
    """Print the one-time link that makes the first account (24 hours, until an account exists)."""
    starting.set_up(data)
    from answerable.actions import first_link
    from answerable.store import people

    if people.any_account():
        typer.echo("There is an account already. Its owner can invite others.", err=True)
        raise typer.Exit(1)
    typer.echo(f"{origin.rstrip('/')}/start/{first_link.make(now=starting.now())}")


def lock(data: Data = None) -> None:
    """End all sessions of all members at once: the keys in memory are forgotten."""
    starting.set_place(data)
    import django

    django.setup()
    from django.db import DatabaseError

    from answerable.actions import host_keys
    from answerable.store import people

    host_keys.end_all_sessions()
    try:
        people.drop_sessions()  # also where the key lies in the memory of the running site alone
    except DatabaseError:
        if host_keys.memory_folder() is None:
            typer.echo(
                "The database does not answer and the key is in the running site alone: stop the site.", err=True
            )
            raise typer.Exit(1) from None
    typer.echo("All sessions have ended.")

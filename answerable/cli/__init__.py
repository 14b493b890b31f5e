"""The host's commands; `answerable --help` explains each."""

from answerable.cli.app import main

__all__ = ["main"]

"""What the program says to its log: fixed event codes and places in the program; never words, paths, names or ids (C4).

Django writes the path of every refused request, and an error's message with its traceback, to standard error. Both can
hold what somebody typed. Here every logger ends in one handler that keeps the kind of event alone.
"""

import logging
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final

PACKAGE: Final = Path(__file__).resolve().parent.parent
_SERVER_ERROR = 500
_QUIET: Final = ("django.request", "django.security.csrf", "django.template", "django.db.backends")
_CODES: Final = {"django.security.DisallowedHost": "unknown-host"}


class EventCodes(logging.Handler):
    """Writes `event=<code>` for a record, with the program line where an error began; nothing of its message."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line, or none where the event tells the host nothing that helps."""
        line = line_of(record)
        if line:
            sys.stderr.write(line + "\n")
            sys.stderr.flush()


def line_of(record: logging.LogRecord) -> str:
    """Return what may be written of a record: a fixed code and where in the program it happened; empty for nothing."""
    status = getattr(record, "status_code", None)
    if record.name.startswith("django.request") and status is not None and status >= _SERVER_ERROR:
        return f"event=failed-{int(status)}{_place(record)}"
    if record.name in _CODES:
        return f"event={_CODES[record.name]}"
    if record.name.startswith("_granian"):
        return f"event=server-{record.levelname.lower()}{_place(record)}"
    if record.levelno < logging.ERROR or record.name.startswith(_QUIET):
        return ""
    return f"event=error{_place(record)}"


def _place(record: logging.LogRecord) -> str:
    if not record.exc_info or record.exc_info[0] is None:
        return ""
    return place_of(record.exc_info[0], record.exc_info[2])


def place_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return ` kind=... at=file:line` of the innermost line of ours; both are words of the program, not of people."""
    at = ""
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(PACKAGE):
            at = f" at={file.relative_to(PACKAGE)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f" kind={kind.__name__}{at}"


def keep_codes_only(_settings: Mapping[str, object] | None = None) -> None:
    """Let every logger of this process end in event codes (named in LOGGING_CONFIG, so that Django calls it first)."""
    codes = EventCodes()
    logging.lastResort = codes
    root = logging.getLogger()
    root.handlers = [one for one in root.handlers if not isinstance(one, EventCodes)]
    root.addHandler(codes)
    for name in ("django", "django.server", "_granian", "granian.access"):
        logger = logging.getLogger(name)
        logger.handlers = []
        logger.propagate = True


def watch_threads() -> None:
    """Let a thread that ends by an error say no more than the rest (a process that serves calls this)."""
    threading.excepthook = _thread_failed


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    sys.stderr.write(f"event=thread-failed{place_of(failed.exc_type, failed.exc_traceback)}\n")

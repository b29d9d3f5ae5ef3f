"""The log: rotating files under the state folder, and plain words on stderr. No Qt.

Each kind of process has files of its own, because two processes cannot rotate the same one; all
together stay under 20 MB. A line of a file is a JSON object (`kiosk.logline`). Under systemd stderr
is the journal: it gets everything from INFO on in words, each line with its priority. Tracebacks
go to the files only.
Nothing about visitors is logged: no typed text, no PIN, no answer; a traceback names code and
never the values in it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from kiosk import durable, paths
from kiosk.flood import Flood
from kiosk.logline import FileFormatter, JournalFormatter, PlainFormatter
from kiosk.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import IO, Any, Literal

    Role = Literal["screen", "supervisor", "command"]

MEGABYTE = 1_000_000
FILES: dict[Role, tuple[int, int]] = {
    "screen": (3 * MEGABYTE, 5),
    "supervisor": (MEGABYTE, 2),
    "command": (MEGABYTE, 2),
}
"""Bytes of a file and number of files of each role: 19 MB; 1 MB is left for crash notes."""

CRASH_LIMIT = 300_000
"""A larger crash file is begun anew at the start."""


@dataclass(frozen=True)
class _Arrangement:
    """What `set_up` has put in place and must be taken away by `shut_down`."""

    handlers: list[logging.Handler]
    crash: IO[bytes] | None
    file: Path
    hooks: tuple[Any, Any, Any]


_told: list[Callable[[], None]] = []
_present: list[_Arrangement] = []
_log = logging.getLogger(__name__)


class _RotatingFile(logging.FileHandler):
    """A file that is put aside when it is full: x.log, x.log.1, x.log.2 ...

    Small and of our own, because `logging.handlers` imports sockets and queues at every start.
    When the disk refuses it says so once on stderr and goes on.
    """

    def __init__(self, file: Path, size: int, count: int) -> None:
        self._size = size
        self._count = count
        self._refused = False
        super().__init__(file, encoding="utf-8")

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, in a new file if this one would grow over its size."""
        try:
            line = self.format(record) + self.terminator
            stream = self.stream or self._open()
            if stream.tell() + len(line.encode()) > self._size:
                # Without a stream the next record opens one, also when putting aside has failed
                self.stream = None
                stream.close()
                self._put_aside()
                stream = self._open()
            self.stream = stream
            stream.write(line)
            stream.flush()
        except (OSError, ValueError):
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802
        """Called inside `except` by `emit`."""
        if not self._refused:
            self._refused = True
            _tell(f"The log {self.baseFilename} cannot be written; check the disk.")

    def _open(self) -> Any:
        """Open the file, also after it was put aside; what root opens the kiosk can write."""
        stream = super()._open()
        file = Path(self.baseFilename)
        durable.hand_over(file, file.parent)
        return stream

    def _put_aside(self) -> None:
        """Rename the files, each over the next older one."""
        names = [self.baseFilename] + [f"{self.baseFilename}.{n}" for n in range(1, self._count)]
        for older, newer in zip(names[:0:-1], names[-2::-1], strict=True):
            if Path(newer).exists():
                Path(newer).replace(older)


def set_up(folder: Path, role: Role = "command", *, level: int = logging.INFO) -> Path:
    """Start logging for this process; returns the log file. Replaces an earlier set-up.

    `folder` is the log folder (`Places.log`). When it cannot be written, stderr says so and is
    the only log.
    """
    shut_down()
    file = folder / f"{role}.log"
    handlers: list[logging.Handler] = []
    crash: IO[bytes] | None = None
    trouble = ""
    try:
        durable.make_folder(folder)
        handlers.append(_file_handler(file, role))
        crash = _crash_file(folder / f"{role}-crash.txt")
    except OSError as error:
        trouble = f"No log can be kept in {folder} ({error.strerror}); check the disk and rights."
    if sys.stderr is not None:
        handlers.append(_stderr_handler())
    root = logging.getLogger()
    root.setLevel(level)
    for handler in handlers:
        root.addHandler(handler)
    logging.raiseExceptions = False
    logging.captureWarnings(capture=True)
    hooks = (sys.excepthook, sys.unraisablehook, threading.excepthook)
    _present.append(_Arrangement(handlers, crash, file, hooks))
    sys.excepthook = _on_exception
    sys.unraisablehook = _on_unraisable
    threading.excepthook = _on_thread_exception
    if trouble:
        _log.warning("%s", trouble)
    return file


def shut_down() -> None:
    """Take everything back that `set_up` has put in place."""
    while _present:
        arrangement = _present.pop()
        for handler in arrangement.handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
        if arrangement.crash is not None:
            faulthandler.disable()
            arrangement.crash.close()
        sys.excepthook, sys.unraisablehook, threading.excepthook = arrangement.hooks
        logging.captureWarnings(capture=False)
    _told.clear()


def when_uncaught(call: Callable[[], None]) -> None:
    """Be told of each exception that nobody caught, after it was logged; in the main thread."""
    _told.append(call)


def report(error: BaseException, what: str = "Something went wrong") -> None:
    """Log an exception with its traceback; stderr gets one plain sentence.

    A command that has not set up the log gets it now: most need none.
    """
    if not _present:
        set_up(paths.find().log)
    info = (type(error), error, error.__traceback__)
    _log.critical("%s. Details are in %s.", what, _present[-1].file, exc_info=info)


def _file_handler(file: Path, role: Role) -> logging.Handler:
    handler = _RotatingFile(file, *FILES[role])
    handler.setFormatter(FileFormatter())
    handler.addFilter(Flood(handler))
    return handler


def _stderr_handler() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    journal = _is_journal()
    handler.setLevel(logging.INFO if journal else logging.WARNING)
    handler.setFormatter(JournalFormatter() if journal else PlainFormatter())
    handler.addFilter(Flood(handler))
    # Warnings of Python are for developers; the file has them.
    handler.addFilter(lambda record: record.name != "py.warnings")
    return handler


def _is_journal() -> bool:
    """Whether stderr is a stream of the journal: systemd names its device and inode."""
    try:
        facts = os.fstat(sys.stderr.fileno())
    except (OSError, ValueError, AttributeError):
        return False
    return os.environ.get("JOURNAL_STREAM") == f"{facts.st_dev}:{facts.st_ino}"


def _crash_file(file: Path) -> IO[bytes]:
    """Where the stack of a crash inside C code is written; stays empty as long as all is well."""
    with contextlib.suppress(FileNotFoundError):
        if file.stat().st_size > CRASH_LIMIT:
            file.unlink()
    crash = file.open("ab")
    durable.hand_over(file, file.parent)
    faulthandler.enable(crash)
    return crash


def _tell(words: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{words}\n")


def _on_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """sys.excepthook: Ctrl+C ends without words, the rest goes to the log."""
    del kind
    if not isinstance(error, KeyboardInterrupt):
        report(error.with_traceback(trace))
        for call in _told:
            call()


def _on_thread_exception(arguments: threading.ExceptHookArgs) -> None:
    error = arguments.exc_value
    if error is not None and not isinstance(error, SystemExit):
        report(error.with_traceback(arguments.exc_traceback))


def _on_unraisable(arguments: Any) -> None:
    error = arguments.exc_value
    if error is not None:
        report(error.with_traceback(arguments.exc_traceback), "Something went wrong while tidying")

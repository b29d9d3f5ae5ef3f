"""How a record of the log is written: for programs in the files, in words for people. No Qt.

A line of a file is one JSON object: `time` (ISO 8601 with its zone), `level`, `process`, `name` of
the module, `message`, the facts that the words were made of where those have names, and `traceback`
where there is one. `log.info("back to %(version)s", {"version": version})` gives a fact its name;
one that the words leave out may be among them. No fact may be about a visitor.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

RECORD_LIMIT = 8000
"""Characters of one record; a text longer than half of it is cut in the middle."""

_NUMBERS = (int, float)  # and bool
_PRIORITIES = {logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}


class FileFormatter(logging.Formatter):
    """One JSON object per record and line, of limited length."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line that cannot forge another one."""
        told: dict[str, Any] = {
            "time": _moment(record.created),
            "level": record.levelname,
            "process": record.process,
            "name": record.name,
            "message": _shown(record.getMessage()),
        }
        if isinstance(record.args, Mapping):
            for name, value in record.args.items():
                told.setdefault(name, value if isinstance(value, _NUMBERS) else _shown(str(value)))
        if record.exc_info:
            told["traceback"] = _shown(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False)


class PlainFormatter(logging.Formatter):
    """The words alone: no time, no module, never a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The message of the record."""
        return record.getMessage()


class JournalFormatter(logging.Formatter):
    """Module and words, each line with the priority that the journal reads from it (syslog's)."""

    def format(self, record: logging.LogRecord) -> str:
        """The message of the record; never a traceback."""
        urgent = max((level for level in _PRIORITIES if level <= record.levelno), default=0)
        lines = f"{record.name}: {record.getMessage()[:RECORD_LIMIT]}".splitlines()
        return "\n".join(f"<{_PRIORITIES.get(urgent, 7)}>{line}" for line in lines)


def _moment(seconds: float) -> str:
    """Seconds since 1970 as the stand's clock shows them: 2026-11-28T09:14:02.125+02:00."""
    local = time.localtime(seconds)
    zone = time.strftime("%z", local)
    milliseconds = int(seconds % 1 * 1000)
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', local)}.{milliseconds:03}{zone[:3]}:{zone[3:]}"


def _shown(text: str) -> str:
    """A text of limited length, without characters that a terminal or an editor would obey."""
    if len(text) > RECORD_LIMIT // 2:
        part = RECORD_LIMIT // 4
        text = f"{text[:part]} [...] {text[-part:]}"
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)

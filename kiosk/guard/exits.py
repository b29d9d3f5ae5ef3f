"""Why the screen ended, the last hundred times: a small file for staff and `kiosk doctor`.

Written durably at each end, so it tells also what happened before a plug was pulled. No visitor is
in it: a page is named, never what was typed or answered. Never imports Qt.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path

from kiosk import durable
from kiosk.guard.plain import is_list, made
from kiosk.record import asdict, dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST = 100
_FILE_LIMIT = 200_000
_log = logging.getLogger(__name__)

PLANNED = frozenset({"staff", "end", "restart", "memory", "night", "again"})
"""Kinds that are no fault of the program or of its content."""


@dataclass(frozen=True)
class Exit:
    """One end of the screen.

    `kind` is "crash", "hang", "no display", or one of `PLANNED`; `words` are for staff. `at` is
    the wall clock's time (ISO 8601), to be shown and never to be compared; `up` seconds since the
    start; `page` and `version` what was shown last; `rung` the form it ran in (`ladder`).
    """

    kind: str
    words: str
    at: str = ""
    up: float = 0.0
    page: str = ""
    version: str = ""
    rung: int = 0

    @property
    def planned(self) -> bool:
        """Whether somebody wanted it."""
        return self.kind in PLANNED


def read(file: Path) -> tuple[Exit, ...]:
    """The ends on the disk, oldest first; what cannot be read is passed over. Never raises."""
    try:
        with file.open("rb") as stream:
            document: Any = json.loads(stream.read(_FILE_LIMIT))
    except (OSError, ValueError, RecursionError):
        return ()
    found = [made(Exit, one) for one in document[-MOST:]] if is_list(document) else []
    return tuple(one for one in found if one is not None)


def add(file: Path, one: Exit) -> None:
    """Note an end, in the log as well. A disk that refuses is only logged."""
    say = _log.info if one.planned else _log.warning
    where = " on %(page)s" if one.page else ""
    facts = {"kind": one.kind, "words": one.words, "seconds": one.up, "page": one.page}
    facts |= {"content": one.version, "rung": one.rung}
    say(f"The screen ended after %(seconds).0f s{where}: %(words)s.", facts)
    kept = (*read(file), one)[-MOST:]
    try:
        durable.write(file, json.dumps([asdict(each) for each in kept]).encode())
    except OSError as error:
        _log.warning("The reason of the end cannot be written (%s).", error.strerror)

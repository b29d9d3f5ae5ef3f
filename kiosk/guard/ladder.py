"""The crash ladder: a screen that keeps ending is started in ever more careful forms.

Three starts without a minute of health, and the content before is shown; three more, and the
content that came with the program; three more, and that drawn without a graphics card: safe mode.
A day of health clears it, added up over the screens of that time and over nights without power; so
does a person: whoever ends or restarts the kiosk in order, or brings other content that is healthy
for a minute. A pure machine and its record, which is on the disk while it says anything, and is
handed on to each screen at its start. Never imports Qt.
"""

from __future__ import annotations

import json
import logging
from collections.abc import MutableMapping
from pathlib import Path

from kiosk import durable
from kiosk.guard.plain import made
from kiosk.guard.spawn import LADDER
from kiosk.record import asdict, dataclass, replace

STARTS = 3
"""So many starts on a rung may fail."""
HEALTHY_SECONDS = 60.0
CLEARED_SECONDS = 24 * 3600.0
WELL_SECONDS = 600.0
"""In such pieces health is added up: a plug that is pulled takes no more than one of them."""
FACTORY_VERSION = "factory"
MORE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 5.0
MOST_AVOIDED = 20

NORMAL, BEFORE, FACTORY, SAFE = range(4)
"""The rungs: as the stand wants it, the content before, the factory's, and that in safe mode."""

_FILE_LIMIT = 20_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Record:
    """Where on the ladder the stand is.

    `failed` counts the starts on this rung that came to nothing; `under_way` is true from a start
    to its end or its first healthy minute, so that one which took the machine with it is counted.
    `avoid` are the versions that were shown when it failed, `reason` and `page` what is known of
    the last time, in words for staff. `well` are the seconds of health since something failed.
    """

    rung: int = NORMAL
    failed: int = 0
    under_way: bool = False
    avoid: tuple[str, ...] = ()
    reason: str = ""
    page: str = ""
    well: float = 0.0


def started(record: Record) -> Record:
    """A screen is started. One that was never heard of again has failed."""
    if record.under_way:
        record = failed(record, "", "the machine or the program went out", "")
    return replace(record, under_way=True)


def failed(record: Record, version: str, reason: str, page: str) -> Record:
    """A screen that showed this version ("" if nobody knows) ended before it had been healthy."""
    count = record.failed + 1
    after = replace(record, failed=count, under_way=False, reason=reason, page=page, well=0.0)
    if count < STARTS or record.rung == SAFE:
        return after
    # Where there is nothing older the content in between is skipped
    rung = SAFE if version == FACTORY_VERSION else record.rung + 1
    avoid = record.avoid
    if version not in ("", FACTORY_VERSION, *avoid):
        avoid = (*avoid, version)[-MOST_AVOIDED:]
    return replace(after, rung=rung, failed=0, avoid=avoid)


def healthy(record: Record) -> Record:
    """A minute of health: what failed before on this rung is forgotten."""
    return replace(record, failed=0, under_way=False)


def well(record: Record) -> Record:
    """Another piece of the day without a fault is over."""
    return replace(record, well=record.well + WELL_SECONDS)


def ended(record: Record) -> Record:
    """The screen ended as it should, which says nothing about its health."""
    return replace(record, under_way=False)


def pause_seconds(record: Record) -> float:
    """How long to wait before the next start: a first fault costs nobody anything, each more."""
    return min(MORE_SECONDS * max(0, record.failed - 1), LONGEST_PAUSE_SECONDS)


def encode(record: Record) -> str:
    """A record as text."""
    return json.dumps(asdict(record))


def _decode(text: str | bytes) -> Record | None:
    """The record of a text, None for anything else."""
    try:
        record = made(Record, json.loads(text))
    except (ValueError, RecursionError):
        return None
    return record if record is not None and NORMAL <= record.rung <= SAFE else None


def handed_on(environment: MutableMapping[str, str]) -> Record:
    """The record of this start, which a supervisor hands on to its screen; clean without one.

    It is the one of before the start, whenever that is noted on the disk. No child inherits it.
    """
    return _decode(environment.pop(LADDER, "")) or Record()


def read(file: Path) -> Record:
    """The record on the disk; a clean one where there is none or none that can be read."""
    try:
        with file.open("rb") as stream:
            record = _decode(stream.read(_FILE_LIMIT))
    except FileNotFoundError:
        return Record()
    except OSError:
        record = None
    if record is None:
        _log.warning("The record of the last starts cannot be read; the kiosk begins afresh.")
        return Record()
    return record


def write(file: Path, record: Record) -> None:
    """Keep the record; a clean one leaves no file. A disk that refuses is only logged."""
    try:
        if record != Record():
            durable.write(file, encode(record).encode())
        elif file.exists():
            file.unlink()
            durable.sync_folder(file.parent)
    except OSError as error:
        _log.warning("The record of the starts cannot be written (%s).", error.strerror)

"""How the stand is, for people and for programs: two small files, written every few seconds.

`health.json` is for `kiosk doctor` and for whoever looks after the stand; `juosta.prom` is for the
text file collector of node_exporter, in a folder of its own as that wants it. Both are replaced as
a whole and never synced to the disk: what a pulled plug takes is out of date anyway, and a sync
every few seconds would wear out the disk. So a reader may find nothing, or nonsense, and takes it
for "not known". The supervisor calls `write_health`. No Qt.
"""

from __future__ import annotations

import json
import os
import time

import kiosk
from kiosk import durable
from kiosk.guard.heart import Beat
from kiosk.guard.plain import is_object
from kiosk.paths import Places
from kiosk.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WRITE_SECONDS = 15.0
"""So often the files are written."""
FRESH_SECONDS = 45.0
"""An older file was left by a kiosk that has ended."""
_LIMIT = 20_000


@dataclass(frozen=True)
class Facts:
    """What the supervisor knows, for `kiosk doctor` and for whoever watches the stand.

    `up` is its age in seconds, `restarts` counts the later starts of the screen, `faults` those
    after a crash or a hang; `rung` is the form it runs in (0: as it should be), `reason` why.
    """

    up: float
    restarts: int
    faults: int
    rung: int
    reason: str


@dataclass(frozen=True)
class Health:
    """What `health.json` says; `age` is how many seconds ago, by the clock that wrote it."""

    age: float
    document: dict[str, Any]

    @property
    def fresh(self) -> bool:
        """Whether a kiosk runs that writes it."""
        return abs(self.age) <= FRESH_SECONDS

    @property
    def screen(self) -> dict[str, Any] | None:
        """How the screen is; None while it has not said so."""
        found = self.document.get("screen")
        return found if is_object(found) else None

    @property
    def supervisor(self) -> dict[str, Any]:
        """What the supervisor knows."""
        found = self.document.get("supervisor")
        return found if is_object(found) else {}


def write_health(
    places: Places,
    beat: Beat | None,
    facts: Facts,
    wall: float | None = None,
    monotonic: float | None = None,
) -> None:
    """Write both files. `beat` is the last one, None before the first. Raises `OSError`.

    The times are now, in seconds since 1970 and of the monotonic clock that `beat.drawn` is in.
    """
    wall = time.time() if wall is None else wall
    monotonic = time.monotonic() if monotonic is None else monotonic
    document = _document(beat, facts, wall, monotonic)
    durable.write_fleeting(places.health, (json.dumps(document, indent=2) + "\n").encode())
    text = "".join(_metrics(beat, facts, wall, monotonic))
    durable.write_fleeting(places.metrics, text.encode(), mode=0o644)


def read_health(places: Places, wall: float | None = None) -> Health | None:
    """What was written last; None if nothing can be read."""
    try:
        with places.health.open("rb") as file:
            document: Any = json.loads(file.read(_LIMIT))
        written = float(document["written"]["seconds"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    now = time.time() if wall is None else wall
    return Health(now - written, document)


def utc(wall: float) -> str:
    """Seconds since 1970 as ISO 8601, in whole seconds; "" where the system knows no such day."""
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(wall))
    except (ValueError, OverflowError, OSError):
        return ""


def _document(beat: Beat | None, facts: Facts, wall: float, monotonic: float) -> dict[str, Any]:
    return {
        "format": 1,
        "program": kiosk.__version__,
        "written": {"seconds": round(wall, 3), "utc": utc(wall)},
        "screen": None if beat is None else _screen(beat, monotonic),
        "supervisor": {
            "pid": os.getpid(),
            "upSeconds": round(facts.up, 1),
            "restarts": facts.restarts,
            "faults": facts.faults,
            "rung": facts.rung,
            "reason": facts.reason,
        },
    }


def _screen(beat: Beat, monotonic: float) -> dict[str, Any]:
    ago = None if beat.drawn is None else round(max(0.0, monotonic - beat.drawn), 1)
    return {
        "drawnSecondsAgo": ago,
        "page": beat.page,
        "state": beat.state,
        "content": beat.version,
        "memoryBytes": beat.rss,
        "idle": beat.idle,
    }


def _metrics(beat: Beat | None, facts: Facts, wall: float, monotonic: float) -> list[str]:
    """Lines in the text format of Prometheus: base units, counters that end in _total."""
    told = [
        _metric("info", "gauge", "The program.", 1, program=kiosk.__version__),
        _metric(
            "supervisor_start_time_seconds",
            "gauge",
            "When the supervisor was started, in seconds since 1970.",
            round(wall - facts.up, 1),
        ),
        _metric(
            "screen_restarts_total",
            "counter",
            "Starts of the screen after the first one.",
            facts.restarts,
        ),
        _metric("screen_faults_total", "counter", "Crashes and hangs of the screen.", facts.faults),
        _metric(
            "screen_rung",
            "gauge",
            "In which form the screen runs: 0 is as it should be, the highest is the safe mode.",
            facts.rung,
        ),
    ]
    return told if beat is None else told + _screen_metrics(beat, wall, monotonic)


def _screen_metrics(beat: Beat, wall: float, monotonic: float) -> list[str]:
    told = [
        _metric("screen_memory_bytes", "gauge", "Resident memory of the screen process.", beat.rss),
        _metric("screen_idle", "gauge", "1 while no visitor is there, else 0.", int(beat.idle)),
        _metric("content_info", "gauge", "The content that is shown.", 1, version=beat.version),
        _metric("page_info", "gauge", "What is on the screen.", 1, page=beat.page),
    ]
    if beat.drawn is not None:
        drawn = round(wall - max(0.0, monotonic - beat.drawn), 1)
        words = "When the last frame was drawn, in seconds since 1970; missing while none is seen."
        told.append(_metric("screen_last_drawn_timestamp_seconds", "gauge", words, drawn))
    return told


def _metric(name: str, kind: str, words: str, value: float, **labels: str) -> str:
    said = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    name = f"juosta_{name}"
    sample = f"{name}{{{said}}}" if said else name
    return f"# HELP {name} {words}\n# TYPE {name} {kind}\n{sample} {value}\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")

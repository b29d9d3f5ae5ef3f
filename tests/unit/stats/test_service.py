"""The whole of the statistics: a day of a thousand visits, and a process that is killed."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content.model import Bundle
from kiosk.stats import dates
from kiosk.stats.database import read
from kiosk.stats.service import FLUSH_SECONDS, Statistics
from kiosk.visit import events as ev
from tests.unit.stats.conftest import NOON, Stand, Wall
from tests.unit.stats.day import day, expected

WHOLE = (dates.FIRST_DAY, dates.LAST_DAY)
FIRST = ev.OpenStory(0, 0)


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC0")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def made(file: Path, bundle: Bundle, wall: Wall) -> tuple[Statistics, Stand]:
    """Statistics without their thread, and a stand they watch."""
    holder: list[Stand] = []
    statistics = Statistics(file, lambda: holder[0].now if holder else 1000.0, wall)
    statistics.use(bundle)
    holder.append(Stand(bundle, statistics, wall))
    return statistics, holder[0]


@pytest.mark.usefixtures("utc")
@pytest.mark.parametrize("seed", [1989, 2026])
def test_a_day_of_a_thousand_visits_is_counted_exactly(
    file: Path, bundle: Bundle, seed: int
) -> None:
    """Real machine, real database; a flush now and then, as the thread makes one."""
    wall = Wall()
    statistics, stand = made(file, bundle, wall)
    began: list[float] = []
    for number, script in enumerate(day(seed, 1000)):
        stand.do(ev.Tick(), after=5)
        began.append(wall.seconds - NOON)
        for after, event in script.steps:
            stand.post(event, after)
        assert stand.state.mode == "attract"
        if number % 7 == 0:
            statistics.flush()
    statistics.flush()
    midday = int(NOON // 3600)
    counted: Counter[tuple[int, str, str]] = Counter()
    for (text, hour, kind, item), count in read(file, *WHOLE).items():
        today = dates.day_of(text)
        assert today is not None
        hours = (today.toordinal() - dates.date(1970, 1, 1).toordinal()) * 24 + hour
        counted[(hours - midday, kind, item)] += count
    wanted = expected(seed, 1000, began)
    assert sum(count for (_, kind, _), count in wanted.items() if kind == "visit") == 1000
    assert counted == wanted


KILLED = """
import sys, time
from pathlib import Path
import json
from kiosk.content.model import decode
from kiosk.visit import events as ev
from tests.unit.stats.conftest import NOON, Stand, Wall, document
from tests.unit.stats.test_service import made

wall = Wall()
statistics, stand = made(Path(sys.argv[1]), decode(json.dumps(document()).encode()), wall)
until, passed, due = float(sys.argv[2]), 0.0, 0.0
while passed < until:  # a visitor who never stops: a page every seven seconds
    stand.do(ev.Begin() if passed == 0 else ev.OpenStory(0, 0) if passed % 14 else ev.GoHome(),
             after=7.0)
    passed += 7.0
    if passed - due >= float(sys.argv[3]):  # as the thread wakes
        statistics.flush()
        due = passed
print("ready", flush=True)
time.sleep(60)
"""


@pytest.mark.usefixtures("utc")
def test_a_killed_process_loses_less_than_a_minute(file: Path, bundle: Bundle) -> None:
    """The visit is not over, so nothing but the pulse has brought anything to the disk."""
    root = Path(__file__).parents[3]
    words = [sys.executable, "-c", KILLED, str(file), "700", str(FLUSH_SECONDS)]
    process = subprocess.Popen(
        words, cwd=root, stdout=subprocess.PIPE, env={**os.environ, "TZ": "UTC0"}, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    found = read(file, *WHOLE)
    pages = sum(count for key, count in found.items() if key[2] == "page")
    assert sum(count for key, count in found.items() if key[2] == "visit") == 1
    assert 49 - 60 / 14 <= pages <= 50  # one view for every fourteen of 700 seconds
    statistics, _stand = made(file, bundle, Wall())
    statistics.flush()  # a new process goes on with the same file
    assert read(file, *WHOLE) == found


def test_the_thread_writes_at_the_end_of_a_visit_and_at_the_stop(
    file: Path, bundle: Bundle, wall: Wall
) -> None:
    statistics, stand = made(file, bundle, wall)
    statistics.start()
    stand.do(ev.Begin(), FIRST, ev.Touched(), ev.StartOver(), after=5)
    deadline = time.monotonic() + 10
    while not read_safely(file) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert Counter(key[2] for key in read_safely(file))["end"] == 1
    stand.do(ev.Begin(), FIRST, ev.Touched(), after=5)
    statistics.stop()
    assert not file.with_name(f"{file.name}-wal").exists()  # closed in order
    assert sum(count for key, count in read_safely(file).items() if key[2] == "visit") == 2


def read_safely(file: Path) -> dict[tuple[str, int, str, str], int]:
    """What is in the file; nothing while it is being made."""
    try:
        return dict(read(file, *WHOLE))
    except Exception:
        return {}


def test_a_fault_of_its_own_is_logged_once_and_never_reaches_the_show(
    file: Path, bundle: Bundle, wall: Wall, caplog: pytest.LogCaptureFixture
) -> None:
    statistics, stand = made(file, bundle, wall)
    statistics._observer.seen = lambda *_: 1 // 0  # type: ignore[method-assign, return-value]
    stand.do(ev.Begin(), FIRST, ev.GoHome())
    assert stand.state.mode == "browsing"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_it_brings_sqlite_only_when_asked_for() -> None:
    code = (
        "import sys; import kiosk.app, kiosk.running, kiosk.bridge.session\n"
        "print(sorted({'sqlite3', 'kiosk.stats'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""`kill -9` of the screen, of the supervisor, or of both at random moments: always back, all kept.

    python -m tests.faults.killing --times 100

Half of the moments come while something is starting. After each kill a new screen has to draw its
first frame; at the end the stand shows what it showed, with its settings and its counts.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import sqlite3
import statistics
import sys
import time

from kiosk.store.versions import Store
from tests.faults.hall import Hall
from tests.unit.store.shelf import install, shown

LIMIT_SECONDS = 10.0
QUIET_SECONDS = 6.0
"""The longest time between a first frame and the next kill."""
SETTINGS = '[idle]\nseconds = 77\n[stand]\nname = "Kiosk 3"\n'


def counted(hall: Hall) -> int:
    """How much has been counted; fails on a damaged database."""
    file = hall.home / "state" / "statistics.sqlite"
    if not file.exists():
        return 0
    with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return sum(
            database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names
        )


def kill(hall: Hall, victim: str) -> None:
    """Kill the screen, the supervisor or both; whoever starts supervisors does so again."""
    assert hall.supervisor is not None
    screen = hall.screen()
    if victim != "screen":
        hall.supervisor.kill()
        hall.supervisor.wait()
    if victim != "supervisor" and screen:
        with contextlib.suppress(ProcessLookupError):  # it may just have ended by itself
            os.kill(screen, signal.SIGKILL)
    if victim != "screen":
        hall.start()


def one_screen(hall: Hall) -> None:
    """Wait until nothing of earlier screens is left."""
    import psutil

    folder = str(hall.folder)

    def screens() -> int:
        assert hall.supervisor is not None
        found = (p.info for p in psutil.process_iter(["pid", "cmdline", "environ"]))
        ours = [one for one in found if (one["environ"] or {}).get("JUOSTA_FAULTS") == folder]
        running = {one["pid"] for one in ours if "run" in (one["cmdline"] or [])}
        return len(running - {hall.supervisor.pid})

    hall.until("a single screen", lambda: screens() == 1, 20)


def run(times: int, chance: random.Random) -> list[float]:
    """So many kills of one stand; the seconds that each cost. `AssertionError` says what broke."""
    seconds: list[float] = []
    with Hall(settings=SETTINGS) as hall:
        store = Store(hall.home / "state" / "content")
        for version in ("first", "second"):
            install(store, version)
        hall.start()
        hall.well()
        before, settings = shown(store), (hall.home / "kiosk.toml").read_bytes()
        for number in range(times):
            early = number % 2
            time.sleep(chance.uniform(0, 0.6 if early else QUIET_SECONDS))
            if chance.random() < 0.3:
                hall.command_if_heard("begin")  # a visit is under way
            since = time.monotonic()
            victims = [chance.choice(("screen", "screen", "supervisor", "both"))]
            kill(hall, victims[0])
            if early:  # and once more while it starts
                time.sleep(chance.uniform(0, 1.0))
                since = time.monotonic()
                victims.append(chance.choice(("screen", "supervisor")))
                kill(hall, victims[1])
            seconds.append(hall.new_frame(since) - since)
            if seconds[-1] > LIMIT_SECONDS:
                print(f"number {number} ({', then '.join(victims)}): {seconds[-1]:.1f} s")
                print(hall.logged("supervisor")[-2000:], flush=True)
        one_screen(hall)
        counts = counted(hall)
        hall.end()
        hall.start()
        hall.until("the content", lambda: hall.beat().get("version", "")[:4] == "0002")
        assert shown(store) == before
        assert [one.health for one in store.versions()] == ["good", "good"]
        assert (hall.home / "kiosk.toml").read_bytes() == settings
        assert counted(hall) >= counts
    return seconds


def main() -> int:
    """Ends with 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    seconds = run(options.times, random.Random(options.seed))
    median, worst = statistics.median(seconds), max(seconds)
    print(f"{options.times} random moments: {len(seconds)} back, nothing lost")
    print(f"median {median:.1f} s, worst {worst:.1f} s (limit {LIMIT_SECONDS:.0f} s)")
    return int(worst > LIMIT_SECONDS)


if __name__ == "__main__":
    sys.exit(main())

"""The kiosk beside chromium in kiosk mode with the same pages (`bench/browser.py`).

`python -m bench.peer [--runs 5] [--backends software,gpu]`. They take turns on the same Xvfb. A
start lasts from the process to the attract headline on the glass; memory is the PSS of all
processes three seconds later; frames are counted on the glass by a small square that both show
(`bench/glass.py`).
Chromium keeps its profile, and the kiosk the picture of its first frame, so the first start of
each, which makes them, does not count. When the kiosk takes touches is said beside.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psutil

from bench import browser
from bench.films import FILM_SECONDS, NAMES, REST_SECONDS
from bench.frames import percentile
from bench.glass import Glass, Watch, gaps_since
from bench.stand import (
    BACKENDS,
    ROOT,
    START_SECONDS,
    kiosk,
    plain_environment,
    processor_share,
    pss,
    say,
    screen,
    touch,
    verdict,
)

LIMIT_START = {"software": 0.45, "gpu": 0.6}
LIMIT_PSS = {"software": 0.22, "gpu": 0.35}
SETTLED_SECONDS = 3
REST_MEASURED_SECONDS = 8

Values = dict[str, list[float]]


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--backends", default=",".join(BACKENDS))
    options = parser.parse_args()
    if not browser.find():
        say("peer: chromium is not installed (apt-get install chromium), nothing is compared")
        return 0
    say(browser.version())
    missed = False
    for backend in options.backends.split(","):
        with tempfile.TemporaryDirectory() as name, Stand(backend, Path(name)) as stand:
            missed |= stand.compare(options.runs)
    return int(missed)


class Stand:
    """A screen whose glass can be read, the page on a server, and chromium's profile."""

    def __init__(self, backend: str, folder: Path) -> None:
        self._backend = backend
        self._folder = folder
        self._profile = folder / "profile"
        self._phases = folder / "phases.json"

    def __enter__(self) -> Stand:
        self._kept = ExitStack()
        site = browser.write_site(self._folder / "site")
        self.display = self._kept.enter_context(screen(glass=self._folder))
        self.told = self._kept.enter_context(browser.serving(site))
        self.glass = Glass(self._folder)
        return self

    def __exit__(self, *_: object) -> None:
        self._kept.close()

    def compare(self, runs: int) -> bool:
        """Print the ratios; whether a limit is missed."""
        commands = {"chromium": self._chromium(), "kiosk": kiosk(self._backend)}
        values: dict[str, Values] = {name: defaultdict(list) for name in commands}
        for run in range(runs + 1):
            for name, command in commands.items():
                measured = self._one(command, rest=run == runs)
                if run > 0:
                    for what, value in measured.items():
                        values[name][what].append(value)
        middle = {n: {k: statistics.median(v) for k, v in of.items()} for n, of in values.items()}
        for name, of in middle.items():
            words = f"start {1000 * of['start']:.0f} ms, PSS {of['pss']:.0f} MB"
            if "complete" in of:
                words = f"takes touches after {1000 * of['complete']:.0f} ms, " + words
            words += f" in {of['processes']:.0f} processes, at rest on home {of['rest']:.1f} %"
            say(f"{self._backend}: {name:<9} {words}")
        start, memory = (middle["kiosk"][k] / middle["chromium"][k] for k in ("start", "pss"))
        say(f"  start, kiosk / chromium: {verdict(start, LIMIT_START[self._backend])}")
        say(f"  PSS, kiosk / chromium: {verdict(memory, LIMIT_PSS[self._backend])}")
        self._compare_frames()
        return start > LIMIT_START[self._backend] or memory > LIMIT_PSS[self._backend]

    def _chromium(self, *asked: str) -> list[str]:
        return browser.command(self._backend, self.told.port, self._profile, *asked)

    def _one(self, command: list[str], rest: bool) -> dict[str, float]:
        with self._started(command) as (process, begun, seconds):
            time.sleep(SETTLED_SECONDS)
            everyone = 1 + len(process.children(recursive=True))
            measured = {"start": seconds, "pss": pss(process), "processes": float(everyone)}
            if self._phases.exists():
                phases = json.loads(self._phases.read_text(encoding="utf-8"))
                measured["complete"] = phases["first frame"] - begun
            if rest:
                touch(self.display, 960, 500)
                time.sleep(4)
                measured["rest"] = processor_share(process, REST_MEASURED_SECONDS)
        return measured

    @contextmanager
    def _started(self, command: list[str]) -> Iterator[tuple[psutil.Process, float, float]]:
        """Start a program; its process, when, and seconds until its headline was on the glass."""
        while self.glass.lettered():
            time.sleep(0.05)  # the one before is still going
        self._phases.unlink(missing_ok=True)
        around = plain_environment(self.display, str(self._folder / "home"))
        around["JUOSTA_PHASES"] = str(self._phases)
        begun = time.monotonic()
        child = subprocess.Popen(
            command, cwd=ROOT, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        process = psutil.Process(child.pid)
        try:
            while not self.glass.lettered():
                if time.monotonic() > begun + START_SECONDS or child.poll() is not None:
                    raise SystemExit(f"no headline on the glass: {command}")
                time.sleep(0.001)
            yield process, begun, time.monotonic() - begun
        finally:
            everyone = [process, *process.children(recursive=True)]
            child.terminate()
            _, left = psutil.wait_procs(everyone, 10)
            for one in left:
                one.kill()

    def _compare_frames(self) -> None:
        """Times between frames on the glass, of the same way through the same pages."""
        films = {"chromium": self._film_chromium(), "kiosk": self._film_kiosk()}
        for name, gaps in films.items():
            median, worst = statistics.median(gaps), percentile(gaps, 99)
            words = f"ms from frame to frame: median {median:.1f}, 99th percentile {worst:.1f}"
            say(f"    {name:<9} {words}, longest {max(gaps):.1f} of {len(gaps)}")
        ratio = [percentile(gaps, 99) for gaps in films.values()]
        say(f"  frame times, 99th percentile, kiosk / chromium: {ratio[1] / ratio[0]:.2f} x")

    def _film_kiosk(self) -> list[float]:
        watch = Watch(self.glass)
        done = subprocess.run(
            [sys.executable, "-m", "bench.films", "kiosk", self._backend],
            cwd=ROOT,
            env=plain_environment(self.display, str(self._folder / "home")),
            capture_output=True,
            check=False,
        )
        moments = watch.stop()
        if done.returncode:
            raise SystemExit(f"the measurement ended early: {done.stderr.decode()}")
        films = json.loads(done.stdout)["since"]
        begun = [since for name in NAMES for since in films[name]]
        return [gap for since in begun for gap in gaps_since(moments, since, FILM_SECONDS)]

    def _film_chromium(self) -> list[float]:
        document = json.loads((ROOT / "content.json").read_text(encoding="utf-8"))
        self.told.news.clear()
        with self._started(self._chromium("mover")):
            self.told.wait()
            self._tap("Begin")
            time.sleep(2)
            for section in document["sections"]:
                self._walk(section)  # only warms up, as for the kiosk
            watch = Watch(self.glass)
            begun = [at for section in document["sections"] for at in self._walk(section)]
            moments = watch.stop()
        return [gap for since in begun for gap in gaps_since(moments, since, FILM_SECONDS)]

    def _walk(self, section: dict[str, Any]) -> list[float]:
        hero = next(s for s in section["stories"] if s["id"] == section["hero"])
        begun: list[float] = []
        for name in (section["title"]["en"], hero["title"]["en"], "Next", "Next", "Home"):
            begun.append(self._tap(name))
            time.sleep(FILM_SECONDS + REST_SECONDS)
        return begun

    def _tap(self, name: str) -> float:
        """Touch something by its name; when the finger was lifted."""
        self.told.news.clear()
        touch(self.display, *self.told.targets[name])
        lifted = time.monotonic()
        self.told.wait()
        return lifted


if __name__ == "__main__":
    raise SystemExit(main())

"""Starts the workers and gathers what they saw. No Qt here: the workers are their own processes."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 25
"""So many different faults are printed; the others are counted."""
STILL_SECONDS = 120
"""A worker that shows no screen for so long says where it hangs and is ended."""


@dataclass(repr=False)
class Report:
    """What was looked at and what was wrong: check -> fault -> where."""

    screens: int = 0
    pictures: int = 0
    texts: int = 0
    targets: int = 0
    stops: set[str] = field(default_factory=set[str])
    variants: set[str] = field(default_factory=set[str])
    seen: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    broken: list[str] = field(default_factory=list[str])

    def add(self, line: str) -> None:
        """Take in one line of a worker."""
        entry = json.loads(line)
        self.screens += 1
        self.pictures += entry["drawn"]
        self.texts += entry["texts"]
        self.targets += entry["targets"]
        self.stops.add(entry["stop"])
        self.variants.add(entry["variant"])
        self.seen.add((entry["stop"], entry["variant"]))
        for check, words in entry["faults"]:
            self.faults[check].append(f"{entry['stop']} | {entry['variant']} | {words}")

    def told(self, check: str) -> str:
        """The faults of a check for a person to read; nothing when there are none."""
        found = self.faults.get(check, [])
        rest = f"\n... and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        return "\n".join(found[:SHOWN]) + rest

    def __repr__(self) -> str:
        return (
            f"{self.screens} screens ({len(self.stops)} stops in {len(self.variants)} variants), "
            f"{self.texts} texts, {self.targets} targets, {self.pictures} drawn"
        )


def walk(selection: str, *more: str) -> Report:
    """Let a worker per processor walk its part of a selection; `more` are options of the worker."""
    parts = max(1, min(4, os.cpu_count() or 1))
    lines: Queue[str | None] = Queue()
    report = Report()
    with contextlib.ExitStack() as stack:
        workers = [
            stack.enter_context(_worker(selection, "--part", f"{part}/{parts}", *more))
            for part in range(parts)
        ]
        for worker in workers:
            stack.callback(worker.kill)
            Thread(target=_pass_on, args=(worker, lines)).start()
        walking = len(workers)
        while walking:
            line = _next(lines, workers, report)
            if line is None:
                walking -= 1
            else:
                report.add(line)
        report.broken += [f"a worker ended with {w.returncode}" for w in workers if w.wait()]
    return report


def _worker(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-m", "tests.visual.worker", *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _pass_on(worker: subprocess.Popen[str], lines: Queue[str | None]) -> None:
    """Each line of a worker, and None after the last."""
    assert worker.stdout is not None
    for line in worker.stdout:
        lines.put(line)
    lines.put(None)


def _next(
    lines: Queue[str | None], workers: list[subprocess.Popen[str]], report: Report
) -> str | None:
    """The next line of any worker. Those that stand still say where on stderr, and end."""
    try:
        return lines.get(timeout=STILL_SECONDS)
    except Empty:
        report.broken.append(f"no screen within {STILL_SECONDS} s")
        for worker in workers:
            worker.send_signal(signal.SIGABRT)
        return lines.get()


def logged(log: Path) -> set[tuple[str, str]]:
    """The (stop, variant) that a log holds; a last line that was cut off is taken away."""
    if not log.exists():
        return set()
    text = log.read_text(encoding="utf-8")
    whole = text[: text.rfind("\n") + 1]
    if whole != text:
        log.write_text(whole, encoding="utf-8")
    entries = map(json.loads, whole.splitlines())
    return {(entry["stop"], entry["variant"]) for entry in entries}


def main() -> int:
    """Tell what the logs of workers say: counts, and faults grouped by what differs."""
    report = Report()
    for name in sys.argv[1:]:
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            report.add(line)
    sys.stdout.write(f"{report!r}\n")
    for check in report.faults:
        sys.stdout.write(f"\n{check}: {len(report.faults[check])}\n{report.told(check)}\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Starts the workers and gathers what they saw. No Qt here: the workers are their own processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 25
"""So many different faults are printed; the others are counted."""


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
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    workers = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.visual.worker",
                selection,
                "--part",
                f"{part}/{parts}",
                *more,
            ],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for part in range(parts)
    ]
    report = Report()
    for worker in workers:
        output, _ = worker.communicate()
        for line in output.splitlines():
            report.add(line)
        if worker.returncode:
            report.broken.append(f"a worker ended with {worker.returncode}")
    return report


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

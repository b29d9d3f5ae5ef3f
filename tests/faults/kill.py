"""`kill -9` of the real `kiosk install` at random moments: then the old content or the new, whole.

    python -m tests.faults.kill --times 300

Half of the kills come anywhere between the start of the process and its end; the others while it
publishes, which is too short to be hit by chance. What those bring has passed its rehearsal before,
so that nobody waits for a rehearsal that is not killed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.paths import HOME_VARIABLE, under
from kiosk.store.rehearsed import Rehearsed
from kiosk.store.versions import Store
from tests.unit.store.shelf import files

ROOT = Path(__file__).parents[2]
LOOK_SECONDS = 0.001


def bundle(version: str) -> dict[str, bytes]:
    """The files of a bundle in one language, so that its rehearsal is short."""
    document = json.loads(files(version)["content.json"])
    document["languages"] = [each for each in document["languages"] if each["tag"] == "en"]
    for section in document["sections"]:
        for story in section["stories"]:
            story["pages"] = story["pages"][:1]
    content = json.dumps(_in_english(document)).encode()
    return {**files(version), "content.json": content}


def _in_english(part: Any) -> Any:
    if isinstance(part, list):
        return [_in_english(each) for each in part]
    if isinstance(part, dict):
        return {key: _in_english(value) for key, value in part.items() if key != "lt"}
    return part


def shown(store: Store) -> str:
    """The version that is shown, of which every file is as it was; "factory" for none."""
    active = store.active()
    if active is None:
        return "factory"
    folder = store.path(active.id)
    version = str(json.loads((folder / "content.json").read_bytes())["version"])
    paths = [path for path in folder.rglob("*") if path.is_file()]
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    assert found == bundle(version), f"{version} is a mix"
    return version


@dataclass
class Stand:
    """A state folder of its own, and what is shown there."""

    home: Path
    shown: str = "factory"
    took: tuple[float, float] = (5.0, 0.2)
    """Seconds of a whole installation, and of its publishing."""
    kills: int = 0
    counts: Counter[str] = field(default_factory=Counter[str])

    @property
    def store(self) -> Store:
        """Its store, opened anew as after a crash."""
        return Store(self.home / "state" / "content")

    def start(self, version: str, *, rehearsed: bool = False) -> subprocess.Popen[bytes]:
        """`kiosk install` of a bundle with this version, which may have been rehearsed before."""
        source = self.home / "stick"
        for name, content in bundle(version).items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes(content)
        if rehearsed:
            memory = Rehearsed(under(self.home).rehearsed)
            memory.note(memory.proof(source, portrait=False))
        return subprocess.Popen(
            [sys.executable, "-m", "kiosk", "install", str(source)],
            cwd=ROOT,
            env={**os.environ, HOME_VARIABLE: str(self.home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def publishing(self) -> bool:
        """Whether a bundle is on its way from `staging/` into `versions/`."""
        staging = self.home / "state" / "content" / "staging"
        try:
            with os.scandir(staging) as entries:
                return any(entry.name[0].isdigit() for entry in entries)
        except OSError:
            return False

    def install(self, version: str) -> None:
        """A whole installation; how long it takes is noted."""
        began = time.monotonic()
        process = self.start(version)
        while process.poll() is None and not self.publishing():
            time.sleep(LOOK_SECONDS)
        published = time.monotonic()
        _, words = process.communicate(timeout=120)
        if process.returncode:
            raise SystemExit(words.decode())
        ended = time.monotonic()
        self.took = (ended - began, ended - published)
        self.shown = shown(self.store)
        assert self.shown == version

    def kill(self, version: str, chance: random.Random, *, late: bool) -> None:
        """Begin an installation and kill it; what is shown then is the old version or the new."""
        process = self.start(version, rehearsed=late)
        if late:
            while process.poll() is None and not self.publishing():
                time.sleep(LOOK_SECONDS)
        # Not quite to the end, because a machine with less to do is faster than it was.
        delay = 0.8 * chance.uniform(0, self.took[1] if late else self.took[0])
        try:
            process.wait(timeout=delay)
            self.counts["came too late"] += 1
            whole, publishing = self.took  # the machine has become faster
            self.took = (0.9 * whole, 0.8 * publishing)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            self.counts["killed while publishing" if late else "killed anywhere"] += 1
            self.kills += 1
        process.communicate()
        found = shown(self.store)
        assert found in (self.shown, version), f"{found} is neither {self.shown} nor {version}"
        self.counts["new" if found == version else "old"] += 1
        self.shown = found
        with self.store.locked():  # no lock outlives its holder
            pass


def run(home: Path, times: int, chance: random.Random) -> Counter[str]:
    """Kill so many installations on one stand; the counts. `AssertionError` says what broke."""
    stand = Stand(home)
    stand.install("first")
    number = 0
    while stand.kills < times:
        stand.kill(f"v{number}", chance, late=number % 2 == 1)
        number += 1
    stand.install("last")
    staging = home / "state" / "content" / "staging"
    assert list(staging.iterdir()) == [], "the last installation has not tidied up"
    return stand.counts


def main() -> int:
    """Ends with 1 when a kill broke the stand."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="juosta-kill-") as folder:
        counts = run(Path(folder), options.times, random.Random(options.seed))
    print(f"{options.times} kills, 0 broken:", ", ".join(f"{n} {w}" for w, n in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Bundle files: packing and installing beside `cp` of the same files; the check of a large bundle.

`python -m bench.bundle [--runs 9] [--megabytes 256]`. cp is followed by an fsync of what it wrote,
because packing and installing do not come back before the disk has everything. Alternating runs,
medians. The pictures are as they should be already: what Pillow has to write anew takes the time
of Pillow.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from bench.large import write_valid
from bench.stand import MEGABYTE, ROOT, say, unsteered, verdict
from kiosk.store import signing
from kiosk.store.admission import Policy
from kiosk.store.packing import Label, pack
from kiosk.store.staging import stage
from kiosk.store.trust import Trust
from kiosk.store.versions import Store

LIMIT_COPY = 3.0
LIMIT_SECONDS = 1.0
LIMIT_MEGABYTES = 150
CONTENT_BYTES = 10_000_000
SIDE = 1600
KEY = signing.generate("bench")


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--megabytes", type=int, default=256)
    options = parser.parse_args()
    here = ROOT / "build"  # not in /tmp, which is memory on some machines
    here.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=here) as name:
        folder = Path(name)
        missed = _check(write_valid(folder / "large", CONTENT_BYTES), options.runs)
        source = _with_pictures(folder / "source", options.megabytes * MEGABYTE)
        missed |= _copies(source, folder, options.runs)
    return int(missed)


def _check(bundle: Path, runs: int) -> bool:
    """Processor time and peak memory of `kiosk check`, the process as a whole."""
    seconds: list[float] = []
    peaks: list[float] = []
    for _run in range(runs):
        child = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "check", bundle],
            cwd=ROOT,
            env=unsteered(),
            stdout=subprocess.PIPE,
        )
        said = child.stdout.read() if child.stdout else b""
        _pid, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode or b"0 errors, 0 warnings" not in said:
            raise SystemExit(f"the large bundle is not clean: {said.decode()}")
        seconds.append(usage.ru_utime + usage.ru_stime)
        peaks.append(usage.ru_maxrss / 1024)
    took, peak = statistics.median(seconds), max(peaks)
    size = (bundle / "content.json").stat().st_size / 1e6
    say(f"kiosk check of a clean content.json of {size:.1f} MB")
    say(f"  {took:.2f} s of a core (limit {LIMIT_SECONDS:.0f} s) {_met(took, LIMIT_SECONDS)}")
    say(f"  {peak:.0f} MB at most (limit {LIMIT_MEGABYTES} MB) {_met(peak, LIMIT_MEGABYTES)}")
    return took > LIMIT_SECONDS or peak > LIMIT_MEGABYTES


def _met(value: float, limit: float) -> str:
    return "ok" if value <= limit else "TOO MUCH"


def _with_pictures(folder: Path, size: int) -> Path:
    """The default bundle with so many bytes of noise as photographs."""
    shutil.copytree(ROOT / "assets", folder / "assets", ignore=shutil.ignore_patterns("demo"))
    shutil.copyfile(ROOT / "content.json", folder / "content.json")
    written = 0
    while written < size:
        noise = Image.frombytes("RGB", (SIDE, SIDE), os.urandom(3 * SIDE * SIDE))
        path = folder / "assets" / f"noise-{written // MEGABYTE}.jpg"
        noise.save(path, quality=85)
        written += path.stat().st_size
    return folder


def _copies(source: Path, folder: Path, runs: int) -> bool:
    files = [path for path in source.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    bundle, store = folder / "stand.kiosk", Store(folder / "store")
    policy = Policy(Trust().added(KEY.public))

    def copy() -> None:
        subprocess.run(["cp", "-r", source, folder / "copy"], check=True)
        copied = [path for path in (folder / "copy").rglob("*") if path.is_file()]
        subprocess.run(["sync", *copied], check=True)

    def install() -> None:
        with store.staging() as into:
            store.publish(stage(bundle, into, policy))

    label = Label(1, "2026-01-01T00:00:00Z")
    tasks: dict[str, Callable[[], object]] = {
        "cp": copy,
        "pack": lambda: pack(source, bundle, label, KEY),
        "install": install,
    }
    took: dict[str, list[float]] = {name: [] for name in tasks}
    for run in range(runs + 1):
        for name, task in tasks.items():
            begun = time.monotonic()
            task()
            if run > 0:  # the first round warms the caches
                took[name].append(time.monotonic() - begun)
        shutil.rmtree(folder / "copy")
        store.collect(())
    medians = {name: statistics.median(values) for name, values in took.items()}
    say(f"{len(files)} files, {size:.0f} MB, down to the disk")
    for name, seconds in medians.items():
        say(f"  {name:<8} {seconds:6.2f} s {size / seconds:6.0f} MB/s")
    missed = False
    for name in ("pack", "install"):
        ratio = medians[name] / medians["cp"]
        say(f"  {name} / cp: {verdict(ratio, LIMIT_COPY)}")
        missed |= ratio > LIMIT_COPY
    return missed


if __name__ == "__main__":
    raise SystemExit(main())

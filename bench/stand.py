"""What the measurements share: a virtual screen, starting programs, medians and ratios."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parent.parent
START_SECONDS = 60
MEGABYTE = 1024 * 1024
STEERING = ("QT_", "QSG_", "PYTHON")
"""Variables that would measure something else: without bytecode Python compiles at every start."""
BACKENDS = ("software", "gpu")
"""The software scene graph, and OpenGL (llvmpipe where there is no GPU)."""


@contextmanager
def screen(size: str = "1920x1080", glass: Path | None = None) -> Iterator[str]:
    """A fresh Xvfb; yields its display. What it shows can be read in the folder `glass`."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    command += ["-fbdir", str(glass)] if glass else []
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


@dataclass
class Started:
    """A program that has shown its first frame."""

    process: psutil.Process
    seconds: float
    phases: dict[str, float]
    """Seconds from the start of the process to each phase."""


@contextmanager
def program(command: list[str], display: str, home: Path | None = None) -> Iterator[Started]:
    """Start a program, wait for its first frame, and end it afterwards.

    Without a `home` it is new where it is started, each time.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "phases.json"
        around = plain_environment(display, str(home or folder))
        environment = {**around, "JUOSTA_PHASES": str(report)}
        begun = time.clock_gettime(time.CLOCK_MONOTONIC)
        child = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        try:
            marks = _await_phases(report, child)
            phases = {name: moment - begun for name, moment in marks.items()}
            yield Started(psutil.Process(child.pid), phases["first frame"], phases)
        finally:
            child.send_signal(signal.SIGTERM)
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def unsteered() -> dict[str, str]:
    """What a program is started with: nothing that steers Qt or Python."""
    return {name: value for name, value in os.environ.items() if not name.startswith(STEERING)}


def plain_environment(display: str, home: str) -> dict[str, str]:
    """The same for a program that shows something."""
    return {**unsteered(), "DISPLAY": display, "JUOSTA_HOME": home}


def _await_phases(report: Path, child: subprocess.Popen[bytes]) -> dict[str, float]:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if child.poll() is not None:
            assert child.stderr is not None
            raise SystemExit(f"the program ended early: {child.stderr.read().decode()}")
        if report.is_file():
            try:
                return json.loads(report.read_text(encoding="utf-8"))
            except json.JSONDecodeError:
                pass  # caught while it is being written
        time.sleep(0.002)
    raise SystemExit("no first frame within a minute")


def pss(process: psutil.Process) -> float:
    """Megabytes of a process and those that it started; shared pages count by their share."""
    everyone = [process, *process.children(recursive=True)]
    return sum(one.memory_full_info().pss for one in everyone) / MEGABYTE


def own_memory(process: int) -> float:
    """Megabytes of a process that no file could give back, with QML's heap (`memfd:JSGCHeap`).

    A library's pages are left out: one that is touched for the first time is resident from then on,
    and counts as the process's own as soon as no other program has the library open.
    """
    total = 0
    for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
        name, _, size = line.partition(":")
        if name in ("Pss_Anon", "Pss_Shmem", "SwapPss"):
            total += int(size.split()[0])
    return total / 1024


def processor_share(process: psutil.Process, seconds: float) -> float:
    """Per cent of a core that a process and those it started use over some seconds."""

    def used() -> float:
        times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
        return sum(one.user + one.system for one in times)

    before = used()
    time.sleep(seconds)
    return max(0.0, 100 * (used() - before) / seconds)


def touch(display: str, x: int, y: int) -> None:
    """Let a finger touch a place in px; comes back when it has been lifted."""
    words = f"mousemove {x} {y} mousedown 1 sleep 0.09 mouseup 1"
    command = ["xdotool", *words.split()]
    subprocess.run(command, env={**os.environ, "DISPLAY": display}, check=True)


def floor(backend: str) -> list[str]:
    """The command of the floor."""
    return [sys.executable, "bench/floor.py", backend]


def kiosk(backend: str, *more: str) -> list[str]:
    """The command of the kiosk."""
    return [sys.executable, "-m", "kiosk", "run", "--renderer", backend, *more]


def on_each_backend(module: str, *options: str, **environment: str) -> int:
    """Run a measurement once per backend, each in a process of its own; 1 when one fails."""
    codes: list[int] = []
    with screen() as display:
        for backend in BACKENDS:
            command = [sys.executable, "-m", module, "--backend", backend, *options]
            around = {**os.environ, "DISPLAY": display, **environment}
            codes.append(subprocess.run(command, env=around, check=False).returncode)
    return int(any(codes))


def say(words: str) -> None:
    """One line of a report."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def verdict(ratio: float, limit: float) -> str:
    """A ratio with its limit and whether it is met."""
    return f"{ratio:.2f} x (limit {limit:.2f} x) {'ok' if ratio <= limit else 'TOO MUCH'}"

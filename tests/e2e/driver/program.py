"""Programs that the tests start: their words are kept, and they are ended by their number only."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil

END_SECONDS = 5.0
_WITH_US = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
"""Words before a command that end it also when the tests are cut off."""


class Program:
    """A process of ours, started in `folder`.

    What it says goes to files in `notes`; `keep` are descriptors that it inherits.
    """

    def __init__(
        self,
        words: Sequence[str],
        notes: Path,
        name: str,
        env: Mapping[str, str] | None = None,
        *,
        keep: Sequence[int] = (),
        folder: Path | None = None,
    ) -> None:
        self.name = name
        self.out = notes / f"{name}.out"
        self.err = notes / f"{name}.err"
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(
                [*_WITH_US, *words],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env=dict(os.environ if env is None else env),
                start_new_session=True,
                pass_fds=keep,
                cwd=folder,
            )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self.process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    @property
    def said(self) -> str:
        """What it has written to its standard output."""
        return self.out.read_text(errors="replace")

    @property
    def complained(self) -> str:
        """What it has written to its standard error."""
        return self.err.read_text(errors="replace")

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def code(self, seconds: float) -> int:
        """Its exit code; fails when it does not end in time."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"{self.name} did not end within {seconds} s") from None

    def end(self) -> None:
        """End it and what it has started, gently first."""
        family = self._family()
        for process in family:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.terminate()
        self._reap()
        _, left = psutil.wait_procs(family, END_SECONDS)
        for process in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self._reap()

    def _reap(self) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(END_SECONDS)

    def _family(self) -> list[psutil.Process]:
        """The process and its descendants; nothing when it has ended."""
        if not self.alive:
            return []
        try:
            top = psutil.Process(self.pid)
            return [top, *top.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

"""A wall clock that jumps for one program, while its monotonic clock and everybody else's go on."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_suffix(".c")
YEAR_SECONDS = 365 * 86_400


class WallClock:
    """Compiled into a folder; `variables` are for the environment of the program."""

    def __init__(self, folder: Path) -> None:
        compiler = shutil.which("cc") or shutil.which("gcc")
        if compiler is None:
            pytest.skip("there is no C compiler for the clock that jumps")
        library = folder / "wallclock.so"
        words = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE)]
        subprocess.run(words, check=True)
        self._file = folder / "seconds"
        self.jump(0)
        self.variables = {"LD_PRELOAD": str(library), "WALL_CLOCK_FILE": str(self._file)}

    def jump(self, years: float) -> None:
        """From now on the wall clock is so far from the real one."""
        new = self._file.with_suffix(".new")
        new.write_text(str(round(years * YEAR_SECONDS)), encoding="ascii")
        new.replace(self._file)

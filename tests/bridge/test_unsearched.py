"""PySide comes without reading the source of every module."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import inspect, linecache, sys
from kiosk.bridge import unsearched
search = inspect.getsource
if sys.argv[1] == "load":
    unsearched.load()
assert inspect.getsource is search
import kiosk.bridge.shell
print(len(linecache.cache))
assert "getsource" in inspect.getsource(search)
"""


def lines_kept(how: str) -> int:
    command = [sys.executable, "-c", PROGRAM, how]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_no_source_is_read_for_a_feature_that_nobody_asks_for() -> None:
    assert lines_kept("load") == 0


def test_without_it_pyside_still_reads_them() -> None:
    """When it does no more, `kiosk.bridge.unsearched` can go."""
    assert lines_kept("as PySide does") > 50

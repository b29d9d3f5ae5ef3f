"""A crash leaves no image of memory."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

CRASH = """
import os, resource, signal, sys
resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
from kiosk.guard import crashes
crashes.keep_silent()
print(resource.getrlimit(resource.RLIMIT_CORE))
child = os.fork()
if child == 0:
    print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)
    os.kill(os.getpid(), signal.SIGSEGV)
_, status = os.waitpid(child, 0)
print(os.WTERMSIG(status) == signal.SIGSEGV, os.WCOREDUMP(status))
"""


def test_no_image_of_memory(tmp_path: Path) -> None:
    """Neither of the process nor of one that it starts."""
    before = resource.getrlimit(resource.RLIMIT_CORE)
    done = subprocess.run(
        [sys.executable, "-u", "-c", CRASH], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["(0, 0)", "(0, 0)", "True False"]
    assert resource.getrlimit(resource.RLIMIT_CORE) == before

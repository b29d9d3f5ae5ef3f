"""A crash is seen in the log and nowhere else. Imports nothing of the kiosk."""

from __future__ import annotations

import sys

_SILENT = 0x0001 | 0x0002 | 0x8000
"""Windows: no box about a missing disk, about a crash, about a file that does not open."""


def keep_silent() -> None:
    """No image of memory and no dialogue when this process or one that it starts crashes.

    To be called before anything of Qt is imported.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_SILENT)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

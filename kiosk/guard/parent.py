"""What a screen with a supervisor asks of the system for itself. Never imports Qt."""

from __future__ import annotations

import os
import signal
import sys

_DEATH_SIGNAL = 1  # of prctl


def end_with_parent() -> bool:
    """Be ended in order when the supervisor dies; false where the system has no such thing.

    The pipe of the beats tells it as well, but a second later.
    """
    if sys.platform != "linux":
        return False
    import ctypes  # not before the first frame

    parent = os.getppid()
    library = ctypes.CDLL(None, use_errno=True)
    bound = library.prctl(_DEATH_SIGNAL, int(signal.SIGTERM), 0, 0, 0) == 0
    return bound and os.getppid() == parent

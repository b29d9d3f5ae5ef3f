"""A job of Windows: the screen and all that it starts end together, with the supervisor if need be.

Windows keeps no families of processes. A job does: what a member starts is a member too, and when
nobody has its handle any more, because it was closed or because its holder was killed, the system
ends all members. Imported on Windows only; never imports Qt.
"""

from __future__ import annotations

import ctypes
import logging
from typing import Any, cast

LIMITS_CLASS = 9
"""JobObjectExtendedLimitInformation."""
DIE_WITH_THE_HANDLE = 0x2000
NO_BOX_ABOUT_A_CRASH = 0x0400
CODE = 1
"""Exit code of what was ended."""

_log = logging.getLogger(__name__)


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_memory", ctypes.c_size_t),
        ("most_memory", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; only the flags are set."""

    _fields_ = (
        ("basic", _Basic),
        ("counters", ctypes.c_uint64 * 6),
        ("sizes", ctypes.c_size_t * 4),
    )


class Job:
    """One job with one process and whatever that one starts."""

    def __init__(self, kernel: Any, handle: int) -> None:
        self._kernel = kernel
        self._handle = handle

    def end(self) -> None:
        """End all members now."""
        self._kernel.TerminateJobObject(ctypes.c_void_p(self._handle), CODE)

    def close(self) -> None:
        """Let it go; members that still run are ended."""
        handle, self._handle = self._handle, 0
        if handle:
            self._kernel.CloseHandle(ctypes.c_void_p(handle))


def around(process: int, kernel: Any = None) -> Job | None:
    """A job around a process, named by its handle; None, logged, when the system refuses.

    Without a job the screen still ends when it finds that nobody listens to its beats.
    """
    if kernel is None:
        kernel = cast("Any", ctypes).WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
    handle = kernel.CreateJobObjectW(None, None)
    if not handle:
        _log.warning("Windows gives no job; what a screen leaves over is looked for instead.")
        return None
    job = Job(kernel, handle)
    limits = Limits()
    limits.basic.flags = DIE_WITH_THE_HANDLE | NO_BOX_ABOUT_A_CRASH
    size = ctypes.sizeof(limits)
    place = ctypes.c_void_p(handle)
    limited = kernel.SetInformationJobObject(place, LIMITS_CLASS, ctypes.byref(limits), size)
    if limited and kernel.AssignProcessToJobObject(place, ctypes.c_void_p(process)):
        return job
    job.close()
    _log.warning("Windows lets the screen into no job; what it leaves over is looked for instead.")
    return None

"""Run a program in what the unit makes of the machine, as far as that goes without systemd.

    python -m tests.sandbox.enter FOLDER CALLS PROGRAM [WORDS]

No network, no rights, no new ones, a disk that is read-only but for FOLDER, and the unit's own
filter of system calls, by libseccomp; their names are lines of the file CALLS. Root only. Starts
nothing on the way, and becomes the program under the same number.
"""

from __future__ import annotations

import ctypes
import errno
import os
import socket
import sys
from pathlib import Path

from tests.linux.tree import unit

_PRIVATE, _BIND, _REMOUNT, _READ_ONLY, _ALL_BELOW = 1 << 18, 4096, 32, 1, 16384  # linux/mount.h
_NEW_MOUNTS, _NEW_IPC, _NEW_NET = 0x00020000, 0x08000000, 0x40000000  # linux/sched.h
_NO_NEW_PRIVILEGES, _DROP, _MOST_RIGHTS = 38, 24, 64  # linux/prctl.h
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000  # seccomp.h
_EQUAL = 4
_SYSTEMS_OWN = ("/dev", "/proc", "/sys")

_libc = ctypes.CDLL(None, use_errno=True)


class _Compared(ctypes.Structure):
    """`struct scmp_arg_cmp` of libseccomp."""

    _fields_ = (
        ("arg", ctypes.c_uint),
        ("op", ctypes.c_int),
        ("datum_a", ctypes.c_uint64),
        ("datum_b", ctypes.c_uint64),
    )


def main(arguments: list[str]) -> None:
    """Close the door behind us, then become the program."""
    folder, listed, *words = arguments
    calls = set(Path(listed).read_text(encoding="ascii").split())
    names = unit("juosta.service")["Service"]["RestrictAddressFamilies"][0].split()
    families = [getattr(socket, name) for name in names]
    _done(_libc.unshare(_NEW_MOUNTS | _NEW_IPC | _NEW_NET), "namespaces")
    _close_disk(folder)
    for right in range(_MOST_RIGHTS):
        _libc.prctl(_DROP, right, 0, 0, 0)
    _done(_libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0), "no new privileges")
    _filter(calls, families)
    os.execvp(words[0], words)


def _close_disk(folder: str) -> None:
    """All mounts read-only, as ProtectSystem=strict does it; the folder stays as it is."""
    _done(_mount(None, "/", _PRIVATE | _ALL_BELOW), "private mounts")
    _done(_mount(folder, folder, _BIND), "the state")
    mounts = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    for place in {line.split()[1] for line in mounts}:
        if place != folder and not place.startswith(_SYSTEMS_OWN):
            _mount(None, place, _BIND | _REMOUNT | _READ_ONLY)


def _mount(source: str | None, target: str, flags: int) -> int:
    what = source.encode() if source else None
    return _libc.mount(what, target.encode(), None, flags, None)


def _filter(calls: set[str], families: list[int]) -> None:
    """Refuse every system call that is not in the list, and sockets of other families."""
    lib = ctypes.CDLL("libseccomp.so.2")
    lib.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(lib.seccomp_init(_REFUSE | errno.EPERM))
    for name in calls - {"socket"}:
        number = lib.seccomp_syscall_resolve_name(name.encode())
        if number >= 0:
            _done(lib.seccomp_rule_add(context, _ALLOW, number, 0), name)
    number = lib.seccomp_syscall_resolve_name(b"socket")
    for family in families:
        compared = _Compared(0, _EQUAL, family, 0)
        _done(
            lib.seccomp_rule_add_array(context, _ALLOW, number, 1, ctypes.byref(compared)), "socket"
        )
    _done(lib.seccomp_load(context), "the filter")


def _done(answer: int, what: str) -> None:
    if answer:
        raise OSError(ctypes.get_errno() or -answer, f"{what}: the system refuses it")


if __name__ == "__main__":
    main(sys.argv[1:])

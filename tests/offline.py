"""The whole suite in a network namespace of its own, in which there is nothing but ourselves.

    python -m tests.offline                      everything, as `make test` and `make e2e` run it
    python -m tests.offline tests/unit -k stick  some of it

First it makes sure that nobody can be reached, by trying.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys

INSIDE = "JUOSTA_OFFLINE"
"""Says to the second start of this module that it is inside."""
JOBS = str((os.cpu_count() or 1) + 1)
SUITES = [
    ["-n", JOBS, "--dist", "loadfile", "--ignore=tests/e2e"],
    ["-n", JOBS, "tests/e2e"],
]
_READ_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 0x1  # linux/sockios.h, linux/if.h
_OUTSIDE = ("192.0.2.1", 80)
"""An address that is nobody's (RFC 5737)."""


def main(arguments: list[str]) -> int:
    """Go inside, then run pytest; its exit code, or 1 with words when there is no way inside."""
    if os.environ.get(INSIDE) != "1":
        return _go_inside(arguments)
    _raise_loopback()
    if not _alone():
        print("There is still a network here: nothing would be proved.", file=sys.stderr)
        return 1
    print("No network but ourselves: connecting to anybody fails.", flush=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = 0
    for words in [arguments] if arguments else SUITES:
        done = subprocess.run([sys.executable, "-m", "pytest", *words], check=False)
        failed = failed or done.returncode
    return failed


def _go_inside(arguments: list[str]) -> int:
    """Start this module again behind `unshare`: as root, or as root of a user namespace."""
    for words in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if shutil.which("unshare") and not subprocess.run([*words, "true"], check=False).returncode:
            again = [*words, sys.executable, "-m", "tests.offline", *arguments]
            os.execvpe(again[0], again, {**os.environ, INSIDE: "1"})
    print("This system lets nobody make a network namespace.", file=sys.stderr)
    return 1


def _raise_loopback() -> None:
    """Switch on the one device that there is, for tests that talk to a server of their own."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        request = struct.pack("16sh14x", b"lo", 0)
        _, flags = struct.unpack("16sh14x", fcntl.ioctl(asking, _READ_FLAGS, request))
        fcntl.ioctl(asking, _SET_FLAGS, struct.pack("16sh14x", b"lo", flags | _UP))


def _alone() -> bool:
    """Whether the loop-back device is all there is, and nobody can be reached."""
    with socket.socket() as asking:
        asking.settimeout(2)
        unreachable = asking.connect_ex(_OUTSIDE) == errno.ENETUNREACH
    return unreachable and [name for _, name in socket.if_nameindex()] == ["lo"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

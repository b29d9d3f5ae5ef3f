"""Lines of strace are read as they are meant."""

from __future__ import annotations

import shutil

import pytest

from tests.linux.tree import unit
from tests.sandbox.calls import allowed, names, outside

LOCAL = [
    "100 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 5",
    '100 connect(5, {sa_family=AF_UNIX, sun_path="/run/x/wayland"}, 110) = 0',
    '101 sendto(6, "x", 1, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 1',
    "101 socketpair(AF_UNIX, SOCK_STREAM, 0, [7, 8]) = 0",
    "101 <... poll resumed>) = 0",
]
OUTSIDE = [
    "100 socket(AF_INET, SOCK_STREAM, 0) = 5",
    "100 socket(AF_INET6, SOCK_DGRAM, 0) = -1 EAFNOSUPPORT (Address family not supported)",
    '100 connect(5, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16',
    '100 sendto(5, "x", 1, 0, {sa_family=AF_INET6, sin6_port=htons(53)}, 28) = 1',
    "100 socket(AF_PACKET, SOCK_RAW, 768) = 5",
    "100 socket(AF_BLUETOOTH, SOCK_RAW, 1) = 5",
]


def test_local_sockets_are_no_network() -> None:
    assert outside(LOCAL) == []


@pytest.mark.parametrize("line", OUTSIDE)
def test_whoever_speaks_to_the_outside_is_seen(line: str) -> None:
    assert outside([*LOCAL, line]) == [line]


def test_names_of_calls() -> None:
    assert names([*LOCAL, "12:00:01.5 openat(AT_FDCWD, 1) = 3", "+++ exited with 0 +++"]) == {
        "socket", "connect", "sendto", "socketpair", "openat",
    }  # fmt: skip


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze to ask")
def test_the_filter_of_the_kiosk() -> None:
    left = allowed(unit("juosta.service")["Service"]["SystemCallFilter"])
    assert {"openat", "connect", "clone3", "execve", "lchown", "mmap", "futex"} <= left
    assert not {"mount", "ptrace", "setuid", "reboot", "kexec_load", "init_module", "bpf"} & left

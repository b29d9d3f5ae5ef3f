"""Reading what strace has written, and what a unit of systemd's allows."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator

LOCAL = frozenset({"AF_UNIX", "AF_NETLINK", "AF_UNSPEC"})
"""Families of sockets that reach nobody outside the machine; the last one takes an address away."""

_CALL = re.compile(r"^(?:\d+ +)?(?:[\d:.]+ +)?([a-z_][a-z0-9_]*)\(")
_FAMILY = re.compile(r"sa_family=(AF_\w+)|^(?:\d+ +)?socket(?:pair)?\((AF_\w+)")
_REFUSED = re.compile(r"= -1 (EPERM|EACCES)")


def names(lines: Iterable[str]) -> set[str]:
    """The system calls that were made."""
    return {found[1] for line in lines if (found := _CALL.match(line))}


def families(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Family of a socket or of an address, and the line that speaks of it."""
    for line in lines:
        for found in _FAMILY.finditer(line):
            yield found[1] or found[2], line.strip()


def outside(lines: Iterable[str]) -> list[str]:
    """The lines in which somebody outside the machine is spoken to, or might be."""
    return [line for family, line in families(lines) if family not in LOCAL]


def allowed(filters: Iterable[str]) -> set[str]:
    """The system calls that a unit's `SystemCallFilter` lines leave, in their order."""
    groups = _groups()
    left: set[str] = set()
    for line in filters:
        words = line.removeprefix("~").split()
        meant = {call for word in words for call in _calls(word, groups)}
        left = left - meant if line.startswith("~") else left | meant
    return left


def _groups() -> dict[str, list[str]]:
    """systemd's groups of system calls, as it lists them."""
    said = subprocess.run(
        ["systemd-analyze", "syscall-filter", "--no-pager"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    groups: dict[str, list[str]] = {}
    members: list[str] = []
    for line in said.splitlines():
        if line.startswith("@"):
            members = groups.setdefault(line.strip(), [])
        elif line.startswith(" ") and not line.strip().startswith("#"):
            members.append(line.strip())
    return groups


def _calls(word: str, groups: dict[str, list[str]]) -> Iterator[str]:
    if not word.startswith("@"):
        yield word
        return
    for member in groups[word]:
        yield from _calls(member, groups)

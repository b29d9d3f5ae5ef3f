"""What a process holds: memory by who has it, objects by their class. For the soak's probe.

Resident memory says that something grows; these say what it is: bytes that C code holds and has
not given back (as opposed to holes between them), blocks that Python holds, mappings by their
kind (the heap of JavaScript is among those that belong to no file), items and objects by class.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.expose import Exposed

KILOBYTE = 1024


class _Malloc(ctypes.Structure):
    """`struct mallinfo2` of the C library."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def library() -> ctypes.CDLL:
    """The C library, which can give memory back and say what it holds."""
    found = ctypes.CDLL("libc.so.6")
    found.mallinfo2.restype = _Malloc
    return found


def weighed(c: ctypes.CDLL) -> dict[str, int]:
    """Sizes of this process: resident and held bytes, blocks of Python, threads, handles."""
    process, held = psutil.Process(), c.mallinfo2()
    return {
        "rss": process.memory_info().rss,
        "held": held.uordblks + held.hblkhd,
        "blocks": sys.getallocatedblocks(),
        "threads": process.num_threads(),
        "handles": process.num_fds(),
    }


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """Everything that can be drawn below an item, whoever has made it."""
    waiting = [root]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += item.childItems()


def classes(window: Any, owner: QObject) -> Counter[str]:
    """Items of a window and objects below an owner, by class.

    Of the content's records only the outermost: which of their parts have been read, and so made,
    depends on what the last visitors looked at.
    """
    found: Counter[str] = Counter(map(_name, items(window.contentItem())))
    found.update(map(_name, window.findChildren(QObject)))
    parts = {id(part) for one in owner.findChildren(Exposed) for part in one.findChildren(Exposed)}
    found.update(_name(one) for one in owner.findChildren(QObject) if id(one) not in parts)
    return found


def _name(thing: QObject) -> str:
    return thing.metaObject().className().split("_QML")[0]


def types() -> Counter[str]:
    """Objects of Python that its collector follows, by type; without those of the start."""
    return Counter(
        f"{type(each).__module__}.{type(each).__qualname__}" for each in gc.get_objects()
    )


def mappings() -> Counter[str]:
    """Resident bytes by the kind of mapping."""
    found: Counter[str] = Counter()
    for name, kilobytes in _resident(Path("/proc/self/smaps").read_text().splitlines()):
        kind = "files" if name.startswith("/") else name or "of no file"
        found[kind] += kilobytes * KILOBYTE
    return found


def _resident(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    name = ""
    for line in lines:
        head, *rest = line.split(maxsplit=5)
        if "-" in head:
            name = rest[4].strip() if len(rest) > 4 else ""
        elif head == "Rss:":
            yield name, int(rest[0])

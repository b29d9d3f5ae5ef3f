"""What a process holds: memory by who has it, objects by their class. For the soak's probe.

Resident memory says that something grows; these say what it is: bytes that C code holds and has
not given back (as opposed to holes between them), blocks that Python holds, mappings by their
kind (the heap of JavaScript is `/memfd:JSGCHeap`), items and objects by class.
"""

from __future__ import annotations

import ctypes
import gc
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QMetaObject, QObject, Qt, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from bench.heap import held
from bench.stand import MEGABYTE, own_memory

KILOBYTE = 1024


def weighed(c: ctypes.CDLL) -> dict[str, int]:
    """Sizes of this process: resident, private and held bytes, blocks of Python, threads, handles.

    Private is what no file could give back, as the benches weigh it.
    """
    process = psutil.Process()
    return {
        "rss": process.memory_info().rss,
        "private": round(own_memory(process.pid) * MEGABYTE),
        "held": held(c),
        "blocks": sys.getallocatedblocks(),
        "threads": process.num_threads(),
        "handles": process.num_fds(),
    }


class Inventory:
    """Counts items of a window and what belongs to them, and the objects of an owner, by class.

    In QML, for every object that Python looks at gets a Python half, which is kept when the object
    has long gone: the soak would find nothing but itself.
    """

    def __init__(self, engine: QQmlEngine, window: Any, owner: QObject) -> None:
        self._owner = owner
        self._component = QQmlComponent(engine)
        self._component.setData(_COUNTING, QUrl())
        self._counter = self._component.createWithInitialProperties({"root": window.contentItem()})

    def classes(self) -> Counter[str]:
        """Of the owner only what lies directly below it: which parts of the content's records were
        read, and so made, depends on what the last visitors looked at."""
        QMetaObject.invokeMethod(self._counter, "count")
        found: Counter[str] = Counter(json.loads(self._counter.property("found")))
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        found.update(
            type(each).__name__ for each in self._owner.findChildren(QObject, options=direct)
        )
        return found


_COUNTING = b"""
import QtQuick

QtObject {
    id: counter

    required property Item root
    property string found

    function add(counts: var, thing: QtObject): void {
        const name = String(thing).split(/_QML|\\(/)[0];
        counts[name] = (counts[name] ?? 0) + 1;
    }

    function walk(counts: var, item: Item): void {
        add(counts, item);
        for (let i = 0; i < item.resources.length; i++)
            add(counts, item.resources[i]);
        for (let i = 0; i < item.children.length; i++)
            walk(counts, item.children[i]);
    }

    function count(): void {
        const counts = {};
        walk(counts, root);
        found = JSON.stringify(counts);
    }
}
"""


def types() -> Counter[str]:
    """Objects of Python that its collector follows, by type; without those of the start."""
    return Counter(
        f"{type(each).__module__}.{type(each).__qualname__}" for each in gc.get_objects()
    )


def mappings() -> Counter[str]:
    """Resident bytes by the kind of mapping."""
    found: Counter[str] = Counter()
    for name, kilobytes in _resident(Path("/proc/self/smaps").read_text().splitlines()):
        of_a_file = name.startswith("/") and not name.startswith("/memfd:")
        kind = "files" if of_a_file else name or "of no file"
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

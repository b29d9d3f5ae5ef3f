"""What a piece of code does to a folder, operation by operation, as a disk would be asked to do it.

The calls that order things (sync, rename, make and remove folders) are caught as they pass by;
whatever else has changed in the folder between two of them (files made, written, removed) is found
by looking. So nothing escapes, also when the code uses calls that nobody thought of.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Make:
    """A new entry in a folder; `folder` and `node` are numbers of nodes."""

    folder: int
    name: str
    node: int
    is_folder: bool


@dataclass(frozen=True)
class Write:
    """New content of a file."""

    node: int
    content: bytes


@dataclass(frozen=True)
class Rename:
    """An entry moves, and replaces what had its new name."""

    source: tuple[int, str]
    target: tuple[int, str]
    node: int


@dataclass(frozen=True)
class Remove:
    """An entry goes."""

    folder: int
    name: str


@dataclass(frozen=True)
class Sync:
    """A file or folder is brought to the disk."""

    node: int


Operation = Make | Write | Rename | Remove | Sync
Folder = dict[str, int]
ROOT = 0


@dataclass
class Tree:
    """Files (bytes) and folders (names to numbers) by number; number 0 is the root."""

    nodes: dict[int, bytes | Folder] = field(default_factory=lambda: {ROOT: {}})

    def folder(self, node: int) -> Folder:
        """A folder by its number."""
        found = self.nodes[node]
        assert isinstance(found, dict)
        return found

    def find(self, parts: tuple[str, ...]) -> int:
        """The number of a path."""
        node = ROOT
        for part in parts:
            node = self.folder(node)[part]
        return node

    def copy(self) -> Tree:
        """An independent copy."""
        nodes = {k: dict(v) if isinstance(v, dict) else v for k, v in self.nodes.items()}
        return Tree(nodes)

    def files(self, node: int = ROOT, before: str = "") -> Iterator[tuple[str, bytes | None]]:
        """Every path that can be reached, with its content (None for a folder)."""
        for name, child in sorted(self.folder(node).items()):
            found = self.nodes[child]
            if isinstance(found, dict):
                yield f"{before}{name}/", None
                yield from self.files(child, f"{before}{name}/")
            else:
                yield f"{before}{name}", found


@dataclass
class Recording:
    """The tree before, and what was done to it."""

    before: Tree
    operations: list[Operation]


class _Recorder:
    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.tree = Tree()
        self.operations: list[Operation] = []
        self._next = 1
        self.catch_up()
        self.before = self.tree.copy()
        self.operations.clear()

    def catch_up(self) -> None:
        """Record what has changed without a call that was caught."""
        self._compare(ROOT, self.root)

    def _compare(self, node: int, place: Path) -> None:
        entries = {entry.name: entry for entry in os.scandir(place)}
        for name in sorted(set(self.tree.folder(node)) - set(entries)):
            self._forget(node, name)
        for name, entry in sorted(entries.items()):
            folder = entry.is_dir(follow_symlinks=False)
            child = self.tree.folder(node).get(name)
            if child is None:
                child = self._make(node, name, {} if folder else b"")
            if folder:
                self._compare(child, place / name)
            else:
                self._write(child, (place / name).read_bytes())

    def _forget(self, folder: int, name: str) -> None:
        """An entry has gone, and before it all that was in it."""
        child = self.tree.folder(folder)[name]
        if isinstance(self.tree.nodes[child], dict):
            for inner in sorted(self.tree.folder(child)):
                self._forget(child, inner)
        del self.tree.folder(folder)[name]
        self.operations.append(Remove(folder, name))

    def _make(self, folder: int, name: str, content: bytes | Folder) -> int:
        node, self._next = self._next, self._next + 1
        self.tree.nodes[node] = content
        self.tree.folder(folder)[name] = node
        self.operations.append(Make(folder, name, node, isinstance(content, dict)))
        return node

    def _write(self, node: int, content: bytes) -> None:
        if self.tree.nodes[node] != content:
            self.tree.nodes[node] = content
            self.operations.append(Write(node, content))

    def parts(self, path: Any) -> tuple[str, ...] | None:
        """A path below the root; None for any other."""
        path = Path(path)
        if path == self.root:
            return ()
        return path.relative_to(self.root).parts if path.is_relative_to(self.root) else None

    def synced(self, handle: int) -> None:
        """Note a sync that has happened."""
        parts = self.parts(Path(f"/proc/self/fd/{handle}").readlink())
        if parts is not None:
            self.operations.append(Sync(self.tree.find(parts)))

    def renamed(self, source: Any, target: Any) -> None:
        """Note a rename that has happened."""
        old, new = self.parts(source), self.parts(target)
        if not old or not new:
            raise ValueError("a rename across the edge of the folder is not modelled")
        from_folder, to_folder = self.tree.find(old[:-1]), self.tree.find(new[:-1])
        node = self.tree.folder(from_folder).pop(old[-1])
        self.tree.folder(to_folder)[new[-1]] = node
        self.operations.append(Rename((from_folder, old[-1]), (to_folder, new[-1]), node))


def record(root: Path, work: Callable[[], object]) -> Recording:
    """Do the work and tell what it did below `root`."""
    recorder = _Recorder(root)
    with _watching(recorder):
        work()
    recorder.catch_up()
    return Recording(recorder.before, recorder.operations)


@contextmanager
def _watching(recorder: _Recorder) -> Iterator[None]:
    """Put our own functions in the place of those of `os`, and the old ones back."""
    originals = {name: getattr(os, name) for name in ("fsync", "rename", "replace", "mkdir")}

    turn = threading.Lock()

    def fsync(handle: int) -> None:
        with turn:  # threads may sync side by side
            recorder.catch_up()
            recorder.synced(handle)  # a model needs no real one, and it is slow

    def rename(source: Any, target: Any, **options: Any) -> None:
        recorder.catch_up()
        originals["replace"](source, target, **options)
        recorder.renamed(source, target)

    def mkdir(*arguments: Any, **options: Any) -> None:
        originals["mkdir"](*arguments, **options)
        recorder.catch_up()

    os.fsync, os.rename, os.replace, os.mkdir = fsync, rename, rename, mkdir
    try:
        yield
    finally:
        for name, function in originals.items():
            setattr(os, name, function)

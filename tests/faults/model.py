"""A disk that forgets: what may lie on it when the plug is pulled after any operation.

What was synced is there. Everything since may be there or not, each operation for itself and in
any order; a write may also be there in part, or as zeros. A rename is there as a whole or not at
all, and for sure only when both folders were synced. (The model of Pillai et al., "All File
Systems Are Not Created Equal", OSDI 2014, at its weakest.)
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.recorder import Make, Operation, Recording, Remove, Rename, Sync, Tree, Write

Kept = dict[int, str]
"""Number of an operation that was not synced -> "all", "part" or "zeros"; others are lost."""


def crashes(recording: Recording, chance: random.Random, most: int) -> Iterator[tuple[int, Tree]]:
    """Trees after a pulled plug: the number of operations before it, and what lies on the disk.

    All that are possible after an operation if these are at most `most`; else none of what is not
    safe, all of it, all but one, and `most` at random.
    """
    for count in range(len(recording.operations) + 1):
        done = recording.operations[:count]
        safe = [_safe(done, number) for number in range(count)]
        for kept in _choices(done, safe, chance, most):
            yield count, _after(recording.before, done, safe, kept)


def _choices(
    done: Sequence[Operation], safe: list[bool], chance: random.Random, most: int
) -> Iterator[Kept]:
    """Which of the operations that are not safe are on the disk."""
    loose = [number for number, fixed in enumerate(safe) if not fixed]
    ways = [_ways(done[number]) for number in loose]
    if math.prod(map(len, ways)) <= most:
        for chosen in itertools.product(*ways):
            yield {n: way for n, way in zip(loose, chosen, strict=True) if way}
        return
    yield {}
    whole = dict.fromkeys(loose, "all")
    yield whole
    for lost in loose:
        yield {number: way for number, way in whole.items() if number != lost}
    for _ in range(most):
        share = chance.choice((0.1, 0.5, 0.9))
        yield {
            number: chance.choice(each[1:])
            for number, each in zip(loose, ways, strict=True)
            if chance.random() < share
        }


def _ways(operation: Operation) -> tuple[str, ...]:
    return ("", "all", "part", "zeros") if isinstance(operation, Write) else ("", "all")


def _safe(done: Sequence[Operation], number: int) -> bool:
    """Whether an operation was synced later on."""
    operation = done[number]
    if isinstance(operation, Sync):
        return True
    if isinstance(operation, Write):
        needed = {operation.node}
    elif isinstance(operation, Rename):
        needed = {operation.source[0], operation.target[0]}
    else:
        needed = {operation.folder}
    return needed <= {each.node for each in done[number:] if isinstance(each, Sync)}


def _after(before: Tree, done: Sequence[Operation], safe: list[bool], kept: Kept) -> Tree:
    """The tree on the disk."""
    tree = before.copy()
    for operation in done:
        if isinstance(operation, Make):
            tree.nodes[operation.node] = {} if operation.is_folder else b""
    for number, operation in enumerate(done):
        way = "all" if safe[number] else kept.get(number, "")
        if way:
            _apply(tree, operation, way)
    return tree


def _apply(tree: Tree, operation: Operation, way: str) -> None:
    if isinstance(operation, Make):
        tree.folder(operation.folder)[operation.name] = operation.node
    elif isinstance(operation, Write):
        content = operation.content
        half = content[: len(content) // 2]
        written = {"all": content, "part": half, "zeros": half + b"\0" * (len(content) - len(half))}
        tree.nodes[operation.node] = written[way]
    elif isinstance(operation, Rename):
        tree.folder(operation.source[0]).pop(operation.source[1], None)
        tree.folder(operation.target[0])[operation.target[1]] = operation.node
    elif isinstance(operation, Remove):
        tree.folder(operation.folder).pop(operation.name, None)


def lay_out(tree: Tree, root: Path) -> None:
    """Make a tree real; `root` must not be there yet."""
    root.mkdir(parents=True)
    for name, content in tree.files():
        if content is None:
            (root / name).mkdir()
        else:
            (root / name).write_bytes(content)

"""Pulled plugs during every change of the store, on a modelled disk; then the real recovery.

    python -m tests.faults.crash --most 400

For each change (`SCENES`) and each operation of it, the states that the disk may be in are laid out
as real files, and the store is asked what it shows. That must be the content before the change
or the one after it, whole; once the change has returned, the one after it.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.store.records import number_of
from kiosk.store.versions import Store
from tests.faults import model
from tests.faults.recorder import Operation, Recording, Sync, Tree, record
from tests.unit.store.shelf import install, shown, staged


@dataclass(frozen=True)
class Scene:
    """A change of a store: what was there, what is done, and what holds before and after it.

    `old` and `new` are the version texts that are shown, `floors` the least floors.
    """

    before: Callable[[Store], object]
    work: Callable[[Store], object]
    old: str
    new: str
    floors: tuple[int, int] = (0, 0)


@dataclass
class Verdict:
    """How many states were looked at, how many of them differ, and which were broken."""

    states: int = 0
    different: int = 0
    broken: list[str] = field(default_factory=list)


def _with(*versions: str) -> Callable[[Store], object]:
    return lambda store: [
        install(store, version, sequence=number + 1) for number, version in enumerate(versions)
    ]


def _publish(version: str, sequence: int = 0) -> Callable[[Store], object]:
    return lambda store: install(store, version, sequence, good=False)


def _newest(store: Store) -> str:
    return store.versions()[0].id


def _failing(store: Store) -> None:
    install(store, "1")
    install(store, "2", good=False)


def _many(store: Store) -> None:
    _with("1", "2", "3", "4", "5", "6", "7")(store)
    with store.staging() as room:
        staged(room, "left")
        shutil.copytree(room, room.parent / "left-by-a-crash")


def _full(store: Store) -> None:
    """An update as a stand does it: publish, confirm, remove what is old."""
    info = install(store, "8", 9)
    store.collect([info.id])


SCENES: dict[str, Scene] = {
    "first": Scene(_with(), _publish("1", 5), "factory", "1", (0, 5)),
    "next": Scene(_with("1"), _publish("2", 5), "1", "2", (1, 5)),
    "unsigned": Scene(_with("1"), _publish("2"), "1", "2", (1, 1)),
    "back": Scene(_with("1", "2"), lambda store: store.choose(None), "2", "1", (2, 2)),
    "factory": Scene(_with("1"), lambda store: store.choose("factory"), "1", "factory", (1, 1)),
    "give up": Scene(_failing, lambda store: store.give_up(_newest(store), "slow"), "2", "1"),
    "confirm": Scene(_failing, lambda store: store.confirm(_newest(store)), "2", "2"),
    "collect": Scene(_many, lambda store: store.collect(()), "7", "7", (7, 7)),
    "update": Scene(_many, _full, "7", "8", (7, 9)),
}


def recording_of(scene: Scene, folder: Path) -> Recording:
    """What the change does to the disk. `folder` must not be there yet."""
    store = Store(folder)
    folder.mkdir(parents=True)
    scene.before(store)
    recording = record(folder, lambda: scene.work(store))
    assert shown(store) == scene.new
    return recording


def without(recording: Recording, unwanted: Callable[[Operation], bool]) -> Recording:
    """The same work by a program that forgets some of the operations."""
    kept = [each for each in recording.operations if not unwanted(each)]
    return Recording(recording.before, kept)


def any_sync(recording: Recording) -> Callable[[Operation], bool]:
    """Whether an operation is a sync at all."""
    return lambda each: isinstance(each, Sync)


def syncs_of_files(recording: Recording) -> Callable[[Operation], bool]:
    """Whether an operation syncs a file."""
    folders = _folders(recording)
    return lambda each: isinstance(each, Sync) and each.node not in folders


def syncs_of_folders(recording: Recording) -> Callable[[Operation], bool]:
    """Whether an operation syncs a folder."""
    folders = _folders(recording)
    return lambda each: isinstance(each, Sync) and each.node in folders


def _folders(recording: Recording) -> set[int]:
    found = {node for node, content in recording.before.nodes.items() if isinstance(content, dict)}
    return found | {each.node for each in recording.operations if getattr(each, "is_folder", False)}


def examine(
    scene: Scene, recording: Recording, folder: Path, chance: random.Random, most: int
) -> Verdict:
    """Crash everywhere, recover, judge. `folder` is for the states, one after the other."""
    verdict = Verdict()
    judged: dict[tuple[bytes, bool], str] = {}
    for count, tree in model.crashes(recording, chance, most):
        verdict.states += 1
        done = count == len(recording.operations)
        key = (_digest(tree), done)
        if key not in judged:
            judged[key] = _judge(scene, tree, folder, done=done)
        if judged[key]:
            verdict.broken.append(f"after {count} of {len(recording.operations)}: {judged[key]}")
    verdict.different = len(judged)
    return verdict


def _judge(scene: Scene, tree: Tree, folder: Path, *, done: bool) -> str:
    """What is wrong with a state after its recovery, or ""."""
    shutil.rmtree(folder, ignore_errors=True)
    model.lay_out(tree, folder)
    try:
        _recover(scene, folder, done=done, go_on=_digest(tree)[0] % 8 == 0)
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:300]
    return ""


def _recover(scene: Scene, folder: Path, *, done: bool, go_on: bool) -> None:
    """The start after the crash; in some of the states also the tidying and an update."""
    store = Store(folder)
    found = shown(store)
    assert found in ({scene.new} if done else {scene.old, scene.new}), f"shows {found}"
    damaged = [info.id for info in store.versions() if info.health == "damaged"]
    assert damaged == [], f"half a version among the others: {damaged}"
    floor = store.floor()
    assert floor >= scene.floors[found == scene.new and scene.new != scene.old], f"floor {floor}"
    if not go_on:
        return
    before = [number_of(info.id) for info in store.versions()]
    store.collect(())
    assert shown(store) == found, "tidying changed what is shown"
    with store.staging() as room, store.locked():
        info = store.publish(staged(room, "next", floor + 1))
    assert shown(store) == "next"
    assert number_of(info.id) > max(before, default=0)


def _digest(tree: Tree) -> bytes:
    digest = hashlib.sha256()
    for name, content in tree.files():
        digest.update(f"{name}\0{'' if content is None else len(content)}\0".encode())
        digest.update(content or b"")
    return digest.digest()


@contextlib.contextmanager
def workshop() -> Iterator[Path]:
    """A folder in memory where there is one; the model needs no real disk."""
    memory = Path("/dev/shm")
    place = memory if memory.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="juosta-crash-", dir=place) as folder:
        yield Path(folder)


def main() -> int:
    """All scenes; ends with 1 when a state is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int, default=400, help="states per operation")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    total = Verdict()
    for name, scene in SCENES.items():
        with workshop() as folder:
            recording = recording_of(scene, folder / "recorded")
            chance = random.Random(f"{options.seed} {name}")
            verdict = examine(scene, recording, folder / "state", chance, options.most)
        print(
            f"{name:10} {len(recording.operations):4} operations {verdict.states:7} states "
            f"{verdict.different:6} different {len(verdict.broken):4} broken",
            flush=True,
        )
        for words in verdict.broken[:5]:
            print(f"  {words}")
        total.states += verdict.states
        total.different += verdict.different
        total.broken += verdict.broken
    print(f"{total.states} states, {total.different} different, {len(total.broken)} broken")
    return 1 if total.broken else 0


if __name__ == "__main__":
    sys.exit(main())

"""What is shown at the start: the active version, else the one before, else the factory content.

Before the first frame, so it reads the small pointer file and the content, and writes only when
the version has still to prove itself. No Qt.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import factory
from kiosk.content.errors import ContentError
from kiosk.guard import ladder
from kiosk.guard.ladder import Record
from kiosk.said import joined, said
from kiosk.store import reader
from kiosk.store.files import is_folder
from kiosk.store.reader import Loaded

if TYPE_CHECKING:
    from kiosk.store.records import Active
    from kiosk.store.versions import Store

log = logging.getLogger(__name__)

STARTS_MOST = 3
"""So often the program may be started with new content that never becomes healthy."""
_ENDED = said(
    "The program ended {times} times before it had been well for a minute.", times=STARTS_MOST
)


@dataclass(frozen=True)
class Opening:
    """The content to begin with and its version; which versions could not be shown, and why.

    `passed_over` are good versions with which the program ended too often just now.
    """

    content: Loaded
    version: str = "factory"
    good: bool = True
    failed: tuple[tuple[str, str], ...] = ()
    passed_over: frozenset[str] = frozenset()


def _nobody(_version: str) -> None:
    """Nobody wants to know."""


def open_stand(
    folder: Path, record: Record | None = None, tell: Callable[[str], None] = _nobody
) -> Opening:
    """The best content of a stand whose versions lie in `folder`, if any were ever installed.

    `record` says where the stand is on the crash ladder; `tell` hears of each version before it is
    read. Raises `ContentError` when not even the factory content can be read.
    """
    record = record or Record()
    if not is_folder(folder):
        tell(ladder.FACTORY_VERSION)
        return Opening(reader.load(factory.default_content()))
    from kiosk.store.versions import Store  # a start without versions does without it

    store = Store(folder)
    failed: list[tuple[str, str]] = []
    passed_over = set(record.avoid)
    if words := store.trouble():
        log.warning("%s", words)
    for number, active in enumerate(store.candidates()):
        if _passed_over(record, active.id, number):
            log.warning("version %s is passed over: %s", active.id, record.reason)
            passed_over.add(active.id)
            if active.health == "new" and active.id in record.avoid:
                failed.append((active.id, _ENDED))
            continue
        content = _read(store, active, tell)
        if isinstance(content, Loaded):
            good = active.health == "good"
            return Opening(content, active.id, good, tuple(failed), frozenset(passed_over))
        log.warning("version %s cannot be shown: %s", active.id, content)
        failed.append((active.id, content))
    tell(ladder.FACTORY_VERSION)
    content = reader.load(factory.default_content())
    return Opening(content, failed=tuple(failed), passed_over=frozenset(passed_over))


def _passed_over(record: Record, version: str, number: int) -> bool:
    """Whether the ladder leaves this version out; `number` counts the candidates from 0.

    One rung up that is the version which failed, or the first if nobody knows which one did.
    """
    if record.rung >= ladder.FACTORY:
        return True
    if record.rung == ladder.NORMAL:
        return False
    return version in record.avoid or (not record.avoid and number == 0)


def _read(store: Store, active: Active, tell: Callable[[str], None]) -> Loaded | str:
    """The content of a version, or the words why it is not shown."""
    if active.health == "new" and store.note_start(active.id) > STARTS_MOST:
        return _ENDED
    tell(active.id)
    try:
        return reader.load(store.path(active.id))
    except ContentError as error:
        return joined(error.words, error.fix)

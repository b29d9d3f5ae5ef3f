"""What is shown at the start: the active version, else the one before, else the factory content.

Before the first frame, so it reads the small pointer file and the content, and writes only when
the version has still to prove itself. No Qt.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import app
from kiosk.content.errors import ContentError
from kiosk.store import reader
from kiosk.store.reader import Loaded

if TYPE_CHECKING:
    from kiosk.store.records import Active
    from kiosk.store.versions import Store

log = logging.getLogger(__name__)

STARTS_MOST = 3
"""So often the program may be started with new content that never becomes healthy."""


@dataclass(frozen=True)
class Opening:
    """The content to begin with and its version; which versions could not be shown, and why."""

    content: Loaded
    version: str = "factory"
    good: bool = True
    failed: tuple[tuple[str, str], ...] = ()


def open_stand(folder: Path) -> Opening:
    """The best content of a stand whose versions lie in `folder`, if any were ever installed.

    Raises `ContentError` when not even the factory content can be read.
    """
    if not folder.is_dir():
        return Opening(reader.load(app.default_content()))
    from kiosk.store.versions import Store  # a start without versions does without it

    store = Store(folder)
    failed: list[tuple[str, str]] = []
    if words := store.trouble():
        log.warning("%s", words)
    for active in store.candidates():
        reason = _worn_out(store, active)
        if not reason:
            try:
                content = reader.load(store.path(active.id))
            except ContentError as error:
                reason = f"{error.words} {error.fix}"
            else:
                return Opening(content, active.id, active.health == "good", tuple(failed))
        log.warning("version %s cannot be shown: %s", active.id, reason)
        failed.append((active.id, reason))
    return Opening(reader.load(app.default_content()), failed=tuple(failed))


def _worn_out(store: Store, active: Active) -> str:
    """Why a version is not tried again; "" if it may be shown."""
    if active.health == "good" or store.note_start(active.id) <= STARTS_MOST:
        return ""
    return f"The program ended {STARTS_MOST} times before it had been well for a minute."

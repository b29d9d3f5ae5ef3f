"""New content for a stand: staged, rehearsed, published. Whoever installs does it here.

The command, the staff's pages and the sticks share these steps, so that nothing reaches the screen
on another way. Takes from seconds to a minute: never on the thread of the window. No Qt; the
rehearsal runs it in a process of its own.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from kiosk import rehearsal, updates
from kiosk.content.errors import ContentError
from kiosk.paths import Places
from kiosk.said import joined, said
from kiosk.settings import Settings
from kiosk.store import trust
from kiosk.store.records import VersionInfo
from kiosk.store.rehearsed import Rehearsed
from kiosk.store.staged import Staged
from kiosk.store.staging import Progress, stage
from kiosk.store.versions import Store

_log = logging.getLogger(__name__)

_SIDEWAYS = (90, 270)


class RehearsalError(ContentError):
    """Pages that would fail on the screen; `problems` has a line for each."""

    def __init__(self, problems: list[str]) -> None:
        more = len(problems) - 1
        words = said("In the rehearsal a page failed: {problem}", problem=problems[0])
        if more:
            words = joined(words, said("({more} more of such kind)", more=more))
        super().__init__(
            "E170", words, said("Mend the page, or ask who made the content to do so.")
        )
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Watcher:
    """Who wants to know how far it is; both are told what is done and what there is to do."""

    copying: Callable[[int, int], None] = lambda _done, _total: None
    """Bytes."""
    rehearsing: Callable[[int, int], None] = lambda _done, _total: None
    """Pictures."""


class Candidate:
    """A bundle that is staged and may be published; the source is not needed any more.

    Used by the thread that has opened it, for that one holds the store.
    """

    def __init__(self, places: Places, settings: Settings, store: Store, staged: Staged) -> None:
        self._places = places
        self._settings = settings
        self._store = store
        self.staged = staged

    def rehearse(self, watcher: Watcher, stop: threading.Event | None = None) -> None:
        """Draw every page out of sight. Raises `RehearsalError`, `RehearsalStoppedError`."""
        problems = rehearsal.passes(
            self.staged.folder,
            Rehearsed(self._places.rehearsed),
            portrait=self._settings.screen.rotation in _SIDEWAYS,
            progress=watcher.rehearsing,
            stop=stop,
        )
        if problems:
            raise RehearsalError(problems)

    def publish(self) -> VersionInfo:
        """Make it the version to be shown. Raises `ContentError`."""
        info = self._store.publish(self.staged)
        self._store.collect(())
        _note(self._places, self.staged)
        return info


@contextlib.contextmanager
def candidate(
    places: Places, settings: Settings, source: Path, copying: Progress | None = None
) -> Generator[Candidate]:
    """Stage a bundle (a folder or a `.kiosk` file); nobody else can update while this is open.

    Raises `ContentError` in words for staff. What was staged is gone in the end, unless it has
    been published.
    """
    store = Store(places.content)
    with store.locked():
        store.collect(())  # what a crash has left may be the room that is missing
        with store.staging() as room:
            policy = updates.policy(places, settings, store.floor())
            yield Candidate(places, settings, store, stage(source, room, policy, copying))


def install(
    places: Places,
    settings: Settings,
    source: Path,
    watcher: Watcher | None = None,
    stop: threading.Event | None = None,
) -> VersionInfo:
    """Make a bundle (a folder or a `.kiosk` file) the version to be shown.

    Raises `ContentError` in words for staff, `rehearsal.RehearsalStoppedError` after `stop`. The
    content that was shown until then stays in both cases.
    """
    watcher = watcher or Watcher()
    with candidate(places, settings, source, watcher.copying) as found:
        found.rehearse(watcher, stop)
        return found.publish()


def _note(places: Places, staged: Staged) -> None:
    """A bundle that a new key has signed makes it the key of now; if the disk refuses, the next
    bundle does."""
    try:
        trust.note_published(places.trusted_keys, staged)
    except (ContentError, OSError) as error:
        _log.warning("the list of trusted keys could not be brought up to date (%s)", error)

"""The store: the versions of the content on this stand, and which of them is shown.

Reading never raises for what is damaged: it falls back to the newest good version, and then to
the factory content (`active()` is None), and says so in words. What changes something raises
`StoreError` in words; the shown content then stays as it was. Several processes may have a store
open on one folder: installing is locked against a second updater, and every change of the pointer
against the others. Publishing and removing are imported when they are used, for a start is
measured. No Qt.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Collection, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.lock import BusyError, FileLock, Hold
from kiosk.said import joined, packed, said
from kiosk.store.files import is_folder
from kiosk.store.layout import INFO, MARK, Layout
from kiosk.store.records import FACTORY, Active, Mark, Pointer, VersionInfo, number_of

if TYPE_CHECKING:
    from kiosk.store.staged import Staged

TIDYING_SECONDS = 3.0
_log = logging.getLogger(__name__)


class Store:
    """The versions in one folder (`Places.content`), which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self._layout = Layout(folder)
        self._updater = FileLock(folder / "updater.lock")
        self._pointing = FileLock(folder / "pointer.lock")
        self._said = ""

    @property
    def pointer(self) -> Path:
        """The file that is replaced whenever another version is to be shown."""
        return self._layout.pointer

    def active(self) -> Active | None:
        """The version to be shown; None for the factory content."""
        words = self.trouble()
        if words and words != self._said:
            _log.warning("%s", words)
        self._said = words
        return next(self.candidates(), None)

    def candidates(self) -> Iterator[Active]:
        """What may be shown, best first, for when the first cannot be read after all.

        After these comes the factory content.
        """
        pointer, _ = self._layout.read_pointer()
        yield from self._layout.candidates(pointer)

    def trouble(self) -> str:
        """Why something else is shown than was asked for, in words for staff; "" if nothing is."""
        pointer, words = self._layout.read_pointer()
        if pointer is not None and pointer.version != FACTORY:
            if self._layout.showable(pointer.version) is not None:
                return ""
            words = said("Version {id} cannot be shown.", id=pointer.version)
            reason = self._layout.info(pointer.version).reason if number_of(pointer.version) else ""
            words = joined(words, reason)
        if not words:
            return ""
        instead = next(self._layout.candidates(pointer), None)
        if instead is None:
            return joined(words, said("Shown instead: the factory content."))
        return joined(words, said("Shown instead: version {id}.", id=instead.id))

    def versions(self) -> list[VersionInfo]:
        """All installed versions, newest first; the factory content is not among them."""
        return [self._layout.info(each) for each in self._layout.ids()]

    def path(self, version_id: str) -> Path:
        """The bundle's folder of an installed version; raises `StoreError` if there is none."""
        if not number_of(version_id) or not is_folder(self._layout.room(version_id)):
            from kiosk.store.disk import unknown_version

            raise unknown_version(version_id)
        return self._layout.bundle(version_id)

    def floor(self) -> int:
        """The highest sequence ever published; a bundle of a lower one is refused."""
        return self._layout.floor()

    @contextlib.contextmanager
    def locked(self) -> Generator[None]:
        """Hold the store against a second updater; raises `StoreError`.

        Whoever only removes old versions is waited for; an update takes longer than that.
        The thread that holds it may publish and collect.
        """
        from kiosk.store.disk import in_words

        with contextlib.ExitStack() as held:
            with in_words(self._layout.folder):
                first = self._updater.held(wait=False, seconds=TIDYING_SECONDS)
                held.enter_context(first)
            yield

    @contextlib.contextmanager
    def staging(self) -> Generator[Path]:
        """An empty folder on the store's disk to stage into; it is gone afterwards."""
        from kiosk import durable
        from kiosk.store import removal
        from kiosk.store.disk import in_words

        room = self._layout.staging / f"in-{os.urandom(6).hex()}"
        try:
            with in_words(self._layout.folder):
                durable.make_folder(room)
            yield room
        finally:
            with contextlib.suppress(OSError):
                removal.remove_tree(room)

    def publish(self, staged: Staged) -> VersionInfo:
        """Make a staged bundle the version to be shown; its folder is moved away.

        It must lie on the store's disk (see `staging`). Raises `StoreError`.
        """
        from kiosk.store import publishing
        from kiosk.store.disk import in_words

        with self.locked(), in_words(self._layout.folder):
            number = publishing.next_number(self._layout)
            info = publishing.bring_in(self._layout, staged, number)
            try:
                with in_words(self._layout.folder), self._pointing.held(wait=True):
                    publishing.raise_floor(self._layout)
                    shown = next(self.candidates(), None)
                    previous = shown.id if shown else FACTORY
                    publishing.point(self._layout, Pointer(info.id, previous, number))
            except BaseException:
                pointer, _ = self._layout.read_pointer()
                if pointer is None or pointer.version != info.id:
                    publishing.take_back(self._layout, info.id)
                raise
        return info

    def hold(self, version_id: str) -> Hold:
        """Keep a version from being collected, also by other processes, until it is closed.

        Whoever shows a version holds it. Never raises.
        """
        return Hold(self._layout.room(version_id) / INFO)

    def choose(self, version_id: str | None) -> VersionInfo | None:
        """Show another version, or None: the one before. The result is None for the factory.

        Raises `StoreError`, also for a version that cannot be shown.
        """
        from kiosk.store import choosing
        from kiosk.store.disk import in_words

        with in_words(self._layout.folder), self._pointing.held(wait=True):
            return choosing.choose(self._layout, version_id)

    def confirm(self, version_id: str) -> None:
        """A version has been healthy on screen for 60 s. A disk that refuses is only logged."""
        self._mark(version_id, Mark("good"))

    def note_start(self, version_id: str) -> int:
        """Count a start with a version that is not confirmed; how many there were by now."""
        mark = self._layout.mark(version_id)
        starts = mark.starts + 1
        self._mark(version_id, replace(mark, starts=starts))
        return starts

    def give_up(self, version_id: str, reason: str) -> str:
        """Go back by itself to the last good version or "factory"; its id.

        The reason is kept for staff. Never raises: on a disk that refuses, the result is still
        what can be shown.
        """
        from kiosk.store import choosing

        self._mark(version_id, Mark("failed", str(reason), told=packed(reason)))
        try:
            with self._pointing.held(wait=True):
                return choosing.go_back(self._layout, version_id)
        except OSError as error:
            _log.warning("the note of the shown version cannot be written (%s)", error.strerror)
        others = (each.id for each in self.candidates() if each.id != version_id)
        return next(others, FACTORY)

    def collect(self, shown: Collection[str]) -> list[str]:
        """Remove old versions and what crashes left; the ids of the versions that went.

        `shown` are on screen just now, beside those that somebody holds. Does nothing while an
        update runs; a disk that refuses is only logged.
        """
        from kiosk.store import removal

        try:
            with self._updater.held(wait=False), self._pointing.held(wait=True):
                pointer, _ = self._layout.read_pointer()
                return removal.collect(self._layout, pointer, shown)
        except BusyError:
            return []
        except OSError as error:
            _log.warning("old versions cannot be removed (%s)", error.strerror)
            return []

    def _mark(self, version_id: str, mark: Mark) -> None:
        from kiosk.store import sealed

        room = self._layout.room(version_id)
        try:
            if number_of(version_id) and room.is_dir():
                sealed.write(room / MARK, mark)
        except OSError as error:
            _log.warning("the health of %s cannot be written (%s)", version_id, error.strerror)

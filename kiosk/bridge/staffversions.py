"""The page of versions as QML sees it. Choosing one reads content from the disk: in a thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Property, QDate, QObject, Qt, Signal, Slot

from kiosk.bridge.acquaint import Acquainted
from kiosk.bridge.desk import VersionsDesk
from kiosk.bridge.reading import date_text
from kiosk.bridge.translation import interface_text
from kiosk.catalogs import staff_text
from kiosk.said import said
from kiosk.staffrecords import VersionEntry

log = logging.getLogger(__name__)


def day_in_words(iso: str, language: str) -> str:
    """The day of a time in ISO 8601 as a language writes it; empty for what is no time."""
    day = QDate.fromString(iso[:10], "yyyy-MM-dd")
    if not day.isValid():
        return ""
    return date_text(language, day, interface_text(language, "d MMMM yyyy"))


class StaffVersion(Acquainted):
    """A version of the content. `Kiosk.Core/StaffVersion`."""

    def __init__(self, entry: VersionEntry, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._entry = entry
        self._language = language

    @Property(str, constant=True)
    def id(self) -> str:
        """What it is called in the store."""
        return self._entry.id

    @Property(str, constant=True)
    def title(self) -> str:
        """The title of its content; empty for the factory content."""
        return self._entry.title

    @Property(str, constant=True)
    def version(self) -> str:
        """What its editors call this version."""
        return self._entry.version

    @Property(str, constant=True)
    def dayText(self) -> str:
        """The day it came to this stand."""
        return day_in_words(self._entry.installed, self._language)

    @Property(str, constant=True)
    def signedBy(self) -> str:
        """The fingerprint of the key that signed it; empty: nobody did."""
        return self._entry.signed_by

    @Property(str, constant=True)
    def health(self) -> str:
        """new, good, failed or damaged."""
        return self._entry.health

    @Property(str, constant=True)
    def reason(self) -> str:
        """Why it was given up."""
        return staff_text(self._language, self._entry.reason)

    @Property(bool, constant=True)
    def chosen(self) -> bool:
        """Whether it is the one to be shown."""
        return self._entry.chosen

    @Property(bool, constant=True)
    def factory(self) -> bool:
        """Whether it came with the program."""
        return self._entry.factory

    @Property(bool, constant=True)
    def showable(self) -> bool:
        """Whether it can be chosen."""
        return self._entry.showable


class StaffVersions(Acquainted):
    """What the page of versions shows and does. `Kiosk.Core/StaffVersions`."""

    refreshed = Signal()
    _done = Signal(int, object)
    qml_types: ClassVar[dict[str, tuple[str, bool]]] = {"entries": ("StaffVersion", True)}

    def __init__(
        self,
        desk: VersionsDesk | None,
        allowed: Callable[[], bool],
        language: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._allowed = allowed
        self._language = language
        self._entries: list[StaffVersion] = []
        self._leaving: list[StaffVersion] = []  # a screen that fades out still shows them
        self._trouble = ""
        self._refusal = ""
        self._busy = False
        self._visit = 0
        self._done.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self.read_again()

    def read_again(self) -> None:
        """Show what lies in the store now; a refusal that was read, or is still to come, goes."""
        self._visit += 1
        self._refusal = ""
        self._show()

    def _show(self) -> None:
        if self._desk is None:
            return
        for old in self._leaving:
            old.deleteLater()
        self._leaving = self._entries
        language = self._language()
        self._entries = [
            StaffVersion(each, language, self) for each in self._desk.entries(language)
        ]
        self._trouble = self._desk.trouble()
        self.refreshed.emit()

    @Property("QVariantList", notify=refreshed)  # type: ignore[arg-type]
    def entries(self) -> list[StaffVersion]:
        """All versions, newest first, the factory content last."""
        return self._entries

    @Property(bool, notify=refreshed)
    def canGoBack(self) -> bool:
        """Whether there is a version before the one that is shown."""
        return not self._busy and any(x.chosen and not x.factory for x in self._entries)

    @Property(bool, notify=refreshed)
    def busy(self) -> bool:
        """Whether a choice is on its way."""
        return self._busy

    @Property(str, notify=refreshed)
    def words(self) -> str:
        """What staff have to know: why the last choice was refused, or why another is shown."""
        return staff_text(self._language(), self._refusal or self._trouble)

    @Slot()
    def goBack(self) -> None:
        """Show the version before, at once and unasked: what is shown now stays in the list."""
        self._choose("")

    @Slot(str)
    def show(self, version_id: str) -> None:
        """Show another version."""
        if version_id:
            self._choose(version_id)

    def _choose(self, version_id: str) -> None:
        if self._desk is None or self._busy or not self._allowed():
            return
        self._busy = True
        self.refreshed.emit()
        words = (self._desk, version_id, self._visit)
        threading.Thread(target=self._work, args=words, daemon=True).start()

    def _work(self, desk: VersionsDesk, version_id: str, visit: int) -> None:
        try:
            words = desk.choose(version_id)
        except Exception:
            log.exception("another version could not be chosen")
            words = said("That did not work; the log says why. The shown content stays.")
        self._done.emit(visit, words)

    @Slot(int, object)
    def _finish(self, visit: int, words: str) -> None:
        self._busy = False
        if visit == self._visit:
            self._refusal = words
        self._show()

"""The statistics on the staff's page: typed objects for QML, read in a thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, ClassVar, get_args

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from kiosk.bridge.acquaint import Acquainted
from kiosk.overview import Bar, Book, Overview, Period

log = logging.getLogger(__name__)

LISTS: Any = "QVariantList"


class StaffBar(Acquainted):
    """A bar of a chart. `Kiosk.Core/StaffBar`: see `kiosk.overview.Bar`."""

    def __init__(self, bar: Bar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar

    @Property(str, constant=True)
    def label(self) -> str:
        """What was counted."""
        return self._bar.label

    @Property(str, constant=True)
    def valueText(self) -> str:
        """Its number; empty for none."""
        return self._bar.value

    @Property(str, constant=True)
    def wholeText(self) -> str:
        """The number of the whole, empty when there is none to tell."""
        return self._bar.whole

    @Property(float, constant=True)
    def share(self) -> float:
        """The length of the bar, from 0 to 1."""
        return self._bar.share


class StaffStatistics(Acquainted):
    """The numbers of one period. `Kiosk.Core/StaffStatistics`, `session.staff.statistics`."""

    qml_types: ClassVar[dict[str, tuple[str, bool]]] = dict.fromkeys(
        ("columns", "pages", "languages", "quiz"), ("StaffBar", True)
    )

    changed = Signal()
    _read = Signal(int, object)

    def __init__(
        self,
        book: Callable[[], Book | None],
        language: Callable[[], str],
        open_door: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Without a book (no real stand behind the screen) there is nothing to show."""
        super().__init__(parent)
        self._book = book
        self._language = language
        self._open_door = open_door
        self._asked = 0
        self._period: Period = "today"
        self._ready = True
        self._overview = Overview()
        self._bars: dict[str, list[StaffBar]] = {}
        self._made: list[StaffBar] = []
        self._gone: list[StaffBar] = []
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._make_bars()

    @Slot(str)
    def show(self, period: str) -> None:
        """Read the numbers of a period anew: today, week or year."""
        book = self._book()
        if book is None or period not in get_args(Period) or not self._open_door():
            return
        self._asked += 1
        self._period = period  # type: ignore[assignment]
        self._ready = False
        self.changed.emit()
        words = (self._asked, book, self._period, self._language())
        threading.Thread(target=self._fetch, args=words, daemon=True).start()

    def _fetch(self, number: int, book: Book, period: Period, language: str) -> None:
        try:
            overview = book.overview(period, language)
        except Exception:
            log.exception("the statistics cannot be shown")
            overview = Overview()
        self._read.emit(number, overview)

    @Slot(int, object)
    def _take(self, number: int, overview: Overview) -> None:
        """Show what was read, unless something else was asked for meanwhile."""
        if number != self._asked:
            return
        self._overview = overview
        self._ready = True
        self._make_bars()
        self.changed.emit()

    def _make_bars(self) -> None:
        """New bars. Those before go one change later: what draws them goes after the signal."""
        for bar in self._gone:
            bar.deleteLater()
        self._gone = self._made
        self._bars = {
            name: [StaffBar(bar, self) for bar in getattr(self._overview, name)]
            for name in self.qml_types
        }
        self._made = [bar for bars in self._bars.values() for bar in bars]

    @Property(str, notify=changed)
    def period(self) -> str:
        """The period that is shown, or on its way."""
        return self._period

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether the numbers are those of the period."""
        return self._ready

    @Property(str, notify=changed)
    def visits(self) -> str:
        """The number of visits."""
        return self._overview.visits

    @Property(str, notify=changed)
    def views(self) -> str:
        """The number of page views."""
        return self._overview.views

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What is wrong, in words for staff; empty when all is well."""
        return self._overview.trouble

    @Property(LISTS, notify=changed)
    def columns(self) -> list[StaffBar]:
        """Visits hour by hour, day by day or month by month."""
        return self._bars["columns"]

    @Property(LISTS, notify=changed)
    def pages(self) -> list[StaffBar]:
        """The most viewed pages."""
        return self._bars["pages"]

    @Property(LISTS, notify=changed)
    def languages(self) -> list[StaffBar]:
        """Page views by language."""
        return self._bars["languages"]

    @Property(LISTS, notify=changed)
    def quiz(self) -> list[StaffBar]:
        """Right answers of all answers, question by question."""
        return self._bars["quiz"]

"""The opening hours of the days of a week, as staff see and change them on the stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QLocale, QObject, Signal, Slot

from kiosk.bridge.desk import SettingsDesk
from kiosk.guard import hours

Change = Callable[[Callable[[SettingsDesk], str]], None]


class StaffDay(QObject):
    """The hours of one day of the week. `Kiosk.Core/StaffDay`."""

    refreshed = Signal()

    def __init__(
        self, number: int, desk: SettingsDesk | None, change: Change, parent: QObject
    ) -> None:
        """`number` counts from Monday, 0."""
        super().__init__(parent)
        self._number = number
        self._key = f"hours.{hours.DAYS[number]}"
        self._desk = desk
        self._change = change

    def _text(self) -> str:
        return self._desk.value(self._key) if self._desk else ""

    @Property(str, notify=refreshed)
    def name(self) -> str:
        """The day in the language of the screen."""
        name = QLocale().standaloneDayName(self._number + 1)
        return name[:1].upper() + name[1:]

    @Property(str, notify=refreshed)
    def opens(self) -> str:
        """When it opens, empty for a closed day."""
        ranges = hours.parse(self._text())
        return hours.clock(ranges[0][0]) if ranges else ""

    @Property(str, notify=refreshed)
    def closes(self) -> str:
        """When it closes for the last time, empty for a closed day."""
        ranges = hours.parse(self._text())
        return hours.clock(ranges[-1][1]) if ranges else ""

    @Property(str, notify=refreshed)
    def pauses(self) -> str:
        """All times of a day that closes in between; else empty."""
        ranges = hours.parse(self._text())
        return hours.words(ranges) if len(ranges) > 1 else ""

    @Property(str, notify=refreshed)
    def base(self) -> str:
        """What the day was before staff changed it."""
        text = self._desk.base(self._key) if self._desk else ""
        return hours.written(hours.parse(text)).replace("-", "–")

    @Property(bool, notify=refreshed)
    def changed(self) -> bool:
        """Whether staff have changed it on the stand."""
        return self._desk is not None and self._desk.changed(self._key)

    @Slot(int)
    def moveOpening(self, by: int) -> None:
        """Open half an hour later (1) or earlier (-1)."""
        self._move(by, closing=False)

    @Slot(int)
    def moveClosing(self, by: int) -> None:
        """Close half an hour later (1) or earlier (-1)."""
        self._move(by, closing=True)

    @Slot()
    def undo(self) -> None:
        """As the stand was set up."""
        self._change(lambda desk: desk.change({self._key: None}))

    def _move(self, by: int, *, closing: bool) -> None:
        text = hours.moved(self._text(), by, closing=closing)
        self._change(lambda desk: desk.change({self._key: text}))

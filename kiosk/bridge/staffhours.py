"""The opening hours of the days of a week, as staff see and change them on the stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QLocale, QObject, Signal, Slot

from kiosk.bridge.acquaint import Acquainted
from kiosk.bridge.desk import SettingsDesk
from kiosk.staffrecords import DayHours

Change = Callable[[Callable[[SettingsDesk], str]], None]


class StaffDay(Acquainted):
    """The hours of one day of the week. `Kiosk.Core/StaffDay`."""

    refreshed = Signal()

    def __init__(
        self, number: int, desk: SettingsDesk | None, change: Change, parent: QObject
    ) -> None:
        """`number` counts from Monday, 0."""
        super().__init__(parent)
        self._number = number
        self._desk = desk
        self._change = change

    def _hours(self) -> DayHours:
        return self._desk.hours(self._number) if self._desk else DayHours()

    @Property(str, notify=refreshed)
    def name(self) -> str:
        """The day in the language of the screen."""
        name = QLocale().standaloneDayName(self._number + 1)
        return name[:1].upper() + name[1:]

    @Property(str, notify=refreshed)
    def opens(self) -> str:
        """When it opens, empty for a closed day."""
        return self._hours().opens

    @Property(str, notify=refreshed)
    def closes(self) -> str:
        """When it closes for the last time, empty for a closed day."""
        return self._hours().closes

    @Property(str, notify=refreshed)
    def pauses(self) -> str:
        """All times of a day that closes in between; else empty."""
        return self._hours().pauses

    @Property(str, notify=refreshed)
    def base(self) -> str:
        """What the day was before staff changed it."""
        return self._hours().base

    @Property(bool, notify=refreshed)
    def changed(self) -> bool:
        """Whether staff have changed it on the stand."""
        return self._hours().changed

    @Slot(int)
    def moveOpening(self, by: int) -> None:
        """Open half an hour later (1) or earlier (-1)."""
        self._change(lambda desk: desk.move_hours(self._number, by, closing=False))

    @Slot(int)
    def moveClosing(self, by: int) -> None:
        """Close half an hour later (1) or earlier (-1)."""
        self._change(lambda desk: desk.move_hours(self._number, by, closing=True))

    @Slot()
    def undo(self) -> None:
        """As the stand was set up."""
        self._change(lambda desk: desk.move_hours(self._number, 0, closing=False))

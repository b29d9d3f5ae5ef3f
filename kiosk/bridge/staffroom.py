"""What staff can do behind the PIN: intents for the visit, and the objects of their pages.

Nothing here acts unless the visit is in the staff's mode (`open_door`), whoever calls it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Property, QObject, Slot

from kiosk.bridge.acquaint import Acquainted
from kiosk.bridge.desk import SettingsDesk, StaffDesk
from kiosk.bridge.stafffacts import StaffFacts
from kiosk.bridge.staffsettings import StaffSettings
from kiosk.bridge.staffstatistics import StaffStatistics
from kiosk.bridge.staffsticks import StaffSticks
from kiosk.bridge.staffversions import StaffVersions
from kiosk.visit import events as ev

if TYPE_CHECKING:
    from kiosk.bridge.session import Session


class StaffRoom(Acquainted):
    """The staff's side of a session. `Kiosk.Core/StaffRoom`, `session.staff` in QML."""

    qml_types: ClassVar[dict[str, tuple[str, bool]]] = {
        "settings": ("StaffSettings", False),
        "statistics": ("StaffStatistics", False),
        "versions": ("StaffVersions", False),
        "facts": ("StaffFacts", False),
        "sticks": ("StaffSticks", False),
    }

    def __init__(self, session: Session, desk: StaffDesk) -> None:
        super().__init__(session)
        self._session = session
        self._desk = desk
        self._settings: StaffSettings | None = None
        self._versions: StaffVersions | None = None
        self._facts: StaffFacts | None = None
        session.screenChanged.connect(self._look_again)  # type: ignore[attr-defined] - one of VIEW
        self._statistics: StaffStatistics | None = None
        self._sticks: StaffSticks | None = None

    @property
    def open_door(self) -> bool:
        """Whether somebody who knows the PIN is there now."""
        return self._session.state.mode == "staff"

    @Property(QObject, constant=True)
    def settings(self) -> QObject:
        """What the settings pages show and change."""
        if self._settings is None:
            self._settings = StaffSettings(
                self._desk.settings,
                lambda: self.open_door,
                self._take_settings,
                self._language,
                self,
            )
        return self._settings

    def _language(self) -> str:
        return self._session.state.language

    def _take_settings(self, desk: SettingsDesk) -> None:
        self._session.change_rules(desk.rules(), desk.offered())

    def _settings_came(self) -> None:
        """What a stick has brought holds from the next visit on, like what is changed here."""
        desk = self._desk.settings
        if desk is not None:
            desk.read_again()
            self._take_settings(desk)

    def _look_again(self) -> None:
        """Whoever types the PIN, or comes back to the menu, sees what is true now."""
        if self._session.view["screen"] == "staff":
            for page in (self._settings, self._versions, self._facts):
                if page is not None:
                    page.read_again()

    @Property(QObject, constant=True)
    def versions(self) -> QObject:
        """What the page of versions shows and chooses."""
        if self._versions is None:
            self._versions = StaffVersions(
                self._desk.versions,
                lambda: self.open_door,
                self._language,
                self,
            )
        return self._versions

    @Property(QObject, constant=True)
    def facts(self) -> QObject:
        """What the page about the stand says."""
        if self._facts is None:
            self._facts = StaffFacts(self._desk.facts, self._language, self)
            self._session.editionChanged.connect(  # type: ignore[attr-defined] - one of VIEW
                self._facts.read_again
            )
        return self._facts

    @Property(QObject, constant=True)
    def statistics(self) -> QObject:
        """What has been counted."""
        if self._statistics is None:
            session = self._session
            self._statistics = StaffStatistics(
                lambda: session.book,
                self._language,
                lambda: self.open_door,
                self,
            )
        return self._statistics

    @Property(QObject, constant=True)
    def sticks(self) -> QObject:
        """What is on the sticks."""
        if self._sticks is None:
            session = self._session
            self._sticks = StaffSticks(
                self._desk.sticks,
                lambda: self.open_door,
                session.touched,
                self._language,
                self,
                self._settings_came,
            )
        return self._sticks

    def picture(self, name: str) -> Path | None:
        """The file of a picture that a page of the staff shows; asked in any thread."""
        return self._sticks.picture(name) if self._sticks is not None else None

    @Slot(str)
    def open(self, page: str) -> None:
        """Show a page of the staff; an empty name is their menu."""
        self._session.post(ev.OpenStaffPage(page))

    @Slot()
    def clean(self) -> None:
        """Take no touch for a minute."""
        self._session.post(ev.Clean())

    @Slot(int)
    def stepAway(self, minutes: int) -> None:
        """Tell visitors when staff are back."""
        self._session.post(ev.StepAway(minutes))

    @Slot()
    def present(self) -> None:
        """Begin a talk."""
        self._session.post(ev.Present())

    @Slot()
    def restart(self) -> None:
        """End the program and start it anew."""
        if self.open_door:
            self._session.restartRequested.emit()

"""What staff can read about the stand: program, content, drawing, screen, memory."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.acquaint import Acquainted
from kiosk.bridge.background import Background
from kiosk.bridge.desk import FactsDesk
from kiosk.catalogs import staff_text


class StaffFacts(Acquainted):
    """The rows of the page about the stand. `Kiosk.Core/StaffFacts`."""

    refreshed = Signal()

    def __init__(
        self, desk: FactsDesk | None, language: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._background = Background(self)
        self._examined = False
        self._findings: list[str] = []
        self._language = language

    def read_again(self) -> None:
        """Measure anew."""
        self._examined, self._findings = False, []
        self.refreshed.emit()

    @Slot()
    def examine(self) -> None:
        """Look whether the stand is ready for tomorrow; `examined` tells when it is done."""
        if self._desk is not None:
            self._background.run(self._desk.examine, self._keep)

    def _keep(self, findings: list[str]) -> None:
        self._examined, self._findings = True, findings
        self.refreshed.emit()

    @Property(bool, notify=refreshed)
    def examined(self) -> bool:
        """Whether somebody has asked, and been answered."""
        return self._examined

    @Property("QStringList", notify=refreshed)  # type: ignore[arg-type]
    def findings(self) -> list[str]:
        """What has to be looked at or mended before tomorrow, in words."""
        return [staff_text(self._language(), each) for each in self._findings]

    @Property(int, constant=True)
    def rung(self) -> int:
        """In how careful a form the program runs: 0 as it should, 3 safe mode."""
        return self._desk.rung() if self._desk else 0

    @Property(str, constant=True)
    def failingPage(self) -> str:
        """What was shown when the program ended the last time of too many."""
        return self._desk.failing_page() if self._desk else ""

    @Property(str, constant=True)
    def program(self) -> str:
        """The program's version."""
        return self._desk.program() if self._desk else ""

    @Property(int, notify=refreshed)
    def pages(self) -> int:
        """How many pages the shown content has."""
        return self._desk.pages() if self._desk else 0

    @Property(str, notify=refreshed)
    def screen(self) -> str:
        """Size of the screen in px."""
        screen = QGuiApplication.primaryScreen()
        if screen is None:
            return ""
        size = screen.size() * screen.devicePixelRatio()
        return f"{size.width()} × {size.height()}"

    @Property(int, notify=refreshed)
    def megabytes(self) -> int:
        """Memory that the program takes, in MB; 0 where nobody says."""
        return self._desk.megabytes() if self._desk else 0

    @Property(str, notify=refreshed)
    def clock(self) -> str:
        """What the clock of the stand shows."""
        return self._desk.clock()[0] if self._desk else ""

    @Property(str, notify=refreshed)
    def clockTrouble(self) -> str:
        """Why the clock is not believed; empty if it is."""
        return self._desk.clock()[1] if self._desk else ""

    @Property("QStringList", notify=refreshed)  # type: ignore[arg-type]
    def keys(self) -> list[str]:
        """The publishers whose content this stand takes: name and fingerprint."""
        keys = self._desk.keys() if self._desk else []
        return [staff_text(self._language(), each) for each in keys]

    @Property(bool, notify=refreshed)
    def takesUnsigned(self) -> bool:
        """Whether content that nobody has signed is taken."""
        return self._desk.takes_unsigned() if self._desk else False

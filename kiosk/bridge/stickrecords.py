"""What the page of the sticks lists: an offer, a change, a page before and after. Values only."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject

from kiosk.bridge.acquaint import Acquainted
from kiosk.staffrecords import PicturePair, StickOffer, TrialChange

_MEGABYTE = 1_000_000


class StaffOffer(Acquainted):
    """Something on a stick. `Kiosk.Core/StaffOffer`."""

    def __init__(self, offer: StickOffer, parent: QObject) -> None:
        super().__init__(parent)
        self.offer = offer

    @Property(int, constant=True)
    def number(self) -> int:
        """What `tryOut` and `readSettings` call it by."""
        return self.offer.number

    @Property(str, constant=True)
    def kind(self) -> str:
        """bundle, folder or settings."""
        return self.offer.kind

    @Property(str, constant=True)
    def name(self) -> str:
        """Its name on the stick."""
        return self.offer.name

    @Property(str, constant=True)
    def stick(self) -> str:
        """Name of the stick."""
        return self.offer.stick

    @Property(float, constant=True)
    def megabytes(self) -> float:
        """Size of a file; 0 for a folder."""
        return self.offer.size / _MEGABYTE


class StaffPair(Acquainted):
    """A page before and after. `Kiosk.Core/StaffPair`."""

    def __init__(self, address: str, pair: PicturePair, parent: QObject) -> None:
        super().__init__(parent)
        self._address = address
        self._pair = pair

    @Property(str, constant=True)
    def name(self) -> str:
        """Address of the page with hyphens."""
        return self._pair.name

    @Property(str, constant=True)
    def language(self) -> str:
        """Tag of the language."""
        return self._pair.language

    @Property(str, constant=True)
    def before(self) -> str:
        """Address of the picture as it is now; empty for a new page."""
        return f"image://stick/{self._address}/before" if self._pair.before else ""

    @Property(str, constant=True)
    def after(self) -> str:
        """Address of the picture as it will be; empty for a page that goes."""
        return f"image://stick/{self._address}/after" if self._pair.after else ""


class StaffChange(Acquainted):
    """One piece that changes. `Kiosk.Core/StaffChange`."""

    def __init__(self, change: TrialChange, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self._change = change
        self._title = title

    @Property(str, constant=True)
    def kind(self) -> str:
        """added, removed or changed."""
        return self._change.kind

    @Property(str, constant=True)
    def title(self) -> str:
        """Title of the page, story or section; empty for the bundle as a whole."""
        return self._title

    @Property(str, constant=True)
    def languages(self) -> str:
        """Tags of the languages, with commas."""
        return ", ".join(self._change.languages)

"""The settings pages as QML sees them: one object per setting, one per language.

Every change is written at once and holds from the next visit on. Without a real stand behind the
screen (`desk` is None) the pages show the defaults and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.bridge.acquaint import Acquainted
from kiosk.bridge.desk import SettingsDesk
from kiosk.bridge.staffhours import StaffDay
from kiosk.catalogs import staff_text

Change = Callable[[Callable[[SettingsDesk], str]], None]


class StaffSetting(Acquainted):
    """One setting: a number with steps or a choice by name. `Kiosk.Core/StaffSetting`."""

    refreshed = Signal()

    def __init__(
        self, key: str, desk: SettingsDesk | None, change: Change, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._desk = desk
        self._change = change

    def _value(self) -> Any:
        return self._desk.value(self._key) if self._desk else 0

    @Property(int, notify=refreshed)
    def number(self) -> int:
        """The value of a number."""
        value = self._value()
        return value if isinstance(value, int) else 0

    @Property(str, notify=refreshed)
    def text(self) -> str:
        """The value of a choice."""
        value = self._value()
        return value if isinstance(value, str) else ""

    @Property(int, notify=refreshed)
    def baseNumber(self) -> int:
        """What the number was before staff changed it."""
        value = self._desk.base(self._key) if self._desk else 0
        return value if isinstance(value, int) else 0

    @Property(bool, notify=refreshed)
    def changed(self) -> bool:
        """Whether staff have changed it on the stand."""
        return self._desk is not None and self._desk.changed(self._key)

    @Property(bool, notify=refreshed)
    def canMore(self) -> bool:
        """Whether a larger value is offered."""
        return self._desk is not None and self._desk.step(self._key, 1) != self.number

    @Property(bool, notify=refreshed)
    def canLess(self) -> bool:
        """Whether a smaller value is offered."""
        return self._desk is not None and self._desk.step(self._key, -1) != self.number

    @Slot()
    def more(self) -> None:
        """The next larger value."""
        self._change(lambda desk: desk.change({self._key: desk.step(self._key, 1)}))

    @Slot()
    def less(self) -> None:
        """The next smaller value."""
        self._change(lambda desk: desk.change({self._key: desk.step(self._key, -1)}))

    @Slot(str)
    def choose(self, value: str) -> None:
        """Another choice."""
        self._change(lambda desk: desk.change({self._key: value}))

    @Slot()
    def undo(self) -> None:
        """As the stand was set up."""
        self._change(lambda desk: desk.change({self._key: None}))


class StaffLanguage(Acquainted):
    """A language of the content on the languages page. `Kiosk.Core/StaffLanguage`."""

    def __init__(self, values: dict[str, Any], parent: QObject) -> None:
        super().__init__(parent)
        self._values = values

    @Property(str, constant=True)
    def tag(self) -> str:
        """Its BCP 47 tag."""
        return self._values["tag"]

    @Property(str, constant=True)
    def name(self) -> str:
        """Its own name."""
        return self._values["name"]

    @Property(bool, constant=True)
    def offered(self) -> bool:
        """Whether visitors can choose it."""
        return self._values["offered"]

    @Property(bool, constant=True)
    def start(self) -> bool:
        """Whether a visit begins in it."""
        return self._values["start"]

    @Property(bool, constant=True)
    def first(self) -> bool:
        """Whether it stands at the beginning already."""
        return self._values["first"]


class StaffSettings(Acquainted):
    """What the settings pages show and change. `Kiosk.Core/StaffSettings`."""

    refreshed = Signal()
    qml_types: ClassVar[dict[str, tuple[str, bool]]] = {
        "idle": ("StaffSetting", False),
        "panel": ("StaffSetting", False),
        "warning": ("StaffSetting", False),
        "theme": ("StaffSetting", False),
        "rotation": ("StaffSetting", False),
        "closed": ("StaffSetting", False),
        "languages": ("StaffLanguage", True),
        "days": ("StaffDay", True),
    }

    def __init__(
        self,
        desk: SettingsDesk | None,
        allowed: Callable[[], bool],
        written: Callable[[SettingsDesk], None],
        language: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._desk = desk
        self._allowed = allowed
        self._written = written
        self._refusal = ""
        self._languages: list[QObject] = []
        self._leaving: list[QObject] = []  # a screen that fades out still shows them
        self._settings = {
            name: StaffSetting(key, desk, self._change, self)
            for name, key in (
                ("idle", "idle.seconds"),
                ("panel", "idle.panel_seconds"),
                ("warning", "idle.warning_seconds"),
                ("theme", "screen.theme"),
                ("rotation", "screen.rotation"),
                ("closed", "hours.closed"),
            )
        }
        self._days = [StaffDay(number, desk, self._change, self) for number in range(7)]
        self._read_languages()

    def _change(self, how: Callable[[SettingsDesk], str]) -> None:
        """Make a change behind the PIN, and show what came of it."""
        if self._desk is None or not self._allowed():
            return
        self._refusal = how(self._desk)
        if not self._refusal:
            self._written(self._desk)
        self._show()

    def read_again(self) -> None:
        """Show what the files say now: somebody may have edited them."""
        if self._desk is not None:
            self._desk.read_again()
            self._refusal = ""
            self._show()

    def _show(self) -> None:
        self._read_languages()
        self.refreshed.emit()
        for setting in (*self._settings.values(), *self._days):
            setting.refreshed.emit()

    def _read_languages(self) -> None:
        if self._desk is None:
            return
        for old in self._leaving:
            old.deleteLater()
        self._leaving = self._languages
        start = self._desk.start_language()
        self._languages = [
            StaffLanguage(
                {
                    "tag": each.tag,
                    "name": each.name,
                    "offered": each.offered,
                    "start": each.tag == start,
                    "first": number == 0,
                },
                self,
            )
            for number, each in enumerate(self._desk.languages())
        ]

    @Property(QObject, constant=True)
    def idle(self) -> QObject:
        """Seconds without a touch on a page."""
        return self._settings["idle"]

    @Property(QObject, constant=True)
    def panel(self) -> QObject:
        """Seconds without a touch in a panel."""
        return self._settings["panel"]

    @Property(QObject, constant=True)
    def warning(self) -> QObject:
        """Seconds of the question before the reset."""
        return self._settings["warning"]

    @Property(QObject, constant=True)
    def theme(self) -> QObject:
        """Colours that a visit begins in."""
        return self._settings["theme"]

    @Property(QObject, constant=True)
    def rotation(self) -> QObject:
        """Degrees by which the picture is turned from the next start on."""
        return self._settings["rotation"]

    @Property(QObject, constant=True)
    def closed(self) -> QObject:
        """What the stand shows outside its opening hours."""
        return self._settings["closed"]

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]
    def days(self) -> list[StaffDay]:
        """The opening hours from Monday on."""
        return self._days

    @Property("QVariantList", notify=refreshed)  # type: ignore[arg-type]
    def languages(self) -> list[QObject]:
        """All languages of the content in the order of the chooser."""
        return self._languages

    @Property(bool, constant=True)
    def real(self) -> bool:
        """Whether there is a stand whose settings these are."""
        return self._desk is not None

    @Property("QStringList", notify=refreshed)  # type: ignore[arg-type]
    def trouble(self) -> list[str]:
        """Why the last good settings rule: file, line and words of each mistake."""
        found = self._desk.trouble() if self._desk else []
        return [staff_text(self._language(), each) for each in found]

    @Property(str, notify=refreshed)
    def refusal(self) -> str:
        """Why the last change was not made; empty if it was."""
        return staff_text(self._language(), self._refusal)

    @Slot(str, bool)
    def offer(self, tag: str, on: bool) -> None:
        """Offer a language to visitors, or not."""
        self._change(lambda desk: desk.offer(tag, on=on))

    @Slot(str)
    def moveUp(self, tag: str) -> None:
        """One place nearer to the beginning of the chooser."""
        self._change(lambda desk: desk.move_up(tag))

    @Slot(str)
    def startIn(self, tag: str) -> None:
        """Begin visits in a language."""
        self._change(lambda desk: desk.change({"languages.start": tag}))

"""The real window over the small bundle's session: found by what is on it, touched like glass."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterator
from typing import Any

os.environ.setdefault("QT_QUICK_BACKEND", "software")

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QPointF,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bridge import fonts, providers, registry
from kiosk.bridge.presenter import Presenter
from kiosk.bridge.session import Session
from kiosk.bridge.shell import QML_FOLDER
from kiosk.content.model import decode
from kiosk.visit import Comfort, Rules, outline_of
from tests.bridge.conftest import Clock, FakeDesk


def wait(ms: int) -> None:
    """Let the program run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


class Glass:
    """What is on the window, and a finger."""

    def __init__(self, window: QQuickWindow, session: Session, clock: Clock) -> None:
        self.window, self.session, self.clock = window, session, clock

    def items(self, kind: str) -> list[QQuickItem]:
        """Visible items of a QML type, in the order of the tree."""
        return [item for item in _tree(self.window.contentItem()) if _is(item, kind)]

    def item(self, kind: str) -> QQuickItem:
        """The one visible item of a QML type."""
        found = self.items(kind)
        assert len(found) == 1, f"{len(found)} of {kind}"
        return found[0]

    def button(self, words: str) -> QQuickItem:
        """The button with these words on it."""
        kinds = ("PillButton", "NavButton", "Segment", "SwitchRow", "StaffRow", "LanguageRow")
        found = [i for kind in kinds for i in self.items(kind) if words in _words(i)]
        assert found, f"no button {words!r}"
        return found[0]

    def has_button(self, words: str) -> bool:
        """Whether there is such a button."""
        return any(words in _words(i) for i in self.items("PillButton"))

    def place(self, item: QQuickItem) -> QRectF:
        """An item's rectangle in the window, in px."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def touch(self, what: QQuickItem | str | QPointF) -> None:
        """Touch the middle of an item, a button by its words, or a point."""
        at = what
        if isinstance(at, str):
            at = self.button(at)
        if isinstance(at, QQuickItem):
            at = self.place(at).center()
        self.clock.pass_by(1)
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, pos=at.toPoint())
        wait(40)

    def key(self, key: Qt.Key) -> None:
        """Press a key of the keyboard."""
        self.clock.pass_by(1)
        QTest.keyClick(self.window, key)
        wait(30)

    def go(self, *calls: str | tuple[Any, ...]) -> None:
        """Call slots of the session, a second apart, and let the screen settle."""
        for call in calls:
            self.clock.pass_by(1)
            name, *arguments = (call,) if isinstance(call, str) else call
            getattr(self.session, name)(*arguments)
        wait(60)

    def resize(self, width: int, height: int) -> None:
        """Another screen."""
        self.window.resize(width, height)
        wait(40)


def _tree(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _tree(child)


def _is(item: QQuickItem, kind: str) -> bool:
    meta = item.metaObject()
    while meta is not None:
        if meta.className().split("_QML")[0] == kind:
            return True
        meta = meta.superClass()
    return False


def _words(item: QQuickItem) -> list[str]:
    """The words of a control: its own property and the texts on it."""
    said = [item.property(name) for name in ("text", "title", "name")]
    said += [part.property("text") for part in _tree(item) if part.inherits("QQuickText")]
    return [words for words in said if isinstance(words, str)]


Open = Callable[..., Glass]


@pytest.fixture
def open_glass(
    qapp: QCoreApplication, clock: Clock, desk: FakeDesk, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Open]:
    """Show a bundle (a document as of content.json) in a window of its own."""
    opened: list[tuple[QQmlApplicationEngine, QObject]] = []
    if "Manrope" not in QFontDatabase.families():
        fonts.load_first()
    registry.register()

    def show(
        document: dict[str, Any], size: tuple[int, int] = (1280, 720), text: str = "standard",
        theme: str = "dark", *, language: str = "en", safe: bool = False,
    ) -> Glass:  # fmt: skip
        bundle = decode(json.dumps(document).encode())
        comfort = Comfort(text, theme, False)  # type: ignore[arg-type]
        rules = Rules(outline_of(bundle), language, comfort=comfort)
        engine = QQmlApplicationEngine()
        owner = QObject()
        presenter = Presenter(bundle, lambda _name: "", str.upper, owner)
        session = Session(presenter, rules, desk, clock, owner)
        engine.addImportPath(str(QML_FOLDER))
        providers.add(engine)
        given = {"session": session, "turn": 0, "closable": True}
        more = {"software": True, "still": True}
        if safe:
            more = {"code": "E101", "mark": "Test", "promises": []}
        engine.setInitialProperties(given | more)
        engine.loadFromModule("Kiosk.Ui", "SafeWindow" if safe else "Main")
        window = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        opened.append((engine, owner))
        window.resize(*size)
        window.show()
        glass = Glass(window, session, clock)
        wait(60)
        return glass

    yield show
    wait(40)
    gc.collect()  # wrappers of what is deleted now would be taken for what comes after
    for engine, owner in opened:
        engine.rootObjects()[0].close()  # type: ignore[attr-defined]
        engine.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

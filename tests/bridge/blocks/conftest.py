"""A window that shows one block view in the room that a page would give it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import msgspec
import pytest
from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMetaObject,
    QObject,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.bridge import fonts, providers, registry
from kiosk.bridge.expose import expose
from kiosk.bridge.reading import Reading
from kiosk.content.blocks import BLOCK_TYPES, AnyBlock
from kiosk.content.model import Bundle, Language
from kiosk.content.values import sources_of

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
WORDS = {"en": "x"}


def picture_url(name: str) -> str:
    """The address of a picture of the default bundle; empty for one that is not there."""
    file = ROOT / name
    return file.as_uri() if file.is_file() else ""


def wait(ms: int) -> None:
    """Let the program run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def room_of(slot: str, width: int, height: int) -> QRectF:
    """The room that a page gives a slot, in px."""
    u = min(min(width, height) / 1080, max(width, height) / 1920)
    tall = height > width
    margin = (72 if tall else 96) * u
    if slot == "full":
        return QRectF(0, 124 * u, width, height - (124 + (248 if tall else 132)) * u)
    if slot == "evidence":
        top, left = (820 * u, margin) if tall else (84 * u, 840 * u)
        foot = (320 if tall else 132) * u
        return QRectF(left, top, width - margin - left, height - top - foot)
    return QRectF(margin, 300 * u, width - 2 * margin if tall else 704 * u, 560 * u)


class Shown:
    """A block view on the screen: what one can see of it and do to it."""

    def __init__(self, stage: Stage, view: QQuickItem) -> None:
        self.stage = stage
        self.view = view

    def items(self, kind: str = "", under: QQuickItem | None = None) -> list[QQuickItem]:
        """Visible items of a QML type, from the view down."""
        found: list[QQuickItem] = []
        for item in (under or self.view).childItems():
            if item.isVisible() and item.opacity() > 0:
                if item.metaObject().className().startswith(kind):
                    found.append(item)
                found += self.items(kind, item)
        return found

    def texts(self, under: QQuickItem | None = None) -> list[QQuickItem]:
        """All visible texts that say something."""
        found = self.items(under=under)
        return [item for item in found if item.inherits("QQuickText") and item.property("text")]

    def words(self, under: QQuickItem | None = None) -> list[str]:
        """What the visible texts say."""
        return [str(i.property("text")).replace("\u00a0", " ").strip() for i in self.texts(under)]

    def place(self, item: QQuickItem) -> QRectF:
        """An item's rectangle in the window."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def ink(self, text: QQuickItem) -> QRectF:
        """Where a text's lines are: as wide as they are, without the empty part of the item."""
        box = self.place(text)
        wide = text.property("contentWidth")
        if self.stage.call("alignment", text) == "right":
            return QRectF(box.right() - wide, box.top(), wide, box.height())
        return QRectF(box.left(), box.top(), wide, box.height())

    def tap(self, item: QQuickItem) -> None:
        """A short touch in the middle of an item."""
        self.press(self.place(item).center().toPoint())

    def press(self, point: QPoint) -> None:
        """A short touch somewhere; a second one within 350 ms would be a slip of the hand."""
        wait(360)
        QTest.mouseClick(self.stage.window, Qt.MouseButton.LeftButton, pos=point)
        wait(20)

    def drag(self, points: list[QPointF]) -> None:
        """Press at the first point, go through the others, let go."""
        window, left = self.stage.window, Qt.MouseButton.LeftButton
        QTest.mousePress(window, left, pos=points[0].toPoint())
        for point in points[1:]:
            QTest.mouseMove(window, point.toPoint())
            wait(20)
        QTest.mouseRelease(window, left, pos=points[-1].toPoint())
        wait(20)

    def give(self, **inputs: Any) -> None:
        """Change properties of the view, as a page does."""
        for name, value in inputs.items():
            assert self.view.setProperty(name, value), name
        wait(20)
        self.until_ready()

    def until_ready(self) -> None:
        """Wait for pictures that the view still loads."""
        for _ in range(100):
            if self.view.property("ready"):
                break
            wait(50)

    @property
    def heard(self) -> list[str]:
        """The signals of the view so far."""
        return [word for word in str(self.stage.window.property("heard")).split(";") if word]


class Stage:
    """One window for the views of a test; every QML warning is kept."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self.engine = QQmlApplicationEngine()
        self.engine.warnings.connect(self._warned)
        self.engine.addImportPath(str(ROOT / "kiosk" / "qml"))
        providers.add(self.engine)
        self.engine.load(str(HERE / "BlockStage.qml"))
        self.window: Any = self.engine.rootObjects()[0]

    def _warned(self, found: list[Any]) -> None:
        self.warnings += [warning.toString() for warning in found]

    def call(self, name: str, *arguments: Any) -> Any:
        """Call a function of the window."""
        given = [Q_ARG("QVariant", argument) for argument in arguments]
        now, result = Qt.ConnectionType.DirectConnection, Q_RETURN_ARG("QVariant")
        return QMetaObject.invokeMethod(self.window, name, now, result, *given)

    def exposed(self, block: dict[str, Any], language: str = "en") -> QObject:
        """A block as QML gets it, with its sources numbered."""
        languages = [Language(tag="en", name="English"), Language(tag="lt", name="Lietuvių")]
        bundle = Bundle(
            format=1,
            id="test",
            version="1",
            title=WORDS,
            lead=WORDS,
            mark=WORDS,
            languages=languages,
            fallback="en",
            attract=[],
            sections=[],
        )
        record = msgspec.convert(block, AnyBlock)
        reading = Reading(bundle, language, lambda text: text, picture_url, lambda _: "")
        return expose(record, reading.for_page(sources_of(record)), self.window)

    def show(
        self,
        block: dict[str, Any],
        size: tuple[int, int] = (1920, 1080),
        look: str = "dark",
        text: str = "standard",
        *,
        mirrored: bool = False,
        less: bool = True,
        **inputs: Any,
    ) -> Shown:
        """Show a block; `inputs` are properties of the view (step, answer, arrived ...)."""
        slot = BLOCK_TYPES[block["type"]].slot
        room = room_of(slot, *size)
        if mirrored:
            room.moveRight(size[0] - room.left())
        self.window.resize(*size)
        self.window.setProperty("room", room)
        self.window.show()
        self.call("dress", look, text, mirrored, less)
        given = {"accent": "fir", "pattern": "snake", "mark": "Lithuania", "arrived": True}
        problem = self.call("build", block["type"], given | inputs | {"block": self.exposed(block)})
        assert problem == "", problem
        wait(60)
        shown = Shown(self, self.window.property("view"))
        shown.until_ready()
        return shown

    def close(self) -> None:
        """Take everything down, engine first."""
        self.window.close()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def types(qapp: QObject) -> None:
    """Fonts and QML types, once."""
    fonts.load_first()
    fonts.load_rest()
    registry.register()


@pytest.fixture
def stage(types: None) -> Iterator[Stage]:
    """A window without a view; no QML warning may come while it is there."""
    made = Stage()
    yield made
    warnings = made.warnings
    made.close()
    assert warnings == []


Wait = Callable[[int], None]


@pytest.fixture(name="wait")
def wait_fixture() -> Wait:
    """Let the program run for some ms."""
    return wait

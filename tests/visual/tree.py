"""Walks the live item tree and writes down what stands on the screen.

Panels and the countdown lie above the screen: while one is open, what it covers is left out (it is
looked at without it). Qt only; the judging is in `tests.visual.checks`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf
from typing import Any

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QEvent, QMetaObject, QObject, QRectF, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from shiboken6 import isValid

from tests.visual.exceptions import STRIPS
from tests.visual.geometry import EVERYWHERE, Box
from tests.visual.scene import Cover, Scene, Scroller, Target, Words

ICON_AIR = 0.1
"""The glyphs of the icon font leave about this share of their square free on each side."""
POLISHED = {"QQuickBasePositioner", "QQuickItemView"}
"""Kinds of items that place others before a frame."""
MOST_PRESSES = 80
_ARABIC = re.compile("[\u0621-\u064a]")
"""Joined letters have no edges of their own; digits have."""


@dataclass(frozen=True)
class _Around:
    """What surrounds an item on the way down."""

    view: Box
    bounds: Box
    opacity: float = 1
    inside: tuple[int, ...] = ()
    scroller: int = 0
    place: str = ""
    host: int = 0


class FrameGate(QObject):
    """Keeps a window from drawing by itself: what is read needs no frame, and those of large ones
    take longer than all else. A picture that is asked for is drawn all the same."""

    shut = True

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt's call: whether the window is not to hear of this event."""
        return self.shut and event.type() == QEvent.Type.UpdateRequest


class Walker:
    """Reads one window again and again."""

    def __init__(self, window: Any, probe: QObject) -> None:
        self._window = window
        self._probe = probe
        self.texts: list[QQuickItem] = []
        """The text items of the last reading, in the order of the scene's words."""
        self.items: dict[int, QQuickItem] = {}
        """The targets of the last reading by their keys."""

    def read(self, scene: Scene, hidden: set[str]) -> Scene:
        """Fill a scene; parts of a type named in `hidden` are left out."""
        self._scene, self._hidden = scene, hidden
        self._order = 0
        self._keys: dict[QQuickItem, int] = {}
        self.texts, self.items = [], {}
        self.place()
        self._walk(self._window.contentItem(), _Around(scene.box, scene.box))
        return scene

    def first(self, kind: str) -> QQuickItem:
        """The first visible item of a QML type, from the window down."""
        waiting = [self._window.contentItem()]
        while waiting:
            item = waiting.pop(0)
            if kind in kinds_of(item):
                return item
            waiting += [child for child in item.childItems() if child.isVisible()]
        raise LookupError(f"no {kind} stands in the window")

    def place(self) -> None:
        """What items do before a frame: rows and lists place theirs. Here no frame is drawn."""
        self._place(self._window.contentItem())

    def _place(self, item: QQuickItem) -> None:
        for child in item.childItems():  # also hidden ones: texts that are only measured
            self._place(child)
        name = item.metaObject().className()
        places = _PLACES.get(name)
        if places is None:
            places = _PLACES[name] = not POLISHED.isdisjoint(kinds_of(item))
        if places:
            item.ensurePolished()

    def _walk(self, item: QQuickItem, around: _Around) -> None:
        self._order += 1
        kinds = kinds_of(item)
        kind = kinds[0]
        if kind in self._hidden:
            return
        opacity = item.opacity()
        if opacity != 1:
            around = replace(around, opacity=around.opacity * opacity)
        around = self._note(item, kinds, around)
        if around.place != kind != "Item" and not kind.startswith("QQuick"):
            around = replace(around, place=kind)
        around = self._inner(item, kinds, around)
        for child in sorted(item.childItems(), key=QQuickItem.z):
            if child.isVisible() and child.opacity() > 0:
                self._walk(child, around)

    def _note(self, item: QQuickItem, kinds: tuple[str, ...], around: _Around) -> _Around:
        """Write down the item if it is of a kind that counts; what surrounds its children then."""
        if "QQuickText" in kinds:
            self._note_words(item, kinds[0], around)
            return replace(around, host=self._order)
        if "Tappable" in kinds:
            return self._note_target(item, kinds[0], around)
        if "QQuickMouseArea" in kinds and item.isEnabled():
            self._scene.covers.append(Cover(scene_box(item), self._order))
        return around

    def _inner(self, item: QQuickItem, kinds: tuple[str, ...], around: _Around) -> _Around:
        """What surrounds the children."""
        if kinds[0] in STRIPS:
            bounds = Box(-inf, around.bounds.top, inf, around.bounds.bottom)
            return replace(around, bounds=bounds, scroller=self._order)
        down = across = False
        if "QQuickFlickable" in kinds:
            down = item.property("contentHeight") > item.height() + 1
            across = item.property("contentWidth") > item.width() + 1
        if down or across:
            self._scene.scrollers.append(Scroller(around.place, down, across))
            box, content = scene_box(item), EVERYWHERE
            if "QQuickItemView" not in kinds:
                holder = item.property("contentItem")
                size = QRectF(0, 0, item.property("contentWidth"), item.property("contentHeight"))
                content = _box(holder.mapRectToScene(size))
            rows, columns = (content if down else box), (content if across else box)
            bounds = Box(columns.left, rows.top, columns.right, rows.bottom)
            return replace(around, view=around.view.cut(box), bounds=bounds, scroller=self._order)
        if item.clip():
            box = scene_box(item)
            return replace(around, view=around.view.cut(box), bounds=around.bounds.cut(box))
        return around

    def _note_words(self, item: QQuickItem, kind: str, around: _Around) -> None:
        text = str(item.property("text")).replace("\u00a0", " ").strip()
        if not text:
            return
        icon = kind == "Icon"
        colour = item.property("color")
        if not colour.alpha() and item.property("ink"):  # it is shown as a picture
            colour = item.property("ink")
        words = Words(
            text=text,
            place=f"{around.place} icon" if icon else around.place,
            ink=scene_box(item).shrunk(ICON_AIR * item.width()) if icon else self._ink(item),
            view=around.view,
            bounds=around.bounds,
            truncated=bool(item.property("truncated")),
            icon=icon,
            pixel_size=item.property("font").pixelSize(),
            colour=(colour.red(), colour.green(), colour.blue()),
            opacity=around.opacity * colour.alphaF(),
            enabled=item.isEnabled(),
            inside=around.inside,
            scroller=around.scroller,
            key=self._order,
            host=around.host,
        )
        self._scene.words.append(words)
        self.texts.append(item)

    def _ink(self, item: QQuickItem) -> Box:
        answer = QMetaObject.invokeMethod(
            self._probe,
            "read",
            Qt.ConnectionType.DirectConnection,
            Q_RETURN_ARG("QVariant"),
            Q_ARG("QVariant", item),
        )
        align, line, left, right, baseline, lines, wide = json.loads(str(answer))
        text = str(item.property("text"))
        letters = _letters(text, item.property("font"))
        x = left + align * (item.width() - left - right - wide)
        if lines == 1 and not _ARABIC.search(text):  # beside figures there is air of their line
            x, wide = x + letters.left, letters.width
        top = baseline + letters.top
        foot = baseline + (lines - 1) * line + letters.bottom
        return _box(item.mapRectToScene(QRectF(x, top, wide, foot - top)))

    def _note_target(self, item: QQuickItem, kind: str, around: _Around) -> _Around:
        spoken = QAccessible.queryAccessibleInterface(item)
        if spoken and spoken.role() == QAccessible.Role.StaticText and not item.isEnabled():
            return around  # says something and does nothing
        key = self._order
        target = Target(
            key=key,
            kind=kind,
            name=spoken.text(QAccessible.Text.Name) if spoken else "",
            role=spoken.role().name if spoken else "ignored",
            box=scene_box(item),
            view=around.view,
            bounds=around.bounds,
            enabled=item.isEnabled(),
            inside=around.inside,
            scroller=around.scroller,
            order=key,
        )
        self._scene.targets.append(target)
        self._keys[item] = key
        self.items[key] = item
        return replace(around, inside=(*around.inside, key))

    def press_tab(self) -> list[int | str]:
        """Where Tab goes, until it comes round, as keys of the last reading."""
        met: list[QQuickItem] = []
        ended: set[int] = set()
        for _press in range(MOST_PRESSES):
            QTest.keyClick(self._window, Qt.Key.Key_Tab)
            item = self._window.activeFocusItem()
            if item is None or item in met:
                break
            met.append(item)
            # An arrow at the end of its row, before the walk comes round to the row's beginning
            ended |= {t.key for t in self._scene.targets if not self._enabled(t.key)}
        for at, target in enumerate(self._scene.targets):
            if target.key in ended:
                self._scene.targets[at] = replace(target, enabled=False)
        return [self._keys.get(item, kinds_of(item)[0]) for item in self._from_start(met)]

    def _enabled(self, key: int) -> bool:
        item = self.items[key]
        return isValid(item) and item.isEnabled()

    def _from_start(self, met: list[QQuickItem]) -> list[QQuickItem]:
        """The same round, from where it would begin if nothing had been reached before."""
        item = self._window.contentItem()
        for _step in range(MOST_PRESSES):
            item = item.nextItemInFocusChain(True)
            if item in met:
                return met[met.index(item) :] + met[: met.index(item)]
        return met


@lru_cache(maxsize=4096)
def _letters(text: str, font: QFont) -> Box:
    """Where the letters of a text are, from the start of its baseline."""
    return _box(QFontMetricsF(font).tightBoundingRect(text.replace("\u00a0", " ").strip()))


def scene_box(item: QQuickItem) -> Box:
    """An item's rectangle in the window."""
    return _box(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())))


def _box(rect: QRectF) -> Box:
    return Box(rect.left(), rect.top(), rect.right(), rect.bottom())


def kinds_of(item: QObject) -> tuple[str, ...]:
    """The item's QML type and those it is made of, without the numbers of the engine."""
    meta = item.metaObject()
    name = meta.className()
    known = _KINDS.get(name)
    if known is None:
        kinds: list[str] = []
        while meta is not None:
            kinds.append(meta.className().split("_QML", 1)[0])
            meta = meta.superClass()
        known = _KINDS[name] = tuple(kinds)
    return known


_KINDS: dict[str, tuple[str, ...]] = {}
"""By the engine's name of a type, whose number no other type of this process has."""
_PLACES: dict[str, bool] = {}
"""Whether items of a type place others, by the same name."""

"""Shows the picture of the last first frame before Qt Quick is there, and makes it.

Of the frame the rows are kept that are not one colour. Imports nothing of Qt Quick by itself.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QRect, QTimer
from PySide6.QtGui import QImage, QPainter, QRasterWindow, QScreen

from kiosk import durable, phases
from kiosk.bridge import renderer
from kiosk.bridge.fullscreen import cover

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

log = logging.getLogger(__name__)

FORMAT: Any = "PNG"
"""PySide says that it takes bytes, and takes only text."""
PIXEL_BYTES = 4
END = b"IEND\xaeB`\x82"
"""Of a whole PNG; of half of one its reader would complain."""
PLATFORMS = ("xcb", "wayland", "windows", "offscreen")
"""Where a window of pixels and one of Qt Quick get on with each other."""
QUIET_MILLISECONDS = 1500
DRAWN_SECONDS = 0.1
"""The start does not wait longer for the system to let the window draw."""
ORIGIN, TOP, HEIGHT = "origin", "top", "height"
"""What is written into the file beside the rows: what they follow from, and where they belong."""


class Glimpse(QRasterWindow):
    """Covers the screen with a picture."""

    def __init__(self, rows: QImage, top: int) -> None:
        super().__init__()
        self._rows, self._top = rows, top
        self.drawn = False
        self.touched = False

    def mousePressEvent(self, _event: Any) -> None:
        """Somebody touches already; Qt makes a mouse of a finger here."""
        self.touched = True

    def paintEvent(self, _event: Any) -> None:
        """Draw the rows on their ground, which is their first pixel made large.

        `fillRect` knows so many enumerations that PySide takes 30 ms to make them.
        """
        painter = QPainter(self)
        painter.drawImage(QRect(0, 0, self.width(), self.height()), self._rows, QRect(0, 0, 1, 1))
        painter.drawImage(0, self._top, self._rows)
        painter.end()
        self.drawn = True

    def end(self) -> None:
        """Take it away, and all that it holds."""
        self.destroy()
        self._rows = QImage()
        self.deleteLater()


def show(
    file: Path,
    origin: str,
    wanted: renderer.Choice,
    memory: Path,
    without_display: Callable[[], None],
) -> Glimpse | None:
    """Cover the screen with the picture in this file, if it follows from `origin` and fits."""
    from kiosk.bridge.application import application

    renderer.steer(renderer.choose(wanted, memory))
    app = application(without_display=without_display)
    rows = _kept(file)
    screen = app.primaryScreen()
    if screen is None or rows.text(ORIGIN) != origin or not _fits(rows, screen):
        return None
    if not app.platformName().startswith(PLATFORMS):
        return None
    rows.setDevicePixelRatio(screen.devicePixelRatio())
    app.setQuitOnLastWindowClosed(False)
    glimpse = Glimpse(rows, round(int(rows.text(TOP)) / rows.devicePixelRatio()))
    cover(glimpse)
    end = time.monotonic() + DRAWN_SECONDS
    while not glimpse.drawn and time.monotonic() < end:
        app.processEvents()
    phases.mark("start picture")
    return glimpse


def _kept(file: Path) -> QImage:
    """What is in the file; nothing when the disk does not give it back, or half of it."""
    try:
        data = file.read_bytes()
    except OSError:
        return QImage()
    return QImage.fromData(data, FORMAT) if data.endswith(END) else QImage()


def _fits(rows: QImage, screen: QScreen) -> bool:
    size = screen.size() * screen.devicePixelRatio()
    whole = rows.text(TOP).isdecimal() and rows.text(HEIGHT) == str(size.height())
    return whole and rows.width() == size.width()


def keep(window: QQuickWindow, file: Path, origin: str) -> None:
    """Make the picture of what the window shows now; it is packed and written when all is quiet."""
    image = window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    top, bottom = _busy(image)
    rows = image.copy(0, top, image.width(), bottom - top)
    for name, value in ((ORIGIN, origin), (TOP, str(top)), (HEIGHT, str(image.height()))):
        rows.setText(name, value)
    QTimer.singleShot(QUIET_MILLISECONDS, window, lambda: _pack(file, rows))


def _busy(image: QImage) -> tuple[int, int]:
    """From the last row of one colour above what there is to see, to behind its last row.

    The whole picture when its first row is not of one colour.
    """
    data, length = bytes(image.constBits()), image.bytesPerLine()
    plain = data[:PIXEL_BYTES] * image.width()
    if data[:length] != plain:
        return 0, image.height()
    busy = [y for y in range(image.height()) if data[y * length : (y + 1) * length] != plain]
    return (busy[0] - 1, busy[-1] + 1) if busy else (0, 1)


def _pack(file: Path, rows: QImage) -> None:
    packed = QBuffer()
    packed.open(QBuffer.OpenModeFlag.WriteOnly)
    rows.save(packed, FORMAT)
    # A slow disk holds up nobody
    threading.Thread(target=_write, args=(file, bytes(packed.data().data())), daemon=True).start()


def _write(file: Path, data: bytes) -> None:
    try:
        durable.write(file, data)
    except OSError as error:
        log.info("the picture for the next start cannot be kept: %s", error.strerror)

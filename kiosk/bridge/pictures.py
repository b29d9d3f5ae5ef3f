"""The only way from a picture file to the screen: files of the checked bundle, size-limited.

QML asks for `image://picture/<path in the bundle>`; anything that is not a plain raster picture
inside the bundle's folder yields no image, and the view shows its placeholder.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from kiosk.bridge.painter import Paint

log = logging.getLogger(__name__)

ALLOCATION_MEGABYTES = 64
FORMATS = (b"jpeg", b"png", b"webp")


def reader(find: Callable[[str], Path | None]) -> Paint:
    """Reads pictures of one bundle, scaled down to what is asked for while decoding.

    `find` gives the file of a picture that may be shown, None for any other name.
    """
    QImageReader.setAllocationLimit(ALLOCATION_MEGABYTES)

    def read(path: str, requested: QSize) -> QImage:
        file = find(path)
        return QImage() if file is None else _decoded(file, path, requested)

    return read


def _decoded(file: Path, path: str, requested: QSize) -> QImage:
    reader = QImageReader(str(file))
    if reader.format().data() not in FORMATS:
        log.warning("picture %s is not a JPEG, PNG or WebP", path)
        return QImage()
    reader.setAutoTransform(True)
    wanted = _covering(reader.size(), requested)
    if wanted.isValid():
        reader.setScaledSize(wanted)
    image = reader.read()
    if image.isNull():
        log.warning("picture %s cannot be read: %s", path, reader.errorString())
    return image


def _covering(size: QSize, requested: QSize) -> QSize:
    """The size that covers what is asked for and is not larger than the picture itself."""
    if not size.isValid() or requested.width() <= 0 or requested.height() <= 0:
        return QSize()
    scaled = size.scaled(requested, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    return scaled if scaled.width() < size.width() else QSize()

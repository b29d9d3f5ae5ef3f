"""Pictures that were painted in Python and may be asked for again, kept small.

Painting holds Python's lock, for which the thread that draws then waits in the middle of a film;
packing and unpacking with zlib does not. What is large in such a picture is empty or plain, so it
packs to a twentieth. Knows nothing of what the pictures show.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.bridge.painter import Paint

FASTEST = 1


@dataclass(frozen=True, slots=True)
class _Packed:
    pixels: bytes
    width: int
    height: int
    line_bytes: int
    form: QImage.Format

    @staticmethod
    def of(image: QImage) -> _Packed:
        pixels = zlib.compress(image.constBits(), FASTEST)
        return _Packed(pixels, image.width(), image.height(), image.bytesPerLine(), image.format())

    def image(self) -> QImage:
        pixels = zlib.decompress(self.pixels)
        view = QImage(pixels, self.width, self.height, self.line_bytes, self.form)
        return view.copy()  # the view does not own its pixels


class Stash:
    """Stands before a painter and keeps `most` bytes of what it paints; the oldest go first.

    Only for painters to whom the size that QML asks for says nothing.
    """

    def __init__(self, paint: Paint, most: int) -> None:
        self._paint = paint
        self._most = most
        self._kept: OrderedDict[str, _Packed] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __call__(self, address: str, size: QSize) -> QImage:
        """The picture of an address, painted if it is not kept. From any thread."""
        with self._lock:
            known = self._kept.get(address)
            if known is not None:
                self._kept.move_to_end(address)
        if known is not None:
            return known.image()
        image = self._paint(address, size)
        if not image.isNull():
            self._keep(address, _Packed.of(image))
        return image

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        return self._size

    def _keep(self, address: str, packed: _Packed) -> None:
        with self._lock:
            before = self._kept.pop(address, None)  # two threads may have painted the same
            self._kept[address] = packed
            self._size += len(packed.pixels) - (len(before.pixels) if before else 0)
            while self._size > self._most:
                _address, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest.pixels)

"""QR codes: whole pixels, quiet zone, the colours asked for, and nothing for what does not fit."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import segno
from PySide6.QtCore import QSize

from kiosk.bridge.codes import QrCode, picture, requested

TEXT = "https://example.org/ąžuolas"
INK = "0b1113"


def made(text: str) -> QrCode:
    code = QrCode()
    code.setProperty("text", text)
    code.componentComplete()
    return code


def test_the_picture_is_the_code_with_four_modules_of_quiet_around(qapp: Any) -> None:
    image = picture(TEXT, INK)
    rows = segno.make(TEXT, error="m", micro=False, boost_error=False, encoding="utf-8").matrix
    side = len(rows) + 8
    assert (image.width(), image.height()) == (side, side)
    for y in range(side):
        for x in range(side):
            inside = 4 <= x < side - 4 and 4 <= y < side - 4
            dark = bool(inside and rows[y - 4][x - 4])
            assert image.pixelColor(x, y).alpha() == (255 if dark else 0), (x, y)
    assert image.pixelColor(4, 4).name() == f"#{INK}"


def test_qml_asks_for_the_picture_by_the_address_that_it_was_given(qapp: Any) -> None:
    code = made(TEXT)
    address = code.property("address")
    image = requested(f"{INK}/{address}", QSize())
    assert image == picture(TEXT, INK)
    assert image.width() == code.property("across")


def test_error_correction_is_level_m() -> None:
    code = segno.make(TEXT, error="m", micro=False, boost_error=False, encoding="utf-8")
    assert code.error == "M"


def test_what_does_not_fit_is_no_code(qapp: Any) -> None:
    for text in ("", "x" * 181):
        code = made(text)
        assert (code.property("across"), code.property("address")) == (0, "")
    for address in ("", INK, f"{INK}/***", f"{INK}/w", "x/eHh4"[:1]):
        assert requested(address, QSize()).isNull(), address


def test_the_library_is_not_imported_before_a_code_is_shown() -> None:
    check = (
        "import sys; from kiosk.bridge import codes, registry; registry.creatable_types(); "
        "sys.exit('segno' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0

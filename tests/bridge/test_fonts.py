"""The kiosk's own fonts are found without running their packages, and hold what they should."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QRawFont

from kiosk.bridge import fonts

LITHUANIAN = "ĄČĘĖĮŠŲŪŽąčęėįšųūž„“–"


def test_all_files_exist() -> None:
    files = [*fonts.text_fonts(fonts.FIRST + fonts.REST), *fonts.arabic_fonts()]
    files += fonts.icon_fonts()
    assert len(files) == 8
    assert all(path.is_file() for path in files)
    assert not any("Variable" in path.name for path in fonts.text_fonts(fonts.FIRST + fonts.REST))
    icon_map = fonts.icon_map_file()
    assert icon_map is not None
    assert icon_map.is_file()


def test_families(qapp: object) -> None:
    first = fonts.load_first()
    rest = fonts.load_rest()
    assert fonts.FAMILY in first
    assert fonts.ICON_FAMILY in rest
    assert "Noto Sans Arabic" in rest
    assert "Noto Sans Arabic" not in fonts.load_rest(arabic=False)


def test_each_weight_is_its_own_face(qapp: object) -> None:
    fonts.load_first()
    fonts.load_rest(arabic=False)
    widths = set()
    for weight in (200, 300, 400, 500, 600, 700):
        font = QFont(fonts.FAMILY)
        font.setPixelSize(200)
        font.setWeight(QFont.Weight(weight))
        assert QFontInfo(font).family().startswith(fonts.FAMILY)
        widths.add(QFontMetrics(font).horizontalAdvance("Hamburgefonstiv"))
    assert len(widths) == 6


def test_lithuanian_is_in_the_font(qapp: object) -> None:
    fonts.load_first()
    raw = QRawFont.fromFont(QFont(fonts.FAMILY))
    assert raw.familyName().startswith(fonts.FAMILY)
    assert [sign for sign in LITHUANIAN if not raw.supportsCharacter(ord(sign))] == []


def test_a_missing_package_is_no_crash(monkeypatch) -> None:
    monkeypatch.setattr(fonts, "package_folder", lambda _name: None)
    assert fonts.text_fonts(fonts.FIRST) == []
    assert fonts.icon_fonts() == []
    assert fonts.arabic_fonts() == []
    assert fonts.icon_map_file() is None


def test_packages_are_not_run() -> None:
    script = (
        "import sys; from kiosk.bridge import fonts; fonts.icon_fonts();"
        "fonts.text_fonts(fonts.FIRST); fonts.arabic_fonts();"
        "print([m for m in ('qtawesome', 'qtpy', 'PySide6.QtWidgets',"
        " 'font_manrope', 'fontpkg_noto_sans_arabic') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"

"""The kiosk's own fonts: Manrope, an Arabic companion and the icon font, from their packages.

The packages are found by `find_spec`, which does not run them (importing qtawesome alone costs a
fifth of a second). Only the weight of the attract line is loaded at once; `load_rest()` brings
the others when the first frame is on the screen. System fonts are not relied on.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.bridge.typeset import forget_measures

log = logging.getLogger(__name__)

FAMILY = "Manrope"
ICON_FAMILY = "Material Design Icons"
COMPANIONS = (
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Georgian",
    "Noto Sans Armenian",
    "Noto Sans",
)
FIRST = ("Medium",)
REST = ("Regular", "SemiBold", "ExtraLight", "Light", "Bold")
ICONS = "fonts/materialdesignicons6-webfont-*.ttf"
ICON_MAP = "fonts/materialdesignicons6-webfont-charmap-*.json"


@lru_cache
def package_folder(name: str) -> Path | None:
    """Where a package lies, without importing it; in a frozen build beside the program."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen and (Path(frozen) / name).is_dir():
        return Path(frozen) / name
    spec = importlib.util.find_spec(name)
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) if places else None


def text_fonts(weights: tuple[str, ...]) -> list[Path]:
    """The static Manrope files of these weights (not the variable file: it takes a wrong name)."""
    folder = package_folder("font_manrope")
    return [folder / "files" / f"Manrope-{weight}.ttf" for weight in weights] if folder else []


def arabic_fonts() -> list[Path]:
    """The Arabic companion."""
    folder = package_folder("fontpkg_noto_sans_arabic")
    return sorted((folder / "files").glob("NotoSansArabic*.ttf")) if folder else []


def icon_fonts() -> list[Path]:
    """qtawesome's mdi6 font."""
    folder = package_folder("qtawesome")
    return sorted(folder.glob(ICONS)) if folder else []


def icon_map_file() -> Path | None:
    """qtawesome's list of mdi6 names and code points (JSON: name -> "0xf02dc")."""
    folder = package_folder("qtawesome")
    return next(iter(sorted(folder.glob(ICON_MAP))), None) if folder else None


def _load(files: list[Path]) -> list[str]:
    families: list[str] = []
    for path in files:
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            log.error("font not loaded: %s", path.name)
            continue
        families += QFontDatabase.applicationFontFamilies(number)
    return families


def load_first() -> list[str]:
    """Load what the first frame shows; needs a QGuiApplication. Returns the families found."""
    QFont.insertSubstitutions(FAMILY, list(COMPANIONS))
    return _load(text_fonts(FIRST))


def load_rest(arabic: bool = True) -> list[str]:
    """Load the other weights, the icons, and the Arabic companion if a language needs it."""
    companions = arabic_fonts() if arabic else []
    families = _load([*text_fonts(REST), *icon_fonts(), *companions])
    forget_measures()
    return families

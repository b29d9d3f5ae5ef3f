"""Icon names and signs come from qtawesome's folder, and the package is never imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kiosk import icons


def test_names_and_signs() -> None:
    assert icons.glyph("mdi6.earth") == icons.glyphs()["mdi6.earth"] != ""
    assert icons.glyph("earth") == ""
    assert len(icons.glyphs()) > 6000
    some = list(icons.glyphs())[::37]
    assert [icons.glyph(name) for name in some] == [icons.glyphs()[name] for name in some]
    for unknown in (
        "",
        "mdi6.",
        "mdi6.earth ",
        "mdi6.EARTH",
        "mdi6..*",
        "mdi6.\u017e",
        'mdi6.a"',
        "mdi6.\ud800",
    ):
        assert icons.glyph(unknown) == ""
    assert icons.font_path().suffix == ".ttf"


def test_one_sign_does_not_bring_all_of_them() -> None:
    """The first touch of a visitor waits for it."""
    icons.glyphs.cache_clear()
    assert icons.glyph("mdi6.account-tie") != ""
    assert icons.glyphs.cache_info().currsize == 0


def test_the_package_is_not_imported() -> None:
    program = (
        "import sys; from kiosk import icons; icons.glyphs(); print('qtawesome' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "False"

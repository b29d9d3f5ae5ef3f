"""Names and signs of the icons, from qtawesome's folder without importing the package.

Importing it would pull in a widget toolkit; its font and its map of names are all that is needed.
Pure: no Qt. Results are kept for the life of the process.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

PREFIX = "mdi6."
_FONT = "materialdesignicons6-webfont-*.ttf"
_MAP = "materialdesignicons6-webfont-charmap-*.json"


class IconsMissingError(Exception):
    """The icon font or its map is not installed."""


@lru_cache
def _file(pattern: str) -> Path:
    spec = find_spec("qtawesome")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    for folder in folders:
        found = sorted((Path(folder) / "fonts").glob(pattern))
        if found:
            return found[-1]
    raise IconsMissingError(f"qtawesome holds no {pattern}")


def font_path() -> Path:
    """The font file with all icons."""
    return _file(_FONT)


@lru_cache(maxsize=1)
def glyphs() -> dict[str, str]:
    """The sign of every icon by its name with prefix, `mdi6.earth`."""
    numbers = json.loads(_file(_MAP).read_bytes())
    return {f"{PREFIX}{name}": chr(int(number, 16)) for name, number in numbers.items()}


def glyph(name: str) -> str:
    """The sign of an icon; an empty text for an unknown name."""
    return _sign(name.removeprefix(PREFIX)) if name.startswith(PREFIX) else ""


@lru_cache
def _sign(name: str) -> str:
    """One sign, searched in the text of the map: a bundle has some dozens of the seven thousand,
    which as a whole take 10 ms of the first touch and 1.3 MB for good."""
    number = re.search(
        rb'"%s": *"0x(\w+)"' % re.escape(name.encode(errors="replace")), _file(_MAP).read_bytes()
    )
    return chr(int(number[1], 16)) if number else ""

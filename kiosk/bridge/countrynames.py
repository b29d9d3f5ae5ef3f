"""What countries and regions are called in a language: lines of the table that CLDR gave.

The table has one line per language; a language that it does not have speaks English. A line is read
when a map is shown, in a millisecond or two. Must not import Qt.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kiosk.content.pseudo import PSEUDO_LANGUAGES, disguise

TABLE = Path(__file__).parent / "countries" / "names.txt"
ENGLISH = "en"


@lru_cache(maxsize=8)
def names(language: str) -> dict[str, str]:
    """ISO 3166 code, or UN M49 number of a region, to its name in a language (BCP 47 tag)."""
    if language in PSEUDO_LANGUAGES:
        return {code: disguise(name, language) for code, name in names(ENGLISH).items()}
    wanted = [language, language.rpartition("-")[0], language.partition("-")[0], ENGLISH]
    codes, rows = _rows(set(wanted))
    found: dict[str, str] = {}
    for tag in reversed(wanted):
        row = rows.get(tag, [])
        found |= {code: name for code, name in zip(codes, row, strict=False) if name}
    return found


def _rows(tags: set[str]) -> tuple[list[str], dict[str, list[str]]]:
    rows: dict[str, list[str]] = {}
    with TABLE.open(encoding="utf-8") as file:
        codes = file.readline().rstrip("\n").split("|")[1:]
        for line in file:
            tag, _, rest = line.partition("|")
            if tag in tags:
                rows[tag] = rest.rstrip("\n").split("|")
    return codes, rows

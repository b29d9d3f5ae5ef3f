"""The texts of the interface in the languages that it speaks: gettext catalogs. No Qt.

Catalogs lie in `kiosk/locale/<language>/`, `kiosk.mo` for Python and `kiosk.qm` for Qt. They are
compiled from `kiosk.po` by `make gen`, which also collects the texts: calls
`interface_text(language, "...")` and `said("...")` are found.
"""

from __future__ import annotations

import gettext
import re
import struct
from bisect import bisect_left
from functools import cache, partial
from pathlib import Path

from kiosk.content.pseudo import PSEUDO_LANGUAGES, disguise
from kiosk.said import in_language

LOCALE_FOLDER = Path(__file__).parent / "locale"
_PATTERN = re.compile("[dMy ]+")
"""How a date is written in a language: read by Qt, not by people."""


@cache
def catalog(language: str) -> gettext.NullTranslations:
    """The catalog of a language, of its main language (`pt` for `pt-BR`), or the English one.

    Also English is asked for its words: those of the program are in the plural ("%n stories").
    """
    with _find(language, "kiosk.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def compiled(language: str) -> Path:
    """The same in the form that Qt reads."""
    return _find(language, "kiosk.qm")


@cache
def speaks(language: str) -> bool:
    """Whether the program has words of its own for a language, or for its main language."""
    return any((LOCALE_FOLDER / tag).is_dir() for tag in _tags(language))


def _tags(language: str) -> tuple[str, str]:
    return language, language.partition("-")[0]


def _find(language: str, name: str) -> Path:
    places = [LOCALE_FOLDER / tag / name for tag in _tags(language)]
    return next((path for path in places if path.is_file()), LOCALE_FOLDER / "en" / name)


def staff_text(language: str, text: str) -> str:
    """Words for staff (see `kiosk.said`) in the language of the interface."""
    if language in PSEUDO_LANGUAGES:
        return disguise(str(text), language)
    return in_language(text, partial(interface_text, language))


def interface_text(language: str, text: str, count: int = -1) -> str:
    """A text of the interface in a language; `count` >= 0 chooses the plural form."""
    if language in PSEUDO_LANGUAGES and not _PATTERN.fullmatch(text):
        return disguise(interface_text("en", text, count), language)
    if count >= 0:
        return catalog(language).ngettext(text, text, count)
    return _looked_up(language, text)


@cache
def _looked_up(language: str, text: str) -> str:
    """The translation of a text without forms, from the sorted table of the catalog's file.

    The attract screen needs two of a thousand texts: reading all takes 4 ms and 0.3 MB for each
    language.
    """
    path = _find(language, "kiosk.mo")
    wanted, content = text.encode(), path.read_bytes()
    if not wanted or not content:
        return text
    _magic, _format, count, texts, translations = struct.unpack_from("<5I", content)

    def entry(table: int, number: int) -> bytes:
        length, place = struct.unpack_from("<2I", content, table + 8 * number)
        return content[place : place + length]

    number = bisect_left(range(count), wanted, key=lambda place: entry(texts, place))
    if number < count and entry(texts, number) == wanted:
        return entry(translations, number).decode()
    return catalog(language).gettext(text)

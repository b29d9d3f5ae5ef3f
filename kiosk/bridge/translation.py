"""Interface texts: gettext catalogs behind Qt's own translation calls.

QML writes `qsTr("%n stories", "", n)`; the translator installed in the application looks the text
up in the catalog of the visitor's language, with that language's plural forms. Catalogs lie in
`kiosk/locale/<language>/kiosk.mo` and are compiled from the .po files by `make gen`.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QTranslator

from kiosk.content.pseudo import PSEUDO_LANGUAGES, disguise

_PATTERN = re.compile("[dMy ]+")
"""How a date is written in a language: read by Qt, not by people."""
LOCALE_FOLDER = Path(__file__).parent.parent / "locale"


@cache
def catalog(language: str) -> gettext.NullTranslations:
    """The catalog of a language, of its main language (`pt` for `pt-BR`), or an empty one."""
    for tag in (language, language.partition("-")[0]):
        path = LOCALE_FOLDER / tag / "kiosk.mo"
        if path.is_file():
            with path.open("rb") as file:
                return gettext.GNUTranslations(file)
    return gettext.NullTranslations()


def interface_text(language: str, text: str, count: int = -1) -> str:
    """A text of the interface in a language; `count` >= 0 chooses the plural form."""
    if language in PSEUDO_LANGUAGES and not _PATTERN.fullmatch(text):
        return disguise(interface_text("en", text, count), language)
    if count >= 0:
        return catalog(language).ngettext(text, text, count)
    return catalog(language).gettext(text)


def promises(languages: Sequence[str]) -> list[str]:
    """That the stand comes back, in each language that has its own words for it."""
    found = [interface_text(tag, "We will be back in a moment.") for tag in languages]
    return [words for words in dict.fromkeys(found) if words != "We will be back in a moment."]


class Translator(QTranslator):
    """Answers Qt's look-ups from the catalog of the current language."""

    tag = "en"

    def translate(
        self,
        context: str,  # noqa: ARG002 - Qt's signature; texts are the same in every context
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,
    ) -> str:
        """The text in the current language; Qt puts the number in the place of %n."""
        return interface_text(self.tag, source, n)

    def isEmpty(self) -> bool:
        """Never: an English catalog is always there."""
        return False

"""Interface texts in QML: the catalogs behind Qt's own translation calls.

QML writes `qsTr("%n stories", "", n)`; the translator installed in the application looks the text
up in the catalog of the visitor's language, with that language's plural forms.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTranslator

from kiosk.catalogs import compiled, interface_text


def promises(languages: Sequence[str]) -> list[str]:
    """That the stand comes back, in each language that has its own words for it."""
    found = [interface_text(tag, "We will be back in a moment.") for tag in languages]
    return [words for words in dict.fromkeys(found) if words != "We will be back in a moment."]


def switch(translator: QTranslator, language: str) -> None:
    """Let Qt's translator answer in a language; one without a catalog gets English.

    Qt's own class, never one of ours: Qt also asks it from the thread that loads QML, and a
    translator in Python would make that thread wait for the interpreter.
    """
    translator.load(str(compiled(language)))

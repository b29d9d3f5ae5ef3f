"""Interface texts in QML: the catalogs behind Qt's own translation calls.

QML writes `qsTr("%n stories", "", n)`; the translator installed in the application looks the text
up in the catalog of the visitor's language, with that language's plural forms.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTranslator

from kiosk.catalogs import interface_text


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

"""Qt's translator says in every language what the gettext catalogs say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk.bridge.translation import switch
from kiosk.catalogs import interface_text
from kiosk.content.pseudo import PSEUDO_LANGUAGES
from tools.gen_locale import LANGUAGES, collect

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [
    (Path(file).stem, text)
    for text, (files, _) in sorted(collect(ROOT).items())
    for file in sorted(files)
    if file.endswith(".qml")
]
"""The file that asks, as QML says it, and what it asks for."""
COUNTS = (0, 1, 2, 5, 10, 11, 12, 21, 22, 101, 111, 1000)


@pytest.fixture
def translator(qapp: Any) -> Iterator[QTranslator]:
    """Qt's own, installed."""
    translator = QTranslator()
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("language", [*LANGUAGES, *PSEUDO_LANGUAGES, "lt-LT", "pl"])
def test_every_text_is_the_catalogs(translator: QTranslator, language: str) -> None:
    switch(translator, language)
    for file, text in TEXTS:
        if "%n" not in text:
            assert QCoreApplication.translate(file, text) == interface_text(language, text)
            continue
        for count in COUNTS:
            wanted = interface_text(language, text, count).replace("%n", str(count))
            assert QCoreApplication.translate(file, text, "", count) == wanted


@pytest.mark.parametrize("language", ["de", "pl", "xx"])
def test_a_language_without_words_counts_in_english(translator: QTranslator, language: str) -> None:
    switch(translator, language)
    file, text = next(place for place in TEXTS if place[1] == "%n stories")
    said = [QCoreApplication.translate(file, text, "", count) for count in (1, 2)]
    assert said == ["1 story", "2 stories"]
    assert [interface_text(language, text, count) for count in (1, 2)] == ["%n story", text]


def test_the_language_before_is_forgotten(translator: QTranslator) -> None:
    switch(translator, "lt")
    file, text = next(place for place in TEXTS if place[1] == "Next")
    assert QCoreApplication.translate(file, text) == interface_text("lt", text) != text
    switch(translator, "pl")
    assert QCoreApplication.translate(file, text) == text

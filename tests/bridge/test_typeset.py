"""Balanced headings, long words, soft hyphens."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from kiosk.bridge import fonts
from kiosk.bridge.typeset import SMALLEST_SCALE, Balance, Face, balanced, natural_width

DISPLAY = Face("Manrope", 94, 500, -0.032)
TITLE = "An open platform for public sector transformation"


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: object) -> None:
    fonts.load_first()


def width_of(text: str, face: Face = DISPLAY) -> float:
    """Width of a word in px."""
    return QFontMetricsF(face.font()).horizontalAdvance(text)


def test_narrow_as_possible_with_as_many_lines() -> None:
    fit = balanced(TITLE, DISPLAY, 776)
    assert fit.lines == 3
    assert fit.scale == 1
    assert width_of("An open platform") <= fit.width < width_of("An open platform") + 12


def test_one_line_keeps_the_room() -> None:
    fit = balanced("Short", DISPLAY, 776)
    assert (fit.lines, fit.width, fit.scale) == (1, 776, 1)


@pytest.mark.parametrize("room", [400, 520, 690, 776, 936, 1400])
def test_never_wider_than_the_room(room: int) -> None:
    fit = balanced(TITLE, DISPLAY, room)
    assert fit.width <= room
    widest = max(width_of(word, DISPLAY.scaled(fit.scale)) for word in TITLE.split())
    assert fit.anywhere == (widest > room)


def test_compound_words_stay_together() -> None:
    face = Face("Manrope", 68, 500, -0.028)
    fit = balanced("From fifty-seventh to fourth", face, 700)
    assert fit.lines == 2
    assert fit.width >= width_of("From fifty-seventh", face)


def test_a_word_too_long_shrinks_first() -> None:
    room = width_of("transformation") * 0.9
    fit = balanced(TITLE, DISPLAY, room)
    assert SMALLEST_SCALE <= fit.scale < 1
    assert not fit.anywhere


def test_and_breaks_only_then() -> None:
    room = width_of("transformation") * 0.5
    fit = balanced("transformation", DISPLAY, room)
    assert fit.anywhere
    assert fit.scale == pytest.approx(SMALLEST_SCALE, abs=0.01)
    assert fit.lines >= 2


def test_soft_hyphens_are_used_before_shrinking() -> None:
    room = width_of("transformation") * 0.7
    fit = balanced("trans\u00adfor\u00adma\u00adtion", DISPLAY, room)
    assert (fit.scale, fit.anywhere, fit.lines) == (1, False, 2)


def test_line_limit_shrinks() -> None:
    title = "Tarptautinis bendradarbiavimas ir"
    room = width_of("bendradarbiavimas ir") * 0.95
    free = balanced(title, DISPLAY, room)
    kept = balanced(title, DISPLAY, room, 2)
    assert free.scale == 1
    assert free.lines == 3
    assert kept.scale < 1
    assert kept.lines == 2


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00ad", "a" * 3000, "אבג ابجد"])
def test_strange_texts(text: str) -> None:
    fit = balanced(text, DISPLAY, 500)
    assert 0 < fit.width <= 500
    assert balanced(text, DISPLAY, 0).width == 0


def test_natural_width_is_the_widest_paragraph() -> None:
    assert natural_width("One\nTwo hundred", DISPLAY) == pytest.approx(
        width_of("Two hundred"), abs=2
    )
    assert natural_width("", DISPLAY) == 0


def test_for_qml_nothing_is_measured_before_it_is_complete() -> None:
    balance = Balance()
    told: list[float] = []
    balance.changed.connect(lambda: told.append(balance.property("width")))
    balance.setProperty("family", "Manrope")
    balance.setProperty("pixelSize", 94)
    balance.setProperty("weight", 500)
    balance.setProperty("tracking", -0.032)
    balance.setProperty("text", TITLE)
    balance.setProperty("available", 776.0)
    assert told == []
    balance.componentComplete()
    assert told == [balanced(TITLE, DISPLAY, 776).width]
    balance.setProperty("available", 776.0)
    assert len(told) == 1
    balance.setProperty("available", 2000.0)
    assert balance.property("lineCount") == 2
    assert len(told) == 2

"""The picture of large words: where Text would put them, in their colour, and nothing elsewhere."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from PySide6.QtGui import QImage

from kiosk.bridge import fonts
from kiosk.bridge.wordpaint import paint


@pytest.fixture(autouse=True)
def _types(qapp: Any) -> None:
    fonts.load_first()


def picture(text: str, **changed: float) -> QImage:
    """Words of 80 px in a column of 600 px, with 20 px of air on a picture of 640 x 340."""
    look = {"size": 80, "weight": 500, "tracking": -2, "column": 600, "wrap": 1, "align": 1}
    place = {"line": 90, "x": 0, "y": 0, "air": 20, "width": 640, "height": 340, "ratio": 1}
    numbers = "".join(f"&{name}={value}" for name, value in (look | place | changed).items())
    return paint(f"?text={quote(text)}&family=Manrope&ink=ff8000{numbers}")


def box(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the ink."""
    spots = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 40
    ]
    columns, rows = {x for x, _ in spots}, {y for _, y in spots}
    return min(columns), min(rows), max(columns), max(rows)


def test_the_words_have_their_colour_and_stand_at_the_reading_side() -> None:
    image = picture("Hill")
    left, top, right, bottom = box(image)
    assert 20 <= left < 40
    assert right < 260
    assert 20 < top < bottom < 130
    colour = image.pixelColor(left + 4, (top + bottom) // 2)
    assert (colour.red(), colour.green(), colour.blue(), colour.alpha()) == (255, 128, 0, 255)


def test_on_the_other_side_they_end_at_the_end_of_the_column() -> None:
    left, _, right, _ = box(picture("Hill", align=2))
    assert left > 400
    assert 600 < right <= 622


def test_lines_are_a_line_height_apart() -> None:
    _, top, _, bottom = box(picture("Hill"))
    lines = box(picture("Hill Hill", column=200))
    assert lines[1] == top
    assert lines[3] == bottom + 90


def test_what_must_not_break_stays_in_one_line() -> None:
    assert box(picture("Hill Hill", column=200, wrap=0))[3] == box(picture("Hill"))[3]


def test_the_text_stands_where_its_item_says() -> None:
    there, moved = box(picture("Hill")), box(picture("Hill", x=30, y=-10))
    assert (moved[0] - there[0], moved[1] - there[1]) == (30, -10)


def test_dense_screens_get_more_pixels_of_the_same() -> None:
    once, twice = picture("Hill"), picture("Hill", ratio=2)
    assert (twice.width(), twice.height()) == (1280, 680)
    assert box(twice) == pytest.approx([2 * edge for edge in box(once)], abs=2)


@pytest.mark.parametrize("text", ["", "a & b = c; 100 % + #1?", "two\nlines", "żółć 🙂"])
def test_every_text_is_painted(text: str) -> None:
    assert not picture(text).isNull()

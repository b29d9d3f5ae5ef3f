"""Pictures that are kept come back as they were painted, and no more of them than may be kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.bridge.stash import Stash

ANY = QSize()


class Hand:
    """Paints pictures of the width that is its address, and counts them."""

    def __init__(self) -> None:
        self.painted: list[str] = []

    def __call__(self, address: str, size: QSize) -> QImage:
        """A picture whose lines end in padding, or none."""
        assert size == ANY
        self.painted.append(address)
        image = QImage(int(address), 7, QImage.Format.Format_ARGB32_Premultiplied)
        if not image.isNull():
            image.fill(QColor(10, 200, 30, 77))
            image.setPixelColor(0, 6, QColor(250, 0, 1, 128))
        return image


def test_what_is_kept_is_the_same_picture_and_is_not_painted_again() -> None:
    hand = Hand()
    stash = Stash(hand, 10_000)
    first, again = stash("33", ANY), stash("33", ANY)
    assert again == first
    assert again.format() == first.format()
    assert hand.painted == ["33"]
    again.fill(0)  # whoever gets one may do with it as he likes
    assert stash("33", ANY) == first


def test_the_oldest_go_when_there_is_no_room() -> None:
    hand = Hand()
    stash = Stash(hand, 10_000)
    stash("40", ANY)
    one = stash.size
    stash = Stash(hand, 2 * one + one // 2)
    for address in ("40", "41", "40", "42", "40", "41"):
        stash(address, ANY)
    assert hand.painted[1:] == ["40", "41", "42", "41"]
    assert stash.size <= 2 * one + one // 2


@pytest.mark.parametrize("most", [0, 10])
def test_a_picture_that_is_larger_than_all_the_room_is_painted_each_time(most: int) -> None:
    hand = Hand()
    stash = Stash(hand, most)
    assert stash("300", ANY) == stash("300", ANY)
    assert hand.painted == ["300", "300"]
    assert stash.size == 0


def test_no_picture_is_no_picture_each_time() -> None:
    stash = Stash(Hand(), 10_000)
    assert stash("0", ANY).isNull()
    assert stash("0", ANY).isNull()

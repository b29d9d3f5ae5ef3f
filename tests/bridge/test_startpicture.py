"""The picture of the last start: shown when it is whole and fits, and never the end of a start."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.bridge import renderer
from kiosk.startpicture import StartPicture
from tests.faults.faulty import unreadable

ORIGIN = "a start like this one"

Make = Callable[[dict[str, str]], Path]


@pytest.fixture
def make(tmp_path: Path, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes a picture that fits the screen of the tests, with other words than it should have."""
    monkeypatch.setattr(renderer, "steer", lambda _renderer: None)
    screen = qapp.primaryScreen()
    size = screen.size() * screen.devicePixelRatio()

    def made(other: dict[str, str]) -> Path:
        rows = QImage(size.width(), 4, QImage.Format.Format_RGB32)
        rows.fill(0)
        words = {"origin": ORIGIN, "top": "7", "height": str(size.height()), **other}
        for name, value in words.items():
            rows.setText(name, value)
        assert rows.save(str(tmp_path / "start.png"))
        return tmp_path / "start.png"

    yield made
    qapp.setQuitOnLastWindowClosed(True)


def shown(file: Path) -> bool:
    """Whether a start shows it."""
    picture = StartPicture(file, ORIGIN)
    picture.show("software", file.parent / "renderer.txt", lambda: pytest.fail("no display"))
    if picture.glimpse is None:
        return False
    picture.glimpse.end()
    return True


@pytest.mark.parametrize(
    ("other", "is_shown"),
    [({}, True), ({"origin": "another"}, False), ({"height": "1"}, False), ({"top": ""}, False)],
    ids=["its own", "another start", "another screen", "a damaged one"],
)
def test_only_one_that_fits_is_shown(make: Make, other: dict[str, str], is_shown: bool) -> None:
    assert shown(make(other)) == is_shown


def test_half_of_one_is_none(make: Make) -> None:
    file = make({})
    file.write_bytes(file.read_bytes()[:-20])
    assert not shown(file)


def test_one_that_the_disk_does_not_give_back_is_none(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = make({})
    with unreadable(file, errno.EIO):
        assert not shown(file)

    def refuses(_file: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", refuses)
    assert not shown(file)

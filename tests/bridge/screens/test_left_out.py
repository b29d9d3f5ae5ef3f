"""What fails is left out, and the visitor sees a page without a hole."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from kiosk.bridge.shell import QML_FOLDER
from tests.bridge.conftest import document
from tests.bridge.screens import conftest
from tests.bridge.screens.conftest import Glass, Open


@pytest.fixture
def broken(open_glass: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Glass:
    """The small bundle in an interface whose view of figures cannot be built."""
    folder = tmp_path / "qml"
    shutil.copytree(QML_FOLDER, folder)
    (folder / "Kiosk" / "Blocks" / "FigureView.qml").write_text("BlockView { nonsense: }")
    monkeypatch.setattr(conftest, "QML_FOLDER", folder)
    return open_glass(document())


def test_a_block_that_fails_is_left_out_and_named(
    broken: Glass, caplog: pytest.LogCaptureFixture
) -> None:
    reported: list[tuple[str, str]] = []
    broken.session.faultReported.connect(lambda place, what, _why: reported.append((place, what)))
    with caplog.at_level(logging.ERROR):
        broken.go("begin", ("openStory", "one", "first"))
    assert reported == [("one/first/start", "figure")]
    assert "figure left out" in caplog.text
    assert [len(broken.items(kind)) for kind in ("FigureView", "TextView", "RankingView")] == [
        0,
        1,
        1,
    ]


def test_the_page_closes_the_gap(broken: Glass) -> None:
    broken.go("begin", ("openStory", "one", "first"))
    alone = broken.place(broken.item("TextView"))
    header = broken.place(broken.item("PageHeader"))
    assert alone.top() > header.bottom()
    assert alone.bottom() < broken.window.height()
    slots = [item for item in broken.items("BlockSlot") if item.height() > 0]
    assert len(slots) == 2


def test_the_visit_goes_on(broken: Glass) -> None:
    broken.go("begin", ("openStory", "one", "first"))
    broken.touch("Next")
    assert broken.session.property("pageIndex") == 1
    broken.touch("Home")
    assert broken.session.property("screen") == "home"

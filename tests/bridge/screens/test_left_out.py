"""What fails is left out, and the visitor sees a page without a hole."""

from __future__ import annotations

import json
import logging
import shutil
from pathlib import Path
from typing import Any

import pytest

from kiosk.bridge.shell import QML_FOLDER
from tests.bridge.conftest import document
from tests.bridge.screens import conftest
from tests.bridge.screens.conftest import Glass, Open

EXAMPLES = Path(__file__).parents[2] / "fixtures" / "blocks"


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


def crowded(*blocks: str) -> dict[str, Any]:
    """The small bundle with blocks of these types from the examples on its first page."""
    made = document()
    page = made["sections"][0]["stories"][0]["pages"][0]
    page["blocks"] = [json.loads((EXAMPLES / f"{kind}.json").read_text()) for kind in blocks]
    return made


@pytest.mark.parametrize(
    ("blocks", "shown", "left"),
    [
        (("bars", "share"), "BarsView", ["share"]),
        (("share", "text", "bars", "line"), "ShareView", ["bars", "line"]),
        (("quiz", "timeline"), "QuizView", ["timeline"]),
        (("bars", "quiz"), "QuizView", ["bars"]),
    ],
)
def test_what_has_no_room_beside_another_is_left_out_and_named(
    open_glass: Open, blocks: tuple[str, ...], shown: str, left: list[str]
) -> None:
    glass = open_glass(crowded(*blocks))
    reported: list[str] = []
    glass.session.faultReported.connect(lambda _place, what, _why: reported.append(what))
    glass.go("begin", ("openStory", "one", "first"))
    assert reported == left
    views = ("BarsView", "ShareView", "LineView", "QuizView", "TimelineView")
    assert [kind for kind in views if glass.items(kind)] == [shown]

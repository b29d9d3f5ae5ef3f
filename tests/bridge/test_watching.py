"""A folder that is edited by hand: every way in which editors save, and mistakes on the way."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from kiosk.store.reader import Loaded, load
from kiosk.watching import Watching, look_at
from tests.bridge.conftest import document, text

PATIENCE = 15_000
SMALL_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154"
    "789c6360606060000000050001a5f645400000000049454e44ae426082"
)


class FakeSession(QObject):
    """Hears the notices."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[str] = []
        self.setProperty("notice", "")

    def say(self, notice: str) -> None:
        self.notices.append(notice)
        self.setProperty("notice", notice)


class FakeScreen:
    """Remembers what was brought to the screen."""

    def __init__(self, content: Loaded) -> None:
        self.content = content
        self.session = FakeSession()
        self.show = SimpleNamespace(session=self.session)
        self.titles: list[str] = []

    def prepare(self, content: Loaded) -> Any:
        return SimpleNamespace(content=content)

    def bring(self, prepared: Any, *, keep_place: bool) -> None:
        assert keep_place
        self.content = prepared.content
        self.titles.append(prepared.content.bundle.title["en"])


def words(title: str) -> str:
    """A content.json with this title."""
    return json.dumps(document() | {"title": text(title, title)}, indent=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bundle on disk."""
    made = tmp_path / "bundle"
    (made / "assets").mkdir(parents=True)
    (made / "content.json").write_text(words("First"), encoding="utf-8")
    return made


@pytest.fixture
def screen(folder: Path, qtbot: Any) -> Iterator[FakeScreen]:
    """A screen that shows the folder and watches it."""
    made = FakeScreen(load(folder))
    watching = Watching(made, folder)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: watching._seen is not None, timeout=PATIENCE)
    yield made
    made.session.deleteLater()


def test_what_is_there_at_the_start_is_not_brought_again(screen: FakeScreen, qtbot: Any) -> None:
    qtbot.wait(300)
    assert screen.titles == []
    assert screen.session.notices == []


def test_a_file_written_in_place_and_one_that_is_renamed(
    screen: FakeScreen, folder: Path, qtbot: Any
) -> None:
    file = folder / "content.json"
    for number, title in enumerate(["In place", "Renamed", "In place again"]):
        if title == "Renamed":
            (folder / "x.swp").write_text(words(title), encoding="utf-8")
            (folder / "x.swp").replace(file)
        else:
            file.write_text(words(title), encoding="utf-8")
        qtbot.waitUntil(lambda n=number: len(screen.titles) > n, timeout=PATIENCE)
    assert screen.titles == ["In place", "Renamed", "In place again"]
    assert screen.session.notices == []


def test_a_burst_of_savings_ends_with_the_last(
    screen: FakeScreen, folder: Path, qtbot: Any
) -> None:
    for number in range(30):
        (folder / "content.json").write_text(words(f"{number}"), encoding="utf-8")
    qtbot.waitUntil(lambda: screen.titles[-1:] == ["29"], timeout=PATIENCE)
    assert len(screen.titles) < 10
    assert screen.session.notices == []


def test_a_half_written_file_is_not_called_a_mistake(
    screen: FakeScreen, folder: Path, qtbot: Any
) -> None:
    whole = words("Whole")
    with (folder / "content.json").open("w", encoding="utf-8") as file:
        for start in range(0, len(whole), len(whole) // 6 + 1):
            file.write(whole[start : start + len(whole) // 6 + 1])
            file.flush()
            qtbot.wait(60)
    qtbot.waitUntil(lambda: screen.titles == ["Whole"], timeout=PATIENCE)
    assert screen.session.notices == []


def test_all_mistakes_are_counted_and_the_first_is_shown(
    screen: FakeScreen, folder: Path, qtbot: Any
) -> None:
    data = document()
    data["sections"][0]["titel"] = {"en": "x"}
    data["sections"][1]["accent"] = "purple"
    (folder / "content.json").write_text(json.dumps(data, indent=1), encoding="utf-8")
    qtbot.waitUntil(lambda: bool(screen.session.notices), timeout=PATIENCE)
    notice = screen.session.notices[0]
    assert notice.startswith("2 errors")
    assert "E111 content.json:" in notice
    assert "titel" in notice
    assert screen.titles == []
    (folder / "content.json").write_text(words("Mended"), encoding="utf-8")
    qtbot.waitUntil(lambda: screen.session.notices[-1] == "", timeout=PATIENCE)
    assert screen.titles == ["Mended"]


def test_a_deleted_file_is_said_and_what_was_good_stays(
    screen: FakeScreen, folder: Path, qtbot: Any
) -> None:
    (folder / "content.json").unlink()
    qtbot.waitUntil(lambda: bool(screen.session.notices), timeout=PATIENCE)
    assert "E101" in screen.session.notices[0]
    assert screen.titles == []


def test_a_picture_under_the_same_name_is_shown_anew(
    screen: FakeScreen, folder: Path, qtbot: Any
) -> None:
    (folder / "assets" / "a.png").write_bytes(SMALL_PNG)
    qtbot.waitUntil(lambda: len(screen.titles) == 1, timeout=PATIENCE)
    before = screen.content.picture("assets/a.png")
    os.truncate(folder / "assets" / "a.png", 20)
    qtbot.waitUntil(lambda: len(screen.session.notices) + len(screen.titles) > 1, timeout=PATIENCE)
    assert before is not None
    assert screen.content.picture("assets/a.png") is None  # looked at again, not remembered


def test_a_saving_of_the_same_size_is_seen(folder: Path) -> None:
    before = look_at(folder)
    (folder / "y").write_text((folder / "content.json").read_text("utf-8"), encoding="utf-8")
    (folder / "y").replace(folder / "content.json")
    assert look_at(folder) != before
    (folder / "content.json").unlink()
    assert look_at(folder) not in (before, ())

"""Which starts are alike, so that the picture of one may stand for the other."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths, startpicture
from kiosk.guard import ladder
from kiosk.guard.ladder import Record
from kiosk.paths import Places


def options(**chosen: Any) -> argparse.Namespace:
    """What `kiosk run` was told."""
    plain = {"content": None, "watch": None, "window": None, "renderer": "auto"}
    return argparse.Namespace(**{**plain, "rotate": None, "language": None, **chosen})


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """An empty stand."""
    return paths.under(tmp_path)


def origin(places: Places, **chosen: Any) -> str:
    """What the first frame of such a start follows from."""
    made = startpicture.of(options(**chosen), places, Record())
    assert made is not None
    return made.origin


def test_two_starts_are_alike(places: Places) -> None:
    assert origin(places) == origin(places)


@pytest.mark.parametrize(
    "chosen", [{"renderer": "software"}, {"rotate": 90}, {"language": "lt"}], ids=str
)
def test_other_options_are_another_start(places: Places, chosen: dict[str, Any]) -> None:
    assert origin(places, **chosen) != origin(places)


@pytest.mark.parametrize(
    "file", [lambda p: p.settings, lambda p: p.staff_settings, lambda p: p.active],
    ids=["settings", "staff", "content"],
)  # fmt: skip
def test_other_settings_or_content_are_another_start(
    places: Places, file: Callable[[Places], Path]
) -> None:
    seen = {origin(places)}
    file(places).parent.mkdir(parents=True, exist_ok=True)
    for text in ("one", "two", ""):
        file(places).write_text(text, encoding="utf-8")
        seen.add(origin(places))
    assert len(seen) == 3  # an empty file says what none says


@pytest.mark.parametrize(
    "chosen", [{"content": Path("a")}, {"watch": Path("a")}, {"window": (800, 600)}], ids=str
)
def test_what_may_be_edited_has_none(places: Places, chosen: dict[str, Any]) -> None:
    assert startpicture.of(options(**chosen), places, Record()) is None


@pytest.mark.parametrize(
    ("record", "has_one"),
    [
        (Record(), True),
        (Record(under_way=True), True),
        (Record(failed=1), False),
        (Record(rung=ladder.BEFORE), False),
        (Record(rung=ladder.SAFE), False),
        (Record(avoid=("7",)), False),
    ],
    ids=str,
)
def test_a_start_after_a_failed_one_has_none(places: Places, record: Record, has_one: bool) -> None:
    assert (startpicture.of(options(), places, record) is not None) == has_one


def test_without_a_picture_nothing_is_brought(places: Places) -> None:
    made = startpicture.of(options(), places, Record())
    assert made is not None
    made.show("software", places.renderer, pytest.fail)
    assert made.glimpse is None

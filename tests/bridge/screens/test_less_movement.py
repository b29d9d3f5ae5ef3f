"""Less movement holds for everything on a page, from its first moment or from the middle of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtQuick import QQuickItem

from tests.bridge.conftest import FIGURE, RANKING, document, page, section, story, words
from tests.bridge.screens.conftest import Glass, Open, wait


@pytest.fixture
def glass(open_glass: Open) -> Glass:
    """A page with a number and one with a chart, moving as visitors see them."""
    made = document()
    made["attract"] = [{"scene": "bands", "line": {"en": "Line"}}]
    pages = [page("figure", FIGURE), page("ranking", words(), RANKING)]
    made["sections"].append(section("three", story("charts", *pages)))
    shown = open_glass(made)
    shown.window.setProperty("started", True)
    shown.window.setProperty("still", False)
    shown.go("begin")
    return shown


def until(glass: Glass, kind: str, done: Callable[[QQuickItem], bool]) -> QQuickItem:
    """The view of this kind, as soon as it is so far."""
    for _ in range(400):
        views = glass.items(kind)
        if views and done(views[-1]):
            return views[-1]
        wait(5)
    raise AssertionError(f"no {kind} came so far")


def landed(view: QQuickItem) -> bool:
    """The page of a view has come to rest."""
    return view.property("arrived")


def climbing(view: QQuickItem) -> bool:
    """A chart is on its way up."""
    return 0 < view.property("progress") < 1


def test_a_chart_stands_as_soon_as_somebody_asks_for_less(glass: Glass) -> None:
    glass.go(("openAddress", "three/charts/ranking"))
    view = until(glass, "RankingView", climbing)
    glass.session.setLessMotion(True)
    assert view.property("progress") == 1


def test_a_page_that_is_opened_with_less_movement_stands(glass: Glass) -> None:
    glass.go(("setLessMotion", True), ("openAddress", "three/charts/ranking"))
    assert until(glass, "RankingView", landed).property("progress") == 1
    glass.go("previous")
    assert until(glass, "FigureView", landed).property("counted") is True

"""A page that goes before it was whole leaves nothing behind, however far its making was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Q_ARG, QCoreApplication, QEvent, QMetaObject
from PySide6.QtQml import QQmlEngine, QQmlIncubationController

from kiosk.bridge.late import LateHelper
from tests.bridge.conftest import QUIZ, RANKING, document, page, section, story, words
from tests.bridge.screens.conftest import Glass, Open, wait

STEPS = tuple(range(30)) * 3
"""Steps in the making of a page, from none of its blocks to all of them."""
WHOLE = 100
"""Steps after which all is made."""
MOST_ROUNDS = 300
LANDED = 900
"""ms until a page has come."""
FADED = 300
"""ms after which nothing of the last page is there."""


class Maker(QQmlIncubationController):
    """Makes what comes, a step each time it is asked."""

    def step(self) -> None:
        self.incubateFor(1)
        QCoreApplication.processEvents()


@pytest.fixture
def glass(open_glass: Open) -> Glass:
    """A story of pages with charts, made between the frames as visitors see them."""
    made = document()
    pages = [page(f"p{number}", words(), RANKING) for number in range(3)]
    made["sections"].append(section("three", story("charts", *pages, page("quiz", QUIZ))))
    shown = open_glass(made)
    shown.window.setProperty("started", True)
    shown.window.setProperty("still", False)
    return shown


@pytest.fixture
def maker(glass: Glass) -> Iterator[Maker]:
    context = QQmlEngine.contextForObject(glass.window)
    assert context is not None
    made = Maker()
    context.engine().setIncubationController(made)
    glass.go("begin")
    yield made
    context.engine().setIncubationController(None)  # type: ignore[arg-type]


def helpers(glass: Glass, maker: Maker) -> int:
    """Helpers of views that still live in QML, at home."""
    glass.go("home")
    for _ in range(MOST_ROUNDS):
        maker.step()
        wait(10)
        if glass.item("Stage").property("ready"):
            break
    wait(FADED)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    living = (each for each in gc.get_objects() if isinstance(each, LateHelper))
    return sum(shiboken6.isValid(each) for each in living)


def test_a_page_is_made_anew_when_the_screen_turns_meanwhile(glass: Glass, maker: Maker) -> None:
    for steps in range(8):
        glass.go("home", ("openAddress", "three/charts/p0"))
        for _ in range(steps):
            maker.step()
        glass.resize(720, 1280)
        for _ in range(WHOLE):
            maker.step()
        screen = glass.items("PageScreen")[-1]
        assert (screen.property("pending"), screen.property("built")) == (0, True), steps
        assert glass.items("RankingView"), steps
        glass.resize(1280, 720)


def test_a_finger_left_on_a_page_that_goes_chooses_nothing_on_the_next(glass: Glass) -> None:
    glass.go("begin", ("openAddress", "three/charts/p2"))
    wait(LANDED)
    (view,) = glass.items("RankingView")
    glass.clock.pass_by(1)
    glass.session.next()
    QMetaObject.invokeMethod(view, "stepRequested", Q_ARG(int, 1))
    assert (glass.session.property("pageIndex"), glass.session.property("step")) == (3, 0)


def test_nothing_of_a_page_in_the_making_stays(glass: Glass, maker: Maker) -> None:
    glass.go(("openAddress", "three/charts/p0"))
    for _ in range(WHOLE):  # with the first page come the pager and the films, which are kept
        maker.step()
    before = helpers(glass, maker)
    for number, steps in enumerate(STEPS):
        glass.clock.pass_by(1)
        glass.session.openAddress(f"three/charts/p{number % 3}")
        for _ in range(steps):
            maker.step()
    assert helpers(glass, maker) == before

"""While screens change: a touch in the middle of a film is answered, and nothing piles up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from tests.bridge.conftest import RANKING, document, page, section, story, words
from tests.bridge.screens.conftest import Glass, Open, wait

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "blocks" / "route.json"
ROUTE = json.loads(FIXTURE.read_text(encoding="utf-8"))
MOMENTS = (0, 120, 300)
"""ms after the touch that begins a film."""
LONG = 1200
"""ms in which every film has ended, also on a busy machine."""


def kiosk() -> dict[str, Any]:
    """Two sections; the first has pages with and without a thread."""
    made = document()
    made["sections"][0]["stories"].append(
        story("third", page("curve", RANKING), page("plain", words()), page("again", RANKING))
    )
    made["sections"].append(section("three", story("fourth", page("p", words()))))
    return made


@pytest.fixture(params=[False, True], ids=["moving", "less"])
def glass(open_glass: Open, request: pytest.FixtureRequest) -> Glass:
    """Home, with films as visitors see them, or with less movement."""
    shown = open_glass(kiosk())
    settle_films(shown)
    if request.param:
        shown.session.setLessMotion(True)
    return shown


def settle_films(shown: Glass) -> None:
    """Wake the kiosk; its films are made with the first screen after attract."""
    shown.window.setProperty("started", True)
    shown.window.setProperty("still", False)
    shown.go("begin")
    rest(shown)


def stage(shown: Glass) -> QQuickItem:
    return shown.item("Stage")


def rest(shown: Glass) -> None:
    """Wait until nothing moves any more."""
    for _round in range(LONG // 20):
        wait(20)
        if shown.window.property("ready"):
            break
    assert shown.window.property("ready"), "the film does not end"
    wait(30)


def slots(shown: Glass) -> list[QQuickItem]:
    """The screens on the stage, made or being made."""
    found = [child for child in stage(shown).childItems() if "StageSlot" in kind_of(child)]
    return [slot for slot in found if slot.property("item") is not None]


def kind_of(item: QQuickItem) -> str:
    return item.metaObject().className()


def check_rest(shown: Glass, kind: str) -> None:
    """One screen stands, whole and in its place, with its thread and its cloth."""
    rest(shown)
    (slot,) = slots(shown)
    assert shown.items(kind), f"{kind} is not shown"
    assert (slot.x(), slot.opacity(), slot.isEnabled()) == (0, 1, True)
    assert [item for item in shown.items("Thread") if item.property("away")] == []
    assert [item.property("pulled") for item in shown.items("HomeScreen")] in ([], [""])
    assert [item.property("pulled") for item in shown.items("SectionScreen")] in ([], [""])
    assert [item for item in shown.items("PulledCloth") if not _inside(item, slot)] == []


def _inside(item: QQuickItem, around: QQuickItem) -> bool:
    parent = item.parentItem()
    while parent is not None and parent != around:
        parent = parent.parentItem()
    return parent == around


def screen(shown: Glass) -> str:
    return f"{shown.session.property('screen').capitalize()}Screen"


# --- touches and Back in the middle --------------------------------------------------------------


@pytest.mark.parametrize("moment", MOMENTS)
def test_back_in_the_middle_of_the_way_into_a_section(glass: Glass, moment: int) -> None:
    glass.touch(glass.items("Band")[1])
    wait(moment)
    glass.go("back")
    check_rest(glass, "HomeScreen")
    assert len(glass.items("Band")) == 3


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_touch_in_the_middle_of_the_way_home_opens_a_section(glass: Glass, moment: int) -> None:
    glass.go(("openSection", "one"))
    rest(glass)
    glass.go("home")
    wait(moment)
    glass.touch(glass.place(second_band(glass)).center())
    check_rest(glass, "SectionScreen")
    assert glass.session.property("section").property("id") == "two"


def second_band(shown: Glass) -> QQuickItem:
    """The band of the second section, as soon as all bands are there and take touches."""
    for _look in watch(shown, 10 * LONG):
        bands = shown.items("Band")
        if len(bands) == 3 and all(band.isEnabled() for band in bands):
            return bands[1]
    raise AssertionError("home does not come")


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_story_in_the_middle_of_the_way_into_its_section(glass: Glass, moment: int) -> None:
    glass.touch(glass.items("Band")[0])
    wait(moment)
    glass.go(("openStory", "one", "third"))
    check_rest(glass, "PageScreen")


@pytest.mark.parametrize("moment", MOMENTS)
def test_next_and_previous_in_the_middle_of_a_page_change(glass: Glass, moment: int) -> None:
    glass.go(("openStory", "one", "third"))
    rest(glass)
    for step in ("next", "previous", "next", "next"):
        wait(moment)
        glass.go(step)
    check_rest(glass, "PageScreen")
    assert glass.session.property("pageIndex") == 2
    assert len(glass.items("RankingView")) == 1


def test_what_is_still_being_made_takes_no_touch(glass: Glass) -> None:
    glass.go(("openSection", "one"))
    rest(glass)
    glass.go("home")
    while not glass.items("Band"):
        wait(1)
    for band in glass.items("Band"):
        if not band.isEnabled():
            glass.touch(glass.place(band).center())
    assert glass.session.property("screen") == "home"
    check_rest(glass, "HomeScreen")


def test_taps_as_fast_as_they_come_leave_one_screen(glass: Glass) -> None:
    for _round in range(4):
        for call in (("openSection", "one"), ("openStory", "one", "third"), "next", "back", "home"):
            glass.go(call)
            assert len(slots(glass)) <= 2
    check_rest(glass, "HomeScreen")


def test_a_page_keeps_what_it_shows_until_it_has_faded_however_fast_fingers_are(
    glass: Glass,
) -> None:
    """Places change by the dozen while the next screen is still being made."""
    glass.go(("openStory", "one", "third"))
    rest(glass)
    shown = [glass.session.property(name) for name in ("page", "story", "section")]
    addresses = [
        f"{part['id']}/{one['id']}/{each['id']}"
        for part in kiosk()["sections"]
        for one in part["stories"]
        for each in one["pages"]
    ]
    for language in ("en", "lt"):
        glass.session.setLanguage(language)
        for address in addresses * 2:
            glass.clock.pass_by(1)
            glass.session.openAddress(address)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert all(map(shiboken6.isValid, shown))
    check_rest(glass, "PageScreen")


# --- language and idle in the middle -------------------------------------------------------------


@pytest.mark.parametrize("moment", MOMENTS)
def test_another_language_in_the_middle_of_a_page_change(glass: Glass, moment: int) -> None:
    glass.go(("openStory", "one", "third"))
    rest(glass)
    glass.go("next")
    wait(moment)
    glass.go(("setLanguage", "lt"))
    check_rest(glass, "PageScreen")
    said = [item.property("text") for item in glass.items("Headline")]
    assert "plain lt" in said


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_question_in_the_middle_of_a_film(glass: Glass, moment: int) -> None:
    glass.touch(glass.items("Band")[0])
    wait(moment)
    glass.clock.pass_by(61)
    glass.session.tick()
    wait(60)
    assert glass.session.property("mode") == "warning"
    glass.touch(QPointF(600, 20))
    assert glass.session.property("mode") == "browsing"
    check_rest(glass, "SectionScreen")


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_end_of_the_visit_in_the_middle_of_a_film(glass: Glass, moment: int) -> None:
    glass.touch(glass.items("Band")[0])
    wait(moment)
    glass.go("startOver")
    for _look in watch(glass, 10 * LONG):
        if len(slots(glass)) == 1:
            break
    assert len(slots(glass)) == 1
    assert glass.items("AttractScreen")


# --- what one sees -------------------------------------------------------------------------------


def watch(shown: Glass, ms: int = 700) -> Iterator[None]:
    """Look at the film every few ms."""
    for _look in range(ms // 10):
        wait(10)
        yield


@pytest.fixture
def moving(open_glass: Open) -> Glass:
    """Home, with films."""
    shown = open_glass(kiosk())
    settle_films(shown)
    return shown


def test_the_band_goes_to_its_place_and_back(moving: Glass) -> None:
    band = moving.items("Band")[1]
    home = moving.place(band)
    moving.touch(band)
    seen = [cloth_on_its_way(moving) for _look in watch(moving)]
    rest(moving)
    place = moving.place(moving.item("PulledCloth"))
    way = [box for box in seen if box is not None]
    assert any(place.left() < box.left() < home.right() for box in way), "it does not travel"
    assert [box.left() for box in way] == sorted((box.left() for box in way), reverse=True)
    moving.go("back")
    back = [box for box in (cloth_on_its_way(moving) for _look in watch(moving)) if box is not None]
    assert any(place.left() < box.left() < home.right() for box in back), "it does not go back"
    assert [box.left() for box in back] == sorted(box.left() for box in back)


def cloth_on_its_way(shown: Glass) -> QRectF | None:
    """Where the cloth between two screens is, if there is one."""
    films = shown.items("BandFilm")
    cloths = [cloth for cloth in shown.items("PulledCloth") if films and _inside(cloth, films[0])]
    return shown.place(cloths[0]) if cloths else None


def test_the_thread_of_a_page_becomes_that_of_the_next(moving: Glass) -> None:
    moving.go(("openSection", "one"))
    rest(moving)
    moving.go(("openStory", "one", "third"))
    carried = [moving.item("ThreadFilm").property("carrying") for _look in watch(moving)]
    rest(moving)
    assert any(carried), "the thread does not go over"
    assert not moving.item("ThreadFilm").property("carrying")
    assert moving.item("RankingPlot").property("carried")


def route_bundle() -> dict[str, Any]:
    """A story with a route between two rankings."""
    made, source = kiosk(), {"source": "a"}
    route = ROUTE | source
    route["closing"] = ROUTE["closing"] | source
    route["region"] = ROUTE["region"] | source
    pages = [page("before", RANKING), page("map", route), page("after", RANKING)]
    made["sections"][0]["stories"].append(story("way", *pages))
    return made


@pytest.mark.parametrize("steps", [0, 4], ids=["not begun", "complete"])
def test_the_thread_goes_into_a_route_and_on_from_it(open_glass: Open, steps: int) -> None:
    shown = open_glass(route_bundle(), (1600, 900))
    settle_films(shown)
    shown.go(("openStory", "one", "way"))
    rest(shown)
    shown.go("next")
    assert any(shown.item("ThreadFilm").property("carrying") for _look in watch(shown))
    rest(shown)
    (view,) = shown.items("RouteView")
    thread = next(one for one in shown.items("Thread") if _inside(one, view))
    assert not thread.property("away")
    for _town in range(steps):
        shown.go("next")
        wait(LONG // 2)
    assert thread.property("progress") == pytest.approx(1 if steps else 0, abs=1e-3)
    shown.go(("openAddress", "one/way/after"))
    assert any(shown.item("ThreadFilm").property("carrying") for _look in watch(shown))
    check_rest(shown, "RankingView")
    assert shown.item("RankingPlot").property("carried"), "it leaves with the page"


@pytest.mark.parametrize("less", [False, True])
def test_without_a_gpu_a_veil_fades_one_screen_at_a_time(moving: Glass, less: bool) -> None:
    moving.session.setLessMotion(less)
    (veil,) = [item for item in stage(moving).childItems() if "StageVeil" in kind_of(item)]
    assert not veil.isVisible()
    moving.go(("openSection", "one"))
    seen: list[float] = []
    for _look in watch(moving):
        there = [slot.property("presence") for slot in slots(moving) if slot.opacity() > 0]
        assert len(there) <= 1, "two screens lie over each other"
        assert veil.opacity() == pytest.approx(1 - max(there, default=0.0))
        seen.append(veil.opacity())
    # With less movement it takes a few frames, of which a busy machine may show none
    assert less or any(0.1 < share < 0.9 for share in seen), "it does not fade"
    check_rest(moving, "SectionScreen")
    assert not veil.isVisible()


def test_with_less_movement_nothing_travels(open_glass: Open) -> None:
    shown = open_glass(kiosk())
    settle_films(shown)
    shown.session.setLessMotion(True)
    shown.touch(shown.items("Band")[1])
    for _look in watch(shown, 300):
        assert cloth_on_its_way(shown) is None
        assert all(slot.x() == 0 for slot in slots(shown))
        assert not any(film.property("carrying") for film in shown.items("ThreadFilm"))
    check_rest(shown, "SectionScreen")


def test_threads_that_stay_are_pictures_without_a_gpu(moving: Glass) -> None:
    threads = [item for item in moving.items("Thread") if item.property("lasting")]
    assert threads
    for _look in watch(moving):
        if all(thread.property("painted") for thread in threads):
            break
    drawn = moving.window.grabWindow()
    for thread in threads:
        assert thread.property("painted")
        thread.setProperty("lasting", False)
        assert not thread.property("painted")
    wait(50)
    assert share_of_amber(moving.window.grabWindow()) == pytest.approx(
        share_of_amber(drawn), rel=0.03
    )


def test_large_words_are_pictures_without_a_gpu(open_glass: Open) -> None:
    made = kiosk()
    made["title"]["en"] = "All & 100 % of #1? +2"
    made["title"]["lt"] = "Visa & 100 %"
    shown = open_glass(made, (1600, 900))
    settle_films(shown)
    shown.window.setProperty("started", True)
    large_words(shown)
    shown.go(("setTheme", "light"))
    wait(50)
    painted = large_words(shown)
    picture = shown.window.grabWindow()
    for title in painted:
        title.setProperty("color", title.property("ink"))
    hide(shown.items("PaintedWords"))
    # A picture begins at a whole pixel, a text may begin between two
    assert difference(shown.window.grabWindow(), picture) < 0.1
    hide(painted)
    assert difference(shown.window.grabWindow(), picture) > 1


def hide(items: list[QQuickItem]) -> None:
    for item in items:
        item.setVisible(False)
    wait(50)


def difference(one: QImage, other: QImage) -> float:
    """The mean difference of two pictures made small, in steps of 256."""
    size = one.size() / 8
    smooth = Qt.TransformationMode.SmoothTransformation
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    a, b = (bytes(i.scaled(size, ratio, smooth).constBits()) for i in (one, other))
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


def large_words(shown: Glass) -> list[QQuickItem]:
    """The headlines in large letters, when each is a picture and shows no text."""
    for _look in watch(shown, 10 * LONG):
        large = [item for item in shown.items("Headline") if item.property("largeGlyphs")]
        if large and all(item.property("painted") for item in large):
            return large
    raise AssertionError("the words stay text")


def share_of_amber(picture: QImage) -> float:
    """How many of the pixels are the colour of the thread or of its beads."""
    small = picture.convertToFormat(QImage.Format.Format_RGB32)
    colours = [
        QColor(small.pixel(x, y)) for x in range(small.width()) for y in range(small.height())
    ]
    found = [c for c in colours if c.red() > 150 and c.red() - c.blue() > 50]
    return len(found) / len(colours)

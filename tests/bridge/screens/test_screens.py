"""What the screens do when they are touched: the visit moves on, and nothing hides."""

from __future__ import annotations

import itertools
from typing import Any, get_args

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.bridge.shell import QML_FOLDER
from kiosk.content.model import Drawing
from tests.bridge.conftest import FakeDesk, document, page, section, story, words
from tests.bridge.screens.conftest import Glass, Open, wait

UI = QML_FOLDER / "Kiosk" / "Ui"
SIZES = [(1280, 720), (720, 1280)]


@pytest.fixture
def glass(open_glass: Open) -> Glass:
    """The small bundle on its attract screen."""
    return open_glass(document())


def sections(count: int, stories: int = 1) -> dict[str, Any]:
    """The small bundle with this many sections of this many stories."""
    made = document()
    made["attract"] = [{"scene": "bands", "line": {"en": "Line"}}]
    made["sections"] = [
        section(f"s{s}", *(story(f"t{t}", page("p", words())) for t in range(stories)))
        for s in range(count)
    ]
    return made


# --- attract -------------------------------------------------------------------------------------


def test_a_touch_anywhere_wakes_and_presses_nothing_else(glass: Glass) -> None:
    """The place of the touch is the place of a band on home; the band is not opened."""
    glass.touch(QPointF(900, 150))
    assert glass.session.property("screen") == "home"


def test_no_touch_goes_where_the_start_has_not_come_yet(glass: Glass) -> None:
    glass.window.setProperty("still", False)
    glass.touch(QPointF(900, 150))
    glass.key(Qt.Key.Key_Return)
    assert glass.session.property("screen") == "attract"
    glass.window.setProperty("started", True)
    glass.key(Qt.Key.Key_Return)
    assert glass.session.property("screen") == "home"


def test_a_short_touch_on_the_mark_begins_too(glass: Glass) -> None:
    glass.touch(glass.item("StaffGesture"))
    assert glass.session.property("screen") == "home"


def test_five_seconds_on_the_mark_ask_for_the_code(glass: Glass) -> None:
    mark = glass.item("StaffGesture")
    mark.setProperty("holdMs", 100)
    at = glass.place(mark).center().toPoint()
    QTest.mousePress(glass.window, Qt.MouseButton.LeftButton, pos=at)
    wait(220)
    QTest.mouseRelease(glass.window, Qt.MouseButton.LeftButton, pos=at)
    wait(40)
    assert glass.session.property("screen") == "pin"


# --- home and section ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_home_has_room_for_two_to_six_bands(
    open_glass: Open, count: int, size: tuple[int, int]
) -> None:
    glass = open_glass(sections(count), size)
    glass.go("begin")
    bands = glass.items("Band")
    places = [glass.place(band) for band in bands]
    assert len(bands) == count
    for upper, lower in itertools.pairwise(places):
        assert upper.bottom() < lower.top()
    assert places[-1].bottom() < glass.place(glass.item("NavBar")).top()
    starts = {round(band.property("patternStart"), 3) for band in bands}
    assert len(starts) == 1


def test_patterns_begin_where_the_longest_title_ends(open_glass: Open) -> None:
    made = sections(3)
    made["sections"][1]["title"] = {"en": "A much longer title"}
    glass = open_glass(made)
    glass.go("begin")
    bands = glass.items("Band")
    ends = [band.property("labelEnd") for band in bands]
    assert max(ends) == ends[1]
    assert bands[0].property("patternStart") == pytest.approx(ends[1] - 24 * 720 / 1080)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 8, 9])
def test_every_story_of_a_section_can_be_reached(
    open_glass: Open, count: int, size: tuple[int, int]
) -> None:
    glass = open_glass(sections(2, count), size)
    glass.go("begin", ("openSection", "s1"))
    row = glass.item("TileRow") if count > 1 else None
    for _step in range(count if row else 0):
        row.metaObject().invokeMethod(row, "stepOn")
        wait(5)
    glass.touch(glass.items("StoryTile")[-1] if row else glass.item("HeroCard"))
    assert glass.session.property("screen") == "page"
    assert glass.session.property("story").property("id") == f"t{count - 1}"


def test_arrows_appear_only_when_tiles_scroll(open_glass: Open) -> None:
    few, many = open_glass(sections(2, 3)), open_glass(sections(2, 8))
    for glass in (few, many):
        glass.go("begin", ("openSection", "s0"))
    assert few.items("TileArrows") == []
    buttons = many.items("RoundButton")
    assert [button.isEnabled() for button in buttons] == [False, True]
    for _step in range(6):
        many.item("TileRow").metaObject().invokeMethod(many.item("TileRow"), "stepOn")
    wait(20)
    assert [button.isEnabled() for button in buttons] == [True, False]


def test_every_drawing_of_the_model_is_drawn() -> None:
    paths = (UI / "DrawingPaths.qml").read_text(encoding="utf-8")
    missing = [name for name in get_args(Drawing) if f'"{name}": {{' not in paths]
    assert missing == []


# --- navigation bar ------------------------------------------------------------------------------


def test_next_says_where_it_leads(glass: Glass) -> None:
    glass.go("begin", ("openStory", "one", "first"))
    said = []
    for _page in range(4):
        pill = glass.items("PillButton")[-1]
        said.append(pill.property("text"))
        wait(360)  # the same button takes a second touch for a slip of the hand until then
        glass.touch(pill)
    assert said == ["Next", "Next question", "Next story", "Other areas"]
    assert glass.session.property("screen") == "home"


def test_previous_stays_in_place_and_does_nothing_on_the_first_page(glass: Glass) -> None:
    glass.go("begin", ("openStory", "one", "first"))
    assert not glass.items("RoundButton")[0].isEnabled()
    glass.go("next")
    assert glass.items("RoundButton")[0].isEnabled()


@pytest.mark.parametrize("text", ["standard", "large", "largest"])
@pytest.mark.parametrize("size", SIZES)
def test_the_bar_fits_at_every_text_size(
    open_glass: Open, size: tuple[int, int], text: str
) -> None:
    glass = open_glass(document(), size, text)
    glass.go("begin", ("openStory", "one", "first"), "next")
    places = sorted((glass.place(b) for b in glass.items("NavButton")), key=lambda r: r.left())
    bottom = [place for place in places if place.bottom() > size[1] - 82]
    assert len(bottom) == 4
    assert bottom[0].left() >= 0
    assert bottom[-1].right() <= size[0]
    for left, right in itertools.pairwise(bottom):
        assert left.right() <= right.left()


def test_the_same_pager_goes_along_when_the_screen_turns(glass: Glass) -> None:
    glass.go("begin", ("openStory", "one", "first"))
    pager = glass.item("Pager")
    beside = glass.place(pager)
    glass.resize(720, 1280)
    assert glass.item("Pager") is pager
    row = glass.place(pager)
    assert row.width() > beside.width()
    assert row.bottom() <= glass.place(glass.button("Home")).top()
    assert glass.place(glass.button("Next")).right() == pytest.approx(row.right(), abs=1)
    glass.resize(1280, 720)
    assert glass.place(pager) == beside


# --- panels --------------------------------------------------------------------------------------


def test_a_language_changes_at_once_and_the_panel_closes_after_a_moment(glass: Glass) -> None:
    glass.go("begin", ("openPanel", "language"))
    glass.touch("Lietuvių")
    assert glass.session.property("language") == "lt"
    assert glass.session.property("panel") == "language"
    wait(700)
    assert glass.session.property("panel") == ""


def test_the_check_mark_stays_at_its_edge_when_the_writing_turns(open_glass: Open) -> None:
    made = document()
    made["languages"] += [{"tag": "ar", "name": "العربية"}]
    glass = open_glass(made)
    glass.go("begin", ("openPanel", "language"), ("setLanguage", "ar"))
    for row in glass.items("LanguageRow"):
        (mark,) = (part for part in row.childItems() if "Icon" in part.metaObject().className())
        assert mark.width() == mark.property("size")
        assert min(mark.x(), row.width() - mark.x() - mark.width()) < mark.width()


def test_the_panel_changes_what_it_says_and_resets_it(glass: Glass) -> None:
    glass.go("begin", ("openPanel", "accessibility"))
    names = ("textSize", "theme", "lessMotion", "reach")
    for words_on_it in ("Less movement", "Contrast", "Within reach", "Large"):
        glass.touch(words_on_it)
    assert [glass.session.property(name) for name in names] == ["large", "contrast", True, True]
    glass.touch("Reset")
    assert [glass.session.property(name) for name in names] == ["standard", "dark", False, False]
    glass.touch("Done")
    assert glass.session.property("panel") == ""


def test_a_touch_beside_a_panel_closes_it(glass: Glass) -> None:
    glass.go("begin", ("openPanel", "accessibility"))
    glass.touch(QPointF(200, 400))
    assert glass.session.property("panel") == ""
    assert glass.session.property("screen") == "home"


def test_sources_stand_in_the_order_of_their_marks(glass: Glass) -> None:
    glass.go("begin", ("openStory", "one", "first"), ("openPanel", "sources"))
    rows = glass.items("SourceRow")
    assert [row.property("publication") for row in rows] == ["B", "A, 2019"]
    assert [source.property("mark") for source in glass.session.property("pageSources")] == [1, 2]


# --- the countdown -------------------------------------------------------------------------------


def warn(glass: Glass) -> None:
    """Stand still until the countdown shows."""
    glass.go("begin", ("openSection", "one"))
    glass.clock.pass_by(62)
    glass.session.tick()
    wait(60)
    assert glass.session.property("mode") == "warning"


def test_a_touch_anywhere_keeps_going_and_opens_nothing(glass: Glass) -> None:
    warn(glass)
    glass.touch(QPointF(900, 200))
    assert glass.session.property("mode") == "browsing"
    assert glass.session.property("screen") == "section"


def test_start_over_ends_the_visit(glass: Glass) -> None:
    warn(glass)
    glass.touch("Start over")
    assert glass.session.property("mode") == "attract"


def test_the_ring_shows_the_seconds_left(glass: Glass) -> None:
    warn(glass)
    ring = glass.item("Ring")
    left = glass.session.property("secondsLeft")
    assert ring.property("text") == str(left)
    assert ring.property("remaining") == pytest.approx(left / 30)


def test_without_a_gpu_the_page_behind_is_taken_once_and_small(glass: Glass) -> None:
    warn(glass)
    small = glass.item("SmallPage")
    for _ in range(50):
        if small.property("ready"):
            break
        wait(20)
    assert small.property("failed") is False
    assert 0 < small.property("implicitWidth") < glass.window.width() / 10


def test_two_lights_go_out_in_a_second(glass: Glass) -> None:
    warn(glass)
    ring = glass.item("Ring")
    lit = ring.property("lit")
    wait(600)
    assert ring.property("lit") == lit - 1


def test_when_the_light_has_run_out_nothing_is_left_of_it(glass: Glass) -> None:
    warn(glass)
    glass.clock.pass_by(31)
    glass.session.tick()
    wait(60)
    assert glass.session.property("mode") == "attract"
    assert glass.items("Ring") == []


# --- staff ---------------------------------------------------------------------------------------


def type_in(glass: Glass, digits: str) -> None:
    """Touch the keys of the pad one after the other."""
    for digit in digits:
        glass.touch(next(k for k in glass.items("PinKey") if k.property("name") == digit))


def press(glass: Glass, name: str) -> None:
    """Touch a key of the pad that is not a digit."""
    glass.touch(next(k for k in glass.items("PinKey") if k.property("name") == name))


def test_the_same_digit_twice_in_a_row_counts_twice(glass: Glass) -> None:
    glass.go("openStaff")
    type_in(glass, "77")
    press(glass, "erase")
    assert glass.session.property("pinLength") == 1


def test_the_code_opens_and_leaving_asks_once_more(glass: Glass, desk: FakeDesk) -> None:
    left: list[bool] = []
    glass.session.leaveRequested.connect(lambda: left.append(True))
    glass.go("openStaff")
    type_in(glass, desk.pin)
    press(glass, "enter")
    wait(200)
    assert glass.session.property("screen") == "staff"
    glass.touch("Leave the kiosk")
    assert left == []
    glass.touch("Keep running")
    assert left == []
    wait(360)
    glass.touch("Leave the kiosk")
    glass.touch("Leave now")
    assert left == [True]


def test_digits_of_a_keyboard_are_typed_too(glass: Glass, desk: FakeDesk) -> None:
    glass.go("openStaff")
    for digit in desk.pin:
        glass.key(getattr(Qt.Key, f"Key_{digit}"))
    glass.key(Qt.Key.Key_Return)
    wait(200)
    assert glass.session.property("screen") == "staff"


def test_a_wrong_code_says_so_with_an_icon(glass: Glass) -> None:
    glass.go("openStaff")
    type_in(glass, "11")
    press(glass, "enter")
    wait(200)
    assert glass.session.property("pinMessage") == "wrong"
    assert not glass.item("PinMessage").property("calm")


def test_without_a_code_the_keys_rest(glass: Glass, desk: FakeDesk) -> None:
    desk.pin = ""
    glass.go("openStaff")
    assert not any(key.isEnabled() for key in glass.items("PinKey"))
    glass.touch("Back to visitors")
    assert glass.session.property("screen") == "attract"


# --- the safe screen -----------------------------------------------------------------------------


def test_the_safe_screen_needs_nothing_but_qt_quick() -> None:
    for name in ("SafeScreen.qml", "SafeSash.qml"):
        lines = (UI / name).read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line.startswith("import")] == ["import QtQuick"]

"""The screen outside the opening hours: dim with the hours, or black; a touch wakes it once."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt

from kiosk.visit import Closing, SignRow
from kiosk.visit import events as ev
from tests.bridge.conftest import document
from tests.bridge.screens.conftest import Glass, Open, wait

ROWS = (
    SignRow("9:00–17:00", open=True, first=0, last=4),
    SignRow("", open=True, first=5, last=5),
    SignRow("", open=False, first=6, last=6),
    SignRow("", open=False, day="2026-12-24", until="2026-12-24"),
    SignRow("", open=False, day="2026-12-31", until="2027-01-02"),
)


def close(glass: Glass, look: str = "dim", rows: tuple[SignRow, ...] = ROWS) -> None:
    """The opening hours end."""
    glass.session.post(ev.KeepHours(Closing(look, rows)))  # type: ignore[arg-type]
    wait(60)


def texts(glass: Glass) -> list[str]:
    """What stands on the screen."""
    return [item.property("text") for item in glass.items("ThemeText")]


def test_the_hours_stand_there_as_the_language_writes_them(open_glass: Open) -> None:
    glass = open_glass(document())
    close(glass)
    said = texts(glass)
    for days, hours in (
        ("Monday–Friday", "9:00–17:00"),
        ("Saturday", "open all day"),
        ("Sunday", "closed"),
        ("24\u00a0December", "closed"),
        ("31\u00a0December – 2\u00a0January", "closed"),
    ):
        assert said.index(hours, said.index(days)) == said.index(days) + 1
    assert "Closed now" in said
    assert "Dabar uždaryta" in said


def test_the_hours_in_lithuanian(open_glass: Open) -> None:
    glass = open_glass(document())
    glass.session.change_rules(replace(glass.session._rules, language="lt"), [])
    for event in (ev.OpenStaff(), ev.AcceptPin(), ev.LeaveStaff()):
        glass.clock.pass_by(1)
        glass.session.post(event)
    close(glass)
    assert glass.session.property("signDays") == [
        "Pirmadienis–penktadienis",
        "Šeštadienis",
        "Sekmadienis",
        "gruodžio 24\u00a0d.",
        "gruodžio 31\u00a0d. – sausio 2\u00a0d.",
    ]
    assert glass.session.property("signHours")[1:3] == ["atidaryta visą parą", "uždaryta"]


@pytest.mark.parametrize("text", ["standard", "largest"])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (720, 1280)])
def test_a_week_of_unlike_days_and_ten_dates_stay_on_the_screen(
    open_glass: Open, size: tuple[int, int], text: str
) -> None:
    glass = open_glass(document(), size, text)
    week = [SignRow(f"{n + 8}:00–17:00", open=True, first=n, last=n) for n in range(7)]
    days = [f"2026-12-{n}" for n in range(20, 30)]
    dates = [SignRow(f"1{n}:30–18:00", open=True, day=d, until=d) for n, d in enumerate(days)]
    close(glass, rows=(*week, *dates))
    for minute in range(8):
        glass.item("ClosedScreen").setProperty("minute", minute)
        assert glass.place(glass.item("PillButton")).bottom() <= size[1]
    said = texts(glass)
    assert {item.property("lineCount") for item in glass.items("ThemeText")} == {1}
    assert "Sunday" in said
    assert said.index("14:00–17:00") == said.index("Sunday") + 1


@pytest.mark.parametrize("look", ["dim", "off"])
def test_a_touch_anywhere_or_a_key_begins_a_visit_after_which_it_is_closed_again(
    open_glass: Open, look: str
) -> None:
    glass = open_glass(document())
    close(glass, look)
    glass.touch(QPointF(1200, 40))
    assert glass.session.property("screen") == "home"
    glass.go("startOver")
    assert glass.session.property("screen") == "closed"
    glass.key(Qt.Key.Key_Return)
    assert glass.session.property("screen") == "home"


def test_a_short_touch_on_the_mark_begins_a_visit_too(open_glass: Open) -> None:
    glass = open_glass(document())
    close(glass)
    glass.touch(glass.item("StaffGesture"))
    assert glass.session.property("screen") == "home"


def test_off_is_black(open_glass: Open) -> None:
    glass = open_glass(document())
    close(glass, "off")
    picture = glass.window.grabWindow()
    spots = {picture.pixel(x, y) for x in range(0, 1280, 20) for y in range(0, 720, 20)}
    assert spots == {0xFF000000}


def test_dim_is_darker_than_the_show_in_every_look(open_glass: Open) -> None:
    for theme in ("dark", "light", "contrast"):
        glass = open_glass(document(), theme=theme)
        close(glass)
        picture = glass.window.grabWindow()
        greys = [
            picture.pixelColor(x, y).lightnessF()
            for x in range(0, 1280, 8)
            for y in range(0, 720, 8)
        ]
        assert sum(greys) / len(greys) < 0.08, theme


def test_the_words_wander(open_glass: Open) -> None:
    glass = open_glass(document())
    close(glass)
    screen, headline = glass.item("ClosedScreen"), glass.item("Headline")
    places = set()
    for minute in range(8):
        screen.setProperty("minute", minute)
        places.add((glass.place(headline).x(), glass.place(headline).y()))
    assert len(places) == 8


def test_new_content_comes_while_it_is_closed(open_glass: Open) -> None:
    glass = open_glass(document())
    ended: list[bool] = []
    glass.session.sceneEnded.connect(lambda: ended.append(True))
    close(glass)
    glass.session.endScene()
    assert ended == [True]

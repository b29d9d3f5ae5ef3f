"""The staff's screens on a window: menu, pages, questions, and what lasts a while."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMetaObject, QPointF, Qt
from PySide6.QtQuick import QQuickItem

from kiosk.content.model import Bundle
from kiosk.desk.facts import FactsDesk
from kiosk.guard.ladder import Record
from kiosk.paths import under
from kiosk.visit import events as ev
from tests.bridge.conftest import FakeDesk, document, page, words
from tests.bridge.screens.conftest import Glass, Open, wait


@pytest.fixture
def glass(open_glass: Open) -> Glass:
    """The menu of the staff."""
    shown = open_glass(document())
    for event in (ev.OpenStaff(), ev.AcceptPin()):
        shown.clock.pass_by(1)
        shown.session.post(event)
    wait(60)
    return shown


def screen(glass: Glass) -> Any:
    """The name of the screen that is shown."""
    return glass.session.property("screen")


def test_the_menu_leads_to_pages_and_back(glass: Glass) -> None:
    glass.touch("Back in a few minutes")
    assert screen(glass) == "staffAway"
    glass.touch("Back")
    assert screen(glass) == "staff"
    glass.touch("Touch test")
    assert screen(glass) == "staffTouch"
    glass.key(Qt.Key.Key_Escape)
    assert screen(glass) == "staff"
    glass.key(Qt.Key.Key_Escape)
    assert screen(glass) == "attract"


def test_keys_alone_lead_through_the_menu(glass: Glass) -> None:
    """Tab until the row has the focus, Return opens it."""
    for _ in range(20):
        glass.key(Qt.Key.Key_Tab)
        if glass.window.activeFocusItem().property("name") == "Touch test":
            break
    glass.key(Qt.Key.Key_Return)
    assert screen(glass) == "staffTouch"


def test_a_question_has_its_harmless_answer_under_the_keys(glass: Glass) -> None:
    asked: list[bool] = []
    glass.session.restartRequested.connect(lambda: asked.append(True))
    glass.touch("Restart")
    assert glass.window.activeFocusItem().property("text") == "Keep running"
    glass.key(Qt.Key.Key_Escape)
    assert screen(glass) == "staff"
    assert not glass.has_button("Keep running")
    wait(360)
    glass.touch("Restart")
    glass.touch("Restart now")
    assert asked == [True]


def test_while_it_is_asked_the_rows_rest(glass: Glass) -> None:
    glass.touch("Lock for cleaning")
    glass.touch("Touch test")
    assert screen(glass) == "staff"
    glass.touch("Keep running")
    glass.touch("Touch test")
    assert screen(glass) == "staffTouch"


def test_the_touch_test_weaves_what_the_finger_reaches(glass: Glass) -> None:
    glass.touch("Touch test")
    page = glass.item("StaffTouchScreen")
    for x, y in ((5, 5), (1275, 5), (5, 715), (1275, 715), (1274, 714)):
        glass.touch(QPointF(x, y))
    assert page.property("count") == 4
    glass.touch("Once more")
    assert page.property("count") == 0
    glass.touch("Done")
    assert screen(glass) == "staff"


def test_while_the_glass_is_wiped_nothing_answers(glass: Glass) -> None:
    glass.touch("Lock for cleaning")
    glass.touch("Lock now")
    assert screen(glass) == "cleaning"
    for _ in range(5):
        glass.touch(QPointF(640, 360))
        glass.key(Qt.Key.Key_Return)
    glass.session.tick()
    assert screen(glass) == "cleaning"
    assert glass.item("RingNotice").property("text") == "50"
    glass.clock.pass_by(50)
    glass.session.tick()
    wait(60)
    assert screen(glass) == "attract"


def test_the_message_speaks_the_languages_of_the_stand(glass: Glass) -> None:
    glass.touch("Back in a few minutes")
    glass.touch("10 minutes")
    notice = glass.item("RingNotice")
    assert notice.property("title") == "Back in 10 minutes"
    assert glass.session.property("awayLines") == ["Grįšime po 10 minučių"]
    glass.clock.pass_by(60 * 9 + 1)
    glass.session.tick()
    assert notice.property("text") == "1"
    assert glass.session.property("awayLines") == ["Grįšime po 1 minutės"]
    glass.touch(QPointF(1200, 700))
    assert screen(glass) == "home"


def test_a_talk_keeps_its_notes_below_the_page(glass: Glass) -> None:
    glass.touch("Talk with notes")
    glass.touch("Begin the talk")
    assert screen(glass) == "home"
    glass.go(("openStory", "one", "first"))
    strip, page = glass.place(glass.item("PresenterStrip")), glass.place(glass.item("Stage"))
    assert page.bottom() <= strip.top() + 1
    assert strip.bottom() == 720
    texts = [item.property("text") for item in glass.items("ThemeText")]
    assert "Say hello" in texts
    glass.touch("End the talk")
    assert screen(glass) == "attract"
    assert glass.items("PresenterStrip") == []
    assert glass.place(glass.item("Stage")).bottom() == 720


def test_the_notes_of_the_next_page_begin_at_their_start(open_glass: Open) -> None:
    made = document()
    notes = {"en": "Many words to say here. " * 40}
    made["sections"][0]["stories"][0]["pages"] = [
        page(name, words(), notes=notes | {"lt": name}) for name in ("a", "b")
    ]
    made["sections"][0]["stories"][0]["pages"][1]["notes"] = {"en": "Others to say here. " * 40}
    shown = open_glass(made)
    for event in (ev.OpenStaff(), ev.AcceptPin(), ev.Present()):
        shown.clock.pass_by(1)
        shown.session.post(event)
    shown.go(("openStory", "one", "first"))
    (column,) = (item for item in shown.items("ScrollColumn") if "Many" in column_text(item))
    QMetaObject.invokeMethod(column, "turn")
    wait(600)
    assert column.property("position") > 0
    shown.go("next")
    assert "Others" in column_text(column)
    assert column.property("position") == 0


def column_text(column: QQuickItem) -> str:
    """What stands in a column."""
    texts = column.findChildren(QQuickItem)
    return " ".join(str(text.property("text")) for text in texts if text.property("text"))


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (720, 1280)])
def test_the_longest_code_stays_beside_the_pad(open_glass: Open, size: tuple[int, int]) -> None:
    shown = open_glass(document(), size)
    shown.go("openStaff", *[("pinDigit", 1)] * 12)
    assert shown.session.property("pinLength") == 12
    (row,) = (
        item for item in shown.items("QQuickRow") if item.property("spacing") and _slots(item)
    )
    last = _slots(row)[-1]
    end = min((shown.place(k).left() for k in shown.items("PinKey")), default=size[0])
    if size[0] < size[1]:
        end = size[0]
    assert shown.place(last).right() <= end


def _slots(row: QQuickItem) -> list[QQuickItem]:
    return [item for item in row.childItems() if item.property("typed") is not None]


def test_the_pages_of_the_staff_have_the_safe_screen_to_themselves(open_glass: Open) -> None:
    shown = open_glass(document(), safe=True)
    assert shown.items("SafeScreen")
    shown.go("openStaff")
    assert shown.items("PinScreen")
    assert shown.items("SafeScreen") == []
    shown.go("leaveStaff")
    assert shown.items("SafeScreen")


@pytest.mark.parametrize(
    ("rung", "words"),
    [(0, ""), (1, "the content before"), (2, "that came with it"), (3, "Safe mode")],
)
def test_the_menu_says_why_the_program_is_careful(
    open_glass: Open, desk: FakeDesk, bundle: Bundle, tmp_path: Path, rung: int, words: str
) -> None:
    record = Record(rung, page="one/first/start")
    desk.facts = FactsDesk(under(tmp_path), bundle, ladder=record)
    shown = open_glass(document())
    for event in (ev.OpenStaff(), ev.AcceptPin()):
        shown.clock.pass_by(1)
        shown.session.post(event)
    wait(60)
    notes = [str(note.property("text")) for note in shown.items("StaffCaution")]
    assert len(notes) == (rung > 0)
    assert all(words in note and "one/first/start" in note for note in notes)


def test_the_mark_of_safe_mode(open_glass: Open) -> None:
    """Small, at the edge, with a name; not there in any other mode."""
    shown = open_glass(document())
    shown.go("begin")
    assert shown.items("SafeMark") == []
    shown.session.be_careful()
    wait(60)
    place = shown.place(shown.item("SafeMark"))
    width, height = shown.window.width(), shown.window.height()
    assert place.width() < 0.05 * width
    assert place.right() <= width
    assert place.left() > 0.95 * width
    assert 0 <= place.top() < place.bottom() < 0.06 * height

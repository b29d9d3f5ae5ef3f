"""Each check finds what it is there for, and lets what is right pass."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from tests.visual import picture
from tests.visual.checks import CHECKS
from tests.visual.geometry import EVERYWHERE, Box
from tests.visual.scene import Cover, Scene, Scroller, Target, Words

SCREEN = Box(0, 0, 1920, 1080)
TITLE = Words("Title", "Headline", Box(100, 100, 500, 150), SCREEN, SCREEN, key=1)
LEAD = Words("Lead", "ThemeText", Box(100, 200, 500, 230), SCREEN, SCREEN, key=2)
HOME = Target(3, "NavButton", "Home", "Button", Box(72, 976, 251, 1064), SCREEN, SCREEN, order=3)
BACK = Target(4, "NavButton", "Back", "Button", Box(265, 976, 432, 1064), SCREEN, SCREEN, order=4)
LABEL = Words("Home", "NavButton", Box(130, 1000, 230, 1030), SCREEN, SCREEN, inside=(3,), key=5)


def scene(*changed: Words | Target | Cover | Scroller, **settings: Any) -> Scene:
    """A screen on which all is well, but for what is changed or added."""
    made = Scene("page", "page", SCREEN, u=1, focus=[3, 4])
    parts: dict[Any, Any] = {part.key: part for part in (TITLE, LEAD, HOME, BACK, LABEL)}
    for number, part in enumerate(changed):
        parts[getattr(part, "key", -1 - number)] = part
    made.words = [part for part in parts.values() if isinstance(part, Words)]
    made.targets = [part for part in parts.values() if isinstance(part, Target)]
    made.covers = [part for part in parts.values() if isinstance(part, Cover)]
    made.scrollers = [part for part in parts.values() if isinstance(part, Scroller)]
    for name, value in settings.items():
        setattr(made, name, value)
    return made


def found(shown: Scene) -> set[str]:
    """The checks that find a fault."""
    return {check for check, judge in CHECKS.items() if list(judge(shown))}


def test_a_sound_screen_has_no_fault() -> None:
    assert found(scene()) == set()


@pytest.mark.parametrize(
    ("check", "shown"),
    [
        ("cut", scene(replace(TITLE, truncated=True))),
        ("cut", scene(replace(TITLE, bounds=Box(0, 0, 480, 1080)))),
        ("cut", scene(replace(TITLE, ink=Box(-20, 100, 300, 150)))),
        ("scrolling", scene(Scroller("ScrollColumn", down=True, across=False))),
        ("overlap", scene(replace(LEAD, ink=Box(400, 140, 800, 170)))),
        ("labels", scene(replace(LABEL, ink=Box(130, 1000, 262, 1030)))),
        ("labels", scene(replace(LEAD, ink=Box(300, 1000, 400, 1030)))),
        ("targets", scene(replace(HOME, box=Box(72, 976, 251, 1030)))),
        (
            "reach",
            scene(
                replace(HOME, box=Box(72, 450, 251, 540)),
                replace(LABEL, ink=Box(130, 480, 230, 510)),
                reach=True,
            ),
        ),
        ("targets", scene(replace(HOME, box=Box(-2, 976, 251, 1064)))),
        ("targets", scene(replace(BACK, box=Box(259, 976, 432, 1064)))),
        ("targets", scene(replace(BACK, box=Box(240, 976, 432, 1064)))),
        ("targets", scene(Cover(Box(0, 900, 400, 1080), order=9))),
        ("names", scene(replace(HOME, name=" "))),
        ("names", scene(replace(HOME, role="NoRole"))),
        ("focus", scene(focus=[3])),
        ("focus", scene(focus=[4, 3])),
        ("focus", scene(focus=[3, "QQuickFlickable", 4])),
        ("focus", scene(mirrored=True)),
        ("empty", Scene("page", "page", SCREEN, u=1, words=[LEAD])),
        ("warnings", scene(warnings=["NavBar.qml:3: Binding loop"])),
    ],
)
def test_a_fault_is_found(check: str, shown: Scene) -> None:
    assert check in found(shown)


def test_what_scrolls_may_be_out_of_sight() -> None:
    column = Box(100, 200, 500, 600)
    below = replace(LEAD, ink=Box(100, 980, 500, 1010), view=column, bounds=EVERYWHERE, scroller=9)
    assert found(scene(below)) == set()


@pytest.mark.parametrize("size", [(1024, 768), (800, 600)])
def test_other_screens_and_larger_texts_may_scroll(size: tuple[int, int]) -> None:
    scroller = Scroller("ScrollColumn", down=True, across=False)
    assert "scrolling" not in found(scene(scroller, box=Box(0, 0, *size)))
    assert "scrolling" not in found(scene(scroller, text_size="large"))


def test_reading_goes_on_in_the_next_column() -> None:
    left = replace(HOME, box=Box(100, 700, 300, 800))
    right = replace(BACK, box=Box(900, 100, 1100, 200))
    assert found(scene(left, right, replace(LABEL, inside=(), ink=LABEL.ink))) == set()
    assert "focus" in found(scene(left, right, mirrored=True))


def test_a_footnote_mark_stands_on_its_own_text() -> None:
    mark = Words("1", "FootnoteMark", Box(480, 205, 495, 225), SCREEN, SCREEN, key=8)
    assert "overlap" in found(scene(mark))
    assert "overlap" not in found(scene(replace(mark, host=LEAD.key)))


def test_contrast_is_measured_where_it_is_worst() -> None:
    ground = Image.new("RGB", (100, 20), (10, 10, 10))
    ratio, _ = picture.worst_contrast(TITLE, ground)
    assert ratio > 18
    ground.paste((200, 200, 200), (0, 0, 10, 20))
    ratio, colour = picture.worst_contrast(TITLE, ground)
    assert ratio < 2
    assert colour == (203, 203, 203)
    faint, _ = picture.worst_contrast(replace(TITLE, opacity=0.2), Image.new("RGB", (9, 9)))
    assert faint < 4.5


def test_words_that_are_not_drawn_are_found() -> None:
    bare = Image.new("RGB", (1920, 1080), (10, 10, 10))
    full = bare.copy()
    assert any("not drawn" in fault for fault in picture.look(scene(), full, bare))
    for words in (TITLE, LEAD, LABEL):
        full.paste((255, 255, 255), tuple(map(round, vars(words.ink).values())))
    for number in range(9):
        full.putpixel((number, 0), (number, 99, 99))
    assert list(picture.look(scene(), full, bare)) == []
    assert any("colours" in fault for fault in picture.look(scene(), bare, bare))

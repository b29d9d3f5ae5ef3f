"""One window that covers the screen and that a visitor can neither close nor leave."""

from __future__ import annotations

import signal

import pytest

from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk, say
from tests.e2e.steps import go_home

HOME = Content("en").title
END_SECONDS = 2

KEYS = [
    "ctrl+q", "ctrl+w", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+s", "ctrl+t", "ctrl+shift+i",
    "ctrl+a", "ctrl+c", "ctrl+x", "ctrl+v", "ctrl+Insert", "shift+Insert", "alt+F4", "alt+Tab",
    "alt+Escape", "alt+F2", "super", "super+d", "super+l", "super+r", "Menu",
    "shift+F10", "Print", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11",
    "F12", "XF86Back", "XF86HomePage", "XF86WWW", "XF86Sleep",
]  # fmt: skip


@pytest.fixture(params=["landscape", "portrait"])
def kiosk(run: Run, request: pytest.FixtureRequest) -> Kiosk:
    """A kiosk in its attract loop."""
    return run(stand=request.getfixturevalue(request.param))


def hears_keys(kiosk: Kiosk) -> bool:
    """Whether keys really arrive: Tab moves the focus to another target."""
    before = focus(kiosk)
    kiosk.stand.finger.key("Tab")
    kiosk.wait("the focus to move", lambda: focus(kiosk) not in {before, ""})
    return True


def focus(kiosk: Kiosk) -> str:
    """Name of the target that has the focus."""
    return next((node.name for node in kiosk.targets() if "focused" in node.states), "")


def only_window(kiosk: Kiosk) -> tuple[int, ...]:
    """Number and place of the one window there is; fails when there are others."""
    frames = kiosk.stand.screen.frames()
    assert len(frames) == 1, frames
    frame = frames[0]
    assert frame.pid == kiosk.pid
    return frame.number, frame.x, frame.y, frame.width, frame.height


def test_covers_the_screen(kiosk: Kiosk) -> None:
    """One window without a title bar, as large as the screen, that has the keys."""
    number, *place = only_window(kiosk)
    assert place == [0, 0, *kiosk.stand.size]
    assert not kiosk.stand.screen.decorated(number)
    assert kiosk.stand.screen.focused() == number
    colours = kiosk.picture().getcolors(kiosk.stand.size[0] * kiosk.stand.size[1])
    assert colours is not None
    assert len(colours) > 100, "the screen is blank"


def test_no_key_leads_out(kiosk: Kiosk) -> None:
    """Shortcuts of desktops and browsers change neither window nor screen."""
    go_home(kiosk)
    assert hears_keys(kiosk)
    window = only_window(kiosk)
    before = names(kiosk)
    for key in KEYS:
        kiosk.stand.finger.key(key)
        assert names(kiosk) == before, f"{key} changed the screen"
        assert only_window(kiosk) == window, f"{key} changed the window"
    assert hears_keys(kiosk)


def names(kiosk: Kiosk) -> list[str]:
    """What is on the screen, whichever of it has the focus."""
    return [f"{node.role} {node.name}" for node in kiosk.rest()]


def test_no_button_of_a_mouse_leads_out(kiosk: Kiosk) -> None:
    """Right and middle buttons, wheels and thumb buttons open nothing."""
    go_home(kiosk)
    window = only_window(kiosk)
    before = names(kiosk)
    for button in (2, 3, 4, 5, 6, 7, 8, 9):
        for point in (kiosk.target(say("Home")).centre, (300, 300)):
            kiosk.stand.finger.button(point, button)
        assert names(kiosk) == before, f"button {button} changed the screen"
        assert only_window(kiosk) == window
    kiosk.tap(say("Accessibility"))
    kiosk.see(say("Make it easier"))


def test_cannot_be_closed(kiosk: Kiosk) -> None:
    """The message of a click on the cross is understood and refused, twenty times."""
    window = only_window(kiosk)
    assert kiosk.stand.screen.understands_close(window[0])
    for _ in range(20):
        kiosk.stand.screen.ask_to_close(window[0])
    go_home(kiosk)
    assert only_window(kiosk) == window


def test_unlocked_can_be_closed(launch: Run) -> None:
    """For developers: the same message ends it. Shows that the message arrives at all."""
    kiosk = launch("--unlocked")
    kiosk.see(say("Touch to begin"))
    kiosk.stand.screen.ask_to_close(only_window(kiosk)[0])
    assert kiosk.program.code(5) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ends_at_a_signal(run: Run, number: signal.Signals) -> None:
    """Ctrl+C in its terminal ends it at once, also in the middle of a visit."""
    kiosk = run()
    go_home(kiosk)
    kiosk.program.signal(number)
    assert kiosk.program.code(END_SECONDS) == 0
    assert kiosk.stand.screen.frames() == []


def test_a_window_for_developers(launch: Run) -> None:
    """`--window 1280x720` is as large as it says."""
    kiosk = launch("--window", "1280x720")
    kiosk.see(say("Touch to begin"))
    assert only_window(kiosk)[3:] == (1280, 720)

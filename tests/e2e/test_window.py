"""One window that covers the screen and that cannot be closed; ways out: test_breakout.py."""

from __future__ import annotations

import signal
import time

import pytest

from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk, say
from tests.e2e.steps import go_home

HOME = Content("en").title
END_SECONDS = 2


@pytest.fixture(params=["landscape", "portrait"])
def kiosk(run: Run, request: pytest.FixtureRequest) -> Kiosk:
    """A kiosk in its attract loop."""
    return run(stand=request.getfixturevalue(request.param))


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


@pytest.mark.parametrize("renderer", ["software", "gpu"])
def test_ends_whatever_it_is_drawing(run: Run, renderer: str) -> None:
    """With a GPU another thread draws, and waits for nobody for long."""
    for moment in range(3):
        kiosk = run("--renderer", renderer, "--no-supervisor")
        time.sleep(moment / 7)
        kiosk.program.signal(signal.SIGTERM)
        assert kiosk.program.code(END_SECONDS) == 0


def test_what_was_compiled_for_a_gpu_is_kept(run: Run) -> None:
    kiosk = run("--renderer", "gpu", "--no-supervisor")
    (folder,) = kiosk.stand.folder.glob(".cache/juosta/qtpipelinecache-*")
    kept = folder / "qqpc_opengl"
    kept.unlink(missing_ok=True)
    go_home(kiosk)
    kiosk.program.signal(signal.SIGTERM)
    assert kiosk.program.code(END_SECONDS) == 0
    assert kept.stat().st_size > 10_000


def test_a_window_for_developers(launch: Run) -> None:
    """`--window 1280x720` is as large as it says."""
    kiosk = launch("--window", "1280x720")
    kiosk.see(say("Touch to begin"))
    assert only_window(kiosk)[3:] == (1280, 720)

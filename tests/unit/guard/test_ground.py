"""The dark ground with a compositor that is none; a real one: `tests/e2e/test_ground.py`."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.guard.ground import COLOUR, Ground
from tests.linux.tree import text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Wayland is Linux")

PATIENCE_SECONDS = 10


class Nonsense:
    """Listens where a compositor would, and says what it is told."""

    def __init__(self, path: Path) -> None:
        self.environment = {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": str(path)}
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen()
        self._listening.settimeout(PATIENCE_SECONDS)

    def say(self, words: bytes) -> None:
        """To the next who comes; then hang up."""
        caller, _ = self._listening.accept()
        with caller:
            caller.sendall(words)

    def close(self) -> None:
        """Nobody listens any more."""
        self._listening.close()


@pytest.fixture
def nonsense(tmp_path: Path) -> Iterator[Nonsense]:
    """A compositor that is none."""
    one = Nonsense(tmp_path / "w")
    yield one
    one.close()


def over(ground: Ground) -> bool:
    """Whether its thread ends."""
    end = time.monotonic() + PATIENCE_SECONDS
    while ground._lies() and time.monotonic() < end:
        time.sleep(0.001)
    return not ground._lies()


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.binary(max_size=200))
def test_no_words_of_a_compositor_harm(nonsense: Nonsense, words: bytes) -> None:
    ground = Ground(nonsense.environment)
    ground.show()
    nonsense.say(words)
    assert over(ground)
    ground.hide()


@pytest.mark.parametrize(
    "words",
    [
        b"\2\0\0\0\0\0\0\0",  # an event without a size
        b"\2\0\0\0\0\0\x0c\0\1\0\0\0",  # something that is there, without its name
        b"\3\0\0\0\0\0\x0c\0\1\0\0\0",  # all is told, and nothing is there
        b"\2\0\0\0\0\0\x18\0\1\0\0\0\2\0\0\0\xff\0\0\0\1\0\0\0",  # a name that is no text
    ],
)
def test_half_of_what_it_needs_is_nothing(
    nonsense: Nonsense, words: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    ground = Ground(nonsense.environment)
    ground.show()
    nonsense.say(words)
    assert over(ground)
    assert capsys.readouterr().err == ""


def test_nobody_listens(tmp_path: Path) -> None:
    ground = Ground({"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": str(tmp_path / "w")})
    ground.show()
    assert not ground._lies()
    ground.hide()


@pytest.mark.parametrize(
    "environment",
    [{}, {"WAYLAND_DISPLAY": "w"}, {"WAYLAND_DISPLAY": "w", "QT_QPA_PLATFORM": "xcb"}],
    ids=str,
)
def test_only_in_a_wayland_session(environment: dict[str, str], nonsense: Nonsense) -> None:
    """A person's desktop keeps its own ground, whatever it runs on."""
    address = nonsense.environment["WAYLAND_DISPLAY"]
    ground = Ground(
        {name: address if value == "w" else value for name, value in environment.items()}
    )
    ground.show()
    assert not ground._lies()


def test_it_looks_like_the_compositors_own() -> None:
    assert f"background-color=0x0b{COLOUR:06x}" in text("etc/juosta/weston.ini")

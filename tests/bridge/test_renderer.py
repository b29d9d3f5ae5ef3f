"""Which renderer a machine gets: by its OpenGL's name; asked again when the card is another."""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kiosk import durable
from kiosk.bridge import adapters, renderer
from tests.faults.faulty import unreadable

IDLE = "QT_QPA_UPDATE_IDLE_TIME"
ATLAS = "QSG_ATLAS_HEIGHT"


Answers = list[str | Exception]


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Answers:
    """A machine with one card; what asking OpenGL brings, one after the other."""
    (tmp_path / "dri").mkdir()
    (tmp_path / "dri" / "renderD128").touch()
    given: Answers = []

    def probe(words: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        answer = given.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return subprocess.CompletedProcess(words, 0, answer, "")

    monkeypatch.setattr(renderer.sys, "platform", "linux")
    monkeypatch.setattr(renderer, "RENDER_NODES", tmp_path / "dri")
    monkeypatch.setattr(subprocess, "run", probe)
    return given


def another_start() -> None:
    """What this process knows is forgotten."""
    renderer._opengl.cache_clear()


def listed(*names: str) -> Any:
    """EnumDisplayDevicesW of a machine with these cards."""

    def ask(_: None, number: int, place: Any, flags: int) -> int:
        if number >= len(names):
            return 0
        device = ctypes.cast(place, ctypes.POINTER(adapters.Device)).contents
        assert device.size == 840
        letters = names[number].encode("utf-16-le")
        for at in range(len(letters) // 2):
            device.words[at] = int.from_bytes(letters[2 * at : 2 * at + 2], "little")
        return 1

    return ask


def test_cards_are_named_once_each() -> None:
    assert adapters.names(listed()) == []
    found = adapters.names(listed("Intel(R)  UHD 630", "Intel(R) UHD 630", "Ąžuolas", ""))
    assert found == ["Intel(R) UHD 630", "Ąžuolas"]


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [("Intel(R) UHD Graphics 630", "gpu"), ("GDI Generic", "software"), ("", "software")],
)
def test_windows_is_asked_once_for_each_card(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str, chosen: str
) -> None:
    asked: list[str] = []

    def probe(words: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        asked.append(words[-1])
        return subprocess.CompletedProcess(words, 0, answer, "")

    cards = ["Basic Display Adapter"]
    monkeypatch.setattr(renderer.sys, "platform", "win32")
    monkeypatch.setattr(adapters, "names", lambda: cards)
    monkeypatch.setattr(subprocess, "run", probe)
    another_start()
    memory = tmp_path / "state" / "renderer.txt"
    assert [renderer.choose("auto", memory) for _ in range(2)] == [chosen, chosen]
    assert len(asked) == 1
    cards.append("Another")
    assert renderer.choose("auto", memory) == chosen
    assert len(asked) == 2


@pytest.mark.parametrize(
    "damage", [b"", b"renderD128", b"renderD128\n", b"renderD128\ngp", b"\xff\xfe\x80", b"\0" * 30]
)
def test_a_damaged_answer_is_none(answers: Answers, tmp_path: Path, damage: bytes) -> None:
    """The card is asked again, and that is kept as a whole."""
    another_start()
    memory = tmp_path / "renderer.txt"
    memory.write_bytes(damage)
    answers.append("llvmpipe")
    assert [renderer.choose("auto", memory) for _ in range(2)] == ["software", "software"]
    assert memory.read_bytes() == b"renderD128\nsoftware\n"
    memory.write_bytes(b"renderD128\ngpu\n")
    assert renderer.choose("auto", memory) == "gpu"


def test_an_answer_that_the_disk_does_not_give_back_is_none(
    answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one that it does not take costs one start no more than one question."""
    another_start()

    def refuses(*_: Any, **__: Any) -> Any:
        raise OSError(errno.EIO, "Input/output error")

    memory = tmp_path / "renderer.txt"
    memory.write_bytes(b"renderD128\nsoftware\n")
    answers.append("Intel")
    monkeypatch.setattr(Path, "read_text", refuses)
    monkeypatch.setattr(durable, "write", refuses)
    with unreadable(memory, errno.EIO):
        assert [renderer.choose("auto", memory) for _ in range(2)] == ["gpu", "gpu"]


@pytest.mark.parametrize("silence", [subprocess.TimeoutExpired("probe", 10), OSError(11, "busy")])
def test_no_answer_holds_for_one_start_only(
    answers: Answers, tmp_path: Path, silence: Exception
) -> None:
    """A machine that was too busy once does without its card until the next start."""
    another_start()
    memory = tmp_path / "renderer.txt"
    answers += [silence, "Intel"]
    assert [renderer.choose("auto", memory) for _ in range(2)] == ["software", "software"]
    another_start()
    assert renderer.choose("auto", memory) == "gpu"
    assert memory.read_bytes() == b"renderD128\ngpu\n"


@pytest.mark.parametrize(
    ("drawn", "other", "name", "value"),
    [
        ("software", "gpu", IDLE, renderer.IDLE_MILLISECONDS),
        ("gpu", "software", ATLAS, renderer.ATLAS_PIXELS),
    ],
    ids=["drawn soon after each step", "small pictures in a small texture"],
)
def test_qt_is_told_what_suits_the_renderer_unless_somebody_has(
    monkeypatch: pytest.MonkeyPatch,
    drawn: renderer.Renderer,
    other: renderer.Renderer,
    name: str,
    value: int,
) -> None:
    told: list[object] = []
    monkeypatch.setattr("PySide6.QtQuick.QQuickWindow.setGraphicsApi", told.append)
    for one in (IDLE, ATLAS):  # what the program sets is taken back
        monkeypatch.setenv(one, "")
        monkeypatch.delenv(one)
    renderer.apply(other)
    assert name not in os.environ
    renderer.apply(drawn)
    assert os.environ[name] == str(value)
    monkeypatch.setenv(name, "7")
    renderer.apply(drawn)
    assert os.environ[name] == "7"
    assert len(told) == 3

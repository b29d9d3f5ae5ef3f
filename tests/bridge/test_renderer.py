"""Which renderer Windows gets: by the name of its OpenGL; asked again when the card is another."""

from __future__ import annotations

import ctypes
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kiosk.bridge import adapters, renderer

IDLE = "QT_QPA_UPDATE_IDLE_TIME"
ATLAS = "QSG_ATLAS_HEIGHT"


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
    memory = tmp_path / "state" / "renderer.txt"
    assert [renderer.choose("auto", memory) for _ in range(2)] == [chosen, chosen]
    assert len(asked) == 1
    cards.append("Another")
    assert renderer.choose("auto", memory) == chosen
    assert len(asked) == 2


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

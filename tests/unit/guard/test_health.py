"""The two files that say how the stand is: whole at every moment, and understood by readers."""

from __future__ import annotations

import json
import os
import re
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

import kiosk
from kiosk import durable
from kiosk.guard.health import read_health, write_health
from kiosk.paths import Places, under

WALL = 1_795_860_000.0
METRIC = re.compile(r'juosta_[a-z_]+(\{[a-z]+="(\\.|[^"\\])*"\})? -?[0-9.e+]+')


@dataclass(frozen=True)
class Beat:
    """A beat of the screen."""

    drawn: float | None = 999.0
    page: str = "cyber/fourth/rank"
    state: str = "browsing"
    version: str = "0003-fair"
    rss: int = 123_456_789
    idle: bool = False


@dataclass(frozen=True)
class Facts:
    """What a supervisor knows."""

    up: float = 3600.0
    restarts: int = 2
    faults: int = 1
    rung: int = 0
    reason: str = ""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return under(tmp_path)


def test_health_tells_how_the_stand_is(places: Places) -> None:
    write_health(places, Beat(), Facts(), WALL, 1000.0)
    health = read_health(places, WALL + 20)
    assert health is not None
    assert (health.age, health.fresh) == (20, True)
    assert health.screen == {
        "drawnSecondsAgo": 1.0,
        "page": "cyber/fourth/rank",
        "state": "browsing",
        "content": "0003-fair",
        "memoryBytes": 123_456_789,
        "idle": False,
    }
    assert health.supervisor["restarts"] == 2
    assert health.document["program"] == kiosk.__version__
    assert health.document["written"]["utc"].startswith("2026-11-28T")


def test_health_grows_old(places: Places) -> None:
    write_health(places, Beat(), Facts(), WALL, 1000.0)
    late, wrong = read_health(places, WALL + 60), read_health(places, WALL - 86_400)
    assert late is not None
    assert not late.fresh
    assert wrong is not None
    assert not wrong.fresh


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"written": {}}', '{"written": 5}'])
def test_what_a_pulled_plug_has_left_is_not_known(places: Places, text: str) -> None:
    places.state.mkdir()
    places.health.write_text(text)
    assert read_health(places) is None


def test_before_the_first_beat_and_while_nobody_sees_the_window(places: Places) -> None:
    write_health(places, None, Facts(), WALL, 1000.0)
    health = read_health(places, WALL)
    assert health is not None
    assert health.screen is None
    assert "juosta_screen_memory_bytes" not in places.metrics.read_text()
    write_health(places, Beat(drawn=None), Facts(), WALL, 1000.0)
    health = read_health(places, WALL)
    assert health is not None
    assert health.screen is not None
    assert health.screen["drawnSecondsAgo"] is None
    assert "last_drawn" not in places.metrics.read_text()


def test_metrics_keep_to_the_text_format(places: Places) -> None:
    write_health(places, Beat(page='a"b\\c\nd'), Facts(reason="it crashed"), WALL, 1000.5)
    text = places.metrics.read_text()
    assert text.endswith("\n")
    lines = text.splitlines()
    names: list[str] = []
    for help_line, type_line, sample in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        name = sample.split("{")[0].split(" ")[0]
        names.append(name)
        assert help_line.startswith(f"# HELP {name} ")
        kind = "counter" if name.endswith("_total") else "gauge"
        assert type_line == f"# TYPE {name} {kind}"
        assert METRIC.fullmatch(sample), sample
    assert len(names) == len(set(names))
    assert "juosta_screen_faults_total 1" in lines
    assert f"juosta_screen_last_drawn_timestamp_seconds {WALL - 1.5}" in lines
    assert f"juosta_supervisor_start_time_seconds {WALL - 3600}" in lines
    assert r'juosta_page_info{page="a\"b\\c\nd"} 1' in lines


def test_the_folder_of_metrics_holds_nothing_else_that_is_collected(places: Places) -> None:
    for _ in range(3):
        write_health(places, Beat(), Facts())
    assert [file.name for file in places.metrics.parent.glob("*.prom")] == ["juosta.prom"]
    assert os.name == "nt" or places.metrics.stat().st_mode & 0o777 == 0o644


def test_a_reader_finds_a_whole_file_at_every_moment(places: Places) -> None:
    write_health(places, Beat(), Facts())
    stop = threading.Event()
    broken: list[str] = []

    def read() -> None:
        while not stop.is_set():
            try:
                json.loads(places.health.read_text())
            except (OSError, ValueError) as error:
                broken.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(300):
        write_health(places, Beat(page="x" * number), Facts(restarts=number))
    stop.set()
    reader.join()
    assert broken == []


def test_nothing_is_synced_to_the_disk(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    write_health(places, Beat(), Facts())  # the folders are made once, and durably

    def refuse(_handle: int) -> None:
        raise AssertionError("a sync every few seconds wears out the disk")

    monkeypatch.setattr(os, "fsync", refuse)
    write_health(places, Beat(), Facts(restarts=7))
    health = read_health(places)
    assert health is not None
    assert health.supervisor["restarts"] == 7


def test_what_was_left_of_a_killed_writer_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".a.new").write_text("half of")
    durable.write_fleeting(tmp_path / "a", b"whole")
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"a": "whole"}

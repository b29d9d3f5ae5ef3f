"""What is written to a stick, and what happens when it cannot be."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.sticks import writing
from kiosk.sticks.places import Stick

WHEN = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    folder = tmp_path / "log"
    folder.mkdir()
    (folder / "screen.log").write_text("a line\n")
    (folder / "elsewhere.log").symlink_to("/etc/passwd")
    return folder


def test_a_report_says_when_and_replaces_the_one_before(tmp_path: Path) -> None:
    stick = Stick(tmp_path, "FAIR")
    for lines in (["not taken"], ["taken"]):
        assert writing.report(stick, lines, WHEN).name == "juosta-report.txt"
    text = (tmp_path / "juosta-report.txt").read_text()
    assert text == "Juosta, 2026-11-28 09:30\n\ntaken\n"


def test_a_link_in_the_place_of_the_report_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "juosta-report.txt").symlink_to(outside)
    writing.report(Stick(stick, "FAIR"), ["words"], WHEN)
    assert outside.read_text() == "mine"
    assert "words" in (stick / "juosta-report.txt").read_text()


def test_an_export_has_the_files_and_the_log_but_no_links(tmp_path: Path, logs: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    done = writing.export(Stick(stick, "FAIR"), "vilnius", {"health.txt": b"well\n"}, logs, WHEN)
    assert done == writing.Written("juosta-export-vilnius-20261128-093000")
    files = {path.name: path.read_text() for path in (stick / done.name).iterdir()}
    assert files == {"health.txt": "well\n", "screen.log": "a line\n"}


def test_a_stick_that_is_gone_is_words(tmp_path: Path, logs: Path) -> None:
    stick = Stick(tmp_path / "gone", "FAIR")
    assert "could not be written" in writing.report(stick, ["x"], WHEN).words
    assert "could not be written" in writing.export(stick, "a", {}, logs, WHEN).words
    assert "could not be written" in writing.single(stick, "a.toml", b"x").words


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A stick with 64 kB."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "stick"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_stick_is_words_and_keeps_no_half_export(full: Path, logs: Path) -> None:
    done = writing.export(Stick(full, "FAIR"), "a", {"statistics.csv": bytes(200_000)}, logs, WHEN)
    assert "No space left" in done.words
    assert list(full.iterdir()) == []

"""The reasons of the last ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.guard import exits
from kiosk.guard.exits import Exit


def test_the_last_hundred_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "state" / "exits.json"
    for number in range(exits.MOST + 5):
        exits.add(file, Exit("crash", f"end {number}", up=1.5, page="a/ė/c"))
    found = exits.read(file)
    assert [one.words for one in found] == [f"end {n}" for n in range(5, exits.MOST + 5)]
    assert found[-1] == Exit("crash", f"end {exits.MOST + 4}", up=1.5, page="a/ė/c")


def test_the_log_has_it_in_words_and_in_facts(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    exits.add(tmp_path / "exits.json", Exit("crash", "it crashed", up=3.4, page="home", rung=1))
    exits.add(tmp_path / "exits.json", Exit("night", "it starts anew each night", up=9e4))
    assert [(record.levelname, record.message) for record in caplog.records] == [
        ("WARNING", "The screen ended after 3 s on home: it crashed."),
        ("INFO", "The screen ended after 90000 s: it starts anew each night."),
    ]
    facts = caplog.records[0].args
    assert isinstance(facts, dict)
    assert (facts["kind"], facts["seconds"], facts["rung"]) == ("crash", 3.4, 1)


def test_what_somebody_wanted_is_no_fault() -> None:
    assert Exit("night", "").planned
    assert not Exit("crash", "").planned
    assert not Exit("hang", "").planned


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b'[{"kind": 1, "words": ""}]', b"[" * 9999]
)
def test_a_damaged_file_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "exits.json"
    file.write_bytes(content)
    assert exits.read(file) == ()
    exits.add(file, Exit("hang", "it stood still"))
    assert [one.kind for one in exits.read(file)] == ["hang"]


def test_a_good_entry_beside_a_bad_one_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "exits.json"
    file.write_text('[{"kind": "crash", "words": "a"}, {"kind": "crash"}, 7]')
    assert exits.read(file) == (Exit("crash", "a"),)


def test_a_disk_that_refuses_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    exits.add(tmp_path / "state" / "exits.json", Exit("crash", "x"))

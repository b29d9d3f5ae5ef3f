"""Proofs of passed rehearsals: they hold for exactly these files, this shape and this program."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.store import rehearsed
from kiosk.store.rehearsed import KEPT, Rehearsed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a bundle's files."""
    made = tmp_path / "bundle"
    (made / "assets").mkdir(parents=True)
    (made / "content.json").write_text("{}", encoding="utf-8")
    (made / "assets" / "a.png").write_bytes(b"picture")
    return made


def test_a_proof_holds_until_something_differs(tmp_path: Path, folder: Path) -> None:
    memory = Rehearsed(tmp_path / "rehearsed.json")
    first = memory.proof(folder, portrait=False)
    assert not memory.holds(first)
    memory.note(first)
    assert Rehearsed(tmp_path / "rehearsed.json").holds(memory.proof(folder, portrait=False))
    assert not memory.holds(memory.proof(folder, portrait=True))
    (folder / "assets" / "a.png").write_bytes(b"another")
    assert not memory.holds(memory.proof(folder, portrait=False))


def test_bytes_that_move_from_file_to_file_are_seen(tmp_path: Path, folder: Path) -> None:
    memory = Rehearsed(tmp_path / "rehearsed.json")
    before = memory.proof(folder, portrait=False)
    (folder / "assets" / "a.png").rename(folder / "assets" / "b.png")
    assert memory.proof(folder, portrait=False) != before


def test_another_program_rehearses_anew(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Rehearsed(tmp_path / "rehearsed.json")
    before = memory.proof(folder, portrait=False)
    monkeypatch.setattr(rehearsed, "__version__", "99.0")
    assert memory.proof(folder, portrait=False) != before


def test_only_the_last_ones_are_kept(tmp_path: Path) -> None:
    memory = Rehearsed(tmp_path / "rehearsed.json")
    for number in range(KEPT + 1):
        memory.note(str(number))
    assert not memory.holds("0")
    assert memory.holds(str(KEPT))


@pytest.mark.parametrize("bytes_there", [b"", b"{", b"[1]", b"\xff"])
def test_a_damaged_file_is_no_proof_and_is_mended(tmp_path: Path, bytes_there: bytes) -> None:
    file = tmp_path / "rehearsed.json"
    file.write_bytes(bytes_there)
    memory = Rehearsed(file)
    assert not memory.holds("x")
    memory.note("x")
    assert memory.holds("x")


def test_a_disk_that_refuses_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    memory = Rehearsed(tmp_path / "file" / "rehearsed.json")
    memory.note("x")
    assert not memory.holds("x")

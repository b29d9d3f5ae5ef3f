"""`kiosk --self-test`: READY with counts, or what is wrong in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk import factory
from kiosk.__main__ import main
from kiosk.commands import selftest
from kiosk.content.blocks import BLOCK_TYPES
from kiosk.store import reader
from tests.bridge.conftest import document


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The bundles that were drawn; they all pass (the rehearsal has tests of its own)."""
    seen: list[Path] = []
    monkeypatch.setattr(selftest, "_drawn", lambda content, _words: seen.append(content) or [])
    return seen


def test_ready_counts_blocks_pages_and_languages(
    drawn: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--self-test"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"READY: {len(BLOCK_TYPES)} types of blocks, ")
    assert " pages in 2 languages (en lt), 2 languages of the interface (en lt), " in told
    assert drawn == [factory.default_content()]  # it has every type of block


def test_types_of_blocks_that_the_content_lacks_are_drawn_too(
    drawn: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content.json").write_text(json.dumps(document()), encoding="utf-8")
    monkeypatch.setattr(factory, "default_content", lambda: tmp_path)
    assert main(["--self-test"]) == 0
    assert drawn == [tmp_path, factory.demo_content()]


def test_the_demo_has_every_type_of_block() -> None:
    assert selftest.kinds_of(reader.load(factory.demo_content()).bundle) == set(BLOCK_TYPES)


def test_a_page_that_cannot_be_drawn_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = document()
    odd["title"]["en"] = "Some \U00010900 words"
    (tmp_path / "content.json").write_text(json.dumps(odd), encoding="utf-8")
    monkeypatch.setattr(factory, "default_content", lambda: tmp_path)
    monkeypatch.setattr(selftest, "kinds_of", lambda _bundle: set(BLOCK_TYPES))  # drawn once
    assert main(["--self-test"]) == 1
    told = capsys.readouterr()
    assert "U+10900" in told.err
    assert "Install it again" in told.err
    assert "READY" not in told.out


@pytest.mark.usefixtures("drawn")
def test_a_part_that_did_not_come_along_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(selftest, "LATE", (*selftest.LATE, "left_out_of_the_package"))
    assert main(["--self-test"]) == 1
    assert "cannot be loaded: left_out_of_the_package" in capsys.readouterr().err


@pytest.mark.usefixtures("drawn")
def test_content_that_is_gone_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(factory, "default_content", lambda: tmp_path)
    assert main(["--self-test"]) == 1
    told = capsys.readouterr()
    assert "content.json" in told.err
    assert "Traceback" not in told.err

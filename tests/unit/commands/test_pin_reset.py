"""`kiosk config pin-reset`: the signed file for a stand whose PIN nobody knows any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.paths import HOME_VARIABLE, Places, find
from kiosk.store import pinreset, signing
from kiosk.store.trust import Trust
from tests.unit.commands.test_config import kiosk_config


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return find()


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """A private key of headquarters."""
    path = tmp_path / "hq.key"
    signing.write_private(path, signing.generate("Headquarters"))
    return path


def test_a_reset_file_is_made_for_a_site(
    places: Places, key_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("pin-reset", "--key", str(key_file), "--site", "riga", "-o", str(tmp_path))
    assert kiosk_config(*words) == 0
    known = Trust(now=signing.read_private(key_file).public)
    found = pinreset.read(tmp_path, known, "riga", places.pin_resets)
    assert found is not None
    assert "Code forgotten" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("key", "site", "folder", "words"),
    [
        ("hq.key", "Riga!", ".", "stand.site must be a short name"),
        ("hq.key", "", ".", "--site is empty"),
        ("none.key", "riga", ".", "cannot be read"),
        ("hq.key", "riga", "gone", "Is the stick plugged in?"),
    ],
)
def test_a_reset_file_that_cannot_be_made_is_said(  # noqa: PLR0917
    key_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    key: str,
    site: str,
    folder: str,
    words: str,
) -> None:
    at = str(key_file.parent / key)
    given = ("pin-reset", "--key", at, "--site", site, "-o", str(tmp_path / folder))
    assert kiosk_config(*given) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / pinreset.NAME).exists()

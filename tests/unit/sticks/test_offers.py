"""What a stick offers, whatever else is on it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.sticks.offers import ENTRIES_MOST, OFFERS_MOST, offers
from kiosk.sticks.places import Stick


def names(folder: Path) -> list[tuple[str, str]]:
    return [(offer.kind, offer.name) for offer in offers(Stick(folder, "FAIR"))]


def put(folder: Path, name: str, content: str = "x") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def test_files_and_folders_of_bundles_and_settings_are_offered(tmp_path: Path) -> None:
    for name in ("b.kiosk", "A.KIOSK", "juosta-settings.toml", "fair/content.json", "d/c.kiosk"):
        put(tmp_path, name)
    assert names(tmp_path) == [
        ("bundle", "A.KIOSK"),
        ("bundle", "b.kiosk"),
        ("bundle", "c.kiosk"),
        ("folder", "fair"),
        ("settings", "juosta-settings.toml"),
    ]


def test_a_bundle_at_the_top_has_the_name_of_the_stick(tmp_path: Path) -> None:
    put(tmp_path, "content.json")
    assert names(tmp_path) == [("folder", "FAIR")]


def test_what_starts_things_elsewhere_is_not_even_looked_at(tmp_path: Path) -> None:
    for name in ("autorun.inf", "run.sh", "x.desktop", ".hidden.kiosk", ".Trash/a.kiosk"):
        put(tmp_path, name)
    (tmp_path / "link.kiosk").symlink_to("/etc/passwd")
    (tmp_path / "deep.kiosk").mkdir()
    assert names(tmp_path) == []


def test_nothing_deeper_than_one_folder_is_searched(tmp_path: Path) -> None:
    put(tmp_path, "a/b/c.kiosk")
    assert names(tmp_path) == []


def test_a_stick_full_of_files_is_not_searched_to_its_end(tmp_path: Path) -> None:
    for number in range(ENTRIES_MOST + 500):
        (tmp_path / f"{number}.kiosk").touch()
    assert len(names(tmp_path)) == OFFERS_MOST


def test_an_entry_that_cannot_be_looked_at_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*, follow_symlinks: bool) -> bool:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    put(tmp_path, "fair.kiosk")
    entries = list(os.scandir(tmp_path))
    bad = SimpleNamespace(name="bad", path=str(tmp_path / "bad"), is_file=refuse, is_dir=refuse)
    monkeypatch.setattr("kiosk.sticks.offers._entries", lambda *_: iter([bad, *entries]))
    assert names(tmp_path) == [("bundle", "fair.kiosk")]


def test_a_stick_that_is_gone_offers_nothing(tmp_path: Path) -> None:
    assert names(tmp_path / "pulled-out") == []

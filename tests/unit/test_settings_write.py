"""Changes of the staff's settings from several sides at once: none is lost, none waits for ever."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from kiosk import settings_write
from kiosk.catalogs import staff_text
from kiosk.lock import FileLock
from kiosk.paths import Places
from kiosk.settings import read
from kiosk.settings_write import UnchangedError, change

VALUES = {
    "idle.seconds": 90,
    "idle.panel_seconds": 150,
    "idle.warning_seconds": 20,
    "stand.name": "Hall",
    "stand.site": "riga",
    "screen.rotation": 90,
    "screen.bottom_mm": 700,
    "languages.start": "lt",
}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "kiosk.toml", tmp_path / "state")


def test_changes_at_the_same_time_all_arrive(places: Places) -> None:
    together = Barrier(len(VALUES))

    def change_one(key: str) -> None:
        together.wait()
        change(places, {key: VALUES[key]})

    with ThreadPoolExecutor(len(VALUES)) as pool:
        list(pool.map(change_one, VALUES))
    found = read(places)
    assert not found.problems
    assert set(found.origins) == set(VALUES)


def test_who_has_waited_long_enough_is_told(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_write, "PATIENCE_SECONDS", 0.1)
    with FileLock(places.settings_lock).held(wait=False):
        with pytest.raises(UnchangedError) as refused:
            change(places, {"idle.seconds": 90})
        assert "Nothing was changed" in refused.value.words
        assert staff_text("lt", refused.value.words) != refused.value.words
        assert not places.staff_settings.exists()
    change(places, {"idle.seconds": 90})

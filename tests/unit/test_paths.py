"""Where things lie: checkout, package, one folder for all, a named settings file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk import paths

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="folders of Linux")


@pytest.fixture(autouse=True)
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)


@linux_only
def test_a_checkout_uses_the_persons_folders(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    places = paths.find()
    assert places.settings == tmp_path / "config/juosta/kiosk.toml"
    assert places.state == tmp_path / "state/juosta"
    assert not places.settings_named


@linux_only
def test_the_package_uses_the_machines_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    places = paths.find()
    assert places.settings == Path("/etc/juosta/kiosk.toml")
    assert places.state == Path("/var/lib/juosta")
    assert places.log == Path("/var/lib/juosta/log")


@pytest.mark.parametrize("own", [True, False])
def test_on_windows_it_depends_on_who_has_installed_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own: bool
) -> None:
    import platformdirs

    program = tmp_path / "Local" / "Programs" / "Juosta" / "kiosk.exe"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / ("Local" if own else "Other")))
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path / "mine")
    monkeypatch.setattr(platformdirs, "site_data_path", lambda *_, **__: tmp_path / "all")
    expected = tmp_path / ("mine" if own else "all")
    assert paths.find() == paths.Places(expected / "kiosk.toml", expected / "state")
    monkeypatch.delenv("LOCALAPPDATA")
    assert paths.find().state == tmp_path / "all" / "state"


def test_a_checkout_is_not_installed() -> None:
    assert not paths.installed()


def test_one_variable_puts_all_under_one_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "stick"))
    places = paths.find()
    everything = [
        places.settings,
        places.state,
        places.staff_settings,
        places.good_settings,
        places.lockout,
        places.log,
    ]
    assert all(place.is_relative_to(tmp_path / "stick") for place in everything)
    assert len(set(everything)) == len(everything)


def test_the_variable_beats_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert paths.find().state == tmp_path / "state"


def test_a_relative_folder_stays_the_same_when_the_process_moves(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, "stick/../stick")
    places = paths.find(Path("own.toml"))
    assert places.state == tmp_path / "stick/state"
    assert places.settings == tmp_path / "own.toml"


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_variable_means_nothing(monkeypatch: pytest.MonkeyPatch, empty: str) -> None:
    expected = paths.find()
    monkeypatch.setenv(paths.HOME_VARIABLE, empty)
    assert paths.find() == expected


def test_a_named_settings_file_leaves_the_state_where_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    places = paths.find(tmp_path / "fair.toml")
    assert places.settings == tmp_path / "fair.toml"
    assert places.settings_named
    assert places.state == tmp_path / "home/state"


def test_looking_for_places_creates_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    paths.find()
    assert list(tmp_path.iterdir()) == []

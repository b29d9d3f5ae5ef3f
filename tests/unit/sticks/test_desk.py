"""The staff's side of the sticks, looking and writing over an udisks2 that is played."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.desk.sticks import SticksDesk
from kiosk.staffrecords import StickSettings
from kiosk.store import reader
from tests.e2e.bundles import small, write
from tests.unit.sticks.fakedisks import FakeService

A_WHILE_SECONDS = 0.3
PATIENCE_SECONDS = 20


class Stand:
    """A stand with one stick, and what its staff do."""

    def __init__(self, folder: Path, service: FakeService) -> None:
        self.service = service
        self.files = service.plug("/dev/sdb1")
        self.places = paths.under(folder / "home")
        self.places.settings.parent.mkdir()
        self.called('name = "Vilnius"')
        shown = write(folder / "factory", small("Factory"))
        self.desk = SticksDesk(self.places, shown, reader.load(shown).bundle)
        self.beside: list[threading.Thread] = []

    def called(self, line: str) -> None:
        """Give the stand a name."""
        self.places.settings.write_text(f"[stand]\n{line}\n")

    def between(self, work: Callable[[], object]) -> None:
        """Begin with `work` in a thread as soon as the stick is unmounted; it has a while then."""

        def begin() -> None:
            self.service.after_unmount = lambda: None
            self.beside.append(threading.Thread(target=work, daemon=True))
            self.beside[0].start()
            self.beside[0].join(A_WHILE_SECONDS)

        self.service.after_unmount = begin

    def wait(self) -> None:
        """Until what goes on beside is over."""
        for thread in self.beside:
            thread.join(PATIENCE_SECONDS)
            assert not thread.is_alive()

    def exports(self) -> list[str]:
        """The folders on the stick that have come whole."""
        return sorted(file.parent.name for file in self.files.glob("juosta-export-*/health.txt"))


@pytest.fixture
def stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    service = FakeService(tmp_path)
    service.answer_to(monkeypatch)
    made = Stand(tmp_path, service)
    made.desk.look()
    return made


def test_a_look_does_not_come_between_a_stick_and_what_is_written(stand: Stand) -> None:
    seen: list[str] = []
    stand.between(lambda: seen.extend(each.name for each in stand.desk.look()))
    assert stand.desk.save_settings() == "On the stick: juosta-settings.toml"
    stand.wait()
    assert seen == ["juosta-settings.toml"]


@pytest.mark.parametrize(
    ("name", "in_the_folder"),
    [
        ("""'A: "b"?'""", "A-b"),
        ("""'<Žvėrynas>|*. . '""", "Žvėrynas"),
        (r"""'Riga/Old Town\2'""", "Riga-Old-Town-2"),
        ("'हिन्दी'", "हिन्दी"),
        ("'???'", "stand"),
        ("''", "stand"),
    ],
)
def test_every_stick_takes_the_name_of_an_export(
    stand: Stand, name: str, in_the_folder: str
) -> None:
    stand.called(f"name = {name}")
    stand.desk.export()
    (folder,) = stand.exports()
    assert folder.startswith(f"juosta-export-{in_the_folder}-20")


def test_two_exports_at_once_are_two_folders(stand: Stand) -> None:
    words: list[str] = []
    stand.between(lambda: words.append(stand.desk.export()))
    words.append(stand.desk.export())
    stand.wait()
    assert sorted(words) == [f"On the stick: {name}" for name in stand.exports()]
    assert len(words) == 2


def test_the_disk_that_the_stand_starts_from_is_not_its_first_stick(stand: Stand) -> None:
    stand.service.plug("/dev/sda1", mount="/")
    stand.service.plug("/dev/sda2", mount="/boot/efi")
    stand.desk.look()
    assert stand.desk.stick_names() == ["sdb1"]


def test_settings_can_be_read_where_they_were_just_written(stand: Stand) -> None:
    changes: list[StickSettings] = []
    stand.desk.save_settings()
    stand.desk.look()
    stand.between(lambda: changes.append(stand.desk.settings_changes(0)))
    stand.desk.save_settings()
    stand.wait()
    assert changes == [StickSettings(words="This stand has these settings already.")]

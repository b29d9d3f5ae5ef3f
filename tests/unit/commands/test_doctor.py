"""`kiosk doctor`: what it says of a stand that is well, and of each thing that spoils a day."""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk import factory, paths
from kiosk.__main__ import main
from kiosk.catalogs import staff_text
from kiosk.doctor import examine as looks
from kiosk.doctor.examine import Surroundings, examine
from kiosk.doctor.findings import Finding, summary, worst
from kiosk.doctor.machine import System
from kiosk.doctor.screen import Machine, button_mm
from kiosk.guard import exits
from kiosk.guard.exits import Exit
from kiosk.guard.health import write_health
from kiosk.guard.pin import hash_pin
from kiosk.paths import Places
from kiosk.said import Said
from kiosk.settings_write import change
from kiosk.store.rehearsed import Rehearsed
from kiosk.store.versions import Store
from tests.unit.guard.test_health import Beat, Facts
from tests.unit.store.shelf import install

NOW = datetime.now(UTC)


@dataclass
class Stand:
    """A stand with a machine under it, made of files."""

    places: Places
    root: Path
    around: Surroundings

    def find(self, *, content: bool = False) -> dict[str, Finding]:
        """The worst finding of each look; those at the content take longer."""
        found: dict[str, Finding] = {}
        for each in looks.examine_content(self.places) if content else self._rest():
            before = found.get(each.check)
            if before is None or worst([before, each]) != before.state:
                found[each.check] = each
        return found

    def _rest(self) -> Iterator[Finding]:
        return looks.examine_stand(self.places, self.around)


@pytest.fixture
def stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    """A stand on which all is well."""
    monkeypatch.setenv("JUOSTA_HOME", str(tmp_path / "home"))
    places = paths.find()
    root = tmp_path / "root"
    glass = root / "sys/class/input/event3/device"
    (glass / "capabilities").mkdir(parents=True)
    (glass / "properties").write_text("2\n")
    (glass / "capabilities/abs").write_text("2608000 3\n")
    (glass / "name").write_text("ELAN Touchscreen\n")
    mouse = root / "sys/class/input/event0/device"
    (mouse / "capabilities").mkdir(parents=True)
    (mouse / "properties").write_text("0\n")
    (mouse / "capabilities/abs").write_text("0\n")
    for name, status in (("card0-HDMI-A-1", "disconnected"), ("card0-HDMI-A-2", "connected")):
        folder = root / "sys/class/drm" / name
        folder.mkdir(parents=True)
        (folder / "status").write_text(f"{status}\n")
        (folder / "modes").write_text("3840x2160\n1920x1080\n")
    (root / "run/systemd/system").mkdir(parents=True)
    (root / "etc/systemd/sleep.conf.d").mkdir(parents=True)
    (root / "etc/systemd/sleep.conf.d/kiosk.conf").write_text("[Sleep]\nAllowSuspend=no\n")
    pin = hash_pin("13579246", 4)
    change(places, {"staff.pin": pin, "screen.diagonal_inches": 43.0, "updates.usb": False})
    write_health(places, Beat(drawn=time.monotonic()), Facts())
    system = System(root=root, saver_seconds=lambda: 0)
    machine = Machine(sys=root / "sys", window_size=lambda: None)
    return Stand(places, root, Surroundings(machine, system))


def test_a_stand_that_is_ready(stand: Stand) -> None:
    findings = [*examine(stand.places, stand.around)]
    found = {each.check: each for each in findings}
    assert {each.check: each.words for each in findings if each.state != "green"} == {}
    assert summary(found.values()) == "Ready for tomorrow."
    assert found["screen"].words == "3840 × 2160"
    assert found["touch"].words == "ELAN Touchscreen"
    assert "en, lt" in found["languages"].words


Change = Callable[[Stand], Any]


def write(name: str, text: str) -> Change:
    """A file of the machine says something else."""

    def work(stand: Stand) -> None:
        path = stand.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    return work


def remove(name: str) -> Change:
    """A part of the machine is not there."""
    return lambda stand: shutil.rmtree(stand.root / name)


def set_to(**values: Any) -> Change:
    """Other settings, with _ for the dot."""
    return lambda stand: change(
        stand.places, {key.replace("_", ".", 1): value for key, value in values.items()}
    )


def system(**changes: Any) -> Change:
    """Another clock, or another saver."""

    def work(stand: Stand) -> None:
        stand.around = replace(stand.around, system=replace(stand.around.system, **changes))

    return work


def health(drawn: float | None, facts: Facts | None = None, age: float = 0.0) -> Change:
    """The kiosk has written, so many seconds ago, that it drew a while before that."""

    def work(stand: Stand) -> None:
        now = time.monotonic()
        beat = Beat(drawn=None if drawn is None else now - drawn)
        write_health(stand.places, beat, facts or Facts(), time.time() - age, now)

    return work


def ended(*ends: Exit) -> Change:
    """The screen has ended before."""
    return lambda stand: [exits.add(stand.places.exits, end) for end in ends]


def in_state(name: str, text: str) -> Change:
    """A file of the state says something."""
    return lambda stand: (stand.places.state / name).write_text(text)


COMMAND = re.compile(r"(kiosk|systemctl|timedatectl|xset) ")
TOMORROW = (datetime.now().astimezone() + timedelta(days=1)).date().isoformat()
HOUR_AGO = (NOW - timedelta(hours=1)).isoformat(timespec="seconds")
MONTH_AGO = (NOW - timedelta(days=30)).isoformat(timespec="seconds")

CASES: list[tuple[Change, str, str, str]] = [
    (set_to(staff_pin=None), "staff code", "red", "No code is set"),
    (set_to(updates_usb=True), "trusted keys", "amber", "anybody's stick"),
    (in_state("trusted-keys.json", "{"), "trusted keys", "red", ""),
    (set_to(screen_diagonal_inches=None), "buttons", "amber", "how large"),
    (set_to(screen_diagonal_inches=15.6), "buttons", "red", "11.5 mm"),
    (set_to(languages_start="de"), "languages", "amber", "de"),
    (set_to(hours_dates=[f"{TOMORROW} closed"]), "hours", "amber", "closed"),
    (set_to(hours_dates=[f"{TOMORROW} 9:00-12:00"]), "hours", "green", "9:00–12:00"),
    (remove("sys/class/drm"), "screen", "amber", "No screen"),
    (remove("sys/class/input/event3"), "touch", "red", "No touch screen"),
    (remove("sys/class/input"), "touch", "amber", "cannot be seen"),
    (write("sys/class/input/event3/device/properties", "1\n"), "touch", "red", "No touch screen"),
    (write("sys/class/input/event3/device/name", ""), "touch", "green", "without a name"),
    (write("sys/class/drm/card0-HDMI-A-2/modes", "nonsense"), "screen", "amber", "No screen"),
    (remove("etc/systemd/sleep.conf.d"), "sleep", "amber", "may fall asleep"),
    (remove("run/systemd"), "sleep", "amber", "cannot be seen"),
    (system(saver_seconds=lambda: 600), "screen saver", "red", "600 s"),
    (system(wall=lambda: 0.0), "clock", "red", "cannot be"),
    (system(wall=lambda: 1e18), "clock", "red", ""),
    (in_state("clock.json", '{"believed": 4e9}'), "clock", "red", "later day"),
    (health(None), "supervisor", "amber", "nobody can see"),
    (health(60), "supervisor", "red", "drawn 6"),
    (health(0, Facts(rung=3, reason="it crashed")), "supervisor", "red", "it crashed"),
    (health(0, age=300), "supervisor", "amber", "does not run"),
    (in_state("health.json", "{}"), "supervisor", "amber", "does not run"),
    (ended(Exit("crash", "it crashed", HOUR_AGO, page="a/b/c")), "last ends", "amber", "a/b/c"),
    (ended(Exit("crash", "it crashed", MONTH_AGO)), "last ends", "green", "no crash"),
    (ended(Exit("night", "as every night", HOUR_AGO)), "last ends", "green", "no crash"),
    (ended(Exit("crash", "it crashed", "?")), "last ends", "green", "no crash"),
    (in_state("settings.toml", "[stand]\nnam = 1\n"), "settings", "red", "settings.toml:2"),
]


@pytest.mark.parametrize(
    ("spoil", "check", "state", "words"), CASES, ids=[f"{c[1]}-{n}" for n, c in enumerate(CASES)]
)
def test_what_spoils_a_day_is_found(
    stand: Stand, spoil: Change, check: str, state: str, words: str
) -> None:
    spoil(stand)
    found = stand.find(content=check == "languages")
    assert (found[check].state, words in found[check].words) == (state, True), found[check]
    assert state == "green" or found[check].fix
    if state != "green" and check != "languages":  # those stand on the staff's pages
        assert staff_text("lt", found[check].words) != found[check].words
        assert isinstance(found[check].fix, Said) or COMMAND.match(found[check].fix)


def test_the_code_of_small_buttons(stand: Stand) -> None:
    set_to(screen_diagonal_inches=15.6)(stand)
    finding = stand.find()["buttons"]
    assert (finding.code, finding.state) == ("E171", "red")
    assert "20.5 inches" in finding.fix


@pytest.mark.parametrize(
    ("size", "inches", "mm"),
    [
        ((1920, 1080), 21.5, 15.87),
        ((1080, 1920), 21.5, 15.87),
        ((3840, 2160), 43, 31.73),
        ((1280, 1024), 19, 12.56),
        ((1920, 1200), 24, 17.23),
    ],
)
def test_buttons_in_millimetres(size: tuple[int, int], inches: float, mm: float) -> None:
    assert button_mm(size, inches) == pytest.approx(mm, abs=0.01)


def test_installed_content_and_its_rehearsal(stand: Stand) -> None:
    store = Store(stand.places.content)
    info = install(store, "2026.9")
    found = stand.find(content=True)
    assert found["content"].state == "green"
    assert info.id in found["content"].words
    assert found["rehearsal"].state == "amber"
    memory = Rehearsed(stand.places.rehearsed)
    memory.note(memory.proof(store.path(info.id), portrait=True))
    assert stand.find(content=True)["rehearsal"].words.endswith("portrait")


def test_a_version_that_was_damaged(stand: Stand) -> None:
    store = Store(stand.places.content)
    info = install(store, "2026.9")
    (store.path(info.id) / "content.json").write_text("{")
    found = stand.find(content=True)
    assert found["content"].state == "amber"
    assert info.id in found["content"].words


def test_a_picture_that_is_cut_off(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = stand.root / "bundle"
    shutil.copytree(factory.default_content() / "assets", bundle / "assets")
    shutil.copy(factory.default_content() / "content.json", bundle)
    monkeypatch.setattr(factory, "default_content", lambda: bundle)
    assert stand.find(content=True)["pictures"].state == "green"
    picture = next((bundle / "assets").glob("*.jpg"))
    picture.write_bytes(picture.read_bytes()[:-2000])
    assert (
        stand.find(content=True)["pictures"].state,
        stand.find(content=True)["pictures"].code,
    ) == ("red", "E151")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_the_state_of_somebody_else(stand: Stand) -> None:
    stand.places.state.chmod(0o500)
    assert stand.find()["disk"].state == "amber"


def test_a_disk_with_little_room(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(stand.root)
    for free, state in ((100, "red"), (1000, "amber"), (5000, "green")):
        monkeypatch.setattr(
            shutil, "disk_usage", lambda _place, free=free: usage._replace(free=free * 1_000_000)
        )
        assert stand.find()["disk"].state == state


def test_a_look_that_fails_ends_no_other(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a device of a new kind")

    monkeypatch.setattr(looks.screen, "look", fail)
    found = stand.find()
    assert (found["screen"].state, found["staff code"].state) == ("amber", "green")


def test_nothing_is_changed(stand: Stand) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in stand.root.parent.rglob("*") if path.is_file()}

    before = files()
    stand.find()
    assert files() == before


def test_the_command_says_it_for_people_and_programs(
    stand: Stand, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_to(staff_pin=None)(stand)
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "✗ red    staff code    No code is set" in said
    assert "→ kiosk config pin" in said
    assert max(len(line) for line in said.splitlines()) <= 100
    monkeypatch.setattr("kiosk.commands.doctor.examine", lambda _places: stand._rest())
    assert main(["doctor", "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["format"], document["state"]) == (1, "red")
    assert document["words"].startswith("Not ready")
    assert {"check", "state", "words", "fix", "code"} == document["findings"][0].keys()


def test_amber_alone_ends_with_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = [Finding("a", "green", "well"), Finding("b", "amber", "look", "at it")]
    monkeypatch.setattr("kiosk.commands.doctor.examine", lambda _places: iter(findings))
    assert main(["doctor"]) == 0
    assert "Ready, with 1 thing to look at." in capsys.readouterr().out

"""The scripts of the packages, run on a machine that is not there."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tools import package

STUB = """#!/bin/sh
echo "${0##*/} $*" >>"$CALLS"
! grep -qsxF -- "${0##*/} $*" "$FAILS"
"""
STUBS = (
    "systemctl", "loginctl", "systemd-sysusers", "systemd-tmpfiles", "udevadm", "update-grub",
)  # fmt: skip
SCRIPTS = {path.stem: path for path in sorted(package.RECIPES.glob("*.sh"))}


class Machine:
    """Folders in place of the machine's, programs that only write down how they were called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls, self.fails = folder / "calls", folder / "fails"
        self.programs = folder / "programs"
        self.programs.mkdir()
        for name in STUBS:
            self.program(name, STUB)
        self.program("id", "#!/bin/sh\necho 990\n")
        for place in ("etc/juosta", "etc/systemd/system", "run/systemd/system", "boot/grub"):
            (folder / place).mkdir(parents=True)
        self.noted = folder / "etc/juosta/.before-the-stand"
        self.default = folder / "etc/systemd/system/default.target"
        for name, path in SCRIPTS.items():
            text = path.read_text(encoding="utf-8")
            text = text.replace("/usr/lib/juosta/stand", str(folder / "stand"))
            text = re.sub(r"(?<![\w/.])/(etc|run|boot|var)/", rf"{folder}/\1/", text)
            (folder / name).write_text(text, encoding="utf-8")
            (folder / name).chmod(0o755)

    def program(self, name: str, text: str) -> None:
        """Put a program in place of the real one."""
        path = self.programs / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def run(self, script: str, *words: str) -> int:
        """Run a script of the package; its exit code."""
        around = {
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "CALLS": str(self.calls),
            "FAILS": str(self.fails),
        }
        done = subprocess.run([self.folder / script, *words], env=around, check=False)
        return done.returncode

    def called(self) -> list[str]:
        """What was called since the last time that this was asked."""
        lines = self.calls.read_text(encoding="utf-8").splitlines() if self.calls.exists() else []
        self.calls.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine that is no stand yet, and starts without a desktop."""
    machine = Machine(tmp_path)
    machine.default.symlink_to("/lib/systemd/system/multi-user.target")
    return machine


SET_DEFAULT = "systemctl --quiet set-default graphical.target"
ENABLE = "systemctl --quiet enable juosta.service juosta-session.service"


@pytest.mark.parametrize("step", [SET_DEFAULT, ENABLE])
def test_a_stand_that_was_half_made_is_made_whole(machine: Machine, step: str) -> None:
    machine.fails.write_text(step, encoding="utf-8")
    assert machine.run("stand", "take") != 0
    machine.default.unlink()
    machine.default.symlink_to("/lib/systemd/system/graphical.target")
    machine.called()
    machine.fails.unlink()
    assert machine.run("stand", "take") == 0
    called = machine.called()
    assert SET_DEFAULT in called
    assert ENABLE in called
    assert machine.noted.read_text(encoding="utf-8").strip().endswith("/multi-user.target")


def test_a_stand_is_made_once(machine: Machine) -> None:
    """Who has chosen the other session keeps it in an upgrade."""
    assert machine.run("stand", "take") == 0
    assert ENABLE in machine.called()
    assert machine.run("stand", "take") == 0
    assert ENABLE not in machine.called()


@pytest.mark.parametrize("whole", [True, False])
def test_the_machine_starts_again_as_it_did(machine: Machine, whole: bool) -> None:
    if not whole:
        machine.fails.write_text(ENABLE, encoding="utf-8")
    assert (machine.run("stand", "take") == 0) == whole
    machine.default.unlink()
    machine.default.symlink_to("/lib/systemd/system/graphical.target")
    assert machine.run("stand", "leave") == 0
    assert machine.default.readlink() == Path("/lib/systemd/system/multi-user.target")
    assert list(machine.noted.parent.iterdir()) == []


STOP = "systemctl stop juosta.service"
START = "systemctl --no-block start juosta.service"


def _shows(machine: Machine) -> None:
    """A stand with a session, so that a kiosk can show something."""
    assert machine.run("stand", "take") == 0
    session = machine.folder / "run/juosta-session"
    session.mkdir()
    (session / "environment").write_text("QT_QPA_PLATFORM=wayland\n", encoding="ascii")
    machine.called()


def test_an_upgrade_that_fails_leaves_the_kiosk_running(machine: Machine) -> None:
    """dpkg calls the scripts of the version that stays."""
    _shows(machine)
    assert machine.run("before-remove", "upgrade", "2.0") == 0
    assert machine.called()[-1] == STOP
    assert machine.run("after-install", "abort-upgrade", "2.0") == 0
    assert machine.called()[-1] == START


@pytest.mark.parametrize("why", ["abort-remove", "abort-deconfigure"])
def test_a_removal_that_is_given_up_leaves_a_stand(machine: Machine, why: str) -> None:
    _shows(machine)
    assert machine.run("before-remove", "remove") == 0
    machine.called()
    assert machine.run("after-install", why, "in-favour", "other", "1.0") == 0
    assert ENABLE in machine.called()


def test_an_upgrade_by_rpm_ends_with_a_running_kiosk(machine: Machine) -> None:
    """In the order of rpm: the new version's scripts come before the old one's removal."""
    _shows(machine)
    recipe = package.recipe(machine.folder, "2.0")
    scripts = {**recipe["scripts"], **recipe["overrides"]["rpm"]["scripts"]}
    calls = {"preinstall": "2", "postinstall": "2", "preremove": "1", "postremove": "1"}
    for name, versions in calls.items():
        assert machine.run(Path(scripts[name]).stem, versions) == 0
        if name == "preinstall":
            assert machine.called() == [STOP]
    called = machine.called()
    assert START in called
    assert STOP not in called
    assert "preinstall" not in recipe["scripts"]


def test_a_stand_that_shows_leaves_nothing_of_its_user(machine: Machine) -> None:
    """First the kiosk and its screen, then what logind keeps for them."""
    _shows(machine)
    terminate = "loginctl terminate-user juosta"
    machine.fails.write_text(terminate, encoding="utf-8")  # who has no session any more
    assert machine.run("before-remove", "remove") == 0
    stops = ["juosta.service", "juosta-session.service juosta-x11.service", "user-990.slice"]
    wanted = [f"systemctl stop {each}" for each in stops]
    wanted.insert(2, terminate)
    assert machine.called()[:4] == wanted

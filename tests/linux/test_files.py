"""The files of a stand agree with the program and with each other."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.guard import heart, ladder, watch
from kiosk.sticks import udisks
from tests.linux.tree import ROOT, files, settings, table, text, unit

SESSIONS = ["juosta-session.service", "juosta-x11.service"]
SERVICES = ["juosta.service", *SESSIONS]


def test_every_file_is_explained() -> None:
    """The table that the packages are made from is complete and names nothing else."""
    assert set(table()) == {str(path) for path in files()}


def test_the_kiosk_finds_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folders that the unit makes are those that the installed program uses."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    places = paths.find()
    service = unit("juosta.service")["Service"]
    assert service["ExecStart"] == [f"{paths.PACKAGE_FOLDER}/kiosk run"]
    assert [Path("/etc") / service["ConfigurationDirectory"][0]] == [places.settings.parent]
    assert [Path("/var/lib") / service["StateDirectory"][0]] == [places.state]
    made = {line.split()[1] for line in text("usr/lib/tmpfiles.d/juosta.conf").splitlines()[1:]}
    assert {str(places.settings), str(places.settings.parent), str(places.state)} == made


def test_one_user_everywhere() -> None:
    """Units, folders and rights speak of the user that is made."""
    (user,) = re.findall(r"^u (\S+) ", text("usr/lib/sysusers.d/juosta.conf"), re.MULTILINE)
    for name in SERVICES:
        service = unit(name)["Service"]
        assert service["User"] == service["Group"] == [user]
    assert f'subject.user !== "{user}"' in text("usr/share/polkit-1/rules.d/50-juosta.rules")
    assert f" 0750 {user} {user} " in text("usr/lib/tmpfiles.d/juosta.conf")


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_tells_the_kiosk_where_the_screen_is(name: str) -> None:
    """The kiosk reads the file that the session writes, and comes with it."""
    service = unit("juosta.service")
    (read,) = service["Service"]["EnvironmentFile"]
    session = unit(name)
    assert read.startswith(f"/run/{session['Service']['RuntimeDirectory'][0]}/")
    (start,) = session["Service"]["ExecStart"]
    script = Path(start.split()[0])
    written = " ".join(session["Service"].get("ExecStartPre", []))
    if ROOT / script.relative_to("/") in [ROOT / path for path in files()]:
        written += text(str(script.relative_to("/")))
    assert "/environment" in written
    assert "QT_QPA_PLATFORM=" in written
    assert name in " ".join(service["Unit"]["After"]).split()
    assert name in " ".join(service["Install"]["WantedBy"]).split()


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_that_starts_anew_takes_the_kiosk_along(name: str) -> None:
    """By the name that only the enabled one has: the other one is stopped then."""
    session = unit(name)
    (shared,) = session["Install"]["Alias"]
    assert shared not in SERVICES
    assert unit("juosta.service")["Unit"]["PartOf"] == [shared]


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_is_heard_by_systemd(name: str) -> None:
    """logind takes all but the main process out of the unit, so nobody else can say READY."""
    service = unit(name)["Service"]
    assert service["PAMName"] == ["juosta"]
    assert service.get("NotifyAccess", ["main"]) == ["main"]
    if service["Type"] != ["notify"]:
        (waits,) = service["ExecStartPost"]
        assert "%t/juosta-session/environment" in waits


@pytest.mark.parametrize("name", SERVICES)
def test_comes_back_for_ever(name: str) -> None:
    """Whatever ends it, and however often."""
    parts = unit(name)
    assert parts["Service"]["Restart"] == ["always"]
    assert parts["Unit"]["StartLimitIntervalSec"] == ["0"]
    assert parts["Service"]["LimitCORE"] == ["0"]


def test_systemd_waits_for_the_supervisor() -> None:
    """The slowest way back of a screen is no reason to kill who brings it back."""
    service = unit("juosta.service")["Service"]
    slowest = heart.HUNG_SECONDS + watch.END_SECONDS + ladder.LONGEST_PAUSE_SECONDS
    slowest += heart.LONG_START_SECONDS
    for key in ("WatchdogSec", "TimeoutStartSec"):
        assert float(service[key][0]) > slowest


def test_only_one_session_at_a_time() -> None:
    """The two conflict with each other, with a login prompt and with a desktop's greeter."""
    for name, other in (SESSIONS, reversed(SESSIONS)):
        against = " ".join(unit(name)["Unit"]["Conflicts"]).split()
        assert {other, "getty@tty1.service", "display-manager.service"} <= set(against)


def test_weston_finds_its_session() -> None:
    """It has to see process 1 for that; where that is hidden Weston has no graphics card."""
    assert "ProtectProc" not in unit("juosta-session.service")["Service"]


def test_no_other_console() -> None:
    """No login prompt comes up on a second console, and no key leads to one."""
    login = settings("usr/lib/systemd/logind.conf.d/juosta.conf")["Login"]
    assert login["NAutoVTs"] == login["ReserveVT"] == ["0"]
    weston = settings("etc/juosta/weston.ini")
    assert weston["core"]["shell"] == ["kiosk-shell.so"]
    assert weston["core"]["idle-time"] == ["0"]
    assert weston["keyboard"]["vt-switching"] == ["false"]
    assert weston["keyboard"]["keymap_options"] == ["altwin:ctrl_win"], "Super+R films the screen"
    xorg = dict(
        re.findall(r'Option "(\w+)" "(\w+)"', text("usr/share/X11/xorg.conf.d/90-juosta.conf"))
    )
    assert xorg["DontVTSwitch"] == xorg["DontZap"] == "true"
    assert {xorg[f"{level}Time"] for level in ("Blank", "Standby", "Suspend", "Off")} == {"0"}
    assert "DPMS" not in xorg, "the kiosk needs it outside its hours"
    for name in ("ctrl-alt-del.target", "bluetooth.service"):
        assert (ROOT / "etc/systemd/system" / name).readlink() == Path("/dev/null")


def test_no_key_starts_the_machine_anew() -> None:
    """systemd's answer to the eighth Ctrl+Alt+Del in two seconds asks no target."""
    manager = settings("usr/lib/systemd/system.conf.d/juosta.conf")["Manager"]
    assert manager["CtrlAltDelBurstAction"] == ["none"]


def test_the_ground_between_two_starts_is_dark() -> None:
    """Dark and opaque in every order of the four bytes, where Weston asks for its colour."""
    (colour,) = settings("etc/juosta/weston.ini")["shell"]["background-color"]
    assert len(set(bytes.fromhex(colour.removeprefix("0x")))) == 1
    assert int(colour[-2:], 16) < 0x20


def test_the_kernel_keeps_quiet() -> None:
    """No magic keys, no images of memory, no texts over the picture."""
    lines = text("usr/lib/sysctl.d/60-juosta.conf").splitlines()
    keys = dict(line.split(" = ") for line in lines if " = " in line)
    assert keys["kernel.sysrq"] == "0"
    assert keys["kernel.core_pattern"] == "|/bin/false"
    assert keys["kernel.printk"].split()[0] == "3"


def started_with(folder: Path, default: str) -> list[str]:
    """The words that update-grub gives the kernel, after what the machine's own file says."""
    kiosk = folder / "kiosk"
    kiosk.touch()
    part = folder / "juosta.cfg"
    whole = text("etc/default/grub.d/juosta.cfg")
    assert "/opt/juosta/kiosk" in whole
    part.write_text(whole.replace("/opt/juosta/kiosk", str(kiosk)), encoding="utf-8")
    script = f'{default}\n. "{part}"\nprintf %s "$GRUB_CMDLINE_LINUX_DEFAULT"\n'
    return subprocess.check_output(["sh", "-ec", script], text=True).split()


def test_a_damaged_disk_opens_no_shell(tmp_path: Path) -> None:
    """It is mended without a question, or the machine starts anew."""
    assert {"panic=10", "fsck.repair=yes"} <= set(started_with(tmp_path, ""))


def test_the_machines_own_words_for_its_kernel_stay(tmp_path: Path) -> None:
    """Some graphics cards show nothing without them; ours come later, and so hold."""
    words = started_with(tmp_path, 'GRUB_CMDLINE_LINUX_DEFAULT="nomodeset loglevel=7"')
    assert "nomodeset" in words
    assert [word for word in words if word.startswith("loglevel=")][-1] == "loglevel=3"


UDEV_WORD = re.compile(
    r'(ACTION|SUBSYSTEMS?|KERNEL|ENV\{\w+\}|ATTR\{[\w./]+\}|TEST|TAG)(==|!=|=|\+=|-=)"[^"]*"'
)


def test_udev_rules_are_written_as_rules() -> None:
    """Each line is made of matches and at least one assignment."""
    lines = text("usr/lib/udev/rules.d/71-juosta.rules").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert len(rules) > 5
    for rule in rules:
        words = rule.split(", ")
        assert all(UDEV_WORD.fullmatch(word) for word in words), rule
        assert any(re.search(r'[^=!](=|\+=|-=)"', word) and "==" not in word for word in words), (
            rule
        )
    # made after the rule that it takes back
    assert "TAG-=" in "\n".join(rules)


def test_scripts_are_programs() -> None:
    """The shell reads them, and their packages keep the right to run them."""
    script = ROOT / "usr/lib/juosta/x11-session"
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0


def test_the_kiosk_asks_for_no_more_than_reading() -> None:
    """Polkit cannot see the options of a mount, so the program's own words count."""
    for options in (udisks.READ_ONLY, udisks.WRITABLE):
        assert {"nosuid", "nodev", "noexec"} <= set(options.split(","))
    assert "ro" in udisks.READ_ONLY.split(",")

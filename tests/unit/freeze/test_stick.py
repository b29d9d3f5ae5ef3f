"""install.sh refuses in words before anything is changed, asks, and goes on in its order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.freeze.stand_in import ANSWERS, Machine
from tools import debs, stick


def test_a_good_machine_could_be_installed_and_nothing_is_changed(machine: Machine) -> None:
    assert machine.run("--check") == (
        0,
        "This stick is not signed: use it only if you know where it comes from.\n"
        "Checking the stick ...\nIt can be installed.\n",
    )
    assert machine.changed() == ""


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("id", "echo 1000", "the rights of root"),
        ("uname", "echo aarch64", "this machine is aarch64"),
        ("getconf", "echo glibc 2.31", "the C library is 2.31; 2.35 or newer is needed"),
        ("df", "printf 'head\\nx x x 120 x x\\n'", "120 MB of room; 700 MB are needed"),
        ("dpkg-query", "printf 1.1", "version 1.1 is installed, and this stick has the older 1.0"),
        ("dpkg", "echo half-configured", "dpkg --configure -a"),
    ],
)
def test_a_machine_that_does_not_fit_is_left_as_it_is(
    machine: Machine, name: str, body: str, words: str
) -> None:
    machine.program(name, body)
    code, said = machine.run()
    assert code == 1
    assert "Not installed: " in said
    assert words in said
    assert machine.changed() == ""


def test_another_system_is_named_with_the_way_for_it(machine: Machine) -> None:
    machine.release("ubuntu", "24.04", "Ubuntu 24.04 LTS")
    code, said = machine.run()
    assert code == 1
    assert "for Debian 12; here is Ubuntu 24.04 LTS" in said
    assert "juosta-1.0.deb" in said
    assert machine.changed() == ""


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ("site = riga\nrotate = 90\n", "line 2: rotate is unknown; there are site, language"),
        ("site = Riga!\n", "line 1: a site has small letters"),
        ("\n# x\nlanguage = lietuvių\n", "line 3: a language is a tag"),
        ("rotation = 45\n", "line 1: rotation is 0, 90, 180 or 270"),
        ("pin = 12\n", "line 1: the code has"),
        ("pin = 123456\n", "line 1: the code is too easy to guess"),
        ("pin = 121212\n", "line 1: the code is too easy to guess"),
        ("site riga\n", "line 1: there is no = in it"),
        ("site = riga\n", "has no line  pin = ..."),
        ("running = yes\n", "line 1: running can only be stop"),
    ],
)
def test_a_wrong_answer_is_named_with_its_line(machine: Machine, answers: str, words: str) -> None:
    code, said = machine.run(answers=answers)
    assert code == 1
    assert words in said
    assert machine.changed() == ""


def _running(machine: Machine) -> None:
    process = machine.system / "proc" / "812"
    process.mkdir(parents=True)
    (process / "exe").symlink_to("/opt/juosta/kiosk")


def test_a_running_kiosk_is_not_interrupted_unasked(machine: Machine) -> None:
    _running(machine)
    code, said = machine.run()
    assert code == 1
    assert "the kiosk is running, and a visitor may be at it" in said
    assert machine.changed() == ""
    assert machine.run("--check", answers=f"{ANSWERS}running = stop\n")[0] == 0


def test_a_person_is_asked_about_a_running_kiosk(machine: Machine) -> None:
    _running(machine)
    code, said = machine.run(answers=None, typed="n\n")
    assert code == 1
    assert "will be stopped for about two minutes" in said
    assert machine.changed() == ""


def test_questions_are_asked_again_until_they_are_answered(machine: Machine) -> None:
    machine.program("apt-get", "echo no >&2; exit 1")
    typed = "Riga\nriga\nlt\n45\n90\n1111\n480615\n480616\n480615\n480615\n"
    code, said = machine.run(answers=None, typed=typed)
    assert said.count("a site has small letters") == 1
    assert said.count("rotation is 0, 90, 180 or 270") == 1
    assert "too easy" in said
    assert "The two are not the same" in said
    assert code == 1


def test_program_settings_and_content_come_in_this_order(machine: Machine) -> None:
    code, said = machine.run()
    assert code == 0, said
    assert "READY: all" in said
    done = machine.changed()
    steps = ["update", "install --no-install-recommends juosta", "stand.site riga"]
    steps += ["languages.start lt", "screen.rotation 90", "config pin --stdin", "kiosk install"]
    places = [done.index(step) for step in [*steps, "--self-test"]]
    assert places == sorted(places)
    assert "480615" not in done  # no code in a list of processes


def test_an_upgrade_keeps_settings_and_content(machine: Machine) -> None:
    state = machine.system / "var" / "lib" / "juosta"
    (state / "content" / "versions" / "0003-fair").mkdir(parents=True)
    (state / "settings.toml").write_text('[staff]\npin = "scrypt"\n', encoding="utf-8")
    code, said = machine.run(answers=None)
    assert code == 0, said
    assert "Settings stay as they are" in said
    assert "Content stays as it is" in said
    assert "install --no-install-recommends juosta" in machine.changed()
    assert "config" not in machine.changed()
    assert "kiosk install" not in machine.changed()


def test_a_place_that_nobody_fills_is_found() -> None:
    with pytest.raises(SystemExit, match="@ROOM@"):
        stick.fill("a @NAME@ b @ROOM@", {"NAME": "x"})


REFUSALS = (
    "was not copied whole",
    "this stick is for Debian 12",
    "the kiosk is running",
    "files that do not belong to it are on the stick",
    "an earlier installation of packages was broken off",
    "the signature of this stick is not good",
    "signed by somebody whom this machine does not know",
    "takes only signed sticks",
    "dpkg --configure -a",
)


def test_the_guides_name_the_folder_and_every_refusal(tmp_path: Path) -> None:
    folder = tmp_path / "juosta-stick-1.0"
    folder.mkdir()
    stick.papers(folder, 700, "1.0", "ABCD")
    script = (folder / "install.sh").read_text(encoding="utf-8")
    for name in ("guide-en.html", "guide-lt.html"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "sh /mnt/juosta-stick-1.0/install.sh" in text
        assert "ABCD" in text
        for words in REFUSALS:
            assert words in text
            assert words in script


def test_packages_are_named_as_apt_takes_them() -> None:
    depends = ("libc6 (>= 2.35)", "weston | xserver-xorg-core", "dbus")
    assert stick.names_of(depends)[:3] == ["libc6", "weston", "dbus"]
    assert debs.file_name("libx11-6", "2:1.8.4-2", "amd64") == "libx11-6_2%3a1.8.4-2_amd64.deb"


def test_a_package_of_the_program_before_is_not_taken(tmp_path: Path) -> None:
    built, deb = tmp_path / "juosta", tmp_path / "juosta-1.0.deb"
    built.mkdir()
    (built / "kiosk").write_bytes(b"program")
    assert not stick.is_of(deb, built)
    deb.write_bytes(b"package")
    os.utime(deb, (4_000_000_000, 4_000_000_000))
    assert stick.is_of(deb, built)
    os.utime(deb, (1, 1))
    os.utime(built / "kiosk", (0, 0))  # as a build does
    assert not stick.is_of(deb, built)


def test_a_stick_is_made_on_its_own_release_only(tmp_path: Path) -> None:
    system = tmp_path / "os-release"
    system.write_text('ID=ubuntu\nVERSION_ID="24.04"\n', encoding="utf-8")
    with pytest.raises(SystemExit, match="made on Debian 12"):
        debs.check_release(system)

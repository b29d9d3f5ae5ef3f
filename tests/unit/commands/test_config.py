"""`kiosk config`: what it shows, what it writes, what it refuses, and in which words."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kiosk.commandline import main
from kiosk.commands import config
from kiosk.guard import pin
from kiosk.paths import HOME_VARIABLE, Places, find
from kiosk.settings import load

CHEAP = 4


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return find()


def kiosk_config(*words: str) -> int:
    return main(["config", *words])


def in_a_process(
    *words: str, home: Path, before: str = "", **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, after some other code."""
    code = (
        f"{before}\n"
        "import sys\n"
        "from kiosk.commandline import main\n"
        "sys.exit(main(['config', *sys.argv[1:]]))\n"
    )
    root = str(Path(config.__file__).parents[2])
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env={**os.environ, HOME_VARIABLE: str(home), "PYTHONPATH": root},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **options,
    )


def test_show_names_every_setting_and_its_origin(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    places.settings.write_text("[idle]\nseconds = 90\n")
    assert kiosk_config("show") == 0
    out = capsys.readouterr().out
    rows = [re.split(r"  +", line) for line in out.splitlines()]
    assert ["idle.seconds", "90", f"{places.settings}:2"] in rows
    assert ["idle.panel_seconds", "120", "default"] in rows
    assert ["staff.pin", "not set", "default"] in rows


def test_show_is_what_happens_without_a_word(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk_config() == 0
    plain = capsys.readouterr().out
    kiosk_config("show")
    assert capsys.readouterr().out == plain


def test_show_writes_nothing(places: Places) -> None:
    kiosk_config("show")
    assert not places.state.exists()


def test_show_as_json_has_the_documented_shape(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    places.settings.write_text('[languages]\norder = ["lt", "en"]\n')
    config.set_pin(places, "73519026", CHEAP)
    capsys.readouterr()
    assert kiosk_config("show", "--json") == 0
    record = json.loads(capsys.readouterr().out)
    assert set(record) == {"format", "files", "settings", "problems"}
    assert record["format"] == 1
    assert record["files"]["base"] == str(places.settings)
    assert record["settings"]["languages.order"] == {
        "value": ["lt", "en"],
        "origin": "file",
        "file": str(places.settings),
        "line": 2,
    }
    assert record["settings"]["idle.seconds"] == {
        "value": 60,
        "origin": "default",
        "file": None,
        "line": None,
    }
    assert record["settings"]["staff.pin"]["value"] == "set"
    assert record["problems"] == []


def test_names_that_the_terminal_cannot_write_are_no_error(places: Places, tmp_path: Path) -> None:
    places.settings.write_text('[stand]\nname = "Žalgiris"\n')
    code = "import sys; sys.stdout.reconfigure(encoding='ascii')"
    result = in_a_process("show", home=tmp_path, before=code)
    assert result.returncode == 0, result.stderr
    assert "\\u017dalgiris" in result.stdout


def test_show_with_mistakes_lists_them_all_and_ends_with_one(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    places.settings.write_text("[idle]\nseconds = 90\n")
    load(places)
    places.settings.write_text("[idle]\nseconds = 1\n[screen]\nrotaton = 90\n")
    assert kiosk_config("show", "--json") == 1
    printed = capsys.readouterr()
    record = json.loads(printed.out)
    assert record["settings"]["idle.seconds"]["value"] == 90
    assert record["settings"]["idle.seconds"]["origin"] == "last good"
    assert [(p["line"], p["key"]) for p in record["problems"]] == [
        (2, "idle.seconds"),
        (4, "screen.rotaton"),
    ]
    assert f"{places.settings}:4: screen.rotaton is unknown; did you mean rotation?" in printed.err
    assert "last good settings" in printed.err


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("idle.seconds", "90", 90),
        ("stand.name", "Vilnius", "Vilnius"),
        ("stand.name", "42", "42"),
        ("stand.name", "", ""),
        ("stand.name", 'a "quoted" \\ name # 1', 'a "quoted" \\ name # 1'),
        ("stand.preset", "lobby", "lobby"),
        ("screen.rotation", "270", 270),
        ("screen.diagonal_inches", "54.6", 54.6),
        ("screen.diagonal_inches", "55", 55),
        ("languages.start", "lt", "lt"),
        ("languages.order", "lt,en", ("lt", "en")),
        ("languages.order", "lt, en, ", ("lt", "en")),
        ("languages.order", '["lt", "en"]', ("lt", "en")),
        ("languages.order", "lt", ("lt",)),
        ("languages.order", "", ()),
    ],
)
def test_set_writes_what_was_typed(places: Places, key: str, typed: str, value: object) -> None:
    assert kiosk_config("set", key, typed) == 0
    section, name = key.split(".")
    loaded = load(places)
    assert loaded.problems == ()
    assert getattr(getattr(loaded.settings, section), name) == value
    assert loaded.origins[key][0] == places.staff_settings


@pytest.mark.parametrize(
    ("key", "typed", "words"),
    [
        ("idle.secnds", "90", "did you mean idle.seconds?"),
        ("zzz", "90", "there are stand.name"),
        ("idle.seconds", "9", "10 to 3600, not 9"),
        ("idle.seconds", "90.5", "10 to 3600, not 90.5"),
        ("idle.seconds", "soon", "10 to 3600"),
        ("idle.seconds", "true", "10 to 3600, not true"),
        ("idle.seconds", "90\npanel_seconds = 10", "10 to 3600"),
        ("idle.seconds", "", "10 to 3600"),
        ("screen.rotation", "45", "0, 90, 180 or 270"),
        ("screen.diagonal_inches", "nan", "5 to 150"),
        ("stand.name", "two\nlines", "one line"),
        ("stand.name", "caf\udce9", "one line"),
        ("languages.order", "lt,lt", "twice"),
        ("languages.order", "lt,english", "language tags"),
        ("staff.pin", "73519026", "kiosk config pin"),
    ],
)
def test_set_refuses_in_words_and_writes_nothing(
    places: Places, capsys: pytest.CaptureFixture[str], key: str, typed: str, words: str
) -> None:
    assert kiosk_config("set", key, typed) == 1
    error = capsys.readouterr().err
    assert words in error
    assert "73519026" not in error
    assert not places.state.exists()


def test_set_keeps_comments_and_the_other_keys(places: Places) -> None:
    places.state.mkdir()
    before = "# tuned by Rasa\n[idle]\nseconds = 45 # the hall is loud\n\n[stand]\nname = 'A'\n"
    places.staff_settings.write_text(before)
    assert kiosk_config("set", "idle.seconds", "90") == 0
    assert places.staff_settings.read_text() == before.replace("45", "90")


def test_set_is_over_the_base_and_leaves_the_base_alone(places: Places) -> None:
    places.settings.write_text("[idle]\nseconds = 30\n")
    assert kiosk_config("set", "idle.seconds", "90") == 0
    assert places.settings.read_text() == "[idle]\nseconds = 30\n"
    assert load(places).settings.idle.seconds == 90


def test_set_does_not_touch_a_file_that_it_cannot_read(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    places.state.mkdir()
    places.staff_settings.write_bytes(b"[idle\nseconds = 5")
    assert kiosk_config("set", "idle.seconds", "90") == 1
    assert places.staff_settings.read_bytes() == b"[idle\nseconds = 5"
    error = capsys.readouterr().err
    assert f"{places.staff_settings}:1" in error
    assert "Mend the file first" in error


def test_set_mends_a_wrong_value_and_says_what_is_left(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    places.state.mkdir()
    places.staff_settings.write_text("[idle]\nseconds = 5\npanel_seconds = 5\n")
    assert kiosk_config("set", "idle.seconds", "90") == 1
    error = capsys.readouterr().err
    assert ":3: idle.panel_seconds" in error
    assert ":2:" not in error
    assert kiosk_config("set", "idle.panel_seconds", "90") == 0


def test_set_inside_an_inline_table_is_left_to_a_person(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    places.state.mkdir()
    places.staff_settings.write_text("idle = { seconds = 60 }\n")
    assert kiosk_config("set", "idle.seconds", "90") == 1
    assert "edit it there" in capsys.readouterr().err
    assert places.staff_settings.read_text() == "idle = { seconds = 60 }\n"


def test_a_state_folder_that_cannot_be_written_is_said(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    places.state.write_text("a file where the folder should be")
    assert kiosk_config("set", "idle.seconds", "90") == 1
    error = capsys.readouterr().err
    assert "cannot be written" in error
    assert "sudo" in error


def test_config_names_another_base_before_or_after_the_action(
    places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "fair.toml"
    other.write_text("[idle]\nseconds = 77\n")
    assert kiosk_config("show", "--config", str(other)) == 0
    assert f"{other}:2" in capsys.readouterr().out
    assert kiosk_config("--config", str(other), "show") == 0
    assert f"{other}:2" in capsys.readouterr().out
    assert kiosk_config("show", "--config", str(tmp_path / "none.toml")) == 1
    assert "no such file" in capsys.readouterr().err


def test_a_pin_is_kept_as_a_hash_that_only_the_owner_can_read(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    assert config.set_pin(places, "73519026", CHEAP) == 0
    assert pin.verify("73519026", load(places).settings.staff.pin)
    printed = capsys.readouterr()
    for text in (printed.out, printed.err, places.staff_settings.read_text()):
        assert "73519026" not in text
    assert places.staff_settings.stat().st_mode & 0o077 == 0


def test_a_new_pin_replaces_the_old_one(places: Places) -> None:
    config.set_pin(places, "73519026", CHEAP)
    config.set_pin(places, "84620137", CHEAP)
    encoded = load(places).settings.staff.pin
    assert pin.verify("84620137", encoded)
    assert not pin.verify("73519026", encoded)


def test_a_short_pin_is_taken_with_advice(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    assert config.set_pin(places, "735190", CHEAP) == 0
    assert "8 are safer" in capsys.readouterr().err


@pytest.mark.parametrize("weak", ["123456", "000000", "12345", "abcdef"])
def test_a_weak_pin_is_refused(
    places: Places, capsys: pytest.CaptureFixture[str], weak: str
) -> None:
    assert config.set_pin(places, weak, CHEAP) == 1
    assert "refused" in capsys.readouterr().err
    assert not places.state.exists()


def test_a_script_pipes_the_pin_in(places: Places, tmp_path: Path) -> None:
    result = in_a_process("pin", "--stdin", home=tmp_path, input="73519026\r\nrest\n")
    assert result.returncode == 0, result.stderr
    encoded = load(places).settings.staff.pin
    assert encoded.startswith("scrypt$n=17,r=8,p=1$")
    assert pin.verify("73519026", encoded)


@pytest.mark.parametrize("piped", ["", "\n", "\n73519026\n"])
def test_an_empty_input_is_no_pin(places: Places, tmp_path: Path, piped: str) -> None:
    result = in_a_process("pin", "--stdin", home=tmp_path, input=piped)
    assert result.returncode == 1
    assert "holds no PIN" in result.stderr
    assert not places.state.exists()


def test_bytes_that_are_no_text_are_no_pin(places: Places, tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe7351\n")
    with (tmp_path / "bytes").open("rb") as file:
        result = in_a_process("pin", "--stdin", home=tmp_path, stdin=file)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert not places.state.exists()


def test_without_a_terminal_the_way_for_scripts_is_named(places: Places, tmp_path: Path) -> None:
    result = in_a_process("pin", home=tmp_path, input="73519026\n")
    assert result.returncode == 1
    assert "kiosk config pin --stdin" in result.stderr
    assert not places.state.exists()


def on_a_terminal(home: Path, *typed: str) -> tuple[int, str]:
    """Type lines on a real terminal, each when the next question stands there."""
    code = (
        "import argparse, sys\n"
        "from kiosk.commands import config\n"
        "from kiosk.guard import pin\n"
        "config.pins.hash_pin = lambda text, cost, real=pin.hash_pin: real(text, 4)\n"
        "parser = argparse.ArgumentParser()\n"
        "config.configure(parser)\n"
        "sys.exit(config.run(parser.parse_args(['pin'])))\n"
    )
    root = str(Path(config.__file__).parents[2])
    child, terminal = pty.fork()
    if not child:
        os.environ.update({HOME_VARIABLE: str(home), "PYTHONPATH": root})
        os.execv(sys.executable, [sys.executable, "-c", code])
    seen = ""
    for number, line in enumerate(typed, start=1):
        while seen.count("PIN") < number:
            seen += os.read(terminal, 1000).decode()
        time.sleep(0.05)
        os.write(terminal, line.encode() + b"\n")
    try:
        while chunk := os.read(terminal, 1000):
            seen += chunk.decode()
    except OSError:  # the terminal of an ended process
        pass
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_on_a_terminal_the_pin_is_asked_twice_and_never_shown(
    places: Places, tmp_path: Path
) -> None:
    status, seen = on_a_terminal(tmp_path, "73519026", "73519026")
    assert status == 0, seen
    assert "73519026" not in seen
    assert pin.verify("73519026", load(places).settings.staff.pin)


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_on_a_terminal_two_different_pins_change_nothing(places: Places, tmp_path: Path) -> None:
    status, seen = on_a_terminal(tmp_path, "73519026", "73519027")
    assert status == 1
    assert "differ" in seen
    assert not places.state.exists()


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_on_a_terminal_ctrl_c_changes_nothing(places: Places, tmp_path: Path) -> None:
    status, seen = on_a_terminal(tmp_path, "\x03")
    assert status == 1
    assert "Nothing was changed" in seen
    assert "Traceback" not in seen
    assert not places.state.exists()


@pytest.mark.parametrize("action", [[], ["show"], ["set"], ["pin"]])
def test_help_has_an_example(action: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        kiosk_config(*action, "--help")
    assert end.value.code == 0
    assert "kiosk config" in capsys.readouterr().out.split("example")[1]


def test_help_lists_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        kiosk_config("--help")
    printed = capsys.readouterr().out
    for key in ("stand.name", "screen.rotation", "languages.order", "idle.seconds", "staff.pin"):
        assert key in printed


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_and_keeps_the_old_settings(
    places: Places, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kiosk_config("set", "idle.seconds", "90") == 0
    before = places.staff_settings.read_bytes()

    def write_to_full(_file: Path, content: bytes) -> None:
        with Path("/dev/full").open("wb") as full:
            full.write(content)

    monkeypatch.setattr("kiosk.durable.write", write_to_full)
    assert kiosk_config("set", "idle.seconds", "95") == 1
    error = capsys.readouterr().err
    assert "free room" in error
    assert "sudo" not in error
    assert places.staff_settings.read_bytes() == before

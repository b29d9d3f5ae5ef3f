"""`kiosk check` as people call it: a real process, its words, its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "tests" / "fixtures"


def run(*arguments: str | Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "check", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        encoding=encoding,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


@pytest.fixture
def good(tmp_path: Path) -> Path:
    (tmp_path / "content.json").write_bytes((FIXTURES / "good.json").read_bytes())
    return tmp_path


def test_clean(good: Path) -> None:
    done = run(good)
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 errors, 0 warnings\n", "")


def test_errors_are_grouped_and_counted() -> None:
    done = run(FIXTURES / "bad" / "many-at-once" / "content.json")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "content.json"
    assert lines[-1] == "9 errors, 0 warnings"
    assert sum("section 2 “The Baltic Way”" in line for line in lines) == 2
    assert any(line.lstrip().startswith("→") for line in lines)
    assert "\x1b" not in done.stdout


def test_warnings_pass_unless_strict() -> None:
    folder = FIXTURES / "bad" / "source-never-used"
    assert run(folder).returncode == 0
    done = run(folder, "--strict")
    assert done.returncode == 1
    assert done.stdout.endswith("0 errors, 1 warning\n")


def test_json_is_complete() -> None:
    done = run(FIXTURES / "bad" / "duplicate-page", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert (found["errors"], found["warnings"], found["unreadable"]) == (1, 0, None)
    (problem,) = found["problems"]
    assert problem["code"] == "E116"
    assert problem["severity"] == "error"
    assert problem["pointer"] == "/sections/1/stories/0/pages/1/id"
    assert (problem["line"], problem["column"]) == (130, 21)
    assert [spot["line"] for spot in problem["also"]] == [106]


def test_what_cannot_be_read(tmp_path: Path) -> None:
    done = run(tmp_path / "no")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "There is nothing at" in done.stderr
    assert "Traceback" not in done.stderr
    done = run(tmp_path / "no", "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["unreadable"]["code"] == "E190"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_half_a_character_in_a_key_is_named_like_any_other_fault(encoding: str) -> None:
    folder = FIXTURES / "bad" / "lone-surrogate-in-key"
    done = run(folder, encoding=encoding)
    assert (done.returncode, done.stderr) == (1, "")
    assert "error E125" in done.stdout
    assert "Half a character (U+D800) stands alone." in done.stdout
    done = run(folder, "--json", encoding=encoding)
    assert (done.returncode, done.stderr) == (1, "")
    (problem,) = json.loads(done.stdout)["problems"]
    assert (problem["code"], problem["pointer"]) == ("E125", "/sections/1/lead/\ufffd")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_signs_that_the_terminal_cannot_write_become_simpler_ones(encoding: str) -> None:
    folder = FIXTURES / "bad" / "unknown-key"
    words = run(folder, encoding=encoding).stdout
    assert "            -> Rename it to " in words
    expected = run(folder, "--json").stdout
    assert json.loads(run(folder, "--json", encoding=encoding).stdout) == json.loads(expected)


def test_help_has_an_example() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "kiosk check content.json" in done.stdout

"""Mistakes in a settings file: each with its line, in words that say what to do."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogs import staff_text
from kiosk.said import Said
from kiosk.settings import Settings
from kiosk.settings_check import FILE_LIMIT, Problem, check_file, check_text, shown

FILE = Path("kiosk.toml")


def problems(content: bytes | str) -> list[Problem]:
    raw = content.encode() if isinstance(content, str) else content
    return list(check_text(raw, Settings, FILE).problems)


MISTAKES = [
    ("[idle]\nsecnds = 5", 2, "did you mean seconds?"),
    ("[idle]\nzzz = 5", 2, "[idle] has seconds, panel_seconds, warning_seconds"),
    ("[idel]\nseconds = 60", 1, "did you mean idle?"),
    ("[zzz]", 1, "there are stand, screen, languages, idle, hours, staff"),
    ("\nseconds = 60", 2, "put it below [idle]"),
    ("zzz = 60", 1, "outside any section; remove it"),
    ("\nidle = 60", 2, "write [idle] on a line of its own"),
    ("[[idle]]\nseconds = 60", 1, "write [idle] on a line of its own"),
    ("[idle]\nseconds = 9", 2, "10 to 3600, not 9"),
    ("[idle]\nseconds = 60.0", 2, "whole number of seconds, 10 to 3600, not 60.0"),
    ("[idle]\nseconds = true", 2, "whole number of seconds, 10 to 3600, not true"),
    ("[idle]\nseconds = 1979-05-27", 2, "not 1979-05-27"),
    ("[idle]\nseconds = [60]", 2, "not [60]"),
    ("[idle.seconds]\nx = 1", 1, "idle.seconds must be a whole number"),
    ("idle.seconds = 5", 1, "idle.seconds must be a whole number"),
    ("idle = {\tseconds = 5 }", 1, "idle.seconds must be a whole number"),
    ("[screen]\nrotation = 91", 2, "0, 90, 180 or 270, not 91"),
    ('[screen]\ntheme = "Dark"', 2, '"dark", "light" or "contrast", not "Dark"'),
    ("[screen]\ndiagonal_inches = nan", 2, "5 to 150, not nan"),
    ("[screen]\ndistance_mm = inf", 2, "100 to 10000, not inf"),
    ("[screen]\nbottom_mm = -1", 2, "0 to 5000, not -1"),
    ('[stand]\nname = "a\\nb"', 2, "on one line"),
    (f'[stand]\nname = "{"x" * 81}"', 2, "at most 80 characters"),
    ('[stand]\nsite = "My Stand"', 2, "small letters, digits and hyphens"),
    ('[languages]\nstart = "english"', 2, 'like "en"'),
    ('[languages]\norder = ["en", 5]', 2, "a list of language tags"),
    ('[languages]\norder = [\n"en",\n"en",\n]', 2, '"en" twice'),
    ('[hours]\n\nmonday = "9-17"', 3, "hours like"),
    ('[hours]\nmonday = "9:00-12:00, 11:00-13:00"', 2, "11:00 lies inside"),
    ('[hours]\nclosed = "black"', 2, '"dim" or "off", not "black"'),
    ("[hours]\nmonday = 9", 2, "hours like"),
    ('[hours]\ndates = [\n"2026-02-30 closed",\n]', 2, "there is no day 2026-02-30"),
    ('[hours]\nmonay = "closed"', 2, "did you mean monday?"),
    ('[staff]\npin = "123456"', 2, "kiosk config pin"),
    ("[staff]\npin = 123456", 2, "kiosk config pin"),
]
NO_TOML: list[tuple[bytes | str, int, str]] = [
    ("[idle]\nseconds 60\n", 2, "key = value"),
    ("[idle]\nseconds = sixty\n", 2, "cannot be understood"),
    ('[stand]\nname = "A\n', 2, "cannot be understood"),
    ('[stand]\nname = "A', 2, "cannot be understood"),
    ("[idle]\nseconds = 1\nseconds = 2\n", 3, "each key once"),
    ("[idle]\n[screen]\n[idle]\n", 3, "each key once"),
    ("a = [1,\n\n\n", 1, "cannot be understood"),
    (b'[stand]\n# \xe9\nname = "x"\n', 2, "UTF-8"),
    ("[idle]\nseconds = 60\n".encode("utf-16"), 1, "UTF-8"),
    (b"a = 1\nb = \x00\n", 2, "cannot be understood"),
    (b"#" * (FILE_LIMIT + 1), 0, "larger than 64 kB"),
    (b"a = " + b"[" * 30_000, 0, "nested too deep"),
    (b"a = " + b"9" * 6000, 0, "larger number than any setting"),
]


@pytest.mark.parametrize(("text", "line", "words"), MISTAKES)
def test_mistakes_have_a_line_and_say_what_to_do(text: str, line: int, words: str) -> None:
    found = problems(text)
    assert [problem.line for problem in found] == [line]
    assert words in found[0].words


@pytest.mark.parametrize(("content", "line", "words"), NO_TOML)
def test_text_that_is_no_toml(content: bytes | str, line: int, words: str) -> None:
    found = problems(content)
    assert len(found) == 1
    assert words in found[0].words
    assert found[0].line == line


ENGLISH = re.compile(r"\b(must|is|not|the|write|there|like|or|and|of|has|you|this|a|list)\b")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|\[[^\]]*\]|„[^“]*“")


@pytest.mark.parametrize("content", [content for content, _, _ in [*MISTAKES, *NO_TOML]])
def test_every_mistake_is_said_in_lithuanian_whole(content: bytes | str) -> None:
    for problem in problems(content):
        assert isinstance(problem.words, Said)
        words = staff_text("lt", problem.words)
        place = f"{FILE}:{problem.line}" if problem.line else f"{FILE}"
        assert staff_text("lt", problem.whole) == f"{place}: {words}"
        assert str(problem) == f"{place}: {problem.words}"
        own = QUOTED.sub("", words.removeprefix(problem.key))
        assert not ENGLISH.search(own), words


def test_a_file_that_is_none_is_said_in_lithuanian(tmp_path: Path) -> None:
    (problem,) = check_file(tmp_path, Settings).problems
    assert staff_text("lt", problem.words).startswith("tai ne failas")
    (problem,) = check_file(tmp_path / "kiosk.toml", Settings, needed=True).problems
    assert staff_text("lt", problem.words).startswith("tokio failo nėra")
    assert staff_text("lt", shown("screen.bottom_mm", None)) == "nenustatyta"


def test_a_byte_order_mark_and_line_ends_of_windows_are_welcome() -> None:
    checked = check_text(b"\xef\xbb\xbf[idle]\r\nseconds = 90\r\n", Settings, FILE)
    assert checked.problems == ()
    assert dict(checked.values) == {"idle.seconds": 90}
    assert dict(checked.origins) == {"idle.seconds": (FILE, 2)}


def test_good_values_beside_mistakes_are_still_found() -> None:
    checked = check_text(b"[idle]\nseconds = 90\nzzz = 1\n", Settings, FILE)
    assert dict(checked.values) == {"idle.seconds": 90}
    assert len(checked.problems) == 1


def test_a_folder_in_the_place_of_the_file_is_a_problem(tmp_path: Path) -> None:
    found = check_file(tmp_path, Settings).problems
    assert [problem.file for problem in found] == [tmp_path]
    assert "not a file" in found[0].words


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    with file.open("wb") as sparse:
        sparse.truncate(8 * 1024**3)
    assert "larger than" in check_file(file, Settings).problems[0].words


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_does_not_hang_the_start(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    os.mkfifo(file)
    assert "not a file" in check_file(file, Settings).problems[0].words


def test_secrets_and_long_values_are_not_shown() -> None:
    assert shown("staff.pin", "73519026") == "set"
    assert shown("staff.pin", "") == "not set"
    assert shown("screen.bottom_mm", None) == "not set"
    assert len(shown("stand.name", "x" * 500)) == 60


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_no_bytes_at_all_break_the_check(content: bytes) -> None:
    for problem in problems(content):
        assert problem.words
        assert problem.line <= content.count(b"\n") + content.count(b"\r") + 1


lines = st.sampled_from(
    [
        "[idle]", "[screen]", "[[stand]]", "seconds = 60", "rotation = 90", 'name = "x"',
        "idle.seconds = 1", "order = [", ']', '"en",', "# note", "a = {", "}", '"""', "'", "=",
        "theme = 'dark'", "x.y.z = 1", '"quoted key" = 5', "[a.b]", "",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(lines, max_size=12))
def test_no_heap_of_lines_breaks_the_check(text: list[str]) -> None:
    content = "\n".join(text)
    checked = check_text(content.encode(), Settings, FILE)
    for problem in checked.problems:
        assert 1 <= problem.line <= len(text)

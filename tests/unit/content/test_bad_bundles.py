"""The corpus of broken bundles: each says what is expected, at its line, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk import icons
from kiosk.content.coverage import Coverage
from kiosk.content.errors import ContentError
from kiosk.content.problems import Problem
from kiosk.store.inspect import check_folder
from kiosk.store.reader import load

FIXTURES = Path(__file__).parents[2] / "fixtures"
BAD = sorted(path for path in (FIXTURES / "bad").iterdir() if path.is_dir())
LEAST = 60


def checked(folder: Path) -> list[Problem]:
    return check_folder(folder, icons=frozenset(icons.glyphs()), coverage=Coverage())


def test_the_corpus_is_large() -> None:
    assert len(BAD) >= LEAST


def test_the_good_bundle_is_clean(tmp_path: Path) -> None:
    (tmp_path / "content.json").write_bytes((FIXTURES / "good.json").read_bytes())
    assert checked(tmp_path) == []
    assert load(tmp_path).bundle.id == "sample"


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_bad_bundle(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["problems"]
    problems = checked(folder)
    found = [(each.code, each.file, each.line) for each in problems]
    wanted = [(each["code"], each["file"], each["line"]) for each in expected]
    assert sorted(found) == sorted(wanted)
    for problem in problems:
        assert problem.words.strip(), problem
        assert problem.fix.strip(), problem
        assert "Traceback" not in problem.words


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_loading_refuses_only_what_the_check_refuses(folder: Path) -> None:
    error = refusal(folder)
    if error is not None:
        assert error.code.startswith("E1")
        assert error.words
        assert error.fix
        assert any(problem.severity == "error" for problem in checked(folder))


def refusal(folder: Path) -> ContentError | None:
    try:
        load(folder)
    except ContentError as error:
        return error
    return None


def test_what_a_start_must_not_show_is_refused() -> None:
    """The faults that would leave a visitor before nothing stop a start as well."""
    for name in ("empty", "cut-off", "missing-title", "duplicate-page", "broken-hero", "nan"):
        assert refusal(FIXTURES / "bad" / name) is not None, name
    for name in ("broken-related", "unknown-icon", "missing-picture", "no-glyph"):
        assert refusal(FIXTURES / "bad" / name) is None, name


def test_every_code_says_one_thing() -> None:
    """A sample of the corpus by heart: the words name what is wrong and what to do."""
    assert "Did you mean “title”?" in only("unknown-key").words
    assert only("unknown-key").fix == "Rename it to “title”."
    assert only("language-english").fix == "Use lt."
    assert "✓ (U+2713)" in only("no-glyph").words
    assert "(first in line 106)" in only("duplicate-page").words
    assert "limit 32" in only("too-deep").words
    assert only("broken-source").place.endswith("block 1 (figure), source")
    assert only("bidi-override").place == "section 2 “The Baltic Way”, lead, English"


def only(name: str) -> Problem:
    (problem,) = checked(FIXTURES / "bad" / name)
    return problem


def test_the_line_is_shown_with_a_mark_under_the_fault() -> None:
    _, line, mark = only("trailing-comma").words.split("\n")
    assert line[mark.index("^")] == ","
    assert '"English"' in line

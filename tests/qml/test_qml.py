"""Collects the tst_*.qml files: one pytest case per QML test function, one process for all.

The process is `run_qml.py`; a warning of the QML engine fails the file in which it came up.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
FILES = sorted(HERE.glob("tst_*.qml"))
FUNCTION = re.compile(r"^\s*function (test_\w+)\(", re.MULTILINE)
CASE_NAME = re.compile(r'Case \{\s*name: "(\w+)"')


def _functions(path: Path) -> list[str]:
    names = FUNCTION.findall(path.read_text(encoding="utf-8"))
    return [name for name in names if not name.endswith("_data")]


CASES = [(path, name) for path in FILES for name in _functions(path)]


@lru_cache
def _run(path: Path) -> str:
    """The report of one file."""
    command = [sys.executable, str(HERE / "run_qml.py"), "-input", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)
    return done.stdout + done.stderr


def _case(path: Path) -> str:
    found = CASE_NAME.search(path.read_text(encoding="utf-8"))
    assert found, f"{path.name} has no TestCase name"
    return found[1]


@pytest.mark.parametrize(("path", "name"), CASES, ids=[f"{p.stem[4:]}-{n[5:]}" for p, n in CASES])
def test_function(path: Path, name: str) -> None:
    """The function ran and passed, in all its rows."""
    report = _run(path)
    marks = re.findall(rf"^(\S+)\s*: qml::{_case(path)}::{name}\(.*$", report, re.MULTILINE)
    failures = re.findall(rf"^FAIL!.*::{name}\((?:.*\n)(?: .*\n)*", report, re.MULTILINE)
    assert marks, f"did not run:\n{report[-2000:]}"
    assert set(marks) == {"PASS"}, "\n".join(failures) or report[-2000:]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[4:])
def test_no_warnings(path: Path) -> None:
    """The file loads and runs without a warning of QML or of the fonts."""
    report = _run(path)
    warnings = [line for line in report.splitlines() if re.match(r"QWARN|QCRITICAL|XPASS", line)]
    assert "Totals:" in report, report[-2000:]
    assert warnings == []


def test_every_control_is_tested() -> None:
    """A control that no test file names is a control nobody looked at."""
    controls = HERE.parent.parent / "kiosk" / "qml" / "Kiosk" / "Controls"
    texts = "".join(path.read_text(encoding="utf-8") for path in FILES)
    data = {"ThemePalette", "DarkPalette", "LightPalette", "ContrastPalette", "Glyphs", "TypeScale"}
    # Seen through their users; what needs a GPU in tests/e2e/test_cloths.py
    parts = {"FocusRing", "StitchRow", "Segment", "PlaceholderPicture"}
    parts |= {"Cloth", "PaintedThread", "PaintedWeave", "PaintedWords", "ShadedWeave"}
    untested = [
        path.stem
        for path in controls.glob("*.qml")
        if path.stem not in data | parts and not re.search(rf"\b{path.stem}\b", texts)
    ]
    assert untested == []

"""Qt's libraries are there before anything of PySide is, and a start does without it as well."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kiosk import program
from kiosk.bridge import ahead

BROUGHT = ("Core", "Gui", "Network", "Qml", "OpenGL", "Quick")
LOAD = (
    "import sys\nfrom kiosk.bridge import ahead\nthread = ahead.begin()\n"
    "if thread: thread.join()\n"
    "mapped = open('/proc/self/maps').read()\n"
    "print(*[name for name in sys.argv[1:] if f'libQt6{name}.so.6' in mapped])\n"
    "print('PySide6' in sys.modules, 'python3' in mapped and '.abi3.so' in mapped)\n"
    "import PySide6.QtQuick\nprint('imported')\n"
)
needs_two = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1, reason="one processor"
)


def said(code: str, folder: str | Path = program.FOLDER) -> list[str]:
    """The lines that a Python of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *BROUGHT],
        cwd=folder, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return done.stdout.splitlines()


@needs_two
def test_the_libraries_are_loaded_and_nothing_that_knows_python() -> None:
    assert said(LOAD) == [" ".join(BROUGHT), "False False", "imported"]


def test_one_processor_has_nothing_to_gain() -> None:
    narrow = "import os\nos.sched_setaffinity(0, [min(os.sched_getaffinity(0))])\n"
    assert said(narrow + LOAD) == ["", "False False", "imported"]


def test_what_cannot_be_loaded_is_left_to_the_import(tmp_path: Path) -> None:
    (tmp_path / "PySide6" / "Qt" / "lib").mkdir(parents=True)
    (tmp_path / "PySide6" / "__init__.py").write_text("")
    (tmp_path / "PySide6" / ahead.QUICK).write_text("no library")
    code = f"import sys\nsys.path.insert(1, {program.FOLDER!r})\n" + LOAD.partition("import PyS")[0]
    assert said(code, tmp_path) == ["", "False False"]


@needs_two
def test_a_system_without_a_thread_to_give_starts_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none_left(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", none_left)
    assert ahead.begin() is None

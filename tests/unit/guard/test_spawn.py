"""Which commands get a supervisor, and what their screen is started with."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk import program
from kiosk.guard import ladder, spawn

RECORD = ladder.Record(2, avoid=("0002-ą",), reason="it hung")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("run", True), ("run stand --window 800x600", True), ("run --watch stand", True),
        ("run --no-supervisor", False), ("run --help", False), ("run -h", False),
        ("--version", False), ("", False), ("check run", False), ("tour", False),
    ],
)  # fmt: skip
def test_who_is_looked_after(words: str, answer: bool) -> None:
    assert spawn.wanted(words.split()) is answer


def test_the_screen_inherits_its_pipe_and_nothing_for_the_supervisor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "5")
    tells = "repr(('WATCHDOG_USEC' in os.environ, os.environ['JUOSTA_LADDER']))"
    code = f"import os; os.write(int(os.environ['JUOSTA_BEAT']), {tells}.encode())"
    child = spawn.start([sys.executable, "-c", code], RECORD)
    with os.fdopen(child.pipe, "rb") as pipe:
        inherits, record = ast.literal_eval(pipe.read().decode())
    assert not inherits
    assert ladder.handed_on({spawn.LADDER: record}) == RECORD
    assert os.waitpid(child.pid, 0)[1] == 0


def test_nothing_stays_open_when_it_cannot_be_started() -> None:
    before = sorted(os.listdir("/proc/self/fd"))  # noqa: PTH208
    with pytest.raises(OSError, match="No such file"):
        spawn.start(["/nowhere/python"], RECORD)
    assert sorted(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


def divided(after: str, *words: str) -> dict[str, Any]:
    """What `tell()` says in the screen of a process that divides itself and then runs `after`."""
    code = (
        "import json, os, sys\nfrom kiosk.guard import spawn\n"
        "before, parent = set(os.listdir('/proc/self/fd')), os.getpid()\n"
        "pipe = lambda: int(os.environ['JUOSTA_BEAT'])\n"
        "def tell(**facts):\n    os.write(pipe(), json.dumps(facts).encode())\n"
        "def opened():\n    return len(set(os.listdir('/proc/self/fd')) - before)\n"
        "from kiosk.guard import ladder\n"
        f"child = spawn.branch(ladder.{RECORD})\n"
        f"if child is None:\n    {after}\n    os._exit(7)\n"
        "assert opened() == 1\nheard = os.fdopen(child.pipe, 'rb').read()\n"
        "assert os.waitpid(child.pid, 0) == (child.pid, 7 << 8)\nprint(heard.decode())\n"
    )
    around = {**os.environ, **dict.fromkeys(spawn.NOT_HANDED_ON, "5")}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=program.FOLDER, env=around, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return json.loads(done.stdout)


def test_a_process_that_divides_itself_is_supervisor_and_screen() -> None:
    says = (
        "tell(argv=sys.argv[1:], again=sys.orig_argv[-1], own=os.getppid() == parent, "
        "held=[name for name in spawn.NOT_HANDED_ON if name in os.environ], opened=opened(), "
        "seen=os.get_inheritable(pipe()), divisible=spawn.divisible())"
    )
    assert divided(says, "run", "--renderer", "software") == {
        "argv": ["run", "--renderer", "software", "--no-supervisor"], "again": "--no-supervisor",
        "own": True, "held": [], "opened": 1, "seen": False, "divisible": True,
    }  # fmt: skip


def test_both_halves_begin_with_what_both_need() -> None:
    """The screen waits for it, and what it does not need itself would cost it memory."""
    own = "[name for name in sys.modules if name.startswith('kiosk.')]"
    told = divided(f"import gc; tell(own={own}, both=gc.get_freeze_count() > 0)", "run")
    assert told["both"]
    assert set(told["own"]) == {
        "kiosk.durable", "kiosk.flood", "kiosk.guard", "kiosk.guard.heart", "kiosk.guard.ladder",
        "kiosk.guard.plain", "kiosk.guard.spawn", "kiosk.log", "kiosk.logline", "kiosk.paths",
        "kiosk.program", "kiosk.record",
    }  # fmt: skip


def test_the_divided_screen_is_one_without_a_supervisor() -> None:
    assert divided("tell(wanted=spawn.wanted(sys.argv[1:]))", "run", "stand") == {"wanted": False}


def printed(code: str) -> str:
    """What a Python of its own says that runs this."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=program.FOLDER, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_process_with_threads_is_not_divided() -> None:
    code = (
        "import threading\nfrom kiosk.guard import spawn\nstop = threading.Event()\n"
        "thread = threading.Thread(target=stop.wait)\nthread.start()\n"
        "print(spawn.divisible())\nstop.set()\nthread.join()\n"
    )
    assert printed(code) == "False"


def test_a_process_that_cannot_be_divided_keeps_nothing_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", full)
    before = sorted(os.listdir("/proc/self/fd"))  # noqa: PTH208
    with pytest.raises(OSError, match="temporarily"):
        spawn.branch(RECORD)
    assert sorted(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


def test_the_supervisor_imports_next_to_nothing_before_the_screen_starts(tmp_path: Path) -> None:
    """The start of the kiosk waits for it."""
    code = (
        "import sys\nbefore = set(sys.modules)\n"
        "from kiosk import __main__\nfrom kiosk.guard import spawn\n"
        "print(*sorted(set(sys.modules) - before))\n"
    )
    assert set(printed(code).split()) == {
        "__future__", "kiosk", "kiosk.__main__", "kiosk.guard", "kiosk.guard.spawn",
        "kiosk.program",
    }  # fmt: skip


def test_the_supervisor_stays_without_the_libraries_of_the_screen() -> None:
    code = (
        "import sys\nfrom kiosk.guard import supervisor\n"
        "print(*[name for name in sys.modules if name.split('.')[0] in sys.argv[1:]])\n"
    )
    heavy = ["PySide6", "msgspec", "sqlite3", "psutil", "ctypes", "subprocess", "socket"]
    heavy += ["dataclasses", "inspect", "typing", "datetime", "tempfile", "platformdirs"]
    done = subprocess.run(
        [sys.executable, "-c", code, *heavy],
        cwd=program.FOLDER, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == []


def test_a_supervisor_that_fails_says_so_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from kiosk.guard import supervisor

    def fails(*_: object) -> int:
        raise RuntimeError("inside")

    monkeypatch.setattr(spawn, "divisible", lambda: False)
    monkeypatch.setattr(spawn, "start", lambda *_: spawn.Child(1, -1))
    monkeypatch.setattr(supervisor, "look_after", fails)
    assert spawn.supervised() == 70
    said = capsys.readouterr().err
    assert "supervisor stopped" in said
    assert "Traceback" not in said

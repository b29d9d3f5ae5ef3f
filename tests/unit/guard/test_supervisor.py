"""The real supervisor with small programs in place of the screen: they beat, crash and hang.

Its clock runs faster than the world's, and so does that of the screens.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import log, paths
from kiosk.guard import exits, ladder, memory, spawn
from kiosk.guard.ladder import Record
from kiosk.guard.supervisor import BUSY, BUSY_WORDS, Supervisor
from kiosk.lock import FileLock
from kiosk.paths import Places

FASTER = 4.0

SCREEN = """
import json, os, sys, time
pipe = int(os.environ["JUOSTA_BEAT"])
home = sys.argv[1]
def say(kind, **words):
    try:
        os.write(pipe, json.dumps({kind: words}).encode() + b"\\n")
    except OSError:
        sys.exit(0)
def beat(times=10**6, **more):
    for _ in range(times):
        say("beat", drawn=time.monotonic() * 4.0, page="a/b", version="0002-b", **more)
        time.sleep(0.05)
number = 1
while os.path.exists(f"{home}/start{number}"):
    number += 1
open(f"{home}/start{number}", "w").close()
say("opening", version="0002-b")
"""


class Stand:
    """A supervisor in a folder of its own, on a thread that is not the main one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.places: Places = paths.under(folder)
        self._ends: list[int] = []

    def run(self, screen: str, *, during: Callable[[], None] | None = None) -> int:
        """Run until the end of all screens; each runs this code, `number` is its number."""
        words = [sys.executable, "-c", SCREEN + screen, str(self.folder)]
        supervisor = Supervisor(words, self.places, lambda: FASTER * time.monotonic())
        self.supervisor = supervisor
        try:
            first = spawn.start(words, ladder.started(ladder.read(self.places.ladder)))
            if during is None:
                return supervisor.run(first)
            helper = threading.Thread(target=during)
            helper.start()
            code = supervisor.run(first)
            helper.join()
        finally:
            log.shut_down()
        return code

    def starts(self) -> int:
        """How many screens have begun."""
        return len(list(self.folder.glob("start*")))

    def kinds(self) -> list[str]:
        """How they ended."""
        return [one.kind for one in exits.read(self.places.exits)]


@pytest.fixture
def stand(tmp_path: Path) -> Stand:
    """An empty one."""
    return Stand(tmp_path)


@pytest.mark.parametrize("code", [0, 2, 3, 4])
def test_an_end_with_a_meaning_is_passed_on(stand: Stand, code: int) -> None:
    assert stand.run(f"sys.exit({code})") == code
    assert stand.starts() == 1
    assert not stand.places.ladder.exists()
    assert not stand.places.screen_process.exists()


@pytest.mark.parametrize(
    "end", ["os.kill(os.getpid(), 9)", "os.abort()", "os.kill(os.getpid(), 11)", "sys.exit(70)"]
)
def test_a_crash_is_followed_by_another_start(stand: Stand, end: str) -> None:
    assert stand.run(f"beat(2)\nif number == 1: {end}") == 0
    assert stand.starts() == 2
    (crash, _end) = exits.read(stand.places.exits)
    assert (crash.kind, crash.page, crash.version) == ("crash", "a/b", "0002-b")
    facts = stand.supervisor.facts()
    assert (facts.restarts, facts.faults, facts.rung) == (1, 1, 0)


def test_a_hang_is_ended_and_says_where(stand: Stand) -> None:
    """The screen's own fault handler writes the stack down before it goes."""
    file = stand.folder / "stack"
    hang = f"import faulthandler; faulthandler.enable(open({str(file)!r}, 'ab'))\nbeat(2)\n"
    hang += "def the_place(): time.sleep(1000)\nif number == 1: the_place()"
    assert stand.run(hang) == 0
    assert stand.kinds() == ["hang", "staff"]
    assert "the_place" in file.read_text()
    told = (stand.places.log / "supervisor.log").read_text().splitlines()
    (order,) = (json.loads(line) for line in told if "order to the screen: abort" in line)
    assert " S " in order["threads"]


def test_what_does_not_even_abort_is_killed(stand: Stand) -> None:
    assert stand.run("beat(2)\nif number == 1: os.kill(os.getpid(), 19)") == 0
    assert stand.kinds() == ["hang", "staff"]


def test_crash_after_crash_leads_up_the_ladder(stand: Stand) -> None:
    """What the screens are told at their starts, each with those before it counted."""
    code = """
record = os.environ["JUOSTA_LADDER"]
open(f"{home}/rungs", "a").write("{rung}{failed} ".format(**json.loads(record)))
open(f"{home}/record", "w").write(record)
if number <= 7: os.abort()
"""
    assert stand.run(code) == 0
    assert (stand.folder / "rungs").read_text() == "00 01 02 10 11 12 20 21 "
    record = ladder.read(stand.folder / "record")
    assert (record.rung, record.avoid) == (2, ("0002-b",))
    assert "SIGABRT" in record.reason
    assert ladder.read(stand.places.ladder) == Record(), "whoever ends it begins afresh"


def test_staff_who_start_it_anew_clear_the_ladder(stand: Stand) -> None:
    ladder.write(stand.places.ladder, Record(2, avoid=("0002-b",)))
    assert stand.run("sys.exit(75 if number == 1 else 0)") == 0
    assert stand.starts() == 2
    assert ladder.read(stand.places.ladder) == Record()


def test_a_while_of_health_clears_the_count(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "HEALTHY_SECONDS", 4.0)
    ladder.write(stand.places.ladder, Record(1, 2, avoid=("0001-a",)))

    def well() -> None:
        until(lambda: ladder.read(stand.places.ladder) == Record(1, avoid=("0001-a",)))
        stand.supervisor._leave(15, None)

    assert stand.run("beat()", during=well) == 143


def short_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day without a fault is over after a second."""
    monkeypatch.setattr(memory, "IDLE_SECONDS", 1.0)
    monkeypatch.setattr(ladder, "WELL_SECONDS", 1.0, raising=False)
    monkeypatch.setattr(ladder, "CLEARED_SECONDS", 4.0)


def test_a_day_of_health_clears_the_ladder(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was passed over is tried again, by a screen that is started for it."""
    short_day(monkeypatch)
    ladder.write(stand.places.ladder, Record(2, avoid=("0002-b",), reason="it crashed"))
    code = "if number == 2: sys.exit(0)\nbeat(idle=True)"
    assert stand.run(code) == 0
    assert stand.kinds() == ["again", "staff"]
    assert not stand.places.ladder.exists()


def test_a_day_of_health_ends_no_visit(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    short_day(monkeypatch)
    ladder.write(stand.places.ladder, Record(2, avoid=("0002-b",)))
    visit = "beat(50)\nopen(f'{home}/visited', 'w').close()\n"
    assert stand.run(f"if number == 2: sys.exit(0)\n{visit}beat(idle=True)") == 0
    assert (stand.folder / "visited").exists()
    assert stand.kinds() == ["again", "staff"]


def test_other_content_that_is_well_clears_the_ladder(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Staff have brought it while the stand was careful; the screen goes on."""
    monkeypatch.setattr(ladder, "HEALTHY_SECONDS", 3.0)
    ladder.write(stand.places.ladder, Record(2, avoid=("0001-a",)))

    def cleared() -> None:
        until(lambda: not stand.places.ladder.exists())
        stand.supervisor._leave(15, None)

    code = "say('opening', version='factory')\nbeat()"
    assert stand.run(code, during=cleared) == 143
    assert stand.starts() == 1


def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for it."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


def test_too_much_memory(stand: Stand) -> None:
    code = (
        "say('limits', memory=400_000_000, night=-1)\n"
        "beat(rss=900_000_000 if number == 1 else 200_000_000, times=20)"
    )
    assert stand.run(code + "\nsys.exit(0)") == 0
    assert stand.kinds() == ["memory", "staff"]
    assert stand.supervisor.facts().faults == 0


def test_a_display_that_goes_is_waited_for(stand: Stand) -> None:
    """Without one at the start the kiosk ends; once it has shown something it waits."""
    assert stand.run("if number == 1: beat(5); os.abort()\nif number < 4: sys.exit(4)") == 0
    assert stand.kinds() == ["crash", "no display", "no display", "staff"]
    assert ladder.read(stand.places.ladder).rung == 0


def test_the_next_screen_does_not_wait_for_the_disk(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why the last one ended is written down while the next one starts."""
    true = exits.add

    def add(file: Path, end: exits.Exit) -> None:
        if end.kind == "crash":
            until((stand.folder / "start2").exists)
        true(file, end)

    monkeypatch.setattr(exits, "add", add)
    assert stand.run("beat(2)\nif number == 1: os.abort()") == 0
    assert stand.kinds() == ["crash", "staff"]


def test_who_ends_the_kiosk_ends_the_tries_to_start_a_screen(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[float] = []

    def start(_words: list[str], _record: Record) -> spawn.Child:
        tries.append(time.monotonic())
        assert len(tries) < 100
        raise OSError(errno.EAGAIN, "no room for another process")

    monkeypatch.setattr(spawn, "start", start)
    supervisor = Supervisor([], stand.places)
    supervisor._leave(15, None)
    assert supervisor._start(Record()) is None
    assert len(tries) <= 2
    assert time.monotonic() - tries[0] < 1


@pytest.mark.parametrize("end", ["os.abort()", "sys.exit(75)"])
def test_the_end_is_an_orderly_one_also_when_no_screen_could_be_started(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    true, tries = spawn.start, 0

    def start(words: list[str], record: Record) -> spawn.Child:
        nonlocal tries
        tries += 1
        assert tries < 100
        if tries == 1:
            return true(words, record)
        stand.supervisor._leave(15, None)
        raise OSError(errno.EAGAIN, "no room for another process")

    monkeypatch.setattr(spawn, "start", start)
    assert stand.run(end) == 0
    assert len(stand.kinds()) == 1
    assert not stand.places.ladder.exists()
    assert not stand.places.screen_process.exists()


def test_two_on_one_stand(stand: Stand, capsys: pytest.CaptureFixture[str]) -> None:
    stand.places.state.mkdir(parents=True)
    with FileLock(stand.places.supervisor_lock).held(wait=False):
        assert stand.run("time.sleep(60)") == BUSY
    assert BUSY_WORDS in capsys.readouterr().err


def test_a_screen_left_over_from_a_killed_supervisor(stand: Stand) -> None:
    from kiosk.guard.processes import LeftOver

    old = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    LeftOver(stand.places.screen_process).note(old.pid)
    with old:
        assert stand.run("") == 0
        assert old.wait(10) == -signal.SIGTERM


def test_a_disk_that_refuses_stops_nothing(stand: Stand) -> None:
    (stand.folder / "state").write_text("no folder can be made here")
    assert stand.run("beat(2)\nif number == 1: os.abort()") == 0
    assert stand.starts() == 2


def test_the_service_manager_hears_it(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """READY with the first frame, WATCHDOG while it lives, and nothing of it for the screen."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "s"))
        manager.settimeout(20)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "s"))
        heard: list[str] = []

        def listen() -> None:
            while "STOPPING=1" not in heard:
                heard.append(manager.recv(1000).decode())

        code = "open(home + '/around', 'w').write(str('NOTIFY_SOCKET' in os.environ))\nbeat(20)"
        assert stand.run(code, during=listen) == 0
    assert heard[:3] == ["READY=1", "WATCHDOG=1", "STATUS=on the screen: a/b; content 0002-b"]
    assert heard[-1] == "STOPPING=1"
    assert (stand.folder / "around").read_text() == "False"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_both(tmp_path: Path, number: signal.Signals) -> None:
    """The real command around a screen that ends in order, in a process of its own."""
    code = (
        "import sys\nfrom kiosk.guard import ladder, spawn, supervisor\n"
        "words = [sys.executable, '-c', sys.argv[1], sys.argv[2]]\n"
        "sys.exit(supervisor.look_after(words, spawn.start(words, ladder.Record())))\n"
    )
    screen = "import signal\nsignal.signal(15, lambda *_: sys.exit(0))\nbeat()"
    words = [sys.executable, "-c", code, SCREEN + screen.replace("4.0", "1.0"), str(tmp_path)]
    around = {**os.environ, "JUOSTA_HOME": str(tmp_path)}
    with subprocess.Popen(words, env=around) as process:
        until((tmp_path / "start1").exists)
        until((tmp_path / "state" / "screen.pid").exists)
        time.sleep(0.3)
        process.send_signal(number)
        assert process.wait(20) == 0
    assert json.loads((tmp_path / "state" / "exits.json").read_text())[0]["kind"] == "end"

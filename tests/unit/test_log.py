"""The log: files that rotate, plain words on stderr, crashes kept, nothing thrown at anybody."""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import subprocess
import sys
import textwrap
import threading
import time
import warnings
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import log
from kiosk.flood import Flood
from kiosk.logline import RECORD_LIMIT, FileFormatter
from tests.faults.mounts import mounted


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    log.shut_down()
    logging.getLogger().setLevel(level)
    logging.raiseExceptions = True
    faulthandler.enable(sys.__stderr__)


def records(file: Path) -> list[dict[str, Any]]:
    """What a program reads in a log; each line is an object."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n")[:-1]]


def test_records_go_to_the_file_and_warnings_to_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = log.set_up(tmp_path / "state/log", "screen")
    logging.getLogger("kiosk.a").info("started in %d ms", 300)
    logging.getLogger("kiosk.a").warning("The disk is full. Remove old versions.")
    first, second = records(file)
    assert list(first) == ["time", "level", "process", "name", "message"]
    moment = datetime.fromisoformat(first["time"])
    assert abs(datetime.now().astimezone() - moment) < timedelta(minutes=1)
    del first["time"]
    assert first == {
        "level": "INFO", "process": os.getpid(), "name": "kiosk.a", "message": "started in 300 ms"
    }  # fmt: skip
    assert second["level"] == "WARNING"
    assert capsys.readouterr().err == "The disk is full. Remove old versions.\n"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="time zones of POSIX")
@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("UTC0", "2026-11-28T07:14:02.125+00:00"),
        ("EET-2", "2026-11-28T09:14:02.125+02:00"),
        ("NST3:30", "2026-11-28T03:44:02.125-03:30"),
    ],
)
def test_times_say_their_zone(zone: str, written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    record = logging.makeLogRecord({"created": 1795850042.125})
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", zone)
        time.tzset()
        line = FileFormatter().format(record)
    time.tzset()
    assert json.loads(line)["time"] == written


def test_facts_of_a_record_stand_beside_its_words(tmp_path: Path) -> None:
    file = log.set_up(tmp_path, "screen")
    facts = {"kind": "crash", "seconds": 12.5, "message": "another", "page": Path("a\x1bb")}
    logging.getLogger("kiosk").info("It ended: %(kind)s.", facts)
    (told,) = records(file)
    assert (told["kind"], told["seconds"], told["page"]) == ("crash", 12.5, "a b")
    assert told["message"] == "It ended: crash.", "no fact takes the place of the words"


@given(st.text(st.characters()))
def test_whatever_is_said_is_one_line_that_programs_read(words: str) -> None:
    record = logging.makeLogRecord({"msg": "%(words)s", "args": {"words": words}})
    line = FileFormatter().format(record)
    assert len(line.splitlines()) == 1
    told = json.loads(line.encode())
    assert told["message"] == told["words"]
    assert len(told["words"]) == len(words)


def test_a_traceback_is_in_the_file_and_never_on_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = log.set_up(tmp_path, "command")
    secret = "digits of a pin"  # noqa: F841 - must not be found in the log
    try:
        raise RuntimeError("it broke")
    except RuntimeError:
        logging.getLogger("kiosk").exception("The page cannot be drawn.")
    (told,) = records(file)
    assert told["message"] == "The page cannot be drawn."
    assert told["traceback"].startswith("Traceback (most recent call last):\n")
    assert told["traceback"].endswith("RuntimeError: it broke")
    assert "digits of" not in file.read_text().replace('secret = "digits of a pin"', "")
    assert capsys.readouterr().err == "The page cannot be drawn.\n"


def test_a_record_cannot_forge_another(tmp_path: Path) -> None:
    file = log.set_up(tmp_path, "command")
    forged = '{"time": "2030-01-01T00:00:00Z", "level": "ERROR", "message": "forged"}'
    logging.getLogger("kiosk").info(f"title \x1b[31mred\x1b[0m\n{forged}\r\nx\x00y\u2028z")
    assert len(file.read_text().splitlines()) == 1
    (told,) = records(file)
    assert told["level"] == "INFO"
    assert told["message"] == f"title  [31mred [0m\n{forged} \nx y z"


def test_lone_surrogates_and_long_records_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The report of a test is UTF-8: half a character must not get there
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    file = log.set_up(tmp_path, "command")
    logging.getLogger("kiosk").info("file \udcff.png")
    logging.getLogger("kiosk").info("x" * 1_000_000)
    logging.getLogger("kiosk").info("after")
    first, second, third = records(file)
    assert first["message"] == "file  .png"
    assert "x [...] x" in second["message"]
    assert len(second["message"]) < RECORD_LIMIT
    assert third["message"] == "after"


def test_all_files_together_are_meant_to_stay_under_twenty_megabytes() -> None:
    files = sum(size * count for size, count in log.FILES.values())
    assert files + len(log.FILES) * log.CRASH_LIMIT <= 20_000_000


def test_the_oldest_file_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "FILES", {"command": (1000, 3)})
    log.set_up(tmp_path, "command")
    for number in range(8):
        logging.getLogger("kiosk").info("%d %s", number, "x" * 600)
    names = ["command.log.2", "command.log.1", "command.log"]
    found = [records(tmp_path / name) for name in names]
    assert [told["message"][0] for (told,) in found] == ["5", "6", "7"]


def test_a_command_without_a_log_gets_one_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JUOSTA_HOME", str(tmp_path))
    log.report(RuntimeError("boom"), "kiosk check stopped")
    file = tmp_path / "state/log/command.log"
    assert "RuntimeError: boom" in file.read_text()
    assert capsys.readouterr().err == f"kiosk check stopped. Details are in {file}.\n"


def test_a_flood_stays_within_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small: dict[log.Role, tuple[int, int]] = {"screen": (100_000, 5), "command": (50_000, 2)}
    monkeypatch.setattr(log, "FILES", small)
    for role, (size, count) in small.items():
        log.set_up(tmp_path, role)
        for number in range(1000):
            logging.getLogger("kiosk.flood").info("%d %s", number, "x" * 900)
        sizes = [file.stat().st_size for file in tmp_path.glob(f"{role}.log*")]
        assert len(sizes) == count
        assert sorted(sizes)[1] > size - 1100
        assert max(sizes) <= size
        assert records(tmp_path / f"{role}.log")[-1]["message"].startswith("999 x")


def test_setting_up_again_replaces_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = log.set_up(tmp_path / "one", "command")
    second = log.set_up(tmp_path / "two", "command")
    logging.getLogger("kiosk").warning("once")
    assert first.read_text() == ""
    assert second.read_text().count("once") == 1
    assert capsys.readouterr().err == "once\n"


def test_a_folder_that_cannot_be_written_is_said_and_nothing_else_happens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    log.set_up(tmp_path / "state/log", "screen")
    logging.getLogger("kiosk").error("Still here.")
    error = capsys.readouterr().err.splitlines()
    assert len(error) == 2
    assert "No log can be kept" in error[0]
    assert error[1] == "Still here."


@pytest.mark.filterwarnings("default")
def test_warnings_of_python_are_in_the_file_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = log.set_up(tmp_path, "command")
    warnings.warn("old call", DeprecationWarning, stacklevel=1)
    log.shut_down()
    assert "old call" in file.read_text()
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name == "nt", reason="owners of POSIX")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_files_that_root_has_opened_stay_writable_for_the_kiosk(tmp_path: Path) -> None:
    os.chown(tmp_path, 12345, 23456)
    log.set_up(tmp_path / "log", "command")
    owners = {path.stat().st_uid for path in [tmp_path / "log", *(tmp_path / "log").iterdir()]}
    assert owners == {12345}


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A process of its own that sets up the log as the command line does."""
    code = textwrap.dedent(
        """
        import logging, os, sys, threading
        from pathlib import Path
        from kiosk import log
        log.set_up(Path("log"), "screen")
        """
    ) + textwrap.dedent(script)
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(log.__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_an_uncaught_exception_is_one_sentence_on_stderr(tmp_path: Path) -> None:
    result = run("raise RuntimeError('boom')", tmp_path)
    assert result.returncode == 1
    assert result.stderr.startswith("Something went wrong. Details are in ")
    assert "Traceback" not in result.stderr
    assert "RuntimeError: boom" in (tmp_path / "log/screen.log").read_text()


def test_an_exception_in_a_thread_is_logged_the_same(tmp_path: Path) -> None:
    script = """
        def work():
            raise RuntimeError("boom in a thread")
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        """
    result = run(script, tmp_path)
    assert result.returncode == 0
    assert "Traceback" not in result.stderr
    assert "boom in a thread" in (tmp_path / "log/screen.log").read_text()


def test_an_exception_while_tidying_is_logged_the_same(tmp_path: Path) -> None:
    script = """
        class Thing:
            def __del__(self):
                raise RuntimeError("boom in del")
        Thing()
        """
    result = run(script, tmp_path)
    assert "Traceback" not in result.stderr
    assert "boom in del" in (tmp_path / "log/screen.log").read_text()


def test_ctrl_c_ends_without_words(tmp_path: Path) -> None:
    result = run("raise KeyboardInterrupt", tmp_path)
    assert result.stderr == ""
    assert result.returncode != 0
    assert "KeyboardInterrupt" not in (tmp_path / "log/screen.log").read_text()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_crash_in_c_code_leaves_its_stack_in_the_crash_file(tmp_path: Path) -> None:
    result = run("import signal; os.kill(os.getpid(), signal.SIGSEGV)", tmp_path)
    assert result.returncode == -11
    assert result.stderr == ""
    assert "Segmentation fault" in (tmp_path / "log/screen-crash.txt").read_text()


def test_a_log_that_fills_the_disk_says_so_once(tmp_path: Path) -> None:
    script = """
        import resource, signal
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        for number in range(200):
            logging.getLogger("kiosk").info("line %d %s", number, "x" * 50)
        print("alive")
        """
    result = run(script, tmp_path)
    assert result.stdout == "alive\n"
    assert result.returncode == 0
    assert result.stderr.count("\n") == 1
    assert "cannot be written; check the disk" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="a storage of Linux")
def test_a_full_disk_says_so_once_and_the_log_goes_on_when_there_is_room(tmp_path: Path) -> None:
    with mounted(tmp_path / "small", "size=64k") as disk:
        script = f"""
            log.set_up(Path({str(disk)!r}) / "log", "screen")
            filler = Path({str(disk)!r}) / "filler"
            filler.write_bytes(b"x" * 30_000)
            for number in range(1000):
                logging.getLogger("kiosk").info("line %d %s", number, "x" * 50)
            filler.unlink()
            logging.getLogger("kiosk").info("there is room again")
            print("alive")
            """
        result = run(script, tmp_path)
        text = (disk / "log/screen.log").read_text()
    assert result.stdout == "alive\n"
    assert result.stderr.count("\n") == 1
    assert json.loads(text.splitlines()[-1])["message"] == "there is room again"


def test_under_systemd_the_journal_gets_all_with_its_priority(tmp_path: Path) -> None:
    script = """
        facts = os.fstat(2)
        os.environ["JOURNAL_STREAM"] = f"{facts.st_dev}:{facts.st_ino}"
        log.set_up(Path("log"), "screen")
        logging.getLogger("kiosk.a").info("shown")
        logging.getLogger("kiosk.a").warning("two\\nlines")
        logging.getLogger("kiosk.a").debug("not shown")
        try:
            raise RuntimeError("boom")
        except RuntimeError:
            logging.getLogger("kiosk.a").exception("It broke.")
        """
    result = run(script, tmp_path)
    assert result.stderr.splitlines() == [
        "<6>kiosk.a: shown",
        "<4>kiosk.a: two",
        "<4>lines",
        "<3>kiosk.a: It broke.",
    ]


def test_another_stream_is_no_journal(tmp_path: Path) -> None:
    script = """
        os.environ["JOURNAL_STREAM"] = "8:1234567"
        log.set_up(Path("log"), "screen")
        logging.getLogger("kiosk").info("not shown")
        logging.getLogger("kiosk").error("shown")
        """
    assert run(script, tmp_path).stderr == "shown\n"


def test_a_storm_does_not_wash_away_what_began_it(tmp_path: Path) -> None:
    file = log.set_up(tmp_path, "screen")
    logging.getLogger("kiosk").error("the cause")
    for number in range(10_000):
        logging.getLogger("kiosk.storm").info("line %d", number)
    filters = [each for handler in logging.getLogger().handlers for each in handler.filters]
    flood = next(each for each in filters if isinstance(each, Flood))
    flood._looked -= 1
    logging.getLogger("kiosk").info("calm again")
    text = file.read_text()
    assert "the cause" in text
    assert 2000 <= text.count("kiosk.storm") < 4000
    assert "records were left out" in text
    assert records(file)[-1]["message"] == "calm again"


def test_without_stderr_the_file_is_enough(tmp_path: Path) -> None:
    script = """
        log.shut_down()
        sys.stderr = None
        log.set_up(Path("log"), "screen")
        logging.getLogger("kiosk").error("no console here")
        raise RuntimeError("boom")
        """
    result = run(script, tmp_path)
    text = (tmp_path / "log/screen.log").read_text()
    assert "no console here" in text
    assert "RuntimeError: boom" in text
    assert result.stderr == ""


def test_an_overgrown_crash_file_is_begun_anew(tmp_path: Path) -> None:
    crash = tmp_path / "screen-crash.txt"
    crash.write_text("x" * (log.CRASH_LIMIT + 1))
    log.set_up(tmp_path, "screen")
    assert crash.stat().st_size == 0


def test_shut_down_gives_the_hooks_back(tmp_path: Path) -> None:
    before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
    log.set_up(tmp_path, "screen")
    assert not set(before) & {sys.excepthook, sys.unraisablehook, threading.excepthook}
    log.shut_down()
    assert (sys.excepthook, sys.unraisablehook, threading.excepthook) == before

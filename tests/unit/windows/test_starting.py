"""The words for the tools of Windows that start the kiosk by itself."""

from __future__ import annotations

import base64
from xml.etree import ElementTree as Tree

import pytest

from kiosk.windows import starting

NAMESPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
PROGRAM = r"C:\Program Files\Fish & Chips\Juosta\kiosk.exe"
SID = "S-1-5-21-1-2-3-1001"


def script(words: list[str]) -> str:
    """What PowerShell is told."""
    assert words[-2] == "-EncodedCommand"
    return base64.b64decode(words[-1]).decode("utf-16-le")


def text(task: Tree.Element, path: str) -> str | None:
    return task.findtext("/".join(NAMESPACE + name for name in path.split("/")))


def test_the_task_runs_for_ever_in_the_persons_session() -> None:
    data = starting.task(PROGRAM, r"C:\Program Files\Fish & Chips\Juosta", SID)
    assert data.startswith(b"\xff\xfe")  # schtasks takes UTF-16 with its mark
    task = Tree.fromstring(data)
    assert text(task, "Actions/Exec/Command") == PROGRAM
    assert text(task, "Actions/Exec/Arguments") == "run"
    assert text(task, "Triggers/LogonTrigger/UserId") == SID
    assert text(task, "Triggers/LogonTrigger/Repetition/Interval") == "PT1M"
    assert text(task, "Principals/Principal/LogonType") == "InteractiveToken"
    assert text(task, "Principals/Principal/RunLevel") == "LeastPrivilege"
    assert text(task, "Settings/ExecutionTimeLimit") == "PT0S"
    assert text(task, "Settings/MultipleInstancesPolicy") == "IgnoreNew"
    assert text(task, "Settings/StopIfGoingOnBatteries") == "false"


def test_the_shell_is_that_persons_and_comes_back() -> None:
    told = script(starting.shell_on(r"C:\It's\kiosk.exe", SID))
    assert f"Sid = '{SID}'" in told
    assert r"""Shell = '"C:\It''s\kiosk.exe" run'; DefaultAction = [int]0""" in told
    assert told.index("SetDefaultShell") < told.index("SetCustomShell")
    assert "Enabled = $true" in told
    assert "{{" not in told
    off = script(starting.shell_off(SID))
    assert "RemoveCustomShell" in off
    assert "Enabled = $false" in off


@pytest.mark.parametrize("words", [starting.shell_on(PROGRAM, SID), starting.shell_off(SID)])
def test_every_bracket_of_a_script_is_closed(words: list[str]) -> None:
    for opening, closing in ("{}", "()", "[]"):
        assert script(words).count(opening) == script(words).count(closing)
    assert script(words).count("'") % 2 == 0


def test_neither_screen_nor_machine_sleeps() -> None:
    assert {words[2] for words in starting.no_sleep()} >= {
        "standby-timeout-ac",
        "monitor-timeout-ac",
    }
    assert all(words[-1] == "0" for words in starting.no_sleep())


def test_the_person_may_write_below_the_folder() -> None:
    assert starting.access(r"C:\ProgramData\Juosta\state", SID)[-1] == f"*{SID}:(OI)(CI)M"

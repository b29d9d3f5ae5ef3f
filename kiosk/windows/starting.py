"""The two ways in which a stand on Windows starts by itself, as words for the system's own tools.

`task`: Task Scheduler starts the kiosk when the person logs in, and again within a minute whenever
it has ended. `shell`: Shell Launcher starts it in place of the desktop, for that person alone; it
needs Windows Enterprise, Education or IoT Enterprise. Pure.
"""

from __future__ import annotations

import base64
from typing import Literal
from xml.sax.saxutils import escape

Way = Literal["task", "shell"]

TASK = "Juosta"
_NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_XML = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="{namespace}">
  <RegistrationInfo>
    <Description>Shows the content of the stand, and again when it has ended.</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Repetition>
        <Interval>PT1M</Interval>
      </Repetition>
      <UserId>{sid}</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{sid}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <IdleSettings>
      <StopOnIdleEnd>false</StopOnIdleEnd>
    </IdleSettings>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>4</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>run</Arguments>
      <WorkingDirectory>{folder}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""
"""Without these settings a task ends after three days and on battery, and runs below others."""
_SHELL = """$ErrorActionPreference = 'Stop'
$way = @{{ Namespace = 'root\\standardcimv2\\embedded'; ClassName = 'WESL_UserSetting' }}
{steps}
"""
_CALL = "Invoke-CimMethod @way -MethodName {method} -Arguments @{{ {words} }} | Out-Null"


def task(program: str, folder: str, sid: str) -> bytes:
    """The task, as schtasks reads it from a file: UTF-16 with its mark."""
    told = _XML.format(
        namespace=_NAMESPACE, sid=escape(sid), program=escape(program), folder=escape(folder)
    )
    return told.encode("utf-16")


def task_on(file: str) -> list[str]:
    """The words that register the task of a file."""
    return ["schtasks", "/Create", "/F", "/TN", TASK, "/XML", file]


def task_off() -> list[str]:
    """The words that remove it."""
    return ["schtasks", "/Delete", "/F", "/TN", TASK]


def _powershell(steps: list[tuple[str, str]]) -> list[str]:
    calls = "\n".join(_CALL.format(method=method, words=words) for method, words in steps)
    script = _SHELL.format(steps=calls)
    # In this form nothing of it has to be quoted
    coded = base64.b64encode(script.encode("utf-16-le")).decode("ascii")
    return ["powershell", "-NoProfile", "-NonInteractive", "-EncodedCommand", coded]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def stop(way: str, sid: str) -> list[list[str]]:
    """The words after which it starts by itself no more in that way; none for ""."""
    return {"task": [task_off()], "shell": [shell_off(sid)]}.get(way, [])


def shell_feature() -> list[str]:
    """The words that switch Shell Launcher on in Windows; it asks for no restart."""
    how = ["dism", "/Online", "/NoRestart", "/Quiet", "/Enable-Feature", "/All"]
    return [*how, "/FeatureName:Client-EmbeddedShellLauncher"]


def shell_on(program: str, sid: str) -> list[str]:
    """The words that make the kiosk the person's shell: started again whenever it ends.

    Everybody else gets the desktop.
    """
    shell = _quoted(f'"{program}" run')
    return _powershell(
        [
            ("SetDefaultShell", "Shell = 'explorer.exe'; DefaultAction = [int]3"),
            ("SetCustomShell", f"Sid = {_quoted(sid)}; Shell = {shell}; DefaultAction = [int]0"),
            ("SetEnabled", "Enabled = $true"),
        ]
    )


def shell_off(sid: str) -> list[str]:
    """The words that give the person the desktop back."""
    return _powershell(
        [("RemoveCustomShell", f"Sid = {_quoted(sid)}"), ("SetEnabled", "Enabled = $false")]
    )


def no_sleep() -> list[list[str]]:
    """The words after which neither the screen nor the machine goes to sleep on mains."""
    kinds = ("standby-timeout-ac", "hibernate-timeout-ac", "monitor-timeout-ac", "disk-timeout-ac")
    return [["powercfg", "/change", kind, "0"] for kind in kinds]


def access(folder: str, sid: str) -> list[str]:
    """The words that let the person write settings and content, and what lies below later."""
    return ["icacls", folder, "/grant", f"*{sid}:(OI)(CI)M"]

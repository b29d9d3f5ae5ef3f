"""What a stand wants of Windows, as values of the registry: one line each, with what it is for.

Those of the machine lie under HKEY_LOCAL_MACHINE, those of the person below that person's part of
HKEY_USERS, so that whoever administers the machine keeps a Windows as it was. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Value = int | str
Part = Literal["machine", "person"]

_POLICIES = r"SOFTWARE\Policies\Microsoft\Windows"
_SYSTEM = r"Software\Microsoft\Windows\CurrentVersion\Policies\System"
_ACCESS = r"Control Panel\Accessibility"
_CURRENT = r"Software\Microsoft\Windows\CurrentVersion"


@dataclass(frozen=True)
class Wish:
    """One value: where it lies, what it shall be, and what a visitor would otherwise meet."""

    part: Part
    key: str
    name: str
    value: Value
    why: str


def _machine(key: str, name: str, value: Value, why: str) -> Wish:
    return Wish("machine", key, name, value, why)


def _person(key: str, name: str, value: Value, why: str) -> Wish:
    return Wish("person", key, name, value, why)


WISHES = (
    _machine(rf"{_POLICIES}\EdgeUI", "AllowEdgeSwipe", 0, "swipes from the edges of the screen"),
    _machine(rf"{_POLICIES}\WindowsUpdate", "SetActiveHours", 1, "a restart while visitors come"),
    _machine(rf"{_POLICIES}\WindowsUpdate", "ActiveHoursStart", 6, "the same: not before midnight"),
    _machine(rf"{_POLICIES}\WindowsUpdate", "ActiveHoursEnd", 0, "the same: done by six"),
    _machine(
        rf"{_POLICIES}\WindowsUpdate", "SetUpdateNotificationLevel", 1, "dialogues about updates"
    ),
    _machine(
        rf"{_POLICIES}\WindowsUpdate", "UpdateNotificationLevel", 2, "the same, of restarts too"
    ),
    _machine(
        rf"{_POLICIES}\Personalization", "NoLockScreen", 1, "a picture to be swiped away at first"
    ),
    _machine(rf"{_POLICIES}\Windows Error Reporting", "DontShowUI", 1, "boxes about crashes"),
    _machine(rf"{_POLICIES}\Windows Search", "AllowCortana", 0, "a voice and a search"),
    _machine(rf"{_POLICIES}\OOBE", "DisablePrivacyExperience", 1, "questions at the first start"),
    _person(rf"{_ACCESS}\StickyKeys", "Flags", "506", "Shift five times asks something"),
    _person(rf"{_ACCESS}\Keyboard Response", "Flags", "122", "Shift held for eight seconds does"),
    _person(rf"{_ACCESS}\ToggleKeys", "Flags", "58", "Num held for five seconds does"),
    _person(r"Control Panel\Cursors", "ContactVisualization", 0, "rings where a finger touches"),
    _person(r"Control Panel\Cursors", "GestureVisualization", 0, "a square at a held finger"),
    _person(
        r"Software\Microsoft\TabletTip\1.7", "EnableDesktopModeAutoInvoke", 0, "Windows' keyboard"
    ),
    _person(r"Control Panel\Desktop", "ScreenSaveActive", "0", "a screen saver"),
    _person(rf"{_CURRENT}\PushNotifications", "ToastEnabled", 0, "messages at the edge"),
    _person(
        rf"{_CURRENT}\UserProfileEngagement",
        "ScoobeSystemSettingEnabled",
        0,
        "the screen that wants to finish the set-up",
    ),
    _person(rf"{_SYSTEM}", "DisableTaskMgr", 1, "the task manager"),
    _person(rf"{_SYSTEM}", "DisableLockWorkstation", 1, "Windows+L locks the screen"),
    _person(rf"{_SYSTEM}", "DisableChangePassword", 1, "a new password at Ctrl+Alt+Del"),
    _person(rf"{_CURRENT}\Policies\Explorer", "NoLogoff", 1, "leaving at Ctrl+Alt+Del"),
    _person(rf"{_CURRENT}\Policies\Explorer", "NoWinKeys", 1, "most keys with the Windows key"),
    _person(rf"{_CURRENT}\Policies\Explorer", "NoDriveTypeAutoRun", 255, "a stick opens a window"),
)

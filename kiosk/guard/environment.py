"""Removing the variables that steer Qt from outside. Imports nothing of the kiosk."""

from __future__ import annotations

from collections.abc import MutableMapping

KEPT = frozenset({"QT_QPA_PLATFORM"})
"""Says which kind of screen there is; without it the kiosk could not start on some machines."""

_PREFIXES = ("QT_", "QML_", "QML2_", "QSG_")


def wipe(environment: MutableMapping[str, str], *, unlocked: bool = False) -> list[str]:
    """Remove Qt's and QML's variables (plug-in folders, import paths, debuggers, renderers).

    Returns the removed names, sorted. With `unlocked` everything stays. To be called on
    `os.environ` before anything of Qt is imported.
    """
    if unlocked:
        return []
    doomed = sorted(
        name for name in environment if name.upper().startswith(_PREFIXES) and name not in KEPT
    )
    for name in doomed:
        del environment[name]
    return doomed

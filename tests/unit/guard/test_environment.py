"""Variables that steer Qt are taken away, all others stay."""

from __future__ import annotations

import os
import subprocess
import sys

from kiosk.guard.environment import wipe

STEERING = {
    "QT_PLUGIN_PATH": "/tmp/evil",
    "QT_QPA_PLATFORM_PLUGIN_PATH": "/tmp/evil",
    "QT_QPA_PLATFORMTHEME": "gtk3",
    "QT_LOGGING_RULES": "*=true",
    "QT_QUICK_BACKEND": "software",
    "QT_DEBUG_PLUGINS": "1",
    "QML_IMPORT_PATH": "/tmp/evil",
    "QML2_IMPORT_PATH": "/tmp/evil",
    "QML_XHR_ALLOW_FILE_READ": "1",
    "QML_DISABLE_DISK_CACHE": "1",
    "QSG_RHI_BACKEND": "null",
    "qt_scale_factor": "3",
}
OTHERS = {
    "QT_QPA_PLATFORM": "offscreen",
    "PATH": "/usr/bin",
    "HOME": "/root",
    "XDG_RUNTIME_DIR": "/run",
    "JUOSTA_HOME": "/srv",
    "DISPLAY": ":0",
    "MY_QT_NOTE": "mine",
    "QTY": "5",
}


def test_all_that_steers_qt_goes_and_nothing_else() -> None:
    environment = {**STEERING, **OTHERS}
    assert wipe(environment) == sorted(STEERING)
    assert environment == OTHERS


def test_unlocked_keeps_everything() -> None:
    environment = {**STEERING, **OTHERS}
    assert wipe(environment, unlocked=True) == []
    assert environment == {**STEERING, **OTHERS}


def test_a_clean_environment_stays_as_it_is() -> None:
    environment = dict(OTHERS)
    assert wipe(environment) == []
    assert environment == OTHERS


def test_the_process_and_its_children_lose_them_too() -> None:
    """Qt reads the environment of the process, not Python's copy of it."""
    script = (
        "import os, subprocess, sys\n"
        "from kiosk.guard.environment import wipe\n"
        "wipe(os.environ)\n"
        "child = 'import os; print(sorted(k for k in os.environ if k.startswith(\"QT_\")))'\n"
        "subprocess.run([sys.executable, '-c', child], check=True)"
    )
    environment = {**os.environ, "QT_PLUGIN_PATH": "/tmp/evil", "QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(
        [sys.executable, "-c", script],
        env={**environment, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert result.stdout.strip() == "['QT_QPA_PLATFORM']"

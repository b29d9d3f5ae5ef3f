"""What Qt and QML have to say goes into the kiosk's log, with file and line."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QtMsgType

log = logging.getLogger("kiosk.qml")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def report(kind: QtMsgType, context: Any, message: str) -> None:
    """A message handler for `qInstallMessageHandler`."""
    where = f"{Path(context.file).name}:{context.line}: " if context.file else ""
    log.log(_LEVELS.get(kind, logging.WARNING), "%s%s", where, message)


def reporter(at_fatal: Callable[[], None]) -> Callable[[QtMsgType, Any, str], None]:
    """A message handler that calls `at_fatal` before Qt aborts the process."""

    def handle(kind: QtMsgType, context: Any, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            log.info("%s", message)
            at_fatal()
        report(kind, context, message)

    return handle

"""A signal ends the program also while Qt waits for events."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

from kiosk.bridge.signals import Signals


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_wakes_qt(qapp: Any, number: signal.Signals) -> None:
    heard: list[str] = []
    signals = Signals(qapp, lambda: heard.append("end"))
    os.kill(os.getpid(), number)
    end = time.monotonic() + 10
    while not heard and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 1000)
    signals.close()
    assert heard


def test_nothing_is_heard_or_open_after_it_is_closed(qapp: Any) -> None:
    before = sorted(os.listdir("/proc/self/fd"))  # noqa: PTH208
    heard: list[str] = []
    signals = Signals(qapp, lambda: heard.append("end"))
    signals.close()
    os.kill(os.getpid(), signal.SIGTERM)
    QCoreApplication.processEvents()
    assert not heard
    assert signal.set_wakeup_fd(-1) == -1
    assert sorted(os.listdir("/proc/self/fd")) == before  # noqa: PTH208

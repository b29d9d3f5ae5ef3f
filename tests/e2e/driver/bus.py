"""The message buses of one test: a session bus, and behind it the one for assistive technology.

Nothing of the person's own desktop is used: sockets lie in the folder of the test, and the kiosk
believes that a screen reader is there, without any variable in its environment.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.e2e.driver.program import Program

CALL_SECONDS = 20.0
AT_ONCE = 200
"""Messages under way at a time; more would fill the socket while nobody reads."""

_LAUNCHER = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
_STATUS = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Status")


class Bus:
    """A connection to a bus; asks many questions at a time."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address, auth_timeout=CALL_SECONDS)

    def ask(self, question: Message) -> tuple[Any, ...]:
        """The answer to one question; fails when it is an error."""
        answer = self._connection.send_and_get_reply(question, timeout=CALL_SECONDS)
        if answer.header.message_type is MessageType.error:
            raise AssertionError(f"the bus refused: {answer.body}")
        return answer.body

    def ask_all(self, questions: Iterable[Message]) -> list[tuple[Any, ...] | None]:
        """The answers in order; None for those that were errors."""
        listed = list(questions)
        answers: list[tuple[Any, ...] | None] = []
        for start in range(0, len(listed), AT_ONCE):
            answers += self._ask_some(listed[start : start + AT_ONCE])
        return answers

    def close(self) -> None:
        """Hang up."""
        with contextlib.suppress(OSError):
            self._connection.close()

    def _ask_some(self, questions: list[Message]) -> list[tuple[Any, ...] | None]:
        answers: dict[int, tuple[Any, ...] | None] = {}
        serials: list[int] = []
        for question in questions:
            serial = next(self._connection.outgoing_serial)
            self._connection.send(question, serial=serial)
            serials.append(serial)
        waiting = set(serials)
        while waiting:
            try:
                answer = self._connection.receive(timeout=CALL_SECONDS)
            except TimeoutError:
                lost = [q for s, q in zip(serials, questions, strict=True) if s in waiting]
                raise AssertionError(f"no answer within {CALL_SECONDS} s to {lost}") from None
            serial = answer.header.fields.get(HeaderFields.reply_serial, -1)
            if serial in waiting:
                waiting.discard(serial)
                fine = answer.header.message_type is MessageType.method_return
                answers[serial] = answer.body if fine else None
        return [answers[serial] for serial in serials]


class Buses:
    """Starts the session bus; the other one is started by it when it is first asked for."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        reading, writing = os.pipe()
        words = ["dbus-daemon", "--session", "--nofork", "--nopidfile"]
        words += [f"--address=unix:path={folder / 'bus'}", f"--print-address={writing}"]
        self.program = Program(words, folder, "bus", env, keep=(writing,))
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            self.address = pipe.readline().strip()
        assert self.address, f"no session bus: {self.program.complained}"
        self._session = Bus(self.address)
        self._pretend_screen_reader()
        (address,) = self._session.ask(new_method_call(_LAUNCHER, "GetAddress"))
        self.accessibility = Bus(address)

    def _pretend_screen_reader(self) -> None:
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            self._session.ask(Properties(_STATUS).set(name, "b", True))

    def end(self) -> None:
        """Hang up and end the buses."""
        self.accessibility.close()
        self._session.close()
        self.program.end()

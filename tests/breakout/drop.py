"""Another program's side of drag and drop on X11 (the XDND protocol, version 5), and of copying."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

from Xlib import X, Xatom, display
from Xlib.protocol import event

ANSWER_SECONDS = 1.5
_VERSION = 5


def offer(name: str, target: int, file: Path, at: tuple[int, int]) -> bool:
    """Drag a file onto a window and let go; whether the window took it."""
    server = display.Display(name)
    try:
        return _Drag(server, target, file).drop(at)
    finally:
        server.close()


class _Drag:
    def __init__(self, server: display.Display, target: int, file: Path) -> None:
        self._server = server
        self._target = server.create_resource_object("window", target)
        self._uri = f"file://{file}\r\n".encode()
        self._window = server.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._atom = server.intern_atom
        self._window.set_selection_owner(self._atom("XdndSelection"), X.CurrentTime)

    def drop(self, at: tuple[int, int]) -> bool:
        kind = self._atom("text/uri-list")
        self._send("XdndEnter", _VERSION << 24, kind, 0, 0)
        where = at[0] << 16 | at[1]
        self._send("XdndPosition", 0, where, X.CurrentTime, self._atom("XdndActionCopy"))
        status = self._answer("XdndStatus")
        if status is None or not status[1] & 1:
            self._send("XdndLeave", 0, 0, 0, 0)
            return False
        self._send("XdndDrop", 0, X.CurrentTime, 0, 0)
        finished = self._answer("XdndFinished")
        return finished is not None

    def _send(self, word: str, *values: int) -> None:
        message = event.ClientMessage(
            window=self._target, client_type=self._atom(word), data=(32, [self._window.id, *values])
        )
        self._target.send_event(message, event_mask=X.NoEventMask)
        self._server.sync()

    def _answer(self, word: str) -> list[int] | None:
        """The numbers of a message from the window; what it asks for meanwhile is handed out."""
        end = time.monotonic() + ANSWER_SECONDS
        while time.monotonic() < end:
            while self._server.pending_events():
                happened = self._server.next_event()
                if happened.type == X.SelectionRequest:
                    give(happened, self._uri, self._atom("text/uri-list"))
                    self._server.sync()
                elif happened.type == X.ClientMessage and happened.client_type == self._atom(word):
                    return list(happened.data[1])
            time.sleep(0.01)
        return None


def give(request: Any, what: bytes, kind: int) -> None:
    """Answer somebody who wants what is selected."""
    where = request.property or request.target
    request.requestor.change_property(where, kind, 8, what)
    request.requestor.send_event(
        event.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection,
            target=request.target, property=where,
        )
    )  # fmt: skip


class Copied:
    """A visitor's program that has something in the clipboard and in the selection."""

    NAMES = ("CLIPBOARD", "PRIMARY")

    def __init__(self, name: str, text: str) -> None:
        self._server = display.Display(name)
        self._text = text.encode()
        self._window = self._server.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        for each in self.NAMES:
            self._window.set_selection_owner(self._server.intern_atom(each), X.CurrentTime)
        self._server.sync()
        self._ended = threading.Event()
        self._serving = threading.Thread(target=self._serve, daemon=True)
        self._serving.start()

    def close(self) -> None:
        """The program goes."""
        self._ended.set()
        self._serving.join()
        self._server.close()

    def _serve(self) -> None:
        kind = self._server.intern_atom("UTF8_STRING")
        while not self._ended.wait(0.02):
            while self._server.pending_events():
                happened = self._server.next_event()
                if happened.type == X.SelectionRequest:
                    give(happened, self._text, kind)
            self._server.flush()


def held(name: str) -> list[str]:
    """What somebody who pastes would get: of the clipboard and of the selection."""
    server = display.Display(name)
    window = server.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    into, kind = server.intern_atom("JUOSTA"), server.intern_atom("UTF8_STRING")
    try:
        return [
            _paste(server, window, server.intern_atom(each), into, kind) for each in Copied.NAMES
        ]
    finally:
        server.close()


def _paste(server: display.Display, window: Any, selection: int, into: int, kind: int) -> str:
    window.convert_selection(selection, kind, into, X.CurrentTime)
    server.sync()
    end = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < end:
        while server.pending_events():
            happened = server.next_event()
            if happened.type == X.SelectionNotify:
                if not happened.property:
                    return ""
                got = window.get_full_property(into, X.AnyPropertyType)
                return got.value.decode() if got and got.property_type != Xatom.INTEGER else ""
        time.sleep(0.01)
    return ""

"""A dark ground for the moments without a screen, in the stand's Wayland session.

Where no program is, a compositor shows its own ground, and that of Weston 10 is bright red as soon
as OpenGL draws it, whatever its settings say. So from the start of a screen to its first beat the
supervisor lays one dark pixel, scaled, over every output; the screen comes to lie above it. Speaks
Wayland's wire protocol itself (the core, xdg-shell, viewporter): it is sixteen requests, and a
library for them is larger than the supervisor. Whatever goes wrong, the ground is the compositor's.
Never imports Qt.
"""

from __future__ import annotations

import os
import struct
import sys
import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator, Mapping

COLOUR = 0x0B0B0B
"""Red, green, blue: as `background-color` in the stand's `weston.ini`."""
CONNECT_SECONDS = 0.5

_DISPLAY = 1
_XRGB = 1
_PIXEL_BYTES = 4
_WANTED = frozenset({"wl_compositor", "wl_shm", "xdg_wm_base", "wp_viewporter", "wl_output"})
"""Interfaces, each in its first version."""
_HEAD = struct.Struct("=II")


class Ground:
    """Laid by `show`, taken away by `hide`; nothing without a Wayland session."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        wayland = environment.get("QT_QPA_PLATFORM", "").startswith("wayland")
        name = environment.get("WAYLAND_DISPLAY", "") if wayland else ""
        # A name that is a whole path stays one
        self._address = name and os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name)  # noqa: PTH118
        self._link: socket.socket | None = None
        self._answering = threading.Thread()

    def show(self) -> None:
        """Lay it, unless it lies; a thread answers the compositor until it is taken away."""
        if not self._address or self._lies():
            return
        import socket  # most supervisors do without

        link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
        try:
            link.settimeout(CONNECT_SECONDS)
            link.connect(self._address)
            link.settimeout(None)
        except OSError:
            link.close()
            return
        self._link = link
        self._answering = threading.Thread(target=_lay, args=(link,), daemon=True)
        self._answering.start()

    def hide(self) -> None:
        """Take it away: what a connection has made goes with it."""
        link, self._link = self._link, None
        if link is None:
            return
        try:
            link.shutdown(2)  # both ways
        except OSError:  # the compositor has gone
            return

    def _lies(self) -> bool:
        """Whether it lies there; a compositor that has gone has taken it along."""
        return self._link is not None and self._answering.is_alive()


def _lay(link: socket.socket) -> None:
    with link:
        try:
            _Client(link).run()
        except (OSError, struct.error, KeyError, UnicodeDecodeError):
            return


class _Client:
    """One connection: the objects it has made, and what is to be done at their events."""

    def __init__(self, link: socket.socket) -> None:
        self._link = link
        self._last = _DISPLAY
        self._found: dict[str, int] = {}
        self._outputs: list[int] = []
        self._at: dict[tuple[int, int], Callable[[bytes], None]] = {}
        """What an event brings about, by its object and number."""

    def run(self) -> None:
        """Lay the ground when all that there is is known; ends with the connection."""
        registry, known = self._new(), self._new()
        self._at[registry, 0] = lambda body: self._bind(registry, body)
        self._at[known, 0] = lambda _: self._lay_everywhere()
        self._ask(_DISPLAY, 1, _words(registry))  # get_registry
        self._ask(_DISPLAY, 0, _words(known))  # sync
        for event, body in self._events():
            if answer := self._at.get(event):
                answer(body)

    def _bind(self, registry: int, body: bytes) -> None:
        """Something that the compositor has: its name, then the interface as text."""
        name, length = _HEAD.unpack_from(body)
        interface = body[8 : 8 + length - 1].decode()
        if interface not in _WANTED:
            return
        found = self._new()
        text = body[4 : 8 + length + -length % 4]
        self._ask(registry, 0, _words(name) + text + _words(1, found))
        if interface == "wl_output":
            self._outputs.append(found)
        else:
            self._found[interface] = found

    def _lay_everywhere(self) -> None:
        base = self._found["xdg_wm_base"]
        self._at[base, 0] = lambda serial: self._ask(base, 3, serial)  # ping: pong
        pixel = self._pixel()
        for output in self._outputs:
            self._lay_on(output, pixel)

    def _pixel(self) -> int:
        """A buffer of one pixel."""
        pool, pixel = self._new(), self._new()
        memory = os.memfd_create("ground", os.MFD_CLOEXEC)
        try:
            os.write(memory, COLOUR.to_bytes(_PIXEL_BYTES, sys.byteorder))
            shared = _words(pool, _PIXEL_BYTES)
            self._ask(self._found["wl_shm"], 0, shared, memory)  # create_pool
        finally:
            os.close(memory)
        self._ask(pool, 0, _words(pixel, 0, 1, 1, _PIXEL_BYTES, _XRGB))  # create_buffer
        return pixel

    def _lay_on(self, output: int, pixel: int) -> None:
        surface, role, window, view = (self._new() for _ in range(4))
        size = _words(1, 1)

        def sized(body: bytes) -> None:
            nonlocal size
            size = body[:8]

        def configured(serial: bytes) -> None:
            self._ask(role, 4, serial)  # ack_configure
            self._ask(view, 2, size)  # set_destination
            self._ask(surface, 1, _words(pixel, 0, 0))  # attach
            self._ask(surface, 2, _words(0, 0) + size)  # damage
            self._ask(surface, 6)  # commit

        self._at[window, 0] = sized
        self._at[role, 0] = configured
        self._ask(self._found["wl_compositor"], 0, _words(surface))  # create_surface
        self._ask(self._found["xdg_wm_base"], 2, _words(role, surface))  # get_xdg_surface
        self._ask(role, 1, _words(window))  # get_toplevel
        self._ask(self._found["wp_viewporter"], 1, _words(view, surface))  # get_viewport
        self._ask(window, 11, _words(output))  # set_fullscreen
        self._ask(surface, 6)  # commit

    # --- the wire --------------------------------------------------------------------------------

    def _new(self) -> int:
        """A number for another object."""
        self._last += 1
        return self._last

    def _ask(self, target: int, request: int, body: bytes = b"", handle: int | None = None) -> None:
        """Send one request, with a file descriptor where it has one."""
        message = _HEAD.pack(target, (_HEAD.size + len(body)) << 16 | request) + body
        if handle is None:
            self._link.sendall(message)
        else:
            import socket

            socket.send_fds(self._link, [message], [handle])

    def _events(self) -> Iterator[tuple[tuple[int, int], bytes]]:
        """All that the compositor says: object and number of an event, and its body."""
        held = b""
        while more := self._link.recv(4096):
            held += more
            while len(held) >= _HEAD.size:
                sender, word = _HEAD.unpack_from(held)
                size, event = word >> 16, word & 0xFFFF
                if size < _HEAD.size:
                    return  # this is no Wayland
                if len(held) < size:
                    break
                yield (sender, event), held[_HEAD.size : size]
                held = held[size:]


def _words(*numbers: int) -> bytes:
    """Numbers as Wayland writes them."""
    return struct.pack(f"={len(numbers)}I", *numbers)

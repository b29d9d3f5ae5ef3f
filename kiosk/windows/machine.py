"""What `kiosk stand` asks of the Windows that it runs on: who is there, and the system's tools."""

from __future__ import annotations

import ctypes
import subprocess
from typing import Any, cast

_ROOM = 256
"""Bytes of a SID and letters of a domain: more than any has."""
_WORDS_MOST = 300
NO_WINDOW = 0x08000000
"""CREATE_NO_WINDOW: no console flashes."""

RESTART_LATER = 3010
"""What dism says when it did its work and the machine shall start anew some time."""


class Windows:
    """The system itself."""

    def administrator(self) -> bool:
        """Whether this process may change the machine."""
        return bool(cast("Any", ctypes).windll.shell32.IsUserAnAdmin())

    def sid(self, person: str) -> str:
        """The number by which Windows knows a person; "" when there is none of that name."""
        library = cast("Any", ctypes).windll.advapi32
        found, domain = ctypes.create_string_buffer(_ROOM), ctypes.create_unicode_buffer(_ROOM)
        sizes = ctypes.c_uint32(_ROOM), ctypes.c_uint32(_ROOM)
        kind = ctypes.c_uint32()
        known = library.LookupAccountNameW(
            None,
            ctypes.c_wchar_p(person),
            found,
            ctypes.byref(sizes[0]),
            domain,
            ctypes.byref(sizes[1]),
            ctypes.byref(kind),
        )
        text = ctypes.c_wchar_p()
        if not known or not library.ConvertSidToStringSidW(found, ctypes.byref(text)):
            return ""
        return text.value or ""

    def run(self, words: list[str]) -> str:
        """Call a tool of the system; "" when it did it, else what it said."""
        try:
            done = subprocess.run(
                words,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                creationflags=NO_WINDOW,
            )
        except OSError as error:
            return f"{words[0]} cannot be started ({error.strerror})"
        if done.returncode in (0, RESTART_LATER):
            return ""
        said = (done.stderr or done.stdout).decode("utf-8", errors="replace").split()
        return f"{words[0]}: {' '.join(said)[:_WORDS_MOST] or f'code {done.returncode}'}"

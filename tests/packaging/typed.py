"""Whoever types: at a program that has a terminal, or over a line into a machine."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time


class Line:
    """What is said on a descriptor, and somebody who answers."""

    def __init__(self, descriptor: int) -> None:
        self.said = ""
        self._descriptor = descriptor
        self._at = 0

    def wait(self, words: str, seconds: float = 60) -> str:
        """Listen until something is said; all that was said since the last time."""
        end = time.monotonic() + seconds
        while words not in self.said[self._at :]:
            if not self.listen(end - time.monotonic()):
                raise TimeoutError(f"“{words}” is not said:\n{self.said}")
        new = self.said[self._at :]
        self._at = len(self.said)
        return new

    def type(self, reply: str) -> None:
        """Type a line; a person is not faster than the terminal."""
        time.sleep(0.3)
        os.write(self._descriptor, f"{reply}\n".encode())

    def answer(self, question: str, reply: str, seconds: float = 60) -> None:
        """Wait until a question is asked, then type a line. Raises TimeoutError."""
        self.wait(question, seconds)
        self.type(reply)

    def listen(self, seconds: float) -> bool:
        """Take what is said; false when nothing will be said any more. Raises TimeoutError."""
        if not select.select([self._descriptor], [], [], max(0, seconds))[0]:
            raise TimeoutError(self.said)
        try:
            data = os.read(self._descriptor, 4096)
        except OSError:  # the other end is closed
            return False
        self.said += data.decode(errors="replace").replace("\r\n", "\n")
        return bool(data)


class Typed(Line):
    """Runs a command at a terminal of its own."""

    def __init__(self, command: list[str]) -> None:
        terminal, its = pty.openpty()
        super().__init__(terminal)
        self._program = subprocess.Popen(command, stdin=its, stdout=its, stderr=its)
        os.close(its)

    def end(self, seconds: float = 900) -> int:
        """Wait for the end; the exit code. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while self.listen(end - time.monotonic()):
            pass
        os.close(self._descriptor)
        return self._program.wait(max(1, end - time.monotonic()))

    def kill(self) -> None:
        """End the program."""
        self._program.kill()
        self._program.wait()

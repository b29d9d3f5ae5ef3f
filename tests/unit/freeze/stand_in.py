"""A stick, and a machine that is not there: small programs that stand first on its path."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tools import stick

GOOD = {
    "id": "echo 0",
    "uname": "echo x86_64",
    "getconf": "echo glibc 2.36",
    "dpkg": '[ "$1" != --compare-versions ] || exec /usr/bin/dpkg "$@"',
    "dpkg-query": "exit 1",
    "df": "printf 'head\\nx x x 9000 x x\\n'",
    "apt-get": 'echo "$*" >>"$CALLS"',
    "runuser": 'echo "$*" >>"$CALLS"; case "$*" in *self-test*) echo "READY: all";; esac',
    "install": 'echo "install $*" >>"$CALLS"',
}
ANSWERS = "# one stand\nsite = riga\n\nlanguage = lt\nrotation=90 # turned\npin = 480615\r\n"


class Machine:
    """A stick and a machine that is not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stick = folder / "my stick"
        (self.stick / "debian").mkdir(parents=True)
        (self.stick / "content").mkdir()
        (self.stick / "debian" / "juosta-1.0.deb").write_bytes(b"package")
        (self.stick / "content" / "first.kiosk").write_bytes(b"content")
        stick.papers(self.stick, 700, "1.0", "")
        stick.sums(self.stick)
        self.calls = folder / "calls"
        self.system = folder / "system"
        (self.system / "etc").mkdir(parents=True)
        (self.system / "var" / "log").mkdir(parents=True)
        self.release("debian", "12", "Debian GNU/Linux 12")
        self.programs = folder / "programs"
        self.programs.mkdir()
        for name, body in GOOD.items():
            self.program(name, body)

    def release(self, name: str, number: str, title: str) -> None:
        """What /etc/os-release says."""
        text = f'ID={name}\nVERSION_ID="{number}"\nPRETTY_NAME="{title}"\n'
        (self.system / "etc" / "os-release").write_text(text, encoding="utf-8")

    def program(self, name: str, body: str) -> None:
        """Put a program in place of the real one."""
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, *words: str, answers: str | None = ANSWERS, typed: str = "") -> tuple[int, str]:
        """Run install.sh; its exit code and all it said."""
        given = list(words)
        if answers is not None:
            (self.folder / "answers.txt").write_bytes(answers.encode())
            given += ["--answers", str(self.folder / "answers.txt")]
        environment = {
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "CALLS": str(self.calls),
            "JUOSTA_MACHINE": str(self.system),
        }
        done = subprocess.run(
            ["sh", str(self.stick / "install.sh"), *given],
            input=typed,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def changed(self) -> str:
        """What was done to the machine."""
        return self.calls.read_text(encoding="utf-8") if self.calls.exists() else ""

"""Watch the real kiosk with strace: whom it speaks to, and whether its sandbox would let it live.

    python -m tests.sandbox

A walk through pages, panels and the pages of the staff, once for its sockets and once for all its
system calls. Ends with 1 when it speaks to anybody but local sockets, or makes a call that its unit
(`build_spec/linux`) refuses.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.e2e.driver import Content, Kiosk, Stand, say
from tests.e2e.steps import go_home, open_story
from tests.e2e.test_staff import CODE, hold_the_diamond, set_code, type_code
from tests.linux.tree import unit
from tests.sandbox.calls import allowed, families, names, outside

STRACE = ["strace", "-D", "-f", "-qq", "-s", "64"]
"""`-D`: the traced program stays our child; `-f`: what it starts is traced too."""
SOCKETS_ONLY = ["--seccomp-bpf", "-e", "trace=%network"]
SLOW_SECONDS = 120.0
"""A kiosk of which every system call is written down takes its time."""
END_SECONDS = 60.0
CONTROL = "import socket; socket.socket().connect_ex(('192.0.2.1', 80))"
PAGES = 4


def main() -> int:
    """Trace, read, judge."""
    for program in ("strace", "systemd-analyze"):
        if shutil.which(program) is None:
            print(f"{program} is missing: python3 -m tools.debian")
            return 1
    with Stand() as stand:
        if not _control(stand.folder / "control"):
            print("strace does not show a connection that is made on purpose: nothing is proved")
            return 1
        faults = _sockets(stand) + _calls(stand)
    print("\n".join(faults) or "The kiosk speaks to nobody outside, and its sandbox lets it live.")
    return 1 if faults else 0


def _control(file: Path) -> bool:
    """Whether somebody who does connect is seen."""
    words = [*STRACE, *SOCKETS_ONLY, "-o", str(file), sys.executable, "-c", CONTROL]
    subprocess.run([word for word in words if word != "-D"], check=True)
    return bool(outside(_lines(file)))


def _sockets(stand: Stand) -> list[str]:
    lines = _walk(stand, stand.folder / "sockets", SOCKETS_ONLY)
    made = Counter(line.split("(")[0].split()[-1] for _, line in families(lines))
    spoken = Counter(family for family, _ in families(lines))
    print(f"calls about sockets: {dict(made)}; families: {dict(spoken)}")
    found = outside(lines)
    if not made["connect"]:
        return ["no connect() was seen at all, not even to the screen: nothing is proved"]
    return [f"speaks to the outside: {line}" for line in found]


def _calls(stand: Stand) -> list[str]:
    made = names(_walk(stand, stand.folder / "calls", []))
    left = allowed(unit("juosta.service")["Service"]["SystemCallFilter"])
    print(f"{len(made)} different system calls; the unit allows {len(left)}")
    return [f"the sandbox refuses {name}()" for name in sorted(made - left)]


def _walk(stand: Stand, file: Path, only: list[str]) -> list[str]:
    """What strace writes of a visit and of the staff's pages."""
    stand.fresh()
    set_code(stand)
    content = Content("en")
    section = content.sections[0]
    kiosk = Kiosk(stand, wrapper=[*STRACE, *only, "-o", str(file)])
    try:
        kiosk.see(say("Touch to begin"), SLOW_SECONDS)
        go_home(kiosk)
        open_story(kiosk, content, section, section["stories"][0])
        for stop in list(content.stops(section))[:PAGES]:
            kiosk.see(stop.title)
            kiosk.tap(stop.label)
        kiosk.tap(say("Accessibility"))
        kiosk.see(say("Make it easier"))
        kiosk.tap(say("Done"))
        kiosk.tap(say("Home"))
        kiosk.see(content.title)
        hold_the_diamond(kiosk)
        type_code(kiosk, CODE)
        kiosk.see(say("This stand"))
        for row in ("Content from a stick", "Statistics"):
            kiosk.tap(say(row))
            kiosk.tap(say("Back"))
            kiosk.see(say("This stand"))
        kiosk.program.signal(signal.SIGINT)
        kiosk.program.code(END_SECONDS)
    finally:
        kiosk.end()
    return _lines(file)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8", errors="replace").splitlines()


if __name__ == "__main__":
    sys.exit(main())

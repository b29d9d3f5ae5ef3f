"""Watch the real kiosk with strace, and let it live in the sandbox of its unit.

    python -m tests.sandbox

A walk through pages, panels and the pages of the staff, three times: for its sockets, for all its
system calls, and in the sandbox (`tests/sandbox/enter.py`; root only). Ends with 1 when it speaks
to anybody but local sockets, makes a call that its unit (`build_spec/linux`) refuses, or complains.
"""

from __future__ import annotations

import os
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
INSIDE = [sys.executable, "-m", "tests.sandbox.enter"]
OUTSIDE = {
    "a network": "import socket; socket.socket(socket.AF_INET)",
    "writing elsewhere": "import os; open('/var/tmp/juosta', 'w'); os.remove('/var/tmp/juosta')",
    "another user": "import os; os.setuid(1)",
    "another root folder": "import os; os.chroot('/')",
}
"""What must fail in the sandbox and nowhere else -> a program that tries it."""
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
        faults = _sockets(stand) + _calls(stand) + _life(stand)
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
    left = _left()
    print(f"{len(made)} different system calls; the unit allows {len(left)}")
    return [f"the sandbox refuses {name}()" for name in sorted(made - left)]


def _left() -> set[str]:
    """The system calls that the kiosk's unit allows."""
    return allowed(unit("juosta.service")["Service"]["SystemCallFilter"])


def _fails(words: list[str]) -> bool:
    return subprocess.run(words, check=False, capture_output=True).returncode != 0


def _life(stand: Stand) -> list[str]:
    """What is wrong when the kiosk lives in its sandbox."""
    if os.geteuid():
        print("The sandbox is left out: only root can make one without systemd.")
        return []
    listed = stand.folder / "allowed"
    listed.write_text("\n".join(sorted(_left())), encoding="ascii")
    here = [*INSIDE, str(stand.folder), str(listed)]
    tries = {what: [sys.executable, "-c", words] for what, words in OUTSIDE.items()}
    found = [f"fails outside too: {what}" for what, words in tries.items() if _fails(words)]
    found += [f"a door: {what}" for what, words in tries.items() if not _fails([*here, *words])]
    print(f"ways out of the sandbox that were tried: {', '.join(tries)}")
    return found + [f"in the sandbox: {words}" for words in _visit(stand, here)]


def _walk(stand: Stand, file: Path, only: list[str]) -> list[str]:
    """What strace writes of a visit and of the staff's pages."""
    _visit(stand, [*STRACE, *only, "-o", str(file)])
    return _lines(file)


def _visit(stand: Stand, wrapper: list[str]) -> list[str]:
    """A visit, and the staff's pages; what the kiosk complains of."""
    stand.fresh()
    set_code(stand)
    content = Content("en")
    section = content.sections[0]
    kiosk = Kiosk(stand, wrapper=wrapper)
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
        kiosk.rest()
        hold_the_diamond(kiosk)
        type_code(kiosk, CODE)
        kiosk.see(say("This stand"))
        for row in ("Content from a stick", "Statistics"):
            kiosk.tap(say(row))
            kiosk.tap(say("Back"))
            kiosk.see(say("This stand"))
        kiosk.program.signal(signal.SIGINT)
        kiosk.program.code(END_SECONDS)
        return kiosk.troubles()
    finally:
        kiosk.end()


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8", errors="replace").splitlines()


if __name__ == "__main__":
    sys.exit(main())

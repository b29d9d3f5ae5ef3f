"""Attempts with a kiosk of their own: markup in the content, what a visitor copies, a crash."""

from __future__ import annotations

import contextlib
import http.server
import itertools
import json
import re
import resource
import shutil
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.breakout.drop import Copied, held
from tests.breakout.hands import Hands
from tests.breakout.place import CHECKOUT, Place, WaylandPlace
from tests.breakout.series import SETTINGS, Row
from tests.breakout.witness import differences, family, has_keys, look
from tests.e2e.driver import Content, Kiosk, say, until
from tests.e2e.steps import go_home

SHORT_VISITS = "[idle]\nseconds = 10\npanel_seconds = 10\nwarning_seconds = 5\n"
END_SECONDS = 40.0
RESTING_SECONDS = 100.0
"""A finger counts for a minute; then come the patience of a visit, and the question."""
COUNTED_SECONDS = 60.0
"""So long it keeps the visit alive; were it less, nobody would have felt it."""
MOST_RESTING = 3
SECRET = "of the visitor before"
MARKUP = (
    ' <img src="{0}/a">', ' <a href="{0}/b">b</a>', ' <a href="file:///etc">c</a>',
    " ![d]({0}/d)", ' <a href="javascript:e()">e</a>', ' <a href="mailto:f@g.h">f</a>',
    ' <img src="file:///etc/g">',
)  # fmt: skip
"""What is put behind the texts of a bundle, in turn."""
TEXTS = frozenset({"label", "heading", "static", "paragraph", "text"})
TAPPED_TEXTS = 4


@contextlib.contextmanager
def running(place: Place, settings: str, *options: str, **variables: str | None) -> Iterator[Kiosk]:
    """A kiosk in its attract loop."""
    place.stand.fresh(settings)
    kiosk = Kiosk(place.stand, *options, variables={**place.variables, **variables})
    try:
        kiosk.see(say("Touch to begin"))
        yield kiosk
    finally:
        kiosk.end()


# --- what one visitor leaves to the next ---------------------------------------------------------


def copied(place: Place, times: int) -> Row | None:
    """After a visit nothing can be pasted that was copied in it."""
    if place.name != "x":
        return None
    row = Row("copied by the visitor before", place.name, control=True)
    with running(place, SHORT_VISITS) as kiosk:
        hands = Hands(place)
        for _ in range(times):
            visitor = Copied(place.stand.screen.name, SECRET)
            row.control &= held(place.stand.screen.name) == [SECRET, SECRET]
            go_home(kiosk)
            kiosk.miss(say("Touch to begin"))
            hands.keys("ctrl+c", "ctrl+v", "shift+Insert")
            place.stand.finger.button((300, 300), 2)
            kiosk.see(say("Touch to begin"), END_SECONDS)
            row.times += 1
            left = held(place.stand.screen.name)
            row.escapes += [f"still to be pasted: {left}"] if any(left) else []
            visitor.close()
    return row


# --- markup in the content -----------------------------------------------------------------------


class Proxy(http.server.ThreadingHTTPServer):
    """Everything that is asked of the network arrives here, and is counted."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.asked: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()


class _Asked(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Count it; there is nothing to be had."""
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def marked(address: str, folder: Path) -> Path:
    """The default bundle with markup in every text that is not a name for machines."""
    bundle = json.loads((CHECKOUT / "content.json").read_text(encoding="utf-8"))
    languages = {language["tag"] for language in bundle["languages"]}
    marks = itertools.cycle(mark.format(address) for mark in MARKUP)

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            if value and value.keys() <= languages:
                mark = next(marks)
                return {tag: text + mark for tag, text in value.items()}
            return {key: walk(each) for key, each in value.items()}
        return [walk(each) for each in value] if isinstance(value, list) else value

    folder.mkdir()
    (folder / "content.json").write_text(json.dumps(walk(bundle)), encoding="utf-8")
    shutil.copytree(CHECKOUT / "assets", folder / "assets", ignore=lambda *_: ["demo"])
    return folder


def markup(place: Place, times: int) -> Row:
    """Links and pictures in texts are letters: shown as they stand, asked for by nobody."""
    proxy = Proxy()
    row = Row("links and pictures in texts", place.name, control=_counts(proxy))
    folder = marked(proxy.address, place.stand.folder / f"marked-{time.monotonic_ns()}")
    content = Content("en", folder / "content.json")
    ways = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), proxy.address)
    with running(place, SETTINGS, str(folder), **ways) as kiosk:
        kiosk.begin()
        kiosk.see(content.title)
        for number in range(times):
            before = look(kiosk, place)
            section = content.sections[number % len(content.sections)]
            row.control &= any("<img src=" in node.name for node in kiosk.nodes())
            kiosk.tap(content.text(section["title"]))
            _tap_texts(kiosk)
            hero = next(each for each in section["stories"] if each["id"] == section["hero"])
            kiosk.tap(content.text(hero["title"]))
            kiosk.see(content.text(hero["pages"][0]["title"]))
            _tap_texts(kiosk)
            kiosk.tap(say("Home"))
            kiosk.see(content.title)
            row.escapes += differences(before, look(kiosk, place), elsewhere=True)
            row.escapes += [f"asked for {path}" for path in proxy.asked]
            proxy.asked.clear()
            row.times += 1
    proxy.shutdown()
    proxy.server_close()
    return row


def _counts(proxy: Proxy) -> bool:
    """Whether somebody who asks is counted."""
    way = urllib.request.build_opener(urllib.request.ProxyHandler({"http": proxy.address}))
    with contextlib.suppress(OSError):
        way.open("http://192.0.2.1/x", timeout=5)
    counted = bool(proxy.asked)
    proxy.asked.clear()
    return counted


def _marked(name: str) -> bool:
    return any(part in name for part in ("<img", "<a ", "!["))


def _tap_texts(kiosk: Kiosk) -> None:
    texts = [node for node in kiosk.rest() if node.role in TEXTS and _marked(node.name)]
    width, height = kiosk.stand.size
    for node in texts[:TAPPED_TEXTS]:
        x, y = node.centre
        if 0 <= x < width and 0 <= y < height:
            kiosk.stand.finger.tap((x, y))
            time.sleep(0.4)


# --- a crash -------------------------------------------------------------------------------------


def crash(place: Place, times: int) -> Row:
    """No process of the kiosk may leave an image of its memory, which a dialogue would follow."""
    before = resource.getrlimit(resource.RLIMIT_CORE)
    with contextlib.suppress(ValueError):  # only root may raise it; then the control fails
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
    row = Row("image of memory after a crash", place.name, control=_limit("self") != 0)
    with running(place, SETTINGS) as kiosk:
        resource.setrlimit(resource.RLIMIT_CORE, before)
        for _ in range(times):
            row.times += 1
            row.escapes += [
                f"{process.name()} may write one"
                for process in family(kiosk)
                if _limit(process.pid) != 0
            ]
    return row


# --- the compositor -------------------------------------------------------------------------------


def compositor(place: Place, times: int) -> Row | None:
    """Killed, it comes back, and with it the kiosk and nothing else."""
    if not isinstance(place, WaylandPlace):
        return None
    row = Row("killed compositor", place.name, control=True)
    with running(place, SETTINGS) as kiosk:
        for _ in range(times):
            row.times += 1
            row.control &= place.crash()
            try:
                kiosk.wait("the kiosk to be back", lambda: _is_back(kiosk), END_SECONDS)
                kiosk.wait("its keys", lambda: has_keys(kiosk, kiosk.nodes()))
                after = look(kiosk, place)
                row.escapes += differences(after, after)
            except AssertionError as fault:
                row.escapes.append(str(fault).partition("\n")[0])
    return row


def _is_back(kiosk: Kiosk) -> bool:
    """Whether a screen is there that shows itself; those before it may have found no display."""
    kiosk.starts_anew()
    return kiosk.sees(say("Touch to begin"))


# --- a finger that rests --------------------------------------------------------------------------


def resting(place: Place, times: int) -> Row | None:
    """A finger that trembles on the glass is no visitor: the visit ends, others can begin one."""
    touches = place.touches
    if touches is None:
        return None

    def trembles(finger: int, at: tuple[int, int]) -> bool:
        """It moves by a pixel; whether the visit has ended."""
        touches.move(finger, (at[0] + int(time.monotonic() * 10) % 2, at[1]))
        touches.sync()
        return kiosk.sees(say("Touch to begin"))

    row = Row("a finger that rests", place.name, control=True)
    width, height = place.stand.size
    there, here = (width * 3 // 4, height // 4), (width // 3, height // 2)
    with running(place, SHORT_VISITS) as kiosk:
        for _ in range(min(times, MOST_RESTING)):
            row.times += 1
            go_home(kiosk)
            kiosk.miss(say("Touch to begin"))
            touches.begin(1, there)
            begun = time.monotonic()
            try:
                until("the visit to end", lambda: trembles(1, there), RESTING_SECONDS)
                row.control &= time.monotonic() - begun > COUNTED_SECONDS
                touches.begin(2, here)
                touches.end(2, here)
                touches.sync()
                kiosk.see(Content("en").title)
            except AssertionError as fault:
                row.escapes.append(str(fault).partition("\n")[0])
            touches.end(1, there)
            touches.sync()
            kiosk.see(say("Touch to begin"), END_SECONDS)
    return row


def _limit(process: int | str) -> int | None:
    """Bytes that an image of a process may have; None without a limit."""
    limits = Path(f"/proc/{process}/limits").read_text(encoding="ascii")
    found = re.search(r"Max core file size +(\S+)", limits)
    assert found, limits
    return None if found[1] == "unlimited" else int(found[1])


SPECIAL: dict[str, Callable[[Place, int], Row | None]] = {
    "links and pictures in texts": markup,
    "copied by the visitor before": copied,
    "image of memory after a crash": crash,
    "killed compositor": compositor,
    "a finger that rests": resting,
}

"""The peer: the same content as a page of a browser, and Debian's chromium to show it as a kiosk.

The page is hand-made (`bench/website/`): the texts, figures and pictures of `content.json`, charts
as inline SVG, the sizes and fonts of the kiosk, the film of a page change left to the compositor.
A block type that it does not know it leaves out. A server on this machine's own loopback hands it
out, and is told by it where what can be touched lies.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bench.stand import ROOT

PAGES = Path(__file__).parent / "website"
TOKENS = ROOT / "kiosk" / "qml" / "Kiosk" / "Controls" / "tokens.json"
FLAGS = (
    "--kiosk",
    "--window-position=0,0",  # without a window manager nobody enlarges it
    "--window-size=1920,1080",
    "--no-sandbox",  # it refuses to run as root without
    "--test-type",  # hides the bar that warns of the line above
    "--no-first-run",
    "--no-default-browser-check",
    "--noerrdialogs",
    "--disable-infobars",
    "--disable-sync",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--password-store=basic",
    "--default-background-color=0B1113FF",
)
"""What an integrator sets for a kiosk, and what a browser can do without there."""
DRAWING = {
    "software": ("--disable-gpu",),
    "gpu": ("--use-gl=angle", "--use-angle=gl", "--ignore-gpu-blocklist"),
}
"""Chromium's own software drawing, and the OpenGL that the kiosk has (llvmpipe without a GPU)."""


def find() -> str | None:
    """Where chromium is."""
    return shutil.which("chromium")


def command(backend: str, port: int, profile: Path, *asked: str) -> list[str]:
    """Chromium as a kiosk with the page; the profile has to be kept from start to start."""
    address = f"http://127.0.0.1:{port}/index.html?{'&'.join(asked)}"
    places = [f"--user-data-dir={profile}", address]
    return [find() or "chromium", *FLAGS, *DRAWING[backend], *places]


def write_site(folder: Path) -> Path:
    """Make the page of `content.json`; its folder."""
    from kiosk.bridge.fonts import FIRST, REST, text_fonts

    document = json.loads((ROOT / "content.json").read_text(encoding="utf-8"))
    motifs = json.loads(TOKENS.read_text(encoding="utf-8"))["weave"]["motifs"]
    shutil.copytree(PAGES, folder)
    shutil.copytree(ROOT / "assets", folder / "assets", ignore=shutil.ignore_patterns("demo"))
    (folder / "fonts").mkdir()
    for font in text_fonts((*FIRST, *REST)):
        shutil.copy(font, folder / "fonts")
    document["picture"] = "assets/chain.jpg"
    document["climb"] = _ranking(document, next(s for s in document["attract"] if s.get("story")))
    lines = (("CONTENT", document), ("MOTIFS", motifs))
    words = [f"window.{name} = {json.dumps(value, ensure_ascii=False)};" for name, value in lines]
    (folder / "content.js").write_text("\n".join(words), encoding="utf-8")
    return folder


def _ranking(document: dict[str, Any], scene: dict[str, Any]) -> dict[str, Any]:
    """The ranking of the story that an attract scene names."""
    section, story = scene["story"].split("/")
    stories = [s for one in document["sections"] if one["id"] == section for s in one["stories"]]
    pages = next(s["pages"] for s in stories if s["id"] == story)
    return next(b for page in pages for b in page["blocks"] if b["type"] == "ranking")


class Told:
    """What the page has said last: name to middle, in px."""

    def __init__(self) -> None:
        self.targets: dict[str, list[int]] = {}
        self.news = threading.Event()
        self.port = 0

    def wait(self) -> dict[str, list[int]]:
        """Wait for the next screen."""
        if not self.news.wait(30):
            raise SystemExit("the page in chromium does not answer")
        self.news.clear()
        return self.targets


@contextmanager
def serving(site: Path) -> Iterator[Told]:
    """A server of the page, which it tells of its screens."""
    told = Told()

    class Server(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            told.targets = json.loads(self.rfile.read(length))
            self.send_response(204)
            self.end_headers()
            told.news.set()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=site))
    told.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield told
    finally:
        server.shutdown()


def version() -> str:
    """Which chromium, in its own words."""
    ask = [find() or "chromium", "--version", "--no-sandbox"]
    done = subprocess.run(ask, capture_output=True, text=True, check=False)
    return done.stdout.strip()

"""Chooses between the GPU and Qt's software scene graph, before the application object exists.

Without a render node, or when OpenGL is itself a program (llvmpipe, softpipe), the software scene
graph draws the same picture with an eighth of the processor time. Windows without a driver of the
card's maker has only an OpenGL of 1996, with which Qt Quick cannot draw at all.
"""

from __future__ import annotations

import contextlib
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Literal

from kiosk import durable, program

Renderer = Literal["software", "gpu"]
Choice = Literal["auto", "software", "gpu"]

RENDER_NODES = Path("/dev/dri")
PROBE_SECONDS = 10
IDLE_MILLISECONDS = 2
"""From a step of the animations to the frame that shows it. Qt's own 5 ms are a third of a frame in
which nothing is drawn: a frame that takes 12 ms would be late."""
ATLAS_PIXELS = 512
"""Height of the texture in which Qt gathers small pictures. Its own choice is as high as the screen
or higher: 16 MB at 1080p, 64 MB at 4K, nearly all of it empty. Its width stays as it is, because
that says which pictures count as small."""
SOFTWARE_DRIVERS = ("llvmpipe", "softpipe", "swrast", "software", "gdi generic", "basic render")

_GL_RENDERER = 0x1F01  # of glGetString


def choose(choice: Choice, memory: Path | None = None) -> Renderer:
    """The renderer for this machine. `memory` is a file in which the probe's answer is kept."""
    if choice != "auto":
        return choice
    if sys.platform == "win32":
        from kiosk.bridge import adapters

        nodes = ", ".join(adapters.names()) or "none"
    elif not any(RENDER_NODES.glob("renderD*")):
        return "software"
    else:
        nodes = " ".join(sorted(node.name for node in RENDER_NODES.iterdir()))
    return _remembered(nodes, memory) or _probe(nodes, memory)


def _remembered(nodes: str, memory: Path | None) -> Renderer | None:
    """The answer that was kept; None for another card's, and for one that is damaged."""
    try:
        kept = "" if memory is None else memory.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    known_nodes, _, renderer = kept.partition("\n")
    if known_nodes != nodes:
        return None
    known: dict[str, Renderer] = {"software\n": "software", "gpu\n": "gpu"}
    return known.get(renderer)


def _probe(nodes: str, memory: Path | None) -> Renderer:
    """Ask OpenGL, and keep its answer for the next starts; none at all says nothing of the card."""
    answer = _opengl(nodes)
    if answer is None:
        return "software"
    soft = not answer.strip() or any(name in answer for name in SOFTWARE_DRIVERS)
    renderer: Renderer = "software" if soft else "gpu"
    if memory is not None:
        # A full or read-only disk costs a probe at the next start, no more
        with contextlib.suppress(OSError):
            durable.write(memory, f"{nodes}\n{renderer}\n".encode())
    return renderer


@lru_cache(maxsize=1)
def _opengl(_nodes: str) -> str | None:
    """What OpenGL calls itself; "" when it cannot draw, None when it could not be asked in time.

    In a process of its own, because a broken driver may crash it. A start wants to know twice.
    """
    import subprocess  # not at every start

    try:
        return subprocess.run(
            program.command("probe"),
            cwd=program.FOLDER,
            capture_output=True,
            text=True,
            timeout=PROBE_SECONDS,
            check=False,
            env=dict(os.environ),
        ).stdout.lower()
    except (OSError, subprocess.TimeoutExpired):
        return None


def opengl_name() -> str:
    """The name of what draws OpenGL; empty where there is none. For a process of its own."""
    from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

    application = QGuiApplication(["probe"])
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    if not (context.create() and context.makeCurrent(surface)):
        return ""
    name = str(context.extraFunctions().glGetString(_GL_RENDERER))
    context.doneCurrent()
    del context, surface, application
    return name


def steer(renderer: Renderer) -> None:
    """Set the variables that Qt reads for a renderer; call before there is an application."""
    if renderer == "software":
        os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", str(IDLE_MILLISECONDS))
    else:
        os.environ.setdefault("QSG_ATLAS_HEIGHT", str(ATLAS_PIXELS))


def apply(renderer: Renderer) -> None:
    """Tell Qt Quick which renderer to use; call before its first window."""
    from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

    steer(renderer)
    api = QSGRendererInterface.GraphicsApi
    QQuickWindow.setGraphicsApi(api.Software if renderer == "software" else api.OpenGL)

"""`kiosk probe`: says who draws OpenGL here. It is not for people and stands in no list.

A broken driver may crash whoever asks it, so the choice of the renderer asks in a child.
"""

from __future__ import annotations

import argparse

NAME = "probe"
HELP = "say the name of the OpenGL renderer"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command: none."""
    parser.epilog = "example: kiosk probe"


def run(_options: argparse.Namespace) -> int:
    """Print the renderer's name, or nothing where there is no OpenGL; 0."""
    from kiosk.bridge import renderer

    print(renderer.opengl_name())
    return 0

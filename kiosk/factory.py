"""The bundles that come with the program. Imports next to nothing."""

from __future__ import annotations

from pathlib import Path

INSTALLED = Path(__file__).parent / "factory"
"""The default bundle inside the installed program."""
INSTALLED_DEMO = Path(__file__).parent / "demo"
"""The bundle with every type of block, inside the installed program."""
CHECKOUT = Path(__file__).parent.parent
"""In a checkout the default bundle lies at the top."""


def demo_content() -> Path:
    """The bundle that shows every type of block."""
    return INSTALLED_DEMO if INSTALLED_DEMO.is_dir() else CHECKOUT / "assets" / "demo"


def default_content() -> Path:
    """The bundle that is shown when none is named."""
    return INSTALLED if (INSTALLED / "content.json").is_file() else CHECKOUT

"""Brings PySide in without its search through the source of every module.

PySide reads the source of all modules that are there when it comes, and of each that is imported
later, for `from __feature__ import …` (its `shibokensupport/feature.py`). Nothing here writes that.
The search costs a start 30 ms, and 4 MB of lines that the standard library keeps. A packaged
program has no source: there it is always as it is here after `load`. Imports PySide in `load` only.
"""

from __future__ import annotations

import inspect
import sys


def load() -> None:
    """Import PySide; call before any other import of it, while no other thread imports."""
    search = inspect.getsource
    inspect.getsource = _no_source
    try:
        import PySide6.QtCore  # noqa: F401 - for what its import does
    finally:
        inspect.getsource = search
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _never


def _no_source(_object: object) -> str:
    raise OSError("not looked for")


def _never(_module: object) -> bool:
    return False

"""Brings PySide in without what only a person at a Python prompt needs of it.

With its import PySide compiles 2500 lines from their source that know the signature of each
function of Qt, and reads the source of all modules there are for `from __feature__ import …`.
Nothing here writes that, and signatures are needed for `help()` and for the words of a wrong call:
they come when somebody asks for them. It is a fifth of a start, and 4 MB. Imports PySide in `load`
only.

PySide keeps those modules in a zip archive inside its library (`signature_bootstrap.py` in
libshiboken) and wants seven functions of `loader.py`, and `update_mapping` of `mapping.py` for the
words of a wrong call; it is given those below. Where a PySide does this in another way, it comes
whole.
"""

from __future__ import annotations

import importlib
import io
import sys
import zipfile
from types import ModuleType
from typing import IO, Any

LOADER = "shibokensupport.signature.loader"
MAPPING = "shibokensupport.signature.mapping"
FILE = "shibokensupport/signature/loader.py"
SOURCE = f"from {__name__} import *\n".encode()


def load() -> None:
    """Import PySide; call before any other import of it, while no other thread imports."""
    if "shiboken6" in sys.modules:
        return
    plain = zipfile.ZipFile
    zipfile.ZipFile = _Archive  # type: ignore[misc] - for this one import
    try:
        import PySide6.QtCore  # noqa: F401 - for what its import does
    finally:
        zipfile.ZipFile = plain  # type: ignore[misc]


class _Archive(zipfile.ZipFile):
    """The archive of PySide's modules, with another loader until the real one is wanted."""

    whole = False

    def open(self, name: Any, *how: Any, **more: Any) -> IO[bytes]:
        """One of its files."""
        if name == FILE and not _Archive.whole:
            sys.modules[MAPPING] = _mapping
            return io.BytesIO(SOURCE)
        return super().open(name, *how, **more)


_mapping: Any = ModuleType(MAPPING)
"""Becomes the real one: PySide keeps the names of this module for ever, without a reference."""
_replaced: list[ModuleType] = []
"""The loader that PySide was given, which it may still look at."""


def _real() -> Any:
    """PySide's own loader, with all that it brings."""
    if not _Archive.whole:
        _Archive.whole = True
        _replaced.append(sys.modules.pop(LOADER))
        importer: Any = _replaced[0].__loader__
        sys.meta_path.insert(0, importer)
        try:
            _mapping.__spec__ = importer.find_spec(MAPPING, None)
            importer.exec_module(_mapping)
            importlib.import_module(LOADER)
        finally:
            sys.meta_path.remove(importer)
    return sys.modules[LOADER]


def pyside_type_init(*given: Any) -> Any:
    """The signatures of a type."""
    return _real().pyside_type_init(*given)


def create_signature(*given: Any) -> Any:
    """The signature of a function."""
    return _real().create_signature(*given)


def seterror_argument(*given: Any) -> Any:
    """The words of a wrong call."""
    return _real().seterror_argument(*given)


def make_helptext(*given: Any) -> Any:
    """What `help` says."""
    return _real().make_helptext(*given)


def _update_mapping() -> None:
    """Before the words of a wrong call: the names of the modules that there are."""
    _real()
    _mapping.update_mapping()


_mapping.update_mapping = _update_mapping


def finish_import(_module: object) -> None:
    """After the import of a module of PySide; for names that are not wanted any more."""


def feature_import(*_given: Any, **_named: Any) -> None:
    """Before an import that may ask for a feature; None lets it be an ordinary one."""


def feature_imported(_module: object) -> None:
    """After such an import."""


def post_init() -> None:
    """Would put `feature_import` before every import."""


__all__ = [
    "create_signature",
    "feature_import",
    "feature_imported",
    "finish_import",
    "make_helptext",
    "post_init",
    "pyside_type_init",
    "seterror_argument",
]

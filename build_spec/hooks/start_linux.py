"""Runs before the kiosk in the packaged program: fonts of its own, libraries for a bare system.

Libraries that the system's graphics drivers share with the kiosk are the system's own. Where it has
none, the copies in `fallback/` are loaded, in the order of `fallback/order`; whoever needs them
afterwards finds them by name among what is loaded. Costs a few looks at the disk otherwise.
"""

import os
import sys

_FFI = "libffi.so.8"


def _begin(parts: str) -> None:
    os.environ["FONTCONFIG_FILE"] = os.path.join(parts, "fonts.conf")
    folders = ("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64")
    with open(os.path.join(parts, "fallback", "order"), encoding="ascii") as file:
        names = file.read().split()
    missing = [n for n in names if not any(os.path.exists(f"{f}/{n}") for f in folders)]
    if _FFI in missing:
        _load_for_ctypes(os.path.join(parts, "fallback", _FFI))
    if missing:
        _load(parts, missing)


def _load_for_ctypes(library: str) -> None:
    """Load what ctypes itself needs: as a module, which it is not, but then it is loaded."""
    import _imp
    from importlib.machinery import ModuleSpec

    try:
        _imp.create_dynamic(ModuleSpec("ffi", None, origin=library))
    except ImportError:
        return


def _load(parts: str, names: list[str]) -> None:
    import ctypes

    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:  # the system has it nowhere
            try:
                ctypes.CDLL(os.path.join(parts, "fallback", name))
            except OSError as error:
                sys.stderr.write(f"A library of the kiosk cannot be loaded: {error}\n")


_begin(sys._MEIPASS)  # pyright: ignore[reportAttributeAccessIssue]

"""What the C library holds for this process, as opposed to the holes between. Linux with glibc."""

from __future__ import annotations

import ctypes


class _Malloc(ctypes.Structure):
    """`struct mallinfo2` of the C library."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def library() -> ctypes.CDLL:
    """The C library, which can give memory back and say what it holds."""
    found = ctypes.CDLL("libc.so.6")
    found.mallinfo2.restype = _Malloc
    return found


def held(c: ctypes.CDLL) -> int:
    """Bytes that C code holds and has not given back."""
    info = c.mallinfo2()
    return info.uordblks + info.hblkhd

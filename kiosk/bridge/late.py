"""The base of helper objects that QML makes: inputs first, one notification when they are all set.

QML sets the inputs one by one; measuring after each of them would do the same work seven times.
Every input and output of a helper notifies through the one signal `changed`.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QPyQmlParserStatus

from kiosk.bridge.acquaint import with_disconnecting

_born: list[weakref.ref[LateHelper]] = []


def release_deleted() -> int:
    """Free the helpers that QML has deleted; how many.

    PySide 6.11 takes a reference to every Python object that QML creates and never gives it back,
    so the Python half outlives the deleted C++ half for ever (a third of a megabyte per hundred
    pages here). A reference is given back only when the C++ half is gone and exactly that one
    reference too many is left, so a PySide that mends this is not harmed.
    """
    import ctypes  # not before the first picture: the start is faster

    freed = 0
    for reference in _born[:]:
        helper = reference()
        if helper is None:
            _born.remove(reference)
        elif not shiboken6.isValid(helper):
            _born.remove(reference)
            if sys.getrefcount(helper) == _NAMED + 1:
                ctypes.pythonapi.Py_DecRef(ctypes.py_object(helper))
                freed += 1
    return freed


_NAMED = 2
"""References to a helper inside `release_deleted`: its variable and the argument."""


class LateHelper(QPyQmlParserStatus):
    """Holds its inputs as attributes; tells QML of changes only once it is complete.

    No attribute is callable: PySide would look for its methods again (`kiosk.bridge.acquaint`).

    A subclass declares `changed = Signal()` itself (PySide finds a property's notify signal only
    in the class of the property).
    """

    changed: Signal

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.complete = False
        with_disconnecting(self)
        _born.append(weakref.ref(self))

    def classBegin(self) -> None:
        """Called by QML before the inputs are set."""

    def componentComplete(self) -> None:
        """Called by QML when all inputs are set."""
        self.complete = True
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Forget what was computed from the inputs; a subclass with a cache overrides it."""

    def put(self, name: str, value: object) -> None:
        """Keep an input; a real change is told to QML."""
        if getattr(self, name) == value:
            return
        setattr(self, name, value)
        if self.complete:
            self.refresh()
            self.changed.emit()


def late_input(
    kind: Any, name: str, changed: Signal, convert: Callable[[Any], Any] | None = None
) -> Any:
    """A property that reads and writes the attribute `name` of a `LateHelper`."""

    def read(self: LateHelper) -> Any:
        return getattr(self, name)

    def write(self: LateHelper, value: Any) -> None:
        self.put(name, convert(value) if convert else value)

    return Property(kind, read, write, notify=changed)


def late_output(kind: Any, read: Callable[[Any], Any], changed: Signal) -> Any:
    """A read-only property that follows the inputs of a `LateHelper`."""
    return Property(kind, read, notify=changed)

"""A registry of Windows on paper."""

from __future__ import annotations

from kiosk.windows.wishes import Part, Value

Key = tuple[str, str, str]


class Paper:
    """A registry on paper; refuses the names in `deaf`."""

    def __init__(self, values: dict[Key, Value] | None = None, deaf: str = "") -> None:
        self.values = dict(values or {})
        self.deaf = deaf
        self.there = True

    def loaded(self) -> bool:
        return self.there

    def read(self, part: Part, key: str, name: str) -> Value | None:
        return self.values.get((part, key, name))

    def write(self, part: Part, key: str, name: str, value: Value | None) -> None:
        if name == self.deaf:
            raise PermissionError(13, "refused")
        if value is None:
            self.values.pop((part, key, name), None)
        else:
            self.values[part, key, name] = value

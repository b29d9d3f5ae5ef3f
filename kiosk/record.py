"""Records as `dataclasses` makes them, without what its import brings along.

That one needs `inspect` and with it a dozen modules: 1 MB of the supervisor, which lives as long as
the stand. So whatever the supervisor imports takes its records from here. They can do the part
that is needed: fields, some with defaults, of a frozen class. A type checker sees the real ones.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, which takes 0.7 MB more
if TYPE_CHECKING:
    from dataclasses import asdict, dataclass, replace
    from typing import Any
else:

    class _Frozen:
        """What every record can do."""

        def __init__(self, *given, **named):
            names = self._fields
            values = {**self._defaults, **dict(zip(names, given, strict=False)), **named}
            twice = named.keys() & set(names[: len(given)])
            if twice or len(given) > len(names) or values.keys() != set(names):
                raise TypeError(f"{type(self).__name__} takes {', '.join(names)}")
            for name in names:
                object.__setattr__(self, name, values[name])

        def __repr__(self):
            values = ", ".join(f"{name}={value!r}" for name, value in asdict(self).items())
            return f"{type(self).__qualname__}({values})"

        def __eq__(self, other):
            return asdict(self) == asdict(other) if type(other) is type(self) else NotImplemented

        def __hash__(self):
            return hash(tuple(asdict(self).values()))

        def __setattr__(self, name, _value):
            raise AttributeError(f"{name} of a record cannot be set")

        def __delattr__(self, name):
            raise AttributeError(f"{name} of a record cannot be taken away")

    def dataclass(*, frozen):
        """Make a record of a class, which cannot be changed when it is made."""
        assert frozen

        def made(cls):
            own = vars(cls)
            cls._fields = tuple(own.get("__annotations__", ()))
            cls._defaults = {name: own[name] for name in cls._fields if name in own}
            for name, method in vars(_Frozen).items():
                if callable(method):
                    setattr(cls, name, method)
            return cls

        return made

    def asdict(record):
        """The fields of a record by their names."""
        return {name: getattr(record, name) for name in record._fields}

    def replace(record, **changed):
        """The same record with other values in some fields."""
        return type(record)(**{**asdict(record), **changed})


def field_types(kind: type[Any]) -> dict[str, str]:
    """How the fields of a kind of record are declared."""
    return dict(kind.__annotations__)


__all__ = ["asdict", "dataclass", "field_types", "replace"]

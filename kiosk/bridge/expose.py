"""QObject types made of the content model's records, one per record, with constant properties.

QML gets typed objects instead of dictionaries: `required property TimelineBlock block` is checked
by qmllint, and a view can only read what the record declares. Which properties a field becomes is
decided here and nowhere else:

- a localized text becomes a string in the reading's language;
- a date field `asOf` becomes `asOf`, `asOfText` and `asOfYear`;
- an `edition` becomes `edition` and `editionText`;
- a number field `value` becomes `value` and `valueText`;
- a source id becomes `source` and `sourceMark` (its footnote number on the page);
- an icon name becomes `icon` and `iconGlyph`;
- records and lists of records become objects and lists of objects, made when first read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, ClassVar, get_args, get_origin

from PySide6.QtCore import Property, QObject

from kiosk.bridge.acquaint import Acquainted
from kiosk.bridge.reading import Reading
from kiosk.bridge.records import bare_hint, fields_of, localized_texts
from kiosk.content import model, takeaway
from kiosk.content.blocks.base import Block
from kiosk.content.blocks.quote import QuoteBlock
from kiosk.content.blocks.ranking import RankingBlock
from kiosk.content.blocks.takeaway import TakeawayBlock
from kiosk.content.values import IconName, Id, IsoDate, Localized, Record

Getter = Callable[[Any], Any]


class Exposed(Acquainted):
    """Base of all exposed types: the record, the reading it is read with, and what was made."""

    qml_types: ClassVar[dict[str, tuple[str, bool]]] = {}
    """Property name to (QML type name, is a list), for the .qmltypes file."""

    def __init__(self, record: Record, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.record: Any = record
        self.reading = reading
        self._made: dict[str, Any] = {}

    def made(self, name: str, make: Callable[[], Any]) -> Any:
        """The child object or list of a name, made on the first call."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def inherited(self, name: str, otherwise: Any) -> Any:
        """A field of the nearest record that this one is part of and that has it."""
        parent = self.parent()
        if not isinstance(parent, Exposed):
            return otherwise
        if hasattr(parent.record, name):
            return getattr(parent.record, name)
        return parent.inherited(name, otherwise)


def camel(name: str) -> str:
    """snake_case to camelCase, the one place where names change their style."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


_TYPES: dict[type[Record], type[Exposed]] = {}


def exposed_type(record_type: type[Record]) -> type[Exposed]:
    """The QObject type of a record type, made once."""
    if record_type not in _TYPES:
        _TYPES[record_type] = _make_type(record_type)
    return _TYPES[record_type]


def expose(record: Record, reading: Reading, parent: QObject | None = None) -> Exposed:
    """An object of a record's exposed type."""
    return exposed_type(type(record))(record, reading, parent)


def _make_type(record_type: type[Record]) -> type[Exposed]:
    namespace: dict[str, Any] = {}
    qml_types: dict[str, tuple[str, bool]] = {}
    for field, hint in fields_of(record_type):
        for name, (qt_type, qml_type, getter) in _properties(field, hint).items():
            namespace[name] = Property(qt_type, getter, constant=True)
            qml_types[name] = (qml_type, qt_type in {"QVariantList", "QStringList"})
    for name, (qt_type, qml_type, getter) in _extras(record_type).items():
        namespace[name] = Property(qt_type, getter, constant=True)
        qml_types[name] = (qml_type, False)
    namespace["qml_types"] = qml_types
    namespace["__doc__"] = record_type.__doc__
    return type(record_type.__name__, (Exposed,), namespace)


_Spec = tuple[Any, str, Getter]
"""Qt type, QML type name, getter."""


def _properties(field: str, hint: Any) -> dict[str, _Spec]:
    name = camel(field)
    value: Getter = lambda self: getattr(self.record, field)  # noqa: E731
    if hint == Localized:
        return {name: (str, "string", lambda self: self.reading.text(value(self)))}
    if hint == IsoDate:
        return _date_properties(name, value)
    if hint == IconName:
        glyph: Getter = lambda self: self.reading.icon_glyph(value(self))  # noqa: E731
        return {name: (str, "string", value), f"{name}Glyph": (str, "string", glyph)}
    if field == "source" and hint == Id:
        mark: Getter = lambda self: self.reading.marks.get(value(self), 0)  # noqa: E731
        return {
            name: (str, "string", lambda self: value(self) or ""),
            f"{name}Mark": (int, "int", mark),
        }
    if field == "edition":
        text: Getter = lambda self: self.reading.edition(value(self))  # noqa: E731
        return {name: (str, "string", value), f"{name}Text": (str, "string", text)}
    return _structural(field, name, hint, value)


def _date_properties(name: str, value: Getter) -> dict[str, _Spec]:
    return {
        name: (str, "string", value),
        f"{name}Text": (str, "string", lambda self: self.reading.date(value(self))),
        f"{name}Year": (str, "string", lambda self: value(self)[:4]),
    }


def _structural(field: str, name: str, hint: Any, value: Getter) -> dict[str, _Spec]:
    bare = bare_hint(hint)
    if get_origin(bare) is list:
        element = get_args(bare)[0]
        if bare_hint(element) is str:
            return {name: ("QStringList", "string", lambda self: list(value(self)))}
        return {name: ("QVariantList", _element_name(element), _objects(field))}
    if isinstance(bare, type) and issubclass(bare, Record):
        return {name: (QObject, bare.__name__, _object(field))}
    if bare is float:
        return _number_properties(name, value)
    if bare in (bool, int):
        return {name: (bare, bare.__name__, lambda self: value(self) or bare())}
    return {name: (str, "string", lambda self: value(self) or "")}


def _number_properties(name: str, value: Getter) -> dict[str, _Spec]:
    def text(self: Exposed) -> str:
        number = value(self)
        decimals = getattr(self.record, "decimals", None)
        if decimals is None:
            decimals = self.inherited("decimals", 0)
        return "" if number is None else self.reading.number(number, decimals)

    number: Getter = lambda self: value(self) or 0.0  # noqa: E731
    return {name: (float, "double", number), f"{name}Text": (str, "string", text)}


def _element_name(element: Any) -> str:
    bare = bare_hint(element)
    return bare.__name__ if isinstance(bare, type) else "Block"


def _object(field: str) -> Getter:
    def get(self: Exposed) -> QObject | None:
        record = getattr(self.record, field)
        return record and self.made(field, lambda: expose(record, self.reading, self))

    return get


def _objects(field: str) -> Getter:
    def get(self: Exposed) -> list[QObject]:
        records = getattr(self.record, field)
        return self.made(field, lambda: [expose(r, self.reading, self) for r in records])

    return get


def _fallback_name(self: Exposed) -> str:
    names = (self.reading.fallback_name(text) for text in localized_texts(self.record))
    return next((name for name in names if name), "")


def _scene_ranking(self: Exposed) -> QObject | None:
    """The first ranking block of the story that an attract scene names."""
    for section in self.reading.bundle.sections:
        for story in section.stories:
            if f"{section.id}/{story.id}" == self.record.story:
                blocks = [block for page in story.pages for block in page.blocks]
                return self.made("ranking", partial(_first_ranking, self, blocks))
    return None


def _first_ranking(self: Exposed, blocks: Iterable[Block]) -> Exposed | None:
    ranking = next((block for block in blocks if isinstance(block, RankingBlock)), None)
    return None if ranking is None else expose(ranking, self.reading, self)


def _story_address(self: Exposed) -> str:
    """`section/story`, as `Session.openAddress` takes it."""
    for section in self.reading.bundle.sections:
        if any(story is self.record for story in section.stories):
            return f"{section.id}/{self.record.id}"
    return ""


def _section_number(self: Exposed) -> int:
    sections = self.reading.bundle.sections
    return next(i for i, section in enumerate(sections, 1) if section is self.record)


def _extras(record_type: type[Record]) -> dict[str, _Spec]:
    """Properties beyond the fields: kind and slot of a block, counts and addresses."""
    if not issubclass(record_type, Block):
        return _EXTRAS.get(record_type, {})
    tag = record_type.__struct_config__.tag or ""
    slot = record_type.slot
    return {
        "type": (str, "string", lambda _self: tag),
        "slot": (str, "string", lambda _self: slot),
        "fallbackName": (str, "string", _fallback_name),
        **_EXTRAS.get(record_type, {}),
    }


def _takeaway_code(self: Exposed) -> str:
    reading = self.reading
    return takeaway.code(self.record, reading.bundle.contact, reading.text, reading.hosts)


def _takeaway_lines(self: Exposed) -> list[str]:
    reading = self.reading
    return takeaway.lines(self.record, reading.bundle.contact, reading.text)


def _contact_code(self: Exposed) -> str:
    return takeaway.contact_code(self.record, self.reading.text, self.reading.hosts)


def _contact_lines(self: Exposed) -> list[str]:
    return takeaway.contact_lines(self.record, self.reading.text)


def _page_fallback_name(self: Exposed) -> str:
    """The language that a page borrows a text from: its title, or one of a block."""
    texts = [self.record.title]
    for block in self.record.blocks:
        texts += localized_texts(block)
    return next(filter(None, map(self.reading.fallback_name, texts)), "")


def _translated(self: Exposed) -> bool:
    """The words are not shown in the language in which they were said."""
    said = self.record.said_in
    return said is not None and said != self.reading.language_of(self.record.text)


_EXTRAS: dict[type[Record], dict[str, _Spec]] = {
    model.Section: {
        "number": (int, "int", _section_number),
        "storyCount": (int, "int", lambda self: len(self.record.stories)),
    },
    model.Story: {
        "address": (str, "string", _story_address),
        "pageCount": (int, "int", lambda self: len(self.record.pages)),
    },
    model.Page: {
        "fallbackName": (str, "string", _page_fallback_name),
        "slots": ("QStringList", "QStringList", lambda self: self.record.slots),
    },
    model.Language: {"mirrored": (bool, "bool", lambda self: self.record.mirrored)},
    model.AttractScene: {"ranking": (QObject, "RankingBlock", _scene_ranking)},
    model.Source: {
        "mark": (int, "int", lambda self: self.reading.marks.get(self.record.id, 0)),
        "yearText": (str, "string", lambda self: str(self.record.year or "")),
        "bare": (str, "string", lambda self: takeaway.bare(self.record.url or "")),
        "code": (str, "string", lambda self: takeaway.address(self.record, self.reading.hosts)),
    },
    model.Contact: {
        "code": (str, "string", _contact_code),
        "lines": ("QStringList", "QStringList", _contact_lines),
    },
    TakeawayBlock: {
        "code": (str, "string", _takeaway_code),
        "lines": ("QStringList", "QStringList", _takeaway_lines),
    },
    QuoteBlock: {
        "quoted": (str, "string", lambda self: self.reading.quoted(self.record.text)),
        "openingMark": (str, "string", lambda self: self.reading.opening_mark(self.record.text)),
        "translated": (bool, "bool", _translated),
    },
    model.Picture: {
        "url": (str, "string", lambda self: self.reading.picture_url(self.record.file)),
    },
}

"""Which Python types QML knows under `Kiosk.Core`, in one list for the program and for its lint."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtQml import qmlRegisterType, qmlRegisterUncreatableType

from kiosk.bridge.expose import exposed_type
from kiosk.bridge.helpers import first_types, helper_types
from kiosk.bridge.records import element_records
from kiosk.bridge.session import Session
from kiosk.content import model
from kiosk.content.values import Record

URI = "Kiosk.Core"


def uncreatable_types() -> list[type[QObject]]:
    """Types that Python hands to QML: the session, the staff's, and everything of a bundle."""
    return [Session, *staff_types(), *bundle_types()]


def bundle_types() -> list[type[QObject]]:
    """Everything of a bundle."""
    records = [
        model.AttractScene,
        model.Contact,
        model.Language,
        model.Picture,
        model.Source,
        model.Tile,
        model.Page,
        model.Story,
        model.Section,
        *record_types_of_blocks(),
    ]
    once = dict.fromkeys(records)  # a block may hold what other parts of a bundle hold too
    return [exposed_type(record) for record in once]


def staff_types() -> list[type[QObject]]:
    """What the staff's pages talk to."""
    from kiosk.bridge.stafffacts import StaffFacts
    from kiosk.bridge.staffhours import StaffDay
    from kiosk.bridge.staffroom import StaffRoom
    from kiosk.bridge.staffsettings import StaffLanguage, StaffSetting, StaffSettings
    from kiosk.bridge.staffstatistics import StaffBar, StaffStatistics
    from kiosk.bridge.staffsticks import StaffSticks
    from kiosk.bridge.staffversions import StaffVersion, StaffVersions
    from kiosk.bridge.stickrecords import StaffChange, StaffOffer, StaffPair

    settings = [StaffDay, StaffLanguage, StaffSetting, StaffSettings]
    statistics = [StaffBar, StaffStatistics]
    sticks = [StaffChange, StaffOffer, StaffPair, StaffSticks]
    versions = [StaffVersion, StaffVersions]
    return [StaffRoom, StaffFacts, *settings, *statistics, *sticks, *versions]


def creatable_types() -> list[type[QObject]]:
    """Helper objects that QML makes itself (text balance, thread paths, chart geometry)."""
    return helper_types()


def record_types_of_blocks() -> list[type[Record]]:
    """The block types and the records inside them, each once, in the order of their names."""
    found: dict[str, type[Record]] = {}
    for block in model.BLOCK_TYPES.values():
        _collect(block, found)
    return [found[name] for name in sorted(found)]


def _collect(record: type[Record], found: dict[str, type[Record]]) -> None:
    found[record.__name__] = record
    for inner in element_records(record):
        if inner.__name__ not in found:
            _collect(inner, found)


def register_first() -> None:
    """Register what the attract screen's words need; enough for the first frame."""
    _register([Session, exposed_type(model.AttractScene)], first_types())


def register_rest() -> None:
    """Register everything of visitors; before any other screen is built. Once per process."""
    known = {exposed_type(model.AttractScene), *first_types()}
    _register(
        [cls for cls in bundle_types() if cls not in known],
        [cls for cls in creatable_types() if cls not in known],
    )


@cache
def register_staff() -> None:
    """Register what the staff's pages name, before one of them is built: 0.5 MB that most days
    need not have."""
    _register(staff_types(), [])


def register() -> None:
    """Register all types with the QML engine's type system; once per process."""
    register_first()
    register_rest()
    register_staff()


def _register(uncreatable: list[type[QObject]], creatable: list[type[QObject]]) -> None:
    for cls in uncreatable:
        qmlRegisterUncreatableType(cls, URI, 1, 0, cls.__name__, "made by the kiosk")  # type: ignore[call-overload]
    for cls in creatable:
        qmlRegisterType(cls, URI, 1, 0, cls.__name__)  # type: ignore[call-overload]

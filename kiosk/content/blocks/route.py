"""The route block: a line across a map that visitors draw with a finger; each town is a step."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Decimals, Id, IsoDate, Localized, Record, Slot

Latitude = Annotated[
    float, Meta(ge=-85, le=85, description="Degrees to the north; to the south with a minus.")
]
Longitude = Annotated[
    float, Meta(ge=-180, le=180, description="Degrees to the east; to the west with a minus.")
]


class RoutePlace(Record, frozen=True, kw_only=True):
    """A place on the map in degrees (WGS 84)."""

    lat: Latitude
    lon: Longitude


class RouteRegion(Record, frozen=True, kw_only=True):
    """The part of the world that must be seen; the map goes on around it as far as there is room.

    `source` is where the coordinates of the places come from.
    """

    west: Longitude
    south: Latitude
    east: Longitude
    north: Latitude
    source: Id | None = None


class RouteTown(Record, frozen=True, kw_only=True):
    """A town on the way and the kilometres from the start up to it.

    `via` are places that the line passes between the town before and this one. At a capital a
    light goes on.
    """

    name: Localized
    place: RoutePlace
    km: Annotated[float, Meta(ge=0, le=50000, description="Kilometres from the first town.")]
    capital: bool = False
    via: Annotated[list[RoutePlace], Meta(max_length=20)] = []


class RoutePin(Record, frozen=True, kw_only=True):
    """A place beside the route that belongs to its story."""

    name: Localized
    place: RoutePlace


class RouteClosing(Record, frozen=True, kw_only=True):
    """What a complete line says: a word in place of the number (a year) and a sentence below it."""

    word: Localized
    text: Localized
    source: Id


class RouteBlock(Block, frozen=True, kw_only=True, tag="route"):
    """A route from the first town to the last, drawn by the finger or town by town with *Next*.

    `text` says what to do, `note` what the map simplifies. The kilometres are counted while the
    line grows.
    """

    slot: ClassVar[Slot] = "full"

    title: Localized
    text: Localized
    towns: Annotated[list[RouteTown], Meta(min_length=2, max_length=30)]
    pins: Annotated[list[RoutePin], Meta(max_length=3)] = []
    decimals: Decimals = 0
    note: Localized | None = None
    spoken: Localized
    as_of: IsoDate
    source: Id
    closing: RouteClosing
    region: RouteRegion

    def step_count(self) -> int:
        """One step per town: the last one that the line has reached."""
        return len(self.towns)

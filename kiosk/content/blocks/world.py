"""The world block: countries lit on a map of stitches; each region with lit countries is a step."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.regions import regions_of
from kiosk.content.values import Id, IsoDate, Localized, Record, Slot

CountryCode = Annotated[
    str,
    Meta(
        min_length=2,
        max_length=40,
        description="A country by its ISO 3166 code of two capital letters.",
        examples=["LT", "SG"],
    ),
]


class WorldOrigin(Record, frozen=True, kw_only=True):
    """The amber point on the map, in degrees; a slow wave of brightness leaves it."""

    name: Localized
    lat: Annotated[float, Meta(ge=-56, le=83)]
    lon: Annotated[float, Meta(ge=-180, le=180)]


class WorldList(Record, frozen=True, kw_only=True):
    """The lit countries, what they have in common (`label`), when, and who says so.

    How many they are is counted and shown; their names come with the program, in the visitor's
    language.
    """

    label: Localized
    codes: Annotated[list[CountryCode], Meta(min_length=1, max_length=250)]
    as_of: IsoDate
    source: Id


class WorldBlock(Block, frozen=True, kw_only=True, tag="world"):
    """A map of the world, or of the only region that has lit countries.

    Without `countries` none is marked, and the map is a picture with the wave alone, beside which
    story blocks may stand. Countries that are too small for a stitch get a dot at their place.
    """

    slot: ClassVar[Slot] = "full"

    countries: WorldList | None = None
    origin: WorldOrigin | None = None
    spoken: Localized

    def leaves_room(self) -> bool:
        """A map without a list leaves the column of the list to words."""
        return self.countries is None

    def step_count(self) -> int:
        """The whole world, then one step per region; a single region is shown at once."""
        regions = regions_of(self.countries.codes) if self.countries else []
        return 1 + len(regions) if len(regions) > 1 else 1

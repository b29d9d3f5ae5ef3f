"""Rules of the route block that types cannot say: a line that can be drawn, towns on the map.

No disk, no Qt.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kiosk.content.blocks.route import RouteBlock, RoutePlace, RouteRegion
from kiosk.content.check_numbers import written
from kiosk.content.problems import Finding, Pointer
from kiosk.said import marked, said

NEAR_DEGREES = 0.002
"""Two places that are closer than some 200 m are the same point of the map."""


_SAME_NAME = marked("Two towns of this route have the same name.")
_SAME_PLACE = marked("Two towns of this route are at the same place.")
_WEST = marked("This place ({lat}, {lon}) lies west of the region that the map shows.")
_SOUTH = marked("This place ({lat}, {lon}) lies south of the region that the map shows.")
_EAST = marked("This place ({lat}, {lon}) lies east of the region that the map shows.")
_NORTH = marked("This place ({lat}, {lon}) lies north of the region that the map shows.")


def route_findings(block: RouteBlock, at: Pointer) -> Iterator[Finding]:
    """Everything that would make the route look wrong or impossible to draw."""
    yield from _region(block.region, at)
    yield from _kilometres(block, at)
    yield from _same(block, at)
    yield from _outside(block, at)


def _region(region: RouteRegion, at: Pointer) -> Iterator[Finding]:
    for low, high in (("west", "east"), ("south", "north")):
        if getattr(region, low) >= getattr(region, high):
            yield Finding(
                code="E240",
                words=said(
                    "“{low}” is {lower}, but must be less than “{high}”, {higher}.",
                    low=low,
                    lower=written(getattr(region, low)),
                    high=high,
                    higher=written(getattr(region, high)),
                ),
                fix=said(
                    "Exchange the two, or correct them. A map cannot reach across the date line."
                ),
                pointer=(*at, "region", low),
            )


def _kilometres(block: RouteBlock, at: Pointer) -> Iterator[Finding]:
    if block.towns[0].km != 0:
        yield Finding(
            code="E241",
            words=said(
                "The first town has {km} km; the count begins there.", km=written(block.towns[0].km)
            ),
            fix=said("Write 0."),
            pointer=(*at, "towns", 0, "km"),
        )
    for index, (before, town) in enumerate(pairwise(block.towns), 1):
        if town.km <= before.km:
            yield Finding(
                code="E241",
                words=said(
                    "This town has {km} km, the one before it {before}.",
                    km=written(town.km),
                    before=written(before.km),
                ),
                fix=said(
                    "Write the kilometres from the first town, and the towns in the order in which "
                    "the route reaches them."
                ),
                pointer=(*at, "towns", index, "km"),
            )


def _same(block: RouteBlock, at: Pointer) -> Iterator[Finding]:
    for index, town in enumerate(block.towns):
        for first, other in enumerate(block.towns[:index]):
            if town.name == other.name or _near(town.place, other.place):
                words = _SAME_NAME if town.name == other.name else _SAME_PLACE
                yield Finding(
                    code="E218",
                    words=said(words),
                    fix=said("Remove one of them, or correct it."),
                    pointer=(*at, "towns", index),
                    also=((*at, "towns", first),),
                    also_words=said("first in"),
                )
                break


def _near(one: RoutePlace, other: RoutePlace) -> bool:
    return max(abs(one.lat - other.lat), abs(one.lon - other.lon)) < NEAR_DEGREES


def _outside(block: RouteBlock, at: Pointer) -> Iterator[Finding]:
    places = [((*at, "pins", i, "place"), pin.place) for i, pin in enumerate(block.pins)]
    for index, town in enumerate(block.towns):
        here = (*at, "towns", index)
        places.append(((*here, "place"), town.place))
        places += [((*here, "via", i), place) for i, place in enumerate(town.via)]
    for pointer, place in places:
        side = _side(place, block.region)
        if side:
            yield Finding(
                code="E242",
                words=said(
                    side,
                    lat=written(place.lat),
                    lon=written(place.lon),
                ),
                fix=said(
                    "Correct it (are latitude and longitude exchanged?), or enlarge “region”."
                ),
                pointer=pointer,
            )


def _side(place: RoutePlace, region: RouteRegion) -> str:
    """Words for the side on which a place lies outside; empty inside, or for a wrong region."""
    if region.west >= region.east or region.south >= region.north:
        return ""
    sides = {
        _WEST: place.lon < region.west,
        _SOUTH: place.lat < region.south,
        _EAST: place.lon > region.east,
        _NORTH: place.lat > region.north,
    }
    return next((side for side, outside in sides.items() if outside), "")

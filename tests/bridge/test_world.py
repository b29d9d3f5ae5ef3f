"""What QML hears of a map of countries: its room, its names, and where a finger was."""

from __future__ import annotations

from typing import Any

import pytest
from babel import Locale
from PySide6.QtCore import QPointF

from kiosk.bridge import countrynames
from kiosk.bridge.late import LateHelper
from kiosk.bridge.world import WorldGeometry, WorldNames, WorldRegions
from kiosk.bridge.worldpaint import parse
from kiosk.content.countries import COUNTRIES
from kiosk.content.regions import REGIONS

pytestmark = pytest.mark.usefixtures("qapp")

CODES = ["SG", "LT", "EE", "MT", "US"]


def made(helper: LateHelper, **inputs: Any) -> Any:
    for name, value in inputs.items():
        assert helper.setProperty(name, value), name
    helper.componentComplete()
    return helper


def geometry(**more: Any) -> Any:
    room = {"width": 1920.0, "height": 750.0, "cell": 11.4, "codes": CODES}
    vilnius = {"marked": True, "longitude": 25.28, "latitude": 54.69}
    return made(WorldGeometry(), **(room | vilnius | more))


def test_the_map_is_as_large_as_its_room_allows() -> None:
    found = geometry()
    assert found.mapWidth <= 1920
    assert found.mapHeight <= 750
    assert max(found.mapWidth / 1920, found.mapHeight / 750) > 0.98
    assert found.originShown
    assert 0.5 < found.origin.x() / found.mapWidth < 0.6
    assert 0.15 < found.origin.y() / found.mapHeight < 0.25


def test_the_address_is_what_the_painter_reads() -> None:
    found = geometry(region="europe")
    sheet = parse(f"{found.address}?stitch={found.stitch}&lit={found.lit}")
    assert sheet.lit == set(CODES)
    assert sheet.grid.columns * found.stitch == pytest.approx(found.mapWidth)
    assert sheet.grid.bounds.east - sheet.grid.bounds.west < 120


def test_an_origin_far_from_a_region_is_not_shown() -> None:
    assert not geometry(region="asia", codes=["SG"], height=400.0, width=500.0).originShown
    assert not geometry(marked=False).originShown


def test_no_room_no_map() -> None:
    assert geometry(width=0.0).address == ""


def test_a_finger_finds_the_region() -> None:
    found = geometry()
    assert found.touchedRegion == ""
    found.setProperty("touched", found.origin)
    assert found.touchedRegion == "europe"
    found.setProperty("touched", QPointF(10, found.mapHeight - 10))
    assert found.touchedRegion == ""


def test_regions_and_counts_in_the_language() -> None:
    found = made(WorldRegions(), codes=[*CODES, "LT"], language="lt")
    assert found.keys == ["europe", "asia", "americas"]
    assert found.names == ["Europa", "Azija", "Amerika"]
    assert found.counts == [3, 1, 1]
    assert found.total == 5
    assert found.openSea


def test_names_by_the_alphabet_of_the_language() -> None:
    codes = ["CZ", "HR", "EE", "CY", "ES", "AT"]
    inputs = {"codes": codes, "language": "lt", "region": "europe"}
    assert made(WorldNames(), **inputs).names == [
        "Austrija",
        "Čekija",
        "Estija",
        "Ispanija",
        "Kroatija",
    ]
    assert len(made(WorldNames(), codes=codes, language="lt").names) == 6


@pytest.mark.parametrize("tag", ["lt", "en", "de", "ar", "ja", "uk", "he"])
def test_names_are_those_of_cldr(tag: str) -> None:
    known = Locale.parse(tag).territories
    assert {code: countrynames.names(tag)[code] for code in COUNTRIES} == {
        code: known[code] for code in COUNTRIES
    }


@pytest.mark.parametrize("tag", ["pt-PT", "zh-Hant", "en-GB", "sr-Latn", "de-LI"])
def test_a_variant_has_its_own_names_and_else_those_of_its_language(tag: str) -> None:
    known = Locale.parse(tag.replace("-", "_")).territories
    found = countrynames.names(tag)
    assert all(found[code] for code in [*COUNTRIES, *REGIONS.values()])
    assert [code for code in COUNTRIES if found[code] != known[code]] == []


def test_a_language_without_names_speaks_english() -> None:
    assert countrynames.names("tlh")["MT"] == "Malta"


def test_pseudo_languages_are_disguised() -> None:
    assert countrynames.names("en-XA")["LT"] != "Lithuania"
    assert countrynames.names("ar-XB")["LT"] != "Lithuania"

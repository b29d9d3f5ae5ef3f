"""The table of countries, the regions they lie in, and the rules of a list of them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from babel import Locale
from babel.core import get_global

from kiosk.bridge.atlas import read_regions
from kiosk.content.blocks.world import WorldBlock
from kiosk.content.check_world import world_findings
from kiosk.content.countries import COUNTRIES
from kiosk.content.regions import REGIONS, regions_of


def world(*codes: str) -> WorldBlock:
    countries = {"label": {"en": "lit"}, "codes": list(codes), "asOf": "2024", "source": "a"}
    return msgspec.convert(
        {"type": "world", "countries": countries, "spoken": {"en": "x"}}, WorldBlock
    )


def findings(*codes: str) -> list[tuple[str, Any, str]]:
    found = world_findings(world(*codes), ("here",))
    return [(one.code, one.pointer[-1], one.words) for one in found]


def test_every_assigned_code_is_there_and_kosovo() -> None:
    aliases = get_global("territory_aliases")
    assigned = {
        codes[0]
        for number, codes in aliases.items()
        if number.isdigit() and number < "900" and len(codes[0]) == 2
    }
    assert set(COUNTRIES) == assigned | {"XK"}
    assert len(COUNTRIES) == 250


def test_every_country_is_on_the_map_and_in_a_region() -> None:
    for code, country in COUNTRIES.items():
        west, south, east, north = country.box
        assert country.region in REGIONS, code
        assert west <= east <= west + 360, code
        assert -180 <= west < 180, code
        assert -90 <= south <= north <= 90, code
        assert len(country.letters) == 3, code
        assert country.name == Locale("en").territories[code]


def test_every_outline_has_its_country() -> None:
    assert set(read_regions().codes) <= set(COUNTRIES)


@pytest.mark.parametrize(
    ("code", "region", "near"),
    [
        ("LT", "europe", (24, 55)),
        ("MT", "europe", (14, 36)),
        ("SG", "asia", (104, 1)),
        ("CY", "asia", (33, 35)),
        ("GF", "americas", (-52, 5)),
        ("FJ", "oceania", (178, -18)),
        ("KE", "africa", (38, 0)),
    ],
)
def test_places(code: str, region: str, near: tuple[float, float]) -> None:
    country = COUNTRIES[code]
    assert country.region == region
    assert abs(country.place[0] - near[0]) < 2
    assert abs(country.place[1] - near[1]) < 2


def test_regions_come_in_their_order_without_unknown_codes() -> None:
    assert regions_of(["FJ", "ZZ", "US", "LT", "LV"]) == ["europe", "americas", "oceania"]


def test_a_step_per_region_after_the_world_but_none_for_a_single_one() -> None:
    assert world("LT", "SG", "US").step_count() == 4
    assert world("LT", "MT").step_count() == 1
    assert msgspec.convert({"type": "world", "spoken": {"en": "x"}}, WorldBlock).step_count() == 1


def test_good_codes_are_not_complained_of() -> None:
    assert findings(*COUNTRIES) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("lt", "LT"),
        ("LTU", "LT"),
        ("Lithuania", "LT"),
        ("UK", "GB"),
        ("EL", "GR"),
        (" DE ", "DE"),
    ],
)
def test_an_unknown_code_is_named_with_what_was_meant(written: str, meant: str) -> None:
    ((code, index, words),) = findings("LV", written)
    assert (code, index) == ("E250", 1)
    assert f"“{written}”" in words
    assert f"Did you mean “{meant}”" in words


def test_a_misspelt_name_has_near_matches() -> None:
    ((_code, _index, words),) = findings("Lituania")
    assert "LITHUANIA" in words or "Lithuania" in words


def test_a_code_twice_is_named_with_its_country() -> None:
    ((code, index, words),) = findings("LT", "LV", "LT")
    assert (code, index) == ("E218", 2)
    assert "Lithuania" in words

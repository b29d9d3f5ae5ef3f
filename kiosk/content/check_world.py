"""Rules of the world block: every code names a country, and none is there twice. No disk, no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.blocks.world import WorldBlock
from kiosk.content.countries import COUNTRIES
from kiosk.content.problems import Finding, Pointer, did_you_mean
from kiosk.said import joined, said


def world_findings(block: WorldBlock, at: Pointer) -> Iterator[Finding]:
    """Findings about the list of countries."""
    if block.countries is None:
        return
    seen: dict[str, int] = {}
    for index, code in enumerate(block.countries.codes):
        here = (*at, "countries", "codes", index)
        first = seen.setdefault(code, index)
        if first != index:
            yield Finding(
                code="E218",
                words=said("{country} is listed twice.", country=_named(code)),
                fix=said("Remove one of the two."),
                pointer=here,
                also=((*here[:-1], first),),
                also_words=said("first in"),
            )
        elif code not in COUNTRIES:
            yield Finding(
                code="E250",
                words=joined(
                    said("There is no country with the code “{code}”.", code=code), _hint(code)
                ),
                fix=said("Take the ISO 3166 code of two capital letters, as SG for Singapore."),
                pointer=here,
            )


def _named(code: str) -> str:
    if code in COUNTRIES:
        return said("“{code}” ({name})", code=code, name=COUNTRIES[code].name)
    return said("“{name}”", name=code)


def _hint(code: str) -> str:
    """What was probably meant: small letters, three letters, a name, or a slip."""
    usual = {"UK": "GB", "EL": "GR", "EN": "GB"}
    known = {country.letters: two for two, country in COUNTRIES.items()}
    known |= {country.name.upper(): two for two, country in COUNTRIES.items()}
    wanted = code.strip().upper()
    found = usual.get(wanted) or known.get(wanted) or (wanted if wanted in COUNTRIES else "")
    if found:
        return said("Did you mean {names}?", names=_named(found))
    return did_you_mean(wanted, known if len(wanted) > len("XX") else COUNTRIES)

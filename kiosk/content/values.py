"""The small value types that every part of a bundle is made of. Imports nothing of the kiosk.

They carry their own rules (lengths, patterns), so that decoding, the JSON Schema and the editor's
forms all read the same statement.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, cast

import msgspec
from msgspec import Meta

Id = Annotated[
    str,
    Meta(
        pattern=r"^[a-z][a-z0-9-]{0,39}$",
        description="A short name for addresses: small letters, digits and hyphens.",
        examples=["old-town"],
    ),
]
TAG = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
"""A BCP 47 language tag as a bundle writes it, as a regular expression."""
LanguageTag = Annotated[
    str,
    Meta(
        pattern=TAG,
        description="A BCP 47 language tag.",
        examples=["en", "lt", "pt-BR"],
    ),
]
# The check looks at the languages of texts. Decoding does not match the same few tags ten thousand
# times, two thirds of its time: a language that the bundle does not name cannot be chosen.
Localized = Annotated[
    dict[str, Annotated[str, Meta(min_length=1, max_length=2000)]],
    Meta(
        min_length=1,
        description="One text in every language of the bundle: language tag to plain text. "
        "Line breaks and soft hyphens (U+00AD) are allowed, markup is not.",
        examples=[{"en": "in the world", "lt": "vieta pasaulyje"}],
        extra_json_schema={"propertyNames": {"pattern": TAG}},
    ),
]
IsoDate = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
        description="A year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD.",
        examples=["2018", "2020-08-23"],
    ),
]
AssetPath = Annotated[
    str,
    Meta(
        max_length=180,
        description="A file inside the bundle, with forward slashes.",
        examples=["assets/chain.jpg"],
    ),
]
IconName = Annotated[
    str,
    Meta(
        description="An icon of the qtawesome package, with its prefix.",
        examples=["mdi6.shield-lock-outline"],
    ),
]
Address = Annotated[
    str,
    Meta(
        pattern=r"^https?://[!-~]+$",
        max_length=400,
        description="A web address, whole, in plain letters. It is shown as text and as a code for "
        "a phone, never opened.",
        examples=["https://example.org/more"],
    ),
]
Decimals = Annotated[int, Meta(ge=0, le=3, description="How many decimals are shown.")]
Number = Annotated[float, Meta(ge=-1e12, le=1e12)]

Slot = Literal["story", "evidence", "full"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel", kw_only=True):
    """Base of everything in a bundle: frozen, camelCase in JSON, unknown keys refused."""


class Picture(Record, frozen=True, kw_only=True):
    """A raster picture of the bundle with its description and, if it is somebody's, its credit."""

    file: AssetPath
    alt: Localized
    credit: Localized | None = None


def sources_of(record: Record) -> Iterator[str]:
    """Every source id that a record and the records in it name, in reading order."""
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field == "source" and value:
            yield value
        elif isinstance(value, Record):
            yield from sources_of(value)
        elif isinstance(value, list):
            for item in cast(list[object], value):
                if isinstance(item, Record):
                    yield from sources_of(item)

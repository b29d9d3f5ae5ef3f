"""What a code says: an address, or a contact as a vCard in the visitor's language."""

from __future__ import annotations

import pytest
import segno

from kiosk.content import limits
from kiosk.content.blocks.takeaway import TakeawayBlock
from kiosk.content.model import Contact, Source
from kiosk.content.takeaway import address, card, code, contact_code, fits, leads_well, lines
from kiosk.content.values import Localized

LARGEST_VERSION = 9
"""53 modules and a quiet zone of 8: at 10u each they are 610u, what a page has room for."""


def english(text: Localized | None) -> str:
    return (text or {}).get("en", "")


CONTACT = Contact(
    name={"en": "Embassy; of A, B"}, email="info@example.org", url="https://example.org/en/"
)


def test_an_address_is_said_as_it_is_and_shown_as_one_types_it() -> None:
    block = TakeawayBlock(url="https://example.org/a?b=c/")
    assert code(block, CONTACT, english) == "https://example.org/a?b=c/"
    assert lines(block, CONTACT, english) == ["example.org/a?b=c"]


def test_a_contact_is_a_vcard_without_what_is_not_there() -> None:
    block = TakeawayBlock(contact=True)
    assert code(block, CONTACT, english).split("\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:Embassy\\; of A\\, B",
        "FN:Embassy\\; of A\\, B",
        "EMAIL:info@example.org",
        "URL:https://example.org/en/",
        "END:VCARD",
    ]
    assert lines(block, CONTACT, english) == [
        "Embassy; of A, B",
        "info@example.org",
        "example.org/en",
    ]


def test_no_text_can_add_a_line_to_a_card() -> None:
    sly = Contact(name={"en": "A\nTEL:1\u00ad2"}, phone="3\r\nURL:x")
    assert len(card(sly, english).split("\n")) == 6


def test_without_address_and_contact_there_is_nothing() -> None:
    for block in (TakeawayBlock(), TakeawayBlock(contact=True)):
        assert code(block, None, english) == ""
        assert lines(block, None, english) == []


def version(text: str) -> int:
    made = segno.make(text, error="m", micro=False, boost_error=False, encoding="utf-8")
    return int(str(made.version))


@pytest.mark.parametrize("letter", ["a", "ž"])
def test_what_fits_has_modules_that_can_be_read(letter: str) -> None:
    most = letter * (limits.CODE_BYTES // len(letter.encode()))
    assert fits(most)
    assert version(most) == LARGEST_VERSION
    assert not fits(most + letter)
    assert version(most + letter) > LARGEST_VERSION
    assert not fits("")


@pytest.mark.parametrize(
    ("url", "hosts", "well"),
    [
        ("https://urm.lt/a", (), True),
        ("http://urm.lt/a", (), False),
        ("javascript:alert(1)", (), False),
        ("https://urm.lt/a", ("urm.lt",), True),
        ("https://www.urm.lt", ("urm.lt",), True),
        ("https://WWW.URM.LT:8443/", ("urm.lt",), True),
        ("https://xurm.lt/a", ("urm.lt",), False),
        ("https://urm.lt.example.org/", ("urm.lt",), False),
        ("https://urm.lt@example.org/", ("urm.lt",), False),
        ("https://example.org/urm.lt", ("urm.lt",), False),
        ("https://[", ("urm.lt",), False),
        ("https://", ("urm.lt",), False),
    ],
)
def test_codes_lead_by_https_and_to_the_hosts_of_the_stand(
    url: str, hosts: tuple[str, ...], *, well: bool
) -> None:
    assert leads_well(url, hosts) is well
    source = Source(id="a", publisher="A", title="B", url=url)
    assert address(source, hosts) == (url if well else "")
    assert code(TakeawayBlock(url=url), None, english, hosts) == (url if well else "")


def test_a_card_keeps_an_address_that_leads_elsewhere_to_itself() -> None:
    assert "URL:" not in contact_code(CONTACT, english, ("urm.lt",))
    assert "EMAIL:info@example.org" in contact_code(CONTACT, english, ("urm.lt",))
    assert lines(TakeawayBlock(contact=True), CONTACT, english)[-1] == "example.org/en"

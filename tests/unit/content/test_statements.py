"""What the default bundle has to tell is told: each statement at its address, with its number.

The table is the promise; the rest proves that every number on the screen has a date and a source,
that whatever is only seen is also said, and that every answer has its why. No Qt.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.content.model import BLOCK_TYPES

ROOT = Path(__file__).parents[3]
DOCUMENT: dict[str, Any] = json.loads((ROOT / "content.json").read_bytes())
LANGUAGES = ("en", "lt")
SETTINGS_OF_A_CHART = {
    *("decimals", "lowest", "lat", "lon", "width", "height", "zoom", "columns"),
    *("across", "down"),  # the focus of a picture
}
"""Numbers of a block that say how it is drawn and are not shown themselves."""


@dataclass(frozen=True)
class Told:
    """A statement, the story or page that tells it, and the words and numbers that must occur."""

    statement: str
    address: str
    en: tuple[str, ...] = ()
    lt: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()


STATEMENTS = (
    Told("since 2004 a member of NATO and of the EU", "cooperation/allies/joined",
         ("NATO", "European Union"), ("NATO", "Europos Sąjungos")),
    Told("how NATO sees it: who said it and when", "cooperation/allies",
         ("Stoltenberg", "vital NATO Ally"), ("Stoltenberg", "svarbi")),
    Told("first to declare its independence restored", "cooperation/allies/first",
         ("11 March 1990", "restored", "first"), ("kovo 11", "atkurianti", "pirmoji"), (124,)),
    Told("the chain from Vilnius through Riga to Tallinn", "cooperation/baltic-way/length",
         ("23 August 1989", "Vilnius through Riga to Tallinn"),
         ("rugpjūčio 23", "nuo Vilniaus per Rygą iki Talino"), (675.5, 202, 262, 211.5)),
    Told("the chain drawn by the finger", "cooperation/baltic-way/map",
         ("Put a finger on Vilnius", "through Riga, to Tallinn"),
         ("Uždėkite pirštą ant Vilniaus", "per Rygą iki Talino"), (675.5,)),
    Told("more than a million people, as a range", "cooperation/baltic-way/people",
         ("1–2 million", "more than one million"), ("1–2\u00a0mln.", "daugiau kaip milijoną")),
    Told("what they asked for", "cooperation/baltic-way/people",
         ("independence be restored", "secret protocols"), ("atkurti nepriklausomybę",)),
    Told("decided in Pärnu, through which it did not pass", "cooperation/baltic-way/decision",
         ("Pärnu itself will not lie on the route",), ("Piarnu į maršrutą nepateks",)),
    Told("the chain of 2020 for Belarus, 31 years later", "cooperation/freedom-way",
         ("Freedom Way", "Medininkai", "Belarusians"),
         ("Laisvės kelias", "Medininkų", "baltarusiai"), (32, 50000, 31)),
    Told("the way to Medininkai, drawn by the finger", "cooperation/freedom-way/map",
         ("Medininkai, by the border with Belarus",), ("Medininkų, prie Baltarusijos sienos",),
         (32, 0)),
    Told("scholarships for students from Belarus", "cooperation/university",
         ("Grand Duchy of Lithuania Scholarship", "€200"),
         ("Lietuvos Didžiosios Kunigaikštystės stipendiją", "200\u00a0€"), (90, 200)),
    Told("transfers for the persecuted", "cooperation/university/offer",
         ("persecuted", "transfer"), ("persekiojami", "persikelti")),
    Told("the travel bubble of 15 May 2020", "cooperation/travel-bubble",
         ("15 May 2020", "first in the EU"), ("gegužės 15",), (506, 3459, 9724)),
    Told("the network of fintech under 17+1, as history", "cooperation/seventeen-one/chapter",
         ("fintech", "17+1", "Lithuania leaves",
          "transport, investment, finance, agriculture, culture, education and health"),
         ("finansinių technologijų koordinavimo centrą", "„17+1“", "Lietuva pasitraukia")),
    Told("the passport: 11th in 2021, with three others", "cooperation/passport/eleventh",
         ("Iceland, Poland and Slovakia", "destinations"),
         ("Islandija, Lenkija ir Slovakija", "kryptimi"), (11, 181)),
    Told("the passport's destinations", "cooperation/passport/map",
         ("destinations",), ("kryptis",), (181,)),
    Told("the passport over the years", "cooperation/passport/doors",
         ("Henley",), ("Henley",), (24, 9, 8)),
    Told("open to partners, consistent in its values", "cooperation",
         ("Open to partners, consistent in its values",), ("ištikima savo vertybėms",)),
    Told("4th in cyber security, behind three; 57th in 2017; 6th in 2020", "cyber/fourth/climb",
         ("United Kingdom", "United States", "France", "Global Cybersecurity Index"),
         ("Jungtinė Karalystė", "JAV", "Prancūzija", "Pasauliniame kibernetinio saugumo indekse"),
         (57, 4, 6)),
    Told("the other index on a page of its own", "cyber/two-indexes/yardsticks",
         ("National Cyber Security Index (NCSI)",),
         ("Nacionalinis kibernetinio saugumo indeksas (NCSI)",), (7, 4, 2)),
    Told("capabilities, crime prevention, state and business", "cyber/how/steps",
         ("capabilities", "crime prevention", "state and business"),
         ("pajėgumus", "nusikaltimų prevenciją", "valstybės ir verslo")),
    Told("new courses for those who guard networks", "cyber/people/counts",
         ("new university courses",), ("naujas kibernetinio saugumo studijas",)),
    Told("the portal's counts beside the official one", "cyber/people/counts",
         ("portal", "official"), ("portalas", "oficialiai"), (10000, 38000, 44500)),
    Told("the rapid response teams and their members", "cyber/rapid-response",
         ("proposed the EU Cyber Rapid Response Teams and coordinates them",),
         ("ES kibernetines greitojo reagavimo pajėgas",), (72,)),
    Told("the nine countries of the teams, dated", "cyber/rapid-response/members",
         ("Nine countries are lit", "Denmark"), ("devynios šalys", "Danija")),
    Told("smart city solutions", "city", ("Smart city solutions",), ("Išmaniojo miesto",)),
    Told("openness to innovation", "innovation",
         ("Openness to innovation",), ("Atvirumas inovacijoms",)),
)  # fmt: skip


def node(address: str) -> dict[str, Any]:
    """The section, story or page at an address of the default bundle."""
    found: dict[str, Any] = DOCUMENT
    for key, part in zip(("sections", "stories", "pages"), address.split("/"), strict=False):
        (found,) = (each for each in found[key] if each["id"] == part)
    return found


def every(value: Any) -> Iterator[Any]:
    """The value and all that is in it."""
    yield value
    if isinstance(value, dict):
        for each in value.values():
            yield from every(each)
    elif isinstance(value, list):
        for each in value:
            yield from every(each)


def words(value: Any, language: str) -> str:
    """All that visitors read there in a language; the presenters' notes are not for them."""
    shown = (e for e in every(value) if isinstance(e, dict) and set(e) == set(LANGUAGES))
    notes = [e["notes"] for e in every(value) if isinstance(e, dict) and "notes" in e]
    return "\n".join(e[language] for e in shown if e not in notes).replace("\u00ad", "")


def numbers(value: Any) -> set[float]:
    """All numbers there."""
    return {e for e in every(value) if isinstance(e, int | float) and not isinstance(e, bool)}


def pages() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every page with its address."""
    for section in DOCUMENT["sections"]:
        for story in section["stories"]:
            for page in story["pages"]:
                yield f"{section['id']}/{story['id']}/{page['id']}", page


def blocks() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every block with the address of its page."""
    for address, page in pages():
        for block in page["blocks"]:
            yield address, block


@pytest.mark.parametrize("told", STATEMENTS, ids=[told.statement for told in STATEMENTS])
def test_the_statement_is_told(told: Told) -> None:
    place = node(told.address)
    for language, wanted in (("en", told.en), ("lt", told.lt)):
        said = words(place, language)
        assert [part for part in wanted if part not in said] == []
    assert [number for number in told.numbers if number not in numbers(place)] == []
    assert told.en
    assert told.lt


def undated(value: Any, known: frozenset[str]) -> Iterator[dict[str, Any]]:
    """The records with a number of their own for which nothing above names source and date."""
    if isinstance(value, list):
        for each in value:
            yield from undated(each, known)
    if not isinstance(value, dict):
        return
    known = known | {"source" for k in value if k == "source"}
    known = known | {"date" for k in value if k in {"asOf", "date", "edition"}}
    own = {k for k, v in value.items() if isinstance(v, int | float) and not isinstance(v, bool)}
    if own - SETTINGS_OF_A_CHART and known != {"source", "date"}:
        yield value
    for each in value.values():
        yield from undated(each, known)


def test_every_number_on_the_screen_has_a_date_and_a_source() -> None:
    assert sum(1 for _, block in blocks() if numbers(block)) > 35
    assert [(a, u) for a, block in blocks() for u in undated(block, frozenset())] == []


def test_a_number_without_date_or_source_would_be_found() -> None:
    bar = {"label": {}, "value": 5}
    assert list(undated({"asOf": "2020", "bars": [bar]}, frozenset())) == [bar]
    assert list(undated({"source": "a", "bars": [bar]}, frozenset())) == [bar]
    assert list(undated({"asOf": "2020", "source": "a", "bars": [bar]}, frozenset())) == []


def test_every_source_that_is_named_is_listed() -> None:
    listed = {source["id"] for source in DOCUMENT["sources"]}
    named = {
        b["source"] for a, p in pages() for b in every(p) if isinstance(b, dict) if "source" in b
    }
    assert named <= listed


def test_what_is_only_seen_is_also_said() -> None:
    speaking = {
        name
        for name, kind in BLOCK_TYPES.items()
        for part in msgspec.structs.fields(kind)
        if part.name == "spoken"
    }
    assert {"bars", "ranking", "timeline"} <= speaking
    mute = [a for a, b in blocks() if b["type"] in speaking and not b.get("spoken")]
    assert mute == []


def test_every_answer_has_its_why_and_its_source() -> None:
    questions = [(a, q) for a, b in blocks() if b["type"] == "quiz" for q in b["questions"]]
    assert len(questions) >= 16
    assert [a for a, q in questions if not (q.get("why") and q.get("source"))] == []


def test_every_picture_says_what_it_shows() -> None:
    pictures = [each for each in every(DOCUMENT) if isinstance(each, dict) and "file" in each]
    assert pictures
    assert [each["file"] for each in pictures if not each.get("alt")] == []


def test_there_is_enough_to_tell() -> None:
    assert [section["id"] for section in DOCUMENT["sections"]] == [
        "cooperation",
        "cyber",
        "city",
        "innovation",
    ]
    assert sum(len(section["stories"]) for section in DOCUMENT["sections"]) >= 26
    assert len(list(pages())) >= 40


def test_no_page_is_plain_text_alone() -> None:
    assert [a for a, page in pages() if {b["type"] for b in page["blocks"]} <= {"text"}] == []


def test_every_text_is_there_in_both_languages() -> None:
    texts = [
        each for each in every(DOCUMENT) if isinstance(each, dict) and set(each) & set(LANGUAGES)
    ]
    assert len(texts) > 400
    assert [each for each in texts if set(each) != set(LANGUAGES) or not all(each.values())] == []


def test_every_type_of_block_is_shown_by_a_bundle() -> None:
    museum = json.loads((ROOT / "tests/fixtures/museum/content.json").read_bytes())
    shown = {
        each["type"]
        for document in (DOCUMENT, museum)
        for each in every(document["sections"])
        if isinstance(each, dict) and each.get("type") in BLOCK_TYPES
    }
    assert set(BLOCK_TYPES) - shown == set()

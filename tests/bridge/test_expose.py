"""Records as typed objects: names, values per language, and what is said when a text is missing."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QObject

from kiosk.bridge.expose import camel, expose, exposed_type
from kiosk.bridge.reading import Reading, drawable
from kiosk.bridge.registry import staff_types, uncreatable_types
from kiosk.bridge.session import Session
from kiosk.catalogs import interface_text
from kiosk.content.model import BLOCK_TYPES, Source
from kiosk.factory import default_content
from kiosk.store import reader
from tests.bridge.conftest import Walk

FINAL_NAMES = {"data", "resources", "children", "states", "state", "x", "y", "z", "objectName"}


def blocks(session: Session, walk: Walk, language: str) -> list[Any]:
    walk("begin", ("openStory", "one", "first"), ("setLanguage", language))
    return session.property("page").property("blocks")


@pytest.mark.parametrize(
    ("language", "number", "date"),
    [
        ("en", "9,724.5", "23\u00a0August 2020"),
        ("lt", "9\u00a0724,5", "2020\u00a0m. rugpjūčio 23\u00a0d."),
    ],
)
def test_numbers_and_dates_by_language(
    session: Session, walk: Walk, language: str, number: str, date: str
) -> None:
    figure = blocks(session, walk, language)[0]
    assert figure.property("valueText") == number
    assert figure.property("asOfText") == date
    assert figure.property("asOfYear") == "2020"
    assert figure.property("value") == 9724.5


@pytest.mark.parametrize(
    ("language", "name", "shown"),
    [
        ("en", "2021-01", "Jan 2021"),
        ("lt", "2021-01", "2021 saus."),
        ("en", "2018", "2018"),
        ("en", "Winter 2020", "Winter 2020"),
        ("en", "2021-13", "2021-13"),
    ],
)
def test_an_edition_that_is_a_month_is_written_out(language: str, name: str, shown: str) -> None:
    bundle = reader.load(default_content()).bundle
    reading = Reading(bundle, language, partial(interface_text, language), str, str)
    assert reading.edition(name).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("language", "day", "month", "short"),
    [
        ("en", "30 June 2018", "June 2018", "Jun 2018"),
        ("lt", "2018 m. birželio 30 d.", "2018 m. birželio mėn.", "2018 birž."),
        ("pl", "30 czerwca 2018", "czerwiec 2018", "cze 2018"),
        ("de", "30. Juni 2018", "Juni 2018", "Jun 2018"),
        ("ru", "30 июня 2018 г.", "июнь 2018 г.", "июнь 2018 г."),
        ("fi", "30. kesäkuuta 2018", "kesäkuu 2018", "kesä 2018"),
        ("hu", "2018. június 30.", "2018. június", "2018. jún."),
        ("ja", "2018年6月30日", "2018年6月", "2018年6月"),
        ("lv", "2018. gada 30. jūnijs", "2018. gada jūnijs", "2018. gada jūn."),
        ("es", "30 de junio de 2018", "junio de 2018", "jun de 2018"),
        ("pt-BR", "30 de junho de 2018", "junho de 2018", "jun. de 2018"),
    ],
)
def test_dates_are_written_as_the_language_has_them(
    language: str, day: str, month: str, short: str
) -> None:
    bundle = reader.load(default_content()).bundle
    reading = Reading(bundle, language, partial(interface_text, language), str, str)
    written = (reading.date("2018-06-30"), reading.date("2018-06"), reading.edition("2018-06"))
    assert [text.replace("\u00a0", " ") for text in written] == [day, month, short]


def test_a_line_never_ends_inside_an_ordinal() -> None:
    assert drawable("Iš 57-osios į 4-ąją") == "Iš 57\u2011osios į 4\u2011ąją"
    assert drawable("2019-07, well-known") == "2019-07, well-known"


def test_a_missing_text_falls_back_and_is_marked(session: Session, walk: Walk) -> None:
    figure, words, _ranking = blocks(session, walk, "lt")
    assert words.property("text") == "Some words"
    assert words.property("fallbackName") == "English"
    assert figure.property("fallbackName") == ""
    assert session.property("page").property("fallbackName") == "English"


def test_optional_parts_are_empty_not_missing(session: Session, walk: Walk) -> None:
    figure, _words, ranking = blocks(session, walk, "en")
    assert figure.property("suffix") == ""
    assert ranking.property("lowest") == 0
    assert ranking.property("neighbours") == []
    assert session.property("story").property("picture") is None


def test_addresses_numbers_and_icons(session: Session, walk: Walk) -> None:
    walk("begin", ("openStory", "two", "third"))
    assert session.property("story").property("address") == "two/third"
    assert session.property("section").property("number") == 2
    assert session.property("section").property("iconGlyph") == "MDI6.EARTH"


def test_every_exposed_property_is_constant_or_tells_and_hides_nothing() -> None:
    living = {Session, *staff_types()}
    for cls in uncreatable_types():
        meta = cls.staticMetaObject  # type: ignore[attr-defined]
        for i in range(QObject.staticMetaObject.propertyCount(), meta.propertyCount()):
            told = meta.property(i).isConstant() or (
                cls in living and meta.property(i).hasNotifySignal()
            )
            assert told, (cls, meta.property(i).name())
            assert meta.property(i).name() not in FINAL_NAMES


def test_every_block_type_has_an_exposed_type_with_its_kind(session: Session) -> None:
    known = {cls.__name__ for cls in uncreatable_types()}
    for record in BLOCK_TYPES.values():
        assert record.__name__ in known
        assert {"type", "slot", "fallbackName"} <= exposed_type(record).qml_types.keys()
    assert session is not None


def test_camel() -> None:
    assert [camel(name) for name in ("as_of", "title", "less_motion")] == [
        "asOf",
        "title",
        "lessMotion",
    ]


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“We”"),
        ("lt", "„Mes“"),
        ("fr", "«\u00a0Nous\u00a0»"),
        ("de", "“We”"),  # falls back, with the marks of the language that is shown
    ],
)
def test_words_stand_between_the_marks_of_their_language(language: str, quoted: str) -> None:
    bundle = reader.load(default_content()).bundle
    reading = Reading(bundle, language, str, str, str)
    words = {"en": "We", "lt": "Mes", "fr": "Nous"}
    assert reading.quoted(words) == quoted
    assert quoted.startswith(reading.opening_mark(words))


def test_a_minus_is_a_minus() -> None:
    bundle = reader.load(default_content()).bundle
    for language in ("en", "lt"):
        reading = Reading(bundle, language, str, str, str)
        assert reading.number(-3.2, 1)[0] == "\u2212"
        assert reading.number(-0.04, 1) == reading.number(-0.0, 1) == reading.number(0, 1)
        assert reading.number(-0.06, 1) != reading.number(0.06, 1)


@pytest.mark.parametrize(("decimals", "text"), [(0, "95"), (1, "95.2"), (2, "95.20")])
def test_a_value_has_the_decimals_of_the_block_it_is_in(decimals: int, text: str) -> None:
    points = [{"date": "2020", "value": 95.2}, {"date": "2021", "value": None}]
    block = {
        "type": "line",
        "title": {"en": "x"},
        "decimals": decimals,
        "series": [{"points": points}],
        "spoken": {"en": "x"},
        "source": "a",
    }
    bundle = reader.load(default_content()).bundle
    record = msgspec.convert(block, BLOCK_TYPES["line"])
    exposed = expose(record, Reading(bundle, "en", str, str, str))
    (series,) = exposed.property("series")
    assert [point.property("valueText") for point in series.property("points")] == [text, ""]


@pytest.mark.parametrize(("hosts", "leads"), [((), True), (("a.lt",), True), (("b.lt",), False)])
def test_codes_lead_only_to_the_hosts_of_the_stand(hosts: tuple[str, ...], *, leads: bool) -> None:
    bundle = reader.load(default_content()).bundle
    reading = Reading(bundle, "en", str, str, str, hosts=hosts).for_page([])
    url = "https://www.a.lt/more"
    source = Source(id="x", publisher="P", title="T", url=url)
    assert expose(source, reading).property("code") == (url if leads else "")
    assert expose(source, reading).property("bare") == "www.a.lt/more"
    block = msgspec.convert({"type": "takeaway", "url": url}, BLOCK_TYPES["takeaway"])
    assert expose(block, reading).property("code") == (url if leads else "")

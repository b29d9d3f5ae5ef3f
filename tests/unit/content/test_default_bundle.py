"""The default bundle keeps its promises: addresses, sources, dates, both languages, lengths, words.

It reads content.json at the root of the repository, as `kiosk run` does. No Qt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk import icons
from kiosk.content.blocks.bars import BarsBlock
from kiosk.content.blocks.figure import FigureBlock
from kiosk.content.blocks.figures import FiguresBlock, FiguresItem
from kiosk.content.blocks.quiz import QuizBlock, QuizQuestion
from kiosk.content.blocks.ranking import RankingBlock
from kiosk.content.blocks.route import RouteBlock
from kiosk.content.blocks.text import TextBlock
from kiosk.content.blocks.timeline import TimelineBlock, TimelineEvent
from kiosk.content.coverage import Coverage
from kiosk.content.model import Bundle, Page, Story, decode
from kiosk.store.inspect import check_folder

ROOT = Path(__file__).parents[3]
RAW = (ROOT / "content.json").read_bytes()
LANGUAGES = ("en", "lt")
LATEST = "2026-11"

STORIES = (
    "cooperation/baltic-way",
    "cooperation/freedom-way",
    "cooperation/university",
    "cooperation/quiz",
    "cooperation/travel-bubble",
    "cooperation/passport",
    "cooperation/allies",
    "cooperation/seventeen-one",
    "cyber/fourth",
    "cyber/two-indexes",
    "cyber/how",
    "cyber/quiz",
    "cyber/rapid-response",
    "cyber/missions",
    "cyber/people",
    "city/digital-twin",
    "city/one-app",
    "city/tap-and-ride",
    "city/quiz",
    "city/air",
    "city/green-capital",
    "city/dancer",
    "city/robot",
    "city/connected",
    "innovation/laser",
    "innovation/gene-scissors",
    "innovation/fintech",
    "innovation/quiz",
    "innovation/centrolink",
    "innovation/sandbox",
    "innovation/digital-state",
    "innovation/govtech",
    "innovation/unicorns",
)
"""Addresses that are printed on leaflets and in codes: they may be added to, never renamed."""

FORBIDDEN = (
    r"\bcurrently\b",
    r"\bnow\b",
    r"\btoday\b",
    r"\bunbroken\b",
    r"\balways (been )?peaceful",
    r"\btourism revenue",
    r"\b181 countries",
    r"\bdigital leader",
    r"\bWay of Freedom\b",
    r"šiuo metu",
    r"\bdabar\b",
    r"\bšiandien\b",
    r"nenutrūk",
    r"visada taik",
    r"pajam",
    r"\b181 šal",
    r"!",
)
"""Words of visitor texts that age, overstate, or say what the sources do not."""


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    """The decoded default bundle."""
    return decode(RAW)


def stories(bundle: Bundle) -> Iterator[tuple[str, Story]]:
    """Every story with its address."""
    for section in bundle.sections:
        for story in section.stories:
            yield f"{section.id}/{story.id}", story


def pages(bundle: Bundle) -> Iterator[tuple[str, Page]]:
    """Every page with its address."""
    for address, story in stories(bundle):
        for page in story.pages:
            yield f"{address}/{page.id}", page


def blocks(bundle: Bundle, kind: type) -> Iterator[tuple[str, Any]]:
    """Every block of a type with the address of its page."""
    for address, page in pages(bundle):
        for block in page.blocks:
            if isinstance(block, kind):
                yield address, block


def texts(value: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every localized text of the raw document with its pointer."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from texts(each, f"{pointer}/{index}")
    elif isinstance(value, dict) and value and set(value) <= set(LANGUAGES):
        yield pointer, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts(each, f"{pointer}/{key}")


def visitor_texts() -> Iterator[tuple[str, str, str]]:
    """Pointer, language and words of all that visitors read: all but the presenters' notes."""
    for pointer, localized in texts(json.loads(RAW)):
        if not pointer.endswith("/notes"):
            for language, words in localized.items():
                yield pointer, language, words


def count(words: str) -> int:
    """Words as a reader counts them: what is tied by a no-break space is one."""
    return len(re.split(r"[ \n]+", words.strip()))


def too_long(found: Iterator[tuple[str, dict[str, str] | None]], limit: int) -> list[str]:
    """The texts of the found ones that have more words than the limit."""
    return [
        f"{address}: {count(words)} words: {words}"
        for address, localized in found
        for words in (localized or {}).values()
        if count(words) > limit
    ]


def test_every_story_is_at_its_address(bundle: Bundle) -> None:
    assert tuple(address for address, _ in stories(bundle)) == STORIES


def test_there_are_forty_pages_and_more(bundle: Bundle) -> None:
    assert len(list(pages(bundle))) >= 40


def test_the_check_finds_nothing() -> None:
    problems = check_folder(ROOT, icons=frozenset(icons.glyphs()), coverage=Coverage())
    assert [f"{p.code} {p.place}: {p.words}" for p in problems] == []


def test_every_text_speaks_both_languages() -> None:
    found = list(texts(json.loads(RAW)))
    assert len(found) > 400
    assert [pointer for pointer, text in found if tuple(text) != LANGUAGES] == []


def test_the_document_is_written_by_hand_and_stays_readable() -> None:
    document = json.loads(RAW)
    assert RAW.decode() == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def test_every_page_shows_more_than_text(bundle: Bundle) -> None:
    bare = [a for a, page in pages(bundle) if all(isinstance(b, TextBlock) for b in page.blocks)]
    assert bare == []


def test_a_page_has_one_piece_of_evidence_at_most(bundle: Bundle) -> None:
    crowded = [a for a, page in pages(bundle) if sum(b.slot != "story" for b in page.blocks) > 1]
    assert crowded == []


def test_few_pages_leave_the_evidence_side_to_the_weave(bundle: Bundle) -> None:
    woven = [a for a, page in pages(bundle) if all(b.slot == "story" for b in page.blocks)]
    assert len(woven) <= len(list(pages(bundle))) / 4


def test_every_text_of_a_page_names_its_source(bundle: Bundle) -> None:
    assert [a for a, block in blocks(bundle, TextBlock) if not block.source] == []


def test_no_number_is_dated_in_the_future(bundle: Bundle) -> None:
    dates = [(a, block.as_of) for a, block in blocks(bundle, FigureBlock | BarsBlock)]
    for address, block in blocks(bundle, FiguresBlock):
        dates += [(address, item.as_of) for item in block.items]
    assert len(dates) > 50
    assert [(a, date) for a, date in dates if date > LATEST] == []


def test_every_source_is_named_somewhere_and_has_an_address_or_a_year(bundle: Bundle) -> None:
    named = set(re.findall(r'"source": "([^"]+)"', RAW.decode()))
    assert {source.id for source in bundle.sources} == named
    assert [s.id for s in bundle.sources if not (s.url or s.year)] == []


def test_the_attract_number_is_dated_and_counts_destinations(bundle: Bundle) -> None:
    scene = next(scene for scene in bundle.attract if scene.scene == "number")
    assert scene.value == 181
    assert "destinations" in scene.line["en"]
    assert "2025" in scene.line["en"]
    assert "2025" in scene.line["lt"]


def test_words_fit_their_places(bundle: Bundle) -> None:
    events = [(a, e) for a, block in blocks(bundle, TimelineBlock) for e in block.events]
    questions = [(a, q) for a, block in blocks(bundle, QuizBlock) for q in block.questions]
    long = [
        *too_long(((s.id, s.lead) for s in bundle.sections), 16),
        *too_long(((s.scene, s.line) for s in bundle.attract), 7),
        *too_long(((a, story.title) for a, story in stories(bundle)), 5),
        *too_long(((a, story.tile.fact) for a, story in stories(bundle)), 3),
        *too_long(((a, block.text) for a, block in blocks(bundle, TextBlock)), 60),
        *too_long(((a, block.title) for a, block in blocks(bundle, BarsBlock | RankingBlock)), 7),
        *too_long(((a, bar.label) for a, b in blocks(bundle, BarsBlock) for bar in b.bars), 3),
        *too_long(((a, event.title) for a, event in events), 5),
        *too_long(((a, event.text) for a, event in events), 28),
        *too_long(((a, question.question) for a, question in questions), 14),
        *too_long(((a, question.why) for a, question in questions), 25),
        *too_long(((a, answer.text) for a, q in questions for answer in q.answers), 5),
    ]
    assert long == []


def test_the_words_of_a_route_fit_beside_its_map(bundle: Bundle) -> None:
    routes = list(blocks(bundle, RouteBlock))
    names = [(a, place.name) for a, b in routes for place in (*b.towns, *b.pins)]
    long = [
        *too_long(((a, block.title) for a, block in routes), 5),
        *too_long(((a, block.text) for a, block in routes), 18),
        *too_long(((a, block.note) for a, block in routes), 8),
        *too_long(((a, block.closing.text) for a, block in routes), 12),
        *too_long(((a, name) for a, name in names), 6),
    ]
    assert long == []


def test_the_routes_have_the_measured_length(bundle: Bundle) -> None:
    lengths = {address: block.towns[-1].km for address, block in blocks(bundle, RouteBlock)}
    assert lengths == {"cooperation/baltic-way/map": 675.5, "cooperation/freedom-way/map": 32}


def test_the_baltic_way_never_goes_through_parnu(bundle: Bundle) -> None:
    route = next(block for address, block in blocks(bundle, RouteBlock) if "baltic" in address)
    (parnu,) = route.pins
    assert parnu.name["en"].startswith("Pärnu")
    assert [town.name["en"] for town in route.towns if town.capital] == [
        "Vilnius",
        "Riga",
        "Tallinn",
    ]
    for town in route.towns:
        for place in (town.place, *town.via):
            assert abs(place.lat - parnu.place.lat) + abs(place.lon - parnu.place.lon) > 0.3


def test_a_text_beside_a_figure_is_short(bundle: Bundle) -> None:
    beside = [
        (address, block.text)
        for address, page in pages(bundle)
        if any(isinstance(each, FigureBlock | FiguresBlock) for each in page.blocks)
        for block in page.blocks
        if isinstance(block, TextBlock)
    ]
    assert len(beside) > 25
    assert too_long(iter(beside), 30) == []


def test_page_titles_have_three_lines_at_most(bundle: Bundle) -> None:
    assert [a for a, page in pages(bundle) for w in page.title.values() if len(w) > 56] == []


def test_long_headline_words_may_be_parted(bundle: Bundle) -> None:
    titles = [section.title for section in bundle.sections]
    titles += [story.title for _, story in stories(bundle)]
    titles += [page.title for _, page in pages(bundle)]
    parts = [p for title in titles for w in title.values() for p in re.split("[\\s\u00ad-]+", w)]
    assert [part for part in parts if len(part) > 15] == []


def test_charts_and_timelines_say_aloud_what_they_show(bundle: Bundle) -> None:
    shown = list(blocks(bundle, BarsBlock | RankingBlock | RouteBlock | TimelineBlock))
    assert len(shown) > 30
    mute = [
        a for a, block in shown for words in block.spoken.values() if not re.search(r"\d", words)
    ]
    assert mute == []


def test_a_quiz_of_fair_questions_is_among_the_first_tiles_of_every_section(bundle: Bundle) -> None:
    for section in bundle.sections:
        (quiz,) = section.stories[3].pages[0].blocks
        assert isinstance(quiz, QuizBlock)
        assert [fair(question) for question in quiz.questions] == [True] * len(quiz.questions)


def fair(question: QuizQuestion) -> bool:
    """Three or four answers of different words, one of them right."""
    answers = question.answers
    different = all(len({a.text[tag] for a in answers}) == len(answers) for tag in LANGUAGES)
    return len(answers) in {3, 4} and sum(a.correct for a in answers) == 1 and different


def test_the_right_answer_is_not_always_in_the_same_place(bundle: Bundle) -> None:
    for _, quiz in blocks(bundle, QuizBlock):
        places = {[a.correct for a in question.answers].index(True) for question in quiz.questions}
        assert len(places) > 1


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_forbidden_words_stay_away(pattern: str) -> None:
    found = [p for p, _, words in visitor_texts() if re.search(pattern, words, re.IGNORECASE)]
    assert found == []


def test_seventeen_plus_one_is_only_told_as_dated_history(bundle: Bundle) -> None:
    pointers = {p for p, _, words in visitor_texts() if "17+1" in words or "16+1" in words}
    story = next(story for address, story in stories(bundle) if address.endswith("seventeen-one"))
    (timeline,) = story.pages[0].blocks
    assert isinstance(timeline, TimelineBlock)
    place = bundle.sections[0].stories.index(story)
    events = f"/sections/0/stories/{place}/pages/0/blocks/0/events/"
    assert all(pointer.startswith(events) for pointer in pointers)
    last: TimelineEvent = timeline.events[-1]
    assert last.date == "2021-05"


def test_the_portals_counts_stand_beside_the_official_one(bundle: Bundle) -> None:
    page = next(page for address, page in pages(bundle) if address == "cyber/people/counts")
    figures = next(block for block in page.blocks if isinstance(block, FiguresBlock))
    shown: dict[float, FiguresItem] = {item.value: item for item in figures.items}
    assert shown[44500].as_of == "2020"
    assert {shown[38000].source, shown[10000].source} == {"portal-2021"}
    assert shown[38000].as_of == shown[10000].as_of == "2021"


def lithuanian() -> Iterator[tuple[str, str]]:
    """Every Lithuanian text with its pointer, the presenters' notes included."""
    for pointer, localized in texts(json.loads(RAW)):
        yield pointer, localized["lt"]


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ("a decimal comma", r"\d\.\d"),
        ("a narrow space in thousands", r"[1-9]\d{0,2}[,. \u00a0]\d{3}(?!\d)"),
        ("„these quotation marks“", r"[\"”«»]|“\w"),
        ("a no-break space before m., d., proc., mln., km", r"\d (m|d|proc|mln|mlrd|km)\b"),
        ("a dash between spaces, never a hyphen", r" - "),
        ("no familiar imperative", r"\b(braukite|palieskite) tu\b|\b(spausk|rinkis|pasirink)\b"),
    ],
)
def test_lithuanian_is_typeset_as_lithuanian(rule: str, wrong: str) -> None:
    assert [f"{p}: {w} ({rule})" for p, w in lithuanian() if re.search(wrong, w)] == []


def test_lithuanian_quotation_marks_come_in_pairs() -> None:
    assert [p for p, words in lithuanian() if words.count("„") != words.count("“")] == []


def test_english_is_typeset_as_english() -> None:
    english = [(p, text["en"]) for p, text in texts(json.loads(RAW))]
    assert [p for p, words in english if re.search(r"['\"„]| - |\d \d{3}|\bcenter\b", words)] == []

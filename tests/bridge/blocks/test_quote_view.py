"""The quote view: marks of the language, the thread that leads to who said it, sizes that fit."""

from __future__ import annotations

from typing import Any

import pytest

LONG = " ".join(["We are taking our freedom back, hand in hand."] * 4)


def quote(text: str = "We are free.", **more: Any) -> dict[str, Any]:
    block = {"type": "quote", "text": {"en": text, "lt": "Esame laisvi."}}
    person = {"name": {"en": "Somebody", "lt": "Kažkas"}, "asOf": "1990-03", "source": "a"}
    return block | person | more


def test_the_marks_are_those_of_the_language(stage: Any) -> None:
    shown = stage.show(quote())
    assert "We are free.”" in shown.words()
    assert "“" in shown.words()
    shown.give(block=stage.exposed(quote(), "lt"))
    assert "Esame laisvi.“" in shown.words()
    assert "„" in shown.words()


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_opening_mark_hangs_before_the_words(stage: Any, mirrored: bool) -> None:
    text = "نحن أحرار" if mirrored else "We are free."
    shown = stage.show(quote(text), mirrored=mirrored)
    found = {item.property("text"): shown.ink(item) for item in shown.texts()}
    mark = found["“"]
    words = next(box for said, box in found.items() if said.endswith("”"))
    assert (mark.left() >= words.right()) if mirrored else (mark.right() <= words.left())
    assert shown.place(shown.view).contains(mark.center())


def test_words_against_the_direction_keep_their_mark(stage: Any) -> None:
    assert "“We are free.”" in stage.show(quote(), mirrored=True).words()


@pytest.mark.parametrize(
    ("said_in", "language", "said"), [("en", "en", False), ("en", "lt", True), (None, "lt", False)]
)
def test_a_translation_says_so(stage: Any, said_in: str | None, language: str, said: bool) -> None:
    block = quote(**({"saidIn": said_in} if said_in else {}))
    shown = stage.show(block)
    shown.give(block=stage.exposed(block, language))
    assert any("translated" in words for words in shown.words()) is said


def test_it_is_spoken_with_who_said_it(stage: Any) -> None:
    shown = stage.show(quote(role={"en": "An author"}))
    spoken = [stage.call("spoken", item) for item in shown.items("Headline")]
    assert spoken == ["“We are free.” Somebody An author"]


def test_the_thread_leads_to_the_light_beside_the_name(stage: Any, wait: Any) -> None:
    shown = stage.show(quote(), less=False, arrived=False)
    assert shown.items("RankingDot") == []
    shown.give(arrived=True)
    wait(1600)
    (light,) = shown.items("RankingDot")
    name = next(text for text in shown.texts() if text.property("text") == "Somebody")
    assert shown.place(light).y() == pytest.approx(shown.place(name).center().y(), abs=6)
    shown.give(arrived=False)
    shown.give(arrived=True)
    assert shown.view.property("progress") == 1


def test_long_words_are_set_smaller_where_there_is_less_room(stage: Any) -> None:
    shown = stage.show(quote(LONG), heightRoom=2000)
    high = shown.view.height()
    shown.give(heightRoom=560)
    assert shown.view.property("implicitHeight") < high
    assert shown.view.property("implicitHeight") <= 560
    assert shown.view.property("leastHeight") <= 560


@pytest.mark.parametrize("text", ["standard", "large", "largest"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1024, 768)])
def test_a_long_word_stays_in_its_column(stage: Any, size: tuple[int, int], text: str) -> None:
    block = quote("Nepriklausomybininkai nebeprisikiškiakopūsteliaudavome.")
    shown = stage.show(block, size, text=text, heightRoom=600)
    edge = shown.place(shown.view)
    assert all(shown.ink(item).right() <= edge.right() + 2 for item in shown.texts())

"""A text of the interface is found in its catalog as gettext finds it, without reading the rest."""

from __future__ import annotations

import gettext
import subprocess
import sys

import pytest

from kiosk import program
from kiosk.catalogs import LOCALE_FOLDER, catalog, interface_text

LANGUAGES = sorted(path.parent.name for path in LOCALE_FOLDER.glob("*/kiosk.mo"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_is_what_gettext_says(language: str) -> None:
    with (LOCALE_FOLDER / language / "kiosk.mo").open("rb") as file:
        whole = gettext.GNUTranslations(file)
    texts = {key if isinstance(key, str) else key[0] for key in vars(whole)["_catalog"]} - {""}
    assert texts
    assert {text: interface_text(language, text) for text in texts} == {
        text: whole.gettext(text) for text in texts
    }


@pytest.mark.parametrize("text", ["", "No such text", "\N{LATIN SMALL LETTER Z WITH CARON}", "A"])
def test_what_is_in_no_catalog_stays_as_it_is(text: str) -> None:
    assert interface_text("lt", text) == text
    assert interface_text("xx", text) == text


def test_a_region_speaks_its_language() -> None:
    assert interface_text("lt-LT", "Touch to begin") == interface_text("lt", "Touch to begin")
    assert interface_text("lt", "Touch to begin") != "Touch to begin"


def test_forms_follow_the_number() -> None:
    forms = {interface_text("lt", "Back in %n minutes", count) for count in (1, 2, 10)}
    assert forms == {
        catalog("lt").ngettext("Back in %n minutes", "Back in %n minutes", n) for n in (1, 2, 10)
    }
    assert len(forms) > 1


def test_one_text_does_not_bring_the_whole_catalog() -> None:
    """The attract screen asks for it before its first frame."""
    code = (
        "from kiosk import catalogs\n"
        "print(catalogs.interface_text('lt', 'Touch to begin') != 'Touch to begin',"
        " catalogs.catalog.cache_info().currsize)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=program.FOLDER, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "0"]

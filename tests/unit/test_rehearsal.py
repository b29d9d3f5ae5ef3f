"""The rehearsal: what it says about a bundle, and what it makes of a child that goes wrong.

The real child draws small bundles; children that hang or crash are little programs of the test,
since no bundle can do that.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands import rehearse as child
from kiosk.rehearsal import RehearsalStoppedError, message, rehearse
from kiosk.said import unpacked
from tests.bridge.conftest import document, words

SAY = "import sys, time, os\ndef say(*a):\n    import json\n    print(json.dumps(a), flush=True)\n"
AT = 'say("at", 3, 9, "cyber/fourth/start", "Deutsch")\n'


def bundle(folder: Path, document: dict[str, Any]) -> Path:
    """A bundle on disk."""
    folder.mkdir(exist_ok=True)
    (folder / "content.json").write_text(json.dumps(document), encoding="utf-8")
    return folder


def acted(folder: Path, body: str, **more: Any) -> list[str]:
    """What a rehearsal says when the child is this program."""
    script = folder / "child.py"
    script.write_text(SAY + body, encoding="utf-8")
    return rehearse(folder, program=[sys.executable, str(script)], **more)


def test_a_sound_bundle_passes_in_all_its_languages(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    found = rehearse(bundle(tmp_path, document()), progress=lambda *numbers: seen.append(numbers))
    assert found == []
    total = seen[0][1]
    assert [number for number, _ in seen] == list(range(1, total + 1))
    assert total >= 2 * 5  # two languages, and every step of four pages


def test_a_letter_that_no_font_has_is_named_with_page_and_language(tmp_path: Path) -> None:
    odd = document()
    odd["sections"][1]["stories"][0]["pages"][0]["blocks"] = [words("Some \U00010900 words")]
    odd["attract"][0]["line"] = {"en": "Line", "lt": "\U00010901"}
    found = rehearse(bundle(tmp_path, odd), portrait=True)
    assert [
        line for line in found if "U+10900" in line and line.startswith("two/third/last, English")
    ]
    attract = [line for line in found if "U+10901" in line]
    assert [line[: line.index(":")] for line in attract] == ["attract loop, Lietuvių"]


def test_content_that_cannot_be_read_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "content.json").write_text("{", encoding="utf-8")
    found = rehearse(tmp_path)
    assert len(found) == 1
    assert "not JSON" in found[0]


def test_a_block_that_cannot_be_drawn_is_named(tmp_path: Path, capfd: Any) -> None:
    child._left_out("one/first/start", "ranking", "no such view\n")
    word, words = json.loads(capfd.readouterr().out)
    assert (word, unpacked(words)) == (
        "fault",
        "The block “ranking” of one/first/start cannot be drawn: no such view",
    )


def test_a_fault_gets_the_place_where_it_came_up(tmp_path: Path) -> None:
    found = acted(tmp_path, AT + 'say("fault", "Bad.")\nsay("fault", "Bad.")\nsay("done")')
    assert found == ["cyber/fourth/start, Deutsch: Bad."]


def test_many_faults_are_counted(tmp_path: Path) -> None:
    found = acted(tmp_path, 'for n in range(70): say("fault", str(n))\nsay("done")')
    assert len(found) == 21
    assert "50 more" in found[-1]


def test_a_child_that_hangs_is_given_up(tmp_path: Path) -> None:
    begun = time.monotonic()
    found = acted(tmp_path, AT + "time.sleep(600)", patience=1.5)
    assert time.monotonic() - begun < 30
    assert found == ["cyber/fourth/start, Deutsch: The picture did not come within 2 seconds."]


def test_a_child_that_goes_on_is_not_given_up(tmp_path: Path) -> None:
    slow = 'for n in range(8):\n    say("at", n, 8, "x", "y"); time.sleep(0.5)\nsay("done")'
    assert acted(tmp_path, slow, patience=3) == []


@pytest.mark.parametrize("end", ["os.abort()", "os.kill(os.getpid(), 9)", "sys.exit(3)"])
def test_a_child_that_crashes_is_a_refusal(tmp_path: Path, end: str) -> None:
    found = acted(tmp_path, AT + end)
    assert len(found) == 1
    assert found[0].startswith("cyber/fourth/start, Deutsch: The program ended by itself")


def test_a_child_that_talks_nonsense_is_a_refusal(tmp_path: Path) -> None:
    assert acted(tmp_path, "print('hello')\nprint('[]')\nprint('7')\nsay('at', 1)") != []


def test_a_child_that_cannot_be_started_is_a_refusal(tmp_path: Path) -> None:
    found = rehearse(tmp_path, program=[str(tmp_path / "nothing")])
    assert len(found) == 1
    assert "could not be started" in found[0]


def test_a_rehearsal_can_be_called_off(tmp_path: Path) -> None:
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(RehearsalStoppedError):
        acted(tmp_path, "time.sleep(600)", stop=stop)


def test_the_child_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    folder = bundle(tmp_path / "bundle", document())
    command = [sys.executable, "-m", "kiosk", "rehearse", str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdout.readline()
    process.stdin.close()
    assert process.wait(30) == 1
    process.stdout.close()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_the_child_is_humble() -> None:
    code = (
        "from kiosk.commands.rehearse import restrain\nimport os, resource\nrestrain()\n"
        "print(os.nice(0), resource.getrlimit(resource.RLIMIT_DATA)[0])\n"
        "try:\n    bytearray(2_000_000_000)\nexcept MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["19", str(child.MEMORY_BYTES), "refused"]


def test_a_message_is_one_line_of_ascii() -> None:
    line = message("fault", "ą\nb")
    assert line.isascii()
    assert "\n" not in line

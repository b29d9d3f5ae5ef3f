"""Write the three files of a new block type and generate the rest.

`python -m tools.new_block letter --slot story` writes the record, the view and the example with one
text and its source; they decode, pass the lint and stand on a page at once. Fill them from there.
"""

from __future__ import annotations

import argparse
import json
import keyword
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SLOTS = ("story", "evidence", "full")

RECORD = '''"""The {name} block: say in one line what it shows."""
{import_typing}
from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, Localized{import_slot}


class {type}Block(Block, frozen=True, kw_only=True, tag="{name}"):
    """Say what an author has to know before using it."""
{slot}
    text: Localized
    source: Id | None = None
'''
VIEW = """pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core{import_controls}

// Say in one line what it shows and how it behaves.
BlockView {{
    id: root

    required property {type}Block block
{height}
    MarkedText {{
        id: words

        x: {x}
        width: root.width - 2 * x
        content: root.block.text
        footnote: root.block.sourceMark
        markColor: root.accentColor
        onMarkTapped: root.sourcesRequested()
    }}
}}
"""


def files(name: str, slot: str) -> dict[str, str]:
    """Path inside the repository -> text, for the files that a person then goes on with."""
    kind = name.capitalize()
    story, full = slot == "story", slot == "full"
    record = RECORD.format(
        name=name,
        type=kind,
        import_typing="" if story else "\nfrom typing import ClassVar\n",
        import_slot="" if story else ", Slot",
        slot="" if story else f'\n    slot: ClassVar[Slot] = "{slot}"\n',
    )
    view = VIEW.format(
        type=kind,
        import_controls="\nimport Kiosk.Controls" if full else "",
        height="\n    implicitHeight: words.height\n" if story else "",
        x="Theme.margin" if full else "0",
    )
    texts = {"en": f"An example of the {name} block.", "lt": f"Bloko „{name}“ pavyzdys."}
    example: dict[str, Any] = {"type": name, "text": texts, "source": "example"}
    return {
        f"kiosk/content/blocks/{name}.py": record,
        f"kiosk/qml/Kiosk/Blocks/{kind}View.qml": view,
        f"tests/fixtures/blocks/{name}.json": json.dumps(example, ensure_ascii=False, indent=2)
        + "\n",
    }


def refusal(name: str, written: list[Path]) -> str:
    """Why a block type of this name cannot be made; empty when it can."""
    if not re.fullmatch(r"[a-z]{2,20}", name) or keyword.iskeyword(name) or name == "base":
        return f"“{name}” is no name for a block type: one English word in small letters."
    taken = [path for path in written if path.exists()]
    return f"{taken[0].relative_to(ROOT)} exists already." if taken else ""


def main() -> int:
    """Write the files and generate the rest; 0 when done, 1 with words when not."""
    parser = argparse.ArgumentParser(description="Start a new block type.")
    parser.add_argument("name", help="one word in small letters, for example letter")
    parser.add_argument("--slot", choices=SLOTS, default="story", help="where a page puts it")
    options = parser.parse_args()
    texts = {ROOT / name: text for name, text in files(options.name, options.slot).items()}
    problem = refusal(options.name, list(texts))
    if problem:
        print(problem, file=sys.stderr)
        return 1
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
        print(f"written: {path.relative_to(ROOT)}")
    subprocess.run([sys.executable, "-m", "tools.gen"], cwd=ROOT, check=True)
    print("generated: the rest. Next: `make test`, then give the block its own fields and look.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

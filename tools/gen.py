"""Write every generated file: `make gen`; with `--check` say which ones are out of date.

Generated are the gathering module of the block types, the look's palettes and glyphs, the baked
shaders, the fonts' coverage, the qmldir files, the description of Python's types for the QML lint,
the JSON Schema, the block reference and the gettext catalogs. Generated files are committed;
nothing in them depends on the day or the machine.
"""

from __future__ import annotations

import argparse
import filecmp
import subprocess
import sys
import tempfile
from pathlib import Path

from tools import gen_coverage, gen_locale, gen_modules, gen_shaders, gen_theme
from tools.copying import copy_tree

ROOT = Path(__file__).resolve().parent.parent


def generate(root: Path) -> None:
    """Write all generated files below a repository root that `kiosk` is imported from."""
    gen_modules.write_blocks(root)  # before anything imports the block types
    gen_modules.write_qmldirs(root)
    gen_theme.write_theme(root)
    gen_shaders.write_shaders(root)
    gen_coverage.write_coverage(root)

    from kiosk.bridge import qmltypes

    qmltypes.write(root)
    gen_modules.write_schema_and_reference(root)
    gen_locale.write_catalogs(root)


def stale(root: Path) -> list[str]:
    """Generated files that are missing or differ from what would be written, as relative paths."""
    with tempfile.TemporaryDirectory(prefix="gen-check-") as folder:
        copy = Path(folder)
        files = copy_tree(root, copy)
        subprocess.run([sys.executable, "-m", "tools.gen"], cwd=copy, check=True)
        after = {
            str(path.relative_to(copy))
            for path in copy.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        changed = [name for name in files if not filecmp.cmp(root / name, copy / name, False)]
    return sorted({*changed, *(after - set(files))})


def main() -> int:
    """Generate, or check. 0 when all is in order, 1 when a file is out of date."""
    parser = argparse.ArgumentParser(description="Write every generated file.")
    parser.add_argument("--check", action="store_true", help="write nothing, say what would change")
    if not parser.parse_args().check:
        generate(ROOT)
        return 0
    problems = stale(ROOT)
    for name in problems:
        print(f"{name} is out of date: run `make gen`")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

"""The table of characters agrees with the fonts that Qt will load."""

from __future__ import annotations

from kiosk.content.coverage import Coverage
from kiosk.content.coverage_table import RANGES
from tools.gen_coverage import FONTS, code_points, font_file, ranges


def test_letters_of_the_bundle_and_of_its_neighbours() -> None:
    coverage = Coverage()
    for sign in "aZąčęėįšųūžĄČĘĖĮŠŲŪŽ„“–…€äöüßłéñçЖяسلام0123456789\u00a0\u202f":
        assert ord(sign) in coverage, sign
    for sign in "✓▲↗日本":
        assert ord(sign) not in coverage, sign
    assert "a" not in coverage


def test_edges_of_ranges() -> None:
    coverage = Coverage([(5, 7), (10, 10)])
    assert [point for point in range(13) if point in coverage] == [5, 6, 7, 10]


def test_the_committed_table_is_that_of_the_fonts() -> None:
    points: set[int] = set()
    for package, pattern in FONTS:
        points |= code_points(font_file(package, pattern).read_bytes())
    assert tuple(ranges(points)) == RANGES
